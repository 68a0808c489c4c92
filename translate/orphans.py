"""Catalogs whose post is gone, and the new post that it may have become."""

import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate import catalog as po
from translate.entry import by_person
from translate.errors import TranslateError
from translate.files import inside
from translate.post import Segment

# Posts that have less than this in common are two: sentences move from one to another.
MOST = 0.5
HEAD = 20_000  # letters of a catalog in which its first reference stands


@dataclass(frozen=True, slots=True)
class Orphan:
    """A catalog whose post is gone."""

    post: Path  # where that was
    msgids: frozenset[str]


def find(locales: Path, names: Collection[str]) -> list[Orphan]:
    """Return the catalogs that are of none of the posts named, where a person wrote something.

    Of an export all are returned if a person wrote something in one: it is renamed as a whole.
    """
    found: list[Orphan] = []
    written: set[Path] = set()
    for path in po.paths(locales):
        post = gone(path, locales) if po.name_of(path, locales) not in names else None
        catalog = po.read(path) if post else None
        live = [entry for entry in catalog.entries if not entry.obsolete] if catalog else []
        if post and live:
            orphan = Orphan(Path(os.path.relpath(post)), frozenset(entry.msgid for entry in live))
            found.append(orphan)
            written |= {orphan.post for entry in live if by_person(entry)}
    return [orphan for orphan in found if orphan.post in written]


def origin(segments: Sequence[Segment], orphans: Sequence[Orphan]) -> tuple[Path, int] | None:
    """Return the lost post that has most sentences in common with a post, and how many."""
    msgids = {segment.text for segment in segments}
    shared = [(len(msgids & orphan.msgids), orphan) for orphan in orphans]
    if not shared:
        return None
    count, orphan = max(shared, key=lambda pair: pair[0])
    same = count > MOST * max(len(msgids), len(orphan.msgids))
    return (orphan.post, count) if same else None


def gone(path: Path, locales: Path) -> Path | None:
    """Return the file that a catalog refers to if that is not there any more.

    Of most catalogs only the first reference is looked at: that file is there.
    """
    if _is_there(_first(path), locales):
        return None
    try:
        catalog = po.read(path)
    except TranslateError:
        return None  # whoever drafts or builds it is told
    references = po.sources(catalog) if catalog else set()
    if any(_is_there(reference, locales) for reference in references):
        return None
    sources = (po.referred(reference, locales)[0] for reference in references)
    return min((source for source in sources if inside(po.root(locales), source)), default=None)


def _is_there(reference: str, locales: Path) -> bool:
    return bool(reference) and any(map(os.path.exists, po.referred(reference, locales)))


def _first(path: Path) -> str:
    """Return the first file that a catalog refers to, if it is found quickly."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return po.first_reference(file.read(HEAD))
    except OSError:
        return ""
