"""A post's sentences meet its old catalog: nobody's words are lost.

Each test is a day in the life of an entry: what it was, what became of the post, what it is now.
"""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from translate.entry import Entry, State, by_person, change, drafted, offers, state
from translate.merge import merge
from translate.post import Segment

PACKAGE = "translate-en_tr 1.0"
CRANE = "The old crane was sold in 2019."


def segments(*texts: str) -> list[Segment]:
    return [
        Segment(text, text, "paragraph", f"paragraph {number}", number, number)
        for number, text in enumerate(texts, 1)
    ]


def draft(msgid: str, msgstr: str = "TASLAK") -> Entry:
    return as_read(drafted(Entry(msgid), msgstr, PACKAGE, 0.5))


def reviewed(msgid: str, msgstr: str = "Bir insan yazdı.") -> Entry:
    return as_read(Entry(msgid, msgstr))


def edited(msgid: str) -> Entry:
    """Return a draft that a person corrected, leaving the flag."""
    return as_read(change(draft(msgid), msgstr="Düzeltildi."))


def as_read(entry: Entry) -> Entry:
    return replace(entry, raw=f"<bytes of {entry.msgid}>")


def after(old: list[Entry], *texts: str) -> dict[str, Entry]:
    return {entry.msgid: entry for entry in merge(old, segments(*texts), "corpus/en/a.txt")}


def test_a_new_sentence_gets_an_entry_that_says_where_it_stands() -> None:
    (entry,) = merge([], segments("A boat left."), "corpus/en/a.txt")
    assert entry.msgid == "A boat left."
    assert entry.references == (("corpus/en/a.txt", "1"),)
    assert entry.notes == ("paragraph 1",)
    assert state(entry) is State.UNTRANSLATED


def test_a_sentence_that_occurs_twice_is_one_entry_with_two_references() -> None:
    (entry,) = merge([], segments("A boat left.", "A boat left."), "a.txt")
    assert [line for _, line in entry.references] == ["1", "2"]


def test_a_note_to_translators_comes_along() -> None:
    (segment,) = segments("A boat left.")
    (entry,) = merge([], [replace(segment, note="The ferry.")], "a.txt")
    assert entry.notes == ("paragraph 1", "The ferry.")


def test_entries_of_sentences_that_are_still_there_keep_their_bytes() -> None:
    old = [draft("One."), reviewed("Two."), edited("Three.")]
    assert list(after(old, "One.", "Two.", "Three.").values()) == old


def test_entries_stand_in_the_order_of_the_post() -> None:
    old = [draft("One."), draft("Two.")]
    assert list(after(old, "Two.", "Zero.", "One.")) == ["Two.", "Zero.", "One."]


def test_an_edited_source_makes_a_persons_words_stale() -> None:
    old = [reviewed("Many were foreign citizens.")]
    entry = after(old, "Some were foreign citizens.")["Some were foreign citizens."]
    assert state(entry) is State.STALE
    assert entry.previous == "Many were foreign citizens."
    assert entry.msgstr == old[0].msgstr


def test_so_it_does_where_the_person_left_the_flag() -> None:
    old = [edited("Many were foreign citizens.")]
    assert (
        state(after(old, "Some were foreign citizens.")["Some were foreign citizens."])
        is State.STALE
    )


def test_so_it_does_where_the_person_accepted_the_machines_words() -> None:
    accepted = as_read(change(draft("Many were foreign citizens."), flags=()))
    entry = after([accepted], "Some were foreign citizens.")["Some were foreign citizens."]
    assert state(entry) is State.STALE


def test_a_second_edit_keeps_the_source_that_the_words_were_written_for() -> None:
    once = list(
        after([reviewed("Many were foreign citizens.")], "Some were foreign citizens.").values()
    )
    twice = after([as_read(once[0])], "A few were foreign citizens.")
    assert twice["A few were foreign citizens."].previous == "Many were foreign citizens."


def test_an_untouched_machine_draft_of_an_edited_source_goes() -> None:
    old = [draft("Many were foreign citizens.")]
    (entry,) = after(old, "Some were foreign citizens.").values()
    assert state(entry) is State.UNTRANSLATED


def test_a_sentence_that_became_another_makes_nothing_stale() -> None:
    found = after([reviewed("Many were foreign citizens.")], "The boat left at noon today.")
    assert state(found["The boat left at noon today."]) is State.UNTRANSLATED
    assert state(found["Many were foreign citizens."]) is State.OBSOLETE


def test_a_change_of_quote_style_alone_changes_no_state() -> None:
    old = [reviewed('He said "no" twice.'), draft("It's late.")]
    found = after(old, "He said “no” twice.", "It’s late.")
    assert state(found["He said “no” twice."]) is State.REVIEWED
    assert state(found["It’s late."]) is State.DRAFT


def test_a_persons_words_become_obsolete_with_their_sentence() -> None:
    found = after([reviewed("One."), edited("Two."), reviewed("Three.")], "Three.")
    assert [state(found[msgid]) for msgid in ("One.", "Two.")] == [State.OBSOLETE] * 2


def test_an_untouched_machine_draft_goes_with_its_sentence() -> None:
    assert list(after([draft("One."), draft("Two.")], "Two.")) == ["Two."]


def test_a_persons_remark_on_a_draft_does_not() -> None:
    remarked = draft("One.")
    remarked = as_read(change(remarked, comments=(*remarked.comments, "Ask the author.")))
    assert state(after([remarked], "Two is here.")["One."]) is State.OBSOLETE


def test_obsolete_words_return_with_their_sentence() -> None:
    gone = list(after([reviewed("One."), reviewed("Two.")], "Two.").values())
    back = after([as_read(entry) for entry in gone], "One.", "Two.")
    assert state(back["One."]) is State.REVIEWED
    assert back["One."].references == (("corpus/en/a.txt", "1"),)


def test_entries_of_other_programs_stay_as_they_are() -> None:
    plural = Entry("%d boat", "%d tekne", plural=True, raw="<bytes>")
    context = Entry("One.", "Bir.", msgctxt="menu", raw="<bytes>")
    found = merge([plural, context], segments("One."), "a.txt")
    assert found[1:] == (plural, context)
    assert found[0].msgstr == ""


def test_the_difference_is_named_where_a_number_a_negation_or_a_name_changed() -> None:
    entry = after([reviewed("The 12 boats left.")], "The 14 boats never left.").popitem()[1]
    assert entry.comments == ('changed: "never" added, "12" → "14"',)
    undone = after([as_read(entry)], "The 12 boats left.").popitem()[1]
    assert (undone.comments, undone.previous) == ((), "")


def test_a_changed_mark_letter_or_case_makes_words_stale() -> None:
    for text in ("You won?", "you won.", "You won!", "You Won."):
        entry = after([reviewed("You won.")], text)[text]
        assert (state(entry), entry.previous) == (State.STALE, "You won.")


def test_words_whose_sentence_moved_keep_their_bytes() -> None:
    old = [reviewed("One is here."), draft("Two is here."), edited("Three is here.")]
    found = after(old, "Three is here.", "New here.", "One is here.", "Two is here.")
    assert [found[entry.msgid] for entry in old] == old


def test_a_sentence_that_was_cut_in_two_is_stale_in_one_part_and_offered_for_the_other() -> None:
    whole = "The ferry left at nine, but nobody was on board because of the storm."
    halves = "The ferry left at nine.", "But nobody was on board because of the storm."
    one, other = after([reviewed(whole)], *halves).values()
    assert (state(other), other.previous) == (State.STALE, whole)
    assert state(one) is State.UNTRANSLATED
    (offer,) = offers(one)
    assert (offer.origin, offer.words) == ("53 % this post", f'"{whole}" → "Bir insan yazdı."')


def test_two_sentences_that_became_one_are_stale_and_an_offer() -> None:
    one = reviewed("The ferry left.", "Kalktı.")
    old = [one, reviewed("Nobody was on board at all.", "Yoktu.")]
    found = after(old, "The ferry left and nobody was on board at all.")
    assert {entry.msgstr: state(entry) for entry in found.values()} == {
        "Yoktu.": State.STALE,
        "Kalktı.": State.OBSOLETE,
    }
    (offer,) = offers(found["The ferry left and nobody was on board at all."])
    assert offer.words == '"The ferry left." → "Kalktı."'


def test_what_stands_beside_an_edited_sentence_is_not_offered_for_it() -> None:
    old = [reviewed("Nobody was on board at all."), reviewed("The ferry left at nine.")]
    found = after(old, "The ferry left at ten.")
    assert offers(found["The ferry left at ten."]) == ()


def test_a_persons_words_are_not_taken_for_those_of_a_sentence_that_was_only_drafted() -> None:
    old = [draft("The ferry to Bursa left."), reviewed("The ferry to Bursa sank.")]
    found = after(old, "The ferry to Bursa left?", "A train came instead, people say.")
    assert state(found["The ferry to Bursa left?"]) is State.UNTRANSLATED
    assert state(found["The ferry to Bursa sank."]) is State.OBSOLETE


def test_words_that_came_back_after_their_sentence_was_edited_are_offered() -> None:
    """A translator had an older file, and the new sentence was drafted meanwhile."""
    old = [draft("The old green crane was sold in 2019."), reviewed(CRANE)]
    found = after(old, "The old green crane was sold in 2019.")
    kept = found["The old green crane was sold in 2019."]
    assert state(kept) is State.DRAFT
    (offer,) = offers(kept)
    assert offer.origin == "93 % this post"
    assert offer.words == '"The old crane was sold in 2019." → "Bir insan yazdı."'
    again = [as_read(entry) for entry in found.values()]
    assert list(after(again, "The old green crane was sold in 2019.").values()) == again


def test_they_are_not_offered_for_what_is_hardly_like_it_or_a_person_wrote() -> None:
    old = [draft("The old crane fell."), edited("The old crane was sold in 2018."), reviewed(CRANE)]
    found = after(old, "The old crane fell.", "The old crane was sold in 2018.")
    assert not any(map(offers, found.values()))


def test_words_are_found_again_far_from_their_neighbours() -> None:
    filler = [f"Filler number {number} is here." for number in range(30)]
    new = [f"Padding that says {number} more." for number in range(30)]
    found = after([reviewed("The ferry left at nine.")], *new, *filler, "The ferry left at ten.")
    assert state(found["The ferry left at ten."]) is State.STALE


# After other programs


def test_a_draft_that_msgmerge_moved_to_another_sentence_is_dropped() -> None:
    moved = replace(draft("One is here."), msgid="One was here.")
    (entry,) = after([moved], "One was here.").values()
    assert (state(entry), entry.comments) == (State.UNTRANSLATED, ())


def test_words_that_msgmerge_flagged_are_stale_like_all_others() -> None:
    made = edited("The 12 boats left.")
    moved = replace(made, msgid="The 14 boats left.", previous="The 12 boats left.")
    (entry,) = after([moved], "The 14 boats left.").values()
    assert (state(entry), entry.msgstr) == (State.STALE, "Düzeltildi.")
    assert entry.comments == ('changed: "12" → "14"',)
    again = as_read(entry)
    assert after([again], "The 14 boats left.") == {"The 14 boats left.": again}


def test_what_helped_to_decide_goes_with_the_decision() -> None:
    entry = after([reviewed("The 12 boats left.")], "The 14 boats left.").popitem()[1]
    decided = as_read(change(entry, flags=(), previous=""))
    assert after([decided], "The 14 boats left.").popitem()[1].comments == ()


def test_so_does_the_source_that_the_words_were_written_for() -> None:
    entry = after([reviewed("The 12 boats left.")], "The 14 boats left.").popitem()[1]
    decided = as_read(change(entry, flags=()))  # in an editor that knows nothing of PO
    settled = as_read(after([decided], "The 14 boats left.").popitem()[1])
    assert settled.previous == ""
    assert after([settled], "The 14 boats left.").popitem()[1] is settled


def test_they_go_where_the_sentence_goes_after_the_decision_too() -> None:
    entry = after([reviewed("The 12 boats left.")], "The 14 boats left.").popitem()[1]
    decided = as_read(change(entry, flags=()))
    (gone,) = after([decided]).values()
    assert (gone.obsolete, gone.previous, gone.comments) == (True, "", ())


def test_what_a_person_decided_on_is_the_source_that_is_changed_next() -> None:
    entry = after([reviewed("The 12 boats left.")], "The 14 boats left.").popitem()[1]
    decided = as_read(change(entry, flags=()))
    entry = after([decided], "The 15 boats left.").popitem()[1]
    assert entry.previous == "The 14 boats left."
    (again,) = after([as_read(entry)], "The 15 boats left.").values()
    assert again.comments == ('changed: "14" → "15"',)


def test_words_stay_where_their_likeness_has_an_entry_of_its_own() -> None:
    old = [
        reviewed("Many were foreign citizens."),
        reviewed("Xylophones play."),
        reviewed("Some were foreign citizens.", "Bazıları."),
    ]
    found = after(old, "Some were foreign citizens.", "Xylophones play.")
    assert state(found["Many were foreign citizens."]) is State.OBSOLETE
    assert found["Some were foreign citizens."].msgstr == "Bazıları."


SENTENCES = st.lists(st.sampled_from("abcd"), min_size=1, max_size=6).map(" ".join)


@given(
    st.dictionaries(SENTENCES, st.sampled_from([draft, reviewed, edited]), max_size=6),
    st.lists(SENTENCES, max_size=6),
    st.sets(st.integers(0, 5)),
)
def test_whatever_becomes_of_a_post_every_word_of_a_person_is_still_there(old, texts, gone):
    entries = [
        change(
            make(msgid),
            obsolete=number in gone,
            **({"msgstr": f"{msgid}!"} if make is not draft else {}),
        )
        for number, (msgid, make) in enumerate(old.items())
    ]
    found = merge(entries, segments(*texts), "a.txt")
    kept = [entry.msgstr for entry in found]
    for entry in entries:
        if by_person(entry):
            assert kept.count(entry.msgstr) == 1
    assert len({entry.msgid for entry in found}) == len(found)
    assert {entry.msgid for entry in found if not entry.obsolete} == set(texts)
