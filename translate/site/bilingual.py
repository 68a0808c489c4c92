"""Both languages of a post side by side, sentence by sentence: what an editor shows a colleague."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from translate import safe
from translate.build import translations_of
from translate.catalog import Catalog
from translate.entry import Entry, State, machine, state
from translate.post import Post, Segment
from translate.site import clean, markdown, plain

FOOTNOTE = re.compile(r"\[\^[^\]]+\]")
BLOCK_TAG = re.compile(r"</?(?:p|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|div|hr)\b[^>]*>\s*")
LEFT_OUT = "left out"
MARKS = {  # in the order of the way to review
    State.REVIEWED: "✓",
    State.EDITED: "✎",
    State.STALE: "≠",
    State.DRAFT: "~",
    State.UNTRANSLATED: "–",
}
# What says of a page what stands in no line of its text: a reader is told what it is.
LABELLED = (
    *("title", "description", "summary", "excerpt", "alt text", "caption", "label"),
    *("SEO title", "SEO description"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence and its translation."""

    number: int
    english: str  # HTML
    turkish: str  # HTML, "" if there is none
    state: str  # of the entry, or `LEFT_OUT`
    mark: str  # the same in a letter or figure
    told: str  # the same in words
    kind: str
    about: bool  # metadata
    label: str  # what it is, on the first row of metadata
    first: bool  # of its paragraph


def rows(post: Post, catalog: Catalog, rewrite: clean.Rewrite) -> list[Row]:
    """Return the sentences of a post in its order, what metadata says again once."""
    segments = post.translatable()
    _, refusals = safe.usable(segments, translations_of(catalog, drafts=True))
    known = _Known(
        {each.msgid: each for each in catalog.entries if not each.obsolete and not each.foreign},
        {refusal.msgid: refusal.reason for refusal in refusals},
        _definitions(post),
        rewrite,
    )
    found: list[Row] = []
    seen: set[str] = set()
    block = -1
    for segment in segments:
        if segment.kind in LABELLED and segment.text in seen:
            continue
        seen.add(segment.text)
        found.append(_row(segment, len(found) + 1, segment.block != block, known))
        block = segment.block
    return found


@dataclass(frozen=True, slots=True)
class _Known:
    """What the rows of a post share."""

    entries: Mapping[str, Entry]  # by msgid
    refused: Mapping[str, str]  # msgid → why its translation is not used
    definitions: str  # of links, in Markdown
    rewrite: clean.Rewrite


def _row(segment: Segment, number: int, first: bool, known: _Known) -> Row:
    entry = known.entries.get(segment.text, Entry(segment.text))
    reached, mark, told = _state(entry, known.refused.get(segment.text, ""))
    translation = "" if segment.text in known.refused else " ".join(entry.msgstr.split())
    about = segment.kind in LABELLED
    return Row(
        number=number,
        english=_inline(segment, segment.text, known),
        turkish=_inline(segment, translation, known) if translation else "",
        state=reached,
        mark=mark,
        told=told,
        kind=segment.kind.replace(" ", "-"),
        about=about,
        label=segment.kind if about and first else "",
        first=first,
    )


def counts(rows: Sequence[Row]) -> list[tuple[str, int]]:
    """Return how many sentences are in which state."""
    found = Counter(row.state for row in rows)
    return [(state, found[state]) for state in (*MARKS, LEFT_OUT) if found[state]]


def _state(entry: Entry, refusal: str) -> tuple[str, str, str]:
    """Return the state of an entry, as a mark, and in words. A draft's mark is its confidence."""
    if refusal:
        return LEFT_OUT, "!", f"{LEFT_OUT}, it has {refusal}"
    reached = state(entry)
    made = machine(entry)
    if reached is State.DRAFT and made and made.confidence is not None:
        return reached, f"{made.confidence:.2f}", f"draft, confidence {made.confidence:.2f}"
    if reached is State.STALE:
        return reached, MARKS[reached], "stale, the English changed after it was translated"
    return reached, MARKS[reached], reached.value


def _inline(segment: Segment, text: str, known: _Known) -> str:
    """Return a sentence as HTML without a block around it."""
    if segment.syntax == "text":
        return plain.linked(text)
    if segment.syntax == "markdown":
        text = markdown.html_of(f"{FOOTNOTE.sub('', text)}\n\n{known.definitions}")
    return BLOCK_TAG.sub("", clean.cleaned(text, known.rewrite)).strip()


def _definitions(post: Post) -> str:
    """Return the definitions of links to which the sentences of a Markdown post refer."""
    if post.format != "markdown":
        return ""
    from pyromark import reference_definitions

    found = reference_definitions("".join(part.source for part in post.parts))
    return "".join(f"[{label}]: <{link['dest']}>\n" for label, link in found.items())
