"""Which negations, numbers and names an edit of a sentence changed.

A translation carried over from the old sentence reads well and says something else where one of
these differs. It is better to name a difference too many than to miss one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from translate.inline import straight
from translate.numerals import ENGLISH_NUMBERS, ENGLISH_SCALES, NUMERAL
from translate.post import shortened

MOST = 8  # differences that are named of one kind
LONGEST = 40  # letters of each
WORD = re.compile(rf"{NUMERAL.pattern}|[^\W\d_]+(?:['-][^\W\d_]+)*")
VALUES = {**ENGLISH_NUMBERS, **ENGLISH_SCALES}
NOT = "not"
NEGATIONS = frozenset(
    """
    not no never none nobody nothing nowhere neither nor without hardly barely scarcely seldom
    rarely cannot
    """.split()
)
NEGATIVE_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "non-")
# What an amount is of: another currency is another number.
UNITS = {
    "$": "dollar",
    "€": "euro",
    "£": "pound",
    "₺": "lira",
    "%": "percent",
    "per cent": "percent",
}
UNIT = re.compile(
    r"[$€£₺¥](?= ?\d)|(?<=\d) ?[$€£₺¥%](?!\d)"
    r"|\b(?:(?:dollar|euro|pound)s?|lira|yen|percent|per cent)\b"
)
# A capital says nothing of these at the start of a sentence.
OPENERS = frozenset(
    """
    a an the this that these those it its he she they we you i his her their our your my some many
    few several most all both each every any no none nobody nothing one another other others such
    and but or nor so yet for if when while as since because although though before after until
    once where wherever whenever whether in on at by with without to from of about under over
    between among against through during within despite like unlike near behind beyond what who
    whom whose which why how there here then now never not only even just also still perhaps maybe
    however therefore thus meanwhile moreover instead indeed yes please let do does did is are was
    were be been has have had can could will would shall should may might must more less much
    everyone everybody everything someone somebody something anyone anything today yesterday
    tomorrow soon later first last next often always sometimes again almost too very well
    """.split()
)


class _Item(NamedTuple):
    key: str  # what is the same however it is spelled
    shown: str


def differences(old: str, new: str) -> str:
    """Return what a comment says of an edit: '"12" → "14", "not" gone'; "" where there is nothing.

    "12" is "twelve", "isn't" is "is not"; what only moved is no difference, unless two changed
    places.
    """
    before, after = straight(old), straight(new)
    kinds = (_negations, _numbers, _units, _names)
    found = [item for kind in kinds for item in _compared([*kind(before)], [*kind(after)])]
    return ", ".join([*_turned(before, after), *found])


def _compared(old: Sequence[_Item], new: Sequence[_Item]) -> list[str]:
    gone, added = _without(old, new), _without(new, old)
    if not gone and not added and [item.key for item in old] != [item.key for item in new]:
        one, other = (" ".join(item.shown for item in items) for items in (old, new))
        return [f"{_quoted(one)} → {_quoted(other)}"]
    both = min(len(gone), len(added))
    pairs = zip(gone[:both], added[:both], strict=True)
    found = [f"{_quoted(one)} → {_quoted(other)}" for one, other in pairs]
    found += [f"{_quoted(word)} gone" for word in gone[both:]]
    found += [f"{_quoted(word)} added" for word in added[both:]]
    return found[:MOST]


def _without(items: Sequence[_Item], others: Sequence[_Item]) -> list[str]:
    """Return how those items are spelled that are not among the others as often."""
    left = Counter(item.key for item in others)
    found = []
    for item in items:
        if not left[item.key]:
            found.append(item.shown)
        left[item.key] -= left[item.key] > 0
    return found


def _quoted(words: str) -> str:
    return '"' + shortened(words, LONGEST).replace('"', "'") + '"'


def _words(text: str) -> list[str]:
    return WORD.findall(text)


def _negations(text: str) -> Iterator[_Item]:
    for word in _words(text):
        small = word.lower()
        if small.endswith("n't") or small == "cannot":
            yield _Item(NOT, word)
        elif small in NEGATIONS:
            yield _Item(small, small)


def _turned(old: str, new: str) -> Iterator[str]:
    """Yield the words that lost or got a negative prefix: "legal", "illegal"."""
    before, after = (dict.fromkeys(_words(text.lower())) for text in (old, new))
    for word in before:
        for prefix in NEGATIVE_PREFIXES:
            for other in (prefix + word, word.removeprefix(prefix)):
                if len(other) > 2 and other in after and not (other in before or word in after):
                    yield f"{_quoted(word)} → {_quoted(other)}"


def _numbers(text: str) -> Iterator[_Item]:
    for word in (part for whole in _words(text) for part in whole.split("-")):
        if word[0].isdigit():
            yield _Item(re.sub(r",(?=\d{3}(?!\d))", "", word), word)
        elif (value := VALUES.get(word.lower())) is not None:
            yield _Item(f"{value:.15g}", word)


def _units(text: str) -> Iterator[_Item]:
    for match in UNIT.finditer(text):
        shown = match[0].strip()
        yield _Item(UNITS.get(shown, shown.removesuffix("s")), shown)


def _names(text: str) -> Iterator[_Item]:
    """Yield the runs of capitalised words; the first one of a sentence only if it may be a name."""
    run: list[str] = []
    end, opens = 0, True
    for match in WORD.finditer(text):
        between = text[end : match.start()]
        opens = opens or bool(re.search(r"[.!?:;\"(]", between))
        if run and between != " ":
            yield _name(run)
            run = []
        if _may_be_name(match[0], opens):
            run.append(match[0])
        elif run:
            yield _name(run)
            run = []
        end, opens = match.end(), False
    if run:
        yield _name(run)


def _may_be_name(word: str, opens: bool) -> bool:
    if not word[0].isupper() or word == "I" or word.startswith("I'"):
        return False
    small = re.split("['-]", word.lower())[0]
    acronym = len(word) > 1 and word.isupper()
    return acronym or not (opens and (small in OPENERS or small in VALUES))


def _name(run: Sequence[str]) -> _Item:
    words = " ".join(run)
    return _Item(words.removesuffix("'s"), words.removesuffix("'s"))
