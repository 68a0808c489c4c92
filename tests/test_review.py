"""How far a catalog has come, and what is worth a person's time first."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from translate.catalog import Catalog
from translate.entry import Entry, State, drafted, failed
from translate.glossary import Glossary
from translate.post import Segment
from translate.review import Item, Progress, items, progress, together

PACKAGE = "translate-en_tr 1.0"


def segments(*texts: str) -> list[Segment]:
    return [Segment(text, text, "paragraph", "", 1, 0) for text in texts]


def test_sentences_are_counted_by_state() -> None:
    entries = (
        Entry("reviewed", "gözden geçirilmiş"),
        drafted(Entry("draft"), "taslak", PACKAGE, 0.5),
        Entry("edited", "düzeltilmiş", flags=("fuzzy",)),
        Entry("stale", "eski", flags=("fuzzy",), previous="older"),
        failed(Entry("failed"), PACKAGE, "lost `x`"),
        Entry("gone", "gitti", obsolete=True),
    )
    texts = ("reviewed", "draft", "edited", "stale", "failed", "unknown", "draft")
    assert progress(segments(*texts), Catalog("", entries)) == Progress(6, 1, 1, 1, 1, 2)


def test_without_a_catalog_all_is_untranslated() -> None:
    assert progress(segments("one", "two"), None) == Progress(2, untranslated=2)


def test_a_share_is_rounded_down() -> None:
    assert Progress(3, reviewed=2, untranslated=1).percent == 66
    assert Progress(3, drafts=2, untranslated=1).percent_translated == 66
    assert Progress(0).percent == 0


# What is worth a look

PATH = Path("locales/tr/LC_MESSAGES/ferry.po")
OTHER = Path("locales/tr/LC_MESSAGES/harbour.po")


def numbered(entries: Sequence[Entry]) -> Catalog:
    return Catalog("", tuple(replace(entry, line=10 * at) for at, entry in enumerate(entries, 1)))


def looked_at(entries: Sequence[Entry], *texts: str) -> list[Item]:
    catalog = numbered(entries)
    found = segments(*(texts or [entry.msgid for entry in entries]))
    beside = together({PATH: catalog})
    return sorted(items(PATH, catalog, found, Glossary(), beside), key=lambda item: item.worth)


def test_errors_come_first_then_warnings_then_the_least_sure() -> None:
    entries = (
        drafted(Entry("It is a sure draft."), "Emin bir taslak bu.", PACKAGE, 0.9),
        drafted(Entry("It is a doubtful one."), "Bu ise kuşkulu.", PACKAGE, 0.2),
        Entry("It is reviewed and right.", "Gözden geçirildi, doğru."),
        Entry("It is reviewed.", "Gözden geçirildi"),
        drafted(Entry("It cost 12 lira."), "Bin liraya mal oldu.", PACKAGE, 0.9),
        Entry("It cost 13 lira.", "Bin küsur liraya mal oldu."),
        failed(Entry("It failed."), PACKAGE, "lost `x`"),
        Entry("It is edited.", "Elden geçti.", flags=("fuzzy",)),
    )
    assert [(item.line, item.worst, item.state) for item in looked_at(entries)] == [
        (60, "error", State.REVIEWED),  # readers see it
        (50, "error", State.DRAFT),
        (40, "warning", State.REVIEWED),
        (70, None, State.UNTRANSLATED),
        (20, None, State.DRAFT),
        (80, None, State.EDITED),
        (10, None, State.DRAFT),
    ]


def test_what_is_right_and_what_no_post_has_is_not_worth_a_look() -> None:
    entries = (
        Entry("It is late.", "Geç oldu."),
        Entry("It is gone.", "Gitti", obsolete=True),
        Entry("It was in the post.", "Yazıdaydı"),
        Entry("menu", "12 menü", msgctxt="menu"),
    )
    assert looked_at(entries, "It is late.") == []


def test_a_failure_comes_with_its_reason() -> None:
    (item,) = looked_at([failed(Entry("It failed."), PACKAGE, "lost `x`")])
    assert (item.failure, item.confidence, item.findings) == ("lost `x`", None, ())


# Catalogs seen together


def reasons(*catalogs: Catalog) -> dict[tuple[str, int], list[str]]:
    found = together(dict(zip((PATH, OTHER), catalogs, strict=False)))
    return {
        (path.stem, line): [f"{finding.check}: {finding.reason}" for finding in findings]
        for (path, line), findings in found.items()
    }


def test_a_source_with_two_reviewed_translations_is_found_in_both_places() -> None:
    one = numbered([Entry("Half empty is also half full.", "Yarı boş, yarı dolu demektir.")])
    two = numbered([Entry("Half empty is also half full.", "Yarısı boş olanın yarısı doludur.")])
    assert reasons(one, two) == {
        ("ferry", 10): [
            f"inconsistent: elsewhere “Yarısı boş olanın yarısı doludur.” ({OTHER}:10)"
        ],
        ("harbour", 10): [f"inconsistent: elsewhere “Yarı boş, yarı dolu demektir.” ({PATH}:10)"],
    }


def test_a_draft_is_no_standard_for_another() -> None:
    draft = drafted(Entry("It is late now."), "Artık geç oldu.", PACKAGE, 0.5)
    other = drafted(Entry("It is late now."), "Şimdi çok geç.", PACKAGE, 0.5)
    reviewed = Entry("It is late now.", "Vakit geç oldu.")
    assert reasons(numbered([draft]), numbered([other])) == {}
    assert list(reasons(numbered([draft]), numbered([reviewed]))) == [("ferry", 10)]


def test_a_translation_of_two_sources_is_found_in_both_places() -> None:
    entries = [
        Entry("The harbour is closed today.", "Bugün liman kapalı."),
        Entry("The bakery is closed today.", "Bugün liman kapalı!"),
    ]
    assert reasons(numbered(entries)) == {
        ("ferry", 10): [f"reused: also for “The bakery is closed today.” ({PATH}:20)"],
        ("ferry", 20): [f"reused: also for “The harbour is closed today.” ({PATH}:10)"],
    }


def test_she_and_he_and_short_answers_may_share_a_translation() -> None:
    entries = [
        Entry("She went home at nine.", "Dokuzda eve gitti."),
        Entry("He went home at nine.", "Dokuzda eve gitti."),
        Entry("Thanks", "Çok teşekkürler"),
        Entry("Thank you very much", "Çok teşekkürler"),
    ]
    assert reasons(numbered(entries)) == {}


def test_case_and_marks_alone_make_no_other_translation() -> None:
    one = numbered([Entry("Read more about it", "Devamını oku")])
    two = numbered([Entry("Read more about it", "Devamını Oku…")])
    assert reasons(one, two) == {}


def test_either_can_be_switched_off() -> None:
    entries = [
        Entry("The harbour is closed today.", "Bugün liman kapalı.", flags=("ignore-reused",)),
        Entry("The bakery is closed today.", "Bugün liman kapalı."),
    ]
    assert list(reasons(numbered(entries))) == [("ferry", 20)]


def test_many_entries_with_one_translation_take_no_longer_than_others() -> None:
    entries = [Entry(f"The {at} of them are here.", "Hepsi burada.") for at in range(20_000)]
    assert together({PATH: numbered(entries)}) == {}
    entries = [replace(entry, msgstr="Onların hepsi burada.") for entry in entries]
    assert len(together({PATH: numbered(entries)})) == 20_000
