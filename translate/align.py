"""Which words of a draft translate which words of its source, from where the model attended.

Cross-attention knows stems well and suffixes badly, and of the first word of a draft nothing: the
model attends before it has chosen how to begin. What it does not know, the other words and a
little grammar tell.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from translate.inline import PLACEHOLDER, Span

# A word with its suffix, a number, or one mark of punctuation. A placeholder has a suffix too.
WORD = re.compile(r"⟦\d+⟧(?:['’]?\w+)?|\d[\d.,:]*\d(?:['’-]?\w+)*|\w+(?:['’-]\w+)*|[^\w\s]")
# In English "'s" is a word of its own, that a tag may leave out.
SOURCE_WORD = re.compile(r"⟦\d+⟧|\d[\d.,:]*\d|\w+|[^\w\s]")

# English words that Turkish says with a suffix or not at all: few words of a draft are from them.
FUNCTION_WORDS = frozenset(
    "a an the and of to in on at by for from with as than there that is am are was were be been "
    "has have had do does did will would i you he she it we they my your his her its our their "
    "up down out off over away back".split()
)
FUNCTION_WORD = 0.1  # what such a word weighs against another
NOISE = 0.001  # weights that are not worth their memory
SOMETHING = 0.1  # attention that is no accident
# What says them after all, where it begins a draft.
SMALL_WORDS = {
    "bir": ("a", "an"),
    "ben": ("i",),
    "sen": ("you",),
    "o": ("he", "she", "it", "that"),
    "biz": ("we",),
    "siz": ("you",),
    "onlar": ("they",),
}
# Words that belong to the word before them as its suffixes do: "etmek" makes a verb of a noun
# (kabul etti), the particle of questions carries the verb's person (biliyor musun).
ATTACHED = re.compile(
    r"et(?:me|mi|ti|se|tir)\w*|ed(?:e|en|er|il|ip|iyor|ecek|ebil)\w*|m[ıiuü][ys]\w+", re.IGNORECASE
)
# Without a person it asks about the sentence.
PARTICLE = re.compile(r"m[ıiuü]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which part of a source text each part of its translation came from.

    Spans are character offsets, in order, without the white space between words. There is a row
    for each target span: the number of a source span, and weights from 0 to 1 for it and those
    after it; all others weigh nothing. With another number another clause begins, that the model
    translated by itself.
    """

    source: Sequence[Span]
    target: Sequence[Span]
    rows: Sequence[tuple[int, Sequence[float]]]


# How much of a word is from each word of the source, by number; what is not there weighs nothing.
Weights = Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Links:
    """The words of a source and of its draft, and how much each of these is from each of those."""

    sources: Sequence[Span]
    words: Sequence[Span]
    weights: Sequence[Weights]  # of each word of the draft; their sum is at most 1

    def mass(self, start: int, end: int) -> list[float]:
        """Return for each word of the draft how much of it is from a range of the source, 0 to 1.

        Words that the range cuts count whole.
        """
        first = bisect_right(self.sources, start, key=lambda span: span[1])
        stop = bisect_left(self.sources, end, key=lambda span: span[0])
        return [
            sum(weight for number, weight in weights.items() if first <= number < stop)
            for weights in self.weights
        ]


def is_wordy(text: str) -> bool:
    """Tell words and placeholders from punctuation."""
    return any(letter.isalnum() for letter in text)


def links(source: str, text: str, alignment: Alignment) -> Links:
    """Return how the words of a draft are linked to those of the source.

    A placeholder is from where it stands in the source, whatever the model attended to.
    """
    sources = [match.span() for match in SOURCE_WORD.finditer(source)]
    words = [match.span() for match in WORD.finditer(text)]
    rows, beginnings = _rows(alignment, sources)
    tokens = [source[start:end].casefold() for start, end in sources]
    pieces = [_pieces(word, alignment.target) for word in words]
    found = [text[start:end] for start, end in words]
    wordy = [_of_words(row, tokens) for row in rows]
    weights = [
        _copied(word, tokens) or _weights(at, alignment.target, wordy if is_wordy(word) else rows)
        for word, at in zip(found, pieces, strict=True)
    ]
    cover = _cover(weights)
    for number, word in enumerate(found):
        first = next((piece for piece in pieces[number] if piece in beginnings), None)
        if first is not None and not _copied(word, tokens):
            free = _free(word, tokens, beginnings[first], cover)
            weights[number] = _completed(weights[number], free)
    _attach(found, weights)
    return Links(sources, words, weights)


def _copied(word: str, tokens: Sequence[str]) -> Weights:
    """Return where a placeholder is from."""
    token = PLACEHOLDER.match(word)
    return {tokens.index(token[0]): 1.0} if token and token[0] in tokens else {}


def _rows(
    alignment: Alignment, sources: Sequence[Span]
) -> tuple[list[Weights], Mapping[int, range]]:
    """Return the rows of an alignment by source words.

    Rows with which a draft, or a clause of it, begins are empty: for these pieces the second result
    has the range of source words that they may be from.
    """
    # The piece that is a space belongs to the word after it.
    numbers = [
        bisect_right(sources, start, key=lambda span: span[1]) for start, _ in alignment.source
    ]
    rows: list[Weights] = []
    beginnings: dict[int, range] = {}
    before = -1
    for offset, weights in alignment.rows:
        row: dict[int, float] = {}
        inside = numbers[offset : offset + len(weights)]
        if offset != before and inside:
            beginnings[len(rows)] = range(inside[0], min(inside[-1] + 1, len(sources)))
        else:
            for number, weight in zip(inside, weights, strict=False):
                if weight > NOISE and number < len(sources):
                    row[number] = row.get(number, 0.0) + weight
        rows.append(row)
        before = offset
    return rows, beginnings


def _of_words(row: Weights, tokens: Sequence[str]) -> Weights:
    """Return a row without punctuation, of which no word is, if anything is left of it."""
    words = {number: weight for number, weight in row.items() if is_wordy(tokens[number])}
    left, total = sum(words.values()), sum(row.values())
    if left < SOMETHING:
        return row
    return {number: weight * total / left for number, weight in words.items()}


def _pieces(word: Span, target: Sequence[Span]) -> list[int]:
    first = bisect_right(target, word[0], key=lambda span: span[1])
    last = bisect_left(target, word[1], key=lambda span: span[0])
    return [piece for piece in range(first, last) if target[piece][0] < target[piece][1]]


def _weights(pieces: Sequence[int], target: Sequence[Span], rows: Sequence[Weights]) -> Weights:
    """Return how much of a word is from each source word.

    Long pieces tell more than short ones, and each piece twice as much as the one after it: the
    stem comes first.
    """
    shares = [
        (target[piece][1] - target[piece][0]) / 2**order for order, piece in enumerate(pieces)
    ]
    found: dict[int, float] = {}
    for piece, share in zip(pieces, shares, strict=True):
        for number, weight in rows[piece].items():
            found[number] = found.get(number, 0.0) + weight * share / sum(shares)
    return found


def _cover(weights: Iterable[Weights]) -> dict[int, float]:
    """Return how much of a word each source word has brought forth at most."""
    cover: dict[int, float] = {}
    for row in weights:
        for number, weight in row.items():
            cover[number] = max(weight, cover.get(number, 0.0))
    return cover


def _free(word: str, tokens: Sequence[str], begins: range, cover: Mapping[int, float]) -> Weights:
    """Return what the word that begins a clause is from: from what the others are not from.

    If the word itself stands in the source, as names do, it is from there.
    """
    stem = re.split("['’]", word.casefold())[0]
    for same in SMALL_WORDS.get(stem, () if stem in FUNCTION_WORDS else (stem,)):
        if same in tokens[begins.start : begins.stop]:
            return {tokens.index(same, begins.start): 1.0}
    free = {number: _content(tokens[number]) * (1 - cover.get(number, 0.0)) for number in begins}
    total = max(1.0, sum(free.values()))
    return {number: weight / total for number, weight in free.items()}


def _content(token: str) -> float:
    """Return how likely a source word has a word of its own in the draft."""
    return FUNCTION_WORD if token in FUNCTION_WORDS else float(is_wordy(token))


def _completed(weights: Weights, free: Weights) -> Weights:
    """Give a word what it lacks."""
    lack = 1 - sum(weights.values())
    numbers = {**weights, **free}
    return {number: weights.get(number, 0.0) + lack * free.get(number, 0.0) for number in numbers}


def _attach(words: Sequence[str], weights: list[Weights]) -> None:
    """Link words that are suffixes in all but spelling as the word before them."""
    for number in range(1, len(words)):
        if ATTACHED.fullmatch(words[number]):
            weights[number] = weights[number - 1]
        elif PARTICLE.fullmatch(words[number]):
            weights[number] = {}
