"""What the memory says of a sentence."""

from hypothesis import given
from hypothesis import strategies as st

from translate.memory import Rank, Recalled, Unit, counts_as_reviewed, new, recall, similar

SOURCE = "Many were foreign citizens."
TARGET = "Birçoğu yabancı uyrukluydu."


def decided(catalog: str, target: str = TARGET, source: str = SOURCE) -> Unit:
    return Unit(source, target, catalog, Rank.DECIDED, catalog)


def taken(catalog: str, origin: str, target: str = TARGET) -> Unit:
    return Unit(SOURCE, target, origin, Rank.TAKEN, catalog)


def gone(catalog: str, target: str = TARGET) -> Unit:
    return decided(catalog, target)._replace(obsolete=True)


def is_there(unit: Unit) -> bool:
    return not unit.obsolete


def found(*units: Unit) -> Recalled:
    known = recall(new(units), SOURCE, is_there)
    assert known is not None
    return known


def told(*units: Unit) -> tuple[str, str]:
    return found(*units).unit.target, found(*units).unit.origin


def test_a_reviewed_sentence_is_recalled_with_its_catalog() -> None:
    assert told(decided("ferry")) == (TARGET, "ferry")


def test_another_sentence_is_not() -> None:
    assert recall(new([decided("ferry")]), "Some were foreign citizens.", is_there) is None


def test_the_style_of_quotes_is_no_difference() -> None:
    memory = new([decided("ferry", "“Hayır” dedi.", "He said “no”.")])
    assert recall(memory, 'He said "no".', is_there) is not None


def test_case_and_marks_are() -> None:
    memory = new([decided("ferry", "Kazandın.", "You won.")])
    assert recall(memory, "You won?", is_there) is None
    assert recall(memory, "you won.", is_there) is None


def test_what_most_catalogs_have_goes_first_and_the_others_are_rivals() -> None:
    units = [decided("a", "Tek."), decided("b"), decided("c")]
    assert told(*units) == (TARGET, "b")
    assert [rival.target for rival in found(*units).rivals] == ["Tek."]


def test_of_as_many_the_first_catalog_by_name_goes_first() -> None:
    assert told(decided("b"), decided("a", "Tek.")) == ("Tek.", "a")


def test_a_decision_goes_before_what_was_taken_over() -> None:
    assert told(taken("a", "c", "Eski."), decided("b")) == (TARGET, "b")
    assert not found(taken("a", "c", "Eski."), decided("b")).rivals


def test_what_is_still_there_goes_before_what_is_gone() -> None:
    assert told(gone("a", "Eski."), decided("b")) == (TARGET, "b")
    assert not found(gone("a", "Eski."), decided("b")).rivals


def test_what_was_taken_over_names_where_it_was_decided() -> None:
    assert told(taken("b", "a"), gone("a")) == (TARGET, "a")


def test_catalogs_of_the_site_go_before_compendia_and_these_before_tmx() -> None:
    ours = decided("ferry")
    compendium = Unit(SOURCE, "Onların.", "all.po", Rank.COMPENDIUM)
    unsure = Unit(SOURCE, "Birinin.", "all.tmx", Rank.UNSURE)
    assert told(unsure, compendium, ours) == (TARGET, "ferry")
    assert told(unsure, compendium) == ("Onların.", "all.po")
    assert not found(unsure, compendium, ours).rivals


UNITS = st.builds(
    lambda make, catalog, target: make(catalog, target),
    st.sampled_from([decided, gone]),
    st.sampled_from("abc"),
    st.sampled_from(["Bir.", "İki."]),
)


@given(st.lists(UNITS, min_size=1, max_size=5).flatmap(lambda units: st.permutations(units)))
def test_the_order_of_units_is_no_matter(units: list[Unit]) -> None:
    assert found(*units) == found(*sorted(units))


# What counts as reviewed


def reviewed(*units: Unit, words: int = 4, is_new: bool = True) -> bool:
    return counts_as_reviewed(found(*units), words, is_new, is_there)


def test_four_words_count_as_reviewed() -> None:
    assert reviewed(decided("a"))
    assert not reviewed(decided("a"), words=3)


def test_fewer_do_if_they_moved() -> None:
    assert reviewed(gone("a"), words=1)
    assert not reviewed(gone("a"), decided("b"), words=1)


def test_what_was_here_before_has_not_moved() -> None:
    assert not reviewed(gone("a"), words=1, is_new=False)


def test_where_catalogs_disagree_a_person_decides() -> None:
    assert not reviewed(decided("a"), decided("b", "Tek."))


def test_a_compendium_counts_and_a_tmx_file_does_not_say_who_decided() -> None:
    compendium = Unit(SOURCE, TARGET, "all.po", Rank.COMPENDIUM)
    assert reviewed(compendium)
    assert not reviewed(compendium, words=3)
    assert not reviewed(compendium._replace(rank=Rank.UNSURE))


# Sentences like it


def like(msgid: str, *units: Unit) -> tuple[int, str] | None:
    nearby = similar(new(units), msgid, "", is_there)
    return nearby and (nearby[0], nearby[1].origin)


def test_a_similar_sentence_is_offered_with_its_percentage() -> None:
    assert like("Some were foreign citizens.", decided("ferry")) == (85, "ferry")
    assert like("The boat left.", decided("ferry")) is None


def test_tags_and_addresses_count_for_nothing_but_are_never_the_same() -> None:
    known = decided("ferry", source='See <a href="https://example.org/a">the report</a>.')
    assert like('See <a href="/somewhere/else" class="x">the report</a>.', known) == (99, "ferry")
    known = decided("ferry", source="See [the report](https://example.org/a) of the council.")
    assert like("See [the report](/b) of the council.", known) == (99, "ferry")


def test_a_sentence_of_tags_alone_is_like_nothing() -> None:
    assert like("<br>", decided("ferry", source="<hr>")) is None
