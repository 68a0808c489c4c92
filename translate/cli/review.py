"""`translate review`."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import typer

from translate.cli.options import LOCALES, Comments, Json, Locales, Posts
from translate.cli.posts import find_posts, table
from translate.cli.report import say


def review(
    posts: Posts = None,
    locales: Locales = LOCALES,
    comments: Comments = False,
    as_json: Json = False,
) -> None:
    """Show how far each post's catalog has come."""
    from translate import catalog
    from translate.read import read
    from translate.review import progress

    def look(name: str, path: Path) -> dict[str, Any] | None:
        found = catalog.read(catalog.path(locales, name))
        reading = read(name, path, "en" if found else None)
        if reading.skip:
            say(f"{path}: skipped: {reading.skip}")
            return None
        done = progress(reading.post.translatable(comments), found)
        return {"post": str(path), **asdict(done), "percent": done.percent}

    raise typer.Exit(table(find_posts(posts), look, as_json))
