"""`translate glossary`."""

from typing import Annotated

import typer

from translate.cli.options import LOCALES, Json, Locales, Posts, Statuses, Types
from translate.cli.posts import find_posts, which
from translate.cli.report import complain, results
from translate.errors import TranslateError

app = typer.Typer(
    rich_markup_mode=None, help="Words that must be so, words that must stay.", no_args_is_help=True
)


@app.command()
def suggest(
    posts: Posts = None,
    locales: Locales = LOCALES,
    most: Annotated[int, typer.Option(metavar="N", min=1, help="Terms to list.")] = 40,
    types: Types = None,
    statuses: Statuses = None,
    as_json: Json = False,
) -> None:
    """List words of the posts that may belong into the glossary, most useful first."""
    from translate import glossary
    from translate.catalog import glossary_path
    from translate.post import prose
    from translate.read import judge, read
    from translate.suggest import suggest

    listing = find_posts(posts)
    sentences: list[str] = []
    refused = bool(listing.refused)
    for name, path in listing.files:
        try:
            for reading in map(judge, read(name, path, which(types, statuses))):
                found = reading.post.translatable() if not reading.skip else ()
                sentences += [prose(segment) for segment in found]
        except TranslateError as error:
            complain(str(error))
            refused = True
    known = glossary.read(glossary_path(locales))
    rows = [{"term": c.term, "count": c.count} for c in suggest(sentences, known)[:most]]
    results(rows, as_json)
    raise typer.Exit(refused)
