"""What is fuzzed: functions of bytes that fail where an invariant does not hold.

They raise nothing that a user could not be shown, and hold what the program leans on.
"""

import atexit
import os
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.engines import aligned
from translate import catalog, glossary, numerals, tmx
from translate.detect import keep_foreign
from translate.entry import by_person, machine, remarks, state
from translate.errors import TranslateError
from translate.inline import PLACEHOLDER, of_alt, take_out
from translate.place import LostError, put_back
from translate.post import Post, Segment, join
from translate.read import read
from translate.segment import Layout, frontmatter, parts
from translate.segment import html as html_format
from translate.segment import markdown as markdown_format
from translate.segment import text as text_format
from translate.segment import wordpress as wordpress_format
from translate.site import article

EXPORT = b"""<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>
%s</channel></rss>"""
TMX = b'<tmx version="1.4"><header srclang="en"/><body>%s</body></tmx>'


def text(data: bytes) -> None:
    """Fuzz posts in plain text."""
    _post(text_format.layout, data)


def markdown(data: bytes) -> None:
    """Fuzz posts in Markdown."""
    _post(markdown_format.layout, data)


def html(data: bytes) -> None:
    """Fuzz posts in HTML."""
    _post(html_format.layout, data)


def wordpress(data: bytes) -> None:
    """Fuzz the content of WordPress posts."""
    _post(wordpress_format.layout, data)


def pages(data: bytes) -> None:
    """Fuzz what the site shows of posts, in both languages."""
    content = _decoded(data)
    for kind, layout in SHOWN.items():
        try:
            post = Post("a", Path("a"), kind, "utf-8", parts(content, layout(content)))
        except TranslateError:
            continue
        article.moment(post)
        capitals = {segment.text: segment.text.upper() for segment in post.segments}
        for translations in ({}, capitals):
            shown = article.version(post, translations, lambda _, address: address)
            assert "<script" not in shown.body


SHOWN: dict[str, Callable[[str], Layout]] = {
    "text": text_format.layout,
    "markdown": markdown_format.layout,
    "html": html_format.layout,
}


def exports(data: bytes) -> None:
    """Fuzz the XML of WordPress exports: their posts are ranges of the file."""
    path = _file(EXPORT % data, ".xml")
    try:
        found = list(read("export", path))
    except TranslateError:
        return
    content = path.read_text(encoding="utf-8")
    assert all(join(post.parts) in content for post in found)


def memories(data: bytes) -> None:
    """Fuzz translation memories of other tools."""
    try:
        found = list(tmx.read(_file(TMX % data, ".tmx")))
    except TranslateError:
        return
    assert all(isinstance(words, str) for pair in found for words in pair)


def _file(data: bytes, suffix: str) -> Path:
    path = Path(tempfile.gettempdir(), f"also-in-turkish-fuzz-{os.getpid()}{suffix}")
    path.write_bytes(data)
    atexit.register(path.unlink, missing_ok=True)
    return path


def _post(layout: Callable[[str], Layout], data: bytes) -> None:
    """Hold that parts joined are the text, and that what is taken out of a sentence comes back."""
    content = _decoded(data)
    try:
        found = parts(content, layout(content))
    except TranslateError:
        return
    assert join(found) == content
    for part in found:
        if isinstance(part, Segment):
            assert part.text == " ".join(part.text.split())
            _there_and_back(part)


def _there_and_back(segment: Segment) -> None:
    plain = take_out(segment)
    alts = [take_out(of_alt(segment, words)).text for words in plain.alts]
    try:
        draft = put_back(segment, plain, plain.text, aligned(plain.text, plain.text), alts)
    except LostError:
        assert PLACEHOLDER.search(segment.text) or not plain.text.strip() or "⟦" in segment.text
        return
    marks = Counter(pair.opening for pair in plain.pairs)
    marks += Counter(pair.closing for pair in plain.pairs)
    assert all(draft.count(mark) >= times for mark, times in marks.items() if mark)


def front_matter(data: bytes) -> None:
    """Fuzz front matter: its blocks lie in it, in order."""
    for fence in ("---", "+++"):
        content = f"{fence}\n{_decoded(data)}\n{fence}\nBody\n"
        try:
            front = frontmatter.read(content)
        except TranslateError:
            continue
        ends = [0]
        for block in front.blocks:
            assert ends[-1] <= block.start <= block.end <= front.end
            ends.append(block.end)
        for words in ("Türkçe: 'söz' \"# x", "a\nb"):
            for block in front.blocks:
                block.write(words).encode()


def catalogs(data: bytes) -> None:
    """Fuzz catalogs: read and written, they are the same bytes."""
    content = _decoded(data)
    try:
        found = catalog.parse(content)
    except TranslateError:
        return
    assert catalog.dump(found) == content
    for entry in found.entries:
        state(entry)
        machine(entry)
        assert set(remarks(entry)) <= set(entry.comments)
        if entry.msgstr.strip() and not entry.fuzzy:
            assert by_person(entry)


def glossaries(data: bytes) -> None:
    """Fuzz a glossary of a term, and a sentence that may hold it."""
    source, target, sentence = _three(data)
    if not glossary.TOKEN.search(source) or not target.strip():
        return
    terms = glossary.new([glossary.Term(source.strip(), target.strip())])
    found = glossary.find(terms, sentence)
    end = 0
    for each in found:
        assert end <= each.start < each.end <= len(sentence)
        end = each.end
    hidden = glossary.hidden(sentence, found)
    for number, each in enumerate(found):
        hidden = glossary.filled(hidden, number, each, sentence)
        glossary.honoured(each.term, sentence)


def inline(data: bytes) -> None:
    """Fuzz what the engine may answer: either it is refused, or each mark is there once."""
    sentence, answer, _ = _three(data)
    try:
        found = parts(sentence, markdown_format.layout(sentence))
    except TranslateError:
        return
    for part in found:
        if not isinstance(part, Segment):
            continue
        plain = take_out(part)
        if plain.alts:
            continue
        try:
            draft = put_back(part, plain, answer, aligned(plain.text, answer))
        except LostError:
            continue
        for kept, times in Counter(plain.kept).items():
            assert draft.count(kept) >= times


def numbers(data: bytes) -> None:
    """Fuzz the numbers of a sentence and of its translation."""
    source, translation, _ = _three(data)
    assert isinstance(numerals.numbers(source, translation), str)
    assert isinstance(numerals.currency(source, translation), str)
    assert not numerals.numbers("", "")


def detection(data: bytes) -> None:
    """Fuzz what tells passages in other languages: the post stays its text."""
    content = _decoded(data)
    found = parts(content, text_format.layout(content))
    kept = keep_foreign(Post("a", None, "text", "utf-8", found))  # type: ignore[arg-type]  # unread
    assert join(kept.parts) == content


def broken(data: bytes) -> None:
    """Fail on a word that is found letter by letter, to try what fuzzes."""
    if data[:1] == b"f":  # noqa: SIM102 - each step is a branch to discover
        if data[1:2] == b"o":
            assert data[2:3] != b"g"


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "ignore")


def _three(data: bytes) -> tuple[str, str, str]:
    """Return three texts: fuzzers find the lines between them soon."""
    first, _, rest = _decoded(data).partition("\n===\n")
    second, _, third = rest.partition("\n===\n")
    return first, second, third


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target
    for target in (
        text,
        markdown,
        html,
        pages,
        wordpress,
        exports,
        memories,
        front_matter,
        catalogs,
        glossaries,
        inline,
        numbers,
        detection,
    )
}
