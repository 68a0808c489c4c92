"""`translate site`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from translate.cli.build import url
from translate.cli.options import LOCALES, Json, Locales, MinReviewed, Posts, Statuses, Types
from translate.cli.posts import find_posts, which
from translate.cli.report import as_rows, complain, many, print_json, say


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
    drafts: Annotated[
        bool, typer.Option("--drafts", help="Use drafts too, with a notice to readers.")
    ] = False,
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
    from translate import build, screen
    from translate.site import Settings, make
    from translate.site.publish import publish

    listing = find_posts(posts)
    building = build.Settings(
        locales,
        out,
        drafts,
        min_reviewed,
        base_url=url(base_url),
        selection=which(types, statuses),
    )
    made = make(listing.files, Settings(building, title, templates, bilingual))
    rows = []
    for outcome in made.outcomes:
        for warning in outcome.warnings:
            say(warning)
        if outcome.status == "refused":
            complain(outcome.detail)
            continue
        reviewed = f"{outcome.progress.percent} %" if outcome.progress else ""
        rows.append((outcome.post, outcome.status, reviewed, outcome.detail))
    if rows:
        screen.table(("post", "pages", "reviewed", ""), rows, sys.stderr)
    done = publish(out, made.files, made.kept, prune)
    for path in done.stale:
        remedy = "removed" if prune else "--prune removes it"
        say(f"{path}: no post has this page any more: {remedy}")
    say(f"{many(done.written, 'file')} written, {done.unchanged} unchanged: {out}/index.html")
    if as_json:
        print_json(as_rows(made.outcomes))
    refused = any(outcome.status == "refused" for outcome in made.outcomes)
    raise typer.Exit(refused or bool(listing.refused))
