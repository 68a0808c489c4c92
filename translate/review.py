"""What awaits a person: how far each post's catalog has come, and what is worth a look first."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.catalog import Catalog
from translate.consistency import Use, divided, shared
from translate.entry import Entry, State, machine, state
from translate.glossary import Glossary
from translate.post import Segment
from translate.proofread import Finding, Severity, is_spared, proofread, spared


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of a post's sentences are in which state. One that occurs twice counts once."""

    segments: int
    reviewed: int = 0
    drafts: int = 0
    edited: int = 0
    stale: int = 0
    untranslated: int = 0

    @property
    def percent(self) -> int:
        """The share that is reviewed, rounded down: 100 means every sentence."""
        return 100 * self.reviewed // self.segments if self.segments else 0

    @property
    def percent_translated(self) -> int:
        """The share that has a translation, reviewed or not, rounded down."""
        translated = self.segments - self.untranslated
        return 100 * translated // self.segments if self.segments else 0


def progress(segments: Iterable[Segment], catalog: Catalog | None) -> Progress:
    """Count a post's sentences by the state of their entries; one without entry is untranslated."""
    entries = catalog.entries if catalog else ()
    states = {
        entry.msgid: state(entry) for entry in entries if not entry.foreign and not entry.obsolete
    }
    msgids = {segment.text for segment in segments}
    counts = Counter(states.get(msgid, State.UNTRANSLATED) for msgid in msgids)
    return Progress(
        segments=len(msgids),
        reviewed=counts[State.REVIEWED],
        drafts=counts[State.DRAFT],
        edited=counts[State.EDITED],
        stale=counts[State.STALE],
        untranslated=counts[State.UNTRANSLATED],
    )


# A finding's place among all catalogs.
Place = tuple[Path, int]


@dataclass(frozen=True, slots=True)
class Item:
    """An entry that is worth a look, and why."""

    catalog: Path
    line: int
    state: State
    confidence: float | None  # of a draft
    source: str
    translation: str
    findings: tuple[Finding, ...] = ()
    failure: str = ""  # why the machine gave no translation

    @property
    def worst(self) -> Severity | None:
        """How grave the worst finding is."""
        grades = {finding.severity for finding in self.findings}
        return next((grade for grade in Severity if grade in grades), None)

    @property
    def worth(self) -> tuple[int, bool, float, str, int]:
        """The key that sorts what is worth a person's time first.

        That is: errors, warnings, the rest; of these what is published already, then what is
        surest to need work.
        """
        grade = [*Severity, None].index(self.worst)
        doubted = self.state in (State.UNTRANSLATED, State.STALE)
        confidence = 0.0 if doubted else 0.5 if self.confidence is None else self.confidence
        return grade, self.state is not State.REVIEWED, confidence, str(self.catalog), self.line


def items(
    path: Path,
    catalog: Catalog,
    segments: Sequence[Segment],
    terms: Glossary,
    beside: Mapping[Place, tuple[Finding, ...]],
) -> list[Item]:
    """Return a post's entries that have findings or that no person has decided on.

    Whatever has a translation is checked, reviewed or not; an entry without a sentence in the post
    is not. `beside` is what `together` found.
    """
    places = {segment.text: segment for segment in reversed(segments)}
    entries = [entry for entry in _live(catalog) if entry.msgid in places]
    translated = [entry for entry in entries if entry.msgstr.strip()]
    own = proofread([(places[entry.msgid], entry) for entry in translated], terms)
    found = {entry.msgid: here for entry, here in zip(translated, own, strict=True)}
    looked = (
        _item(path, entry, (*found.get(entry.msgid, ()), *beside.get((path, entry.line), ())))
        for entry in entries
    )
    return [item for item in looked if item.findings or item.state is not State.REVIEWED]


def together(catalogs: Mapping[Path, Catalog]) -> dict[Place, tuple[Finding, ...]]:
    """Return what is found where all catalogs are seen together."""
    uses: list[Use] = []
    flags: dict[Place, frozenset[str]] = {}
    for path, catalog in catalogs.items():
        for entry in filter(lambda entry: entry.msgstr.strip(), _live(catalog)):
            reviewed = state(entry) is State.REVIEWED
            uses.append(Use(path, entry.line, entry.msgid, entry.msgstr, reviewed))
            flags[path, entry.line] = spared(entry)
    found: dict[Place, tuple[Finding, ...]] = {}
    for name, check in (("inconsistent", divided), ("reused", shared)):
        for use, reason in check(uses):
            place = (use.catalog, use.line)
            if not is_spared(flags[place], name):
                found[place] = (*found.get(place, ()), Finding(name, Severity.WARNING, reason))
    return found


def _live(catalog: Catalog) -> list[Entry]:
    return [entry for entry in catalog.entries if not (entry.foreign or entry.obsolete)]


def _item(path: Path, entry: Entry, found: tuple[Finding, ...]) -> Item:
    made, how_far = machine(entry), state(entry)
    confidence = made.confidence if made and how_far is State.DRAFT else None
    failure = made.failure if made and how_far is State.UNTRANSLATED else ""
    return Item(path, entry.line, how_far, confidence, entry.msgid, entry.msgstr, found, failure)
