"""What a catalog has reviewed, read quickly and as `catalog.py` would."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate import catalog, reviewed
from translate.entry import Entry, change, drafted, recalled
from translate.errors import TranslateError
from translate.memory import Rank, Unit

HEADER = catalog.new("a").header
ONE = Unit("One.", "Bir.", "a", Rank.DECIDED, "a")
ONE_WAY = Unit("One way.", "Tek yön.", "a", Rank.DECIDED, "a")


def text(*entries: Entry) -> str:
    return catalog.dump(catalog.Catalog(HEADER, entries))


def units(written: str) -> list[Unit]:
    found = reviewed.parse(written, "a")
    assert found is not None
    return found.units


def test_an_entry_without_flag_is_reviewed() -> None:
    assert units(text(Entry("One.", "Bir."))) == [ONE]


def test_drafts_and_what_a_person_flagged_are_not() -> None:
    draft = drafted(Entry("One."), "BİR.", "upper 1.0", 0.5)
    edited = Entry("Two.", "İki.", flags=("fuzzy",))
    with_more = Entry("Three.", "Üç.", flags=("c-format", "fuzzy"))
    assert units(text(draft, edited, with_more, Entry("Four."))) == []


def test_a_flag_that_has_fuzzy_in_its_name_is_another() -> None:
    entry = Entry("One.", "Bir.", flags=("no-fuzzy-match",))
    assert units(text(entry)) == [ONE]


def test_obsolete_entries_are_marked() -> None:
    gone = Entry("One.", "Bir.", obsolete=True)
    unsure = Entry("Two.", "İki.", obsolete=True, flags=("fuzzy",))
    assert units(text(gone, unsure)) == [ONE._replace(obsolete=True)]


def test_words_taken_from_another_catalog_name_it() -> None:
    taken = recalled(Entry("One."), "Bir.", "ferry", reviewed=True)
    assert units(text(taken)) == [Unit("One.", "Bir.", "ferry", Rank.TAKEN, "a")]


def test_unless_a_person_changed_them() -> None:
    taken = recalled(Entry("One."), "Bir.", "ferry", reviewed=True)
    assert units(text(change(taken, msgstr="Tek."))) == [ONE._replace(target="Tek.")]


@pytest.mark.parametrize(
    "entry",
    [
        'msgid ""\n"One "\n"way."\nmsgstr ""\n"Tek "\n"yön."\n',
        'msgctxt "menu"\nmsgid "File"\nmsgstr "Dosya"\n\nmsgid "One way."\nmsgstr "Tek yön."\n',
        'msgid "%d"\nmsgid_plural "%d"\nmsgstr[0] ""\n\nmsgid "One way."\nmsgstr "Tek yön."\n',
        'msgid "One way."\nmsgstr "Tek yön."\nmsgid "Two."\nmsgstr ""\n',
        '  msgid   "One way."\n  msgstr "Tek yön."\n',
        '#= fuzzy\nmsgid "Two."\nmsgstr "İki."\n\nmsgid "One way."\nmsgstr "Tek yön."\n',
        'msgid "One way."\nmsgstr "Tek yön."',
        'msgid "One way."\nmsgstr "Tek yön."\n\n# a comment alone\n',
    ],
)
def test_catalogs_of_any_form_are_read(entry: str, tmp_path: Path) -> None:
    for newline in ("\n", "\r\n"):
        path = tmp_path / "a.po"
        path.write_bytes(f"{HEADER}\n{entry}".replace("\n", newline).encode())
        assert reviewed.read(path, "a").units == [ONE_WAY]


@pytest.mark.parametrize("form", ["utf-16", "utf-8"])
def test_a_broken_catalog_is_refused(form: str, tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(text(Entry("One.", "Bir."))[:-3].encode(form))
    with pytest.raises(TranslateError, match=r"a\.po: line"):
        reviewed.read(path, "a")


WORDS = st.text(st.sampled_from('ab\\"\nşİ“” ~#\t'), max_size=8)
ENTRIES = st.builds(
    Entry,
    msgid=WORDS.filter(str.strip),
    msgstr=WORDS,
    flags=st.sampled_from([(), ("fuzzy",), ("c-format",), ("c-format", "fuzzy")]),
    previous=st.sampled_from(["", "old"]),
    comments=st.lists(
        st.sampled_from(["memory: a, 123456", "memory:", "~", "", "fuzzy", ", fuzzy"]), max_size=3
    ).map(tuple),
    notes=st.sampled_from([(), ("fuzzy",)]),
    obsolete=st.booleans(),
)


@given(st.lists(ENTRIES, max_size=4, unique_by=lambda entry: entry.msgid))
def test_the_quick_way_reads_what_the_strict_way_reads(entries: list[Entry]) -> None:
    written = text(*entries)
    slowly = catalog.parse(written).entries
    assert reviewed.parse(written, "a") == reviewed.of(slowly, "a")


@given(st.lists(ENTRIES, max_size=3, unique_by=lambda e: e.msgid), st.data())
def test_what_is_cut_off_is_never_read_as_whole_words(entries: list[Entry], data) -> None:
    written = text(*(replace(entry, comments=()) for entry in entries))
    cut = written[: data.draw(st.integers(0, len(written)))]
    found = reviewed.parse(cut, "a")
    assert found is None or set(found.units) <= set(units(written))
