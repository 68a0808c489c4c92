"""Markdown: what is taken for it, and its HTML, to look at: nothing is built from that."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyromark import Markdown, Options


def html_of(markdown: str) -> str:
    """Return CommonMark with tables, footnotes and definition lists as HTML, raw HTML as it is."""
    return _renderer().html(markdown)


@cache
def _renderer() -> "Markdown":
    from pyromark import Markdown

    return Markdown(options=options())


def options() -> "Options":
    """Return what is taken for Markdown here, wherever it is read."""
    from pyromark import Options

    return (
        Options.ENABLE_DEFINITION_LIST
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_GFM
        | Options.ENABLE_MATH
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TABLES
        | Options.ENABLE_TASKLISTS
    )
