"""Terms of the glossary and names of the post, honoured in drafts.

What the engine got right by itself stays. For the rest it is asked again with placeholders, to
which it attaches the suffixes of the sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from translate import align, glossary, names
from translate.glossary import Found, Glossary, Term
from translate.hypothesis import DOUBT, Asking, Draft, Edit, Engine, rewritten
from translate.inline import PLACEHOLDER, PLACEHOLDERS, Plain


@dataclass(frozen=True, slots=True)
class Ask:
    """A sentence for the engine, and what its draft must hold."""

    text: str
    terms: tuple[Found, ...] = ()
    names: tuple[Found, ...] = ()


def ask(plain: Plain, known: Glossary, named: frozenset[str]) -> Ask:
    """Return what to ask for a sentence, with the terms and the names that are found in it.

    Where both are, the glossary counts. Those that a tag cuts are left to the engine.
    """
    cuts = [edge for pair in plain.pairs for edge in (pair.start, pair.end)]
    cuts += [point.at for point in plain.points]
    terms = glossary.find(known, plain.text)
    named_here = (
        Found(start, end, Term(plain.text[start:end], plain.text[start:end]))
        for start, end in names.spans(named, plain.text)
        if all(end <= term.start or start >= term.end for term in terms)
    )

    def whole(found: Found) -> bool:
        return not any(found.start < cut < found.end for cut in cuts)

    return Ask(plain.text, tuple(filter(whole, terms)), tuple(filter(whole, named_here)))


def drafts(engine: Engine, asks: Sequence[Ask]) -> Asking[list[Draft]]:
    """Return the drafts of sentences, as many and in the same order, with terms as they must be.

    A draft that lacks one all the same has half its confidence.
    """
    last = dict(zip(asks, (yield from engine([asked.text for asked in asks])), strict=True))
    made, hidden = dict(last), dict[Ask, tuple[Found, ...]]()
    for _ in range(2):  # a term that was right may be lost where another is mended
        hidden = {
            asked: hits
            for asked, draft in last.items()
            if (hits := _to_hide(asked, draft, hidden.get(asked, ())))
        }
        if not hidden:
            break
        texts = [glossary.hidden(asked.text, hits, _first(asked)) for asked, hits in hidden.items()]
        again = yield from engine(texts)
        last = {
            asked: _shown(asked, hits, text, draft)
            for (asked, hits), text, draft in zip(hidden.items(), texts, again, strict=True)
        }
        made |= {asked: _better(asked, made[asked], draft) for asked, draft in last.items()}
    return [_finished(asked, made[asked]) for asked in asks]


def _first(asked: Ask) -> int:
    """Return the number of the first placeholder that a sentence has free."""
    return len(PLACEHOLDER.findall(asked.text))


def lacking(asked: Ask, draft: str) -> tuple[Found, ...]:
    """Return the terms and names of a sentence that its draft lacks, in order."""
    terms = [hit for hit in asked.terms if not glossary.honoured(hit.term, draft)]
    missed = [hit for hit in asked.names if not names.survived(hit.term.source, draft)]
    return tuple(sorted([*terms, *missed], key=lambda hit: hit.start))


def _to_hide(asked: Ask, draft: Draft, before: Sequence[Found]) -> tuple[Found, ...]:
    """Return what to hide from the engine: what is lacking, and what was hidden before.

    Verbs cannot be hidden: a placeholder takes the suffixes of a noun.
    """
    missed = [hit for hit in lacking(asked, draft.text) if not hit.term.verb]
    if not missed or draft.fault:
        return ()
    hits = sorted({*missed, *before}, key=lambda hit: hit.start)
    return () if hits == [*before] else tuple(hits[: max(0, PLACEHOLDERS - _first(asked))])


def _better(asked: Ask, one: Draft, other: Draft) -> Draft:
    """Return the draft that lacks less, the first of equals."""
    return min(one, other, key=lambda draft: (bool(draft.fault), len(lacking(asked, draft.text))))


def _shown(asked: Ask, hits: Sequence[Found], hidden: str, draft: Draft) -> Draft:
    """Return the draft of a sentence from that of the same with placeholders for `hits`."""
    if draft.fault:
        return draft
    source: list[Edit] = []
    for number, hit in enumerate(hits, _first(asked)):
        start = hidden.index(f"⟦{number}⟧")
        end = start + len(f"⟦{number}⟧{hit.ending}")
        source.append((start, end, asked.text[hit.start : hit.end]))
        draft = _with_text(draft, glossary.filled(draft.text, number, hit, asked.text))
    return rewritten(draft, source, ())


def _with_text(draft: Draft, text: str) -> Draft:
    """Return a draft with another text, aligned as before where it is the same."""
    old = draft.text
    start = _alike(old, text)
    same = _alike(old[start:][::-1], text[start:][::-1])
    edit = (start, len(old) - same, text[start : len(text) - same])
    return rewritten(draft, (), [edit]) if text != old else draft


def _alike(one: str, other: str) -> int:
    """Return how many letters two texts share at their start."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))


def _finished(asked: Ask, draft: Draft) -> Draft:
    """Return a draft with verbs replaced, terms in their own case, and its doubts."""
    for hit in lacking(asked, draft.text):
        draft = _with_verb(asked, hit, draft) if hit.term.verb else draft
    for hit in asked.terms:
        draft = _with_text(draft, glossary.recased(draft.text, hit, asked.text))
    doubt = DOUBT if lacking(asked, draft.text) else 1.0
    return replace(draft, confidence=draft.confidence * doubt)


def _with_verb(asked: Ask, hit: Found, draft: Draft) -> Draft:
    """Return a draft with the glossary's verb for the word that translates it, where it can be."""
    links = align.links(asked.text, draft.text, draft.alignment)
    mass = links.mass(hit.start, hit.end)
    if not any(mass):
        return draft
    start, end = links.words[mass.index(max(mass))]
    text = glossary.corrected(draft.text, start, end, hit, asked.text)
    return draft if text is None else _with_text(draft, text)
