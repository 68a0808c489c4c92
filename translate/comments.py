"""The comments that the program writes above an entry, told from those that people write.

Each is one `# ` line, which another program may have wrapped:

    machine: translate-en_tr 1.0, confidence 0.71, 3f9a2c77ab
    machine: failed (lost a tag), translate-en_tr 1.0
    memory: open-council-data, 3f9a2c77ab
    changed: "12" → "14", "not" gone
    offer: machine 0.71, 3f9a2c77ab: Birçoğu yabancı uyrukluydu.
    offer: 82 % open-council-data, 3f9a2c77ab: "Some were." → "Bazıları öyleydi."

The hash has six digits for the words that the program gave and four for their sentence, which
older catalogs lack. The words are a person's where the six don't match; another program has moved
them to another sentence where the four don't.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from translate.inline import straight

WRAPPED = 60  # lines that another program may have wrapped a comment to
SEAL = r"([0-9a-f]{6})([0-9a-f]{4})?"
DRAFTED = re.compile(rf"machine: ?(.+?) ?, ?confidence (\d+(?:\.\d+)?)(?: ?, ?{SEAL})?")
FAILED = re.compile(r"machine: ?failed ?\((.*)\) ?, ?(.+)")
RECALLED = re.compile(rf"memory: ?(.+?) ?, ?{SEAL}")
DIFFERENCE = r'"[^"]+" (?:→ "[^"]+"|added|gone)'
CHANGED = re.compile(rf"changed: ?({DIFFERENCE}(?:, {DIFFERENCE})*)")
OFFER = re.compile(rf"offer: ?(.+?) ?, ?{SEAL}: ?(.*)")
ORIGIN = re.compile(
    r"^(# (?:memory: |offer: \d+ % ))(.+?)(?=, [0-9a-f]{6}(?:[0-9a-f]{4})?:?\s)", re.MULTILINE
)
CONFIDENCE = re.compile(r"machine (\d+(?:\.\d+)?)")
BEGINNINGS = ("machine:", "memory:", "changed:", "offer:")
VERSION = re.compile(r"\d[\w.]*")


@dataclass(frozen=True, slots=True)
class Machine:
    """Provenance: a machine's translation, or why there is none."""

    package: str  # "translate-en_tr 1.0"
    confidence: float | None
    digest: str  # of the msgstr that the machine gave; "" if absent
    failure: str  # the reason, "" if it did not fail
    sentence: str = ""  # the hash of the msgid that it was for; "" if absent

    def __str__(self) -> str:
        """Write the comment."""
        if self.failure:
            return f"machine: failed ({self.failure}), {self.package}"
        seal = self.digest + self.sentence
        return f"machine: {self.package}, confidence {self.confidence or 0:.2f}, {seal}"


@dataclass(frozen=True, slots=True)
class Memory:
    """Provenance: a translation of the same sentence, taken from another catalog."""

    catalog: str  # its name
    digest: str  # of the msgstr that was taken
    sentence: str = ""

    def __str__(self) -> str:
        """Write the comment."""
        return f"memory: {self.catalog}, {self.digest}{self.sentence}"


@dataclass(frozen=True, slots=True)
class Offer:
    """A suggestion for a person, which is never built."""

    origin: str  # "machine 0.71"; "82 % open-council-data"
    words: str  # on one line
    sentence: str = ""

    @property
    def by_machine(self) -> bool:
        """Whether a machine gave it, no memory."""
        return self.confidence is not None

    @property
    def confidence(self) -> float | None:
        """How sure the machine was, None if none gave it."""
        found = CONFIDENCE.fullmatch(self.origin)
        return float(found[1]) if found else None

    def __str__(self) -> str:
        """Write the comment."""
        return f"offer: {self.origin}, {_bare(self.words)}{self.sentence}: {self.words}"


@dataclass(frozen=True, slots=True)
class Changed:
    """How a sentence differs from the one that its translation was made for."""

    differences: str  # '"12" → "14", "not" gone'

    def __str__(self) -> str:
        """Write the comment."""
        return f"changed: {self.differences}"


Comment = Machine | Memory | Changed | Offer


def sort(lines: Sequence[str]) -> tuple[tuple[Comment, ...], tuple[str, ...]]:
    """Return the program's comments and the lines that people wrote, each in their order."""
    return _sorted(tuple(lines))


@lru_cache(maxsize=512)  # whoever looks at an entry asks several times
def _sorted(lines: tuple[str, ...]) -> tuple[tuple[Comment, ...], tuple[str, ...]]:
    ours: list[Comment] = []
    theirs: list[str] = []
    at = 0
    while at < len(lines):
        if lines[at].lstrip().startswith(BEGINNINGS) and (found := _ours(lines, at)):
            comment, at = found
            ours.append(comment)
        else:
            theirs.append(lines[at])
            at += 1
    return tuple(ours), tuple(theirs)


def renamed(text: str, names: Mapping[str, str]) -> str:
    """Return a catalog's text with comments that name other catalogs by their new names."""
    return ORIGIN.sub(lambda match: match[1] + names.get(match[2], match[2]), text)


def digest(words: str) -> str:
    """Return the short hash by which words that the program gave are known again."""
    return _hash(words)[:6]


def sentence(msgid: str) -> str:
    """Return the shorter hash by which a sentence is known again, whatever the style of quotes."""
    return _hash(straight(msgid))[:4]


def one_line(text: str) -> str:
    """Return a text without line ends, control characters and wide spaces."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", text).split())


@lru_cache(maxsize=1024)  # likewise
def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _bare(words: str) -> str:
    """Return the hash of an offer: where a line was broken there may be a space or none."""
    return digest("".join(words.split()))


def _ours(lines: Sequence[str], start: int) -> tuple[Comment, int] | None:
    """Return the comment that starts at a line, and where the next one does."""
    read = READERS[lines[start].lstrip().partition(":")[0]]
    joined = ""
    for end, line in enumerate(lines[start : start + WRAPPED], start + 1):
        if joined and line.lstrip().startswith(BEGINNINGS):
            break
        joined = f"{joined} {' '.join(line.split())}".strip()
        found = read(joined)
        if found and not _goes_on(found, lines[end : end + 1]):
            return found, end
    return None


def _goes_on(comment: Comment, following: Sequence[str]) -> bool:
    """Tell if a line was broken within the package, with which a failure ends."""
    if not isinstance(comment, Machine) or not comment.failure:
        return False
    version = any(VERSION.fullmatch(line.strip()) for line in following)
    return bool(following) and (version or comment.package.endswith("-"))


def _machine(comment: str) -> Machine | None:
    if failed := FAILED.fullmatch(comment):
        return Machine(failed[2], None, "", failed[1])
    if found := DRAFTED.fullmatch(comment):
        return Machine(found[1], float(found[2]), found[3] or "", "", found[4] or "")
    return None


def _memory(comment: str) -> Memory | None:
    found = RECALLED.fullmatch(comment)
    return Memory(found[1], found[2], found[3] or "") if found else None


def _changed(comment: str) -> Changed | None:
    found = CHANGED.fullmatch(comment)
    return Changed(found[1]) if found else None


def _offer(comment: str) -> Offer | None:
    found = OFFER.fullmatch(comment)
    if found is None or _bare(found[4]) != found[2]:  # not whole yet, or a person changed it
        return None
    return Offer(found[1], found[4], found[3] or "")


READERS: dict[str, Callable[[str], Comment | None]] = {
    "machine": _machine,
    "memory": _memory,
    "changed": _changed,
    "offer": _offer,
}
