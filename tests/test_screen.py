"""What a person sees, where the output is no terminal: plain lines, whole."""

from io import StringIO

from translate.screen import printable, progress, table


def test_numbers_are_flush_right_and_nothing_is_cut_or_folded() -> None:
    out = StringIO()
    name = "a/very/long/name/" * 20
    table(("post", "segments", "confidence"), [(name, 5, 1.0), ("b", 100, 0.123)], out)
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    assert lines[2].startswith(name)
    assert lines[2].endswith("       5   1.00")
    assert lines[3].endswith("     100   0.12")


def test_progress_is_a_line_each_time() -> None:
    out = StringIO()
    with progress(out) as report:
        report(5, 10)
        report(10, 10)
    assert out.getvalue() == "5 of 10 sentences drafted\n10 of 10 sentences drafted\n"


def test_a_text_cannot_speak_to_the_terminal_or_turn_its_line_around() -> None:
    assert printable("a\x1b[2Jb\nc\u202ed ğ") == "a\ufffd[2Jb\ufffdc\ufffdd ğ"
