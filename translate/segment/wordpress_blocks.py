"""Comments of WordPress's block editor: `<!-- wp:search {"label":"Search"} /-->`.

A block keeps in its comment what its HTML does not hold; some of it is for readers. Which, the
names tell: those that core blocks, Jetpack, Yoast and Rank Math use (`title`, `placeholder`, …).
"""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import replace

from translate.segment import Block, Spelling
from translate.segment.html import layout

_COMMENT = re.compile(r"<!--\s+wp:[a-z][\w/-]*\s+(?P<json>\{.*?\})\s+/?-->", re.DOTALL)
BORDER = re.compile(r"<!--\s*(?:/?wp:|more\b|nextpage\b|noteaser\b)")
_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"(\s*:)?|[{}\[\]]')
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))")
_SURROGATES = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
_MARKUP = re.compile(r"<[A-Za-z/!]|&(?:#\w+|\w+);")
_VALUE = re.compile(r"(?<![\w-])([\w-]++)=\"([^\"]*)\"")
_SHORT = frozenset(
    "alt title label placeholder buttonText buttonLabel submitButtonText moreText heading"
    " subheading subtitle prefix suffix byline jsonQuestion jsonName".split()
)
_LONG = frozenset(
    "caption content text description summary question answer message successMessage"
    " customThankyouMessage jsonAnswer jsonText jsonDescription".split()
)
# Below them nothing is for readers: `style.color.text` is a colour.
_SETTINGS = frozenset(
    "style metadata layout lock query bindings color typography border spacing background".split()
)
_NO_WORDS = re.compile(
    r"(?:\w+:|/|\.|#)\S*|var\(.*|[\d.]+\s*(?:[a-z]{1,4}|%)|[a-z0-9]+(?:[_-][a-z0-9]+)+"
)


def attributes(text: str) -> Iterator[Block]:
    """Yield the texts in the comments of blocks that readers read."""
    mirrored: frozenset[str] | None = None
    for start, end in _objects(text):
        for name, spelling in _strings(text, start, end):
            if _is_read(name, spelling.text):
                mirrored = _mirrored(text) if mirrored is None else mirrored
                if spelling.text not in mirrored:
                    yield from _blocks(name, spelling)


def _objects(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the comments of blocks have their JSON."""
    end = 0
    while (start := text.find("<!--", end)) >= 0 and (end := text.find("-->", start)) >= 0:
        if match := _COMMENT.fullmatch(text, start, end + 3):
            yield match.span("json")


def texts(text: str, kind: str) -> Iterator[Block]:
    """Yield the texts in a piece of JSON that readers read."""
    for name, spelling in _strings(text, 0, len(text)):
        if _is_read(name, spelling.text):
            yield from (replace(block, kind=kind) for block in _blocks(name, spelling))


def is_markup(words: str) -> bool:
    """Tell if some words are HTML and not plain text."""
    return bool(_MARKUP.search(words))


def _strings(text: str, start: int, end: int) -> Iterator[tuple[str, Spelling]]:
    """Yield the strings of a piece of JSON that are no settings, each with the name it has."""
    try:
        json.loads(text[start:end])
    except (ValueError, RecursionError):
        return
    stack: list[str] = []
    name = ""
    for match in _TOKEN.finditer(text, start, end):
        if match[2]:
            name = match[1]
        elif match[0] in "{[":
            stack.append(name)
        elif match[0] in "}]":
            name = stack.pop()
        elif _SETTINGS.isdisjoint(stack):
            yield name, _spelling(text, *match.span(1))


def _spelling(text: str, start: int, end: int) -> Spelling:
    decoded, runs, length, at = [], [(0, start)], 0, start
    for match in _escapes(text, start, end):
        plain, letter = text[at : match[0]], json.loads(f'"{text[match[0] : match[1]]}"')
        decoded += [plain, letter]
        runs += [(length + len(plain), match[0]), (length + len(plain) + len(letter), match[1])]
        length, at = length + len(plain) + len(letter), match[1]
    decoded.append(text[at:end])
    whole = "".join(decoded)
    last = (len(whole), end)
    return Spelling(whole, tuple(dict(run for run in (*runs, last)).items()), spell)


def _escapes(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while match := _ESCAPE.search(text, at, end):
        pair = _SURROGATES.match(text, match.start(), end)
        at = pair.end() if pair else match.end()
        yield match.start(), at


def spell(words: str) -> str:
    """Write words as the block editor writes them in a comment."""
    written = json.dumps(words, ensure_ascii=False)[1:-1]
    for letters, escape in (
        ("--", "\\u002d\\u002d"),
        ("<", "\\u003c"),
        (">", "\\u003e"),
        ("&", "\\u0026"),
        ('\\"', "\\u0022"),
    ):
        written = written.replace(letters, escape)
    return written


def _is_read(name: str, value: str) -> bool:
    named = name in _SHORT or name in _LONG
    return named and any(map(str.isalpha, value)) and not _NO_WORDS.fullmatch(value.strip())


def _mirrored(text: str) -> frozenset[str]:
    """Return what stands in attributes of the HTML that stay, all but alternative texts.

    The editor calls a block invalid whose comment and HTML differ.
    """
    found = (match for match in _VALUE.finditer(text) if match[1].lower() != "alt")
    return frozenset(html.unescape(match[2]) for match in found)


def _blocks(name: str, spelling: Spelling) -> Iterator[Block]:
    kind = {"alt": "alt text", "caption": "caption", "title": "title"}.get(name, "block text")
    if is_markup(spelling.text):
        for block in layout(spelling.text).blocks:
            yield replace(block, kind=kind, spelling=spelling)
    else:
        whole = name in _SHORT
        yield Block(0, len(spelling.text), kind, whole=whole, spelling=spelling)
