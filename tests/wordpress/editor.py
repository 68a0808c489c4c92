"""What the block editor says of a post: its own scripts, in Chromium."""

import html
import json
import shutil
import subprocess

from tests.wordpress.server import WordPress

# A block is invalid if what it would save is not what stands in the post.
SCRIPT = """
wp.blockLibrary.registerCoreBlocks();
const invalid = (block) =>
  [...(block.isValid ? [] : [block.name]), ...block.innerBlocks.flatMap(invalid)];
const contents = JSON.parse(document.getElementById("contents").textContent);
const found = contents.map((content) => wp.blocks.parse(content).flatMap(invalid));
document.getElementById("found").textContent = JSON.stringify(found);
"""
BROWSER = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom")


def missing() -> str:
    """Return what is not installed, "" if nothing."""
    return "" if shutil.which("chromium") else "needs chromium: see .ci/run"


def invalid_blocks(site: WordPress, contents: list[str]) -> list[list[str]]:
    """Return for each content the names of its blocks that the editor calls invalid."""
    page = site.folder / "editor.html"
    page.write_text(
        f'<!doctype html><meta charset="utf-8"><pre id="found"></pre><pre id="contents">'
        f"{html.escape(json.dumps(contents))}</pre>{site.call('scripts')}<script>{SCRIPT}</script>",
        encoding="utf-8",
    )
    done = subprocess.run(
        [*BROWSER, f"--user-data-dir={site.folder / 'chromium'}", page.as_uri()],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    found = done.stdout.partition('<pre id="found">')[2].partition("</pre>")[0]
    assert found, "the editor's scripts do not run"
    judged: list[list[str]] = json.loads(html.unescape(found))
    return judged
