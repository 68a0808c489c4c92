"""Markup and protected text are recognised, and taken out before the engine."""

import pytest

from tests.markup import segment
from translate.inline import Pair, Plain, protect, take_out
from translate.post import Mark, Role


def kept(text: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in protect(text, ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://example.org/a_b?c=d.", ["https://example.org/a_b?c=d"]),
        ("(See https://example.org/a.)", ["https://example.org/a"]),
        ("Go to www.example.org, then stop.", ["www.example.org"]),
        ("Write to news.desk+tr@example.co.uk!", ["news.desk+tr@example.co.uk"]),
        ("Ask @night_ferry about #ferries.", ["@night_ferry", "#ferries"]),
        ("Open report.final.pdf and index.html.", ["report.final.pdf", "index.html"]),
        ("We are #1 and paid 3.50 @ noon.", []),
        ("The end.That is a typo.", []),
        ("Nothing here, e.g. nothing.", []),
        (f"The key {'aGVsbG8' * 20} is old.", ["aGVsbG8" * 20]),
    ],
)
def test_what_a_reader_would_copy_is_protected(text: str, expected: list[str]) -> None:
    assert kept(text) == expected


def test_what_markup_holds_already_is_not_marked_again() -> None:
    text = "[site](https://example.org) and https://example.com"
    link = Mark(5, 27, Role.CLOSE)
    assert [mark.start for mark in protect(text, (link,))] == [5, 32]


@pytest.mark.parametrize(
    "text", ["a" * 2_000_000, "a-" * 500_000, "a.a " * 500_000, "@ " * 500_000]
)
def test_protecting_takes_linear_time(text: str) -> None:
    assert len(kept(text)) < 2


def test_words_go_to_the_engine_without_markup() -> None:
    plain = take_out(segment("The **ferry** of [*1920*](/old) left."))
    assert plain.text == "The ferry of 1920 left."
    assert plain.pairs == (
        Pair(4, 9, "**", "**"),
        Pair(13, 17, "[", "](/old)"),
        Pair(13, 17, "*", "*"),
    )


def test_code_becomes_a_placeholder_each() -> None:
    plain = take_out(segment("Use `open` before `close` and `open`."))
    assert plain == Plain("Use ⟦0⟧ before ⟦1⟧ and ⟦2⟧.", ("`open`", "`close`", "`open`"))


def test_a_footnote_mark_is_no_word() -> None:
    plain = take_out(segment("It barked.[^1]"))
    assert plain.text == "It barked."
    assert [(point.at, point.mark) for point in plain.points] == [(10, "[^1]")]


def test_an_image_leaves_no_double_space_and_its_alt_is_asked_for() -> None:
    plain = take_out(segment("A map ![of the bay](map.svg) hangs here."))
    assert plain.text == "A map hangs here."
    assert plain.alts == ("of the bay",)


def test_a_link_that_holds_no_words_is_one_point() -> None:
    plain = take_out(segment("Press [![Go](go.svg)](/go) now."))
    assert [point.mark for point in plain.points] == ["[![Go](go.svg)](/go)"]
    assert plain.alts == ("Go",)
    assert plain.pairs == ()


def test_an_escaped_character_is_itself() -> None:
    assert take_out(segment(r"Two \* three")).text == "Two * three"


def test_typographic_quotes_go_in_straight() -> None:
    assert take_out(segment("“It’s ‘late’”")).text == "\"It's 'late'\""
