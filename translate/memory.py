"""Translation memory: what became of a sentence elsewhere, and of the sentences like it."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from translate.inline import straight

if TYPE_CHECKING:
    from translate.nearest import Index

# Words of a sentence that means the same wherever it stands.
ENOUGH = 4
# How alike a sentence must be for its translation to be worth a look, in per cent.
ALIKE = 75
# Whatever else is the same, a sentence that is not the same has at most:
NOT_THE_SAME = 99
# What tells nothing about how alike the words are: tags, targets of links, URLs.
ADDRESS = re.compile(r"<[^<>]*>|(?<=\])\([^()\s]*\)|(?:https?://|www\.)[^\s<>]+")


class Rank(IntEnum):
    """Whose decision a translation is."""

    DECIDED = 0  # of somebody at the site, in this catalog
    TAKEN = 1  # of somebody at the site, taken over from another catalog
    COMPENDIUM = 2  # of somebody else
    UNSURE = 3  # perhaps of nobody: the file does not tell


class Unit(NamedTuple):
    """A sentence and its translation."""

    source: str
    target: str
    origin: str  # the catalog or file in which it was decided on, as comments name it
    rank: Rank
    catalog: str = ""  # the catalog of the site in which it stands
    obsolete: bool = False  # there


IsThere = Callable[[Unit], bool]  # whether the post of a unit's catalog still has the sentence


@dataclass(frozen=True, slots=True)
class Memory:
    """Units by their sources, whatever the style of quotes in these."""

    units: Mapping[str, Sequence[Unit]]
    index: Callable[[], "tuple[Index, Sequence[Sequence[Unit]]]"]  # of all; made when first asked


@dataclass(frozen=True, slots=True)
class Recalled:
    """The translation of a sentence that the memory has."""

    unit: Unit
    rivals: tuple[Unit, ...]  # one for each other translation that counts as much
    same: tuple[Unit, ...]  # of the site, whatever their translation


def new(units: Iterable[Unit]) -> Memory:
    """Return a memory of units."""
    found: dict[str, list[Unit]] = {}
    for unit in units:
        found.setdefault(straight(unit.source), []).append(unit)

    @cache
    def index() -> "tuple[Index, Sequence[Sequence[Unit]]]":
        from translate import nearest  # loads numpy

        return nearest.index([_words(source) for source in found]), list(found.values())

    return Memory(found, index)


def recall(memory: Memory, msgid: str, is_there: IsThere) -> Recalled | None:
    """Return the translation of a sentence, None if the memory has none.

    Those of the site go before those of compendia. Where they differ, those of posts that still
    have the sentence go first, then those that were decided on where they stand, then that which
    most catalogs have, then that of the first catalog by name.
    """
    found = memory.units.get(straight(msgid))
    return _chosen(found, is_there) if found else None


def counts_as_reviewed(found: Recalled, words: int, is_new: bool, is_there: IsThere) -> bool:
    """Tell if a sentence is reviewed by what the memory has, or if a person is to look at it.

    A sentence of few words may mean something else in another place. It keeps its review if it is
    new here and gone where it was: it has moved.
    """
    if found.rivals or found.unit.rank is Rank.UNSURE:
        return False
    if words >= ENOUGH:
        return True
    return is_new and bool(found.same) and not any(map(is_there, found.same))


def similar(
    memory: Memory, msgid: str, previous: str, is_there: IsThere
) -> tuple[int, Unit] | None:
    """Return what is most like a sentence, and how many per cent it is; None if nothing is.

    Tags and addresses don't count. What the sentence was before, `previous`, is passed over.
    """
    from translate.nearest import nearest

    index, units = memory.index()
    found = nearest(index, _words(msgid), ALIKE, _words(previous))
    if found is None:
        return None
    number, percent = found
    return min(percent, NOT_THE_SAME), _chosen(units[number], is_there).unit


def _chosen(units: Sequence[Unit], is_there: IsThere) -> Recalled:
    same = tuple(sorted(unit for unit in units if unit.rank <= Rank.TAKEN))
    equals = same or _lowest(units)
    if same and len({unit.target for unit in same}) > 1:
        equals = _lowest([unit for unit in same if is_there(unit)] or same)
    times = Counter(unit.target for unit in equals)
    first: dict[str, Unit] = {}
    for unit in sorted(equals, key=lambda unit: (-times[unit.target], unit.origin, unit)):
        first.setdefault(unit.target, unit)
    best, *rivals = first.values()
    return Recalled(best, tuple(rivals), same)


def _lowest(units: Sequence[Unit]) -> Sequence[Unit]:
    rank = min(unit.rank for unit in units)
    return [unit for unit in units if unit.rank == rank]


def _words(msgid: str) -> str:
    """Return the words of a sentence, by which it is compared."""
    if "<" in msgid or "](" in msgid or "://" in msgid or "www." in msgid:
        msgid = " ".join(ADDRESS.sub(" ", msgid).split())
    return straight(msgid)
