"""The generators themselves, from Debian, PyPI and npm. None is a dependency of ours.

What pip and npm install stays below the virtual environment that `make clean` removes.
"""

import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

import pytest

CACHE = Path(sys.prefix) / "generators"
PYTHON = ("pelican[markdown]~=4.11", "mkdocs~=1.6", "mkdocs-static-i18n~=1.3", "hugo>=0.150")
NODE = ("@11ty/eleventy@3", "astro@5")  # the last Astro for Node 20


def find(program: str) -> Path:
    """Return a generator's program, installed if need be; skips the test if it is not to be had."""
    if program == "jekyll":
        found = shutil.which(program)
        return Path(found) if found else pytest.skip("needs jekyll: see .ci/run")
    folder = node() / "node_modules/.bin" if program in ("eleventy", "astro") else python()
    return folder / program


def python() -> Path:
    """Return the folder of programs of a virtual environment with the generators from PyPI."""
    folder = CACHE / "python"
    if not _has(folder, PYTHON):
        venv.create(folder, with_pip=True, clear=True)
        _install(folder / "bin/pip", "install", "--quiet", *PYTHON)
        (folder / "ready").write_text("\n".join(PYTHON))
    return folder / "bin"


def node() -> Path:
    """Return a folder whose `node_modules` hold the generators from npm."""
    folder = CACHE / "node"
    if not _has(folder, NODE):
        folder.mkdir(parents=True, exist_ok=True)
        _install("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, *NODE)
        (folder / "ready").write_text("\n".join(NODE))
    return folder


def _has(folder: Path, packages: Sequence[str]) -> bool:
    ready = folder / "ready"
    return ready.exists() and ready.read_text() == "\n".join(packages)


def _install(*command: str | Path) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=300)
    except FileNotFoundError:
        pytest.skip(f"needs {command[0]}")
    except subprocess.SubprocessError as error:
        pytest.skip(f"{' '.join(map(str, command))} failed: {_last(error.stderr)}")


def _last(words: Sequence[str] | str | bytes | None) -> str:
    return str(words or "no answer").strip().rpartition("\n")[2]
