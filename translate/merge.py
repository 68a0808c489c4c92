"""A post's sentences and its old catalog → the new catalog's entries: nobody's words are lost."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from translate.entry import Entry, by_person, change, remarks, stale
from translate.inline import STRAIGHT
from translate.post import Segment

# How alike an old and a new sentence must be for the old translation to be worth a look.
ALIKE = 0.6
# How many sentences ahead it is looked for.
WINDOW = 10


def merge(old: Sequence[Entry], segments: Sequence[Segment], reference: str) -> tuple[Entry, ...]:
    """Return an entry for each sentence, in the order of the post, then the obsolete ones.

    A sentence keeps its entry, which keeps its bytes. Where only the quotes around words changed
    style, the new sentence takes the old entry over. Where a sentence became a similar one, a
    person's words become stale: fuzzy, with the old source as previous msgid. The words of a
    person whose sentence is gone become obsolete; they return with the sentence. `reference` is
    the post's path as `#:` gives it.
    """
    places = _places(segments)
    ours = [entry for entry in old if not entry.foreign]
    known = {entry.msgid: entry for entry in ours if entry.obsolete}
    known |= {entry.msgid: entry for entry in ours if not entry.obsolete}
    gone = [entry for entry in ours if entry.msgid not in places]
    new = [msgid for msgid in places if msgid not in known]
    heirs = _same_but_quotes(gone, new)
    heirs |= _similar(ours, list(places), heirs)
    live = [
        _live(known.get(msgid) or _inherited(heirs.get(msgid), msgid), where, reference)
        for msgid, where in places.items()
    ]
    inherited = {entry.msgid for entry in heirs.values()}
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
    if entry.raw and not entry.obsolete:
        return entry
    notes = [note for segment in where for note in (segment.place, segment.note) if note]
    return change(
        entry,
        obsolete=False,
        notes=tuple(dict.fromkeys(notes)),
        references=tuple((reference, str(segment.line)) for segment in where),
    )


def _inherited(entry: Entry | None, msgid: str) -> Entry:
    """Return the entry of a new sentence, with what it takes over from an old one."""
    if entry is None:
        return Entry(msgid)
    if _folded(entry.msgid) == _folded(msgid):
        return change(entry, msgid=msgid)
    previous = entry.previous or entry.msgid
    return stale(entry, msgid, "" if previous == msgid else previous)


def _obsolete(entry: Entry) -> Entry | None:
    """Return what stays of an entry whose sentence is gone: only what a person put into it."""
    if entry.obsolete:
        return entry
    if not by_person(entry) and not remarks(entry):
        return None
    return change(entry, obsolete=True)


def _same_but_quotes(gone: Iterable[Entry], new: Iterable[str]) -> dict[str, Entry]:
    old = {_folded(entry.msgid): entry for entry in gone}
    return {msgid: old.pop(_folded(msgid)) for msgid in new if _folded(msgid) in old}


def _folded(msgid: str) -> str:
    return msgid.translate(STRAIGHT)


def _similar(
    old: Sequence[Entry], msgids: Sequence[str], heirs: Mapping[str, Entry]
) -> dict[str, Entry]:
    """Return for each new sentence the entry of a person's words that it may have grown out of.

    Only sentences between the same neighbours are compared, in order and one to one. `heirs` are
    the sentences that have an entry of their own or have taken one over.
    """
    before = [entry for entry in old if not entry.obsolete]
    taken = {entry.msgid for entry in heirs.values()} | set(msgids)
    known = {entry.msgid for entry in old} | set(heirs)
    matcher = SequenceMatcher(None, [entry.msgid for entry in before], msgids, autojunk=False)
    found: dict[str, Entry] = {}
    for tag, first, last, start, stop in matcher.get_opcodes():
        if tag == "replace":
            gone = [e for e in before[first:last] if e.msgid not in taken and by_person(e)]
            new = [msgid for msgid in msgids[start:stop] if msgid not in known]
            found |= _paired(gone, new)
    return found


def _paired(entries: Sequence[Entry], msgids: Sequence[str]) -> Iterator[tuple[str, Entry]]:
    """Yield the most alike pairs, each entry looking only a few sentences ahead of the last."""
    start = 0
    for entry in entries:
        ahead = msgids[start : start + WINDOW]
        ratios = [_alike(entry.msgid, msgid) for msgid in ahead]
        if ratios and max(ratios) >= ALIKE:
            start += ratios.index(max(ratios)) + 1
            yield msgids[start - 1], entry


def _alike(old: str, new: str) -> float:
    matcher = SequenceMatcher(None, old.split(), new.split(), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0
