"""Terms and names come out as they must: unchanged where the engine has them, else asked for."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.engines import aligned
from tests.engines import engine as made_of
from tests.markup import segment
from tests.test_glossary import rows
from translate import engine, glossary, packages
from translate.batches import alone
from translate.glossary import Glossary, Term
from translate.hypothesis import Draft, Engine
from translate.inline import Plain, take_out
from translate.terms import Ask, ask, lacking
from translate.terms import drafts as asking

TABLE = Path(__file__).parent / "glossary_table.po"
FERRY = glossary.new([Term("ferry", "vapur"), Term("press card", "basın kartı")])


def answering(answer: Callable[[str], str], seen: list[str] | None = None) -> Engine:
    """Return an engine that answers so; what it was asked is added to `seen`."""

    def translate(texts: Sequence[str]) -> list[Draft]:
        if seen is not None:
            seen.extend(texts)
        return [Draft(answer(text), 0.8, aligned(text, answer(text))) for text in texts]

    return made_of(translate)


def answers(**pairs: str) -> Callable[[str], str]:
    """Return a dictionary as a function; a `_` stands for a space, `N` for a placeholder's sign."""
    known = {re.sub(r"N(\d)", r"⟦\1⟧", one.replace("_", " ")): two for one, two in pairs.items()}
    return lambda text: known[text]


def drafts(engine: Engine, asks: Sequence[Ask]) -> list[Draft]:
    return alone(asking(engine, asks))


def one(answer: Callable[[str], str], text: str, known: Glossary, *named: str) -> Draft:
    (made,) = drafts(answering(answer), [ask(Plain(text), known, frozenset(named))])
    return made


def test_a_draft_that_has_the_term_stays() -> None:
    asked: list[str] = []
    (made,) = drafts(
        answering(answers(The_ferry_left="Vapurumuz kalktı"), asked),
        [ask(Plain("The ferry left"), FERRY, frozenset())],
    )
    assert (made.text, made.confidence) == ("Vapurumuz kalktı", 0.8)
    assert asked == ["The ferry left"]


def test_one_that_lacks_it_is_asked_for_again_with_a_placeholder() -> None:
    answer = answers(I_saw_the_ferry="Feribotu gördüm", I_saw_the_N0="⟦0⟧'ı gördüm")
    made = one(answer, "I saw the ferry", FERRY)
    assert (made.text, made.confidence) == ("Vapuru gördüm", 0.8)


def test_the_placeholder_has_a_number_that_the_sentence_has_free() -> None:
    answer = answers(Run_N0_on_the_ferry="⟦0⟧ feribotta", Run_N0_on_the_N1="⟦1⟧'da ⟦0⟧")
    assert one(answer, "Run ⟦0⟧ on the ferry", FERRY).text == "Vapurda ⟦0⟧"


def test_a_term_that_the_second_draft_lost_is_hidden_too() -> None:
    answer = answers(
        The_ferry_and_a_press_card="feribot ve basın kartı",
        The_N0_and_a_press_card="⟦0⟧ ve kart",
        The_N0_and_a_N1="⟦0⟧ ve ⟦1⟧",
    )
    assert one(answer, "The ferry and a press card", FERRY).text == "Vapur ve basın kartı"


def test_what_cannot_be_honoured_is_doubted() -> None:
    made = one(lambda _: "Bilmem", "The ferry left", FERRY)
    assert (made.text, made.confidence) == ("Bilmem", 0.4)


def test_a_name_stays_as_it_is() -> None:
    answer = answers(Mr_Whitfield_left="Bay Beyaztarla gitti", Mr_N0_left="Bay ⟦0⟧ gitti")
    assert one(answer, "Mr Whitfield left", Glossary(), "Whitfield").text == "Bay Whitfield gitti"


def test_a_name_may_get_its_turkish_letters() -> None:
    answer = answers(Ask_Erdogan="Erdoğan'a sor")
    assert one(answer, "Ask Erdogan", Glossary(), "Erdogan").text == "Erdoğan'a sor"


def test_the_glossary_says_otherwise() -> None:
    known = glossary.new([Term("Isis", "IŞİD")])
    answer = answers(Isis_left="Isis gitti", N0_left="⟦0⟧ gitti")
    assert one(answer, "Isis left", known, "Isis").text == "IŞİD gitti"


def test_the_alignment_is_that_of_the_words_that_the_reader_sees() -> None:
    text = "The ferry left"
    made = one(answers(The_ferry_left="Feribot kalktı", The_N0_left="⟦0⟧ kalktı"), text, FERRY)
    (first, last), (start, end) = made.alignment.source[1], made.alignment.target[0]
    assert (text[first:last], made.text[start:end]) == ("ferry", "Vapur")
    assert made.alignment.target[1] == (6, 12)


def test_a_term_that_a_tag_cuts_is_left_to_the_engine() -> None:
    known = glossary.new([Term("press card", "basın kartı")])
    whole = ask(take_out(segment("A **press card** here")), known, frozenset())
    cut = ask(take_out(segment("A **press** card here")), known, frozenset(["press card"]))
    assert [hit.term.source for hit in whole.terms] == ["press card"]
    assert (cut.terms, cut.names) == ((), ())


def test_a_sentence_never_has_more_placeholders_than_models_know() -> None:
    asked: list[str] = []
    text = "ferry " * 12 + "⟦0⟧"
    drafts(
        answering(lambda text: text.replace("ferry", "x"), asked),
        [ask(Plain(text), FERRY, frozenset())],
    )
    assert max(len(re.findall("⟦", text)) for text in asked) == 10


def test_a_sentence_that_has_no_placeholder_free_is_asked_once() -> None:
    asked: list[str] = []
    text = "ferry ferry ferry " + " ".join(f"⟦{number}⟧" for number in range(12))
    drafts(
        answering(lambda text: text.replace("ferry", "x"), asked),
        [ask(Plain(text), FERRY, frozenset())],
    )
    assert asked == [text]


@pytest.fixture(scope="module")
def embedded() -> Engine:
    return engine.load(packages.embedded())


def test_the_embedded_model_honours_98_of_100_terms(embedded: Engine) -> None:
    known = glossary.read(TABLE)
    sentences = rows()
    made = drafts(embedded, [ask(Plain(text), known, frozenset()) for text, _ in sentences])
    missed = [
        f"{form}: {draft.text}"
        for (_, wanted), draft in zip(sentences, made, strict=True)
        for form, stems in wanted
        if not any(starts_a_word(stem, draft.text) for stem in stems)
    ]
    count = sum(len(wanted) for _, wanted in sentences)
    assert count >= 100
    assert len(missed) <= 0.02 * count, "\n".join(missed)


@pytest.mark.parametrize(
    ("text", "translation"),
    [
        ("The reporter lost her press card.", "Muhabir basın kartını kaybetti."),
        ("She wrote to the ombudsman yesterday.", "Dün kamu denetçisine yazdı."),
        ("The town council has closed the school.", "Belediye meclisi okulu kapattı."),
        ("Whistleblowers are protected by law.", "İfşacılar kanunla korunuyor."),
        ("We sent the newsletter to all readers.", "Haber bültenini tüm okurlara gönderdik."),
        ("They believe in freedom of expression.", "İfade özgürlüğüne inanıyorlar."),
    ],
)
def test_terms_have_the_suffix_that_the_sentence_asks_for(
    embedded: Engine, text: str, translation: str
) -> None:
    (made,) = drafts(embedded, [ask(Plain(text), glossary.read(TABLE), frozenset())])
    assert made.text == translation


def starts_a_word(stem: str, draft: str) -> bool:
    capital = ("İ" if stem[0] == "i" else stem[0].upper()) + stem[1:]
    return any(re.search(rf"(?<!\w){re.escape(form)}", draft) for form in (stem, capital))


def test_the_embedded_model_keeps_names(embedded: Engine) -> None:
    text = "Yesterday Quillfeather met the ministers in Ankara."
    asked = ask(Plain(text), Glossary(), frozenset(["Quillfeather"]))
    (made,) = drafts(embedded, [asked])
    assert lacking(asked, made.text) == ()
