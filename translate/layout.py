"""Where the Turkish version of a post goes, and how the two lead to each other, by site generator.

A page links what its generator serves or resolves, not the file. The conventions are those of the
generators' manuals; `tests/generators/` builds a site with each.
"""

import json
import os
import posixpath
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from translate.errors import TranslateError
from translate.page import Links
from translate.post import Post, Zone, join
from translate.read import FORMATS

Parts = tuple[str, ...]  # of a path below the folder that holds a site's posts


@dataclass(frozen=True, slots=True)
class Layout:
    """What is to know of a generator."""

    root: str  # name of the folder that holds the posts of its sites
    turkish: Callable[[Parts], Parts]  # a post → its Turkish version
    links: Callable[[Post, Parts, Parts], Links]


def target(generator: str, name: str, path: Path) -> Path:
    """Return where the Turkish version of a post goes on a generator's site.

    The site's posts are what lies below the generator's usual folder, else below the folder that
    `name` begins at.
    """
    layout = LAYOUTS[generator]
    inside = _inside(name, path, layout.root)
    found = path.absolute().parents[len(inside) - 1].joinpath(*layout.turkish(inside))
    return found if path.is_absolute() else Path(os.path.relpath(found))


def links(generator: str, post: Post) -> Links:
    """Return how a post and its Turkish version link each other on a generator's site.

    Raises `TranslateError` for a post whose front matter keeps the two from being one to it.
    """
    layout = LAYOUTS[generator]
    inside = _inside(post.name, post.path, layout.root)
    return layout.links(post, inside, layout.turkish(inside))


def between(path: Path, target: Path) -> Links:
    """Return how two files link each other, whatever serves them."""
    return Links(_relative(path, target.parent), _relative(target, path.parent))


def below(base: str, path: Path, target: Path) -> Links:
    """Return the addresses of two files below the address of the folder that holds both folders.

    Generators serve `post.md` as `post/`.
    """
    root = Path(os.path.commonpath([path.absolute().parent, target.absolute().parent]))
    base = base.rstrip("/") + "/"
    english, turkish = (_address(file, root) for file in (path, target))
    return Links(base + english, base + turkish, absolute=True)


def _relative(path: Path, folder: Path) -> str:
    return quote(Path(os.path.relpath(path, folder)).as_posix())


def _address(path: Path, root: Path) -> str:
    address = _relative(path, root)
    if FORMATS[path.suffix.lower()] != "markdown":
        return address
    return address.removesuffix(path.suffix) + "/"


def _inside(name: str, path: Path, root: str) -> Parts:
    parts = path.absolute().parts
    folders = parts[:-1]
    if root in folders:
        return parts[len(folders) - folders[::-1].index(root) :]
    start = len(folders) - name.count("/")
    return parts[start - 1 if folders[start - 1] == "en" else start :]


def _beside(parts: Parts) -> Parts:
    """Return `post.tr.md` beside `post.md` or `post.en.md`, and `tr/post.md` for `en/post.md`."""
    if parts[0] == "en":
        return _swapped(parts)
    stem, suffix = posixpath.splitext(parts[-1])
    return (*parts[:-1], f"{stem.removesuffix('.en')}.tr{suffix}")


def _swapped(parts: Parts, at: int = 0) -> Parts:
    """Return the path with the folder `tr` at a place, instead of `en` if that is there."""
    return (*parts[:at], "tr", *parts[at + (parts[at] == "en") :])


def _astro_file(parts: Parts) -> Parts:
    return _swapped(parts, {"pages": 1, "content": 2}.get(parts[0], 0))


def _hugo(_: Post, parts: Parts, __: Parts) -> Links:
    """Leave the address to Hugo, which knows slugs and permalinks."""
    path = json.dumps("/" + "/".join(_without_language(parts)), ensure_ascii=False)
    english, turkish = (f'{{{{< relref path={path} lang="{code}" >}}}}' for code in ("en", "tr"))
    return Links(english, turkish)


def _pelican(post: Post, parts: Parts, turkish: Parts) -> Links:
    """Leave the address to Pelican; it takes two articles of one slug for versions of one."""
    folder, there = "/".join(parts[:-1]), "/".join(turkish[:-1])
    ways = (
        posixpath.relpath("/" + "/".join(parts), "/" + there),
        posixpath.relpath("/" + "/".join(turkish), "/" + folder),
    )
    english, back = ("{filename}" + way.replace(" ", "%20") for way in ways)
    return Links(english, back, field=("slug", _value(post, "slug") or _slug(post)))


def _slug(post: Post) -> str:
    """Return the slug that Pelican makes from a title."""
    title = unicodedata.normalize("NFKD", _value(post, "title"))
    letters = "".join(letter for letter in title if not unicodedata.combining(letter))
    slug = re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", letters).strip()).lower()
    if not slug.isascii() or not slug:
        raise TranslateError(
            f'{post.path}: Pelican pairs posts by their slug: write "slug: …" into its front matter'
        )
    return slug


def _jekyll(post: Post, _: Parts, __: Parts) -> Links:
    """Leave the address to Jekyll; polyglot serves the same permalink once a language.

    On Turkish pages it leads every link to the Turkish site that is not in its `static_href`.
    """
    if "_posts" not in post.path.absolute().parts and not _value(post, "permalink"):
        raise TranslateError(
            f'{post.path}: polyglot pairs pages by their permalink: write "permalink: …" '
            "into its front matter"
        )
    english = '{% static_href %}href="{{ page.url | relative_url }}"{% endstatic_href %}'
    turkish = english.replace("{{ page.url", "{{ page.url | prepend: '/tr'")
    return Links(english, turkish)


def _mkdocs(_: Post, parts: Parts, __: Parts) -> Links:
    """Write the links as HTML: MkDocs takes those in Markdown for links to files, at times."""
    page = _without_language(parts)
    served = _served((*page[:-1], "index.md") if page[-1] == "README.md" else page)
    links = _across(served, posixpath.join("tr", served))
    return Links(f'href="{links.english}"', f'href="{links.turkish}"')


def _eleventy(post: Post, parts: Parts, turkish: Parts) -> Links:
    if _value(post, "permalink"):
        raise TranslateError(
            f"{post.path}: its permalink would be that of both versions: "
            "leave it to a data file of each language"
        )
    name = parts[-1]
    if posixpath.splitext(name)[0] in parts[-2:-1]:
        name = "index.md"  # `a/a.md` is served as `a/`
    return _across(_served((*parts[:-1], name)), _served((*turkish[:-1], name)))


def _astro(_: Post, parts: Parts, turkish: Parts) -> Links:
    there = posixpath.relpath("/" + "/".join(parts[:-1]), "/" + "/".join(turkish[:-1]))
    moved = "" if len(parts) == len(turkish) else there
    links = _across(_served(_route(parts)), _served(_route(turkish)))
    return Links(links.english, links.turkish, moved=moved)


def _route(parts: Parts) -> Parts:
    """Return the address of a page, and of an entry in a collection as Astro's recipe routes it.

    The recipe is `pages/[lang]/blog/[...slug].astro`. Starlight's collection is the whole site.
    """
    if parts[0] != "content":
        return parts[1:] if parts[0] == "pages" else parts
    collection, *rest = parts[1:]
    language = rest[:1] if rest[0] in ("en", "tr") else []
    above = [] if collection == "docs" else [collection]
    return (*language, *above, *rest[len(language) :])


def _without_language(parts: Parts) -> Parts:
    if parts[0] == "en":
        return parts[1:]
    return (*parts[:-1], re.sub(r"\.en(\.\w+)$", r"\1", parts[-1]))


def _served(parts: Parts) -> str:
    """Return the folder as which a page is served."""
    stem = posixpath.splitext(parts[-1])[0]
    return "/".join(parts[:-1] if stem == "index" else (*parts[:-1], stem))


def _across(english: str, turkish: str) -> Links:
    """Return the relative links between two pages that are served as folders."""
    pairs = ((turkish, english), (english, turkish))
    back, there = (posixpath.relpath("/" + goal, "/" + start) for start, goal in pairs)
    return Links(quote(back) + "/", quote(there) + "/")


def _value(post: Post, key: str) -> str:
    """Return what a line of front matter says, without quotation marks."""
    zones = [part.zone for part in post.parts]
    before = join(post.parts[: zones.index(Zone.HEAD)])
    found = re.search(rf"^{key}[ \t]*[:=][ \t]*(.*)", before, re.MULTILINE | re.IGNORECASE)
    return found[1].strip().strip("\"'") if found else ""


LAYOUTS = {
    "astro": Layout("src", _astro_file, _astro),
    "eleventy": Layout("src", _swapped, _eleventy),
    "hugo": Layout("content", _beside, _hugo),
    "jekyll": Layout("_posts", _swapped, _jekyll),
    "mkdocs": Layout("docs", _beside, _mkdocs),
    "pelican": Layout("content", _beside, _pelican),
}
