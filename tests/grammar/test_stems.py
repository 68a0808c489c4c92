"""Turkish nouns before a suffix."""

import pytest

from translate.grammar.stems import bare, changed, is_possessed


@pytest.mark.parametrize(
    ("noun", "before_a_vowel"),
    [
        ("kitap", "kitab"),
        ("ağaç", "ağac"),
        ("kanat", "kanad"),
        ("gazetecilik", "gazeteciliğ"),
        ("açık kaynak", "açık kaynağ"),
        ("renk", "reng"),
        ("diyalog", "diyaloğ"),
        # one syllable mostly stays
        ("park", "park"),
        ("maç", "maç"),
        ("tip", "tip"),
        ("grup", "grub"),
        # t mostly stays, and so do some loans
        ("devlet", "devlet"),
        ("internet", "internet"),
        ("hukuk", "hukuk"),
        ("laptop", "laptop"),
        ("network", "network"),
        # a vowel drops, a consonant doubles
        ("ağız", "ağz"),
        ("şehir", "şehr"),
        ("kayıt", "kayd"),
        ("hak", "hakk"),
        ("Hak", "Hakk"),
        ("vapur", "vapur"),
        ("belediye", "belediye"),
    ],
)
def test_a_noun_changes_before_a_vowel(noun: str, before_a_vowel: str) -> None:
    assert changed(noun) == before_a_vowel


@pytest.mark.parametrize(
    ("compound", "noun"),
    [
        ("basın kartı", "basın kart"),
        ("Dışişleri Bakanlığı", "Dışişleri Bakanlık"),
        ("gizlilik politikası", "gizlilik politika"),
        ("kitap kulübü", "kitap kulüp"),
        ("köy meclisi", "köy meclis"),
        ("insan hakları", "insan hak"),
        ("unutulma hakkı", "unutulma hak"),
        ("iş gücü", "iş güç"),
        ("şehir merkezi", "şehir merkez"),
        ("kaynak kodu", "kaynak kod"),
        ("deniz ağzı", "deniz ağız"),
        ("içme suyu", "içme su"),
        ("e-posta adresi", "e-posta adres"),
        ("milletvekili", "milletvekil"),
        ("test kataloğu", "test katalog"),
    ],
)
def test_a_possessed_compound_gives_back_its_noun(compound: str, noun: str) -> None:
    assert is_possessed(compound)
    assert bare(compound) == noun


@pytest.mark.parametrize(
    "noun",
    [
        "muhabir",
        "açık veri",
        "siyasi parti",
        "serbest gazeteci",
        "son kullanıcı",
        "gece bekçisiz",
        "yapay zekâ",
        "yeşil enerji",
        "basın toplantı",
        "Yeni Delhi",
        "kapı",
    ],
)
def test_other_nouns_are_no_possessed_compounds(noun: str) -> None:
    assert not is_possessed(noun)
