"""English that was left in a translation."""

import re
from collections.abc import Sequence

WORD = re.compile(r"[^\W_]+(?:['’.,:-][^\W_]+)*")
# Words that are English only: Turkish has "an", "at", "be", "can", "her", "his", "is", "not", "us".
ENGLISH = frozenset(
    """
    the of and to for from with that this these those are was were been being have would could
    should does did doesn't didn't don't isn't wasn't won't can't it's which who whose what when
    where why how by she they we their its you your our because before after between through about
    against into upon without within while until than then them himself themselves
    """.split()
)
# Quotations, parentheses, and the one Turkish phrase with a word of the list: to take an oath.
ASIDE = re.compile(
    r"\"[^\"]*\"|“[^”]*”|«[^»]*»|\([^)]*\)|(?<!\w)['‘][^'’]+['’](?!\w)|\band (?=iç|olsun|ver)"
)


def untranslated(source: str, translation: str) -> str:
    """Find a translation that is its source again, or mostly English.

    Names, numbers, acronyms and single words may be the same in both languages: a copy has an
    ordinary English word, which is one of `ENGLISH` or, for it is no "van" or "de" of a name, one
    of four small letters or more amid others.
    """
    words = translation.lower().split()
    function_words = 0 if ENGLISH.isdisjoint(words) else sum(word in ENGLISH for word in words)
    if function_words > 1 and function_words * 5 > len(words):
        return "left in English"
    if source[:1].lower() != translation[:1].lower() or len(words) < 2:
        return ""
    copy = WORD.findall(translation)
    ordinary = function_words or any(word.islower() and len(word) > 3 for word in copy)
    if ordinary and WORD.findall(source.lower()) == [word.lower() for word in copy]:
        return "left in English"
    return ""


def untranslated_prose(source: str, translation: str) -> str:
    """Find likewise, quotations and parentheses aside: a title may be quoted in English."""
    prose = ASIDE.sub(" ", translation)
    return untranslated(source, prose if any(map(str.isalpha, prose)) else translation)


def left_in_english(_: str, translation: str) -> str:
    """Find an English function word left amid Turkish, outside of quotes and names.

    What stands between two capitalised words is part of a name: "Bank of America".
    """
    if ENGLISH.isdisjoint(translation.split()):
        return ""
    words = WORD.findall(ASIDE.sub(" ", translation))
    for at, word in enumerate(words):
        if word in ENGLISH and not (_is_name(words[:at][::-1]) and _is_name(words[at + 1 :])):
            return f"“{word}” left in English"
    return ""


def _is_name(words: Sequence[str]) -> bool:
    """Tell if the first word that is no English function word has a capital."""
    return next((word[0].isupper() for word in words if word not in ENGLISH), False)
