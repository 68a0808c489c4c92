"""What an entry of a catalog means: whose words it holds, and how far it has come.

Machine provenance stands in a translator comment, because msgmerge keeps those and replaces `#.`:
`# machine: translate-en_tr 1.0, confidence 0.71, 3f9a2c`. It ends in a hash of the words that the
machine gave; where it does not match, they are a person's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import sha256
from typing import Any

DRAFTED = re.compile(r"machine: ?(.+?) ?, ?confidence (\d+(?:\.\d+)?)(?: ?, ?([0-9a-f]{6}))?")
FAILED = re.compile(r"machine: ?failed ?\((.*)\) ?, ?(.+)")
WRAPPED = 5  # lines that another program may have wrapped a machine comment to


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


@dataclass(frozen=True, slots=True)
class Machine:
    """Provenance: what the "machine:" comment of an entry says."""

    package: str  # "translate-en_tr 1.0"
    confidence: float | None
    digest: str  # of the msgstr that the machine gave; "" if absent
    failure: str  # the reason, "" if it did not fail


class State(StrEnum):
    """How far an entry has come. See "What an entry looks like" in the design."""

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
    return State.STALE if entry.previous else State.EDITED


def by_person(entry: Entry) -> bool:
    """Return whether the translation is a person's words or decision: no command may change it."""
    if not entry.msgstr.strip() or not entry.fuzzy:
        return bool(entry.msgstr.strip())
    made = machine(entry)
    return made is None or made.digest != digest(entry.msgstr)


def machine(entry: Entry) -> Machine | None:
    """Return the provenance of an entry, None if it carries none."""
    return _provenance(entry.comments)[0]


def remarks(entry: Entry) -> Sequence[str]:
    """Return what people wrote above an entry: its comments but the machine's."""
    return _provenance(entry.comments)[1]


def digest(msgstr: str) -> str:
    """Return the short hash by which words that the machine gave are known again."""
    return sha256(msgstr.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def _provenance(comments: Sequence[str]) -> tuple[Machine | None, Sequence[str]]:
    """Return what the machine comment says, and the comments without it."""
    for start, line in enumerate(comments):
        if not line.lstrip().startswith("machine:"):
            continue
        for end in range(start + 1, start + 1 + WRAPPED):
            if found := _machine(" ".join(" ".join(comments[start:end]).split())):
                return found, (*comments[:start], *comments[end:])
    return None, comments


def _machine(comment: str) -> Machine | None:
    if failed := FAILED.fullmatch(comment):
        return Machine(failed[2], None, "", failed[1])
    if drafted := DRAFTED.fullmatch(comment):
        return Machine(drafted[1], float(drafted[2]), drafted[3] or "", "")
    return None


def change(entry: Entry, **fields: Any) -> Entry:
    """Return the entry with other fields, to be written anew; itself if nothing differs.

    A foreign entry is returned as it is: what is not read of it would be lost.
    """
    if entry.foreign:
        return entry
    changed = replace(entry, **fields)
    return entry if changed == entry else replace(changed, raw="")


def drafted(entry: Entry, msgstr: str, package: str, confidence: float) -> Entry:
    """Return the entry with a machine's translation, flagged, and the comment that says so."""
    words = msgstr.strip()  # a msgid has no line end at its ends: a msgstr with one is an error
    comment = f"machine: {one_line(package)}, confidence {confidence:.2f}, {digest(words)}"
    flags = ("fuzzy", *(flag for flag in entry.flags if flag != "fuzzy"))
    return _made(entry, comment, msgstr=words, flags=flags)


def failed(entry: Entry, package: str, reason: str) -> Entry:
    """Return the entry untranslated, with a comment that says why the machine could not."""
    comment = f"machine: failed ({one_line(reason)}), {one_line(package)}"
    flags = tuple(flag for flag in entry.flags if flag != "fuzzy")
    return _made(entry, comment, msgstr="", flags=flags)


def stale(entry: Entry, msgid: str, previous: str) -> Entry:
    """Return a person's entry for a changed source: flagged, with the one its words are for.

    The machine comment goes: words that a person accepted would read as an untouched draft.
    """
    flags = ("fuzzy", *(flag for flag in entry.flags if flag != "fuzzy"))
    return change(
        entry, msgid=msgid, previous=previous, flags=flags, comments=tuple(remarks(entry))
    )


def _made(entry: Entry, comment: str, **fields: Any) -> Entry:
    return change(entry, comments=(comment, *remarks(entry)), previous="", **fields)


def one_line(text: str) -> str:
    return " ".join(text.split())
