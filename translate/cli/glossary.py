"""`translate glossary`."""

from typing import TYPE_CHECKING, Annotated

import typer

from translate.cli.options import LOCALES, Json, Locales, Posts, Statuses, Types
from translate.cli.posts import find_posts, seen, which
from translate.cli.report import results

if TYPE_CHECKING:
    from translate.post import Post

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
    """List words that may belong into the glossary, most useful first."""
    from translate import glossary
    from translate.catalog import glossary_path
    from translate.post import prose
    from translate.read import judge
    from translate.suggest import suggest

    sentences: list[str] = []

    def look(post: "Post") -> None:
        reading = judge(post)
        found = () if reading.skip else reading.post.translatable()
        sentences.extend(map(prose, found))

    _, refused = seen(find_posts(posts), which(types, statuses), look)
    known = glossary.read(glossary_path(locales))
    rows = [{"term": c.term, "count": c.count} for c in suggest(sentences, known)[:most]]
    results(rows, as_json)
    raise typer.Exit(refused)
