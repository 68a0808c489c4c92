"""What an entry means: whose words it holds, and how far it has come."""

from dataclasses import replace

import pytest

from translate.entry import (
    Entry,
    Machine,
    State,
    by_person,
    change,
    digest,
    drafted,
    failed,
    machine,
    remarks,
    stale,
    state,
)

# States


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


def test_a_machine_draft_for_an_older_source_is_still_a_draft() -> None:
    assert state(change(DRAFT, previous="Good evening.")) is State.DRAFT


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
    assert DRAFT.comments == ("machine: translate-en_tr 1.0, confidence 0.71, 283b00",)
    assert machine(DRAFT) == Machine("translate-en_tr 1.0", 0.71, "283b00", "")


def test_the_digest_is_six_hexadecimal_digits_of_the_words_alone() -> None:
    assert digest("") == "e3b0c4"
    assert digest("İyi geceler.") == "283b00"


def test_a_failure_says_why() -> None:
    entry = failed(DRAFT, "translate-en_tr 1.0", "lost (one) tag,\nand a link")
    assert entry.comments == ("machine: failed (lost (one) tag, and a link), translate-en_tr 1.0",)
    assert machine(entry) == Machine("translate-en_tr 1.0", None, "", "lost (one) tag, and a link")
    assert (entry.msgstr, entry.fuzzy) == ("", False)


@pytest.mark.parametrize(
    "comments",
    [
        ("machine:  translate-en_tr  1.0 ,confidence  0.71 , 283b00",),
        ("machine: translate-en_tr 1.0, confidence 0.71,", "283b00"),
        (
            "A word of the translator.",
            " machine: translate-en_tr 1.0,",
            "confidence",
            "0.71, 283b00",
        ),
    ],
)
def test_the_machine_comment_is_known_in_other_spacing_and_wrapping(comments: tuple[str]) -> None:
    assert machine(Entry("a", comments=comments)) == machine(DRAFT)


def test_a_package_name_may_hold_spaces_and_commas() -> None:
    entry = drafted(Entry("a"), "b", "my own, better model 2", 1)
    assert machine(entry) == Machine("my own, better model 2", 1.0, digest("b"), "")


def test_a_persons_comment_about_machines_is_no_provenance() -> None:
    assert machine(Entry("a", comments=("machine: the washing kind", "I think"))) is None


def test_a_new_draft_replaces_the_old_machine_comment_and_keeps_the_others() -> None:
    wrapped = ("First.", "machine: old 1, confidence 0.10,", "abcdef", "Last.")
    entry = drafted(
        Entry("a", "b", ("c-format", "fuzzy"), "older", wrapped, raw="…"), " c\n", "new 2", 0.5
    )
    assert entry.comments == (f"machine: new 2, confidence 0.50, {digest('c')}", "First.", "Last.")
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
