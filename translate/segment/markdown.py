"""Markdown: CommonMark with tables, footnotes, definition lists and what site generators add.

pulldown-cmark says where everything stands; nothing is rendered.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from translate.page import AVAILABLE, MARKER
from translate.post import Mark, Role, Zone
from translate.render import options
from translate.segment import Area, Block, Layout, entities, frontmatter, generators, html

_STEERING = re.compile(r"<!--\s*(?:translate:(on|off)\s*|translators:((?:[^<]|<(?!!--))*?))-->")

_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)")
_VOID = frozenset(
    ["area", "base", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_NO_PROSE = frozenset(["code", "kbd", "math", "pre", "samp", "script", "style", "svg", "var"])
_NOT_TRANSLATED = re.compile(r"""\stranslate=["']?no\b|\sclass=["'][^"']*\bnotranslate\b""", re.I)
_ALT = re.compile(r"""\salt=(["'])(.*?)\1""", re.I | re.DOTALL)

_ONLY_COMMENT = re.compile(r"\s*<(?:!--|\?)[^<]*[-?]>\s*")
_LINE_END = re.compile(r"[\r\n]")
_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n?|\n))*+")
_BLANK_LINE = re.compile(r"(?:(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))?)?")
_QUOTED_LINE_END = re.compile(r"[\r\n][ \t>]*")

# What would begin a block of another kind: "1. değişiklik" a list, where it opens a paragraph.
_BLOCK_START = re.compile(r"\d{1,9}(?=[.)](?:\s|\Z))|(?=(?:[-+*:]|\#{1,6})(?:\s|\Z)|>)")
_ROWS = re.compile(r"(?:\|[^\r\n]*(?:\r\n?|\n|\Z)[ \t>]*){2,}")
_BARS = re.compile(r"(?:(?<!\s)\s++)?(?<!\\)\|(?:[\s|>]|:?-{2,}:?)*")
_BARE_PIPE = re.compile(r"(?<!\\)\|")
_BARE_BRACKET = re.compile(r"(?<!\\)([\[\]])")

_CONTAINERS = {
    "BlockQuote": "quotation",
    "Item": "list item",
    "FootnoteDefinition": "footnote",
    "DefinitionListDefinition": "definition",
}
_LEAVES = {
    "Paragraph": "",  # what it is depends on what it stands in
    "Heading": "heading",
    "TableCell": "table cell",
    "DefinitionListTitle": "definition term",
}
_BY_WORDS = ("Shortcut", "Collapsed")
_INLINE = frozenset(["Emphasis", "Strong", "Strikethrough", "Link"])
_OPAQUE = frozenset(["CodeBlock", "HtmlBlock", "Image", "Autolink", "Email"])


def layout(text: str) -> Layout:
    """Return the prose of a Markdown file, its front matter included."""
    front = frontmatter.read(text)
    body = _Body(text, front.end)
    body.read()
    end = max(front.end, len(text.rstrip(" \t\r\n")))
    top = _BLANK_LINES.match(text, front.end)
    start = min(top.end(), end) if top else end
    areas = [
        *front.areas,
        Area(start, start, Zone.TOP),
        *body.areas,
        *body.unread_line(end),
        Area(end, end, Zone.END),
    ]
    areas.sort(key=lambda area: area.start)
    return Layout((*front.blocks, *body.blocks), tuple(areas), front.declared, front.skip)


def _events(masked: str, start: int) -> Iterator[tuple[str, str, str, int, int]]:
    """Yield the parser's events from `start` on: name, tag, detail, and the range in characters.

    The tag is that of a Start or End, with the kind of link for those that are not marked up as
    one; the detail is a link's type or the text of what is no tag.
    """
    import pyromark

    body = masked[start:]
    # Where each byte of the body stands in the file, in characters.
    places: Sequence[int] = range(start, len(masked) + 1)
    if not body.isascii():
        starts = (byte & 0xC0 != 0x80 for byte in body.encode())
        places = list(accumulate(starts, initial=start))
    for event, span in pyromark.events_with_range(body, options=options()):
        name, tag, detail = _event(event)
        yield name, tag, detail, places[span["start"]], places[span["end"]]


def _event(event: object) -> tuple[str, str, str]:
    if not isinstance(event, Mapping):
        return str(event), "", ""
    name, value = next(iter(event.items()))
    if name not in ("Start", "End"):
        return name, "", str(value)
    tag, details = next(iter(value.items())) if isinstance(value, Mapping) else (value, None)
    detail = details["link_type"] if isinstance(details, Mapping) and "link_type" in details else ""
    return name, detail if detail in _OPAQUE else tag, detail


class _Body:
    """Reads events into blocks: knows the containers around, and what the author steers."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.start = start
        self.blocks: list[Block] = []
        self.areas: list[Area] = []
        masked, masks = generators.mask(text[start:])
        # Offsets are those of the file everywhere; only the parser sees the body alone.
        self.masked = text[:start] + masked
        self.masks = [Mark(start + begin, start + end, Role.KEEP) for begin, end in masks]
        self.containers: list[tuple[str, int]] = []
        self.quotes = 0  # how many of them are quotations
        self.leaf: _Leaf | None = None
        self.opaque: _Opaque | None = None
        self.off = False
        self.note = ""

    def read(self) -> None:
        for name, tag, detail, start, end in _events(self.masked, self.start):
            if self.opaque:
                self._inside(self.opaque, name, end)
            elif name == "Start":
                self._open(tag, detail, start)
            elif name == "End":
                self._close(tag, end)
            elif name == "Rule":
                self._finish()
            elif name != "TaskListMarker":
                self._steer(start, end, name)
                self._inline().add(name, detail, start, end)
        self._finish()

    def unread_line(self, end: int) -> Iterator[Area]:
        """Yield our own last line where a fence or tag left open has swallowed it."""
        start = max(self.text.rfind("\n", 0, end), self.text.rfind("\r", 0, end)) + 1
        seen = [self.start, *(block.end for block in self.blocks[-1:])]
        last = max(*seen, *(area.end for area in self.areas[-1:]), 0)
        if start >= last and MARKER in self.text[start:end]:
            yield Area(start, end, Zone.AVAILABILITY)

    def _open(self, tag: str, detail: str, start: int) -> None:
        if tag in _OPAQUE:
            self.opaque = _Opaque(tag, detail, start)
            if tag in ("CodeBlock", "HtmlBlock"):
                self._finish()
        elif tag in _INLINE:
            self._inline().open(tag, detail, start)
        else:
            self._finish()
            if tag in _LEAVES:
                whole = tag == "Heading"
                atx = whole and self.masked[start] == "#"
                self.leaf = self._leaf(_LEAVES[tag], whole=whole, atx=atx)
            elif tag in _CONTAINERS:
                self.containers.append((tag, start))
                self.quotes += tag == "BlockQuote"

    def _close(self, tag: str, end: int) -> None:
        if tag in _INLINE:
            self._inline().close(tag, end)
            return
        self._finish()
        if tag in _CONTAINERS:
            self.containers.pop()
            self.quotes -= tag == "BlockQuote"

    def _inside(self, opaque: "_Opaque", name: str, end: int) -> None:
        if name == "Start":
            opaque.depth += 1
        elif name == "End":
            opaque.depth -= 1
        if opaque.depth:
            opaque.inner = end
            return
        self.opaque = None
        if opaque.tag == "HtmlBlock":
            self._html(opaque.start, end)
        elif opaque.tag != "CodeBlock":
            end = _with_brackets(self.masked, end, opaque.detail)
            self._inline().keep(opaque.start, end, opaque.alt(self.masked))

    def _inline(self) -> "_Leaf":
        """Return the open block; a tight list item has none of its own."""
        if not self.leaf:
            self.leaf = self._leaf("")
        return self.leaf

    def _leaf(self, kind: str, *, whole: bool = False, atx: bool = False) -> "_Leaf":
        kind = kind or (_CONTAINERS[self.containers[-1][0]] if self.containers else "paragraph")
        write: Callable[[str], str] = str if atx else _guarded
        if kind == "table cell":
            write = _cell
        return _Leaf(
            self.text, self.masked, kind, write, whole=whole, quoted=self.quotes > 0, off=self.off
        )

    def _steer(self, start: int, end: int, name: str) -> None:
        """Follow the author's comments in a range of HTML."""
        if "Html" not in name:
            return
        for found in _STEERING.finditer(self.text, start, end):
            if found[1]:
                self.off = found[1] == "off"
                if self.leaf:
                    self.leaf.off = True
            else:
                self.note = " ".join(found[2].split())

    def _html(self, start: int, end: int) -> None:
        """Read a block of raw HTML, which may hold prose, as the HTML format does."""
        off, note = self.off, self.note
        self._steer(start, end, "Html")
        source = self.text[start:end].rstrip()
        if MARKER in source and not _LINE_END.search(source):
            self._furniture(start, start + len(source))
        elif not (off or self.quotes or _ONLY_COMMENT.fullmatch(self.masked, start, end)):
            # In a quotation each line begins with a sign that is no HTML.
            found = html.layout(self.masked[start:end])
            blocks = [self._moved(block, start) for block in found.blocks]
            self.blocks += [replace(block, note=block.note or note) for block in blocks[:1]]
            self.blocks += blocks[1:]
            self.note = "" if blocks else self.note
            self.areas += [
                replace(area, start=area.start + start, end=area.end + start)
                for area in found.areas
                if area.zone in (Zone.AVAILABILITY, Zone.NOTICE)
            ]

    def _moved(self, block: Block, by: int) -> Block:
        """Move a block to where its fragment stands in the file."""
        marks = [
            replace(
                mark,
                start=mark.start + by,
                end=mark.end + by,
                alt=(mark.alt[0] + by, mark.alt[1] + by) if mark.alt else None,
            )
            for mark in block.marks
        ]
        start, end = block.start + by, block.end + by
        marks = self._hidden(start, end, marks)
        return replace(block, start=start, end=end, marks=tuple(marks))

    def _finish(self) -> None:
        """Turn the open block into a Block, unless it is furniture or not to be translated."""
        leaf, self.leaf = self.leaf, None
        if not leaf or leaf.start < 0:
            return
        leaf.read_as_table()
        start, end, marks = leaf.trimmed(self._hidden(leaf.start, leaf.end, leaf.marks))
        if leaf.kind in ("paragraph", "quotation") and leaf.is_furniture(marks):
            self._furniture(leaf.start, leaf.end)
        elif not leaf.off and start < end:
            alone = not _has_words(self.text, start, end, marks)
            images = [mark for mark in marks if mark.alt] if alone else []
            new = [_image(self.text, mark) for mark in images] or [leaf.block(start, end, marks)]
            self.blocks += [replace(block, note=self.note) for block in new]
            self.note = ""

    def _furniture(self, start: int, end: int) -> None:
        """Take a range for one of our lines; a notice takes the blank line after it along."""
        if "makine" in self.text[start:end] and MARKER in self.text[start:end]:
            start = self.containers[0][1] if self.containers else start
            blank = _BLANK_LINE.match(self.text, end)
            self.areas.append(Area(start, blank.end() if blank else end, Zone.NOTICE))
        else:
            self.areas.append(Area(start, end, Zone.AVAILABILITY))

    def _hidden(self, start: int, end: int, marks: list[Mark]) -> list[Mark]:
        """Add what was hidden from the parser. Attributes go with the element before them."""
        first = bisect_left(self.masks, start, key=lambda mask: mask.start)
        last = bisect_left(self.masks, end, key=lambda mask: mask.start)
        if first == last:
            return marks
        found: list[Mark] = []
        for mark in _outermost([*marks, *self.masks[first:last]]):
            if found and _attaches(self.text, found[-1], mark):
                more = self.text[mark.start : mark.end] if found[-1].plain else ""
                found[-1] = replace(found[-1], end=mark.end, plain=found[-1].plain + more)
            else:
                found.append(mark)
        return found


def _outermost(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Yield the marks in order, without those that stand inside of another."""
    end = -1
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start >= end:
            yield mark
            end = mark.end


def _attaches(text: str, before: Mark, mark: Mark) -> bool:
    return (
        before.end == mark.start
        and mark.role is Role.KEEP
        and before.role in (Role.CLOSE, Role.KEEP)
        and text[mark.start] == "{"
        and generators.is_attribute(text, mark.start)
    )


class _Opaque:
    """Something whose inner events do not matter: code, HTML, an image."""

    def __init__(self, tag: str, detail: str, start: int) -> None:
        self.tag = tag
        self.detail = detail
        self.start = start
        self.inner = start  # end of the last event inside
        self.depth = 1

    def alt(self, masked: str) -> tuple[int, int] | None:
        """Return where an image's words stand, unless they are also the label that it refers by."""
        if self.tag != "Image" or self.inner == self.start or self.detail in _BY_WORDS:
            return None
        return self.start + 2, masked.index("]", self.inner)


class _Leaf:
    """A block of prose that is being read: collects its marks."""

    def __init__(
        self,
        text: str,
        masked: str,
        kind: str,
        write: Callable[[str], str],
        *,
        whole: bool,
        quoted: bool,
        off: bool,
    ) -> None:
        self.text, self.masked = text, masked
        self.kind, self.write, self.whole = kind, write, whole
        self.quoted, self.off = quoted, off
        self.start = self.end = -1
        self.marks: list[Mark] = []
        self.pairs: list[tuple[int, str]] = []  # opened: index of the mark, name of an HTML tag
        self.links: list[str] = []  # types of the links around

    def add(self, name: str, detail: str, start: int, end: int) -> None:
        """Take in an event that is not a tag of Markdown."""
        if name == "Text":
            self._text(detail, start, end)
        elif name in ("SoftBreak", "HardBreak"):
            self._advance(start)
            soft = name == "SoftBreak"
            role, plain = (Role.TEXT, " ") if soft else (Role.CUT, "<br />")
            self.marks.append(Mark(start, end, role, plain))
            self.end = end
        elif name == "InlineHtml":
            self._html(start, end)
        elif name == "InlineMath" and self.masked[end : end + 1].isdigit():
            # "$5-$10" is about money.
            self._advance(start)
            self.end = end
        else:
            self.keep(start, end)

    def keep(self, start: int, end: int, alt: tuple[int, int] | None = None) -> None:
        """Take in something that stays as it is, but for the words of an image."""
        self._advance(start)
        self._mark(start, end, Role.KEEP, alt=alt)

    def open(self, tag: str, detail: str, start: int) -> None:
        self._advance(start)
        width = 2 if tag == "Strong" or self.masked.startswith("~~", start) else 1
        self.pairs.append((len(self.marks), ""))
        self._mark(start, start + width, Role.OPEN)
        if tag == "Link":
            self.links.append(detail)

    def close(self, tag: str, end: int) -> None:
        while self.pairs[-1][1]:
            self.pairs.pop()
        index, _ = self.pairs.pop()
        opened = self.marks[index]
        if tag == "Link":
            start = self.masked.index("]", self.end)
            label, kind = _one_line(self.text[opened.end : start]), self.links.pop()
            # By its words a reference finds its target: the msgid has them apart, to be translated.
            plain = f"][{label}]" if kind in _BY_WORDS else ""
            end = _with_brackets(self.masked, end, kind)
        else:
            start, plain = end - (opened.end - opened.start), ""
        self._advance(start)
        self._pair(index, start, end, plain)

    def block(self, start: int, end: int, marks: Sequence[Mark]) -> Block:
        return Block(
            start,
            end,
            self.kind,
            tuple(marks),
            whole=self.whole,
            syntax="markdown",
            write=self.write,
            write_alt=_alt,
        )

    def read_as_table(self) -> None:
        """Cut lines of cells that are a table to some generators, though not to the parser."""
        if self.whole or not _ROWS.fullmatch(self.text, self.start, self.end):
            return
        bars = _BARS.finditer(self.masked, self.start, self.end)
        cuts = [Mark(*bar.span(), Role.CUT, " ") for bar in bars]
        self.marks = list(_outermost([*cuts, *self.marks]))
        self.kind, self.write = "table cell", _cell

    def is_furniture(self, marks: Sequence[Mark]) -> bool:
        """Tell one of our lines, or a site's own line about translations."""
        pieces, at = [], self.start
        for mark in marks[:9]:
            pieces.append(self.text[at : mark.start])
            at = mark.end
        pieces.append(self.text[at : min(at + 99, self.end)])
        if AVAILABLE.match(re.sub(r"\A\W+", "", "".join(pieces))):
            return True
        source = self.text[self.start : self.end]
        return (
            MARKER in source
            and not _LINE_END.search(source)
            and any(self.text.startswith(MARKER, mark.start) for mark in self.marks)
        )

    def trimmed(self, marks: list[Mark]) -> tuple[int, int, list[Mark]]:
        """Leave out comments, attributes and line ends at both ends of the block."""
        start, end, first, last = self.start, self.end, 0, len(marks)
        while first < last and self._is_aside(marks[first]):
            if self.text[start : marks[first].start].strip():
                break
            start = marks[first].end
            first += 1
        while first < last and self._is_aside(marks[last - 1]):
            if self.text[marks[last - 1].end : end].strip():
                break
            end = marks[last - 1].start
            last -= 1
        return start, end, marks[first:last]

    def _is_aside(self, mark: Mark) -> bool:
        if mark.role is not Role.KEEP:
            return mark.role is Role.TEXT and not mark.plain.strip()
        comment = self.text.startswith("<!--", mark.start)
        return comment or (
            self.text[mark.start] == "{" and generators.is_attribute(self.text, mark.start)
        )

    def _advance(self, start: int) -> None:
        """Account for what the parser passed over: blank space, or a quotation's "> "."""
        if self.start < 0:
            self.start = self.end = start
        elif self.end < start:
            last = self.marks[-1] if self.marks else None
            if last and last.end == self.end and last.role in (Role.TEXT, Role.CUT):
                self.marks[-1] = replace(last, end=start)
            elif not self.masked[self.end : start].isspace():
                self.marks.append(Mark(self.end, start, Role.KEEP))
        self.end = start

    def _text(self, decoded: str, start: int, end: int) -> None:
        escaped = start > 0 and self.masked[start - 1] == "\\" and self.end < start
        self._advance(start - escaped)
        if escaped:
            self.marks.append(Mark(start - 1, start + 1, Role.CHAR, self.masked[start]))
        elif self.masked[start] == "&" and decoded != self.masked[start:end]:
            self.marks.append(entities.mark(entities.MARKDOWN, start, end, decoded))
        self.end = end

    def _mark(
        self,
        start: int,
        end: int,
        role: Role,
        plain: str = "",
        alt: tuple[int, int] | None = None,
    ) -> None:
        source = self.text[start:end]
        if self.quoted and not plain and ("\n" in source or "\r" in source):
            plain = _one_line(source)
        self.marks.append(Mark(start, end, role, plain, alt))
        self.end = end

    def _pair(self, index: int, start: int, end: int, plain: str = "") -> None:
        """Close a pair; one with nothing to translate in it is one mark."""
        opened = self.marks[index]
        if opened.end == start or self._has_no_prose(opened):
            del self.marks[index:]
            self._mark(opened.start, end, Role.KEEP)
        else:
            self.marks[index] = replace(opened, role=Role.OPEN)
            self._mark(start, end, Role.CLOSE, plain)

    def _html(self, start: int, end: int) -> None:
        self._advance(start)
        tag = _TAG.match(self.masked, start)
        name = tag[2].lower() if tag else ""
        if name == "br":
            self.marks.append(Mark(start, end, Role.CUT))
            self.end = end
        elif tag and tag[1] and self.pairs and self.pairs[-1][1] == name:
            self._pair(self.pairs.pop()[0], start, end)
        else:
            words = _ALT.search(self.masked, start, end) if name == "img" else None
            self._mark(start, end, Role.KEEP, alt=words.span(2) if words else None)
            if tag and not tag[1] and name not in _VOID and self.masked[end - 2] != "/":
                self.pairs.append((len(self.marks) - 1, name))

    def _has_no_prose(self, opened: Mark) -> bool:
        tag = _TAG.match(self.masked, opened.start)
        if not tag:
            return False
        source = self.masked[opened.start : opened.end]
        return tag[2].lower() in _NO_PROSE or bool(_NOT_TRANSLATED.search(source))


def _has_words(text: str, start: int, end: int, marks: Sequence[Mark]) -> bool:
    """Tell whether there is a letter outside of the marks."""
    starts = [*(mark.start for mark in marks), end]
    ends = [start, *(mark.end for mark in marks)]
    between = (text[a:b] for a, b in zip(ends, starts, strict=True))
    return any(letter.isalpha() for piece in between for letter in piece)


def _image(text: str, mark: Mark) -> Block:
    """Return the words of an image that stands alone."""
    start, end = mark.alt or (mark.end, mark.end)
    if text[mark.start] == "<":
        return Block(start, end, "alt text", write=_attribute)
    return Block(start, end, "alt text", syntax="markdown", write=_bracketed)


def _with_brackets(masked: str, end: int, kind: str) -> int:
    """Return the end of a link; the parser leaves out the "[]" of a collapsed reference."""
    return end + 2 if kind == "Collapsed" and masked.startswith("[]", end) else end


def _one_line(source: str) -> str:
    return " ".join(_QUOTED_LINE_END.sub(" ", source).split())


def _guarded(text: str) -> str:
    """Keep a translation from turning its block into a list, a heading or a quotation."""
    found = _BLOCK_START.match(text)
    return f"{text[: found.end()]}\\{text[found.end() :]}" if found else text


def _cell(text: str) -> str:
    return _BARE_PIPE.sub(r"\\|", text)


def _bracketed(text: str) -> str:
    return _BARE_BRACKET.sub(r"\\\1", _cell(text))


def _alt(text: str) -> str:
    return _bracketed(_attribute(text))


def _attribute(text: str) -> str:
    return text.replace('"', "&quot;")
