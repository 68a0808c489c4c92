"""Verbs told from nouns, known in their forms, and one verb's form given to another."""

import re

import pytest

from translate.grammar.verbs import conjugations, is_infinitive, reinflected


@pytest.mark.parametrize(
    "word", ["almak", "yayımlamak", "iptal etmek", "kaydolmak", "Görmek", "kırmak", "yemek yemek"]
)
def test_an_infinitive_is_a_verb(word: str) -> None:
    assert is_infinitive(word)


@pytest.mark.parametrize(
    "word", ["yemek", "sıcak yemek", "parmak", "IRMAK", "Kızılırmak", "hamak", "emek", "kart", ""]
)
def test_a_noun_that_ends_so_is_none(word: str) -> None:
    assert not is_infinitive(word)


def is_form(infinitive: str, word: str) -> bool:
    return re.fullmatch(conjugations(infinitive[:-3]), word, re.VERBOSE) is not None


@pytest.mark.parametrize(
    ("infinitive", "words"),
    [
        ("almak", "almak al alın alınız aldı aldım aldılar aldıysa alıyor alıyorum alıyordu alır"),
        ("almak", "alırlar alırsa alırken alsa alsaydı alacak alacağım alacaktı almalı almalıyız"),
        ("almak", "almış almışlardı almaktadır alan alanların aldığı aldığını aldıklarında"),
        ("almak", "alacağı alma alması almasını almaya almadan alarak alıp alınca almaksızın"),
        ("almak", "almadı almıyor almaz almayan almayacak alabilir alabilecek alamıyor alamadı"),
        ("almak", "alındı alınıyor alınan alınması alınamaz alsınlar alalım almakta almaktan"),
        ("görmek", "gördü görüyor görüyorlar görür görecek gören görülen görülüyordu görülmedi"),
        ("görmek", "görebiliyor görebilirsiniz görmeyenler görmesi gördükleri gördüklerimiz"),
        ("olmak", "olsaydım olamam olamayız oldu oluyor olabilir olarak olmayabilir olduğundan"),
        ("yayımlamak", "yayımladı yayımlıyor yayımlıyordu yayımlandı yayımlayın yayımlarken"),
        ("yayımlamak", "yayımlamıyor yayımlanıyor yayımlayamadı yayımlayacağız yayımlanmıştır"),
        ("okumak", "okuyor okudu okunan okunuyor okuyan okur okumuyor"),
        ("etmek", "etti ediyor eder edecek eden edilen edilmiştir etmiş etmez etmiyor edemez edin"),
        ("kaydetmek", "kaydeder kaydetti kaydediyor kaydedilen"),
        ("üretmek", "üretti üretiyor üreten üretilecek"),
        ("gitmek", "gitti gidiyor giden gidecek gidilir"),
        ("tutmak", "tuttu tutuyor tutan tutacak"),
        ("demek", "dedi diyor diyen diyecek denir"),
    ],
)  # fmt: skip
def test_a_verb_is_known_in_its_forms(infinitive: str, words: str) -> None:
    assert [word for word in words.split() if not is_form(infinitive, word)] == []


@pytest.mark.parametrize(
    ("infinitive", "words"),
    [
        ("almak", "aldatıcı aldatmak alarm alman almanya alay alıntı alıcı altı alışveriş ali"),
        ("görmek", "görev görevi göre görüş görüşü görüntü görünüyor görgü"),
        ("olmak", "olay olaylar olası olağan olumlu olgu olimpiyat ölen ölüm"),
        ("ölmek", "öldürdü olan ölçü"),
        ("okumak", "okul okunaklı"),
        ("üretmek", "üretken üredi"),
        ("yayımlamak", "yayın yayım yayımcı"),
        ("tutmak", "tutku tudan"),
        ("vermek", "veri veriler vergi verim"),
    ],
)  # fmt: skip
def test_another_word_with_its_letters_is_no_form_of_it(infinitive: str, words: str) -> None:
    assert [word for word in words.split() if is_form(infinitive, word)] == []


@pytest.mark.parametrize(
    ("drafted", "infinitive", "expected"),
    [
        ("yayınlıyor", "yayımlamak", "yayımlıyor"),
        ("yayınladı", "indirmek", "indirdi"),
        ("yükleyecek", "indirmek", "indirecek"),
        ("basacak", "yayımlamak", "yayımlayacak"),
        ("yükleyebilirsiniz", "indirmek", "indirebilirsiniz"),
        ("yayınlayan", "indirmek", "indiren"),
        ("yayınladığı", "indirmek", "indirdiği"),
        ("yazıyorum", "okumak", "okuyorum"),
        ("yazıyor", "iptal etmek", "iptal ediyor"),
        ("yazdı", "iptal etmek", "iptal etti"),
        ("gördü", "kaydolmak", "kaydoldu"),
        ("YAYINLADI", "yayımlamak", "yayımladı"),
    ],
)
def test_tense_and_person_are_kept(drafted: str, infinitive: str, expected: str) -> None:
    assert reinflected(drafted, infinitive) == expected


@pytest.mark.parametrize(
    ("drafted", "infinitive", "expected"),
    [
        ("yayınlandı", "yayımlamak", "yayımlandı"),
        ("yüklenecek", "indirmek", "indirilecek"),
        ("verildi", "kabul etmek", "kabul edildi"),
        ("yazıldı", "almak", "alındı"),
        ("yazdı", "almak", "aldı"),
    ],
)
def test_the_passive_is_kept(drafted: str, infinitive: str, expected: str) -> None:
    assert reinflected(drafted, infinitive, passive=True) == expected


@pytest.mark.parametrize(
    "word", "yayınlamadı yayınlamıyor yazar kitap yaz hükümet insanlar zamanda avrupa a".split()
)
def test_a_form_that_cannot_be_told_is_left(word: str) -> None:
    assert reinflected(word, "yayımlamak") is None
