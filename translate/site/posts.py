"""What the site knows of a post before any page is made: whether it has pages, and which."""

from dataclasses import dataclass
from pathlib import Path

from translate import build
from translate.build import Standing
from translate.catalog import Catalog
from translate.post import Post
from translate.read import Reading
from translate.site.article import moment

# The pages of a post, and their folders: English, Turkish, both side by side.
KINDS = {"en": "posts", "tr": "tr/posts", "both": "both"}


@dataclass(frozen=True, slots=True)
class Found:
    """A post that has pages, and what is known of its Turkish version."""

    standing: Standing
    moment: str  # when it was published, "" if nothing says it

    @property
    def post(self) -> Post:
        """The post, as it was judged."""
        return self.standing.post

    @property
    def short(self) -> str:
        """Why there is no Turkish page, "" if there is one."""
        return self.standing.skip or self.standing.short

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
    found = build.standing(whole, settings)
    if _has_no_page(found.reading, found.catalog):
        return Skipped(found.reading.skip)
    return Found(found, moment(found.post))


def _has_no_page(reading: Reading, catalog: Catalog | None) -> bool:
    if reading.skip.startswith("already Turkish") or reading.post.stated not in ("", "en"):
        return True
    return catalog is None and reading.verdict.language not in ("en", "")
