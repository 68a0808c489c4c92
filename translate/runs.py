"""The run of words in a draft that each inline element goes around.

An element of the source may be translated by words that stand apart, and two elements by words that
mingle. Their runs do not: each is one piece, and of two runs one holds the other or none of it.
"""

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translate.align import Links, is_wordy
from translate.inline import Pair, Plain

# From the first word of an element to after its last.
Run = tuple[int, int]

# A word is in a run if this much of it is from the element's words. Under a half: of a word that is
# shared, or of which little is known, something is missing rather than too much.
ENOUGH = 0.45
LINK = re.compile(r"\[|<a\b", re.IGNORECASE)


def runs(plain: Plain, text: str, links: Links) -> list[Run]:
    """Return the words of the draft `text` that each pair of a sentence goes around, in order.

    A run is of one word or more where there are words at all, but for a link that could stand
    only in another link: its run is empty.
    """
    tokens = [text[start:end] for start, end in links.words]
    wordy = [word for word, token in enumerate(tokens) if is_wordy(token)]
    evidence = _Evidence(plain, tokens, wordy, links)
    tree = _tree(plain.pairs)
    found: list[Run] = []
    for number in range(len(plain.pairs)):
        found.append(_run(evidence, tree, number, found))
    return found


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What is known about where things go."""

    plain: Plain
    tokens: Sequence[str]  # words and punctuation of the draft
    wordy: Sequence[int]  # those that are no punctuation
    links: Links

    def words(self, low: int, high: int) -> Sequence[int]:
        """Return those from `low` to before `high` that are no punctuation."""
        return self.wordy[bisect_left(self.wordy, low) : bisect_left(self.wordy, high)]

    def marks(self, low: int, high: int) -> Sequence[int]:
        """Return those from `low` to before `high` that are punctuation."""
        words = set(self.words(low, high))
        return [word for word in range(low, high) if word not in words]

    def inside(self, number: int) -> str:
        """Return the words of the source that are in a pair."""
        pair = self.plain.pairs[number]
        return self.plain.text[pair.start : pair.end]

    def is_all_of(self, number: int, outer: int | None) -> bool:
        """Tell if a pair holds all words of an outer one, or of the sentence."""
        pair, source = self.plain.pairs[number], self.plain.text
        start, end = 0, len(source)
        if outer is not None:
            start, end = self.plain.pairs[outer].start, self.plain.pairs[outer].end
        return not is_wordy(source[start : pair.start] + source[pair.end : end])


@dataclass(frozen=True, slots=True)
class _Tree:
    """How the pairs of a sentence nest, by their numbers."""

    parents: Sequence[int | None]
    wants: Sequence[int]  # words for those inside of a pair, or itself, to have one each
    kinds: Sequence[frozenset[str]]  # of a pair and those inside of it


def _kind(pair: Pair) -> str:
    return "link" if LINK.match(pair.opening) else pair.opening


def _tree(pairs: Sequence[Pair]) -> _Tree:
    parents: list[int | None] = []
    around: list[int] = []
    for number, pair in enumerate(pairs):
        while around and pairs[around[-1]].end < pair.end:
            around.pop()
        parents.append(around[-1] if around else None)
        around.append(number)
    inner = [0] * len(pairs)
    kinds = [{_kind(pair)} for pair in pairs]
    for number in reversed(range(len(pairs))):
        if (parent := parents[number]) is not None:
            inner[parent] += max(1, inner[number])
            kinds[parent] |= kinds[number]
    return _Tree(parents, [max(1, want) for want in inner], [frozenset(kind) for kind in kinds])


def _run(evidence: _Evidence, tree: _Tree, number: int, found: Sequence[Run]) -> Run:
    """Return the run of a pair: within its parent's, without the words of its siblings."""
    parent = tree.parents[number]
    low, high = found[parent] if parent is not None else (0, len(evidence.links.words))
    siblings = [run for other, run in enumerate(found) if tree.parents[other] == parent]
    if not siblings and evidence.is_all_of(number, parent):
        words = evidence.words(low, high)
        whole = (words[0], words[-1] + 1) if words else (low, high)
        return _edges(evidence, number, whole, low, high)
    pair = evidence.plain.pairs[number]
    mass = evidence.links.mass(pair.start, pair.end)
    gaps = _gaps(low, high, [*siblings, *_other_links(evidence.plain.pairs, number, found)])
    inside = evidence.inside(number)
    best = [(*_best(evidence, inside, mass, *gap), gap) for gap in gaps]
    _, run, gap = max(best, key=lambda item: item[0])
    if run[0] == run[1]:
        return _shared(evidence, tree, number, mass, (low, high), found)
    if is_wordy(inside):
        spare = sum(len(evidence.words(*gap)) for gap in gaps) - _wanted_after(tree, number)
        run = _narrow(evidence, mass, run, max(spare, tree.wants[number]))
        run = _wide(evidence, mass, run, tree.wants[number], *gap)
    return _edges(evidence, number, run, *gap)


def _wanted_after(tree: _Tree, number: int) -> int:
    """Return how many words the siblings after a pair want."""
    return sum(
        tree.wants[other]
        for other in range(number + 1, len(tree.parents))
        if tree.parents[other] == tree.parents[number]
    )


def _other_links(pairs: Sequence[Pair], number: int, found: Iterable[Run]) -> list[Run]:
    """Return where a link cannot be: no link stands in another."""
    if _kind(pairs[number]) != "link":
        return []
    return [run for pair, run in zip(pairs, found, strict=False) if _kind(pair) == "link"]


def _gaps(low: int, high: int, taken: Iterable[Run]) -> list[Run]:
    """Return the ranges of words from `low` to `high` that are in none of the runs."""
    gaps, at = [], low
    for first, stop in sorted(taken):
        gaps.append((at, max(at, min(first, high))))
        at = max(at, min(stop, high))
    return [gap for gap in (*gaps, (at, high)) if gap[0] < gap[1]] or [(high, high)]


def _best(
    evidence: _Evidence, inside: str, mass: Sequence[float], low: int, high: int
) -> tuple[float, Run]:
    """Return the likeliest run, the one with the largest sum of (mass - ENOUGH), after this sum.

    An element of words begins and ends with a word, one of punctuation with punctuation.
    """
    wordy = is_wordy(inside)
    best, first, total = (-math.inf, (low, low)), low, 0.0
    for word in evidence.words(low, high) if wordy else evidence.marks(low, high):
        if total <= 0:
            first, total = word, 0.0
        total += mass[word] - ENOUGH + (not wordy and evidence.tokens[word] in inside)
        if total > best[0]:
            best = (total, (first, word + 1))
    return best


def _narrow(evidence: _Evidence, mass: Sequence[float], run: Run, most: int) -> Run:
    """Leave words to others: the less likely ones at the ends of a run."""
    words = list(evidence.words(*run))
    while len(words) > most:
        words.pop(0 if mass[words[0]] < mass[words[-1]] else -1)
    return (words[0], words[-1] + 1) if words else run


def _wide(
    evidence: _Evidence, mass: Sequence[float], run: Run, least: int, low: int, high: int
) -> Run:
    """Widen a run to a number of words, if there are so many, by the likelier ones next to it."""
    words = evidence.words(low, high)
    first, stop = bisect_left(words, run[0]), bisect_left(words, run[1])
    if stop - first >= min(least, len(words)):
        return run
    while stop - first < min(least, len(words)):
        before = mass[words[first - 1]] if first else -1.0
        after = mass[words[stop]] if stop < len(words) else -1.0
        first, stop = (first - 1, stop) if before > after else (first, stop + 1)
    return words[first], words[stop - 1] + 1


def _shared(
    evidence: _Evidence,
    tree: _Tree,
    number: int,
    mass: Sequence[float],
    room: Run,
    found: Sequence[Run],
) -> Run:
    """Return a word for a pair to which no other has left any: the likeliest, inside of theirs.

    Rather not where it or what it holds comes into its own kind: Markdown cannot tell `~~~~` from
    `~~` twice.
    """
    kinds = [_kind(pair) for pair in evidence.plain.pairs]

    def clashes(word: int) -> set[str]:
        around = {kinds[n] for n, (first, stop) in enumerate(found) if first <= word < stop}
        return around & tree.kinds[number]

    def unlikelihood(word: int) -> tuple[bool, int, float]:
        return "link" in clashes(word), len(clashes(word)), -mass[word]

    words = evidence.words(*room) or list(range(*room))
    if kinds[number] == "link":
        words = [word for word in words if "link" not in clashes(word)]
    if not words:
        return room[1], room[1]
    word = min(words, key=unlikelihood)
    return word, word + 1


def _edges(evidence: _Evidence, number: int, run: Run, low: int, high: int) -> Run:
    """Take in the punctuation at the ends of a run, where the source's element has it."""
    inside = evidence.inside(number)

    def joins(word: int, end: str) -> bool:
        token = evidence.tokens[word]
        return not is_wordy(token) and token in end

    first, stop = run
    while stop < high and joins(stop, inside[-3:]):
        stop += 1
    while first > low and joins(first - 1, inside[:3]):
        first -= 1
    return first, stop
