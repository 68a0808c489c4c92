"""Measure what the defaults of `--beam` and `--threads` were chosen by.

`python -m tests.benchmarks.settings [PREFIX…]`: each PREFIX.en, PREFIX.tr is a test set, of which
the first sentences are taken; by default those that lie beside the project.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from tests.benchmarks import sets
from tests.benchmarks.sets import Pairs
from translate import packages, screen
from translate.batches import alone
from translate.engine import BEAM, load
from translate.packages import Package

BEAMS = (1, 2, 3, 4, 6, 8)
THREADS = (1, 2, 4)
EACH = 500  # sentences of a set


def rows(pairs: Pairs, package: Package) -> Iterator[tuple[str, ...]]:
    """Yield (setting, chrF2, seconds); loading the model does not count."""
    for beam in BEAMS:
        yield f"--beam {beam}", *_measured(pairs, package, None, beam)
    for threads in THREADS:
        yield f"--threads {threads}", *_measured(pairs, package, threads, BEAM)


def _measured(pairs: Pairs, package: Package, threads: int | None, beam: int) -> tuple[str, str]:
    engine = load(package, threads, beam)
    start = perf_counter()
    drafts = alone(engine(pairs.sources))
    seconds = perf_counter() - start
    quality = sets.chrf([draft.text for draft in drafts], pairs.references)
    return f"{quality:.2f}", f"{seconds:.1f}"


def main(prefixes: list[Path]) -> None:
    """Print the table."""
    found = [sets.read(prefix) for prefix in prefixes]
    pairs = Pairs(
        [source for part in found for source in part.sources[:EACH]],
        [reference for part in found for reference in part.references[:EACH]],
    )
    package = packages.choose(None, os.environ).package
    screen.table(("setting", "chrF", "seconds"), list(rows(pairs, package)), sys.stdout)


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or [sets.FLORES, sets.NEWS])
