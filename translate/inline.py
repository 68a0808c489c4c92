"""Markup and protected text: recognised, and taken out before the engine.

`place.py` puts them back.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from translate.post import Mark, Role, Segment

Span = tuple[int, int]

# Control characters count as white space: a catalog could not hold them.
SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
# What a reader would copy: it must come out as it went in. So must what is too long for a word. A
# URL gives back the punctuation that ends the sentence around it. Last: %s, %(name)s, {{ x }}, {x}.
PROTECTED = re.compile(
    r"""
      (?:https?://|ftp://|mailto:|www\.) [^\s<>"“”⟦⟧]* [^\s<>"“”⟦⟧.,;:!?'’)\]}*_]
    | (?<!\S) \S{100,}
    | (?<![\w.+-]) [\w.+-]++ @ [\w-]+ (?:\.[\w-]+)+
    | (?<![\w@\#&/]) [@\#] (?=\w*[^\W\d]) \w+
    | (?<![\w./-]) (?:[\w-]++/)*+ [\w-]++ (?:\.[\w-]++)*? \.
      (?:com|org|net|gov|edu|io|html?|php|pdf|zip|jpe?g|png|gif|svg|csv|txt|md|py|js|json|xml|ya?ml
        |toml|po)\b (?:/[\w./?=&%+-]*\w)?
    | (?<![\w.-]) (?=\d*[a-f]) (?=[a-f]*\d) [\da-f]{7,}+ (?:-[\da-f]{4,}+)*+ (?![\w-])  # hashes
    | (?<![\w%]) % (?:\(\w+\) | \d+\$)? [sd] \b
    | \{\{ [^{}\n]+ \}\} | \$? \{\w*\}
    """,
    re.VERBOSE,
)

# What every match of it holds, but for those of the length: the expression itself is slow.
SIGN = re.compile(r"[@#{]|%[(\dsd]|://|mailto:|www\.|\.[^\W\d_]|[0-9a-f]{7}")
LONG = 100  # characters of what is too long for a word


class Folded:
    """A text that grows, each run of white space in it one space, and none at its start."""

    def __init__(self) -> None:
        self.chunks: list[str] = []
        self.length = 0

    def add(self, chunk: str) -> Span:
        """Add a piece; return where it stands."""
        start = self.length
        chunk = SPACE.sub(" ", chunk)
        if not self.chunks or self.chunks[-1].endswith(" "):
            chunk = chunk.removeprefix(" ")
        if chunk:
            self.chunks.append(chunk)
            self.length += len(chunk)
        return start, self.length

    def __str__(self) -> str:
        return "".join(self.chunks)


def protect(text: str, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return the marks and one more KEEP for each URL, address, handle, file name or hash between.

    `marks` are ranges of `text`, in order, not overlapping; so is the result.
    """
    return _marked(verbatim(text), marks)


def verbatim(text: str) -> Iterable[re.Match[str]]:
    """Return what stands in a text that must come out as it went in."""
    if SIGN.search(text) or max(map(len, text.split()), default=0) >= LONG:
        return PROTECTED.finditer(text)
    return ()


def _marked(matches: Iterable[re.Match[str]], marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return the marks and one more KEEP for each match between them."""
    starts = [mark.start for mark in marks]

    def free(start: int, end: int) -> bool:
        before = bisect_right(starts, start) - 1
        after = before + 1
        clear_before = before < 0 or marks[before].end <= start
        return clear_before and (after == len(marks) or marks[after].start >= end)

    found = [
        Mark(match.start(), match.end(), Role.KEEP)
        for match in matches
        if free(match.start(), match.end())
    ]
    return tuple(sorted([*marks, *found], key=lambda mark: mark.start))


# The embedded package copies these to its output, with Turkish suffixes attached: "⟦0⟧'nin".
PLACEHOLDER = re.compile(r"⟦(\d+)⟧")
# How many of them it was trained to copy: ⟦0⟧ to ⟦9⟧.
PLACEHOLDERS = 10
# Pictures, as emoji are, with what modifies or joins them.
PICTURES = (
    "(?:[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
    "[\u200d\ufe0e\ufe0f\U000e0020-\U000e007f]*|[0-9#*]\ufe0f?\u20e3)+"
)
# Letters and symbols that models of Latin languages lack: Greek, Cyrillic and all scripts beyond,
# arrows, mathematics. What stands between two of them is theirs.
STRANGE = (
    "[\u0370-\u1cff\u1f00-\u1fff\u2190-\u25ff\u27c0-\u2aff\u2e80-\ua71f\ua800-\ufaff\ufb13-\ufffd"
    "\U00010000-\U0001efff\U0001fb00-\U0010fffd]"
)
# What models cannot write although it has Latin letters or digits: they make "102" of 10², "11⁄2"
# of 1½, drop the hour of km/h. The number before a unit stays a word of the sentence.
SIGNS = (
    r"(?<![\w.,])\d[\d.,]*[⁰¹²³⁴-⁾]+|\b(?:[kcdm]?m|ft|in)[²³]|[⁰¹²³⁴-₎]+|(?<!\d)\d*[¼½¾⅐-⅟↉]"
    r"|(?<=\d )(?:km|mi|m|[kMG]?B|[kMG]?bit)/(?:h|s|min)\b"
)
UNWRITABLE = rf"{PICTURES}|{SIGNS}|{STRANGE}(?:[ '’.,·-]*{STRANGE})*"
# The post's own words may look like placeholders.
OWN = re.compile(rf"⟦\d+⟧|{UNWRITABLE}")
# Kept marks that are no word of the sentence, as a code span is, but a point in it: void tags,
# comments, images, marks of footnotes, emoji.
POINT = re.compile(rf"<(?!(?:code|kbd|samp|var|tt)\b|[a-z]+://|[^<>\s]+@)|!?\[|(?:{PICTURES})$")
TAG = re.compile(r"<[^<>]*>")
STRAIGHT = {'"': "“”„‟«»", "'": "‘’‚‛"}


def straight(text: str) -> str:
    """Return a text with straight quotes: in another style it is the same sentence."""
    if text.isascii():
        return text
    for quote, others in STRAIGHT.items():
        for other in others:  # str.translate takes ten times as long
            text = text.replace(other, quote)
    return text


@dataclass(frozen=True, slots=True)
class Point:
    """A mark without words, at an offset of the plain text."""

    at: int
    mark: str
    before: str  # the space or nothing that stood on either side of it
    after: str
    alt: Span | None = None  # the range in `mark` of words that are translated by themselves
    words: str = ""  # these words, in plain
    inside: int | None = None  # the number of the innermost pair that it is in


@dataclass(frozen=True, slots=True)
class Pair:
    """An inline element around a range of the plain text."""

    start: int
    end: int
    opening: str
    closing: str


@dataclass(frozen=True, slots=True)
class Plain:
    """A segment as the engine gets it: words, and placeholders for what must come out as it is."""

    text: str
    kept: tuple[str, ...] = ()  # what ⟦0⟧, ⟦1⟧ … stand for
    points: tuple[Point, ...] = ()
    pairs: tuple[Pair, ...] = ()  # in the order of their openings: parents before children

    @property
    def alts(self) -> tuple[str, ...]:
        """The alt texts of images amid the words, to be translated by themselves."""
        return tuple(point.words for point in self.points if point.words)


def of_alt(segment: Segment, words: str) -> Segment:
    """Return an alt text of an image amid a segment's words as a segment of its own."""
    return replace(
        segment, source=words, text=words, syntax="text", marks=protect(words, ()), kind="alt text"
    )


def take_out(segment: Segment) -> Plain:
    """Return the segment's words without markup, typographic quotes made straight.

    The embedded model was trained on straight quotes. What models cannot write is taken out too;
    it is no mark of the segment, for a person may translate it.
    """
    out = Folded()
    kept: list[str] = []
    points: list[Point] = []
    pairs: dict[int, Pair] = {}
    opened: list[tuple[int, Mark, int]] = []
    count = 0
    text, at = segment.text, 0
    for mark in _wordless_joined(segment):
        out.add(text[at : mark.start])
        at = mark.end
        literal = text[mark.start : mark.end]
        if mark.role is Role.OPEN:
            opened.append((count, mark, out.length))
            count += 1
        elif mark.role is Role.CLOSE:
            number, first, start = opened.pop()
            pairs[number] = Pair(start, out.length, text[first.start : first.end], literal)
        elif mark.role is Role.CHAR and not OWN.match(mark.plain):
            out.add(mark.plain)
        elif _is_point(text, mark):
            inside = opened[-1][0] if opened else None
            points.append(_point(segment, mark, out.length, inside))
            if text[mark.start - 1 : mark.start].isalnum() and text[at : at + 1].isalnum():
                out.add(" ")  # a tag, as <br>, that alone held two words apart
        else:
            out.add(f"⟦{len(kept)}⟧")
            kept.append(literal)
    out.add(text[at:])
    ordered = tuple(pairs[number] for number in sorted(pairs))
    return Plain(straight(str(out)).rstrip(), tuple(kept), tuple(points), ordered)


def _wordless_joined(segment: Segment) -> list[Mark]:
    """Return the marks with each pair that holds no words, `<a …><img …></a>`, as one KEEP."""
    marks: list[Mark] = []
    opened: list[int] = []
    for mark in _marked(OWN.finditer(segment.text), segment.marks):
        if mark.role is Role.OPEN:
            opened.append(len(marks))
        elif mark.role is Role.CLOSE:
            first = opened.pop()
            inner = marks[first + 1 :]
            if not _has_words(segment.text, marks[first].end, mark.start, inner):
                alt = next((kept.alt for kept in inner if kept.alt), None)
                mark = Mark(marks[first].start, mark.end, Role.KEEP, alt=alt)
                del marks[first:]
        marks.append(mark)
    return marks


def _has_words(text: str, start: int, end: int, marks: Sequence[Mark]) -> bool:
    """Tell if a range holds anything but white space and points."""
    for mark in marks:
        if text[start : mark.start].strip() or not _is_point(text, mark):
            return True
        start = mark.end
    return bool(text[start:end].strip())


def _is_point(text: str, mark: Mark) -> bool:
    literal = mark.plain if OWN.match(mark.plain) else text[mark.start : mark.end]
    if not POINT.match(literal):
        return False
    # A name inside tags that keep it from translation is a word.
    named = literal[:2].strip("<").isalpha() and any(map(str.isalpha, TAG.sub("", literal)))
    return bool(mark.alt) or not named


def _point(segment: Segment, mark: Mark, at: int, inside: int | None) -> Point:
    text = segment.text
    alt = (mark.alt[0] - mark.start, mark.alt[1] - mark.start) if mark.alt else None
    words = text[slice(*mark.alt)].strip() if mark.alt else ""
    if segment.syntax == "html":
        words = html.unescape(words)
    words = words if any(map(str.isalpha, words)) else ""
    before = " " if text[: mark.start].endswith(" ") else ""
    after = " " if text.startswith(" ", mark.end) else ""
    return Point(at, text[mark.start : mark.end], before, after, alt, words, inside)
