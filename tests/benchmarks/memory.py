"""How much memory drafting takes: many posts beside few, each in a process of its own."""

import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks import posts

FEW, MANY, LENGTH = 50, 2000, 5


def rows(sentences: Sequence[str], folder: Path) -> Iterator[tuple[str, ...]]:
    """Yield (what, measured, wanted)."""
    # Each sentence anew, so that none is drafted once for several posts.
    numbered = [
        sentences[number % len(sentences)].replace(" ", f" {number} ", 1)
        for number in range(MANY * LENGTH)
    ]
    posts.write(numbered[: FEW * LENGTH], LENGTH, folder / "few" / "en")
    posts.write(numbered, LENGTH, folder / "many" / "en")
    few, many = _peak(folder / "few"), _peak(folder / "many")
    few_again, many_again = _peak(folder / "few"), _peak(folder / "many")
    yield f"peak memory with {FEW} posts, MB", f"{few:.0f}", ""
    yield f"times as much memory with {MANY} posts", f"{many / few:.2f}", "1.3"
    yield "the same when nothing is new", f"{many_again / few_again:.2f}", "1.3"


def _peak(folder: Path) -> float:
    """Return the peak memory of drafting the posts of a folder, in MB."""
    code = "from translate.cli import app; app(['draft', 'en', '--source', 'en'])"
    measured = f"import resource, atexit; atexit.register(lambda: print({_USAGE})); {code}"
    command = [sys.executable, "-c", measured]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1]) / 1000


_USAGE = f"resource.getrusage({resource.RUSAGE_SELF}).ru_maxrss"
