"""The posts that a command line names."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translate.cli.report import complain, many, results, say
from translate.errors import TranslateError

if TYPE_CHECKING:
    from translate.read import Listing


def find_posts(posts: list[Path] | None) -> "Listing":
    from translate.read import find

    listing = find(posts or [Path("corpus/en")])
    for line in listing.refused:
        complain(line)
    if listing.ignored:
        say(f"{many(listing.ignored, 'file')} of other kinds left alone")
    return listing


def table(
    listing: "Listing", look: Callable[[str, Path], dict[str, Any] | None], as_json: bool
) -> bool:
    """Print a row for each post, and return whether one was refused."""
    rows = []
    refused = bool(listing.refused)
    for name, path in listing.files:
        try:
            row = look(name, path)
        except TranslateError as error:
            complain(str(error))
            refused = True
            rows += [{"post": str(path), "refused": str(error)}] if as_json else []
        else:
            rows += [row] if row else []
    results(rows, as_json)
    return refused
