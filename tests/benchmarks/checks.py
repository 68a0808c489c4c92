"""How often the checks of `translate review` are wrong about good translations, and how fast.

`python -m tests.benchmarks.checks [--show] [PREFIX ...]`: each PREFIX.en, PREFIX.tr is a test set
of human translations, of which the first 500 are taken; by default the devtest of FLORES and
newstest2018, which lie beside the project. What fires is counted as wrong, slips of the
translators included; `--show` prints it.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

from tests.benchmarks import sets
from translate import screen
from translate.catalog import Catalog
from translate.entry import Entry
from translate.glossary import Glossary
from translate.inline import protect
from translate.post import Segment
from translate.proofread import CHECKS, Finding, proofread
from translate.review import together

COUNT = 500  # of each set
WANTED = 3.0  # per cent at most

Judged = tuple[Entry, tuple[Finding, ...]]


def judged(prefix: Path) -> list[Judged]:
    """Return the pairs of a set and what the checks find in them, as if they were one post."""
    pairs = sets.read(prefix)
    sources, targets = pairs.sources[:COUNT], pairs.references[:COUNT]
    entries = [Entry(*pair, line=at) for at, pair in enumerate(zip(sources, targets, strict=True))]
    segments = [_segment(entry.msgid) for entry in entries]
    alone = proofread(list(zip(segments, entries, strict=True)), Glossary())
    beside = together({prefix: Catalog("", tuple(entries))})
    return [
        (entry, (*found, *beside.get((prefix, entry.line), ())))
        for entry, found in zip(entries, alone, strict=True)
    ]


def _segment(text: str) -> Segment:
    return Segment(text, text, "paragraph", "", 1, 0, marks=protect(text, ()))


def rows(found: Sequence[Judged]) -> Iterator[tuple[str, ...]]:
    """Yield (check, findings, share, wanted)."""
    counts = Counter(finding.check for _, findings in found for finding in findings)
    for check in [*(check.name for check in CHECKS), "inconsistent", "reused"]:
        share = 100 * counts[check] / len(found)
        yield check, str(counts[check]), f"{share:.1f} %", f"{WANTED} %"


def main(show: bool, prefixes: Sequence[Path]) -> None:
    """Print the share of each check, and how long all of them took."""
    start = perf_counter()
    found = [pair for prefix in prefixes for pair in judged(prefix)]
    seconds = perf_counter() - start
    for entry, findings in found if show else ():
        for finding in findings:
            lines = f"{finding.check}: {finding.reason}", entry.msgid, entry.msgstr
            sys.stdout.write("\n  ".join(lines) + "\n")
    screen.table(("check", "findings", "share", "wanted under"), [*rows(found)], sys.stdout)
    sys.stdout.write(f"{len(found)} pairs in {seconds:.1f} s\n")


if __name__ == "__main__":
    named = [Path(name) for name in sys.argv[1:] if name != "--show"]
    main("--show" in sys.argv, named or [sets.FLORES, sets.NEWS])
