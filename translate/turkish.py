"""Post + translations → the text of the Turkish post: a join in which segments are replaced."""

import re
import textwrap
from collections.abc import Mapping, Sequence

from translate import page
from translate.page import Links
from translate.post import Part, Post, Segment, Zone, join


def turkish(
    post: Post, translations: Mapping[str, str], links: Links, noticed: bool, comments: bool
) -> str:
    """Return the Turkish version of a post.

    `translations` are those to use, by msgid; what has none stays English. `noticed` puts the
    notice at the top that a machine translated it; `comments` keeps what readers wrote.
    """
    dropped = {Zone.FORM, Zone.NOTICE, Zone.LINK} | (set() if comments else {Zone.COMMENTS})
    parts = [part for part in post.parts if part.zone not in dropped]
    furniture = _furniture(post, links, noticed)
    pieces = []
    for part in parts:
        if isinstance(part, Segment):
            pieces.append(_sentence(part, translations.get(part.text)))
        else:
            pieces.append(furniture.get(part.zone, part.source))
        if part.zone is Zone.AVAILABILITY:
            furniture[part.zone] = ""  # one line is enough
    newline = _newline(post)
    _refill(parts, pieces, newline)
    text = "".join(pieces)
    return text.rstrip() + newline if post.format == "text" else text


def linked(post: Post, line: str) -> str:
    """Return the English text with `line` as its availability line, without ours if it is "".

    A line that the author or another program put there is left alone if it names Turkish.
    """
    gap = _newline(post) * (1 if post.format == "html" else 2)
    pieces = [part.source for part in post.parts]
    for index, part in enumerate(post.parts):
        if part.zone is Zone.AVAILABILITY and page.MARKER in part.source:
            pieces[index] = line
            if not line and index:
                pieces[index - 1] = pieces[index - 1].removesuffix(gap)
            return "".join(pieces)
        if part.zone is Zone.AVAILABILITY and re.search("Turkish|Türkçe", part.source):
            return "".join(pieces)
    if line:
        end = next(index for index, part in enumerate(post.parts) if part.zone is Zone.END)
        pieces[end] = gap + line
    return "".join(pieces)


def _newline(post: Post) -> str:
    return "\r\n" if any("\r\n" in part.source for part in post.parts) else "\n"


def _furniture(post: Post, links: Links, noticed: bool) -> dict[Zone, str]:
    """Return what stands in the places of a page that are the program's to fill."""
    line = page.availability(post.format, "tr", links)
    has_line = any(part.zone is Zone.AVAILABILITY for part in post.parts)
    gap = "\n" if post.format == "html" else "\n\n"
    filled = {
        Zone.TOP: page.notice(post.format, links) + gap if noticed else "",
        Zone.AVAILABILITY: line,
        Zone.END: "" if has_line else gap + line,
    }
    if post.format == "html":
        filled[Zone.LANG] = ' lang="tr"'
        filled[Zone.HEAD] = page.alternates(links) if links.absolute else ""
    elif post.format == "markdown":
        filled[Zone.LANG], filled[Zone.HEAD] = _front_matter(post)
    newline = _newline(post)
    return {zone: text.replace("\n", newline) for zone, text in filled.items()}


def _front_matter(post: Post) -> tuple[str, str]:
    """Return the lines that say that a Markdown page is Turkish, and of which post."""
    zones = [part.zone for part in post.parts]
    lang, head = zones.index(Zone.LANG), zones.index(Zone.HEAD)
    before = join(post.parts[:head])
    fence = before[:3]
    old = post.parts[lang].source
    has_key = re.search(r"^translationKey\s*[:=]", before, re.MULTILINE)
    language = page.language(fence, old)
    key = "" if has_key else page.translation_key(fence, post.name)
    return (language, key) if before else (f"---\n{language}", f"{key}---\n\n")


def _sentence(segment: Segment, translation: str | None) -> str:
    """Return what stands for a segment in the Turkish post."""
    if translation is not None:
        return segment.write(translation)
    if segment.syntax == "html" and segment.write is str:  # text, no attribute or title
        return f'<span lang="en">{segment.source}</span>'
    return segment.source


def _refill(parts: Sequence[Part], pieces: list[str], newline: str) -> None:
    """Fill the lines of hard-wrapped paragraphs again in which a sentence was replaced."""
    ranges: dict[int, list[int]] = {}
    for index, part in enumerate(parts):
        if isinstance(part, Segment) and part.wrap:
            ranges.setdefault(part.block, []).append(index)
    for indexes in ranges.values():
        first, stop = indexes[0], indexes[-1] + 1
        segment = parts[first]
        if not isinstance(segment, Segment) or segment.wrap is None:
            continue
        if all(pieces[index] == parts[index].source for index in indexes):
            continue
        lines = textwrap.wrap(
            "".join(pieces[first:stop]),
            segment.wrap.width,
            initial_indent=" "
            * len("".join(pieces[max(first - 1, 0) : first]).rpartition("\n")[2]),
            subsequent_indent=segment.wrap.indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        pieces[first:stop] = [newline.join(lines).lstrip(), *[""] * (stop - first - 1)]
