"""The files of the site on the disk. A list beside them says which ones the program wrote."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from translate.errors import TranslateError
from translate.files import LIST, inside, listed, remove, within, write_whole


@dataclass(frozen=True, slots=True)
class Published:
    """What a run changed in the folder."""

    written: int
    unchanged: int
    stale: tuple[Path, ...]  # of no page any more; removed if that was asked for


def publish(out: Path, files: Mapping[str, bytes], kept: Collection[str], prune: bool) -> Published:
    """Write the files of a site, by their paths in `out`; `prune` removes those of earlier runs.

    `kept` are paths that are never stale; folders end in "/". Raises `TranslateError`, and writes
    nothing, where there is a file that the program did not write, or a link leads out of `out`.
    """
    within(out, out / LIST)
    earlier = listed(out)
    for path in files:
        within(out, out / path)
        if path not in earlier and (out / path).exists():
            raise TranslateError(
                f"{out / path}: there is a file that this program did not write: "
                "move it away, or choose another --out"
            )
    # First of all: what a kill leaves behind is known as ours.
    _list(out, earlier | set(files))
    written = sum(write_whole(out / path, content) for path, content in sorted(files.items()))
    stale = sorted(
        path
        for path in earlier
        if path not in files and not path.startswith(tuple(kept))
        if (out / path).exists() and inside(out, out / path)
    )
    if prune:
        for path in stale:
            remove(out / path)
            _remove_empty(out, (out / path).parent)
        gone = {path for path in earlier - set(files) if not (out / path).exists()}
        _list(out, (earlier | set(files)) - gone)
    return Published(written, len(files) - written, tuple(out / path for path in stale))


def _list(out: Path, paths: Collection[str]) -> None:
    write_whole(out / LIST, "".join(f"{path}\n" for path in sorted(paths)).encode())


def _remove_empty(out: Path, folder: Path) -> None:
    while folder != out and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
