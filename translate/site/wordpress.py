"""A post of a WordPress export → HTML, as WordPress would show it without plugins."""

import html
import re
from collections.abc import Mapping

from translate.post import Part, Post, Segment, Zone
from translate.segment import wordpress_shortcodes
from translate.site import dates
from translate.site.clean import bare
from translate.turkish import sentence
from translate.wordpress import xml

_BLOCKS = (
    "address|article|aside|blockquote|center|dd|details|div|dl|dt|figcaption|figure|footer|form"
    "|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_OPENS = re.compile(rf"<(?:{_BLOCKS})\b[^>]*>", re.IGNORECASE)
_CLOSES = re.compile(rf"</(?:{_BLOCKS})>", re.IGNORECASE)
_BLOCK = re.compile(rf"\s*</?(?:{_BLOCKS})\b", re.IGNORECASE)
_VERBATIM = re.compile(r"(<pre\b(?:(?!<pre\b).)*?</pre>)", re.DOTALL | re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n\s*\n")
_ADDRESS = re.compile(r"^[ \t]*(https?://[^\s<>\"]+)[ \t]*$", re.MULTILINE)
_IN_CAPTION = r"(?:(?!\[/?(?:wp_)?caption\b).)"
# Atomic to the first picture: captions without end cost one pass over the text.
_CAPTION = re.compile(
    rf"\[(?:wp_)?caption\b[^\[\]]*+\](?P<picture>(?>{_IN_CAPTION}*?<img\b[^<>]*+>)(?:\s*+</a>)?+)"
    rf"(?P<words>{_IN_CAPTION}*+)\[/(?:wp_)?caption\]",
    re.DOTALL,
)
_DROPPED = (Zone.FORM, Zone.NOTICE, Zone.COMMENTS)


def said(post: Post, translations: Mapping[str, str]) -> tuple[str, str, str]:
    """Return the title and the description of a post, as text, and its body, as HTML."""
    text, item = _item(post, translations)
    title = bare(xml.value(text, item.child("title")))
    excerpt = bare(xml.value(text, item.child("excerpt:encoded")))
    content = xml.value(text, item.child("content:encoded")).replace("\r\n", "\n")
    content = _ADDRESS.sub(_link, _shortcodes(_CAPTION.sub(_figure, content)))
    return title, excerpt, content if post.format == "blocks" else paragraphs(content)


def moment(post: Post) -> str:
    """Return when a post was published."""
    text, item = _item(post, {})
    for name in ("wp:post_date_gmt", "wp:post_date"):
        if found := dates.moment(xml.value(text, item.child(name))):
            return found
    return ""


def address(post: Post) -> str:
    """Return where a post is on the site that was exported."""
    text, item = _item(post, {})
    return xml.value(text, item.child("link")).strip()


def paragraphs(text: str) -> str:
    """Return content of the classic editor with the paragraphs that its blank lines make."""
    pieces = _VERBATIM.split(text)
    return "".join(
        piece if number % 2 else "\n".join(map(_paragraph, _chunks(piece)))
        for number, piece in enumerate(pieces)
    )


def _item(post: Post, translations: Mapping[str, str]) -> tuple[str, xml.Element]:
    text = "".join(_written(part, translations) for part in post.parts if part.zone not in _DROPPED)
    return text, xml.parse(text).children[0]


def _written(part: Part, translations: Mapping[str, str]) -> str:
    """Return what stands for a part in the export, English marked as such."""
    if not isinstance(part, Segment):
        return "" if part.zone is Zone.AVAILABILITY else part.source
    return sentence(part, translations.get(part.text)) if translations else part.source


def _figure(found: re.Match[str]) -> str:
    words = found["words"].strip()
    return f"<figure>{found['picture']}<figcaption>{words}</figcaption></figure>"


def _shortcodes(text: str) -> str:
    """Leave out the tags of shortcodes: what they stand for, only their plugins know."""
    pieces, end = [], 0
    for code in wordpress_shortcodes.find(text):
        pieces += [text[end : code.start], _shown(text[code.start : code.end], code.role)]
        end = code.end
    return "".join([*pieces, text[end:]])


def _shown(written: str, role: str) -> str:
    """Return what a shortcode shows: of `[[code]]` the shortcode, of `[code]…[/code]` the code."""
    if written.startswith("[["):
        return written[1:-1]
    inner = re.fullmatch(r"\[[^\]]*\](.*)\[/[\w-]+\]", written, re.DOTALL)
    if role != "keep" or not inner:
        return ""
    found = _ADDRESS.fullmatch(inner[1].strip())
    return _link(found) if found else f"<pre>{html.escape(inner[1].strip(), quote=False)}</pre>"


def _link(found: re.Match[str]) -> str:
    shown = html.escape(html.unescape(found[1]))
    return f'<a href="{shown}">{shown}</a>'


def _chunks(text: str) -> list[str]:
    text = _OPENS.sub(r"\n\n\g<0>", text)
    text = _CLOSES.sub(r"\g<0>\n\n", text)
    return [chunk.strip() for chunk in _BLANK_LINES.split(text) if chunk.strip()]


def _paragraph(chunk: str) -> str:
    if _BLOCK.match(chunk):
        return chunk
    return f"<p>{chunk.replace(chr(10), '<br>' + chr(10))}</p>"
