"""A sentence and its translation, as checks look at them: with markup, and the words alone."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from translate.inline import POINT, PROTECTED
from translate.post import Mark, Role, Segment

TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)(?:\s[^<>]*)?/?>|<!--(?:[^<]|<(?!!--))*?-->")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
LINK = re.compile(
    r"\[([^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])"
)
IMAGE = re.compile(r"!\[[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\](?:\([^()]*\)|\[[^\[\]]*\])")


@dataclass(frozen=True, slots=True)
class Pair:
    """A segment, its translation, and the words of both with `⟦0⟧` for what stays as it is."""

    segment: Segment
    translation: str
    english: str
    turkish: str


def pair(segment: Segment, translation: str) -> Pair:
    """Return a segment and its translation with the words of both."""
    return Pair(segment, translation, _english(segment), _turkish(segment, translation))


def literal(segment: Segment, mark: Mark) -> str:
    """Return a mark as it stands in the msgid."""
    return segment.text[mark.start : mark.end]


def kept(segment: Segment) -> Iterator[str]:
    """Yield what must be in a translation as it is: code, URLs, shortcodes, names marked so.

    Images and lone tags are none of these: a translator may change their words.
    """
    for mark in segment.marks:
        text = literal(segment, mark)
        if mark.role is Role.KEEP and not (
            TAG.fullmatch(text) or text.startswith("![") or mark.alt
        ):
            yield text


def _english(segment: Segment) -> str:
    numbers = _numbered(segment)
    pieces, at = [], 0
    for mark in segment.marks:
        text = literal(segment, mark)
        stands = mark.plain if mark.role is Role.CHAR else _stands(text, numbers)
        pieces += [segment.text[at : mark.start], stands]
        at = mark.end
    return _bare("".join([*pieces, segment.text[at:]]))


def _turkish(segment: Segment, translation: str) -> str:
    numbers = _numbered(segment)
    text = translation
    for word in sorted(numbers, key=len, reverse=True):
        text = text.replace(word, _stands(word, numbers))
    if segment.syntax == "text":
        return _bare(text)
    text = TAG.sub(lambda tag: " " if tag[2] == "br" else "", IMAGE.sub("", text))
    if segment.syntax == "markdown":
        text = LINK.sub(r"\1", text)
        opening = {literal(segment, mark) for mark in segment.marks if mark.role is Role.OPEN}
        for mark in sorted(opening - {"["}, key=len, reverse=True):
            text = text.replace(mark, "")
        text = ESCAPED.sub(r"\1", text)
    return _bare(html.unescape(text))


def _bare(text: str) -> str:
    """Return words without the URLs and addresses that no mark covers, their spaces plain."""
    return PROTECTED.sub("", text).replace("\xa0", " ")


def _numbered(segment: Segment) -> dict[str, int]:
    return {text: number for number, text in enumerate(dict.fromkeys(kept(segment)))}


def _stands(text: str, numbers: dict[str, int]) -> str:
    """Return what stands for a mark among the words: nothing for a mere point between them."""
    named = text.startswith("<") and any(map(str.isalpha, TAG.sub("", text)))
    if text in numbers and (named or not POINT.match(text)):
        return f"⟦{numbers[text]}⟧"
    return " " if text.startswith("<br") else ""
