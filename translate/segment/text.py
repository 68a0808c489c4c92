"""Plain text, as a page is captured from a site: paragraphs between blank lines, and furniture."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from translate.page import NOTICE_BEGINS
from translate.post import Mark, Role, Wrap, Zone
from translate.segment import Area, Block, Layout

LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
PREFIX = re.compile(r"[^\S\r\n]*(?:>+(?:[^\S\r\n]+|$))*")
# Letters in front of a sentence are initials as often: "A. Smith". So only "a.", "a)" and "A)".
MARKER = re.compile(r"(?:[-*+•‣◦▪–]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\(?[A-Z]\))\s+(?=\S)")
UNDERLINE = re.compile(r"(={3,}|-{3,}|~{3,})")
BLANK = re.compile(r"[^\S\r\n]*(?:\r\n|\n|\r)")
HYPHEN = re.compile(r"[\w-]-$")
WIDE = 120  # no one wraps by hand beyond
LONGEST_HEADING = 80
OPENING = "“‘\"'(["
CLOSING = "”’\"')]"

COMMENT = re.compile(r"<!--(?P<said>(?:(?!-->).)*)-->")
STEER = re.compile(r"\s*(?:translate:(?P<switch>on|off)\s*|translators:(?P<note>.*))")
NOTICE = f"[{NOTICE_BEGINS}"
AVAILABLE = re.compile(
    r"(?:(?i:(?:this (?:blog post|post|entry|article|page|story|text|content|item) is )?"
    r"also available in|bu (?:yazı|sayfa|makale) şu dillerde de mevcut):\s*[^.!?;:]{2,150}"
    r"|(?i:this (?:blog post|post|entry|article|page|story|text|content|item) is)"
    r" also available in(?: [A-ZÇĞİÖŞÜ][\w()-]*,?(?: and| or)?){1,12})\.?"
)

_NUMBER = r"(?:no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d[\d,.]*)"
_WHAT = r"(?:responses?|comments?|replies|reply|thoughts?)"
# "One Response to “…”" is furniture wherever it stands, "Comments" where comments follow.
COMMENTS_ON = re.compile(rf"{_NUMBER} {_WHAT} (?:to|on|for) [“\"'‘].*", re.IGNORECASE)
COMMENTS = re.compile(
    rf"(?:{_NUMBER} {_WHAT}(?: so far)?|(?:reader )?comments|responses|replies)(?: ?\(\d+\))?:?",
    re.IGNORECASE,
)
FORM = re.compile(
    r"(?:leave|post|add|write|submit) (?:a |your )(?:reply|comment|response)"
    r"(?: to .{1,80})?(?: cancel reply)?:?",
    re.IGNORECASE,
)
FORM_LENGTH = 3000  # a longer rest is an article that happens to have such a line

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DATE = re.compile(
    rf"\b(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
    r"|(?:\d{1,3}|an?) (?:minute|hour|day|week|month|year)s? ago)\b",
    re.IGNORECASE,
)
SAYS = re.compile(r".{1,80}\b(?:says|said|wrote|writes|commented):")
ACTION = re.compile(
    r"(?:(?:log in to )?reply|permalink|edit|quote|report|like|share|#)(?:\W+\w{0,9})?|pingback:.*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the file: its range with the line end, and the range of its words."""

    start: int
    at: int
    end: int
    stop: int
    depth: int  # quotation marks ">" in front
    words: str

    @property
    def indent(self) -> int:
        return self.at - self.start

    @property
    def length(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class _Unit:
    """Lines that belong together: a paragraph, a list item, a heading."""

    lines: tuple[_Line, ...]
    marker: int = 0  # length of the list marker
    heading: bool = False  # underlined

    @property
    def text(self) -> str:
        return " ".join(line.words for line in self.lines)


_Group = list[_Line]


def layout(text: str) -> Layout:
    """Return where the prose of a plain text stands, and the furniture of the page around it."""
    groups = list(_groups(_lines(text)))
    sections = _sections(groups, len(text))
    first = sections[0][0] if sections else len(groups)
    blocks = list(_body(text, groups[:first]))
    areas = _areas(text, groups[:first])
    for (index, zone), (stop, _) in pairwise([*sections, (len(groups), Zone.BODY)]):
        end = groups[stop][0].start if stop < len(groups) else len(text)
        areas.append(Area(groups[index][0].start, end, zone))
        if zone is Zone.COMMENTS:
            blocks += _comments(text, groups[index:stop])
    return Layout(tuple(blocks), tuple(areas))


def _lines(text: str) -> Iterator[_Line]:
    for match in LINE.finditer(text):
        start, end = match.span(1)
        prefix = PREFIX.match(text, start, end)
        at = prefix.end() if prefix else start
        words = text[at:end].rstrip()
        yield _Line(start, at, at + len(words), match.end(), text.count(">", start, at), words)


def _groups(lines: Iterator[_Line]) -> Iterator[_Group]:
    """Yield the runs of lines between blank lines; an HTML comment or furniture is a run alone."""
    group: _Group = []
    for line in lines:
        alone = _stands_alone(line.words)
        if group and (alone or not line.words):
            yield group
            group = []
        if alone:
            yield [line]
        elif line.words:
            group.append(line)
    if group:
        yield group


def _stands_alone(words: str) -> bool:
    return bool(COMMENT.fullmatch(words) or AVAILABLE.fullmatch(words))


def _sections(groups: Sequence[_Group], end: int) -> list[tuple[int, Zone]]:
    """Return at which groups comments and the reply form begin; before the first is the post."""
    found: list[tuple[int, Zone]] = []
    above = 0
    for index, group in enumerate(groups):
        above += _has_prose(group) and not _is_notice(group)
        if above < 3:  # a title and a paragraph at least, and this one
            continue
        if FORM.fullmatch(group[0].words):
            if found or end - group[0].start <= FORM_LENGTH:
                found.append((index, Zone.FORM))
        elif _heads_comments(groups, index):
            found.append((index, Zone.COMMENTS))
    return found


def _heads_comments(groups: Sequence[_Group], index: int) -> bool:
    heading = groups[index][0].words
    if COMMENTS_ON.fullmatch(heading):
        return True
    if not COMMENTS.fullmatch(heading):
        return False
    following = [line for group in groups[index : index + 6] for line in group][1:7]
    return not following or any(_is_furniture(line.words) for line in following)


def _is_furniture(words: str) -> bool:
    """Tell whether a line among comments is a date, "Somebody says:", "Reply", a form's heading."""
    if ACTION.fullmatch(words) or FORM.fullmatch(words) or SAYS.fullmatch(words):
        return True
    ending = re.sub(r"[ap]\.m\.\W*$", "", words[:120])
    return len(words) <= 100 and not _closed(ending, ".!?") and bool(DATE.search(words))


def _areas(text: str, body: Sequence[_Group]) -> list[Area]:
    """Return the areas of the post itself, the place for an availability line last."""
    areas = [Area(0, 0, Zone.TOP)]
    end = body[-1][-1].end if body else 0
    if body and _is_notice(body[0]):
        notice = Area(body[0][0].start, _after_blank(text, body[0][-1].stop), Zone.NOTICE)
        areas.append(notice)
        end = max(end, notice.end)
    for group in body:
        if AVAILABLE.fullmatch(group[0].words):
            end = group[0].end
            areas.append(Area(group[0].at, end, Zone.AVAILABILITY))
    return [*areas, Area(end, end, Zone.END)]


def _after_blank(text: str, at: int) -> int:
    blank = BLANK.match(text, at)
    return blank.end() if blank else at


def _is_notice(group: _Group) -> bool:
    return group[0].words.startswith(NOTICE)


def _body(text: str, groups: Sequence[_Group]) -> Iterator[Block]:
    """Yield the blocks of the post itself."""
    kinds: list[str] = []
    prose = groups[1:] if groups and _is_notice(groups[0]) else groups
    for group, note in _steered(prose):
        units = _units(group)
        for unit in units:
            kind = _kind(unit, kinds, alone=len(units) == 1)
            kinds.append(kind)
            yield _block(text, unit, kind, note)
            note = ""


def _steered(groups: Sequence[_Group]) -> Iterator[tuple[_Group, str]]:
    """Yield the groups that authors want translated, each with their word to translators."""
    off, notes = False, []
    for group in groups:
        if comment := COMMENT.fullmatch(group[0].words):
            steer = STEER.fullmatch(comment["said"])
            if steer and steer["switch"]:
                off = steer["switch"] == "off"
            elif steer:
                notes.append(steer["note"].strip())
        elif (
            not off
            and not AVAILABLE.fullmatch(group[0].words)
            and any(letter.isalpha() for line in group for letter in line.words)
        ):
            yield group, "\n".join(notes)
            notes = []


def _has_prose(group: _Group) -> bool:
    lettered = any(letter.isalpha() for line in group for letter in line.words)
    return lettered and not _stands_alone(group[0].words)


def _units(group: _Group) -> list[_Unit]:
    """Cut a group at list markers, underlined headings, quotations and deeper indents."""
    units: list[_Unit] = []
    lines: list[_Line] = []

    def finish(*, heading: bool = False) -> None:
        if lines:
            units.extend(_lone_lines(lines) if _is_wide(lines) else [_unit(lines, heading)])
            lines.clear()

    for line in group:
        if UNDERLINE.fullmatch(line.words):
            finish(heading=len(lines) == 1)
        elif lines and _starts_unit(lines, line):
            finish()
            lines.append(line)
        else:
            lines.append(line)
    finish()
    return units


def _unit(lines: Sequence[_Line], heading: bool = False) -> _Unit:
    marker = MARKER.match(lines[0].words)
    return _Unit(tuple(lines), marker.end() if marker else 0, heading)


def _starts_unit(lines: Sequence[_Line], line: _Line) -> bool:
    listed = MARKER.match(lines[0].words)
    if line.depth != lines[-1].depth:
        return True
    if MARKER.match(line.words) and (listed or _closed(lines[-1].words, ".:;!?")):
        return True
    return not listed and line.indent >= lines[-1].indent + 2


def _is_wide(lines: Sequence[_Line]) -> bool:
    """Tell whether each line is a paragraph of its own, as where nothing was wrapped."""
    return len(lines) > 1 and max(line.length for line in lines) > WIDE


def _lone_lines(lines: Sequence[_Line]) -> Iterator[_Unit]:
    return (_unit([line]) for line in lines)


def _closed(words: str, stops: str) -> bool:
    return words.rstrip(CLOSING).endswith(tuple(stops))


def _kind(unit: _Unit, kinds: Sequence[str], *, alone: bool) -> str:
    """Name a unit, by its looks and by the kinds of the units before it."""
    first = unit.lines[0]
    lone = len(unit.lines) == 1 and not _closed(first.words, ".,;:!?…")
    if not kinds and _is_title(unit):
        return "title"
    if unit.heading or _is_shouted(unit.text):
        return "heading"
    if unit.marker:
        return "list item"
    if kinds == ["title"] and alone and lone and len(first.words.split()) <= 6:
        return "credit"
    if alone and lone and not first.indent and _is_heading(first.words):
        return "heading"
    if kinds and kinds[-1] == "list item" and first.indent >= 2 and not first.depth:
        return "list item"
    return "quotation" if first.depth or first.indent >= 2 else "paragraph"


def _is_title(unit: _Unit) -> bool:
    few = len(unit.lines) <= 3 and (len(unit.lines) == 1 or _is_filled(unit.lines))
    return few and len(unit.text) <= 200 and not _closed(unit.text, ".,;:")


def _is_shouted(words: str) -> bool:
    letters = sum(letter.isalpha() for letter in words[:LONGEST_HEADING])
    return len(words) <= LONGEST_HEADING and words.isupper() and letters > 2


def _is_heading(words: str) -> bool:
    first = words.lstrip("“‘\"'")[:1]
    return len(words) <= LONGEST_HEADING and first.isalnum() and not first.islower()


def _block(text: str, unit: _Unit, kind: str, note: str = "") -> Block:
    lines = unit.lines
    filled = _is_filled(lines)
    role = Role.TEXT if filled or kind in ("title", "heading") else Role.CUT
    marks = [_line_end(role, before, after) for before, after in pairwise(lines)]
    wrap = None
    if filled:
        width = max(line.length for line in lines)
        wrap = Wrap(width, text[lines[1].start : lines[1].at])
    return Block(
        lines[0].at + unit.marker,
        lines[-1].end,
        kind,
        marks=tuple(marks),
        whole=kind in ("title", "credit", "heading", "comment heading"),
        note=note,
        wrap=wrap,
    )


def _line_end(role: Role, before: _Line, after: _Line) -> Mark:
    """Return the mark from the last word of a line to the first of the next."""
    glued = role is Role.TEXT and HYPHEN.search(before.words)
    return Mark(before.end, after.at, role, "" if glued else " ")


def _is_filled(lines: Sequence[_Line]) -> bool:
    """Tell whether lines were wrapped to a width, other than those of verse or an address."""
    width = max(line.length for line in lines)
    if len(lines) < 2 or width < 40 or _is_verse(lines):
        return False
    if len(lines) == 2:
        return lines[0].length >= 50 or lines[1].words[0].islower()
    filled = [
        before.length + 1 + len(after.words.split(maxsplit=1)[0]) >= 0.7 * width
        for before, after in pairwise(lines)
    ]
    return sum(filled) >= 0.8 * len(filled)


def _is_verse(lines: Sequence[_Line]) -> bool:
    starts = all(line.words.lstrip(OPENING)[:1].isupper() for line in lines)
    ends = sum(_closed(line.words, ".,;:!?—-") for line in lines[:-1])
    return len(lines) > 2 and starts and 2 * ends >= len(lines) - 1


def _comments(text: str, groups: Sequence[_Group]) -> Iterator[Block]:
    """Yield the heading of the comments and what they say, without authors and dates."""
    heading = groups[0][0]
    yield _block(text, _unit([heading]), "comment heading")
    lines = [line for group in groups for line in group][1:]
    furniture = {line.start for line in lines if _is_furniture(line.words)}
    furniture |= {
        line.start
        for line, after in pairwise(lines)
        if after.start in furniture and _is_author(line.words, after.words)
    }
    for group in [groups[0][1:], *groups[1:]]:
        for said in _between(group, furniture):
            for unit in _units(said):
                yield _block(text, unit, "comment")


def _is_author(words: str, following: str) -> bool:
    name = len(words) <= 60 and len(words.split()) <= 7 and not _closed(words, ".,;:!?…")
    return name and not ACTION.fullmatch(following) and not FORM.fullmatch(following)


def _between(group: _Group, furniture: set[int]) -> Iterator[_Group]:
    """Yield the runs of lines of a group that are no furniture."""
    run: _Group = []
    for line in group:
        if line.start not in furniture:
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run
