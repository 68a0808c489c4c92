"""Markup and protected text: taken out before the engine, put back by word alignment."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from translate.post import Mark, Role

# What a reader would copy: it must come out as it went in. A URL gives back the punctuation that
# ends the sentence around it.
PROTECTED = re.compile(
    r"""
      (?:https?://|ftp://|mailto:|www\.) [^\s<>"“”⟦⟧]* [^\s<>"“”⟦⟧.,;:!?'’)\]}*_]
    | (?<![\w.+-]) [\w.+-]++ @ [\w-]+ (?:\.[\w-]+)+
    | (?<![\w@\#&/]) [@\#] (?=\w*[^\W\d]) \w+
    | (?<![\w./-]) [\w-]++ (?:\.[\w-]++)*? \.
      (?:com|org|net|gov|edu|io|html?|php|pdf|zip|jpe?g|png|gif|svg|csv|txt|md|py|js|json|xml|ya?ml
        |toml|po)\b (?:/[\w./?=&%+-]*\w)?
    """,
    re.VERBOSE,
)


def protect(text: str, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return the marks and one more KEEP for each URL, e-mail address, handle or file name between.

    `marks` are ranges of `text`, in order, not overlapping; so is the result.
    """
    starts = [mark.start for mark in marks]

    def free(start: int, end: int) -> bool:
        before = bisect_right(starts, start) - 1
        after = before + 1
        clear_before = before < 0 or marks[before].end <= start
        return clear_before and (after == len(marks) or marks[after].start >= end)

    found = [
        Mark(match.start(), match.end(), Role.KEEP)
        for match in PROTECTED.finditer(text)
        if free(match.start(), match.end())
    ]
    return tuple(sorted([*marks, *found], key=lambda mark: mark.start))
