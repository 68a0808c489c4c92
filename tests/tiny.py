"""Tiny Argos packages that translate word for word, built in a moment, to test all but the words.

Their Transformer's weights are set by hand: at each place the decoder looks, by position, at the
source piece of the same place and writes what a short dictionary has for it, else the same piece.
So what comes out can be told beforehand, alignment included.
"""

import io
import json
import random
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from string import ascii_letters, digits, punctuation
from typing import Any

VERSION = "0.1"
NAME = "translate-en_tr-0_1"
METADATA = {
    "package_version": VERSION,
    "argos_version": "1.9",
    "type": "translate",
    "from_code": "en",
    "from_name": "English",
    "to_code": "tr",
    "to_name": "Turkish",
    "links": [],
}
SENTENCE = "Old ferry, new harbour."
TRANSLATION = "Eski vapur, yeni liman."

SPECIAL = ["<unk>", "<s>", "</s>"]
BPE_DICTIONARY = {
    "Old": "Eski",
    "ferry": "vapur",
    "new": "yeni",
    "har@@": "li@@",
    "bour": "man",
}
SENTENCEPIECE_DICTIONARY = {
    "▁Old": "▁Eski",
    "▁ferry": "▁vapur",
    "▁new": "▁yeni",
    "▁harbour": "▁liman",
}
LETTERS = f"{ascii_letters}{digits}çğıöşüÇĞİÖŞÜ"

HALF = 32  # of a vector: the first half says which piece it is, the second where it stands
DEPTH = 2 * HALF
LONGEST = 256  # pieces


def with_bpe(folder: Path) -> Path:
    """Make a package with a BPE model in a folder and return its path."""
    package = _package(folder)
    escapes = ["&apos;", "&quot;", "&amp;"]
    merges = _merges([*escapes, "Old", "ferry", "new", "bour"], end="</w>")
    merges += _merges(["har"], end="")
    codes = "".join(f"{left} {right}\n" for left, right in merges)
    (package / "bpe.model").write_text(f"#version: 0.2\n{codes}", encoding="utf-8")
    known = [*escapes, *LETTERS, *(f"{letter}@@" for letter in LETTERS), *punctuation]
    _write_model(package / "model", known, BPE_DICTIONARY)
    return package


def with_sentencepiece(folder: Path) -> Path:
    """Make a package with a SentencePiece model in a folder and return its path."""
    import sentencepiece

    package = _package(folder)
    model = io.BytesIO()
    words = [*SENTENCEPIECE_DICTIONARY, *SENTENCEPIECE_DICTIONARY.values()]
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(
            [" ".join(words).replace("▁", "")] * 9 + [f"{LETTERS}{punctuation}"]
        ),
        model_writer=model,
        model_type="bpe",
        vocab_size=160,
        hard_vocab_limit=False,
        character_coverage=1.0,
        normalization_rule_name="identity",
        minloglevel=2,
    )
    (package / "sentencepiece.model").write_bytes(model.getvalue())
    pieces = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
    known = [pieces.id_to_piece(number) for number in range(pieces.get_piece_size())]
    _write_model(package / "model", known, SENTENCEPIECE_DICTIONARY)
    return package


def zipped(package: Path, archive: Path) -> Path:
    """Pack a package as an .argosmodel file."""
    made = shutil.make_archive(str(archive), "zip", package.parent, package.name)
    return Path(made).rename(archive)


def _package(folder: Path) -> Path:
    package = folder / NAME
    (package / "model").mkdir(parents=True)
    (package / "metadata.json").write_text(json.dumps(METADATA), encoding="utf-8")
    return package


def _merges(words: Sequence[str], end: str) -> list[tuple[str, str]]:
    """Return the merges that put words together from the left, letter by letter."""
    return [
        (word[:size], word[size] + (end if size == len(word) - 1 else ""))
        for word in words
        for size in range(1, len(word))
    ]


def _write_model(folder: Path, known: Sequence[str], dictionary: Mapping[str, str]) -> None:
    words = [word for pair in dictionary.items() for word in pair]
    vocabulary = list(dict.fromkeys([*SPECIAL, *words, *known]))
    spec = _transformer(vocabulary, dictionary)
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.config.add_source_eos = True
    spec.validate()
    spec.optimize()
    spec.save(str(folder))


def _transformer(vocabulary: Sequence[str], dictionary: Mapping[str, str]) -> Any:
    import numpy
    from ctranslate2.specs import TransformerSpec

    chance = random.Random(0)  # noqa: S311 (codes that differ, no secret)
    signs = [[chance.choice((-1, 1)) for _ in range(HALF)] for _ in vocabulary]
    codes = numpy.array(signs, dtype=numpy.float32)
    source_of = {target: source for source, target in dictionary.items()}
    answers = [vocabulary.index(source_of.get(piece, piece)) for piece in vocabulary]
    nothing = numpy.zeros((len(vocabulary), HALF), dtype=numpy.float32)
    places = _places(numpy)

    spec = TransformerSpec.from_config((1, 1), 1, no_final_norm=True)
    for part in (spec.encoder, spec.decoder):
        part.scale_embeddings = False
        part.position_encodings.encodings = places
    spec.encoder.embeddings[0].weight = numpy.hstack([codes, nothing])
    spec.decoder.embeddings.weight = numpy.hstack([nothing, nothing])
    # A word that another one is written for is never the answer itself.
    answering = codes[answers] * numpy.array(
        [[0.0 if piece in dictionary else 1.0] for piece in vocabulary], dtype=numpy.float32
    )
    spec.decoder.projection.weight = numpy.hstack([answering, nothing])
    for layer in (*spec.encoder.layer, *spec.decoder.layer):
        _rest(layer, numpy)
    _look_at_the_same_place(spec.decoder.layer[0].attention, numpy)
    return spec


def _places(numpy: Any) -> Any:
    """Return a vector for each position: all have the mean 0 and the same length."""
    angles = numpy.outer(numpy.arange(LONGEST), 100.0 ** (-numpy.arange(HALF // 4) / (HALF // 4)))
    waves = [numpy.sin(angles), numpy.cos(angles)]
    places = numpy.hstack([*waves, *(-wave for wave in waves)])
    return numpy.hstack([numpy.zeros_like(places), places]).astype(numpy.float32)


def _rest(layer: Any, numpy: Any) -> None:
    """Let a layer pass on what it gets."""

    def zeros(*shape: int) -> Any:
        return numpy.zeros(shape, dtype=numpy.float32)

    shapes = [
        (layer.self_attention.linear[0], (3 * DEPTH, DEPTH)),
        (layer.self_attention.linear[1], (DEPTH, DEPTH)),
        (layer.ffn.linear_0, (8, DEPTH)),
        (layer.ffn.linear_1, (DEPTH, 8)),
    ]
    for linear, shape in shapes:
        linear.weight, linear.bias = zeros(*shape), zeros(shape[0])
    for part in (layer.self_attention, layer.ffn):
        part.layer_norm.gamma, part.layer_norm.beta = zeros(DEPTH) + 1, zeros(DEPTH)


def _look_at_the_same_place(attention: Any, numpy: Any) -> None:
    """Let the attention to the source fetch the piece that stands at the own position."""
    what, where = numpy.arange(HALF), numpy.arange(HALF, DEPTH)
    query, memory, out = attention.linear
    for linear, rows in ((query, DEPTH), (memory, 2 * DEPTH), (out, DEPTH)):
        linear.weight = numpy.zeros((rows, DEPTH), dtype=numpy.float32)
        linear.bias = numpy.zeros(rows, dtype=numpy.float32)
    query.weight[where, where] = 50  # the right position outshines its neighbours
    memory.weight[where, where] = 1  # keys
    memory.weight[DEPTH + what, what] = 1  # values
    out.weight[what, what] = 1
    attention.layer_norm.gamma = numpy.ones(DEPTH, dtype=numpy.float32)
    attention.layer_norm.beta = numpy.zeros(DEPTH, dtype=numpy.float32)
