"""What a person sees in the terminal: tables and progress. The only file that knows rich."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, TextIO

if TYPE_CHECKING:
    from rich.table import Table

FOLDED = 20  # letters in a line of a text that is folded
GAP = 3  # between columns


def printable(text: str) -> str:
    """Return a text on one line that cannot speak to the terminal: a post's name may try to."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)


def table(headings: Sequence[str], rows: Sequence[Sequence[object]], to: TextIO) -> None:
    """Write rows under headings: columns of whole numbers flush right, others to two decimals.

    On a terminal that is too narrow for that, each row is a line of its own.
    """
    from rich.console import Console

    texts = [
        [printable(f"{cell:.2f}" if isinstance(cell, float) else str(cell)) for cell in row]
        for row in rows
    ]
    numbers = [all(isinstance(row[column], int) for row in rows) for column in range(len(headings))]
    # A file or pipe has no width: nothing is to be cut or folded there.
    width = None if to.isatty() else 10_000
    console = Console(file=to, width=width, highlight=False, markup=False, soft_wrap=width is None)
    if _least_width(headings, texts, numbers) > console.width:
        for row in texts:
            console.print(_line(headings, row), soft_wrap=True)
    else:
        console.print(_grid(headings, texts, numbers), soft_wrap=not to.isatty())


def _grid(
    headings: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[bool]
) -> "Table":
    from rich import box
    from rich.table import Table

    grid = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for heading, whole in zip(headings, numbers, strict=True):
        justify: Literal["left", "right"] = "right" if whole else "left"
        grid.add_column(heading, justify=justify, overflow="fold", no_wrap=whole)
    for row in rows:
        grid.add_row(*row)
    return grid


def _least_width(
    headings: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[bool]
) -> int:
    """Return the width below which a table cannot be read: texts can be folded, numbers not."""
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    least = (width if n else min(width, FOLDED) for width, n in zip(widths, numbers, strict=True))
    return sum(least) + GAP * (len(widths) - 1)


def _line(headings: Sequence[str], row: Sequence[str]) -> str:
    cells = zip(headings[1:], row[1:], strict=True)
    return f"{row[0]}: " + ", ".join(f"{heading} {cell}".strip() for heading, cell in cells if cell)


@contextmanager
def progress(to: TextIO) -> Iterator[Callable[[int, int], None]]:
    """Show how many sentences are done of how many: a bar on a terminal, lines otherwise."""
    if not to.isatty():
        yield lambda done, planned: print(f"{done} of {planned} sentences drafted", file=to)
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn("drafting"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(file=to), transient=True) as bar:
        task = bar.add_task("sentences", total=None)
        yield lambda done, planned: bar.update(task, completed=done, total=planned)
