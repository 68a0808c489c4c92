"""The most similar of many texts: what a search through all of them would find."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from translate.nearest import index, nearest

TEXTS = [
    "Many were foreign citizens.",
    "Some were foreign citizens.",
    "The boat that crosses the strait at night will stop running, the council said.",
    "The council said nothing about the boat.",
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Many are foreign citizens.", 0),
        ("Some were foreign citizens!", 1),
        ("The boat that crosses the strait at dawn will stop running, the council said.", 2),
        ("A dog barks.", None),
        ("The council.", None),
        ("", None),
    ],
)
def test_the_most_similar_is_found(text: str, found: int | None) -> None:
    nearby = nearest(index(TEXTS), text, 75)
    assert (nearby and nearby[0]) == found


def test_a_percentage_is_rounded_down_so_that_100_is_the_same() -> None:
    long = "The boat that crosses the strait at night will stop running, the council said, " * 3
    assert nearest(index([long]), long, 75) == (0, 100)
    assert nearest(index([long]), f"{long}!", 75) == (0, 99)


def test_of_two_as_similar_the_first_by_alphabet_is_taken() -> None:
    texts = ["The red boat left.", "The old boat left."]
    assert nearest(index(texts), "The big boat left.", 75) == (1, 83)
    assert nearest(index(texts[::-1]), "The big boat left.", 75) == (0, 83)


def test_what_is_to_be_passed_over_is() -> None:
    assert nearest(index(TEXTS), "Many were foreign citizens!", 75, but=TEXTS[0]) == (1, 81)


def test_nothing_is_like_anything_in_an_empty_memory() -> None:
    assert nearest(index([]), "The boat left.", 75) is None
    assert nearest(index(["", "…"]), "The boat left.", 75) is None


VOCABULARY = [f"{a}{b}" for a in "bcdfgklmnprst" for b in ("oat", "ill", "ender", "a", "us")]
SENTENCES = st.lists(st.sampled_from(VOCABULARY), min_size=4, max_size=12)


@given(st.lists(SENTENCES, min_size=1, max_size=30), st.data())
def test_a_sentence_with_a_word_changed_is_found_as_by_looking_at_all(texts, data) -> None:
    words = data.draw(st.sampled_from(texts)).copy()
    words[data.draw(st.integers(0, len(words) - 1))] = data.draw(st.sampled_from(VOCABULARY))
    known = [" ".join(text) for text in texts]
    likeness = {text: fuzz.ratio(" ".join(words), text) for text in known}
    best = min(known, key=lambda text: (-likeness[text], text))
    found = nearest(index(known), " ".join(words), 75)
    if likeness[best] >= 75:
        assert found == (known.index(best), int(likeness[best]))
    else:
        assert found is None
