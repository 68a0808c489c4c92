"""Engines for tests: real functions whose "language" everybody can read."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from translate.align import Alignment
from translate.batches import alone
from translate.hypothesis import Asking, Draft, Engine, Hypotheses, Question

# Words that a model translates at a time; of a longer text the next ones are another clause.
CLAUSE = 400

Translate = Callable[[Sequence[str]], list[Draft]]


def engine(translate: Translate) -> Engine:
    """Return a function as an engine that batches can ask."""

    def ask(texts: Sequence[str]) -> list[Hypotheses]:
        return [partial(iter, [draft]) for draft in translate(texts)]

    def drafts(texts: Sequence[str]) -> Asking[list[Draft]]:
        answers = yield Question(ask, texts)
        return [next(hypotheses()) for hypotheses in answers]

    return drafts


def asked(engine: Engine) -> Translate:
    """Return an engine as a function that waits for the answers."""
    return lambda texts: alone(engine(texts))


def aligned(text: str, translation: str, links: dict[int, int] | None = None) -> Alignment:
    """Return an alignment of words: each to the one at its place, or as `links` has it.

    `links` goes from the number of a word of the translation to that of a word of the text.
    """
    source = [match.span() for match in re.finditer(r"\S+", text)]
    target = [match.span() for match in re.finditer(r"\S+", translation)]
    clause = CLAUSE if links is None else max(len(source), len(target))
    links = links if links is not None else {number: number for number in range(len(target))}
    rows = [
        _row(links.get(word), word - word % max(clause, 1), clause) for word in range(len(target))
    ]
    return Alignment(source, target, rows)


def _row(link: int | None, start: int, clause: int) -> tuple[int, list[float]]:
    return start, [float(link == column) for column in range(start, start + clause)]


def upper(sentences: Sequence[str]) -> list[Draft]:
    """Translate into capitals, word by word. Placeholders have no letters."""
    return [Draft(text.upper(), 0.5, aligned(text, text)) for text in sentences]


def forgetful(sentences: Sequence[str]) -> list[Draft]:
    """Translate into capitals, but drop placeholders, as models do at times."""
    dropped = [re.sub(r"⟦\d+⟧", "", text).upper() for text in sentences]
    return [
        Draft(new, 0.5, aligned(text, new)) for text, new in zip(sentences, dropped, strict=True)
    ]
