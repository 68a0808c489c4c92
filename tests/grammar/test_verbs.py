"""One verb's form, given to another verb."""

import pytest

from translate.grammar.verbs import reinflected


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


@pytest.mark.parametrize("word", ["yayınlamadı", "yayınlamıyor", "yazar", "kitap", "yaz", "a", ""])
def test_a_form_that_cannot_be_told_is_left(word: str) -> None:
    assert reinflected(word, "yayımlamak") is None
