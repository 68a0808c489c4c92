"""Both languages of a post side by side, sentence by sentence: what an editor shows a colleague."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from translate import safe
from translate.build import translations_of
from translate.catalog import Catalog
from translate.entry import Entry, State, machine, state
from translate.post import Post, Segment
from translate.render import html_of
from translate.site import clean, plain

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
LABELLED = ("title", "description", "summary", "excerpt", "alt text", "caption")


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
    entries = {entry.msgid: entry for entry in catalog.entries if not entry.obsolete}
    _, refusals = safe.usable(post.translatable(), translations_of(catalog, drafts=True))
    refused = {refusal.msgid: refusal.reason for refusal in refusals}
    definitions = _definitions(post)
    found: list[Row] = []
    seen: set[str] = set()
    block = -1
    for segment in post.translatable():
        if segment.kind in ("title", "description", "alt text") and segment.text in seen:
            continue  # as metadata says again what the page says
        seen.add(segment.text)
        entry = entries.get(segment.text, Entry(segment.text))
        reached, mark, told = _state(entry, refused.get(segment.text, ""))
        translation = "" if segment.text in refused else " ".join(entry.msgstr.split())
        found.append(
            Row(
                number=len(found) + 1,
                english=_inline(segment, segment.text, definitions, rewrite),
                turkish=_inline(segment, translation, definitions, rewrite) if translation else "",
                state=reached,
                mark=mark,
                told=told,
                kind=segment.kind.replace(" ", "-"),
                about=segment.kind in LABELLED,
                label=segment.kind if segment.kind in LABELLED and segment.block != block else "",
                first=segment.block != block,
            )
        )
        block = segment.block
    return found


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


def _inline(segment: Segment, text: str, definitions: str, rewrite: clean.Rewrite) -> str:
    """Return a sentence as HTML without a block around it."""
    if segment.syntax == "text":
        return plain.linked(text)
    if segment.syntax == "markdown":
        text = html_of(f"{FOOTNOTE.sub('', text)}\n\n{definitions}")
    return BLOCK_TAG.sub("", clean.cleaned(text, rewrite)).strip()


def _definitions(post: Post) -> str:
    """Return the definitions of links to which the sentences of a Markdown post refer."""
    if post.format != "markdown":
        return ""
    from pyromark import reference_definitions

    found = reference_definitions("".join(part.source for part in post.parts))
    return "".join(_definition(label, link["dest"]) for label, link in found.items())


def _definition(label: str, destination: str) -> str:
    return f"[{label}]: <{destination}>\n"
