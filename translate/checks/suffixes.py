"""Turkish suffixes after names and numbers: the apostrophe, and letters that agree.

A suffix follows what is spoken: 1998 is "… sekiz", hence 1998'de; TBMM is "te be me me", hence
TBMM'nin. What may be spoken in several ways is right if it is right for one of them; what cannot be
told, as of most foreign names, is left alone.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from translate.grammar.casing import lower
from translate.grammar.sound import ENGLISH_ACRONYMS, PLAIN, SKELETON, Sound, harmonised, sound

# A name or number, its apostrophe, its suffix.
SUFFIXED = re.compile(r"(?<![\w/.,:'’-])(\w++(?:[.,:-]\w++)*+)(['’ʼ])([a-zçğıöşü]+)(?!['’\w])")
# A suffix right after a number. One letter may be a unit: 5 m, 10 a.
GLUED = re.compile(
    r"(?<![\w.,:/-])(\d++(?:[.,:]\d++)*+)"
    r"((?:n?[dt][ae]n?|n?[ıiuü]n|l[ae]r[a-zçğıöşü]*|y[aeıiuü]|[ıiuü]?nc[ıiuü][a-zçğıöşü]*|s[ıiuü]"
    r"|l[ıiuü]k?|y?l[ae])(?:ki[a-zçğıöşü]*)?)(?!\w)"
)
APART = re.compile(r"\d(?: ['’]|['’] )(?:[dt][ae]n?|n?[ıiuü]n|[yn]?[aeıiuü]|l[ae]r\w*)(?![\w'’])")
ACCENT = re.compile(r"\w[`´′][a-zçğıöşü]{1,7}(?!\w)")

PART = re.compile(r"\d+|[^\W\d_]+")
LETTERS_OF_SUFFIXES = re.compile("[AIcdğklmnrsşyz]+")
# These know no harmony: Ankara'dakiler, Almanya'dayken.
FIXED = re.compile("(?<=dA)kI|(?<=In)kI|y?kAn$")
FRONTED = str.maketrans("IA", "ie")
BUFFER = re.compile("y(?=[AIdmsl])|n(?=[AI])|s(?=I(?![nz])|In[AId])")
AFTER_VOWEL = (("IncI", "ncI"), ("Im", "m"), ("In", "nIn"), ("I", "yI"), ("A", "yA"))

# A name with one of these letters is spoken as it is spelled. So are these others.
TURKISH = re.compile("[çğıöşüİÇĞÖŞÜ]")
UNTURKISH = re.compile("[wqx]|[^aeıioöuü]y$", re.IGNORECASE)
KNOWN = frozenset(
    """
    Adana Afganistan Afrika Ahmet Akdeniz Aksaray Allah Almanya Amasya Amerika Amsterdam Anadolu
    Ankara Antalya Anvers Aralık Ardahan Arjantin Artvin Asya Atina Avrupa Avustralya Avusturya
    Aydın Azerbaycan Ağustos Bakü Balkanlar Barselona Bayburt Bekir Belgrad Berlin
    Beyoğlu Bitlis Bizans Bolu Bosna Boğaziçi Brezilya Brüksel Bulgaristan Burdur Bursa Can Cem
    Cezayir Cuma Cumartesi Danimarka Deniz Denizli Ebru Edirne Ege Ekim Elif Emre Endonezya
    Erivan Erkan Ermenistan Erzincan Erzurum Esra Estonya Fas Fatih Fenerbahçe Filipinler
    Filistin Finlandiya Floransa Frankfurt Fransa Galata Galatasaray Gaziantep Giresun Gökhan
    Gürcistan Hakan Hakkari Halep Hamburg Hasan Hatay Haziran Hindistan Hollanda Hristiyanlar
    Hüseyin Irak Isparta Japonya Kadir Kahire Kanada Karabük Karadeniz Karaman Kars Kastamonu
    Katar Kayseri Kazakistan Kenan Kenya Kerem Kerkük Kiev Kilis Kocaeli Konya Kore Kosova Kudüs
    Kuveyt Letonya Libya Litvanya Lizbon Londra Lübnan Macaristan Madrid Malatya Manisa Mardin
    Marmara Marsilya Mart Mayıs Medine Mehmet Mekke Meksika Mersin Mert Merve Metin Milano
    Moskova Moğolistan Murat Mustafa Musul Müslümanlar Mısır Napoli Nazım Necip Nermin Nesrin
    Nevruz Nijerya Nisan Norveç Ocak Ordu Orhan Orhun Oslo Osman Osmaniye Osmanlı Pakistan Paris
    Pazar Pazartesi Pekin Perşembe Polonya Portekiz Prag Ramazan Rize Roma Romanya Rotterdam
    Rusya Sakarya Salih Samsun Sedat Selanik Selin Selçuklu Serkan Sevgi Siirt Sinop Sivas Sofya
    Sudan Suriye Sırbistan Tahran Taksim Tanrı Tarkan Tayland Tebriz Tekirdağ Temmuz Tiflis
    Tokat Tokyo Trabzon Trabzonspor Tunceli Tunus Turgut Ukrayna Umman Van Varşova Vedat Venedik
    Vietnam Viyana Volkan Yalova Yavuz Yemen Yozgat Yunanistan Yusuf Zeynep Zonguldak Özbekistan
    """.split()
)
# A final vowel that is spoken as it is spelled, not as in Chelsea, Wi-Fi, Beaulieu.
OPEN = re.compile("(?<![aeiouy])[aou]$|(?<![aeiouyf])i$|i[ao]$")
# Endings of foreign names, and what vowels Turks hear in them. What hears the same suffix is one.
HEARD = {
    re.compile(rf"[aeıioöuü].*[^aeiouyw](?:{ending})$", re.IGNORECASE): vowels
    for ending, vowels in {
        "on|ong|or|ork|ord|ov|od": "oı",  # Washington, Windsor, Oxford, Novgorod
        "(?<!m)an|am|ang|ad": "aı",  # Milan, Birmingham, Wolfgang; not Batman
        "in|im|ing|ik|ick|id|ish": "i",  # Berlin, Joachim, Beijing, Patrick, Madrid
        "um|ung|urg": "uı",  # Belgium, Samsung, Hamburg
        "erg|ev": "eö",  # Heidelberg, Brejnev
    }.items()
}
SPOKEN = {"Google": "gugıl", "YouTube": "yutub", "York": "york", "Facebook": "feysbuk"}
MUTE_E = re.compile("..[^AEIİOÖUÜ]E$")  # an English word in capitals: TIME'a
UNIT = re.compile("[KMGT]?(?:W|B|HZ)")  # "megavat", "bayt"
FRENCH = re.compile("[éèêàù]|eau|oux?$|ault|ot$|ois$|et$|eu$")
SOFT = re.compile("a[ltk]$|ol$|[sm]ul$")  # Kemal'in, İttihat'i
SOFTER = {"a": "e", "o": "ö", "u": "ü"}
# What the letters of an acronym may be called, where that differs from "be", "ce", "de".
CALLED = {
    "A": "a ey", "E": "e i", "F": "fe ef", "G": "ge ci", "H": "he ha eyç", "I": "ay ı", "İ": "i",
    "J": "je cey", "K": "ke ka key", "L": "le el", "M": "me em", "N": "ne en", "O": "o", "Ö": "ö",
    "Q": "kü kyu", "R": "re ar", "S": "se es", "U": "u yu", "Ü": "ü", "W": "ve dabılyu",
    "X": "iks eks", "Y": "ye vay", "Z": "ze zet", "Ğ": "ge",
}  # fmt: skip
SHORT = 3  # letters of a name that may be another word's beginning
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def suffixes(source: str, translation: str) -> str:
    """Find a suffix that does not agree with its name or number, or has no right apostrophe."""
    for found in SUFFIXED.finditer(translation):
        if found[0] not in source and (right := _right(found[1], found[3])):
            return f"“{found[0]}” should be “{found[1]}{found[2]}{right}”"
    for found in GLUED.finditer(translation):
        if found[0] not in source:
            return f"“{found[0]}” should be “{found[1]}'{found[2]}”"
    if apart := APART.search(translation):
        return f"a space beside the apostrophe: “{apart[0]}”"
    if accent := ACCENT.search(translation):
        return f"an accent for an apostrophe: “{accent[0]}”"
    return ""


# A suffix that a name would have after an apostrophe. Shorter ones may belong to another name.
CASE = re.compile("(n?[dt][ae]n?|n[ıiuü]n|[yn][aeıiuü]|y?l[ae]|l[ae]r[ıiuü]?n?)(?!\\w)")


def glued(names: Iterable[str], translation: str) -> str:
    """Find a name with its suffix but without its apostrophe: "Velmoranın"."""
    for name in names:
        start = translation.find(name)
        end = start + len(name)
        if start >= 0 and len(name) > SHORT and (case := CASE.match(translation, end)):
            return f"“{name}{case[0]}” should be “{name}'{case[0]}”"
    return ""


def _right(word: str, suffix: str) -> str:
    """Return what a suffix should be after a word, "" if it is right or cannot be told."""
    letters = suffix.translate(SKELETON)
    if not LETTERS_OF_SUFFIXES.fullmatch(letters):
        return ""
    spelled = [_spelled(letters, heard) for heard in _readings(word)]
    return spelled[0] if spelled and suffix not in spelled else ""


def _spelled(letters: str, heard: Sound) -> str:
    """Return a suffix as it is after what is heard, with the letter between that it needs."""
    if not heard.consonant:
        start, right = next((pair for pair in AFTER_VOWEL if letters.startswith(pair[0])), ("", ""))
        letters = right + letters[len(start) :]
    elif letters.startswith("ncI"):
        letters = "I" + letters
    elif BUFFER.match(letters):
        letters = letters[1:]
    return harmonised(FIXED.sub(lambda part: part[0].translate(FRONTED), letters), heard)


def _readings(word: str) -> Iterator[Sound]:
    """Yield how a name or number may sound at its end; nothing where that cannot be told."""
    last = PART.findall(word)[-1]
    if last.isdecimal():
        yield sound(word)
        if last == "00" and word != last:  # 14.00 is "on dört" too
            yield sound(word[:-3])
    elif last.isupper():
        yield from _of_acronym(last)
    elif last in SPOKEN:
        yield Sound("e").then(SPOKEN[last])
    elif last[0].isupper() and last[1:].islower() and not _is_sure(last):
        yield from _of_foreign(last)
    elif last[0].isupper() and last[1:].islower():
        heard = sound(lower(last))  # a small word is spoken as it is spelled
        yield heard
        if SOFT.search(last):
            yield Sound(SOFTER.get(heard.vowel, heard.vowel), heard.consonant)


def _of_acronym(letters: str) -> Iterator[Sound]:
    """Yield how an acronym may sound: by its letters, as a word; first as a number of kings."""
    if MUTE_E.search(letters) or UNIT.fullmatch(letters):
        return
    if set(letters) <= ROMAN.keys():
        yield sound(str(_roman(letters)))
    yield sound(letters)
    for name in CALLED.get(letters[-1], f"{lower(letters[-1])}e").split():
        yield Sound("e").then(name)
    yield Sound("e").then(lower(letters).translate(PLAIN))
    if "EA" in letters:  # HEAD'e
        yield Sound("e", lower(letters[-1]))
    if len(letters) > 1 and letters not in ENGLISH_ACRONYMS:
        yield Sound("e").then(letters.lower().translate(PLAIN))  # with an i for I


def _of_foreign(name: str) -> Iterator[Sound]:
    """Yield how a name may sound that is not spoken as it is spelled, if its ending tells."""
    for ending, vowels in HEARD.items():
        if ending.search(name):
            yield from (Sound(vowel, name[-1]) for vowel in vowels)


def _roman(letters: str) -> int:
    values = [ROMAN[letter] for letter in letters]
    return values[-1] + sum(
        value if value >= after else -value for value, after in pairwise(values)
    )


def _is_sure(name: str) -> bool:
    """Tell if a name is spoken as it is spelled, at its end."""
    if FRENCH.search(name):
        return name in KNOWN
    turkish = TURKISH.search(name) and not UNTURKISH.search(name)
    return bool(name in KNOWN or turkish or OPEN.search(name))
