"""An interrupt loses at most the batch in flight, and the next run goes on from there. Slow."""

import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import partial
from itertools import product
from pathlib import Path
from subprocess import PIPE

import pytest

from translate.draft import AT_A_TIME

pytestmark = pytest.mark.slow

POSTS, SENTENCES, THREADS = 40, 20, 2
BATCH = AT_A_TIME * THREADS + SENTENCES  # at most: a post may have begun in the batch before
PATIENCE = 120  # seconds; a command that takes longer hangs

WHEN = ["in the morning", "before winter", "after the storm"]
WHAT = ["boat", "bridge", "clock", "garden", "house", "letter", "map"]
DID = ["has sold", "will repair", "cannot find", "remembers", "wants to photograph"]
WHO = "baker captain doctor farmer gardener nurse painter pilot sailor teacher".split()
ALL = product(WHEN, WHAT, DID, WHO)
TEXT = [f"The {who} {did} the old {what} {when}." for when, what, did, who in ALL]

# Runs the program, and presses Ctrl-C when it opens a file whose path ends so.
PRESS = """
import signal, sys
end = sys.argv.pop(1)
def press(event, arguments):
    if event == "open" and str(arguments[0]).endswith(end):
        signal.raise_signal(signal.SIGINT)
sys.addaudithook(press)
from translate.cli import app
app()
"""


@dataclass(frozen=True, slots=True)
class Stopped:
    """A run that was interrupted while it wrote its second batch and drafted its third."""

    how: signal.Signals
    code: int
    told: str
    folder: Path
    written: dict[str, bytes]


def site(folder: Path) -> Path:
    """Write posts of which no two sentences are equal."""
    (folder / "en").mkdir()
    for number in range(POSTS):
        sentences = TEXT[number * SENTENCES : (number + 1) * SENTENCES]
        (folder / f"en/post{number:02}.txt").write_text("\n\n".join(sentences), encoding="utf-8")
    return folder


def start(folder: Path, *program: str) -> subprocess.Popen[str]:
    command = [sys.executable, *(program or ("-m", "translate")), "draft", "en"]
    command += ["--source", "en", "--beam", "1", "--threads", str(THREADS)]
    heard = partial(
        signal.signal, signal.SIGINT, signal.SIG_DFL
    )  # what runs behind may not hear it
    return subprocess.Popen(command, cwd=folder, stderr=PIPE, text=True, preexec_fn=heard)


def end(process: subprocess.Popen[str]) -> str:
    """Wait for a command, and return what it told on stderr."""
    try:
        return process.communicate(timeout=PATIENCE)[1]
    finally:
        process.kill()


def catalogs(folder: Path) -> list[Path]:
    return list((folder / "locales").rglob("*.po"))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in catalogs(folder)}


def words(written: dict[str, bytes]) -> dict[str, bytes]:
    """Return catalogs without confidences.

    Their last digit may differ with what else is in the batch: floats are summed in another order.
    """
    return {
        name: re.sub(rb"confidence [0-9.]+", b"confidence", text) for name, text in written.items()
    }


def leftovers(folder: Path) -> list[Path]:
    """Return what is where the catalogs are and is none."""
    found = (folder / "locales").rglob("*")
    return [path for path in found if path.is_file() and path.suffix != ".po"]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the catalogs of a run that nobody interrupts."""
    folder = site(tmp_path_factory.mktemp("whole"))
    end(start(folder))
    assert len(catalogs(folder)) == POSTS
    return contents(folder)


@pytest.fixture(scope="module", params=[signal.SIGINT, signal.SIGKILL], ids=lambda how: how.name)
def stopped(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Stopped:
    folder = site(tmp_path_factory.mktemp("stopped"))
    process = start(folder)
    while process.poll() is None and len(catalogs(folder)) * SENTENCES <= BATCH:
        time.sleep(0.01)
    process.send_signal(request.param)
    told = end(process)
    written = contents(folder)
    assert BATCH < len(written) * SENTENCES < POSTS * SENTENCES, "it was not stopped midway"
    return Stopped(request.param, process.returncode, told, folder, written)


def test_it_ends_as_a_shell_expects(stopped: Stopped) -> None:
    assert stopped.code == (130 if stopped.how is signal.SIGINT else -signal.SIGKILL)
    assert "Traceback" not in stopped.told


def test_what_is_written_is_whole(stopped: Stopped, whole: dict[str, bytes]) -> None:
    assert words(stopped.written).items() <= words(whole).items()
    # A kill may come while a catalog is written; Ctrl-C gives time to clear away.
    assert len(leftovers(stopped.folder)) <= (stopped.how is signal.SIGKILL)


def test_of_what_was_drafted_at_most_a_batch_is_lost(stopped: Stopped) -> None:
    drafted = int(re.findall(r"(\d+) of \d+ sentences drafted", stopped.told)[-1])
    assert drafted - len(stopped.written) * SENTENCES <= BATCH


def test_the_next_run_does_the_rest_and_nothing_else(
    stopped: Stopped, whole: dict[str, bytes]
) -> None:
    before = {path: path.stat().st_mtime_ns for path in catalogs(stopped.folder)}
    (halfway,) = {path.parent for path in before}
    (halfway / ".post39.po.halfway").write_bytes(whole["post39.po"][:1000])
    told = end(start(stopped.folder))
    rest = (POSTS - len(before)) * SENTENCES
    assert f"; {rest} sentences drafted, 0 left untranslated" in told
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert words(contents(stopped.folder)) == words(whole)


@pytest.mark.parametrize("file", ["langdetect/profiles/tr", "post07.txt"])
def test_ctrl_c_is_heard_while_posts_are_read(tmp_path: Path, file: str) -> None:
    process = start(site(tmp_path), "-c", PRESS, file)
    assert "drafted" not in end(process)
    assert process.returncode == 130
    assert contents(tmp_path) == {}
