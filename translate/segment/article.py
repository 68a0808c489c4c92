"""Where in a page the post is, and what stands around it: names that themes and plug-ins use."""

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from translate.page import LINE, NOTICE_LINE
from translate.segment.tree import BLOCK, Element, Tree


class Part(Enum):
    """What an element's own text is to the post."""

    OUT = auto()  # the page around the post
    POST = auto()
    STAY = auto()  # within the post, not for translation: menus, scripts, code
    FOREIGN = auto()  # a passage in another language
    THREAD = auto()  # around readers' comments: names, dates, buttons
    COMMENT = auto()  # what a reader wrote
    FORM = auto()  # "Leave a Reply"


@dataclass(frozen=True, slots=True)
class Page:
    """Where the post is: its content element, and each element's part."""

    content: Element
    parts: dict[Element, Part]
    threads: tuple[Element, ...]  # the outermost elements that hold comments
    forms: tuple[Element, ...]  # the outermost elements that hold the reply form
    declared: str  # the language that the page says it is in


# Elements with nothing for a translator.
_SILENT = frozenset(
    "nav aside form fieldset script style noscript template svg math iframe object embed video"
    " audio canvas map select datalist textarea button input progress meter pre xmp plaintext"
    " listing code kbd samp var tt ruby link meta title head dialog frameset noframes"
    " noembed".split()
)
_SILENT_ROLES = frozenset("navigation search complementary contentinfo banner menu toolbar".split())
_CONTENT = re.compile(
    r"""
      (?: (?:td-|blog-|single-|wp-block-|the-|elementor-widget-theme-)? (?:entry|post|article|story)
        | single | blog | page | news )
      [-_]* (?: content | body | text | entry | copy ) (?: [-_]+ (?:inner|wrap|area|main) )?
    | (?: the | et_pb_post | tdb_single | tdb-block | post__ | entry__ | article__ ) [-_]* content
    | e-content | entry | articlebody | mw-parser-output | markdown-body | prose
    """,
    re.VERBOSE,
)
_AROUND = re.compile(r"hentry|h-entry|post|single-post|type-post|content|main|site-main|primary")
_HEADLINE = re.compile(
    r"(?:entry|post|article|single|page|story|p)[-_]*(?:title|headline|name)|headline"
)
_SITE = re.compile(r"(?:site|blog)-?(?:title|name)|logo")
_POST = re.compile(r"hentry|post")
_LEAD = re.compile(
    r"(?:.*[-_])?(?:sub-?title|sub-?head(?:line|ing)?|standfirst|dek|deck|le(?:a)?de?|intro|excerpt"
    r"|summary)"
)
CAPTION = re.compile(r"(?:.*[-_])?caption(?:[-_]?text)?")
_THREAD = re.compile(
    r"comments(?:[-_](?:area|section|list|wrap|wrapper|container|template))?|comment-?list"
    r"|comment[-_](?:section|area|thread)|disqus_thread|wpdcom|jp-post-comments"
)
_FORM = re.compile(r"respond|comment-?respond|comment-?form")
_WROTE = re.compile(r"(?:.*[-_])?comment[-_]*(?:content|text|title|s-title)|comments[-_]title")
_THREAD_META = re.compile(
    r"(?:.*[-_])?comment[-_]*(?:meta(?:data)?|author.*|reply.*|util|actions?|nav.*|awaiting.*|date)"
    r"|(?:.*[-_])?comments?[-_]report.*|reply|vcard|pingback|trackback|avatar|says"
)
_KINDS_OF_POST = r"(?:entry|post|article|single|story|blog|page)"
_FURNITURE = re.compile(
    rf"""
      (?: .*[-_] )? (?: nav | navigation | navbar | breadcrumbs? | pagination | pager | sidebar
        | sharing | sharedaddy | share | shares | social | socials | related | relatedposts | byline
        | newsletter | subscribe | subscription | tagcloud | postmeta | yarpp ) (?: [-_].* )?
    | {_KINDS_OF_POST} [-_]+ (?: meta | info | tags? | footer | author | date | categor(?:y|ies)
        | tools | links | nav | views | time | kicker | terms | share ) (?: [-_].* )?
    | (?:about-)?(?:the-)? author [-_]* (?: box | bio | info | card | desc(?:ription)? | links?
        | name | meta | profile | avatar | area | section ) (?: [-_].* )?
    | about-(?:the-)?author | vcard | h-card | abh_box | saboxplugin.*
    | posted[-_](?:on|in|by) | (?:cat|tags?|category|edit|print|skip|comments)[-_]?links? | tags
    | meta | menu | menu[-_].* | widget | widget[-_]area | widget_.* | textwidget
    | ads? | ad[-_].* | advert.* | adsbygoogle | sponsor(?:ed)? | promo
    | print-no | no-?print | robots-nocontent | license | copyright
    | addtoany.* | a2a_.* | rp4wp.* | heateor.* | ssba.* | jp-relatedposts.* | likes-widget.*
    | mc4wp.* | reading-time | cookie[-_].* | wp-block-(?:post-terms|post-date|post-author|latest.*)
    """,
    re.VERBOSE,
)
_MAIN_IMAGE = re.compile(r"wp-post-image")
_BESIDE = ("nav", "aside", "article", "footer", "form")
_STATE = re.compile(r"(?:has|no|with|is|without|show|hide)[-_]")
_LANGUAGES_LIST = "icl_post_in_other_langs"


def find(text: str, tree: Tree) -> Page:
    """Return where the post is. A fragment is all post."""
    threads = _outermost(tree.elements, _is_thread)
    forms = _outermost(tree.elements, _is_form)
    prose = _weigh(text, tree, threads)
    content = _content(tree, prose)
    threads = tuple(each for each in threads if not _holds(each, content))
    forms = tuple(each for each in forms if not _holds(each, content))
    declared = _declared(tree.elements)
    zones = {**dict.fromkeys(threads, Part.THREAD), **dict.fromkeys(forms, Part.FORM)}
    zones[content] = _around(content, declared)
    zones |= dict.fromkeys(_extras(tree, content, threads), zones[content])
    parts: dict[Element, Part] = {}
    for element in tree.elements:
        above = parts[element.parent] if element.parent else Part.OUT
        part = zones.get(element, above) if above is not Part.FORM else above
        if part not in (Part.OUT, Part.STAY, Part.FORM):
            part = _part(element, part, content, declared, prose)
        parts[element] = part
    return Page(content, parts, threads, forms, declared)


def tokens(element: Element) -> Iterator[str]:
    """Yield the names that an author gave to an element: its classes and its id."""
    if element.attributes:
        yield from element.get("class").lower().split()
        yield from element.get("id").lower().split()


def named(element: Element, pattern: re.Pattern[str]) -> bool:
    """Whether one of an element's classes or its id is such a name."""
    return any(pattern.fullmatch(token) for token in tokens(element))


def is_availability(element: Element) -> bool:
    """Whether an element was written to say in which languages a post is available."""
    return element.name in BLOCK and any(t in (LINE, _LANGUAGES_LIST) for t in tokens(element))


def is_notice(element: Element) -> bool:
    """Whether an element is our notice of a machine translation."""
    return element.name in BLOCK and NOTICE_LINE in tokens(element)


def is_furniture(element: Element, page: Page) -> bool:
    """Whether an element in the post is the page's, not the post's: menus, buttons, other posts."""
    stays = page.parts[element] is Part.STAY and element.name in BLOCK
    return stays and _is_furniture(element, page.content)


def kept_by_author(element: Element) -> bool:
    """Whether the author asks for an element to stay as it is."""
    names = set(tokens(element))
    return element.get("translate").lower() == "no" or bool(
        names & {"notranslate", "skiptranslate"}
    )


def _holds(outer: Element, inner: Element) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _is_thread(element: Element) -> bool:
    return element.name in BLOCK and element.name != "body" and named(element, _THREAD)


def _is_form(element: Element) -> bool:
    return element.name in BLOCK and element.name != "body" and named(element, _FORM)


def _outermost(
    elements: Iterable[Element], wanted: Callable[[Element], bool]
) -> tuple[Element, ...]:
    found: list[Element] = []
    for element in elements:
        if (not found or element.start >= found[-1].end) and wanted(element):
            found.append(element)
    return tuple(found)


def _declared(elements: Iterable[Element]) -> str:
    for element in elements:
        if element.name in ("html", "body"):
            language = element.get("lang") or element.get("xml:lang")
            if language or element.name == "body":
                return language
    return ""


def _foreign(language: str, declared: str) -> bool:
    primary = language.lower().replace("_", "-").split("-")[0]
    return primary not in ("", "en", declared.lower().replace("_", "-").split("-")[0])


def _around(content: Element, declared: str) -> Part:
    """Return what an author says of the content element and of what stands around it."""
    language = ""
    element: Element | None = content
    while element and element.name not in ("body", "html"):
        if kept_by_author(element):
            return Part.STAY
        language = language or element.get("lang")
        element = element.parent
    return Part.FOREIGN if _foreign(language, declared) else Part.POST


@dataclass(frozen=True, slots=True)
class _Prose:
    """How much prose stands before places in the file; words of links and menus do not count."""

    places: list[int]
    sums: list[int]

    def of(self, element: Element) -> int:
        return self._before(element.end) - self._before(element.start)

    def _before(self, place: int) -> int:
        return self.sums[bisect_right(self.places, place)]


def _weigh(text: str, tree: Tree, threads: Iterable[Element]) -> _Prose:
    mute: dict[Element, bool] = dict.fromkeys(threads, True)
    for element in tree.elements:
        above = element.parent is not None and mute[element.parent]
        mute[element] = above or mute.get(element, False) or _is_mute(element)
    places, sums = [], [0]
    for token in tree.tokens:
        if token.kind == "text" and not mute[token.element]:
            places.append(token.end)
            sums.append(sums[-1] + len(html.unescape(text[token.start : token.end]).strip()))
    return _Prose(places, sums)


def _is_mute(element: Element) -> bool:
    # A page inside of one form is how ASP.NET writes pages.
    silent = element.name in _SILENT and element.name != "form"
    return silent or element.name in ("a", "footer") or element.get("role") in _SILENT_ROLES


def _content(tree: Tree, prose: _Prose) -> Element:
    """Choose the element that holds the post: of those that hold most of it, the innermost."""
    names = {element.name: element for element in reversed(tree.elements)}
    page = any(name in names for name in ("html", "head", "body"))
    base = names.get("body", tree.elements[0])
    likely = [element for element in tree.elements if _is_candidate(element)]
    best = max(likely, key=prose.of, default=base)
    most = prose.of(best)
    if not likely or not most or most < (0.25 if page else 0.8) * prose.of(base):
        return base
    inner = [each for each in likely if _holds(best, each) and prose.of(each) >= 0.6 * most]
    chosen = next(filter(_is_content, reversed(inner)), inner[-1])
    parted = [chosen] + [
        each for each in likely if 10 * prose.of(each) >= most and _is_twin(each, chosen)
    ]
    return next(
        (outer for outer in reversed(inner) if all(_holds(outer, each) for each in parted)), best
    )


def _is_twin(element: Element, chosen: Element) -> bool:
    """Whether an element beside the chosen one is more of the same: a body in two parts."""
    if _holds(chosen, element) or _holds(element, chosen):
        return False
    names = {name for name in tokens(chosen) if _CONTENT.fullmatch(name)}
    return not names.isdisjoint(tokens(element))


def _is_candidate(element: Element) -> bool:
    if element.name not in BLOCK or element.name in ("html", "head", "body", *_SILENT - {"form"}):
        return False
    named_so = element.name in ("article", "main") or element.get("role") in ("main", "article")
    return named_so or _is_content(element) or named(element, _AROUND)


def _is_content(element: Element) -> bool:
    by_property = "articlebody" in element.get("itemprop").lower().split()
    return element.name in BLOCK and (by_property or named(element, _CONTENT))


def _extras(tree: Tree, content: Element, threads: Iterable[Element]) -> Iterator[Element]:
    """Yield what belongs to the post but stands outside of its content element.

    That is the headline, the lead and the main image's caption. Beyond the article element only
    the nearest headline before the content is the post's.
    """
    scope = content
    while scope.parent and scope.name != "article" and not named(scope, _POST):
        scope = scope.parent
    article = scope.name == "article" or scope.parent is not None
    headlines = []
    for element in _beside(tree, scope, content, threads):
        if _is_headline(element):
            headlines.append(element)
        elif article and _is_lead(element):
            yield element
    titles = [each for each in tree.elements if _is_headline(each) and _holds(content, each)]
    if article and headlines:
        yield from headlines
    elif not titles:
        yield from headlines[-1:]
    elif content.name == "body" and len(titles) == 1:
        yield from titles  # perhaps in the page's header


def _beside(
    tree: Tree, scope: Element, content: Element, threads: Iterable[Element]
) -> Iterator[Element]:
    """Yield the elements of `scope` outside of its content, its comments and other articles."""
    end = -1
    skipped = {content, *threads}
    for element in tree.elements:
        if element.start < end or not _holds(scope, element):
            continue
        other = element.name in _BESIDE and not _holds(element, content)
        if element in skipped or other:
            end = element.end
        elif not _holds(element, content):
            yield element


def _is_headline(element: Element) -> bool:
    if element.name not in BLOCK or named(element, _SITE):
        return False
    by_property = "headline" in element.get("itemprop").split()
    return element.name == "h1" or by_property or named(element, _HEADLINE)


def _is_lead(element: Element) -> bool:
    if element.name == "img":
        return named(element, _MAIN_IMAGE)
    if element.name == "figcaption":
        return True
    return (element.name in BLOCK or element.name == "span") and (
        named(element, _LEAD) or named(element, CAPTION)
    )


def _part(element: Element, above: Part, content: Element, declared: str, prose: _Prose) -> Part:
    """Return the part of an element around which `above` is the part."""
    if element is content:
        return above
    if element.name in _SILENT or kept_by_author(element) or element.get("role") in _SILENT_ROLES:
        return Part.STAY
    if language := element.get("lang"):
        if _foreign(language, declared):
            return Part.FOREIGN
        above = Part.POST if above is Part.FOREIGN else above
    if above in (Part.THREAD, Part.COMMENT):
        return _part_of_thread(element, above)
    if element.name in BLOCK and _is_furniture(element, content):
        return above if 2 * prose.of(element) > prose.of(content) else Part.STAY
    return above


def _part_of_thread(element: Element, above: Part) -> Part:
    if element.name == "footer" or named(element, _THREAD_META):
        return Part.STAY
    heading = len(element.name) == 2 and element.name[0] == "h" and element.name != "hr"
    wrote = element.name in ("p", "blockquote", "dd") or heading or named(element, _WROTE)
    return Part.COMMENT if wrote else above


def _is_furniture(element: Element, content: Element) -> bool:
    if is_availability(element) or is_notice(element):
        return True
    if element.name == "footer":
        return element.block.parent is None or element.block.parent.name not in (
            "blockquote",
            "figure",
        )
    if element.name == "header" and content.name == "body":
        return element.parent is content
    # An id is no sign: it may be the slug of a heading, "sharing-code-with-others".
    names = [name for name in element.get("class").lower().split() if not _STATE.match(name)]
    by_property = element.get("itemprop") in ("author", "publisher", "datePublished")
    return by_property or any(_FURNITURE.fullmatch(name) for name in names)
