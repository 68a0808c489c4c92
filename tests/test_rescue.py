"""Of a model's hypotheses the right one is taken; where there is none, the model is asked again."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engines import Translate, aligned, asked
from translate import rescue
from translate.hypothesis import Draft, Hypotheses, Model
from translate.inline import PLACEHOLDER
from translate.rescue import written


def model(answer: Callable[[str, bool], Sequence[str]], placeholders: int = 10) -> Model:
    """Return a model that gives the texts of `answer`, ever less sure, for a text."""

    def hypotheses(text: str, again: bool) -> Iterator[Draft]:
        for number, new in enumerate(answer(text, again), 1):
            yield Draft(new, 0.8 / number, aligned(text, new))

    return Model(
        lambda texts: [partial(hypotheses, text, False) for text in texts],
        lambda texts: [partial(hypotheses, text, True) for text in texts],
        lambda texts: [len(text.split()) for text in texts],
        placeholders,
    )


def careful(model: Model) -> Translate:
    return asked(rescue.careful(model))


def turkish(text: str) -> str:
    """Translate into a language in which each word ends in "ız"."""
    return re.sub(r"(?<!⟦)\b\w+\b(?!⟧)", r"\g<0>ız", text)


def draft(text: str, *answers: str, again: Sequence[str] = ()) -> Draft:
    engine = careful(model(lambda _, second: again or answers if second else answers))
    return engine([text])[0]


def test_the_best_hypothesis_is_taken_if_nothing_is_wrong_with_it() -> None:
    taken = draft("The ferry left.", "Vapur kalktı.", "Feribot gitti.")
    assert (taken.text, taken.confidence, taken.fault) == ("Vapur kalktı.", 0.8, "")


def test_a_draft_begins_with_a_capital_if_its_source_does() -> None:
    assert draft("The ferry left.", "ilk vapur kalktı.").text == "İlk vapur kalktı."
    assert draft("the ferry left.", "ilk vapur kalktı.").text == "ilk vapur kalktı."


@pytest.mark.parametrize(
    ("text", "bad", "good"),
    [
        ("Hello", "Merhaba Merhaba", "Merhaba"),
        ("Run ⟦0⟧ first.", "Önce çalıştırın.", "Önce ⟦0⟧ çalıştırın."),
        ("Write to ali@example.org today.", "Bugün Ali'ye yazın.", "ali@example.org yazın."),
        ("All 18 shops of the town are closed.", "8 dükkân kapalı.", "Kasabada 18 dükkân kapalı."),
        ("Nobody knew what the mayor had said.", "Hayır.", "Başkanın ne dediğini bilen yoktu."),
        ("Nobody knows how it is done.", "Kimse biliyor.", "Nasıl yapıldığını kimse bilmiyor."),
    ],
)
def test_of_several_the_first_is_taken_in_which_nothing_is_found(
    text: str, bad: str, good: str
) -> None:
    assert draft(text, bad, good).text == good


def test_a_model_that_has_only_bad_ones_is_asked_in_another_way() -> None:
    assert draft("Hello", "Merhaba Merhaba", again=["Selam Selam", "Selam"]).text == "Selam"


def test_what_stays_bad_has_a_fault_and_little_confidence() -> None:
    taken = draft("Hello", "Merhaba Merhaba")
    assert taken.fault == "repeats “merhaba”"
    assert taken.confidence == 0.4


def test_what_is_wrong_but_of_use_is_kept_with_little_confidence() -> None:
    for text, answer in (
        ("All 18 shops are closed.", "8 dükkân kapalı."),
        ("We see no difference.", "Bir fark görüyoruz."),
    ):
        taken = draft(text, answer)
        assert (taken.text, taken.confidence, taken.fault) == (answer, 0.4, "")


def test_a_number_word_that_the_model_takes_for_another_is_asked_for_in_digits() -> None:
    def answer(text: str, _: bool) -> list[str]:
        return ["Onu 13 eyalet kurdu." if "13" in text else "Onu otuz eyalet kurdu."]

    text = "In all thirteen states founded it."
    (taken,) = careful(model(answer))([text])
    assert (taken.text, taken.confidence) == ("Onu 13 eyalet kurdu.", 0.8)
    spans = (text[start:end] for start, end in taken.alignment.source)
    assert [*spans] == ["In", "all", "thirteen", "states", "founded", "it."]


def test_a_lost_placeholder_comes_back_between_what_stands_beside_it() -> None:
    engine = careful(model(lambda text, _: [turkish(PLACEHOLDER.sub("", text))]))
    (taken,) = engine(["Run ⟦0⟧ first, and then ⟦1⟧."])
    assert taken.text == "Runız ⟦0⟧ firstız, andız thenız ⟦1⟧."
    assert taken.fault == ""


def test_a_model_that_was_not_taught_placeholders_never_sees_one() -> None:
    seen: list[str] = []

    def answer(text: str, _: bool) -> list[str]:
        seen.append(text)
        return [turkish(text)]

    (taken,) = careful(model(answer, placeholders=0))(["Run ⟦0⟧ and ⟦1⟧ first."])
    assert taken.text == "Runız ⟦0⟧ ve ⟦1⟧ firstız."
    assert not any("⟦" in text for text in seen)


def test_a_part_within_a_sentence_has_no_capital_and_no_full_stop() -> None:
    engine = careful(model(lambda text, _: [f"{turkish(text).capitalize()}."], placeholders=0))
    assert engine(["Run ⟦0⟧ before the end."])[0].text == "Runız ⟦0⟧ beforeız theız endız."


def test_a_heading_in_capitals_is_put_in_other_words_and_back() -> None:
    assert written("PRIVACY POLICY") == ("Privacy policy", "Privacy Policy")
    assert written("The NATO summit") == ("The NATO summit",)
    taken = careful(model(lambda *_: ["gizlilik ilkesi"]))(["PRIVACY POLICY"])
    assert taken[0].text == "GİZLİLİK İLKESİ"


def test_each_text_has_its_own_alignment() -> None:
    engine = careful(model(lambda text, _: [turkish(text)]))
    one, two = engine(["One", "Of three words"])
    assert [len(taken.alignment.source) for taken in (one, two)] == [1, 3]


@pytest.mark.parametrize(
    ("part", "answer", "whole"),
    [
        ("in Ankara", "Ankara'da", "Ankara'da"),
        ("in Istanbul", "İstanbul'da", "İstanbul'da"),
        ("the NATO base", "NATO üssü", "NATO üssü"),
        ("in the house", "Evde", "evde"),
        ("the house in Ankara", "Ev Ankara'da", "ev Ankara'da"),
    ],
)
def test_a_name_at_the_start_of_a_part_keeps_its_capital(
    part: str, answer: str, whole: str
) -> None:
    engine = careful(model(lambda *_: [answer], placeholders=0))
    assert engine([f"⟦0⟧ {part}"])[0].text == f"⟦0⟧ {whole}"


@pytest.mark.parametrize(
    ("caps", "capitalised", "taken"),
    [
        (("HOMET", 0.1), ("Ev", 0.3), "EV"),
        (("SSS", 0.4), ("Faq", 0.2), "SSS"),
        (("HOME", 0.3), ("Ev", 0.28), "EV"),
        (("HOME", 0.3), ("Ev", 0.2), "HOME"),
    ],
)
def test_a_short_word_in_capitals_is_asked_for_in_two_ways(
    caps: tuple[str, float], capitalised: tuple[str, float], taken: str
) -> None:
    def decode(texts: Sequence[str]) -> list[Hypotheses]:
        found = [caps if text.isupper() else capitalised for text in texts]
        drafts = [Draft(text, sure, aligned("x", text)) for text, sure in found]
        return [partial(iter, [draft]) for draft in drafts]

    engine = careful(Model(decode, decode, lambda texts: [1 for _ in texts], 10))
    assert engine(["HOME"])[0].text == taken


def test_a_turkish_letter_in_an_english_heading_is_one_letter() -> None:
    assert written("PRESIDENT VISITS İZMİR") == (
        "President visits izmir",
        "President Visits Izmir",
    )
    assert written("İZMİR") == ("İZMİR", "Izmir")


def test_of_two_ways_to_write_a_heading_the_surer_draft_counts() -> None:
    def answer(text: str, _: bool) -> list[str]:
        return ["2019'da"] if text.istitle() else ["başka", "bir"]

    engine = careful(model(answer))
    assert engine(["PRIVACY POLICY 2019"])[0].text == "2019'DA"


def test_each_text_is_asked_once_and_the_order_stays() -> None:
    seen: list[str] = []

    def answer(text: str, _: bool) -> list[str]:
        seen.append(text)
        return [turkish(text)]

    texts = ["One of two.", "Two of two.", "One of two."]
    assert [taken.text for taken in careful(model(answer))(texts)] == [*map(turkish, texts)]
    assert len(seen) == 2


TEXTS = st.lists(
    st.sampled_from(["word", "and", "⟦0⟧", "⟦1⟧", "⟦12⟧", ",", ".", " ", "⟦", "Ali", "\n", "'"]),
    max_size=12,
).map("".join)


@given(TEXTS, st.integers(0, 10))
def test_every_placeholder_is_in_the_draft_whatever_the_model_does(text: str, known: int) -> None:
    engine = careful(model(lambda text, _: [text.replace("⟦0⟧", "")], known))
    (taken,) = engine([text])
    assert sorted(PLACEHOLDER.findall(taken.text)) == sorted(PLACEHOLDER.findall(text))
    for spans, whole in ((taken.alignment.source, text), (taken.alignment.target, taken.text)):
        assert all(0 <= start <= end <= len(whole) for start, end in spans)
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
