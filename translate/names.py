"""Names of people and organisations in a post, which stay as they are in Turkish.

No name is known here. `names.txt` lists the words that Turkish translates although English gives
them a capital ("Germany", "Minister", "Monday") and the ordinary words; a name is a run of
capitalised words that are none of these. It is better to miss a name than to keep a word in
English by force, so that what is in doubt is left to the model.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, lru_cache
from importlib.resources import files

from translate.inline import Span

# A word, without "'s" and with the full stop of an initial ("J."); or another character.
TOKEN = re.compile(r"[^\W\d_]\.(?= ?[^\W\d_])|[^\W_]+(?:[-'’](?!s\b)[^\W_]+)*|\S")
RUN = re.compile(r"[^\W_]+")
WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")  # "o'brien", "velmora'nın"
# Written small within a name.
PARTICLES = frozenset("van von de da del della der den di la le dos du ten ter y &".split())
# Words before a surname. After another capitalised word that is translated ("Three Kingdoms") a
# single word is more likely a part of its phrase.
TITLES = frozenset(
    """
    Mr Mrs Ms Dr Sir Lord Lady Prof Professor President Chairman Chairwoman Minister Chancellor
    Senator Governor Mayor Judge Justice General Colonel Captain Major Sergeant Lieutenant Admiral
    Commander Officer King Queen Prince Princess Pope Bishop Father Saint St Coach Director Aunt
    Secretary Ambassador Congressman Representative Detective Inspector Uncle Pastor Reverend Rev
    Councilor Councillor Counselor Commandant Commodore Emir Sheikh Sultan Imam Rabbi Cardinal
    Archbishop Brigadier Corporal Private Gendarme Doctor Assoc Capt Lt Col Gen Sgt Sen Gov Rep
    """.split()
)
# Turkish puts the number of a king first: "XIV. Louis".
ROMAN = re.compile("[IVX]+")
# After these a capital says nothing.
OPENINGS = frozenset(".!?:;…\"“”„«'‘([{|*•–—/>")
# Headings write these small.
SMALL = PARTICLES.union("a an the and or but nor of in on at to for from by with as vs via".split())
ARTICLES = frozenset(["the", "The", "a", "an", "A", "An"])
# Peoples, believers, scholars, abstracts, diseases: Turkish forms or translates these words.
DERIVED = re.compile(
    r"""
    (?: (?:ian|ean|i?ist|ism|ment|ship|hood|[aio]tion|sion|[io]zer|olog(?:y|ist)|ite|ward)s?
      | ese | ish | graphy | ness | ity | ities | ical | [ae]nc(?:e|y|ies) | \wdom
      | (?:wo|h|s|shire)m[ae]n | itis | osis | ous | [ai]ve | able | ful | less | i[sz]ed? | [A-Z]s
      | ^[A-Z][a-z][A-Z]
    )$
    """,
    re.VERBOSE,
)
LONGEST_ACRONYM = 6  # UNESCO
# At the start of a sentence these endings are of adverbs and verbs more often than of names.
INFLECTED = re.compile(r"(?:ly|ing|ed)$")


class _Kind(Enum):
    NAME = auto()  # a capitalised word that Turkish keeps, as far as is known
    EITHER = auto()  # a word that is translated, but kept in names: Brown, Times
    LINK = auto()  # an initial, a particle, a number of kings
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    kind: _Kind
    before: str  # the token before it, "." at the start
    after: str  # the token after it, "." at the end
    phrase: bool  # before it is a capitalised word, no title, that does not open the sentence

    @property
    def opens(self) -> bool:
        """Tell if a sentence or a quotation starts here, so that the capital says nothing."""
        return self.before in OPENINGS


def find(texts: Sequence[str]) -> frozenset[str]:
    """Return the names in the sentences of a post, given in plain text.

    A word that the post has in small letters too is no name. At the start of a sentence a word is
    one only if it has its capital amid a sentence too or if another word of a name follows it.
    """
    sentences = [(text, list(TOKEN.finditer(text))) for text in texts]
    small = frozenset(token[0] for _, tokens in sentences for token in tokens if token[0].islower())
    runs = [
        (text, run)
        for text, tokens in sentences
        if not _is_heading(tokens)
        for run in _runs(_words(tokens, small))
    ]
    named = [run for _, run in runs if _is_named(run)]
    certain = frozenset(
        word.text
        for run in named
        for word in run
        if word.kind is not _Kind.LINK and not word.opens and not _is_thing(run)
    )
    mentions = Counter(word.text for run in named for word in run)
    found = [(text, _trimmed(run, certain)) for text, run in runs]
    return frozenset(
        " ".join(text[name[0].start : name[-1].end].split())
        for text, name in found
        if name and not (len(name) == 1 and mentions[name[0].text] == 1 and _is_weak(name[0]))
    )


def spans(names: frozenset[str], text: str) -> tuple[Span, ...]:
    """Return where names stand in a text, in order, not overlapping, the longest where several do.

    What follows a name, as "'s", is not part of it.
    """
    first = _by_first_word(names)
    here = {name for word in set(RUN.findall(text)) for name in first.get(word, ())}
    found = sorted(
        (match.start(), -match.end()) for name in here for match in _pattern(name).finditer(text)
    )
    apart, end = [], 0
    for start, stop in found:
        if start >= end:
            end = -stop
            apart.append((start, end))
    return tuple(apart)


def survived(name: str, draft: str) -> bool:
    """Tell if a Turkish text holds a name, suffixes and Turkish letters aside: "Erdoğan'ın"."""
    # An expression for each name would take longer to compile than to match.
    wanted, text = (" ".join(_folded(each).split()) for each in (name, draft))
    start = text.find(wanted)
    while start >= 0:
        if BEGINNING.match(text, start) and REST.match(text, start + len(wanted)):
            return True
        start = text.find(wanted, start + 1)
    return False


def mentioned(name: str, text: str) -> bool:
    """Tell if a word of a Turkish text begins as a name does: "Velmoralılar" tells of Velmora.

    It may be respelled as Turkish spells such sounds, Goncharov as Gonçarov, or be of one of those
    that English has in the plural: Sundarbans.
    """
    words, wanted = (" ".join(WORD.findall(_folded(each))) for each in (text, name))
    if f" {wanted}" in f" {words}":
        return True
    heard = _heard(wanted)
    if len(heard) > SHORT and heard.endswith("s"):
        heard = heard[:-1]
    return len(heard) >= SHORT and f" {heard}" in f" {_heard(words)}"


BEGINNING = re.compile(r"(?<!\w)")
# A Turkish suffix without its dots, after an apostrophe or, as a slip, without.
REST = re.compile(r"(?:'\w*|[yns]?[aeiu]|[ns]?[iu]n|[dt][ae]n?|l[ae]r\w*|l[iu]|y?l[ae])?(?!\w)")
LETTERS = str.maketrans("ıİ’‘ʼ", "ii'''")


# How Turkish spells what English spells thus, once marks are off: ş is s, ç is c.
RESPELLED = (("sch", "s"), ("tch", "c"), ("ch", "c"), ("sh", "s"), ("zh", "j"), ("kh", "h"),
    ("gh", "g"), ("ph", "f"), ("th", "t"), ("q", "k"), ("w", "v"), ("x", "ks"), ("ł", "l"),
    ("ø", "o"), ("đ", "d"), ("æ", "ae"), ("ß", "ss"), ("y", "i"), ("iu", "u"), ("ia", "a"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"),
)  # fmt: skip
SHORT = 5  # letters of a name that a respelled one has at least


def _heard(folded: str) -> str:
    for english, turkish in RESPELLED:
        folded = folded.replace(english, turkish)
    return folded


@lru_cache(maxsize=1000)  # a draft is looked at for each name of its sentence
def _folded(text: str) -> str:
    """Return a text in small letters without the marks on them: of Erdoğan and Erdogan the same."""
    letters = unicodedata.normalize("NFKD", text.translate(LETTERS).lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@lru_cache(maxsize=4)  # a post has thousands, a sentence few
def _by_first_word(names: frozenset[str]) -> Mapping[str, Sequence[str]]:
    first: dict[str, list[str]] = {}
    for name in names:
        first.setdefault(RUN.findall(name)[0], []).append(name)
    return first


@lru_cache(maxsize=10_000)
def _pattern(name: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, name.split()))
    return re.compile(rf"(?<!\w)(?<!\w['’-]){words}(?!\w|-\w)")


def _is_heading(tokens: Sequence[re.Match[str]]) -> bool:
    """Tell if all words of a text that can have a capital in a heading have one."""
    return not any(token[0][0].islower() and token[0] not in SMALL for token in tokens)


def _words(tokens: Sequence[re.Match[str]], small: frozenset[str]) -> Iterator[_Word]:
    texts = [".", ".", *(token[0] for token in tokens), "."]
    for at, token in enumerate(tokens):
        first, before, text, after = texts[at : at + 4]
        if before == "." and first in TITLES:
            before = first  # "Dr."
        phrase = before[0].isupper() and before not in TITLES and first not in OPENINGS
        kind = _kind(text, small)
        yield _Word(text, token.start(), token.end(), kind, before, after, phrase)


def _kind(word: str, small: frozenset[str]) -> _Kind:
    if word in PARTICLES or ROMAN.fullmatch(word):
        return _Kind.LINK
    if not word[0].isupper():
        return _Kind.OTHER
    if word.endswith("."):
        return _Kind.OTHER if word == "U." else _Kind.LINK
    parts = re.split("[-'’]", word)
    if len(parts) > 1 and parts[0] not in ("O", "D"):
        kinds = {_kind(part, small) for part in parts if part}
        return _Kind.NAME if kinds <= {_Kind.NAME, _Kind.EITHER} else _Kind.OTHER
    return _Kind.OTHER if len(word) < 3 or word.lower() in small else _listed(word)


@cache
def _listed(word: str) -> _Kind:
    lists = _lists()
    if word in lists.kept:
        return _Kind.NAME
    if word in lists.either:
        return _Kind.EITHER
    spellings = [word, word.capitalize(), *_stems(word.capitalize())]
    if word in TITLES or DERIVED.search(word) or not lists.ordinary.isdisjoint(spellings):
        return _Kind.OTHER
    return _Kind.NAME


def _stems(word: str) -> Iterator[str]:
    """Yield what a word may be an English form of; the list has the stems only."""
    for ending in ("s", "es", "ed", "d", "ing", "ly", "er", "ers"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            yield word.removesuffix(ending)
    if word.endswith("ies"):
        yield word[:-3] + "y"


@dataclass(frozen=True, slots=True)
class _Lists:
    kept: frozenset[str]
    either: frozenset[str]
    ordinary: frozenset[str]  # with those of `either`: their other forms are translated


@cache
def _lists() -> _Lists:
    lines = files("translate").joinpath("names.txt").read_text(encoding="utf-8").split("\n")
    words = [line for line in lines if line and not line.startswith("#")]
    kept = frozenset(word[:-1] for word in words if word.endswith("!"))
    either = frozenset(word[:-1] for word in words if word.endswith("?"))
    return _Lists(kept, either, either | {word for word in words if word[-1] not in "!?"})


def _runs(words: Iterator[_Word]) -> Iterator[list[_Word]]:
    """Yield the runs of words that names are made of."""
    run: list[_Word] = []
    for word in words:
        if run and (
            word.kind is _Kind.OTHER
            or word.start - run[-1].end > 1
            or _is_acronym(word) != _is_acronym(run[-1])
        ):
            yield run
            run = []
        if word.kind is not _Kind.OTHER:
            run.append(word)
    if run:
        yield run


def _trimmed(run: Sequence[_Word], certain: frozenset[str]) -> Sequence[_Word]:
    """Return the part of a run that is a name for sure, () if none is."""
    if _is_thing(run) or _is_shouted(run):
        return ()
    first, last = run[0], len(run)
    follows = any(word.kind is not _Kind.LINK for word in run[1:])
    plausible = first.kind is _Kind.NAME and follows and not INFLECTED.search(first.text)
    start = int(first.opens and not plausible and first.text not in certain)
    while start < last and run[start].text in PARTICLES:
        start += 1
    while start < last and (run[last - 1].kind is _Kind.LINK or run[last - 1].text == "New"):
        last -= 1
    return run[start:last] if _is_named(run[start:last]) else ()


def _is_named(run: Sequence[_Word]) -> bool:
    """Tell if a run has a word that is surely of a name, or two that are of names when together."""
    kinds = [word.kind for word in run]
    return _Kind.NAME in kinds or kinds.count(_Kind.EITHER) > 1


def _is_acronym(word: _Word) -> bool:
    return word.kind is not _Kind.LINK and word.text.isupper()


def _is_thing(run: Sequence[_Word]) -> bool:
    """Tell if a run is one word with an article, no person: "the Peshmerga", "the Simpsons"."""
    word = run[0]
    alone = len(run) == 1 and not word.after[0].isupper() and not word.text.isupper()
    return alone and word.before in ARTICLES


def _is_shouted(run: Sequence[_Word]) -> bool:
    """Tell if a run is of several words in capitals that are no acronyms: "FERRY CANCELLED"."""
    letters = [len(word.text) for word in run if _is_acronym(word)]
    return len(letters) > 1 and max(letters) > LONGEST_ACRONYM


def _is_weak(word: _Word) -> bool:
    """Tell if a single word has too little of a name to be one, if it is met only once."""
    return word.phrase or word.text.isupper() or re.search(r"[^aisu]s$|-", word.text) is not None
