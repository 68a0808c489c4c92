"""Candidate terms: what a translator would put into a glossary."""

from translate import glossary
from translate.glossary import Glossary, Term
from translate.suggest import suggest


def suggested(*texts: str, known: Glossary | None = None) -> list[tuple[str, int]]:
    return [(one.term, one.count) for one in suggest(texts, known or Glossary())]


def test_phrases_and_names_that_recur_are_suggested() -> None:
    texts = (
        "He lost his press card in Calverno.",
        "A press card costs 90 crowns.",
        "She moved to Calverno.",
        "The GDPR is a law.",
        "Nobody reads the GDPR.",
    )
    assert set(suggested(*texts)) == {("press card", 2), ("Calverno", 2), ("GDPR", 2)}


def test_what_occurs_once_is_not() -> None:
    assert suggested("He lost his press card.", "She moved to Calverno.") == []


def test_parts_of_a_longer_phrase_are_not_repeated() -> None:
    texts = ["She works at Blue Gull Lines now.", "He sued Blue Gull Lines."]
    assert suggested(*texts) == [("Blue Gull Lines", 2)]


def test_a_part_that_occurs_by_itself_is_counted() -> None:
    texts = ["A press card.", "The press card!", "My padlock.", "Her padlock?", "A red padlock."]
    assert ("padlock", 3) in suggested(*texts)


def test_plurals_and_owners_count_as_the_same_term() -> None:
    texts = ["Two press cards.", "My press card’s number.", "The press card."]
    assert suggested(*texts) == [("press card", 3)]


def test_common_words_and_verbs_are_not_suggested() -> None:
    texts = ["They abstain from it.", "We abstain from that.", "The people know.", "Many people."]
    assert suggested(*texts) == []


def test_a_text_without_punctuation_is_read_in_time() -> None:
    assert suggested("the press card and " * 10_000) == [("press card", 10_000)]


def test_a_sentence_that_is_there_twice_counts_once() -> None:
    assert suggested("He lost his press card.", "He lost his press card.") == []


def test_known_terms_are_left_out() -> None:
    known = glossary.new([Term("press card", "basın kartı")])
    assert suggested("A press card.", "The press cards!", known=known) == []


def test_the_capital_of_a_sentence_makes_no_name() -> None:
    texts = ["Padlock and key.", "Padlocks everywhere.", "He has a padlock."]
    assert suggested(*texts)[0] == ("padlock", 3)


def test_the_most_useful_comes_first_and_the_order_is_stable() -> None:
    texts = [
        *(f"The {word} press card." for word in "old new red".split()),
        *(f"My {word} umbrella." for word in "old new".split()),
        *(f"Her {word} padlock." for word in "old new".split()),
    ]
    names = [term for term, _ in suggested(*texts)]
    assert names == ["press card", "padlock", "umbrella"]
    assert names == [term for term, _ in suggested(*reversed(texts))]
