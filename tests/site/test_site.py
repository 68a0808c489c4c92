"""Which pages the site of some posts has, and what they say to readers and to programs."""

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin
from xml.etree import ElementTree as ET

import pytest

from tests.site.folder import MARKDOWN, TEXT, Folder
from tests.wordpress import exports
from translate import catalog
from translate.entry import change
from translate.errors import TranslateError

BASE = "https://example.org/blog/"
ATOM, MAP = "{http://www.w3.org/2005/Atom}", "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path)
    made.post("ferry.md", MARKDOWN)
    made.post("council.txt", TEXT)
    made.picture()
    made.draft()
    made.review("ferry")
    return made


class Tags(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def tags(page: str, kind: str, **wanted: str) -> list[dict[str, str]]:
    return [
        attributes
        for tag, attributes in Tags(page).found
        if tag == kind and wanted.items() <= attributes.items()
    ]


def words(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


def test_a_reviewed_post_has_a_page_in_each_language_and_a_draft_an_english_one(
    folder: Folder,
) -> None:
    made = folder.make()
    assert {path for path in made.files if path.endswith(".html")} == {
        "index.html",
        "tr/index.html",
        "posts/ferry.html",
        "posts/council.html",
        "tr/posts/ferry.html",
    }
    assert [(outcome.status, outcome.detail) for outcome in made.outcomes] == [
        ("English only", "nothing is reviewed yet"),
        ("both", ""),
    ]


def test_pages_say_in_which_language_they_are_and_link_each_other(folder: Folder) -> None:
    for path, code, other in (
        ("posts/ferry.html", "en", "../tr/posts/ferry.html"),
        ("tr/posts/ferry.html", "tr", "../../posts/ferry.html"),
    ):
        page = folder.page(path)
        assert tags(page, "html") == [{"lang": code}]
        (link,) = tags(page, "a", rel="alternate")
        assert link["href"] == other
    assert "This post is also available in: Turkish" in words(folder.page("posts/ferry.html"))
    assert "Bu yazı şu dillerde de mevcut: İngilizce" in words(folder.page("tr/posts/ferry.html"))


def test_a_post_without_turkish_page_links_none(folder: Folder) -> None:
    page = folder.page("posts/council.html", BASE)
    assert "Turkish" not in words(page)
    assert tags(page, "link", rel="alternate", hreflang="tr") == []
    assert tags(page, "link", rel="canonical") == [
        {"rel": "canonical", "href": f"{BASE}posts/council.html"}
    ]


def test_alternates_are_absolute_and_reciprocal_and_name_the_page_itself(folder: Folder) -> None:
    pages = {
        urljoin(BASE, path.removesuffix("index.html")): content.decode()
        for path, content in folder.make(BASE).files.items()
        if path.endswith(".html")
    }
    for address, page in pages.items():
        assert [link["href"] for link in tags(page, "link", rel="canonical")] == [address]
        links = {
            link["hreflang"]: link["href"]
            for link in tags(page, "link", rel="alternate")
            if "hreflang" in link
        }
        if links:
            assert set(links) == {"en", "tr", "x-default"}
            assert links[tags(page, "html")[0]["lang"]] == address
            assert links["x-default"] == links["en"]
            for other in links.values():
                back = [link["href"] for link in tags(pages[other], "link", rel="alternate")]
                assert address in back
    assert sum("x-default" in page for page in pages.values()) == 4


def test_without_an_address_nothing_is_written_that_needs_one(folder: Folder) -> None:
    files = folder.make().files
    assert not [path for path in files if path.endswith(".xml")]
    for path, content in files.items():
        if path.endswith(".html"):
            assert tags(content.decode(), "link", rel="canonical") == []
            assert "hreflang" not in str(tags(content.decode(), "link"))


def test_every_link_within_the_site_leads_somewhere(folder: Folder) -> None:
    for base in ("", BASE):
        files = folder.make(base, bilingual=True).files
        for path, content in files.items():
            if not path.endswith(".html"):
                continue
            found = Tags(content.decode()).found
            targets = [each.get("href") or each.get("src") for _, each in found]
            for target in filter(None, targets):
                if not target.startswith(("https:", "data:", "#")):
                    assert unquote(urljoin(path, target)).partition("#")[0] in files, target


def test_drafts_are_used_if_asked_for_under_a_notice(folder: Folder) -> None:
    page = folder.page("tr/posts/council.html", drafts=True)
    assert "THE COUNCIL SPOKE" in page
    assert "Bu yazı makine çevirisidir" in words(page)
    assert "makine" not in words(folder.page("tr/posts/ferry.html", drafts=True))
    assert "makine" not in words(folder.page("posts/council.html", drafts=True))


def test_the_translator_is_credited_when_everything_is_reviewed(folder: Folder) -> None:
    folder.review("ferry", translator="Ayşe Yılmaz <ayse@example.org>")
    page = folder.page("tr/posts/ferry.html")
    assert "Çeviri: Ayşe Yılmaz" in words(page)
    assert "ayse@" not in page
    first, *others = folder.entries("ferry")
    folder.write("ferry", [change(first, flags=("fuzzy",)), *others])
    assert "Ayşe" not in folder.page("tr/posts/ferry.html")


def test_what_is_not_translated_is_marked_as_english(folder: Folder) -> None:
    entries = [
        change(entry, msgstr="") if entry.msgid == "Nobody believes it." else entry
        for entry in folder.entries("ferry")
    ]
    folder.write("ferry", entries)
    assert '<span lang="en">Nobody believes it.</span>' in folder.page("tr/posts/ferry.html")


def test_a_translation_with_a_script_is_left_out_and_told(folder: Folder) -> None:
    entries = [
        change(entry, msgstr='<img src=x onerror="alert(1)">')
        if entry.msgid == "Nobody believes it."
        else entry
        for entry in folder.entries("ferry")
    ]
    folder.write("ferry", entries)
    made = folder.make(bilingual=True)
    assert not [path for path, content in made.files.items() if b"onerror=" in content]
    assert "its translation has <img>" in made.outcomes[1].warnings[0]
    assert "left out, it has &lt;img&gt;" in made.files["both/ferry.html"].decode()


def test_no_page_has_a_script_and_whatever_an_author_writes_does_not_break_the_page(
    folder: Folder,
) -> None:
    folder.post(
        "raw.md",
        "# Raw\n\nA word of ours.\n\n<script>alert(1)</script>\n\n"
        '<div onclick="a()">A second word of ours.\n\nA third one </main></body>.\n',
    )
    page = folder.page("posts/raw.html")
    assert "script" not in page
    assert "onclick" not in page
    assert page.count("</main>") == page.count("</body>") == 1
    assert "A third one" in page


def test_posts_are_listed_newest_first_and_those_without_a_day_last(folder: Folder) -> None:
    folder.post("2026-01-02-later.md", "# Later\n\nIt was said later than that.\n")
    page = folder.page("index.html")
    titles = re.findall(r"<h2><a[^>]*>(.*?)</a>", page)
    assert titles == ["Later", "A ferry &amp; its harbour", "The council met again"]
    assert "24 October 2025" in page
    assert "24 Ekim 2025" in folder.page("tr/index.html")


def test_the_title_is_the_pages_heading_and_stands_there_once(folder: Folder) -> None:
    for path in ("posts/ferry.html", "posts/council.html", "tr/posts/ferry.html"):
        assert folder.page(path).count("<h1") == 1
    assert "<h1>THE COUNCIL MET AGAIN</h1>" in folder.page("tr/posts/council.html", drafts=True)


def test_a_title_in_the_text_is_not_repeated_and_other_headings_go_down(folder: Folder) -> None:
    folder.post("own.md", "# Our own title\n\nA word of ours.\n\n# Another one\n\n## Below it\n")
    page = folder.page("posts/own.html")
    assert "<h1>Our own title</h1>" in page
    assert "<h2>Another one</h2>" in page
    assert "<h3>Below it</h3>" in page


def test_pictures_beside_the_posts_come_along(folder: Folder) -> None:
    made = folder.make()
    (picture,) = [path for path in made.files if path.startswith("media/")]
    assert made.files[picture] == b"a picture"
    (english,) = tags(made.files["posts/ferry.html"].decode(), "img")
    (turkish,) = tags(made.files["tr/posts/ferry.html"].decode(), "img")
    assert english == {"src": f"../{picture}", "alt": "A map of the bay"}
    assert turkish == {"src": f"../../{picture}", "alt": "A MAP OF THE BAY"}


@pytest.mark.parametrize(
    "link",
    ["../../secret.png", "../.hidden/map.png", "../notes.txt", "../map.png", "../link/x.png"],
)
def test_nothing_else_does_whatever_a_link_says(folder: Folder, link: str) -> None:
    outside = folder.root.parent / "outside"
    outside.mkdir(exist_ok=True)
    for place in (folder.root.parent / "secret.png", outside / "x.png"):
        place.write_bytes(b"secret")
    for name in (".hidden/map.png", "notes.txt", "map.png"):
        folder.picture(name, b"secret")
    (folder.root / "link").symlink_to(outside)
    folder.post("sly.md", f"# Sly\n\nA word of ours.\n\n![A map]({link})\n")
    made = folder.make()
    assert b"secret" not in made.files.values()
    assert tags(made.files["posts/sly.html"].decode(), "img")[0]["src"] == link


def test_a_link_to_another_post_leads_to_its_page_in_the_same_language(folder: Folder) -> None:
    folder.post("again.md", "# Again\n\nSee [the ferry](ferry.md#next) and [this](council.txt).\n")
    folder.draft()
    folder.review("again")
    english, turkish = folder.page("posts/again.html"), folder.page("tr/posts/again.html")
    assert 'href="ferry.html#next"' in english
    assert 'href="council.html"' in english
    assert 'href="ferry.html#next"' in turkish
    assert 'href="../../posts/council.html"' in turkish


def test_the_feed_of_each_language_has_its_dated_posts(folder: Folder) -> None:
    folder.review("council")
    files = folder.make(BASE, title="The Harbour").files
    for path, code in (("feed.xml", "en"), ("tr/feed.xml", "tr")):
        feed = ET.fromstring(files[path])  # noqa: S314  # our own
        assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == code
        (entry,) = feed.findall(f"{ATOM}entry")
        links = {each.get("hreflang"): each.get("href") for each in entry.findall(f"{ATOM}link")}
        assert links == {"en": f"{BASE}posts/ferry.html", "tr": f"{BASE}tr/posts/ferry.html"}
        assert entry.findtext(f"{ATOM}id") == links[code]
        assert feed.findtext(f"{ATOM}updated") == "2025-10-24T00:00:00+00:00"
        assert feed.findtext(f"{ATOM}title") == "The Harbour"
    assert "A FERRY &amp; ITS HARBOUR" in files["tr/feed.xml"].decode()


def test_the_sitemap_names_every_page_with_its_versions(folder: Folder) -> None:
    files = folder.make(BASE, bilingual=True).files
    found = {}
    for url in ET.fromstring(files["sitemap.xml"]).findall(f"{MAP}url"):  # noqa: S314  # our own
        links = {each.get("hreflang"): each.get("href") for each in url.findall(f"{XHTML}link")}
        found[url.findtext(f"{MAP}loc")] = links
    ferry = {"en": f"{BASE}posts/ferry.html", "tr": f"{BASE}tr/posts/ferry.html"}
    lists = {"en": BASE, "tr": f"{BASE}tr/"}
    assert found == {
        **{address: {**lists, "x-default": BASE} for address in lists.values()},
        **{address: {**ferry, "x-default": ferry["en"]} for address in ferry.values()},
        f"{BASE}posts/council.html": {},
    }


def test_side_by_side_each_sentence_stands_beside_its_translation_and_its_state(
    folder: Folder,
) -> None:
    page = folder.page("both/council.html", bilingual=True)
    row = page[page.index("<span>The council spoke") :].partition("</li>")[0]
    assert words(row) == (
        "The council spoke about the ferry for an hour. THE COUNCIL SPOKE ABOUT THE FERRY FOR AN "
        "HOUR. 0.50"
    )
    assert "draft, confidence 0.50" in row
    assert "reviewed" in folder.page("both/ferry.html", bilingual=True)
    assert tags(page, "meta", name="robots") == [{"name": "robots", "content": "noindex"}]


def test_templates_of_the_user_go_before_ours(folder: Folder, tmp_path: Path) -> None:
    own = tmp_path / "templates"
    own.mkdir()
    (own / "index.html").write_text("{{ words.posts }}: {{ items|length }}", encoding="utf-8")
    assert folder.make(templates=own).files["tr/index.html"] == "Yazılar: 1".encode()


@pytest.mark.parametrize("broken", ["{% if %}", "{{ nobody }}", "{{ items.x.y }}", "{{ 1 / 0 }}"])
def test_a_broken_template_is_an_error_that_names_it(
    folder: Folder, tmp_path: Path, broken: str
) -> None:
    own = tmp_path / "templates"
    own.mkdir()
    (own / "index.html").write_text(broken, encoding="utf-8")
    with pytest.raises(TranslateError, match=r"index\.html.*: mend the template"):
        folder.make(templates=own)


def test_turkish_and_other_posts_have_no_pages_but_one_that_stays_english_has(
    folder: Folder,
) -> None:
    turkish = "Vapur artık kalkmıyor. Kimse buna inanmıyor ama belediye böyle söyledi. " * 3
    folder.post("vapur.txt", turkish)
    folder.post("stays.md", "---\ntitle: Stays\ntranslate: false\n---\n\nThis stays as it is.\n")
    made = folder.make()
    statuses = {Path(outcome.post).stem: outcome.status for outcome in made.outcomes}
    assert statuses["vapur"] == "skipped"
    assert statuses["stays"] == "English only"
    assert "This stays as it is." in made.files["posts/stays.html"].decode()


def test_a_post_that_is_refused_does_not_keep_the_others_from_having_pages(folder: Folder) -> None:
    folder.post("broken.md", "---\ntitle: [\n---\n\nA word.\n")
    made = folder.make()
    assert [outcome.status for outcome in made.outcomes] == ["refused", "English only", "both"]
    assert "posts/ferry.html" in made.files
    assert "posts/broken.html" in made.kept


def test_neither_does_a_post_of_an_export_whose_catalog_is_broken(folder: Folder) -> None:
    exports.write(folder.root / "en", *map(exports.item, (1, 2, 3)))
    folder.draft()
    catalog.path(folder.root / "locales", "export/post-2").write_text('msgid "cut')
    made = folder.make()
    of_export = [outcome.status for outcome in made.outcomes if "export.xml" in outcome.post]
    assert of_export == ["English only", "refused", "English only"]
    assert {"posts/export/post-1.html", "posts/export/post-3.html"} <= set(made.files)
    assert "posts/export/post-2.html" in made.kept


def test_the_same_posts_make_the_same_site(folder: Folder) -> None:
    assert folder.make(BASE, bilingual=True).files == folder.make(BASE, bilingual=True).files
