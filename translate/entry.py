"""What an entry of a catalog means: whose words it holds, and how far it has come.

Provenance stands in a translator comment (`comments.py`), with a hash of the words that a machine
or the memory gave; where it does not match, they are a person's.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from translate import comments
from translate.comments import Changed, Comment, Machine, Memory, Offer, digest, one_line

# The comments of an entry, from above.
ORDER = (Machine, Memory, Changed, Offer)


@dataclass(frozen=True, slots=True)
class Entry:
    """A sentence and its translation, with all that stands around them in the file."""

    msgid: str
    msgstr: str = ""
    flags: tuple[str, ...] = ()  # in file order, without doubles
    previous: str = ""  # the msgid that msgstr was made for, of "#| msgid"
    comments: tuple[str, ...] = ()  # translator comment lines, "# " removed
    notes: tuple[str, ...] = ()  # "#." lines
    references: tuple[tuple[str, str], ...] = ()  # (path, line)
    obsolete: bool = False
    raw: str = ""  # what it was read from, blank lines before it included; "" when ours or changed
    msgctxt: str | None = None
    plural: bool = False
    line: int = field(default=0, compare=False)  # of the msgid in its file; 0 when ours

    @property
    def fuzzy(self) -> bool:
        """Whether the translation awaits a person's decision."""
        return "fuzzy" in self.flags

    @property
    def foreign(self) -> bool:
        """Whether it has a context or a plural: no sentence of a post, and never changed by us."""
        return self.msgctxt is not None or self.plural


class State(StrEnum):
    """How far an entry has come. The README's "For translators" says what makes it so."""

    UNTRANSLATED = "untranslated"
    DRAFT = "draft"
    EDITED = "edited"
    STALE = "stale"
    REVIEWED = "reviewed"
    OBSOLETE = "obsolete"


def state(entry: Entry) -> State:
    """Return how far an entry has come."""
    if entry.obsolete:
        return State.OBSOLETE
    if not entry.msgstr.strip():
        return State.UNTRANSLATED
    if not entry.fuzzy:
        return State.REVIEWED
    if not by_person(entry):
        return State.DRAFT
    return State.STALE if entry.previous or is_elsewhere(entry) else State.EDITED


def by_person(entry: Entry) -> bool:
    """Return whether the translation is a person's words or decision: no command may change it.

    A flagged draft with a previous msgid was accepted once: msgmerge, which flagged it, writes none
    above what was flagged before. Words of the memory are a person's if msgmerge moved them.
    """
    if not entry.msgstr.strip() or not entry.fuzzy:
        return bool(entry.msgstr.strip())
    made = provenance(entry)
    if made is None or made.digest != digest(entry.msgstr):
        return True
    return bool(entry.previous) or (isinstance(made, Memory) and is_elsewhere(entry))


def is_untouched(entry: Entry) -> bool:
    """Return whether nobody wrote or decided anything here: what was taken over is in its place."""
    made = provenance(entry)
    known = made is not None and made.digest == digest(entry.msgstr)
    given = known and (entry.fuzzy or isinstance(made, Memory))
    return not entry.foreign and not remarks(entry) and (given or not entry.msgstr.strip())


def is_elsewhere(entry: Entry) -> bool:
    """Return whether another program, as msgmerge, moved the translation to this sentence."""
    made = provenance(entry)
    if made is None or not made.sentence:
        return False
    return made.sentence != comments.sentence(entry.msgid)


def machine(entry: Entry) -> Machine | None:
    """Return what the machine comment of an entry says, None if it has none."""
    made = provenance(entry)
    return made if isinstance(made, Machine) else None


def memory(entry: Entry) -> Memory | None:
    """Return what the memory comment of an entry says, None if it has none."""
    made = provenance(entry)
    return made if isinstance(made, Memory) else None


def provenance(entry: Entry) -> Machine | Memory | None:
    """Return where a translation is from that no person wrote here."""
    for comment in _ours(entry):
        if isinstance(comment, Machine | Memory):
            return comment
    return None


def offers(entry: Entry) -> tuple[Offer, ...]:
    """Return what is suggested to a person."""
    return tuple(comment for comment in _ours(entry) if isinstance(comment, Offer))


def remarks(entry: Entry) -> Sequence[str]:
    """Return what people wrote above an entry: its comments but the program's."""
    return comments.sort(entry.comments)[1]


def _ours(entry: Entry) -> tuple[Comment, ...]:
    return comments.sort(entry.comments)[0]


def change(entry: Entry, **fields: Any) -> Entry:
    """Return the entry with other fields, to be written anew; itself if nothing differs.

    A foreign entry is returned as it is: what is not read of it would be lost.
    """
    if entry.foreign or all(getattr(entry, name) == value for name, value in fields.items()):
        return entry
    return replace(entry, **fields, raw="")


def drafted(entry: Entry, msgstr: str, package: str, confidence: float) -> Entry:
    """Return the entry with a machine's translation, flagged, and the comment that says so."""
    words = msgstr.strip()  # a msgid has no line end at its ends: a msgstr with one is an error
    sentence = comments.sentence(entry.msgid)
    made = Machine(one_line(package), confidence, digest(words), "", sentence)
    return _made(entry, made, msgstr=words, flags=_flagged(entry))


def failed(entry: Entry, package: str, reason: str) -> Entry:
    """Return the entry untranslated, with a comment that says why the machine could not."""
    made = Machine(one_line(package), None, "", one_line(reason))
    return _made(entry, made, msgstr="", flags=_unflagged(entry))


def recalled(entry: Entry, msgstr: str, catalog: str, reviewed: bool) -> Entry:
    """Return the entry with the words of the same sentence in another catalog, which it names.

    They are `reviewed` by the decision there, or flagged for one here.
    """
    words = msgstr.strip()
    made = Memory(one_line(catalog), digest(words), comments.sentence(entry.msgid))
    flags = _unflagged(entry) if reviewed else _flagged(entry)
    return _made(entry, made, msgstr=words, flags=flags)


def _made(entry: Entry, made: Machine | Memory, **fields: Any) -> Entry:
    """Return the entry with a new translation; what the memory offers stays beside it."""
    offered = tuple(offer for offer in offers(entry) if not offer.by_machine)
    return change(entry, comments=_lines(entry, made, *offered), previous="", **fields)


def stale(entry: Entry, msgid: str, previous: str) -> Entry:
    """Return a person's entry for a changed source: flagged, with the one its words are for.

    The provenance goes: words that a person accepted would read as an untouched draft. So do the
    offers, which were for the old source.
    """
    lines = _lines(entry)
    return change(entry, msgid=msgid, previous=previous, flags=_flagged(entry), comments=lines)


def untranslated(entry: Entry) -> Entry:
    """Return an entry without its translation and all that the program wrote above it."""
    flags = _unflagged(entry)
    return change(entry, msgstr="", previous="", flags=flags, comments=_lines(entry))


def with_offers(entry: Entry, new: Sequence[Offer]) -> Entry:
    """Return the entry with these offers and no others."""
    sentence = comments.sentence(entry.msgid) if new else ""
    wanted = [Offer(one_line(offer.origin), one_line(offer.words), sentence) for offer in new]
    if [*offers(entry)] == wanted:  # another program may have wrapped them
        return entry
    return _with(entry, Offer, wanted)


def with_differences(entry: Entry, differences: str) -> Entry:
    """Return the entry with a comment on how its source changed, "" for none."""
    return _with(entry, Changed, [Changed(differences)] if differences else [])


def settled(entry: Entry) -> Entry:
    """Return a reviewed entry without offers, differences and old source, which helped to decide.

    Many editors leave the old source there. Later it would be wrong: the words are for the new one.
    """
    if state(entry) is not State.REVIEWED:
        return entry
    return change(with_differences(with_offers(entry, ()), ""), previous="")


def _with(entry: Entry, kind: type[Comment], new: Sequence[Comment]) -> Entry:
    """Return the entry with these comments in place of those of a kind; each has its place."""
    kept = [comment for comment in _ours(entry) if not isinstance(comment, kind)]
    if len(kept) == len(_ours(entry)) and not new:
        return entry
    ordered = sorted([*kept, *new], key=lambda comment: ORDER.index(type(comment)))
    return change(entry, comments=_lines(entry, *ordered))


def _lines(entry: Entry, *ours: Comment) -> tuple[str, ...]:
    return (*map(str, ours), *remarks(entry))


def _flagged(entry: Entry) -> tuple[str, ...]:
    return ("fuzzy", *_unflagged(entry))


def _unflagged(entry: Entry) -> tuple[str, ...]:
    return tuple(flag for flag in entry.flags if flag != "fuzzy")
