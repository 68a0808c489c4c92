"""Which Turkish posts are written, where, and in which bytes."""

import shutil
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.engines import engine, upper
from tests.wordpress import exports
from translate import catalog
from translate.build import Outcome, Settings, build, orphans
from translate.draft import Settings as Drafting
from translate.draft import draft
from translate.entry import change

TEXT = (
    "Night ferry\n\n"
    "The ferry that crosses the strait at night will stop running, the council said. "
    "Nobody on board believes that it will ever come back. "
    "It has sailed for a hundred years.\n"
)


class Site:
    """A folder of posts, drafted in capitals."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def post(self, name: str = "ferry.txt", text: str = TEXT, encoding: str = "utf-8") -> Path:
        path = self.folder / "en" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode(encoding))
        return path

    @property
    def files(self) -> list[tuple[str, Path]]:
        posts = (path for path in (self.folder / "en").iterdir() if path.is_file())
        return sorted((path.stem, path) for path in posts)

    def draft(self) -> None:
        settings = Drafting(self.folder / "locales", "upper 1.0", "en")
        list(draft(self.files, settings, lambda: engine(upper), print))

    def review(self, count: int, name: str = "ferry") -> None:
        """Have a person accept the first `count` sentences, and unaccept the others."""
        path = catalog.path(self.folder / "locales", name)
        found = catalog.read(path)
        assert found is not None
        entries = [
            change(entry, flags=() if number < count else ("fuzzy",))
            for number, entry in enumerate(found.entries)
        ]
        catalog.write(path, replace(found, entries=tuple(entries)))

    def sign(self, translator: str, name: str = "ferry") -> None:
        path = catalog.path(self.folder / "locales", name)
        signed = path.read_text(encoding="utf-8").replace("Automatically generated", translator)
        path.write_text(signed, encoding="utf-8")

    def build(self, **settings: object) -> list[Outcome]:
        defaults = Settings(self.folder / "locales", self.folder / "tr")
        return list(build(self.files, replace(defaults, **settings)))  # type: ignore[arg-type]  # any field

    def turkish(self, name: str = "ferry.txt") -> str:
        return (self.folder / "tr" / name).read_text(encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = Site(tmp_path)
    made.post()
    made.draft()
    return made


def test_a_post_of_which_half_is_reviewed_is_written_and_the_rest_stays_english(site: Site) -> None:
    site.review(2)
    assert [outcome.status for outcome in site.build()] == ["written"]
    assert "COUNCIL SAID. Nobody on board" in site.turkish()


def test_one_of_which_less_is_reviewed_is_not_and_the_reason_is_told(site: Site) -> None:
    site.review(1)
    (outcome,) = site.build()
    assert (outcome.status, outcome.detail) == ("skipped", "25 % reviewed, 50 % needed")
    assert not outcome.target.exists()


def test_the_share_that_is_needed_can_be_chosen(site: Site) -> None:
    site.review(1)
    assert site.build(min_reviewed=20)[0].status == "written"
    assert site.build(min_reviewed=100)[0].status == "out of date"


def test_one_that_has_fallen_below_stays_as_it_is(site: Site) -> None:
    site.review(4)
    site.build()
    before = site.turkish()
    site.review(1)
    assert [outcome.status for outcome in site.build()] == ["out of date"]
    assert site.turkish() == before


def test_so_does_one_whose_author_wants_none_any_more_until_it_is_removed(site: Site) -> None:
    text = f"---\ntitle: Council\n---\n{TEXT}"
    path = site.post("council.md", text)
    site.draft()
    site.build(drafts=True, link_source=True)
    marked = path.read_text(encoding="utf-8").replace("title:", "translate: false\ntitle:")
    path.write_text(marked, encoding="utf-8")
    outcome, _ = site.build(drafts=True, link_source=True)
    assert (outcome.status, outcome.detail) == (
        "out of date",
        'front matter says "translate: false"',
    )
    assert path.read_text(encoding="utf-8") == marked
    outcome.target.unlink()
    outcome, _ = site.build(drafts=True, link_source=True)
    assert outcome.status == "skipped"
    assert "also available" not in path.read_text(encoding="utf-8")


def test_drafts_are_used_if_asked_for_under_a_notice(site: Site) -> None:
    assert site.build(drafts=True)[0].status == "written"
    assert "IT HAS SAILED" in site.turkish()
    assert "makine çevirisidir" in site.turkish()


def test_the_notice_goes_when_everything_is_reviewed(site: Site) -> None:
    site.review(4)
    site.build(drafts=True)
    assert "makine" not in site.turkish()


def test_then_the_translator_is_credited_in_its_place(site: Site) -> None:
    site.review(4)
    site.sign("Ayşe Yılmaz <ayse@example.org>")
    site.build(drafts=True)
    assert site.turkish().startswith("[Çeviri: Ayşe Yılmaz]\n\nNIGHT FERRY")
    site.review(3)
    site.build()
    assert "Çeviri" not in site.turkish()


def test_a_translation_with_a_script_is_left_in_english_and_told(site: Site) -> None:
    site.post("page.html", "<p>It has sailed for a hundred years. Nobody minds.</p>")
    site.draft()
    path = catalog.path(site.folder / "locales", "page")
    found = catalog.read(path)
    assert found is not None
    sail, mind = found.entries
    sail = change(sail, msgstr="<script>alert(1)</script>Yüz yıl.", flags=())
    catalog.write(path, replace(found, entries=(sail, change(mind, flags=()))))
    (outcome, _) = sorted(site.build(), key=lambda outcome: not outcome.warnings)
    assert (
        "page.po: “It has sailed for a hundred years.”: its translation has <script>"
        in (outcome.warnings[0])
    )
    assert '<span lang="en">It has sailed for a hundred years.</span> NOBODY MINDS.' in (
        site.turkish("page.html")
    )


def test_a_post_that_was_not_drafted_is_skipped(site: Site) -> None:
    site.post("another.txt", TEXT)
    assert site.build(drafts=True)[0].detail == "not drafted yet (`translate draft` does it)"


def test_a_second_run_writes_nothing(site: Site) -> None:
    site.build(drafts=True, link_source=True)
    assert [outcome.status for outcome in site.build(drafts=True, link_source=True)] == [
        "unchanged"
    ]


def test_source_and_turkish_post_link_each_other(site: Site) -> None:
    path = site.post("council.md", TEXT)
    site.draft()
    site.build(drafts=True, link_source=True)
    assert "[İngilizce](../en/council.md)" in site.turkish("council.md")
    assert path.read_text(encoding="utf-8").removeprefix(TEXT.rstrip()) == (
        "\n\n*This post is also available in: [Turkish](../tr/council.md)* "
        "<!-- also-in-turkish -->\n"
    )


def test_with_a_base_url_links_are_absolute(site: Site) -> None:
    site.post("council.md", TEXT)
    site.draft()
    site.build(drafts=True, base_url="https://example.org/blog")
    assert "[İngilizce](https://example.org/blog/en/council/)" in site.turkish("council.md")


def test_drafting_after_linking_changes_no_catalog(site: Site) -> None:
    for name in ("council.md", "page.html"):
        site.post(name, TEXT)
    site.draft()
    catalogs = sorted((site.folder / "locales").rglob("*.po"))
    before = [path.read_bytes() for path in catalogs]
    site.build(drafts=True, link_source=True)
    site.draft()
    assert [path.read_bytes() for path in catalogs] == before


def test_the_turkish_post_has_the_encoding_of_the_english_one(site: Site) -> None:
    path = site.post("wide.txt")
    path.write_bytes(b"\xff\xfe" + TEXT.encode("utf-16-le"))
    site.draft()
    site.build(drafts=True)
    built = (site.folder / "tr" / "wide.txt").read_bytes()
    assert built.startswith(b"\xff\xfe")
    assert "Bu yazı şu" in built[2:].decode("utf-16-le")


def test_windows_1252_has_no_turkish_letters_so_html_spells_them(site: Site) -> None:
    site.post("page.html", f"<p>Café. {TEXT}</p>", "cp1252")
    site.post("page2.txt", f"Café. {TEXT}", "cp1252")
    site.draft()
    site.build(drafts=True)
    assert b"Bu yaz&#305; &#351;u" in (site.folder / "tr" / "page.html").read_bytes()
    assert "Bu yazı şu" in site.turkish("page2.txt")


def test_a_post_is_never_overwritten(site: Site) -> None:
    (outcome,) = site.build(drafts=True, out=site.folder / "en")
    assert outcome.status == "refused"
    assert site.files[0][1].read_text(encoding="utf-8") == TEXT


def test_nor_is_any_file_that_the_program_did_not_write(site: Site) -> None:
    target = site.folder / "tr" / "ferry.txt"
    target.parent.mkdir()
    target.write_text("Somebody's own page.\n", encoding="utf-8")
    (outcome,) = site.build(drafts=True)
    assert outcome.status == "refused"
    assert target.read_text(encoding="utf-8") == "Somebody's own page.\n"


def test_linking_a_post_that_is_a_symbolic_link_writes_to_where_it_leads(site: Site) -> None:
    path = site.post("council.md", TEXT)
    (path.parent / "drawer").mkdir()
    real = path.rename(path.parent / "drawer/real.md")
    path.symlink_to(real)
    site.draft()
    site.build(drafts=True, link_source=True)
    assert path.is_symlink()
    assert "also available" in real.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["my post.txt", "Gece vapuru.MD", "50% & more.html", "100%20off.md"]
)
def test_a_post_of_any_name_is_known_to_be_there(site: Site, name: str) -> None:
    site.post(name, TEXT)
    site.draft()
    outcomes = site.build(drafts=True, base_url="https://example.org")
    assert {outcome.status for outcome in outcomes} == {"written"}
    settings = Settings(site.folder / "locales", site.folder / "tr")
    assert orphans([], settings) == []


def test_turkish_posts_whose_source_is_gone_are_found(site: Site) -> None:
    site.post("council.md", TEXT)
    site.draft()
    site.build(drafts=True)
    (site.folder / "en" / "ferry.txt").unlink()
    settings = Settings(site.folder / "locales", site.folder / "tr")
    assert orphans(site.files, settings) == [site.folder / "tr" / "ferry.txt"]
    assert orphans([], settings) == [site.folder / "tr" / "ferry.txt"]  # council.md is still there


def test_none_is_found_through_a_link_out_of_the_folder(site: Site) -> None:
    post = site.post("old/boat.txt")
    drafting = Drafting(site.folder / "locales", "upper 1.0", "en")
    list(draft([("old/boat", post)], drafting, lambda: engine(upper), print))
    settings = Settings(site.folder / "locales", site.folder / "tr", drafts=True)
    list(build([("old/boat", post)], settings))
    post.unlink()
    assert orphans([], settings) == [site.folder / "tr" / "old" / "boat.txt"]
    (site.folder / "tr" / "old").rename(site.folder / "mine")
    (site.folder / "tr" / "old").symlink_to(site.folder / "mine")
    assert orphans([], settings) == []


def test_so_is_the_one_of_an_export_but_not_that_of_a_post_of_its_name(site: Site) -> None:
    export = exports.write(site.folder / "en", exports.item(1), exports.item(2))
    gone = [export.rename(export.with_name(name)) for name in ("ferry.xml",)]
    (site.folder / "en" / "ferry.txt").unlink()
    gone.append(Path(shutil.copy(gone[0], site.folder / "en" / "Old site.xml")))
    site.draft()
    site.build(drafts=True)
    for path in gone:
        path.unlink()
    site.post("ferry.txt")
    site.draft()
    site.build(drafts=True)
    out = site.folder / "tr"
    settings = Settings(site.folder / "locales", out)
    assert sorted(orphans(site.files, settings)) == [out / "Old site.xml", out / "ferry.xml"]


def test_a_version_in_another_format_than_the_post_has_now_is_found(site: Site) -> None:
    site.build(drafts=True)
    (site.folder / "en" / "ferry.txt").rename(site.folder / "en" / "ferry.md")
    settings = Settings(site.folder / "locales", site.folder / "tr")
    assert orphans(site.files, settings) == [site.folder / "tr" / "ferry.txt"]


def test_nothing_reviewed_makes_no_turkish_version_whatever_share_is_asked_for(site: Site) -> None:
    assert site.build(min_reviewed=0)[0].detail == "nothing is reviewed yet"


def test_versions_below_the_posts_folder_are_not_taken_for_posts(site: Site) -> None:
    site.review(2)
    out = site.folder / "en" / "tr"
    assert site.build(out=out)[0].status == "written"
    nested = [("tr/ferry", out / "ferry.txt")]
    settings = Settings(site.folder / "locales", out)
    assert [each.status for each in build(nested, settings)] == ["skipped"]
    assert [each.status for each in build(site.files[:1], settings)] == ["unchanged"]


def test_a_folder_that_cannot_be_written_to_is_a_clear_refusal(site: Site) -> None:
    (site.folder / "tr").write_text("a file where the folder should be")
    (outcome,) = site.build(drafts=True)
    assert outcome.status == "refused"
    assert "cannot be written" in outcome.detail


def seconds(site: Site, count: int) -> float:
    """Return how long a core takes to look for orphans among so many posts."""
    posts, catalogs = site.folder / "tr", catalog.folder(site.folder / "locales")
    for number in range(count):
        shutil.copy(catalogs / "ferry.po", catalogs / f"{number}.po")
        shutil.copy(posts / "ferry.txt", posts / f"{number}.txt")
    files = [(str(number), site.folder / "en" / f"{number}.txt") for number in range(count)]
    start = time.process_time()
    assert orphans(files, Settings(site.folder / "locales", posts)) == []
    return time.process_time() - start


@pytest.mark.slow
def test_looking_for_orphans_takes_no_more_time_for_each_of_many_posts(site: Site) -> None:
    site.build(drafts=True)
    few, many = (seconds(site, count) for count in (300, 2400))
    assert many < 16 * few
