"""What is in an export: found in one pass over its bytes, whatever its size."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from xml.parsers import expat

from translate.errors import TranslateError
from translate.page import MARKER

SNIFFED = 64 * 1024  # bytes of a file in which it says what it is
_SIGNS = re.compile(rb"wordpress\.org/export/|<wp:wxr_version>|WordPress eXtended RSS")
_CHUNK = 1 << 20
# What is noted of an item, and of a term of the header.
_NOTED = frozenset(
    "title link wp:post_id wp:post_type wp:status wp:post_name wp:term_id wp:term_taxonomy"
    " wp:term_slug wp:term_description wp:base_blog_url wp:base_site_url wp:wxr_version"
    " wp:meta_key wp:meta_value".split()
)
# Meta fields of translation plugins: the language, and what all versions of a post share.
LANGUAGE_KEYS = ("_icl_lang_code", "_wpml_import_language_code", "_wpml_language")
ORIGINAL_KEY = "_also_in_turkish"  # ours, on a Turkish post: what it is a version of
GROUP_KEYS = ("trid", "_wpml_import_translation_group", "_wpml_trid")


@dataclass(slots=True)
class Item:
    """An `<item>`: where it stands, and what is known of it without reading its content."""

    start: int  # in bytes
    line: int
    end: int = 0
    id: int = 0
    type: str = "post"
    status: str = "publish"
    slug: str = ""
    link: str = ""
    language: str = ""  # as a translation plugin has it
    group: str = ""  # likewise, of the versions of a post
    original: str = ""  # what it is a version of, as `signature` writes it
    tagged: bool = False  # whether it has these as terms, as Polylang does it

    @property
    def signature(self) -> str:
        """What Turkish versions know it by: an id alone is another post's on another site."""
        return f"{self.id} {self.slug}"


@dataclass(slots=True)
class Term:
    """A `<wp:term>` of the header."""

    id: str = ""
    taxonomy: str = ""
    slug: str = ""
    description: str = ""


@dataclass(slots=True)
class Export:
    """What an export holds."""

    path: Path
    encoding: str = "utf-8"
    items: list[Item] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    site: str = ""
    end: int = 0  # of the last item
    last_term: int = 0  # the highest id of a category, tag or other term


def is_export(path: Path) -> bool:
    """Tell if an XML file is an export of WordPress, by its first bytes."""
    try:
        with path.open("rb") as file:
            start = file.read(SNIFFED)
    except OSError:
        return True  # reading it tells what is wrong
    return bool(_SIGNS.search(start.replace(b"\0", b"")))


def is_ours(path: Path) -> bool:
    """Tell if we wrote an export: its first lines say so."""
    with path.open("rb") as file:
        return MARKER.encode() in file.read(1024)


def scan(path: Path) -> Export:
    """Return what is in an export.

    Raises `TranslateError` for one that is broken or cut off, or that declares entities.
    """
    found = _Scan(Export(path))
    try:
        with path.open("rb") as file:
            found.read(file)
            file.seek(0)
            found.order(file.read(2))
    except OSError as error:
        raise TranslateError(
            f"{path}: cannot be read ({error.strerror}): check its rights"
        ) from error
    except expat.ExpatError as error:
        reason = expat.errors.messages.get(error.code, "broken XML")
        raise TranslateError(
            f"{path}: line {error.lineno}: broken XML ({reason}): export it again, or mend the line"
        ) from error
    if not found.is_export:
        raise TranslateError(f"{path}: no export of WordPress: Tools → Export makes one")
    return found.export


def text(file: IO[bytes], export: Export, start: int, end: int) -> str:
    """Return a range of an export."""
    file.seek(start)
    return file.read(end - start).decode(export.encoding)


class _Scan:
    """Handlers of expat; the words of an element are heard only while one is noted."""

    def __init__(self, export: Export) -> None:
        self.export = export
        self.is_export = False
        self.path: list[str] = []
        self.words: list[str] = []
        self.key = ""
        self.item: Item | None = None
        self.done: Item | None = None  # one of which the end is where the next thing begins
        self.term: Term | None = None
        self.parser = expat.ParserCreate()
        self.parser.XmlDeclHandler = self._declared
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    def read(self, file: IO[bytes]) -> None:
        while chunk := file.read(_CHUNK):
            self.parser.Parse(chunk, False)
        self.parser.Parse(b"", True)

    def order(self, start: bytes) -> None:
        """Note the order of bytes in UTF-16: only the first two of the file tell it."""
        if self.export.encoding in ("utf-16", "utf16"):
            big = start in (b"\xfe\xff", b"\0<")
            self.export.encoding = "utf-16-be" if big else "utf-16-le"

    def _declared(self, _: str, encoding: str | None, __: int) -> None:
        self.export.encoding = (encoding or "utf-8").lower()

    def _doctype(self, *_: object) -> None:
        raise TranslateError(
            f"{self.export.path}: declares a document type, which exports have not and which can "
            "hide entities: remove the <!DOCTYPE …>"
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._after_item()
        self.path.append(name)
        depth = len(self.path)
        if name == "item" and depth == 3:
            self.item = Item(self.parser.CurrentByteIndex, self.parser.CurrentLineNumber)
        elif name == "wp:term" and depth == 3:
            self.term = Term()
        elif name == "category" and self.item and depth == 4:
            self._category(attributes)
        if name in _NOTED and depth <= 5:
            self.words.clear()
            self.parser.CharacterDataHandler = self.words.append

    def _after_item(self, _: str = "") -> None:
        if self.done:
            self.done.end = self.export.end = self.parser.CurrentByteIndex
            self.done = None
            self.parser.CharacterDataHandler = None

    def _category(self, attributes: dict[str, str]) -> None:
        item, slug = self.item, attributes.get("nicename", "")
        if item and attributes.get("domain") == "language":
            item.language, item.tagged = slug, True
        elif item and attributes.get("domain") == "post_translations":
            item.group, item.tagged = slug, True

    def _end(self, name: str) -> None:
        self._after_item()
        depth = len(self.path)
        self.path.pop()
        words = "".join(self.words).strip() if self.parser.CharacterDataHandler else ""
        self.parser.CharacterDataHandler = None
        if self.item and depth == 4:
            _note(self.item, name, words)
        elif self.item and depth == 5 and self.path[-1] == "wp:postmeta":
            self._meta(self.item, name, words)
        elif depth == 4:
            if name == "wp:term_id" and words.isdecimal():
                self.export.last_term = max(self.export.last_term, int(words))
            if self.term:
                _note_term(self.term, name, words)
        elif depth == 3:
            self._whole(name, words)

    def _meta(self, item: Item, name: str, words: str) -> None:
        if name == "wp:meta_key":
            self.key = words
        elif self.key == ORIGINAL_KEY:
            item.original = words
        elif self.key in LANGUAGE_KEYS:
            item.language = item.language or words
        elif self.key in GROUP_KEYS:
            item.group = item.group or words

    def _whole(self, name: str, words: str) -> None:
        export = self.export
        if name == "item" and self.item:
            export.items.append(self.item)
            self.item, self.done = None, self.item
            self.parser.CharacterDataHandler = self._after_item
        elif name == "wp:term" and self.term:
            export.terms.append(self.term)
            self.term = None
        elif name == "wp:wxr_version":
            self.is_export = True
        elif name in ("wp:base_blog_url", "wp:base_site_url"):
            export.site = words or export.site
        elif name == "link":
            export.site = export.site or words


def _note(item: Item, name: str, words: str) -> None:
    """Note what an element of an item says."""
    match name:
        case "wp:post_id":
            item.id = int(words) if words.isdecimal() else 0
        case "wp:post_type":
            item.type = words
        case "wp:status":
            item.status = words
        case "wp:post_name":
            item.slug = words
        case "link":
            item.link = words


def _note_term(term: Term, name: str, words: str) -> None:
    match name:
        case "wp:term_id":
            term.id = words
        case "wp:term_taxonomy":
            term.taxonomy = words
        case "wp:term_slug":
            term.slug = words
        case "wp:term_description":
            term.description = words
