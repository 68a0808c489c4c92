"""Words and clauses said twice."""

import re
from collections import Counter
from collections.abc import Sequence

from translate.grammar.casing import lower

# The most frequent doubled words of Turkish prose: slowly, at times, one by one …
REDUPLICATED = frozenset(
    """
    adım akın allah aman ara ayrı açık ağlaya ağır aşama bak baka basa bağıra başka bile birer
    bol boy boş bula buram bölüm böyle büyük cayır ciddi cıvıl dakika dalga damla derece derin
    deste değişik didik diken dilim diri diye dolu doya döne dönem ede ev evet falan farklı
    fazla filan gide gizli grup göre göstere güle gün güzel gıcır hadi hafif harıl hay haydi
    hele hemen hüngür hızlı hıçkıra ikişer il ince inim kademe kala kapı kara kare karış kat
    katman kesik koca kolay koşa kucak kuzu küçük kıpır kısa kısım kıtır lime madde mışıl nokta
    oluk parça pırıl rahat renk saatlerce sabah sakin sallaya satır sayfa sessiz seve sokak
    sonra sıcak sık sıkı sıra taksit tane tatlı taze tek teker tekrar türlü tıkır ufak usul uzun
    vah vay ya yavaş yer yol yudum yıl yığın zaman çabuk çatır çeşit çok ülke ışıl şakır şehir
    şu şöyle
    """.split()
)
# "step by step", "again and again": where English repeats, Turkish may.
ENGLISH_TWICE = re.compile(r"\b(\w+)\W+(?:(?:by|to|after|and|in|on|for|upon|or|of|the)\W+)?\1\b")
# Turkish doubles no objects and no owners ("kapıyı", "annenin"), nor the verb that ends a sentence.
OBJECT = re.compile("..(?:[ny][ıiuü]|n[ıiuü]n)$")
VERB = re.compile(
    "..(?:[dt][ıiuü](?:l[ae]r)?|[ıiuü]yor(?:l[ae]r)?|[ae]c[ae]k(?:l[ae]r)?|m[ıiuü]ş)$"
)
LONGEST_RUN = 12  # words of the longest repeated run that is looked for
PUNCTUATION = ".,;:!?…—–-()[]\"'“”‘’«»*_"
SHORT = 3  # words of a text in which a doubled word is suspect
CLAUSE = re.compile(r"[,;:.!?…—–()\"]+(?:\s|$)")


def repetition(source: str, translation: str) -> str:
    """Find words repeated in immediate succession, or a clause said twice.

    Turkish doubles words ("yavaş yavaş", "zaman zaman"). A single word said twice is a finding
    only if it has a capital, the text is of three words or fewer, or its ending is none of doubled
    ones, and if it is none of the usual; said thrice it always is. Nothing is found where the
    source repeats something too.
    """
    words = _words(lower(translation))
    if len(set(words)) == len(words):
        return ""
    run = _run(words, translation) or _clause(translation)
    if not run or ENGLISH_TWICE.search(source.lower()) or _clause(source):
        return ""
    if _has_run(_words(source.lower())):
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


def _has_run(words: Sequence[str]) -> bool:
    """Tell if two words or more follow themselves."""
    return any(
        words[at - size : at] == words[at : at + size]
        for size in range(2, LONGEST_RUN + 1)
        for at in range(size, len(words) - size + 1)
    )


def _is_suspect(words: Sequence[str], at: int, size: int, text: str) -> bool:
    """Tell if words that follow themselves, at an index, are more than Turkish doubling."""
    run, after = words[at : at + size], words[at + size : at + 2 * size]
    if not any(word[0].isalpha() for word in run):
        return False  # a row of figures
    if after == run:
        return True
    tokens = [token for token in text.split() if token.strip(PUNCTUATION)]
    if tokens[at - 1][-1] in PUNCTUATION and after and tokens[at + size - 1][-1].isalnum():
        return False  # a list: "vapur, vapur iskelesi"
    return size > 1 or _is_no_doubling(words, at, tokens)


def _is_no_doubling(words: Sequence[str], at: int, tokens: Sequence[str]) -> bool:
    """Tell if a word that follows itself, at an index, is none that Turkish doubles."""
    word = words[at]
    if word in REDUPLICATED:
        return False
    if len(words) <= SHORT:
        return True
    if tokens[at - 1][-1] in PUNCTUATION:
        return False
    small = tokens[at].strip(PUNCTUATION).islower()
    ends = at + 1 == len(words)
    return not small or bool(OBJECT.search(word) or (ends and VERB.search(word)))


def _clause(text: str) -> str:
    """Return a clause of three words or more that a text has twice."""
    clauses = Counter(clause.strip().lower() for clause in CLAUSE.split(text))
    return next((c for c, times in clauses.items() if times > 1 and c.count(" ") > 1), "")
