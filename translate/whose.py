"""Whose catalog is whose: known by the references in it, whatever folder a command was given."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from translate import catalog as po
from translate.catalog import Catalog
from translate.errors import TranslateError
from translate.post import Segment
from translate.read import FORMATS
from translate.wordpress.item import folder

# Posts that have less than this in common are two, and none is a copy of the other.
MOST = 0.5


def names(path: Path) -> list[str]:
    """Return what a post may be called, longest first: its path below each folder that it is in."""
    parts = Path(os.path.normpath(path.absolute())).with_suffix("").parts[1:]
    return ["/".join(parts[start:]) for start in range(len(parts))]


def catalogs(path: Path, name: str, locales: Path) -> dict[Path, Catalog]:
    """Return the catalogs that a post has under a name, of an export all of them.

    One without references is the post's, too. Raises `TranslateError` for a broken one.
    """
    wanted = po.reference(path, locales)
    read = {place: po.read(place) for place in _places(path, name, locales) if place.is_file()}
    return {place: found for place, found in read.items() if found and po.refers(found, wanted)}


def _places(path: Path, name: str, locales: Path) -> list[Path]:
    if FORMATS.get(path.suffix.lower()) != "wordpress":
        return [po.path(locales, name)]
    return sorted(po.path(locales, folder(name)).with_suffix("").rglob("*.po"))


def called(files: Iterable[tuple[str, Path]], locales: Path) -> tuple[tuple[str, Path], ...]:
    """Return posts by the names under which they have catalogs, else by those given.

    So a file or a folder that is given alone is what it is when all are given.
    """
    given = dict(files)
    found: dict[str, Path] = {}
    for name, path in given.items():
        own = _called(path, name, locales)
        found[name if own in given or own in found else own] = path
    return tuple(sorted(found.items()))


def _called(path: Path, given: str, locales: Path) -> str:
    others = (name for name in names(path) if name != given)
    other = next((name for name in others if _has(path, name, locales)), given)
    return given if other == given or _has(path, given, locales) else other


def _has(path: Path, name: str, locales: Path) -> bool:
    """Tell if a post has a catalog under a name that says so; a broken one is told of later."""
    try:
        return any(map(po.sources, catalogs(path, name, locales).values()))
    except TranslateError:
        return True
    except OSError:  # a name that is longer than the system allows, a folder that may not be read
        return False


def place(path: Path, beside: Path, catalog: Path, locales: Path) -> Path:
    """Return where a post's catalog is in nobody's way when the folder that holds two is given."""
    posts = os.path.commonpath([path.absolute().parent, beside.absolute().parent])
    name = Path(os.path.relpath(path, posts)).with_suffix("").as_posix()
    if FORMATS.get(path.suffix.lower()) == "wordpress":
        name = f"{folder(name)}/{catalog.stem}"
    return po.path(locales, name)


def another(
    catalog: Catalog, path: Path, segments: Sequence[Segment], locales: Path
) -> Path | None:
    """Return the post that a catalog is of if that is there and another one; None for a copy."""
    there = [
        file
        for source in po.sources(catalog)
        for file in filter(os.path.exists, po.referred(source, locales))
    ]
    if not there or any(map(path.samefile, there)):
        return None
    msgids = {segment.text for segment in segments}
    known = {entry.msgid for entry in catalog.entries if not entry.obsolete}
    same = len(msgids & known) > MOST * max(len(msgids), len(known))
    return None if same else Path(os.path.relpath(min(there)))
