"""`translate review`."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from translate.cli.options import LOCALES, Comments, Json, Locales, Posts, Statuses, Types
from translate.cli.posts import find_posts, table, which
from translate.cli.report import say
from translate.errors import TranslateError
from translate.screen import printable

if TYPE_CHECKING:
    from translate.catalog import Catalog
    from translate.post import Post
    from translate.review import Item


class FailOn(StrEnum):
    """What makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"


def review(
    posts: Posts = None,
    locales: Locales = LOCALES,
    comments: Comments = False,
    types: Types = None,
    statuses: Statuses = None,
    most: Annotated[
        int, typer.Option(metavar="N", min=0, help="List so many entries that are worth a look.")
    ] = 20,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(help="Exit with 1 if a reviewed entry has such a finding, or a graver one."),
    ] = None,
    drafts: Annotated[
        bool, typer.Option("--drafts", help="With --fail-on: look at drafts too.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Show how far each catalog has come, and what to look at first."""
    from translate import catalog, glossary
    from translate.read import judge
    from translate.review import items, progress, together

    terms = glossary.read(catalog.glossary_path(locales))
    catalogs, broken = _catalogs(locales)
    beside = together(catalogs)
    worth: list[Item] = []

    def look(post: "Post") -> dict[str, Any] | None:
        place = catalog.path(locales, post.name)
        broken.pop(place, None)  # who names it is told all the same
        found = catalogs.get(place) or catalog.read(place)
        reading = judge(post, "en" if found else None)
        if reading.skip:
            say(f"{post.label}: skipped: {reading.skip}")
            return None
        segments = reading.post.translatable(comments)
        here = items(place, found, segments, terms, beside) if found else []
        worth.extend(here)
        done = progress(segments, found)
        count = sum(len(item.findings) for item in here)
        row = {"post": post.label, **asdict(done), "findings": count, "percent": done.percent}
        return row | ({"entries": [*map(_row, _sorted(here))]} if as_json else {})

    refused = table(find_posts(posts, locales), which(types, statuses), look, as_json)
    for error in broken.values():
        say(f"left out of what is compared between catalogs: {error}")
    if not as_json:
        _list(_sorted(worth), most)
    raise typer.Exit(refused or _fails(worth, fail_on, drafts))


def _catalogs(locales: Path) -> "tuple[dict[Path, Catalog], dict[Path, TranslateError]]":
    """Return all catalogs there are, and what is wrong with the broken ones."""
    from translate import catalog

    found, broken = {}, {}
    for path in catalog.paths(locales):
        try:
            found[path] = catalog.read(path)
        except TranslateError as error:
            broken[path] = error
    return {path: read for path, read in found.items() if read}, broken


def _sorted(found: "Iterable[Item]") -> "list[Item]":
    return sorted(found, key=lambda item: item.worth)


def _row(item: "Item") -> dict[str, Any]:
    return {**asdict(item), "catalog": str(item.catalog)}


def _list(found: "Sequence[Item]", most: int) -> None:
    shown = found[:most]
    if shown:
        typer.echo()
    for item in shown:
        for line in _lines(item):
            typer.echo(printable(line))
    if len(found) > len(shown):
        rest = "entry is" if len(found) - len(shown) == 1 else "entries are"
        say(f"{len(found) - len(shown)} more {rest} worth a look: --most {len(found)} lists all")


def _lines(item: "Item") -> Iterator[str]:
    """Yield a line for each finding, in the form in which editors find a place: "file:line: "."""
    place = f"{item.catalog}:{item.line}"
    state = "" if item.state == "reviewed" else f", {item.state}"
    for finding in item.findings:
        found = f"{finding.severity}{state}: {finding.reason} [{finding.check}]"
        yield f"{place}: {found}: {_short(item.translation)}"
    if not item.findings:
        sure = "" if item.confidence is None else f", confidence {item.confidence:.2f}"
        why = f" ({item.failure})" if item.failure else ""
        yield f"{place}: {item.state}{why}{sure}: {_short(item.source)}"


def _short(text: str) -> str:
    from translate.post import shortened

    return shortened(" ".join(text.split()))


def _fails(found: "Iterable[Item]", fail_on: FailOn | None, drafts: bool) -> bool:
    from translate.entry import State

    if fail_on is None:
        return False
    grave = {"error"} if fail_on is FailOn.ERROR else {"error", "warning"}
    return any(item.worst in grave for item in found if drafts or item.state is State.REVIEWED)
