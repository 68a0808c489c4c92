"""A folder with posts and their catalogs, drafted in capitals, for the tests of the site."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tests.engines import engine, upper
from translate import build, catalog
from translate.draft import Settings as Drafting
from translate.draft import draft
from translate.entry import Entry, change
from translate.read import find
from translate.site import Made, Settings, make

MARKDOWN = (
    "---\ntitle: A ferry & its harbour\ndate: 2025-10-24\ndescription: It sails no more.\n---\n\n"
    "The **ferry** that crosses the strait at night will stop running. Nobody believes it.\n\n"
    "![A map of the bay](../images/map.png)\n\n"
    "## What comes next\n\n"
    "- A bridge that is too high\n- A tunnel that is [too long](council.txt)\n"
)
TEXT = (
    "The council met again\n\n"
    "The council spoke about the ferry for an hour. See https://example.org/council for more.\n\n"
    "Three things were decided:\n\n"
    "- the ferry will be painted\n- nobody will pay for it\n"
)


class Folder:
    """The folders of a project: posts in `en`, pictures beside it, catalogs, the site."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.out = root / "site"

    def post(self, name: str, text: str) -> Path:
        path = self.root / "en" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def picture(self, name: str = "images/map.png", content: bytes = b"a picture") -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    @property
    def files(self) -> tuple[tuple[str, Path], ...]:
        return find([self.root / "en"]).files

    def draft(self) -> None:
        settings = Drafting(self.root / "locales", "upper 1.0", "en")
        list(draft(self.files, settings, lambda: engine(upper), lambda *_: None))

    def entries(self, name: str) -> tuple[Entry, ...]:
        found = catalog.read(catalog.path(self.root / "locales", name))
        return found.entries if found else ()

    def write(self, name: str, entries: Iterable[Entry], translator: str = "") -> None:
        path = catalog.path(self.root / "locales", name)
        found = catalog.read(path)
        assert found is not None
        unnamed = "Automatically generated"
        header = found.header.replace(unnamed, translator or unnamed)
        catalog.write(path, replace(found, header=header, entries=tuple(entries)))

    def review(self, *names: str, translator: str = "") -> None:
        """Have a person accept all sentences of posts."""
        for name in names:
            accepted = [change(entry, flags=()) for entry in self.entries(name)]
            self.write(name, accepted, translator)

    def make(
        self,
        base_url: str = "",
        *,
        drafts: bool = False,
        bilingual: bool = False,
        title: str = "",
        templates: Path | None = None,
    ) -> Made:
        building = build.Settings(self.root / "locales", self.out, drafts, base_url=base_url)
        return make(self.files, Settings(building, title, templates, bilingual))

    def page(self, path: str, base_url: str = "", **wanted: bool) -> str:
        return self.make(base_url, **wanted).files[path].decode()
