"""Files of the site on the disk: written once, removed when asked, others never touched."""

from pathlib import Path

import pytest

from translate.errors import TranslateError
from translate.files import LIST
from translate.site.publish import publish

PAGES = {"index.html": b"list", "tr/posts/a.html": b"page"}


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    assert publish(tmp_path, PAGES, (), False).written == 2
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    again = publish(tmp_path, PAGES, (), False)
    assert (again.written, again.unchanged, again.stale) == (0, 2, ())
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_a_file_that_the_program_did_not_write_is_never_touched(tmp_path: Path) -> None:
    own = tmp_path / "index.html"
    own.write_bytes(b"mine")
    with pytest.raises(TranslateError, match="did not write"):
        publish(tmp_path, PAGES, (), True)
    assert own.read_bytes() == b"mine"
    assert not (tmp_path / "tr").exists()


def test_pages_of_no_post_are_told_and_removed_when_that_is_asked_for(tmp_path: Path) -> None:
    publish(tmp_path, PAGES, (), False)
    (tmp_path / "tr" / "mine.html").write_bytes(b"mine")
    page = tmp_path / "tr" / "posts" / "a.html"
    assert publish(tmp_path, {"index.html": b"list"}, (), False).stale == (page,)
    assert page.exists()
    assert publish(tmp_path, {"index.html": b"list"}, (), True).stale == (page,)
    assert not page.parent.exists()
    assert (tmp_path / "tr" / "mine.html").exists()
    assert publish(tmp_path, {"index.html": b"list"}, (), True).stale == ()


def test_the_page_of_a_post_that_was_refused_stays(tmp_path: Path) -> None:
    publish(tmp_path, PAGES, (), False)
    publish(tmp_path, {"index.html": b"list"}, {"tr/posts/a.html"}, True)
    assert (tmp_path / "tr" / "posts" / "a.html").exists()


def test_what_a_kill_left_behind_is_known_as_ours(tmp_path: Path) -> None:
    publish(tmp_path, PAGES, (), False)
    (tmp_path / "index.html").unlink()
    assert publish(tmp_path, PAGES, (), False).written == 1


@pytest.mark.parametrize("line", ["../victim", "/victim", "a/../../victim"])
def test_a_list_that_somebody_changed_leads_nowhere_else(tmp_path: Path, line: str) -> None:
    out = tmp_path / "site"
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    out.mkdir()
    (out / LIST).write_text(line.replace("/victim", str(victim)) if line[0] == "/" else line)
    publish(out, PAGES, (), True)
    assert victim.exists()


@pytest.mark.parametrize("link", ["tr", "tr/posts", "tr/posts/a.html", LIST])
def test_nothing_is_written_through_a_link_out_of_the_folder(tmp_path: Path, link: str) -> None:
    out, other = tmp_path / "site", tmp_path / "other"
    (out / link).parent.mkdir(parents=True)
    other.mkdir()
    (out / link).symlink_to(other if "." not in link else other / "new")
    with pytest.raises(TranslateError, match="a link leads out of"):
        publish(out, PAGES, (), True)
    assert not list(other.iterdir())
    assert not (out / "index.html").exists()


def test_nothing_is_removed_through_a_link_out_of_the_folder(tmp_path: Path) -> None:
    out, other = tmp_path / "site", tmp_path / "other"
    publish(out, PAGES, (), False)
    (out / "tr/posts").rename(other)
    (out / "tr/posts").symlink_to(other)
    assert publish(out, {"index.html": b"list"}, (), True).stale == ()
    assert (other / "a.html").read_bytes() == b"page"
