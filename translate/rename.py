"""A post gets another name: its file, its catalog and its Turkish version with it."""

import html
import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from translate import build, comments, page, whose
from translate import catalog as po
from translate.catalog import Catalog
from translate.entry import is_untouched
from translate.errors import TranslateError
from translate.files import ChangedError, Seen, inside, move, remove, within, write_whole
from translate.page import Links
from translate.post import Zone
from translate.read import FORMATS, decoded, encode, read
from translate.wordpress.item import folder

Move = tuple[Path, Path]


@dataclass(frozen=True, slots=True)
class _Renaming:
    """What a renaming comes to; all of it is known to be possible."""

    old: Path  # the post, which may be gone
    new: Path
    name: str
    new_name: str
    catalogs: tuple[Move, ...]
    turkish: Move | None


def rename(old: Path, new: Path, settings: build.Settings) -> Iterator[Move]:
    """Rename a post, or follow its author who has renamed the file; yield the moves, when done.

    Nothing that a person wrote is overwritten: raises `TranslateError` before the first move if one
    is not possible. If it is stopped half-way, the same again does the rest: old catalogs go last.
    """
    old, new = (Path(os.path.normpath(path)) for path in (old, new))
    plan = _planned(old, new / old.name if new.is_dir() else new, settings)
    for source, target in plan.catalogs:
        po.write(target, _renamed(source, plan, settings))
    if plan.old != plan.new and plan.old.exists():
        move(plan.old, plan.new)
        yield plan.old, plan.new
    if plan.turkish:
        yield from _follow(plan, plan.turkish, settings)
    for source, target in plan.catalogs:
        if source != target:
            _refuse_another(source, target, plan, settings)  # somebody may have saved by now
            remove(source)
            yield source, target
    _name_anew(plan, settings)


def _planned(old: Path, new: Path, settings: build.Settings) -> _Renaming:
    _refuse_files(old, new)
    name, found = _catalogs(old, settings)
    posts = old.absolute().parents[name.count("/")]
    if not new.absolute().is_relative_to(posts):
        raise TranslateError(f"{new}: not in {os.path.relpath(posts)}, the folder of the posts")
    within(posts, new)
    new_name = new.absolute().relative_to(posts).with_suffix("").as_posix()
    moves = tuple(
        (path, within(settings.locales, _other(path, name, new_name, settings))) for path in found
    )
    turkish = _turkish((name, old), (new_name, new), settings)
    plan = _Renaming(old, new, name, new_name, moves, turkish)
    for source, target in moves:
        if source != target and not _is_free(target):
            _refuse_another(source, target, plan, settings)
    return plan


def _is_free(target: Path) -> bool:
    """Tell if a catalog may take a place: of one in which nobody wrote anything, too."""
    catalog = po.read(target)
    return catalog is None or all(map(is_untouched, catalog.entries))


def _other(path: Path, name: str, new_name: str, settings: build.Settings) -> Path:
    """Return where a catalog goes: one of an export has a name below that of the file."""
    return po.path(settings.locales, _follows(po.name_of(path, settings.locales), name, new_name))


def _follows(catalog: str, name: str, new_name: str) -> str:
    """Return the name of the catalog when its post, or the export that it is in, has a new name."""
    if catalog == name:
        return new_name
    return folder(new_name) + catalog.removeprefix(folder(name))


def _refuse_files(old: Path, new: Path) -> None:
    """Refuse names between which there is no renaming."""
    if old.is_dir():
        raise TranslateError(f"{old}: a folder: rename its posts one by one, each into the new one")
    if new.suffix.lower() not in FORMATS:
        raise TranslateError(f"{new}: posts end in {', '.join(FORMATS)}: give the whole new name")
    if old.exists() and new.exists() and old.absolute() != new.absolute():
        raise TranslateError(f"{new}: there is a file of this name already: choose another name")
    if not old.exists() and not new.exists():
        raise TranslateError(f"{old}: no such file, nor is there {new}: check the paths")
    if old.exists() and old.suffix != new.suffix:
        raise TranslateError(f"{new}: another format than {old}: keep the suffix {old.suffix}")
    others = (path for path in new.parent.glob("*") if path.stem == new.stem)
    for path in others:
        if path.suffix.lower() in FORMATS and path.absolute() not in (
            new.absolute(),
            old.absolute(),
        ):
            raise TranslateError(f"{path}: {new} would be a second post of this name")


def _catalogs(old: Path, settings: build.Settings) -> tuple[str, list[Path]]:
    """Return a post's name and its catalog, known by its references; of an export all of them."""
    for name in whose.names(old):
        if found := list(whose.catalogs(old, name, settings.locales)):
            return name, found
    lone = f"no catalog in {settings.locales} is of this post"
    raise TranslateError(f"{old}: {lone}: to rename the file alone is enough")


def _renamed(path: Path, plan: _Renaming, settings: build.Settings) -> Catalog:
    catalog = po.read(path)
    if catalog is None:
        raise TranslateError(f"{path}: removed or renamed during the run: run it again")
    old, new = (po.reference(post, settings.locales) for post in (plan.old, plan.new))
    name = po.name_of(path, settings.locales)
    new_name = _follows(name, plan.name, plan.new_name)
    return po.renamed(catalog, (name, new_name), (old, new))


def _refuse_another(source: Path, target: Path, plan: _Renaming, settings: build.Settings) -> None:
    """Refuse to go on where a catalog does not hold what another one does."""
    if target.read_bytes() != po.encode(target, _renamed(source, plan, settings)):
        raise TranslateError(
            f"{target}: there is a catalog of this name already, which differs from {source}: "
            "move one of them away"
        )


def _name_anew(plan: _Renaming, settings: build.Settings) -> None:
    """Let comments of other catalogs, on where words are from, name those that have moved."""
    locales = settings.locales
    names = {po.name_of(old, locales): po.name_of(new, locales) for old, new in plan.catalogs}
    for path in po.paths(locales):
        with suppress(ChangedError, OSError):  # a name that stays the old one does little harm
            content = path.read_bytes()
            text = comments.renamed(content.decode("utf-8", "surrogateescape"), names)
            if inside(locales, path):
                write_whole(path, text.encode("utf-8", "surrogateescape"), Seen(content))


def _turkish(old: tuple[str, Path], new: tuple[str, Path], settings: build.Settings) -> Move | None:
    """Return where the Turkish version is and goes, None if there is none of ours."""
    source, target = build.target_of(*old, settings), build.target_of(*new, settings)
    if source == target or source.suffix != target.suffix or not source.is_file():
        return None
    if not build.is_ours(source):
        return None
    if os.path.lexists(target):
        raise TranslateError(f"{target}: there is a file of this name already: move it away")
    near = Path(os.path.commonpath([source.absolute().parent, target.absolute().parent]))
    return source, within(near if settings.layout else settings.out, target)


def _follow(plan: _Renaming, turkish: Move, settings: build.Settings) -> Iterator[Move]:
    """Move the Turkish version; lead the links between it and the post to the new places."""
    source, target = turkish
    if FORMATS[target.suffix.lower()] == "wordpress":  # its posts are linked by their addresses
        move(source, target)
        yield turkish
        return
    (post,) = read(plan.new_name, plan.new)
    before = replace(post, name=plan.name, path=plan.old)
    old, new = build.links_of(before, source, settings), build.links_of(post, target, settings)
    pieces = (
        _relinked(part.source, old, new)
        if part.zone is Zone.AVAILABILITY and page.MARKER in part.source
        else part.source
        for part in post.parts
    )
    write_whole(plan.new, encode("".join(pieces), post.encoding))
    move(source, target)
    encoding, text = decoded(target)
    write_whole(target, encode(_relinked(text, old, new), encoding))
    yield turkish


def _relinked(text: str, old: Links, new: Links) -> str:
    """Return a text with the new links, and the new value of the field that pairs the pages."""
    for was, now in ((old.english, new.english), (old.turkish, new.turkish)):
        for written in (str, html.escape, page.destination):
            link = rf"""(?<=[("'\s]){re.escape(written(was))}(?=[)"'\s\]])"""
            text = re.sub(link, _constant(written(now)), text)
    key, value = old.field
    line = rf"^({key}[ \t]*[:=][ \t]*){re.escape(value)}(?=[ \t]*\r?$)"
    field = re.compile(line, re.MULTILINE)
    return field.sub(lambda match: match[1] + new.field[1], text, count=1) if key else text


def _constant(words: str) -> Callable[[re.Match[str]], str]:
    return lambda _: words
