"""Atom feeds and the sitemap: what programs read of the site. Both need full addresses."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree as ET

ATOM = "http://www.w3.org/2005/Atom"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
XML = "http://www.w3.org/XML/1998/namespace"
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A post in a feed."""

    address: str
    versions: Mapping[str, str]  # language → address, this one included
    title: str
    moment: str
    summary: str
    body: str


def atom(
    language: str, title: str, home: str, feeds: Mapping[str, str], entries: Sequence[Entry]
) -> bytes:
    """Return the feed of a language, with one entry at least.

    `feeds` are the addresses of all feeds by language.
    """
    feed = ET.Element(_in(ATOM, "feed"), {_in(XML, "lang"): language})
    _text(feed, "id", feeds[language])
    _text(feed, "title", title)
    _text(feed, "updated", max((each.moment for each in entries), key=datetime.fromisoformat))
    _text(ET.SubElement(feed, _in(ATOM, "author")), "name", title)
    _link(feed, "self", feeds[language], language, "application/atom+xml")
    _link(feed, "alternate", home, language)
    for other, address in feeds.items():
        if other != language:
            _link(feed, "alternate", address, other, "application/atom+xml")
    for entry in entries:
        _entry(feed, entry)
    return _bytes(feed, ATOM)


def sitemap(pages: Sequence[Mapping[str, str]]) -> bytes:
    """Return the sitemap of pages, each given as its versions: language → address."""
    root = ET.Element(_in(SITEMAP, "urlset"))
    for versions in pages:
        for address in versions.values():
            url = ET.SubElement(root, _in(SITEMAP, "url"))
            ET.SubElement(url, _in(SITEMAP, "loc")).text = address
            for code, other in alternates(versions):
                attributes = {"rel": "alternate", "hreflang": code, "href": other}
                ET.SubElement(url, _in(XHTML, "link"), attributes)
    return _bytes(root, SITEMAP)


def alternates(versions: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the hreflang links of a page in several languages, each naming all; the default too.

    A page in one language has none.
    """
    if len(versions) < 2:
        return []
    return [*versions.items(), ("x-default", versions["en"])]


def _entry(feed: ET.Element, entry: Entry) -> None:
    element = ET.SubElement(feed, _in(ATOM, "entry"), {_in(XML, "base"): entry.address})
    _text(element, "id", entry.address)
    _text(element, "title", entry.title)
    _text(element, "published", entry.moment)
    _text(element, "updated", entry.moment)
    for language, address in entry.versions.items():
        _link(element, "alternate", address, language)
    if entry.summary:
        _text(element, "summary", entry.summary)
    _text(element, "content", entry.body).set("type", "html")


def _text(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, _in(ATOM, name))
    element.text = UNWRITABLE.sub("", text)
    return element


def _link(parent: ET.Element, rel: str, href: str, language: str, kind: str = "text/html") -> None:
    attributes = {"rel": rel, "type": kind, "hreflang": language, "href": href}
    ET.SubElement(parent, _in(ATOM, "link"), attributes)


def _in(namespace: str, name: str) -> str:
    return f"{{{namespace}}}{name}"


def _bytes(root: ET.Element, namespace: str) -> bytes:
    ET.register_namespace("", namespace)
    ET.register_namespace("xhtml", XHTML)
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode", xml_declaration=False)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()
