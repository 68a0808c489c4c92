"""Which Argos package translates: a given folder, one installed in Argos, or the embedded one.

`argostranslate` knows where packages are. Importing it makes folders under the user's home, so it
is imported only when such a package is wanted.
"""

import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translate.errors import TranslateError
from translate.files import remove, write_whole

EMBEDDED = Path(__file__).parent / "model" / "translate-en_tr-1_0"
SOURCE = "en"
TARGET = "tr"
# What a package is made of; of the last two, one.
PARTS = (("metadata.json",), ("model/model.bin",), ("bpe.model", "sentencepiece.model"))


@dataclass(frozen=True, slots=True)
class Package:
    """A model that translates one language into another."""

    path: Path
    source: str  # language codes
    target: str
    version: str

    @property
    def name(self) -> str:
        """The name that Argos's index gives it, "translate-en_tr"."""
        return f"translate-{self.source}_{self.target}"

    @property
    def release(self) -> tuple[int, ...]:
        """The version's numbers, to compare: 1.10 comes after 1.9."""
        return tuple(map(int, re.findall(r"\d+", self.version)))

    @property
    def label(self) -> str:
        """Name and version, as catalogs record it."""
        return f"{self.name} {self.version}"


@dataclass(frozen=True, slots=True)
class Choice:
    """The package to use, and why it is that one."""

    package: Package
    reason: str


def choose(given: str | None, environ: Mapping[str, str], source: str = SOURCE) -> Choice:
    """Return the package that translates `source` into Turkish.

    `given` is a folder, the name of an installed package, or "embedded"; failing it,
    `TRANSLATE_PACKAGE` of the environment is; failing both, it is what `use` remembers, else the
    embedded package. Raises `TranslateError` where there is no such package, it is incomplete, or
    it translates another pair of languages.
    """
    if wanted := given or environ.get("TRANSLATE_PACKAGE"):
        choice = Choice(_named(wanted), "--package" if given else "TRANSLATE_PACKAGE")
    elif remembered := _remembered():
        choice = Choice(_recalled(remembered), "use")
    else:
        choice = Choice(embedded(), "embedded")
    check_pair(choice.package, source)
    return choice


def embedded() -> Package:
    """Return the package that comes with the program.

    It is known to be whole, so that it needs neither Argos nor a home that Argos can write to.
    """
    return described(EMBEDDED, (EMBEDDED / "metadata.json").read_bytes())


def installed() -> Iterator[Package]:
    """Yield the packages in Argos's own folder that translate into Turkish, by name."""
    for folder in sorted(_argos_folders()):
        try:
            package = read(folder)
        except TranslateError:
            continue  # another program's folder: its fault is reported only if it is chosen
        if package.target == TARGET:
            yield package


def use(wanted: str) -> Package:
    """Remember a package for `choose`, and return it.

    `wanted` is a folder or the name of an installed package; "embedded" goes back to the embedded
    one. Raises `TranslateError` where `choose` would.
    """
    package = _named(wanted)
    check_pair(package, SOURCE)
    if package == embedded():
        remove(choice_file())
    else:
        lasting = str(Path(wanted).resolve()) if Path(wanted).is_dir() else wanted
        write_whole(choice_file(), os.fsencode(lasting) + b"\n")
    return package


def choice_file() -> Path:
    """Return the file whose one line is the package that `use` remembers, in Argos's data folder.

    That folder is found as `argostranslate.settings` finds it, which makes folders when asked.
    """
    home = Path(os.environ["SNAP_USER_DATA"]) if "SNAP" in os.environ else Path.home()
    data = Path(os.environ.get("XDG_DATA_HOME", home / ".local" / "share"))
    return data / "argos-translate" / "also-in-turkish.package"


def _remembered() -> str:
    try:
        return os.fsdecode(choice_file().read_bytes()).strip()
    except (OSError, RuntimeError, KeyError):  # nothing there, or a user without a home
        return ""


def _recalled(remembered: str) -> Package:
    try:
        return _named(remembered)
    except TranslateError as error:
        raise TranslateError(
            f"`translate packages use` chose a package that cannot be used any more ({error}): "
            "choose another, or go back with `translate packages use embedded`"
        ) from error


def _named(wanted: str) -> Package:
    if wanted == "embedded":
        return embedded()
    if wanted and Path(wanted).is_dir():
        return read(Path(wanted))
    folders = [folder for folder in _argos_folders() if wanted in (folder.name, _name(folder))]
    if not folders:
        raise TranslateError(
            f"{wanted}: no such package folder, and Argos has none of that name installed: "
            "`translate packages` lists what there is"
        )
    return max(map(read, folders), key=lambda package: package.release)


def _name(folder: Path) -> str:
    """Return "translate-en_tr" of a folder "translate-en_tr-1_5"."""
    return folder.name.rpartition("-")[0]


def _argos_folders() -> list[Path]:
    root = Path(argos().settings.package_data_dir)
    return [path for path in root.iterdir() if (path / "metadata.json").is_file()]


def read(folder: Path) -> Package:
    """Return the package in a folder. Raises `TranslateError` for one that is not whole."""
    check_parts(str(folder), lambda part: (folder / part).is_file())
    try:
        metadata = (folder / "metadata.json").read_bytes()
    except OSError as error:
        raise unreadable(folder, error.strerror) from error
    return described(folder, metadata)


def check_parts(place: str, has: Callable[[str], bool]) -> None:
    """Raise `TranslateError` if a package lacks a part, asked for by its path in the package."""
    for part in PARTS:
        if not any(map(has, part)):
            raise TranslateError(
                f"{place}: not a complete Argos package, {' or '.join(part)} is missing: "
                "get the package again"
            )


def described(folder: Path, metadata: bytes) -> Package:
    """Return the package that a metadata.json describes. Raises `TranslateError` if none is."""
    try:
        found = json.loads(metadata)
        version = str(found["package_version"])
        package = Package(folder, str(found["from_code"]), str(found["to_code"]), version)
    except KeyError as error:
        raise unreadable(folder, f"it lacks {error}") from error
    except (ValueError, TypeError, RecursionError) as error:
        raise unreadable(folder, error) from error
    if not re.fullmatch(r"[\w-]+ [\w.+-]+", package.label):  # it is written into catalogs
        raise unreadable(folder, "its languages and version are not words")
    return package


def unreadable(folder: Path, reason: object) -> TranslateError:
    """Return the error to raise for a package whose metadata is of no use."""
    return TranslateError(
        f"{folder}: metadata.json cannot be read ({reason}): get the package again"
    )


def check_pair(package: Package, source: str) -> None:
    """Raise `TranslateError` if a package does not translate `source` into Turkish."""
    if (package.source, package.target) != (source, TARGET):
        raise TranslateError(
            f"{package.path}: translates {package.source} → {package.target}, "
            f"not {source} → {TARGET}: choose another package"
        )


def argos() -> Any:
    """Return Argos's module of packages. Raises `TranslateError` if its folders cannot be made."""
    try:
        from argostranslate import package
    except OSError as error:  # it makes its folders on import
        raise TranslateError(
            f"{error.filename}: Argos cannot make its folder ({error.strerror}): "
            "set XDG_DATA_HOME, XDG_CONFIG_HOME and XDG_CACHE_HOME to folders you can write to"
        ) from error
    return package
