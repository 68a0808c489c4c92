"""What people reviewed elsewhere, in the catalogs of new posts. Real files, `upper` as engine."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engines import Translate, engine, forgetful, upper
from tests.wordpress import exports
from translate import catalog
from translate.comments import digest
from translate.draft import Outcome, Settings, draft
from translate.entry import Entry, State, change, machine, memory, offers, state
from translate.errors import TranslateError

PACKAGE = "upper 1.0"
LONG = "Many were foreign citizens."
SHORT = "What it was"


class Site:
    """A folder of posts and catalogs, and the people who work on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, name: str, *sentences: str) -> None:
        path = self.folder / "en" / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join(sentences) + "\n", encoding="utf-8")

    def remove(self, name: str) -> None:
        (self.folder / "en" / f"{name}.txt").unlink()

    def path(self, name: str) -> Path:
        return catalog.path(self.folder / "locales", name)

    def entries(self, name: str) -> dict[str, Entry]:
        found = catalog.read(self.path(name))
        assert found is not None
        return {entry.msgid: entry for entry in found.entries}

    def edit(self, name: str, msgid: str, **fields: object) -> None:
        found = catalog.read(self.path(name))
        assert found is not None
        entries = [change(e, **fields) if e.msgid == msgid else e for e in found.entries]
        catalog.write(self.path(name), replace(found, entries=tuple(entries)))

    def review(self, name: str, msgid: str, msgstr: str) -> None:
        self.edit(name, msgid, msgstr=msgstr, flags=())

    def draft(
        self,
        order: int = 1,
        load: Callable[[], Translate] = lambda: upper,
        redraft: bool = False,
        compendia: tuple[str, ...] = (),
    ) -> list[Outcome]:
        paths = tuple(self.folder / file for file in compendia)
        asked = Settings(
            self.folder / "locales", PACKAGE, "en", redraft, threads=1, compendia=paths
        )
        files = sorted((path.stem, path) for path in (self.folder / "en").iterdir())
        return list(draft(files[::order], asked, lambda: engine(load()), lambda *_: None))

    def contents(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.folder.rglob("*.po")}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Return a site with a post "b" of which two sentences are reviewed."""
    site = Site(tmp_path)
    site.write("b", LONG, SHORT, "The council said nothing about it.")
    site.draft()
    site.review("b", LONG, "Birçoğu yabancı uyrukluydu.")
    site.review("b", SHORT, "Ne olduğu")
    return site


def no_engine() -> Translate:
    raise AssertionError("nobody need be asked")


# Exact matches


def test_what_is_reviewed_elsewhere_needs_no_engine_and_names_its_catalog(site: Site) -> None:
    site.write("new", LONG)
    outcomes = {Path(outcome.post).stem: outcome for outcome in site.draft(load=no_engine)}
    assert (outcomes["new"].recalled, outcomes["new"].drafted) == (1, 0)
    text = site.path("new").read_text(encoding="utf-8").split("\n\n")[1]
    seal = digest("Birçoğu yabancı uyrukluydu.")
    assert text.startswith(f"# memory: b, {seal}")
    assert text.endswith(
        '#: en/new.txt:1\nmsgid "Many were foreign citizens."\n'
        'msgstr "Birçoğu yabancı uyrukluydu."\n'
    )


def test_what_is_shorter_than_four_words_is_a_draft(site: Site) -> None:
    site.write("new", SHORT)
    site.draft(load=no_engine)
    entry = site.entries("new")[SHORT]
    assert (entry.msgstr, state(entry)) == ("Ne olduğu", State.DRAFT)


def test_tags_are_no_words(site: Site) -> None:
    site.write("b", "Read [more](https://example.org/a_b) <b class='x y z'>here</b>.")
    path = site.folder / "en" / "b.txt"
    path.rename(path.with_suffix(".md"))
    site.draft()
    (msgid,) = (msgid for msgid in site.entries("b") if msgid.startswith("Read"))
    site.review("b", msgid, "Devamını [burada](https://example.org/a_b) okuyun.")
    new = site.folder / "en" / "new.md"
    new.write_text(f"{msgid}\n", encoding="utf-8")
    site.draft(load=no_engine)
    assert state(site.entries("new")[msgid]) is State.DRAFT


def test_a_draft_that_nobody_touched_follows_a_review_elsewhere(site: Site) -> None:
    said = "The council said nothing about it."
    site.write("new", said, SHORT)
    site.draft()
    site.review("b", said, "Belediye bu konuda bir şey söylemedi.")
    site.review("b", SHORT, "Neydi")
    site.draft(load=no_engine)
    entries = site.entries("new")
    assert state(entries[said]) is State.REVIEWED
    assert (state(entries[SHORT]), entries[SHORT].msgstr) == (State.DRAFT, "Neydi")


def test_words_of_a_person_do_not(site: Site) -> None:
    said = "The council said nothing about it."
    site.write("new", said, LONG)
    site.draft()
    site.edit("new", said, msgstr="Bir şey denmedi.")
    site.edit("new", LONG, msgstr="Çoğu yabancıydı.")
    site.review("b", said, "Belediye bu konuda bir şey söylemedi.")
    before = site.contents()
    site.draft(redraft=True, load=no_engine)
    assert site.contents() == before


def test_what_is_not_reviewed_is_no_memory(site: Site) -> None:
    site.edit("b", LONG, flags=("fuzzy",))
    site.write("new", LONG)
    site.draft()
    assert machine(site.entries("new")[LONG]) is not None


def test_where_two_catalogs_disagree_a_person_sees_both(site: Site) -> None:
    site.write("c", LONG)
    site.draft()
    site.review("c", LONG, "Çoğu yabancıydı.")
    site.write("new", LONG)
    site.draft(load=no_engine)
    entry = site.entries("new")[LONG]
    assert state(entry) is State.DRAFT
    assert (entry.msgstr, memory(entry).catalog) == ("Birçoğu yabancı uyrukluydu.", "b")
    (offer,) = offers(entry)
    assert (offer.origin, offer.words) == ("100 % c", f'"{LONG}" → "Çoğu yabancıydı."')


def test_once_they_agree_it_is_reviewed(site: Site) -> None:
    test_where_two_catalogs_disagree_a_person_sees_both(site)
    site.review("c", LONG, "Birçoğu yabancı uyrukluydu.")
    site.draft(load=no_engine)
    entry = site.entries("new")[LONG]
    assert (state(entry), offers(entry)) == (State.REVIEWED, ())


def test_a_correction_of_what_was_taken_over_is_a_decision_of_its_own(site: Site) -> None:
    site.write("c", LONG)
    site.draft()
    site.review("c", LONG, "Çoğu yabancıydı.")
    site.remove("b")
    site.path("b").unlink()
    site.write("new", LONG)
    site.draft(load=no_engine)
    assert memory(site.entries("new")[LONG]).catalog == "c"


# Sentences that moved


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("to", ["a", "c"])
def test_a_sentence_that_moved_keeps_its_review_however_short(
    site: Site, to: str, order: int
) -> None:
    site.write("b", LONG)
    site.write(to, SHORT)
    site.draft(order, no_engine)
    entry = site.entries(to)[SHORT]
    assert (entry.msgstr, state(entry)) == ("Ne olduğu", State.REVIEWED)
    assert site.entries("b")[SHORT].obsolete


@pytest.mark.parametrize("order", [1, -1])
def test_so_it_does_where_all_else_in_its_post_is_new(site: Site, order: int) -> None:
    site.write("b", "A dog barks at the moon tonight.")
    site.write("c", SHORT)
    site.draft(order)
    assert state(site.entries("c")[SHORT]) is State.REVIEWED


def test_so_it_does_where_it_went_before_it_came(site: Site) -> None:
    site.write("b", LONG)
    site.draft(load=no_engine)
    site.write("c", SHORT)
    site.draft(load=no_engine)
    assert state(site.entries("c")[SHORT]) is State.REVIEWED


def test_so_it_does_where_its_post_was_removed(site: Site) -> None:
    site.remove("b")
    site.write("c", SHORT)
    site.draft(load=no_engine)
    assert state(site.entries("c")[SHORT]) is State.REVIEWED


def test_it_may_move_on(site: Site) -> None:
    test_so_it_does_where_its_post_was_removed(site)
    site.write("c", LONG)
    site.write("d", SHORT)
    site.draft(load=no_engine)
    entry = site.entries("d")[SHORT]
    assert (state(entry), memory(entry).catalog) == (State.REVIEWED, "b")


@pytest.mark.parametrize("order", [1, -1])
def test_it_may_move_within_an_export(site: Site, order: int) -> None:
    def item(number: int, *sentences: str) -> str:
        return exports.item(number, "\n\n".join(sentences), title=f"Post {number}")

    folder = site.folder / "en"
    exports.write(folder, *[item(1, LONG, SHORT), item(2, LONG)])
    site.draft()
    site.review("export/post-1", SHORT, "Neydi")
    site.path("b").unlink()
    site.remove("b")
    exports.write(folder, *[item(1, LONG), item(2, SHORT, LONG)][::order])
    site.draft()
    entry = site.entries("export/post-2")[SHORT]
    assert (entry.msgstr, state(entry)) == ("Neydi", State.REVIEWED)


def test_a_draft_does_not_become_reviewed_because_the_sentence_goes_elsewhere(site: Site) -> None:
    site.write("c", SHORT)
    site.draft()
    site.write("b", LONG)
    site.draft(load=no_engine)
    assert state(site.entries("c")[SHORT]) is State.DRAFT


# Similar sentences


def test_the_most_similar_sentence_is_offered_beside_the_draft(site: Site) -> None:
    site.write("new", "Some were foreign citizens.")
    site.draft()
    text = site.path("new").read_text(encoding="utf-8").strip().split("\n\n")[1].split("\n")
    assert text[0].startswith("# machine: upper 1.0, confidence 0.50, ")
    assert text[1].startswith("# offer: 85 % b, ")
    assert text[1].endswith(f': "{LONG}" → "Birçoğu yabancı uyrukluydu."')
    assert text[-1] == 'msgstr "SOME WERE FOREIGN CITIZENS."'


def test_so_it_is_where_the_engine_failed(site: Site) -> None:
    path = site.folder / "en" / "new.md"
    path.write_text("Many were `foreign` citizens.\n", encoding="utf-8")
    site.draft(load=lambda: forgetful)
    entry = site.entries("new")["Many were `foreign` citizens."]
    assert [offer.origin for offer in offers(entry)] == ["96 % b"]


def test_what_is_less_similar_is_not_offered(site: Site) -> None:
    site.write("new", "Some of them were hardly ever foreign at all.")
    site.draft()
    assert not offers(site.entries("new")["Some of them were hardly ever foreign at all."])


def test_beside_words_that_became_stale_their_own_source_is_not_offered(site: Site) -> None:
    site.write("b", "Some were foreign citizens.", SHORT)
    site.draft()
    entry = site.entries("b")["Some were foreign citizens."]
    assert state(entry) is State.STALE
    assert [offer.origin for offer in offers(entry)] == ["machine 0.50"]


def test_but_what_is_reviewed_elsewhere_is(site: Site) -> None:
    site.write("c", "Some were foreign citizens.")
    site.draft()
    site.review("c", "Some were foreign citizens.", "Bazıları yabancı uyrukluydu.")
    site.write("b", "Some were foreign citizens.", SHORT)
    site.draft()
    entry = site.entries("b")["Some were foreign citizens."]
    assert (state(entry), entry.msgstr) == (State.STALE, "Birçoğu yabancı uyrukluydu.")
    assert [offer.origin for offer in offers(entry)] == ["100 % c", "machine 0.50"]


# Compendia


def write_compendia(site: Site) -> None:
    header = catalog.new("all").header
    entries = (Entry(LONG, "Onların sözü."), Entry("Nobody saw them leave at night.", "Görülmedi."))
    text = catalog.dump(catalog.Catalog(header, entries))
    (site.folder / "all.po").write_text(text, encoding="utf-8")
    (site.folder / "old.tmx").write_text(
        '<tmx version="1.4"><body><tu><tuv xml:lang="en"><seg>The boat left at noon.</seg></tuv>'
        '<tuv xml:lang="tr"><seg>Tekne öğlen gitti.</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )


def test_compendia_take_part_after_the_catalogs_of_the_site(site: Site) -> None:
    write_compendia(site)
    texts = (LONG, "Nobody saw them leave at night.", "The boat left at noon.", "The boat left.")
    site.write("new", *texts)
    site.draft(compendia=("all.po", "old.tmx"))
    ours, theirs, unsure, near = (site.entries("new")[text] for text in texts)
    assert memory(ours).catalog == "b"
    assert (memory(theirs).catalog, state(theirs)) == ("all.po", State.REVIEWED)
    assert (memory(unsure).catalog, state(unsure)) == ("old.tmx", State.DRAFT)
    assert [offer.origin for offer in offers(near)] == ["77 % old.tmx"]


def test_without_them_the_next_run_changes_nothing(site: Site) -> None:
    test_compendia_take_part_after_the_catalogs_of_the_site(site)
    before = site.contents()
    site.draft(load=no_engine)
    assert site.contents() == before


def test_a_compendium_that_cannot_be_read_stops_the_run_before_it_writes(site: Site) -> None:
    site.write("new", "A dog barks at the moon tonight.")
    before = site.contents()
    with pytest.raises(TranslateError, match="no such file"):
        site.draft(compendia=("all.po",))
    assert site.contents() == before


def test_where_all_is_reviewed_no_memory_is_read(site: Site) -> None:
    site.review("b", "The council said nothing about it.", "Bir şey denmedi.")
    site.path("old").write_text('msgid "One.\n')  # which a memory would be without, and say so
    assert [o.status for o in site.draft(load=no_engine)] == ["unchanged"]


def test_a_broken_catalog_is_left_out_and_that_is_said(site: Site) -> None:
    site.path("old").write_text('msgid "One.\n')
    site.write("new", LONG)
    told = site.draft(load=no_engine)[-1]
    assert (told.post, told.status) == (str(site.path("old")), "skipped")
    assert told.detail.startswith("left out of the memory: line 1: the string is not closed")
    assert state(site.entries("new")[LONG]) is State.REVIEWED


def test_one_that_is_refused_is_told_of_once(site: Site) -> None:
    site.path("old").write_text('msgid "One.\n')
    site.write("old", LONG)
    site.write("new", LONG)
    statuses = [outcome.status for outcome in site.draft()]
    assert sorted(statuses) == ["drafted", "refused", "unchanged"]


# Invariant 3: the same input gives the same bytes.

TEXTS = [LONG, SHORT, "Some were foreign citizens.", "What it is", "A dog barks at the moon."]
POSTS = st.lists(st.sampled_from(TEXTS), min_size=1, max_size=4, unique=True)
SITES = st.dictionaries(st.sampled_from("abcd"), POSTS, min_size=1)
ACTS = st.lists(
    st.tuples(st.sampled_from("abcd"), st.sampled_from(TEXTS), st.sampled_from(["Bir.", "İki."])),
    max_size=8,
)


def lived(site: Site, first: dict[str, list[str]], acts: Sequence[tuple[str, str, str]]) -> None:
    for name, texts in first.items():
        site.write(name, *texts)
    site.draft()
    for name, text, words in acts:
        if text in first.get(name, ()):
            site.review(name, text, words)


@settings(max_examples=30)
@given(SITES, ACTS, SITES, st.booleans())
def test_a_second_run_writes_nothing_and_the_order_of_posts_is_no_matter(
    tmp_path_factory, first, acts, then, redraft
) -> None:
    results = []
    for order in (1, -1):
        site = Site(tmp_path_factory.mktemp("site"))
        lived(site, first, acts)
        for name, texts in then.items():
            site.write(name, *texts)
        site.draft(order, redraft=redraft)
        results.append(site.contents())
        site.draft(order, redraft=redraft)
        assert site.contents() == results[-1]
    assert results[0] == results[1]
