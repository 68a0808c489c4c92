"""Turkish verbs: told from nouns, known in all their forms, and given the form of another.

A model that picks another verb than the glossary's picks its tense and person well: these are
kept, the verb is changed: "yayınlıyor" → "yayımlıyor".
"""

import re

from translate.grammar.casing import lower
from translate.grammar.sound import FRONT, SKELETON, VOICELESS, VOWELS, Sound, harmonised

# The end of a verb's form, its vowels as in SKELETON. What the drafted verb was is the rest.
FINITE = (
    r"(Iyor|y?AcAk|mAlI|mAktA|dI|mIş|sA|y?AlIm|[AI]?r)"
    r"(?:lAr|y?dI|mIş|dIr|sIn|sInIz|Iz|nIz|Im|m|k|n)*"
)
NOMINAL = (
    r"(?:y?An|dI[kğ]|y?AcA[kğ]|mA[kd]?|y?ArAk|y?Ip)"
    r"(?:lAr|I|sI|In|nIn|Im|ImIz|n?A|n?I|n?dA|n?dAn|lA)*"
)
FORM = re.compile(rf"(y?AbIl)?(mA|m(?=Iyor))?(?:{FINITE}|{NOMINAL})")
AORIST = ("r", "Ar", "Ir")  # irregular; and "verdi" is none
# ediyor, kaydediyor, but öğretiyor
SOFT_T = re.compile(
    r"""(?:\b(?:e|gi|ta|gü)
    |(?:br|dd|ff|hm|hr|hs|hv|km|kr|ll|mr|nn|ps|rf|sm|ss|st|şf|şr|th|vr|yb|yd|yr|zm|nakl|katl)e)t$""",
    re.VERBOSE,
)
PASSIVE = re.compile(r"[aeıioöuü]n$|[ıiuü]l$")

# Nouns that end as infinitives do. Some are verbs too ("yemek": food, to eat), which a glossary has
# less often: these are written with their object, "yemek yemek".
NOUNS = frozenset(
    """
    ahmak basamak başparmak çakmak çomak damak ekmek emek hamak ırmak ilmek kaçamak kaymak
    kızılırmak kuymak parmak serçeparmak tokmak tutamak yamak yaşmak yemek yeşilırmak yumak
    """.split()
)
EATING = re.compile("yeme(?:k|ği) yemek$")

# All that may follow a root. Capitals are letters in harmony: A is a or e, I is ı, i, u or ü, D is
# d or t, C is c or ç.
PERSON = "(?:y?Im|y?Iz|sIn(?:Iz|lAr)?|lAr)"
PAST = "(?:(?:y?DI|y?sA)(?:m|n|k|nIz|lAr)?){1,2}"
COPULA = f"(?:{PERSON}|(?:lAr)?(?:{PAST}|y?mIş{PERSON}?|DIr(?:lAr)?|y?ken|CAsInA))"
TENSE = f"(?:I?yor|y?AcA[kğ]|mAlI|mAktA|mIş|(?:A|I)?r|z){COPULA}?(?:DIr)?"
IMPERATIVE = "(?:sIn(?:lAr)?|y?In(?:Iz)?|y?AyIm|y?AlIm)?"
CONVERB = "(?:y?ArAk(?:DAn)?|y?Ip|y?IncA(?:yA)?|mAksIzIn|y?AlI)"
NOUN = (
    "(?:y?An|DI[kğ]|y?AcA[kğ]|mA[kğ]?)(?:lAr)?"
    "(?:(?:I?mIz|I?nIz|I?m|In)?(?:y?I|y?A|DAn?|n?In|y?lA|CA)?|s?I(?:n(?:I|A|DAn?|In|CA)|ylA)?)"
    f"(?:ki(?:lAr)?(?:n(?:I|A|DAn?|In))?)?{COPULA}?"
)
ABLE = "(?:y?AbIl|y?Am(?:A|(?=I?yor)))?"
NEVER = "(?<=mA)(?:m|yIz)"  # of the negated aorist
ENDING = f"(?:{PAST}|{NEVER}|{TENSE}|{IMPERATIVE}|{CONVERB}|{NOUN})"
NOT = "(?:mA(?:yAbIl)?|m(?=Iyor))?"
LETTERS = str.maketrans(
    {
        "A": "[ae]",
        "I": "[ıiuü]",
        "D": f"(?:(?<=[{VOICELESS}])t|(?<![{VOICELESS}])d)",
        "C": "[cç]",
    }
)


def is_infinitive(word: str) -> bool:
    """Return whether a Turkish word or phrase is a verb: it ends in -mak or -mek and is no noun.

    What is a verb and a noun, as "yemek" and "ekmek" are, is taken for the noun.
    """
    small = lower(word)
    last = re.split(r"[\s-]", small)[-1]
    verbal = len(last) > 4 and last.endswith(("mak", "mek"))
    return verbal and (last not in NOUNS or EATING.search(small) is not None)


def conjugations(root: str) -> str:
    """Return a verbose regular expression for all forms of a verb but the causative and the like.

    `root` is its infinitive without -mak, in small letters; so is what the expression is for.
    """
    voice = "n(?:Il)?" if root[-1] in VOWELS else "In" if root[-1] == "l" else "Il"
    wrong = "aıu" if Sound("e").then(root).vowel in FRONT else "eiü"
    agrees = rf"(?:(?=rken)|(?![^\W{VOWELS}]*[{wrong}]))"
    ending = f"{agrees}(?:{voice}(?!Ar(?!Ak)))?{ABLE}{NOT}{ENDING}"  # verilir, no verilar
    choices = [f"{re.escape(root)}{ending}"]
    if SOFT_T.search(root):
        choices = [f"{re.escape(root)}(?!A|I|y){ending}", f"{re.escape(root[:-1])}d(?=A|I){ending}"]
    elif root[-1] in "ae":  # başla-, başlıyor
        choices.append(f"{re.escape(root[:-1])}{agrees}Iyor{COPULA}?(?:DIr)?")
    if root in ("de", "ye"):  # diyecek
        choices.append(f"{root[0]}i(?=y){ending}")
    return "|".join(choices).translate(LETTERS)


def reinflected(drafted: str, infinitive: str, passive: bool = False) -> str | None:
    """Return the verb of an infinitive, in the form that another verb has, if that can be told.

    `drafted` is one word; `passive` says that it may be passive, which is then told by its form.
    Negated forms and the aorist, which verbs have of their own, are left.
    """
    word = lower(drafted)
    root = lower(infinitive)[:-3]
    for cut in range(2, len(word)):
        form = word[cut:].translate(SKELETON)
        found = FORM.fullmatch(form)
        has_vowel = any(letter in VOWELS for letter in word[:cut])
        if not found or not has_vowel or (found[3] in AORIST and not found[1]):
            continue
        if found[2]:
            return None
        voiced = _passive(root) if passive and PASSIVE.search(word[:cut]) else root
        made = _joined(voiced, form.replace("bIl", "bil"))
        return made if re.fullmatch(conjugations(root), made, re.VERBOSE) else None
    return None


def _passive(root: str) -> str:
    if root[-1] in VOWELS:
        return root + "n"
    return _joined(root, "In" if root[-1] == "l" else "Il")


def _joined(root: str, form: str) -> str:
    final = root[-1]
    if SOFT_T.search(root) and form[0] in "yAI":
        root = root[:-1] + "d"
    if form.startswith("Iyor") and final in VOWELS:
        narrow = final in "ae"  # başla-, başlıyor
        root, form = (root[:-1], form) if narrow else (root, form[1:])
    elif form[0] in "yA":
        form = "y" * (final in VOWELS) + form.removeprefix("y")
    return root + harmonised(form, Sound("e").then(root))
