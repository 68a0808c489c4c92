"""Files on the disk: one is written whole or not at all, and by one run at a time."""

import filecmp
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from secrets import token_hex

from translate.errors import TranslateError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


# In the folder of a site: a path on each line; what is not in it is never touched.
LIST = ".also-in-turkish"


class ChangedError(Exception):
    """A file holds something else than what was read from it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a file held when it was read; None if there was none."""

    content: bytes | None


def write_whole(path: Path, content: bytes, over: Seen | None = None) -> bool:
    """Write a file if its content differs. Return whether it did.

    Folders are made. The content goes to a temporary file beside it, which then takes its place,
    so that a reader or a kill finds the old file or the new one. With `over` the file must still
    hold what was seen: raises `ChangedError` if somebody else wrote it since. Raises
    `TranslateError` where the folder cannot be written to.
    """
    path = _meant(path)
    with _told(path):
        if content == (over.content if over else _content(path)):
            return False
        return _written(path, [content], over)


def write_chunks(path: Path, chunks: Iterable[bytes]) -> bool:
    """Write a file that may be larger than memory if its content differs. Return whether it did.

    Like `write_whole` for the rest.
    """
    path = _meant(path)
    with _told(path):
        return _written(path, chunks, None)


def _meant(path: Path) -> Path:
    """Return the file to which a path leads: a link stays a link."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell on one line that a file cannot be written."""
    try:
        yield
    except OSError as error:
        raise TranslateError(
            f"{path}: cannot be written ({error.strerror}): choose another folder or its rights"
        ) from error


def _written(path: Path, chunks: Iterable[bytes], over: Seen | None) -> bool:
    path.parent.mkdir(parents=True, exist_ok=True)
    with _locked(path.parent) as locked:
        return _replace(path, chunks, over, _temporary(path, locked))


def walk(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder and its folders, but for hidden ones and those of our lists."""
    ours: set[Path] = set()
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = (Path(root, name) for name in sorted(files) if not name.startswith("."))
        if LIST in files:
            ours |= {Path(root, path) for path in listed(Path(root))}
        # No pipes, no links that lead nowhere.
        yield from (path for path in paths if path not in ours and path.is_file())


def inside(folder: Path, path: Path) -> bool:
    """Return whether a path is in a folder, wherever links lead."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def within(folder: Path, path: Path) -> Path:
    """Return a path. Raises `TranslateError` if a link leads from it out of the folder."""
    if not inside(folder, path):
        raise TranslateError(f"{path}: a link leads out of {folder}: put the file itself there")
    return path


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _replace(path: Path, chunks: Iterable[bytes], over: Seen | None, temporary: Path) -> bool:
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    try:
        with open(temporary, "xb", opener=_private) as file:
            file.writelines(chunks)
        temporary.chmod(mode)
        if not over and path.is_file() and filecmp.cmp(path, temporary, shallow=False):
            temporary.unlink()
            return False
        if over and _content(path) != over.content:  # as late as can be: editors do not lock
            raise ChangedError(path)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return True


def _temporary(path: Path, locked: bool) -> Path:
    """Return the file to write first: known before it is made, so that Ctrl-C leaves none behind.

    Under the lock a file of that name is what a killed run left; the next one clears it away.
    """
    temporary = path.with_name(f".{path.name[:100]}.{'new' if locked else token_hex(4)}")
    temporary.unlink(missing_ok=True)
    return temporary


@contextmanager
def _locked(folder: Path) -> Iterator[bool]:
    """Keep other runs from writing into a folder, and tell whether that was possible.

    The lock is on the folder itself: it leaves no file, and ends with the process. Where there is
    none (Windows, some network drives) what remains is the look at the file before it is replaced.
    """
    if fcntl is None:
        yield False
        return
    descriptor, locked = os.open(folder, os.O_RDONLY), False
    try:
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            locked = True
        yield locked
    finally:
        os.close(descriptor)


def move(path: Path, target: Path) -> None:
    """Give a file another place. Raises `TranslateError` where there is a file or no way."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if os.path.lexists(target):
            raise TranslateError(f"{target}: there is a file of this name already: move it away")
        path.rename(target)
    except OSError as error:
        raise TranslateError(
            f"{path}: cannot be moved to {target} ({error.strerror}): check the rights"
        ) from error


def remove(path: Path) -> None:
    """Remove a file. Raises `TranslateError` where that is not allowed."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise TranslateError(
            f"{path}: cannot be removed ({error.strerror}): check the rights of its folder"
        ) from error


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def listed(folder: Path) -> set[str]:
    """Return the paths of the files that earlier runs wrote into the folder of a site.

    Raises `TranslateError` where their list cannot be read.
    """
    try:
        lines = (folder / LIST).read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return set()
    except (OSError, UnicodeDecodeError) as error:
        raise TranslateError(f"{folder / LIST}: cannot be read ({error}): remove it") from error
    paths = (PurePosixPath(line) for line in lines if line)
    return {str(path) for path in paths if not path.is_absolute() and ".." not in path.parts}
