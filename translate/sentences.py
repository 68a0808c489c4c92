"""A block's text → sentence spans. The only file that knows nupunkt.

nupunkt proposes the ends. Its model was trained on American law: it takes "hand.", "Bank." and
"week." for abbreviations, and knows neither quotations nor asides. What it misses is added, and
what is no end is taken back.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

# A number, letter or roman numeral that counts the sentence after it: "2.", "1.A.", "(b)", "iv."
ENUMERATOR = re.compile(r"\(?(\d{1,3}(?:\.\w{1,3})*|[A-Za-z]|[ivxIVX]{1,4})[.)]")
# Marks that belong to the sentence before them although the splitter gives them to the next.
NOTE_MARK = re.compile(r"(\[\w{1,3}\]|[¹²³⁰⁴-⁹]+|[)\]”’»]+)(?=\s)")
# What may be an end: a stop, perhaps quotes, brackets and a note mark, and then a capital.
STOP = re.compile(
    r"[.!?][”’\"')\]»_*]*(?P<note>\[\w{1,3}\]|[¹²³⁰⁴-⁹]+)?"
    r"\s+(?=[“‘\"'(\[«_*]*(?P<next>[^\W\d_][^\W_’'-]*(?:[’'-]\w+)?))"
)
# A short quotation or bracket amid a sentence that goes on after it.
ASIDE = re.compile(
    r"(?<=[\w,:;–—]\s)(?:\([^()]{1,200}\)|[\"“][^\"“”]{1,200}[\"”](?=[.,;:]|\s+[a-z]))"
)
# “Is it?” Smith asked.
QUESTION = re.compile(r"[!?][\"”’']$")
SPEAKER = re.compile(
    r"(?:[^\W\d_a-z][\w.’'-]*\s+){1,3}"
    r"(?:said|says|asked|asks|replied|replies|cried|shouted|wondered|exclaimed|added|wrote)\b"
)
# Words left out of a quotation; four dots, or no space before them, may be an end.
OMISSION = re.compile(r"[^.\s]\s(?:…|\.{3}|\.\s\.\s\.)$")

# A law review is cited as "81 N.Y.U. L. Rev. 1844".
CITED = re.compile(r"\.[A-Z]\.\s+[A-Z]\.\s")

# Written before what they belong to: no sentence ends with them.
LEADING = frozenset(
    "adm amb approx asst atty brig ca capt cf cmdr col comdr cpl dr e.g fr gen gov hon i.e insp "
    "lieut lt maj messrs mlle mme mr mrs ms mt pfc pres prof pvt rep reps rev sen sens sgt st "
    "supt viz vs".split()
)
# After these a sentence may end or not: nupunkt decides.
TRAILING = frozenset(
    "abbr adj alt apt arr assn assoc ave avg bldg blvd calif cert chap chem colo comp conn cont "
    "contd corp dept dev diff dist div doc ed eds encl esp esq est etc exec ext fig figs fwd govt "
    "hrs ibid illus inc incl ins inst intl lang lbs loc ltd max mfg mgmt min minn misc mos mph "
    "natl nos nov obs okla orig para pat penn pkg plc pref proc prop pseud pts publ ref refs reg "
    "repr resp sec secs sect sept ser sic spec std subj supp suppl tel temp tenn thur thurs trans "
    "transl treas tues univ vol vols yds yrs".split()
)
# Other words of two letters before a full stop are abbreviations.
SHORT_WORDS = frozenset(
    "am as at be by do go he if in is it me my of oh ok on or so to up us we".split()
)
# Words that begin a sentence even after "U.S." or "etc."
STARTERS = frozenset(
    "A An And Another As At Both But By Each Even For From He Her Here His How However If In It "
    "Its Many More Most My Nor Now On One Only Our Several She Since So Some Such That The Their "
    "Then There These They This Those To We What When Where While Who Why Yet You Your".split()
)


def spans(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a block stand in it, without the white space around them.

    `text` is one block (a paragraph, a heading) of prose without markup. The spans are in order
    and together hold every character that is not white space. A sentence does not end before a
    lower-case letter, nor after a lone enumerator, nor in a short aside.
    """
    found: list[tuple[int, int]] = []
    for start, end in _proposed(text):
        start, end = _trim(text, start, end)
        if start == end:
            continue
        if found and (note := NOTE_MARK.match(text, start, end)):
            found[-1] = (found[-1][0], note.end())
            start, end = _trim(text, note.end(), end)
        if found and _continues(text, found[-1], start, end):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _proposed(text: str) -> Iterator[tuple[int, int]]:
    """Yield ranges that cover the text and end where nupunkt or a stop says so."""
    from nupunkt import sent_spans

    asides = [match.span() for match in ASIDE.finditer(text)]
    ends = {end for _, end in sent_spans(text)}
    ends |= {match.end() for match in STOP.finditer(text) if _ends(text, match)}
    start = 0
    for end in sorted(ends | {len(text)}):
        before = bisect_right(asides, (end, 0)) - 1
        if before < 0 or end >= asides[before][1]:
            yield start, end
            start = end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _word(text: str, stop: int) -> str:
    """Return the word before a stop, inner full stops included: "U.S" of "U.S."."""
    return re.split(r"[^\w.’']", text[max(0, stop - 40) : stop])[-1].strip(".’'")


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Tell whether a stop that nupunkt may have passed over surely ends a sentence."""
    if stop["note"]:
        return True
    word = _word(text, stop.start())
    kind = word.casefold()
    if not stop[0].startswith(".") or len(word) < 2 or kind in LEADING:
        return False
    ellipsis = text[stop.start() - 1] == "."
    if ellipsis or not stop["next"][0].isupper():
        return False
    if stop["next"] in STARTERS:
        return True
    if "." in word or kind in TRAILING:
        return False
    if word.islower():
        return len(word) > 2 or word in SHORT_WORDS
    return word.isupper() or len(word) > 4


def _continues(text: str, last: tuple[int, int], start: int, end: int) -> bool:
    """Tell whether what stands from `start` to `end` belongs to the sentence before it."""
    following = text[start:end]
    before = text[max(last[0], last[1] - 8) : last[1]]
    if following[0].islower() or following[0] == "&" or not text[start - 1].isspace():
        return True
    if CITED.match(text, last[1] - 3, end):
        return True
    if ENUMERATOR.fullmatch(text, *last) or not any(letter.isalnum() for letter in following):
        return True
    if following.split(maxsplit=1)[0].strip("“‘\"'(") in STARTERS:
        return False
    if QUESTION.search(before):
        return bool(SPEAKER.match(following))
    abbreviated = before.endswith(".") and _word(text, last[1] - 1).casefold() in LEADING
    return abbreviated or bool(OMISSION.search(before))
