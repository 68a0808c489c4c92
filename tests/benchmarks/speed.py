"""How fast drafting is: beside Argos itself, beside the bare model, and with nothing to do.

Loading the model counts in none. Argos gets the sentences of a paragraph ready cut: its own
splitter would first have to be downloaded. How many times as fast as Argos the bare model is, in
large batches, is a matter of the processor: 12 to 13 times on one machine, 9 on another.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from shutil import rmtree
from time import perf_counter
from typing import Any

from tests.benchmarks import posts
from translate.draft import Settings, draft
from translate.engine import BEAM, load
from translate.hypothesis import Engine
from translate.packages import Package

ROUNDS = 3


def rows(sentences: Sequence[str], package: Package, folder: Path) -> Iterator[tuple[str, ...]]:
    """Yield (what, measured, wanted)."""
    files = posts.write(sentences, 20, folder / "en")
    settings = Settings(folder / "locales", package.label, "en")
    engine, bare_model = load(package), _bare(sentences, package)
    both = turns(lambda: _anew(files, settings, engine), bare_model)
    ours, bare = (min(seconds) for seconds in zip(*both, strict=True))
    again = drafting(files, settings, engine)
    argos = _argos(sentences, package)
    yield "sentences a second, from files to catalogs", f"{len(sentences) / ours:.1f}", ""
    yield "times as fast as Argos", f"{argos / ours:.1f}", "10"
    yield "times as fast as Argos, the bare model", f"{argos / bare:.1f}", ""
    yield "times as fast as the bare model, the ceiling", f"{bare / ours:.2f}", "0.90"
    yield "times as fast when nothing is new", f"{ours / again:.0f}", "30"


def turns(*timed: Callable[[], float], rounds: int = ROUNDS) -> list[list[float]]:
    """Return how long each takes, round by round: what else the machine does hits them alike."""
    return [[once() for once in timed] for _ in range(rounds)]


def drafting(files: Sequence[tuple[str, Path]], settings: Settings, engine: Engine) -> float:
    start = perf_counter()
    for _ in draft(files, settings, lambda: engine, lambda *_: None):
        pass
    return perf_counter() - start


def _anew(files: Sequence[tuple[str, Path]], settings: Settings, engine: Engine) -> float:
    rmtree(settings.locales, ignore_errors=True)
    return drafting(files, settings, engine)


def _bare(sentences: Sequence[str], package: Package) -> Callable[[], float]:
    """Return a function that asks the bare model for all and returns how long it took."""
    import ctranslate2
    import sentencepiece

    model = ctranslate2.Translator(str(package.path / "model"), inter_threads=2, intra_threads=1)
    pieces = sentencepiece.SentencePieceProcessor(
        model_file=str(package.path / "sentencepiece.model")
    )
    tokens = pieces.encode(list(sentences), out_type=str)

    def seconds() -> float:
        start = perf_counter()
        model.translate_batch(tokens, beam_size=BEAM, max_batch_size=1024, batch_type="tokens")
        return perf_counter() - start

    return seconds


def _argos(sentences: Sequence[str], package: Package) -> float:
    import ctranslate2
    from argostranslate import settings, translate
    from argostranslate.package import Package as ArgosPackage

    class Cut:
        """A sentence splitter to which the answer is given."""

        def split_sentences(self, text: str) -> list[str]:
            return text.split("\t")

    model = ctranslate2.Translator(
        str(package.path / "model"),
        inter_threads=settings.inter_threads,
        intra_threads=settings.intra_threads,
    )
    argos: Any = ArgosPackage(package.path)
    argos.tokenizer.encode("Load the tokenizer.")
    start = perf_counter()
    for paragraph in posts.paragraphs(sentences):
        translate.apply_packaged_translation(argos, "\t".join(paragraph), model, Cut(), BEAM)
    return perf_counter() - start
