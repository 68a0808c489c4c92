"""Post and Segment: the types that the whole pipeline passes on, and the invariant they keep.

A post is a sequence of parts. A part is either literal text or a segment; joined, the parts are
the file, character for character. Building a translation is the same join with segments replaced.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Zone(StrEnum):
    """What a part is to the page, where building treats it in a way of its own.

    Zones that a page may lack (LANG, HEAD, TOP, AVAILABILITY, END) are then marked by an empty
    literal at the place where building would insert them.
    """

    BODY = "body"
    LANG = "lang"  # the page's own language: an attribute of <html>, a line of front matter
    HEAD = "head"  # end of the metadata: before </head>, before the closing --- of front matter
    LINK = "link"  # canonical and hreflang links that the page brought along
    TOP = "top"  # where a notice to readers goes
    AVAILABILITY = "availability"  # "This post is also available in: Turkish"
    COMMENTS = "comments"  # what readers wrote below the post
    FORM = "form"  # "Leave a Reply"
    NOTICE = "notice"  # a machine-translation notice that we wrote
    END = "end"  # where the availability line goes if there is none


class Role(StrEnum):
    """What a mark is to the sentence around it. The last two occur in a block, not in a segment."""

    OPEN = "open"  # the start of an inline element: "<a href=…>", "**", "["
    CLOSE = "close"  # its end; opens and closes of a segment are balanced and nest
    KEEP = "keep"  # stays byte for byte: a code span, a URL, a shortcode, "<br />"
    CHAR = "char"  # one character in the markup's own spelling: "&amp;", "\\*"
    TEXT = "text"  # stands as `plain` in the msgid: a line end with its indent, "&#8217;", '\\"'
    CUT = "cut"  # a hard line break: ends a sentence outside of inline pairs, else `plain` stays


@dataclass(frozen=True, slots=True)
class Mark:
    """A range that is markup and not prose: of a segment's text, or of the file in a block."""

    start: int
    end: int
    role: Role
    plain: str = ""  # what a CHAR stands for; what any other becomes in the msgid, "" if it stays
    alt: tuple[int, int] | None = None  # range of words inside a KEEP to translate: an image's alt


@dataclass(frozen=True, slots=True)
class Wrap:
    """How the lines of a hard-wrapped paragraph are filled: to `width`, `indent` before each."""

    width: int
    indent: str = ""


@dataclass(frozen=True, slots=True)
class Literal:
    """Text that is copied, never translated."""

    source: str
    zone: Zone = Zone.BODY
    spell: Callable[[str], str] = str  # what the program writes here → as the file spells it


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence of prose: the unit of translation, review and memory."""

    source: str  # as it stands in the file
    text: str  # the msgid: line ends and runs of white space made one space, trimmed
    kind: str  # "paragraph", "heading", "list item", "title", …
    place: str  # where it stands, for people: 'paragraph 3, sentence 2, under "What the deal was"'
    line: int  # in the file, from 1
    block: int  # ordinal of its block in the post; the sentences of a paragraph share it
    syntax: str = "text"  # markup language of `text`: "text", "markdown" or "html"
    marks: tuple[Mark, ...] = ()
    note: str = ""  # the author's word to translators
    zone: Zone = Zone.BODY
    wrap: Wrap | None = None
    write: Callable[[str], str] = str  # a translation → what stands in the file, quoted as needed
    spell: Callable[[str], str] = str  # that → as the file spells it, in XML or JSON around it


Part = Literal | Segment


@dataclass(frozen=True, slots=True)
class Post:
    """A file, or an item of a file that holds many, cut into parts."""

    name: str  # path below the folder given, "/" between folders, without suffix
    path: Path
    format: str  # "text", "markdown", "html"; of WordPress "blocks" or "classic"
    encoding: str  # a Python codec that reads and writes the file
    parts: tuple[Part, ...]
    declared: str = ""  # the language that the page says it is in: a hint, themes get it wrong
    skip: str = ""  # why the author does not want it translated, if so
    item: str = ""  # which one it is of a file that holds many
    stated: str = ""  # the language that the site's translation plugin keeps for it

    @property
    def label(self) -> str:
        """How people are told of it: its path, and which one it is there."""
        return f"{self.path}: {self.item}" if self.item else str(self.path)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The sentences to translate, in the order of the file."""
        return tuple(part for part in self.parts if isinstance(part, Segment))

    def translatable(self, comments: bool = False) -> tuple[Segment, ...]:
        """Return the segments that a catalog holds: readers' comments only if asked for."""
        return tuple(
            segment for segment in self.segments if comments or segment.zone is not Zone.COMMENTS
        )


def join(parts: Iterable[Part]) -> str:
    """Return the text that the parts were cut from."""
    return "".join(part.source for part in parts)


def prose(segment: Segment) -> str:
    """Return the words of a segment alone: no tags, code or URLs, and "&amp;" as "&"."""
    pieces, end = [], 0
    for mark in segment.marks:
        pieces += [segment.text[end : mark.start], mark.plain]
        end = mark.end
    return " ".join("".join([*pieces, segment.text[end:]]).split())


def shortened(text: str, longest: int = 60) -> str:
    """Return a text as it is shown where it is named, of so many letters at most."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
