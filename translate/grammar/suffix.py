"""Turkish suffixes, attached: vowel harmony, buffer letters, hard and soft consonants.

Suffixes are written as Turkish grammars do: A is a or e, I is ı, i, u or ü, d may become t and c
ç, by what stands before; a letter in brackets only keeps two vowels or two consonants apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from translate.grammar.casing import lower
from translate.grammar.sound import SKELETON, VOWELS, Sound, harmonised, sound
from translate.grammar.stems import bare, changed, is_possessed
from translate.grammar.verbs import conjugations, is_infinitive

# What a model attaches to a word that it does not know, read with any vowel harmony. Letters are
# those of SKELETON. What is ambiguous: "In" is taken for a genitive, "InA" for "his … to".
SUFFIX = re.compile(
    r"""
    (?P<made>(?:lI[kğ]|lI|sIz|cI)*)
    (?P<plural>lAr)?
    (?P<own>I?mIz|I?nIz|I?m(?!Iş)|s?I(?=n(?:I|A|dA|In|cA)|ylA|y?dI|y?mIş|ysA)|sI)?
    (?P<case>n?dAn|n?dA|n?In|[yn]?I|[yn]?A|y?lA|n?cA)?
    (?P<rest>.*)
    """,
    re.VERBOSE,
)
CASES = {
    "In": "(n)In",
    "I": "(y)I",
    "A": "(y)A",
    "dA": "dA",
    "dAn": "dAn",
    "lA": "(y)lA",
    "cA": "cA",
}
UNKNOWN = re.compile("[^AIcdğklmnrsşyz]")  # no letter of a suffix
FIXED = re.compile("^kI|^y?kAn")  # "-ki" and "-ken" know no harmony
FRONTED = str.maketrans("IA", "ie")
# Any inflection of a noun, in any harmony, for small letters: derived, plural, whose, case, "-ki",
# and what makes a predicate of it.
CASE = "(?:[yn]?[ıiuü]|[yn]?[ae]|n?[dt][ae]n?|n?[ıiuü]n|y?l[ae]|n?[cç][ae])"
ENDING = rf"""['’]?(?:l[ıiuü]|s[ıiuü]z)?(?:l[ae]r)?
    (?:[ıiuü]?[mn](?:[ıiuü]z)?|s?[ıiuü])? {CASE}? (?:ki(?:l[ae]r)?{CASE}?)?
    (?:(?:y?[dt][ıiuü]r?|y?m[ıiuü]ş|y?s[ae]|y?ken|y?[ıiuü][mz]|s[ıiuü]n)
       (?:[mknz]|n?[ıiuü]z|[ıiuü]m|l[ae]r)?)? (?!\w)"""
# A name that stays as it is has a case alone where it has no apostrophe: "Postası" is no "Post".
NAME_ENDING = rf"(?:['’]\w+|(?:l[ıiuü]|s[ıiuü]z)?(?:l[ae]r)?{CASE}?)(?!\w)"
# These end as a genitive does.
NO_GENITIVE = frozenset(
    "altın bugün bütün derin dün gün için kadın son uygun uzun yakın yarın yoğun zengin".split()
)
ODD = re.compile(r"(?:\d|\w[A-ZÇĞİÖŞÜ])\w*\W*$")  # no mere capital at its start
VERBAL = re.compile(r"y?(?=dI(?!r)|mIş|sA)|y(?=kAn)")


@dataclass(frozen=True, slots=True)
class _Suffix:
    """The parts of a suffix, in their order."""

    made: str = ""  # "lI", "lIk", "sIz", "cI": makes another word
    plural: bool = False
    own: str = ""  # whose: "(I)m", "(I)mIz", "(I)nIz", "(s)I"
    case: str = ""  # a key of CASES
    rest: str = ""  # "ki" and what follows, "dIr", "ydI", "yken"


def attach(word: str, suffix: str, *, owned: bool = False, foreign: bool = False) -> str:
    """Return a Turkish word, or a name, with a suffix that was chosen for an unknown word.

    `suffix` has any vowels, buffer letters and hardness, as after "⟦0⟧'": "nin", "ye", "da",
    "lerin". Names and acronyms get an apostrophe, common nouns change their stem. A possessed
    compound ("basın kartı") goes on as such: "basın kartının", "basın kartları"; `foreign` says
    that the word is none. `owned` says that a genitive stands before it, so that a mere "-i" is
    "his" and no accusative.
    """
    first, *others = lower(suffix).split(maxsplit=1) or [""]
    parts = _read(first, owned)
    stem, possessed = word, not foreign and is_possessed(word)
    if possessed and (parts.made or parts.plural or parts.own not in ("", "(s)I")):
        stem = bare(word)
        possessed = False
        parts = replace(parts, own=parts.own or ("(s)I" if parts.plural else ""))
    elif possessed:
        parts = replace(parts, own="")
    letters = "".join(_spelled(sound(stem), _pieces(parts, possessed)))
    return " ".join([_joined(stem, letters, parts, bared=stem != word), *others])


def inflections(word: str, *, foreign: bool = False) -> str:
    """Return a verbose regular expression for a noun, name or infinitive in any form.

    It is for text in small letters, unless the word is `ODD`: an acronym or a brand.
    """
    *before, last = re.split(r"[\s-]+", word if ODD.search(word) else lower(word))
    start = "".join(re.escape(part) + r"(?:\s+|-)" for part in before)
    if is_infinitive(word) and not foreign:
        return rf"(?<!\w){start}(?:{conjugations(last[:-3])})(?!\w)"
    if foreign and is_name(word):
        return rf"(?<!\w){start}{re.escape(last)}{NAME_ENDING}"
    stems = {last} if is_name(last) else {last, changed(last)}
    if not foreign and is_possessed(word):
        noun = lower(bare(word)).split(" ")[-1].split("-")[-1]
        stems |= {noun, changed(noun)}
    found = "|".join(map(re.escape, sorted(stems, key=lambda stem: (-len(stem), stem))))
    return rf"(?<!\w){start}(?:{found}){ENDING}"


def is_genitive(text: str) -> bool:
    """Return whether the last word of a text is in the genitive, as an owner is: "şirketin"."""
    found = re.search(r"([\w'’]*(?:\w{2}|['’]n)[ıiuü]n)\s*$", lower(text))
    return found is not None and found[1] not in NO_GENITIVE


def is_name(word: str) -> bool:
    """Return whether a suffix to the word takes an apostrophe: after a capital or a digit."""
    last = re.split(r"[\s-]", word)[-1]
    return last != lower(last) or any(letter.isdigit() for letter in last)


def _joined(stem: str, letters: str, parts: _Suffix, bared: bool) -> str:
    if not letters:
        return stem
    if bared or not is_name(stem):
        return (changed(stem) if letters[0] in VOWELS else stem) + letters
    derived = parts.made and not ODD.search(stem)  # Londralı, but AB'li, iPhone'lu
    return stem + ("" if derived else "'") + letters


def _read(suffix: str, owned: bool) -> _Suffix:
    skeleton = suffix.translate(SKELETON)
    found = SUFFIX.fullmatch(skeleton)
    if found is None or skeleton == "s" or UNKNOWN.search(found["rest"]):  # an English plural
        return _Suffix()
    own, case = found["own"] or "", found["case"] or ""
    if own in ("I", "sI"):
        own = "(s)I"
    elif own:
        own = "(I)" + own.removeprefix("I")
    if case not in CASES:
        case = case[1:]
    if owned and case == "I" and not own and not found["rest"]:
        own, case = "(s)I", ""
    return _Suffix(found["made"], bool(found["plural"]), own, case, found["rest"])


def _pieces(parts: _Suffix, possessed: bool) -> Iterator[str]:
    """Yield the suffixes in the grammar's notation."""
    yield from re.findall(r"lI[kğ]|lI|sIz|cI", parts.made)
    if parts.plural:
        yield "lAr"
    if parts.own:
        yield parts.own
    if parts.case:
        third = possessed or parts.own == "(s)I"
        yield _pronominal(parts.case) if third else CASES[parts.case]
    rest = parts.rest
    if buffer := VERBAL.match(rest):
        yield "(y)" + rest[buffer.end() :]
    elif rest:
        yield rest


def _pronominal(case: str) -> str:
    """Return a case as it is after "-(s)i": with an n, except "with"."""
    return CASES[case] if case == "lA" else "n" + CASES[case].replace("(y)", "").replace("(n)", "")


def _spelled(before: Sound, pieces: Iterator[str]) -> Iterator[str]:
    """Yield the letters of suffixes after a word that ends in `before`."""
    for piece in pieces:
        bracket = re.match(r"\((.)\)", piece)
        letters = piece
        if bracket:
            wanted = (bracket[1] == "I") == bool(before.consonant)
            letters = bracket[1] * wanted + piece[bracket.end() :]
        fixed = FIXED.sub(lambda found: found[0].translate(FRONTED), letters)
        spoken = harmonised(fixed, before)
        before = before.then(spoken)
        yield spoken
