"""An export of 200 MB takes the memory of a small one, one of many posts no more time for each."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.wordpress.exports import HEAD, PROSE, TAIL, item
from translate.post import join
from translate.wordpress.importable import collecting
from translate.wordpress.item import USUAL, read

pytestmark = pytest.mark.slow

GROUPED = (
    '<category domain="language" nicename="en"></category>'
    '<category domain="post_translations" nicename="pll_{}"></category>\n'
)
SIZES = {"small": 2 << 20, "large": 200 << 20}
PARAGRAPH = f"<!-- wp:paragraph -->\n<p>{PROSE}</p>\n<!-- /wp:paragraph -->\n\n"
# What a process has used at most, in MB, after it read and wrote an export.
RUN = """
import resource, sys
from pathlib import Path
from translate.draft import Settings as Drafting, draft
from translate.build import Settings as Building, build
from tests.engines import engine, upper
path, folder = Path(sys.argv[1]), Path(sys.argv[2])
files, heard = [("export", path)], lambda *_: None
list(draft(files, Drafting(folder / "locales", "upper 1.0"), lambda: engine(upper), heard))
done = list(build(files, Building(folder / "locales", folder / "tr", drafts=True)))
assert {outcome.status for outcome in done} == {"written"}, done[:3]
print(len(done), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10)
"""


def write(path: Path, size: int) -> None:
    """Write an export in which 40 posts are published, and all the rest are revisions of 60 KB."""
    with path.open("w", encoding="utf-8") as file:
        file.write(HEAD)
        for number in range(1, 41):
            file.write(item(number, f"<![CDATA[{PARAGRAPH * 4}]]>"))
        revision = item(
            41, f"<![CDATA[{PARAGRAPH * 350}]]>", post_type="revision", status="inherit"
        )
        for _ in range(size // len(revision)):
            file.write(revision)
        file.write(TAIL)


def peak(folder: Path, size: int) -> int:
    folder.mkdir()
    path = folder / "export.xml"
    write(path, size)
    done = subprocess.run(
        [sys.executable, "-c", RUN, path, folder],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    posts, memory = map(int, done.stdout.split())
    assert posts == 40
    return memory


def test_memory_does_not_grow_with_the_export(tmp_path: Path) -> None:
    small, large = (peak(tmp_path / name, size) for name, size in SIZES.items())
    assert large < small + 50


def seconds(path: Path, count: int) -> float:
    """Return how long a core takes to read an export of a site with Polylang and collect it all."""
    with path.open("w", encoding="utf-8") as file:
        file.write(HEAD)
        for number in range(1, count + 1):
            file.write(item(number, PROSE, more=GROUPED.format(number)))
        file.write(TAIL)
    start = time.process_time()
    with collecting(path, None) as importable:
        for post in read("export", path, USUAL):
            importable.add(post.item, join(post.parts), True)
        assert sum(map(len, importable.chunks())) > count
    return time.process_time() - start


def test_time_grows_with_the_number_of_posts_and_no_faster(tmp_path: Path) -> None:
    few, many = (seconds(tmp_path / f"{count}.xml", count) for count in (1_000, 8_000))
    assert many < 16 * few
