"""Catalogs and files of other tools → units of a translation memory."""

import re
from dataclasses import dataclass
from pathlib import Path

from translate import catalog, reviewed, tmx
from translate.errors import TranslateError
from translate.memory import Rank, Unit

HEADER = 4096  # bytes in which it says the language
LANGUAGE = re.compile(r'^"Language: ?([A-Za-z]+)', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Site:
    """What the catalogs of a site hold."""

    units: list[Unit]
    posts: dict[str, str]  # catalog → its post, as "#:" gives it
    left_out: dict[str, str]  # catalogs that could not be read, and why


def own(locales: Path) -> Site:
    """Return what all catalogs of a site hold."""
    site = Site([], {}, {})
    for path in catalog.paths(locales):
        name = catalog.name_of(path, locales)
        try:
            found = reviewed.read(path, name)
        except TranslateError as error:
            site.left_out[str(path)] = str(error).removeprefix(f"{path}: ")
        else:
            site.units.extend(found.units)
            site.posts[name] = found.reference
    return site


def read(path: Path) -> list[Unit]:
    """Return the units of a compendium: a catalog, or the memory of another tool in TMX.

    Raises `TranslateError` for a file that is neither, is broken, or has nothing in our languages.
    """
    kind = path.suffix.lower()
    if kind == ".po":
        units = _of_catalog(path)
    elif kind == ".tmx":
        units = [Unit(*pair, path.name, Rank.UNSURE) for pair in tmx.read(path)]
    else:
        raise TranslateError(f"{path}: not a format that is read: compendia end in .po, .tmx")
    if not units:
        what = "reviewed sentence" if kind == ".po" else "English sentence with a Turkish one"
        raise TranslateError(f"{path}: holds no {what}: name another file")
    return units


def _of_catalog(path: Path) -> list[Unit]:
    if not path.is_file():
        raise TranslateError(f"{path}: no such file: check the path")
    with path.open("rb") as file:
        language = LANGUAGE.search(file.read(HEADER).decode(errors="replace"))
    if language and language[1] != "tr":
        raise TranslateError(f"{path}: its language is {language[1]}, not tr: name another file")
    return [
        Unit(unit.source, unit.target, path.name, Rank.COMPENDIUM)
        for unit in reviewed.read(path, path.name).units
        if not unit.obsolete
    ]
