"""What an entry means: whose words it holds, and how far it has come."""

from dataclasses import replace

import pytest

from translate.comments import Machine, Memory, Offer, digest, sentence
from translate.entry import (
    Entry,
    State,
    by_person,
    change,
    drafted,
    failed,
    is_elsewhere,
    machine,
    memory,
    offers,
    recalled,
    remarks,
    settled,
    stale,
    state,
    untranslated,
    with_differences,
    with_offers,
)

# States


SENTENCE = sentence("Good night.")
DRAFT = drafted(Entry("Good night."), "İyi geceler.", "translate-en_tr 1.0", 0.714)


def test_an_entry_without_a_translation_is_untranslated() -> None:
    assert state(Entry("Good night.")) is State.UNTRANSLATED
    assert state(Entry("Good night.", flags=("fuzzy",))) is State.UNTRANSLATED
    assert state(failed(DRAFT, "translate-en_tr 1.0", "a tag was lost")) is State.UNTRANSLATED


def test_white_space_is_no_translation() -> None:
    assert state(Entry("Hello.", " ")) is State.UNTRANSLATED
    assert not by_person(Entry("Hello.", " "))


def test_what_the_machine_gave_is_a_draft() -> None:
    assert state(DRAFT) is State.DRAFT
    assert not by_person(DRAFT)


def test_a_draft_whose_words_changed_is_edited() -> None:
    edited = change(DRAFT, msgstr="İyi geceler!")
    assert state(edited) is State.EDITED
    assert by_person(edited)


def test_a_flagged_entry_without_machine_comment_is_edited() -> None:
    assert state(change(DRAFT, comments=())) is State.EDITED
    assert by_person(change(DRAFT, comments=()))


def test_a_persons_words_for_an_older_source_are_stale() -> None:
    stale = change(DRAFT, msgstr="İyi geceler!", previous="Good evening.")
    assert state(stale) is State.STALE
    assert by_person(stale)


def test_an_accepted_draft_that_msgmerge_flagged_for_a_changed_source_is_stale() -> None:
    # It writes the previous msgid above what was not flagged before, and above nothing else.
    flagged = change(DRAFT, msgid="Good nights.", previous="Good night.")
    assert state(flagged) is State.STALE
    assert by_person(flagged)


def test_an_untouched_draft_that_msgmerge_moved_is_known_by_the_hash_of_its_sentence() -> None:
    moved = change(DRAFT, msgid="Good nights.")
    assert (is_elsewhere(DRAFT), is_elsewhere(moved)) == (False, True)
    assert state(moved) is State.DRAFT


def test_words_of_a_person_that_msgmerge_moved_are_stale() -> None:
    moved = change(DRAFT, msgid="Good nights.", msgstr="Düzeltildi.")
    assert state(moved) is State.STALE


def test_a_draft_of_before_has_no_hash_of_its_sentence_and_stays_a_draft() -> None:
    old = change(DRAFT, comments=("machine: translate-en_tr 1.0, confidence 0.71, 283b00",))
    assert state(old) is State.DRAFT
    assert not is_elsewhere(change(old, msgid="Good nights."))


def test_an_entry_without_flag_is_reviewed_and_a_persons_decision() -> None:
    reviewed = change(DRAFT, flags=())
    assert machine(reviewed) == machine(DRAFT)
    assert state(reviewed) is State.REVIEWED
    assert by_person(reviewed)


def test_an_obsolete_entry_is_obsolete_whatever_it_holds() -> None:
    for entry in (DRAFT, Entry("a"), Entry("a", "b"), Entry("a", "b", ("fuzzy",), "c")):
        assert state(change(entry, obsolete=True)) is State.OBSOLETE


def test_an_untranslated_entry_is_nobodys() -> None:
    assert not by_person(Entry("Good night."))
    assert not by_person(Entry("Good night.", flags=("fuzzy",)))


# Provenance


def test_a_draft_says_which_package_made_it_and_how_sure_it_was() -> None:
    assert machine(DRAFT) == Machine("translate-en_tr 1.0", 0.71, "283b00", "", SENTENCE)
    assert DRAFT.comments == (f"machine: translate-en_tr 1.0, confidence 0.71, 283b00{SENTENCE}",)


def test_a_failure_says_why() -> None:
    entry = failed(DRAFT, "translate-en_tr 1.0", "lost (one) tag,\nand a link")
    assert entry.comments == ("machine: failed (lost (one) tag, and a link), translate-en_tr 1.0",)
    assert machine(entry) == Machine("translate-en_tr 1.0", None, "", "lost (one) tag, and a link")
    assert (entry.msgstr, entry.fuzzy) == ("", False)


@pytest.mark.parametrize(
    "comments",
    [
        (f"machine:  translate-en_tr  1.0 ,confidence  0.71 , 283b00{SENTENCE}",),
        ("machine: translate-en_tr 1.0, confidence 0.71,", f"283b00{SENTENCE}"),
        (
            "A word of the translator.",
            " machine: translate-en_tr 1.0,",
            "confidence",
            f"0.71, 283b00{SENTENCE}",
        ),
    ],
)
def test_the_machine_comment_is_known_in_other_spacing_and_wrapping(comments: tuple[str]) -> None:
    assert machine(Entry("a", comments=comments)) == machine(DRAFT)


def test_a_package_name_may_hold_spaces_and_commas() -> None:
    entry = drafted(Entry("a"), "b", "my own, better model 2", 1)
    assert machine(entry) == Machine("my own, better model 2", 1.0, digest("b"), "", sentence("a"))


def test_a_persons_comment_about_machines_is_no_provenance() -> None:
    assert machine(Entry("a", comments=("machine: the washing kind", "I think"))) is None


def test_a_new_draft_replaces_the_old_machine_comment_and_keeps_the_others() -> None:
    wrapped = ("First.", "machine: old 1, confidence 0.10,", "abcdef", "Last.")
    entry = drafted(
        Entry("a", "b", ("c-format", "fuzzy"), "older", wrapped, raw="…"), " c\n", "new 2", 0.5
    )
    seal = digest("c") + sentence("a")
    assert entry.comments == (f"machine: new 2, confidence 0.50, {seal}", "First.", "Last.")
    assert entry.flags == ("fuzzy", "c-format")
    assert (entry.msgstr, entry.previous, entry.raw) == ("c", "", "")


def test_words_of_a_changed_source_are_stale_though_a_person_only_accepted_them() -> None:
    accepted = change(DRAFT, flags=("c-format",), comments=(*DRAFT.comments, "Who?"))
    entry = stale(accepted, "Good nights.", "Good night.")
    assert state(entry) is State.STALE
    assert (entry.msgid, entry.previous) == ("Good nights.", "Good night.")
    assert (entry.flags, entry.comments) == (("fuzzy", "c-format"), ("Who?",))


def test_remarks_are_the_comments_that_people_wrote() -> None:
    entry = Entry("a", comments=("First.", *DRAFT.comments, "Last."))
    assert remarks(entry) == ("First.", "Last.")
    assert remarks(Entry("a")) == ()


def test_drafting_the_same_again_changes_nothing() -> None:
    entry = replace(DRAFT, raw="<bytes>")
    assert drafted(entry, "İyi geceler.", "translate-en_tr 1.0", 0.714) is entry


# Memory


def test_words_of_the_memory_name_the_catalog_that_they_are_from() -> None:
    entry = recalled(DRAFT, "Hayırlı geceler.", "news/ferry", reviewed=True)
    assert memory(entry) == Memory("news/ferry", digest("Hayırlı geceler."), SENTENCE)
    assert (entry.msgstr, state(entry)) == ("Hayırlı geceler.", State.REVIEWED)
    assert machine(entry) is None


def test_short_words_of_the_memory_are_a_draft() -> None:
    entry = recalled(Entry("Good night."), "Hayırlı geceler.", "news/ferry", reviewed=False)
    assert state(entry) is State.DRAFT
    assert state(change(entry, msgstr="Tünaydın.")) is State.EDITED


def test_words_of_the_memory_that_msgmerge_moved_are_stale() -> None:
    entry = recalled(Entry("Good night."), "Hayırlı geceler.", "news/ferry", reviewed=True)
    moved = change(entry, msgid="Good nights.", flags=("fuzzy",))
    assert state(moved) is State.STALE
    assert by_person(moved)


# Offers and differences

OFFER = Offer("machine 0.52", "Tünaydın.")
MATCH = Offer("82 % news/ferry", '"Good nights." → "Geceler."')


def test_offers_stand_between_the_provenance_and_the_remarks_of_people() -> None:
    entry = with_offers(change(DRAFT, comments=("Who?", *DRAFT.comments)), [MATCH, OFFER])
    assert [offer.origin for offer in offers(entry)] == ["82 % news/ferry", "machine 0.52"]
    assert [line[:7] for line in entry.comments] == ["machine", "offer: ", "offer: ", "Who?"]
    assert remarks(entry) == ("Who?",)


def test_an_offer_is_on_one_line_whatever_it_holds() -> None:
    entry = with_offers(Entry("a"), [Offer("machine 0.52", "two\nlines\tand \x07 a bell\u2028")])
    assert offers(entry)[0].words == "two lines and a bell"
    assert len(entry.comments) == 1


def test_the_same_offers_again_change_nothing_though_they_were_wrapped() -> None:
    offered = with_offers(DRAFT, [OFFER])
    lines = (*offered.comments[0].split(" ", 1), *offered.comments[1].rsplit(" ", 1))
    wrapped = replace(offered, comments=lines, raw="<bytes>")
    assert with_offers(wrapped, [OFFER]) is wrapped
    assert with_offers(wrapped, ()).comments == DRAFT.comments


def test_a_new_draft_takes_the_place_of_the_machines_offer_and_leaves_the_memorys() -> None:
    entry = drafted(with_offers(Entry("a"), [MATCH, OFFER]), "b", "p", 0.5)
    assert [offer.origin for offer in offers(entry)] == ["82 % news/ferry"]


def test_a_changed_source_makes_offers_void() -> None:
    assert stale(with_offers(DRAFT, [OFFER]), "Good nights.", "Good night.").comments == ()


def test_what_differs_is_said_once() -> None:
    entry = with_differences(DRAFT, '"2" added')
    assert entry.comments == (*DRAFT.comments, 'changed: "2" added')
    assert with_differences(entry, '"2" added') is entry
    assert with_differences(entry, "") == DRAFT


def test_what_helped_to_decide_goes_once_a_person_has_decided() -> None:
    entry = with_differences(with_offers(change(DRAFT, msgstr="Tün."), [OFFER]), '"2" added')
    assert settled(entry) is entry
    assert settled(change(entry, flags=())).comments == DRAFT.comments
    reviewed = replace(DRAFT, flags=(), raw="<bytes>")
    assert settled(reviewed) is reviewed


def test_an_entry_without_its_translation_keeps_the_remarks_of_people() -> None:
    entry = untranslated(change(with_offers(DRAFT, [OFFER]), previous="x", flags=("fuzzy", "no-c")))
    assert entry == Entry("Good night.", flags=("no-c",))
    assert untranslated(change(DRAFT, comments=(*DRAFT.comments, "Who?"))).comments == ("Who?",)


# Changing


def test_a_changed_entry_forgets_its_bytes_and_an_unchanged_one_keeps_them() -> None:
    entry = Entry("a", "b", raw="<bytes>")
    assert change(entry, msgstr="b", flags=()) is entry
    assert change(entry, msgstr="c").raw == ""


def test_entries_with_context_or_plural_are_never_changed() -> None:
    context = Entry("a", msgctxt="menu", raw="<bytes>")
    plural = Entry("a", "b", plural=True, raw="<bytes>")
    assert (context.foreign, plural.foreign) == (True, True)
    assert drafted(context, "b", "p", 1) is context
    assert change(plural, obsolete=True) is plural
    assert plural.msgstr == "b"
