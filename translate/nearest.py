"""The text of many that is most like a given one.

A text that is like another shares words with it, and most of these are rare: an index by words
gives a few candidates, which rapidfuzz then compares letter by letter.
"""

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

# Texts that are looked up by the rare words of one, at most, and that are compared with it.
POSTINGS = 20_000
CANDIDATES = 40
PUNCTUATION = ".,;:!?…—–-()[]{}\"'“”‘’«»*_/\\<>="

Numbers = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Index:
    """Texts, and which of them have a word."""

    texts: Sequence[str]
    sizes: Numbers  # how many words each has
    words: Mapping[str, int]  # to their numbers
    starts: NDArray[np.int64]  # where the postings of each word begin, and where the last ends
    postings: Numbers  # numbers of texts, in order


def index(texts: Sequence[str]) -> Index:
    """Return the index of texts."""
    spelled: defaultdict[str, int] = defaultdict()
    spelled.default_factory = spelled.__len__
    flat, sizes = array("i"), array("i")
    for text in texts:
        words = text.split()
        flat.extend(map(spelled.__getitem__, words))
        sizes.append(len(words))
    numbers: dict[str, int] = {}  # of each word once, however it is spelled
    number_of = [numbers.setdefault(_word(word), len(numbers)) for word in spelled]
    word_of = np.array(number_of, np.int32)[np.array(flat, np.int32)]
    size_of = np.array(sizes, np.int32)
    text_of = np.repeat(np.arange(len(texts), dtype=np.int32), size_of)
    word_of = word_of.astype(np.min_scalar_type(len(numbers)))  # numpy sorts short ones faster
    counts = np.bincount(word_of, minlength=len(numbers))
    starts = np.concatenate([[0], np.cumsum(counts)])
    return Index(texts, size_of, numbers, starts, text_of[np.argsort(word_of, kind="stable")])


def nearest(index: Index, text: str, percent: int, but: str = "") -> tuple[int, int] | None:
    """Return the number of the text that is most like one, and how many per cent it is like it.

    Of two that are equally alike the first by alphabet is returned, of none that is `percent`
    alike, None. `but` is passed over.
    """
    candidates = _candidates(index, [_word(word) for word in text.split()])
    candidates = [number for number in candidates if index.texts[number] != but]
    alike = [(fuzz.ratio(text, index.texts[number]), number) for number in candidates]
    found = [(-ratio, index.texts[number], number) for ratio, number in alike if ratio >= percent]
    if not found:
        return None
    ratio, _, number = min(found)
    return number, int(-ratio)


def _word(spelled: str) -> str:
    return spelled.strip(PUNCTUATION).lower()


def _candidates(index: Index, words: Sequence[str]) -> list[int]:
    """Return the texts that share most of their words with some, most first."""
    postings = _postings(index, words)
    if not postings:
        return []
    found, shared = np.unique(np.concatenate(postings), return_counts=True)
    # What has hardly any of the rare words is no candidate.
    enough = shared >= shared.max() // 2
    found, shared = found[enough], shared[enough]
    likeness = shared / np.maximum(index.sizes[found], len(words))
    return [int(number) for number in found[np.argsort(-likeness, kind="stable")[:CANDIDATES]]]


def _postings(index: Index, words: Sequence[str]) -> list[Numbers]:
    """Return the postings of words, the rarest first, until they are many."""
    numbers = {index.words[word] for word in words if word in index.words}
    spans = sorted((int(index.starts[n + 1] - index.starts[n]), n) for n in numbers)
    postings: list[Numbers] = []
    total = 0
    for size, number in spans:
        total += size
        if postings and total > POSTINGS:
            break
        postings.append(index.postings[index.starts[number] : index.starts[number + 1]])
    return postings
