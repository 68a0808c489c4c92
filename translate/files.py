"""Bytes on the disk: a file is written whole or not at all."""

import os
from pathlib import Path
from secrets import token_hex

from translate.errors import TranslateError


def write_whole(path: Path, content: bytes) -> bool:
    """Write a file if its content differs. Return whether it did.

    Folders are made. The content goes to a temporary file beside it, which then takes its place,
    so that a reader or a kill finds the old file or the new one. Raises `TranslateError` where
    the folder cannot be written to.
    """
    path = path.resolve() if path.is_symlink() else path  # a link stays a link
    try:
        if path.is_file() and path.read_bytes() == content:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        # Its name is known before it is made, so that Ctrl-C at any moment leaves none behind.
        temporary = path.with_name(f".{path.name[:100]}.{token_hex(4)}")
        try:
            with open(temporary, "xb", opener=_private) as file:
                file.write(content)
            temporary.chmod(mode)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise TranslateError(
            f"{path}: cannot be written ({error.strerror}): choose another folder or its rights"
        ) from error
    return True


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
