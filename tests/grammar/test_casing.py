"""Turkish casing: i and İ are one letter, ı and I another."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.grammar.casing import begun, capitalised, is_caps, lower, raised, upper

PAIRS = [
    ("istanbul'da ılık bir akşam", "İSTANBUL'DA ILIK BİR AKŞAM"),
    ("çığ, öğün, şeker, üzüm", "ÇIĞ, ÖĞÜN, ŞEKER, ÜZÜM"),
    ("kâğıt, millî, sükûn", "KÂĞIT, MİLLÎ, SÜKÛN"),
    ("⟦0⟧'nin 3. bölümü", "⟦0⟧'NİN 3. BÖLÜMÜ"),
]


@pytest.mark.parametrize(("small", "large"), PAIRS)
def test_capitals_and_small_letters_keep_their_dots(small: str, large: str) -> None:
    assert upper(small) == large
    assert lower(large) == small


@pytest.mark.parametrize(
    ("text", "english", "expected"),
    [
        ("Microsoft firma aldı", "MICROSOFT BUYS A FIRM", "MICROSOFT FİRMA ALDI"),
        ("Chicago'nin evi", "A HOUSE IN CHICAGO", "CHICAGO'NİN EVİ"),
        ("Erdem'in evi", "A HOUSE IN ERDEM", "ERDEM'İN EVİ"),
        ("O'Brien’in evi", "O'BRIEN IN", "O'BRIEN’İN EVİ"),
        ("Film bitti", "FILM IS OVER", "FİLM BİTTİ"),
        ("istanbul'da film", "FILM IN ISTANBUL", "İSTANBUL'DA FİLM"),
        ("İstanbul ve ⟦0⟧'i", "ISTANBUL AND ⟦0⟧", "İSTANBUL VE ⟦0⟧'İ"),
    ],
)
def test_names_of_the_source_keep_their_letters_in_capitals(
    text: str, english: str, expected: str
) -> None:
    assert raised(text, english) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("incir oldu.", "İncir oldu."),
        ("ışık söndü.", "Işık söndü."),
        ("'iyi geceler' dedi.", "'İyi geceler' dedi."),
        ("**îmâ** etti.", "**Îmâ** etti."),
        ("_ince_ bir yol", "_İnce_ bir yol"),
        ("İyi NATO haberi", "İyi NATO haberi"),
        ("3 kişi geldi.", "3 kişi geldi."),
        ("⟦0⟧'nin sonu", "⟦0⟧'nin sonu"),
        ("…", "…"),
        ("", ""),
    ],
)
def test_the_first_letter_of_a_sentence_becomes_large(text: str, expected: str) -> None:
    assert capitalised(text) == expected


@given(st.text(alphabet="iıİIaZşŞ \u0307'⟦0⟧ß", max_size=20))
def test_no_loose_dot_is_left_on_an_i(text: str) -> None:
    for result in (upper(text), lower(text), capitalised(text)):
        assert not re.search("[iıIİ]\u0307", result)


@given(st.text(alphabet="abcçdefgğhıijklmnoöprsştuüvyzâîû '.,", max_size=40))
def test_small_letters_come_back_from_capitals(text: str) -> None:
    assert lower(upper(text)) == text


@pytest.mark.parametrize(
    "text", ["THE END", "WELCOME", "WHAT WE KNOW SO FAR", "COVID-19 IN THE PORTS", "⟦0⟧ AND AFTER"]
)
def test_headings_in_capitals(text: str) -> None:
    assert is_caps(text)


@pytest.mark.parametrize(
    "text",
    ["", "…", "1920", "NASA", "UNESCO", "PLAN B", "UTF-8 BOM", "TCP/IP", "US EU", "Welcome HOME"],
)
def test_no_headings_in_capitals(text: str) -> None:
    assert not is_caps(text)


@pytest.mark.parametrize(
    ("text", "english", "expected"),
    [
        ("iki feribot şirketi", "Two ferry companies", "İki feribot şirketi"),
        ("“ılık su”", "“Warm water”", "“Ilık su”"),
        ("ılık su", "warm water", "ılık su"),
        ("iPhone'lar pahalı", "Phones are expensive", "iPhone'lar pahalı"),
        ("ali@example.org yazın", "Write to ali@example.org", "ali@example.org yazın"),
        ("example.org açık", "The page example.org is up", "example.org açık"),
        ("⟦0⟧'nin yolu", "The way of ⟦0⟧", "⟦0⟧'nin yolu"),
        ("3. bölüm", "Part 3", "3. bölüm"),
        ("", "Nothing", ""),
    ],
)
def test_a_sentence_begins_as_the_english_one_does(text: str, english: str, expected: str) -> None:
    assert begun(text, english) == expected
