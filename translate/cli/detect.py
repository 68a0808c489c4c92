"""`translate detect`."""

from typing import TYPE_CHECKING, Any

import typer

from translate.cli.options import Json, Posts, Statuses, Types
from translate.cli.posts import find_posts, table, which

if TYPE_CHECKING:
    from translate.post import Post


def detect(
    posts: Posts = None,
    types: Types = None,
    statuses: Statuses = None,
    as_json: Json = False,
) -> None:
    """Tell each post's language, and what would be done with it."""
    from translate.read import judge

    def look(post: "Post") -> dict[str, Any]:
        reading = judge(post)
        return {
            "post": post.label,
            "language": reading.verdict.language or "unsure",
            "confidence": round(reading.verdict.confidence, 2),
            "action": f"skip: {reading.skip}" if reading.skip else "draft",
        }

    raise typer.Exit(table(find_posts(posts), which(types, statuses), look, as_json))
