"""Addresses of Turkish posts, from their titles."""

import html
import re
import unicodedata
from collections.abc import Collection
from itertools import chain, count

LONGEST = 200  # letters, as WordPress's column has it
# What decomposing leaves: letters that have no accent to lose. "I" is dotless, and "İ" is "i".
_FOLDED = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th"}
    | dict(zip("ıIİøØđĐłŁ", "iiioodDlL", strict=True))
    | dict.fromkeys("’'‘`", "")
)
_TAG = re.compile(r"<[^<>]*>")


def slug(title: str) -> str:
    """Return a title as an address: "Işık İçin Şarkı" as "isik-icin-sarki"."""
    plain = html.unescape(_TAG.sub("", title)).translate(_FOLDED)
    folded = unicodedata.normalize("NFKD", plain).lower()
    letters = "".join(letter for letter in folded if not unicodedata.combining(letter))
    words = re.findall(r"[^\W_]+", letters)
    return "-".join(words)[:LONGEST].strip("-")


def unique(wanted: str, taken: Collection[str]) -> str:
    """Return an address that nothing has; in Turkish where the English post has the same."""
    if wanted not in taken:
        return wanted
    stem = wanted[: LONGEST - 8]
    names = chain([f"{stem}-tr"], (f"{stem}-tr-{number}" for number in count(2)))
    return next(name for name in names if name not in taken)
