"""Where a sentence ends, and where it does not although it looks so."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.sentences import spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Kaya met Mrs. Demir and Gen. Aksoy.",
        "Lt. Col. Aksoy spoke to Pfc. Demir.",
        "Approx. Ten people came.",
        "Bring fruit, e.g. Apples, i.e. Fruit vs. Bread.",
        "See No. 5, pp. 3 and Vol. 2.",
        "Appendix III to Circular No. A-130 says so.",
        "A campus of the University of Missouri-St. Louis reopened.",
        "A report in 81 N.Y.U. L. Rev. 1844 says so.",
    ],
)
def test_no_sentence_ends_after_an_abbreviation(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "J. K. Arslan wrote it with A. B. Can.",
        "It was George W. Yilmaz who won.",
        "It costs 3.5 million, or 0.1 per cent. of 4.25.",
        "The U.S. Army and the U.K. Government agreed.",
        "The U.S.-backed forces left.",
    ],
)
def test_no_sentence_ends_after_an_initial_a_decimal_or_in_an_acronym(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Wait... what?",
        "He left… and came back.",
        "I wonder... I really do.",
        "We met … Erdem there.",
        "We met . . . Erdem there.",
    ],
)
def test_no_sentence_ends_at_an_ellipsis_inside_it(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("I waited…", "The bus never came."),
        ("He lives in the U.S.", "They left."),
        ("It lasted until 1100 A.D.", "Its end was sudden."),
        ("He sold apples, pears, etc.", "Then he left."),
        ("They rose at 5 a.m.", "Her doors opened."),
        ("It was only a wave of the hand.", "Denizli agreed."),
        ("It went to the Bank.", "Its report was late."),
        ("It cost 300 million TL.", "Mr Can paid."),
        ("She counts them if they can.", "Almost all are small."),
        ("(He said so.)", "Really?!"),
        ("It ended.[1]", "Berlin came next."),
        ("It ended.¹", "Berlin came next."),
        ("It is _free_.", "_It_ stays so."),
        ("“Go.”", "She went."),
        ("“What?”", "He left."),
        ("He sent this: “Good bye!”", "When I wrote, he had gone."),
    ],
)
def test_a_sentence_ends_here(first: str, second: str) -> None:
    assert sentences(f"{first} {second}") == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        'He said: "Go. Now." and left.',
        "She called it “small. Tiny.”, and she was right.",
        "He came (it was late. Very late) and left.",
        "“Come!” he said.",
        "“Is it?” Smith asked.",
        "It was a trap (it really was!).",
    ],
)
def test_a_short_aside_is_not_cut_out_of_its_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_a_long_quotation_amid_a_sentence_is_cut_as_usual() -> None:
    said = "I came back because I had to and because nobody else would have done it. " * 4
    assert len(sentences(f'He said: "{said}" and left.')) > 3


def test_an_exclamation_mark_in_a_name_ends_nothing() -> None:
    assert sentences("Yahoo! is a company. It sells.") == ["Yahoo! is a company.", "It sells."]


@pytest.mark.parametrize("number", ["2.", "12.", "1.A.", "(b)", "iv.", "a."])
def test_an_enumerator_stays_with_its_sentence(number: str) -> None:
    assert sentences(f"{number} Create a list. Sort it.") == [
        f"{number} Create a list.",
        "Sort it.",
    ]


def test_nothing_is_cut_where_there_is_no_white_space() -> None:
    assert sentences("See http://a.example/?Foo=1!Bar and go.") == [
        "See http://a.example/?Foo=1!Bar and go."
    ]


def test_marks_without_letters_are_no_sentence() -> None:
    assert sentences("Why should I care?' \"") == ["Why should I care?' \""]


def test_nothing_gives_no_sentence() -> None:
    assert spans("") == spans(" \n ") == []


WORDS = st.sampled_from(
    'go Now the U.S. Dr. No. e.g. etc. “so” "it. it." (b) [1] ¹ … ... . ! ? Yahoo! 3.5 A. İ ß 😀 '
    "1. – me. Bank. ' ) \u2028 \x1c".split(" ")
)


@settings(max_examples=300)
@given(st.lists(st.tuples(WORDS, st.sampled_from(["", " ", "  ", "\n", "\u00a0"])), max_size=30))
def test_spans_hold_everything_but_white_space(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in pieces)
    found = spans(text)
    assert all(start < end for start, end in found)
    assert all(one[1] <= two[0] for one, two in pairwise(found))
    held = "".join(text[start:end] for start, end in found)
    assert "".join(held.split()) == "".join(text.split())
    assert all(text[start:end].strip() == text[start:end] for start, end in found)


@pytest.mark.parametrize("piece", ["It is late, Dr. Can. ", 'Go. "Now. ', "a. ", "(a. ", "word "])
def test_a_long_block_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        spans(text)
        return time.process_time() - start

    spans(piece)
    assert seconds(200_000) < 8 * seconds(50_000) + 0.5


def test_a_paragraph_of_two_megabytes_is_cut() -> None:
    assert len(spans("It is late, Dr. Can. " * 100_000)) == 100_000
