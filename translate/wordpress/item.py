"""An item of an export → a post: which of its fields readers read, and where they stand."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from urllib.parse import unquote

from translate.post import Mark, Post, Role, Zone
from translate.segment import Area, Block, Layout, html, parts, wordpress, wordpress_blocks
from translate.wordpress import export, plugins, xml
from translate.wordpress.export import Export, Item
from translate.wordpress.xml import Element

# Meta fields that readers read: those of the common SEO plugins, and alternative texts.
_TITLES = frozenset(
    """
    _yoast_wpseo_title _yoast_wpseo_opengraph-title _yoast_wpseo_twitter-title _yoast_wpseo_bctitle
    rank_math_title rank_math_facebook_title rank_math_twitter_title rank_math_breadcrumb_title
    _aioseo_title _aioseo_og_title _aioseo_twitter_title _aioseop_title
    _seopress_titles_title _seopress_social_fb_title _seopress_social_twitter_title
    _genesis_title _open_graph_title _twitter_title
    """.split()
)
_DESCRIPTIONS = frozenset(
    """
    _yoast_wpseo_metadesc _yoast_wpseo_opengraph-description _yoast_wpseo_twitter-description
    rank_math_description rank_math_facebook_description rank_math_twitter_description
    _aioseo_description _aioseo_og_description _aioseo_twitter_description _aioseop_description
    _seopress_titles_desc _seopress_social_fb_desc _seopress_social_twitter_desc
    _genesis_description _open_graph_description _twitter_description
    """.split()
)
_ALT = "_wp_attachment_image_alt"
_FOOTNOTES = "footnotes"  # of the block editor, as JSON
# "%%title%%" (Yoast, SEOPress), "%title%" (Rank Math), "#post_title" (All in One SEO).
_VARIABLE = re.compile(r"%%[\w-]+%%|%[a-z][\w-]*(?:\([^()%]*\))?%|#[a-z]+_[a-z_]+")
_PINGS = ("pingback", "trackback")
_MINOR = ("attachment", "nav_menu_item", "revision", "custom_css", "wp_global_styles")
OURS = "already Turkish: a version that this program wrote"
_LANGUAGES = {"tr": "already Turkish", "en": ""}


@dataclass(frozen=True, slots=True)
class Selection:
    """Which items of an export are posts to translate."""

    types: frozenset[str] = frozenset(("post", "page"))
    statuses: frozenset[str] = frozenset(("publish",))


USUAL = Selection()


@dataclass(slots=True)
class _Found:
    """What a layout is made of."""

    blocks: list[Block] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    skip: str = ""


def read(name: str, path: Path, selection: Selection) -> Iterator[Post]:
    """Yield the posts of an export, in its order.

    Raises `TranslateError` for one that is broken, before the first.
    """
    found = export.scan(path)
    named = names(found)
    refusals = _refusals(found)
    codes = plugins.codes(found)
    below = folder(name)
    with path.open("rb") as file:
        for number, item in enumerate(found.items):
            if item.type in selection.types and item.status in selection.statuses:
                text = export.text(file, found, item.start, item.end)
                label = named[number]
                post = _post(text, item, path, f"{below}/{label}", found.encoding)
                stated = codes.get(item.language, "")
                skip = refusals.get(number, "") or post.skip
                yield replace(post, item=label, skip=skip, stated=stated)


def names(found: Export) -> list[str]:
    """Return a name for each item: its slug, with its id where another has the same.

    Posts that come later do not change those of earlier ones: they have higher ids.
    """
    order = sorted(
        range(len(found.items)),
        key=lambda number: (found.items[number].type in _MINOR, found.items[number].id, number),
    )
    named: dict[str, int] = {}
    for number in order:
        item = found.items[number]
        wanted = reduced(unquote(item.slug)) or str(item.id)
        choices = (wanted, f"{wanted}-{item.id}", f"{wanted}-{item.id}-{number}")
        named[next(choice for choice in choices if choice not in named)] = number
    return [name for name, _ in sorted(named.items(), key=lambda pair: pair[1])]


def folder(name: str) -> str:
    """Return the folder of the catalogs of an export's posts."""
    return "/".join(reduced(part) or "export" for part in name.split("/"))


def reduced(name: str) -> str:
    """Return a name with nothing in it but letters, digits and "-"."""
    return "-".join(re.findall(r"[^\W_]+", name))


def _refusals(found: Export) -> dict[int, str]:
    """Return why items are not to be translated, by their number."""
    if export.is_ours(found.path):
        return dict.fromkeys(range(len(found.items)), OURS)
    codes = plugins.codes(found)
    turkish = plugins.turkish(found)
    versions = {item.original: item.id for item in found.items if item.original}
    refusals: dict[int, str] = {}
    for number, item in enumerate(found.items):
        language = codes.get(item.language, "")
        if item.original:
            refusals[number] = OURS
        elif item.signature in versions:
            refusals[number] = (
                f"has a Turkish version in the export already: post {versions[item.signature]}"
            )
        elif item.group in turkish and language != "tr":
            refusals[number] = (
                f"has a Turkish version in the export already: post {turkish[item.group]}"
            )
        elif language and language != "en":
            refusals[number] = _LANGUAGES.get(
                language, f'language "{item.language}", says the export'
            )
    return refusals


def _post(text: str, item: Item, path: Path, name: str, encoding: str) -> Post:
    element = xml.parse(text).children[0]
    found = _Found()
    for child in element.children:
        _field(text, child, found)
    content = element.child("content:encoded")
    if content is None:
        found.skip = "has no content"
    kind = "blocks" if wordpress.is_blocks(xml.value(text, content)) else "classic"
    layout = Layout(
        tuple(sorted(found.blocks, key=_origin)), tuple(sorted(found.areas, key=_place))
    )
    return Post(name, path, kind, encoding, parts(text, layout, item.line), skip=found.skip)


def _origin(block: Block) -> int:
    return block.spelling.start(block.start) if block.spelling else block.start


def _place(area: Area) -> tuple[int, bool]:
    return area.start, area.start < area.end


def _field(text: str, element: Element, found: _Found) -> None:
    """Add the blocks and areas of a field of a post."""
    match element.name:
        case "title":
            _add(text, element, found, _title)
        case "content:encoded":
            _add(text, element, found, wordpress.layout)
        case "excerpt:encoded":
            _add(text, element, found, partial(_prose, "excerpt"))
        case "wp:postmeta":
            _meta(text, element, found)
        case "wp:comment":
            _comment(text, element, found)


def _add(text: str, element: Element, found: _Found, cut: Callable[[str], Layout]) -> None:
    spelling = xml.spelling(text, element)
    if spelling is None:
        found.skip = f"<{element.name}> mixes CDATA and other text"
        return
    layout = cut(spelling.text)
    for block in layout.blocks:
        inner = block.spelling.within(spelling) if block.spelling else spelling
        found.blocks.append(replace(block, spelling=inner))
    for area in layout.areas:
        end = spelling.end(area.end)
        start = spelling.start(area.start) if area.start < area.end else end
        found.areas.append(Area(start, end, area.zone, spelling.spell))


def _title(words: str) -> Layout:
    found = html.layout(words).blocks if wordpress_blocks.is_markup(words) else ()
    if len(found) == 1:
        return Layout((replace(found[0], kind="title", whole=True, write=_as_it_is),))
    return Layout((Block(0, len(words), "title", whole=True),))


def _as_it_is(words: str) -> str:
    """Return words of a field in which no tag marks the language of some of it."""
    return words


def _prose(kind: str, words: str) -> Layout:
    """Return a text that is a field of its own: it has no place for lines and tags of ours."""
    found = wordpress.layout(words).blocks
    return Layout(
        tuple(
            replace(block, kind=kind, write=_as_it_is if block.write is str else block.write)
            for block in found
        )
    )


def _meta(text: str, element: Element, found: _Found) -> None:
    key = xml.value(text, element.child("wp:meta_key")).strip()
    content = element.child("wp:meta_value")
    if content is None:
        return
    if key in _TITLES:
        _add(text, content, found, partial(_seo, "SEO title"))
    elif key in _DESCRIPTIONS:
        _add(text, content, found, partial(_seo, "SEO description"))
    elif key == _ALT:
        _add(text, content, found, lambda words: _whole("alt text", words))
    elif key == _FOOTNOTES:
        _add(
            text,
            content,
            found,
            lambda words: Layout(tuple(wordpress_blocks.texts(words, "footnote"))),
        )


def _seo(kind: str, words: str) -> Layout:
    """Return a title or description for search engines, without the variables in it."""
    marks = tuple(Mark(*match.span(), Role.KEEP) for match in _VARIABLE.finditer(words))
    whole = kind.endswith("title")
    return Layout((Block(0, len(words), kind, marks, whole=whole),))


def _whole(kind: str, words: str) -> Layout:
    return Layout((Block(0, len(words), kind, whole=True),))


def _footnotes(words: str) -> Layout:
    return Layout(tuple(wordpress_blocks.texts(words, "footnote")))


def _comment(text: str, element: Element, found: _Found) -> None:
    """Add what a reader wrote; what is no comment, or waits for approval, has no Turkish version.

    It stands in a zone that building drops.
    """
    start = xml.before(text, element)
    approved = xml.value(text, element.child("wp:comment_approved")).strip() == "1"
    ping = xml.value(text, element.child("wp:comment_type")).strip() in _PINGS
    content = element.child("wp:comment_content")
    if not approved or ping or content is None:
        found.areas.append(Area(start, element.end, Zone.FORM))
        return
    found.areas.append(Area(start, element.end, Zone.COMMENTS))
    _add(text, content, found, partial(_prose, "comment"))
