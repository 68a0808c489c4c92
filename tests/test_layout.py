"""Where a Turkish version goes for a site generator, and what the two pages link."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.engines import engine, upper
from translate.build import Outcome, Settings, build, originals, orphans
from translate.draft import Settings as Drafting
from translate.draft import draft
from translate.errors import TranslateError
from translate.layout import links, target
from translate.page import Links
from translate.post import Post
from translate.read import find, judge, read

BODY = "The ferry that crosses the strait at night will stop running, the council said.\n"
TEXT = f"---\ntitle: Night ferry\n---\n\n{BODY}"


def post(root: Path, name: str, front: str = "title: Night ferry") -> Post:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{front}\n---\n\n{BODY}", encoding="utf-8")
    [found] = read(path.relative_to(root).with_suffix("").as_posix(), path)
    return judge(found, "en").post


@pytest.mark.parametrize(
    ("generator", "english", "turkish"),
    [
        ("hugo", "content/posts/a.md", "content/posts/a.tr.md"),
        ("hugo", "content/posts/a.en.md", "content/posts/a.tr.md"),
        ("hugo", "content/posts/a/index.md", "content/posts/a/index.tr.md"),
        ("hugo", "content/en/posts/a.md", "content/tr/posts/a.md"),
        ("mkdocs", "docs/guide/a.md", "docs/guide/a.tr.md"),
        ("mkdocs", "docs/en/guide/a.md", "docs/tr/guide/a.md"),
        ("pelican", "content/news/a.md", "content/news/a.tr.md"),
        ("jekyll", "_posts/2024-01-02-a.md", "_posts/tr/2024-01-02-a.md"),
        ("jekyll", "_posts/en/2024-01-02-a.md", "_posts/tr/2024-01-02-a.md"),
        ("eleventy", "src/en/blog/a.md", "src/tr/blog/a.md"),
        ("eleventy", "src/blog/a.md", "src/tr/blog/a.md"),
        ("astro", "src/pages/blog/a.md", "src/pages/tr/blog/a.md"),
        ("astro", "src/pages/en/blog/a.md", "src/pages/tr/blog/a.md"),
        ("astro", "src/content/blog/en/a.md", "src/content/blog/tr/a.md"),
        ("astro", "src/content/docs/guides/a.md", "src/content/docs/tr/guides/a.md"),
    ],
)
@pytest.mark.parametrize("given", [0, 1, 2])
def test_the_place_is_that_of_the_generator_whatever_folder_is_given(
    tmp_path: Path, generator: str, english: str, turkish: str, given: int
) -> None:
    name = english.split("/", given)[-1].removesuffix(".md")
    assert target(generator, name, tmp_path / english) == tmp_path / turkish


def test_the_place_is_written_as_the_post_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert target("eleventy", "blog/a", Path("src/en/blog/a.md")) == Path("src/tr/blog/a.md")


def test_without_the_usual_folder_the_one_given_holds_the_posts(tmp_path: Path) -> None:
    there = tmp_path / "posts/blog/a.md"
    assert target("eleventy", "blog/a", there) == tmp_path / "posts/tr/blog/a.md"
    assert target("eleventy", "a", there) == tmp_path / "posts/blog/tr/a.md"
    english = tmp_path / "posts/en/a.md"
    assert target("eleventy", "a", english) == tmp_path / "posts/tr/a.md"


@pytest.mark.parametrize(
    ("generator", "name", "expected"),
    [
        ("eleventy", "src/en/blog/a.md", Links("../../../en/blog/a/", "../../../tr/blog/a/")),
        ("eleventy", "src/en/index.md", Links("../en/", "../tr/")),
        ("eleventy", "src/en/a/a.md", Links("../../en/a/", "../../tr/a/")),
        ("mkdocs", "docs/index.md", Links('href="../"', 'href="tr/"')),
        ("mkdocs", "docs/guide/README.md", Links('href="../../guide/"', 'href="../tr/guide/"')),
        ("mkdocs", "docs/en/a b.md", Links('href="../../a%20b/"', 'href="../tr/a%20b/"')),
        ("astro", "src/content/blog/en/a.md", Links("../../../en/blog/a/", "../../../tr/blog/a/")),
        ("astro", "src/content/docs/en/a.md", Links("../../en/a/", "../../tr/a/")),
        ("astro", "src/pages/a.md", Links("../../a/", "../tr/a/", moved="..")),
    ],
)
def test_pages_link_what_is_served(
    tmp_path: Path, generator: str, name: str, expected: Links
) -> None:
    assert links(generator, post(tmp_path, name)) == expected


def test_hugo_and_pelican_are_asked_for_the_address(tmp_path: Path) -> None:
    for name in ("content/en/posts/a.md", "content/posts/a.en.md"):
        hugo = links("hugo", post(tmp_path, name))
        assert hugo.turkish == '{{< relref path="/posts/a.md" lang="tr" >}}'
    pelican = links("pelican", post(tmp_path, "content/news/a b.md"))
    assert (pelican.english, pelican.turkish) == ("{filename}a%20b.md", "{filename}a%20b.tr.md")


@pytest.mark.parametrize(
    ("front", "slug"),
    [
        ("title: The ferry’s “last” trip — maybe", "the-ferrys-last-trip-maybe"),
        ("title: Café, again", "cafe-again"),
        ("Title: A ferry\nSlug: ferry", "ferry"),
    ],
)
def test_pelican_pairs_by_the_slug_that_the_english_post_has(
    tmp_path: Path, front: str, slug: str
) -> None:
    assert links("pelican", post(tmp_path, "content/a.md", front)).field == ("slug", slug)


@pytest.mark.parametrize(
    ("generator", "name", "front", "reason"),
    [
        ("pelican", "content/a.md", "title: Łódź", 'write "slug: …"'),
        ("jekyll", "about.md", "title: About", 'write "permalink: …"'),
        ("eleventy", "src/en/a.md", "permalink: /a/", "that of both versions"),
    ],
)
def test_a_post_that_cannot_be_paired_is_refused(
    tmp_path: Path, generator: str, name: str, front: str, reason: str
) -> None:
    with pytest.raises(TranslateError, match=reason):
        links(generator, post(tmp_path, name, front))


class Site:
    """A Hugo site with one post, drafted in capitals."""

    def __init__(self, folder: Path) -> None:
        self.content = folder / "content"
        self.settings = Settings(folder / "locales", folder / "out", drafts=True, layout="hugo")
        self.settings = replace(self.settings, link_source=True)
        self.write("ferry.md", TEXT)

    def write(self, name: str, text: str) -> Path:
        path = self.content / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    @property
    def files(self) -> tuple[tuple[str, Path], ...]:
        return originals(find([self.content]).files, self.settings)

    def run(self) -> list[Outcome]:
        drafting = Drafting(self.settings.locales, "upper 1.0", "en")
        list(draft(self.files, drafting, lambda: engine(upper), print))
        return list(build(self.files, self.settings))


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def test_a_turkish_version_beside_its_post_is_no_post_of_its_own(site: Site) -> None:
    assert [outcome.status for outcome in site.run()] == ["written"]
    assert [outcome.status for outcome in site.run()] == ["unchanged"]
    assert [name for name, _ in site.files] == ["ferry"]
    assert sorted(path.name for path in site.content.iterdir()) == ["ferry.md", "ferry.tr.md"]


def test_front_matter_says_turkish_and_nothing_that_a_generator_does_not_ask_for(
    site: Site,
) -> None:
    site.run()
    built = (site.content / "ferry.tr.md").read_text(encoding="utf-8")
    assert built.startswith("---\ntitle: NIGHT FERRY\nlang: tr\n---\n")


def test_a_version_that_a_person_wrote_beside_the_post_is_left_alone(site: Site) -> None:
    own = site.write("ferry.tr.md", "---\ntitle: Gece vapuru\n---\n\nVapur gitti.\n")
    [outcome] = site.run()
    assert (outcome.status, outcome.detail) == (
        "skipped",
        "there is a file that this program did not write",
    )
    assert "Vapur gitti" in own.read_text(encoding="utf-8")


def test_the_version_of_a_post_that_is_gone_can_be_pruned(site: Site) -> None:
    site.write("other.md", TEXT.replace("Night", "Day"))
    site.run()
    (site.content / "ferry.md").unlink()
    assert orphans(site.files, site.settings) == [site.content / "ferry.tr.md"]
    assert [outcome.status for outcome in site.run() if outcome.status == "written"] == []


def test_posts_that_are_no_markdown_are_skipped(site: Site) -> None:
    site.write("old.html", f"<html><body><article><p>{BODY}</p></article></body></html>")
    assert {outcome.target.name: outcome.status for outcome in site.run()} == {
        "ferry.tr.md": "written",
        "old.tr.html": "skipped",
    }
