"""Test sets: English sentences with a person's translations, and how near to these a draft is."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.inline import straight

EVAL = Path(__file__).parents[3] / "shared" / "eval"
NEWS = EVAL / "newstest2018"
FLORES = EVAL / "flores200-devtest"


@dataclass(frozen=True, slots=True)
class Pairs:
    """Sentences and their translations, as many."""

    sources: Sequence[str]
    references: Sequence[str]


def exists(prefix: Path) -> bool:
    """Tell if there is a test set PREFIX.en, PREFIX.tr."""
    return all(file.is_file() for file in _files(prefix))


def read(prefix: Path) -> Pairs:
    """Return the test set PREFIX.en, PREFIX.tr, one sentence a line, as the engine is asked."""
    if not exists(prefix):
        raise SystemExit(f"{prefix}: no test set: {prefix.name}.en and {prefix.name}.tr are needed")
    sources, references = (file.read_text(encoding="utf-8").splitlines() for file in _files(prefix))
    if len(sources) != len(references):
        raise SystemExit(f"{prefix}: {len(sources)} sentences, {len(references)} translations")
    return Pairs([straight(source) for source in sources], references)


def chrf(drafts: Sequence[str], references: Sequence[str]) -> float:
    """Return the chrF2, 0 to 100, of a whole set."""
    from sacrebleu.metrics.chrf import CHRF

    return float(CHRF().corpus_score(drafts, [references]).score)


def chrf_of_each(drafts: Sequence[str], references: Sequence[str]) -> list[float]:
    """Return the chrF2, 0 to 100, of every sentence."""
    from sacrebleu.metrics.chrf import CHRF

    metric = CHRF()
    return [
        float(metric.sentence_score(draft, [reference]).score)
        for draft, reference in zip(drafts, references, strict=True)
    ]


def _files(prefix: Path) -> tuple[Path, Path]:
    return prefix.with_name(f"{prefix.name}.en"), prefix.with_name(f"{prefix.name}.tr")
