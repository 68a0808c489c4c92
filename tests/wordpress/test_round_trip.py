"""Out of a real WordPress, translated, and back into it, where the block editor looks at it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.wordpress import editor
from tests.wordpress.server import WordPress, missing, wordpress

ROOT = Path(__file__).parents[2]

pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(missing()), reason=missing())]

BLOCKS = """<!-- wp:heading -->
<h2>What the council said</h2>
<!-- /wp:heading -->

<!-- wp:paragraph {"className":"intro"} -->
<p class="intro">The ferry that crosses the strait <strong>will stop running</strong>, says \
<a href="http://blog.example/library/">the library</a>. It cost 4 &amp; 5 dollars.</p>
<!-- /wp:paragraph -->

<!-- wp:image {"id":5,"sizeSlug":"large"} -->
<figure class="wp-block-image size-large"><img src="http://blog.example/ferry.jpg" \
alt="The ferry at the pier" class="wp-image-5"/><figcaption class="wp-element-caption">The last \
ferry</figcaption></figure>
<!-- /wp:image -->

<!-- wp:list -->
<ul><!-- wp:list-item -->
<li>Nobody on board believes it.</li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li>The pier will be sold.</li>
<!-- /wp:list-item --></ul>
<!-- /wp:list -->

<!-- wp:quote -->
<blockquote class="wp-block-quote"><!-- wp:paragraph -->
<p>We will miss the lights on the water.</p>
<!-- /wp:paragraph --><cite>A captain</cite></blockquote>
<!-- /wp:quote -->

<!-- wp:table -->
<figure class="wp-block-table"><table><thead><tr><th>Day</th><th>Time</th></tr></thead><tbody><tr>\
<td>Monday</td><td>The night ferry</td></tr></tbody></table></figure>
<!-- /wp:table -->

<!-- wp:buttons -->
<div class="wp-block-buttons"><!-- wp:button -->
<div class="wp-block-button"><a class="wp-block-button__link wp-element-button" \
href="/times">See the times</a></div>
<!-- /wp:button --></div>
<!-- /wp:buttons -->

<!-- wp:search {"label":"Search the times","buttonText":"Search"} /-->

<!-- wp:more -->
<!--more-->
<!-- /wp:more -->

<!-- wp:code -->
<pre class="wp-block-code"><code>for ferry in pier: go(ferry)</code></pre>
<!-- /wp:code -->"""

CLASSIC = """The library on the hill has lent books to the whole town since the war.
It will open its new reading room on Monday.

[caption id="attachment_6" align="alignleft" width="300"]<img src="/room.jpg" alt="The reading \
room" /> The new room[/caption]

Everybody is <em>welcome</em> on Monday.
<!--more-->
[gallery ids="7,8"]"""

POSTS: list[dict[str, Any]] = [
    {
        "author": "ada",
        "post_title": "The last ferry of the night",
        "post_name": "last-ferry",
        "post_status": "publish",
        "post_date": "2024-01-02 10:00:00",
        "post_excerpt": "The ferry stops in the spring.",
        "post_content": BLOCKS,
        "categories": ["Town", "Ships"],
        "meta_input": {"_yoast_wpseo_title": "The last ferry", "_thumbnail_id": "5"},
    },
    {
        "author": "ada",
        "post_title": "The library",
        "post_name": "library",
        "post_status": "publish",
        "post_date": "2024-01-03 10:00:00",
        "post_content": CLASSIC,
        "categories": ["Town"],
    },
    {
        "author": "editor",
        "post_title": "About",
        "post_name": "about",
        "post_type": "page",
        "post_status": "publish",
        "post_content": "<!-- wp:paragraph -->\n<p>We write about the sea and about the people who "
        "live on it. Everybody who has been to sea is welcome to send us what they have seen "
        "there.</p>\n<!-- /wp:paragraph -->",
    },
    {
        "author": "ada",
        "post_title": "Not yet",
        "post_name": "not-yet",
        "post_status": "draft",
        "post_content": "Nobody has seen this post, and nobody will see it today.",
    },
]


@dataclass(frozen=True)
class Trip:
    """A site before and after, and what the importer complained about."""

    site: WordPress
    before: dict[str, dict[str, Any]]
    after: dict[str, dict[str, Any]]
    complaints: list[str]

    @property
    def turkish(self) -> dict[str, dict[str, Any]]:
        """The posts that were not there before."""
        return {slug: post for slug, post in self.after.items() if slug not in self.before}

    def version(self, slug: str) -> dict[str, Any]:
        """Return the Turkish version of a post, which is the one that leads to it."""
        [found] = [
            post
            for post in self.turkish.values()
            if self.before[slug]["id"] in post["leads_to"][-1:]
        ]
        return found


def translate(site: WordPress) -> Path:
    """Export the site and translate the export."""
    site.call("export", site.folder / "export.xml")
    subprocess.run(
        [sys.executable, "-m", "translate", "run", "export.xml", "--out", "tr", "--link-source"],
        cwd=site.folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        timeout=120,
    )
    return site.folder / "tr/export.xml"


def travel(site: WordPress, posts: list[dict[str, Any]]) -> Trip:
    site.write(posts)
    before = site.posts
    complaints = site.call("import", translate(site))
    return Trip(site, before, site.posts, complaints)


@pytest.fixture(scope="module")
def trip(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trip]:
    with wordpress(tmp_path_factory.mktemp("wordpress")) as site:
        yield travel(site, POSTS)


def test_what_is_published_has_a_turkish_draft_and_nothing_else_changed(trip: Trip) -> None:
    assert trip.complaints == []
    assert {slug: trip.after[slug] for slug in trip.before} == trip.before
    assert [post["status"] for post in trip.turkish.values()] == ["draft"] * 3
    assert all(slug.isascii() for slug in trip.turkish)


@pytest.mark.parametrize("slug", ["last-ferry", "library", "about"])
def test_it_is_by_the_same_author_at_the_same_time_in_the_same_categories(
    trip: Trip, slug: str
) -> None:
    english, turkish = trip.before[slug], trip.version(slug)
    for field in ("type", "author", "date", "date_gmt", "terms"):
        assert turkish[field] == english[field]


def test_title_excerpt_and_what_search_engines_show_are_turkish(trip: Trip) -> None:
    english, turkish = trip.before["last-ferry"], trip.version("last-ferry")
    for field in ("title", "excerpt"):
        assert turkish[field] not in ("", english[field])
    assert turkish["meta"]["_yoast_wpseo_title"] != english["meta"]["_yoast_wpseo_title"]
    assert turkish["meta"]["_thumbnail_id"] == "5"


def test_our_lines_are_blocks_around_the_blocks_of_the_original(trip: Trip) -> None:
    english, turkish = trip.before["last-ferry"], trip.version("last-ferry")
    assert turkish["blocks"] == ["core/paragraph", *english["blocks"], "core/paragraph"]
    assert turkish["serialized"] == turkish["content"]
    assert "for ferry in pier: go(ferry)" in turkish["content"]
    assert "council" not in turkish["page"]


@pytest.mark.skipif(bool(editor.missing()), reason=editor.missing())
def test_the_block_editor_finds_nothing_invalid(trip: Trip) -> None:
    broken = BLOCKS.replace("<h2>", "<h3>").replace("</h2>", "</h3>")
    contents = [post["content"] for post in trip.turkish.values()]
    *found, control = editor.invalid_blocks(trip.site, [*contents, broken])
    assert control == ["core/heading"]
    assert found == [[]] * len(contents)


def test_shortcodes_of_a_classic_post_stay(trip: Trip) -> None:
    content = trip.version("library")["content"]
    assert (
        '[caption id="attachment_6" align="alignleft" width="300"]<img src="/room.jpg"' in content
    )
    assert '<!--more-->\n[gallery ids="7,8"]' in content


def test_a_second_import_adds_no_post(trip: Trip) -> None:
    complaints = trip.site.call("import", trip.site.folder / "tr/export.xml")
    assert len([line for line in complaints if line.endswith("already exists.")]) == 3
    assert sorted(trip.site.posts) == sorted(trip.after)


def test_polylang_finds_both_in_one_group_of_versions(tmp_path: Path) -> None:
    in_english = {"language": {"en": ""}}
    grouped = in_english | {"post_translations": {"pll_1": 'a:1:{s:2:"en";i:5;}'}}
    posts = [POSTS[0] | {"terms": in_english}, POSTS[1] | {"terms": grouped}]
    with wordpress(tmp_path) as site:
        (site.folder / "wp-content/polylang").mkdir()
        trip = travel(site, posts)
    # The English post is in the file too, by name alone, to come into the group.
    assert trip.complaints == ["Post “The last ferry of the night” already exists."]
    english, turkish = trip.after["last-ferry"], trip.version("last-ferry")
    [group] = turkish["terms"]["post_translations"].values()
    assert group == f'a:2:{{s:2:"en";i:{english["id"]};s:2:"tr";i:{turkish["id"]};}}'
    assert english["terms"]["post_translations"] == turkish["terms"]["post_translations"]
    for slug in ("last-ferry", "library"):
        assert [*trip.after[slug]["terms"]["language"]] == ["en"]
        assert [*trip.version(slug)["terms"]["language"]] == ["tr"]
    # A group that is there keeps its description in the core; Polylang's importer completes it.
    assert [*trip.version("library")["terms"]["post_translations"]] == ["pll_1"]


def test_wpml_finds_both_in_one_group_of_translations(tmp_path: Path) -> None:
    english = {"_wpml_import_language_code": "en", "_wpml_import_translation_group": "9"}
    with wordpress(tmp_path) as site:
        trip = travel(site, [POSTS[0] | {"meta_input": english}])
    meta = trip.version("last-ferry")["meta"]
    assert meta["_wpml_import_language_code"] == "tr"
    assert meta["_wpml_import_source_language_code"] == "en"
    assert meta["_wpml_import_translation_group"] == "9"


def test_a_title_that_stays_does_not_make_the_english_post_turkish(tmp_path: Path) -> None:
    post = POSTS[1] | {"post_title": "Ada Lovelace"}
    with wordpress(tmp_path) as site:
        trip = travel(site, [post])
    assert trip.complaints == []
    assert trip.version("library")["title"] == "Ada Lovelace"
    assert trip.after["library"] == trip.before["library"]
