"""The options that commands share."""

from pathlib import Path
from typing import Annotated

import typer

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
Compendium = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE",
        help="One more translation memory, .po or .tmx; may be given several times.",
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
Drafts = Annotated[bool, typer.Option("--drafts", help="Use drafts too, with a notice to readers.")]
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
Layout = Annotated[
    str,
    typer.Option(
        metavar="GENERATOR",
        help="Put the Turkish posts where a site generator expects them, instead of --out: "
        "astro, eleventy, hugo, jekyll, mkdocs or pelican.",
    ),
]
Prune = Annotated[
    bool, typer.Option("--prune", help="Remove Turkish posts whose English post is gone.")
]
Types = Annotated[
    list[str] | None,
    typer.Option(
        "--type",
        metavar="TYPE",
        help="Post type of a WordPress export to take; repeatable.  [default: post, page]",
    ),
]
Statuses = Annotated[
    list[str] | None,
    typer.Option(
        "--status",
        metavar="STATUS",
        help="Status of posts of a WordPress export to take; repeatable.  [default: publish]",
    ),
]
PluginName = Annotated[
    str | None,
    typer.Option(
        "--plugin",
        metavar="NAME",
        help="What keeps the translations of a WordPress site: polylang, wpml or none.  "
        "[default: what the export shows]",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print results as JSON.")]

LOCALES = Path("locales")
OUT = Path("corpus/tr")
