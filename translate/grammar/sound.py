"""How a word sounds at its end, which is what Turkish suffixes follow.

Turkish is spelled as it is spoken. What is not gets a reading: numerals their Turkish name,
acronyms the Turkish names of their letters, English names the rules of thumb below.
"""

import re
from dataclasses import dataclass

from translate.grammar.casing import lower

VOWELS = "aeıioöuü"
FRONT = "eiöü"
ROUNDED = "oöuü"
VOICELESS = "fstkçşhpcqx"  # "fıstıkçı şahap"; c, q and x end foreign words only, as k and ks
# Letters of a suffix without harmony: A is a or e, I is ı, i, u or ü, d may be t and c ç.
SKELETON = str.maketrans("aeıiuütç", "AAIIIIdc")
PLAIN = str.maketrans("âîûáàãåäéèêëíìïóòôõúùø", "aiuaaaaaeeeeiiioooouuö")

LAST = re.compile(r"(\d+(?:\.\d{3})*|[^\W\d_]+)[^\w]*$")
DIGITS = "sıfır bir iki üç dört beş altı yedi sekiz dokuz".split()
TENS = " on yirmi otuz kırk elli altmış yetmiş seksen doksan".split(" ")
POWERS = {2: "yüz", 3: "bin", 6: "milyon", 9: "milyar", 12: "trilyon"}

# Acronyms that Turkish speakers read in English.
ENGLISH_ACRONYMS = {
    **dict.fromkeys("GPS SMS CSS DNS RSS HTTPS AWS OS".split(), "es"),
    **dict.fromkeys("CNN VPN CDN LAN".split(), "en"),
    **dict.fromkeys("IBM".split(), "em"),
    **dict.fromkeys("FBI AI UI GUI".split(), "ay"),
    **dict.fromkeys("PR HR".split(), "ar"),
}
# Three letters or more are read as a word if they look like one: NATO, GIF, JSON, not OECD, AKP.
WORDLIKE = re.compile(
    r"CVC|VCV|CVV|(?=.{4})C{0,2}V{1,2}(?:C{1,2}V{1,2})*(?:C|[LMNR][DKNPSTZ]|DS)?".replace(
        "C", "[^AEIİOÖUÜ]"
    ).replace("V", "[AEIİOÖUÜ]")
)
# No Turkish word is spelled so: its final "e" after a consonant is not spoken.
ENGLISH = re.compile(
    r"[wqx]|sh|ch|ph|th|ck|gh|oo|ee|ou|ff|pp|ss|^[^aeıioöuü]{2}|[bcdfgkpt]le$|.[A-Z]"
)
SILENT_E = re.compile(r"(?:([bcdfgkpt])(l)|([aeiouy])(?![bcdfgkpt]l)([^\Waeiouyıöü_]{1,2}))e$")
SPOKEN = {"a": "e", "e": "i", "y": "i"}  # a_e as in Kate: "keyt"

# Their last vowel is spelled as a back one and sounds as a front one: "saat" → "saati".
SOFT_VOWELS = frozenset(
    """
    alkol amiral ampul cemaat dikkat dijital emlak emsal federal festival final general global gol
    hakikat hal harf harp hayal ideal ihmal ihtilal ihtimal illegal iptal istiklal istikbal
    istirahat işgal iştirak itaat ithal kabahat kabul kalp kanaat kapital kardinal katedral kontrol
    legal liberal liyakat lokal mahsul menfaat mesul meşgul metal mineral misal moral normal
    orijinal petrol portal protokol radikal refakat rol saat sadakat santral sembol seyahat sinyal
    sıhhat sual sürat şefkat terminal usul ziraat
    """.split()
)


@dataclass(frozen=True, slots=True)
class Sound:
    """The end of a word: its last vowel, one of eight, and the consonant after it, if any."""

    vowel: str
    consonant: str = ""

    def then(self, letters: str) -> "Sound":
        """Return the end of the word with more letters, spelled as they sound."""
        vowels = [letter for letter in letters if letter in VOWELS]
        last = letters[-1:] or self.consonant
        return Sound(vowels[-1] if vowels else self.vowel, "" if last in VOWELS else last)


def sound(word: str) -> Sound:
    """Return how a word, name, acronym or numeral sounds at its end, as Turks would read it out.

    Acronyms by the Turkish names of their letters (AB'nin, ABD'nin), as words where they can be
    (NATO'nun), as in English where that is the custom (GPS'in, FBI'ın); numerals by their Turkish
    names. Foreign names by their spelling, except for a mute English "e" (Google'ın, YouTube'un)
    and a final "y" (Sony'nin).
    """
    found = LAST.search(word)
    if not found:
        return Sound("e")
    last = found[1]
    if last[0].isdecimal():
        return Sound("i").then(_numeral(last.replace(".", "")))
    if not last[-1].isalpha():  # "m²": metrekare
        return Sound("e")
    if last.isupper():
        return Sound("i").then(_acronym(last))
    return _soft(last) or Sound("e").then(_spoken(last))


def harmonised(letters: str, before: Sound) -> str:
    """Return how letters of `SKELETON` are spelled after what stands before them."""
    spoken = ""
    for letter in letters:
        spoken += _harmonised(letter, before.then(spoken))
    return spoken


def _harmonised(letter: str, before: Sound) -> str:
    front, rounded = before.vowel in FRONT, before.vowel in ROUNDED
    match letter:
        case "A":
            return "e" if front else "a"
        case "I":
            return ("ü" if front else "u") if rounded else ("i" if front else "ı")
        case "d" | "c" if before.consonant and before.consonant in VOICELESS:
            return {"d": "t", "c": "ç"}[letter]
    return letter


def _numeral(digits: str) -> str:
    significant = digits.rstrip("0")
    zeros = len(digits) - len(significant)
    if not significant:
        return DIGITS[0]
    if zeros == 0:
        return DIGITS[int(digits[-1])]
    if zeros == 1:
        return TENS[int(significant[-1])]
    return POWERS[max(power for power in POWERS if power <= zeros)]


def _acronym(letters: str) -> str:
    if letters in ENGLISH_ACRONYMS:
        return ENGLISH_ACRONYMS[letters]
    if WORDLIKE.fullmatch(letters):
        return letters.replace("İ", "i").lower().translate(PLAIN)
    return _letter(letters[-1])


def _letter(letter: str) -> str:
    """Return the Turkish name of a letter."""
    if letter == "I":
        return "ay"  # without a dot it is English here: FBI
    small = letter.replace("İ", "i").lower()
    return small if small in VOWELS else {"q": "kü", "ğ": "ge"}.get(small, small + "e")


def _soft(word: str) -> Sound | None:
    small = lower(word)
    if small not in SOFT_VOWELS:
        return None
    heard = Sound("e").then(small)
    return Sound({"a": "e", "o": "ö", "u": "ü"}.get(heard.vowel, heard.vowel), heard.consonant)


def _spoken(word: str) -> str:
    """Return the letters of a word as they sound."""
    small = lower(word).translate(PLAIN)
    if word.islower() and not re.search("[wqx]", small):
        return small
    if ENGLISH.search(word[:1].lower() + word[1:]) and (mute := SILENT_E.search(small)):
        before, liquid, vowel, consonants = mute.groups()
        if liquid:
            return small[: mute.start()] + before + "ı" + liquid
        one_syllable = not any(letter in VOWELS for letter in small[: mute.start()])
        if vowel in "iy" and one_syllable:  # Drive, Skype; not Office
            return "ay" + consonants
        return SPOKEN.get(vowel, vowel) + consonants
    small = re.sub(r"ee$", "i", re.sub(r"ea(?=[^\Waeiou]+$)", "i", small))
    return re.sub(r"(?<=[^aeiouıöü])y$", "i", small)
