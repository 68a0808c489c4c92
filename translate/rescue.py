"""Of a model's hypotheses the one to take; where none will do, other ways to ask."""

import re
import string
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from translate import checks, clauses, digits, names
from translate.align import Alignment
from translate.checks.kept import placeholders
from translate.grammar import casing
from translate.hypothesis import (
    DOUBT,
    Asking,
    Decode,
    Draft,
    Edit,
    Engine,
    Model,
    Question,
    certain,
    joined,
    rewritten,
)
from translate.inline import PLACEHOLDER

# What remains of the confidence of a word in capitals that the model only copied: it knows few.
COPIED = 0.8
# A placeholder, words with what is between them, or what is between words and placeholders.
PARTS = re.compile(r"⟦\d+⟧|[^\W_](?:[^⟦]*[^\W_])?|(?:(?!⟦\d+⟧)[\W_])+")

# Words that the model knows in sentences only.
CONJUNCTIONS = {"and": "ve", "or": "veya", "but": "ama"}


def careful(model: Model) -> Engine:
    """Return an engine that looks at what the model gives before it hands it on.

    Every placeholder of a sentence is in its draft. A draft with a grave finding of `checks` that
    nothing mended has a `fault`.
    """
    return lambda sentences: _drafts(model, sentences)


def _drafts(model: Model, sentences: Sequence[str]) -> Asking[list[Draft]]:
    """Return the drafts of sentences, cut into clauses where they are too long."""
    forms = {text: written(text) for text in sentences}
    asked = list(dict.fromkeys(form for written_so in forms.values() for form in written_so))
    parts = dict(zip(asked, clauses.cut(asked, model.sizes), strict=True))
    texts = list(dict.fromkeys(part for cut in parts.values() for part in cut))
    drafts = dict(zip(texts, (yield from _of_clauses(model, texts)), strict=True))
    return [
        _whole(text, {form: [(part, drafts[part]) for part in parts[form]] for form in forms[text]})
        for text in sentences
    ]


def written(text: str) -> tuple[str, ...]:
    """Return how a text may be written for the model, which knows few words in capitals.

    A heading in capitals becomes a sentence ("Privacy policy") or a title: only this has names
    with a capital, but the model is not as good at titles. A short word may be an acronym, HOME is
    none.
    """
    text_with_plain_i = text.replace("İ", "I")  # in small letters it would be two characters
    if casing.is_caps(text):
        return text_with_plain_i.capitalize(), string.capwords(text_with_plain_i, " ")
    if len(text) > 1 and text.isalpha() and text.isupper():
        return text, text_with_plain_i.capitalize()
    return (text,)


def _whole(text: str, forms: Mapping[str, Sequence[tuple[str, Draft]]]) -> Draft:
    """Return the draft of a text, the surest of the forms it was written in."""
    drafts = {
        form: joined(parts)[1] if len(parts) > 1 else parts[0][1] for form, parts in forms.items()
    }

    def sureness(form: str) -> tuple[bool, float]:
        draft = drafts[form]
        copied = len(forms) > 1 and draft.text.lower() == text.lower()
        return not draft.fault, draft.confidence * (COPIED if copied else 1.0)

    best = max(drafts, key=sureness)
    draft = drafts[best]
    case = casing.begun if best == text else casing.raised
    return replace(draft, text=case(draft.text, text))


def _of_clauses(model: Model, texts: Sequence[str]) -> Asking[list[Draft]]:
    """Return the drafts of texts that the model can take: asked once, then again, then in parts."""
    best: dict[str, _Judged] = {}
    askable = [text for text in texts if _copies(model, text)]
    for ask, puts in _ways(model):
        asked = [text for text in askable if text not in best or best[text].harm]
        forms = {text: form for text in asked if (form := puts(text))}
        answers = (yield Question(ask, [form.text for form in forms.values()])) if forms else []
        for (text, form), hypotheses in zip(forms.items(), answers, strict=True):
            found = _best(text, map(form.undone, hypotheses()))
            best[text] = min(best.get(text, found), found, key=lambda judged: judged.harm)
    drafts = {text: judged.draft for text, judged in best.items()}
    apart = [text for text in texts if text not in drafts or _lost(text, drafts[text])]
    if apart:
        drafts |= zip(apart, (yield from _apart(model, apart)), strict=True)
    return [drafts[text] for text in texts]


@dataclass(frozen=True, slots=True)
class _Form:
    """A text as the model is asked for it."""

    text: str
    edits: tuple[Edit, ...] = ()  # that make the text itself of it

    def undone(self, draft: Draft) -> Draft:
        return rewritten(draft, self.edits, ()) if self.edits else draft


def _ways(model: Model) -> Iterator[tuple[Decode, Callable[[str], _Form | None]]]:
    """Yield how to ask, one way after the other until nothing is found in the draft."""
    yield model.decode, _Form
    yield model.decode, _in_digits
    yield model.decode_again, _Form


def _in_digits(text: str) -> _Form | None:
    """Return a text with digits for its number words, None if it has none."""
    pieces, back, at, length = [], [], 0, 0
    for start, end, figures in digits.edits(text):
        pieces += [text[at:start], figures]
        length += start - at
        back.append((length, length + len(figures), text[start:end]))
        at, length = end, length + len(figures)
    return _Form("".join([*pieces, text[at:]]), tuple(back)) if back else None


def _copies(model: Model, text: str) -> bool:
    """Tell if the model was trained to copy all placeholders of a text."""
    return all(int(number) < model.placeholders for number in PLACEHOLDER.findall(text))


def _lost(text: str, draft: Draft) -> bool:
    return "⟦" in text and bool(placeholders(text, draft.text))


@dataclass(frozen=True, slots=True)
class _Judged:
    draft: Draft
    harm: int  # 0: nothing was found in it, 1: nothing grave, 2: it is not fit to be shown


def _best(text: str, hypotheses: Iterator[Draft]) -> _Judged:
    """Return the first hypothesis with the least harm; after a faultless one none is looked at."""
    best: _Judged | None = None
    for draft in hypotheses:
        judged = _judged(text, draft)
        if best is None or judged.harm < best.harm:
            best = judged
        if not best.harm:
            break
    return best or _Judged(Draft("", 0.0, Alignment((), (), ()), "nothing came out"), 2)


def _judged(text: str, draft: Draft) -> _Judged:
    found = checks.findings(text, draft.text)
    if not found:
        return _Judged(draft, 0)
    fault = found[0].reason if found[0].grave else ""
    doubted = replace(draft, confidence=draft.confidence * DOUBT, fault=fault)
    return _Judged(doubted, 2 if fault else 1)


def _apart(model: Model, texts: Sequence[str]) -> Asking[list[Draft]]:
    """Return the drafts of texts, put together from those of what stands between placeholders."""
    cut = {text: PARTS.findall(text) for text in texts}
    wordy = dict.fromkeys(part for parts in cut.values() for part in parts if _is_wordy(part))
    drafts = dict(zip(wordy, (yield from _drafts(model, list(wordy))), strict=True))
    return [
        joined([(part, _inner(part, drafts.get(part))) for part in parts], between="")[1]
        for parts in cut.values()
    ]


def _is_wordy(part: str) -> bool:
    return "⟦" not in part and any(letter.isalpha() for letter in part)


def _inner(part: str, draft: Draft | None) -> Draft:
    """Return the draft of a part as it stands within a sentence."""
    if draft is None or part in CONJUNCTIONS:
        return certain(part, CONJUNCTIONS.get(part, part))
    text = draft.text
    if part[0].islower() and not _begins_with_name(part, text):
        text = casing.lower(text[:1]) + text[1:]
    if part[-1].isalnum():
        text = text.rstrip(".!?")
    return replace(draft, text=text, confidence=draft.confidence * DOUBT)


def _begins_with_name(part: str, text: str) -> bool:
    """Tell if the first word of a draft is an acronym or a capitalised word of the part."""
    first = re.split(r"[\s'’]", text, maxsplit=1)[0]
    capitalised = (word for word in re.findall(r"[^\W_]+", part) if word[0].isupper())
    return (len(first) > 1 and first.isupper()) or any(
        len(word) > 1 and names.survived(word, first) for word in capitalised
    )
