"""Where the relative links of a post lead on the site: to other posts, and to pictures beside them.

Nothing outside of the posts' folder and the folders next to it is copied, whatever a link says.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urlsplit

PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
NAME = re.compile(r"[^A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Shelf:
    """The pictures that pages have asked for: path on the site → its bytes."""

    found: dict[str, bytes] = field(default_factory=dict)

    def put(self, path: Path) -> str:
        """Take in a picture and return its path on the site, which its content decides."""
        content = path.read_bytes()
        name = NAME.sub("-", path.stem).strip("-").lower()[:60] or "picture"
        place = f"media/{name}-{sha256(content).hexdigest()[:8]}{path.suffix.lower()}"
        self.found[place] = content
        return place


@dataclass(frozen=True, slots=True)
class Library:
    """To what the pages in a language can link."""

    pages: Mapping[Path, str]  # file of a post → its page
    moved: Mapping[str, str]  # address of a post where it was exported → its page
    shelf: Shelf


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the site, and the post from which it is made."""

    page: str  # path on the site
    post: Path
    folder: Path  # of all posts that were named together with it
    library: Library

    def address(self, _: str, address: str) -> str:
        """Return an address in the post as its page needs it."""
        try:
            parts = urlsplit(address)
            anchor = f"#{parts.fragment}" if parts.fragment else ""
            moved = address.removesuffix(anchor)
            if moved in self.library.moved:
                return relative(self.library.moved[moved], self.page) + anchor
            if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
                return address
            target = (self.post.parent / unquote(parts.path)).resolve()
            if target in self.library.pages:
                return relative(self.library.pages[target], self.page) + anchor
            if target.suffix.lower() in PICTURES and self._is_near(target) and target.is_file():
                return relative(self.library.shelf.put(target), self.page)
        except (ValueError, OSError):  # no address, no file name, no right to read it
            return address
        return address

    def _is_near(self, target: Path) -> bool:
        """Tell if a file is in the posts' folder or in a folder beside it."""
        folder = self.folder.resolve()
        around = folder if folder.parent == Path(folder.anchor) else folder.parent
        if not target.is_relative_to(around):
            return False
        way = target.relative_to(around).parts
        beside = len(way) > 1 or around == folder
        return beside and not any(part.startswith(".") for part in way)


def relative(path: str, page: str) -> str:
    """Return the address of a path on the site, as the page at another path links it."""
    return quote(os.path.relpath(path, PurePosixPath(page).parent).replace(os.sep, "/"))
