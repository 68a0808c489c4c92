"""What an edit changed that a translation must not carry over silently."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.comments import CHANGED
from translate.differences import differences


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        # Negations
        ("The ferry will stop.", "The ferry will not stop.", '"not" added'),
        ("He isn't here.", "He is here.", '"isn\'t" gone'),
        ("He can't swim.", "He can swim.", '"can\'t" gone'),
        ("He cannot swim.", "He can swim.", '"cannot" gone'),
        ("It never rains.", "It always rains.", '"never" gone'),
        ("We came with money.", "We came without money.", '"without" added'),
        ("Nobody came.", "Everybody came.", '"nobody" gone'),
        ("It is never cold.", "It is not cold.", '"never" → "not"'),
        ("It was a legal strike.", "It was an illegal strike.", '"legal" → "illegal"'),
        ("They were unhappy.", "They were happy.", '"unhappy" → "happy"'),
        # Numbers
        ("There are 12 boats.", "There are 14 boats.", '"12" → "14"'),
        ("There are 12 boats.", "There are thirteen boats.", '"12" → "thirteen"'),
        ("It cost 1,200 lira.", "It cost 1,300.50 lira.", '"1,200" → "1,300.50"'),
        ("It cost 5 million.", "It cost 5 billion.", '"million" → "billion"'),
        ("He had zero boats.", "He had boats.", '"zero" gone'),
        ("It left at 17:30.", "It left.", '"17:30" gone'),
        ("Since 2018 he sails.", "He sails.", '"2018" gone'),
        ("It fell from 14 to 12.", "It fell from 12 to 14.", '"14 12" → "12 14"'),
        ("Twenty-one sailed.", "Twenty-two sailed.", '"one" → "two"'),
        ("It cost $5.", "It cost €5.", '"$" → "€"'),
        ("It cost 5 dollars.", "It cost 5 euros.", '"dollars" → "euros"'),
        ("It rose by 5 percent.", "It rose by 5 points.", '"percent" gone'),
        # Names
        ("He told Reuters so.", "He told AFP so.", '"Reuters" → "AFP"'),
        ("Reuters said so.", "AFP said so.", '"Reuters" → "AFP"'),
        ("Germany won.", "France won.", '"Germany" → "France"'),
        ("It left on Monday.", "It left on Tuesday.", '"Monday" → "Tuesday"'),
        ("It was Angela Merkel’s.", "It was Olaf Scholz’s.", '"Angela Merkel" → "Olaf Scholz"'),
        ("IT is a trade.", "AI is a trade.", '"IT" → "AI"'),
        ("Anna met Ben.", "Ben met Anna.", '"Anna Ben" → "Ben Anna"'),
        # All of them
        (
            "Reuters saw 12 boats.",
            "AFP saw no 14 boats in Bursa.",
            '"no" added, "12" → "14", "Reuters" → "AFP", "Bursa" added',
        ),
    ],
)
def test_a_changed_negation_number_or_name_is_named(old: str, new: str, found: str) -> None:
    assert differences(old, new) == found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("You won.", "You won?"),
        ("It cost $5, 5 % more.", "It cost 5 dollars, 5 percent more."),
        ("It pounds at the door.", "It pounds on the door."),
        ("Many were foreign citizens.", "Some were foreign citizens."),
        ("It isn't here.", "It is not here."),
        ("He cannot swim.", "He can’t swim."),
        ("There are 12 boats.", "There are twelve boats."),
        ("It cost 1,200 lira.", "It cost 1200 lira."),
        ("On Monday, 12 boats left.", "12 boats left on Monday."),
        ("He told Reuters’s reporter.", 'He told "Reuters".'),
        ("The boat left.", "A boat left yesterday, I think."),
    ],
)
def test_other_edits_have_nothing_to_name(old: str, new: str) -> None:
    assert differences(old, new) == ""


def test_a_long_list_is_cut_short() -> None:
    found = differences("It is " + "9" * 60, " ".join(map(str, range(10, 40))))
    assert found.count('"') == 2 * 9
    assert f'"{"9" * 39}…"' in found


SENTENCES = st.lists(
    st.sampled_from(
        ["not", "isn't", "12", "twelve", "Anna", "Ben's", "legal", "illegal", 'a"', "."]
    ),
    max_size=8,
).map(" ".join)


@given(SENTENCES, SENTENCES)
def test_the_words_are_a_comment_that_is_read_back(old: str, new: str) -> None:
    found = differences(old, new)
    assert not found or CHANGED.fullmatch(f"changed: {found}")


@given(SENTENCES)
def test_a_sentence_does_not_differ_from_itself(text: str) -> None:
    assert differences(text, re.sub('"', "“", text)) == ""


def test_a_megabyte_takes_no_time() -> None:
    assert "14" in differences("Anna saw 12 boats. " * 50_000, "Ben saw 14 boats. " * 50_000)
