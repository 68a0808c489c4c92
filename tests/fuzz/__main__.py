"""Fuzz one target: `python -m tests.fuzz NAME SECONDS FOLDER`.

The folder holds the inputs to begin with; what breaks the target is left beside it.
"""

import sys

import atheris

with atheris.instrument_imports(include=["translate", "tests.fuzz"]):
    from tests.fuzz.targets import TARGETS, broken

PATIENCE = 10  # seconds for one input

if __name__ == "__main__":
    name, seconds, folder = sys.argv[1:]
    options = [
        f"-max_total_time={seconds}",
        f"-timeout={PATIENCE}",
        "-max_len=4000",
        "-rss_limit_mb=2000",
        "-seed=1",
        f"-artifact_prefix={folder}-",
        "-verbosity=1",
    ]
    atheris.Setup([sys.argv[0], *options, folder], (TARGETS | {"broken": broken})[name])
    atheris.Fuzz()
