"""Text ↔ the pieces that a package's model reads and writes: SentencePiece, or Argos's older BPE.

Both are the libraries' own: a package must be read as it was when its model was trained.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from translate.errors import TranslateError
from translate.inline import Span
from translate.packages import Package

CONTINUED = "@@"  # ends a BPE piece whose word goes on
# What Moses's normaliser makes of typographic marks, as far as it keeps the number of letters.
PLAIN = str.maketrans("“”„«»‘’‚´`–—", "\"\"\"\"\"'''''--")
# A piece is looked for so many letters beyond where the last one ended: white space, or letters
# that normalisation took out.
AHEAD = 8


@dataclass(frozen=True, slots=True)
class Pieces:
    """How a package's model reads and writes text."""

    encode: Callable[[Sequence[str]], list[list[str]]]  # texts → pieces of each
    decode: Callable[[Sequence[str]], str]  # pieces → text
    # Pieces, text → where each stands in the text: in order, without overlap, white space left
    # out; a piece that is not found there has an empty span.
    spans: Callable[[Sequence[str], str], tuple[Span, ...]]
    knows: Callable[[str], bool]  # whether a text comes back unchanged, all its pieces learnt


def load(package: Package) -> Pieces:
    """Return the pieces of a package: SentencePiece's if it has them, as Argos prefers, else BPE.

    Raises `TranslateError` if the package's file cannot be loaded.
    """
    sentencepiece = package.path / "sentencepiece.model"
    bpe = package.path / "bpe.model"
    file = sentencepiece if sentencepiece.exists() else bpe
    try:
        return _sentencepiece(file) if file == sentencepiece else _bpe(file, package)
    except (RuntimeError, OSError, ValueError) as error:
        reason = (str(error) or type(error).__name__).splitlines()[0]
        raise TranslateError(
            f"{file}: the model cannot be loaded ({reason}): install the package again"
        ) from error


def _sentencepiece(file: Path) -> Pieces:
    import sentencepiece

    model = sentencepiece.SentencePieceProcessor(model_file=str(file))

    def encode(texts: Sequence[str]) -> list[list[str]]:
        # One by one: for a list it starts threads, which wait until the engine's let them in.
        return [model.encode(text, out_type=str) for text in texts]

    def decode(pieces: Sequence[str]) -> str:
        return str(model.decode(list(pieces)))

    def knows(text: str) -> bool:
        learnt = not any(model.is_unknown(n) or model.is_byte(n) for n in model.encode(text))
        return learnt and decode(*encode([text])) == text

    return Pieces(encode, decode, _sentencepiece_spans, knows)


def _sentencepiece_spans(pieces: Sequence[str], text: str) -> tuple[Span, ...]:
    """Return where SentencePiece's pieces stand in a text.

    Its own offsets count bytes and cost a second pass. The pieces follow each other in the text,
    "▁" stands for a space; one that is not found there (a rare letter, normalised or in bytes)
    gets an empty span.
    """
    spans, at = [], 0
    for piece in pieces:
        letters = piece.replace("▁", "")
        found = text.find(letters, at, at + len(letters) + AHEAD) if letters else -1
        start = at if found < 0 else found
        at = start if found < 0 else found + len(letters)
        spans.append((start, at))
    return tuple(spans)


def _bpe(file: Path, package: Package) -> Pieces:
    from argostranslate.tokenizer import BPETokenizer

    tokenizer = BPETokenizer(file, package.source, package.target)
    try:
        with redirect_stderr(StringIO()) as complaint:
            tokenizer.encode("only now it reads the file")
    except SystemExit as error:  # it prints what is wrong and leaves the program
        raise ValueError(complaint.getvalue()) from error
    vocabulary = _vocabulary(package.path / "model")

    def encode(texts: Sequence[str]) -> list[list[str]]:
        return [tokenizer.encode(text) for text in texts]

    def decode(pieces: Sequence[str]) -> str:
        *others, last = pieces or [""]
        # Of a last piece whose word was to go on, Argos leaves the mark in the text.
        return str(tokenizer.decode([*others, last.removesuffix(CONTINUED)]))

    def spans(pieces: Sequence[str], text: str) -> tuple[Span, ...]:
        return tuple(_bpe_spans(pieces, text.translate(PLAIN), tokenizer.detokenizer.unescape_xml))

    def knows(text: str) -> bool:
        (pieces,) = encode([text])
        return vocabulary.issuperset(pieces) and decode(pieces) == text

    return Pieces(encode, decode, spans, knows)


def _bpe_spans(pieces: Sequence[str], text: str, unescape: Callable[[str], str]) -> Iterator[Span]:
    """Yield where BPE's pieces stand in a text: a word is found whole, then shared by its pieces.

    A word that has an escape, as `&apos;`, cut in pieces goes to the first of them whole.
    """
    at = missed = 0
    for word in _words(pieces):
        letters = unescape("".join(word))
        found = text.find(letters, at, at + missed + len(letters) + AHEAD)
        if found < 0:
            missed += len(letters)
            yield from [(at, at)] * len(word)
            continue
        at, missed = found + len(letters), 0
        yield from _shares(found, [len(unescape(piece)) for piece in word], len(letters))


def _words(pieces: Sequence[str]) -> Iterator[list[str]]:
    """Yield the pieces of each word, without the marks that join them."""
    word = []
    for piece in pieces:
        word.append(piece.removesuffix(CONTINUED))
        if not piece.endswith(CONTINUED):
            yield word
            word = []
    if word:
        yield word


def _shares(start: int, sizes: Sequence[int], whole: int) -> Iterator[Span]:
    for size in sizes if sum(sizes) == whole else [whole] + [0] * (len(sizes) - 1):
        yield (start, start + size)
        start += size


def _vocabulary(folder: Path) -> frozenset[str]:
    """Return the pieces that a model reads; none if it has no list of them that we can read."""
    for stem in ("shared_vocabulary", "source_vocabulary"):
        for suffix, read in ((".json", json.loads), (".txt", str.splitlines)):
            file = (folder / stem).with_suffix(suffix)
            if file.is_file():
                return frozenset(read(file.read_text(encoding="utf-8")))
    return frozenset()
