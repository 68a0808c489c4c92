"""`translate detect`."""

from pathlib import Path
from typing import Any

import typer

from translate.cli.options import Json, Posts
from translate.cli.posts import find_posts, table


def detect(posts: Posts = None, as_json: Json = False) -> None:
    """Tell each post's language, and what would be done with it."""
    from translate.read import read

    def look(name: str, path: Path) -> dict[str, Any]:
        reading = read(name, path)
        return {
            "post": str(path),
            "language": reading.verdict.language or "unsure",
            "confidence": round(reading.verdict.confidence, 2),
            "action": f"skip: {reading.skip}" if reading.skip else "draft",
        }

    raise typer.Exit(table(find_posts(posts), look, as_json))
