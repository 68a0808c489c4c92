"""Which items of an export are posts, what they are called, and what of them is translated."""

from pathlib import Path

import pytest

from tests.wordpress.exports import FOLDER, PROSE, item, meta, write
from translate.post import Post, Zone
from translate.read import judge, read
from translate.wordpress.item import Selection


def posts(path: Path, selection: Selection | None = None) -> dict[str, Post]:
    found = read("export", path, selection) if selection else read("export", path)
    return {post.name: post for post in found}


def texts(post: Post) -> list[tuple[str, str]]:
    return [(segment.kind, segment.text) for segment in post.segments]


def test_published_posts_and_pages_are_taken(tmp_path: Path) -> None:
    others = [
        item(2, status="draft"),
        item(3, status="private"),
        item(4, post_type="attachment", status="inherit"),
        item(5, post_type="nav_menu_item"),
        item(6, post_type="revision", status="inherit"),
    ]
    path = write(tmp_path, item(1), *others, item(7, post_type="page"))
    assert list(posts(path)) == ["export/post-1", "export/post-7"]


def test_other_types_and_statuses_can_be_asked_for(tmp_path: Path) -> None:
    path = write(tmp_path, item(1), item(2, post_type="recipe", status="draft"))
    chosen = Selection(frozenset(["recipe"]), frozenset(["draft", "publish"]))
    assert list(posts(path, chosen)) == ["export/post-2"]


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("the-night-ferry", "the-night-ferry"),
        ("", "1"),
        ("..", "1"),
        ("a/../../b", "a-b"),
        ("caf%C3%A9_au.lait", "café-au-lait"),
        ("%d0%bf%d1%80%d0%b8", "при"),
    ],
)
def test_a_catalog_is_named_by_the_slug_in_letters_and_digits(
    tmp_path: Path, slug: str, name: str
) -> None:
    assert list(posts(write(tmp_path, item(1, post_name=slug)))) == [f"export/{name}"]


def test_the_name_of_the_export_is_reduced_too(tmp_path: Path) -> None:
    (post,) = read("old site/my.export_2", write(tmp_path, item(1)))
    assert post.name == "old-site/my-export-2/post-1"


def test_a_name_that_another_has_gets_the_id_and_earlier_posts_keep_theirs(tmp_path: Path) -> None:
    items = [item(number, post_name="about", post_type="page") for number in (9, 4)]
    photo = item(2, post_name="about", post_type="attachment", status="inherit")
    assert list(posts(write(tmp_path, photo, *items))) == ["export/about-9", "export/about"]


def test_every_field_that_readers_read_is_translated(tmp_path: Path) -> None:
    fields = {
        "_yoast_wpseo_title": "A boat %%sep%% %%sitename%%",
        "rank_math_description": "A boat on %sitename%.",
        "_aioseo_description": "#post_title, a boat.",
        "_seopress_titles_title": "%%post_title%%",
        "_edit_last": "one",
        "footnotes": '[{"content":"See \\u003cem\\u003ethere\\u003c/em\\u003e.","id":"a-b"}]',
    }
    path = write(tmp_path, item(1, "<![CDATA[It left.]]>", excerpt="Short.", more=meta(fields)))
    assert texts(posts(path)["export/post-1"]) == [
        ("title", "Boat 1"),
        ("paragraph", "It left."),
        ("excerpt", "Short."),
        ("SEO title", "A boat %%sep%% %%sitename%%"),
        ("SEO description", "A boat on %sitename%."),
        ("SEO description", "#post_title, a boat."),
        ("footnote", "See <em>there</em>."),
    ]


def test_variables_of_seo_plugins_are_kept(tmp_path: Path) -> None:
    path = write(tmp_path, item(1, more=meta({"_yoast_wpseo_title": "A %%sep%% boat"})))
    segment = posts(path)["export/post-1"].segments[-1]
    assert [segment.text[mark.start : mark.end] for mark in segment.marks] == ["%%sep%%"]


def test_content_without_cdata_is_read_and_written_in_entities(tmp_path: Path) -> None:
    path = write(tmp_path, item(1, "&lt;p&gt;Salt &amp;amp; rope.&lt;/p&gt;"))
    _, segment = posts(path)["export/post-1"].segments
    assert segment.text == "Salt &amp; rope."
    assert segment.spell("<b>İp</b>") == "&lt;b&gt;İp&lt;/b&gt;"


def test_a_cdata_end_inside_of_content_is_read_and_written(tmp_path: Path) -> None:
    path = write(tmp_path, item(1, "<![CDATA[It says ]]]]><![CDATA[> here.]]>"))
    _, segment = posts(path)["export/post-1"].segments
    assert segment.text == "It says ]]> here."
    assert segment.spell("a ]]> b") == "a ]]]]><![CDATA[> b"


def test_a_field_that_mixes_both_is_no_post_to_translate(tmp_path: Path) -> None:
    path = write(tmp_path, item(1, "A <![CDATA[boat]]>"))
    assert posts(path)["export/post-1"].skip == "<content:encoded> mixes CDATA and other text"


def test_lines_are_those_of_the_export(tmp_path: Path) -> None:
    path = write(tmp_path, item(1), item(2))
    lines = path.read_text(encoding="utf-8").splitlines()
    for post in posts(path).values():
        assert all(segment.text in lines[segment.line - 1] for segment in post.segments)


def test_comments_are_readers_words_and_spam_is_nobodys(tmp_path: Path) -> None:
    comments = "".join(
        f"<wp:comment><wp:comment_content>{words}</wp:comment_content>"
        f"<wp:comment_approved>{approved}</wp:comment_approved>"
        f"<wp:comment_type>{kind}</wp:comment_type></wp:comment>"
        for words, approved, kind in [
            ("A nice boat.", "1", "comment"),
            ("Buy boats.", "spam", "comment"),
            ("Wait for me.", "0", ""),
            ("Boats linked here.", "1", "pingback"),
        ]
    )
    post = posts(write(tmp_path, item(1, more=comments)))["export/post-1"]
    assert [s.text for s in post.segments if s.zone is Zone.COMMENTS] == ["A nice boat."]
    assert "A nice boat." not in [segment.text for segment in post.translatable()]


def test_a_short_post_that_the_site_says_is_english_is_not_unsure() -> None:
    readings = [judge(post) for post in posts(FOLDER / "polylang.xml").values()]
    assert {each.post.item: each.skip for each in readings} == {
        "the-night-ferry": "",
        "die-nachtfaehre": 'language "de", says the export',
        "about": "has a Turkish version in the export already: post 32",
        "hakkinda": "already Turkish",
        "contact": "",
    }


def test_a_short_post_of_another_site_is() -> None:
    path = FOLDER / "classic.xml"
    drafts = Selection(statuses=frozenset(["draft"]))
    (unfinished,) = posts(path, drafts).values()
    assert judge(unfinished).skip.startswith("unsure")


def test_wpml_says_the_language_in_meta_fields(tmp_path: Path) -> None:
    english, german, turkish = (
        item(number, more=meta({"_icl_lang_code": code, "trid": trid}))
        for number, code, trid in [(1, "en", "7"), (2, "de", "8"), (3, "tr", "7")]
    )
    found = posts(write(tmp_path, english, german, turkish))
    assert [post.skip for post in found.values()] == [
        "has a Turkish version in the export already: post 3",
        'language "de", says the export',
        "already Turkish",
    ]


def test_a_title_may_hold_markup_or_only_look_so(tmp_path: Path) -> None:
    titles = ["<![CDATA[A <em>late</em> boat]]>", "The &lt;html&gt; element &amp;amp; others"]
    path = write(tmp_path, *(item(n, title=title) for n, title in enumerate(titles, 1)))
    found = [post.segments[0].text for post in posts(path).values()]
    assert found == ["A <em>late</em> boat", "The <html> element &amp; others"]
    assert PROSE.startswith("The ferry")
