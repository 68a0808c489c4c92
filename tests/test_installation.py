"""A newcomer's first minutes: clean environments, empty folders, large posts. All slow."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.test_cli import POST, offline

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.slow


def call(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    # What make and the test runner have set must not reach a newcomer's shell.
    hidden = ("PYTHONPATH", "VIRTUAL_ENV", "MAKEFLAGS", "MAKELEVEL", "TRANSLATE_PACKAGE")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a wheel and install it, alone, in a new virtual environment."""
    folder = tmp_path_factory.mktemp("wheel")
    call(sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=True)
    call(folder / "venv/bin/pip", "install", "--quiet", wheel, cwd=folder)
    return folder / "venv"


def test_an_installed_wheel_translates_a_post_in_an_empty_folder_offline(
    environment: Path, tmp_path: Path
) -> None:
    (tmp_path / "ferry.txt").write_text(POST, encoding="utf-8")
    call(*offline(), environment / "bin/translate", "run", "ferry.txt", cwd=tmp_path)
    built = (tmp_path / "corpus/tr/ferry.txt").read_text(encoding="utf-8")
    assert built.endswith("Bu yazı şu dillerde de mevcut: İngilizce\n")
    assert "never" not in built


def test_the_environment_stays_under_450_megabytes(environment: Path) -> None:
    size = sum(path.lstat().st_size for path in environment.rglob("*") if path.is_file())
    assert size < 450e6, f"{size / 1e6:.0f} MB"


def test_a_fresh_clone_does_the_main_job_and_changes_nothing(tmp_path: Path) -> None:
    call("git", "clone", "--quiet", ROOT, tmp_path / "clone", cwd=tmp_path)
    call("make", "run", cwd=tmp_path / "clone")
    assert call("git", "status", "--short", cwd=tmp_path / "clone").stdout == ""


def test_a_sentence_of_forty_kilobytes_works(environment: Path, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("the ferry leaves at nine and comes back " * 1000)
    call(environment / "bin/translate", "run", "long.txt", "--source", "en", cwd=tmp_path)
    assert (tmp_path / "corpus/tr/long.txt").stat().st_size > 20_000


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_a_paragraph_of_two_megabytes_works(environment: Path, tmp_path: Path, suffix: str) -> None:
    sentences = "The ferry that crosses the strait at night will stop running. It is late. "
    path = tmp_path / f"long{suffix}"
    path.write_text(sentences * (2_000_000 // len(sentences)), encoding="utf-8")
    call(environment / "bin/translate", "run", path.name, cwd=tmp_path)
    built = (tmp_path / "corpus/tr" / path.name).read_text(encoding="utf-8")
    assert "strait" not in built
    assert len(built) > 1_000_000
