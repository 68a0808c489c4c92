"""Which new sentence grew out of which old one: one to one, in order, and no chance likeness."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.similar import pairs


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Many were foreign citizens.", "Some were foreign citizens."),
        ("You won.", "You won?"),
        ("you won.", "You Won."),
        ("Backgrounds", "Background"),
        ("The ferry left at nine.", "The ferry will not leave at nine."),
        ("He said no.", "He said yes."),
        # cut in two, or the other way round
        (
            "The ferry left at nine and nobody was on board because of the storm that night.",
            "The ferry left at nine.",
        ),
    ],
)
def test_an_edited_sentence_is_known_again(old: str, new: str) -> None:
    assert pairs([old], [new]) == [(0, 0)]
    assert pairs([new], [old]) == [(0, 0)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Many were foreign citizens.", "The boat left at noon today."),
        ("Yes.", "No."),
        ("Background", "Conclusions"),
        ("", "The boat left."),
        # words of a short sentence, scattered over a long one
        (
            "He was not there today.",
            "He told us that the captain was ill, which is not what people there say of him today.",
        ),
    ],
)
def test_another_sentence_is_not_taken_for_it(old: str, new: str) -> None:
    assert pairs([old], [new]) == []
    assert pairs([new], [old]) == []


def test_the_most_alike_of_several_is_taken() -> None:
    old = ["The ferry left at nine."]
    new = ["The train left at six.", "The ferry left at ten.", "A bus left at noon."]
    assert pairs(old, new) == [(0, 1)]


def test_pairs_are_in_order_on_both_sides() -> None:
    old = ["The ferry left at nine.", "Nobody believed the captain."]
    new = ["Nobody believed our captain.", "The ferry left at ten."]
    assert len(pairs(old, new)) == 1


def test_of_equals_the_first_is_taken() -> None:
    assert pairs(["A b c d."] * 2, ["A b c e."]) == [(0, 0)]
    assert pairs(["A b c d."], ["A b c e.", "A b c f."]) == [(0, 0)]


SENTENCES = st.lists(st.lists(st.sampled_from("abcdef"), max_size=7).map(" ".join), max_size=8)


@given(SENTENCES, SENTENCES)
def test_whatever_there_is_pairs_are_one_to_one_and_in_order(old: list[str], new: list[str]):
    found = pairs(old, new)
    for (one, other), (next_one, next_other) in pairwise(found):
        assert one < next_one
        assert other < next_other
    assert all(one < len(old) and other < len(new) for one, other in found)


@given(SENTENCES.filter(all))
def test_sentences_are_like_themselves(texts: list[str]) -> None:
    assert pairs(texts, texts) == [(number, number) for number in range(len(texts))]


def test_ten_thousand_changed_sentences_take_seconds() -> None:
    old = [
        f"The {number} ferries left at {number * 7} from quay {number}." for number in range(10_000)
    ]
    new = [text.replace("ferries", "trains") for text in old]
    start = time.perf_counter()
    assert len(pairs(old, new)) > 9_000
    assert time.perf_counter() - start < 20


def test_sentences_of_a_megabyte_take_seconds() -> None:
    start = time.perf_counter()
    assert pairs(["word " * 200_000] * 3, ["word " * 200_000 + "end"] * 3)
    assert time.perf_counter() - start < 10
