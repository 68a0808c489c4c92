"""What a model gives for a sentence: hypotheses, of which one becomes the draft."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from translate.align import Alignment
from translate.inline import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A machine's translation of a sentence."""

    text: str
    confidence: float  # 0 to 1, as confidence.py has it
    alignment: Alignment
    fault: str = ""  # why nobody should see it, in a few words


# What remains of the confidence of a draft in which something is wrong, but nothing grave.
DOUBT = 0.5

# What a model gives for a text: yields it, best first. Most of it is never looked at.
Hypotheses = Callable[[], Iterator[Draft]]


# Texts → what a model gives for each.
Decode = Callable[[Sequence[str]], Sequence[Hypotheses]]


@dataclass(frozen=True, slots=True)
class Question:
    """Texts, and whom to ask for hypotheses of each."""

    ask: Decode
    texts: Sequence[str]


Result = TypeVar("Result")
# One who asks models on the way to a result. `batches` answers many of them together.
Asking = Generator[Question, Sequence[Hypotheses], Result]

# Sentences → their drafts, as many and in the same order.
Engine = Callable[[Sequence[str]], Asking[list[Draft]]]


@dataclass(frozen=True, slots=True)
class Model:
    """What a package's model can be asked."""

    decode: Decode
    decode_again: Decode  # in a way to save a bad draft
    sizes: Callable[[Sequence[str]], list[int]]  # texts → how many pieces each has
    placeholders: int  # how many placeholders, from ⟦0⟧ on, it was trained to copy


def certain(source: str, text: str) -> Draft:
    """Return a text, of which there is no doubt, as the draft of a source."""
    return Draft(text, 1.0, Alignment([(0, len(source))], [(0, len(text))], [(0, [1.0])]))


def joined(parts: Iterable[tuple[str, Draft]], between: str = " ") -> tuple[str, Draft]:
    """Return the parts of a sentence with their drafts as one, the least confidence for the whole.

    `between` stands between the parts of either.
    """
    sources: list[Span] = []
    targets: list[Span] = []
    rows: list[tuple[int, Sequence[float]]] = []
    drafts = []
    here = there = 0
    parts = list(parts)
    for source, draft in parts:
        alignment = draft.alignment
        rows += [(first + len(sources), weights) for first, weights in alignment.rows]
        sources += [(start + here, end + here) for start, end in alignment.source]
        targets += [(start + there, end + there) for start, end in alignment.target]
        here += len(source) + len(between)
        there += len(draft.text) + len(between)
        drafts.append(draft)
    text = between.join(draft.text for draft in drafts)
    fault = next((draft.fault for draft in drafts if draft.fault), "")
    confidence = min((draft.confidence for draft in drafts), default=0.0)
    whole = between.join(source for source, _ in parts)
    return whole, Draft(text, confidence, Alignment(sources, targets, rows), fault)


# A range of a text, and what replaces it.
Edit = tuple[int, int, str]


def rewritten(draft: Draft, source: Sequence[Edit], target: Sequence[Edit]) -> Draft:
    """Return a draft whose source and text had ranges replaced, in order, the alignment with them.

    What replaced a range is aligned as the first of the pieces that stood there.
    """
    alignment = replace(
        draft.alignment,
        source=_moved(draft.alignment.source, source),
        target=_moved(draft.alignment.target, target),
    )
    return replace(draft, text=edited(draft.text, target), alignment=alignment)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with ranges replaced, given in order."""
    pieces, at = [], 0
    for start, end, new in edits:
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at:]])


def _moved(spans: Iterable[Span], edits: Sequence[Edit]) -> list[Span]:
    """Return where spans are after the edits of their text; one of equal length moves none."""
    edits = [edit for edit in edits if len(edit[2]) != edit[1] - edit[0]]
    moved: list[Span] = []
    taken: set[int] = set()
    for start, end in spans:
        shift = sum(len(new) - (last - first) for first, last, new in edits if last <= start)
        hits = (n for n, (first, last, _) in enumerate(edits) if start < last and end > first)
        hit = next(hits, -1)
        if hit < 0:
            moved.append((start + shift, end + shift))
            continue
        first, _, new = edits[hit]
        length = 0 if hit in taken else len(new)
        at = first + shift + (len(new) if hit in taken else 0)
        moved.append((at, at + length))
        taken.add(hit)
    return moved
