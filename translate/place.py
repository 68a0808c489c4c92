"""Markup put back into a draft: each tag around the words that translate its words."""

import html
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from translate.align import Alignment, Links, is_wordy, links
from translate.inline import PLACEHOLDER, Plain, Point, Span
from translate.post import Segment
from translate.runs import Run, runs

MARKDOWN = re.compile(r"[\\`*]|<(?=[\w/!?])|&(?=#?\w+;)|(?<!\w)_|_(?!\w)|~")
BRACKET = re.compile(r"[\[\]]")
LINKED = re.compile(r"\][(\[]")


class LostError(Exception):
    """The engine dropped, doubled or made up a placeholder. The message says which."""


def put_back(
    segment: Segment, plain: Plain, text: str, alignment: Alignment, alts: Sequence[str] = ()
) -> str:
    """Return the draft of a segment from the draft `text` of its plain words.

    Every mark of the segment is in the result once, pairs nest as they did, and what the engine
    wrote is spelled so that it is no markup. `alts` are the drafts of `plain.alts`. Raises
    `LostError` if the placeholders of `text` are not those of `plain`.
    """
    _check(plain, text)
    if not text.strip():
        raise LostError("no words came out")
    inserts: list[_Insert] = []
    if plain.pairs or plain.points:
        linked = links(plain.text, text, alignment)
        draft = _Draft(plain, text, linked, runs(plain, text, linked))
        spelled = [_ALT_SPELLINGS[segment.syntax](alt) for alt in alts]
        inserts = [*_pairs(draft), *_points(draft, spelled)]
    return _assemble(segment, plain, typographic(segment.text, text), inserts)


def typographic(source: str, text: str) -> str:
    """Return `text` with its quotes typographic where the source has typographic ones."""
    if any(quote in source for quote in "“”„«"):
        text = re.sub(r'"([^"]*)"', r"“\1”", text)
        text = re.sub(r'(?<![\w.,!?…])"(?=\w)', "“", text).replace('"', "”")
    if any(quote in source for quote in "“”‘’") and "'" not in source:
        text = re.sub(r"(?<!\w)'(?=\w)(?=[^']*')", "‘", text).replace("'", "’")
    return text


def _check(plain: Plain, text: str) -> None:
    found = [int(number) for number in PLACEHOLDER.findall(text)]
    for number, kept in enumerate(plain.kept):
        if found.count(number) != 1:
            raise LostError(f"{'lost' if number not in found else 'doubled'} {kept}")
    if len(found) != len(plain.kept) or text.count("⟦") != len(found):
        raise LostError("made up a placeholder")


# What goes into the text at an offset. Of several at one offset closings come first, those of short
# runs before those of longer ones, then points, then openings, long ones first: hence the order.
_Key = tuple[int, int, float]
_Insert = tuple[int, _Key, str]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A draft of which it is known where the pairs go."""

    plain: Plain
    text: str
    links: Links
    runs: Sequence[Run]

    @property
    def words(self) -> Sequence[Span]:
        return self.links.words

    def token(self, word: int) -> str:
        return self.text[slice(*self.words[word])]

    def range(self, run: Run) -> Span:
        """Return where the words of a run stand in the draft."""
        return self.words[run[0]][0], self.words[run[1] - 1][1]


def _pairs(draft: _Draft) -> Iterable[_Insert]:
    for order, (pair, run) in enumerate(zip(draft.plain.pairs, draft.runs, strict=True)):
        first, stop = run
        if first == stop:
            at = draft.words[stop - 1][1] if stop else 0
            yield at, (1, 0, order), pair.opening + pair.closing
        else:
            start, end = draft.range(run)
            yield start, (2, first - stop, order), pair.opening
            yield end, (0, stop - first, -order), pair.closing


def _points(draft: _Draft, alts: Sequence[str]) -> Iterable[_Insert]:
    spelled = iter(alts)
    for order, point in enumerate(draft.plain.points):
        mark = point.mark
        if point.alt and point.words:
            mark = mark[: point.alt[0]] + next(spelled) + mark[point.alt[1] :]
        at, key = _place(draft, point, order)
        before, after = draft.text[:at], draft.text[at:]
        apart = not before or before.endswith(" ")
        space = "" if apart else point.before
        if apart and after and not after.startswith(" "):
            mark += point.after
        yield at, key, space + mark


def _place(draft: _Draft, point: Point, order: int) -> tuple[int, _Key]:
    """Return where a point goes: into the pairs that it was in, and no other."""
    number = point.inside
    run = (0, len(draft.words)) if number is None else draft.runs[number]
    if number is None or run[0] == run[1]:
        at = _outside(draft, point, _offset(draft, point, (0, len(draft.words))))
        return at, (1, 0, order)
    start, end = draft.range(run)
    if not draft.plain.text[draft.plain.pairs[number].start : point.at].strip():
        return start, (2, run[0] - run[1], number + 0.5)
    at = _outside(draft, point, _offset(draft, point, run))
    if at < end:
        return at, (1, 0, order)
    return end, (0, run[1] - run[0], -number - 0.5)


def _outside(draft: _Draft, point: Point, at: int) -> int:
    """Return where a point goes that has got into a pair that it was not in: after that."""
    pairs = draft.plain.pairs
    inner = point.inside if point.inside is not None else -1
    for number, (pair, run) in enumerate(zip(pairs, draft.runs, strict=True)):
        holds = number <= inner and pairs[inner].end <= pair.end
        if run[0] < run[1] and not holds:
            start, end = draft.range(run)
            if pair.end == point.at or start < at < end:
                at = max(at, end)
    return at


def _offset(draft: _Draft, point: Point, run: Run) -> int:
    """Return where a point goes: to the start or end if it was there, else after its word."""
    source, text = draft.plain.text, draft.text
    rest = source[point.at :].strip()
    if not source[: point.at].strip():
        return 0
    if not is_wordy(rest):
        ending = text.rstrip()
        return len(ending) - len(rest) if rest and ending.endswith(rest) else len(ending)
    before = source[: point.at].rstrip()
    mass = draft.links.mass(before.rfind(" ") + 1, len(before))

    def likelihood(word: int) -> float:
        apart = abs(word / len(mass) - point.at / len(source))
        return mass[word] + is_wordy(draft.token(word)) - apart / 100

    word = max(range(*run), key=likelihood)
    if word + 1 < run[1] and draft.token(word + 1) == before[-1]:  # after its comma too
        word += 1
    return draft.words[word][1]


def _assemble(segment: Segment, plain: Plain, text: str, inserts: Iterable[_Insert]) -> str:
    spell = _SPELLINGS[segment.syntax]
    out, at = [], 0
    for offset, _, mark in sorted(inserts, key=lambda insert: insert[:2]):
        out += [_filled(spell, plain, text[at:offset]), mark]
        at = offset
    return "".join([*out, _filled(spell, plain, text[at:])])


def _filled(spell: Callable[[str], str], plain: Plain, text: str) -> str:
    """Spell plain words in the markup language, and write what the placeholders stand for."""
    pieces = PLACEHOLDER.split(text)  # words, number, words, number, …, words
    return "".join(
        plain.kept[int(piece)] if index % 2 else spell(piece) for index, piece in enumerate(pieces)
    )


def _markdown(text: str) -> str:
    text = MARKDOWN.sub(lambda match: "\\" + match[0], text)
    # They would make a link of their own, or end one around them, or not let it end.
    whole = text.count("[") == text.count("]") and not LINKED.search(text)
    return text if whole else _without_brackets(text)


def _without_brackets(text: str) -> str:
    return BRACKET.sub(lambda match: "\\" + match[0], text)


def _html(text: str) -> str:
    return html.escape(text, quote=False)


def _in_brackets(text: str) -> str:
    return _without_brackets(MARKDOWN.sub(lambda match: "\\" + match[0], text))


_ALT_SPELLINGS: dict[str, Callable[[str], str]] = {
    "text": str,
    "markdown": _in_brackets,
    "html": html.escape,
}
_SPELLINGS: dict[str, Callable[[str], str]] = {"text": str, "markdown": _markdown, "html": _html}
