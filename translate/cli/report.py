"""Lines out: results to stdout, all else to stderr."""

import sys
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
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

    # Elsewhere, as in pipes of Windows, letters would become "?"; JSON can spell them in ASCII.
    unicode = (sys.stdout.encoding or "").lower().startswith("utf")
    typer.echo(json.dumps(rows, ensure_ascii=not unicode, indent=2, default=str))


def say_outcome(post: str, status: str, detail: str) -> None:
    if status == "refused":
        complain(detail)
    else:
        say(f"{post}: {status}{f': {detail}' if detail else ''}")


def tell(
    outcomes: "Sequence[Built | Shown]", headings: tuple[str, str], told: Collection[str] = ()
) -> None:
    """Tell what became of Turkish posts or of pages, but for posts `told` of already."""
    from translate import screen

    rows = []
    for outcome in outcomes:
        for warning in outcome.warnings:
            say(warning)
        if outcome.status != "refused":
            reviewed = f"{outcome.progress.percent} %" if outcome.progress else ""
            rows.append((outcome.version, outcome.status, reviewed, outcome.detail))
        elif outcome.post not in told:
            complain(outcome.detail)
    if rows:
        screen.table((*headings, "reviewed", ""), rows, sys.stderr)


def say_stale(paths: Iterable[Path], why: str, prune: bool) -> None:
    for path in paths:
        say(f"{path}: {why}: {'removed' if prune else '--prune removes it'}")


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


def any_refused(outcomes: "Sequence[Drafted | Built | Shown]") -> bool:
    return any(outcome.status == "refused" for outcome in outcomes)
