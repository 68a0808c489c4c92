"""The glossary: terms that must be so in Turkish, and words that must stay as they are.

A gettext file: msgid the English term, msgstr the Turkish one, both the same for what is not
translated, "#." lines for notes. Terms are found in English sentences in any inflection, looked
for in drafts in any inflection, and spelled with the suffix that a sentence asks for.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise, product
from pathlib import Path

from translate import catalog
from translate.grammar.casing import capitalised, is_caps, lower, upper
from translate.grammar.english import forms, is_participle
from translate.grammar.suffix import ODD, attach, inflections, is_genitive
from translate.grammar.verbs import is_infinitive, reinflected
from translate.inline import straight

# A word, or a sign that is neither white space nor a hyphen: what terms and sentences are made of.
TOKEN = re.compile(r"[^\W_]+|[^\w\s‐‑-]|_")
GAP = re.compile(r"\s+|[‐‑-]")
POSSESSIVE = re.compile(r"['’](?:s\b|(?<=s['’])(?!\w))")
SENTENCE_END = re.compile("[.!?:]")
LITTLE = 3  # letters of a word that a title may leave small: "of", "and", "the"
ACRONYM = 4  # letters of a word in capitals that may be one: "AID" is no "aid"
PASSIVE = re.compile(r"\b(?:be|been|being|is|are|was|were|got)(?:\s\w+){0,2}\s$", re.IGNORECASE)
# After these Turkish has no plural.
NUMBER = re.compile(
    r"(?:\d|\b(?:iki|üç|dört|beş|altı|yedi|sekiz|dokuz|on|yirmi|otuz|kırk|elli|altmış|yetmiş|seksen"
    r"|doksan|yüz|bin|milyon|birkaç|birçok|her))\s$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Term:
    """An English term and what it must be in Turkish."""

    source: str
    target: str  # the same if it is not translated
    note: str = ""

    @property
    def kept(self) -> bool:
        """Whether it stays as it is."""
        return self.source == self.target

    @property
    def verb(self) -> bool:
        """Whether it is a verb: its Turkish is an infinitive."""
        return not self.kept and is_infinitive(self.target)


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A term as it is looked for: its tokens, and the forms of the one that is inflected."""

    term: Term
    tokens: tuple[str, ...]
    joined: tuple[bool, ...]  # whether no space is between a token and the next
    inflected: int  # the token
    forms: Mapping[str, str]  # small letters → "s" for a plural, else ""


@dataclass(frozen=True, slots=True)
class _Text:
    """An English text in which terms are looked for."""

    text: str
    tokens: Sequence[re.Match[str]]
    small: Sequence[str]  # the tokens in small letters, quotes straight
    caps: bool
    title: bool


@dataclass(frozen=True, slots=True)
class Glossary:
    """Terms, and an index of them by the small letters of their first one or two tokens."""

    terms: tuple[Term, ...] = ()
    index: Mapping[str, Sequence[_Pattern]] = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Found:
    """A term at a range of an English text, its inflection included."""

    start: int
    end: int
    term: Term
    ending: str = ""  # English inflection to leave for the engine: "s", "'s", "s'" or ""


def read(path: Path) -> Glossary:
    """Return the glossary in a file, an empty one if there is no such file.

    Entries that are fuzzy, obsolete or untranslated are none; nor are plural entries, of which
    the forms are found anyhow. A context tells entries of one msgid apart: the first counts.
    Raises `TranslateError` for a broken file.
    """
    found = catalog.read(path)
    entries = found.entries if found else ()
    return new(
        Term(entry.msgid.strip(), entry.msgstr.strip(), "\n".join(entry.notes))
        for entry in entries
        if not (entry.fuzzy or entry.obsolete or entry.plural)
        and TOKEN.search(entry.msgid)
        and entry.msgstr.strip()
    )


def new(terms: Iterable[Term]) -> Glossary:
    """Return a glossary of terms; of several with one source the first counts."""
    unique: dict[str, Term] = {}
    for term in terms:
        unique.setdefault(term.source, term)
    index: dict[str, list[_Pattern]] = {}
    for term in unique.values():
        for pattern in _patterns(term):
            for key in _keys(pattern):
                index.setdefault(key, []).append(pattern)
    return Glossary(tuple(unique.values()), index)


def find(glossary: Glossary, text: str) -> tuple[Found, ...]:
    """Return where terms stand in an English text, in order, longer ones before shorter ones.

    Nouns are found in the plural, all in the possessive, verbs (their Turkish ends in -mak or
    -mek) with -s, -ed and -ing; with hyphens as with spaces. A term with capitals is found with
    these only, or in a text that is all capitals. One without is found capitalised where a
    sentence starts, in titles, and, if it has several words, anywhere.
    """
    tokens = list(TOKEN.finditer(text)) if glossary.index else []
    small = [straight(token[0].lower()) for token in tokens]
    keys = [[one, f"{one} {two}"] for one, two in zip(small, [*small[1:], ""], strict=False)]
    likely = [
        (pattern, at)
        for at, both in enumerate(keys)
        for key in both
        for pattern in glossary.index.get(key, ())
    ]
    if not likely:
        return ()
    known = _Text(text, tokens, small, is_caps(text), is_title(text))
    return _apart(hit for pattern, at in likely if (hit := _match(pattern, known, at)))


def _apart(hits: Iterable[Found]) -> tuple[Found, ...]:
    """Return hits that do not overlap, in order: the longest ones, the first of equals."""
    kept: list[Found] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        if taken.isdisjoint(place := range(hit.start, hit.end)):
            kept.append(hit)
            taken.update(place)
    return tuple(sorted(kept, key=lambda hit: hit.start))


def hidden(text: str, found: Sequence[Found], first: int = 0) -> str:
    """Return a text with placeholders for terms, numbered from `first`, for the engine.

    Their inflection is left after them, so that the engine can tell plurals: "⟦0⟧s".
    """
    pieces, end = [], 0
    for number, hit in enumerate(found, first):
        pieces += [text[end : hit.start], f"⟦{number}⟧{hit.ending}"]
        end = hit.end
    return "".join([*pieces, text[end:]])


def honoured(term: Term, draft: str) -> bool:
    """Return whether a draft holds the Turkish of a term, in any form and case.

    Acronyms and names like "iPhone" must have their capitals.
    """
    wanted = _wanted(term)
    if ODD.search(term.target):
        return bool(wanted.search(draft))
    english = term.kept and wanted.search(draft.lower())  # LINES, not LİNES
    return bool(english or wanted.search(lower(draft)))


def recased(draft: str, found: Found, text: str) -> str:
    """Return a draft that holds a term with the term's own case, where the English has no other.

    A model may write "Basın Kartı" amid a sentence, or a name small.
    """
    match = _wanted(found.term).search(lower(draft))
    own_case = is_caps(text) or is_title(text) or ODD.search(found.term.target)
    if own_case or not match or len(lower(draft)) != len(draft):
        return draft
    start, end = match.span()
    target = found.term.target.ljust(end - start)
    letters = [
        own if own != small == lower(own) else small
        for own, small in zip(target, lower(draft[start:end]), strict=False)
    ]
    piece = "".join(letters)
    if draft[:start].strip(" \"'“‘(") == "" and draft[start].isupper():
        piece = capitalised(piece)
    return draft[:start] + piece + draft[end:]


def spelled(term: Term, found: str, suffix: str, owned: bool = False) -> str:
    """Return the Turkish of a term with a suffix, its case that of the English `found`.

    Capitals that a term itself has stay. `suffix` is what was chosen for an unknown word, without
    apostrophe; `owned` says that a genitive stands before it.
    """
    turkish = attach(term.target, suffix, owned=owned, foreign=term.kept)
    if is_caps(found) or (found.isupper() and term.source.islower()):
        if term.kept:  # its letters are English
            return term.target.upper() + upper(turkish[len(term.target) :])
        return upper(turkish)
    if not term.source.islower() or not found[:1].isupper():
        return turkish
    if " " in found and is_title(found):
        return " ".join(map(_with_capital, turkish.split(" ")))
    return _with_capital(turkish)


def filled(draft: str, number: int, found: Found, text: str) -> str:
    """Return a draft with a placeholder and its suffix replaced by the Turkish of a term.

    `text` is the English sentence that the term was found in. A capital that the term has only
    because it starts that sentence is not kept; if it starts the draft, it gets one.
    """
    english = text[found.start : found.end]
    if not (is_caps(text) or is_title(text)) and _starts_sentence(text, found.start):
        english = english[:1].lower() + english[1:] if found.term.source[:1].islower() else english

    def turkish(match: re.Match[str]) -> str:
        before = draft[: match.start()]
        suffix = _numbered(before, match[1])
        new = spelled(found.term, english, suffix, is_genitive(before))
        starts = _starts_sentence(draft, match.start()) and _starts_with_capital(text)
        return _with_capital(new) if starts else new

    return re.sub(rf"⟦{number}⟧(?:['’](?=[^\W\d_]))?([^\W\d_]*)", turkish, draft)


def corrected(draft: str, start: int, end: int, found: Found, text: str) -> str | None:
    """Return a draft with another verb at a range of it replaced by the verb of the glossary.

    `text` is the English sentence that the verb was found in. None if the form of the word at that
    range cannot be told: a placeholder is of no use for a verb.
    """
    participle = is_participle(text[found.start : found.end])
    passive = participle and bool(PASSIVE.search(text[: found.start]))
    word = draft[start:end]
    new = reinflected(word, found.term.target, passive)
    if not found.term.verb or new is None:
        return None
    cased = upper(new) if word == upper(word) else capitalised(new) if word[0].isupper() else new
    return draft[:start] + cased + draft[end:]


def _numbered(before: str, suffix: str) -> str:
    """Return a suffix with a plural where an English one was copied, and none after a number."""
    if NUMBER.search(before):
        return re.sub("^(?:s$|l[ae]r)", "", suffix)
    return "lar" if suffix == "s" else suffix


def _patterns(term: Term) -> Iterator[_Pattern]:
    yield _pattern(term, term.source.removeprefix("to ") if term.verb else term.source)
    if "-" in term.source:  # e-mail, email
        yield _pattern(term, term.source.replace("-", ""))


def _pattern(term: Term, source: str) -> _Pattern:
    found = list(TOKEN.finditer(straight(source)))
    tokens = [token[0] for token in found]
    joined = tuple(one.end() == two.start() for one, two in pairwise(found))
    inflected = 0 if term.verb else len(tokens) - 1
    word = tokens[inflected]
    name = len(tokens) == 1 and word[1:].islower() and word[0].isupper()  # "Apples" are fruit
    inflects = word.isalpha() and not name
    all_forms = forms(word, term.verb) if inflects else {word.lower(): ""}
    return _Pattern(term, tuple(tokens), joined, inflected, all_forms)


def _keys(pattern: _Pattern) -> Iterator[str]:
    """Yield the first token, or the first two, in all their forms."""
    choices = [
        list(pattern.forms) if number == pattern.inflected else [token.lower()]
        for number, token in enumerate(pattern.tokens[:2])
    ]
    yield from map(" ".join, product(*choices))


def _match(pattern: _Pattern, known: _Text, at: int) -> Found | None:
    """Return the term that starts with a token, if it does."""
    text, tokens, small = known.text, known.tokens, known.small
    stop = at + len(pattern.tokens)
    if stop > len(tokens):
        return None
    for number, (token, key) in enumerate(zip(pattern.tokens, small[at:stop], strict=True)):
        if key not in pattern.forms if number == pattern.inflected else key != token.lower():
            return None
    pairs = zip(pattern.joined, pairwise(tokens[at:stop]), strict=True)
    if not all(_close(joined, text[one.end() : two.start()]) for joined, (one, two) in pairs):
        return None
    start, end = tokens[at].start(), tokens[stop - 1].end()
    if not _bounded(text, start, end) or not _cased(pattern, known, tokens[at:stop]):
        return None
    possessive = _possessive(text, start, end)
    ending = pattern.forms[small[at + pattern.inflected]]
    if possessive:
        ending += "'" if ending else "'s"
    return Found(start, end + len(possessive), pattern.term, ending)


def _possessive(text: str, start: int, end: int) -> str:
    """Return the "'s" or "'" after a term, if it is no closing quote."""
    found = POSSESSIVE.match(text, end)
    if not found or (len(found[0]) == 1 and text.endswith(("'", "‘"), 0, start)):
        return ""
    return found[0]


def _close(joined: bool, gap: str) -> bool:
    return not gap if joined else bool(GAP.fullmatch(gap))


def _bounded(text: str, start: int, end: int) -> bool:
    """Return whether a range holds whole words."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    first, last = text[start], text[end - 1]
    return not (_is_word(before) and _is_word(first)) and not (_is_word(last) and _is_word(after))


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _cased(pattern: _Pattern, known: _Text, tokens: Sequence[re.Match[str]]) -> bool:
    """Return whether a term's capitals are right for it to be that term."""
    for token, found in zip(pattern.tokens, tokens, strict=True):
        if token != token.lower():  # of a name or an acronym
            if not found[0].startswith(token) and not (known.caps and found[0].isupper()):
                return False
        elif found[0].isupper() and 1 < len(found[0]) <= ACRONYM and not known.caps:
            return False
    first, own = tokens[0], pattern.tokens[0]
    if len(tokens) > 1 or own != own.lower() or not first[0][0].isupper():
        return True
    return known.caps or known.title or _starts_sentence(known.text, first.start())


def _starts_sentence(text: str, at: int) -> bool:
    """Return whether a sentence starts at an offset: a stop, then a space, before any word."""
    start = at
    while start and not _is_word(text[start - 1]):
        start -= 1
    gap = text[start:at]
    stop = SENTENCE_END.search(gap)
    return not start or (stop is not None and any(map(str.isspace, gap[stop.end() :])))


def is_title(text: str) -> bool:
    """Return whether a text is in title case: all words but the little ones are capitalised."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > LITTLE]
    return (
        len(words) > 1
        and all(word[0].isupper() for word in words)
        and not text.rstrip().endswith((".", "!"))
    )


def _starts_with_capital(text: str) -> bool:
    letter = re.search(r"[^\W_]", text)
    return letter is not None and not letter[0].islower()


def _with_capital(turkish: str) -> str:
    """Return a Turkish text capitalised, unless its first word has capitals of its own."""
    first = turkish.split(" ")[0].split("'")[0]
    return turkish if first != lower(first) else capitalised(turkish)


@lru_cache(maxsize=10_000)
def _wanted(term: Term) -> re.Pattern[str]:
    return re.compile(inflections(term.target, foreign=term.kept), re.VERBOSE)
