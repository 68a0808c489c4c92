"""What awaits a person: how far each post's catalog has come."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from translate.catalog import Catalog
from translate.entry import State, state
from translate.post import Segment


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
