"""Which translations may stand on a page. Catalogs come from many hands, and are not trusted.

A translation may have the inline markup of prose, and whatever its source has: the author is
trusted. Anything else, a script, an event handler, a frame, a template's tag, is a reason not to
use it. What a browser makes of a text, nh3 (html5ever) says; nothing that is built goes through it.
"""

import html
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from translate.post import Segment, shortened
from translate.render import html_of
from translate.segment import tree, wordpress_shortcodes

INLINE = frozenset(
    "a abbr b bdi bdo br cite code data del dfn em i ins kbd mark q rp rt ruby s samp small span"
    " strong sub sup time u var wbr".split()
)
ATTRIBUTES = {
    "*": {"alt", "class", "dir", "lang", "title"},  # words, and how words look
    "a": {"href", "hreflang", "rel", "target"},
    "data": {"value"},
    "del": {"cite", "datetime"},
    "ins": {"cite", "datetime"},
    "time": {"datetime"},
}
SCHEMES = {"http", "https", "mailto", "tel"}
UNSAFE_SCHEMES = {"javascript", "vbscript", "data", "blob", "file"}

CONFLICT = "#-#-#-#-#"  # what msgcat and msguniq write between translations that differ
# Without one of these, a text is text in every format.
MARKUP = re.compile(r"[<\[`{]")
MOST = 2000  # signs of markup in a sentence; what a browser does takes their number squared
# What generators and servers run, and comments, which WordPress and this program read.
CODE = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|<[?%!][^<>]*>|\{\{|\{%|<[?%!]")
SCRIPT_ADDRESS = re.compile(r"(?:java|vb)script:")
AUTOLINK = re.compile(r"""<(?:(?:https?://|mailto:)[^\s<>"']*|[\w.+-]+@[\w.-]+)>""")
CODE_SPAN = re.compile(r"(`{1,20})(?!`).{1,2000}?(?<!`)\1(?!`)")
DEFINITION = re.compile(r"\s*\[[^\]]+\]:")  # of a link elsewhere in the page, in Markdown
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*+)(:?)")
BLANK = re.compile(r"[\x00-\x20]+")
TAG_NAME = re.compile(r"</?([A-Za-z][^\s/>]*)")
TAG = re.compile(r"<[^<>]*>")
END = "\ue0ff"  # put after a text: a tag or comment that is left open swallows it

# A tag, an attribute with its value, or the content of an element that is code.
Piece = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A translation that is not used, and what it has that its source has not."""

    msgid: str
    reason: str


def usable(
    segments: Sequence[Segment], translations: Mapping[str, str]
) -> tuple[dict[str, str], tuple[Refusal, ...]]:
    """Return the translations that may be used, and why others may not.

    Sentences of a paragraph are looked at together as well: two can be harmless alone.
    """
    refused: dict[str, str] = {}
    blocks: dict[tuple[int, str], list[Segment]] = defaultdict(list)
    for segment in segments:
        translation = translations.get(segment.text, "")
        if reason := strange(segment.text, translation, segment.syntax):
            refused.setdefault(segment.text, reason)
        blocks[segment.block, segment.syntax].append(segment)
    for (_, syntax), block in blocks.items():
        texts = [segment.text for segment in block]
        usable = (text for text in texts if text in translations and text not in refused)
        used = {text: translations[text] for text in usable}
        together = " ".join(used.get(text, text) for text in texts)
        if len(texts) > 1 and (reason := strange(" ".join(texts), together, syntax)):
            refused |= dict.fromkeys(used, f"{reason} together with its neighbours")
    kept = {msgid: text for msgid, text in translations.items() if msgid not in refused}
    return kept, tuple(Refusal(msgid, reason) for msgid, reason in refused.items())


def strange(source: str, translation: str, syntax: str) -> str:
    """Return what a translation has that its source has not and prose needs not, "" if nothing.

    `syntax` is that of a segment: "text", "markdown" or "html". All are looked at as HTML:
    generators write titles into pages without escaping them, and take for raw HTML in Markdown
    what CommonMark does not.
    """
    if CONFLICT in translation and CONFLICT not in source:
        return CONFLICT
    if not MARKUP.search(translation) or source == translation:
        return ""
    if len(MARKUP.findall(translation)) > MOST + len(MARKUP.findall(source)):
        return "too much markup to look through"
    if code := sorted(set(_code(translation)) - set(_code(source))):
        return shortened(code[0])
    if syntax == "html" and (names := sorted(_shortcodes(translation) - _shortcodes(source))):
        return f"[{names[0]}]"
    if syntax == "markdown":
        if DEFINITION.match(translation) and not DEFINITION.match(source):
            return "a link's definition"
        if reason := _strange(html_of(source + END), html_of(translation + END)):
            return reason
        own = {found[0] for found in CODE_SPAN.finditer(source)}
        source, translation = _raw(source, own), _raw(translation, own)
    return _strange(source + END, translation + END)


def _raw(text: str, own: Set[str]) -> str:
    """Return Markdown as what takes it for HTML sees it, without links and code of the source."""
    text = CODE_SPAN.sub(lambda span: " " if span[0] in own else span[0], text)
    return AUTOLINK.sub(" ", text)


def _code(text: str) -> list[str]:
    """Return what generators, servers and browsers run in a text, outside of tags."""
    squeezed = BLANK.sub("", html.unescape(text)).lower()
    return CODE.findall(text) + SCRIPT_ADDRESS.findall(squeezed)


def _shortcodes(text: str) -> set[str]:
    """Return the names of what WordPress would run in a text."""
    return {code.name for code in wordpress_shortcodes.find(text) if code.name}


def _strange(source: str, translation: str) -> str:
    if "<" not in translation:
        return ""
    theirs, ours = _browsers(translation), _browsers(source)
    found = set(_pieces(theirs)) - set(_pieces(_harmless(translation))) - set(_pieces(ours))
    told = sorted((each for each in found if each[1] not in ATTRIBUTES["*"]), key=_gravity)
    if told:
        return _named(told[0])
    if _is_open(theirs) and not _is_open(ours):
        return "a tag that is not closed"
    names = {name.lower() for name in TAG_NAME.findall(source)} | INLINE | {"p"}
    stray = [name for name in TAG_NAME.findall(translation) if name.lower() not in names]
    return f"<{stray[0]}>" if stray else ""


def _harmless(text: str) -> str:
    """Return the HTML of a text without anything that prose needs not."""
    import nh3

    return nh3.clean(
        text,
        tags=set(INLINE | {"p"}),
        clean_content_tags=set(),
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
    )


def _browsers(text: str) -> str:
    """Return the HTML that a browser makes of a text, everything in it kept but comments."""
    import nh3

    names = {name.lower() for name in TAG_NAME.findall(text)}
    squeezed = BLANK.sub("", html.unescape(text)).lower()
    schemes = {name for name, colon in SCHEME.findall(squeezed) if colon}
    return nh3.clean(
        text,
        tags=names,
        clean_content_tags=set(),
        attributes={},
        generic_attribute_prefixes={""},
        url_schemes=schemes | UNSAFE_SCHEMES | SCHEMES,
        link_rel=None,
    )


def _pieces(text: str) -> Iterator[Piece]:
    """Yield what is in HTML that nh3 has written."""
    for element in tree.parse(text).elements:
        yield element.name, "", ""
        for name, attribute in element.attributes.items():
            yield element.name, name, attribute.value
        if element.name in tree.RAW:
            yield element.name, "content", text[element.inside : element.stop]


def _is_open(text: str) -> bool:
    return END not in TAG.sub("", text)


def _gravity(piece: Piece) -> tuple[bool, Piece]:
    """Sort tags first: an attribute of a strange tag says less."""
    return bool(piece[1]), piece


def _named(piece: Piece) -> str:
    name, attribute, value = piece
    if not attribute:
        return f"<{name}>"
    if attribute == "content":
        return f"other words in <{name}>"
    return shortened(f'{attribute}="{value}"')


def told(catalog: object, refusals: Iterable[Refusal]) -> Iterator[str]:
    """Yield a line for each translation that is not used."""
    for refusal in refusals:
        yield (
            f"{catalog}: “{shortened(refusal.msgid)}”: its translation has {refusal.reason}, "
            "which the source does not have: left in English"
        )
