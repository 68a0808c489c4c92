"""New entries of a catalog meet the memory: what a person has decided needs no engine."""

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from translate import catalog, compendium, memory
from translate.comments import Offer
from translate.entry import Entry, State, machine, offers, recalled, state, with_offers
from translate.entry import memory as taken
from translate.errors import TranslateError
from translate.inline import straight
from translate.memory import IsThere, Memory, Unit
from translate.post import Segment, prose
from translate.read import FORMATS, read
from translate.wordpress.item import Selection

POSTS = 64  # whose sentences are kept in mind


@dataclass(frozen=True, slots=True)
class Library:
    """The memory of a run as it was when the run began, and the posts that it speaks of."""

    memory: Memory
    is_there: IsThere
    left_out: Mapping[str, str]  # catalogs that could not be read, and why


def library(locales: Path, theirs: Sequence[Unit], selection: Selection) -> Library:
    """Return the memory that the catalogs of a site and the units of compendia make up.

    `selection` is what counts as a post in an export.
    """
    with _without_collection():
        site = compendium.own(locales)
        remembered = memory.new([*site.units, *theirs])

    @lru_cache(POSTS)
    def sentences(name: str) -> frozenset[str] | None:
        reference = site.posts.get(name, "")
        return _sentences(name, reference, locales, selection)

    def is_there(unit: Unit) -> bool:
        found = sentences(unit.catalog)
        return not unit.obsolete if found is None else straight(unit.source) in found

    return Library(remembered, is_there, site.left_out)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Keep Python from looking for garbage among many new units: they stay as long as the run."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if enabled:
            gc.enable()


def fill(
    entries: Iterable[Entry], places: Mapping[str, Segment], load: Callable[[], Library]
) -> tuple[tuple[Entry, ...], frozenset[str]]:
    """Return entries with what the memory knows of their sentences, and which these are.

    Entries without translation get one, and drafts that nobody has touched a better one. `places`
    are the segments by msgid. `load` is called only if something in the catalog is new or a draft.
    """
    entries = tuple(entries)
    if all(entry.raw and not _is_open(entry) for entry in entries):
        return entries, frozenset()
    known = load()
    filled = [
        _filled(entry, places[entry.msgid], known) if _is_open(entry) else None for entry in entries
    ]
    msgids = (entry.msgid for entry in filled if entry)
    return tuple(new or old for new, old in zip(filled, entries, strict=True)), frozenset(msgids)


def offered(entry: Entry, known: Library) -> Entry:
    """Return an entry with what the memory offers: the translation of the most similar sentence.

    An offer stays until there is a more similar one, so that it can be relied on.
    """
    same = memory.recall(known.memory, entry.msgid, known.is_there)
    nearby = (
        (100, same.unit)
        if same
        else memory.similar(known.memory, entry.msgid, entry.previous, known.is_there)
    )
    if nearby is None or nearby[1].target == entry.msgstr:
        return entry
    new = _offer(*nearby)
    for old in offers(entry):
        percent, _, _ = old.origin.partition(" %")
        source, _, _ = old.words.partition(" → ")
        if not old.by_machine and int(percent) >= nearby[0] and not new.words.startswith(source):
            return entry
    return with_offers(entry, [new, *(old for old in offers(entry) if old.by_machine)])


def _is_open(entry: Entry) -> bool:
    """Tell if nobody has decided on an entry or touched it."""
    return not entry.foreign and state(entry) in (State.UNTRANSLATED, State.DRAFT)


def _filled(entry: Entry, segment: Segment, known: Library) -> Entry | None:
    """Return an entry with the translation that the memory has for it, None if it has none."""
    found = memory.recall(known.memory, entry.msgid, known.is_there)
    if found is None:
        return None
    reviewed = memory.counts_as_reviewed(
        found,
        sum(any(map(str.isalnum, word)) for word in prose(segment).split()),
        is_new=not entry.raw and not entry.msgstr and machine(entry) is None,
        is_there=known.is_there,
    )
    made = taken(entry) if entry.msgstr == found.unit.target else None
    new = recalled(entry, found.unit.target, made.catalog if made else found.unit.origin, reviewed)
    new = with_offers(new, [_offer(100, rival) for rival in found.rivals])
    return entry if replace(new, raw=entry.raw) == entry else new


def _offer(percent: int, unit: Unit) -> Offer:
    return Offer(f"{percent} % {unit.origin}", f'"{unit.source}" → "{unit.target}"')


def _sentences(
    name: str, reference: str, locales: Path, selection: Selection
) -> frozenset[str] | None:
    """Return the sentences that a post has, none if it is gone, None if that cannot be told."""
    if not reference:
        return None
    paths = [*filter(os.path.exists, catalog.referred(reference, locales))]
    if not paths:
        return frozenset()
    if not paths[0].is_file() or paths[0].suffix.lower() not in FORMATS:
        return None
    try:
        # The posts of an export are named after it.
        whole = name.rpartition("/")[0] if paths[0].suffix.lower() == ".xml" else name
        posts = [post for post in read(whole, paths[0], selection) if post.name == name]
    except TranslateError:
        return None
    return frozenset(straight(segment.text) for post in posts for segment in post.segments)
