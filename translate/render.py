"""Markdown → HTML, as the program shows it. Nothing that is built goes through here."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyromark import Markdown


def html_of(markdown: str) -> str:
    """Return CommonMark with tables, footnotes and definition lists as HTML, raw HTML as it is."""
    return _renderer().html(markdown)


@cache
def _renderer() -> "Markdown":
    from pyromark import Markdown, Options

    return Markdown(
        options=Options.ENABLE_DEFINITION_LIST
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_GFM
        | Options.ENABLE_MATH
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TABLES
        | Options.ENABLE_TASKLISTS
    )
