"""The posts that a command line names."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translate.cli.report import complain, many, results, say
from translate.errors import TranslateError

if TYPE_CHECKING:
    from translate.post import Post
    from translate.read import Listing
    from translate.wordpress.item import Selection


def find_posts(posts: list[Path] | None, locales: Path | None = None) -> "Listing":
    """Return the posts named; by the names that they have in `locales`, if it is given."""
    from translate.read import find
    from translate.whose import called

    listing = find(posts or [Path("corpus/en")])
    if locales:
        listing = replace(listing, files=called(listing.files, locales))
    for line in listing.refused:
        complain(line)
    if listing.ignored:
        say(f"{many(listing.ignored, 'file')} of other kinds left alone")
    return listing


def which(types: list[str] | None, statuses: list[str] | None) -> "Selection":
    """Return which posts of an export the options ask for."""
    from translate.wordpress.item import USUAL, Selection

    return Selection(frozenset(types or USUAL.types), frozenset(statuses or USUAL.statuses))


Row = dict[str, Any]
Look = Callable[["Post"], Row | None]


def table(listing: "Listing", selection: "Selection", look: Look, as_json: bool) -> bool:
    """Print a row for each post, and return whether one was refused."""
    rows, refused = seen(listing, selection, look)
    results([row for row in rows if as_json or "refused" not in row], as_json)
    return refused


def seen(listing: "Listing", selection: "Selection", look: Look) -> tuple[list[Row], bool]:
    """Return what a look at each post gives, and whether one was refused, which is told."""
    rows = []
    for row in _rows(listing, selection, look):
        if "refused" in row:
            complain(row["refused"])
        rows.append(row)
    return rows, bool(listing.refused) or any("refused" in row for row in rows)


def _rows(listing: "Listing", selection: "Selection", look: Look) -> Iterator[Row]:
    """Yield a row for each post; one that is refused does not keep the others from being seen."""
    from translate.read import read

    for name, path in listing.files:
        try:
            for post in read(name, path, selection):
                yield from _row(post, look)
        except TranslateError as error:
            yield {"post": str(path), "refused": str(error)}


def _row(post: "Post", look: Look) -> Iterator[Row]:
    try:
        row = look(post)
    except TranslateError as error:
        row = {"post": post.label, "refused": str(error)}
    if row:
        yield row
