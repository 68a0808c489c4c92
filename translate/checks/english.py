"""English that was left in a translation."""

import re
from collections.abc import Sequence

WORD = re.compile(r"[^\W_]+(?:['’.,:-][^\W_]+)*")
# Words that are English only: Turkish has "an", "at", "be", "can", "her", "his", "is", "us".
ENGLISH = frozenset(
    """
    the of and to for from with that this these those are was were been being have would could
    should does did doesn't didn't don't isn't wasn't won't can't it's which who whose what when
    where why how by she they we their its you your our because before after between through about
    against into upon without within while until than then them himself themselves my very or
    will just only also more most some any every many much such other another now may might must
    shall said if
    """.split()
)
# Quotations, parentheses, and the one Turkish phrase with a word of the list: to take an oath.
ASIDE = re.compile(
    r"\"[^\"]*\"|“[^”]*”|«[^»]*»|\([^)]*\)|(?<!\w)['‘][^'’]+['’](?!\w)|\b[Aa]nd (?=iç|olsun|ver)"
)


# How Turkish words are not spelled, and how those are that it has taken over all the same.
FOREIGN = re.compile("wh|[qx]|sh|th|ck|gh|ea|ou|ee|oo|tion|ful$|[^aeiou]ly$")
PLAIN = re.compile(r"(?<![\w/.=%@<>:#&'’-])[a-z]{4,}(?![\w/=@<>:-]|['’.]\w)")
TAKEN = frozenset(
    """
    bluetooth boomerang booth check cheesecake cookie feedback feet freelance groove hacker
    hashish hashtag jackpot kickboks marshmallow newsletter overshirt playback pound pub punk
    quiz rock scooter sheriff shop short shot show showroom smoothie soul soundtrack spread
    steak stock streaming sweatshirt taxi teaser thriller trekking tweet voucher weekend
    workshop zoom
    """.split()
)


def untranslated(source: str, translation: str) -> str:
    """Find a translation that is its source again, or mostly English.

    Names, numbers, acronyms and single words may be the same in both languages: a copy has an
    ordinary English word, which is one of `ENGLISH` or, for it is no "van" or "de" of a name, one
    of four small letters or more amid others.
    """
    return _is_english(translation) or _is_copy(source, translation)


def untranslated_prose(source: str, translation: str) -> str:
    """Find likewise, quotations and parentheses aside: a title may be quoted in English."""
    prose = ASIDE.sub(" ", translation)
    return _is_english(prose) or _is_copy(source, translation)


def _is_english(translation: str) -> str:
    words = translation.lower().split()
    if ENGLISH.isdisjoint(words):
        return ""
    words = WORD.findall(translation)
    left = sum(_is_left(words, at) for at in range(len(words)))
    return "left in English" if left > 1 and left * 5 > len(words) else ""


def _is_copy(source: str, translation: str) -> str:
    words = translation.split()
    if source[:1].lower() != translation[:1].lower() or len(words) < 2:
        return ""
    copy = WORD.findall(translation)
    ordinary = any(
        word.lower() in ENGLISH or (word.islower() and word.isascii() and len(word) > 3)
        for word in copy
    )
    same = ordinary and WORD.findall(source.lower()) == [word.lower() for word in copy]
    return "left in English" if same else ""


def left_in_english(_: str, translation: str) -> str:
    """Find an English function word left amid Turkish, outside of quotes and names.

    What stands between two capitalised words is part of a name: "Bank of America".
    """
    if ENGLISH.isdisjoint(translation.lower().split()):
        return ""
    words = WORD.findall(ASIDE.sub(" ", translation))
    at = next((at for at in range(len(words)) if _is_left(words, at)), None)
    return "" if at is None else f"“{words[at]}” left in English"


def _is_left(words: Sequence[str], at: int) -> bool:
    """Tell if a word is a function word of English and no part of a name; The if it is first."""
    word, after = words[at], words[at + 1 : at + 2]
    if word not in ENGLISH:
        return at == 0 and word.lower() in ENGLISH and bool(after) and after[0].islower()
    return not (_is_name(words[:at][::-1]) and _is_name(words[at + 1 :]))


def copied(source: str, translation: str) -> str:
    """Find a word of the source, in small letters and in English spelling, amid Turkish."""
    prose = ASIDE.sub(" ", translation)
    for word in PLAIN.finditer(prose):
        if FOREIGN.search(word[0]) and word[0] not in TAKEN and word[0] in PLAIN.findall(source):
            before, after = WORD.findall(prose[: word.start()]), WORD.findall(prose[word.end() :])
            if not (_is_name(before[::-1]) and _is_name(after)):
                return f"“{word[0]}” left in English"
    return ""


def _is_name(words: Sequence[str]) -> bool:
    """Tell if the first word that is no English function word has a capital."""
    return next((word[0].isupper() for word in words if word not in ENGLISH), False)
