"""An Argos package → Argos's own folder, as argospm puts it there, checked before that."""

import filecmp
import json
import logging
import os
import socket
import stat
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from lzma import LZMAError
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from zipfile import ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 (an exception's name)

from translate.errors import TranslateError
from translate.packages import (
    SOURCE,
    TARGET,
    Package,
    argos,
    check_pair,
    check_parts,
    described,
    read,
    unreadable,
)

# Argos's packages unpack to 40 to 400 MB and hold a dozen files: more is an attack or a mistake.
LARGEST = 4_000_000_000  # bytes
MOST_FILES = 10_000
LARGEST_METADATA = 1_000_000  # bytes
PLAIN_TYPES = (0, stat.S_IFREG, stat.S_IFDIR)  # 0: packed where files have no type
# How long Argos's servers may be silent, in seconds; Argos itself would wait for minutes.
INDEX_TIMEOUT = 5
DOWNLOAD_TIMEOUT = 30


@dataclass(frozen=True, slots=True)
class Installation:
    """A package in Argos's folder, and how it came there."""

    package: Package
    status: str  # "installed", "replaced" (what had its folder's name) or "unchanged"


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


def _install(content: Path | BytesIO, name: str) -> Installation:
    """Check an archive by its table of contents and its metadata, then unpack it."""
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


def _danger(entries: Sequence[ZipInfo]) -> str:
    """Return why an archive must not be unpacked, or nothing."""
    paths = [PurePosixPath(entry.filename) for entry in entries]
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > LARGEST:
        return "it unpacks to more than any package"
    if any(path.is_absolute() or ".." in path.parts or "\\" in str(path) for path in paths):
        return "it would write outside its folder"
    if any(stat.S_IFMT(entry.external_attr >> 16) not in PLAIN_TYPES for entry in entries):
        return "it holds links or devices"
    return "it is not one folder" if len({path.parts[:1] for path in paths}) != 1 else ""


def _check_archive(archive: ZipFile, name: str) -> None:
    """Raise `TranslateError` if an archive lacks a part or translates another pair."""
    entries = archive.infolist()
    parts = {"/".join(PurePosixPath(entry.filename).parts[1:]): entry for entry in entries}
    check_parts(name, parts.__contains__)
    metadata = parts["metadata.json"]
    if metadata.file_size > LARGEST_METADATA:
        raise unreadable(Path(name), "it is too long")
    check_pair(described(Path(name), archive.read(metadata)), SOURCE)


def _unpacked(archive: ZipFile) -> Installation:
    """Unpack an archive beside Argos's packages, then move its folder among them."""
    root = Path(argos().settings.package_data_dir)
    with TemporaryDirectory(prefix="also-in-turkish-", dir=_beside(root)) as temporary:
        archive.extractall(temporary)
        (staged,) = Path(temporary).iterdir()
        read(staged)
        target = root / staged.name
        status = _move(staged, target)
    return Installation(read(target), status)


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
    files, others = (
        sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
        for folder in (one, other)
    )
    return files == others and filecmp.cmpfiles(one, other, files, shallow=False)[1:] == ([], [])


def _is_for_another_pair(folder: Path) -> bool:
    try:
        package = read(folder)
    except TranslateError:  # broken: what replaces it can only be better
        return False
    return (package.source, package.target) != (SOURCE, TARGET)


def _downloaded(name: str) -> bytes:
    """Return the .argosmodel file of a name in Argos's index."""
    package = argos()
    from argostranslate import networking

    # Argos logs every failed attempt; without a handler that would go to the terminal.
    logging.getLogger("argostranslate").addHandler(logging.NullHandler())
    address = package.settings.remote_package_index
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
    package = argos()
    try:
        entries = [package.AvailablePackage(entry) for entry in json.loads(index)]
        found = [entry for entry in entries if package.argospm_package_name(entry) == name]
        links = [str(link) for entry in found[:1] for link in entry.links]  # argospm's choice, too
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise TranslateError(f"{name}: Argos's index cannot be read ({error})") from error
    if not found:
        raise TranslateError(
            f"{name}: no such file, and Argos's index has no package of that name: "
            f"the one for English and Turkish is translate-{SOURCE}_{TARGET}"
        )
    check_pair(Package(Path(name), found[0].from_code, found[0].to_code, ""), SOURCE)
    return links


@contextmanager
def _silent_at_most(seconds: float) -> Iterator[None]:
    """Bound how long a server may be silent; Argos's own requests set no bound."""
    before = socket.getdefaulttimeout()
    socket.setdefaulttimeout(seconds)
    try:
        yield
    finally:
        socket.setdefaulttimeout(before)
