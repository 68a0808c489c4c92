"""Drafts are put together and rewritten, and their alignment with them."""

from tests.engines import aligned
from translate.hypothesis import Draft, certain, edited, joined, rewritten


def draft(source: str, text: str, confidence: float = 0.5, fault: str = "") -> Draft:
    return Draft(text, confidence, aligned(source, text), fault)


def links(source: str, made: Draft) -> list[tuple[str, str]]:
    """Return each piece of a draft with the piece of the source that weighs most in it."""
    alignment = made.alignment
    pairs = []
    for (start, end), (first, weights) in zip(alignment.target, alignment.rows, strict=True):
        a, b = alignment.source[first + weights.index(max(weights))]
        pairs.append((made.text[start:end], source[a:b]))
    return pairs


def test_the_parts_of_a_sentence_become_one() -> None:
    parts = [("one two,", draft("one two,", "bir iki,")), ("three", draft("three", "üç", 0.3))]
    source, whole = joined(parts)
    assert (source, whole.text, whole.confidence) == ("one two, three", "bir iki, üç", 0.3)
    assert links(source, whole) == [("bir", "one"), ("iki,", "two,"), ("üç", "three")]


def test_a_fault_of_a_part_is_one_of_the_whole() -> None:
    parts = [("one", draft("one", "bir")), ("two", draft("two", "", fault="too short"))]
    assert joined(parts)[1].fault == "too short"


def test_of_what_is_certain_there_is_no_doubt() -> None:
    made = certain("and", "ve")
    assert (made.text, made.confidence) == ("ve", 1.0)
    assert links("and", made) == [("ve", "and")]


def test_what_replaces_a_word_is_aligned_as_the_word_was() -> None:
    made = draft("see it now", "bak ona şimdi")
    new = rewritten(made, [(4, 6, "the report")], [(4, 7, "rapora")])
    assert new.text == "bak rapora şimdi"
    assert links("see the report now", new) == [
        ("bak", "see"), ("rapora", "the report"), ("şimdi", "now"),
    ]  # fmt: skip


def test_what_replaces_several_words_is_aligned_as_the_first_was() -> None:
    made = draft("a b c", "x y z")
    new = rewritten(made, [], [(0, 3, "word")])
    assert new.text == "word z"
    assert links("a b c", new) == [("word", "a"), ("", "b"), ("z", "c")]


def test_what_replaces_as_many_letters_moves_nothing() -> None:
    made = draft("a press card here", "bir Basın Kartı burada")
    new = rewritten(made, [], [(4, 15, "basın kartı")])
    assert new.text == "bir basın kartı burada"
    assert new.alignment == made.alignment


def test_ranges_of_a_text_are_replaced() -> None:
    assert edited("one two three", [(0, 3, "1"), (8, 13, "3")]) == "1 two 3"
    assert edited("one", []) == "one"
