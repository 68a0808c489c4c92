"""`translate review` as people, editors and CI meet it."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from translate import catalog
from translate.catalog import Catalog
from translate.cli import app
from translate.entry import Entry, drafted

PACKAGE = "translate-en_tr 1.0"
TEXT = (
    "The ferry leaves at nine on every working day of the winter.\n\n"
    "It costs 12 lira.\n\n"
    "Nobody on board believes that it will ever come back to the harbour.\n\n"
    "It was a long evening for all of us.\n"
)
ENTRIES = (
    Entry(
        "The ferry leaves at nine on every working day of the winter.",
        "Vapur kışın her iş günü dokuzda kalkar.",
    ),
    Entry("It costs 12 lira.", "Bilet birkaç lira."),
    drafted(
        Entry("Nobody on board believes that it will ever come back to the harbour."),
        "Gemideki kimse limana geri döneceğine inanıyor.",
        PACKAGE,
        0.8,
    ),
    drafted(Entry("It was a long evening for all of us."), "Uzun bir akşam oldu.", PACKAGE, 0.3),
)


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("corpus/en").mkdir(parents=True)
    Path("corpus/en/ferry.txt").write_text(TEXT, encoding="utf-8")
    written(*ENTRIES)


def written(*entries: Entry, name: str = "ferry") -> None:
    catalog.write(catalog.path(Path("locales"), name), Catalog(catalog.new(name).header, entries))


def review(*arguments: str):
    return CliRunner().invoke(app, ["review", *arguments])


def test_the_summary_comes_first_then_what_is_worth_a_look() -> None:
    lines = review().stdout.splitlines()
    assert lines[0].split() == [
        "post", "segments", "reviewed", "drafts", "edited", "stale", "untranslated", "findings",
        "percent",
    ]  # fmt: skip
    assert lines[2].split() == ["corpus/en/ferry.txt", *"4 2 2 0 0 0 2 50".split()]
    assert lines[3:] == [
        "",
        "locales/tr/LC_MESSAGES/ferry.po:17: error: lost the number 12 [numbers]: "
        "Bilet birkaç lira.",
        "locales/tr/LC_MESSAGES/ferry.po:22: error, draft: lost the negation “Nobody” [negation]: "
        "Gemideki kimse limana geri döneceğine inanıyor.",
        "locales/tr/LC_MESSAGES/ferry.po:27: draft, confidence 0.30: "
        "It was a long evening for all of us.",
    ]


def test_a_broken_catalog_is_told_of_once() -> None:
    written(Entry("It costs 12 lira.", "Bilet 12 lira."), name="other")
    for name in ("ferry", "other"):
        catalog.path(Path("locales"), name).write_text('msgid "One.\n', encoding="utf-8")
    told = review().stderr.splitlines()
    assert [line.partition(": locales")[0] for line in told] == [
        "error",
        "left out of what is compared between catalogs",
    ]


def test_a_place_is_the_line_of_the_msgid() -> None:
    for path, line, rest in re.findall(r"^([^:\s]+):(\d+): (.*)$", review().stdout, re.MULTILINE):
        msgid = Path(path).read_text(encoding="utf-8").splitlines()[int(line) - 1]
        assert msgid.startswith("msgid ")
        assert not rest.startswith("draft") or msgid == f'msgid "{rest.split(": ")[1]}"'


def test_json_has_the_summary_and_the_entries_with_their_findings() -> None:
    (row,) = json.loads(review("--json").stdout)
    assert (row["segments"], row["reviewed"], row["findings"], row["percent"]) == (4, 2, 2, 50)
    assert [(entry["line"], entry["state"]) for entry in row["entries"]] == [
        (17, "reviewed"),
        (22, "draft"),
        (27, "draft"),
    ]
    assert row["entries"][0]["findings"] == [
        {"check": "numbers", "severity": "error", "reason": "lost the number 12"}
    ]
    assert row["entries"][1]["confidence"] == 0.8


def test_most_says_how_many_are_left_out() -> None:
    found = review("--most", "1")
    assert found.stdout.count("ferry.po:") == 1
    assert "2 more entries are worth a look: --most 3 lists all" in found.stderr
    assert review("--most", "0").stdout.splitlines() == review().stdout.splitlines()[:3]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 0),
        (("--fail-on", "error"), 1),
        (("--fail-on", "warning"), 1),
        (("--fail-on", "error", "--drafts"), 1),
        (("--fail-on", "grave"), 2),
    ],
)
def test_ci_can_fail_on_findings(arguments: tuple[str, ...], code: int) -> None:
    assert review(*arguments).exit_code == code


def test_drafts_fail_it_only_if_asked_as_they_are_built_only_if_asked() -> None:
    written(ENTRIES[0], *ENTRIES[2:])
    assert review("--fail-on", "error").exit_code == 0
    assert review("--fail-on", "error", "--drafts").exit_code == 1


def test_a_warning_is_no_error() -> None:
    written(Entry("It costs 12 lira.", "Bilet 12 lira"))
    assert review("--fail-on", "error").exit_code == 0
    assert review("--fail-on", "warning").exit_code == 1


def test_what_is_switched_off_does_not_fail_it() -> None:
    written(Entry("It costs 12 lira.", "Bilet birkaç lira.", comments=("ignore-numbers",)))
    assert review("--fail-on", "warning").exit_code == 0


def test_catalogs_of_posts_that_are_not_named_are_compared_with_all_the_same() -> None:
    written(Entry("It costs 12 lira.", "Bilet 12 lira."))
    written(Entry("It costs 12 lira.", "Fiyatı 12 lira."), name="other")
    assert "[inconsistent]" in review().stdout
    catalog.path(Path("locales"), "broken").write_text("msgid")
    found = review()
    assert "[inconsistent]" in found.stdout
    assert "broken.po" in found.stderr
    assert found.exit_code == 0


def test_the_glossary_is_looked_at() -> None:
    glossary = Catalog(catalog.new("x").header, (Entry("ferry", "feribot"),))
    catalog.write(catalog.glossary_path(Path("locales")), glossary)
    assert "no “feribot” for “ferry” [glossary]" in review().stdout


def test_a_post_without_a_catalog_is_counted() -> None:
    catalog.path(Path("locales"), "ferry").unlink()
    found = review("--fail-on", "warning")
    assert found.stdout.splitlines()[2].split()[1:] == "4 0 0 0 0 4 0 0".split()
    assert found.exit_code == 0
