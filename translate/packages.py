"""Which Argos package translates: a given folder, one installed in Argos, or the embedded one.

`argostranslate.package` finds and reads all but the embedded one. Importing it makes folders under
the user's home, so it is imported only when such a package is wanted.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translate.errors import TranslateError

EMBEDDED = Path(__file__).parent / "model" / "translate-en_tr-1_0"
TARGET = "tr"


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


def choose(given: str | None, environ: Mapping[str, str], source: str = "en") -> Choice:
    """Return the package that translates `source` into Turkish.

    `given` is a folder or the name of an installed package; failing it, `TRANSLATE_PACKAGE` of
    the environment is; failing both, the embedded package is used. Raises `TranslateError` where
    there is no such package, it is incomplete, or it translates another pair of languages.
    """
    if wanted := given or environ.get("TRANSLATE_PACKAGE"):
        reason = "--package" if given else "TRANSLATE_PACKAGE"
        choice = Choice(_named(wanted), reason)
    else:
        choice = Choice(embedded(), "embedded")
    package = choice.package
    if (package.source, package.target) != (source, TARGET):
        raise TranslateError(
            f"{package.path}: translates {package.source} → {package.target}, "
            f"not {source} → {TARGET}: choose another package"
        )
    return choice


def embedded() -> Package:
    """Return the package that comes with the program.

    It is known to be whole, so that it needs neither Argos nor a home that Argos can write to.
    """
    metadata = json.loads((EMBEDDED / "metadata.json").read_text(encoding="utf-8"))
    version = metadata["package_version"]
    return Package(EMBEDDED, metadata["from_code"], metadata["to_code"], version)


def installed() -> Iterator[Package]:
    """Yield the packages in Argos's own folder that translate into Turkish, by name."""
    for folder in sorted(_argos_folders()):
        try:
            package = _read(folder)
        except TranslateError:
            continue  # another program's folder: its fault is reported only if it is chosen
        if package.target == TARGET:
            yield package


def _named(wanted: str) -> Package:
    if Path(wanted).is_dir():
        return _read(Path(wanted))
    folders = [folder for folder in _argos_folders() if wanted in (folder.name, _name(folder))]
    if not folders:
        raise TranslateError(
            f"{wanted}: no such package folder, and Argos has none of that name installed: "
            "`translate packages` lists what there is"
        )
    return max(map(_read, folders), key=lambda package: package.release)


def _name(folder: Path) -> str:
    """Return "translate-en_tr" of a folder "translate-en_tr-1_5"."""
    return folder.name.rpartition("-")[0]


def _argos_folders() -> list[Path]:
    root = Path(_argos().settings.package_data_dir)
    return [path for path in root.iterdir() if (path / "metadata.json").is_file()]


def _read(folder: Path) -> Package:
    for part in ("metadata.json", "model/model.bin", "sentencepiece.model"):
        if not (folder / part).is_file():
            raise TranslateError(
                f"{folder}: not a complete Argos package, {part} is missing: install it again"
            )
    try:
        package = _argos().Package(folder)
    except (ValueError, AttributeError, TypeError, OSError) as error:
        raise TranslateError(
            f"{folder}: metadata.json cannot be read ({error}): install the package again"
        ) from error
    return Package(folder, str(package.from_code), str(package.to_code), package.package_version)


def _argos() -> Any:
    try:
        from argostranslate import package
    except OSError as error:  # it makes its folders on import
        raise TranslateError(
            f"{error.filename}: Argos cannot make its folder ({error.strerror}): "
            "set XDG_DATA_HOME, XDG_CONFIG_HOME and XDG_CACHE_HOME to folders you can write to"
        ) from error
    return package
