"""Real exports, as other programs' tests have them, through the whole pipeline in capitals."""

import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.conftest import SAMPLES
from tests.engines import engine, upper
from tests.wordpress.test_export import joined
from translate.build import Outcome, build
from translate.build import Settings as Building
from translate.draft import Settings as Drafting
from translate.draft import draft

PATHS = sorted((SAMPLES / "wxr").glob("*.xml")) if SAMPLES.is_dir() else []

pytestmark = pytest.mark.skipif(not PATHS, reason="the samples are not on this machine")


def run(folder: Path, path: Path) -> list[Outcome]:
    settings = Drafting(folder / "locales", "upper 1.0", "en")
    files = [(path.stem, path)]
    list(draft(files, settings, lambda: engine(upper), lambda *_: None))
    return list(build(files, Building(folder / "locales", folder / "tr", drafts=True)))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_literal_text_and_posts_joined_are_the_export(path: Path) -> None:
    assert joined(path) == path.read_bytes()


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_its_posts_go_back_into_an_export_of_their_own(tmp_path: Path, path: Path) -> None:
    made = run(tmp_path, path)
    written = [outcome for outcome in made if outcome.status == "written"]
    tree = ElementTree.parse(tmp_path / "tr" / path.name)  # noqa: S314 (it is ours)
    assert len(tree.findall("channel/item")) == len(written) > 0
    assert {each.status for each in run(tmp_path, path)} <= {"unchanged", "skipped"}


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is missing")
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_gettext_accepts_every_catalog(tmp_path: Path, path: Path) -> None:
    run(tmp_path, path)
    for catalog in (tmp_path / "locales").rglob("*.po"):
        done = subprocess.run(
            ["msgfmt", "--check", "-o", "/dev/null", catalog], capture_output=True
        )
        assert (done.returncode, done.stderr) == (0, b""), catalog
