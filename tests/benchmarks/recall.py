"""What a translation memory of 200,000 segments costs: reading it, and looking up in it.

The segments are made of the words of the given sentences, each after one that it follows there. So
they are as long as these and have the same words, which is hard on an index; a twentieth is one of
the sentences with a word changed, so that there is something to offer.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median

from tests.benchmarks import posts
from tests.benchmarks.speed import drafting, turns
from translate import catalog
from translate.catalog import Catalog
from translate.draft import Settings
from translate.engine import load
from translate.entry import Entry
from translate.hypothesis import Engine
from translate.packages import Package

SEGMENTS = 200_000
EACH = 100  # segments of a catalog
LONGEST = 40  # words
ROUNDS = 7
CHANGED = 20  # one segment in so many is a sentence with a word changed


def rows(sentences: Sequence[str], package: Package, folder: Path) -> Iterator[tuple[str, ...]]:
    """Yield (what, measured, wanted)."""
    files = posts.write(sentences, 20, folder / "en")
    without = Settings(folder / "locales", package.label, "en")
    with_memory = Settings(folder / "remembering", package.label, "en")
    write(segments(sentences), with_memory.locales)
    engine = load(package)
    both = turns(
        lambda: _anew(files, without, engine),
        lambda: _anew(files, with_memory, engine),
        rounds=ROUNDS,
    )
    # A tenth is about as much as the machine's speed drifts within minutes, so neighbours are
    # compared, and not the best rounds of each.
    ratio = median(remembering / bare for bare, remembering in both)
    what = f"times as long as drafting takes with a memory of {SEGMENTS:,} segments"
    yield what, f"{ratio:.2f}", "1.10"


def segments(sentences: Sequence[str]) -> Iterator[str]:
    """Yield as many segments as there are to be, none of them one of the sentences."""
    random = Random(0)  # noqa: S311 (the same at every run is what is wanted)
    words = [sentence.split() for sentence in sentences]
    after: dict[str, list[str]] = {}
    for each in words:
        for word, following in zip(["", *each], [*each, ""], strict=True):
            after.setdefault(word, []).append(following)
    seen = set(sentences)
    while len(seen) < SEGMENTS + len(sentences):
        new = _changed(random, words) if len(seen) % CHANGED == 0 else _chained(random, after)
        if new and new not in seen:
            seen.add(new)
            yield new


def _chained(random: Random, after: dict[str, list[str]]) -> str:
    chain: list[str] = []
    while len(chain) < LONGEST and (word := random.choice(after[chain[-1] if chain else ""])):
        chain.append(word)
    return " ".join(chain)


def _changed(random: Random, words: Sequence[Sequence[str]]) -> str:
    new = list(random.choice(words))
    new[random.randrange(len(new))] = random.choice(random.choice(words))
    return " ".join(new)


def write(sources: Iterator[str], locales: Path) -> None:
    """Write the catalogs of a memory; translated into capitals, everything is reviewed."""
    folder = locales.parent / "old"
    folder.mkdir()
    rest = iter(sources)
    for number in range(SEGMENTS // EACH):
        chunk = tuple(islice(rest, EACH))
        post = folder / f"{number:05}.md"
        post.touch()  # a catalog without its post would be taken for a renamed one's
        where = ((f"old/{post.name}", "1"),)
        entries = tuple(Entry(source, source.upper(), references=where) for source in chunk)
        path = catalog.path(locales, f"old/{post.stem}")
        catalog.write(path, Catalog(catalog.new("old").header, entries))


def _anew(files: Sequence[tuple[str, Path]], settings: Settings, engine: Engine) -> float:
    for name, _ in files:
        catalog.path(settings.locales, name).unlink(missing_ok=True)
    return drafting(files, settings, engine)
