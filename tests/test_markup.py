"""The markup of a sentence around the Turkish of the real model, as readers get it."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.engines import asked as answered
from tests.markup import ALT, marks, parsed, sentences
from translate import packages
from translate.engine import load
from translate.hypothesis import Draft
from translate.inline import PLACEHOLDER, Plain, take_out
from translate.place import put_back
from translate.post import Segment

TABLE = Path(__file__).parent / "markup_table.txt"
GENERATED = 5_000
ASKED = 500  # sentences that the model is asked at a time


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence with markup, and drafts of it with each tag where it should be."""

    text: str
    expected: tuple[str, ...]


def table() -> dict[str, list[Row]]:
    """Return the rows of the table by the title of their section."""
    found: dict[str, list[Row]] = {}
    title = ""
    for block in TABLE.read_text(encoding="utf-8").strip().split("\n\n"):
        if block.startswith("## "):
            title = block.removeprefix("## ")
        elif not block.startswith("# "):
            text, *expected = block.split("\n")
            row = Row(text, tuple(line.removeprefix("= ") for line in expected))
            found.setdefault(title, []).append(row)
    return found


def translated(texts: Sequence[str]) -> Iterator[tuple[Segment, str]]:
    """Yield each sentence with its draft, all marks put back."""
    segments = [parsed(text) for text in texts]
    plains = [take_out(segment) for segment in segments]
    drafts = drafted([asked for plain in plains for asked in (plain.text, *plain.alts)])
    for segment, plain in zip(segments, plains, strict=True):
        draft = drafts[plain.text]
        alts = [drafts[alt].text for alt in plain.alts]
        yield segment, put_back(segment, plain, draft.text, draft.alignment, alts)


def drafted(texts: Sequence[str]) -> dict[str, Draft]:
    engine = answered(load(packages.choose(None, os.environ).package))
    asked = sorted(set(texts), key=len)
    drafts: dict[str, Draft] = {}
    for start in range(0, len(asked), ASKED):
        chunk = asked[start : start + ASKED]
        drafts |= zip(chunk, engine(chunk), strict=True)
    return drafts


@cache
def built() -> dict[str, str]:
    """Return the draft of each text of the table, in the markup of its line."""
    rows = [row for section in table().values() for row in section]
    drafts = translated([row.text for row in rows])
    return {
        row.text: f"<p>{draft}</p>" if row.text.startswith("<p>") else draft
        for row, (_, draft) in zip(rows, drafts, strict=True)
    }


def tags(text: str) -> Counter[tuple[str, str]]:
    """Return each pair with the words that it is around, each point with the word before it."""
    plain = take_out(parsed(text))
    pairs = (
        (pair.opening + pair.closing, words(plain, plain.text[pair.start : pair.end]))
        for pair in plain.pairs
    )
    points = (
        (ALT.sub("", point.mark), "".join(words(plain, plain.text[: point.at]).split()[-1:]))
        for point in plain.points
    )
    return Counter([*pairs, *points])


def words(plain: Plain, text: str) -> str:
    """Return words with their code, in small letters: case is not what is measured here."""
    filled = PLACEHOLDER.sub(lambda match: plain.kept[int(match[1])], text)
    return filled.strip().replace("I", "ı").replace("İ", "i").lower()


@pytest.mark.parametrize("section", table())
def test_tags_stand_around_exactly_the_words_that_translate_their_words(section: str) -> None:
    right, every, wrong = 0, 0, []
    for row in table()[section]:
        found = tags(built()[row.text])
        best = max((tags(line) & found).total() for line in row.expected)
        right, every = right + best, every + found.total()
        if best < found.total():
            wrong += [
                row.text,
                *(f"  = {line}" for line in row.expected),
                f"  ! {built()[row.text]}",
            ]
    assert right / every >= 0.9, f"{right} of {every} tags are right:\n" + "\n".join(wrong)


def test_every_mark_of_the_table_comes_back() -> None:
    for row in (row for section in table().values() for row in section):
        source, draft = parsed(row.text), built()[row.text].removeprefix("<p>").removesuffix("</p>")
        assert same(source, draft), draft


@pytest.mark.slow
def test_every_mark_of_generated_sentences_comes_back() -> None:
    texts = generated(GENERATED)
    assert len(texts) == GENERATED
    assert sum(len(take_out(parsed(text)).kept) > 10 for text in texts) > 20
    wrong = [
        f"{source.text}\n  ! {draft}"
        for source, draft in translated(texts)
        if not same(source, draft)
    ]
    assert not wrong, f"{len(wrong)} sentences:\n" + "\n".join(wrong)


def same(source: Segment, draft: str) -> bool:
    """Tell if the format finds the same marks in a draft, paired likewise."""
    return marks(draft, source.syntax) == marks(source.text, source.syntax)


def generated(count: int) -> list[str]:
    """Return different sentences that Hypothesis draws: all at once, as the model is quick then."""
    found: dict[str, None] = {}

    @settings(
        max_examples=2 * count,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(sentences())
    def draw(text: str) -> None:
        if len(found) < count:
            found[text] = None

    draw()
    return list(found)
