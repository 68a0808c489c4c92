"""Post + catalog → Turkish post on the disk, and the line in the English one that leads to it."""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from translate import catalog as po
from translate import layout, page, safe
from translate.catalog import Catalog
from translate.errors import TranslateError
from translate.files import within, write_chunks, write_whole
from translate.orphans import gone
from translate.page import Links
from translate.post import Post
from translate.read import FORMATS, decoded, encode, judge, read
from translate.review import Progress, progress
from translate.turkish import linked, turkish
from translate.wordpress import export
from translate.wordpress.importable import Importable, collecting
from translate.wordpress.item import USUAL, Selection
from translate.wordpress.plugins import Plugin

# Less Turkish than this, in percent, is no Turkish version: search engines and readers resent it.
LEAST = 50
NOT_DRAFTED = "not drafted yet (`translate draft` does it)"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run of building is asked to do."""

    locales: Path
    out: Path
    drafts: bool = False  # use what is not reviewed as well
    min_reviewed: int | None = None  # percent; None: `LEAST`, with drafts 0
    link_source: bool = False
    base_url: str = ""  # of the folder that holds the posts' folder and `out`
    comments: bool = False
    layout: str = ""  # of a generator's site; `out` and `base_url` are then not asked
    selection: Selection = USUAL  # of an export
    plugin: Plugin | None = None  # that keeps a site's translations; None: what the export shows


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a post's Turkish version."""

    post: str  # its label
    target: Path
    status: str  # "written", "unchanged", "skipped", "out of date" or "refused"
    detail: str = ""
    progress: Progress | None = None  # None if it was not looked at
    warnings: tuple[str, ...] = ()  # lines on translations that are not used
    item: str = ""  # which one it is of an export


def build(files: Sequence[tuple[str, Path]], settings: Settings) -> Iterator[Outcome]:
    """Write the Turkish versions of the posts that have come far enough.

    One that is refused does not keep the others from being written.
    """
    for name, path in files:
        target = target_of(name, path, settings)
        try:
            _refuse_links(name, path, target, settings)
            if detail := _left_alone(path, target, settings):
                yield Outcome(str(path), target, "skipped", detail)
                continue
            if FORMATS[path.suffix.lower()] == "wordpress":
                yield from _build_export(name, path, target, settings)
            else:
                yield from (_build(post, target, settings) for post in read(name, path))
        except TranslateError as error:
            yield Outcome(str(path), target, "refused", str(error))


def originals(
    files: Sequence[tuple[str, Path]], settings: Settings
) -> tuple[tuple[str, Path], ...]:
    """Return the posts without those that are the Turkish version of another one."""
    posts = {target_of(name, path, settings).absolute(): path for name, path in files}
    return tuple(file for file in files if posts.get(file[1].absolute(), file[1]) == file[1])


def orphans(files: Iterable[tuple[str, Path]], settings: Settings) -> list[Path]:
    """Return the Turkish posts whose English post is gone or has another format now.

    Gone are those to which the references of a catalog lead, when none of them is there.
    """
    posts = dict(files)
    found: list[Path] = []
    for path in po.paths(settings.locales):
        name = po.name_of(path, settings.locales)
        if name in posts:  # it may have had another format
            target = target_of(name, posts[name], settings)
            found += [version for version in _versions(target) if version.suffix != target.suffix]
        elif post := gone(path, settings.locales):
            found += _versions(target_of(name, post, settings))
    return found


def _versions(target: Path) -> list[Path]:
    """Return the Turkish posts of a name, whatever their suffix."""
    return [
        path
        for path in sorted(target.parent.glob("*"))
        if path.stem == target.stem and path.suffix.lower() in FORMATS and is_ours(path)
    ]


def _refuse_links(name: str, path: Path, target: Path, settings: Settings) -> None:
    """Refuse to write where a link leads out of the folders that were named."""
    near = Path(os.path.commonpath([path.absolute(), target.absolute()]))
    within(near if settings.layout else settings.out, target)
    if settings.link_source:
        within(path.parents[name.count("/")], path)


def _left_alone(path: Path, target: Path, settings: Settings) -> str:
    """Return why a post gets no Turkish version, "" if it may.

    On a generator's site a person's own Turkish version is nothing unusual. Raises
    `TranslateError` where another file is in the way.
    """
    if settings.layout and FORMATS[path.suffix.lower()] != "markdown":
        return "layouts of generators are for posts in Markdown"
    if not os.path.lexists(target) or is_ours(target):
        return ""
    if settings.layout:
        return "there is a file that this program did not write"
    raise TranslateError(
        f"{target}: there is a file that this program did not write: "
        "move it away, or choose another --out"
    )


def is_ours(path: Path) -> bool:
    """Tell if a file is a Turkish post that the program wrote."""
    try:
        if not path.is_file():  # a pipe would be read for ever
            return False
        if FORMATS[path.suffix.lower()] == "wordpress":
            return export.is_ours(path)
        return page.is_turkish_version(decoded(path)[1])
    except TranslateError:
        return False


def _build_export(name: str, path: Path, target: Path, settings: Settings) -> Iterator[Outcome]:
    """Write one export with the Turkish versions of all posts of another that are far enough."""
    with collecting(path, settings.plugin) as importable:
        outcomes = [
            replace(_collected(post, target, settings, importable), item=post.item)
            for post in read(name, path, settings.selection)
        ]
        written = bool(importable.count) and write_chunks(target, importable.chunks())
    for outcome in outcomes:
        changed = outcome.status == "unchanged" and written
        yield replace(outcome, status="written") if changed else outcome


def _collected(whole: Post, target: Path, settings: Settings, importable: Importable) -> Outcome:
    """Add a post's Turkish version to an export; its status is what it is if nothing changes."""
    try:
        catalog = po.read(po.path(settings.locales, whole.name))
    except TranslateError as error:
        return Outcome(whole.label, target, "refused", str(error))
    reading = judge(whole, "en" if catalog else None)
    skip = reading.skip or ("" if catalog else NOT_DRAFTED)
    if skip or catalog is None:
        return Outcome(whole.label, target, "skipped", skip)
    segments = reading.post.translatable(settings.comments)
    done = progress(segments, catalog)
    if short := short_of(done, settings):
        return Outcome(whole.label, target, "skipped", short, done)
    reviewed = done.reviewed == done.segments
    links = importable.links(whole.item)
    noticed = settings.drafts and not reviewed
    translations, refusals = safe.usable(segments, translations_of(catalog, settings.drafts))
    credited = credit(catalog, done)
    text = turkish(reading.post, translations, links, noticed, settings.comments, credited)
    importable.add(whole.item, text, reviewed)
    if settings.link_source:
        importable.refer(whole.item)
    warnings = tuple(safe.told(po.path(settings.locales, whole.name), refusals))
    return Outcome(whole.label, target, "unchanged", "", done, warnings)


def _build(whole: Post, target: Path, settings: Settings) -> Outcome:
    catalog = po.read(po.path(settings.locales, whole.name))
    reading = judge(whole, "en" if catalog else None)
    post, path = reading.post, whole.path
    if reading.skip:
        return Outcome(post.label, target, "skipped", reading.skip)
    if catalog is None:
        return Outcome(post.label, target, "skipped", NOT_DRAFTED)
    segments = post.translatable(settings.comments)
    links = links_of(post, target, settings)
    done = progress(segments, catalog)
    refusals: tuple[safe.Refusal, ...] = ()
    if short := short_of(done, settings):
        status = "out of date" if target.exists() else "skipped"
    else:
        noticed = settings.drafts and done.reviewed < done.segments
        translations, refusals = safe.usable(segments, translations_of(catalog, settings.drafts))
        credited = credit(catalog, done)
        text = turkish(post, translations, links, noticed, settings.comments, credited)
        status = "written" if write_whole(target, _encoded(text, post)) else "unchanged"
    if settings.link_source:
        line = page.availability(post.format, "en", links) if target.exists() else ""
        write_whole(path, encode(linked(post, line), post.encoding))
    warnings = tuple(safe.told(po.path(settings.locales, post.name), refusals))
    return Outcome(post.label, target, status, short, done, warnings)


def short_of(done: Progress, settings: Settings) -> str:
    """Return what a Turkish version is short of, "" if it has come far enough."""
    if not settings.drafts and not done.reviewed:
        return "nothing is reviewed yet"
    least = settings.min_reviewed
    if least is None:
        least = 0 if settings.drafts else LEAST
    if done.percent < least:
        return f"{done.percent} % reviewed, {least} % needed"
    if settings.drafts and done.percent_translated < LEAST:
        return f"{done.percent_translated} % translated, {LEAST} % needed"
    return ""


def translations_of(catalog: Catalog, drafts: bool) -> dict[str, str]:
    """Return the translations to use; they stand on one line, whatever the catalog has."""
    return {
        entry.msgid: " ".join(entry.msgstr.split())
        for entry in catalog.entries
        if entry.msgstr.strip() and not (entry.obsolete or entry.foreign)
        if drafts or not entry.fuzzy
    }


def credit(catalog: Catalog, done: Progress) -> str:
    """Return the translator to name on the page: only of one that is reviewed throughout."""
    return po.translator(catalog) if done.reviewed == done.segments else ""


def target_of(name: str, path: Path, settings: Settings) -> Path:
    """Return where the Turkish version of a post goes."""
    if settings.layout:
        return layout.target(settings.layout, name, path)
    return settings.out / f"{name}{path.suffix}"


def links_of(post: Post, target: Path, settings: Settings) -> Links:
    """Return how a post and its Turkish version link each other."""
    if settings.layout:
        return layout.links(settings.layout, post)
    links = layout.between(post.path, target)
    if settings.base_url:
        links = layout.below(settings.base_url, post.path, target)
    return replace(links, field=("translationKey", json.dumps(post.name, ensure_ascii=False)))


def _encoded(text: str, post: Post) -> bytes:
    """Return the bytes of a Turkish post, in its encoding if that has the Turkish letters.

    Windows-1252 lacks ğ, ı and ş: HTML, which declares its charset, spells them as character
    references, the other formats become UTF-8.
    """
    try:
        return encode(text, post.encoding)
    except UnicodeEncodeError:
        if post.format == "html":
            return text.encode(post.encoding, "xmlcharrefreplace")
        return text.encode()
