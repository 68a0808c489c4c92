"""Posts + catalogs → a small static site: each post in both languages, indexes, feeds, a sitemap.

Without its own address, a site has relative links only: canonical and hreflang links, feeds and
the sitemap need full ones, and are left out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from translate import build
from translate.catalog import Catalog
from translate.errors import TranslateError
from translate.post import Post
from translate.read import FORMATS, read
from translate.review import Progress
from translate.site import bilingual, clean, feeds, pages, wordpress
from translate.site.article import Version, version
from translate.site.pages import Page, Site, address
from translate.site.pictures import Library, Place, Shelf
from translate.site.posts import KINDS, Found, Skipped, look, page
from translate.site.words import WORDS, day
from translate.wordpress.item import folder

FEEDS = {"en": "feed.xml", "tr": "tr/feed.xml"}
INDEXES = {"en": "index.html", "tr": "tr/index.html"}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run of making the site is asked to do."""

    build: build.Settings  # `out` is the site's folder, `base_url` its address
    title: str = ""
    templates: Path | None = None
    bilingual: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a post."""

    post: str  # its label
    status: str  # "both", "English only", "skipped" or "refused"
    detail: str = ""
    progress: Progress | None = None
    warnings: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """How people are told of its pages: as of the post."""
        return self.post


@dataclass(frozen=True, slots=True)
class Made:
    """The files of a site, by their paths in its folder, and what became of each post."""

    files: dict[str, bytes]
    outcomes: tuple[Outcome, ...]
    kept: frozenset[str]  # pages and folders of earlier runs: not stale, their posts were refused


def make(files: Iterable[tuple[str, Path]], settings: Settings) -> Made:
    """Return the files of the site of some posts. Nothing is written.

    A post that is refused does not keep the others from having pages.
    """
    posts: list[Found] = []
    outcomes: list[Outcome] = []
    kept: set[str] = set()
    for name, path in files:
        try:
            for post in read(name, path, settings.build.selection):
                found = _looked(post, settings)
                outcomes.append(_outcome(post, found))
                posts += [found] if isinstance(found, Found) else []
                kept |= {page(kind, post.name) for kind in KINDS if isinstance(found, str)}
        except TranslateError as error:
            outcomes.append(Outcome(str(path), "refused", str(error)))
            kept |= _pages(name, path)
    return Made(_files(posts, settings), tuple(outcomes), frozenset(kept))


def _pages(name: str, path: Path) -> set[str]:
    """Return the pages that a file may have, of an export the folders of those of its posts."""
    if FORMATS[path.suffix.lower()] == "wordpress":
        return {f"{below}/{folder(name)}/" for below in KINDS.values()}
    return {page(kind, name) for kind in KINDS}


def _looked(post: Post, settings: Settings) -> Found | Skipped | str:
    """Return what is known of a post, or why it is refused."""
    try:
        return look(post, settings.build)
    except TranslateError as error:
        return str(error)


def _outcome(post: Post, found: Found | Skipped | str) -> Outcome:
    if isinstance(found, str):
        return Outcome(post.label, "refused", found)
    if isinstance(found, Skipped):
        return Outcome(post.label, "skipped", found.reason)
    status = "English only" if found.short else "both"
    known = found.standing
    progress = known.progress if known.catalog else None
    return Outcome(post.label, status, found.short, progress, known.warnings)


@dataclass(frozen=True, slots=True)
class _Item:
    """A post in one language, as pages, lists and feeds show it."""

    found: Found
    language: str
    version: Version

    @property
    def path(self) -> str:
        return self.found.versions[self.language]


def _files(posts: Sequence[Found], settings: Settings) -> dict[str, bytes]:
    ordered = sorted(posts, key=lambda each: each.post.name)
    ordered.sort(key=lambda each: each.moment, reverse=True)
    shelf = Shelf()
    libraries = {code: Library(*_led(posts, code), shelf) for code in INDEXES}
    items = [item for found in ordered for item in _items(found, libraries)]
    site = _described(items, settings)
    made = [*_indexes(items, site), *(_post(item, settings) for item in items)]
    if settings.bilingual:
        drafted = ((found, found.standing.catalog) for found in ordered)
        made += [_both(each, catalog, libraries["en"]) for each, catalog in drafted if catalog]
    files = {each.path: pages.html_of(each, site) for each in made}
    files["style.css"] = pages.style(site)
    files |= {path: _feed(code, items, site) for code, path in site.feeds.items()}
    if site.base:
        public = [each.versions for each in made if not each.hidden and each.language == "en"]
        full = [{code: address(site, path) for code, path in each.items()} for each in public]
        files["sitemap.xml"] = feeds.sitemap(full)
    return files | shelf.found


def _described(items: Sequence[_Item], settings: Settings) -> Site:
    base = settings.build.base_url and settings.build.base_url.rstrip("/") + "/"
    dated = {item.language for item in items if item.found.moment}
    fed = {code: path for code, path in FEEDS.items() if code in dated} if base else {}
    return Site(settings.title, base, settings.templates, fed)


def _led(posts: Sequence[Found], language: str) -> tuple[dict[Path, str], dict[str, str]]:
    """Return the pages to which links between posts lead: by files, by addresses of an export."""
    pages = [(each.post, each.versions.get(language, each.versions["en"])) for each in posts]
    files = {post.path.resolve(): path for post, path in pages if not post.item}
    return files, {wordpress.address(post): path for post, path in pages if post.item}


def _items(found: Found, libraries: Mapping[str, Library]) -> list[_Item]:
    items = []
    for code, path in found.versions.items():
        place = Place(path, found.post.path, found.folder, libraries[code])
        translations = found.standing.translations if code == "tr" else {}
        items.append(_Item(found, code, version(found.post, translations, place.address)))
    return items


def _indexes(items: Sequence[_Item], site: Site) -> list[Page]:
    languages = {"en", *(item.language for item in items)}
    versions = {code: path for code, path in INDEXES.items() if code in languages}
    return [_index(code, versions, items, site) for code in versions]


def _index(code: str, versions: Mapping[str, str], items: Sequence[_Item], site: Site) -> Page:
    listed = [_listed(item) for item in items if item.language == code]
    title = site.title or WORDS[code].posts
    return Page(versions[code], "index.html", code, title, versions, {"items": listed})


def _listed(item: _Item) -> dict[str, Any]:
    return {
        "path": item.path,
        "title": item.version.title,
        "description": item.version.description,
        "moment": item.found.moment,
        "day": day(item.found.moment, WORDS[item.language]) if item.found.moment else "",
        "languages": tuple(item.found.versions),
    }


def _post(item: _Item, settings: Settings) -> Page:
    found, words = item.found, WORDS[item.language]
    turkish, standing = item.language == "tr", found.standing
    both = settings.bilingual and standing.catalog
    shown = {
        **_listed(item),
        "body": clean.framed(item.version.body, words.table),
        "noticed": turkish and standing.is_drafted,
        "translator": standing.translator if turkish else "",
        "both": page("both", found.post.name) if both else "",
    }
    return Page(item.path, "post.html", item.language, item.version.title, found.versions, shown)


def _both(found: Found, catalog: Catalog, library: Library) -> Page:
    path = page("both", found.post.name)
    rewrite = Place(path, found.post.path, found.folder, library).address
    rows = bilingual.rows(found.post, catalog, rewrite)
    title = version(found.post, {}, rewrite).title
    shown = {"rows": rows, "counts": bilingual.counts(rows), "pages": found.versions}
    return Page(path, "both.html", "en", title, {"en": path}, shown, hidden=True)


def _feed(code: str, items: Sequence[_Item], site: Site) -> bytes:
    title = site.title or f"{urlsplit(site.base).hostname}: {WORDS[code].posts}"
    addresses = {each: address(site, path) for each, path in site.feeds.items()}
    entries = [_entry(item, site) for item in items if item.language == code and item.found.moment]
    return feeds.atom(code, title, address(site, INDEXES[code]), addresses, entries)


def _entry(item: _Item, site: Site) -> feeds.Entry:
    versions = {code: address(site, path) for code, path in item.found.versions.items()}
    said = item.version
    return feeds.Entry(
        versions[item.language],
        versions,
        said.title,
        item.found.moment,
        said.description,
        said.body,
    )
