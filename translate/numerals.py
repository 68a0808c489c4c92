"""Numbers of a sentence and of its translation, however each of them spells them.

Read are digits, number words and Roman numerals of English and Turkish, with the scales that
follow them, so that "120,000" is "120 bin" and "eighteen" is "18".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate.grammar.casing import lower

NUMERAL = re.compile(r"\d+(?:[.,:]\d+)*(?!\d*⟧)")
ENGLISH_TOKEN = re.compile(rf"({NUMERAL.pattern})(?:(bn|tn|[mkb])\b)?|[a-z]+")
TURKISH_TOKEN = re.compile(rf"({NUMERAL.pattern})|[^\W\d_]+")
SCALED = re.compile(r"\d[ -]?(?:bn\b|tn\b|[mkb]\b|thousand|[mbtr]+illion)")
SWAPPED = str.maketrans(".,", ",.")  # how the separators of English and Turkish differ
SQUARE = re.compile(r"\b([kcdm]?m)[²³23]\b")  # its 2 is no number
LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")  # CO₂ is CO2
ROMAN_LETTERS = re.compile(r"\b[IVX]+\b")
ROMAN = {
    roman: float(value)
    for value, roman in enumerate(
        """
        I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII
        """.split(),
        1,
    )
}
ENGLISH_NUMBERS = {
    word: value
    for value, words in {
        0: "zero nil midnight", 0.5: "half", 1: "one first",
        2: "two second twice double couple pair", 3: "three third thirds triple",
        4: "four fourth quarter quarters", 5: "five fifth fifths",
        6: "six sixth", 7: "seven seventh", 8: "eight eighth", 9: "nine ninth",
        10: "ten tenth decade", 11: "eleven eleventh", 12: "twelve twelfth dozen noon",
        13: "thirteen thirteenth", 14: "fourteen fourteenth fortnight", 15: "fifteen fifteenth",
        16: "sixteen sixteenth", 17: "seventeen seventeenth", 18: "eighteen eighteenth",
        19: "nineteen nineteenth", 20: "twenty twentieth twenties", 30: "thirty thirtieth thirties",
        40: "forty fortieth forties", 50: "fifty fiftieth fifties", 60: "sixty sixtieth sixties",
        70: "seventy seventieth seventies", 80: "eighty eightieth eighties",
        90: "ninety ninetieth nineties",
    }.items()
    for word in words.split()
}  # fmt: skip
ENGLISH_SCALES = {
    "hundred": 100, "hundreds": 100, "hundredth": 100, "century": 100, "thousand": 1e3, "k": 1e3,
    "thousands": 1e3, "million": 1e6, "millions": 1e6, "m": 1e6, "billion": 1e9, "billions": 1e9,
    "bn": 1e9, "b": 1e9, "trillion": 1e12, "trillions": 1e12, "tn": 1e12,
}  # fmt: skip
# Their beginnings tell them, whatever the suffixes.
TURKISH_NUMBERS = {
    "sıfır": 0, "yarı": 0.5, "buçuk": 0.5, "tek": 1, "ilk": 1, "bir": 1, "iki": 2, "çift": 2,
    "üç": 3, "dört": 4, "dörd": 4, "çeyrek": 4, "beş": 5, "altı": 6, "yedi": 7, "sekiz": 8,
    "dokuz": 9, "on": 10, "düzine": 12, "yirmi": 20, "otuz": 30, "kırk": 40, "elli": 50,
    "altmış": 60, "yetmiş": 70, "seksen": 80, "doksan": 90,
}  # fmt: skip
TURKISH_SCALES = {"yüz": 100, "bin": 1e3, "milyon": 1e6, "milyar": 1e9, "trilyon": 1e12}
# A word may hold several numbers ("onsekiz") and ends in suffixes ("sekizinci").
TURKISH_STEM = re.compile("|".join(sorted(TURKISH_NUMBERS | TURKISH_SCALES, key=len, reverse=True)))
# Words that begin as a number does and are none: percent, because of, under, building, she …
NO_NUMBER = re.compile(
    r"yüzde$|yüzden$|yüzünden|yüzyıl|altın(?!c)|bina|on(?:u|a|un|lar.*|ur.*|ay.*)$|tekn"
)
# A number in words that is more than two has one of these.
NUMBER_WORD = re.compile(
    r"three|four|five|six|seven|eight|nine|ten\b|teen|twel|elev|dozen|twent|thirt|fort[yi]|fift"
    r"|hundred|illion|thousand",
    re.IGNORECASE,
)
# Noon, dozens, decades, "the eighteenth century" ("yüzyıl"): Turkish counts otherwise. A third and
# a quarter may be a part or a place, and Five with a capital a name.
NO_ENGLISH_NUMBER = re.compile(
    r"""
    (?i:\b(?:noon|midnight|fortnights?|(?:[\w-]+\ )?(?:dozen|decade)s?
      |[\w-]+[\ -](?:and\ [\w-]+\ )?centur(?:y|ies)|(?:three\ )?quarters?\ of\ an\ hour)\b)
    |(?<!ty[\ -])(?i:\b(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|quarter|triple)s?\b)
    |(?<=\w[\w,]\ )(?:Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b
    |\b(?:Three|Four|Five|Six|Seven|Eight|Nine|Ten)(?=\ [A-Z])
    """,
    re.VERBOSE,
)
LINKS = frozenset(["and", "a", "an", "of", "ve"])  # "two and a half million", "half of a million"


@dataclass(frozen=True, slots=True)
class _Numeral:
    spelled: str
    value: float
    wholes: frozenset[float]  # itself and what it may be part of: 120 and 120,000 of "120 bin"
    scaled: bool  # thousand, million … follows


@dataclass(frozen=True, slots=True)
class _Numbers:
    numerals: tuple[_Numeral, ...]
    values: frozenset[float]  # of numerals and words, by themselves and composed
    scaled: frozenset[float]  # of the numerals before thousand, million …


def numbers(source: str, translation: str) -> str:
    """Find a number that the translation lacks, or one in digits that it has made up.

    The same number is "1,000" and "1.000", "120,000" and "120 bin", "eighteen" and "18", "$5bn" and
    "5 milyar", "1990s" and "90'lar", "5 p.m." and "17.00", "XX." and "20.".
    """
    return _digits(source, translation) or _words(source, translation)


def _digits(source: str, translation: str) -> str:
    digits, found = (NUMERAL.findall(text.translate(LOWERED)) for text in (source, translation))
    found.sort()
    if (
        sorted(digits) == found or sorted(digit.translate(SWAPPED) for digit in digits) == found
    ) and not (digits and SCALED.search(source)):
        return ""
    ours = _read(_english_tokens(_spelled_out(source, "half")), source)
    theirs = _read(_turkish_tokens(_spelled_out(translation, "buçuk")), translation)
    clock = bool(CLOCK.search(source))
    dates = {part for date in DATE.findall(source) for part in re.split(r"\D", date)}
    for numeral in ours.numerals:
        if (
            numeral.spelled not in dates
            and not _is_among(numeral, theirs, clock)
            and theirs.values.isdisjoint(_converted(numeral.value, source, translation))
        ):
            return f"lost the number {numeral.spelled}"
    for numeral in theirs.numerals:
        if not _is_among(numeral, ours, clock):
            return f"made up the number {numeral.spelled}"
    return ""


def _words(source: str, translation: str) -> str:
    """Find a number in words or a Roman one that the translation lacks in words and in digits.

    One and two are often no numbers: one, second, a couple. On 4,012 human translations it fires
    twice, once on a slip.
    """
    romans = [letters for letters in ROMAN_LETTERS.findall(source) if len(letters) > 1]
    if not romans and not NUMBER_WORD.search(source):
        return ""
    theirs = _read(_turkish_tokens(_spelled_out(translation, "buçuk")), translation)
    clock = bool(CLOCK.search(source))
    for value in _in_words(NO_ENGLISH_NUMBER.sub(" x ", source)):
        numeral = _Numeral(f"{value:,.12g}", value, frozenset([value]), False)
        same = _converted(value, source, translation)
        if not _is_among(numeral, theirs, clock) and theirs.values.isdisjoint(same):
            return f"lost the number {numeral.spelled}"
    for letters in romans:
        if ROMAN.get(letters, 1.0) not in theirs.values and letters not in ROMAN_LETTERS.findall(
            translation
        ):
            return f"lost the number {letters}"
    return ""


def _in_words(source: str) -> Iterator[float]:
    """Yield the numbers over two that an English text has in words; "hundreds" is none."""
    for group in _groups(_english_tokens(source)):
        first, scale, _ = group[0]
        value = _composed(group)[-1][1]
        if value > 2 and first >= 1 and not scale and not any(spelled for *_, spelled in group):
            yield value


# How many of a unit are another that a translation may have instead.
LONGER = (("minutes", 60, "saat"), ("months", 12, "yıl"), ("hours", 24, "gün"), ("days", 7, "haft"))
PERCENT_WORD = re.compile("%|yüzde", re.IGNORECASE)
PAST = re.compile(r"\b(?:half|quarter) (?:past|to)\b", re.IGNORECASE)
TEN = re.compile(r"\bon(?:u|a|un)\b", re.IGNORECASE)  # "it", or "ten"


def _converted(value: float, source: str, translation: str) -> Iterator[float]:
    """Yield what else a number may be: "25 %" a fourth, "90 minutes" an hour and a half."""
    if ("%" in source or "percent" in source or "per cent" in source) and not PERCENT_WORD.search(
        translation
    ):
        yield 0.5 if value == 50 else 100 / (value or 100)
    for unit, count, longer in LONGER:
        if unit in source and longer in translation:
            yield value / count
    if PAST.search(source):
        yield from (round(value + past, 2) for past in (0.3, 0.15, -0.55, 12.3, 12.15, 11.45))
    if value == 10 and TEN.search(translation):
        yield 1
    if value == 50 and "yarıya" in translation:  # fifty-fifty
        yield 0.5


# Currencies, by sign and by the words for them; a sign in Turkish text may be a word or a code.
CURRENCIES = {
    "€": "€|[ae]vro|euro|eur",
    "$": r"\$|dolar|usd",
    "£": "£|sterlin|pound|paund|gbp",
    "₺": r"₺|lira|tl\b|try\b",
    "¥": "¥|yen|yuan|jpy|cny",
}
AMOUNT = re.compile(r"([€$£₺¥]) ?\d|\d ?([€$£₺¥])")


def currency(source: str, translation: str) -> str:
    """Find the sign of an amount ("€1,299.99") that the translation neither has nor names."""
    text = lower(translation)
    for match in AMOUNT.finditer(source):
        sign = match[1] or match[2]
        if not re.search(CURRENCIES[sign], text):
            return f"lost the sign {sign}"
    return ""


# Where English has a comma in thousands and a point in decimals, Turkish has the reverse.
THOUSANDS = re.compile(r"(?<![\w.,:])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![.,:]?\d)")
# A point may part hours, dates, versions and chapters too: a decimal one has a unit or a currency.
DECIMAL = re.compile(
    r"""
    (?<![\w.,:])
    (?:(?<=[€$£₺¥])|(?<=[€$£₺¥]\ )
      |(?=[\d.]+[ -]?(?:%|°|per\ ?cent|thousand|[mbtr]+illion
        |(?:kilo|centi|milli)?(?:met(?:er|re)|gram|lit(?:er|re))|degrees?\b|inch
        |(?:miles?|feet|acres?|hectares?|square|cubic|km|cm|mm|kg|mph|[kKMGT]B|[kMG]W|[kMG]Hz|kWh
          |tons?|tonnes?|kilos?|ounces?|gallons?|knots|bn|tn|TL|lira|euros?|dollars?|pounds?|cents?
          |times|points?|percentage|magnitude)\b))
      |(?=\d+\.\d\ (?:hours|days|weeks|months|years)\b))
    \d+\.\d+(?![.,:]?\d)
    """,
    re.VERBOSE,
)
PERCENT = re.compile(r"(?<![%\w.,:])\d+(?:[.,]\d+)*\s?%(?!\w)")


def notation(source: str, translation: str) -> str:
    """Find a number that is written as in English: "1,000" for "1.000", "3.5 km", "50%"."""
    for match in (*THOUSANDS.finditer(source), *DECIMAL.finditer(source)):
        spelled = match[0]
        if re.search(rf"(?<![\w.,:]){re.escape(spelled)}(?![.,:]?\d)", translation):
            return f"“{spelled}” is “{spelled.translate(SWAPPED)}” in Turkish"
    if percent := PERCENT.search(translation):
        return f"“{percent[0]}” is “%{percent[0].rstrip(' %')}” in Turkish"
    return ""


# Hours of the day may be counted to 12 or to 24, months be given in letters.
CLOCK = re.compile(
    r"\b[ap]\.?m\b|o['’]clock|\d:\d\d|\bnoon|evening|\bnight|GMT|\b(?:half|quarter) (?:past|to)\b",
    re.IGNORECASE,
)
TIME = re.compile(r"(\d\d?)[.:]([0-5]\d)")
DATE = re.compile(r"\d+/\d+(?:/\d+)?")


def _spelled_out(text: str, half: str) -> str:
    return SQUARE.sub(r"\1", text.replace("½", f" {half} ").translate(LOWERED))


def _is_among(numeral: _Numeral, others: _Numbers, clock: bool) -> bool:
    """Tell if a number is among others, in one of the ways in which it may be written."""
    value, values = numeral.value, others.values
    if numeral.scaled and value in others.scaled:  # 5 billion is not 5 million
        return not values.isdisjoint(numeral.wholes - {value})
    same = [*numeral.wholes]
    if clock:
        same += [round(value + 12, 2), round(value - 12, 2), value / 100, value * 100]
        if _is_said(numeral.spelled, values):
            return True
    if 10 <= value < 100:  # the nineties, the 18th century
        same += [1900 + value, 2000 + value, (value - 1) * 100]
    if 1000 <= value < 2100:
        same += [value % 100, value // 100 + 1]
    return not values.isdisjoint(same)


def _is_said(spelled: str, values: frozenset[float]) -> bool:
    """Tell if numbers are of a time as it is said: half past nine, a quarter to ten, ten to six."""
    if not (time := TIME.fullmatch(spelled)):
        return False
    hour, minute = int(time[1]), int(time[2])
    after = {minute, {15: 4, 30: 0.5}.get(minute, minute)}
    before = {60 - minute, 4 if minute == 45 else 60 - minute}
    return any(
        not values.isdisjoint({at, at - 12}) and not values.isdisjoint(minutes)
        for at, minutes in ((hour, after), (hour + 1, before))
    )


# A number; if it multiplies what is before it, as thousand does; its spelling if that is in digits.
_Token = tuple[float, bool, str]


def _english_tokens(text: str) -> Iterator[_Token | None]:
    for match in ENGLISH_TOKEN.finditer(text.lower()):
        if match[1]:
            yield from _spelled(match[1])
        word = match[2] or match[0]
        if word in ENGLISH_NUMBERS:
            yield ENGLISH_NUMBERS[word], False, ""
        elif word in ENGLISH_SCALES:
            yield ENGLISH_SCALES[word], True, ""
        elif not match[1] and word not in LINKS:
            yield None


def _turkish_tokens(text: str) -> Iterator[_Token | None]:
    for match in TURKISH_TOKEN.finditer(lower(text)):
        if match[1]:
            yield from _spelled(match[1])
            continue
        word, at = match[0], 0
        while not NO_NUMBER.match(word, at) and (stem := TURKISH_STEM.match(word, at)):
            scale = TURKISH_SCALES.get(stem[0])
            yield scale or TURKISH_NUMBERS[stem[0]], scale is not None, ""
            at = stem.end()
        if not at and word not in LINKS:
            yield None


def _spelled(digits: str) -> list[_Token]:
    return [(value, False, digits) for value in _values(digits)]


def _values(spelled: str) -> list[float]:
    """Return the number that digits stand for, in English or Turkish spelling; of a date its parts.

    >>> _values("1,234.5"), _values("1.000"), _values("17:30"), _values("21.9.2018")
    ([1234.5], [1000.0], [17.3], [21.0, 9.0, 2018.0])
    """
    first, *rest = re.split("[.,:]", spelled)
    if not rest:
        return [float(first)]
    if len(first) < 4 and all(len(part) == 3 for part in rest) and ":" not in spelled:
        return [float(first + "".join(rest))]
    if all(len(part) == 3 for part in rest[:-1]):
        return [float(first + "".join(rest[:-1]) + "." + rest[-1])]
    return [float(part) for part in (first, *rest)]


def _read(tokens: Iterator[_Token | None], text: str) -> _Numbers:
    values = {ROMAN.get(letters, 1.0) for letters in ROMAN_LETTERS.findall(text)}
    numerals: list[_Numeral] = []
    for group in _groups(tokens):
        composed = _composed(group)
        values.update(value for _, value in composed)
        values.update(value for value, scale, _ in group if not scale)
        for at, (value, _, spelled) in enumerate(group):
            if spelled:
                wholes = frozenset([value, *(whole for end, whole in composed if end >= at)])
                scaled = any(scale for _, scale, _ in group[at + 1 : at + 2])
                numerals.append(_Numeral(spelled, value, wholes, scaled))
    scaled_values = frozenset(numeral.value for numeral in numerals if numeral.scaled)
    return _Numbers(tuple(numerals), frozenset(values | {1}), scaled_values)  # 1 is "a", "bir"


def _groups(tokens: Iterator[_Token | None]) -> Iterator[list[_Token]]:
    """Yield the runs of tokens that are one number each."""
    group: list[_Token] = []
    for token in tokens:
        if group and (token is None or not _continues(group[-1], token)):
            yield group
            group = []
        if token:
            group.append(token)
    if group:
        yield group


def _continues(before: _Token, token: _Token) -> bool:
    value, scale, spelled = token
    if scale or before[1] or value == 0.5:
        return True
    return not spelled and value < 10 <= before[0] and before[0] % 10 == 0


def _composed(group: Sequence[_Token]) -> list[tuple[int, float]]:
    """Return what a number is worth up to each of its tokens, and what each of its parts is."""
    worth: list[tuple[int, float]] = []
    total = current = 0.0
    for at, (value, scale, _) in enumerate(group):
        if not scale:
            current += value
        elif value == 100:
            current = (current or 1) * value
        else:
            part = round((current or 1) * value, 6)
            worth.append((at, part))
            total, current = total + part, 0.0
        worth.append((at, round(total + current, 6)))
    return worth
