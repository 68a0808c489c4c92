"""The real model, on the embedded package."""

import os
import re
from itertools import pairwise

import pytest

from tests.engines import Translate, asked
from tests.markup import segment
from translate import packages
from translate.engine import load, tidy
from translate.inline import take_out
from translate.place import put_back


@pytest.fixture(scope="module")
def engine() -> Translate:
    return asked(load(packages.choose(None, os.environ).package))


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("⟦0⟧ , sonra ⟦1⟧ .", "⟦0⟧, sonra ⟦1⟧."),
        ('" Yol uzun " dedi.', '"Yol uzun" dedi.'),
        ("Vapur ( geceleri ) gelmez.", "Vapur (geceleri) gelmez."),
        ('Boyu 5" kadar.', 'Boyu 5" kadar.'),
        ("Bekle ... sonra git.", "Bekle ... sonra git."),
    ],
)
def test_spaces_that_the_model_adds_are_taken_out(text: str, tidied: str) -> None:
    assert tidy(text) == tidied


def test_drafts_come_in_the_order_of_the_sentences(engine: Translate) -> None:
    sentences = ["Good morning.", "See you tomorrow.", "The council met on Monday in Istanbul."]
    together = [draft.text for draft in engine(sentences)]
    assert together == [engine([sentence])[0].text for sentence in sentences]
    assert "İstanbul" in together[2]


def test_nothing_in_nothing_out(engine: Translate) -> None:
    assert engine([]) == []


def test_confidence_is_a_probability(engine: Translate) -> None:
    for draft in engine(["EU Council", "ISIS on the run-towards Turkey"]):
        assert 0 < draft.confidence <= 1


def test_the_alignment_covers_both_texts(engine: Translate) -> None:
    text = "The mayor of Ankara opened the new bridge yesterday."
    (draft,) = engine([text])
    alignment = draft.alignment
    assert len(alignment.rows) == len(alignment.target)
    assert all(len(weights) == len(alignment.source) for _, weights in alignment.rows)
    for spans, whole in ((alignment.source, text), (alignment.target, draft.text)):
        assert "".join(whole[start:end] for start, end in spans) == whole.replace(" ", "")
        assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_a_heading_in_capitals_comes_back_in_turkish_capitals(engine: Translate) -> None:
    (draft,) = engine(["THE COUNCIL MEETS IN ISTANBUL"])
    assert draft.text == "KONSEY İSTANBUL'DA BULUŞUYOR"


@pytest.mark.parametrize(
    ("heading", "turkish"),
    [
        ("MICROSOFT BUYS A FIRM IN CHICAGO", "MICROSOFT CHICAGO'DA BİR FİRMA SATIN ALIYOR"),
        ("PRESIDENT VISITS İZMİR", "BAŞKAN İZMİR'İ ZİYARET ETTİ"),
        ("HOME", "EV"),
        ("ABOUT", "HAKKINDA"),
        ("NEWS", "HABERLER"),
        ("TAGS", "ETİKETLER"),
        ("MENU", "MENÜ"),
        ("SEARCH", "ARA"),
        ("NATO", "NATO"),
        ("NASA", "NASA"),
        ("EU", "AB"),
        ("FAQ", "SSS"),
        ("OK", "Tamam"),
        ("VIDEO", "VİDEO"),
    ],
)
def test_words_in_capitals_are_sane(engine: Translate, heading: str, turkish: str) -> None:
    assert engine([heading])[0].text == turkish


@pytest.mark.parametrize(
    ("text", "turkish"),
    [
        ("Thanks 🙂 for coming to the party.", "Partiye gelmek için teşekkürler 🙂."),
        ("The 渡轮 is late.", "渡轮 geç kaldı."),
        ("Only ⟦7⟧ matters here.", "Sadece ⟦7⟧ burada önemli."),
        ("The value 10² is larger.", "10² değeri daha büyüktür."),
        ("Each room has 5 m² of space.", "Her odanın 5 m² alanı vardır."),
    ],
)
def test_what_the_model_cannot_write_comes_back_as_it_was(
    engine: Translate, text: str, turkish: str
) -> None:
    sentence = segment(text)
    plain = take_out(sentence)
    (draft,) = engine([plain.text])
    assert put_back(sentence, plain, draft.text, draft.alignment) == turkish


@pytest.mark.parametrize(
    "sentence",
    [
        "Use ⟦0⟧ and ⟦1⟧, then ⟦2⟧ or ⟦3⟧, never ⟦4⟧ with ⟦5⟧, ⟦6⟧, ⟦7⟧, ⟦8⟧, ⟦9⟧ and ⟦10⟧ alone.",
        "⟦0⟧⟦1⟧ ⟦2⟧",
        "As ⟦0⟧ told ⟦1⟧ in ⟦2⟧, nobody but ⟦3⟧ knew what ⟦4⟧ meant by ⟦5⟧ of the ⟦6⟧.",
    ],
)
def test_every_placeholder_comes_back_once(engine: Translate, sentence: str) -> None:
    (draft,) = engine([sentence])
    assert sorted(re.findall(r"⟦\d+⟧", draft.text)) == sorted(re.findall(r"⟦\d+⟧", sentence))


def test_a_sentence_longer_than_the_model_takes_is_translated_to_its_end(engine: Translate) -> None:
    clauses = [f"the council of town {number} said that it had no money," for number in range(80)]
    (draft,) = engine([" ".join(clauses) + " and nobody had any."])
    numbers = set(re.findall(r"\d+", draft.text))
    assert sum(str(number) in numbers for number in range(80)) > 70
    assert draft.alignment.target[-1][1] == len(draft.text)
    assert len(draft.alignment.rows) == len(draft.alignment.target)


def test_a_word_that_is_longer_than_any_word_fails_nothing(engine: Translate) -> None:
    drafts = engine(["aGVsbG8" * 1000, "Good morning."])
    assert drafts[1].text == engine(["Good morning."])[0].text


def test_of_a_long_sentence_every_placeholder_comes_back(engine: Translate) -> None:
    clauses = [f"the council of town {n} said that it had no money," for n in range(12)]
    clauses[3] = "the council said so in ⟦0⟧,"
    clauses[9] = "and in ⟦1⟧ as well,"
    (draft,) = engine([" ".join(clauses) + " and nobody had any."])
    assert sorted(re.findall("⟦.⟧", draft.text)) == ["⟦0⟧", "⟦1⟧"]


def test_a_link_stands_around_the_words_that_translate_its_words(engine: Translate) -> None:
    sentence = segment("The [report of the committee](/r) was published yesterday.")
    plain = take_out(sentence)
    (draft,) = engine([plain.text])
    built = put_back(sentence, plain, draft.text, draft.alignment)
    assert built == "[Komitenin raporu](/r) dün yayınlandı."
