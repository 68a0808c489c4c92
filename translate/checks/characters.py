"""Characters that nobody meant to write, and that nobody sees."""

import re
import unicodedata
from collections import Counter

from translate.inline import PICTURES

LEFTOVER = re.compile(r"⟦\d*⟧?|⟧")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
LINE_ENDS = frozenset("\n\r\v\f\x85\u2028\u2029")
# Joiners and other marks without a width, directions, soft hyphens. Emoji are made with some.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
# Some of them are letters to Python.
PRINTABLE = "\u115f\u1160\u2800\u3164\uffa0"
EMOJI = re.compile(PICTURES)
# Arabic and Hebrew are written with marks of direction and joining.
RIGHT_TO_LEFT = re.compile("(?<=[\u0590-\u08ff])[\u200b-\u200f]")
# A letter of Greek, Cyrillic or phonetics that looks like one of Latin, in a word with Latin ones.
FOREIGN = re.compile(
    "(?:[a-zçğıöşü][\u0251\u0261\u0370-\u052f]|[\u0251\u0261\u0370-\u052f][a-zçğıöşü])",
    re.IGNORECASE,
)


def leftover(source: str, translation: str) -> str:
    """Find what is left of a placeholder that a machine was given for a tag or a name."""
    if "⟦" not in translation and "⟧" not in translation:
        return ""
    more = Counter(LEFTOVER.findall(translation)) - Counter(LEFTOVER.findall(source))
    return next((f"leftover {it}" for it in more), "")


def control(source: str, translation: str) -> str:
    """Find a control character, or a line end: a sentence stands on one line."""
    if translation.isprintable():
        return ""
    for character in CONTROL.findall(translation) + [c for c in translation if c in LINE_ENDS]:
        if character in LINE_ENDS and character not in source:
            return "a line end"
        if character == "\t" and character not in source:
            return "a tabulator"
        if character not in source:
            return f"a control character (U+{ord(character):04X})"
    return ""


def invisible(source: str, translation: str) -> str:
    """Find a character that cannot be seen and that the source does not have so often.

    Searching and sorting fail with it. So do they with letters in two pieces, as some editors write
    "ü", and with Greek or Cyrillic letters in a Latin word.
    """
    if translation.isascii():
        return ""
    if not translation.isprintable() or any(sign in translation for sign in PRINTABLE):
        seen = Counter(INVISIBLE.findall(RIGHT_TO_LEFT.sub("", EMOJI.sub("", translation))))
        if more := seen - Counter(INVISIBLE.findall(EMOJI.sub("", source))):
            character = min(more)
            name = unicodedata.name(character, "a format character").lower()
            return f"an invisible character (U+{ord(character):04X}, {name})"
    if not unicodedata.is_normalized("NFC", translation) and unicodedata.is_normalized(
        "NFC", source
    ):
        return "letters in two pieces (not NFC)"
    if (found := FOREIGN.search(translation)) and not FOREIGN.search(source):
        return f"Latin and other letters in one word: “{found[0]}”"
    return ""
