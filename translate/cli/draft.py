"""`translate draft`."""

import os
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from translate.cli.options import (
    LOCALES,
    Beam,
    Below,
    Comments,
    Compendium,
    Json,
    Locales,
    PackageName,
    Posts,
    Redraft,
    Source,
    Statuses,
    Threads,
    Types,
)
from translate.cli.posts import find_posts, which
from translate.cli.report import (
    any_refused,
    as_rows,
    counted,
    duration,
    many,
    print_json,
    results,
    say,
    say_outcome,
)

if TYPE_CHECKING:
    from translate.draft import Outcome, Plan, Settings
    from translate.packages import Choice
    from translate.read import Listing
    from translate.wordpress.item import Selection


def draft(
    posts: Posts = None,
    locales: Locales = LOCALES,
    package: PackageName = None,
    source: Source = None,
    redraft: Redraft = False,
    below: Below = None,
    comments: Comments = False,
    compendium: Compendium = None,
    threads: Threads = None,
    beam: Beam = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say how much there is to draft, and write nothing.")
    ] = False,
    as_new: Annotated[
        bool, typer.Option("--as-new", help="Draft posts that look like renamed ones as new ones.")
    ] = False,
    types: Types = None,
    statuses: Statuses = None,
    as_json: Json = False,
) -> None:
    """Translate what is new into the catalogs, flagged for review."""
    listing = find_posts(posts, locales)
    choice = choose(package, source)
    selection = which(types, statuses)
    settings = settings_of(
        locales, choice, source, redraft, below, comments, compendium, threads, selection
    )
    settings = replace(settings, as_new=as_new)
    if dry_run:
        refused = _dry_run(listing, settings, choice, beam, as_json)
        raise typer.Exit(refused or bool(listing.refused))
    outcomes = draft_all(listing, settings, choice, beam)
    if as_json:
        print_json(as_rows(outcomes))
    raise typer.Exit(any_refused(outcomes) or bool(listing.refused))


def settings_of(
    locales: Path,
    choice: "Choice",
    source: str | None,
    redraft: bool,
    below: float | None,
    comments: bool,
    compendia: list[Path] | None,
    threads: int | None,
    selection: "Selection",
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
        selection,
        tuple(compendia or ()),
    )


def choose(package: str | None, source: str | None) -> "Choice":
    from translate.packages import choose as choose_package

    return choose_package(package, os.environ, source or "en")


def draft_all(
    listing: "Listing", settings: "Settings", choice: "Choice", beam: int | None
) -> "list[Outcome]":
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
            if outcome.status != "unchanged" or outcome.detail:
                say_outcome(outcome.post, outcome.status, outcome.detail)
    done = sum(outcome.drafted for outcome in outcomes)
    failed = sum(outcome.failed for outcome in outcomes)
    told = f"{many(done, 'sentence')} drafted, {failed} left untranslated"
    say(f"{counted(outcomes)}; {told}{_recalled(outcomes)}")
    return outcomes


def _recalled(items: "Sequence[Outcome | Plan]") -> str:
    recalled = sum(item.recalled for item in items)
    return f", {recalled} from the memory" if recalled else ""


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
            row = {"post": item.post.label, "sentences": len(item.wanted), "words": item.words}
            rows.append(row)
        else:
            refused |= item.status == "refused"
            rows += as_rows([item]) if as_json else []
            say_outcome(item.post, item.status, item.detail)
    results(rows, as_json)
    sentences, words = sum(len(plan.wanted) for plan in found), sum(plan.words for plan in found)
    total = f"{many(sentences, 'sentence')}, {many(words, 'word')} to draft"
    if sentences:
        seconds = _seconds(found, choice, settings.threads, beam)
        say(f"{total}{_recalled(found)}: about {duration(seconds)}")
    else:
        say(f"nothing to draft{_recalled(found)}")
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
