"""A post gets another name, and nothing that belongs to it stays behind or is overwritten."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.engines import engine, upper
from tests.wordpress import exports
from translate import catalog
from translate.build import Settings, build
from translate.draft import Outcome, draft
from translate.draft import Settings as Drafting
from translate.entry import State, change, state
from translate.errors import TranslateError
from translate.rename import rename

POST = (
    "# Night ferry\n\n"
    "The ferry that crosses the strait at night will stop running, the council said. "
    "Nobody on board believes that it will ever come back.\n"
)


class Site:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings = Settings(folder / "locales", folder / "tr", drafts=True, link_source=True)

    def post(self, name: str = "ferry.md", text: str = POST) -> Path:
        path = self.folder / "en" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    @property
    def posts(self) -> list[tuple[str, Path]]:
        folder = self.folder / "en"
        files = (path for path in folder.rglob("*") if path.is_file())
        return sorted((path.relative_to(folder).with_suffix("").as_posix(), path) for path in files)

    def draft(self, as_new: bool = False) -> list[Outcome]:
        settings = Drafting(self.folder / "locales", "upper 1.0", "en", as_new=as_new)
        return list(draft(self.posts, settings, lambda: engine(upper), lambda *_: None))

    def translated(self, name: str = "ferry") -> None:
        """Draft the posts, and have a person correct a sentence of one."""
        self.draft()
        path = self.po(name)
        path.write_text(path.read_text().replace("NOBODY", "KİMSE"), encoding="utf-8")

    def build(self) -> None:
        list(build(self.posts, self.settings))

    def rename(self, old: str, new: str) -> list[tuple[str, str]]:
        moves = rename(self.folder / "en" / old, self.folder / "en" / new, self.settings)
        here = [[Path(path).resolve().relative_to(self.folder) for path in move] for move in moves]
        return [(source.as_posix(), target.as_posix()) for source, target in here]

    def po(self, name: str = "ferry") -> Path:
        return catalog.path(self.folder / "locales", name)

    def files(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file()
        }


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = Site(tmp_path)
    made.post()
    return made


def test_the_post_its_catalog_and_its_turkish_version_are_renamed(site: Site) -> None:
    site.translated()
    site.build()
    assert site.rename("ferry.md", "news/boat.md") == [
        ("en/ferry.md", "en/news/boat.md"),
        ("tr/ferry.md", "tr/news/boat.md"),
        ("locales/tr/LC_MESSAGES/ferry.po", "locales/tr/LC_MESSAGES/news/boat.po"),
    ]
    assert sorted(site.files()) == [
        "en/news/boat.md",
        "locales/tr/LC_MESSAGES/news/boat.po",
        "tr/news/boat.md",
    ]


@pytest.mark.parametrize("suffix", ["md", "txt", "html"])
@pytest.mark.parametrize("base_url", ["", "https://example.org/blog"])
def test_afterwards_there_is_nothing_to_draft_or_to_build(
    tmp_path: Path, suffix: str, base_url: str
) -> None:
    text = POST.removeprefix("# ")
    if suffix == "html":
        text = f"<html><head><title>Ferry</title></head><body><p>{text}</p></body></html>"
    site = Site(tmp_path)
    site.settings = replace(site.settings, base_url=base_url)
    site.post(f"ferry.{suffix}", text)
    site.translated()
    site.build()
    site.rename(f"ferry.{suffix}", f"a (new) boat.{suffix}")
    before = site.files()
    assert site.draft()[0].status == "unchanged"
    site.build()
    assert site.files() == before


def test_the_catalog_keeps_every_byte_but_names_and_references(site: Site) -> None:
    site.translated()
    wrapped = site.po().read_text(encoding="utf-8").replace('msgstr "KİMSE', 'msgstr ""\n"KİMSE')
    foreign = '\n#: other.md:1 en/ferry.md:9\nmsgctxt "menu"\nmsgid "Ferry"\nmsgstr "Vapur"\n'
    site.po().write_text(wrapped + foreign, encoding="utf-8")
    expected = site.po().read_text(encoding="utf-8")
    expected = expected.replace("en/ferry.md", "en/boat.md").replace(
        "-Version: ferry", "-Version: boat"
    )
    site.rename("ferry.md", "boat.md")
    assert site.po("boat").read_text(encoding="utf-8") == expected


def test_comments_of_other_catalogs_name_it_anew(site: Site) -> None:
    site.draft()
    found = catalog.read(site.po())
    reviewed = tuple(change(entry, flags=()) for entry in found.entries)
    catalog.write(site.po(), replace(found, entries=reviewed))
    site.post("council.md", POST.replace("Nobody", "Somebody").replace("Night", "Last"))
    site.draft()
    before = site.po("council").read_text(encoding="utf-8")
    assert before.count("# memory: ferry, ") == 1
    assert before.count(" % ferry, ") == 1
    site.rename("ferry.md", "boat.md")
    after = before.replace("# memory: ferry, ", "# memory: boat, ")
    after = after.replace(" % ferry, ", " % boat, ")
    assert site.po("council").read_text(encoding="utf-8") == after
    assert [outcome.status for outcome in site.draft()] == ["unchanged", "unchanged"]


def test_references_that_other_programs_wrote_are_found(site: Site) -> None:
    (site.folder / "en/ferry.md").unlink()
    site.post("night ferry.md")
    site.draft()
    quoted = (
        site.po("night ferry")
        .read_text()
        .replace("en/night%20ferry.md", "\u2068en/night ferry.md\u2069")
    )
    site.po("night ferry").write_text(quoted, encoding="utf-8")
    site.rename("night ferry.md", "boat.md")
    text = site.po("boat").read_text(encoding="utf-8")
    assert "#: en/boat.md:1\n" in text
    assert "\u2068" not in text


def test_a_catalog_without_references_is_known_by_its_name(site: Site) -> None:
    site.translated()
    lines = site.po().read_text(encoding="utf-8").splitlines(keepends=True)
    site.po().write_text("".join(line for line in lines if line[:2] != "#:"), encoding="utf-8")
    site.rename("ferry.md", "boat.md")
    assert "KİMSE" in site.po("boat").read_text(encoding="utf-8")


def test_a_file_that_its_author_has_renamed_is_followed(site: Site) -> None:
    site.translated()
    site.build()
    (site.folder / "en/ferry.md").rename(site.folder / "en/boat.md")
    assert len(site.rename("ferry.md", "boat.md")) == 2
    assert sorted(site.files()) == ["en/boat.md", "locales/tr/LC_MESSAGES/boat.po", "tr/boat.md"]
    assert "../tr/boat.md" in (site.folder / "en/boat.md").read_text(encoding="utf-8")
    assert "../en/boat.md" in (site.folder / "tr/boat.md").read_text(encoding="utf-8")


def test_a_post_that_has_another_format_now_is_followed(site: Site) -> None:
    site.translated()
    (site.folder / "en/ferry.md").rename(site.folder / "en/ferry.txt")
    assert site.rename("ferry.md", "ferry.txt") == []
    assert "#: en/ferry.txt:1" in site.po().read_text(encoding="utf-8")


def test_into_a_folder_is_the_same_name_there(site: Site) -> None:
    site.draft()
    (site.folder / "en/2024").mkdir()
    site.rename("ferry.md", "2024")
    assert site.po("2024/ferry").exists()


def test_a_line_about_turkish_that_the_author_wrote_stays(site: Site) -> None:
    own = POST + "\nThis post is also available in: [Turkish](../tr/ferry.md)\n"
    site.post(text=own)
    site.translated()
    site.build()
    site.rename("ferry.md", "boat.md")
    assert (site.folder / "en/boat.md").read_text(encoding="utf-8") == own


def test_a_turkish_page_of_a_person_stays(site: Site) -> None:
    site.draft()
    (site.folder / "tr").mkdir()
    (site.folder / "tr/ferry.md").write_text("Elle çevrildi.", encoding="utf-8")
    site.rename("ferry.md", "boat.md")
    assert (site.folder / "tr/ferry.md").exists()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("ferry.md", "train.md", "a file of this name already"),
        ("ferry.md", "bus.md", "a catalog of this name already"),
        ("ferry.md", "tram.md", "a second post of this name"),
        ("ferry.md", "taken.md", "a file of this name already"),
        ("ferry.md", "ferry.txt", "keep the suffix .md"),
        ("ferry.md", "boat", "the whole new name"),
        ("ferry.md", "../boat.md", "the folder of the posts"),
        ("nothing.md", "boat.md", "no such file"),
        ("train.md", "boat.md", "no catalog"),
    ],
)
def test_what_cannot_be_done_is_refused_before_anything_is(
    site: Site, old: str, new: str, told: str
) -> None:
    site.translated()
    site.build()
    site.post("train.md", "A train.\n")
    site.post("tram.txt", "A tram.\n")
    shutil.copy(site.folder / "tr/ferry.md", site.folder / "tr/taken.md")
    site.po("bus").write_bytes(site.po().read_bytes().replace(b"ferry", b"bus"))
    before = site.files()
    with pytest.raises(TranslateError, match=told):
        site.rename(old, new)
    assert site.files() == before


@pytest.mark.parametrize("steps", range(4))
def test_one_that_was_stopped_is_finished_by_the_same_again(site: Site, steps: int) -> None:
    site.translated()
    site.build()
    settings = replace(site.settings)
    moves = rename(site.folder / "en/ferry.md", site.folder / "en/boat.md", settings)
    for _ in range(steps):
        next(moves)
    if steps < 3:
        site.rename("ferry.md", "boat.md")
    assert sorted(site.files()) == ["en/boat.md", "locales/tr/LC_MESSAGES/boat.po", "tr/boat.md"]
    assert "KİMSE" in site.po("boat").read_text(encoding="utf-8")


def test_an_export_is_renamed_with_the_catalogs_of_all_its_posts(site: Site) -> None:
    (site.folder / "en/ferry.md").unlink()
    exports.write(site.folder / "en", exports.item(1), exports.item(2))
    (old,) = (path.name for _, path in site.posts)
    site.draft()
    site.build()
    name = Path(old).stem
    assert len(site.rename(old, "site-2025.xml")) == 4
    assert not list(site.po(name).with_suffix("").glob("*.po"))
    assert {outcome.status for outcome in site.draft()} == {"unchanged"}


def test_an_export_that_came_again_under_another_name_is_renamed_as_draft_advises(
    site: Site,
) -> None:
    (site.folder / "en/ferry.md").unlink()
    boat = exports.item(1, "<![CDATA[A boat is on the sea. Nobody has ever seen it here.]]>")
    exports.write(site.folder / "en", boat, exports.item(2)).rename(site.folder / "en/old.xml")
    site.translated("old/post-2")
    (site.folder / "en/old.xml").unlink()
    exports.write(site.folder / "en", boat, exports.item(2)).rename(site.folder / "en/new.xml")
    assert {outcome.status for outcome in site.draft()} == {"skipped"}
    assert not site.po("new/post-1").exists()
    site.rename("old.xml", "new.xml")
    assert {outcome.status for outcome in site.draft()} == {"unchanged"}
    assert "KİMSE" in site.po("new/post-2").read_text(encoding="utf-8")


def test_drafts_are_in_nobodys_way(site: Site) -> None:
    site.translated()
    site.post("boat.md", POST.replace("ferry", "boat"))
    site.draft()
    (site.folder / "en/boat.md").unlink()
    site.rename("ferry.md", "boat.md")
    assert "KİMSE" in site.po("boat").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [('"THE BOAT', '"O TEKNE'), ("#, fuzzy\n", ""), ("# machine", "# See below.\n# machine")],
    ids=["words", "decision", "remark"],
)
def test_what_a_person_did_is(site: Site, old: str, new: str) -> None:
    site.translated()
    site.post("boat.md", POST.replace("ferry", "boat"))
    site.draft()
    (site.folder / "en/boat.md").unlink()
    text = site.po("boat").read_text(encoding="utf-8")
    site.po("boat").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(TranslateError, match="a catalog of this name already, which differs"):
        site.rename("ferry.md", "boat.md")


def test_an_export_is_renamed_whatever_its_name_has_been_reduced_to(site: Site) -> None:
    (site.folder / "en/ferry.md").unlink()
    export = exports.write(site.folder / "en", exports.item(1), exports.item(2))
    export.rename(export.with_name("Old site (1).xml"))
    site.draft()
    site.build()
    moved = site.rename("Old site (1).xml", "New site.xml")
    assert [target for _, target in moved] == [
        "en/New site.xml",
        "tr/New site.xml",
        *(path for path in sorted(site.files()) if path.startswith("locales/")),
    ]
    assert list(site.po("New-site").with_suffix("").glob("*.po"))
    assert {outcome.status for outcome in site.draft()} == {"unchanged"}


def translate(site: Site, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "translate", "rename", *arguments, "--out", "tr"]
    return subprocess.run(command, cwd=site.folder, capture_output=True, text=True, check=False)


def test_the_command_tells_what_it_moved(site: Site) -> None:
    site.translated()
    site.build()
    done = translate(site, "en/ferry.md", "en/boat.md")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.splitlines() == [
        "en/ferry.md → en/boat.md",
        "tr/ferry.md → tr/boat.md",
        "locales/tr/LC_MESSAGES/ferry.po → locales/tr/LC_MESSAGES/boat.po",
    ]


def test_of_a_folder_the_posts_are_renamed(site: Site) -> None:
    site.post("old/boat.md")
    with pytest.raises(TranslateError, match="old: a folder: rename its posts one by one"):
        site.rename("old", "new")


def test_the_command_refuses_in_one_line(site: Site) -> None:
    done = translate(site, "en/ferry.md", "en/boat.md")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "error: en/ferry.md: no catalog in locales is of this post: "
        "to rename the file alone is enough\n"
    )


def test_what_an_editor_saves_meanwhile_is_not_removed(site: Site) -> None:
    site.translated()
    moves = rename(site.folder / "en/ferry.md", site.folder / "en/boat.md", site.settings)
    next(moves)
    site.po().write_text(site.po().read_text().replace("KİMSE", "Kimse"), encoding="utf-8")
    with pytest.raises(TranslateError, match="which differs"):
        next(moves)
    assert "Kimse" in site.po().read_text(encoding="utf-8")


# Found by its content


def test_a_post_that_looks_like_a_lost_one_is_reported_and_waits(site: Site) -> None:
    site.translated()
    (site.folder / "en/ferry.md").unlink()
    site.post("boat.md", POST + "\nIt has sailed for a hundred years.\n")
    (outcome,) = site.draft()
    assert outcome.status == "skipped"
    assert outcome.detail.startswith("looks like ")
    assert "ferry.md renamed, 3 of its sentences" in outcome.detail
    assert "`translate rename " in outcome.detail
    assert not site.po("boat").exists()

    site.rename("ferry.md", "boat.md")
    assert [outcome.drafted for outcome in site.draft()] == [1]
    entries = {entry.msgid: entry for entry in catalog.read(site.po("boat")).entries}
    assert entries["Nobody on board believes that it will ever come back."].msgstr[:5] == "KİMSE"


def test_who_says_so_has_it_drafted_as_a_new_post(site: Site) -> None:
    site.translated()
    (site.folder / "en/ferry.md").rename(site.folder / "en/boat.md")
    assert [outcome.drafted for outcome in site.draft(as_new=True)] == [3]
    assert site.po().exists()
    assert [outcome.status for outcome in site.draft()] == ["unchanged"]


@pytest.mark.parametrize(
    "text",
    ["A train left.", POST.split("\n\n")[0] + "\n\nA train left. It was late. Nobody saw it."],
)
def test_another_post_is_not_taken_for_it(site: Site, text: str) -> None:
    site.translated()
    (site.folder / "en/ferry.md").unlink()
    site.post("train.md", text)
    assert [outcome.status for outcome in site.draft()] == ["drafted"]


def test_a_sentence_of_a_lost_post_makes_no_other_post_of_it(site: Site) -> None:
    site.translated()
    (site.folder / "en/ferry.md").unlink()
    site.post("short.md", "Nobody on board believes that it will ever come back.\n")
    assert [outcome.status for outcome in site.draft()] == ["drafted"]


def test_a_copy_of_a_post_that_is_there_is_a_new_one(site: Site) -> None:
    site.translated()
    site.post("boat.md")
    assert {outcome.status for outcome in site.draft()} == {"drafted", "unchanged"}


def test_where_nobody_wrote_anything_there_is_nothing_to_ask(site: Site) -> None:
    site.draft()
    (site.folder / "en/ferry.md").rename(site.folder / "en/boat.md")
    assert [outcome.status for outcome in site.draft()] == ["drafted"]


@pytest.mark.skipif(shutil.which("msgcat") is None, reason="gettext is missing")
def test_msgcat_would_write_the_renamed_catalog_the_same(site: Site) -> None:
    name = "the-ferry-that-crosses-the-strait-at-night-will-stop-running-the-council-said"
    site.post(text=POST.replace("# Night", "# A.\n\n## A.\n\n### A.\n\n# Night"))
    site.translated()
    site.rename("ferry.md", f"{name}.md")
    path = site.po(name)
    made = subprocess.run(["msgcat", "--no-wrap", path], check=True, capture_output=True)
    assert made.stdout == path.read_bytes()


def test_what_was_reviewed_is_reviewed(site: Site) -> None:
    site.draft()
    found = catalog.read(site.po())
    entries = tuple(change(entry, flags=()) for entry in found.entries)
    catalog.write(site.po(), replace(found, entries=entries))
    site.rename("ferry.md", "boat.md")
    renamed = catalog.read(site.po("boat"))
    assert {state(entry) for entry in renamed.entries} == {State.REVIEWED}
