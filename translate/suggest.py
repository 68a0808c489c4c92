"""Candidate terms of the posts, for a glossary: phrases, names and rare words that recur.

Ranked as by C-value (Frantzi, Ananiadou and Mima, 2000): how often a phrase occurs outside of
longer ones, times the logarithm of its length. There is no part-of-speech tagger: stop words bound
the phrases, and what mostly follows "to" or "they" is taken for a verb.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from translate.glossary import Glossary, find, is_title
from translate.grammar.casing import is_caps
from translate.grammar.english import plurals

LONGEST = 5  # words of a candidate
RECURS = 2  # times that it occurs at least
WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
BREAK = re.compile(r"[^\w\s'’.&-]|_|(?<!\w)['’.&-]|['’.&-](?!\w)")
POSSESSIVE = re.compile("['’]s?$")
OF = "of"  # the only stop word that may stand within a candidate
BEFORE_VERBS = frozenset(
    "to will would can could should may might must shall not i we you they who let please".split()
)
STOP = frozenset(
    """
    a about above across actually after again against ago all almost along already also although
    always am among an and another any anybody anyone anything are around as ask asked at away back
    be became because become been before began begin behind being believe below best better between
    big both bring but by call called came can cannot come comes coming could day days did different
    do does doing done down during each early easy either else end enough even ever every everyone
    everything example far few find first for found from full further gave get gets getting give
    given gives go goes going gone good got great had half happen happened hard has have having he
    help her here hers herself high him himself his hold how however i if important in including
    indeed instead into is it its itself just keep kept kind knew know known large last late later
    least leave left less let like likely little long look looking lot made main make makes making
    many may maybe me mean means might more most much must my myself near need needed needs neither
    never new next no nobody non none nor not nothing now of off often old on once one ones only
    onto or other others otherwise our ours out over own part per perhaps place possible put quite
    rather really recent run said same saw say saying says second see seem seems seen several shall
    she
    should show shows simply since small so some somebody someone something sometimes soon still
    such sure take taken takes taking tell than that the their theirs them themselves then there
    therefore these they thing things think third this those though thought three through thus time
    times to today together told too took toward towards tried true try trying turn two under until
    up upon us use used useful uses using very via want wanted wants was way ways we well went were
    what whatever when where whether which while who whoever whole whom whose why will with within
    without work worked working works would yes yet you your yours yourself year years month months
    week weeks don doesn didn isn aren wasn weren won wouldn couldn shouldn ve ll re
    january february march april june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    four five six seven eight nine ten hundred thousand million billion per cent percent
    mr mrs dr am pm p.m a.m etc e.g i.e yesterday tomorrow twice thanks thank please hello
    """.split()
)
NO_TERM = re.compile(r".*ly|.*n['’]t")  # in a phrase
NO_NOUN = re.compile(r".*(?:ed|ing|able|ible|ful|ous|ive|est|[io][cn]al)")  # at its end


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may be a term, how often it occurs, and its rank."""

    term: str
    count: int
    score: float


@dataclass(slots=True)
class _Seen:
    """What is known of a phrase, and how often it was seen so."""

    spellings: Counter[str] = field(default_factory=Counter)
    names: int = 0  # capitalised, where only being a name explains it
    small: int = 0  # with a small first letter
    verbs: int = 0  # where verbs stand
    alone: int = 0  # in no longer phrase that recurs

    @property
    def count(self) -> int:
        return self.spellings.total()

    @property
    def name(self) -> bool:
        return self.names > self.small


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of a sentence that no punctuation parts, and the phrases in them by their key."""

    words: Sequence[str]
    phrases: Sequence[tuple[int, int, str]]
    before: str  # the word before them, in small letters
    cased: bool  # whether capitals mean something: not in titles


def suggest(texts: Iterable[str], glossary: Glossary) -> list[Candidate]:
    """Return phrases of English sentences that may be terms, the most useful first.

    They have one to five words, recur, and are not in the glossary. A sentence that is there twice
    counts once. Ties are in alphabetical order, so that the same texts give the same list.
    """
    sentences = list(dict.fromkeys(texts))
    singulars = _singulars(sentences)
    counts = Counter(
        key for text in sentences for run in _runs(text, singulars) for _, _, key in run.phrases
    )
    seen: dict[str, _Seen] = defaultdict(_Seen)
    for text in sentences:
        for run in _runs(text, singulars):
            _add(run, counts, seen)
    names = {key for key, phrase in seen.items() if phrase.name}
    found = (
        Candidate(_spelling(key, phrase, names), phrase.count, _score(key, phrase))
        for key, phrase in seen.items()
    )
    wanted = [one for one in found if one.score > 0 and not _known(one.term, glossary)]
    return sorted(wanted, key=lambda candidate: (-candidate.score, candidate.term))


def _singulars(sentences: Iterable[str]) -> dict[str, str]:
    """Return the plurals of which the singular occurs too, with these."""
    words = {_plain(word) for text in sentences for word in WORD.findall(text)}
    return (
        {plural: word for word in sorted(words - STOP) for plural in plurals(word)} if words else {}
    )


def _runs(text: str, singulars: Mapping[str, str]) -> Iterator[_Run]:
    cased = not (is_caps(text) or is_title(text))
    before = ""
    for part in BREAK.split(text):
        words = WORD.findall(part)
        phrases = [(*span, _key(words[slice(*span)], singulars)) for span in _spans(words)]
        yield _Run(words, phrases, before, cased)
        before = before or ("," if words else "")


def _spans(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where phrases stand: they neither start nor end with a stop word or number."""
    stop = [_is_stop(word) for word in words]
    for start in range(len(words)):
        if stop[start]:
            continue
        for end in range(start + 1, min(len(words), start + LONGEST) + 1):
            if not stop[end - 1]:
                yield start, end
            elif words[end - 1] != OF:
                break


def _is_stop(word: str) -> bool:
    return len(word) < 2 or not word[0].isalpha() or re.split("['’]", word.lower())[0] in STOP


def _key(words: Sequence[str], singulars: Mapping[str, str]) -> str:
    *others, last = map(_plain, words)
    return " ".join([*others, singulars.get(last, last)])


def _plain(word: str) -> str:
    """Return a word in small letters without the possessive."""
    return _unowned(word.lower())


def _unowned(phrase: str) -> str:
    """Return a phrase without the possessive at its end."""
    return POSSESSIVE.sub("", phrase)


def _add(run: _Run, counts: Counter[str], seen: dict[str, _Seen]) -> None:
    """Add what a run of words tells about the phrases in it that recur."""
    recurring = [phrase for phrase in run.phrases if counts[phrase[2]] >= RECURS]
    spans = {(start, stop) for start, stop, _ in recurring}
    for start, stop, key in recurring:
        phrase, words = seen[key], run.words[start:stop]
        before = run.words[start - 1].lower() if start else run.before
        phrase.spellings[" ".join(words)] += 1
        phrase.small += words[0][0].islower()
        phrase.names += (
            run.cased and (before or len(words) > 1 or words[0].isupper()) and _capital(words)
        )
        phrase.verbs += before in BEFORE_VERBS
        phrase.alone += spans.isdisjoint(_longer(start, stop))


def _longer(start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield where the longer candidates would stand that hold these words."""
    for low in range(stop - LONGEST, start + 1):
        for high in range(stop, low + LONGEST + 1):
            if (low, high) != (start, stop):
                yield low, high


def _capital(words: Sequence[str]) -> bool:
    return all(word[0].isupper() or word == OF for word in words)


def _score(key: str, phrase: _Seen) -> float:
    words = key.split(" ")
    return math.log2(len(words) + 1) * phrase.alone * _weight(words, phrase)


def _weight(words: Sequence[str], phrase: _Seen) -> float:
    """Return from 0 to 1 how much a phrase looks like a term."""
    if phrase.name:
        return 1.0
    if NO_NOUN.fullmatch(words[-1]) or any(NO_TERM.fullmatch(word) for word in words):
        return 0.0
    if phrase.verbs * 3 >= phrase.count:
        return 0.0
    rare = sum(word not in _common() for word in words) / len(words)
    return rare * 0.6 if len(words) == 1 else 0.3 + 0.7 * rare


def _spelling(key: str, phrase: _Seen, names: Collection[str]) -> str:
    """Return the commonest spelling in the singular, in small letters what is no name."""
    spellings: Counter[tuple[bool, str]] = Counter()
    for form, count in phrase.spellings.items():
        words = _unowned(form).split(" ")
        singular = phrase.name or " ".join(words).lower() == key
        small = [word if phrase.name or _plain(word) in names else word.lower() for word in words]
        spellings[not singular, " ".join(small)] += count
    return min(spellings, key=lambda form: (form[0], -spellings[form], form[1]))[1]


def _known(term: str, glossary: Glossary) -> bool:
    return any(found.end - found.start == len(term) for found in find(glossary, term))


@cache
def _common() -> frozenset[str]:
    """Return the 900 commonest words of English news, counted there, beside `STOP`."""
    return frozenset((files("translate") / "common.txt").read_text(encoding="utf-8").split())
