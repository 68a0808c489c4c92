"""Markup is put back around the words that translate its words."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engines import aligned, forgetful, upper
from tests.markup import marks, parsed, segment, sentences
from translate.inline import take_out
from translate.place import LostError, put_back, typographic
from translate.post import Mark, Role, Segment


def in_capitals(text: str, syntax: str = "markdown") -> str:
    plain = take_out(segment(text, syntax))
    draft = upper([plain.text])[0]
    alts = [alt.upper() for alt in plain.alts]
    return put_back(segment(text, syntax), plain, draft.text, draft.alignment, alts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The **old** ferry left.", "THE **OLD** FERRY LEFT."),
        ("Read [the news](/n) and *the weather*.", "READ [THE NEWS](/n) AND *THE WEATHER*."),
        ("**All of it is bold.**", "**ALL OF IT IS BOLD.**"),
        ("**Note:** it leaves.", "**NOTE:** IT LEAVES."),
        ("A [long **and** winding](/r) road", "A [LONG **AND** WINDING](/r) ROAD"),
        ("Call `run()` twice.", "CALL `run()` TWICE."),
        ("See [`run()`](/run) first.", "SEE [`run()`](/run) FIRST."),
        ("It barked.[^1]", "IT BARKED.[^1]"),
        ("It[^1] barked.", "IT[^1] BARKED."),
        ("One line<br>another", "ONE LINE<br> ANOTHER"),
        ("A map ![of the bay](m.svg) hangs.", "A MAP ![OF THE BAY](m.svg) HANGS."),
        ("![Bay](m.svg) The map hangs.", "![BAY](m.svg) THE MAP HANGS."),
        (r"Two \* three", r"TWO \* THREE"),
    ],
)
def test_each_mark_stands_around_its_words(text: str, expected: str) -> None:
    assert in_capitals(text) == expected


def test_an_alt_text_cannot_leave_its_attribute() -> None:
    text = 'A map <img alt="of the bay"> hangs.'
    mark = Mark(6, 28, Role.KEEP, alt=(16, 26))
    sentence = Segment(text, text, "paragraph", "", 1, 0, "html", (mark,))
    plain = take_out(sentence)
    assert plain.alts == ("of the bay",)
    alignment = aligned(plain.text, plain.text)
    assert put_back(sentence, plain, plain.text, alignment, ['" onload="x']) == (
        'A map <img alt="&quot; onload=&quot;x"> hangs.'
    )


def test_a_link_follows_its_words_to_another_place() -> None:
    sentence = segment("I read [the report](/r) yesterday.")
    plain = take_out(sentence)
    translation = "Dün raporu okudum."  # yesterday, report, read
    alignment = aligned(plain.text, translation, {0: 4, 1: 3, 2: 1})
    assert put_back(sentence, plain, translation, alignment) == "Dün [raporu](/r) okudum."


def test_a_suffix_after_an_apostrophe_is_inside_the_link() -> None:
    sentence = segment("The mayor of [Izmir](/i) spoke.")
    plain = take_out(sentence)
    translation = "İzmir'in başkanı konuştu."
    alignment = aligned(plain.text, translation, {0: 3, 1: 1, 2: 4})
    assert put_back(sentence, plain, translation, alignment) == "[İzmir'in](/i) başkanı konuştu."


@pytest.mark.parametrize("text", ["a `b` c", "`b`", "`a` and `a`"])
def test_a_draft_that_lost_a_placeholder_is_refused(text: str) -> None:
    plain = take_out(segment(text))
    draft = forgetful([plain.text])[0]
    with pytest.raises(LostError, match=r"lost `|no words"):
        put_back(segment(text), plain, draft.text, draft.alignment)


@pytest.mark.parametrize("answer", ["A ⟦0⟧ ⟦0⟧", "A ⟦0⟧ ⟦3⟧", "A ⟦0⟧ ⟦"])
def test_a_draft_with_one_placeholder_too_many_is_refused(answer: str) -> None:
    plain = take_out(segment("a `b`"))
    with pytest.raises(LostError):
        put_back(segment("a `b`"), plain, answer, aligned(plain.text, answer))


@pytest.mark.parametrize(
    ("syntax", "words", "expected"),
    [
        ("html", "a < b & c", "a &lt; b &amp; c"),
        ("markdown", "a * b _c_ snake_case", r"a \* b \_c\_ snake_case"),
        ("text", "a < b * c", "a < b * c"),
    ],
)
def test_what_the_engine_wrote_is_spelled_so_that_it_is_no_markup(
    syntax: str, words: str, expected: str
) -> None:
    sentence = segment("plain words", syntax)
    result = put_back(sentence, take_out(sentence), words, aligned("plain words", words))
    assert result == expected


@pytest.mark.parametrize(
    ("source", "translation", "expected"),
    [
        ("“No,” he said.", '"Hayır" dedi.', "“Hayır” dedi."),
        ("It’s Izmir’s.", "İzmir'in.", "İzmir’in."),
        ('"No," he said.', '"Hayır" dedi.', '"Hayır" dedi.'),
        ("‘No,’ he said.", "'Hayır' dedi.", "‘Hayır’ dedi."),
        ("“A” and “b”", '"A" ile "b"', "“A” ile “b”"),
    ],
)
def test_quotes_come_back_as_the_source_has_them(
    source: str, translation: str, expected: str
) -> None:
    assert typographic(source, translation) == expected


@pytest.mark.parametrize(
    ("text", "translation", "links", "expected"),
    [
        # "[Turkey]'s" is "Türkiye'nin": no tag ends inside of a word.
        ("[Turkey](/t)'s map", "Türkiye'nin haritası", {1: 1}, "[Türkiye'nin](/t) haritası"),
        ("un**believ**able news", "inanılmaz haber", {1: 1}, "**inanılmaz** haber"),
        ("Run [`go`](/g) now", "Şimdi ⟦0⟧'yu çalıştır", {2: 0}, "Şimdi [`go`'yu](/g) çalıştır"),
        # Two elements, one word.
        ("**good** *morning*", "günaydın", {}, "***günaydın***"),
        ("**good** [morning](/m)", "günaydın", {}, "**[günaydın](/m)**"),
        ("~~very~~ ~~good~~ day", "iyi gün", {1: 2}, "~~iyi~~ ~~gün~~"),
        # No link stands in another.
        ("[good](/g) [morning](/m)", "günaydın", {}, "[günaydın](/g)[](/m)"),
        # Of punctuation alone.
        ("Stop **!** he said", "Dur ! dedi", {1: 1, 2: 3}, "Dur **!** dedi"),
    ],
)
def test_words_are_never_cut_and_tags_never_lost(
    text: str, translation: str, links: dict[int, int], expected: str
) -> None:
    plain = take_out(parsed(text))
    alignment = aligned(plain.text, translation, links)
    assert put_back(parsed(text), plain, translation, alignment) == expected


@pytest.mark.parametrize(
    ("text", "translation", "links", "expected"),
    [
        # In the link or out of it, as in the source.
        (
            "A [map ![x](m.svg) here](/m)",
            "Burada harita",
            {1: 1},
            "[Burada harita ![x](m.svg)](/m)",
        ),
        ("the [map of Izmir](/m)[^1] is", "İzmir haritası", {1: 1}, "[İzmir haritası](/m)[^1]"),
        ("**a map[^1] of** Izmir", "İzmir haritası", {1: 1}, "İzmir **haritası[^1]**"),
        # After the comma that it followed.
        ("In Izmir,[^1] we eat", "İzmir'de, yeriz", {2: 3}, "İzmir'de,[^1] yeriz"),
        (
            "He eats fish[^1] daily",
            "Her gün balık yer",
            {1: 3, 2: 2, 3: 1},
            "Her gün balık[^1] yer",
        ),
        # Before the full stop and after it.
        ("I eat ![x](f.svg).", "Yerim.", {}, "Yerim ![x](f.svg)."),
        ("I eat.[^1]", "Yerim.", {}, "Yerim.[^1]"),
        ("**![x](f.svg) I eat** it", "Onu yerim", {1: 1}, "Onu **![x](f.svg) yerim**"),
    ],
)
def test_points_stand_after_the_words_that_they_stood_after(
    text: str, translation: str, links: dict[int, int], expected: str
) -> None:
    plain = take_out(parsed(text))
    alignment = aligned(plain.text, translation, links)
    assert put_back(parsed(text), plain, translation, alignment, plain.alts) == expected


def test_a_name_that_is_not_to_be_translated_is_a_word_of_the_sentence() -> None:
    plain = take_out(parsed('<p>The <span translate="no">Foo Bar</span> firm closed.</p>'))
    assert plain.text == "The ⟦0⟧ firm closed."


def test_a_bracket_that_the_engine_made_up_does_not_end_a_link() -> None:
    text = "the [old map](/m) here"
    plain = take_out(parsed(text))
    alignment = aligned(plain.text, "burada eski [harita", {0: 3, 1: 1, 2: 2})
    assert put_back(parsed(text), plain, "burada eski [harita", alignment) == (
        r"burada [eski \[harita](/m)"
    )


def test_equal_elements_in_each_other_are_two() -> None:
    text = "<p>A <b><b>map</b></b> here</p>"
    plain = take_out(parsed(text))
    alignment = aligned(plain.text, "Burada harita", {1: 1})
    assert (
        put_back(parsed(text), plain, "Burada harita", alignment) == "Burada <b><b>harita</b></b>"
    )


@settings(max_examples=300)
@given(sentences(), st.randoms(use_true_random=False))
def test_every_mark_is_there_once_whatever_the_engine_does(text: str, random: Random) -> None:
    sentence = parsed(text)
    plain = take_out(sentence)
    count = len(plain.text.split())
    words = [word for word in plain.text.split() if "⟦" in word or random.random() < 0.9]
    words += random.choices(["ve", "'nin", "bu", "—", "!"], k=random.randrange(4))
    random.shuffle(words)
    links = {number: random.randrange(count) for number in range(len(words))}
    translation = " ".join(words or ["ve"])
    alignment = aligned(plain.text, translation, links)
    result = put_back(sentence, plain, translation, alignment, plain.alts)
    assert marks(result, sentence.syntax) == marks(sentence.text, sentence.syntax)
