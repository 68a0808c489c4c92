"""`translate packages`."""

from typing import Annotated

import typer

from translate.cli.draft import choose
from translate.cli.options import Json, PackageName
from translate.cli.report import results, say
from translate.errors import TranslateError

app = typer.Typer(rich_markup_mode=None)


@app.callback(invoke_without_command=True)
def packages(ctx: typer.Context, package: PackageName = None, as_json: Json = False) -> None:
    """List the Argos packages, and tell which is used."""
    from translate.packages import embedded, installed

    if ctx.invoked_subcommand:
        if package or as_json:
            raise typer.BadParameter(f"--package and --json are not for {ctx.invoked_subcommand}")
        return
    refusal, choice = "", None
    try:
        choice = choose(package, None)
    except TranslateError as error:  # the list is what mends it
        refusal = str(error)
    chosen = [choice.package] if choice else []
    rows = [
        {
            "package": found.label,
            "languages": f"{found.source} → {found.target}",
            "used": choice.reason if choice and found == choice.package else "",
            "folder": str(found.path),
        }
        for found in dict.fromkeys([*chosen, embedded(), *installed()])
    ]
    results(rows, as_json)
    if refusal:
        raise TranslateError(refusal)


@app.command()
def install(
    package: Annotated[
        str,
        typer.Argument(
            metavar="PACKAGE", help="An .argosmodel file, or translate-en_tr from Argos's index."
        ),
    ],
) -> None:
    """Put a package into Argos's own folder."""
    from translate.install import install

    done = install(package)
    label, folder = done.package.label, done.package.path
    if done.status == "unchanged":
        say(f"{label}: was installed already, in {folder}")
    else:
        say(f"{label}: {done.status}, in {folder}")
    say(f"`translate packages use {folder.name}` translates with it")


@app.command()
def use(
    package: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help='An installed package, a folder, or "embedded" to go back.'
        ),
    ],
) -> None:
    """Remember which package to translate with."""
    from translate.packages import use

    chosen = use(package)
    say(f"{chosen.label} in {chosen.path} is used where no other is named")
