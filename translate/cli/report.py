"""Lines out: results to stdout, all else to stderr."""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import typer

from translate.screen import printable

if TYPE_CHECKING:
    from translate.build import Outcome as Built
    from translate.draft import Outcome as Drafted
    from translate.site import Outcome as Shown


def say(line: str) -> None:
    typer.echo(printable(line), err=True)


def complain(line: str) -> None:
    say(f"error: {' '.join(line.split())}")


def results(rows: Sequence[dict[str, Any]], as_json: bool) -> None:
    from translate import screen

    if as_json:
        print_json(rows)
    elif rows:
        screen.table(list(rows[0]), [list(row.values()) for row in rows], sys.stdout)


def as_rows(outcomes: "Sequence[Drafted | Built | Shown]") -> list[dict[str, Any]]:
    """Return outcomes as JSON has them."""
    return [asdict(outcome) for outcome in outcomes]


def print_json(rows: Sequence[dict[str, Any]]) -> None:
    import json

    typer.echo(json.dumps(rows, ensure_ascii=False, indent=2, default=str))


def say_outcome(post: str, status: str, detail: str) -> None:
    if status == "refused":
        complain(detail)
    else:
        say(f"{post}: {status}{f': {detail}' if detail else ''}")


def counted(outcomes: "Sequence[Drafted]") -> str:
    statuses = [outcome.status for outcome in outcomes]
    counts = {status: statuses.count(status) for status in dict.fromkeys(statuses)}
    told = (f"{many(count, 'post')} {status}" for status, count in counts.items())
    return ", ".join(told) or "no posts"


def many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def duration(seconds: float) -> str:
    if seconds < 100:
        return f"{max(2, round(seconds))} seconds"
    return f"{round(seconds / 60)} minutes"


def any_refused(outcomes: "Sequence[Drafted | Built]") -> bool:
    return any(outcome.status == "refused" for outcome in outcomes)
