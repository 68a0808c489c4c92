"""What an import into a real WordPress does: the rules that `translate build` writes for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.wordpress.server import WordPress, missing, wordpress

FIXTURE = Path(__file__).with_name("turkish.xml")

pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(missing()), reason=missing())]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[WordPress]:
    with wordpress(tmp_path) as found:
        yield found


def test_a_post_arrives_with_all_that_its_item_says(site: WordPress) -> None:
    complaints = site.call("import", FIXTURE)
    [post] = site.posts.values()
    assert {name: post[name] for name in ("id", "status", "title", "author", "date")} == {
        "id": 900,
        "status": "draft",
        "title": "Son vapur",
        "author": "ada",
        "date": "2024-01-02 10:00:00",
    }
    assert post["terms"] == {"category": {"town": ""}}
    assert post["meta"] == {"_icl_lang_code": "tr"}
    assert post["blocks"] == ["core/paragraph"]
    assert post["page"].strip() == '<p class="intro">Vapur baharda kalkmayacak.</p>'
    # The core does not know Polylang's taxonomies.
    assert set(complaints) == {"Failed to import language Türkçe"}


def test_a_post_of_the_same_title_and_date_is_taken_for_the_same(site: WordPress) -> None:
    site.write([{"author": "ada", "post_title": "Son vapur", "post_date": "2024-01-02 10:00:00"}])
    assert "Post “Son vapur” already exists." in site.call("import", FIXTURE)
    [post] = site.posts.values()
    assert post["meta"]["_icl_lang_code"] == "tr"  # of the English post: a trap
