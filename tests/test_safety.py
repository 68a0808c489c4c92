"""Broken and hostile files: a clear error or a right result, and nothing written elsewhere."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest
from typer.testing import CliRunner

from tests.broken.catalogs import CATALOG, POST, WORDS, catalogs
from tests.broken.catalogs import Make as MakeCatalog
from tests.broken.posts import Make as MakePost
from tests.broken.posts import posts
from tests.engines import engine, upper
from translate import catalog
from translate.cli import app
from translate.draft import Outcome, Settings, draft
from translate.read import find

PATIENCE = 10  # seconds of a core; what takes longer hangs
WAIT = 60  # seconds of a clock, likewise, on a busy machine

COMMANDS = (
    ["detect", "en"],
    ["review", "en"],
    ["build", "en", "--drafts", "--prune", "--out=tr"],
    ["site", "en", "--drafts", "--bilingual", "--out=public", "--base-url=https://example.org"],
)

CATALOGS = list(catalogs())
POSTS = list(posts())


def test_there_are_enough_of_them() -> None:
    names = [name for name, _ in CATALOGS] + [name for name, _, _ in POSTS]
    assert len(names) == len(set(names)) > 300


def marked(name: str, *values: object) -> object:
    """Return a case, a slow one unless its number is one in four: all take their time."""
    number = name.rpartition(" ")[2]
    quick = number.isdigit() and int(number) % 4 == 0
    return pytest.param(name, *values, id=name, marks=() if quick else pytest.mark.slow)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder to work in, with a neighbour that is none of our business."""
    (tmp_path / "neighbour").mkdir()
    (tmp_path / "neighbour/diary.po").write_text("mine", encoding="utf-8")
    (tmp_path / "site/en").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "site")
    return tmp_path / "site"


@contextmanager
def in_time() -> Iterator[None]:
    """Fail if what happens takes too long."""

    def fail(*_: object) -> None:
        pytest.fail(f"it takes more than {PATIENCE} seconds")

    before = [signal.signal(number, fail) for number in (signal.SIGPROF, signal.SIGALRM)]
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    signal.setitimer(signal.ITIMER_REAL, WAIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in zip((signal.SIGPROF, signal.SIGALRM), before, strict=True):
            signal.signal(number, handler)


def drafted() -> list[Outcome]:
    """Draft all posts in capitals."""
    settings = Settings(Path("locales"), "upper 1.0", "en")
    with in_time():
        outcomes = list(draft(find([Path("en")]).files, settings, lambda: engine(upper), print))
    for outcome in outcomes:
        assert outcome.status in ("drafted", "unchanged", "skipped", "refused")
        assert "\n" not in outcome.detail
    return outcomes


def run(site: Path) -> list[Outcome]:
    """Draft all posts, and look at and build them from the command line."""
    outcomes = drafted()
    for arguments in COMMANDS:
        with in_time():
            result = CliRunner().invoke(app, arguments)
        assert result.exception is None or isinstance(result.exception, SystemExit), arguments
        assert "Traceback" not in result.output
    assert_nothing_elsewhere(site)
    return outcomes


def assert_nothing_elsewhere(site: Path) -> None:
    """Fail if anything but catalogs and Turkish posts was written."""
    assert {path.name for path in site.parent.iterdir()} == {"site", "neighbour"}
    assert [path.name for path in (site.parent / "neighbour").iterdir()] == ["diary.po"]
    assert (site.parent / "neighbour/diary.po").read_text(encoding="utf-8") == "mine"
    assert {path.name for path in site.iterdir()} <= {"en", "locales", "tr", "public"}
    known = {site / "en", site / "public"}
    strays = [path for path in site.rglob(".*") if path.is_file() and path.parent not in known]
    assert not strays


def po(site: Path) -> Path:
    return site / "locales/tr/LC_MESSAGES/ferry.po"


@pytest.mark.parametrize(("name", "make"), [marked(*case) for case in CATALOGS])
def test_a_broken_catalog(site: Path, name: str, make: MakeCatalog) -> None:
    broken = make(Random(name))  # noqa: S311 - chance, not secrets
    (site / "en/ferry.md").write_text(POST, encoding="utf-8")
    po(site).parent.mkdir(parents=True)
    po(site).write_bytes(broken)
    (outcome,) = run(site)
    after = po(site).read_bytes()
    if outcome.status == "refused":
        assert after == broken
        assert outcome.detail.startswith(f"{Path('locales/tr/LC_MESSAGES/ferry.po')}: ")
        assert outcome.detail.count(": ") >= 2, "the error tells no remedy"
        return
    assert catalog.read(po(site)) is not None
    assert [words for words in WORDS if words.encode() in broken] == [
        words for words in WORDS if words.encode() in broken and words.encode() in after
    ]
    assert [again.status for again in drafted()] == ["unchanged"]
    assert po(site).read_bytes() == after


def test_the_catalog_that_they_are_made_from_is_taken(site: Path) -> None:
    (site / "en/ferry.md").write_text(POST, encoding="utf-8")
    po(site).parent.mkdir(parents=True)
    po(site).write_text(CATALOG, encoding="utf-8")
    assert [outcome.status for outcome in run(site)] == ["drafted"]
    assert all(words in po(site).read_text(encoding="utf-8") for words in WORDS)


@pytest.mark.parametrize(("name", "suffix", "make"), [marked(*case) for case in POSTS])
def test_a_broken_post(site: Path, name: str, suffix: str, make: MakePost) -> None:
    broken = make(Random(name))  # noqa: S311 - chance, not secrets
    post = site / f"en/ferry.{suffix}"
    post.write_bytes(broken)
    (outcome,) = run(site)
    assert post.read_bytes() == broken
    found = list((site / "locales").rglob("*.po"))  # that of an export is in a folder
    if outcome.status in ("refused", "skipped"):
        assert outcome.detail
        assert not found
        return
    (drafts,) = found
    written = drafts.read_bytes()
    assert [again.status for again in drafted()] == ["unchanged"]
    assert drafts.read_bytes() == written


@pytest.mark.slow
def test_all_of_them_at_once_with_the_model(site: Path) -> None:
    few = [case for case in POSTS if case[0][-1].isdigit()]  # not the enormous ones
    for number, (name, suffix, make) in enumerate(few):
        broken = make(Random(name))  # noqa: S311 - chance, not secrets
        (site / f"en/{number}.{suffix}").write_bytes(broken)
        target = site / f"locales/tr/LC_MESSAGES/{number}.po"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(CATALOGS[number * 2][1](Random(number)))  # noqa: S311 - likewise
    command = [sys.executable, "-m", "translate", "run", "en", "--source=en", "--out=tr"]
    done = subprocess.run([*command, "--beam=1"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    refused = [line for line in done.stderr.splitlines() if line.startswith("error: ")]
    assert len(refused) > len(few) // 3
    assert all(line.count(": ") >= 2 for line in refused)
    assert_nothing_elsewhere(site)


NAMES = [
    "-rf.md",
    "--help.md",
    "a\nb.md",
    "a\tb.md",
    "a\x1b[31mb.md",
    "a\rb.md",
    "$(touch x).md",
    "`touch x`.md",
    "a;touch x.md",
    "'\".md",
    "a b.md",
    "%2e%2e%2fx.md",
    "x\\..\\..\\x.md",
    "C:\\x.md",
    "a:1.md",
    "#.md",
    "|.md",
    "?.md",
    "*.md",
    "[a].md",
    "~.md",
    "CON.md",
    "a\u202egnp.md",
    "\u2068a b\u2069.md",
    "İIıi.md",
    "e\u0301.md",
    "💥.md",
    f"{'x' * 252}.md",
    f"{'ş' * 126}.md",
    f"{'x' * 251}.txt",
    f"{'x' * 250}.html",
    "a.po.md",
    "a.md.md",
    "glossary.md",
    "../en/./x.md",
    f"{'d/' * 60}x.md",
    "LC_MESSAGES/../x.md",
]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_hostile_name(site: Path, name: str) -> None:
    path = site / "en" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(POST, encoding="utf-8")
    (outcome,) = run(site)
    assert outcome.status == "drafted"
    (written,) = [each for each in (site / "locales").rglob("*") if each.is_file()]
    found = catalog.read(written)
    assert found is not None
    assert len(found.entries) >= 3
    assert [again.status for again in drafted()] == ["unchanged"]
    (turkish,) = [each for each in (site / "tr").rglob("*") if each.is_file()]
    assert "THE FERRY THAT CROSSES" in turkish.read_text(encoding="utf-8")


def test_a_name_that_is_no_text_is_refused(site: Path) -> None:
    (site / "en" / os.fsdecode(b"\xff\xfe.md")).write_text(POST, encoding="utf-8")
    (site / "en/ferry.md").write_text(POST, encoding="utf-8")
    assert [outcome.status for outcome in run(site)] == ["drafted"]
    result = CliRunner().invoke(app, ["detect", "en"])
    assert result.exit_code == 1
    assert "��.md: its name is not UTF-8, and no link can spell it: rename it" in result.output


def test_names_cannot_speak_to_the_terminal(site: Path) -> None:
    (site / "en/a\x1b]0;b\x07\n\x1b[2Jc.md").write_text(POST, encoding="utf-8")
    for command in ("detect", "review", "build"):
        output = CliRunner().invoke(app, [command, "en"]).output
        assert not set(output) & {"\x1b", "\x07"}, command


# Links and other things that are no files


def test_a_catalog_that_is_a_link_out_of_the_folder_is_refused(site: Path) -> None:
    (site / "en/ferry.md").write_text(POST, encoding="utf-8")
    po(site).parent.mkdir(parents=True)
    for target in ("../../../../neighbour/diary.po", "../../../../neighbour/new.po", "/dev/zero"):
        po(site).symlink_to(target)
        (outcome,) = run(site)
        assert outcome.status == "refused"
        assert "ferry.po: a link leads out of locales" in outcome.detail
        po(site).unlink()


def test_a_folder_of_catalogs_that_is_a_link_out_of_the_folder_is_refused(site: Path) -> None:
    (site / "en/ferry.md").write_text(POST, encoding="utf-8")
    (site / "locales").mkdir()
    (site / "locales/tr").symlink_to("../../neighbour")
    (outcome,) = run(site)
    assert "a link leads out of locales" in outcome.detail


def test_locales_may_be_a_link_themselves_and_so_may_what_stays_inside(site: Path) -> None:
    (site / "en/ferry.md").write_text(POST, encoding="utf-8")
    (site / "tr/real/tr").mkdir(parents=True)
    (site / "locales").symlink_to("tr/real")
    (site / "tr/real/tr/other").mkdir()
    (site / "tr/real/tr/LC_MESSAGES").symlink_to("other")
    (outcome,) = run(site)
    assert outcome.status == "drafted"
    assert (site / "tr/real/tr/other/ferry.po").is_file()


def test_a_turkish_post_that_is_a_link_out_of_the_folder_is_refused(site: Path) -> None:
    (site / "en/ferry.md").write_text(POST, encoding="utf-8")
    run(site)
    (site / "tr/ferry.md").unlink()
    (site / "tr/ferry.md").symlink_to("../../neighbour/new.md")
    result = CliRunner().invoke(app, ["build", "en", "--drafts", "--out=tr"])
    assert result.exit_code == 1
    assert "a link leads out of tr" in result.output
    assert_nothing_elsewhere(site)


def test_an_english_post_that_is_a_link_out_of_the_folder_is_not_written(site: Path) -> None:
    real = site.parent / "neighbour/diary.po"
    (site / "en/ferry.md").symlink_to(real)
    real.write_text(POST, encoding="utf-8")
    settings = Settings(Path("locales"), "upper 1.0", "en")
    list(draft(find([Path("en")]).files, settings, lambda: engine(upper), print))
    command = ["build", "en", "--drafts", "--out=tr", "--link-source"]
    result = CliRunner().invoke(app, command)
    assert "a link leads out of en" in result.output
    assert real.read_text(encoding="utf-8") == POST


@pytest.mark.parametrize("where", ["en/ferry.md", "locales/tr/LC_MESSAGES/ferry.po", "tr/ferry.md"])
@pytest.mark.parametrize("what", ["a folder", "a pipe", "a link to itself", "a link to nothing"])
def test_what_is_no_file(site: Path, where: str, what: str) -> None:
    (site / "en/other.md").write_text(POST, encoding="utf-8")
    (site / "en/ferry.md").write_text(POST, encoding="utf-8")
    path = site / where
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    match what:
        case "a folder":
            path.mkdir()
        case "a pipe":
            os.mkfifo(path)
        case "a link to itself":
            path.symlink_to(path.name)
        case "a link to nothing":
            path.symlink_to("nothing")
    outcomes = {Path(outcome.post).name: outcome.status for outcome in run(site)}
    assert outcomes["other.md"] == "drafted"
    assert outcomes.get("ferry.md") in (None, "refused", "drafted")
    assert (site / "tr/other.md").is_file()


def test_a_folder_that_may_not_be_read_or_written(site: Path) -> None:
    (site / "en/ferry.md").write_text(POST, encoding="utf-8")
    (site / "locales").touch()
    (outcome,) = run(site)
    assert outcome.status == "refused"
    assert "cannot be" in outcome.detail
