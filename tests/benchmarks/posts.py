"""Posts made of given sentences."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

PARAGRAPH = 4  # sentences


def paragraphs(sentences: Sequence[str]) -> list[Sequence[str]]:
    """Group sentences into paragraphs."""
    return [sentences[at : at + PARAGRAPH] for at in range(0, len(sentences), PARAGRAPH)]


def write(sentences: Sequence[str], length: int, folder: Path) -> list[tuple[str, Path]]:
    """Write posts of `length` sentences each; return them as `read.find` would."""
    folder.mkdir(parents=True)
    rest = iter(sentences)
    files = []
    while chunk := list(islice(rest, length)):
        path = folder / f"post{len(files):05}.txt"
        text = "\n\n".join(" ".join(paragraph) for paragraph in paragraphs(chunk))
        path.write_text(f"The title of this post\n\n{text}\n", encoding="utf-8")
        files.append((path.stem, path))
    return files
