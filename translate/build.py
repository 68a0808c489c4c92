"""Post + catalog → Turkish post on the disk, and the line in the English one that leads to it."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from translate import catalog as po
from translate import layout, page, safe
from translate.catalog import Catalog
from translate.errors import TranslateError
from translate.files import inside, within, write_chunks, write_whole
from translate.orphans import gone
from translate.page import Links
from translate.post import Post
from translate.read import FORMATS, Reading, decoded, encode, judge, read
from translate.review import Progress, progress
from translate.turkish import linked, turkish
from translate.wordpress import export
from translate.wordpress.importable import Importable, collecting
from translate.wordpress.item import USUAL, Selection, folder
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

    @property
    def version(self) -> str:
        """How people are told of the Turkish version: its path, and which one it is there."""
        return f"{self.target}: {self.item}" if self.item else str(self.target)


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a post's Turkish version has come, and what it is made of."""

    reading: Reading
    catalog: Catalog | None
    progress: Progress
    skip: str  # why there cannot be one, "" if there can
    short: str  # what it is short of, "" if it has come far enough
    translations: Mapping[str, str] = field(default_factory=dict)  # those to use
    warnings: tuple[str, ...] = ()  # lines on those that are not used
    is_drafted: bool = False  # whether it has words that nobody has reviewed

    @property
    def post(self) -> Post:
        """The post as it was judged."""
        return self.reading.post

    @property
    def is_reviewed(self) -> bool:
        """Whether every sentence is reviewed."""
        return self.progress.reviewed == self.progress.segments

    @property
    def translator(self) -> str:
        """The translator to name on the page: only of one that is reviewed throughout."""
        return po.translator(self.catalog) if self.catalog and self.is_reviewed else ""


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
    beside = cache(_by_stem)  # a folder may hold thousands, each of which asks for its like
    found: list[Path] = []
    for path in po.paths(settings.locales):
        name = po.name_of(path, settings.locales)
        post = gone(path, settings.locales) if name not in posts else None
        name = _file_name(name, post) if post else name
        if source := posts.get(name, post):
            target, lost = target_of(name, source, settings), name not in posts
            root = _root(source, target, settings)
            versions = beside(target.parent).get(target.stem, ())
            # Of a post that is there, one of another format that it had.
            versions = [each for each in versions if lost or each.suffix != target.suffix]
            found += [each for each in versions if inside(root, each)]
    return list(filter(is_ours, dict.fromkeys(found)))


def _file_name(name: str, path: Path) -> str:
    """Return the name of the file that holds a post: an export has one, its posts have others."""
    below = name.rpartition("/")[0]
    own = Path(*path.with_suffix("").parts[-1 - below.count("/") :]).as_posix()
    return own if FORMATS.get(path.suffix.lower()) == "wordpress" and folder(own) == below else name


def _by_stem(folder: Path) -> dict[str, list[Path]]:
    """Return the posts in a folder by their names, whatever their suffixes."""
    found: dict[str, list[Path]] = {}
    for path in sorted(folder.glob("*")):
        if path.suffix.lower() in FORMATS:
            found.setdefault(path.stem, []).append(path)
    return found


def _refuse_links(name: str, path: Path, target: Path, settings: Settings) -> None:
    """Refuse to write where a link leads out of the folders that were named."""
    within(_root(path, target, settings), target)
    if settings.link_source:
        posts = path.absolute().parents[name.count("/")]
        within(Path(os.path.relpath(posts)), path)


def _root(path: Path, target: Path, settings: Settings) -> Path:
    """Return the folder out of which no link may lead to the Turkish version of a post."""
    if settings.layout:
        return Path(os.path.commonpath([path.absolute(), target.absolute()]))
    return settings.out


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
        found = standing(whole, settings)
    except TranslateError as error:
        return Outcome(whole.label, target, "refused", str(error))
    if found.skip:
        return Outcome(whole.label, target, "skipped", found.skip)
    if found.short:
        return Outcome(whole.label, target, "skipped", found.short, found.progress)
    text = _written(found, importable.links(whole.item), settings)
    importable.add(whole.item, text, found.is_reviewed)
    if settings.link_source:
        importable.refer(whole.item)
    return Outcome(whole.label, target, "unchanged", "", found.progress, found.warnings)


def _build(whole: Post, target: Path, settings: Settings) -> Outcome:
    found = standing(whole, settings)
    post = found.post
    if found.skip and not whole.skip:
        return Outcome(post.label, target, "skipped", found.skip)
    links = links_of(post, target, settings)
    why = found.skip or found.short
    if why:
        status = "out of date" if target.exists() else "skipped"
    else:
        content = _encoded(_written(found, links, settings), post)
        status = "written" if write_whole(target, content) else "unchanged"
    if settings.link_source:
        line = page.availability(post.format, "en", links) if target.exists() else ""
        write_whole(post.path, encode(linked(post, line), post.encoding))
    return Outcome(post.label, target, status, why, found.progress, found.warnings)


def _written(found: Standing, links: Links, settings: Settings) -> str:
    """Return the text of a Turkish version."""
    return turkish(
        found.post,
        found.translations,
        links,
        found.is_drafted,
        settings.comments,
        found.translator,
    )


def standing(whole: Post, settings: Settings) -> Standing:
    """Return how a post's Turkish version stands.

    Raises `TranslateError` where its catalog is broken.
    """
    place = po.path(settings.locales, whole.name)
    catalog = po.read(place)
    reading = judge(whole, "en" if catalog else None)
    segments = reading.post.translatable(settings.comments)
    done = progress(segments, catalog)
    skip = reading.skip or ("" if catalog else NOT_DRAFTED)
    short = short_of(done, settings)
    found = Standing(reading, catalog, done, skip, short)
    if catalog is None or skip or short:
        return found
    kept, refusals = safe.usable(segments, translations_of(catalog, settings.drafts))
    warnings = tuple(safe.told(place, refusals))
    drafted = settings.drafts and not found.is_reviewed
    return replace(found, translations=kept, warnings=warnings, is_drafted=drafted)


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
