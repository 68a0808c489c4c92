"""`translate rename`."""

from pathlib import Path
from typing import Annotated

import typer

from translate.cli.build import check_layout, url
from translate.cli.options import LOCALES, OUT, BaseUrl, Layout, Locales, Out
from translate.cli.report import say


def rename(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The post as it was named.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The post as it is to be named.")],
    locales: Locales = LOCALES,
    out: Out = OUT,
    base_url: BaseUrl = "",
    layout: Layout = "",
) -> None:
    """Rename a post with its catalog and its Turkish version.

    Where you have renamed the file already, they follow it.
    """
    from translate.build import Settings
    from translate.rename import rename as moves

    check_layout(layout, base_url)
    settings = Settings(locales, out, base_url=url(base_url), layout=layout)
    for source, target in moves(old, new, settings):
        say(f"{source} → {target}")
