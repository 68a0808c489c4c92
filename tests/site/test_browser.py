"""The site as a browser shows it: on a phone and a desk, in daylight and at night."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from translate.build import Settings as Building
from translate.read import find
from translate.site import Settings, make
from translate.site.publish import publish

ROOT = Path(__file__).parents[2]
CHROMIUM = "/usr/bin/chromium"
PACKAGES = ("axe-core@4.14.1", "playwright-core@1.65.1")
PAGES = (
    "index.html",
    "tr/index.html",
    "posts/night-ferry.html",
    "tr/posts/night-ferry.html",
    "posts/open-council-data.html",
    "tr/posts/open-council-data.html",
    "posts/press-card.html",
    "tr/posts/press-card.html",
    "both/open-council-data.html",
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="chromium is missing (apt-get)"),
    pytest.mark.skipif(shutil.which("npm") is None, reason="npm is missing, which brings axe-core"),
]


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("npm")
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", *PACKAGES]
    subprocess.run(command, cwd=folder, check=True, timeout=240)
    return folder / "node_modules"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the site of our own posts, with drafts, so that there is a page of each kind."""
    out = tmp_path_factory.mktemp("site")
    building = Building(ROOT / "locales", out, True, base_url="https://example.org/")
    made = make(find([ROOT / "corpus/en"]).files, Settings(building, "The Harbour", None, True))
    publish(out, made.files, made.kept, False)
    return out


def look(modules: Path, wanted: list[dict[str, Any]]) -> list[dict[str, Any]]:
    script = Path(__file__).with_name("look.mjs")
    done = subprocess.run(
        ["node", str(script), str(modules)],
        input=json.dumps(wanted),
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
        env=os.environ | {"PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD": "1"},
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def seen(modules: Path, site: Path) -> list[dict[str, Any]]:
    return look(
        modules,
        [
            {"url": (site / page).as_uri(), "width": width, "scheme": scheme}
            for page in PAGES
            for width in (390, 1280)
            for scheme in ("light", "dark")
        ],
    )


def test_axe_finds_nothing(seen: list[dict[str, Any]]) -> None:
    found = {(each["url"], each["width"], each["scheme"]): each["violations"] for each in seen}
    assert len(found) == 4 * len(PAGES)
    assert {key: violations for key, violations in found.items() if violations} == {}


def test_no_page_is_wider_than_the_screen(seen: list[dict[str, Any]]) -> None:
    assert [(each["url"], each["width"]) for each in seen if each["wide"]] == []


def test_pages_have_no_script_and_ask_nobody_else_for_anything(
    seen: list[dict[str, Any]],
) -> None:
    assert sum(each["scripts"] for each in seen) == 0
    ours = "https://example.org/images/velmora-town-hall.jpg"  # the picture that a post shows
    others = {request for each in seen for request in each["requests"]} - {ours}
    assert {request.partition(":")[0] for request in others} == {"file"}


def test_pointing_at_a_sentence_lights_its_partner(modules: Path, site: Path) -> None:
    url = (site / "both/night-ferry.html").as_uri()
    for at in ({"width": 1280}, {"width": 390, "scheme": "dark"}):
        wanted = {**at, "url": url, "lit": "#s4 p > span"}
        plain, pointed, jumped = look(
            modules,
            [wanted, {**wanted, "hover": "#s4 .en"}, {**wanted, "url": f"{url}#s4"}],
        )
        assert len(set(plain["lit"])) == 1
        for lit in (pointed, jumped):
            assert len(lit["lit"]) == 2
            assert lit["lit"][0] == lit["lit"][1] != plain["lit"][0]
            assert lit["violations"] == []
