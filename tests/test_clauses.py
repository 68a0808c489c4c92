"""A sentence that is too long for the model is cut at clauses."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.clauses import cut


def words(texts: Sequence[str]) -> list[int]:
    """Take a word for a piece."""
    return [len(text.split()) for text in texts]


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        ("a b c d", ["a b c d"]),
        ("a b c, d e f", ["a b c,", "d e f"]),
        ("a b, c d, e f, g", ["a b, c d,", "e f, g"]),
        ("a b c and d e f", ["a b c", "and d e f"]),
        ("a b c d e f", ["a b c d", "e f"]),
        ("abcdefghij", ["abcdefghij"]),
    ],
)
def test_it_is_cut_where_a_clause_ends_else_between_words(
    sentence: str, clauses: list[str]
) -> None:
    assert cut([sentence], words, 4) == [clauses]


def test_a_word_that_is_longer_than_any_word_is_cut_too() -> None:
    def letters(texts: Sequence[str]) -> list[int]:
        return [len(text) for text in texts]

    assert cut(["abcdefghij"], letters, 4) == [["abcd", "efgh", "ij"]]


@given(st.lists(st.sampled_from(["a", "and", "b,", "c.", "which", "—"]), max_size=40))
def test_joined_the_clauses_are_the_sentence(parts: list[str]) -> None:
    sentence = " ".join(parts)
    (clauses,) = cut([sentence], words, 5)
    assert " ".join(clauses) == sentence
    assert all(len(clause.split()) <= 5 for clause in clauses)
