"""Translations beside each other: one source with several, several sources with one."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.grammar.casing import lower
from translate.post import shortened

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# What English says and Turkish need not: he, she and it are one word, and often none.
UNSAID = frozenset(
    """
    a an the he she it they we you i him her them us me his hers its their our your my this that
    these those s am is are was were will be been do does did has have had
    """.split()
)
# Don't is do not, it's is it is.
SHORTENED = (
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"\bcan(?:'t|not)\b"), "can not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'(?:s|m|re|ve|ll|d)\b"), ""),
)
TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
FEW = 3  # words: a shorter translation may be that of many sentences
SHOWN = 50  # letters of another sentence that are shown


@dataclass(frozen=True, slots=True)
class Use:
    """A sentence and its translation, and where they stand."""

    catalog: Path
    line: int
    source: str
    target: str
    reviewed: bool


def divided(uses: Sequence[Use]) -> Iterator[tuple[Use, str]]:
    """Yield what differs from a reviewed translation of the same source, and the reason."""
    for same in _grouped(uses, lambda use: use.source):
        reviewed = (use for use in same if use.reviewed)
        for use, other in _differing(same, reviewed, lambda use: _folded(use.target)):
            yield (
                use,
                f"elsewhere “{shortened(other.target, SHOWN)}” ({other.catalog}:{other.line})",
            )


def shared(uses: Sequence[Use]) -> Iterator[tuple[Use, str]]:
    """Yield what is the translation of another source too, and the reason.

    Sources that differ in little words only, as "he" and "she", are one; short translations are
    left alone.
    """
    long = [use for use in uses if len(WORD.findall(use.target)) >= FEW]
    for same in _grouped(long, lambda use: _folded(use.target)):
        for use, other in _differing(same, same, lambda use: _gist(use.source)):
            yield use, f"also for “{shortened(other.source, SHOWN)}” ({other.catalog}:{other.line})"


def _grouped(uses: Iterable[Use], key: Callable[[Use], str]) -> Iterator[list[Use]]:
    """Yield the uses with the same key, where there are several."""
    groups: dict[str, list[Use]] = {}
    for use in uses:
        groups.setdefault(key(use), []).append(use)
    return (group for group in groups.values() if len(group) > 1)


def _differing(
    uses: Iterable[Use], others: Iterable[Use], key: Callable[[Use], str]
) -> Iterator[tuple[Use, Use]]:
    """Yield each use with the first of the others that has another key, if one has."""
    firsts: dict[str, Use] = {}
    for other in others:
        firsts.setdefault(key(other), other)
    two = list(firsts.items())[:2]  # of two different keys one differs from any
    for use in uses:
        mine = key(use)
        if found := next((other for theirs, other in two if theirs != mine), None):
            yield use, found


def _folded(target: str) -> str:
    return " ".join(WORD.findall(lower(TAG.sub("", target).replace("’", "'"))))


def _gist(source: str) -> str:
    text = TAG.sub("", source).lower().replace("’", "'")
    for short, whole in SHORTENED:
        text = short.sub(whole, text)
    return " ".join(word for word in WORD.findall(text) if word not in UNSAID)
