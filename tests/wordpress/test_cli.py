"""Exports on the command line, with the embedded model."""

import json
import shutil
from pathlib import Path

import pytest

from tests.test_cli import translate
from tests.wordpress.exports import FOLDER


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copy(FOLDER / "classic.xml", tmp_path / "old site.xml")
    return tmp_path


def test_an_export_goes_in_and_its_turkish_posts_come_out(site: Path) -> None:
    done = translate(site, "run", "old site.xml", "--out", "tr", "--json")
    assert done.returncode == 0, done.stderr
    (row,) = json.loads(done.stdout)
    assert (row["post"], row["target"], row["status"]) == (
        "old site.xml: salt-rope",
        "tr/old site.xml",
        "written",
    )
    assert "salt-rope: drafted" in done.stderr
    assert (site / "locales/tr/LC_MESSAGES/old-site/salt-rope.po").is_file()
    assert "#: old%20site.xml:19" in (
        site / "locales/tr/LC_MESSAGES/old-site/salt-rope.po"
    ).read_text(encoding="utf-8")
    again = translate(site, "run", "old site.xml", "--out", "tr", "--json")
    assert [row["status"] for row in json.loads(again.stdout)] == ["unchanged"]
    reviewed = json.loads(translate(site, "review", "old site.xml", "--json").stdout)
    assert "old site.xml: salt-rope" in json.dumps(reviewed)


def test_types_and_statuses_are_chosen_by_options(site: Path) -> None:
    rows = {
        options: json.loads(translate(site, "detect", "old site.xml", "--json", *options).stdout)
        for options in [(), ("--status", "draft"), ("--type", "page")]
    }
    assert [[row["post"].partition(": ")[2] for row in found] for found in rows.values()] == [
        ["salt-rope"],
        ["11"],
        [],
    ]


def test_an_unknown_plugin_is_wrong_usage(site: Path) -> None:
    done = translate(site, "build", "old site.xml", "--plugin", "qtranslate")
    assert done.returncode == 2
    assert "one of polylang, wpml, none" in done.stderr


def test_a_file_that_is_no_export_is_an_error_on_one_line(site: Path) -> None:
    (site / "feed.xml").write_text("<rss><channel/></rss>", encoding="utf-8")
    done = translate(site, "run", "feed.xml")
    assert done.returncode == 1
    assert done.stderr.splitlines()[0].startswith("error: feed.xml: no export of WordPress")
    assert "Traceback" not in done.stderr
