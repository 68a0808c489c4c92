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


def shares(found: Sequence[Judged]) -> dict[str, float]:
    """Return in how many of a hundred pairs each check found something."""
    counts = Counter(finding.check for _, findings in found for finding in findings)
    names = [*(check.name for check in CHECKS), "inconsistent", "reused"]
    return {name: 100 * counts[name] / len(found) for name in names}


def rows(prefixes: Sequence[Path]) -> Iterator[tuple[str, ...]]:
    """Yield (what, measured, wanted) of what is wrong most often; nothing without the sets."""
    if all(map(sets.exists, prefixes)):
        found = shares([pair for prefix in prefixes for pair in judged(prefix)])
        worst = max(found, key=lambda name: found[name])
        what = f"% of human translations in which a check finds something, at most ({worst})"
        yield what, f"{found[worst]:.1f}", f"under {WANTED}"


def main(show: bool, prefixes: Sequence[Path]) -> None:
    """Print the share of each check, and how long all of them took."""
    start = perf_counter()
    found = [pair for prefix in prefixes for pair in judged(prefix)]
    seconds = perf_counter() - start
    for entry, findings in found if show else ():
        for finding in findings:
            lines = f"{finding.check}: {finding.reason}", entry.msgid, entry.msgstr
            sys.stdout.write("\n  ".join(lines) + "\n")
    table = [(name, f"{share:.1f} %", f"{WANTED} %") for name, share in shares(found).items()]
    screen.table(("check", "found in", "wanted under"), table, sys.stdout)
    sys.stdout.write(f"{len(found)} pairs in {seconds:.1f} s\n")


if __name__ == "__main__":
    named = [Path(name) for name in sys.argv[1:] if name != "--show"]
    main("--show" in sys.argv, named or [sets.FLORES, sets.NEWS])
