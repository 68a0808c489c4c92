"""Names, acronyms and numerals end as Turks read them out."""

import pytest

from translate.grammar.sound import Sound, sound


@pytest.mark.parametrize(
    ("word", "vowel", "consonant"),
    [
        ("muhabir", "i", "r"),
        ("basın kartı", "ı", ""),
        ("hikâye", "e", ""),
        ("saat", "e", "t"),
        ("kontrol", "ö", "l"),
        ("Mavidere", "e", ""),
        ("Işık", "ı", "k"),
        # acronyms: as words, or by the Turkish names of their letters
        ("NATO", "o", ""),
        ("UNESCO", "o", ""),
        ("JSON", "o", "n"),
        ("TÜBİTAK", "a", "k"),
        ("MİT", "i", "t"),
        ("AB", "e", ""),
        ("ABD", "e", ""),
        ("AKP", "e", ""),
        ("OECD", "e", ""),
        ("TBMM", "e", ""),
        ("FBI", "a", "y"),
        ("GPS", "e", "s"),
        ("Plan B", "e", ""),
        # numerals
        ("2023", "ü", "ç"),
        ("1990", "a", "n"),
        ("1900", "ü", "z"),
        ("2000", "i", "n"),
        ("12.000", "i", "n"),
        ("5000000", "o", "n"),
        ("0", "ı", "r"),
        ("COVID-19", "u", "z"),
        # English names
        ("Google", "ı", "l"),
        ("Apple", "ı", "l"),
        ("YouTube", "u", "b"),
        ("iPhone", "o", "n"),
        ("Skype", "a", "p"),
        ("Office", "i", "c"),
        ("Sony", "i", ""),
        ("Disney", "e", "y"),
        ("Yankee", "i", ""),
    ],
)
def test_a_word_ends_as_it_is_spoken(word: str, vowel: str, consonant: str) -> None:
    assert sound(word) == Sound(vowel, consonant)


def test_a_digit_that_is_no_number_ends_somehow() -> None:
    assert sound("²") == sound("m²") == sound("x¹") == Sound("e")


def test_what_has_no_letters_ends_somehow() -> None:
    assert sound("…") == Sound("e")
