"""Markup put back into a draft: each tag around the words that translate its words."""

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from translate.inline import PLACEHOLDER, Pair, Plain, Point, Span
from translate.post import Segment

# A word with its apostrophe suffix, a placeholder alone, or one mark of punctuation.
WORD = re.compile(r"⟦\d+⟧|\w+(?:['-]\w+)*|[^\w\s]")
MARKDOWN = re.compile(r"[\\`*]|<(?=[\w/!?])|&(?=#?\w+;)|(?<!\w)_|_(?!\w)|\](?=[(\[])|~")


class LostError(Exception):
    """The engine dropped, doubled or made up a placeholder. The message says which."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which part of a source text each part of its translation came from.

    Spans are character offsets, in order, without the white space between words. There is a row
    for each target span: the number of a source span, and weights from 0 to 1 for it and those
    after it; all others weigh nothing.
    """

    source: Sequence[Span]
    target: Sequence[Span]
    rows: Sequence[tuple[int, Sequence[float]]]


def put_back(
    segment: Segment, plain: Plain, text: str, alignment: Alignment, alts: Sequence[str] = ()
) -> str:
    """Return the draft of a segment from the draft `text` of its plain words.

    Every mark of the segment is in the result once, pairs nest as they did, and what the engine
    wrote is spelled so that it is no markup. `alts` are the drafts of `plain.alts`. Raises
    `LostError` if the placeholders of `text` are not those of `plain`.
    """
    _check(plain, text)
    words = [match.span() for match in WORD.finditer(text)]
    if not words:
        raise LostError("no words came out")
    evidence = _Evidence(plain, text, words, alignment)
    spelled = [_ALT_SPELLINGS[segment.syntax](alt) for alt in alts]
    inserts = [*_pairs(evidence), *_points(evidence, spelled)]
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


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What is known about where things go: plain source, target words, and how they align."""

    plain: Plain
    text: str
    words: Sequence[Span]
    alignment: Alignment

    def mass(self, start: int, end: int) -> list[float]:
        """Return for each target word how much of it comes from a range of the source, 0 to 1.

        A placeholder is from where it stands in the source, whatever the engine attended to. The
        first piece of a word, its stem, counts as much as all the suffixes after it.
        """
        columns = [
            column
            for column, (first, last) in enumerate(self.alignment.source)
            if first < end and last > start and first < last
        ]
        return [self._word(word, columns, start, end) for word in self.words]

    def _word(self, word: Span, columns: Sequence[int], start: int, end: int) -> float:
        if token := PLACEHOLDER.fullmatch(self.text, *word):
            return float(start <= self.plain.text.find(token[0]) < end)
        target = self.alignment.target
        first = bisect_right(target, word[0], key=lambda span: span[1])
        last = bisect_left(target, word[1], key=lambda span: span[0])
        parts = [
            sum(weights[c - offset] for c in columns if offset <= c < offset + len(weights))
            for (offset, weights), span in zip(
                self.alignment.rows[first:last], target[first:last], strict=True
            )
            if span[0] < span[1]
        ]
        if len(parts) < 2:
            return sum(parts)
        return (parts[0] + sum(parts[1:]) / len(parts[1:])) / 2

    def is_word(self, index: int) -> bool:
        start, end = self.words[index]
        return any(letter.isalnum() for letter in self.text[start:end])


# What goes into the text at an offset. Of several at one offset closings come first, inner ones
# before outer ones, then points, then openings, outer ones before inner ones: hence the order.
_Insert = tuple[int, tuple[int, int], str]


def _pairs(evidence: _Evidence) -> Iterable[_Insert]:
    placed: list[tuple[Pair, int, int]] = []  # with its first word and the word after its last
    for order, pair in enumerate(evidence.plain.pairs):
        low, high = _room(pair, placed, len(evidence.words))
        first, stop = _range(evidence, pair, low, high)
        placed.append((pair, first, stop))
        if first == stop:  # its siblings have taken all words
            at = evidence.words[first][0] if first < len(evidence.words) else len(evidence.text)
            yield at, (1, order), pair.opening + pair.closing
        else:
            yield evidence.words[first][0], (2, order), pair.opening
            yield evidence.words[stop - 1][1], (0, -order), pair.closing


def _room(pair: Pair, placed: Sequence[tuple[Pair, int, int]], count: int) -> tuple[int, int]:
    """Return the largest run of words that is in the pair's parent and in none of its siblings."""
    low, high = 0, count
    taken: list[Span] = []
    for other, first, stop in placed:
        if other.start <= pair.start and pair.end <= other.end:
            low, high, taken = first, stop, []
        else:
            taken.append((first, stop))
    gaps, at = [], low
    for first, stop in sorted(taken):
        gaps.append((at, max(at, min(first, high))))
        at = max(at, min(stop, high))
    return max([*gaps, (at, high)], key=lambda gap: gap[1] - gap[0])


def _range(evidence: _Evidence, pair: Pair, low: int, high: int) -> tuple[int, int]:
    """Return the words, from first to after the last, that the pair goes around."""
    source = evidence.plain.text
    inside = source[pair.start : pair.end]
    outside = source[: pair.start] + source[pair.end :]
    if not any(letter.isalnum() for letter in outside):
        return _edges(evidence, inside, *_words_only(evidence, low, high), low, high)
    if low == high:
        return low, low
    mass = evidence.mass(pair.start, pair.end)
    return _edges(evidence, inside, *_best(evidence, mass, low, high), low, high)


def _best(evidence: _Evidence, mass: Sequence[float], low: int, high: int) -> tuple[int, int]:
    """Return the run of words with the largest sum of (mass - 1/2): the likeliest translation."""
    best, first, total = (0.0, low, low), low, 0.0
    for word in range(low, high):
        if evidence.is_word(word) or evidence.text[slice(*evidence.words[word])].startswith("⟦"):
            total += mass[word] - 0.5
            best = max(best, (total, first, word + 1), key=lambda run: run[0])
        if total <= 0:
            first, total = word + 1, 0.0
    if best[0] > 0:
        return best[1:]
    at = max(range(low, high), key=lambda word: mass[word] + evidence.is_word(word))
    return at, at + 1


def _words_only(evidence: _Evidence, low: int, high: int) -> tuple[int, int]:
    inner = [word for word in range(low, high) if evidence.is_word(word)]
    return (inner[0], inner[-1] + 1) if inner else (low, high)


def _edges(
    evidence: _Evidence, inside: str, first: int, stop: int, low: int, high: int
) -> tuple[int, int]:
    """Take in the punctuation at the edges of the range, where the source's element has it."""

    def token(word: int) -> str:
        return evidence.text[slice(*evidence.words[word])]

    while stop < high and not evidence.is_word(stop) and token(stop) in inside[-3:]:
        stop += 1
    while first > low and not evidence.is_word(first - 1) and token(first - 1) in inside[:3]:
        first -= 1
    return first, stop


def _points(evidence: _Evidence, alts: Sequence[str]) -> Iterable[_Insert]:
    drafts = iter(alts)
    for order, point in enumerate(evidence.plain.points):
        mark = point.mark
        if point.alt and point.words:
            mark = mark[: point.alt[0]] + next(drafts) + mark[point.alt[1] :]
        at = _offset(evidence, point)
        before, after = evidence.text[:at], evidence.text[at:]
        space = point.before if before and not before.endswith(" ") else ""
        if after and not after.startswith(" ") and point.after and not before.strip():
            mark += point.after
        yield at, (1, order), space + mark


def _offset(evidence: _Evidence, point: Point) -> int:
    """Return where a point goes: to the start or end if it was there, else after its word."""
    source, text = evidence.plain.text, evidence.text
    rest = source[point.at :].strip()
    if not source[: point.at].strip():
        return 0
    if not any(letter.isalnum() for letter in rest):
        ending = text.rstrip()
        return len(ending) - len(rest) if rest and ending.endswith(rest) else len(ending)
    before = source[: point.at].rstrip()
    start = max(before.rfind(" ") + 1, 0)
    mass = evidence.mass(start, len(before))
    best = max(range(len(mass)), key=lambda word: mass[word] + evidence.is_word(word))
    return evidence.words[best][1]


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
    return MARKDOWN.sub(lambda match: "\\" + match[0], text)


def _html(text: str) -> str:
    return html.escape(text, quote=False)


def _in_brackets(text: str) -> str:
    return _markdown(text).replace("[", "\\[").replace("]", "\\]")


_ALT_SPELLINGS: dict[str, Callable[[str], str]] = {
    "text": str,
    "markdown": _in_brackets,
    "html": html.escape,
}
_SPELLINGS: dict[str, Callable[[str], str]] = {"text": str, "markdown": _markdown, "html": _html}
