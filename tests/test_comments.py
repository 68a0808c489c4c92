"""The program's comments are known among people's, however another program wrapped them."""

import textwrap
import time

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.comments import Changed, Comment, Machine, Memory, Offer, digest, sentence, sort

DRAFTED = Machine("translate-en_tr 1.0", 0.71, "3f9a2c", "", "77ab")
FAILED = Machine("translate-en_tr 1.0", None, "", "lost (one) tag")
RECALLED = Memory("news/open-council-data", "3f9a2c", "77ab")
CHANGED = Changed('"12" → "14", "not" gone, "Reuters" → "AFP"')
OFFERED = Offer("machine 0.71", "Birçoğu yabancı uyrukluydu.", "77ab")
MATCHED = Offer("82 % open-council-data", '"Some were." → "Bazıları öyleydi."', "77ab")


@pytest.mark.parametrize(
    ("comment", "line"),
    [
        (DRAFTED, "machine: translate-en_tr 1.0, confidence 0.71, 3f9a2c77ab"),
        (FAILED, "machine: failed (lost (one) tag), translate-en_tr 1.0"),
        (RECALLED, "memory: news/open-council-data, 3f9a2c77ab"),
        (CHANGED, 'changed: "12" → "14", "not" gone, "Reuters" → "AFP"'),
        (OFFERED, "offer: machine 0.71, e65cb677ab: Birçoğu yabancı uyrukluydu."),
        (
            MATCHED,
            'offer: 82 % open-council-data, f1c7d377ab: "Some were." → "Bazıları öyleydi."',
        ),
    ],
)
def test_a_comment_is_one_line_and_is_read_back(comment: Comment, line: str) -> None:
    assert str(comment) == line
    assert sort([line]) == ((comment,), ())


def test_drafts_of_before_have_the_hash_of_their_words_alone() -> None:
    old = "machine: translate-en_tr 1.0, confidence 0.71, 3f9a2c"
    assert sort([old]) == ((Machine("translate-en_tr 1.0", 0.71, "3f9a2c", ""),), ())


def test_what_people_write_between_stays_theirs() -> None:
    lines = ["First.", str(DRAFTED), "", "offer them tea?", str(OFFERED), " Last."]
    assert sort(lines) == ((DRAFTED, OFFERED), ("First.", "", "offer them tea?", " Last."))


@pytest.mark.parametrize(
    "line",
    [
        "machine: the washing kind",
        "memory: ask Ayşe, she translated it before",
        "changed: my mind about this",
        'changed: "kent" to my taste',
        "offer: take the other word",
        "offer: machine 0.71, 000000: Birçoğu yabancı uyrukluydu.",  # the hash of other words
        "Machine: translate-en_tr 1.0, confidence 0.71, 3f9a2c",
    ],
)
def test_a_comment_that_only_begins_like_ours_is_a_persons(line: str) -> None:
    assert sort([line]) == ((), (line,))


def test_an_offer_that_a_person_changed_is_a_persons() -> None:
    line = str(OFFERED).replace("Birçoğu", "Çoğu")
    assert sort([line, str(DRAFTED)]) == ((DRAFTED,), (line,))


def test_a_sentence_is_the_same_in_other_quotes_and_no_other() -> None:
    assert sentence("It’s “late”.") == sentence('It\'s "late".')
    assert sentence("It's late.") != sentence("It's late!")


def test_a_digest_is_six_hexadecimal_digits_of_the_words_alone() -> None:
    assert (digest(""), digest("İyi geceler.")) == ("e3b0c4", "283b00")


WORDS = st.lists(st.text("abcçş-“\"',:.→%()", min_size=1, max_size=12), max_size=40).map(" ".join)
OURS = st.one_of(
    st.just(DRAFTED),
    st.just(RECALLED),
    st.just(CHANGED),
    st.just(FAILED),
    WORDS.map(lambda words: Offer("machine 0.50", words, "77ab")),
    WORDS.map(lambda words: Offer("82 % posts/a", words, "77ab")),
)


@given(st.lists(OURS | st.just("A word of the translator."), max_size=4), st.integers(20, 80))
def test_comments_are_known_however_they_are_wrapped(lines: list[Comment | str], width: int):
    wrapped = [
        part
        for line in lines
        for part in textwrap.wrap(str(line), width, break_long_words=False) or [""]
    ]
    ours, theirs = sort(wrapped)
    assert [bare(comment) for comment in ours] == [
        bare(line) for line in lines if not isinstance(line, str)
    ]
    assert " ".join(theirs).count("A word of the translator.") == lines.count(
        "A word of the translator."
    )


def bare(comment: Comment) -> str:
    return "".join(str(comment).split())


def test_comments_are_known_after_polib_wrapped_them() -> None:
    long = Offer("machine 0.71", "Gece boğazı geçen vapurun seferleri kaldırılacak. " * 9, "77ab")
    long = Offer(long.origin, long.words.strip(), long.sentence)
    entry = polib.POEntry(msgid="a", msgstr="b", tcomment="\n".join(map(str, (DRAFTED, long))))
    lines = [line.removeprefix("# ") for line in str(entry).splitlines() if line.startswith("# ")]
    assert len(lines) > 2
    assert sort(lines) == ((DRAFTED, long), ())


def test_many_lines_that_begin_like_ours_take_no_time() -> None:
    start = time.perf_counter()
    assert sort(["offer: machine 0.71, 000000: a", *["and more " * 9] * 9] * 1000)[0] == ()
    assert time.perf_counter() - start < 5
