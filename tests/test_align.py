"""Words of a draft are linked to the words that they translate."""

import pytest

from tests.engines import aligned
from translate.align import Alignment, Links, links


def sources(source: str, translation: str, found: Links) -> dict[str, str]:
    """Return for each word of a translation the one word of the source that it is most from."""
    strongest = [max(row, key=lambda number: row[number], default=None) for row in found.weights]
    return {
        translation[slice(*word)]: "" if at is None else source[slice(*found.sources[at])]
        for word, at in zip(found.words, strongest, strict=True)
    }


@pytest.mark.parametrize(
    ("source", "translation", "attended", "expected"),
    [
        # The model knows nothing of the first word: it is from what no other word is from.
        ("crude oil fell", "Ham petrol düştü", {0: 2, 1: 1, 2: 2}, {"Ham": "crude"}),
        ("the price of oil", "Petrol fiyatı", {0: 2, 1: 1}, {"Petrol": "oil"}),
        # It is itself, if the source has it; but "on" is ten.
        ("in the New York Times", "New York Times", {0: 0, 1: 3, 2: 4}, {"New": "New"}),
        ("on ten days", "On gün", {0: 0, 1: 2}, {"On": "ten"}),
        ("we ate and he left", "O gitti ve yedik", {0: 0, 1: 4, 2: 2, 3: 1}, {"O": "he"}),
        # "etmek" and the person of a question are suffixes but for the space.
        ("he resigned today", "Bugün istifa etti", {0: 0, 1: 1, 2: 2}, {"etti": "resigned"}),
        ("do you know", "Onu biliyor musun", {0: 1, 1: 2, 2: 0}, {"musun": "know"}),
        ("is it new", "Bu yeni mi", {0: 1, 1: 2, 2: 2}, {"yeni": "new", "mi": ""}),
        # A placeholder is from where it was.
        ("run ⟦0⟧ now", "Şimdi ⟦0⟧'yu çalıştır", {0: 2, 1: 2, 2: 0}, {"⟦0⟧'yu": "⟦0⟧"}),
    ],
)
def test_each_word_is_from_the_word_that_it_translates(
    source: str, translation: str, attended: dict[int, int], expected: dict[str, str]
) -> None:
    found = links(source, translation, aligned(source, translation, attended))
    assert expected.items() <= sources(source, translation, found).items()


def test_a_stem_tells_more_than_its_suffixes() -> None:
    source, translation = "in the folder", "bu klasörde"
    alignment = Alignment(
        [(0, 2), (3, 6), (7, 13)],
        [(0, 2), (3, 9), (9, 11)],  # bu, klasör, de
        [(0, [0, 1, 0]), (0, [0, 0, 1]), (0, [1, 0, 0])],
    )
    found = links(source, translation, alignment)
    assert found.mass(7, 13)[1] > 0.8
    assert 0 < found.mass(0, 2)[1] < 0.2


def test_a_word_is_not_from_punctuation() -> None:
    source, translation = "city - big", "şehir büyük"
    spans = aligned(source, translation)
    alignment = Alignment(spans.source, spans.target, [(0, [1, 0, 0]), (0, [0, 0.8, 0.2])])
    assert links(source, translation, alignment).mass(7, 10)[1] > 0.9


def test_the_first_word_of_each_clause_is_from_its_clause() -> None:
    source, translation = "old men sat, new rain fell", "eski adamlar oturdu, yeni yağmur yağdı"
    spans = aligned(source, translation)
    alignment = Alignment(
        spans.source,
        spans.target,
        [
            *((0, row) for row in ([0, 0, 1], [0, 1, 0], [0, 0, 1])),  # "eski" from "sat"
            *((3, row) for row in ([0, 0, 1], [0, 1, 0], [0, 0, 1])),  # "yeni" from "fell"
        ],
    )
    found = sources(source, translation, links(source, translation, alignment))
    assert (found["eski"], found["yeni"]) == ("old", "new")


def test_a_range_that_cuts_a_word_has_all_of_it() -> None:
    found = links("unbelievable news", "haber inanılmaz", aligned("a b", "haber inanılmaz"))
    assert found.mass(2, 8) == found.mass(0, 12)


@pytest.mark.parametrize(("source", "translation"), [("", ""), ("a", ""), ("", "a"), ("⟦0⟧", "x")])
def test_there_may_be_no_words(source: str, translation: str) -> None:
    found = links(source, translation, aligned(source, translation, {}))
    assert len(found.mass(0, 9)) == len(found.words)
