"""A plain text → HTML: paragraphs, headings, lists, quotations, as `segment.text` tells them."""

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from translate.post import Part, Segment
from translate.segment.text import MARKER, UNDERLINE

HELD = re.compile("\ue000(\\d+)\ue001")  # stands for a sentence while lines are looked at
BLANK_LINES = re.compile(r"\r?\n(?:[ \t]*\r?\n)+")
QUOTED = re.compile(r"\A[ \t]*(?:>[ \t]?)+")
STEERING = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
LINK = re.compile(
    r"https?://[^\s<>\"“”]*[^\s<>\"“”.,;:!?'’)\]}]|(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+"
)
TAGS = {"heading": "h2", "comment heading": "h2", "quotation": "blockquote", "list item": "li"}


@dataclass(slots=True)
class _Unit:
    """Lines that belong together, and what they are."""

    tag: str
    ordered: bool = False
    lines: list[str] = field(default_factory=list)
    filled: bool = False  # was wrapped by hand: its lines are one


def html_of(parts: Sequence[Part], translations: Mapping[str, str]) -> str:
    """Return the text of a post as HTML, its title left out."""
    segments = [part for part in parts if isinstance(part, Segment)]
    numbers = iter(range(len(segments)))
    held = "".join(
        f"\ue000{next(numbers)}\ue001"
        if isinstance(part, Segment)
        else HELD.sub("", STEERING.sub("", part.source))
        for part in parts
    )
    units = [unit for group in BLANK_LINES.split(held) for unit in _units(group, segments)]
    return "\n".join(_listed([(unit, _shown(unit, segments, translations)) for unit in units]))


def linked(text: str) -> str:
    """Return text as HTML, its addresses as links."""
    pieces, end = [], 0
    for found in LINK.finditer(text):
        address = found[0] if "://" in found[0] else f"mailto:{found[0]}"
        pieces += [
            html.escape(text[end : found.start()], quote=False),
            f'<a href="{html.escape(address)}">{html.escape(found[0])}</a>',
        ]
        end = found.end()
    return "".join([*pieces, html.escape(text[end:], quote=False)])


def _units(group: str, segments: Sequence[Segment]) -> Iterator[_Unit]:
    """Yield the units of the lines between two blank lines."""
    unit: _Unit | None = None
    for line in group.splitlines():
        found = HELD.search(line)
        segment = segments[int(found[1])] if found else None
        if segment and segment.kind == "title":
            continue
        if not line.strip() or UNDERLINE.fullmatch(line.strip()):
            continue
        tag = TAGS.get(segment.kind, "p") if segment else (unit.tag if unit else "p")
        marker = MARKER.match(line.lstrip()) if tag == "li" else None
        if unit is None or unit.tag != tag or marker:
            if unit:
                yield unit
            ordered = bool(marker and re.match(r"\(?\w", marker[0]))
            unit = _Unit(tag, ordered, filled=bool(segment and segment.wrap))
        text = QUOTED.sub("", line) if tag == "blockquote" else line.strip()
        unit.lines.append(text[marker.end() :] if marker else text)
    if unit:
        yield unit


def _shown(unit: _Unit, segments: Sequence[Segment], translations: Mapping[str, str]) -> str:
    def sentence(found: re.Match[str]) -> str:
        segment = segments[int(found[1])]
        if segment.text in translations:
            return linked(translations[segment.text])
        english = linked(segment.text)
        return f'<span lang="en">{english}</span>' if translations else english

    lines = [_sentences(line, sentence) for line in unit.lines]
    inner = (" " if unit.filled else "<br>\n").join(lines)
    if unit.tag == "blockquote":
        inner = f"<p>{inner}</p>"
    return f"<{unit.tag}>{inner}</{unit.tag}>"


def _sentences(line: str, sentence: Callable[[re.Match[str]], str]) -> str:
    """Return a line as HTML, its sentences as `sentence` has them."""
    pieces, end = [], 0
    for found in HELD.finditer(line):
        pieces += [linked(line[end : found.start()]), sentence(found)]
        end = found.end()
    return "".join([*pieces, linked(line[end:])])


def _listed(shown: Sequence[tuple[_Unit, str]]) -> Iterator[str]:
    """Yield the units, list items in lists."""
    open_list = ""
    for unit, inner in shown:
        wanted = ("ol" if unit.ordered else "ul") if unit.tag == "li" else ""
        if wanted != open_list:
            if open_list:
                yield f"</{open_list}>"
            if wanted:
                yield f"<{wanted}>"
            open_list = wanted
        yield inner
    if open_list:
        yield f"</{open_list}>"
