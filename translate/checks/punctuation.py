"""Punctuation: at the end, doubled, unbalanced, and the space around it."""

import re
from collections import Counter

# What may end a text, and what may follow it: quotations, parentheses and emphasis are closed.
STOPS = ".!?…:;,"
CLOSING = " \xa0\"'“”‘’«»)]}*_-"
# A full stop after these may be theirs alone: abbreviations, initials, Turkish ordinals ("II.").
ABBREVIATED = re.compile(
    r"""(?:\b(?:Jr|Sr|Inc|Ltd|Co|Corp|Bros|St|Dr|Mr|Mrs|Ms|Prof|No|vol|pp?|etc|vs|al|ca|approx|eds?
    |vb|vd|Şti|Av|Sn|Yrd|Doç) | \b[^\W\d_] | \d | \b[IVXLC]+) \.[\s"'“”‘’«»)\]]*$""",
    re.VERBOSE,
)
# Marks that never stand together. An abbreviation may end before a comma: "vb.,".
DOUBLED = re.compile(
    r"(?<!\.)\.\.(?!\.)|,{2,}|;{2,}|(?<!:)::(?!:)|\.{4,}(?![\w.])|…[.,]|[,;:]\.(?!\.)|[!?],"
)
# A stop after a word and before a word that has a capital; before any word if it is a comma.
CROWDED = re.compile(
    r"[a-zçğıöşü]{2}(?<!\bProf)(?<!\bDoç)(?<!\bYrd)(?<!\bÖğr)(?<!\bUzm)(?<!\bDr)[.!?]"
    r"(?=[A-ZÇĞİÖŞÜ][a-zçğıöşü ])|[^\W\d_][,;](?=[^\W\d_])"
    r"|[^\W\d_]:(?=[A-ZÇĞİÖŞÜ])"
)
LOOSE = re.compile(
    r"(?<=\w)\s+(?:[.,;:!?](?=[\s\"”’)]|$)|[,;](?=[^\W\d_])|[.!?](?=[A-ZÇĞİÖŞÜ][a-zçğıöşü]{2})"
    r"|:(?=[^\W\d_]{2,}(?:[\s.,!?]|$)))"
    r"|[(\[“]\s+(?=\w)|(?<=\w)\s+[)\]”]"
)
# "bir not(burada)"; a suffix in parentheses stands so, "öğretmen(ler)".
GLUED = re.compile(r"[^\W\d_]{2}\((?=[^\W\d_]{2}[^()]{3,}\))")
# A quotation that ends a text but does not begin it.
QUOTED = re.compile(r"\w.*[\s(:][\"“„«'‘].*[\"“”»'’]\)?\s*$")
QUOTED_MARKS = ("?", "!", "…")
ANNOUNCED = re.compile(r"\b(?:[Şş]u(?:nlar\w*)?|[Şş]öyle|[Aa]şağıda\w*)\b")
WONDERED = re.compile(r"\b(?:wonder\w*|who knows|guess)\b", re.IGNORECASE)
EXCLAIMED = re.compile(r"^\W*(?:Let us|Let['’]s|Oh|Ah|Alas|How|What an?)\b")
LONG = 10  # words of a sentence that is no heading
WIDE = re.compile(r"[^\S\n]{2,}")
PAIRS = (("(", ")"), ("[", "]"), ("{", "}"))
INCH = re.compile(r'(?<=\d)"')
QUOTES = re.compile('["“”„‟«»]')
SINGLE = re.compile("['‘’]")
OPENING = re.compile(r"(?<![^\s(\[“\"«])['‘](?=[^\W\d_])")
LONE = re.compile(r"(?<![^\s(\[“\"«])['‘](?=[A-ZÇĞİÖŞÜ]|[^\W\d_]{5})")  # no suffix of an address
SHUTTING = re.compile(r"(?<=[\w.,!?…])['’](?!\w)")


def ending(source: str, translation: str) -> str:
    """Find a translation that ends in another mark than its source, or in none."""
    ours, theirs = _end(source), _end(translation)
    if ours == theirs or not source or not translation:
        return ""
    if "" in (ours, theirs) and (ABBREVIATED.search(source) or ABBREVIATED.search(translation)):
        return ""
    if theirs and _is_excused(ours, theirs, source, translation):
        return ""
    if not theirs:
        return f"no “{ours}” at the end"
    return f"“{theirs}” at the end for {f'“{ours}”' if ours else 'none'}"


def _is_excused(ours: str, theirs: str, source: str, translation: str) -> bool:
    """Tell if a translation may well end otherwise.

    The mark of a quotation at the end of one may stand amid the other: She asked, “Why?” is
    “Neden?” diye sordu. An author may forget the full stop of a long sentence.
    """
    if theirs == ".":
        return (ours in QUOTED_MARKS and bool(QUOTED.search(source))) or (
            not ours and len(source.split()) >= LONG
        )
    if theirs == ":":
        return ours in ("", ".") and bool(ANNOUNCED.search(translation))
    if theirs == "!":
        return ours == "." and bool(EXCLAIMED.search(source) or QUOTED.search(translation))
    wondered = theirs == "?" and WONDERED.search(source)
    return ours == "." and bool(wondered or QUOTED.search(translation))


def _end(text: str) -> str:
    """Return the mark at the end of a text: of "?!" and "!!" the one that counts."""
    text = text.rstrip(CLOSING)
    marks = text[len(text.rstrip(STOPS)) :]
    if "?" in marks:
        return "?"
    if "!" in marks:
        return "!"
    return "…" if marks.endswith(("..", "…")) else marks[-1:]


def doubled(source: str, translation: str) -> str:
    """Find a mark that is doubled, or stands beside one that excludes it."""
    found = DOUBLED.search(translation)
    if not found or found[0] in source:
        return ""
    return f"“{found[0]}”"


def spacing(source: str, translation: str) -> str:
    """Find space that is doubled, before a stop, inside brackets, at the ends, or is lacking."""
    if translation != translation.strip() and source == source.strip():
        return "a space at the end" if translation[:1].strip() else "a space at the start"
    if WIDE.search(translation) and not WIDE.search(source):
        return "two spaces"
    if (found := LOOSE.search(translation)) and not LOOSE.search(source):
        return f"a space {'after' if found[0][0] in '([“' else 'before'} “{found[0].strip()}”"
    if (found := CROWDED.search(translation)) and not CROWDED.search(source):
        return f"no space after “{found[0]}”"
    if (found := GLUED.search(translation)) and " (" in source and not GLUED.search(source):
        return "no space before “(”"
    return ""


def unbalanced(source: str, translation: str) -> str:
    """Find brackets or quotation marks of which one has no partner, though the source's have.

    A sentence may have one half of a quotation of several: then so has its translation. Which kind
    of quotation marks a translator takes does not matter, nor are two inches a half quotation.
    """
    ours, theirs = Counter(source), Counter(translation)
    for opening, closing in PAIRS:
        extra = theirs[opening] - theirs[closing]
        if extra and extra != ours[opening] - ours[closing]:
            one, other = (opening, closing) if extra > 0 else (closing, opening)
            return f"“{one}” without “{other}”"
    if not _halves(translation) and not _is_lone(translation):
        return ""
    open_single = len(OPENING.findall(source)) != len(SHUTTING.findall(source))
    if _halves(source) or open_single:
        return ""
    return "a quotation mark without its partner"


def _halves(text: str) -> bool:
    """Tell if a quotation is open at the end of a text, however its inches are counted."""
    marks = len(QUOTES.findall(text))
    return marks % 2 == 1 and (marks - len(INCH.findall(text))) % 2 == 1


def _is_lone(text: str) -> bool:
    """Tell if the one single quotation mark of a text opens a quotation: any other may close it."""
    marks = SINGLE.findall(text)
    return len(marks) == 1 and bool(LONE.search(text))
