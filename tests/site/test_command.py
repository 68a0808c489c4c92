"""`translate site` on the command line."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.site.folder import MARKDOWN, Folder
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


def test_an_address_that_is_none_is_wrong_usage(folder: Folder) -> None:
    assert site(folder, "--base-url", "example.org").exit_code == 2
