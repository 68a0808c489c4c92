"""Real posts, as they come from real sites, through the whole pipeline in capitals.

They are other people's text and lie beside the project, not in it.
"""

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from tests.engines import engine, upper
from translate import catalog
from translate.build import Settings as Building
from translate.build import build
from translate.draft import Outcome, draft
from translate.draft import Settings as Drafting
from translate.post import join
from translate.read import encode, find, read

EVERYTHING = find([SAMPLES]).files if SAMPLES.is_dir() else ()
FILES = tuple(file for file in EVERYTHING if file[1].suffix != ".xml")  # one post a file

pytestmark = pytest.mark.skipif(not FILES, reason="the samples are not on this machine")

MARKUP = re.compile(r"<[^<>]+>|`[^`]+`|\]\([^)]*\)|\]\[[^\]]*\]|\{\{.*?\}\}|https?://[^\s<>)\"]+\w")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    run(folder)
    return folder


def run(folder: Path) -> list[Outcome]:
    settings = Drafting(folder / "locales", "upper 1.0")
    outcomes = list(draft(FILES, settings, lambda: engine(upper), print))
    list(build(FILES, Building(folder / "locales", folder / "tr", drafts=True)))
    return outcomes


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(("name", "path"), FILES, ids=[name for name, _ in FILES])
def test_joined_the_parts_are_the_file(name: str, path: Path) -> None:
    [post] = read(name, path)
    assert encode(join(post.parts), post.encoding) == path.read_bytes()


def test_every_english_post_is_drafted_and_nothing_fails(site: Path) -> None:
    skipped = [Path(each.post).name for each in run(site) if each.status != "unchanged"]
    assert skipped == ["de-netzpolitik-abmahnungen.html"]
    assert not [path for path in site.rglob("*.po") if "machine: failed" in path.read_text()]


def test_a_second_run_changes_nothing(site: Path) -> None:
    before = contents(site)
    run(site)
    assert contents(site) == before


@pytest.mark.parametrize("name", [name for name, _ in FILES])
def test_every_piece_of_markup_is_in_its_draft_once(site: Path, name: str) -> None:
    found = catalog.read(catalog.path(site / "locales", name))
    for entry in found.entries if found else ():
        if entry.msgstr:
            assert markup(entry.msgstr) == markup(entry.msgid), entry.msgid


def markup(text: str) -> Counter[str]:
    return Counter(re.sub(r"!\[[^\]]*|alt=\"[^\"]*\"", "", found) for found in MARKUP.findall(text))


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is missing")
@pytest.mark.parametrize("name", [name for name, _ in FILES])
def test_gettext_accepts_every_catalog_and_would_write_it_the_same(site: Path, name: str) -> None:
    path = catalog.path(site / "locales", name)
    if not path.exists():
        pytest.skip("not English: it has no catalog")
    checked = subprocess.run(["msgfmt", "--check", "-o", "/dev/null", path], capture_output=True)
    assert (checked.returncode, checked.stderr) == (0, b"")
    written = subprocess.run(["msgcat", "--no-wrap", path], capture_output=True, check=True)
    assert written.stdout == path.read_bytes()
