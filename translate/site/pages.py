"""Pages as HTML, from the templates in `translate/templates` or those of the user."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from translate.errors import TranslateError
from translate.site.feeds import alternates
from translate.site.pictures import relative
from translate.site.words import WORDS

if TYPE_CHECKING:
    from jinja2 import Environment

OWN = Path(__file__).parents[1] / "templates"
STYLE = "style.css"


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages share."""

    title: str  # "" if it has none: then each index is called "Posts" in its language
    base: str  # address of the folder of the site, with "/" at its end, "" if it is not known
    templates: Path | None
    feeds: Mapping[str, str]  # language → path of its feed


@dataclass(frozen=True, slots=True)
class Page:
    """A page: where it is, and what its template shows."""

    path: str  # on the site
    template: str
    language: str
    title: str
    versions: Mapping[str, str]  # language → path of the page in it, this one included
    shown: Mapping[str, Any] = field(default_factory=dict)  # what only its template knows
    hidden: bool = False  # from search engines


def address(site: Site, path: str) -> str:
    """Return the full address of a path on the site, "" if the site's own is not known."""
    if not site.base:
        return ""
    folder, _, name = path.rpartition("/")
    if name == "index.html" and folder in ("", "tr"):  # not a post's own
        path = f"{folder}/" if folder else ""
    return site.base + quote(path)


def html_of(page: Page, site: Site) -> bytes:
    """Return a page as its template shows it."""
    words = WORDS[page.language]
    versions = {code: address(site, path) for code, path in page.versions.items()}
    context = {
        "page": page,
        "site": site,
        "words": words,
        "home": "index.html" if page.language == "en" else f"{page.language}/index.html",
        "name": site.title or words.posts,
        "names": {code: each.name for code, each in WORDS.items()},
        "feed": site.feeds.get(page.language, ""),
        "canonical": "" if page.hidden else address(site, page.path),
        "alternates": alternates(versions) if site.base and not page.hidden else [],
        "link": lambda path: relative(path, page.path),
        **page.shown,
    }
    return _rendered(page.template, context, site.templates).encode()


def style(site: Site) -> bytes:
    """Return the style sheet, which is no template: "{{" may stand in it."""
    own = site.templates / STYLE if site.templates else OWN / STYLE
    return (own if own.is_file() else OWN / STYLE).read_bytes()


def _rendered(name: str, context: Mapping[str, Any], templates: Path | None) -> str:
    try:
        return _environment(templates).get_template(name).render(context)
    except Exception as error:  # whatever a template of the user's does
        where = Path(getattr(error, "filename", None) or name).name
        line = getattr(error, "lineno", None)
        at = f"{where}, line {line}" if line else where
        raise TranslateError(f"{at}: {error}: mend the template") from error


@cache
def _environment(templates: Path | None) -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader([templates, OWN] if templates else [OWN]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
