"""`translate site` on the command line."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.site.folder import MARKDOWN, Folder
from tests.wordpress import exports
from translate.cli import app


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path)
    made.post("ferry.md", MARKDOWN)
    made.draft()
    made.review("ferry")
    return made


def site(folder: Folder, *options: str) -> Result:
    posts, locales = str(folder.root / "en"), str(folder.root / "locales")
    command = ["site", posts, "--locales", locales, "--out", str(folder.out), *options]
    return CliRunner().invoke(app, command)


def test_the_second_run_writes_nothing(folder: Folder) -> None:
    assert "5 files written, 0 unchanged" in site(folder).stderr
    assert "0 files written, 5 unchanged" in site(folder).stderr


def test_a_removed_post_loses_its_pages_when_that_is_asked_for(folder: Folder) -> None:
    folder.post("other.txt", "Another\n\nA few more words about the same old ferry.\n")
    site(folder)
    page = folder.out / "posts" / "other.html"
    (folder.root / "en" / "other.txt").unlink()
    assert "other.html: no post has this page any more: --prune" in site(folder).stderr
    assert page.exists()
    assert "other.html: no post has this page any more: removed" in site(folder, "--prune").stderr
    assert not page.exists()


def test_a_folder_with_other_files_is_refused_on_one_line(folder: Folder) -> None:
    folder.out.mkdir()
    (folder.out / "index.html").write_text("mine")
    done = site(folder)
    assert done.exit_code == 1
    assert done.stderr.splitlines()[-1].startswith("error: ")
    assert "did not write" in done.stderr
    assert list(folder.out.iterdir()) == [folder.out / "index.html"]


@pytest.mark.parametrize("place", ["en", "en/public"])
def test_pages_among_the_posts_are_no_posts(folder: Folder, place: str) -> None:
    for _ in range(2):
        done = site(folder, "--out", str(folder.root / place))
        assert done.exit_code == 0
    assert [name for name, _ in folder.files] == ["ferry"]
    assert "0 files written" in done.stderr


def test_a_file_in_the_place_of_the_folder_is_an_error_with_a_remedy(folder: Folder) -> None:
    folder.out.write_text("mine")
    assert "cannot be written (File exists): choose another folder" in site(folder).stderr


def test_an_address_that_is_none_is_wrong_usage(folder: Folder) -> None:
    assert site(folder, "--base-url", "example.org").exit_code == 2


def test_of_an_export_those_posts_have_pages_that_are_asked_for(folder: Folder) -> None:
    items = (exports.item(1), exports.item(2, status="draft"), exports.item(3, post_type="film"))
    exports.write(folder.root / "en", *items)
    for options, shown in [
        ((), ["post-1"]),
        (("--status", "publish", "--status", "draft"), ["post-1", "post-2"]),
        (("--type", "film"), ["post-3"]),
    ]:
        site(folder, "--prune", *options)
        pages = sorted((folder.out / "posts" / "export").glob("*.html"))
        assert [page.stem for page in pages] == shown


def test_the_pages_of_an_export_stay_when_it_is_refused(folder: Folder) -> None:
    export = exports.write(folder.root / "en", exports.item(1), exports.item(2))
    site(folder)
    export.write_text(export.read_text().replace("</channel>", ""))
    done = site(folder, "--prune")
    assert done.exit_code == 1
    assert "post-1.html" not in done.stderr
    assert (folder.out / "posts" / "export" / "post-1.html").exists()
