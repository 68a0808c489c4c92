"""What the site knows of a post before any page is made: whether it has pages, and which."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from translate import build, safe
from translate import catalog as po
from translate.catalog import Catalog
from translate.post import Post
from translate.read import Reading, judge
from translate.review import Progress, progress
from translate.site.article import moment

# The pages of a post, and their folders: English, Turkish, both side by side.
KINDS = {"en": "posts", "tr": "tr/posts", "both": "both"}


@dataclass(frozen=True, slots=True)
class Found:
    """A post that has pages, and what is known of its Turkish version."""

    post: Post
    moment: str  # when it was published, "" if nothing says it
    catalog: Catalog | None
    progress: Progress
    short: str  # why there is no Turkish page, "" if there is one
    translations: Mapping[str, str]  # those that its Turkish page uses
    warnings: tuple[str, ...] = ()  # on translations that are not used

    @property
    def versions(self) -> dict[str, str]:
        """The pages of the post by language."""
        return {"en": page("en", self.post.name)} | (
            {} if self.short else {"tr": page("tr", self.post.name)}
        )

    @property
    def folder(self) -> Path:
        """The folder that was named, below which the name of the post is its path."""
        depth = self.post.name.count("/") - bool(self.post.item)
        return self.post.path.absolute().parents[depth]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A post that has no pages, and why."""

    reason: str


def page(kind: str, name: str) -> str:
    """Return the path on the site of a post's page of one of the `KINDS`."""
    return f"{KINDS[kind]}/{name}.html"


def look(whole: Post, settings: build.Settings) -> Found | Skipped:
    """Look at the catalog of a post. Raises `TranslateError` where that is broken."""
    place = po.path(settings.locales, whole.name)
    catalog = po.read(place)
    reading = judge(whole, "en" if catalog else None)
    if _has_no_page(reading, catalog):
        return Skipped(reading.skip)
    post = reading.post
    done = progress(post.translatable(), catalog)
    short = reading.skip
    if catalog is None:
        short = short or "not drafted yet (`translate draft` does it)"
    short = short or build.short_of(done, settings)
    if short or catalog is None:
        return Found(post, moment(post), catalog, done, short, {})
    translations = build.translations_of(catalog, settings.drafts)
    kept, refusals = safe.usable(post.translatable(), translations)
    return Found(post, moment(post), catalog, done, "", kept, tuple(safe.told(place, refusals)))


def _has_no_page(reading: Reading, catalog: Catalog | None) -> bool:
    if reading.skip.startswith("already Turkish") or reading.post.stated not in ("", "en"):
        return True
    return catalog is None and reading.verdict.language not in ("en", "")
