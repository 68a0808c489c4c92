"""How far a catalog has come."""

from translate.catalog import Catalog
from translate.entry import Entry, drafted, failed
from translate.post import Segment
from translate.review import Progress, progress

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
