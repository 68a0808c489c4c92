"""Files → units of the memory."""

from pathlib import Path

import pytest

from translate import catalog, compendium
from translate.entry import Entry, recalled
from translate.errors import TranslateError
from translate.memory import Rank, Unit


def write(path: Path, *entries: Entry, language: str = "tr") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    header = catalog.new("a").header.replace("Language: tr", f"Language: {language}")
    path.write_text(catalog.dump(catalog.Catalog(header, entries)), encoding="utf-8")
    return path


def test_catalogs_in_any_folder_are_the_memory_of_a_site(tmp_path: Path) -> None:
    write(catalog.path(tmp_path, "2024/ferry"), Entry("One.", "Bir."))
    write(catalog.path(tmp_path, "boat"), recalled(Entry("Two."), "İki.", "ferry", reviewed=True))
    write(catalog.path(tmp_path, "old"), Entry("Three.", "Üç.", obsolete=True))
    site = compendium.own(tmp_path)
    assert site.units == [
        Unit("Two.", "İki.", "ferry", Rank.TAKEN, "boat"),
        Unit("Three.", "Üç.", "old", Rank.DECIDED, "old", obsolete=True),
        Unit("One.", "Bir.", "2024/ferry", Rank.DECIDED, "2024/ferry"),
    ]
    assert not site.left_out


def test_neither_the_glossary_nor_a_hidden_file_is_a_catalog_of_a_post(tmp_path: Path) -> None:
    write(catalog.glossary_path(tmp_path), Entry("One", "Bir"))
    write(catalog.path(tmp_path, ".ferry"), Entry("One.", "Bir."))
    write(catalog.path(tmp_path, ".git/ferry"), Entry("One.", "Bir."))
    assert compendium.own(tmp_path).units == []


def test_a_broken_catalog_does_not_keep_the_others_from_being_read(tmp_path: Path) -> None:
    broken = write(catalog.path(tmp_path, "a"), Entry("One.", "Bir."))
    broken.write_bytes(broken.read_bytes()[:-3])
    write(catalog.path(tmp_path, "b"), Entry("Two.", "İki."))
    site = compendium.own(tmp_path)
    assert [unit.source for unit in site.units] == ["Two."]
    assert site.left_out[str(broken)].startswith("line")


def test_a_compendium_is_a_catalog_of_reviewed_sentences(tmp_path: Path) -> None:
    fuzzy = Entry("Two.", "İki.", flags=("fuzzy",))
    path = write(tmp_path / "all.po", Entry("One.", "Bir."), fuzzy, Entry("3", "3", obsolete=True))
    assert compendium.read(path) == [Unit("One.", "Bir.", "all.po", Rank.COMPENDIUM)]


def test_or_the_memory_of_another_tool(tmp_path: Path) -> None:
    path = tmp_path / "OLD.TMX"
    path.write_text(
        '<tmx version="1.4"><body><tu><tuv xml:lang="en"><seg>One.</seg></tuv>'
        '<tuv xml:lang="tr"><seg>Bir.</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    assert compendium.read(path) == [Unit("One.", "Bir.", "OLD.TMX", Rank.UNSURE)]


def test_a_compendium_that_is_of_no_use_is_refused(tmp_path: Path) -> None:
    (tmp_path / "none.tmx").write_text("<tmx/>")
    german = write(tmp_path / "de.po", Entry("One.", "Eins."), language="de")
    drafts = write(tmp_path / "drafts.po", Entry("One.", "Bir.", flags=("fuzzy",)))
    for path, reason in [
        (german, "its language is de"),
        (drafts, "holds no reviewed sentence"),
        (tmp_path / "none.tmx", "holds no English sentence with a Turkish one"),
        (tmp_path / "missing.po", "no such file"),
        (tmp_path / "missing.tmx", "check the path"),
        (tmp_path / "a.xliff", "compendia end in .po, .tmx"),
    ]:
        with pytest.raises(TranslateError, match=reason):
            compendium.read(path)
