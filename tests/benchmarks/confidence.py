"""Fit the numbers of `translate/confidence.py`, and tell what they are worth.

`python -m tests.benchmarks.confidence [FIT REPORT]`: each PREFIX.en, PREFIX.tr is a test set; by
default newstest2018 and the devtest of FLORES, which lie beside the project. The numbers are fitted
on the first; what is told of both is told of the numbers that the program has.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks import sets
from tests.benchmarks.sets import Pairs
from translate import packages, pieces, screen
from translate.batches import alone
from translate.confidence import confidence
from translate.engine import BEAM, LENGTH_PENALTY, LONGEST_OUTPUT, cores, load, tidy
from translate.packages import Package

BAD = 30  # a chrF under it: the draft is of no use
GOOD = 45  # about half of the letters would stay
RIDGE = 1.0
STEPS = 60  # of Newton's method; ten would do

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Measured:
    """What is known of the drafts of a set, an item for each sentence."""

    logprobs: Array  # mean of the draft's pieces
    lengths: Array  # pieces of the source
    chrf: Array  # of the draft, against the reference

    @property
    def confidences(self) -> Array:
        """What the program would say of the drafts."""
        return np.array(list(map(confidence, self.logprobs, self.lengths)))


def rows(prefix: Path, package: Package) -> Iterator[tuple[str, ...]]:
    """Yield (what, measured, wanted), of drafts as the engine gives them; nothing without a set."""
    if not sets.exists(prefix):
        return
    pairs = sets.read(prefix)
    drafts = alone(load(package)(pairs.sources))
    chrf = np.array(sets.chrf_of_each([draft.text for draft in drafts], pairs.references))
    share = held(np.array([draft.confidence for draft in drafts]), chrf)
    what = f"share of the sentences under chrF {BAD} in the least confident fifth"
    yield what, f"{share:.2f}", "0.50"


def held(order: Array, chrf: Array) -> float:
    """Return which share of the bad sentences is in the lowest fifth of an order."""
    bad = chrf < BAD
    lowest = np.argsort(order, kind="stable")[: len(order) // 5]
    return float(bad[lowest].sum() / max(bad.sum(), 1))


def fit(found: Measured) -> tuple[float, float, float, float]:
    """Return PER_LOGPROB, PER_LOG_LENGTH, SLOPE and INTERCEPT."""
    features = np.column_stack([found.logprobs, np.log(found.lengths + 1)])
    weights, _ = _logistic(features, found.chrf >= BAD)
    slope, intercept = _logistic(features @ weights[:, None], found.chrf >= GOOD)
    return float(weights[0]), float(weights[1]), float(slope[0]), intercept


def _logistic(features: Array, labels: NDArray[np.bool_]) -> tuple[Array, float]:
    """Return the weights of the features and the intercept, by ridge regression."""
    mean, scale = features.mean(axis=0), features.std(axis=0) + 1e-9
    design = np.column_stack([np.ones(len(features)), (features - mean) / scale])
    ridge = np.diag([0.0, *[RIDGE] * features.shape[1]])
    found = np.zeros(design.shape[1])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-design @ found))
        curvature = design.T @ (design * (chances * (1 - chances))[:, None]) + ridge
        found += np.linalg.solve(curvature, design.T @ (labels - chances) - ridge @ found)
    weights = found[1:] / scale
    return weights, float(found[0] - weights @ mean)


def measure(pairs: Pairs, package: Package) -> Measured:
    """Decode a set as the engine does, and keep the first hypothesis, whatever it is."""
    import ctranslate2

    learnt = pieces.load(package)
    model = ctranslate2.Translator(
        str(package.path / "model"), inter_threads=cores(), intra_threads=1
    )
    encoded = learnt.encode(pairs.sources)
    results = model.translate_batch(
        encoded,
        beam_size=BEAM,
        num_hypotheses=BEAM,
        length_penalty=LENGTH_PENALTY,
        max_batch_size=1024,
        batch_type="tokens",
        max_decoding_length=LONGEST_OUTPUT,
        return_scores=True,
    )
    drafts = [result.hypotheses[0] for result in results]
    scores = np.array([result.scores[0] for result in results])
    texts = [tidy(learnt.decode(draft)) for draft in drafts]
    return Measured(
        scores * np.maximum(_sizes(drafts), 1) ** (LENGTH_PENALTY - 1),
        _sizes(encoded),
        np.array(sets.chrf_of_each(texts, pairs.references)),
    )


def _sizes(lists: Sequence[Sequence[str]]) -> Array:
    return np.array([len(each) for each in lists], dtype=float)


def _summary(name: str, found: Measured) -> tuple[str, ...]:
    bad = int((found.chrf < BAD).sum())
    ours, raw = held(found.confidences, found.chrf), held(found.logprobs, found.chrf)
    return name, str(len(found.chrf)), str(bad), f"{ours:.2f}", f"{raw:.2f}"


def _calibration(name: str, found: Measured) -> Iterator[tuple[str, ...]]:
    """Yield for each fifth, least confident first, what is said and what is so."""
    confidences = found.confidences
    for number, fifth in enumerate(np.array_split(np.argsort(confidences), 5), 1):
        said, so = confidences[fifth].mean(), (found.chrf[fifth] >= GOOD).mean()
        yield name, str(number), f"{said:.2f}", f"{so:.2f}"


def main(to_fit: Path, to_report: Path) -> None:
    """Print the numbers, what share of the bad sentences they find, and if they are true."""
    package = packages.choose(None, os.environ).package
    found = [(prefix.name, measure(sets.read(prefix), package)) for prefix in (to_fit, to_report)]
    names = ("PER_LOGPROB", "PER_LOG_LENGTH", "SLOPE", "INTERCEPT")
    fitted = [f"{number:.3f}" for number in fit(found[0][1])]
    shares = [_summary(*each) for each in found]
    fifths = [row for each in found for row in _calibration(*each)]
    headings = ("set", "sentences", f"chrF < {BAD}", "of these in the worst fifth", "by raw score")
    screen.table((f"fitted on {to_fit.name}", ""), [*zip(names, fitted, strict=True)], sys.stdout)
    screen.table(headings, shares, sys.stdout)
    screen.table(("set", "fifth", "confidence", f"chrF >= {GOOD}"), fifths, sys.stdout)


if __name__ == "__main__":
    if len(sys.argv) not in (1, 3):
        sys.exit("name two test sets, FIT and REPORT, or none")
    main(*([Path(name) for name in sys.argv[1:]] or [sets.NEWS, sets.FLORES]))
