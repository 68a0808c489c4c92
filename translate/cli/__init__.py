"""The commands: arguments in, one call, lines out. A file is a command.

Results go to stdout; progress, summaries and errors to stderr. Exit code 0, 1 if a post was
refused, 2 for wrong usage.
"""

import errno
import os
import sys
from io import TextIOWrapper
from typing import Annotated, Any

import typer
import typer.core

from translate.cli import build, detect, draft, glossary, packages, rename, review, site
from translate.cli.report import complain, say
from translate.errors import TranslateError


class Commands(typer.core.TyperGroup):
    """The commands, with errors that a user can mend on one line and no traceback."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the program; a terminal that lacks a letter gets a "?" for it."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="replace")
        return super().main(*args, **extra)

    def invoke(self, ctx: Any) -> Any:
        """Run a command; exit with 1 if it cannot go on."""
        try:
            return super().invoke(ctx)
        except TranslateError as error:
            complain(str(error))
            raise typer.Exit(1) from error
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever reads has seen enough
                raise
            what = error.filename or "the output"
            complain(f"{what}: {error.strerror}: look at its rights and at the room on the disk")
            raise typer.Exit(1) from error
        except KeyboardInterrupt:
            say("stopped")
            sys.stdout.flush()
            os._exit(130)  # Python would wait for the model, whose batch nothing can stop


app = typer.Typer(
    cls=Commands,
    help="Translate English blog posts to Turkish, offline, with every sentence open to review.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def version(wanted: bool) -> None:
    """Print the version and stop."""
    if wanted:
        from importlib.metadata import version

        typer.echo(f"also-in-turkish {version('also-in-turkish')}")
        raise typer.Exit


@app.callback()
def main(
    _: Annotated[
        bool, typer.Option("--version", callback=version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Translate English blog posts to Turkish, offline, with every sentence open to review."""


app.command()(detect.detect)
app.command()(draft.draft)
app.command()(review.review)
app.command()(build.build)
app.command()(build.run)
app.command()(site.site)
app.command()(rename.rename)
app.add_typer(glossary.app, name="glossary")
app.add_typer(packages.app, name="packages")
