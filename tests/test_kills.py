"""Runs that are killed, and runs at once: each catalog is old or new, never half. Slow."""

import os
import shutil
import signal
import time
from pathlib import Path
from random import Random

import pytest

from tests.engines import engine, upper
from tests.processes import child, die_at, ended
from translate.draft import Settings, draft
from translate.read import find

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork"),
]

POSTS = 4
KILLS = 100
WHO = "baker captain doctor farmer".split()

Contents = dict[str, bytes]


def text(who: str, year: int) -> str:
    """Return a post that is longer than a block of the disk, so that half of it can be written."""
    return "\n\n".join(
        f"The {who} has repaired boat number {number} in the spring of {year}."
        for number in range(30)
    )


def run(folder: Path) -> None:
    settings = Settings(folder / "locales", "upper 1.0", "en")
    list(draft(find([folder / "en"]).files, settings, lambda: engine(upper), lambda *_: None))


def contents(folder: Path) -> Contents:
    return {path.name: path.read_bytes() for path in (folder / "locales").rglob("*.po")}


def leftovers(folder: Path) -> list[Path]:
    found = (folder / "locales").rglob("*")
    return [path for path in found if path.is_file() and path.suffix != ".po"]


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site whose posts were drafted, corrected in part, and edited since; one is new."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "en").mkdir()
    for who in WHO[:-1]:
        (folder / f"en/{who}.txt").write_text(text(who, 2024), encoding="utf-8")
    run(folder)  # not in a child: they will all be born with the languages loaded
    for path in (folder / "locales").rglob("*.po"):
        path.write_text(corrected(path.read_text(encoding="utf-8")), encoding="utf-8")
    for who in WHO:
        (folder / f"en/{who}.txt").write_text(text(who, 2025), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def after(before: Path, tmp_path_factory: pytest.TempPathFactory) -> Contents:
    """Return the catalogs that a run makes which nobody kills."""
    folder = shutil.copytree(before, tmp_path_factory.mktemp("after") / "site")
    assert ended(child(lambda: run(folder))) == 0
    written = contents(folder)
    assert len(written) == POSTS
    assert sum("7 NUMARALI TEKNEYİ" in each.decode() for each in written.values()) == POSTS - 1
    return written


def corrected(text: str) -> str:
    """Return a catalog in which a person has corrected an entry."""
    return text.replace("HAS REPAIRED BOAT NUMBER 7 ", "7 NUMARALI TEKNEYİ ONARDI ", 1)


def killed_at_step(folder: Path, step: int) -> bool:
    """Draft until the n-th step of writing; return whether it came to that."""

    def work() -> None:
        die_at(step)
        run(folder)

    return ended(child(work)) == -signal.SIGKILL


def killed_after(folder: Path, seconds: float) -> bool:
    """Draft for some time; return whether it was not ready by then."""
    process = child(lambda: run(folder))
    time.sleep(seconds)
    os.kill(process, signal.SIGKILL)
    return ended(process) == -signal.SIGKILL


def assert_whole(folder: Path, before: Path, after: Contents) -> None:
    """Fail if a catalog is neither old nor new, or if the next run does not do the rest."""
    old, found = contents(before), contents(folder)
    assert old.keys() <= found.keys() <= after.keys()
    for name, content in found.items():
        assert content in (old.get(name), after[name]), name
    assert len(leftovers(folder)) <= 1
    assert ended(child(lambda: run(folder))) == 0
    assert contents(folder) == after
    assert not leftovers(folder)


def test_killed_at_every_step_of_writing_each_catalog_is_old_or_new(
    before: Path, after: Contents, tmp_path: Path
) -> None:
    folder, kills = tmp_path / "site", 0
    while True:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(before, folder)
        if not killed_at_step(folder, kills + 1):
            break
        kills += 1
        assert_whole(folder, before, after)

    assert kills >= 6 * POSTS


def test_killed_a_hundred_times_each_catalog_is_old_or_new_and_in_the_end_new(
    before: Path, after: Contents, tmp_path: Path
) -> None:
    chance = Random(1)  # noqa: S311 - chance, not secrets
    folder, old, kills = tmp_path / "site", contents(before), 0
    shutil.copytree(before, folder)
    started = time.perf_counter()
    assert ended(child(lambda: run(folder))) == 0
    lasts = time.perf_counter() - started
    while kills < KILLS:
        if contents(folder) == after:
            shutil.rmtree(folder)
            shutil.copytree(before, folder)
        kills += killed_after(folder, chance.uniform(0, lasts))
        for name, content in contents(folder).items():
            assert content in (old.get(name), after[name]), name
    assert ended(child(lambda: run(folder))) == 0
    assert contents(folder) == after
    assert not leftovers(folder)


@pytest.mark.parametrize("turn", range(5))
def test_runs_at_once_end_as_one_would(
    before: Path, after: Contents, tmp_path: Path, turn: int
) -> None:
    folder = shutil.copytree(before, tmp_path / f"site{turn}")
    processes = [child(lambda: run(folder)) for _ in range(4)]
    assert [ended(process) for process in processes] == [0] * 4
    assert contents(folder) == after
    assert not leftovers(folder)
