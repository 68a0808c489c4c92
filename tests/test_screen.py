"""What a person sees, where the output is no terminal: plain lines, whole."""

import re
from io import StringIO

import pytest

from translate.screen import printable, progress, table


def test_numbers_are_flush_right_and_nothing_is_cut_or_folded() -> None:
    out = StringIO()
    name = "a/very/long/name/" * 20
    table(("post", "segments", "confidence"), [(name, 5, 1.0), ("b", 100, 0.123)], out)
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    assert lines[2].startswith(name)
    assert lines[2].endswith("       5   1.00")
    assert lines[3].endswith("     100   0.12")


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def shown(headings: tuple[str, ...], row: tuple[object, ...]) -> list[str]:
    out = Terminal()
    table(headings, [row], out)
    return [line.rstrip() for line in re.sub("\x1b\\[[0-9;]*m", "", out.getvalue()).splitlines()]


def test_long_texts_are_folded_in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = shown(("post", "action"), ("ferry.md", "skip: too few words to tell the language"))
    assert len(lines) == 4
    assert all(len(line) <= 40 for line in lines)


def test_a_table_that_is_too_wide_for_the_terminal_is_a_line_for_each_row(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    headings = ("post", "segments", "reviewed", "untranslated", "")
    assert shown(headings, ("posts/ferry.md", 5, 2, 0, "wait")) == [
        "posts/ferry.md: segments 5, reviewed 2, untranslated 0, wait"
    ]


def test_progress_is_a_line_each_time() -> None:
    out = StringIO()
    with progress(out) as report:
        report(5, 10)
        report(10, 10)
    assert out.getvalue() == "5 of 10 sentences drafted\n10 of 10 sentences drafted\n"


def test_a_text_cannot_speak_to_the_terminal_or_turn_its_line_around() -> None:
    assert printable("a\x1b[2Jb\nc\u202ed ğ") == "a\ufffd[2Jb\ufffdc\ufffdd ğ"
