"""Markup is put back around the words that translate its words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engines import aligned, forgetful, upper
from tests.markup import segment
from translate.inline import take_out
from translate.place import LostError, put_back, typographic
from translate.post import Mark, Role, Segment


def in_capitals(text: str, syntax: str = "markdown") -> str:
    plain = take_out(segment(text, syntax))
    draft = upper([plain.text])[0]
    alts = [alt.upper() for alt in plain.alts]
    return put_back(segment(text, syntax), plain, draft.text, draft.alignment, alts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The **old** ferry left.", "THE **OLD** FERRY LEFT."),
        ("Read [the news](/n) and *the weather*.", "READ [THE NEWS](/n) AND *THE WEATHER*."),
        ("**All of it is bold.**", "**ALL OF IT IS BOLD.**"),
        ("**Note:** it leaves.", "**NOTE:** IT LEAVES."),
        ("A [long **and** winding](/r) road", "A [LONG **AND** WINDING](/r) ROAD"),
        ("Call `run()` twice.", "CALL `run()` TWICE."),
        ("See [`run()`](/run) first.", "SEE [`run()`](/run) FIRST."),
        ("It barked.[^1]", "IT BARKED.[^1]"),
        ("It[^1] barked.", "IT[^1] BARKED."),
        ("One line<br>another", "ONE LINE<br> ANOTHER"),
        ("A map ![of the bay](m.svg) hangs.", "A MAP ![OF THE BAY](m.svg) HANGS."),
        ("![Bay](m.svg) The map hangs.", "![BAY](m.svg) THE MAP HANGS."),
        (r"Two \* three", r"TWO \* THREE"),
    ],
)
def test_each_mark_stands_around_its_words(text: str, expected: str) -> None:
    assert in_capitals(text) == expected


def test_an_alt_text_cannot_leave_its_attribute() -> None:
    text = 'A map <img alt="of the bay"> hangs.'
    mark = Mark(6, 28, Role.KEEP, alt=(16, 26))
    sentence = Segment(text, text, "paragraph", "", 1, 0, "html", (mark,))
    plain = take_out(sentence)
    assert plain.alts == ("of the bay",)
    alignment = aligned(plain.text, plain.text)
    assert put_back(sentence, plain, plain.text, alignment, ['" onload="x']) == (
        'A map <img alt="&quot; onload=&quot;x"> hangs.'
    )


def test_a_link_follows_its_words_to_another_place() -> None:
    sentence = segment("I read [the report](/r) yesterday.")
    plain = take_out(sentence)
    translation = "Dün raporu okudum."  # yesterday, report, read
    alignment = aligned(plain.text, translation, {0: 4, 1: 3, 2: 1})
    assert put_back(sentence, plain, translation, alignment) == "Dün [raporu](/r) okudum."


def test_a_suffix_after_an_apostrophe_is_inside_the_link() -> None:
    sentence = segment("The mayor of [Izmir](/i) spoke.")
    plain = take_out(sentence)
    translation = "İzmir'in başkanı konuştu."
    alignment = aligned(plain.text, translation, {0: 3, 1: 1, 2: 4})
    assert put_back(sentence, plain, translation, alignment) == "[İzmir'in](/i) başkanı konuştu."


@pytest.mark.parametrize("text", ["a `b` c", "`b`", "`a` and `a`"])
def test_a_draft_that_lost_a_placeholder_is_refused(text: str) -> None:
    plain = take_out(segment(text))
    draft = forgetful([plain.text])[0]
    with pytest.raises(LostError, match=r"lost `|no words"):
        put_back(segment(text), plain, draft.text, draft.alignment)


@pytest.mark.parametrize("answer", ["A ⟦0⟧ ⟦0⟧", "A ⟦0⟧ ⟦3⟧", "A ⟦0⟧ ⟦"])
def test_a_draft_with_one_placeholder_too_many_is_refused(answer: str) -> None:
    plain = take_out(segment("a `b`"))
    with pytest.raises(LostError):
        put_back(segment("a `b`"), plain, answer, aligned(plain.text, answer))


@pytest.mark.parametrize(
    ("syntax", "words", "expected"),
    [
        ("html", "a < b & c", "a &lt; b &amp; c"),
        ("markdown", "a * b _c_ snake_case", r"a \* b \_c\_ snake_case"),
        ("text", "a < b * c", "a < b * c"),
    ],
)
def test_what_the_engine_wrote_is_spelled_so_that_it_is_no_markup(
    syntax: str, words: str, expected: str
) -> None:
    sentence = segment("plain words", syntax)
    result = put_back(sentence, take_out(sentence), words, aligned("plain words", words))
    assert result == expected


@pytest.mark.parametrize(
    ("source", "translation", "expected"),
    [
        ("“No,” he said.", '"Hayır" dedi.', "“Hayır” dedi."),
        ("It’s Izmir’s.", "İzmir'in.", "İzmir’in."),
        ('"No," he said.', '"Hayır" dedi.', '"Hayır" dedi.'),
        ("‘No,’ he said.", "'Hayır' dedi.", "‘Hayır’ dedi."),
        ("“A” and “b”", '"A" ile "b"', "“A” ile “b”"),
    ],
)
def test_quotes_come_back_as_the_source_has_them(
    source: str, translation: str, expected: str
) -> None:
    assert typographic(source, translation) == expected


WORDS = st.text("abcdefg", min_size=1, max_size=6)


@st.composite
def marked_up(draw: st.DrawFn, depth: int = 2) -> str:
    pieces = []
    for _ in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(["word", "word", "code", "link", "bold", "note"]))
        inner = draw(marked_up(depth - 1)) if depth and kind in ("link", "bold") else draw(WORDS)
        number = draw(st.integers(0, 9))
        pieces.append(
            {
                "word": inner,
                "code": f"`{inner}`",
                "link": inner if "[" in inner else f"[{inner}](/{number})",
                "bold": inner if "*" in inner else f"**{inner}**",
                "note": f"{draw(WORDS)}[^{number}]",
            }[kind]
        )
    return " ".join(pieces)


@given(marked_up(), st.randoms(use_true_random=False))
def test_every_mark_is_there_once_and_pairs_nest_whatever_the_engine_does(text, random):
    sentence = segment(text)
    plain = take_out(sentence)
    words = plain.text.split()
    random.shuffle(words)
    links = {number: random.randrange(len(words)) for number in range(len(words))}
    translation = " ".join(words)
    result = put_back(sentence, plain, translation, aligned(plain.text, translation, links))

    def marks(markup: str) -> list[str]:
        return sorted(re.findall(r"`[^`]*`|\[\^\d\]|\]\(/\d\)|\[|\*\*", markup))

    assert marks(result) == marks(text)
    assert nests(result)


def nests(text: str) -> bool:
    opened: list[str] = []
    for mark in re.findall(r"\[(?!\^)|(?<=[^\]\d])\]\(/\d\)|(?<=\d)\]\(/\d\)|\*\*", text):
        if mark[0] == "]" or (mark == "**" and "**" in opened):
            if not opened or opened.pop() != ("[" if mark[0] == "]" else "**"):
                return False
        else:
            opened.append(mark)
    return not opened
