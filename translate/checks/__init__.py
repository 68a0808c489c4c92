"""What is wrong with a translation, seen without a reference.

A check is a function from an English sentence and its Turkish translation, both plain text with
`⟦0⟧` placeholders or with the words themselves, to a reason in a few words, "" where it finds
nothing. Checks look for what readers of a draft cannot see at a glance or cannot undo; they keep
silent where in doubt, since a finding costs a draft. On 4,012 human translations (FLORES devtest,
newstest2018) the grave ones are wrong twice (three more lines are misaligned) and `numbers` is four
times (16 more are slips of the translators).
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from translate.grammar.casing import lower
from translate.inline import PLACEHOLDER, PROTECTED
from translate.numerals import currency, numbers

Check = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a translation."""

    reason: str  # a few words: 'lost the number 12'
    grave: bool  # better no translation than this one


def findings(source: str, translation: str) -> tuple[Finding, ...]:
    """Return all that the checks find in a translation, most serious first."""
    return tuple(
        Finding(reason, check in GRAVE)
        for check in CHECKS
        if (reason := check(source, translation))
    )


WORD = re.compile(r"[^\W_]+(?:['’.,:-][^\W_]+)*")


def placeholders(source: str, translation: str) -> str:
    """Find a placeholder that is lost, doubled or made up."""
    if "⟦" not in source and "⟦" not in translation:
        return ""
    wanted = Counter(PLACEHOLDER.findall(source))
    found = Counter(PLACEHOLDER.findall(translation))
    if lost := wanted - found:
        return f"lost ⟦{min(lost)}⟧"
    if more := found - wanted:
        return f"{'doubled' if min(more) in wanted else 'made up'} ⟦{min(more)}⟧"
    return "" if translation.count("⟦") == found.total() else "made up a placeholder"


def unreadable(source: str, translation: str) -> str:
    """Find what models write for a letter that they lack."""
    bad = next((sign for sign in "\ufffd⁇" if sign in translation and sign not in source), "")
    return f"unreadable “{bad}”" if bad else ""


# What every match of PROTECTED holds: a sign, a point inside a word, or a hundred letters.
MAY_BE_PROTECTED = re.compile(r"[@#]|://|mailto:|\.[^\W\d_]")


def protected(source: str, translation: str) -> str:
    """Find a URL, e-mail address, handle or file name that is not in the translation as it was."""
    if not MAY_BE_PROTECTED.search(source) and max(map(len, source.split()), default=0) < 100:
        return ""
    for match in PROTECTED.finditer(source):
        if not re.search(re.escape(match[0]) + r"(?!\w)", translation):
            return f"changed {match[0]}"
    return ""


def truncation(source: str, translation: str) -> str:
    """Find a translation under 0.4 of the expected length.

    Turkish needs as many letters as English: the median ratio is 0.97 to 1.06 at all lengths over
    15 letters, a thousandth of human translations has less than 0.36 below 20 letters, 0.5 above.
    Two letters are granted: "I don't know." is "Bilmem."
    """
    return "too short" if len(translation) + 2 < 0.4 * len(source) else ""


def runaway(source: str, translation: str) -> str:
    """Find a translation longer than all but a thousandth of human ones."""
    return "too long" if len(translation) > 1.5 * len(source) + 15 else ""


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


# The most frequent doubled words of Turkish prose: slowly, at times, one by one …
REDUPLICATED = frozenset(
    """
    adım akın allah aman ara ayrı açık ağır aşama bak baka basa bağıra başka bile birer bol boy
    boş bula buram bölüm böyle büyük cayır ciddi cıvıl dakika dalga damla derece derin deste
    değişik didik diken dilim diri diye dolu doya döne dönem ede ev evet falan farklı fazla
    filan gide gizli grup göre göstere güle gün güzel gıcır hadi hafif harıl hay haydi hele
    hemen hüngür hızlı ikişer il ince inim kademe kala kapı kara kare karış kat katman kesik
    koca kolay koşa kucak kuzu küçük kıpır kısa kısım kıtır lime madde mışıl nokta oluk parça
    pırıl rahat renk sabah sakin sallaya satır sayfa sessiz seve sokak sonra sıcak sık sıkı sıra
    taksit tane tatlı taze tek teker tekrar türlü tıkır ufak usul uzun vah vay ya yavaş yer yol
    yudum yıl yığın zaman çabuk çatır çeşit çok ülke ışıl şakır şehir şu şöyle
    """.split()
)
# "step by step", "again and again": where English repeats, Turkish may.
ENGLISH_TWICE = re.compile(r"\b(\w+)\W+(?:(?:by|to|after|and|in|on|for|upon|or|of|the)\W+)?\1\b")
LONGEST_RUN = 12  # words of the longest repeated run that is looked for
PUNCTUATION = ".,;:!?…—–-()[]\"'“”‘’«»*_"
SHORT = 3  # words of a text in which a doubled word is suspect
CLAUSE = re.compile(r"[,;:.!?…—–()\"]+(?:\s|$)")


def repetition(source: str, translation: str) -> str:
    """Find words repeated in immediate succession, or a clause said twice.

    Turkish doubles words ("yavaş yavaş", "zaman zaman"). A single word said twice is a finding
    only if it has a capital or the text is of three words or fewer, and if it is none of the usual;
    said thrice it always is. Nothing is found where the source repeats something too.
    """
    words = _words(lower(translation))
    if len(set(words)) == len(words):
        return ""
    run = _run(words, translation) or _clause(translation)
    if not run or ENGLISH_TWICE.search(source.lower()) or _clause(source):
        return ""
    return f"repeats “{run}”"


def _words(text: str) -> list[str]:
    return [word for token in text.split() if (word := token.strip(PUNCTUATION))]


def _run(words: Sequence[str], text: str) -> str:
    """Return the first suspect run of words that follows itself; `words` are the text's, small."""
    seen: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        for before in reversed(seen.setdefault(word, [])):
            size = at - before
            run = words[before:at]
            if size > LONGEST_RUN:
                break
            if words[at : at + size] == run and _is_suspect(words, at, size, text):
                return " ".join(run)
        seen[word].append(at)
    return ""


def _is_suspect(words: Sequence[str], at: int, size: int, text: str) -> bool:
    """Tell if words that follow themselves, at an index, are more than Turkish doubling."""
    if not any(word[0].isalpha() for word in words[at : at + size]):
        return False  # a row of figures
    word, after = words[at], words[at + 1 : at + 2]
    if size > 1 or after == [word]:
        return True
    short = len(words) <= SHORT or not _words(text)[at].islower()
    return short and word not in REDUPLICATED


def _clause(text: str) -> str:
    """Return a clause of three words or more that a text has twice."""
    clauses = Counter(clause.strip().lower() for clause in CLAUSE.split(text))
    return next((c for c, times in clauses.items() if times > 1 and c.count(" ") > 1), "")


# Most serious first.
GRAVE: tuple[Check, ...] = (
    placeholders,
    unreadable,
    protected,
    untranslated,
    truncation,
    runaway,
    repetition,
)
CHECKS: tuple[Check, ...] = (*GRAVE, numbers, currency, left_in_english)
