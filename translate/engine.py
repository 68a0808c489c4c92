"""Sentences → drafts. The only file that knows CTranslate2.

Argos's own `translate()` hands over 32 tokens at a time and returns one string for a paragraph.
Here the package's CTranslate2 model is used directly, in large batches.
"""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from translate import pieces, rescue
from translate.align import Alignment
from translate.confidence import confidence
from translate.errors import TranslateError
from translate.hypothesis import Draft, Engine, Hypotheses, Model
from translate.inline import PLACEHOLDERS, Span
from translate.packages import Package
from translate.pieces import Pieces

# Measured on 1,000 sentences of FLORES and newstest2018: of beams 1, 2, 4, 8 and length penalties
# 0.2 to 1.4 these gave the best chrF (51.6); repetition penalties lowered it.
BEAM = 4
LENGTH_PENALTY = 1.4
# What is decoded once more because all was bad: saying nothing twice. Of the 59 such sentences of
# FLORES and newstest2018 it mends 21, no more with a beam of 8.
RESCUE = {"beam_size": 4, "num_hypotheses": 4, "no_repeat_ngram_size": 2, "repetition_penalty": 1.2}
# Pieces of a translation at most: Turkish needs about as many as English.
LONGEST_OUTPUT = 256
# Pieces that are decoded as one, at most and, unless there are no more, at least.
MOST = 2048
FEWEST = 64
# The model at times puts a space before punctuation, mostly after a placeholder, or into brackets.
LOOSE = re.compile(r" (?=[.,;:!?](?:\s|$)|\))|(?<=\() ")
TAUGHT = " ".join(f"⟦{number}⟧" for number in range(PLACEHOLDERS))


def cores() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def load(package: Package, threads: int | None = None, beam: int | None = None) -> Engine:
    """Return the engine of a package: sentences in, as many drafts out in the same order.

    `threads` batches are decoded side by side, by default as many as there are cores; of each
    sentence `beam` hypotheses are followed. Raises `TranslateError` if the model cannot be loaded.
    """
    import ctranslate2

    learnt = pieces.load(package)
    usual = {"beam_size": beam or BEAM, "num_hypotheses": beam or BEAM}
    try:
        model = ctranslate2.Translator(
            str(package.path / "model"), inter_threads=threads or cores(), intra_threads=1
        )
    except (RuntimeError, OSError, ValueError) as error:
        reason = (str(error) or type(error).__name__).splitlines()[0]
        raise TranslateError(
            f"{package.path}: the model cannot be loaded ({reason}): install the package again"
        ) from error
    return rescue.careful(
        Model(
            lambda texts: _decode(model, learnt, texts, usual),
            lambda texts: _decode(model, learnt, texts, RESCUE),
            lambda texts: [len(tokens) for tokens in learnt.encode(texts)],
            PLACEHOLDERS if learnt.knows(TAUGHT) else 0,
        )
    )


def _decode(
    model: Any, learnt: Pieces, texts: Sequence[str], settings: Mapping[str, float]
) -> list[Hypotheses]:
    encoded = learnt.encode(texts)
    size = sum(map(len, encoded)) // model.num_translators
    results = model.translate_batch(
        encoded,
        length_penalty=LENGTH_PENALTY,
        max_batch_size=min(max(size, FEWEST), MOST),  # of a few texts each core has some
        batch_type="tokens",
        max_decoding_length=LONGEST_OUTPUT,
        return_scores=True,
        return_attention=True,
        **settings,
    )
    return [
        partial(_hypotheses, learnt, text, tokens, result)
        for text, tokens, result in zip(texts, encoded, results, strict=True)
    ]


def _hypotheses(learnt: Pieces, text: str, source: Sequence[str], result: Any) -> Iterator[Draft]:
    """Yield what the model gives for a text, best first; most are never asked for."""
    spans = learnt.spans(source, text)
    for tokens, score, attention in zip(
        result.hypotheses, result.scores, result.attention, strict=True
    ):
        yield _draft(learnt, spans, tokens, score, attention)


def _draft(
    learnt: Pieces,
    source: tuple[Span, ...],
    tokens: Sequence[str],
    score: float,
    attention: Sequence[Sequence[float]],
) -> Draft:
    text = tidy(learnt.decode(tokens))
    # CTranslate2 divides the log-probability by length ** penalty; here a mean is wanted.
    mean = score * max(len(tokens), 1) ** (LENGTH_PENALTY - 1)
    alignment = Alignment(source, learnt.spans(tokens, text), [(0, row) for row in attention])
    return Draft(text, confidence(mean, len(source)), alignment)


def tidy(text: str) -> str:
    """Return a text without spaces before punctuation and inside quotes and brackets."""
    parts = LOOSE.sub("", text).split('"')
    if len(parts) % 2:  # the quotes are pairs
        parts[1::2] = [quoted.strip() for quoted in parts[1::2]]
    return '"'.join(parts)
