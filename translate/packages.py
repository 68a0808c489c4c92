"""Which Argos package translates: a given folder, one installed in Argos, or the embedded one.

`argostranslate` knows where packages are and fetches them. Importing it makes folders under the
user's home, so it is imported only when such a package is wanted.
"""

import json
import os
import re
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from translate.errors import TranslateError
from translate.files import remove, write_whole

if TYPE_CHECKING:  # what only an installation needs would take longer to import than all the rest
    from zipfile import ZipFile, ZipInfo

EMBEDDED = Path(__file__).parent / "model" / "translate-en_tr-1_0"
SOURCE = "en"
TARGET = "tr"
# What a package is made of; of the last two, one.
PARTS = (("metadata.json",), ("model/model.bin",), ("bpe.model", "sentencepiece.model"))
# Argos's packages unpack to 40 to 400 MB and hold a dozen files: more is an attack or a mistake.
LARGEST = 4_000_000_000  # bytes
MOST_FILES = 10_000
LARGEST_METADATA = 1_000_000  # bytes
PLAIN_TYPES = (0, stat.S_IFREG, stat.S_IFDIR)  # 0: packed where files have no type
# How long Argos's servers may be silent, in seconds; Argos itself would wait for minutes.
INDEX_TIMEOUT = 5
DOWNLOAD_TIMEOUT = 30


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


@dataclass(frozen=True, slots=True)
class Installation:
    """A package in Argos's folder, and how it came there."""

    package: Package
    status: str  # "installed", "replaced" (what had its folder's name) or "unchanged"


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
    _check_pair(choice.package, source)
    return choice


def embedded() -> Package:
    """Return the package that comes with the program.

    It is known to be whole, so that it needs neither Argos nor a home that Argos can write to.
    """
    return _described(EMBEDDED, (EMBEDDED / "metadata.json").read_bytes())


def installed() -> Iterator[Package]:
    """Yield the packages in Argos's own folder that translate into Turkish, by name."""
    for folder in sorted(_argos_folders()):
        try:
            package = _read(folder)
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
    _check_pair(package, SOURCE)
    if package == embedded():
        remove(memory())
    else:
        lasting = str(Path(wanted).resolve()) if Path(wanted).is_dir() else wanted
        write_whole(memory(), os.fsencode(lasting) + b"\n")
    return package


def memory() -> Path:
    """Return the file whose one line is the package that `use` remembers, in Argos's data folder.

    That folder is found as `argostranslate.settings` finds it, which makes folders when asked.
    """
    home = Path(os.environ["SNAP_USER_DATA"]) if "SNAP" in os.environ else Path.home()
    data = Path(os.environ.get("XDG_DATA_HOME", home / ".local" / "share"))
    return data / "argos-translate" / "also-in-turkish.package"


def install(wanted: str) -> Installation:
    """Put a package into Argos's own folder, whole or not at all.

    `wanted` is an .argosmodel file, or a name in Argos's index, which needs a network. Raises
    `TranslateError` where it cannot be had, is damaged or dangerous to unpack, or does not
    translate English into Turkish; nothing is changed then.
    """
    file = Path(wanted)
    if file.is_dir():
        raise TranslateError(
            f"{file}: a folder needs no installation: `translate packages use {file}` uses it"
        )
    if file.is_file():
        return _install(file, wanted)
    if file.suffix == ".argosmodel" or file.name != wanted:
        raise TranslateError(f"{file}: no such file: give an .argosmodel file that is there")
    return _install(BytesIO(_downloaded(wanted)), wanted)


def _remembered() -> str:
    try:
        return os.fsdecode(memory().read_bytes()).strip()
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
    _check_parts(str(folder), lambda part: (folder / part).is_file())
    try:
        metadata = (folder / "metadata.json").read_bytes()
    except OSError as error:
        raise _unreadable(folder, error.strerror) from error
    return _described(folder, metadata)


def _check_parts(place: str, has: Callable[[str], bool]) -> None:
    for part in PARTS:
        if not any(map(has, part)):
            raise TranslateError(
                f"{place}: not a complete Argos package, {' or '.join(part)} is missing: "
                "get the package again"
            )


def _described(folder: Path, metadata: bytes) -> Package:
    try:
        found = json.loads(metadata)
        version = str(found["package_version"])
        package = Package(folder, str(found["from_code"]), str(found["to_code"]), version)
    except KeyError as error:
        raise _unreadable(folder, f"it lacks {error}") from error
    except (ValueError, TypeError, RecursionError) as error:
        raise _unreadable(folder, error) from error
    if not re.fullmatch(r"[\w-]+ [\w.+-]+", package.label):  # it is written into catalogs
        raise _unreadable(folder, "its languages and version are not words")
    return package


def _unreadable(folder: Path, reason: object) -> TranslateError:
    return TranslateError(
        f"{folder}: metadata.json cannot be read ({reason}): get the package again"
    )


def _check_pair(package: Package, source: str) -> None:
    if (package.source, package.target) != (source, TARGET):
        raise TranslateError(
            f"{package.path}: translates {package.source} → {package.target}, "
            f"not {source} → {TARGET}: choose another package"
        )


# Below, packages are put into Argos's folder.


def _install(content: Path | BytesIO, name: str) -> Installation:
    """Check an archive by its table of contents and its metadata, then unpack it."""
    import zipfile
    from lzma import LZMAError
    from zlib import error as ZlibError  # noqa: N812 (an exception's name)

    try:
        with zipfile.ZipFile(content) as archive:
            if danger := _danger(archive.infolist()):
                raise TranslateError(f"{name}: not an Argos package, {danger}: get another file")
            _check_archive(archive, name)
            return _unpacked(archive)
    except OSError as error:
        raise TranslateError(
            f"{name}: cannot be installed ({error.strerror or error}): "
            "check the file, the disk and the rights of Argos's folder"
        ) from error
    # Cut or wrong bytes; an unknown compression or a password.
    except (zipfile.BadZipFile, ZlibError, LZMAError, EOFError, RuntimeError, ValueError) as error:
        raise TranslateError(
            f"{name}: not a whole .argosmodel file ({error}): get the package again"
        ) from error


def _danger(entries: "Sequence[ZipInfo]") -> str:
    """Return why an archive must not be unpacked, or nothing."""
    paths = [PurePosixPath(entry.filename) for entry in entries]
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > LARGEST:
        return "it unpacks to more than any package"
    if any(path.is_absolute() or ".." in path.parts or "\\" in str(path) for path in paths):
        return "it would write outside its folder"
    if any(stat.S_IFMT(entry.external_attr >> 16) not in PLAIN_TYPES for entry in entries):
        return "it holds links or devices"
    return "it is not one folder" if len({path.parts[:1] for path in paths}) != 1 else ""


def _check_archive(archive: "ZipFile", name: str) -> None:
    """Raise `TranslateError` if an archive lacks a part or translates another pair."""
    entries = archive.infolist()
    parts = {"/".join(PurePosixPath(entry.filename).parts[1:]): entry for entry in entries}
    _check_parts(name, parts.__contains__)
    metadata = parts["metadata.json"]
    if metadata.file_size > LARGEST_METADATA:
        raise _unreadable(Path(name), "it is too long")
    _check_pair(_described(Path(name), archive.read(metadata)), SOURCE)


def _unpacked(archive: "ZipFile") -> Installation:
    """Unpack an archive beside Argos's packages, then move its folder among them."""
    root = Path(_argos().settings.package_data_dir)
    with TemporaryDirectory(prefix="also-in-turkish-", dir=_beside(root)) as temporary:
        archive.extractall(temporary)
        (staged,) = Path(temporary).iterdir()
        _read(staged)
        target = root / staged.name
        status = _move(staged, target)
    return Installation(_read(target), status)


def _beside(root: Path) -> Path:
    """Return a folder on the same disk that Argos does not search, failing that, `root`."""
    parent = root.parent
    same = parent.stat().st_dev == root.stat().st_dev
    return parent if same and os.access(parent, os.W_OK) else root


def _move(staged: Path, target: Path) -> str:
    if not target.exists():
        staged.rename(target)
        return "installed"
    if _same(staged, target):
        return "unchanged"
    if _is_for_another_pair(target):
        raise TranslateError(
            f"{target}: a package for another pair of languages has this name: remove it first"
        )
    old = staged.with_name(f"{staged.name}.old")
    target.rename(old)
    try:
        staged.rename(target)
    except BaseException:
        old.rename(target)
        raise
    return "replaced"


def _same(one: Path, other: Path) -> bool:
    """Tell whether two folders have the same files with the same content."""
    import filecmp

    files, others = (
        sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
        for folder in (one, other)
    )
    return files == others and filecmp.cmpfiles(one, other, files, shallow=False)[1:] == ([], [])


def _is_for_another_pair(folder: Path) -> bool:
    try:
        package = _read(folder)
    except TranslateError:  # broken: what replaces it can only be better
        return False
    return (package.source, package.target) != (SOURCE, TARGET)


def _downloaded(name: str) -> bytes:
    """Return the .argosmodel file of a name in Argos's index."""
    import logging

    argos = _argos()
    from argostranslate import networking

    # Argos logs every failed attempt; without a handler that would go to the terminal.
    logging.getLogger("argostranslate").addHandler(logging.NullHandler())
    address = argos.settings.remote_package_index
    with _silent_at_most(INDEX_TIMEOUT):
        index = networking.get(address, retry_count=0)
    if index is None:
        raise TranslateError(
            f"{name}: no such file, and Argos's index cannot be reached ({address}): "
            "connect to the network, or install from an .argosmodel file"
        )
    links = _links(name, index)
    with _silent_at_most(DOWNLOAD_TIMEOUT):
        content = networking.get_from(links, retry_count=1)
    if content is None:
        raise TranslateError(f"{name}: cannot be downloaded ({', '.join(links)}): try again later")
    return bytes(content)


def _links(name: str, index: bytes) -> list[str]:
    """Return where a package of Argos's index is, whose pair is checked before it is fetched."""
    argos = _argos()
    try:
        entries = [argos.AvailablePackage(entry) for entry in json.loads(index)]
        found = [entry for entry in entries if argos.argospm_package_name(entry) == name]
        links = [str(link) for entry in found[:1] for link in entry.links]  # argospm's choice, too
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise TranslateError(f"{name}: Argos's index cannot be read ({error})") from error
    if not found:
        raise TranslateError(
            f"{name}: no such file, and Argos's index has no package of that name: "
            f"the one for English and Turkish is translate-{SOURCE}_{TARGET}"
        )
    _check_pair(Package(Path(name), found[0].from_code, found[0].to_code, ""), SOURCE)
    return links


@contextmanager
def _silent_at_most(seconds: float) -> Iterator[None]:
    """Bound how long a server may be silent; Argos's own requests set no bound."""
    import socket

    before = socket.getdefaulttimeout()
    socket.setdefaulttimeout(seconds)
    try:
        yield
    finally:
        socket.setdefaulttimeout(before)


def _argos() -> Any:
    try:
        from argostranslate import package
    except OSError as error:  # it makes its folders on import
        raise TranslateError(
            f"{error.filename}: Argos cannot make its folder ({error.strerror}): "
            "set XDG_DATA_HOME, XDG_CONFIG_HOME and XDG_CACHE_HOME to folders you can write to"
        ) from error
    return package
