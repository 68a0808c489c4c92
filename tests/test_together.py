"""Two runs at once, or a run while a person saves: whoever wrote last loses nobody's words."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.engines import engine, upper
from translate import catalog
from translate.draft import Outcome, Settings, draft
from translate.entry import Entry, State, state
from translate.errors import TranslateError
from translate.files import ChangedError, Seen, write_whole
from translate.hypothesis import Draft

POST = (
    "The ferry that crosses the strait at night will stop running.\n\n"
    "Nobody on board believes that it will ever come back.\n\n"
    "The council said that a bus would do the same for less money.\n"
)
PERSON = """
msgid "Nobody on board believes that it will ever come back."
msgstr "Kimse inanmıyor."
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "en").mkdir()
    (tmp_path / "en/ferry.txt").write_text(POST, encoding="utf-8")
    return tmp_path


def po(site: Path) -> Path:
    return site / "locales/tr/LC_MESSAGES/ferry.po"


def entries(site: Path) -> list[Entry]:
    found = catalog.read(po(site))
    return list(found.entries) if found else []


def run(site: Path, meanwhile: Callable[[], object] = list, package: str = "upper 1.0") -> Outcome:
    """Draft the site's post; `meanwhile` happens while the engine is at work."""

    def translate(sentences: Sequence[str]) -> list[Draft]:
        meanwhile()
        return upper(sentences)

    settings = Settings(site / "locales", package, redraft=package != "upper 1.0")
    (outcome,) = draft(
        [("ferry", site / "en/ferry.txt")], settings, lambda: engine(translate), print
    )
    return outcome


def add(site: Path, text: str) -> None:
    """Save the catalog with something added or changed, as an editor does."""
    with po(site).open("a", encoding="utf-8") as file:
        file.write(text)


def review(site: Path) -> None:
    text = po(site).read_text(encoding="utf-8").replace("#, fuzzy\n", "")
    po(site).write_text(text.replace("NOBODY ON BOARD", "GÜVERTEDE KİMSE"), encoding="utf-8")


def cut(site: Path) -> None:
    po(site).write_bytes(po(site).read_bytes()[:-5])


def test_what_a_person_saved_during_the_run_stays_and_the_rest_is_drafted(site: Path) -> None:
    run(site)
    po(site).write_text(catalog.new("ferry").header, encoding="utf-8")
    outcome = run(site, lambda: add(site, PERSON))
    states = [(state(entry), entry.msgstr[:8]) for entry in entries(site)]
    assert states == [
        (State.DRAFT, "THE FERR"),
        (State.REVIEWED, "Kimse in"),
        (State.DRAFT, "THE COUN"),
    ]
    assert outcome.status == "drafted"
    assert outcome.drafted == 2
    assert "changed during the run" in outcome.detail


def test_what_a_person_reviewed_during_a_redraft_stays(site: Path) -> None:
    run(site)
    outcome = run(site, lambda: review(site), package="upper 2.0")
    assert {state(entry) for entry in entries(site)} == {State.REVIEWED}
    assert entries(site)[1].msgstr.startswith("GÜVERTEDE KİMSE")
    assert (outcome.status, outcome.drafted) == ("unchanged", 0)


def test_two_runs_at_once_end_as_one_would(site: Path) -> None:
    outcome = run(site, lambda: run(site))
    assert (outcome.status, outcome.drafted) == ("unchanged", 0)
    written = po(site).read_bytes()
    assert [state(entry) for entry in entries(site)] == [State.DRAFT] * 3
    po(site).unlink()
    run(site)
    assert po(site).read_bytes() == written


def test_a_catalog_that_is_half_saved_when_ours_is_ready_is_left_alone(site: Path) -> None:
    run(site)
    (site / "en/ferry.txt").write_text(POST + "\nA new sentence stands here now.\n")
    outcome = run(site, lambda: cut(site))
    assert outcome.status == "refused"
    assert "cut off" in outcome.detail
    assert po(site).read_bytes().endswith(b"MON")


def test_a_catalog_that_was_moved_away_during_the_run_is_not_made_anew(site: Path) -> None:
    run(site)
    (site / "en/ferry.txt").write_text(POST + "\nA new sentence stands here now.\n")
    outcome = run(site, lambda: po(site).rename(site / "moved.po"))
    assert outcome.status == "refused"
    assert "removed or renamed during the run: run it again" in outcome.detail
    assert not po(site).exists()


def test_a_file_is_not_written_over_what_was_not_seen(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    assert write_whole(path, b"one", Seen(None))
    with pytest.raises(ChangedError):
        write_whole(path, b"two", Seen(None))
    with pytest.raises(ChangedError):
        write_whole(path, b"two", Seen(b"other"))
    assert not write_whole(path, b"two", Seen(b"two"))
    assert path.read_bytes() == b"one"
    assert write_whole(path, b"two", Seen(b"one"))
    assert [each.name for each in tmp_path.iterdir()] == ["a.po"]


def test_what_a_killed_run_left_is_gone_after_the_next(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    (tmp_path / ".a.po.new").write_bytes(b"ha")
    write_whole(path, b"whole")
    assert [each.name for each in tmp_path.iterdir()] == ["a.po"]


def test_a_link_left_in_the_way_is_not_followed(tmp_path: Path) -> None:
    victim, folder = tmp_path / "victim", tmp_path / "locales"
    victim.write_bytes(b"mine")
    folder.mkdir()
    (folder / ".a.po.new").symlink_to(victim)
    write_whole(folder / "a.po", b"whole")
    assert victim.read_bytes() == b"mine"
    assert not (folder / "a.po").is_symlink()


def test_a_folder_that_may_not_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.po").mkdir()
    with pytest.raises(TranslateError, match="cannot be written"):
        write_whole(tmp_path / "a.po", b"one")
