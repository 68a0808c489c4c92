"""Turkish verbs: the form of one verb given to another.

A model that picks another verb than the glossary's picks its tense and person well: these are
kept, the verb is changed: "yayınlıyor" → "yayımlıyor".
"""

import re
from collections.abc import Iterator

from translate.grammar.casing import lower
from translate.grammar.sound import VOWELS, Sound
from translate.grammar.suffix import SKELETON, harmonised

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
SOFT_T = re.compile(r"(?:\b(?:e|gi|ta|gü)|(?:ff|hs|kr|ss|yb)e)t$")  # ediyor, but öğretiyor
PASSIVE = re.compile(r"[aeıioöuü]n$|[ıiuü]l$")


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
        return _joined(voiced, form.replace("bIl", "bil"))
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
    return root + "".join(_spelled(Sound("e").then(root), form))


def _spelled(before: Sound, letters: str) -> Iterator[str]:
    for letter in letters:
        spoken = harmonised(letter, before)
        before = before.then(spoken)
        yield spoken
