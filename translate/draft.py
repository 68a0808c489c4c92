"""Posts → catalogs: what is new is drafted, what a person wrote stays."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from translate import catalog as po
from translate import inline, merge, names, place, terms
from translate.catalog import Catalog
from translate.entry import Entry, Machine, State, drafted, failed, machine, state
from translate.errors import TranslateError
from translate.glossary import Glossary
from translate.hypothesis import Draft, Engine
from translate.inline import Plain
from translate.post import Post, Segment, prose
from translate.read import read
from translate.terms import Ask

# Sentences for each thread of the engine that it is handed at a time; then their catalogs are
# written. Enough to fill its batches, few enough that progress shows and an interrupt loses little.
AT_A_TIME = 150
# Batches on their way at once: while some wait for the last of their sentences, or for the few that
# are asked again, no core is idle, and posts are read.
WORKERS = 3
# Posts whose catalogs are held in memory although there is little or nothing in them to draft.
MOST_POSTS = 50
# Enough to measure the engine's speed within a few seconds.
SAMPLE = 100

Asks = Sequence[Ask]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run of drafting is asked to do."""

    locales: Path
    package: str  # the label that drafts are signed with
    source: str | None = None  # the language to take posts for, whatever is detected
    redraft: bool = False  # renew machine drafts and failures too
    below: float | None = None  # of drafts, only those with less confidence
    comments: bool = False  # what readers wrote below a post as well
    glossary: Glossary = field(default_factory=Glossary)
    threads: int = 2  # of the engine


@dataclass(frozen=True, slots=True)
class Wanted:
    """A sentence to draft."""

    segment: Segment
    plain: Plain
    asks: tuple[Ask, ...]  # what the engine is asked: itself, then the alt texts of images in it


@dataclass(frozen=True, slots=True)
class Plan:
    """What drafting a post comes to."""

    path: Path  # of the post
    target: Path  # of the catalog
    catalog: Catalog  # with an entry for each sentence, those to draft still without translation
    wanted: tuple[Wanted, ...]

    @property
    def words(self) -> int:
        """The number of source words to draft."""
        return sum(len(wanted.segment.text.split()) for wanted in self.wanted)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file."""

    path: Path
    status: str  # "drafted", "unchanged", "skipped" or "refused"
    detail: str = ""  # the reason of the last two
    drafted: int = 0
    failed: int = 0


def draft(
    files: Iterable[tuple[str, Path]],
    settings: Settings,
    load: Callable[[], Engine],
    progress: Callable[[int, int], None],
) -> Iterator[Outcome]:
    """Draft what is new in the posts and write their catalogs, some posts at a time.

    `load` is called once there is something to draft, and not otherwise. `progress` hears how many
    sentences are done of those that were found so far. A file that is refused does not keep the
    others from being done.
    """
    ready, done, planned = cache(load), 0, 0
    pool, size = ThreadPoolExecutor(WORKERS), AT_A_TIME * settings.threads

    def asked() -> Iterator[tuple[list[Plan | Outcome], list[tuple[Asks, Future[list[Draft]]]]]]:
        nonlocal planned
        for batch in _batches(plans(files, settings), size):
            chunks = _chunks(_asks(batch), size)
            planned += sum(map(len, chunks))
            yield batch, [(chunk, pool.submit(terms.drafts, ready(), chunk)) for chunk in chunks]

    try:
        for batch, answers in _ahead(asked(), WORKERS - 1):
            drafts: dict[Ask, Draft] = {}
            for chunk, answer in answers:
                drafts |= zip(chunk, answer.result(), strict=True)
                done += len(chunk)
                progress(done, planned)
            for item in batch:
                yield _written(item, drafts, settings) if isinstance(item, Plan) else item
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _ahead(items: Iterable[Item], count: int) -> Iterator[Item]:
    """Yield the items, each when `count` more have been made: the engine is never out of work."""
    waiting: deque[Item] = deque()
    for item in items:
        waiting.append(item)
        if len(waiting) > count:
            yield waiting.popleft()
    yield from waiting


def plans(files: Iterable[tuple[str, Path]], settings: Settings) -> Iterator[Plan | Outcome]:
    """Yield for each file what drafting it comes to, or its outcome if it is not drafted."""
    for name, path in files:
        try:
            reading = read(name, path, settings.source)
            if reading.skip:
                yield Outcome(path, "skipped", reading.skip)
            else:
                yield _plan(reading.post, settings)
        except TranslateError as error:
            yield Outcome(path, "refused", str(error))


def _plan(post: Post, settings: Settings) -> Plan:
    target = po.path(settings.locales, post.name)
    old = po.read(target) or po.new(post.name)
    segments = post.translatable(settings.comments)
    entries = merge.merge(old.entries, segments, reference(post.path, settings.locales))
    places: dict[str, Segment] = {}
    for segment in segments:
        places.setdefault(segment.text, segment)
    wanted = [
        places[entry.msgid]
        for entry in entries
        if not entry.foreign and _wants_draft(entry, settings)
    ]
    return Plan(
        post.path, target, replace(old, entries=entries), _wanted(wanted, segments, settings)
    )


def _wanted(
    wanted: Sequence[Segment], segments: Sequence[Segment], settings: Settings
) -> tuple[Wanted, ...]:
    """Return what to ask for the wanted ones of a post's segments; all tell its names."""
    named = names.find([prose(segment) for segment in segments]) if wanted else frozenset()

    def asked(segment: Segment) -> Wanted:
        plain = inline.take_out(segment)
        texts = (plain, *(Plain(alt.translate(inline.STRAIGHT)) for alt in plain.alts))
        asks = tuple(terms.ask(text, settings.glossary, named) for text in texts)
        return Wanted(segment, plain, asks)

    return tuple(map(asked, wanted))


def sample(found: Sequence[Plan]) -> list[Ask]:
    """Return some of what the engine would be asked, to estimate from how long all takes."""
    asks = _asks(found)
    return asks[:: max(1, len(asks) // SAMPLE)]


def reference(path: Path, locales: Path) -> str:
    """Return a post's path as `#:` gives it: from the folder that holds the locales folder."""
    return Path(os.path.relpath(path, po.root(locales))).as_posix()


def _wants_draft(entry: Entry, settings: Settings) -> bool:
    made = machine(entry)
    match state(entry):
        case State.UNTRANSLATED:
            return settings.redraft or made is None or made.package != settings.package
        case State.DRAFT:  # with a previous msgid msgmerge has moved it to another sentence
            unsure = settings.below is None or _confidence(made) < settings.below
            return (settings.redraft and unsure) or bool(entry.previous)
        case _:
            return False


def _confidence(made: Machine | None) -> float:
    return made.confidence or 0.0 if made else 0.0


def _batches(items: Iterable[Plan | Outcome], length: int) -> Iterator[list[Plan | Outcome]]:
    """Group the posts so that a group has about `length` sentences to draft."""
    batch: list[Plan | Outcome] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.wanted) if isinstance(item, Plan) else 0
        if size >= length or len(batch) >= MOST_POSTS:
            yield batch
            batch, size = [], 0
    yield batch


def _asks(batch: Iterable[Plan | Outcome]) -> list[Ask]:
    """Return what the engine is asked, each once, long ones first."""
    wanted = [wanted for item in batch if isinstance(item, Plan) for wanted in item.wanted]
    asks = dict.fromkeys(ask for sentence in wanted for ask in sentence.asks)
    return sorted(asks, key=lambda ask: len(ask.text), reverse=True)


def _chunks(asks: Asks, size: int) -> list[Asks]:
    return [asks[start : start + size] for start in range(0, len(asks), size)]


def _written(plan: Plan, drafts: Mapping[Ask, Draft], settings: Settings) -> Outcome:
    made = {
        wanted.segment.text: _translation(wanted, [drafts[ask] for ask in wanted.asks])
        for wanted in plan.wanted
    }
    entries = tuple(
        _filled(entry, made[entry.msgid], settings.package)
        if entry.msgid in made and not entry.foreign and not entry.obsolete
        else entry
        for entry in plan.catalog.entries
    )
    if not entries:
        return Outcome(plan.path, "unchanged")
    try:
        changed = po.write(plan.target, replace(plan.catalog, entries=entries))
    except TranslateError as error:
        return Outcome(plan.path, "refused", str(error))
    failed = sum(isinstance(result, str) for result in made.values())
    status = "drafted" if changed else "unchanged"
    return Outcome(plan.path, status, "", len(made) - failed, failed)


def _filled(entry: Entry, result: tuple[str, float] | str, package: str) -> Entry:
    """Return an entry with its draft or its failure; the entry itself if that is what it has.

    A draft that it has is better than none.
    """
    if isinstance(result, str) and entry.msgstr:
        return entry
    if isinstance(result, str):
        new = failed(entry, package, result)
    else:
        new = drafted(entry, result[0], package, result[1])
    return entry if replace(new, raw=entry.raw) == entry else new


def _translation(wanted: Wanted, drafts: Sequence[Draft]) -> tuple[str, float] | str:
    """Return a segment's translation and its confidence, or why there is none.

    `drafts` are those of what was asked for it.
    """
    draft, *others = drafts
    own = wanted.plain.alts  # an alt text whose draft is at fault stays English
    alts = [alt.text if not alt.fault else text for alt, text in zip(others, own, strict=True)]
    try:
        text = place.put_back(wanted.segment, wanted.plain, draft.text, draft.alignment, alts)
    except place.LostError as error:
        return str(error)
    return draft.fault or (text, draft.confidence)
