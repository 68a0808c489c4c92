"""What a post of WordPress holds: HTML of the block editor, or of the classic one.

The classic editor leaves paragraphs to be made of blank lines, and line breaks of line ends.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from html import unescape
from itertools import pairwise

from translate.segment import Block, Layout, html, wordpress_blocks, wordpress_shortcodes
from translate.segment.html import Cut, Item
from translate.segment.tree import Element
from translate.segment.wordpress_shortcodes import Code

_BLANK = r"(?P<blank>\r?\n(?:[ \t]*\r?\n)+)"
_URL = r"(?P<url>^[ \t]*https?://\S+[ \t]*$)"
_SEPARATOR = re.compile(rf"{_BLANK}|{_URL}|(?P<line>\r?\n)", re.MULTILINE)
_STEERED = re.compile(r"<!--\s*translate:off\s*-->.*?(?:<!--\s*translate:on\s*-->|\Z)", re.DOTALL)
_BLOCK = re.compile(r"<!--\s+wp:")
# Elements in the texts of which WordPress makes line breaks of line ends.
_FLOWING = ("", "div", "blockquote", "center", "td")
_FULL_LINE = 60  # characters: a line that long was broken by an editor, not by its author
_ENDS = ".!?…:;,\"”’')]*—–-"


def is_blocks(text: str) -> bool:
    """Tell if the block editor wrote a post."""
    return bool(_BLOCK.search(text))


def layout(text: str) -> Layout:
    """Return the blocks and areas of a post's content."""
    codes = wordpress_shortcodes.find(text)
    found = html.layout(wordpress_shortcodes.mask(text, codes), _cutter(text, codes))
    captions = _captions(codes)
    prose = [
        replace(block, kind="caption")
        if block.kind == "paragraph" and _inside(captions, block.start)
        else block
        for block in found.blocks
    ]
    spans = [match.span() for match in _STEERED.finditer(text)]
    more = [
        block
        for block in (*wordpress_blocks.attributes(text), *_attributes(text, codes))
        if not _inside(spans, _origin(block))
    ]
    return replace(found, blocks=tuple(_apart(sorted([*prose, *more], key=_origin))))


def _apart(ordered: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks without the attributes of shortcodes that stand in a sentence."""
    end = 0
    for block in ordered:
        if _origin(block) >= end:
            end = block.spelling.end(block.end) if block.spelling else block.end
            yield block


def _origin(block: Block) -> int:
    return block.spelling.start(block.start) if block.spelling else block.start


def _inside(spans: Sequence[tuple[int, int]], at: int) -> bool:
    before = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return before >= 0 and at < spans[before][1]


def _captions(codes: Sequence[Code]) -> list[tuple[int, int]]:
    """Return the ranges between `[caption …]` and `[/caption]`."""
    named = [code for code in codes if code.name in ("caption", "wp_caption")]
    return [(code.end, after.start) for code, after in pairwise(named)][::2]


def _attributes(text: str, codes: Sequence[Code]) -> Iterator[Block]:
    for code in codes:
        for start, end, quote, name in wordpress_shortcodes.words(text, code):
            kind = "caption" if name == "caption" else "title" if name == "title" else "label"
            yield Block(start, end, kind, whole=True, write=partial(_quoted, quote))


def _quoted(quote: str, words: str) -> str:
    """Spell what would end a shortcode or its attribute; it has no escapes of its own."""
    spelled = words.replace("[", "&#91;").replace("]", "&#93;")
    return spelled.replace(quote, "&quot;" if quote == '"' else "&#39;")


def _cutter(text: str, codes: Sequence[Code]) -> Cut:
    """Return what cuts texts at shortcodes and line ends, and at the comments of blocks."""
    starts = [code.start for code in codes]
    classic = not is_blocks(text)
    opened: dict[Element, list[tuple[str, Element]]] = {}

    def cut(_: str, item: Item) -> Iterator[Item | None]:
        if item.kind == "comment":
            yield None if wordpress_blocks.BORDER.match(text, item.start) else item
            return
        at = item.start
        flowing = item.element.name in (_FLOWING if classic else ("",))
        inside = codes[bisect_left(starts, item.start) : bisect_left(starts, item.end)]
        for code in inside:
            yield from _lines(text, replace(item, start=at, end=code.start), flowing)
            yield _code(item, code, opened.setdefault(item.element, []))
            at = min(code.end, item.end)
        yield from _lines(text, replace(item, start=at), flowing)

    return cut


def _code(item: Item, code: Code, opened: list[tuple[str, Element]]) -> Item | None:
    """Return a shortcode as an item: a border, a tag with a partner, or something kept."""
    if code.role == "border":
        return None
    element = Element(f"[{code.name}]", code.start, code.end, item.element)
    if code.role == "open":
        opened.append((code.name, element))
    elif code.role == "close":
        while opened:
            name, partner = opened.pop()
            if name == code.name:
                element = partner
                break
    return Item(code.role, code.start, min(code.end, item.end), element)


def _lines(text: str, item: Item, flowing: bool) -> Iterator[Item | None]:
    """Cut a text at blank lines, at addresses that WordPress embeds, and at line breaks."""
    at = item.start
    for match in _SEPARATOR.finditer(text, item.start, item.end):
        if match["line"] and not (flowing and _breaks(text, match.start(), match.end())):
            continue
        yield from _words(text, item, at, match.start())
        yield (
            replace(item, kind="line", start=match.start(), end=match.end(), words=False)
            if (match["line"])
            else None
        )
        at = match.end()
    yield from _words(text, item, at, item.end)


def _words(text: str, item: Item, start: int, end: int) -> Iterator[Item]:
    if start < end:
        yield replace(item, start=start, end=end, words=bool(unescape(text[start:end]).strip()))


def _breaks(text: str, start: int, end: int) -> bool:
    """Tell a line break that its author meant from one in the middle of a sentence."""
    line = text[text.rfind("\n", 0, start) + 1 : start].rstrip()
    after = text[end : end + 80].lstrip(" \t")
    if after[:1].islower() and not after.startswith(("http://", "https://")):
        return False
    return len(line) < _FULL_LINE or line.endswith(tuple(_ENDS))
