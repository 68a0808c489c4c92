"""Sentences → drafts. The only file that knows CTranslate2.

Argos's own `translate()` hands over 32 tokens at a time and returns one string for a paragraph.
Here the package's CTranslate2 model and SentencePiece are used directly, in large batches.
"""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from translate.errors import TranslateError
from translate.inline import PLACEHOLDER, Span
from translate.packages import Package
from translate.place import Alignment

# Measured on 1,000 sentences of FLORES and newstest2018: of beams 1, 2, 4, 8 and length penalties
# 0.2 to 1.4 these gave the best chrF (51.6); repetition penalties lowered it.
BEAM = 4
LENGTH_PENALTY = 1.4
# Batches side by side, on a thread each: the setting of the measurements above.
THREADS = 2
# Pieces of a sentence beyond which the model drops text: cut at clauses, the 336 sentences of
# newstest2018 that are longer come out at chrF 49.8 instead of 48.5.
LONGEST = 60
# Pieces of a translation at most: Turkish needs about as many as English.
LONGEST_OUTPUT = 256
# The model at times puts a space before punctuation, mostly after a placeholder.
LOOSE = re.compile(r" (?=[.,;:!?](?:\s|$))")
CLAUSE_END = re.compile(r"(?<=[;:,.!?—–])\s+|\s+(?=(?:and|but|or|which|because|that)\s)")


@dataclass(frozen=True, slots=True)
class Draft:
    """A machine's translation of a sentence."""

    text: str
    confidence: float  # 0 to 1: the geometric mean of its pieces' probabilities
    alignment: Alignment
    others: tuple["Draft", ...] = ()  # further hypotheses, of sentences with placeholders only


Engine = Callable[[Sequence[str]], list[Draft]]


def load(package: Package) -> Engine:
    """Return the engine of a package: sentences in, as many drafts out in the same order.

    A sentence with `⟦n⟧` placeholders comes with the other hypotheses of the beam, unless it is so
    long that it is cut at clauses; of a clause the first hypothesis that keeps its placeholders is
    taken. Raises `TranslateError` if the model cannot be loaded.
    """
    import ctranslate2
    import sentencepiece

    try:
        pieces = sentencepiece.SentencePieceProcessor(
            model_file=str(package.path / "sentencepiece.model")
        )
        model = ctranslate2.Translator(
            str(package.path / "model"), inter_threads=THREADS, intra_threads=1
        )
    except (RuntimeError, OSError, ValueError) as error:
        raise TranslateError(
            f"{package.path}: the model cannot be loaded ({str(error).splitlines()[0]}): "
            "install the package again"
        ) from error
    return lambda sentences: _translate(model, pieces, sentences)


def _translate(model: Any, pieces: Any, sentences: Sequence[str]) -> list[Draft]:
    clauses = [_clauses(pieces, sentence) for sentence in sentences]
    plain = [clause for parts in clauses for clause in parts if "⟦" not in clause]
    marked = [clause for parts in clauses for clause in parts if "⟦" in clause]
    done = iter(_decode(model, pieces, plain, 1))
    done_marked = iter(_decode(model, pieces, marked, BEAM))
    return [
        _joined(parts, [next(done_marked if "⟦" in clause else done) for clause in parts])
        for parts in clauses
    ]


def _faithful(clause: str, draft: Draft) -> Draft:
    """Return the first hypothesis that has the placeholders of a clause, else the best."""
    wanted = sorted(PLACEHOLDER.findall(clause))
    kept = (d for d in (draft, *draft.others) if sorted(PLACEHOLDER.findall(d.text)) == wanted)
    return next(kept, draft)


def _decode(model: Any, pieces: Any, sentences: Sequence[str], hypotheses: int) -> Iterator[Draft]:
    if not sentences:
        return
    tokens = pieces.encode(list(sentences), out_type=str)
    results = model.translate_batch(
        tokens,
        beam_size=BEAM,
        num_hypotheses=hypotheses,
        length_penalty=LENGTH_PENALTY,
        max_batch_size=1024,
        batch_type="tokens",
        max_decoding_length=LONGEST_OUTPUT,
        return_scores=True,
        return_attention=True,
    )
    for sentence, source, result in zip(sentences, tokens, results, strict=True):
        spans = _spans(source, sentence)
        first, *others = [
            _draft(pieces, spans, *hypothesis)
            for hypothesis in zip(result.hypotheses, result.scores, result.attention, strict=True)
        ]
        yield Draft(first.text, first.confidence, first.alignment, tuple(others))


def _draft(
    pieces: Any,
    source: tuple[Span, ...],
    tokens: Sequence[str],
    score: float,
    attention: Sequence[Sequence[float]],
) -> Draft:
    text = tidy(pieces.decode(list(tokens)))
    # CTranslate2 divides the log-probability by length ** penalty; here a mean is wanted.
    mean = score * max(len(tokens), 1) ** (LENGTH_PENALTY - 1)
    alignment = Alignment(source, _spans(tokens, text), [(0, row) for row in attention])
    return Draft(text, min(1.0, math.exp(mean)), alignment)


def tidy(text: str) -> str:
    """Return a text without the spaces that models put before punctuation and inside quotes."""
    pieces = LOOSE.sub("", text).split('"')
    if len(pieces) % 2:  # the quotes are pairs
        pieces[1::2] = [quoted.strip() for quoted in pieces[1::2]]
    return '"'.join(pieces)


def _spans(tokens: Sequence[str], text: str) -> tuple[Span, ...]:
    """Return where SentencePiece's pieces stand in a text.

    Its own offsets count bytes and cost a second pass. The pieces follow each other in the text,
    "▁" stands for a space; one that is not found there (a rare letter, normalised or in bytes)
    gets an empty span.
    """
    spans, at = [], 0
    for token in tokens:
        letters = token.replace("▁", "")
        found = text.find(letters, at, at + len(letters) + 8) if letters else -1
        start = at if found < 0 else found
        at = start if found < 0 else found + len(letters)
        spans.append((start, at))
    return tuple(spans)


def _clauses(pieces: Any, sentence: str) -> list[str]:
    """Cut a sentence that is too long for the model at ends of clauses, else between words."""
    if len(sentence) <= LONGEST or len(pieces.encode(sentence)) <= LONGEST:
        return [sentence]
    return [
        " ".join(clause)
        for part in _packed(pieces, CLAUSE_END.split(sentence), LONGEST)
        for clause in _packed(pieces, _words(" ".join(part)), LONGEST)
    ]


def _words(text: str) -> list[str]:
    """Return the words of a text; one that is longer than any word is cut, or the model fails."""
    return [
        word[start : start + LONGEST]
        for word in text.split(" ")
        for start in range(0, max(1, len(word)), LONGEST)
    ]


def _packed(pieces: Any, parts: Sequence[str], most: int) -> Iterator[list[str]]:
    """Group parts, in order, so that the pieces of a group are at most `most` where possible."""
    group: list[str] = []
    size = 0
    for part, tokens in zip(parts, pieces.encode(list(parts)), strict=True):
        if group and size + len(tokens) > most:
            yield group
            group, size = [], 0
        group.append(part)
        size += len(tokens)
    if group:
        yield group


def _joined(clauses: Sequence[str], drafts: Sequence[Draft]) -> Draft:
    """Return the drafts of a sentence's clauses as one, the least confidence for the whole."""
    if len(drafts) == 1:
        return drafts[0]
    drafts = list(map(_faithful, clauses, drafts))
    before, start = _offsets(clauses), _offsets([draft.text for draft in drafts])
    sources: list[Span] = []
    targets: list[Span] = []
    rows: list[tuple[int, Sequence[float]]] = []
    for draft, here, there in zip(drafts, before, start, strict=True):
        rows += [(first + len(sources), weights) for first, weights in draft.alignment.rows]
        sources += [(a + here, b + here) for a, b in draft.alignment.source]
        targets += [(a + there, b + there) for a, b in draft.alignment.target]
    return Draft(
        " ".join(draft.text for draft in drafts),
        min(draft.confidence for draft in drafts),
        Alignment(sources, targets, rows),
    )


def _offsets(texts: Sequence[str]) -> list[int]:
    """Return where each text starts when they are joined by single spaces."""
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + 1
    return starts
