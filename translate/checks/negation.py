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
    r"|(?:more|less|fewer|later|sooner|other|earlier) than|wonder|but)\b|\W*$",
    re.IGNORECASE,
)
HARMLESS_BEFORE = re.compile(r"\b(?:or|why|last but) $", re.IGNORECASE)
LONGEST = 10  # letters of these
UNTIL = re.compile(r"\b(?:until|till|unless)\b", re.IGNORECASE)  # "ancak cuma günü"

# What denies in a Turkish word. It stands after a stem, and any suffix may follow it.
DENIED = re.compile(
    r"""
      \b(?:değil|yok(?!ed|et|la|su[lşn])|hayır|ne\b.*\bne\b)
    | (?<=[^\W\d_])m[ıiuü]yor                          # bilmiyor
    | (?<=[^\W\d_])m[ae](?:
        z(?!a[rn])                                     # bilmez, bilmezse, bilmezler
      | d[ıi] | d[ae]n | m[ıi]ş | m[ae] | ks[ıi]z[ıi]n  # bilmedi, bilmeden, bilmemek
      | y[ae](?:n|c[ae]|l[ıi]m|b[ıi]l|r[ae]k) | y[ıi](?:p|n(?:\b|[ıi]z)|z) # bilmeyen, bilmeyip
      | s[ıi]n(?:l[ae]r)?\b | s[ae](?:yd|k|m|n|l[ae]r|\b)      # bilmesin, bilmese
      | m\b | (?=[.!?…"'”’)]*$)                          # bilmem; bilme!
      )
    | (?<=[^\W\d_]{2})s[ıiuü]z(?!c[ae]n)               # evsiz, sorunsuz
    """,
    re.VERBOSE,
)
# Words that deny by themselves.
DENYING = re.compile(r"\b(?:yasa[kğ]|redd|engel|hariç|aksi|kapalı|başarısız|imk[aâ]nsız|boş ver)")
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
    if DENIED.search(text) or (DENYING.search(text) and not WANTING.search(text)):
        return ""
    return f"lost the negation “{found[0]}”"


def _is_harmless(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - LONGEST) : match.start()]
    return bool(HARMLESS_AFTER.match(match.string, match.end()) or HARMLESS_BEFORE.search(before))
