"""How long `--help` takes, beside the import of typer alone."""

import subprocess
import sys
from collections.abc import Iterator
from statistics import median
from time import perf_counter

TIMES = 15


def rows() -> Iterator[tuple[str, ...]]:
    """Yield (what, measured, wanted)."""
    runs = [
        (_seconds("-c", "import typer"), _seconds("-m", "translate", "--help"))
        for _ in range(TIMES)
    ]
    bare, ours = map(median, zip(*runs, strict=True))
    yield "times as long as `import typer` takes for --help", f"{ours / bare:.2f}", "1.5"


def _seconds(*arguments: str) -> float:
    start = perf_counter()
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - start
