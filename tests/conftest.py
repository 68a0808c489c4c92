"""What tests share: where samples are, the real model, Hypothesis settings, Argos's folders."""

import os
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
