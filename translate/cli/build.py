"""`translate build`, and `translate run`, which drafts before it builds."""

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from translate.cli.draft import choose, draft_all, settings_of
from translate.cli.options import (
    LOCALES,
    OUT,
    BaseUrl,
    Beam,
    Below,
    Comments,
    Compendium,
    Drafts,
    Json,
    Layout,
    LinkSource,
    Locales,
    MinReviewed,
    Out,
    PackageName,
    PluginName,
    Posts,
    Prune,
    Redraft,
    Source,
    Statuses,
    Threads,
    Types,
)
from translate.cli.posts import find_posts, which
from translate.cli.report import any_refused, as_rows, print_json, say_stale, tell

if TYPE_CHECKING:
    from translate.build import Outcome, Settings
    from translate.read import Listing
    from translate.wordpress.plugins import Plugin


def build(
    posts: Posts = None,
    locales: Locales = LOCALES,
    out: Out = OUT,
    drafts: Drafts = False,
    min_reviewed: MinReviewed = None,
    link_source: LinkSource = False,
    base_url: BaseUrl = "",
    layout: Layout = "",
    comments: Comments = False,
    prune: Prune = False,
    types: Types = None,
    statuses: Statuses = None,
    plugin: PluginName = None,
    as_json: Json = False,
) -> None:
    """Write the Turkish posts from the catalogs."""
    from translate.build import Settings

    check_layout(layout, base_url)
    settings = Settings(
        locales,
        out,
        drafts,
        min_reviewed,
        link_source,
        url(base_url),
        comments,
        layout,
        which(types, statuses),
        plugin_of(plugin),
    )
    listing = find_originals(posts, settings)
    outcomes = build_all(listing, settings, prune)
    if as_json:
        print_json(as_rows(outcomes))
    raise typer.Exit(any_refused(outcomes) or bool(listing.refused))


def run(
    posts: Posts = None,
    locales: Locales = LOCALES,
    package: PackageName = None,
    source: Source = None,
    redraft: Redraft = False,
    below: Below = None,
    compendium: Compendium = None,
    threads: Threads = None,
    beam: Beam = None,
    out: Out = OUT,
    min_reviewed: MinReviewed = None,
    link_source: LinkSource = False,
    base_url: BaseUrl = "",
    layout: Layout = "",
    comments: Comments = False,
    prune: Prune = False,
    types: Types = None,
    statuses: Statuses = None,
    plugin: PluginName = None,
    as_json: Json = False,
) -> None:
    """Draft, then build with drafts: the main job in one word."""
    from translate.build import Settings as Building

    check_layout(layout, base_url)
    selection = which(types, statuses)
    building = Building(
        locales,
        out,
        True,
        min_reviewed,
        link_source,
        url(base_url),
        comments,
        layout,
        selection,
        plugin_of(plugin),
    )
    listing = find_originals(posts, building)
    choice = choose(package, source)
    settings = settings_of(
        locales, choice, source, redraft, below, comments, compendium, threads, selection
    )
    drafted = draft_all(listing, settings, choice, beam)
    refused = {outcome.post: outcome for outcome in drafted if outcome.status == "refused"}
    files = tuple(file for file in listing.files if str(file[1]) not in refused)
    built = build_all(replace(listing, files=files), building, prune, told=set(refused))
    if as_json:
        told = [outcome for outcome in built if outcome.post not in refused]
        print_json([*as_rows(list(refused.values())), *as_rows(told)])
    raise typer.Exit(bool(refused or listing.refused) or any_refused(built))


def find_originals(posts: Posts, settings: "Settings") -> "Listing":
    """Return the posts without Turkish versions that stand among them."""
    from translate.build import originals

    listing = find_posts(posts, settings.locales)
    return replace(listing, files=originals(listing.files, settings))


def build_all(
    listing: "Listing", settings: "Settings", prune: bool, told: Collection[str] = ()
) -> "list[Outcome]":
    """Build the Turkish posts and report what became of them, but for those `told` of already."""
    from translate.build import build, orphans
    from translate.files import remove

    outcomes = list(build(listing.files, settings))
    tell(outcomes, ("Turkish post", "status"), told)
    stale = orphans(listing.files, settings)
    for path in stale if prune else ():
        remove(path)
    say_stale(stale, "no English post has this name and format any more", prune)
    return outcomes


def check_layout(layout: str, base_url: str) -> None:
    from translate.layout import LAYOUTS

    if layout and layout not in LAYOUTS:
        names = ", ".join(LAYOUTS)
        raise typer.BadParameter(f"no such generator: it is one of {names}", param_hint="--layout")
    if layout and base_url:
        raise typer.BadParameter("not with --layout: generators know it", param_hint="--base-url")


def plugin_of(name: str | None) -> "Plugin | None":
    from translate.wordpress.plugins import Plugin

    if name is not None and name not in list(Plugin):
        raise typer.BadParameter(f"one of {', '.join(Plugin)}", param_hint="--plugin")
    return Plugin(name) if name else None


def url(base_url: str) -> str:
    from urllib.parse import urlsplit

    parts = urlsplit(base_url)
    whole = parts.scheme in ("http", "https") and parts.netloc and not parts.query
    if base_url and not whole:
        raise typer.BadParameter("a full address is needed, https://…", param_hint="--base-url")
    return base_url
