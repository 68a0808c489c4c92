"""Every parser of ours, fuzzed for some seconds with what it covers as a guide. Slow."""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.broken.catalogs import CATALOG
from tests.broken.posts import BASES
from tests.fuzz.targets import TARGETS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("atheris") is None, reason="no atheris for this Python"),
]

SECONDS = 4
ROOT = Path(__file__).parents[1]
THREE = "\n===\n".join(
    [
        "Some **old** [press cards](/x) of 1,000 or two million & `code`.",
        "Eski **basın** kartları ⟦0⟧ 1.000 ya da iki milyon",
        "The press card of 5 cards' owners.",
    ]
)
SEEDS = {
    "wordpress": [
        '<!-- wp:image {"alt":"A boat"} --><p>A <b>boat</b></p><!-- /wp:image -->',
        '[caption id="x"]A boat[/caption]\n\nSome words.\n[gallery ids="1"]<!--more-->',
    ],
    "exports": [
        "<item><title>A boat</title><content:encoded><![CDATA[<p>Words]]></content:encoded>"
        "<wp:post_id>1</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>"
        "<wp:post_name>a</wp:post_name></item>",
    ],
    "memories": [
        '<tu><tuv xml:lang="en"><seg>A <ph x="1">b</ph></seg></tuv><tuv xml:lang="tr"><seg>B</seg>'
        "</tuv></tu>",
    ],
    "broken": ["ferry"],
    "text": [BASES["txt"]],
    "markdown": [BASES["md"]],
    "html": [BASES["html"]],
    "pages": list(BASES.values()),
    "front_matter": ['title: "a: b"\nx: {alt: c}\nlist:\n  - alt: >-\n      d', 'title = "a"\n[b]'],
    "catalogs": [CATALOG],
    "detection": [BASES["txt"], 'Il pleut sur la ville. "Das ist ein Satz." It rains on the town.'],
}


def fuzz(name: str, seconds: int, folder: Path) -> tuple[int, list[bytes], str]:
    """Fuzz a target; return how that ended, the inputs that broke it, and what was told."""
    seeds = folder / name
    seeds.mkdir()
    for number, seed in enumerate(SEEDS.get(name, [THREE])):
        (seeds / f"seed{number}").write_text(seed, encoding="utf-8")
    command = [sys.executable, "-m", "tests.fuzz", name, str(seconds), str(seeds)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace")
    broke = [path.read_bytes() for path in folder.glob(f"{name}-*")]
    return done.returncode, broke, "\n".join((done.stdout + done.stderr).splitlines()[-40:])


@pytest.mark.parametrize("name", TARGETS)
def test_no_input_breaks_an_invariant_or_hangs(name: str, tmp_path: Path) -> None:
    code, broke, told = fuzz(name, SECONDS, tmp_path)
    assert (code, broke) == (0, []), told
    assert re.search(r"DONE +cov: [1-9]", told), told


def test_what_breaks_an_invariant_is_found(tmp_path: Path) -> None:
    code, broke, told = fuzz("broken", SECONDS, tmp_path)
    assert code, told
    assert broke[0].startswith(b"fog")
