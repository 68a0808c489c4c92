"""Proofreading: what there is to find in the entries of a catalog, and how grave it is.

A row of `CHECKS` is a check: its name, how grave a finding is, the function. Whoever knows better
switches it off for an entry, with the flag or the comment `ignore-NAME`.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from translate import glossary, names, numerals
from translate.checks import (
    casing,
    characters,
    english,
    kept,
    length,
    markup,
    negation,
    punctuation,
    repeats,
    suffixes,
)
from translate.checks.pair import Pair, pair
from translate.entry import Entry
from translate.glossary import Glossary
from translate.grammar.casing import lower
from translate.inline import straight
from translate.post import Segment


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"  # readers would get something broken, or be told something wrong
    WARNING = "warning"  # a slip, or worth a look


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is perhaps wrong with a translation."""

    check: str
    severity: Severity
    reason: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the sentence itself."""

    terms: Glossary = field(default_factory=Glossary)
    names: frozenset[str] = frozenset()  # of the whole post


@dataclass(frozen=True, slots=True)
class Check:
    """A check, and how an entry can be spared it."""

    name: str
    severity: Severity
    find: Callable[[Pair, Known], str]  # the reason, "" for nothing
    others: tuple[str, ...] = ()  # what Weblate calls it


def terms(given: Pair, known: Known) -> str:
    """Find a term of the glossary whose Turkish is not in the translation.

    Of a compound its last word is enough: a "gece vapuru" may be a "vapur" the second time.
    """
    for hit in glossary.find(known.terms, given.english):
        last = hit.term if hit.term.kept else replace(hit.term, target=hit.term.target.split()[-1])
        if not any(glossary.honoured(term, given.turkish) for term in (hit.term, last)):
            return f"no “{hit.term.target}” for “{given.english[hit.start : hit.end]}”"
    return ""


# Turkish writers call a football club by its colours: "siyah-beyazlı ekip" is Beşiktaş.
COLOURS = re.compile(
    r"\b(?:{0})[- ]{{1,2}}(?:{0})l[ıi]".format(
        "siyah|beyaz|sarı|kırmızı|lacivert|bordo|mavi|yeşil|turuncu|mor|pembe|gri"
    )
)


def names_lost(given: Pair, known: Known) -> str:
    """Find a name of which not even a part is in the translation; a surname may do."""
    if COLOURS.search(lower(given.turkish)):
        return ""
    taken = [(hit.start, hit.end) for hit in glossary.find(known.terms, given.english)]
    for start, end in names.spans(known.names, given.english):
        name = given.english[start:end]
        if any(start < stop and begin < end for begin, stop in taken):
            continue
        parts = [name, *(part for part in re.split(r"[\s-]", name) if len(part) > 2)]
        if not any(names.mentioned(part, given.turkish) for part in parts):
            return f"lost the name “{name}”"
    return ""


def suffix(given: Pair, known: Known) -> str:
    """Find a suffix that does not agree with what stands before it, or lacks its apostrophe."""
    found = (given.english[start:end] for start, end in names.spans(known.names, given.english))
    return suffixes.suffixes(given.english, given.turkish) or suffixes.glued(found, given.turkish)


def _words(*checks: Callable[[str, str], str]) -> Callable[[Pair, Known], str]:
    """Return what makes checks of the words, and tells of the first that finds something."""
    return lambda given, _: next(
        filter(None, (check(given.english, given.turkish) for check in checks)), ""
    )


def _strings(*checks: Callable[[str, str], str]) -> Callable[[Pair, Known], str]:
    """Likewise, of msgid and msgstr as they are."""
    return lambda given, _: next(
        filter(None, (check(given.segment.text, given.translation) for check in checks)), ""
    )


def _marks(check: Callable[[Segment, str], str]) -> Callable[[Pair, Known], str]:
    """Return what makes a check of the marks of a segment."""
    return lambda given, _: check(given.segment, given.translation)


ERROR, WARNING = Severity.ERROR, Severity.WARNING
STOPS = "end-stop end-question end-exclamation end-colon end-ellipsis end-semicolon".split()
SPACES = "double-space begin-space end-space punctuation-spacing".split()
LINES = "escaped-newline newline-count begin-newline end-newline".split()
CHECKS = (
    Check("leftover", ERROR, _strings(kept.unreadable, characters.leftover)),
    Check("markup", ERROR, _marks(markup.markup), ("xml-tags", "md-syntax")),
    Check("kept", ERROR, _marks(markup.changed), ("url", "placeholders")),
    Check("links", ERROR, _marks(markup.links), ("md-link",)),
    Check("untranslated", ERROR, _words(english.untranslated_prose), ("same",)),
    Check("numbers", ERROR, _words(numerals.numbers, numerals.currency)),
    Check("negation", ERROR, _words(negation.negation)),
    Check("control", ERROR, _strings(characters.control), tuple(LINES)),
    Check("glossary", WARNING, terms, ("check-glossary",)),
    Check("names", WARNING, names_lost),
    Check("notation", WARNING, _words(numerals.notation)),
    Check("english", WARNING, _words(english.left_in_english, english.copied)),
    Check("repetition", WARNING, _words(repeats.repetition), ("duplicate",)),
    Check("length", WARNING, _words(length.truncation, length.runaway), ("max-length",)),
    Check("casing", WARNING, _words(casing.casing)),
    Check("suffixes", WARNING, suffix),
    Check("punctuation", WARNING, _words(punctuation.doubled, punctuation.ending), tuple(STOPS)),
    Check("unbalanced", WARNING, _words(punctuation.unbalanced)),
    Check("spacing", WARNING, _strings(punctuation.spacing), tuple(SPACES)),
    Check("invisible", WARNING, _strings(characters.invisible), ("zero-width-space",)),
)
# A translator comment that holds flags alone: Poedit lets people edit comments, not flags.
FLAGS = re.compile(r"\s*ignore-[\w-]+(?:\s*,\s*ignore-[\w-]+)*\s*")


def spared(entry: Entry) -> frozenset[str]:
    """Return the checks that an entry is spared, by flag or comment, as their `ignore-NAME`."""
    lines = (line for line in entry.comments if FLAGS.fullmatch(line))
    flags = [*entry.flags, *(flag.strip() for line in lines for flag in line.split(","))]
    return frozenset(flag.replace("_", "-") for flag in flags if flag.startswith("ignore-"))


def is_spared(flags: frozenset[str], name: str, others: Iterable[str] = ()) -> bool:
    """Tell if flags switch a check off, by our name or by Weblate's, or switch all off."""
    return bool(flags) and not flags.isdisjoint(
        {"ignore-all-checks", f"ignore-{name}", *(f"ignore-{other}" for other in others)}
    )


def known(pairs: Iterable[Pair], terms: Glossary) -> Known:
    """Return what the sentences of a post tell about each other: its names."""
    return Known(terms, names.find([straight(given.english) for given in pairs]))


def findings(given: Pair, entry: Entry, what: Known) -> tuple[Finding, ...]:
    """Return what the checks find in the translation of an entry, errors first."""
    flags = spared(entry)
    return tuple(
        Finding(check.name, check.severity, reason)
        for check in CHECKS
        if not is_spared(flags, check.name, check.others) and (reason := check.find(given, what))
    )


def proofread(
    entries: Sequence[tuple[Segment, Entry]], terms: Glossary
) -> list[tuple[Finding, ...]]:
    """Return the findings in each entry of a post, in order."""
    pairs = [pair(segment, entry.msgstr) for segment, entry in entries]
    what = known(pairs, terms)
    return [findings(given, entry, what) for given, (_, entry) in zip(pairs, entries, strict=True)]
