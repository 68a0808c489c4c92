"""How long a translation is beside its source."""

import re

ACRONYM = re.compile(r"\b[A-Z]{2,5}\b")
SPELLED_OUT = 20  # letters that Turkish may need to say what one stands for


def truncation(source: str, translation: str) -> str:
    """Find a translation under 0.4 of the expected length.

    Turkish needs as many letters as English: the median ratio is 0.97 to 1.06 at all lengths over
    15 letters, a thousandth of human translations has less than 0.36 below 20 letters, 0.5 above.
    Two letters are granted: "I don't know." is "Bilmem."
    """
    return "too short" if len(translation) + 2 < 0.4 * len(source) else ""


def runaway(source: str, translation: str) -> str:
    """Find a translation longer than all but a thousandth of human ones, acronyms spelled out."""
    room = 1.5 * len(source) + 15
    if len(translation) <= room:
        return ""
    return "too long" if len(translation) > room + SPELLED_OUT * _acronyms(source) else ""


def _acronyms(source: str) -> int:
    return 0 if source.isupper() and " " in source else len(ACRONYM.findall(source))
