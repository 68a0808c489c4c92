"""Post + translations → the text of the Turkish post: a join in which segments are replaced."""

import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import replace

from translate import page
from translate.page import Links
from translate.post import Literal, Part, Post, Segment, Wrap, Zone, join

# The start of the line on which a text ends, where only white space stands on it.
INDENT = re.compile(r"\r?\n[ \t]*\Z")
# A value of front matter that is a relative path.
RELATIVE = re.compile(r"""^([\w.-]+[ \t]*[:=][ \t]*["']?)(\.{1,2}/)""", re.MULTILINE)


def turkish(
    post: Post,
    translations: Mapping[str, str],
    links: Links,
    noticed: bool,
    comments: bool,
    translator: str = "",
) -> str:
    """Return the Turkish version of a post.

    `translations` are those to use, by msgid; what has none stays English. `noticed` puts the
    notice at the top that a machine translated it, else `translator` is credited there;
    `comments` keeps what readers wrote.
    """
    dropped = {Zone.FORM, Zone.NOTICE, Zone.LINK} | (set() if comments else {Zone.COMMENTS})
    parts = [part for part in _moved(post, links.moved) if part.zone not in dropped]
    furniture = _furniture(post, links, _banner(post, links, noticed, translator))
    pieces = []
    for part in parts:
        if isinstance(part, Segment):
            pieces.append(sentence(part, translations.get(part.text)))
        else:
            written = furniture.get(part.zone)
            pieces.append(part.source if written is None else part.spell(written))
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
    pieces = [part.source for part in post.parts]
    for index, part in enumerate(post.parts):
        if part.zone is Zone.AVAILABILITY and page.MARKER in part.source:
            pieces[index] = line
            return "".join(pieces) if line else _without(post, pieces, index)
        if part.zone is Zone.AVAILABILITY and re.search("Turkish|Türkçe", part.source):
            return "".join(pieces)
    if line:
        end = next(index for index, part in enumerate(post.parts) if part.zone is Zone.END)
        pieces[end] = _appended(post, "".join(pieces[:end]), line)
    return "".join(pieces)


def _appended(post: Post, before: str, line: str) -> str:
    """Return the line as it is added at the end of the text before it, on a line of its own."""
    if post.format != "html":
        return _newline(post) * 2 + line
    indent = INDENT.search(before)
    return line + indent[0] if indent else _newline(post) + line


def _without(post: Post, pieces: Sequence[str], index: int) -> str:
    """Return the text without the piece at `index` and the line that `_appended` made for it."""
    before, after = "".join(pieces[:index]), "".join(pieces[index + 1 :])
    gap = _newline(post) * 2
    if post.format == "html":
        gap = found[0] if (found := INDENT.search(before)) else ""
    return (
        before + after.removeprefix(gap)
        if after.startswith(gap)
        else before.removesuffix(gap) + after
    )


def _newline(post: Post) -> str:
    return "\r\n" if any("\r\n" in part.source for part in post.parts) else "\n"


def _banner(post: Post, links: Links, noticed: bool, translator: str) -> str:
    """Return what tells readers at the top whose translation it is, "" for nothing."""
    if noticed:
        return page.notice(post.format, links)
    return page.credit(post.format, translator) if translator else ""


def _furniture(post: Post, links: Links, banner: str) -> dict[Zone, str]:
    """Return what stands in the places of a page that are the program's to fill."""
    zones = [part.zone for part in post.parts]
    line = page.availability(post.format, "tr", links)
    bare = page.availability("classic", "tr", links) if post.format == "blocks" else line
    before = join(post.parts[: zones.index(Zone.END)])
    filled = {
        Zone.TOP: _opened(post, banner) if banner else "",
        Zone.AVAILABILITY: bare,  # a block keeps the comments around its paragraph
        Zone.END: "" if Zone.AVAILABILITY in zones else _appended(post, before, line),
    }
    if post.format == "html":
        filled[Zone.LANG] = ' lang="tr"'
        filled[Zone.HEAD] = page.alternates(links) if links.absolute else ""
    elif post.format == "markdown":
        filled[Zone.LANG], filled[Zone.HEAD] = _front_matter(post, links)
    newline = _newline(post)
    return {zone: re.sub("\r?\n", newline, text) for zone, text in filled.items()}


def _opened(post: Post, banner: str) -> str:
    """Return the banner as it is added before the text after it, on a line of its own."""
    if post.format != "html":
        return banner + "\n\n"
    top = next(index for index, part in enumerate(post.parts) if part.zone is Zone.TOP)
    indent = re.match(r"\s*?(\r?\n[ \t]*)(?=\S)", join(post.parts[top:]))
    return indent[1] + banner if indent else banner + "\n"


def _front_matter(post: Post, links: Links) -> tuple[str, str]:
    """Return the lines that say that a Markdown page is Turkish, and of which post."""
    zones = [part.zone for part in post.parts]
    lang, head = zones.index(Zone.LANG), zones.index(Zone.HEAD)
    before = join(post.parts[:head])
    fence = before[:3]
    language = page.language(fence, post.parts[lang].source)
    key, value = links.field
    has_key = re.search(rf"^{key}[ \t]*[:=]", before, re.MULTILINE | re.IGNORECASE)
    field = page.field(fence, key, value) if key and not has_key else ""
    return (language, field) if before else (f"---\n{language}", f"{field}---\n\n")


def _moved(post: Post, way: str) -> Sequence[Part]:
    """Return the parts, the relative paths of their front matter leading where they led before."""
    if not way:
        return post.parts
    head = [part.zone for part in post.parts].index(Zone.HEAD)
    front = [
        replace(part, source=RELATIVE.sub(rf"\g<1>{way}/\g<2>", part.source))
        if isinstance(part, Literal)
        else part
        for part in post.parts[:head]
    ]
    return [*front, *post.parts[head:]]


def sentence(segment: Segment, translation: str | None) -> str:
    """Return what stands for a segment in the Turkish post."""
    if translation is not None:
        return segment.spell(segment.write(translation))
    if segment.syntax == "html" and segment.write is str:  # text, no attribute or title
        tags = segment.spell('<span lang="en">'), segment.spell("</span>")
        return segment.source.join(tags)
    return segment.source


def _refill(parts: Sequence[Part], pieces: list[str], newline: str) -> None:
    """Fill the lines of hard-wrapped paragraphs again in which a sentence was replaced."""
    paragraphs: dict[int, list[int]] = {}
    wraps: dict[int, Wrap] = {}
    for index, part in enumerate(parts):
        if isinstance(part, Segment) and part.wrap:
            paragraphs.setdefault(part.block, []).append(index)
            wraps[part.block] = part.wrap
    for block, indexes in paragraphs.items():
        if any(pieces[index] != parts[index].source for index in indexes):
            first, stop = indexes[0], indexes[-1] + 1
            prefix = pieces[first - 1].rpartition("\n")[2] if first else ""
            lines = _lines("".join(pieces[first:stop]), wraps[block], len(prefix))
            pieces[first:stop] = [newline.join(lines), *[""] * (stop - first - 1)]


def _lines(text: str, wrap: Wrap, column: int) -> list[str]:
    """Return a paragraph's lines, the first of which begins at a column of the page."""
    start = r"[ \t>]*" if ">" in wrap.indent else r"[ \t]*"
    lines = textwrap.wrap(
        re.sub(r"\r?\n" + start, " ", text),
        wrap.width,
        initial_indent=" " * column,
        subsequent_indent=wrap.indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line[column:] if number == 0 else line for number, line in enumerate(lines)]
