"""Each inline element goes around one run of words."""

import pytest

from tests.engines import aligned
from tests.markup import parsed
from translate.align import Alignment, links
from translate.inline import take_out
from translate.runs import runs


def covered(text: str, translation: str, attended: dict[int, int]) -> list[str]:
    """Return the words of the translation that each element of the text goes around."""
    plain = take_out(parsed(text))
    found = links(plain.text, translation, aligned(plain.text, translation, attended))
    words = found.words
    return [
        translation[words[first][0] : words[stop - 1][1]] if first < stop else ""
        for first, stop in runs(plain, translation, found)
    ]


@pytest.mark.parametrize(
    ("text", "translation", "attended", "expected"),
    [
        # Words between two of its words are in, far ones are not.
        ("x **k l m** y", "X K t L M", {1: 1, 2: 4, 3: 2, 4: 3}, ["K t L M"]),
        ("x **k l m** y", "X K t t t L M", {1: 1, 5: 2, 6: 3}, ["L M"]),
        # In its parent, and not in its siblings.
        ("[a *b*](/x) c", "B A C", {0: 1, 1: 0, 2: 2}, ["B A", "B"]),
        ("*a* **b** c", "X C A", {1: 2, 2: 0}, ["A", "X"]),
        # Punctuation at its ends is in if it was in.
        ("**Note:** b c", "B, Note: C", {0: 1, 1: 0, 2: 2}, ["Note:"]),
        ("**Note**: b c", "B, Note: C", {0: 1, 1: 0, 2: 2}, ["Note"]),
        # All of the sentence is all of it.
        ("**a b c.**", "X Y Z T.", {}, ["X Y Z T."]),
        ("**a b c**.", "X Y Z T.", {}, ["X Y Z T"]),
        # Nobody goes empty while there are words for all.
        ("[a](/a) [b](/b) [c](/c)", "X Y Z", {1: 0, 2: 0}, ["Y", "X", "Z"]),
        ("**[a](/a) and [b](/b)** c", "X Y Z", {0: 3, 1: 0, 2: 3}, ["X Y", "Y", "X"]),
    ],
)
def test_an_element_covers_the_words_that_translate_its_words(
    text: str, translation: str, attended: dict[int, int], expected: list[str]
) -> None:
    assert covered(text, translation, attended) == expected


def test_one_of_many_words_has_it_all_the_same() -> None:
    plain = take_out(parsed("a **b** c"))
    empty = Alignment([], [(0, 1), (2, 3)], [(0, []), (0, [])])
    ((first, stop),) = runs(plain, "X Y", links(plain.text, "X Y", empty))
    assert stop - first == 1
