"""Memories of other tools, as OmegaT, Trados and the Translate Toolkit write them."""

from pathlib import Path

import pytest

from translate import tmx
from translate.errors import TranslateError

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
FILE = HEAD + '<tmx version="1.4"><header srclang="en-US"/><body>{}</body></tmx>\n'
UNIT = '<tu><tuv xml:lang="en-US"><seg>{}</seg></tuv><tuv xml:lang="tr-TR"><seg>{}</seg></tuv></tu>'


def pairs(tmp_path: Path, content: str | bytes) -> list[tuple[str, str]]:
    path = tmp_path / "old.tmx"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(tmx.read(path))


def test_units_are_pairs(tmp_path: Path) -> None:
    body = UNIT.format("The boat left.", "Tekne gitti.") + UNIT.format("One &amp; two", "Bir, iki")
    found = pairs(tmp_path, FILE.format(body))
    assert found == [("The boat left.", "Tekne gitti."), ("One & two", "Bir, iki")]


def test_markup_is_text(tmp_path: Path) -> None:
    def bold(words: str) -> str:
        return f'<bpt i="1">&lt;b&gt;</bpt>{words}<ept i="1">&lt;/b&gt;</ept>'

    body = UNIT.format(f"A {bold('big')} boat", f"<hi>{bold('Büyük')}</hi> bir tekne")
    found = pairs(tmp_path, FILE.format(body))
    assert found == [("A <b>big</b> boat", "<b>Büyük</b> bir tekne")]


def test_other_languages_are_passed_over(tmp_path: Path) -> None:
    body = UNIT.format("One", "Bir").replace("tr-TR", "de-DE") + UNIT.format("Two", "İki")
    assert pairs(tmp_path, FILE.format(body)) == [("Two", "İki")]


def test_each_translation_is_a_pair(tmp_path: Path) -> None:
    body = UNIT.format("One", 'Bir</seg></tuv><tuv lang="TR"><seg>Tek')
    assert pairs(tmp_path, FILE.format(body)) == [("One", "Bir"), ("One", "Tek")]


def test_turkish_may_come_first_and_lines_may_be_broken(tmp_path: Path) -> None:
    body = (
        '<tu><prop type="x">y</prop><tuv xml:lang="tr"><seg>Tekne\n  gitti.</seg></tuv>'
        '<tuv xml:lang="EN"><note>n</note><seg>The boat\n  left.</seg></tuv></tu>'
    )
    assert pairs(tmp_path, FILE.format(body)) == [("The boat left.", "Tekne gitti.")]


def test_utf_16_as_trados_writes_it(tmp_path: Path) -> None:
    file = FILE.replace("UTF-8", "UTF-16").format(UNIT.format("One", "Şu"))
    assert pairs(tmp_path, file.encode("utf-16")) == [("One", "Şu")]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (FILE.format(UNIT)[:-20], "line 3: the file is cut off: export it again"),
        ("msgid", "line 1: syntax error"),
        ("", "line 1: the file is cut off: export it again"),
        ("<html></html>", "line 1: <html> is no translation memory"),
        (FILE.format("&bomb;").replace(' SYSTEM "tmx14.dtd"', ' [<!ENTITY bomb "b">]'), "“bomb”"),
        (FILE.format("").replace("UTF-8", "latin-99"), "line 1: unknown encoding"),
    ],
)
def test_a_broken_file_is_refused(content: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(TranslateError, match=reason) as error:
        pairs(tmp_path, content)
    assert str(error.value).startswith(f"{tmp_path / 'old.tmx'}: ")


def test_a_file_on_this_machine_is_never_drawn_in(tmp_path: Path) -> None:
    hostile = '<!DOCTYPE tmx [<!ENTITY file SYSTEM "/etc/hostname">]>'
    content = FILE.format(UNIT.format("One", "&file;")).replace(
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">', hostile
    )
    with pytest.raises(TranslateError, match="“file” is declared"):
        pairs(tmp_path, content)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TranslateError, match="check the path"):
        list(tmx.read(tmp_path / "none.tmx"))
