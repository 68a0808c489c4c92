"""Catalogs → the units that are reviewed in them, quickly: a run reads hundreds of thousands anew.

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
from translate.memory import Rank, Unit

TEXT = r'[^"\\\n]*+(?:\\[\\"bfnrtv][^"\\\n]*+)*+'
ENTRY = re.compile(
    rf"""\n*+
    ((?:\#(?!~).*\n)*+)
    (?: msgid\ "({TEXT}(?:"\n"{TEXT})*+)"\n
        msgstr\ "({TEXT}(?:"\n"{TEXT})*+)"
    |   (?:\#~\|.*\n)*+
        \#~\ msgid\ "({TEXT}(?:"\n\#~\ "{TEXT})*+)"\n
        \#~\ msgstr\ "({TEXT}(?:"\n\#~\ "{TEXT})*+)"
    )(?:\n|\Z)""",
    re.VERBOSE,
)
FUZZY = re.compile(r"^#[,=](?:.*,)?[ \t]*fuzzy[ \t]*(?:,|$)", re.MULTILINE)
MARKS = (".", ":", ",", "=", "|")  # of comments that no translator writes


class Reviewed(NamedTuple):
    """What is reviewed in a catalog, also what is gone from its post."""

    units: list[Unit]
    reference: str = ""  # the path of its post as "#:" gives it, "" if it does not


def read(path: Path, name: str) -> Reviewed:
    """Return what is reviewed in a catalog, called `name`; nothing if there is no such file.

    Raises `TranslateError` for a file that is no catalog, or a broken one.
    """
    try:
        text = path.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        text = ""
    quick = parse(text, name)
    if quick is not None:
        return quick
    found = catalog.read(path)
    return of(found.entries if found else (), name)


def parse(text: str, name: str) -> Reviewed | None:
    """Return what is reviewed in a catalog's text, None if it has entries of rare forms."""
    body = text.removeprefix(BOM).replace("\r\n", "\n")
    found, at = [], 0
    while entry := ENTRY.match(body, at):
        at = entry.end()
        above, msgid, msgstr, old_msgid, old_msgstr = entry.groups()
        if "fuzzy" in above and FUZZY.search(above):
            continue
        source, target = _string(msgid or old_msgid or ""), _string(msgstr or old_msgstr or "")
        if source and target.strip():
            elsewhere = _elsewhere(above, target) if "memory:" in above else ""
            found.append(_unit(source, target, name, elsewhere, msgid is None))
    if not at or body[at:].strip() or "\r" in body or "\0" in body:
        return None
    return Reviewed(found, catalog.first_reference(body))


def of(entries: Sequence[Entry], name: str) -> Reviewed:
    """Return what is reviewed of the entries of a catalog, called `name`."""
    units = [
        _unit(entry.msgid, entry.msgstr, name, _taken(entry.comments, entry.msgstr), entry.obsolete)
        for entry in entries
        if entry.msgid and entry.msgstr.strip() and not entry.fuzzy and not entry.foreign
    ]
    references = (path for entry in entries for path, _ in entry.references)
    return Reviewed(units, next(references, ""))


def _unit(source: str, target: str, name: str, elsewhere: str, obsolete: bool) -> Unit:
    rank = Rank.TAKEN if elsewhere else Rank.DECIDED
    return Unit(source, target, elsewhere or name, rank, name, obsolete)


def _string(text: str) -> str:
    if "\n" in text:
        text = text.replace('"\n#~ "', "").replace('"\n"', "")
    if text.count("\\") == text.count('\\"'):  # of escapes, quotes are by far the most
        return text.replace('\\"', '"')
    return polib.unescape(text)


def _elsewhere(above: str, msgstr: str) -> str:
    lines = [line[1:].removeprefix(" ") for line in above.split("\n") if line[1:2] not in MARKS]
    return _taken(lines, msgstr)


def _taken(lines: Iterable[str], msgstr: str) -> str:
    """Return the catalog that words were taken from, "" if a person has changed them since."""
    ours, _ = comments.sort(tuple(lines))
    made = next((comment for comment in ours if isinstance(comment, Memory)), None)
    return made.catalog if made and made.digest == comments.digest(msgstr) else ""
