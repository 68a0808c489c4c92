"""What tests share: where samples are, the real model, Hypothesis settings, Argos's folders."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

SAMPLES = Path(__file__).parents[2] / "shared" / "samples"

# A slow machine is no failure; the same examples each time, so that CI does not fail by chance.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")


@pytest.fixture(autouse=True, scope="session")
def argos_folders() -> Iterator[None]:
    """Point Argos, which makes folders on import, away from the user's home."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = folder
        os.environ.pop("TRANSLATE_PACKAGE", None)
        yield


@pytest.fixture(scope="session")
def toolkit(request: pytest.FixtureRequest) -> Path:
    """Return where the programs of translate-toolkit are, installed on first use.

    They have our import name, and need an environment of their own.
    """
    cache = request.config.cache
    assert cache is not None
    folder = Path(cache.mkdir("translate-toolkit"))
    programs = folder / "bin"
    if not (programs / "po2xliff").exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        install = [programs / "pip", "install", "--quiet", "translate-toolkit>=3.13", "lxml"]
        done = subprocess.run(install, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"translate-toolkit cannot be installed: {done.stderr[-200:]}")
    return programs
