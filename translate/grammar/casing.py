"""Turkish upper and lower case: i and İ are one letter, ı and I another.

Python's own methods follow English and make "i̇" of "İ". Not for English text, except `is_caps`.
"""

import re

# Any of the four letters with a combining dot is the dotted one, spelt in two characters.
DOTTED = re.compile("([iıIİ])\u0307+")
# What may stand before the first letter of a sentence. A number or a placeholder is its first word.
OPENING = re.compile(r"(?:[^\w⟦]|_)*")
# A word, or what stands after its apostrophe.
WORD = re.compile(r"['’]?[^\W\d_]+")
# A word in small letters, with a suffix and punctuation perhaps, up to the next space.
SMALL_WORD = re.compile(r"[a-zâçğıîöşûü]+(?:['’-][a-zâçğıîöşûü]+)*[^\w\s@]*(?!\S)")
# Words with an i that are Turkish although English spells them so, no names of English letters.
SHARED = frozenset(
    """
    artist berlin bikini bit bin dinamit diploma disk dublin editorial film final finalist festival
    helsinki hit internet kilo limit link madrid mail mini minimum milli optimum paris pilot pizza
    profil rating risk ritim site spiral sprint tip tiramisu titan trio video vitamin
    """.split()
)
# A word in capitals with fewer letters may be an acronym, as UNESCO and UNICEF are.
LONGER_THAN_ACRONYMS = 7


def upper(text: str) -> str:
    """Return a Turkish text in capitals."""
    return _composed(text).replace("i", "İ").replace("ı", "I").upper()


def raised(text: str, english: str) -> str:
    """Return a Turkish text in capitals, names of the English one in English capitals: MICROSOFT.

    Names are the capitalised words that stand in both. Their suffixes are Turkish: CHICAGO'NİN.
    """
    kept = frozenset(WORD.findall(english.lower())) - SHARED

    def capitals(word: re.Match[str]) -> str:
        named = word[0].strip("'’")[0].isupper() and word[0].lower() in kept
        return word[0].upper() if named else upper(word[0])

    return WORD.sub(capitals, _composed(text))


def lower(text: str) -> str:
    """Return a Turkish text in small letters."""
    return _composed(text).replace("İ", "i").replace("I", "ı").lower()


def capitalised(text: str) -> str:
    """Return a Turkish text with its first letter in upper case, the rest as it is.

    A text whose first word is a number or a placeholder ("⟦0⟧'nin …") stays as it is.
    """
    text = _composed(text)
    at = _first_letter(text)
    return text[:at] + upper(text[at : at + 1]) + text[at + 1 :]


def begun(text: str, english: str) -> str:
    """Return a Turkish text with a capital first letter if the English one has it.

    A first word that is no mere word stays as it is: "iPhone", "ali@example.org".
    """
    first = SMALL_WORD.match(text, _first_letter(text))
    begins = english[_first_letter(english) :][:1].isupper()
    return capitalised(text) if begins and first else text


def is_caps(text: str) -> bool:
    """Tell if an English text is set in capitals as headings are, and is no mere acronym.

    It has no small letter, and either two words of two letters or more ("THE END", not "PLAN B")
    with six letters between them, or one word of seven letters. Words with digits do not count.
    """
    if any(letter.islower() for letter in text):
        return False
    sizes = [
        sum(letter.isalpha() for letter in word)
        for word in text.split()
        if not any(letter.isdigit() for letter in word)
    ]
    words = [size for size in sizes if size > 1]
    return max(sizes, default=0) >= LONGER_THAN_ACRONYMS or (len(words) > 1 and sum(words) > 5)


def _first_letter(text: str) -> int:
    opening = OPENING.match(text)
    return opening.end() if opening else 0


def _composed(text: str) -> str:
    if "\u0307" not in text:
        return text
    return DOTTED.sub(lambda match: "İ" if match[1] in "Iİ" else "i", text)
