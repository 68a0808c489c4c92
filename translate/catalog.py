"""Catalogs: .po files, read strictly and written back.

polib escapes and unescapes the strings. It does not read the files: it takes one that was cut off
for whole, and it cannot say which bytes an entry had. What a run does not change is written back
as those bytes; what it does change is written as `msgcat --no-wrap` would write it.
"""

import os
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple, NoReturn
from urllib.parse import quote, unquote

import polib

from translate.comments import BEGINNINGS, one_line
from translate.entry import Entry, remarks
from translate.errors import TranslateError
from translate.files import Seen, walk, write_whole

BOM = "\ufeff"
REFERENCE_WIDTH = 79  # of a "#:" line, in bytes: msgcat counts so
REMEDY = "mend the line or restore the file"
CONVERT = "convert it with `msgconv -t UTF-8 -o FILE FILE`"
UTF_8 = ("UTF-8", "UTF8")

LINE = re.compile(r"[^\n]*\n|[^\n]+")
STRING = re.compile(
    r"""(msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]{1,2}\])?)? \s*
        "((?:[^"\\]++|\\[\\"bfnrtv])*+)" \s*""",
    re.VERBOSE,
)
LOOSE_STRING = re.compile(r'(?:msg[a-z_]+(?:\[[0-9]*\])?)?\s*"(?:[^"\\]++|\\.)*+(")?(.*)')
BAD_ESCAPE = re.compile(r'(?:[^\\]|\\[\\"bfnrtv])*+(\\.)')
CONFLICT = re.compile(r"(<{7}|\|{7}|={7}|>{7})(\s|$)")
REFERENCE = re.compile(r"(?:\u2068([^\u2068\u2069]*)\u2069|(\S+?))(?::([0-9]+))?(?=\s|$)")
REFERENCE_LINE = re.compile(r"^#:(.*)$", re.MULTILINE)
UNREFERABLE = re.compile("[\\s\\\\\x00-\x1f\x7f\u2068\u2069\ud800-\udfff]")
# Babel takes lines of "#|" for comments, and writes them so.
BABEL_PREVIOUS = re.compile(r'# \|(?= (?:msgctxt |msgid |msgid_plural )?".*"$)')
CHARSET = re.compile(r"charset=([\w.:-]+)")
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
JOINT = re.compile(r'"[^\S\n]*\n[^\S\n]*"')  # between the lines of a string
LAST_TRANSLATOR = re.compile(r"^(?:msgstr \")?Last-Translator:([^\n]*)", re.MULTILINE)
ADDRESS = re.compile(r"<[^>]*>?")
UNNAMED = ("Automatically generated", "FULL NAME")  # what gettext's programs write

FOLLOWS = {
    "": ("msgctxt", "msgid"),
    "msgctxt": ("msgid",),
    "msgid": ("msgid_plural", "msgstr"),
    "msgid_plural": ("msgstr[0]",),
}


@dataclass(frozen=True, slots=True)
class Catalog:
    """A .po file. Written unchanged, it is the file that it was read from, byte for byte."""

    header: str  # the header entry as it stands in the file, comments above it included; "" if none
    entries: tuple[Entry, ...]
    newline: str = "\n"
    bom: bool = False
    tail: str = ""  # what stands after the last entry: blank lines, comments


# Reading


def new(project: str) -> Catalog:
    """Return a catalog without entries. It names no date, so that it is the same at any time."""
    fields = {
        "Project-Id-Version": one_line(project),
        # There is no POT-Creation-Date: Babel fails on one that is not a date, msgfmt misses none.
        # A person's first: until then no date that moves, and msgfmt warns of the placeholder.
        "PO-Revision-Date": "1970-01-01 00:00+0000",
        "Last-Translator": "Automatically generated",
        "Language-Team": "Turkish",
        "Language": "tr",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
        "X-Generator": "also-in-turkish",
    }
    msgstr = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return Catalog(_formatted(Entry("", msgstr)), ())


def translator(catalog: Catalog) -> str:
    """Return the name of who translated last, without e-mail address; "" for a placeholder."""
    header = polib.unescape(JOINT.sub("", catalog.header))
    found = LAST_TRANSLATOR.search(header)
    name = one_line(ADDRESS.sub("", found[1].removesuffix('"'))) if found else ""
    return "" if "@" in name or name in UNNAMED else name


def read(path: Path) -> Catalog | None:
    """Return the catalog in a file, None if there is no such file.

    Raises `TranslateError` for one that cannot be read, is broken or cut off.
    """
    try:
        if path.exists() and not path.is_file():  # a pipe would be read for ever
            raise TranslateError(f"{path}: cannot be read (not a file): move it away")
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        reason = error.strerror or error
        raise TranslateError(f"{path}: cannot be read ({reason}): check the path") from error
    return decode(path, data)


def decode(path: Path, data: bytes) -> Catalog:
    """Return the catalog that a file's bytes hold; its `TranslateError` names the file."""
    try:
        return parse(data.decode())
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TranslateError(f"{path}: line {line}: not UTF-8: {_conversion(data)}") from error
    except TranslateError as error:
        raise TranslateError(f"{path}: {error}") from error


def _conversion(data: bytes) -> str:
    """Return what to do about bytes that are not UTF-8; msgconv converts what the header says."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "convert it with `iconv -f UTF-16 -t UTF-8 FILE >NEW`"
    charset = CHARSET.search(data.decode(errors="replace"))
    if charset and charset[1].upper() not in UTF_8:
        return CONVERT
    return (
        f"convert it, if it is Latin-5 with `iconv -f ISO-8859-9 -t UTF-8 FILE >NEW`, or {REMEDY}"
    )


def parse(text: str) -> Catalog:
    """Return the catalog that a file's text holds.

    Raises `TranslateError`, with the line, for one that is broken or cut off.
    """
    body = text.removeprefix(BOM)
    _refuse_characters(body)
    found, tail = _readings(body)
    if not found:
        raise TranslateError("holds no entry: restore the file, or delete it to begin anew")
    _refuse_doubles(found)
    header = _header(found)
    return Catalog(
        header=header,
        entries=tuple(reading.entry() for reading in found[bool(header) :]),
        newline="\r\n" if re.match(r"[^\n]*\r\n", body) else "\n",
        bom=body != text,
        tail=tail,
    )


def _refuse_characters(text: str) -> None:
    if bad := re.search(r"\x00|\r(?!\n)", text):
        line = text.count("\n", 0, bad.start()) + 1
        if bad[0] == "\x00":
            _refuse(line, f"a NUL byte: {REMEDY}")
        _refuse(line, "a lone carriage return: save the file with line ends of one kind")


def _refuse_doubles(found: Iterable["_Reading"]) -> None:
    seen: dict[tuple[str | None, str], int] = {}
    for reading in found:
        first = seen.setdefault((reading.text("msgctxt"), reading.msgid), reading.line)
        if first != reading.line:
            what = "msgid" if reading.msgid else "header"
            remedy = "merge the two entries with `msguniq`, or remove one"
            _refuse(reading.line, f"the same {what} as in line {first}: {remedy}")


def _header(found: Sequence["_Reading"]) -> str:
    for reading in found:
        if reading.msgid or reading.obsolete or "msgctxt" in reading.fields:
            continue
        if reading is not found[0]:
            _refuse(reading.line, "the header is not the first entry: move it to the top")
        charset = CHARSET.search(reading.text("msgstr") or "")
        if charset is None or charset[1] == "CHARSET":  # as a template has it
            _refuse(reading.line, "the header names no charset: write charset=UTF-8 there")
        if charset[1].upper() not in UTF_8:
            _refuse(reading.line, f"the charset is {charset[1]}, not UTF-8: {CONVERT}")
        return reading.raw
    return ""


def _refuse(line: int, what: str) -> NoReturn:
    raise TranslateError(f"line {line}: {what}")


class _Token(NamedTuple):
    """A line: what kind it is of, and what it says."""

    kind: str  # "#", "#.", "#:", "#,", "#|", or "" for a line of the message itself
    text: str
    keyword: str = ""  # of a message or "#|" line; "" where a string goes on
    obsolete: bool = False

    @property
    def opens(self) -> bool:
        """Whether an entry can begin here."""
        return bool(self.kind) or self.keyword in FOLLOWS[""]


@dataclass(slots=True)
class _Reading:
    """An entry while its lines are read."""

    comments: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    references: list[tuple[str, str]] = field(default_factory=list)
    previous: dict[str, list[str]] = field(default_factory=dict)
    fields: dict[str, list[str]] = field(default_factory=dict)
    last: str = ""  # keyword of the field that is being read
    last_previous: str = ""
    line: int = 0  # of the first keyword
    obsolete: bool = False
    raw: str = ""

    @property
    def done(self) -> bool:
        return self.last.startswith("msgstr")

    @property
    def msgid(self) -> str:
        return self.text("msgid") or ""

    def text(self, keyword: str) -> str | None:
        return "".join(self.fields[keyword]) if keyword in self.fields else None

    def add(self, token: _Token, line: int) -> None:
        if token.kind and self.last:
            _refuse(line, f"a comment amid the entry of line {self.line}: {REMEDY}")
        match token.kind:
            case "#":
                self.comments.append(token.text)
            case "#.":
                self.notes.append(token.text)
            case "#:":
                self.references += _references(token.text)
            case "#,":
                self.flags += [flag for part in token.text.split(",") if (flag := part.strip())]
            case "#|":
                self.add_previous(token, line)
            case _:
                self.add_string(token, line)

    def add_previous(self, token: _Token, line: int) -> None:
        self.last_previous = token.keyword or self.last_previous
        if not self.last_previous:
            _refuse(line, f"a string without a keyword before it: {REMEDY}")
        self.previous.setdefault(self.last_previous, []).append(token.text)

    def add_string(self, token: _Token, line: int) -> None:
        if token.keyword and token.keyword not in _expected(self.last):
            place = f"after {self.last}" if self.last else "at the start of an entry"
            _refuse(line, f"{token.keyword} cannot stand {place}: {REMEDY}")
        if not token.keyword and not self.last:
            _refuse(line, f"a string without a keyword before it: {REMEDY}")
        if self.last and token.obsolete != self.obsolete:
            _refuse(line, f'an entry of which only some lines have "#~": {REMEDY}')
        self.line = self.line or line
        self.last = token.keyword or self.last
        self.obsolete = token.obsolete
        self.fields.setdefault(self.last, []).append(token.text)

    def entry(self) -> Entry:
        plural = "msgid_plural" in self.fields
        return Entry(
            msgid=self.msgid,
            msgstr=self.text("msgstr[0]" if plural else "msgstr") or "",
            flags=tuple(dict.fromkeys(self.flags)),
            previous="".join(self.previous.get("msgid", ())),
            comments=tuple(self.comments),
            notes=tuple(self.notes),
            references=tuple(self.references),
            obsolete=self.obsolete,
            raw=self.raw,
            msgctxt=self.text("msgctxt"),
            plural=plural,
            line=self.line,
        )


def _readings(text: str) -> tuple[list[_Reading], str]:
    """Return the entries, and what stands after them. Together their `raw` and it are the text."""
    found: list[_Reading] = []
    current, start, end = _Reading(), 0, 0
    for number, match in enumerate(LINE.finditer(text), 1):
        line = match[0].rstrip("\r\n").lstrip()
        if not line:
            continue
        token = _token(line, number)
        if current.done and token.opens:
            current.raw, start = text[start:end], end
            found.append(current)
            current = _Reading()
        current.add(token, number)
        end = match.end()
    if current.done:
        current.raw, start = text[start:end], end
        found.append(current)
    else:
        _refuse_cut(current, text.rstrip().count("\n") + 1)
    return found, text[start:]


def _refuse_cut(reading: _Reading, line: int) -> None:
    """Refuse an entry that ends with the file before it is whole; a lone comment may stay."""
    if reading.last:
        _refuse(reading.line, "the entry has no msgstr, the file is cut off: restore the file")
    ours = any(comment.startswith(BEGINNINGS) for comment in reading.comments)
    if ours or reading.notes or reading.references or reading.flags or reading.previous:
        _refuse(line, "comments without their entry, the file is cut off: restore the file")


def _token(line: str, number: int) -> _Token:
    if line.startswith("# |"):
        line = BABEL_PREVIOUS.sub("#|", line)
    obsolete, kind = line.startswith("#~"), ""
    if obsolete:
        line = line[2:].lstrip()
        line = "#" + line if line.startswith("|") or not line else line
    if line.startswith("#|"):
        kind, line = "#|", line[2:].lstrip()
    elif line.startswith("#"):
        return _comment(line)
    found = STRING.fullmatch(line)
    if found is None:
        _refuse(number, _fault(line))
    return _Token(kind, polib.unescape(found[2]), found[1] or "", obsolete)


def _comment(line: str) -> _Token:
    kind = line[:2]
    if kind == "#=":  # flags of the workflow, in catalogs of 2025 and later
        kind = "#,"
    if kind not in ("#.", "#:", "#,"):
        kind = "#"
    return _Token(kind, line[len(kind) :].removeprefix(" "))


def _fault(line: str) -> str:
    """Return what is wrong with a line that should be a string, and the remedy."""
    if CONFLICT.match(line):
        return "a conflict marker: merge the two sides by hand"
    found = LOOSE_STRING.fullmatch(line)
    if found is None:
        return f"neither a comment nor msgid, msgstr or a string: {REMEDY}"
    if not found[1]:
        return "the string is not closed, perhaps the file is cut off: restore the file"
    if found[2].strip():
        return f'text after the string (inside one, a quotation mark is \\"): {REMEDY}'
    if bad := BAD_ESCAPE.match(line):
        return f"{bad[1]} is no escape that is read here: write the character itself"
    return f"an unknown keyword: {REMEDY}"


def _expected(last: str) -> tuple[str, ...]:
    if last.startswith("msgstr["):
        return (f"msgstr[{int(last[7:-1]) + 1}]",)
    return FOLLOWS.get(last, ())


def _references(text: str) -> Iterator[tuple[str, str]]:
    for match in REFERENCE.finditer(text):
        yield (match[1] or match[2] or "").replace(" ", "%20"), match[3] or ""


# Where they are, and the posts they are of


def folder(locales: Path) -> Path:
    """Return where the catalogs of posts are."""
    return locales / "tr" / "LC_MESSAGES"


def path(locales: Path, name: str) -> Path:
    """Return where the catalog of a post is."""
    return folder(locales) / f"{name}.po"


def paths(locales: Path) -> list[Path]:
    """Return where the catalogs of all posts are, also of such as are gone."""
    return [path for path in walk(folder(locales)) if path.suffix == ".po"]


def name_of(path: Path, locales: Path) -> str:
    """Return the name of the post that a catalog is of."""
    return path.relative_to(folder(locales)).with_suffix("").as_posix()


def glossary_path(locales: Path) -> Path:
    """Return where the glossary is: it serves all catalogs."""
    return locales / "tr" / "glossary.po"


def root(locales: Path) -> Path:
    """Return the folder from which catalogs refer to posts: the one that holds the locales."""
    return locales.absolute().parent


def reference(path: Path, locales: Path) -> str:
    """Return the path of a post as `#:` gives it: from the folder that holds the locales folder."""
    return Path(os.path.relpath(path, root(locales))).as_posix()


def first_reference(text: str) -> str:
    """Return the first path to which the text of a catalog refers, "" if there is none."""
    found = REFERENCE_LINE.search(text)
    return next((path for path, _ in _references(found[1])), "") if found else ""


def referred(reference: str, locales: Path) -> tuple[Path, ...]:
    """Return the files that a reference may mean: its "%20" is a space, or is so called."""
    return tuple(root(locales) / name for name in dict.fromkeys((unquote(reference), reference)))


# Writing


def sources(catalog: Catalog) -> set[str]:
    """Return the paths to which a catalog refers."""
    return {source for entry in catalog.entries for source, _ in entry.references}


def refers(catalog: Catalog, path: str) -> bool:
    """Tell if a catalog is of a post, given as `#:` gives it, or does not say of which it is."""
    found = sources(catalog)
    return not found or _reference(path, "") in found


def renamed(catalog: Catalog, names: tuple[str, str], paths: tuple[str, str]) -> Catalog:
    """Return the catalog of a post that has another name and path now; all else keeps its bytes."""
    old, new = (f'"Project-Id-Version: {polib.escape(one_line(name))}\\n"' for name in names)
    entries = tuple(_led(entry, *paths) for entry in catalog.entries)
    return replace(catalog, header=catalog.header.replace(old, new), entries=entries)


def _led(entry: Entry, old: str, new: str) -> Entry:
    """Return an entry that refers to another path."""
    was, now = _reference(old, ""), _reference(new, "")
    references = tuple((now if path == was else path, line) for path, line in entry.references)
    if references == entry.references:
        return entry

    def led(match: re.Match[str]) -> str:
        ((path, line),) = _references(match[0])
        return _reference(now, line) if path == was else match[0]

    block, filled = ("\n".join(_filled(places)) for places in (entry.references, references))
    if block in entry.raw:
        raw = entry.raw.replace(block, filled, 1)
    else:  # another program filled the lines
        raw = REFERENCE_LINE.sub(lambda match: "#:" + REFERENCE.sub(led, match[1]), entry.raw)
    return replace(entry, references=references, raw=raw)


def write(path: Path, catalog: Catalog, over: Seen | None = None) -> bool:
    """Write a catalog whole or not at all, and only if its bytes differ; return whether it did.

    With `over`, raises `ChangedError` if the file holds something else than what was seen.
    """
    return write_whole(path, encode(path, catalog), over)


def encode(path: Path, catalog: Catalog) -> bytes:
    """Return the bytes of a catalog's file.

    Raises `TranslateError` for half a character, which no encoding can spell.
    """
    try:
        return dump(catalog).encode()
    except UnicodeEncodeError as error:
        remedy = "remove it from the post"
        raise TranslateError(f"{path}: half a character (a lone surrogate): {remedy}") from error


def dump(catalog: Catalog) -> str:
    """Return the text of a catalog's file.

    Entries that were read and not changed are copied. If any is new or changed, obsolete entries
    move to the end, and a file without a header gets one. New or changed obsolete entries in which
    nobody wrote anything are left out.
    """
    fresh = any(not entry.raw for entry in catalog.entries)
    entries = [entry for entry in catalog.entries if entry.raw or not _void(entry)]
    if fresh:
        entries.sort(key=lambda entry: entry.obsolete)
    pieces = [_Piece(catalog.header)] if catalog.header else []
    if fresh and not catalog.header:
        pieces = [_Piece(new("posts").header, fresh=True)]
    pieces += [_Piece(entry.raw or _formatted(entry), not entry.raw) for entry in entries]
    if catalog.tail.strip():
        pieces.append(_Piece(catalog.tail))
    body = _join(pieces, catalog.newline)
    return BOM * catalog.bom + body + ("" if catalog.tail.strip() else catalog.tail)


def _void(entry: Entry) -> bool:
    return entry.obsolete and not entry.msgstr and not remarks(entry)


class _Piece(NamedTuple):
    text: str
    fresh: bool = False  # made by us: line ends are still "\n", and no blank line is before it


def _join(pieces: Iterable[_Piece], newline: str) -> str:
    done: list[str] = []
    last = _Piece("\n")
    for piece in pieces:
        text = piece.text.replace("\n", newline) if piece.fresh else piece.text
        if not last.text.endswith("\n"):
            done.append(newline)
        if done and (piece.fresh or last.fresh) and not re.match(r"[^\S\n]*\n", text):
            done.append(newline)
        done.append(text)
        last = piece
    return "".join(done)


def _formatted(entry: Entry) -> str:
    """Return an entry as `msgcat --no-wrap` writes it; an obsolete one without "#." and "#:"."""
    mark, previous = ("#~ ", "#~| ") if entry.obsolete else ("", "#| ")
    lines = list(_comments("#", entry.comments))
    if not entry.obsolete:
        lines += _comments("#.", entry.notes)
        lines += _filled(entry.references)
    if flags := _flags(entry):
        lines.append(f"#, {', '.join(flags)}")
    if entry.previous:
        lines += _string(previous, "msgid", entry.previous)
    lines += _string(mark, "msgid", entry.msgid)
    lines += _string(mark, "msgstr", entry.msgstr)
    return "\n".join(lines) + "\n"


def _flags(entry: Entry) -> list[str]:
    flagged = entry.fuzzy and entry.msgstr  # msgcat drops the flag of an empty translation
    return ["fuzzy"] * bool(flagged) + [flag for flag in entry.flags if flag != "fuzzy"]


def _comments(sigil: str, comments: Iterable[str]) -> Iterator[str]:
    for comment in comments:
        for line in re.split(r"\r\n|\r|\n", comment):
            text = CONTROL.sub(" ", line)
            if text.endswith("\\"):  # gettext would take the next line for a part of this one
                text += " "
            yield f"{sigil} {text}" if text else sigil


def _filled(references: Iterable[tuple[str, str]]) -> Iterator[str]:
    line = "#:"
    for reference in dict.fromkeys(_reference(*pair) for pair in references):
        if line != "#:" and len(f"{line} {reference}".encode()) > REFERENCE_WIDTH:
            yield line
            line = "#:"
        line += f" {reference}"
    if line != "#:":
        yield line


def _reference(path: str, line: str) -> str:
    safe = UNREFERABLE.sub(lambda match: quote(match[0], errors="surrogateescape"), path)
    return f"{safe}:{line}" if line else safe


def _string(mark: str, keyword: str, text: str) -> Iterator[str]:
    lines = [f'"{polib.escape(line)}"' for line in LINE.findall(text)]
    if len(lines) != 1:
        lines.insert(0, '""')
    yield f"{mark}{keyword} {lines[0]}"
    yield from (mark + line for line in lines[1:])
