"""HTML, a whole page or a fragment. Tags are found where they stand; nothing is rendered anew."""

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from html.entities import html5

from translate.page import AVAILABLE
from translate.post import Mark, Role, Zone
from translate.segment import Area, Block, Layout, article, entities
from translate.segment.article import Page, Part
from translate.segment.tree import BLOCK, VOID, Attribute, Element, Token, Tree, parse

LINE_END = "\n"  # what a line end stands for where it breaks the line
_REFERENCE = re.compile(r"&(?:#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6});?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_STEERING = re.compile(r"<!--\s*+(?:translate:(off|on)\s*+|translators:(.*))-->", re.DOTALL)
_TITLES = frozenset(("og:title", "twitter:title"))
_DESCRIPTIONS = frozenset(("description", "og:description", "twitter:description"))
_REFUSALS = frozenset((("translate", "no"), ("google", "notranslate")))
_LINE_END = re.compile(r"[ \t]*(?:\r\n?|\n)")
_TAGS = re.compile(r"<[^>]*>")
_LONGEST_LINE = 5000  # characters of markup and words in a line that names languages
_PARAGRAPHS = re.compile(r"<(?:p|div|blockquote|h[1-6])[\s>]", re.IGNORECASE)
_READ = (Part.POST, Part.COMMENT)
_VOID_KINDS = {"img": "image", "br": "break", **dict.fromkeys(VOID - {"img", "br"}, "keep")}
# Silent elements that a sentence needs, as it needs a word.
_WORDLIKE = frozenset("code kbd samp var tt math ruby".split())
_KINDS = {
    "li": "list item",
    "td": "table cell",
    "th": "table cell",
    "blockquote": "quotation",
    "figcaption": "caption",
    "caption": "caption",
    "dt": "definition",
    "dd": "definition",
    **{f"h{level}": "heading" for level in range(1, 7)},
}


def layout(text: str, cut: "Cut | None" = None) -> Layout:
    """Return the blocks and areas of an HTML file; in a page, of its title and its post.

    `cut` is for dialects of HTML, in which there is more in a text than words.
    """
    tree = parse(text)
    page = article.find(text, tree)
    kinds = _kinds(tree, page)
    blocks = list(_head_blocks(text, tree))
    lines: list[Area] = []
    note = ""
    for raw in _runs(text, tree, page, cut or whole):
        run = _paired(text, raw)
        core = _core(text, run)
        this, after = _notes(text, raw, core)
        note = " ".join(filter(None, (note, this)))
        if core and _says_available(text, core):
            lines.append(_availability(text, core, page))
        else:
            blocks += _pictures(text, raw, core)
            if core:
                blocks.append(_block(text, core, kinds, note))
                note = ""
        note = " ".join(filter(None, (note, after)))
    areas = _areas(text, tree, page, lines, max((block.end for block in blocks), default=0))
    return Layout(_apart(blocks, areas), areas, page.declared, _refusal(tree))


def _kinds(tree: Tree, page: Page) -> dict[Element, str]:
    """Return what the text of each element is, for people."""
    kinds: dict[Element, str] = {}
    for element in tree.elements:
        kind = _KINDS.get(element.name) or (kinds[element.parent] if element.parent else "")
        if article.named(element, article.CAPTION):
            kind = "caption"
        if page.parts[element] is Part.COMMENT and kind != "heading":
            kind = "comment"
        kinds[element] = kind or "paragraph"
    return kinds


# Runs: what stands between two borders of block elements


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of a run: a text, a tag, or an element that is kept with its content."""

    kind: str  # "text", "open", "close", "keep", "image", "break", "line" or "comment"
    start: int
    end: int
    element: Element
    words: bool = False  # holds something that a reader reads


# Cuts a text or a comment of the file into items; None is a border, as a block element's is.
Cut = Callable[[str, Item], Iterable[Item | None]]


def whole(_: str, item: Item) -> Iterable[Item]:
    """Cut nothing: HTML itself has nothing but words in its texts."""
    return (item,)


def _runs(text: str, tree: Tree, page: Page, cut: Cut) -> Iterator[list[Item]]:
    """Yield the inline content between the borders of block elements, where the post is."""
    run: list[Item] = []
    end = 0
    off = False
    for token in tree.tokens:
        if token.start < end:
            continue
        border = token.kind in ("open", "close") and token.element.name in BLOCK
        item = None if border else _item(text, token, page.parts)
        end = item.end if item else end
        divisible = item and item.kind in ("text", "comment")
        for piece in cut(text, item) if item and divisible else (item,):
            if piece:
                off = _switched(text, piece, off)
                run.append(replace(piece, kind="keep") if off else piece)
            elif run:
                yield run
                run = []
    if run:
        yield run


def _switched(text: str, item: Item, off: bool) -> bool:
    steering = _STEERING.fullmatch(text, item.start, item.end) if item.kind == "comment" else None
    return steering[1] == "off" if steering and steering[1] else off


def _item(text: str, token: Token, parts: dict[Element, Part]) -> Item | None:
    """Return a token as an item of a run; nothing if it is not of the post."""
    element = token.element
    outer = element
    if token.kind in ("open", "close") and element.parent and element.name != "img":
        outer = element.parent
    if parts[outer] not in _READ:
        return None
    if token.kind == "open" and parts[element] not in _READ:
        if element.split:
            return None
        words = element.name in _WORDLIKE or parts[element] is Part.FOREIGN
        words = words or article.kept_by_author(element)
        return Item("keep", token.start, element.end, element, words)
    if token.kind == "open":
        kind = _VOID_KINDS.get(element.name, "open")
    else:
        kind = {"other": "comment", "raw": "keep"}.get(token.kind, token.kind)
    words = kind == "text" and bool(html.unescape(text[token.start : token.end]).strip())
    return Item(kind, token.start, token.end, element, words)


def _paired(text: str, run: Sequence[Item]) -> list[Item]:
    """Keep the tags that have no partner in the run, and the pairs that hold no words."""
    ends = {item.element: at for at, item in enumerate(run) if item.kind == "close"}
    sums = [(0, 0)]
    for item in run:
        lettered, signed = _count(text, item)
        sums.append((sums[-1][0] + lettered, sums[-1][1] + signed))
    found: list[Item] = []
    closing: set[int] = set()
    at = 0
    while at < len(run):
        item, stop = run[at], ends.get(run[at].element, -1)
        if item.kind == "open" and stop > at:
            (letters, signs), (first, second) = sums[stop + 1], sums[at]
            if signs == second or (letters == first and _is_reference(item.element)):
                item = _kept(run[at : stop + 1])
                at = stop
            else:
                closing.add(stop)
        elif item.kind in ("open", "close") and at not in closing:
            item = replace(item, kind="keep")
        found.append(item)
        at += 1
    return found


def _count(text: str, item: Item) -> tuple[bool, bool]:
    """Return whether an item has letters, and whether letters or digits."""
    if item.kind != "text":
        return item.words, item.words
    words = html.unescape(text[item.start : item.end])
    return any(map(str.isalpha, words)), any(map(str.isalnum, words))


def _is_reference(element: Element) -> bool:
    return element.name in ("sup", "sub") or element.get("href").startswith("#")


def _kept(items: Sequence[Item]) -> Item:
    """Make one kept item of a pair and what is in it: an icon, a footnote mark, a linked image."""
    pictures = [item.element for item in items if item.kind == "image"]
    element = pictures[0] if len(pictures) == 1 else items[0].element
    kind = "image" if len(pictures) == 1 else "keep"
    words = any(item.words for item in items)
    return Item(kind, items[0].start, items[-1].end, element, words)


def _core(text: str, run: Sequence[Item]) -> Sequence[Item]:
    """Return the run without what stands around its words: pairs, pictures, line breaks.

    A pair that begins or ends among the words belongs to them, one around all of them does not.
    """
    words = [at for at, item in enumerate(run) if item.words]
    texts = [item for item in run if item.words and item.kind == "text"]
    dated = all(item.element.name == "time" for item in texts)
    if dated or not any(_count(text, item)[0] for item in texts):
        return ()
    first, last = words[0], words[-1]
    start, end = first, last
    opened: list[int] = []
    for at, item in enumerate(run):
        if item.kind == "open":
            opened.append(at)
        elif item.kind == "close":
            begin = opened.pop()
            if begin < first <= at <= last:
                start = min(start, begin)
            if first <= begin <= last < at:
                end = max(end, at)
    return run[start : end + 1]


def _notes(text: str, run: Sequence[Item], core: Sequence[Item]) -> tuple[str, str]:
    """Return the author's notes to translators: for this block, for the next one."""
    this: list[str] = []
    after: list[str] = []
    for item in run:
        steering = _STEERING.fullmatch(text, item.start, item.end)
        if steering and steering[2]:
            (this if core and item.start < core[-1].end else after).append(steering[2])
    return " ".join(" ".join(this).split()), " ".join(" ".join(after).split())


# Blocks


def _block(text: str, core: Sequence[Item], kinds: dict[Element, str], note: str) -> Block:
    kind = kinds[next(item.element for item in core if item.words and item.kind == "text")]
    start = core[0].start
    end = core[-1].end
    if core[-1].kind == "text":
        end = start + len(text[start:end].rstrip())
    marks = _outside_pairs([mark for item in core for mark in _marks(text, item)])
    if kind == "heading":
        marks = [replace(each, role=Role.KEEP) if each.role is Role.CUT else each for each in marks]
    whole = kind == "heading"
    return Block(
        start, end, kind, tuple(marks), whole=whole, syntax="html", note=note, write_alt=_alt
    )


def _outside_pairs(marks: Sequence[Mark]) -> list[Mark]:
    """Leave out the line ends in pairs: there they are white space."""
    found, depth = [], 0
    for mark in marks:
        depth += (mark.role is Role.OPEN) - (mark.role is Role.CLOSE)
        if not depth or mark.role is not Role.CUT or mark.plain != LINE_END:
            found.append(mark)
    return found


def _marks(text: str, item: Item) -> Iterator[Mark]:
    if item.kind == "text":
        yield from _references(text, item.start, item.end, partial(entities.mark, entities.HTML))
    elif item.kind == "break":
        yield Mark(item.start, item.end, Role.CUT, text[item.start : item.end])
    elif item.kind == "line":
        yield Mark(item.start, item.end, Role.CUT, LINE_END)
    elif item.kind == "image":
        alt = item.element.attributes.get("alt")
        worded = alt and alt.quote and any(map(str.isalpha, alt.value))
        yield Mark(item.start, item.end, Role.KEEP, alt=alt.words if alt and worded else None)
    else:
        role = {"open": Role.OPEN, "close": Role.CLOSE}.get(item.kind, Role.KEEP)
        yield Mark(item.start, item.end, role)


def _references(
    text: str, start: int, end: int, mark: Callable[[int, int, str], Mark]
) -> Iterator[Mark]:
    """Yield the marks of the character references in a range of the file."""
    if text.find("&", start, end) < 0:
        return
    for match in _REFERENCE.finditer(text, start, end):
        written = match[0]
        if written[1] != "#" and written[1:] not in html5:
            # "&copy2026" is read as "&copy" and "2026".
            sizes = (size for size in range(len(written) - 1, 2, -1) if written[1:size] in html5)
            written = written[: next(sizes, 0)]
        if written:
            yield mark(match.start(), match.start() + len(written), html.unescape(written))


def _decoded(start: int, end: int, decoded: str) -> Mark:
    return Mark(start, end, Role.TEXT, decoded)


def _pictures(text: str, run: Sequence[Item], core: Sequence[Item]) -> Iterator[Block]:
    """Yield the alternative texts of the images that stand around the words of a run."""
    for item in run:
        inside = core and core[0].start <= item.start < core[-1].end
        alt = item.element.attributes.get("alt") if item.kind == "image" else None
        if alt and not inside:
            yield _attribute_block(text, alt, "alt text", whole=True)


def _attribute_block(text: str, attribute: Attribute, kind: str, *, whole: bool) -> Block:
    start, end = attribute.words
    marks = tuple(_references(text, start, end, _decoded))
    write = partial(_quoted, attribute.quote) if attribute.quote else _bare
    return Block(start, end, kind, marks, whole=whole or not attribute.quote, write=write)


def _quoted(quote: str, words: str) -> str:
    spelled = html.escape(words, quote=False)
    return spelled.replace(quote, "&quot;" if quote == '"' else "&#39;")


def _alt(words: str) -> str:
    """Spell what would end an attribute; the words are in HTML's own spelling already."""
    return words.replace('"', "&quot;").replace("'", "&#39;")


def _bare(words: str) -> str:
    """Return a value that the author wrote without quotes, with them if it needs them now."""
    return words if re.fullmatch(r"[\w.:-]+", words) else '"' + _quoted('"', words) + '"'


def _head_blocks(text: str, tree: Tree) -> Iterator[Block]:
    """Yield what a page says of itself: its title, and its title and description for others."""
    titled = False
    for element in tree.elements:
        at_top = element.parent is not None and element.parent.name in ("head", "html", "")
        if element.name == "title" and at_top and not titled:
            titled = True
            marks = tuple(_references(text, element.inside, element.stop, _decoded))
            write = partial(html.escape, quote=False)
            yield Block(element.inside, element.stop, "title", marks, whole=True, write=write)
        elif element.name == "meta" and (content := element.attributes.get("content")):
            names = {element.get("name").lower(), element.get("property").lower()}
            if names & _TITLES:
                yield _attribute_block(text, content, "title", whole=True)
            elif names & _DESCRIPTIONS:
                yield _attribute_block(text, content, "description", whole=False)


def _apart(blocks: list[Block], areas: Sequence[Area]) -> tuple[Block, ...]:
    """Return the blocks in order, without those in areas that building replaces."""
    replaced = (Zone.AVAILABILITY, Zone.NOTICE, Zone.FORM, Zone.LINK)
    covered = [area for area in areas if area.zone in replaced and area.start < area.end]
    starts = [area.start for area in covered]
    found: list[Block] = []
    for block in sorted(blocks, key=lambda block: block.start):
        before = bisect_right(starts, block.start) - 1
        inside = before >= 0 and block.start < covered[before].end
        if not inside and (not found or found[-1].end <= block.start) and block.start < block.end:
            found.append(block)
    return tuple(found)


def _refusal(tree: Tree) -> str:
    for element in tree.elements:
        if element.name in ("html", "body") and article.kept_by_author(element):
            return f"<{element.name}> asks for no translation"
        name, content = element.get("name").lower(), element.get("content").lower()
        if element.name == "meta" and (name, content) in _REFUSALS:
            return f'<meta name="{name}" content="{content}">'
    return ""


# Areas


def _areas(text: str, tree: Tree, page: Page, lines: Sequence[Area], last: int) -> tuple[Area, ...]:
    top = page.content.inside
    found = [
        *_thread_areas(page),
        *lines,
        *_lines_of_ours(text, tree, page),
        *_metadata_areas(text, tree),
    ]
    end = _end(text, page, found, last)
    found += [Area(top, top, Zone.TOP), Area(end, end, Zone.END)]
    apart: list[Area] = []
    for area in sorted(found, key=lambda area: (area.start, area.start < area.end, -area.end)):
        if not apart or area.start >= apart[-1].end:
            apart.append(area)
    return tuple(apart)


def _end(text: str, page: Page, areas: Sequence[Area], last: int) -> int:
    """Return where the post ends: before the comments that its element may hold."""
    content = page.content
    end = max(len(text.rstrip()), last) if content.parent is None else content.stop
    threads = [area.start for area in areas if area.zone in (Zone.COMMENTS, Zone.FORM)]
    end = min([end, *(start for start in threads if content.inside <= start)])
    return max([end, *(area.end for area in areas if area.start < end < area.end)])


def _thread_areas(page: Page) -> Iterator[Area]:
    """Yield comments and reply forms; a form amid comments parts them."""
    forms = [Area(form.start, form.end, Zone.FORM) for form in page.forms]
    starts = [form.start for form in forms]
    yield from forms
    for thread in page.threads:
        at = thread.start
        first, last = bisect_left(starts, thread.start), bisect_left(starts, thread.end)
        for form in (*forms[first:last], Area(thread.end, thread.end, Zone.FORM)):
            if at < form.start:
                yield Area(at, form.start, Zone.COMMENTS)
            at = form.end


def _lines_of_ours(text: str, tree: Tree, page: Page) -> Iterator[Area]:
    for element in tree.elements:
        if element.start <= page.content.start and page.content.end <= element.end:
            continue
        if article.is_availability(element):
            yield Area(element.start, element.end, Zone.AVAILABILITY)
        elif article.is_notice(element):
            yield Area(element.start, _past_line_end(text, element.end), Zone.NOTICE)


def _past_line_end(text: str, at: int) -> int:
    rest = _LINE_END.match(text, at)
    return rest.end() if rest else at


def _metadata_areas(text: str, tree: Tree) -> Iterator[Area]:
    heads = [element for element in tree.elements if element.name == "head"]
    for element in tree.elements:
        if element.name == "html":
            language = element.attributes.get("lang")
            at = element.start + len("<html")
            place = (language.start, language.end) if language else (at, at)
            yield Area(*place, Zone.LANG)
            break
    for head in heads[:1]:
        yield Area(head.stop, head.stop, Zone.HEAD)
        for element in tree.elements:
            if head.start < element.start < head.end and _is_version_link(element):
                yield Area(*_line(text, element), Zone.LINK)


def _is_version_link(element: Element) -> bool:
    """Whether an element tells search engines of this page's versions."""
    if element.name != "link":
        return False
    relations = element.get("rel").lower().split()
    return "canonical" in relations or (
        "alternate" in relations and "hreflang" in element.attributes
    )


def _line(text: str, element: Element) -> tuple[int, int]:
    """Return the range of an element, of its whole line if it stands alone."""
    start = element.start
    while text[start - 1 : start] in (" ", "\t"):
        start -= 1
    end = _past_line_end(text, element.end)
    if end > element.end and text[start - 1 : start] in ("", "\r", "\n"):
        return start, end
    return element.start, element.end


def _says_available(text: str, core: Sequence[Item]) -> bool:
    said = "".join(text[item.start : item.end] for item in core if item.kind == "text")
    said = " ".join(html.unescape(said).split())
    return len(said) <= 200 and bool(AVAILABLE.match(said))


def _availability(text: str, core: Sequence[Item], page: Page) -> Area:
    """Return the area of an availability line: its element, if that holds nothing else."""
    start, end = core[0].start, core[-1].end
    block = core[0].element.block
    around = block.start <= page.content.start and page.content.end <= block.end
    small = block.end - block.start < _LONGEST_LINE
    before = _TAGS.sub("", text[block.inside : start]) if small else "much"
    if not around and not before.strip() and not _PARAGRAPHS.search(text, end, block.stop):
        return Area(block.start, block.end, Zone.AVAILABILITY)
    end = start + len(text[start:end].rstrip())
    return Area(start, end, Zone.AVAILABILITY)
