"""What a person sees in the terminal: tables and progress. The only file that knows rich."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Literal, TextIO


def printable(text: str) -> str:
    """Return a text on one line that cannot speak to the terminal: a post's name may try to."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)


def table(headings: Sequence[str], rows: Sequence[Sequence[object]], to: TextIO) -> None:
    """Write rows under headings: columns of whole numbers flush right, others to two decimals."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    grid = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column, heading in enumerate(headings):
        numbers = bool(rows) and all(isinstance(row[column], int) for row in rows)
        justify: Literal["left", "right"] = "right" if numbers else "left"
        grid.add_column(heading, justify=justify, overflow="fold", no_wrap=numbers)
    for row in rows:
        texts = (f"{cell:.2f}" if isinstance(cell, float) else str(cell) for cell in row)
        grid.add_row(*map(printable, texts))
    # A file or pipe has no width: nothing is to be cut or folded there.
    width = None if to.isatty() else 10_000
    Console(file=to, width=width, highlight=False, markup=False, soft_wrap=not to.isatty()).print(
        grid
    )


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
