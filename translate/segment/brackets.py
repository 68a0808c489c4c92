"""Shortcodes of WordPress: `[caption id="a"]…[/caption]`, `[gallery ids="1,2"]`, `[[gallery]]`.

Only WordPress knows which names are registered, so that "[sic]" in prose is told from a shortcode
by what it looks like.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

_CODE = re.compile(
    r"""
      (?P<escaped> \[\[ [^\[\]]*+ (?:\[/[\w-]+\])?+ \]\] )
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
        elif _is_code(match, text, closed):
            end, role = match.end(), "close" if match["slash"] else "open"
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


def _is_code(match: re.Match[str], text: str, closed: set[str]) -> bool:
    name, rest = match["name"], match["rest"]
    if match["slash"] or match["void"] or name in closed or name in _KNOWN:
        return True
    if _ATTRIBUTE.search(rest) or re.search(r"\w=\S|https?://", rest):
        return True
    alone = not rest.strip() and name == name.lower() and ("-" in name or "_" in name)
    return alone and not "".join(_around(text, match.start(), match.end())).strip()


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what else stands on the lines of a range, before it and after it, without tags."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    stop = text.find("\n", end)
    return _TAG.sub("", before), _TAG.sub("", text[end : stop if stop >= 0 else len(text)])


def _placed(text: str, codes: Sequence[Code]) -> Iterator[Code]:
    """Tell those that stand amid words from those that stand at an end of a line."""
    masked = text
    if codes:
        masked = re.sub(FILLER, "y", mask(text, [c for c in codes if c.name]))
        masked = mask(masked, codes)
    paired = _paired(text, masked, codes)
    for number, code in enumerate(codes):
        before, after = (part.replace(FILLER, "") for part in _around(masked, code.start, code.end))
        edge = not before.strip() or not after.strip()
        if code.name in _BORDERS or (edge and number not in paired and code.name):
            yield replace(code, role="border")
        elif number in paired:
            yield code
        else:
            yield replace(code, role="keep")


def _paired(text: str, masked: str, codes: Sequence[Code]) -> set[int]:
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
            first = codes[opened.pop()]
            before, _ = _around(masked, first.start, first.end)
            _, after = _around(masked, code.start, code.end)
            outside = (before + after).replace(FILLER, "").strip()
            if outside and "\n" not in text[first.start : code.end]:
                paired |= {number, codes.index(first)}
    return paired
