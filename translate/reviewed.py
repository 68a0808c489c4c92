"""Catalogs → their reviewed sentences, quickly: a run reads hundreds of thousands anew.

One pattern knows the usual form of an entry. A file that has anything else in it is left to
`catalog.py`, which reads it or says what is wrong with it.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import polib

from translate import catalog, comments
from translate.catalog import BOM
from translate.comments import Memory
from translate.entry import Entry

STRING = r'"[^"\\\n]*+(?:\\[\\"bfnrtv][^"\\\n]*+)*+"'
ENTRY = re.compile(
    rf"""\n*+
    ((?:\#(?!~).*\n)*+)
    (?: msgid\ ({STRING}(?:\n{STRING})*+)\n
        msgstr\ ({STRING}(?:\n{STRING})*+)
    |   (?:\#~\|.*\n)*+
        \#~\ msgid\ ({STRING}(?:\n\#~\ {STRING})*+)\n
        \#~\ msgstr\ ({STRING}(?:\n\#~\ {STRING})*+)
    )(?:\n|\Z)""",
    re.VERBOSE,
)
FUZZY = re.compile(r"^#[,=](?:.*,)?[ \t]*fuzzy[ \t]*(?:,|$)", re.MULTILINE)
MARKS = (".", ":", ",", "=", "|")  # of comments that no translator writes


class Sentence(NamedTuple):
    """A sentence and the translation that a person decided on."""

    msgid: str
    msgstr: str
    elsewhere: str = ""  # the catalog whose decision was taken over, "" if it was made here
    obsolete: bool = False


class Reviewed(NamedTuple):
    """What is reviewed in a catalog, also what is gone from its post."""

    sentences: list[Sentence]
    reference: str = ""  # the path of its post as "#:" gives it, "" if it does not


def read(path: Path) -> Reviewed:
    """Return what is reviewed in a catalog; nothing if there is no such file.

    Raises `TranslateError` for a file that is no catalog, or a broken one.
    """
    try:
        text = path.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        text = ""
    quick = parse(text)
    if quick is not None:
        return quick
    found = catalog.read(path)
    return of(found.entries if found else ())


def parse(text: str) -> Reviewed | None:
    """Return what is reviewed in a catalog's text, None if it has entries of rare forms."""
    body = text.removeprefix(BOM).replace("\r\n", "\n")
    found, at = [], 0
    while entry := ENTRY.match(body, at):
        at = entry.end()
        above, msgid, msgstr, old_msgid, old_msgstr = entry.groups()
        if "fuzzy" in above and FUZZY.search(above):
            continue
        source, target = _string(msgid or old_msgid), _string(msgstr or old_msgstr)
        if source and target.strip():
            found.append(Sentence(source, target, _elsewhere(above, target), msgid is None))
    if not at or body[at:].strip() or "\r" in body or "\0" in body:
        return None
    return Reviewed(found, catalog.first_reference(body))


def of(entries: Sequence[Entry]) -> Reviewed:
    """Return what is reviewed of a catalog's entries."""
    sentences = [
        Sentence(entry.msgid, entry.msgstr, _taken(entry.comments, entry.msgstr), entry.obsolete)
        for entry in entries
        if entry.msgid and entry.msgstr.strip() and not entry.fuzzy and not entry.foreign
    ]
    references = (path for entry in entries for path, _ in entry.references)
    return Reviewed(sentences, next(references, ""))


def _string(quoted: str) -> str:
    if "\n" in quoted:
        quoted = quoted.replace('"\n#~ "', "").replace('"\n"', "")
    text = quoted[1:-1]
    return polib.unescape(text) if "\\" in text else text


def _elsewhere(above: str, msgstr: str) -> str:
    if "memory:" not in above:
        return ""
    lines = [line[1:].removeprefix(" ") for line in above.split("\n") if line[1:2] not in MARKS]
    return _taken(lines, msgstr)


def _taken(lines: Iterable[str], msgstr: str) -> str:
    """Return the catalog that words were taken from, "" if a person has changed them since."""
    ours, _ = comments.sort(tuple(lines))
    made = next((comment for comment in ours if isinstance(comment, Memory)), None)
    return made.catalog if made and made.digest == comments.digest(msgstr) else ""
