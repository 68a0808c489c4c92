"""Elements of a piece of XML that is known to be well-formed, where they stand in it.

Nothing is rendered anew: a value comes with its `Spelling`, which leads back to the file.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from translate.segment import Spelling

_MARKUP = re.compile(
    r"""
      <!\[CDATA\[ .*? \]\]> | <!-- .*? --> | <\? .*? \?>
    | < (?P<slash>/?) (?P<name>[^\s/>!?]++) (?P<attributes>(?:[^>"']|"[^"]*"|'[^']*')*+) >
    """,
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_PIECE = re.compile(
    r"<!\[CDATA\[(?P<cdata>.*?)\]\]>|<!--.*?-->|<\?.*?\?>|(?P<reference>&[#\w]+;)", re.DOTALL
)
_CDATA = "<![CDATA["
_SEAM = "]]>" + _CDATA


@dataclass(slots=True)
class Element:
    """An element: its tags are [start, inside) and [stop, end)."""

    name: str
    attributes: str
    start: int
    inside: int
    stop: int = -1
    end: int = -1
    children: list["Element"] = field(default_factory=list)

    def get(self, name: str) -> str:
        """Return the value of an attribute, "" if there is none."""
        for match in _ATTRIBUTE.finditer(self.attributes):
            if match[1] == name:
                return html.unescape(match[2] if match[2] is not None else match[3])
        return ""

    def child(self, name: str) -> "Element | None":
        """Return the first child of a name."""
        return next(self.all(name), None)

    def all(self, name: str) -> Iterator["Element"]:
        """Yield the children of a name."""
        return (child for child in self.children if child.name == name)


def parse(text: str) -> Element:
    """Return the elements of a piece of well-formed XML, below one that stands for all of it."""
    root = Element("", "", 0, 0, len(text), len(text))
    stack = [root]
    for match in _MARKUP.finditer(text):
        if match["name"] is None:
            continue
        if match["slash"]:
            if len(stack) > 1:  # one that closes what was opened before this piece began
                element = stack.pop()
                element.stop, element.end = match.span()
            continue
        element = Element(match["name"], match["attributes"], match.start(), match.end())
        stack[-1].children.append(element)
        if match["attributes"].endswith("/"):
            element.stop = element.end = element.inside
        else:
            stack.append(element)
    return root


def before(text: str, element: Element) -> int:
    """Return where the white space before an element begins."""
    start = element.start
    while start and text[start - 1].isspace():
        start -= 1
    return start


def value(text: str, element: Element | None) -> str:
    """Return the text that an element holds, "" without one."""
    if element is None:
        return ""
    return "".join(words for words, *_ in _pieces(text, element.inside, element.stop))


def spelling(text: str, element: Element) -> Spelling | None:
    """Return how the file spells an element's text; None for one that mixes CDATA and other."""
    pieces = list(_pieces(text, element.inside, element.stop))
    if any(kind == "cdata" for *_, kind in pieces):
        pieces = [piece for piece in pieces if piece[3] == "cdata" or piece[0].strip()]
    kinds = {kind for *_, kind in pieces}
    if "cdata" in kinds and len(kinds) > 1:
        return None
    runs, length = [], 0
    for words, start, end, _ in pieces:
        runs.append((length, start))
        length += len(words)
        if end - start != len(words):  # a reference
            runs.append((length, end))
    last = pieces[-1][2] if pieces else element.inside
    runs.append((length, last))
    words = "".join(words for words, *_ in pieces)
    return Spelling(words, tuple(dict.fromkeys(runs)), in_cdata if "cdata" in kinds else in_text)


def in_text(words: str) -> str:
    """Write words as XML has them outside of CDATA."""
    return html.escape(words, quote=False)


def in_cdata(words: str) -> str:
    """Write words as they stand in a CDATA section, whatever stands before and after them."""
    written = words.replace("]]>", f"]]{_SEAM}>")
    if written.startswith((">", "]>")):
        written = _SEAM + written
    return written + _SEAM if written.endswith("]") else written


def cdata(words: str) -> str:
    """Write words as a CDATA section of their own."""
    return f"{_CDATA}{words.replace(']]>', f']]{_SEAM}>')}]]>"


def _pieces(text: str, start: int, stop: int) -> Iterator[tuple[str, int, int, str]]:
    """Yield the pieces of a value: words, where they stand, and "cdata" or "text"."""
    at = start
    for match in _PIECE.finditer(text, start, stop):
        if at < match.start():
            yield text[at : match.start()], at, match.start(), "text"
        at = match.end()
        if match["cdata"] is not None:
            yield match["cdata"], *match.span("cdata"), "cdata"
        elif match["reference"]:
            yield html.unescape(match[0]), *match.span(), "text"
    if at < stop:
        yield text[at:stop], at, stop, "text"
