"""The list of files is the explanation: imports go down it only, and slow ones wait."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "translate"

# From the command line down; a file imports from the rows below its own, or from its own row
# where no circle results.
LAYERS = [
    ["__main__"],
    ["cli"],
    ["rename"],
    ["draft", "recall", "build", "screen", "site"],
    ["whose"],
    ["merge", "engine", "batches", "terms", "read", "turkish", "review", "suggest", "layout"],
    ["install", "rescue", "digits", "pieces", "glossary", "place", "proofread", "orphans"],
    ["compendium", "reviewed"],
    ["wordpress"],
    ["catalog", "packages", "detect", "hypothesis", "names", "runs"],
    ["entry", "files", "checks", "clauses", "confidence", "align", "safe", "consistency"],
    ["segment", "numerals", "differences", "similar", "comments"],
    ["sentences", "inline", "memory", "nearest", "grammar", "render"],
    ["post", "page", "tmx", "errors"],
]
SLOW = [
    "argostranslate",
    "ctranslate2",
    "jinja2",
    "langdetect",
    "nh3",
    "nupunkt",
    "numpy",
    "pyromark",
    "rapidfuzz",
    "rich",
    "sentencepiece",
    "yaml",
]


def module(path: Path) -> str:
    return path.relative_to(ROOT).with_suffix("").parts[0]


def imported(path: Path) -> set[str]:
    """Return our own modules that a file imports anywhere."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "translate":
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("translate."):
            names.add((node.module or "").split(".")[1])
    return names


FILES = sorted(
    path for path in ROOT.rglob("*.py") if path.name != "__init__.py" or path.parent != ROOT
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_go_down_the_list_only(path: Path) -> None:
    rows = {name: row for row, names in enumerate(LAYERS) for name in names}
    own = module(path)
    above = [name for name in imported(path) if name != own and rows[name] < rows[own]]
    assert not above


def test_help_loads_nothing_that_is_slow() -> None:
    code = (
        "import sys\n"
        "from typer.testing import CliRunner\n"
        "from translate.cli import app\n"
        "assert CliRunner().invoke(app, ['--help']).exit_code == 0\n"
        "print(*sys.modules)"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert not [name for name in SLOW if name in loaded.stdout.split()]
