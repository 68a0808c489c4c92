"""Shortcodes of WordPress: `[caption id="a"]…[/caption]`, `[gallery ids="1,2"]`, `[[gallery]]`.

Only WordPress knows which names are registered, so that "[sic]" in prose is told from a shortcode
by what it looks like.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

_CODE = re.compile(
    r"""
      (?P<escaped> \[\[ [A-Za-z][^\[\]]*+ (?:\[/[\w-]+\])?+ \]\] )
    | (?<!\[) \[ (?P<slash>/?) (?P<name>[A-Za-z][\w-]*+)
      (?P<rest> (?: \s (?: "[^"]*+" | '[^']*+' | [^\[\]"'] )*+ )?+ ) (?P<void>(?<=/)|/?)
      \] (?!\]|\()
    """,
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""(?<!\S)([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_CLOSING = re.compile(r"\[/([A-Za-z][\w-]*)\]")
_TAG = re.compile(r"<[^<>]*>")
# What is between their tags is no prose.
_VERBATIM = frozenset(
    "code sourcecode source php python ruby perl sql xml html css js javascript bash shell java"
    " csharp cpp plain latex math tex mermaid embed audio video playlist raw".split()
)
# WordPress's own and common ones that may stand without attributes.
_KNOWN = frozenset(
    "caption wp_caption gallery embed audio video playlist contact-form toc table-of-contents"
    " more spoiler".split()
)
_BORDERS = frozenset(("caption", "wp_caption", "gallery", "playlist", "embed", "audio", "video"))
# Attributes that readers read; the others only if there are several words.
_READ = frozenset("caption title alt placeholder heading subtitle description".split())
_PERHAPS_READ = frozenset("label text content button button_text message name".split())
FILLER = "x"


@dataclass(frozen=True, slots=True)
class Code:
    """A shortcode's tag, or one with all that is verbatim in it."""

    start: int
    end: int
    name: str
    role: str  # "open", "close", "keep", or "border" where it stands at an end of its line


def find(text: str) -> list[Code]:
    """Return the shortcodes of a text, in order; they do not overlap."""
    closed = set(_CLOSING.findall(text))
    found: list[Code] = []
    for match in _CODE.finditer(text):
        if found and match.start() < found[-1].end:
            continue
        if match["escaped"]:
            found.append(Code(*match.span(), "", "keep"))
        elif role := _role(match, closed):
            end = match.end()
            stop = text.find(f"[/{match['name']}]", end) if match["name"] in _VERBATIM else -1
            if stop >= 0 and role == "open":
                end, role = stop + len(match["name"]) + 3, "keep"
            found.append(Code(match.start(), end, match["name"], role))
    return list(_placed(text, found))


def mask(text: str, codes: Sequence[Code]) -> str:
    """Return the text, as long as it is, with letters in place of the shortcodes."""
    pieces, end = [], 0
    for code in codes:
        pieces += [text[end : code.start], FILLER * (code.end - code.start)]
        end = code.end
    return "".join([*pieces, text[end:]])


def words(text: str, code: Code) -> Iterator[tuple[int, int, str, str]]:
    """Yield the attributes that readers read: start and end of the value, quote and name."""
    if code.role == "keep" and not code.name:
        return
    tag = _CODE.match(text, code.start)
    for match in _ATTRIBUTE.finditer(text, *tag.span("rest")) if tag else ():
        group = 2 if match[2] is not None else 3
        value, name = match[group], match[1].lower()
        several = name in _PERHAPS_READ and " " in value.strip()
        if any(map(str.isalpha, value)) and (name in _READ or several):
            yield *match.span(group), "\"'"[group - 2], name


def _role(match: re.Match[str], closed: set[str]) -> str:
    """Return what a tag looks like: "open", "close", "alone" if only it can tell, "" for prose."""
    name, rest = match["name"], match["rest"]
    if match["slash"]:
        return "close"
    attributes = _ATTRIBUTE.search(rest) or re.search(r"\w=\S|https?://", rest)
    if match["void"] or attributes or name in closed or name in _KNOWN:
        return "open"
    named = name == name.lower() and ("-" in name or "_" in name)
    return "alone" if named and not rest.strip() else ""


@dataclass(frozen=True, slots=True)
class _Lines:
    """Where the lines of a text begin, and where the words in each do and end."""

    starts: list[int]
    words: list[tuple[int, int]]

    def before(self, at: int) -> bool:
        """Tell if words stand before a place on its line."""
        return self.words[bisect_right(self.starts, at) - 1][0] < at

    def after(self, at: int) -> bool:
        """Tell if words stand after a place on its line."""
        return self.words[bisect_right(self.starts, at) - 1][1] > at


def _lines(text: str, codes: Sequence[Code]) -> _Lines:
    """Return the lines of a text; its tags and shortcodes are no words."""
    pieces, end = [], 0
    for code in codes:
        inside = text[code.start : code.end]
        pieces += [text[end : code.start], re.sub(r"[^\n]", " ", inside) if code.name else inside]
        end = code.end
    bare = _TAG.sub(lambda tag: re.sub(r"[^\n]", " ", tag[0]), "".join([*pieces, text[end:]]))
    starts, words, at = [], [], 0
    for line in bare.split("\n"):
        starts.append(at)
        blank = not line.strip()
        first = len(line) if blank else len(line) - len(line.lstrip())
        words.append((at + first, at if blank else at + len(line.rstrip())))
        at += len(line) + 1
    return _Lines(starts, words)


def _placed(text: str, codes: Sequence[Code]) -> Iterator[Code]:
    """Tell those that stand amid words from those that stand at an end of a line."""
    lines = _lines(text, codes) if codes else _Lines([], [])
    paired = _paired(text, lines, codes)
    for number, code in enumerate(codes):
        before, after = lines.before(code.start), lines.after(code.end)
        if code.role == "alone" and (before or after):
            continue
        edge = not (before and after)
        if code.name in _BORDERS or (edge and number not in paired and code.name):
            yield replace(code, role="border")
        elif number in paired:
            yield code
        else:
            yield replace(code, role="keep")


def _paired(text: str, lines: _Lines, codes: Sequence[Code]) -> set[int]:
    """Return the numbers of the tags that stand around some words of a line."""
    paired: set[int] = set()
    opened: list[int] = []
    for number, code in enumerate(codes):
        if code.role == "open":
            opened.append(number)
        elif code.role == "close":
            while opened and codes[opened[-1]].name != code.name:
                opened.pop()
            if not opened:
                continue
            other = opened.pop()
            first = codes[other]
            outside = lines.before(first.start) or lines.after(code.end)
            if outside and text.find("\n", first.start, code.end) < 0:
                paired |= {number, other}
    return paired
