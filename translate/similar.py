"""Which new sentence grew out of which old one."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # numpy takes a tenth of a second to import
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]  # a row for each old sentence, a column for each new one

# Of their words and marks, how many two sentences share: 0.6 is two of three on either side.
ALIKE = 0.6
# Words are compared whole, which says nothing of "Backgrounds": there letters count.
SAME_LETTERS = 0.8
FEW = 4  # words and marks of a text whose letters are compared
# Of a sentence that was cut in two, or of two that became one, this much of the shorter is left,
# in one place.
CONTAINED = 0.8
# Sentences that are compared with one another at a time.
BLOCK = 500
LONGEST = 2000  # words and marks of a sentence that are looked at
FEWEST = 3  # words of a part
MARK = re.compile(r"[^\w\s'’]")
TOKEN = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")


def pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return which of the old sentences became which of the new ones, as pairs of their numbers.

    Pairs are one to one and in order on both sides; of all such pairings it is the one with the
    greatest likeness in sum. Where there are more than `BLOCK`, only those about as far into the
    text are compared.
    """
    found = []
    blocks = -(-max(len(old), len(new)) // BLOCK) if old and new else 0
    for block in range(blocks):
        first, last = (len(old) * edge // blocks for edge in (block, block + 1))
        start, stop = (len(new) * edge // blocks for edge in (block, block + 1))
        found += [
            (one + first, other + start) for one, other in _paired(old[first:last], new[start:stop])
        ]
    return found


def part(one: str, other: str) -> int:
    """Return how many percent two sentences share, 0 unless the shorter stands in the longer."""
    ours, theirs = _words(one, other)
    short = min(len(ours), len(theirs)) < FEWEST
    return 0 if short or not _is_part(ours, theirs) else percent(one, other)


def percent(one: str, other: str) -> int:
    """Return how many percent of their words two sentences share."""
    from rapidfuzz.fuzz import ratio

    return round(ratio(*_words(one, other)))


def _words(one: str, other: str) -> tuple[str, str]:
    numbers: dict[str, str] = {}
    return _encoded(MARK.sub(" ", one), numbers), _encoded(MARK.sub(" ", other), numbers)


def _paired(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    if not old or not new:
        return []
    best = _best_sums(_likeness(old, new))
    found = []
    row, column = len(old), len(new)
    while row and column:
        if best[row, column] == best[row - 1, column]:
            row -= 1
        elif best[row, column] == best[row, column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            found.append((row, column))
    return found[::-1]


def _best_sums(likeness: "Matrix") -> "Matrix":
    """Return for each pair of beginnings, of so many rows and columns, the greatest sum."""
    import numpy as np

    rows, columns = likeness.shape
    best = np.zeros((rows + 1, columns + 1))
    for row in range(rows):
        taken = np.maximum(best[row, 1:], best[row, :-1] + likeness[row])
        best[row + 1, 1:] = np.maximum.accumulate(taken)
    return best


def _likeness(old: Sequence[str], new: Sequence[str]) -> "Matrix":
    """Return how alike each old and each new sentence are, 0 where it is no more than chance."""
    import numpy as np
    from rapidfuzz.distance import LCSseq
    from rapidfuzz.process import cdist

    numbers: dict[str, str] = {}
    ours, theirs = ([_encoded(text, numbers) for text in texts] for texts in (old, new))
    shared = cdist(ours, theirs, scorer=LCSseq.similarity, dtype=np.float64)
    one, other = (np.array([len(text) for text in texts]) for texts in (ours, theirs))
    ratio = 2 * shared / np.maximum(one[:, None] + other, 1)
    likeness = np.where(ratio >= ALIKE, ratio, 0)
    shorter = np.minimum(one[:, None], other)
    held = (shared >= CONTAINED * shorter) & (shorter > FEW) & (likeness == 0)
    for row, column in np.argwhere(held):
        if _is_part(ours[row], theirs[column]):
            likeness[row, column] = ratio[row, column]
    rows, columns = (np.flatnonzero(lengths <= FEW) for lengths in (one, other))
    if rows.size and columns.size:
        letters = _of_letters(
            [old[row] for row in rows.tolist()], [new[at] for at in columns.tolist()]
        )
        short = np.ix_(rows, columns)
        likeness[short] = np.maximum(likeness[short], letters)
    return likeness


def _is_part(one: str, other: str) -> bool:
    """Tell if the shorter of two stands in the longer: together, not scattered over it."""
    from rapidfuzz.fuzz import partial_ratio

    return partial_ratio(one, other, score_cutoff=100 * CONTAINED) > 0


def _of_letters(old: Sequence[str], new: Sequence[str]) -> "Matrix":
    import numpy as np
    from rapidfuzz.distance import Indel
    from rapidfuzz.process import cdist

    return cdist(
        [text.casefold() for text in old],
        [text.casefold() for text in new],
        scorer=Indel.normalized_similarity,
        score_cutoff=SAME_LETTERS,
        dtype=np.float64,
    )


def _encoded(text: str, numbers: dict[str, str]) -> str:
    """Return a text with a letter for each word and mark: these are compared quickly."""
    letters = []
    for token in islice(TOKEN.finditer(text.casefold()), LONGEST):
        if token[0] not in numbers:
            numbers[token[0]] = chr(0x100 + len(numbers) % 0x10FE00)
        letters.append(numbers[token[0]])
    return "".join(letters)
