"""A post has one catalog, whatever folder a command was given, and no other post gets it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.engines import engine, upper
from translate import catalog
from translate.cli import app
from translate.draft import Outcome, Settings, draft
from translate.whose import called, names, place

FERRY = (
    "# Night ferry\n\n"
    "The ferry that crosses the strait at night will stop running, the council said. "
    "Nobody on board believes that it will ever come back.\n"
)
CRANE = (
    "# The crane\n\n"
    "The last crane of the harbour was sold to a museum in the spring. "
    "The captain keeps a photograph of it on the wall of his office.\n"
)
LOCALES = Path("locales")


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Go to a site whose posts lie in folders of their own; one of them is drafted."""
    monkeypatch.chdir(tmp_path)
    write("en/2024/index.md", FERRY)
    write("en/2025/index.md", CRANE)
    drafted(("2024/index", "en/2024/index.md"))


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def drafted(*files: tuple[str, str | Path]) -> list[Outcome]:
    settings = Settings(LOCALES, "upper 1.0")
    posts = [(name, Path(path)) for name, path in files]
    return list(draft(posts, settings, lambda: engine(upper), lambda *_: None))


def name_of(given: str, path: str) -> str:
    ((name, _),) = called([(given, Path(path))], LOCALES)
    return name


def test_a_post_may_be_called_by_its_path_below_any_folder() -> None:
    assert names(Path("/site/en/../en/v1.2.md")) == ["site/en/v1.2", "en/v1.2", "v1.2"]


@pytest.mark.parametrize("given", ["index", "en/2024/index", "2024/index"])
def test_a_post_has_the_name_of_its_catalog_whatever_folder_was_given(given: str) -> None:
    assert name_of(given, "en/2024/index.md") == "2024/index"


def test_a_post_without_catalog_has_the_name_given() -> None:
    assert name_of("index", "en/2025/index.md") == "index"


def test_the_catalog_of_another_post_gives_no_name() -> None:
    write("old/2024/index.md", CRANE)
    assert name_of("index", "old/2024/index.md") == "index"


def test_of_two_catalogs_of_a_post_that_of_the_name_given_counts() -> None:
    drafted(("index", "en/2024/index.md"))
    assert name_of("index", "en/2024/index.md") == "index"
    assert name_of("2024/index", "en/2024/index.md") == "2024/index"


def test_a_name_that_another_post_has_is_not_given_twice() -> None:
    posts = [("2024/index", Path("en/2025/index.md")), ("index", Path("en/2024/index.md"))]
    assert [name for name, _ in called(posts, LOCALES)] == ["2024/index", "index"]


def test_a_broken_catalog_is_a_catalog() -> None:
    catalog.path(LOCALES, "2024/index").write_text("<<<<<<< ours\n", encoding="utf-8")
    assert name_of("index", "en/2024/index.md") == "2024/index"


def test_where_nothing_may_be_looked_at_a_post_has_the_name_given() -> None:
    assert name_of("index", f"en/{'long' * 100}/index.md") == "index"


def test_an_export_has_the_name_of_its_catalogs() -> None:
    item = "\n\n#: en/2024/export.xml\nmsgid 'One.'\nmsgstr ''\n".replace("'", '"')
    place = catalog.path(LOCALES, "2024/export/night-ferry")
    place.parent.mkdir(parents=True)
    place.write_text(catalog.new("x").header + item, encoding="utf-8")
    assert name_of("export", "en/2024/export.xml") == "2024/export"


@pytest.mark.parametrize("given", ["en/2024", "en/2024/index.md", "../" + "{here}/en/2024", "en"])
def test_commands_know_what_is_drafted_from_any_folder(given: str) -> None:
    path = given.format(here=Path.cwd().name)
    (found,) = [
        line
        for line in CliRunner().invoke(app, ["review", path]).stdout.splitlines()
        if "2024" in line and ".po:" not in line
    ]
    assert found.split()[1:4] == ["3", "0", "3"]


def test_the_catalog_of_one_post_does_not_become_that_of_another() -> None:
    before = catalog.path(LOCALES, "2024/index").read_bytes()
    write("old/2024/index.md", CRANE)
    (outcome,) = drafted(("2024/index", "old/2024/index.md"))
    assert (outcome.status, outcome.detail) == (
        "refused",
        "old/2024/index.md: locales/tr/LC_MESSAGES/2024/index.po is the catalog of "
        "en/2024/index.md: move it to locales/tr/LC_MESSAGES/en/2024/index.po",
    )
    assert catalog.path(LOCALES, "2024/index").read_bytes() == before


def test_where_it_is_told_to_move_it_is_in_nobodys_way() -> None:
    write("en/index.md", CRANE)
    old = catalog.path(LOCALES, "2024/index")
    old.rename(catalog.path(LOCALES, "index"))
    posts = [("2024/index", Path("en/2024/index.md")), ("index", Path("en/index.md"))]
    (told,) = (o for o in drafted(*called(posts, LOCALES)) if o.status == "refused")
    assert told.detail.endswith(f"is the catalog of en/2024/index.md: move it to {old}")
    catalog.path(LOCALES, "index").rename(old)
    assert [o.status for o in drafted(*called(posts, LOCALES))] == ["unchanged", "drafted"]


def test_of_an_export_the_catalogs_move_to_a_folder_of_theirs() -> None:
    one, two = Path("a/export.xml"), Path("b/export.xml")
    found = place(one, two, catalog.path(LOCALES, "export/night-ferry"), LOCALES)
    assert found == catalog.path(LOCALES, "a/export/night-ferry")


def test_it_does_where_the_other_post_is_gone_or_is_the_same() -> None:
    write("copy/index.md", FERRY)
    (same,) = drafted(("2024/index", "copy/index.md"))
    assert same.status == "unchanged"
    Path("en/2024/index.md").unlink()
    (moved,) = drafted(("2024/index", "en/2025/index.md"))
    assert moved.status == "drafted"


def test_a_link_to_a_post_is_the_post() -> None:
    Path("posts").symlink_to("en")
    write("en/2024/index.md", CRANE)
    (outcome,) = drafted(("2024/index", "posts/2024/index.md"))
    assert outcome.status == "drafted"


def test_the_post_may_be_given_from_within_its_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("en/2024")
    options = ["--locales=../../locales", "--out=../../tr", "--link-source", "--drafts"]
    result = CliRunner().invoke(app, ["build", "index.md", *options])
    assert result.exit_code == 0, result.output
    assert Path("../../tr/2024/index.md").exists()


def test_a_reference_that_is_too_long_for_a_path_leads_to_no_post() -> None:
    path = catalog.path(LOCALES, "2024/index")
    long = path.read_text(encoding="utf-8").replace("en/2024/index.md", "a" * 5000)
    path.write_text(long, encoding="utf-8")
    assert [outcome.status for outcome in drafted(("2024/index", "en/2024/index.md"))] == [
        "unchanged"
    ]
