"""The commands: arguments in, one call, lines out.

Results go to stdout; progress, summaries and errors to stderr. Exit code 0, 1 if a post was
refused, 2 for wrong usage.
"""

import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
import typer.core

from translate.errors import TranslateError

if TYPE_CHECKING:  # each command imports what it needs, so that --help is instant
    from translate.build import Outcome as Built
    from translate.build import Settings as Building
    from translate.draft import Outcome as Drafted
    from translate.draft import Plan, Settings
    from translate.packages import Choice
    from translate.read import Listing


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
            _complain(str(error))
            raise typer.Exit(1) from error
        except KeyboardInterrupt:
            _say("stopped")
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

Posts = Annotated[
    list[Path] | None,
    typer.Argument(metavar="POSTS", help="Posts and folders of posts.  [default: corpus/en]"),
]
Locales = Annotated[Path, typer.Option(metavar="DIR", help="Where the catalogs are.")]
Out = Annotated[Path, typer.Option(metavar="DIR", help="Where the Turkish posts go.")]
PackageName = Annotated[
    str | None,
    typer.Option(metavar="P", help="Argos package: a folder, or the name of an installed one."),
]
Source = Annotated[
    str | None,
    typer.Option(metavar="LANG", help="Take posts to be in this language, whatever is detected."),
]
Redraft = Annotated[
    bool,
    typer.Option("--redraft", help="Renew machine drafts and failures, never a person's words."),
]
Below = Annotated[
    float | None,
    typer.Option(
        metavar="CONFIDENCE",
        min=0.0,
        max=1.0,
        help="With --redraft: renew only drafts under this confidence, and failures.",
    ),
]
Threads = Annotated[
    int | None,
    typer.Option(metavar="N", min=1, max=256, help="Batches side by side.  [default: cores]"),
]
Beam = Annotated[
    int | None,
    typer.Option(metavar="N", min=1, max=32, help="Hypotheses kept at a time.  [default: 4]"),
]
Comments = Annotated[
    bool, typer.Option("--comments", help="Take in what readers wrote below a post.")
]
MinReviewed = Annotated[
    int | None,
    typer.Option(
        metavar="PERCENT",
        min=0,
        max=100,
        help="Write a post only if this much is reviewed.  [default: 50, with drafts 0]",
    ),
]
LinkSource = Annotated[
    bool,
    typer.Option("--link-source", help="Keep “also available in: Turkish” in the English posts."),
]
BaseUrl = Annotated[
    str,
    typer.Option(
        metavar="URL",
        help="Address of the folder that holds the posts' folder and --out: makes links absolute.",
    ),
]
Prune = Annotated[
    bool, typer.Option("--prune", help="Remove Turkish posts whose English post is gone.")
]
Json = Annotated[bool, typer.Option("--json", help="Print results as JSON.")]

LOCALES = Path("locales")
OUT = Path("corpus/tr")


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


@app.command()
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

    raise typer.Exit(_table(_listing(posts), look, as_json))


@app.command()
def draft(
    posts: Posts = None,
    locales: Locales = LOCALES,
    package: PackageName = None,
    source: Source = None,
    redraft: Redraft = False,
    below: Below = None,
    comments: Comments = False,
    threads: Threads = None,
    beam: Beam = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say how much there is to draft, and write nothing.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Translate what is new into the catalogs, flagged for review."""
    listing = _listing(posts)
    choice = _choice(package, source)
    settings = _drafting(locales, choice, source, redraft, below, comments, threads)
    if dry_run:
        refused = _dry_run(listing, settings, choice, beam, as_json)
        raise typer.Exit(refused or bool(listing.refused))
    outcomes = _draft(listing, settings, choice, beam)
    if as_json:
        _print_json(_rows(outcomes))
    raise typer.Exit(_any_refused(outcomes) or bool(listing.refused))


@app.command()
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
            _say(f"{path}: skipped: {reading.skip}")
            return None
        done = progress(reading.post.translatable(comments), found)
        return {"post": str(path), **asdict(done), "percent": done.percent}

    raise typer.Exit(_table(_listing(posts), look, as_json))


@app.command()
def build(
    posts: Posts = None,
    locales: Locales = LOCALES,
    out: Out = OUT,
    drafts: Annotated[
        bool, typer.Option("--drafts", help="Use drafts too, with a notice to readers.")
    ] = False,
    min_reviewed: MinReviewed = None,
    link_source: LinkSource = False,
    base_url: BaseUrl = "",
    comments: Comments = False,
    prune: Prune = False,
    as_json: Json = False,
) -> None:
    """Write the Turkish posts from the catalogs."""
    from translate.build import Settings

    listing = _listing(posts)
    settings = Settings(locales, out, drafts, min_reviewed, link_source, _url(base_url), comments)
    outcomes = _build(listing, settings, prune)
    if as_json:
        _print_json(_rows(outcomes))
    raise typer.Exit(_any_refused(outcomes) or bool(listing.refused))


@app.command()
def run(
    posts: Posts = None,
    locales: Locales = LOCALES,
    package: PackageName = None,
    source: Source = None,
    redraft: Redraft = False,
    below: Below = None,
    threads: Threads = None,
    beam: Beam = None,
    out: Out = OUT,
    min_reviewed: MinReviewed = None,
    link_source: LinkSource = False,
    base_url: BaseUrl = "",
    comments: Comments = False,
    prune: Prune = False,
    as_json: Json = False,
) -> None:
    """Draft, then build with drafts: the main job in one word."""
    from translate.build import Settings as Building

    listing = _listing(posts)
    choice = _choice(package, source)
    drafting = _drafting(locales, choice, source, redraft, below, comments, threads)
    building = Building(locales, out, True, min_reviewed, link_source, _url(base_url), comments)
    drafted = _draft(listing, drafting, choice, beam)
    refused = {outcome.path: outcome for outcome in drafted if outcome.status == "refused"}
    files = tuple(file for file in listing.files if file[1] not in refused)
    built = _build(replace(listing, files=files), building, prune)
    if as_json:
        _print_json([*_rows(list(refused.values())), *_rows(built)])
    raise typer.Exit(bool(refused or listing.refused) or _any_refused(built))


glossary_app = typer.Typer(
    rich_markup_mode=None, help="Words that must be so, words that must stay.", no_args_is_help=True
)
app.add_typer(glossary_app, name="glossary")


@glossary_app.command()
def suggest(
    posts: Posts = None,
    locales: Locales = LOCALES,
    most: Annotated[int, typer.Option(metavar="N", min=1, help="Terms to list.")] = 40,
    as_json: Json = False,
) -> None:
    """List words of the posts that may belong into the glossary, most useful first."""
    from translate import glossary
    from translate.catalog import glossary_path
    from translate.post import prose
    from translate.read import read
    from translate.suggest import suggest

    listing = _listing(posts)
    sentences: list[str] = []
    refused = bool(listing.refused)
    for name, path in listing.files:
        try:
            reading = read(name, path)
        except TranslateError as error:
            _complain(str(error))
            refused = True
        else:
            found = reading.post.translatable() if not reading.skip else ()
            sentences += [prose(segment) for segment in found]
    known = glossary.read(glossary_path(locales))
    rows = [{"term": c.term, "count": c.count} for c in suggest(sentences, known)[:most]]
    _results(rows, as_json)
    raise typer.Exit(refused)


packages_app = typer.Typer(rich_markup_mode=None)
app.add_typer(packages_app, name="packages")


@packages_app.callback(invoke_without_command=True)
def packages(ctx: typer.Context, package: PackageName = None, as_json: Json = False) -> None:
    """List the Argos packages, and tell which is used."""
    from translate.packages import embedded, installed

    if ctx.invoked_subcommand:
        if package or as_json:
            raise typer.BadParameter(f"--package and --json are not for {ctx.invoked_subcommand}")
        return
    refusal, choice = "", None
    try:
        choice = _choice(package, None)
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
    _results(rows, as_json)
    if refusal:
        raise TranslateError(refusal)


@packages_app.command()
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
        _say(f"{label}: was installed already, in {folder}")
    else:
        _say(f"{label}: {done.status}, in {folder}")
    _say(f"`translate packages use {folder.name}` translates with it")


@packages_app.command()
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
    _say(f"{chosen.label} in {chosen.path} is used where no other is named")


def _drafting(
    locales: Path,
    choice: "Choice",
    source: str | None,
    redraft: bool,
    below: float | None,
    comments: bool,
    threads: int | None,
) -> "Settings":
    """Return what the options ask of a run of drafting."""
    from translate import glossary
    from translate.catalog import glossary_path
    from translate.draft import Settings
    from translate.engine import cores

    if below is not None and not redraft:
        raise typer.BadParameter("it goes with --redraft", param_hint="--below")
    return Settings(
        locales,
        choice.package.label,
        source,
        redraft,
        below,
        comments,
        glossary.read(glossary_path(locales)),
        threads or cores(),
    )


def _draft(
    listing: "Listing", settings: "Settings", choice: "Choice", beam: int | None
) -> "list[Drafted]":
    """Draft the posts and report what became of them."""
    from translate import engine, screen
    from translate.draft import draft

    outcomes = []
    with screen.progress(sys.stderr) as progress:
        for outcome in draft(
            listing.files,
            settings,
            lambda: engine.load(choice.package, settings.threads, beam),
            progress,
        ):
            outcomes.append(outcome)
            _say_outcome(outcome.path, outcome.status, outcome.detail)
    done = sum(outcome.drafted for outcome in outcomes)
    failed = sum(outcome.failed for outcome in outcomes)
    _say(f"{_counted(outcomes)}; {_many(done, 'sentence')} drafted, {failed} left untranslated")
    return outcomes


def _dry_run(
    listing: "Listing", settings: "Settings", choice: "Choice", beam: int | None, as_json: bool
) -> bool:
    """Report what there is to draft and about how long that takes, and whether one is refused."""
    from translate.draft import Plan, plans

    rows: list[dict[str, Any]] = []
    found, refused = [], False
    for item in plans(listing.files, settings):
        if isinstance(item, Plan):
            found.append(item)
            row = {"post": str(item.path), "sentences": len(item.wanted), "words": item.words}
            rows.append(row)
        else:
            refused |= item.status == "refused"
            rows += _rows([item]) if as_json else []
            _say_outcome(item.path, item.status, item.detail)
    _results(rows, as_json)
    sentences, words = sum(len(plan.wanted) for plan in found), sum(plan.words for plan in found)
    total = f"{_many(sentences, 'sentence')}, {_many(words, 'word')} to draft"
    if sentences:
        seconds = _seconds(found, choice, settings.threads, beam)
        _say(f"{total}: about {_duration(seconds)}")
    else:
        _say("nothing to draft")
    return refused


def _seconds(found: "Sequence[Plan]", choice: "Choice", threads: int, beam: int | None) -> float:
    """Estimate how long drafting takes by drafting some of it."""
    from translate import batches, engine, terms
    from translate.draft import sample

    ready = engine.load(choice.package, threads, beam)
    asks = sample(found)
    start = time.perf_counter()
    batches.alone(terms.drafts(ready, asks))
    speed = sum(len(ask.text.split()) for ask in asks) / (time.perf_counter() - start)
    return sum(plan.words for plan in found) / speed


def _build(listing: "Listing", settings: "Building", prune: bool) -> "list[Built]":
    """Build the Turkish posts and report what became of them."""
    from translate import screen
    from translate.build import build, orphans
    from translate.files import remove

    outcomes = list(build(listing.files, settings))
    rows = []
    for outcome in outcomes:
        if outcome.status == "refused":
            _complain(outcome.detail)
            continue
        reviewed = f"{outcome.progress.percent} %" if outcome.progress else ""
        rows.append((outcome.target, outcome.status, reviewed, outcome.detail))
    if rows:
        screen.table(("Turkish post", "status", "reviewed", ""), rows, sys.stderr)
    for path in orphans(listing.files, settings):
        if prune:
            remove(path)
        remedy = "removed" if prune else "--prune removes it"
        _say(f"{path}: no English post has this name and format any more: {remedy}")
    return outcomes


def _any_refused(outcomes: "Sequence[Drafted | Built]") -> bool:
    return any(outcome.status == "refused" for outcome in outcomes)


def _listing(posts: list[Path] | None) -> "Listing":
    from translate.read import find

    listing = find(posts or [Path("corpus/en")])
    for line in listing.refused:
        _complain(line)
    if listing.ignored:
        _say(f"{_many(listing.ignored, 'file')} of other kinds left alone")
    return listing


def _choice(package: str | None, source: str | None) -> "Choice":
    from translate.packages import choose

    return choose(package, os.environ, source or "en")


def _url(base_url: str) -> str:
    from urllib.parse import urlsplit

    parts = urlsplit(base_url)
    whole = parts.scheme in ("http", "https") and parts.netloc and not parts.query
    if base_url and not whole:
        raise typer.BadParameter("a full address is needed, https://…", param_hint="--base-url")
    return base_url


def _table(
    listing: "Listing", look: Callable[[str, Path], dict[str, Any] | None], as_json: bool
) -> bool:
    """Print a row for each post, and return whether one was refused."""
    rows = []
    refused = bool(listing.refused)
    for name, path in listing.files:
        try:
            row = look(name, path)
        except TranslateError as error:
            _complain(str(error))
            refused = True
            rows += [{"post": str(path), "refused": str(error)}] if as_json else []
        else:
            rows += [row] if row else []
    _results(rows, as_json)
    return refused


def _results(rows: Sequence[dict[str, Any]], as_json: bool) -> None:
    from translate import screen

    if as_json:
        _print_json(rows)
    elif rows:
        screen.table(list(rows[0]), [list(row.values()) for row in rows], sys.stdout)


def _rows(outcomes: "Sequence[Drafted | Built]") -> list[dict[str, Any]]:
    """Return outcomes as JSON has them."""
    return [{"post": str(outcome.path), **asdict(outcome)} for outcome in outcomes]


def _print_json(rows: Sequence[dict[str, Any]]) -> None:
    import json

    typer.echo(json.dumps(rows, ensure_ascii=False, indent=2, default=str))


def _say_outcome(path: Path, status: str, detail: str) -> None:
    if status == "refused":
        _complain(detail)
    else:
        _say(f"{path}: {status}{f': {detail}' if detail else ''}")


def _counted(outcomes: "Sequence[Drafted]") -> str:
    statuses = [outcome.status for outcome in outcomes]
    counts = {status: statuses.count(status) for status in dict.fromkeys(statuses)}
    told = (f"{_many(count, 'post')} {status}" for status, count in counts.items())
    return ", ".join(told) or "no posts"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _duration(seconds: float) -> str:
    if seconds < 100:
        return f"{max(2, round(seconds))} seconds"
    return f"{round(seconds / 60)} minutes"


def _say(line: str) -> None:
    typer.echo(line, err=True)


def _complain(line: str) -> None:
    typer.echo(f"error: {' '.join(line.split())}", err=True)
