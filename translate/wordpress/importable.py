"""Turkish posts → an export that WordPress imports: one with these posts and nothing else.

What its importer does is why some of it is as it is. It takes a post for one that is there already
if title, date and type are the same; it makes the terms that are missing and leaves others alone;
Polylang's addition to it writes the description of every group of versions in the file to the
site, so that only groups that gain a Turkish post may be in it.
"""

import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO

from translate.page import MARKER, Links
from translate.wordpress import export, item, plugins, slugs, xml
from translate.wordpress.export import (
    GROUP_KEYS,
    LANGUAGE_KEYS,
    ORIGINAL_KEY,
    Export,
    Item,
    Term,
)
from translate.wordpress.plugins import Plugin
from translate.wordpress.xml import Element

IN_MEMORY = 8 << 20  # bytes of posts; more go to a temporary file
_CHUNK = 1 << 20
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_ENCODING = re.compile(r"""(encoding\s*=\s*["'])[^"']*""")
_TIME = "%Y-%m-%d %H:%M:%S"
# What a reference to a post consists of: by the first three the importer finds it.
_REFERENCE = frozenset(
    "title wp:post_date wp:post_type wp:post_id wp:post_date_gmt wp:post_name wp:status link guid"
    " dc:creator category".split()
)
# Taxonomies that the importer, or Polylang's addition to it, would write back over the site's.
_LEFT_OUT = ("post_translations", "term_translations", "nav_menu")
# Meta fields that are about the English post alone: its editor, its addresses, what was fetched
# for it, and page builders' copies of its content.
_OWN_META = re.compile(
    r"_edit_last|_edit_lock|_wp_old_(?:slug|date)|_pingme|_encloseme|_oembed_.*|_elementor_.*"
    r"|_wpml_.*|_icl_.*|_yoast_wpseo_canonical|rank_math_canonical_url|_aioseo_canonical_url"
    r"|_seopress_robots_canonical|_genesis_canonical_uri"
)


@dataclass(slots=True)
class _Edits:
    """Changes to a text, by the ranges that they replace."""

    text: str
    made: list[tuple[int, int, str]] = field(default_factory=list)

    def set(self, element: Element, name: str, words: str) -> None:
        """Give a child other words; make it if it is missing."""
        child = element.child(name)
        if child is None:
            self.add(element, f"<{name}>{xml.cdata(words)}</{name}>")
        elif child.stop == child.inside and child.end == child.stop:  # <name/>
            self.made.append((child.start, child.end, f"<{name}>{xml.in_text(words)}</{name}>"))
        else:
            plain = "<![CDATA[" not in self.text[child.inside : child.stop]
            written = xml.in_text(words) if plain else xml.cdata(words)
            self.made.append((child.inside, child.stop, written))

    def add(self, element: Element, child: str) -> None:
        """Add a child at the end of an element, on a line of its own."""
        at = element.children[-1].end if element.children else element.inside
        first = element.children[0].start if element.children else at
        indent = re.search(r"\r?\n[ \t]*\Z", self.text[:first])
        self.made.append((at, at, (indent[0] if indent else "") + child))

    def remove(self, element: Element) -> None:
        """Take out an element and the white space before it."""
        self.made.append((xml.before(self.text, element), element.end, ""))

    def done(self) -> str:
        """Return the text with all changes made."""
        pieces, at = [], 0
        for start, end, words in sorted(self.made, key=lambda edit: edit[:2]):
            pieces += [self.text[at:start], words]
            at = max(at, end)
        return "".join([*pieces, self.text[at:]])


@contextmanager
def collecting(path: Path, plugin: Plugin | None) -> Iterator["Importable"]:
    """Open an export to collect the Turkish versions of its posts."""
    source = export.scan(path)
    with path.open("rb") as file, tempfile.SpooledTemporaryFile(IN_MEMORY) as posts:
        yield Importable(source, plugin, file, posts)


class Importable:
    """The Turkish posts of an export while they are collected, and the file that they become."""

    def __init__(
        self, source: Export, plugin: Plugin | None, file: IO[bytes], posts: IO[bytes]
    ) -> None:
        self.source = source
        self.plugin = plugin or plugins.used(self.source)
        self.code = plugins.turkish_code(self.source)
        self.english = plugins.english_code(self.source)
        self.known_groups = {
            term.slug: term
            for term in reversed(self.source.terms)
            if term.taxonomy == "post_translations"
        }
        self.numbers = {name: number for number, name in enumerate(item.names(self.source))}
        self.ids = ids(self.source.items)
        there = plugins.turkish(source)
        self.pages = {
            str(each.id): str(there.get(each.group, made))
            for each, made in zip(self.source.items, self.ids, strict=True)
            if each.type == "page"
        }
        self.taken = {each.slug for each in self.source.items if each.slug}
        self.groups: list[Term] = []
        self.count = 0
        self._file = file  # the export
        self._posts = posts  # the items that are added

    def links(self, name: str) -> Links:
        """Return where an item and its Turkish version are."""
        number = self.numbers[name]
        return Links(self.source.items[number].link, self._link(number), absolute=True)

    def refer(self, name: str) -> None:
        """Add the English post, by name alone, if it is in no group of versions yet.

        The importer finds it on the site by title, date and type and gives it the terms, nothing
        else; were it gone from there, an empty draft would be made.
        """
        number = self.numbers[name]
        original = self.source.items[number]
        if self.plugin is not Plugin.POLYLANG or original.group:
            return
        text = export.text(self._file, self.source, original.start, original.end)
        edits, element = _Edits(text), xml.parse(text).children[0]
        for child in element.children:
            other = child.name == "category" and child.get("domain") != "language"
            if other or child.name not in _REFERENCE:
                edits.remove(child)
        edits.set(element, "wp:status", "draft")
        group = plugins.group(self.source, original)
        if not original.language:
            edits.add(element, _category("language", self.english, "English"))
        edits.add(element, _category("post_translations", group, group))
        self._posts.write(f"\n\t{edits.done()}".encode())

    def add(self, name: str, text: str, reviewed: bool) -> None:
        """Add the Turkish version of an item: its text with Turkish words in it.

        One that is not reviewed in full becomes a draft, whatever the English post is.
        """
        number = self.numbers[name]
        original, edits = self.source.items[number], _Edits(text)
        element = xml.parse(text).children[0]
        title = xml.value(text, element.child("title"))
        slug = slugs.unique(slugs.slug(title) or f"{original.slug}-tr", self.taken)
        self.taken.add(slug)
        fields = {
            "wp:post_id": str(self.ids[number]),
            "wp:post_name": slug,
            "link": self._link(number),
            "guid": self._link(number),
        }
        if not reviewed:
            fields["wp:status"] = "draft"
        fields |= self._parent(text, element)
        fields |= self._date(number, text, element, title)
        for field_name, words in fields.items():
            edits.set(element, field_name, words)
        self._taxonomies(edits, element, number)
        self._metas(edits, element, original)
        self._posts.write(f"\n\t{edits.done()}".encode())
        self.count += 1

    def chunks(self) -> Iterator[bytes]:
        """Yield the file, in UTF-8."""
        items = self.source.items
        head = export.text(self._file, self.source, 0, items[0].start if items else 0)
        yield self._head(head.removeprefix("\ufeff").rstrip()).encode()
        self._posts.seek(0)
        while chunk := self._posts.read(_CHUNK):
            yield chunk
        self._file.seek(0, 2)
        yield export.text(self._file, self.source, self.source.end, self._file.tell()).encode()

    def _link(self, number: int) -> str:
        kind = "page_id" if self.source.items[number].type == "page" else "p"
        return f"{self.source.site.rstrip('/')}/?{kind}={self.ids[number]}"

    def _parent(self, text: str, element: Element) -> dict[str, str]:
        """Return the parent of a Turkish page: the Turkish version of its parent."""
        parent = xml.value(text, element.child("wp:post_parent")).strip()
        return {"wp:post_parent": self.pages[parent]} if parent in self.pages else {}

    def _date(self, number: int, text: str, element: Element, title: str) -> dict[str, str]:
        """Return the dates of a post whose title is the English one's, a second later.

        The importer would take it for the English post, and make that one Turkish.
        """
        original = self.source.items[number]
        english = export.text(self._file, self.source, original.start, original.end)
        before = xml.value(english, xml.parse(english).children[0].child("title"))
        if slugs.slug(title) != slugs.slug(before):
            return {}
        dates = {}
        for name in ("wp:post_date", "wp:post_date_gmt"):
            try:
                date = datetime.strptime(xml.value(text, element.child(name)).strip(), _TIME)
            except ValueError:
                continue
            dates[name] = (date + timedelta(seconds=1)).strftime(_TIME)
        return dates

    def _taxonomies(self, edits: _Edits, element: Element, number: int) -> None:
        """Give a post the terms that make it the Turkish version of its original."""
        original = self.source.items[number]
        for term in element.all("category"):
            if term.get("domain") in ("language", "post_translations"):
                edits.remove(term)
        if self.plugin is Plugin.POLYLANG:
            group = plugins.group(self.source, original)
            self.groups.append(self._group(group, original, self.ids[number]))
            edits.add(element, _category("language", self.code, "Türkçe"))
            edits.add(element, _category("post_translations", group, group))

    def _group(self, slug: str, original: Item, turkish: int) -> Term:
        known = self.known_groups.get(slug)
        english = original.language or self.english
        before = known.description if known else plugins.with_version("", english, original.id)
        description = plugins.with_version(before, self.code, turkish)
        return Term(known.id if known else "", "post_translations", slug, description)

    def _metas(self, edits: _Edits, element: Element, original: Item) -> None:
        for meta in element.all("wp:postmeta"):
            key = xml.value(edits.text, meta.child("wp:meta_key")).strip()
            if _OWN_META.fullmatch(key) or key in (*LANGUAGE_KEYS, *GROUP_KEYS):
                edits.remove(meta)
        edits.add(element, _postmeta(ORIGINAL_KEY, original.signature))
        if self.plugin is Plugin.WPML:
            for key, words in plugins.wpml(original, self.english, self.code).items():
                edits.add(element, _postmeta(key, words))

    def _head(self, text: str) -> str:
        """Return what stands before the posts: authors and terms; of groups only those given."""
        edits = _Edits(text)
        rss = xml.parse(text).child("rss")
        channel = rss.child("channel") if rss else None
        children = channel.children if channel else []
        for term in children:
            taxonomy = xml.value(text, term.child("wp:term_taxonomy")).strip()
            if term.name == "wp:term" and taxonomy in _LEFT_OUT:
                edits.remove(term)
        terms = self.groups
        if self.plugin is Plugin.POLYLANG:
            terms = [*plugins.language_terms(self.source, self.code), *terms]
        last = [c.end for c in children if c.name.startswith("wp:")]
        at = last[-1] if last else len(text)
        edits.made.append((at, at, "".join(_term(t) for t in _numbered(terms, self.source))))
        declared = _DECLARATION.match(text)
        place = declared.end() if declared else 0
        edits.made.append((place, place, f"\n{MARKER}" if declared else f"{MARKER}\n"))
        if encoding := _ENCODING.search(text, 0, place):
            edits.made.append((encoding.end(1), encoding.end(), "UTF-8"))
        return edits.done()


def ids(items: Sequence[Item]) -> list[int]:
    """Return an id for the Turkish version of each item, which nothing in the export has.

    They depend on the item alone as long as the ids of the site have as many digits.
    """
    step = 10 ** len(str(max((each.id for each in items), default=0)))
    found: list[int] = []
    used: set[int] = set()
    for each in items:
        wanted = each.id + step
        while wanted in used:
            wanted += step
        used.add(wanted)
        found.append(wanted)
    return found


def _numbered(terms: Sequence[Term], source: Export) -> Iterator[Term]:
    """Give terms that are new ids that are free."""
    free = 10 ** len(str(source.last_term))
    for term in terms:
        if term.id:
            yield term
        else:
            free += 1
            yield Term(str(free), term.taxonomy, term.slug, term.description)


def _term(term: Term) -> str:
    name = "Türkçe" if term.taxonomy in ("language", "term_language") else term.slug
    fields: Mapping[str, str] = {
        "term_id": term.id,
        "term_taxonomy": term.taxonomy,
        "term_slug": term.slug,
        "term_parent": "",
        "term_name": name,
        "term_description": term.description,
    }
    lines = (f"\t\t<wp:{key}>{xml.cdata(words)}</wp:{key}>\n" for key, words in fields.items())
    return f"\n\t<wp:term>\n{''.join(lines)}\t</wp:term>"


def _category(domain: str, nicename: str, name: str) -> str:
    return f'<category domain="{domain}" nicename="{nicename}">{xml.cdata(name)}</category>'


def _postmeta(key: str, words: str) -> str:
    return (
        f"<wp:postmeta><wp:meta_key>{xml.cdata(key)}</wp:meta_key>"
        f"<wp:meta_value>{xml.cdata(words)}</wp:meta_value></wp:postmeta>"
    )
