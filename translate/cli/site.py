"""`translate site`."""

from pathlib import Path
from typing import Annotated

import typer

from translate.cli.build import url
from translate.cli.options import (
    LOCALES,
    Drafts,
    Json,
    Locales,
    MinReviewed,
    Posts,
    Statuses,
    Types,
)
from translate.cli.posts import find_posts, which
from translate.cli.report import any_refused, as_rows, many, print_json, say, say_stale, tell


def site(
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the site goes.")],
    posts: Posts = None,
    locales: Locales = LOCALES,
    base_url: Annotated[
        str,
        typer.Option(
            metavar="URL",
            help="Address of the site: adds canonical and hreflang links, feeds and a sitemap.",
        ),
    ] = "",
    title: Annotated[
        str, typer.Option(metavar="TEXT", help="Name of the site.  [default: Posts, Yazılar]")
    ] = "",
    bilingual: Annotated[
        bool, typer.Option("--bilingual", help="Add pages with both languages side by side.")
    ] = False,
    drafts: Drafts = False,
    min_reviewed: MinReviewed = None,
    templates: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", exists=True, file_okay=False, help="Templates in place of our own."
        ),
    ] = None,
    prune: Annotated[
        bool, typer.Option("--prune", help="Remove pages of earlier runs that no post has now.")
    ] = False,
    types: Types = None,
    statuses: Statuses = None,
    as_json: Json = False,
) -> None:
    """Write a small bilingual site of the posts: pages, lists, feeds."""
    from translate import build
    from translate.site import Settings, make
    from translate.site.publish import publish

    listing = find_posts(posts, locales)
    building = build.Settings(
        locales,
        out,
        drafts,
        min_reviewed,
        base_url=url(base_url),
        selection=which(types, statuses),
    )
    made = make(listing.files, Settings(building, title, templates, bilingual))
    tell(made.outcomes, ("post", "pages"))
    done = publish(out, made.files, made.kept, prune)
    say_stale(done.stale, "no post has this page any more", prune)
    say(f"{many(done.written, 'file')} written, {done.unchanged} unchanged: {out}/index.html")
    if as_json:
        print_json(as_rows(made.outcomes))
    raise typer.Exit(any_refused(made.outcomes) or bool(listing.refused))
