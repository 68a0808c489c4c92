"""When a post was published. There is no clock, so that the same posts make the same site."""

import re
from datetime import UTC, date, datetime
from typing import Any

from translate.segment import tree

ZONE = re.compile(r"\s+(?=[+-]\d\d:?\d\d$)")  # Jekyll has a space before it
NAMED = re.compile(r"(\d{4}-\d\d-\d\d)[-_.]")
OF_PAGE = ("article:published_time", "datepublished", "dc.date", "date")


def moment(value: Any) -> str:
    """Return a day or time of front matter in ISO 8601 with a time zone, "" if it is neither."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(ZONE.sub("", value.strip()))
        except ValueError:
            return ""
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day, tzinfo=UTC)
    if not isinstance(value, datetime):
        return ""
    exact: datetime = value.replace(microsecond=0, tzinfo=value.tzinfo or UTC)
    return exact.isoformat()


def of_name(name: str) -> str:
    """Return the day with which a file's name begins, as Jekyll has it."""
    found = NAMED.match(name)
    return moment(found[1]) if found else ""


def of_page(text: str) -> str:
    """Return when a page says that it was published."""
    elements = tree.parse(text).elements
    said = [each.get("content") for each in elements if each.name == "meta" and _dates(each)]
    said += [each.get("datetime") for each in elements if each.name == "time"]
    return next(filter(None, map(moment, said)), "")


def _dates(element: tree.Element) -> bool:
    names = (element.get(attribute).lower() for attribute in ("property", "name", "itemprop"))
    return any(name in OF_PAGE for name in names)
