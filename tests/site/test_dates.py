"""When a post was published, from what its author wrote."""

from datetime import UTC, date, datetime

import pytest

from translate.site.dates import moment, of_name, of_page


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2025-10-24", "2025-10-24T00:00:00+00:00"),
        ("2025-1-9", "2025-01-09T00:00:00+00:00"),
        ("2025-10-24T08:30:00Z", "2025-10-24T08:30:00+00:00"),
        ("2025-10-24 08:30", "2025-10-24T08:30:00+00:00"),
        ("2025-10-24T08:30:00.123+03:00", "2025-10-24T08:30:00+03:00"),
        ("2015-01-29 3:19:04 -0400", "2015-01-29T03:19:04-04:00"),
        ("2021-12-12 09:00:00 + 01:00", "2021-12-12T09:00:00+01:00"),
        (date(2025, 10, 24), "2025-10-24T00:00:00+00:00"),
        (datetime(2025, 10, 24, 8, 30, tzinfo=UTC), "2025-10-24T08:30:00+00:00"),
        ({"created": "2025-10-24", "updated": "2025-11-01"}, "2025-10-24T00:00:00+00:00"),
        ("2025-13-45", ""),
        ("2025-10-24T08:30:00+99:00", ""),
        ("yesterday", ""),
        (None, ""),
        ({}, ""),
    ],
)
def test_a_moment_is_read_as_authors_write_it(said: object, meant: str) -> None:
    assert moment(said) == meant


def test_the_name_of_a_file_may_begin_with_its_day() -> None:
    assert of_name("2025-10-24-night-ferry.txt") == "2025-10-24T00:00:00+00:00"
    assert of_name("night-ferry.txt") == of_name("2025-10-24.txt"[:10]) == ""


def test_metadata_of_a_page_goes_before_what_its_text_shows() -> None:
    shown = '<time datetime="2025-01-01">New Year</time>'
    said = '<meta property="article:published_time" content="2024-12-31T10:00:00+03:00">'
    assert of_page(shown + said) == "2024-12-31T10:00:00+03:00"
    assert of_page(f"<time>today</time>{shown}") == "2025-01-01T00:00:00+00:00"
    assert of_page("<p>2025-01-01</p>") == ""
