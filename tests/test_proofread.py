"""What `translate review` finds in a translation, and what it leaves alone.

`tests/checks/NAME.txt` holds the pairs of a check: two lines, English and Turkish, are to be left
alone; a third that starts with "!" says what is to be found.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given as having
from hypothesis import strategies as st

from translate import catalog, glossary
from translate.checks.pair import pair
from translate.entry import Entry, State, state
from translate.glossary import Glossary, Term
from translate.grammar.casing import capitalised
from translate.grammar.sound import SOFT_VOWELS
from translate.inline import protect
from translate.post import Segment
from translate.proofread import CHECKS, Finding, Known, Severity, findings, proofread, spared
from translate.read import find, judge, read
from translate.segment import parts

FOLDER = Path(__file__).parent / "checks"
ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Case:
    """A pair of a table, and what is to be found: "" for nothing."""

    check: str
    source: str
    target: str
    reason: str
    syntax: str
    known: Known


def cases(path: Path) -> Iterator[Case]:
    """Yield the pairs of a table; settings hold until they are set again."""
    syntax, terms, names = "text", Glossary(), frozenset[str]()
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        key, _, value = lines[0].partition(": ") if lines else ("", "", "")
        if key == "syntax":
            syntax = value
        elif key == "terms":
            terms = glossary.new(Term(*term.split(" = ")) for term in value.split("; "))
        elif key == "names":
            names = frozenset(value.split("; "))
        if sentences := lines[key in ("syntax", "terms", "names") :]:
            source, target, *reason = map(decoded, sentences)
            found = reason[0].removeprefix("! ") if reason else ""
            yield Case(path.stem, source, target, found, syntax, Known(terms, names))


def decoded(line: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), line)


def segment(text: str, syntax: str = "text") -> Segment:
    """Return a sentence as the posts of a format have it."""
    if syntax == "text":
        return Segment(text, text, "paragraph", "", 1, 0, marks=protect(text, ()))
    page = f"<p>{text}</p>" if syntax == "html" else f"{text}\n"
    found = parts(page, import_module(f"translate.segment.{syntax}").layout(page))
    return next(part for part in found if isinstance(part, Segment))


POSTS = find([ROOT / "corpus" / "en", FOLDER.parent / "golden"]).files
ALL = [case for path in sorted(FOLDER.glob("*.txt")) for case in cases(path)]


def reason(case: Case) -> str:
    given = pair(segment(case.source, case.syntax), case.target)
    assert given.segment.text == case.source
    return next(check for check in CHECKS if check.name == case.check).find(given, case.known)


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.check}: {case.target[:30]}")
def test_each_check_finds_what_it_is_for_and_leaves_the_rest_alone(case: Case) -> None:
    assert reason(case) == case.reason


@pytest.mark.parametrize("check", [check.name for check in CHECKS])
def test_each_check_has_ten_pairs_of_either_kind(check: str) -> None:
    mine = [case for case in ALL if case.check == check]
    assert sum(1 for case in mine if case.reason) >= 10
    assert sum(1 for case in mine if not case.reason) >= 10


# What people may write
WORDS = [
    *map(capitalised, sorted(SOFT_VOWELS)),
    *"TBMM IŞID Xy İ I ı 1998 3.5 %50 9:30 XIV ten".split(),
]
SIGNS = [
    "'de",
    "'nın",
    "’",
    "“",
    '"',
    "'",
    "(",
    ")",
    "**",
    "_",
    "⟦0⟧",
    "{a}",
    "%s",
    "<b>",
    "...",
    "?",
]


@having(*[st.lists(st.sampled_from([*WORDS, *SIGNS, " ", " ", "kapıyı", "not"]))] * 2)
def test_no_check_breaks_off_whatever_is_written(source: list[str], target: list[str]) -> None:
    text = " ".join("".join(source).split())
    given = pair(segment(text), "".join(target))
    assert [check.find(given, Known()) for check in CHECKS]


# Which checks an entry is spared


LATE = segment("It cost 1,000 lira.")
WRONG = "Liraya mal oldu"  # without the number, without the full stop


def names_of(entry: Entry) -> list[str]:
    return [finding.check for finding in proofread([(LATE, entry)], Glossary())[0]]


def test_findings_tell_the_check_how_grave_it_is_and_why_errors_first() -> None:
    (found,) = proofread([(LATE, Entry(LATE.text, WRONG))], Glossary())
    assert found == (
        Finding("numbers", Severity.ERROR, "lost the number 1,000"),
        Finding("punctuation", Severity.WARNING, "no “.” at the end"),
    )
    grades = [check.severity for check in CHECKS]
    assert grades == sorted(grades, key=[*Severity].index)


@pytest.mark.parametrize(
    ("flags", "left"),
    [
        ((), ["numbers", "punctuation"]),
        (("ignore-numbers",), ["punctuation"]),
        (("fuzzy", "ignore-numbers", "ignore-punctuation"), []),
        (("ignore-end-stop",), ["numbers"]),  # as Weblate calls it
        (("ignore-end_stop",), ["numbers"]),
        (("ignore-all-checks",), []),
        (("ignore-spacing", "c-format"), ["numbers", "punctuation"]),
    ],
)
def test_a_flag_switches_a_check_off(flags: tuple[str, ...], left: list[str]) -> None:
    assert names_of(Entry(LATE.text, WRONG, flags=flags)) == left


@pytest.mark.parametrize(
    ("comment", "left"),
    [
        ("ignore-numbers", ["punctuation"]),
        (" ignore-numbers, ignore-punctuation", []),
        ("I would ignore-numbers here.", ["numbers", "punctuation"]),
        ("(pofilter) numbers: Different numbers", ["numbers", "punctuation"]),
    ],
)
def test_so_does_a_comment_that_holds_nothing_else(comment: str, left: list[str]) -> None:
    assert names_of(Entry(LATE.text, WRONG, comments=(comment,))) == left


def test_flags_and_comments_survive_our_own_writing() -> None:
    text = catalog.dump(catalog.new("x")) + (
        "\n# ignore-numbers\n#, fuzzy, ignore-end-stop\n"
        'msgid "It cost 1,000 lira."\nmsgstr "Liraya mal oldu"\n'
    )
    found = catalog.parse(text)
    (entry,) = found.entries
    written = catalog.dump(replace(found, entries=(replace(entry, raw=""),)))
    assert spared(catalog.parse(written).entries[0]) == {"ignore-numbers", "ignore-end-stop"}


@pytest.mark.skipif(shutil.which("msgcat") is None, reason="gettext is missing")
def test_the_comment_survives_programs_of_gettext_which_drop_flags_that_they_do_not_know() -> None:
    text = catalog.dump(catalog.new("x")) + (
        "\n# ignore-numbers\n#, fuzzy, ignore-end-stop\n"
        'msgid "It cost 1,000 lira."\nmsgstr "Liraya mal oldu"\n'
    )
    done = subprocess.run(["msgcat", "-"], input=text, capture_output=True, text=True, check=True)
    assert "ignore-numbers" in spared(catalog.parse(done.stdout).entries[0])


# What is known of the whole post


def test_names_of_the_post_are_looked_for_in_every_sentence() -> None:
    texts = ["We met Odile Farrant there.", "Then Farrant left the town."]
    pairs = [
        (segment(text), Entry(text, target))
        for text, target in zip(
            texts, ["Odile Farrant'la orada tanıştık.", "Sonra kasabadan ayrıldı."], strict=True
        )
    ]
    first, second = proofread(pairs, Glossary())
    assert first == ()
    assert [finding.reason for finding in second] == ["lost the name “Farrant”"]


# Posts whose translation is the post itself


@pytest.mark.parametrize(("name", "path"), POSTS)
def test_the_marks_of_a_source_are_right_for_itself(name: str, path: Path) -> None:
    alike = "leftover markup kept links control unbalanced spacing invisible punctuation".split()
    for post in read(name, path):
        for part in judge(post, "en").post.translatable(comments=True):
            given = pair(part, part.text)
            assert given.english == given.turkish
            found = findings(given, Entry(part.text, part.text), Known())
            assert not [finding for finding in found if finding.check in alike]


# The project's own catalogs


def test_nothing_is_found_in_what_was_reviewed_of_our_own_posts() -> None:
    terms = glossary.read(catalog.glossary_path(ROOT / "locales"))
    wrong = []
    for name, path in find([ROOT / "corpus" / "en"]).files:
        entries = {
            entry.msgid: entry
            for entry in catalog.read(catalog.path(ROOT / "locales", name)).entries
        }
        posts = (judge(post).post for post in read(name, path))
        segments = {segment.text: segment for post in posts for segment in post.translatable()}
        pairs = [(segments[msgid], entry) for msgid, entry in entries.items() if msgid in segments]
        for (_, entry), found in zip(pairs, proofread(pairs, terms), strict=True):
            if found and state(entry) is State.REVIEWED:
                wrong.append((entry.msgid, entry.msgstr, found))
    assert not wrong


PIECES = (
    "a|a |0 |1.|1,000.|1'de |not |not only |ne |me! |me|kimse |⟦|\" |(|[|[a]|[a[b]|](|![|![](|<b>"
    "|<a |<!--|**|a'da|A'da|x.y|Iı"
)


@pytest.mark.parametrize("piece", PIECES.split("|"))
def test_no_sentence_takes_longer_than_its_length_allows(piece: str) -> None:
    text = piece * 20_000
    for target in (text, f"{text}x"):
        given = pair(Segment(text, text, "paragraph", "", 1, 0, syntax="markdown"), target)
        assert isinstance(findings(given, Entry(text, target), Known()), tuple)
