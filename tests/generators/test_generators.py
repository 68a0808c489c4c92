"""Readers follow the link to the other language and back, on a site that the generator built."""

import hashlib
import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.generators import programs
from tests.generators.sites import FERRY, LIBRARY, SITES, Site

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


class Page(HTMLParser):
    """What readers and search engines find on a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.anchors: dict[str, str] = {}  # words → address
        self.alternates: dict[str, str] = {}  # language → address
        self.words = ""
        self._address = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "a":
            self._address = found.get("href", "")
        elif tag == "link" and found.get("rel") == "alternate" and "hreflang" in found:
            self.alternates[found["hreflang"]] = found["href"]

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._address = ""

    def handle_data(self, data: str) -> None:
        self.words += data
        if self._address:
            self.anchors[data] = self._address


class Built:
    """A site as a web server would serve it."""

    def __init__(self, folder: Path, site: Site) -> None:
        self.folder, self.base = folder / site.output, site.base

    def get(self, address: str) -> Page:
        path = self.folder / unquote(address.removeprefix(self.base)).strip("/")
        file = path / "index.html" if path.is_dir() else path
        return Page(file.read_text(encoding="utf-8"))


def write(folder: Path, site: Site) -> None:
    posts = zip(site.posts.items(), (FERRY, LIBRARY), strict=True)
    files = {
        path: f"{front}\n\n{text}" if front[0].isupper() else f"---\n{front}\n---\n\n{text}"
        for (path, front), text in posts
    }
    for name, text in (files | site.files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def translate(folder: Path, site: Site) -> None:
    given = [site.given] if site.given else [*site.posts]
    subprocess.run(
        [
            sys.executable,
            "-m",
            "translate",
            "run",
            *given,
            "--layout",
            site.layout,
            "--link-source",
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        timeout=120,
    )


def generate(folder: Path, site: Site) -> Built:
    program, *arguments = site.command
    found = programs.find(program)
    if "node_modules" in found.parts:
        (folder / "node_modules").symlink_to(found.parents[1])
        (folder / "package.json").write_text('{"type": "module"}\n')
    done = subprocess.run(
        [found, *arguments],
        cwd=folder,
        env={**os.environ, "ASTRO_TELEMETRY_DISABLED": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return Built(folder, site)


def contents(folder: Path) -> dict[Path, str]:
    return {
        path: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("site", SITES.values(), ids=[*SITES])
def test_the_link_leads_to_the_turkish_page_and_back(tmp_path: Path, site: Site) -> None:
    programs.find(site.command[0])
    write(tmp_path, site)
    translate(tmp_path, site)
    built = generate(tmp_path, site)
    for english, begins in site.pages.items():
        page = built.get(english)
        turkish = urljoin(english, page.anchors["Turkish"])
        assert turkish.startswith(begins)
        version = built.get(turkish)
        assert "Bu yazı makine çevirisidir" in version.words
        assert "council" not in version.words + "library"
        assert urljoin(turkish, version.anchors["İngilizce"]) == english
        if site.knows:
            assert urlsplit(page.alternates["tr"]).path == turkish
            assert urlsplit(version.alternates["en"]).path == english


@pytest.mark.parametrize("name", ["hugo by file name", "jekyll with polyglot", "astro by page"])
def test_a_second_run_writes_nothing(tmp_path: Path, name: str) -> None:
    write(tmp_path, SITES[name])
    translate(tmp_path, SITES[name])
    before = contents(tmp_path)
    translate(tmp_path, SITES[name])
    assert contents(tmp_path) == before
