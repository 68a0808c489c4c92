"""Markup and protected text are recognised, and taken out before the engine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.markup import segment
from translate.inline import PROTECTED, Pair, Plain, protect, take_out, verbatim
from translate.post import Mark, Role, Segment


def kept(text: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in protect(text, ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://example.org/a_b?c=d.", ["https://example.org/a_b?c=d"]),
        ("(See https://example.org/a.)", ["https://example.org/a"]),
        ("Go to www.example.org, then stop.", ["www.example.org"]),
        ("Since 3f9a2c7 (b8952828329abaeeb3be) no.", ["3f9a2c7", "b8952828329abaeeb3be"]),
        ("It is 123e4567-e89b-12d3-a456-426614174000.", ["123e4567-e89b-12d3-a456-426614174000"]),
        ("He effaced-2009 2000000 defaced 1990s walls.", []),
        ("Write to news.desk+tr@example.co.uk!", ["news.desk+tr@example.co.uk"]),
        ("Ask @night_ferry about #ferries.", ["@night_ferry", "#ferries"]),
        ("Open report.final.pdf and index.html.", ["report.final.pdf", "index.html"]),
        ("It is in posts/2026/hide-nothing.md, or in and/or.", ["posts/2026/hide-nothing.md"]),
        ("Dear %(name)s, %s of {count} or {{ x.y }}.", ["%(name)s", "%s", "{count}", "{{ x.y }}"]),
        ("Only 5%s and {1, 2} of %de or a % s.", []),
        ("We are #1 and paid 3.50 @ noon.", []),
        ("The end.That is a typo.", []),
        ("Nothing here, e.g. nothing.", []),
        (f"The key {'aGVsbG8' * 20} is old.", ["aGVsbG8" * 20]),
    ],
)
def test_what_a_reader_would_copy_is_protected(text: str, expected: list[str]) -> None:
    assert kept(text) == expected


@given(
    st.lists(
        st.sampled_from([*"w.:/@# a1-ş%{}()s\n", "www.", "http://", "mailto:", ".com", "x" * 99])
    )
)
def test_a_quick_look_at_a_text_passes_nothing_over(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert [found.span() for found in verbatim(text)] == [
        found.span() for found in PROTECTED.finditer(text)
    ]


def test_what_markup_holds_already_is_not_marked_again() -> None:
    text = "[site](https://example.org) and https://example.com"
    link = Mark(5, 27, Role.CLOSE)
    assert [mark.start for mark in protect(text, (link,))] == [5, 32]


@pytest.mark.parametrize(
    "text", ["a" * 2_000_000, "a-" * 500_000, "a.a " * 500_000, "@ " * 500_000, "{{a" * 500_000]
)
def test_protecting_takes_linear_time(text: str) -> None:
    assert len(kept(text)) < 2


@pytest.mark.parametrize("text", ["1" * 200_000, "1." * 100_000, "🙂" * 200_000, "渡 " * 100_000])
def test_taking_out_takes_linear_time(text: str) -> None:
    plain = take_out(Segment(text, text, "p", "1", 1, 0))
    assert len(plain.kept) + len(plain.points) < 2


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


@pytest.mark.parametrize(
    ("text", "plain", "kept"),
    [
        ("The 渡轮 left.", "The ⟦0⟧ left.", ("渡轮",)),
        ("It says «Вход воспрещён» here.", 'It says "⟦0⟧" here.', ("Вход воспрещён",)),
        ("The word ελευθερία is Greek.", "The word ⟦0⟧ is Greek.", ("ελευθερία",)),
        ("Home → About", "Home ⟦0⟧ About", ("→",)),
        ("Only ⟦7⟧ and `a` matter.", "Only ⟦0⟧ and ⟦1⟧ matter.", ("⟦7⟧", "`a`")),
        ("Write ⟦ and ⟧ there.", "Write ⟦0⟧ and ⟦1⟧ there.", ("⟦", "⟧")),
        ("The value 10² is larger.", "The value ⟦0⟧ is larger.", ("10²",)),
        ("It has 5 m² or 5.5 km².", "It has 5 ⟦0⟧ or 5.5 ⟦1⟧.", ("m²", "km²")),
        ("Add 1½ cups, then ½ more.", "Add ⟦0⟧ cups, then ⟦1⟧ more.", ("1½", "½")),
        ("It runs at 90 km/h.", "It runs at 90 ⟦0⟧.", ("km/h",)),
    ],
)
def test_what_models_cannot_write_becomes_a_placeholder(
    text: str, plain: str, kept: tuple[str, ...]
) -> None:
    assert take_out(segment(text)) == Plain(plain, kept)


@pytest.mark.parametrize(
    "text",
    [
        "It is 5 km to the café, 20 percent up at 10°C, 3.5GHz, 128kB, £5 – or €6.",
        "Şişli, Nguyễn, Škoda and/or Łódź: it’s 1/2 a mile.",
    ],
)
def test_what_models_can_write_stays(text: str) -> None:
    assert take_out(segment(text)).kept == ()


def test_what_models_cannot_write_is_no_mark_of_the_segment() -> None:
    assert kept("Thanks 🙂, the 渡轮 has 10 m² and ⟦0⟧.") == []


@pytest.mark.parametrize("emoji", ["🙂", "🎉🎉", "❤️", "🇹🇷", "👩‍👩‍👧", "👍🏽", "1️⃣"])
def test_an_emoji_is_a_point_in_the_sentence(emoji: str) -> None:
    plain = take_out(segment(f"Thanks {emoji} for coming."))
    assert plain.text == "Thanks for coming."
    assert [(point.at, point.mark) for point in plain.points] == [(7, emoji)]


def test_an_emoji_in_the_spelling_of_html_is_one_too() -> None:
    text = "Thanks &#128578; for coming."
    plain = take_out(Segment(text, text, "p", "1", 1, 0, "html", (Mark(7, 16, Role.CHAR, "🙂"),)))
    assert (plain.text, plain.points[0].mark) == ("Thanks for coming.", "&#128578;")


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
