"""HTML's tags as a browser pairs them, each with its range in the file.

A tokenizer of our own, because both others failed where it matters. tree-sitter-html makes errors
of the prose after a lone "<" or "&" and took three minutes over 50,000 "<!--". html.parser (3.11.7)
gives no ends of tokens, finds tags in `<textarea>` and `<title>`, raises AssertionError on "<![<"
and took over 20 seconds for 150 KB of unfinished tags.
"""

import html
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

_SPACE = r"[ \t\n\r\f]"
# What is possessive cannot be tried again: a tag that does not end costs one pass over the file.
_ATTRIBUTE = rf"""
    (?P<name> =[^ \t\n\r\f/>=]*+ | [^ \t\n\r\f/>=]++ )
    (?: {_SPACE}*+ = {_SPACE}*+
        (?: "(?P<double>[^"]*+)" | '(?P<single>[^']*+)' | (?!["'])(?P<bare>[^ \t\n\r\f>]*+) ) )?+
"""
_TAG = re.compile(
    r"<(?P<slash>/?)(?P<tag>[A-Za-z][^ \t\n\r\f/>]*+)"
    rf"(?: [ \t\n\r\f/]++ | {re.sub(r'[?]P<[a-z]+>', '?:', _ATTRIBUTE)} )*+ >",
    re.VERBOSE,
)
_ATTRIBUTES = re.compile(_ATTRIBUTE, re.VERBOSE)
_MARKUP = re.compile(r"<(?=[A-Za-z!?]|/[A-Za-z!?>])|</")
_COMMENT = re.compile(r"<!--(?:-?>|)")
_COMMENT_END = re.compile(r"--!?>")
_SCRIPT = re.compile(r"<!--|-->|<(/?)script(?=[ \t\n\r\f/>])", re.IGNORECASE)

VOID = frozenset(
    "area base basefont br col embed frame hr img input link meta param source track wbr".split()
)
# Their content is text to the browser, whatever it looks like.
RAW = frozenset("iframe noembed noframes script style textarea title xmp".split())
_CLOSES_P = frozenset(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p plaintext pre"
    " search section summary table ul xmp".split()
)
BLOCK = _CLOSES_P | frozenset(
    "body caption col colgroup frameset head html legend tbody td tfoot th thead tr".split()
)
# Inline or not, their end tag ends what was left open inside.
_CONTAINERS = frozenset(
    "audio button canvas iframe map math noscript object picture select svg template video".split()
)
_TABLE = ("table", "td", "th", "caption")
_ROWS = ("tbody", "thead", "tfoot", "colgroup", "caption")
# What a start tag ends when it is still open, unless a wall stands between.
_IMPLIES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "li": (("li",), ("ul", "ol", "menu", "dir", *_TABLE)),
    "dt": (("dt", "dd"), ("dl", *_TABLE)),
    "dd": (("dt", "dd"), ("dl", *_TABLE)),
    "td": (("td", "th"), ("table",)),
    "th": (("td", "th"), ("table",)),
    "tr": (("tr", "colgroup", "caption"), ("table",)),
    **dict.fromkeys(("tbody", "thead", "tfoot"), (_ROWS, ("table",))),
    "option": (("option",), ("select",)),
    "optgroup": (("option", "optgroup"), ("select",)),
    "body": (("head",), ()),
    "p": (("p",), (*_TABLE, "button", "object", "template")),
}


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute as written: `start` is the white space before it, `words` its value's range."""

    start: int
    end: int
    words: tuple[int, int]
    quote: str  # '"', "'" or nothing
    value: str  # decoded


@dataclass(slots=True, eq=False, repr=False)
class Element:
    """An element and its ranges: [start, inside) is the start tag, [stop, end) the end tag.

    An end tag that the author left out is empty, where a browser would put it.
    """

    name: str
    start: int
    inside: int
    parent: "Element | None"
    attributes: dict[str, Attribute] = field(default_factory=dict)
    stop: int = -1
    end: int = -1
    block: "Element" = field(init=False)  # the nearest block element, perhaps itself
    split: bool = False  # an inline element that holds a block element

    def __post_init__(self) -> None:
        own = self.parent is None or self.name in BLOCK
        self.block = self if own or self.parent is None else self.parent.block

    @property
    def closed(self) -> bool:
        """Whether it has an end tag."""
        return self.end > self.stop

    def get(self, name: str) -> str:
        """Return the value of an attribute, empty if there is none."""
        found = self.attributes.get(name)
        return found.value if found else ""


@dataclass(frozen=True, slots=True)
class Token:
    """A range of the file; all ranges joined are the file.

    "text" and "other" (a comment, a doctype) belong to the element around them, "open" and
    "close" to their own; an end tag that closes nothing is "other".
    """

    kind: str
    start: int
    end: int
    element: Element


@dataclass(frozen=True, slots=True)
class Tree:
    """A file's tokens and elements, in its order. The first element stands for the file."""

    tokens: tuple[Token, ...]
    elements: tuple[Element, ...]


def parse(text: str) -> Tree:
    """Return the tokens and elements of a page or fragment. Nothing is an error."""
    stack = _Stack(Element("", 0, 0, None))
    tokens = [_token(text, stack, *found) for found in _scan(text)]
    stack.pop(1, len(text))
    root = stack.open[0]
    root.stop = root.end = len(text)
    return Tree(tuple(tokens), tuple(stack.elements))


def _attributes(text: str, start: int, end: int) -> dict[str, Attribute]:
    """Return the attributes between a tag's name and its ">", the first of each name."""
    found: dict[str, Attribute] = {}
    for match in _ATTRIBUTES.finditer(text, start, end):
        before = match.start()
        while text[before - 1] in " \t\n\r\f":
            before -= 1
        found.setdefault(match["name"].lower(), _attribute(match, before))
    return found


def _attribute(match: re.Match[str], start: int) -> Attribute:
    for group, quote in (("double", '"'), ("single", "'"), ("bare", "")):
        if match[group] is not None:
            value = html.unescape(match[group])
            return Attribute(start, match.end(), match.span(group), quote, value)
    return Attribute(start, match.end(), (match.end(), match.end()), "", "")


def _scan(text: str) -> Iterator[tuple[str, int, int, str]]:
    """Yield (kind, start, end, tag name) of all tokens; "raw" is the content of a script."""
    at = 0
    while at < len(text):
        markup = _MARKUP.search(text, at)
        start = markup.start() if markup else len(text)
        if at < start:
            yield "text", at, start, ""
        at = start
        if not markup:
            return
        tag = _TAG.match(text, at)
        name = tag["tag"].lower() if tag else ""
        kind = ("close" if tag["slash"] else "open") if tag else "other"
        at = tag.end() if tag else _declaration(text, at)
        yield kind, start, at, name
        if kind == "open" and name in RAW:
            stop = _raw(text, at, name)
            if at < stop:
                yield "raw", at, stop, ""
            at = stop


def _declaration(text: str, start: int) -> int:
    """Return the end of a comment, a doctype or the like; of an unfinished tag, the file's end."""
    comment = _COMMENT.match(text, start)
    if comment and comment[0] != "<!--":
        return comment.end()
    if comment:
        ending = _COMMENT_END.search(text, start + 4)
        return ending.end() if ending else len(text)
    if text[start + 1 : start + 3].lstrip("/")[:1].isalpha():
        return len(text)  # a tag without an end
    stop = text.find(">", start)
    return stop + 1 if stop >= 0 else len(text)


def _raw(text: str, start: int, name: str) -> int:
    """Return where the end tag of a raw element begins."""
    if name == "script":
        return _script(text, start)
    ending = re.compile(rf"</{name}(?=[ \t\n\r\f/>])", re.IGNORECASE).search(text, start)
    return ending.start() if ending else len(text)


def _script(text: str, start: int) -> int:
    """Step over a "</script>" that belongs to a "<script>" within "<!--" and "-->"."""
    comment = inner = False
    for match in _SCRIPT.finditer(text, start):
        if match[0] == "<!--":
            comment = True
        elif match[0] == "-->":
            comment = inner = False
        elif not match[1]:
            inner = comment
        elif inner:
            inner = False
        else:
            return match.start()
    return len(text)


def _token(text: str, stack: "_Stack", kind: str, start: int, end: int, name: str) -> Token:
    if kind == "open":
        return Token(kind, start, end, stack.start(name, start, end, text))
    if kind == "close":
        element = stack.finish(name, start, end)
        return Token(kind if element else "other", start, end, element or stack.open[-1])
    return Token(kind, start, end, stack.open[-1])


class _Stack:
    """The open elements. Where each name stands is kept, so that no tag walks the stack."""

    def __init__(self, root: Element) -> None:
        self.open = [root]
        self.elements = [root]
        self._depths: defaultdict[str, list[int]] = defaultdict(list)
        self._blocks = [0]  # the depths of block elements

    def start(self, name: str, start: int, end: int, text: str) -> Element:
        self._imply(name, start)
        element = Element(name, start, end, self.open[-1])
        if end - start > len(name) + 2:
            element.attributes = _attributes(text, start + 1 + len(name), end - 1)
        self.elements.append(element)
        if name in BLOCK:
            self._split()
        if name in VOID:
            element.stop = element.end = end
        else:
            self._depths[name].append(len(self.open))
            if name in BLOCK:
                self._blocks.append(len(self.open))
            self.open.append(element)
        return element

    def _split(self) -> None:
        """Mark the inline elements that a block element stands in; those marked are not redone."""
        for depth in range(len(self.open) - 1, self._blocks[-1], -1):
            if self.open[depth].split:
                break
            self.open[depth].split = True

    def finish(self, name: str, start: int, end: int) -> Element | None:
        """Close what an end tag closes, and what is open inside of it; nothing if it is stray."""
        depth = self._last(name)
        if depth < 1 or depth < self._reach(name):
            return None
        self.pop(depth + 1, start)
        element = self.open[depth]
        self.pop(depth, start)
        element.end = end
        return element

    def _reach(self, name: str) -> int:
        """Return how far out an element may be for its end tag to close it."""
        if name not in BLOCK and name not in _CONTAINERS:
            return self._blocks[-1]
        if name in ("html", "body"):
            return 0
        if name in ("tr", "td", "th", *_ROWS, "table"):
            return self._last("table")
        walls = (*_TABLE, "button", "object", "template")
        return self._wall(*walls, "ul", "ol") if name == "li" else self._wall(*walls)

    def pop(self, depth: int, at: int) -> None:
        while len(self.open) > depth:
            element = self.open.pop()
            element.stop = element.end = at
            self._depths[element.name].pop()
            if element.name in BLOCK:
                self._blocks.pop()

    def _imply(self, name: str, at: int) -> None:
        if name in _CLOSES_P:
            self._end(*_IMPLIES["p"], at)
        if name in _IMPLIES and name != "p":
            self._end(*_IMPLIES[name], at)

    def _end(self, ended: tuple[str, ...], walls: tuple[str, ...], at: int) -> None:
        wall = max(0, self._wall(*walls))
        depths = [depth for depth in map(self._last, ended) if depth > wall]
        if depths:
            self.pop(min(depths), at)

    def _last(self, name: str) -> int:
        depths = self._depths.get(name)
        return depths[-1] if depths else -1

    def _wall(self, *names: str) -> int:
        return max((self._last(name) for name in names), default=-1)
