"""A post's sentences and its old catalog → the new catalog's entries: nobody's words are lost."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from translate import similar
from translate.comments import Offer
from translate.differences import differences
from translate.entry import (
    Entry,
    State,
    by_person,
    change,
    is_elsewhere,
    offers,
    provenance,
    remarks,
    settled,
    stale,
    state,
    untranslated,
    with_differences,
    with_offers,
)
from translate.inline import straight
from translate.memory import ALIKE
from translate.post import Segment


def merge(old: Sequence[Entry], segments: Sequence[Segment], reference: str) -> tuple[Entry, ...]:
    """Return an entry for each sentence, in the order of the post, then the obsolete ones.

    A sentence keeps its entry, which keeps its bytes. Where only the quotes around words changed
    style, the new sentence takes the old entry over. Where a sentence became a similar one, a
    person's words become stale: fuzzy, with the old source as previous msgid, and a comment if a
    negation, a number or a name differs. The words of a person whose sentence is gone become
    obsolete; they return with the sentence. `reference` is the post's path as `#:` gives it.
    """
    places = _places(segments)
    ours = [entry for entry in old if not entry.foreign]
    known = {entry.msgid: entry for entry in ours if entry.obsolete}
    known |= {entry.msgid: entry for entry in ours if not entry.obsolete}
    gone = [entry for entry in ours if entry.msgid not in places]
    new = [msgid for msgid in places if msgid not in known]
    heirs = _same_but_quotes(gone, new)
    edits = _edits(gone, new, heirs)
    heirs |= edits.heirs
    inherited = {entry.msgid for entry in heirs.values()}
    lost = [entry for entry in gone if not entry.obsolete and entry.msgid not in inherited]
    known |= _offered([known[msgid] for msgid in places if msgid in known], lost)
    live = [
        _live(known.get(msgid) or _inherited(heirs.get(msgid), msgid, edits), where, reference)
        for msgid, where in places.items()
    ]
    left = [_obsolete(entry) for entry in gone if entry.msgid not in inherited]
    foreign = [entry for entry in old if entry.foreign]
    obsolete = sorted(filter(None, left), key=lambda entry: not entry.raw)
    return (*live, *foreign, *obsolete)


def _places(segments: Iterable[Segment]) -> dict[str, list[Segment]]:
    """Return where each msgid occurs, in the order of its first place."""
    places: dict[str, list[Segment]] = {}
    for segment in segments:
        places.setdefault(segment.text, []).append(segment)
    return places


def _live(entry: Entry, where: Sequence[Segment], reference: str) -> Entry:
    """Return the entry of a sentence that is there; its place is noted only if all is new."""
    entry = _tended(change(entry, obsolete=False))
    if entry.raw:
        return entry
    notes = [note for segment in where for note in (segment.place, segment.note) if note]
    return change(
        entry,
        notes=tuple(dict.fromkeys(notes)),
        references=tuple((reference, str(segment.line)) for segment in where),
    )


def _tended(entry: Entry) -> Entry:
    """Return an entry after what people and other programs did to it.

    What helped a person to decide goes with the decision. What msgmerge moved here from another
    sentence is a person's, and stale, or a draft of the wrong sentence.
    """
    match state(entry):
        case State.REVIEWED:
            return settled(entry)
        case State.DRAFT if is_elsewhere(entry):
            return untranslated(entry)
        case State.STALE if entry.previous:
            lone = stale(entry, entry.msgid, entry.previous) if provenance(entry) else entry
            return with_differences(lone, differences(entry.previous, entry.msgid))
        case _:
            return entry


def _inherited(entry: Entry | None, msgid: str, edits: "_Edits") -> Entry:
    """Return the entry of a new sentence, with what it takes over from old ones."""
    if entry and straight(entry.msgid) == straight(msgid):
        return change(entry, msgid=msgid)
    new = Entry(msgid)
    if entry:
        previous = (entry.previous if entry.fuzzy else "") or entry.msgid
        new = stale(entry, msgid, "" if previous == msgid else previous)
    return with_offers(new, edits.offers.get(msgid, ()))


def _obsolete(entry: Entry) -> Entry | None:
    """Return what stays of an entry whose sentence is gone: only what a person put into it."""
    if entry.obsolete:
        return entry
    if not by_person(entry) and not remarks(entry):
        return None
    return change(settled(entry), obsolete=True)


def _same_but_quotes(gone: Iterable[Entry], new: Iterable[str]) -> dict[str, Entry]:
    old = {straight(entry.msgid): entry for entry in gone}
    return {msgid: old.pop(straight(msgid)) for msgid in new if straight(msgid) in old}


@dataclass(frozen=True, slots=True)
class _Edits:
    """What new sentences have from old ones."""

    heirs: dict[str, Entry]  # the entry of a person's words that a sentence grew out of
    offers: dict[str, list[Offer]]  # more words, where two became one or one was cut in two


def _edits(gone: Iterable[Entry], new: Iterable[str], heirs: Mapping[str, Entry]) -> _Edits:
    """Compare what went with what came; `heirs` have taken an entry over already.

    Drafts are compared too, so that no sentence inherits what is another's.
    """
    taken = {entry.msgid for entry in heirs.values()}
    before = [entry for entry in gone if not entry.obsolete and entry.msgid not in taken]
    after = [msgid for msgid in new if msgid not in heirs]
    pairs = dict(similar.pairs([entry.msgid for entry in before], after))
    found = {after[other]: before[one] for one, other in pairs.items() if by_person(before[one])}
    more: dict[str, list[Offer]] = {}
    for one, other in _beside(pairs, len(before), len(after)):
        entry, msgid = before[one], after[other]
        if by_person(entry) and (percent := similar.part(entry.msgid, msgid)):
            more.setdefault(msgid, []).append(_offer(entry, percent))
    return _Edits(found, more)


def _offered(entries: Iterable[Entry], lost: Iterable[Entry]) -> dict[str, Entry]:
    """Return drafts of sentences that were there before, with the words of lost ones like them.

    So a translator finds them who worked on an older file while the new sentence was drafted.
    """
    theirs = [entry for entry in lost if by_person(entry)]
    drafts = [entry for entry in entries if not entry.obsolete and state(entry) is State.DRAFT]
    pairs = similar.pairs([entry.msgid for entry in theirs], [entry.msgid for entry in drafts])
    found = {}
    for one, other in pairs:
        entry = drafts[other]
        percent = similar.percent(theirs[one].msgid, entry.msgid)
        if percent >= ALIKE:
            new = [*offers(entry), _offer(theirs[one], percent)]
            found[entry.msgid] = with_offers(entry, new)
    return found


def _offer(entry: Entry, percent: int) -> Offer:
    return Offer(f"{percent} % this post", f'"{entry.msgid}" → "{entry.msgstr}"')


def _beside(pairs: Mapping[int, int], olds: int, news: int) -> Iterator[tuple[int, int]]:
    """Yield what stands next to one half of a pair, with the other half."""
    back = {other: one for one, other in pairs.items()}
    for one in (one for one in range(olds) if one not in pairs):
        yield from ((one, pairs[near]) for near in (one - 1, one + 1) if near in pairs)
    for other in (other for other in range(news) if other not in back):
        yield from ((back[near], other) for near in (other - 1, other + 1) if near in back)
