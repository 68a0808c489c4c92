"""`translate review`."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import typer

from translate.cli.options import LOCALES, Comments, Json, Locales, Posts, Statuses, Types
from translate.cli.posts import find_posts, table, which
from translate.cli.report import say

if TYPE_CHECKING:
    from translate.post import Post


def review(
    posts: Posts = None,
    locales: Locales = LOCALES,
    comments: Comments = False,
    types: Types = None,
    statuses: Statuses = None,
    as_json: Json = False,
) -> None:
    """Show how far each post's catalog has come."""
    from translate import catalog
    from translate.read import judge
    from translate.review import progress

    def look(post: "Post") -> dict[str, Any] | None:
        found = catalog.read(catalog.path(locales, post.name))
        reading = judge(post, "en" if found else None)
        if reading.skip:
            say(f"{post.label}: skipped: {reading.skip}")
            return None
        done = progress(reading.post.translatable(comments), found)
        return {"post": post.label, **asdict(done), "percent": done.percent}

    raise typer.Exit(table(find_posts(posts), which(types, statuses), look, as_json))
