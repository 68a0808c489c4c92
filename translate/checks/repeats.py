"""Words and clauses said twice."""

import re
from collections import Counter
from collections.abc import Sequence

from translate.grammar.casing import lower

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
