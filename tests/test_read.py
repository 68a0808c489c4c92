"""Files become posts: found, named, decoded, refused."""

import os
import shutil
from pathlib import Path

import pytest

from tests.wordpress import exports
from translate.errors import TranslateError
from translate.page import IN_TURKISH, MARKER, SPELLED
from translate.post import join
from translate.read import Reading, encode, find, judge, read

TEXT = (
    "Night ferry\n\n"
    "The ferry that crosses the strait at night will stop running, the council said on Monday. "
    "It has sailed for a century, and nobody on board believes that it will ever come back.\n"
)


def write(path: Path, text: str = TEXT, encoding: str = "utf-8") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


def judged(path: Path, source: str | None = None) -> Reading:
    [post] = read("a", path)
    return judge(post, source)


def test_folders_are_read_recursively_and_posts_named_by_their_path(tmp_path: Path) -> None:
    write(tmp_path / "b.md")
    write(tmp_path / "2024" / "a.txt")
    write(tmp_path / ".git" / "c.txt")
    write(tmp_path / "photo.jpg")
    listing = find([tmp_path])
    assert [name for name, _ in listing.files] == ["2024/a", "b"]
    assert listing.ignored == 1
    assert listing.refused == ()


def test_a_file_given_alone_has_its_own_name(tmp_path: Path) -> None:
    path = write(tmp_path / "2024" / "a.txt")
    assert find([path]).files == (("a", path),)


def test_two_posts_of_one_name_are_both_refused(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "a.md")
    listing = find([tmp_path])
    assert listing.files == ()
    assert "a.md" in listing.refused[0]
    assert "a.txt" in listing.refused[0]


def test_so_are_two_exports_that_would_have_the_same_catalogs(tmp_path: Path) -> None:
    export = exports.write(tmp_path, exports.item(1))
    shutil.copy(export, tmp_path / "old-site.xml")
    shutil.copy(export, tmp_path / "old site.xml")
    listing = find([tmp_path])
    assert [name for name, _ in listing.files] == ["export"]
    assert "old site.xml and " in listing.refused[0]


@pytest.mark.parametrize("name", ["missing.txt", "photo.jpg", "empty"])
def test_what_is_no_post_is_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path / "photo.jpg")
    (tmp_path / "empty").mkdir()
    listing = find([tmp_path / name])
    assert listing.files == ()
    assert len(listing.refused) == 1
    assert name in listing.refused[0]


@pytest.mark.parametrize(
    ("bom", "codec", "name"),
    [
        (b"", "utf-8", "utf-8"),
        (b"\xef\xbb\xbf", "utf-8", "utf-8-sig"),
        (b"\xff\xfe", "utf-16-le", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be", "utf-16-be"),
        (b"", "cp1252", "cp1252"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_file_is_read_and_written_back_as_it_came(
    tmp_path: Path, bom: bytes, codec: str, name: str, newline: str
) -> None:
    text = (TEXT + "\nA café for £3 – “cheap”.\n").replace("\n", newline)
    path = tmp_path / "a.txt"
    path.write_bytes(bom + text.encode(codec))
    [post] = read("a", path)
    assert post.encoding == name
    assert join(post.parts) == text
    assert encode(join(post.parts), post.encoding) == path.read_bytes()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\r\n", "empty"),
        (b"\x89PNG\r\n\x00\x00", "binary"),
        ("Yağmur yağıyor, şarkı söylüyor".encode() + b"\xff\xfe end", "not valid UTF-8"),
        (b"\xff\xfea\x00b", "neither UTF-8"),
        (b"caf\x81\x8d", "neither UTF-8"),
    ],
)
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(TranslateError, match=reason) as error:
        list(read("a", path))
    assert str(path) in str(error.value)


def test_an_english_post_is_not_skipped(tmp_path: Path) -> None:
    reading = judged(write(tmp_path / "a.txt"))
    assert (reading.verdict.language, reading.skip) == ("en", "")


def test_a_turkish_post_is_skipped_as_already_turkish(tmp_path: Path) -> None:
    turkish = "Belediye, geceleri boğazı geçen vapurun artık çalışmayacağını açıkladı. " * 5
    assert judged(write(tmp_path / "a.txt", turkish)).skip == "already Turkish"


def test_a_short_post_is_unsure_unless_its_language_is_given(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "Patience is a virtue.")
    assert "unsure" in judged(path).skip
    assert judged(path, "en").skip == ""


def test_a_post_of_another_language_is_translated_as_a_whole_if_asked(tmp_path: Path) -> None:
    german = "Die Fähre, die nachts über die Meerenge fährt, wird eingestellt. " * 5
    path = write(tmp_path / "a.txt", german)
    assert len(judged(path, "en").post.segments) == 5


def test_a_file_without_prose_is_skipped_and_says_so(tmp_path: Path) -> None:
    path = write(tmp_path / "a.md", "```\ncode\n```\n")
    assert judged(path, "en").skip == "nothing in it to translate"


@pytest.mark.parametrize("line", [IN_TURKISH, SPELLED])
def test_a_page_that_the_program_wrote_is_turkish_whatever_it_holds(
    tmp_path: Path, line: str
) -> None:
    path = write(tmp_path / "a.html", f"<p>{TEXT}</p>\n<p>{MARKER}{line}: <a>İngilizce</a></p>")
    assert judged(path).skip.startswith("already Turkish")


def test_pipes_and_links_that_lead_nowhere_are_no_posts(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "link.md").symlink_to("nowhere.md")
    write(tmp_path / "a.txt")
    assert [name for name, _ in find([tmp_path]).files] == ["a"]
    assert "no such file" in find([tmp_path / "pipe.md"]).refused[0]


def test_a_file_that_is_named_twice_is_one_post(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    assert len(find([path, tmp_path / "." / "a.txt"]).files) == 1


def test_a_path_longer_than_the_system_allows_is_no_file() -> None:
    assert find([Path("a" * 300)]).refused == (
        f"{'a' * 300}: no such file or folder: check the path",
    )


def test_the_language_that_a_page_declares_is_only_mentioned(tmp_path: Path) -> None:
    german = "Die Fähre, die nachts über die Meerenge fährt, wird eingestellt. " * 5
    path = write(tmp_path / "a.html", f'<html lang="en"><body><p>{german}</p></body></html>')
    assert judged(path).skip.startswith('German, not English, the page says "en"')
