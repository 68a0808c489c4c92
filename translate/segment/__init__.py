"""Formats: `text`, `markdown`, `html`, `wordpress`, each a function from a text to its `Layout`.

A format says where the prose stands; the other files here know one thing that formats need. What is
common to all of them happens here: blocks are cut into sentences, sentences become segments, and
all the rest becomes literals, so that the joined parts are the file.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from translate import inline, sentences
from translate.post import Literal, Mark, Part, Role, Segment, Wrap, Zone, shortened

# Kinds of text that stand under no heading.
OUTSIDE = ("heading", "title", "excerpt", "SEO title", "SEO description", "comment")


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a file spells a text that stands in it as a string of XML or JSON."""

    text: str
    runs: tuple[tuple[int, int], ...]  # where both go on alike: (offset in the text, in the file)
    spell: Callable[[str], str]  # words → as the file spells them there

    def start(self, at: int) -> int:
        """Return where in the file the character at an offset of the text begins."""
        offset, origin = self.runs[bisect_right(self.runs, at, key=lambda run: run[0]) - 1]
        return origin + at - offset

    def end(self, at: int) -> int:
        """Return where in the file the character before an offset of the text ends."""
        run = bisect_left(self.runs, at, key=lambda run: run[0])
        if run < len(self.runs) and self.runs[run][0] == at:
            return self.runs[run][1]
        return self.start(at)

    def within(self, outer: "Spelling") -> "Spelling":
        """Return how the file spells this text if it stands in a text that is spelled itself."""
        starts = [(at, outer.start(self.start(at))) for at in range(len(self.text))]
        end = (len(self.text), outer.end(self.end(len(self.text))))
        return Spelling(self.text, (*starts, end), lambda words: outer.spell(self.spell(words)))


# What is longer, in characters, or has more marks is no sentence: nobody could judge it.
LONGEST = 50_000
MOST_MARKS = 500


@dataclass(frozen=True, slots=True)
class Block:
    """A range of the file that holds prose: a paragraph, a heading, a cell, a title."""

    start: int  # in the file, or in the text of its spelling, as all of its offsets
    end: int
    kind: str  # for people: "paragraph", "heading", "list item", "table cell", "title", "alt text"
    marks: tuple[Mark, ...] = ()  # in file offsets, in order, not overlapping, pairs balanced
    whole: bool = False  # one segment, never cut into sentences
    syntax: str = "text"
    note: str = ""
    wrap: Wrap | None = None
    write: Callable[[str], str] = str
    write_alt: Callable[[str], str] = str  # likewise, of an alt text that stands without a sentence
    spelling: Spelling | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """A range of the file, perhaps empty, that building treats in a way of its own."""

    start: int
    end: int
    zone: Zone
    spell: Callable[[str], str] = str


@dataclass(frozen=True, slots=True)
class Layout:
    """What a format finds in a file. Blocks and areas are each in order and do not overlap."""

    blocks: tuple[Block, ...]
    areas: tuple[Area, ...] = ()
    declared: str = ""
    skip: str = ""


def parts(text: str, layout: Layout, line: int = 1) -> tuple[Part, ...]:
    """Cut a file into literals and segments, which joined are `text`.

    Nothing without a letter becomes a segment. An empty area always becomes an empty literal.
    `line` is the one on which `text` begins.
    """
    rest = deque(layout.areas)
    found: list[Part] = []
    end = 0
    for start, stop, segment in _segments(text, layout, line):
        found += _literals(text, end, start, rest)
        found.append(segment)
        end = stop
    return (*found, *_literals(text, end, len(text), rest))


def _literals(text: str, start: int, end: int, rest: deque[Area]) -> Iterator[Literal]:
    """Cut what lies between two segments at the borders of areas, and drop the areas passed."""
    while rest and rest[0].start <= end:
        area = rest[0]
        if start < area.start:
            yield Literal(text[start : area.start])
        at = max(start, area.start)
        start = max(at, min(area.end, end))
        if at < start or area.start == area.end:
            yield Literal(text[at:start], area.zone, area.spell)
        if area.end > end:
            return
        rest.popleft()
    if start < end:
        yield Literal(text[start:end])


def _segments(text: str, layout: Layout, line: int) -> Iterator[tuple[int, int, Segment]]:
    """Yield the segments of all blocks, each with its range in the file."""
    counts: Counter[str] = Counter()
    under, seen = "", 0
    for number, block in enumerate(layout.blocks):
        spelling = block.spelling
        pieces = list(_pieces(spelling.text if spelling else text, block))
        counts[block.kind] += bool(pieces)
        for order, piece in enumerate(pieces, 1):
            start = spelling.start(piece.start) if spelling else piece.start
            end = spelling.end(piece.end) if spelling else piece.end
            line, seen = line + text.count("\n", seen, start), start
            segment = Segment(
                source=text[start:end],
                text=piece.text,
                kind=piece.kind,
                place=_place(piece.kind, counts[block.kind], 0 if block.whole else order, under),
                line=line,
                block=number,
                syntax=block.syntax,
                marks=piece.marks,
                note=block.note,
                zone=_zone(layout.areas, start),
                wrap=block.wrap,
                write=block.write if piece.kind == block.kind else block.write_alt,
                spell=spelling.spell if spelling else str,
            )
            yield start, end, segment
        if block.kind == "heading" and pieces:
            under = pieces[0].text
            counts = Counter(heading=counts["heading"])


def _zone(areas: Sequence[Area], at: int) -> Zone:
    before = bisect_right(areas, at, key=lambda area: area.start) - 1
    return areas[before].zone if before >= 0 and at < areas[before].end else Zone.BODY


def _place(kind: str, count: int, order: int, under: str) -> str:
    words = [f"{kind} {count}, sentence {order}" if order else kind]
    if under and kind not in OUTSIDE:
        words.append(f'under "{shortened(under)}"')
    return ", ".join(words)


@dataclass(frozen=True, slots=True)
class _Piece:
    """What a segment is made of: its range in the file, its text and the marks of the text."""

    start: int
    end: int
    kind: str
    text: str
    marks: tuple[Mark, ...]


def _pieces(text: str, block: Block) -> Iterator[_Piece]:
    """Cut a block into its sentences; where one has no words, into the alt texts of its images."""
    for start, end in _ranges(text, block):
        marks = _within(block.marks, start, end)
        if end - start > LONGEST or len(marks) > MOST_MARKS:
            continue
        start, end = _trim(text, start, end, marks)
        piece = _piece(text, start, end, block.kind, _within(marks, start, end))
        if any(letter.isalpha() for letter in _words(piece)):
            yield piece
            continue
        for mark in marks:
            if mark.alt and any(letter.isalpha() for letter in text[slice(*mark.alt)]):
                yield _piece(text, *_trim(text, *mark.alt, ()), "alt text", ())


def _words(piece: _Piece) -> str:
    """Return the piece without its marks."""
    ends = [0, *(mark.end for mark in piece.marks)]
    starts = [*(mark.start for mark in piece.marks), len(piece.text)]
    return "".join(piece.text[end:start] for end, start in zip(ends, starts, strict=True))


def _within(marks: Sequence[Mark], start: int, end: int) -> list[Mark]:
    first = bisect_right(marks, start - 1, key=lambda mark: mark.start)
    last = bisect_right(marks, end - 1, key=lambda mark: mark.start)
    return list(marks[first:last])


def _ranges(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Yield the file ranges of a block's sentences; they are adjacent but for hard line breaks."""
    pairs = _pairs(block.marks)
    at = block.start
    for mark in block.marks:
        if mark.role is Role.CUT and not _inside(pairs, mark.start):
            yield from _split(text, block, at, mark.start, pairs)
            at = mark.end
    yield from _split(text, block, at, block.end, pairs)


def _split(
    text: str, block: Block, start: int, end: int, pairs: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    if not block.whole:
        plain, origins = _plain(text, start, end, _within(block.marks, start, end))
        for _, stop in sentences.spans(plain)[:-1]:
            before, origin = origins[bisect_right(origins, stop, key=lambda pair: pair[0]) - 1]
            cut = origin + stop - before
            if not _inside(pairs, cut):
                yield start, cut
                start = cut
    yield start, end


def _plain(
    text: str, start: int, end: int, marks: Sequence[Mark]
) -> tuple[str, list[tuple[int, int]]]:
    """Return the prose between the marks, and where its runs begin: (offset in it, in the file).

    Something kept stands for a word, unless it is glued to what comes before it, as the
    mark of a footnote is to the full stop.
    """
    pieces, origins, length = [], [(0, start)], 0
    for mark in marks:
        before = text[start : mark.start]
        word = mark.plain if mark.role in (Role.CHAR, Role.TEXT, Role.CUT) else ""
        if mark.role is Role.KEEP:
            word = "" if text[mark.start - 1 : mark.start].strip() else "Word"
        pieces += [before, word]
        length += len(before)
        if word:
            origins.append((length, mark.start))
            length += len(word)
        origins.append((length, mark.end))
        start = mark.end
    return "".join([*pieces, text[start:end]]), origins


def _pairs(marks: Sequence[Mark]) -> list[tuple[int, int]]:
    """Return the ranges from the start of each outermost pair to its end."""
    pairs, starts = [], []
    for mark in marks:
        if mark.role is Role.OPEN:
            starts.append(mark.start)
        elif mark.role is Role.CLOSE:
            start = starts.pop()
            if not starts:
                pairs.append((start, mark.end))
    return pairs


def _inside(pairs: Sequence[tuple[int, int]], at: int) -> bool:
    before = bisect_right(pairs, at, key=lambda pair: pair[0]) - 1
    return before >= 0 and pairs[before][0] < at < pairs[before][1]


def _trim(text: str, start: int, end: int, marks: Sequence[Mark]) -> tuple[int, int]:
    """Leave out the white space around a range, and the marks that stand for white space."""
    gaps = [
        mark
        for mark in marks
        if (mark.role is Role.TEXT and not mark.plain.strip())
        or (mark.role is Role.CHAR and mark.plain.isspace())
    ]
    first, last = {gap.start: gap.end for gap in gaps}, {gap.end: gap.start for gap in gaps}
    while start < end and (start in first or inline.SPACE.match(text, start, start + 1)):
        start = first.get(start, start + 1)
    while end > start and (end in last or inline.SPACE.match(text, end - 1, end)):
        end = last.get(end, end - 1)
    return start, max(start, end)


def _piece(text: str, start: int, end: int, kind: str, marks: Sequence[Mark]) -> _Piece:
    """Write a range of the file as a msgid: white space folded, marks moved to where they stand."""
    out = inline.Folded()
    moved: list[Mark] = []
    at = start
    for mark in marks:
        out.add(text[at : mark.start])
        at = min(mark.end, end)  # what is left open reaches over the white space at the end
        moved += _moved(text, mark if at == mark.end else replace(mark, end=at), out)
    out.add(text[at:end])
    return _Piece(start, end, kind, str(out), inline.protect(str(out), moved))


def _moved(text: str, mark: Mark, out: inline.Folded) -> Iterator[Mark]:
    """Add what a mark is in the msgid to `out`, and yield the mark as it is there, if it is one."""
    source = text[mark.start : mark.end]
    if mark.role is Role.TEXT:
        out.add(mark.plain)
    elif mark.role is Role.CUT:
        yield Mark(*out.add(mark.plain or source), Role.KEEP)
    elif mark.plain and mark.role is not Role.CHAR:
        # Markup that a msgid spells otherwise: "[site]" as "[site][site]", free to translate.
        yield Mark(*out.add(mark.plain), mark.role)
    elif mark.alt:
        begin, _ = out.add(text[mark.start : mark.alt[0]])
        alt = out.add(text[slice(*mark.alt)])
        _, end = out.add(text[mark.alt[1] : mark.end])
        yield Mark(begin, end, mark.role, alt=alt)
    else:
        yield Mark(*out.add(source), mark.role, mark.plain)
