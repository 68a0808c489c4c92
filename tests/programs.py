"""Other people's programs that write catalogs, as functions of a catalog's path."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import polib
from babel.messages.pofile import read_po, write_po

Tool = Callable[[Path], None]


def program(*command: str | Path) -> bytes:
    """Run a program as if ours, whose import name another one has, were not there."""
    apart = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, capture_output=True, env=apart, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def rewritten(*command: str) -> Tool:
    def tool(path: Path) -> None:
        path.write_bytes(program(*command, path))

    return tool


def msgmerge(*options: str) -> Tool:
    """Merge with a template of the same sentences, as Weblate and makefiles do."""

    def tool(path: Path) -> None:
        template = path.with_suffix(".pot")
        empty = ["--no-obsolete", "--clear-fuzzy", "--clear-previous", "--empty"]
        template.write_bytes(program("msgattrib", *empty, path))
        path.write_bytes(program("msgmerge", "--quiet", "--previous", *options, path, template))
        template.unlink()

    return tool


def babel(path: Path) -> None:
    with path.open("rb") as file:
        messages = read_po(file)
    with path.open("wb") as file:
        write_po(file, messages, include_previous=True)


def with_polib(path: Path) -> None:
    polib.pofile(str(path)).save()


def poedit(path: Path) -> None:
    """Write as Poedit 3 does: gettext's own writer at 79 columns, with headers of its own."""
    text = program("msgcat", "--width=79", path).decode()
    text = text.replace(
        '"X-Generator: also-in-turkish\\n"\n',
        '"X-Generator: Poedit 3.4.2\\n"\n"X-Poedit-Basepath: ..\\n"\n',
    )
    path.write_text(text.replace("Automatically generated", "Ayşe <a@example.org>"), "utf-8")


def workflow_flags(path: Path) -> None:
    """Write as gettext 1.0 may: the flags of the workflow in lines of their own."""
    path.write_text(path.read_text("utf-8").replace("#, fuzzy", "#= fuzzy"), "utf-8")


def windows(path: Path) -> None:
    """Write as an editor on Windows does."""
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))


GETTEXT: dict[str, Tool] = {
    "msgcat": rewritten("msgcat"),
    "msgcat --no-wrap": rewritten("msgcat", "--no-wrap"),
    "msgcat --width=77": rewritten("msgcat", "--width=77"),
    "msgcat --indent": rewritten("msgcat", "--indent"),
    "msgattrib": rewritten("msgattrib"),
    "msgmerge": msgmerge(),
    "msgmerge --no-wrap": msgmerge("--no-wrap"),
    "msgmerge --no-fuzzy-matching": msgmerge("--no-fuzzy-matching"),
    "Poedit's way": poedit,
}
OTHERS: dict[str, Tool] = {
    "Babel": babel,
    "polib": with_polib,
    "gettext 1.0's flags": workflow_flags,
    "an editor on Windows": windows,
}


WEBLATE = """
import sys
from translate.storage.pypo import pofile
path, width, old, new = sys.argv[1:]
store = pofile.parsefile(path)
store.wrapper.width = int(width)
for unit in store.units:
    if old and unit.source == old:
        unit.target = new
        unit.markfuzzy(False)
store.updateheader(add=True, x_generator="Weblate 5.15", last_translator="Ali <b@example.org>")
store.save()
"""


def weblate(toolkit: Path, width: int, old: str = "", new: str = "") -> Tool:
    """Write as Weblate does, with a word of a translator's or none."""
    return lambda path: void(
        program(toolkit / "python", "-Ic", WEBLATE, path, str(width), old, new)
    )


def void(_: object) -> None:
    """Drop what a program printed."""


def through_xliff(toolkit: Path) -> Tool:
    def tool(path: Path) -> None:
        xliff = path.with_suffix(".xlf")
        program(toolkit / "po2xliff", "--progress=none", path, xliff)
        program(toolkit / "xliff2po", "--progress=none", xliff, path)
        xliff.unlink()

    return tool


def filtered(toolkit: Path) -> Tool:
    """Let pofilter look for faults, and merge what it tells."""

    def tool(path: Path) -> None:
        found = path.with_suffix(".filtered")
        program(toolkit / "pofilter", "--progress=none", path, found)
        if found.exists():
            program(toolkit / "pomerge", "--progress=none", "-t", path, found, path)
            found.unlink()

    return tool
