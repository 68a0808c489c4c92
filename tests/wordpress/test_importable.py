"""The export that goes back: the Turkish posts, as WordPress's importer takes them."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engines import engine, upper
from tests.test_golden import GOLDEN, compare
from tests.wordpress.exports import FOLDER, PROSE, item, meta, write
from translate import catalog
from translate.build import Outcome, build
from translate.build import Settings as Building
from translate.draft import Settings as Drafting
from translate.draft import draft
from translate.entry import Entry, change
from translate.read import read
from translate.wordpress import export
from translate.wordpress.item import Selection
from translate.wordpress.plugins import Plugin

SPACES = {
    "wp": "http://wordpress.org/export/1.2/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
}


class Site:
    """An export, and a folder for what is made of it."""

    def __init__(self, folder: Path, path: Path) -> None:
        self.folder, self.path = folder, path
        self.locales = folder / "locales"

    def draft(self) -> None:
        settings = Drafting(self.locales, "upper 1.0", "en")
        files = [(self.path.stem, self.path)]
        list(draft(files, settings, lambda: engine(upper), lambda *_: None))

    def edit(self, edited: Callable[[Entry], Entry]) -> None:
        """Have a person go through every entry of every catalog."""
        for path in (self.locales / "tr").rglob("*.po"):
            found = catalog.read(path)
            assert found is not None
            catalog.write(path, replace(found, entries=tuple(map(edited, found.entries))))

    def review(self) -> None:
        self.edit(lambda entry: change(entry, flags=()))

    def build(self, **settings: object) -> list[Outcome]:
        defaults = Building(self.locales, self.folder / "tr", drafts=True)
        chosen = replace(defaults, **settings)  # type: ignore[arg-type]  # any field
        return list(build([(self.path.stem, self.path)], chosen))

    @property
    def target(self) -> Path:
        return self.folder / "tr" / self.path.name

    @property
    def tree(self) -> ElementTree.ElementTree:
        return ElementTree.parse(self.target)  # noqa: S314 (it is ours)

    @property
    def items(self) -> list[ElementTree.Element]:
        return self.tree.findall("channel/item")


def site(tmp_path: Path, *items: str) -> Site:
    made = Site(tmp_path, write(tmp_path, *items))
    made.draft()
    return made


def wp(item: ElementTree.Element, name: str) -> str:
    return item.findtext(f"wp:{name}", "", SPACES)


def metas(item: ElementTree.Element) -> dict[str, str]:
    """Return the meta fields of a post without ours, which every Turkish post has."""
    found = {
        each.findtext("wp:meta_key", "", SPACES): each.findtext("wp:meta_value", "", SPACES)
        for each in item.findall("wp:postmeta", SPACES)
    }
    assert found.pop(export.ORIGINAL_KEY)
    return found


# Golden files


@pytest.mark.parametrize("name", ["polylang", "classic", "wpml"])
def test_export_catalogs_and_export(tmp_path: Path, name: str) -> None:
    post = tmp_path / "en" / f"{name}.xml"
    post.parent.mkdir()
    shutil.copy(FOLDER / post.name, post)
    files = [(name, post)]
    locales = tmp_path / "locales"
    list(draft(files, Drafting(locales, "upper 1.0"), lambda: engine(upper), lambda *_: None))
    list(build(files, Building(locales, tmp_path / "tr", drafts=True)))
    compare(tmp_path / "tr" / post.name, GOLDEN / "wordpress" / f"{name}.tr.xml")
    made = sorted((locales / "tr" / "LC_MESSAGES" / name).glob("*.po"))
    assert made
    for path in made:
        compare(path, GOLDEN / "wordpress" / f"{name}.{path.name}")
        if shutil.which("msgfmt"):
            done = subprocess.run(
                ["msgfmt", "--check", "-o", os.devnull, path], capture_output=True
            )
            assert (done.returncode, done.stderr) == (0, b"")


# Which posts are in it


def test_it_holds_the_turkish_posts_alone(tmp_path: Path) -> None:
    made = site(tmp_path, item(1), item(2, status="draft"), item(3, post_type="attachment"))
    assert [outcome.status for outcome in made.build()] == ["written"]
    assert [each.findtext("title") for each in made.items] == ["BOAT 1"]


def test_the_gates_are_those_of_other_posts(tmp_path: Path) -> None:
    made = site(tmp_path, item(1))
    (outcome,) = made.build(drafts=False)
    assert (outcome.status, outcome.detail) == ("skipped", "nothing is reviewed yet")
    assert not made.target.exists()


def test_a_post_that_is_not_drafted_does_not_keep_out_the_others(tmp_path: Path) -> None:
    made = site(tmp_path, item(1), item(2))
    catalog.path(made.locales, "export/post-1").unlink()
    assert [each.status for each in made.build()] == ["skipped", "written"]


def test_nor_does_one_whose_catalog_is_broken(tmp_path: Path) -> None:
    made = site(tmp_path, item(1), item(2))
    catalog.path(made.locales, "export/post-1").write_text('msgid "a')
    assert [each.status for each in made.build()] == ["refused", "written"]


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    made = site(tmp_path, item(1), item(2))
    made.build()
    before = made.target.stat().st_mtime_ns
    assert [each.status for each in made.build()] == ["unchanged", "unchanged"]
    assert made.target.stat().st_mtime_ns == before


def test_a_file_that_the_program_did_not_write_is_not_touched(tmp_path: Path) -> None:
    made = site(tmp_path, item(1))
    made.target.parent.mkdir()
    shutil.copy(made.path, made.target)
    assert [each.status for each in made.build()] == ["refused"]
    assert made.target.read_bytes() == made.path.read_bytes()


def test_what_it_wrote_is_not_translated_again(tmp_path: Path) -> None:
    made = site(tmp_path, item(1))
    made.build()
    again = Site(tmp_path / "again", made.target)
    drafts = Selection(statuses=frozenset(["draft"]))
    (outcome,) = again.build(selection=drafts)
    assert outcome.detail == "already Turkish: a version that this program wrote"


def test_nor_is_its_original_once_the_turkish_post_is_on_the_site(tmp_path: Path) -> None:
    made = site(tmp_path, item(1), item(2))
    catalog.path(made.locales, "export/post-2").unlink()
    made.build()
    (turkish,) = re.findall("\t<item>.*?</item>\n", made.target.read_text("utf-8"), re.DOTALL)
    published = turkish.replace(">draft<", ">publish<")
    path = write(tmp_path, item(1), item(2), published)
    assert [post.skip for post in read("export", path)] == [
        "has a Turkish version in the export already: post 11",
        "",
        "already Turkish: a version that this program wrote",
    ]


# What a post is


def test_it_is_a_draft_until_everything_is_reviewed(tmp_path: Path) -> None:
    made = site(tmp_path, item(1))
    made.build()
    assert wp(made.items[0], "status") == "draft"
    assert "makine çevirisidir" in made.target.read_text(encoding="utf-8")
    made.review()
    made.build()
    assert wp(made.items[0], "status") == "publish"
    assert "makine çevirisidir" not in made.target.read_text(encoding="utf-8")


def test_ids_are_those_of_the_originals_beyond_all_of_the_site(tmp_path: Path) -> None:
    made = site(
        tmp_path, item(7), item(12), item(345, post_type="attachment"), item(7, post_name="b")
    )
    made.build()
    assert [wp(each, "post_id") for each in made.items] == ["1007", "1012", "2007"]
    assert made.items[0].findtext("guid") == "https://a.example/?p=1007"


def test_author_dates_and_terms_are_the_originals(tmp_path: Path) -> None:
    term = '<category domain="category" nicename="boats">Boats</category>'
    made = site(tmp_path, item(1, more=term))
    made.draft()
    made.edit(lambda entry: change(entry, msgstr="Vapur", flags=()))
    made.build()
    (post,) = made.items
    assert wp(post, "post_date") == "2026-03-02 08:30:00"
    assert [each.attrib for each in post.findall("category")] == [
        {"domain": "category", "nicename": "boats"}
    ]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Işık İçin Şarkı: Göğe Üç Öykü", "isik-icin-sarki-goge-uc-oyku"),
        ("İstanbul'un 3. köprüsü", "istanbulun-3-koprusu"),
        ("Kâğıt &amp; kalem", "kagit-kalem"),
    ],
)
def test_the_slug_comes_from_the_turkish_title(tmp_path: Path, title: str, slug: str) -> None:
    made = site(tmp_path, item(1))
    made.edit(lambda entry: change(entry, msgstr=title, flags=()))
    made.build()
    assert wp(made.items[0], "post_name") == slug


def test_slugs_are_unique_on_the_site(tmp_path: Path) -> None:
    made = site(tmp_path, item(1), item(2), item(3, post_name="vapur", status="draft"))
    made.edit(lambda entry: change(entry, msgstr="Vapur", flags=()))
    made.build()
    assert [wp(each, "post_name") for each in made.items] == ["vapur-tr", "vapur-tr-2"]


def test_a_title_that_stays_the_same_comes_a_second_later(tmp_path: Path) -> None:
    """The importer takes posts of one title, date and type for one post."""
    made = site(tmp_path, item(1, post_date_gmt="0000-00-00 00:00:00"))
    made.build()
    (post,) = made.items
    assert (wp(post, "post_date"), wp(post, "post_date_gmt")) == (
        "2026-03-02 08:30:01",
        "0000-00-00 00:00:00",
    )


def test_a_turkish_page_is_below_a_turkish_page(tmp_path: Path) -> None:
    parent = item(4, post_type="page")
    made = site(tmp_path, parent, item(5, post_type="page", post_parent="4"))
    made.build()
    assert wp(made.items[1], "post_parent") == wp(made.items[0], "post_id") == "14"


def test_what_is_about_the_english_post_alone_is_left_out(tmp_path: Path) -> None:
    fields = {
        "_thumbnail_id": "9",
        "_wp_old_slug": "old",
        "_edit_lock": "1:1",
        "_elementor_data": "[]",
        "_yoast_wpseo_canonical": "https://a.example/1/",
    }
    made = site(tmp_path, item(1, more=meta(fields)))
    made.build()
    assert metas(made.items[0]) == {"_thumbnail_id": "9"}


def test_it_names_the_original_in_the_form_of_its_editor(tmp_path: Path) -> None:
    block = f"<![CDATA[<!-- wp:paragraph -->\n<p>{PROSE}</p>\n<!-- /wp:paragraph -->]]>"
    made = site(tmp_path, item(1), item(2, block), item(3, f"&lt;p&gt;{PROSE}&lt;/p&gt;"))
    made.build()
    for number, post in enumerate(made.items, 1):
        content = post.findtext("content:encoded", "", SPACES)
        assert f'<a href="https://a.example/{number}/" hreflang="en"' in content
        assert ('<!-- wp:paragraph {"className":"also-in-turkish"} -->' in content) is (number == 2)


def test_comments_come_along_only_if_asked_for_and_spam_never(tmp_path: Path) -> None:
    comments = "".join(
        f"\t\t<wp:comment><wp:comment_content>{words}</wp:comment_content>"
        f"<wp:comment_approved>{approved}</wp:comment_approved></wp:comment>\n"
        for words, approved in [("A nice boat.", "1"), ("Buy boats.", "spam")]
    )
    made = site(tmp_path, item(1, more=comments))
    made.build()
    assert made.items[0].findall("wp:comment", SPACES) == []
    made.build(comments=True)
    (comment,) = made.items[0].findall("wp:comment", SPACES)
    assert wp(comment, "comment_content") == "A nice boat."


# Translation plugins


def test_polylang_gets_the_language_and_the_group_with_all_versions(tmp_path: Path) -> None:
    made = Site(tmp_path, FOLDER / "polylang.xml")
    made.draft()
    made.build()
    groups = [
        [each.get("nicename") for each in post.findall("category")][-2:] for post in made.items
    ]
    assert groups[0] == ["turkce", "pll_60a1b2c3d4e5f"]
    descriptions = {
        wp(term, "term_slug"): wp(term, "term_description")
        for term in made.tree.findall("channel/wp:term", SPACES)
        if wp(term, "term_taxonomy") == "post_translations"
    }
    assert descriptions == {
        "pll_60a1b2c3d4e5f": 'a:3:{s:2:"en";i:21;s:2:"de";i:22;s:6:"turkce";i:121;}',
        groups[1][1]: 'a:2:{s:2:"en";i:33;s:6:"turkce";i:133;}',
    }


def test_linking_the_source_refers_to_posts_that_are_in_no_group_yet(tmp_path: Path) -> None:
    made = Site(tmp_path, FOLDER / "polylang.xml")
    made.draft()
    made.build(link_source=True)
    *turkish, reference = made.items
    assert len(turkish) == 2
    assert (reference.findtext("title"), wp(reference, "post_id")) == ("Contact", "33")
    assert wp(reference, "status") == "draft"
    assert reference.find("content:encoded", SPACES) is None
    terms = [each.get("nicename") for each in reference.findall("category")]
    assert terms == ["en", turkish[1].findall("category")[-1].get("nicename")]


def test_a_site_of_polylang_that_lacks_turkish_gets_it(tmp_path: Path) -> None:
    made = site(tmp_path, item(1))
    made.build(plugin=Plugin.POLYLANG)
    terms = made.tree.findall("channel/wp:term", SPACES)
    assert [(wp(each, "term_taxonomy"), wp(each, "term_name")) for each in terms[:2]] == [
        ("language", "Türkçe"),
        ("term_language", "Türkçe"),
    ]
    assert 's:5:"tr_TR"' in wp(terms[0], "term_description")


def test_wpml_gets_the_language_and_the_group_of_the_original(tmp_path: Path) -> None:
    made = Site(tmp_path, FOLDER / "wpml.xml")
    made.draft()
    made.build()
    found = metas(made.items[0])
    assert found == {
        "_icl_lang_code": "tr",
        "trid": "15",
        "_wpml_import_language_code": "tr",
        "_wpml_import_source_language_code": "en",
        "_wpml_import_translation_group": "15",
        "_seopress_titles_desc": "WHAT CHANGES ON LINES 4 AND 12.",
    }


def test_the_plugin_can_be_chosen(tmp_path: Path) -> None:
    made = Site(tmp_path, FOLDER / "polylang.xml")
    made.draft()
    made.build(plugin=Plugin.NONE)
    domains = {each.get("domain") for post in made.items for each in post.findall("category")}
    assert domains == {"category"}


# Whatever a translator writes


WORDS = st.lists(
    st.sampled_from(["a", "İş", *">&\"'\\]-[/ ", "]]>", "&amp;", "<b>x</b>"]), min_size=1
)


@given(WORDS.map("".join), st.sampled_from(["cdata", "text"]))
def test_the_export_stays_well_formed_whatever_a_translation_says(
    tmp_path_factory: pytest.TempPathFactory, words: str, spelled: str
) -> None:
    folder = tmp_path_factory.mktemp("export")
    content = f"{PROSE} ]] [x] end"
    content = f"<![CDATA[{content}]]>" if spelled == "cdata" else content
    made = site(folder, item(1, content, title=content, more=meta({"rank_math_title": "A boat"})))
    made.edit(lambda entry: change(entry, msgstr=words, flags=()))
    made.build()
    if words.strip():
        (post,) = made.items
        assert " ".join(words.split()) in post.findtext("content:encoded", "", SPACES)
        assert metas(post) == {"rank_math_title": " ".join(words.split())}


def test_other_encodings_become_utf_8(tmp_path: Path) -> None:
    path = write(tmp_path, item(1))
    text = path.read_text(encoding="utf-8").replace("UTF-8", "iso-8859-1").replace("ferry", "férry")
    path.write_bytes(text.encode("iso-8859-1"))
    made = Site(tmp_path, path)
    made.draft()
    made.build()
    assert made.target.read_text(encoding="utf-8").startswith(
        '<?xml version="1.0" encoding="UTF-8"'
    )
    assert "FÉRRY" in made.items[0].findtext("content:encoded", "", SPACES)
    assert export.is_ours(made.target)
