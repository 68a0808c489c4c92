"""One post a format from input to catalog to Turkish post, in capitals, to be read side by side.

`UPDATE_GOLDEN=1 pytest tests/test_golden.py` writes the files anew; read the difference.
"""

import os
import shutil
from pathlib import Path

import pytest

from tests.engines import engine, upper
from translate import catalog
from translate.build import Settings as Building
from translate.build import build
from translate.draft import Settings as Drafting
from translate.draft import draft

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", ["text.txt", "markdown.md", "html.html"])
def test_input_catalog_and_output(tmp_path: Path, name: str) -> None:
    post = tmp_path / "en" / name
    post.parent.mkdir()
    shutil.copy(GOLDEN / name, post)
    files = [(post.stem, post)]
    locales = tmp_path / "locales"
    list(draft(files, Drafting(locales, "upper 1.0"), lambda: engine(upper), print))
    list(build(files, Building(locales, tmp_path / "tr", drafts=True)))
    compare(catalog.path(locales, post.stem), GOLDEN / f"{post.stem}.po")
    compare(tmp_path / "tr" / name, GOLDEN / f"{post.stem}.tr{post.suffix}")


def compare(found: Path, expected: Path) -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        shutil.copy(found, expected)
    assert found.read_text(encoding="utf-8") == expected.read_text(encoding="utf-8")
