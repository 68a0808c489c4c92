"""When a post was published. There is no clock, so that the same posts make the same site."""

import re
from datetime import UTC, datetime, timedelta, timezone

from translate.segment import tree

# As authors write it: "2025-1-9", "2025-01-29 3:19:04 -0400", "2021-12-12 09:00:00 + 01:00".
MOMENT = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)"
    r"(?:[Tt ]\s*(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(?:([+-])\s*(\d\d):?(\d\d)|[Zz])?)?"
)
NAMED = re.compile(r"(\d{4}-\d\d-\d\d)[-_.]")
OF_PAGE = ("article:published_time", "datepublished", "dc.date", "date")


def moment(value: object) -> str:
    """Return a day or time in ISO 8601 with a time zone, "" if it is neither; UTC if none is said.

    Of several, as Material for MkDocs has them, it is when the post was created.
    """
    if isinstance(value, dict):
        value = value.get("created")
    found = MOMENT.fullmatch(str(value).strip())
    if not found:
        return ""
    year, month, day, hour, minute, second = (int(number or 0) for number in found.groups()[:6])
    away = timedelta(hours=int(found[8] or 0), minutes=int(found[9] or 0))
    try:
        zone = timezone(-away if found[7] == "-" else away) if away else UTC
        return datetime(year, month, day, hour, minute, second, tzinfo=zone).isoformat()
    except ValueError:  # no calendar has it
        return ""


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
