"""Posts of a WordPress export as pages of the site."""

from dataclasses import replace
from pathlib import Path

from tests.wordpress.exports import PROSE, item, write
from translate import build
from translate.catalog import new, path
from translate.catalog import write as write_catalog
from translate.entry import Entry
from translate.read import judge, read
from translate.site import Settings, make
from translate.site.article import moment, version
from translate.site.wordpress import paragraphs


def body(tmp_path: Path, content: str) -> str:
    (post,) = read("export", write(tmp_path, item(1, f"<![CDATA[{content}]]>")))
    shown = version(judge(post, "en").post, {}, lambda _, address: address)
    return " ".join(shown.body.split())


def test_blocks_are_shown_without_their_comments(tmp_path: Path) -> None:
    content = "<!-- wp:paragraph -->\n<p>A word &amp; more.</p>\n<!-- /wp:paragraph -->"
    assert body(tmp_path, content) == "<p>A word &amp; more.</p>"


def test_the_classic_editor_makes_paragraphs_of_blank_lines() -> None:
    assert paragraphs("One\nline.\n\n<h2>Two</h2>\nThree.\n<pre>a\n\nb</pre>") == (
        "<p>One<br>\nline.</p>\n<h2>Two</h2>\n<p>Three.</p><pre>a\n\nb</pre>"
    )


def test_captions_are_figures_addresses_links_and_other_shortcodes_nothing(tmp_path: Path) -> None:
    content = (
        'Some words.\n\n[caption id="a" width="9"]<img src="a.png" alt="A"> A map.[/caption]\n\n'
        'https://example.org/film\n\n[gallery ids="1,2"]\n\nThe last of them.'
    )
    assert body(tmp_path, content) == (
        '<p>Some words.</p> <figure><img src="a.png" alt="A"> <figcaption>A map.</figcaption>'
        ' </figure> <p><a href="https://example.org/film">https://example.org/film</a></p> '
        "<p>The last of them.</p>"
    )


def test_a_post_knows_its_title_and_when_it_was_published(tmp_path: Path) -> None:
    fields = {"title": "Boats &amp; tea", "post_date_gmt": "2025-10-24 06:30:00"}
    (post,) = read("export", write(tmp_path, item(1, PROSE, **fields)))
    assert version(post, {}, lambda _, address: address).title == "Boats & tea"
    assert moment(post) == "2025-10-24T06:30:00+00:00"
    never = dict.fromkeys(("post_date_gmt", "post_date"), "0000-00-00 00:00:00")
    (undated,) = read("export", write(tmp_path, item(1, PROSE, **never)))
    assert moment(undated) == ""


def test_both_languages_have_pages_and_links_between_posts_lead_to_them(tmp_path: Path) -> None:
    first = item(1, "We waited on the quay for an hour. Nobody came.")
    see = 'See <a href="https://a.example/1/#end">what we wrote</a> about it before.'
    export = write(tmp_path, first, item(2, f"<![CDATA[{see}]]>"))
    locales = tmp_path / "locales"
    for post in read("export", export):
        entries = tuple(
            Entry(text, text.upper() if "<" not in text else text.replace("See", "BAK"))
            for text in dict.fromkeys(segment.text for segment in post.segments)
        )
        write_catalog(path(locales, post.name), replace(new("x"), entries=entries))
    files = make([("export", export)], Settings(build.Settings(locales, tmp_path / "site"))).files
    english, turkish = (
        files[f"{folder}posts/export/post-2.html"].decode() for folder in ("", "tr/")
    )
    assert 'href="post-1.html#end"' in english
    assert 'BAK <a href="post-1.html#end">' in turkish
    assert "WE WAITED ON THE QUAY" in files["tr/posts/export/post-1.html"].decode()
