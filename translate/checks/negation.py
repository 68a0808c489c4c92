"""A "not" that was lost on the way: the translation says the opposite."""

import re

from translate.grammar.casing import lower

NEGATED = re.compile(
    r"\b(?:(?:could|would|should|must|might|need|have|had|has|is|are|was|were|do|does|did|ca|wo|ai"
    r"|sha)n['’]t|cannot|not|never|nobody|no one|none|nothing|nowhere|neither|nor|without"
    r"|no(?!-|\.? ?\d))\b",
    re.IGNORECASE,
)
# Where English says "not" and Turkish need not: not only, no matter, no later than; whether or not.
HARMLESS_AFTER = re.compile(
    r"\W+(?:only|just|merely|simply|solely|until|till|long (?:after|before)|to mention|matter|mind"
    r"|(?:more|less|fewer|later|sooner|other|earlier) than|wonder|but|fail\w*|deny|delay|doubt|wait"
    r"|exception|impossible|(?:choice|option|alternative) but|agree more|at all\W*$"
    r"|un(?:aware|common|familiar|known|likely|usual))\b|\W*$",
    re.IGNORECASE,
)
HARMLESS_BEFORE = re.compile(r"\b(?:or|why|last but) $", re.IGNORECASE)
LONGEST = 10  # letters of these
# Whoever asks "Isn't it late?" says that it is.
ASKED = re.compile(r"n['’]t (?:I|you|he|she|it|we|they|this|that|there)\b[^.!;?]*\?", re.IGNORECASE)
UNTIL = re.compile(r"\b(?:until|till|unless)\b", re.IGNORECASE)  # "ancak cuma günü"

# What denies in a Turkish word. It stands after a stem, and any suffix may follow it. The letters
# before it are of words that only look so: tamam, hamam, imam, namaz, komedi, temas, sinemadan …
DENIED = re.compile(
    r"""
      \b(?:değil|yok(?!ed|et|la|su[lşn]|uş)|hayır(?!l|s)|ne\b.*\bne\b)
    | (?<=[^\W\d_])m[ıiuü]yor                          # bilmiyor
    | (?<=[^\W\d_])(?<!\b[htn]a)(?<!\b[htn]am)(?<!\bi)(?<!\bko)(?<!\bte)(?<!\bel)(?<!\bcu)(?<!\bfir)
      (?<!sine)(?<!keli)(?<!mahke)m[ae](?:
        z(?!a[rn])                                     # bilmez, bilmezse, bilmezler
      | d[ıi] | d[ae]n | m[ıi]ş | m[ae] | ks[ıi]z[ıi]n  # bilmedi, bilmeden, bilmemek
      | y[ae](?:n|c[ae]|l[ıi]|b[ıi]l|r[ae]k|yd) # bilmeyen, bilmeyeli
      | y[ıi](?:p|n(?:\b|[ıi]z|c[ae])|z|ş|ver)   # bilmeyip, bilmeyince
      | s[ıi]n(?:l[ae]r)?\b | s[ae](?:yd|k|m|n|l[ae]r|\b)      # bilmesin, bilmese
      | m\b | (?=[.!?…"'”’)]*$)                          # bilmem; bilme!
      )
    | (?<=[^\W\d_]{2})(?<!hır)(?<!kuşku)(?<!şüphe)s[ıiuü]z(?!c[ae]n)  # evsiz, sorunsuz
    """,
    re.VERBOSE,
)
# Words that deny by themselves.
DENYING = re.compile(
    r"\b(?:yasa[kğ]|redd|engel|hariç|aksi|kapalı|başarısız|imk[aâ]nsız|boş ver|kaçın|vazgeç|yoksun"
    r"|mahrum|karşı çık|uzak dur)"
)
# Do not: "dokunma, yanarsın". Else such a word is a noun: "okuma, yazma".
ORDER = re.compile(r"\bdo(?:n['’]t| not)\b", re.IGNORECASE)
ORDERED = re.compile("m[ae](?=[,;:!?…])")
# What is not the one is the other.
DENIED_WORD = re.compile(
    r"\W+(?:(?:be|been|an?|the|in|so|that|very|really|exactly|quite|too|any|always|by) )*(\w+)"
)
OPPOSITES = {
    word: re.compile(rf"\b(?:{opposites})")
    for words, opposites in {
        "true right correct": "yanlış|hata|yalan", "easy simple": "zor|güç",
        "difficult hard": "kolay|rahat", "safe": "tehlike|risk", "far": "yakın",
        "near close": "uzak",
        "alive survive": "öl", "enough many much often common": "az|seyrek|nadir|eksik",
        "rare": "sık|yaygın", "long": "kısa|birazdan", "good well": "kötü|fena", "bad": "iyi",
        "new longer": "eski", "old": "genç|yeni", "young": "yaşlı", "same": "farklı|başka|ayrı",
        "cheap": "pahalı", "expensive": "ucuz", "closed": "açık", "guilty": "masum",
        "remember": "unut", "forget": "hatırla|anımsa|akl", "late": "erken|vaktinde|zamanında",
        "early": "geç", "small little": "büyük", "big large": "küçük", "weak": "güçlü",
        "strong": "zayıf", "poor": "zengin", "rich": "fakir|yoksul", "heavy": "hafif",
        "hungry": "tok", "fresh": "bayat", "clean": "kirli|pis", "lie lying": "doğru",
        "empty": "dolu", "full": "boş", "all everyone everybody everything": "bazı|kimi",
        "question": "kesin|elbette|mutlaka",
    }.items()
    for word in words.split()
}  # fmt: skip
# With these Turkish wants a verb that denies: "kimse bilmiyor".
WANTING = re.compile(
    r"(?<!bir )(?<!her )(?<!\bo )\bkimse(?:ye|nin|yi|den|de)?\b|\bhiçbir\w*|\basla\b"
)


def negation(source: str, translation: str) -> str:
    """Find a sentence whose negation its translation lacks: "Nobody knows" is no "kimse biliyor".

    Turkish denies in its verbs, in "değil", "yok" and "-siz". A translation with any of these has
    its negation; so has one with a word that denies by itself, as "yasak" does ("not allowed"),
    unless it has a "kimse" or "hiçbir" that is left without its verb.
    """
    found = next((match for match in NEGATED.finditer(source) if not _is_harmless(match)), None)
    if not found or UNTIL.search(source):
        return ""
    text = lower(translation)
    denied = DENIED.search(text) or (ORDER.search(source) and ORDERED.search(text))
    if denied or (DENYING.search(text) and not WANTING.search(text)) or _is_opposite(found, text):
        return ""
    return f"lost the negation “{found[0]}”"


def _is_opposite(match: re.Match[str], text: str) -> bool:
    """Tell if a text has the opposite of what is denied: "not easy" is "zor"."""
    word = DENIED_WORD.match(match.string, match.end())
    opposite = OPPOSITES.get(word[1].lower()) if word else None
    return bool(opposite and opposite.search(text))


def _is_harmless(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - LONGEST) : match.start()]
    return bool(
        HARMLESS_AFTER.match(match.string, match.end())
        or HARMLESS_BEFORE.search(before)
        or ASKED.match(match.string, match.end() - len("n't"))
    )
