"""Catalogs whose post is gone, and the new post that it may have become."""

import os
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from translate import catalog as po
from translate.entry import by_person
from translate.errors import TranslateError
from translate.files import inside
from translate.post import Segment

# Posts that have less than this in common are two: sentences move from one to another.
MOST = 0.5
REFERENCE = re.compile(r"^#: (\S+?)(?::\d+)?(?:\s|$)", re.MULTILINE)
HEAD = 20_000  # letters of a catalog in which its first reference stands


@dataclass(frozen=True, slots=True)
class Orphan:
    """A catalog with a person's words, whose post is gone."""

    post: Path  # where that was
    msgids: frozenset[str]


def find(locales: Path, names: Collection[str]) -> list[Orphan]:
    """Return the catalogs with a person's words that are of none of the posts named."""
    return [
        Orphan(Path(os.path.relpath(post)), frozenset(entry.msgid for entry in live))
        for path in catalogs(locales)
        if name_of(path, locales) not in names and (post := gone(path, po.root(locales)))
        if (catalog := po.read(path))
        if (live := [entry for entry in catalog.entries if not entry.obsolete])
        and any(map(by_person, live))
    ]


def origin(segments: Sequence[Segment], orphans: Sequence[Orphan]) -> tuple[Path, int] | None:
    """Return the lost post that has most sentences in common with a post, and how many."""
    msgids = {segment.text for segment in segments}
    shared = [(len(msgids & orphan.msgids), orphan) for orphan in orphans]
    if not shared:
        return None
    count, orphan = max(shared, key=lambda pair: pair[0])
    same = count > MOST * max(len(msgids), len(orphan.msgids))
    return (orphan.post, count) if same else None


def catalogs(locales: Path) -> list[Path]:
    """Return the catalogs of posts."""
    return sorted(po.path(locales, "post").parent.rglob("*.po"))


def name_of(path: Path, locales: Path) -> str:
    """Return the name of the post that a catalog is of."""
    return path.relative_to(po.path(locales, "post").parent).with_suffix("").as_posix()


def gone(path: Path, root: Path) -> Path | None:
    """Return the file that a catalog refers to if that is not there any more.

    Of most catalogs only the first reference is looked at: that file is there.
    """
    if any(os.path.exists(root / source) for source in _first(path)):  # noqa: PTH110 - no error for hostile names
        return None
    try:
        catalog = po.read(path)
    except TranslateError:
        return None  # whoever drafts or builds it is told
    entries = catalog.entries if catalog else ()
    sources = {root / unquote(source) for entry in entries for source, _ in entry.references}
    if any(map(os.path.exists, sources)):
        return None
    return min((source for source in sources if inside(root, source)), default=None)


def _first(path: Path) -> Iterator[str]:
    """Yield the first file that a catalog refers to, if it is found quickly."""
    if not path.is_file():  # a pipe would be read for ever
        return
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            found = REFERENCE.search(file.read(HEAD))
    except OSError:
        return
    if found:
        yield unquote(found[1])
