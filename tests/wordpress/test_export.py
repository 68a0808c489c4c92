"""Exports are scanned in one pass, whatever their size, and refused if they are broken."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.wordpress.exports import FOLDER, HEAD, TAIL, item, write
from translate.errors import TranslateError
from translate.post import join
from translate.read import find, read
from translate.wordpress import export
from translate.wordpress.importable import collecting
from translate.wordpress.item import Selection


def joined(path: Path) -> bytes:
    """Join the literal text of an export and its posts."""
    found = export.scan(path)
    everything = Selection(
        frozenset(each.type for each in found.items),
        frozenset(each.status for each in found.items),
    )
    posts = iter(read("a", path, everything))
    pieces, at = [], 0
    with path.open("rb") as file:
        for each in found.items:
            pieces += [export.text(file, found, at, each.start), join(next(posts).parts)]
            at = each.end
        file.seek(0, 2)
        pieces.append(export.text(file, found, at, file.tell()))
    return "".join(pieces).encode(found.encoding)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.xml")), ids=lambda path: path.name)
def test_literal_text_and_posts_joined_are_the_export(path: Path) -> None:
    assert joined(path) == path.read_bytes()


CONTENT = st.lists(
    st.sampled_from(
        [
            *(
                "A boat left. ",
                "\n\n",
                "é",
                "&amp;",
                "&#8217;",
                "&lt;p&gt;",
                "&lt;!-- wp:more --&gt;",
            ),
            *("<![CDATA[<p>It came.</p>]]>", "<![CDATA[a]]]]><![CDATA[>b]]>", "<!-- x -->", " "),
            '<![CDATA[<!-- wp:x {"label":"A net"} /-->]]>',
        ]
    ),
    max_size=8,
).map("".join)


@given(st.lists(CONTENT, min_size=1, max_size=3), CONTENT, st.sampled_from(["utf-8", "utf-16"]))
def test_so_they_are_however_the_content_is_spelled(
    tmp_path_factory: pytest.TempPathFactory, contents: list[str], title: str, encoding: str
) -> None:
    path = tmp_path_factory.mktemp("export") / "export.xml"
    items = [item(number, words, title=title) for number, words in enumerate(contents, 1)]
    text = HEAD.replace("UTF-8", encoding) + "".join(items) + TAIL
    path.write_bytes(text.encode(encoding))
    assert joined(path) == path.read_bytes()


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
def test_all_versions_of_the_format_are_read(tmp_path: Path, version: str) -> None:
    head = HEAD.replace("1.2", version)
    assert [post.name for post in read("a", write(tmp_path, item(1), head=head))] == ["a/post-1"]


def test_namespaces_may_be_missing(tmp_path: Path) -> None:
    head = "<rss>\n<channel>\n<wp:wxr_version>1.2</wp:wxr_version>\n"
    assert len(list(read("a", write(tmp_path, item(1), head=head)))) == 1


def test_other_encodings_are_read(tmp_path: Path) -> None:
    path = tmp_path / "export.xml"
    head = HEAD.replace("UTF-8", "windows-1252")
    path.write_bytes((head + item(1, "<![CDATA[A café – “cheap”.]]>") + TAIL).encode("cp1252"))
    (post,) = read("a", path)
    assert post.segments[1].text == "A café – “cheap”."
    assert joined(path) == path.read_bytes()


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE rss [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss SYSTEM "http://a.example/rss.dtd">',
    ],
)
def test_a_document_type_is_refused_with_the_entities_in_it(tmp_path: Path, doctype: str) -> None:
    head = HEAD.replace("<rss", f"{doctype}\n<rss")
    path = write(tmp_path, item(1, "&b;"), head=head)
    with pytest.raises(TranslateError, match="declares a document type") as error:
        list(read("a", path))
    assert str(error.value).startswith(f"{path}: ")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda text: text[:-200], "broken XML"),
        (lambda text: text.replace("</title>", "", 1), "line 20: broken XML \\(mismatched tag"),
        (lambda text: text.replace("ferry", "fer\x0bry"), "not well-formed"),
        (lambda text: text.replace("Boat", "&boat;"), "undefined entity"),
        (lambda text: text[:0], "no element found"),
        (lambda text: text.replace("wp:wxr_version", "version"), "no export of WordPress"),
    ],
)
def test_a_broken_export_is_refused_with_the_line(
    tmp_path: Path, damage: Callable[[str], str], reason: str
) -> None:
    path = write(tmp_path, item(1))
    path.write_text(damage(path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(TranslateError, match=reason):
        list(read("a", path))


def test_other_xml_is_left_alone_in_folders_and_refused_when_named(tmp_path: Path) -> None:
    write(tmp_path, item(1))
    feed = tmp_path / "feed.xml"
    feed.write_text("<rss><channel><title>A feed</title></channel></rss>", encoding="utf-8")
    listing = find([tmp_path])
    assert ([name for name, _ in listing.files], listing.ignored) == (["export"], 1)
    assert find([feed]).refused == (
        f"{feed}: no export of WordPress: Tools → Export there makes one",
    )


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16-le", "utf-16-be"])
def test_a_byte_order_mark_stays_in_the_export_and_goes_from_what_is_built(
    tmp_path: Path, codec: str
) -> None:
    path = tmp_path / "export.xml"
    text = HEAD.replace("UTF-8", codec[:6].removesuffix("-")) + item(1) + TAIL
    mark = "" if codec == "utf-8-sig" else "\ufeff"
    path.write_bytes((mark + text).encode(codec))
    assert joined(path) == path.read_bytes()
    with collecting(path, None) as importable:
        assert b"".join(importable.chunks()).startswith(b'<?xml version="1.0" encoding="UTF-8" ?>')
