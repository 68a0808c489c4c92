"""Print the table of benchmarks.

`python -m tests.benchmarks [FILE]`: FILE holds English sentences, one a line; by default
newstest2018 of the test sets that lie beside the project. Confidences are looked at where FILE.en
has its translations beside it in FILE.tr, by default on the devtest of FLORES.
"""

import os
import sys
import tempfile
from pathlib import Path

from tests.benchmarks import checks, confidence, memory, recall, sets, speed, startup
from translate import packages, screen

SENTENCES = Path(f"{sets.NEWS}.en")
COUNT = 2000

source = Path(sys.argv[1]) if len(sys.argv) > 1 else SENTENCES
judged = source.with_suffix("") if len(sys.argv) > 1 else sets.FLORES
if not source.is_file():
    sys.exit(f"{source}: no such file: name a file of English sentences, one a line")
sentences = list(dict.fromkeys(source.read_text(encoding="utf-8").splitlines()))[:COUNT]
with tempfile.TemporaryDirectory() as folder:
    package = packages.choose(None, os.environ).package
    rows = [
        *speed.rows(sentences, package, Path(folder) / "speed"),
        *recall.rows(sentences, package, Path(folder) / "recall"),
        *memory.rows(sentences, Path(folder) / "memory"),
        *startup.rows(),
        *confidence.rows(judged, package),
        *checks.rows((sets.FLORES, sets.NEWS)),
    ]
screen.table(("what", "measured", "wanted"), rows, sys.stdout)
