"""Names of people and organisations in a post are found, and seen to survive in a draft."""

import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.names import find, spans, survived


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The grant came from Whitfield.", {"Whitfield"}),
        ("We wrote to Maud Pellerin and Ansel Okonjo.", {"Maud Pellerin", "Ansel Okonjo"}),
        ("The painter was Pieter van der Zandt.", {"Pieter van der Zandt"}),
        ("I like the books of J. K. Rowling.", {"J. K. Rowling"}),
        ("A letter from Siobhan O'Rourke came.", {"Siobhan O'Rourke"}),
        ("We met Jean-Claude Morvan there.", {"Jean-Claude Morvan"}),
        ("They asked Google and Samsung.", {"Google", "Samsung"}),
        ("Then Ayşe Yıldırım spoke.", {"Ayşe Yıldırım"}),
        ("The song is by Jack White.", {"Jack White"}),
        ("She moved to New York.", {"New York"}),
    ],
)
def test_runs_of_capitalised_words_that_turkish_does_not_translate_are_names(
    sentence: str, names: set[str]
) -> None:
    assert find([sentence]) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Yesterday President Whitfield spoke to Minister Pellerin.", {"Whitfield", "Pellerin"}),
        ("The Whitfield Foundation paid for it.", {"Whitfield"}),
        ("We asked Dr. Okonjo about it.", {"Okonjo"}),
        ("It was the idea of Pellerin's wife.", {"Pellerin"}),
        ("We read about Okonjo II in school.", {"Okonjo"}),
    ],
)
def test_titles_and_words_for_institutions_are_no_part_of_a_name(
    sentence: str, names: set[str]
) -> None:
    assert find([sentence]) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "On Monday the Minister flew from Germany to London.",
        "The EU and the UN asked the US.",
        "He speaks Turkish and English with the Germans.",
        "I have said that I'm ill.",
        "The University of the Sea opened in March.",
        "Under the Three Kingdoms there was war.",
        "It NEVER rains here.",
        "An old Brown leather bag was found.",
        "",
    ],
)
def test_what_turkish_translates_is_no_name(sentence: str) -> None:
    assert find([sentence]) == frozenset()


def test_the_first_word_of_a_sentence_is_a_name_only_if_it_is_one_elsewhere() -> None:
    assert find(["Pellerin said no."]) == frozenset()
    assert find(["Pellerin said no.", "We asked Pellerin again."]) == {"Pellerin"}
    assert find(["Maud Pellerin said no."]) == {"Maud Pellerin"}
    assert find(["“Zounds,” said Pellerin."]) == {"Pellerin"}


def test_a_verb_before_a_name_is_no_part_of_it() -> None:
    assert find(["Will Pellerin come?", "Can Pellerin swim?"]) == {"Pellerin"}


def test_a_word_that_the_post_has_in_small_letters_is_no_name() -> None:
    assert find(["The Blorf is here.", "We saw Blorf."]) == {"Blorf"}
    assert find(["We saw Blorf.", "A blorf is an animal."]) == frozenset()


def test_a_heading_proves_nothing() -> None:
    assert find(["The Harbourfront Quaywork of Zandt"]) == frozenset()


def test_a_single_mention_of_an_acronym_is_in_doubt() -> None:
    assert find(["The QZX has met."]) == frozenset()
    assert find(["The QZX has met.", "It left the QZX."]) == {"QZX"}


@pytest.mark.parametrize(
    "sentence",
    [
        "FERRY CANCELLED Nobody knows why.",
        "The DoJ paid, said the DoJ.",
        "We left at 8 O'Clock, he at 9 O'Clock.",
        "A Fareshireman met a Fareshireman.",
        "Fares rose again.",
        "Gulls cried.",
        "“Bakeries close early,” she said.",
    ],
)
def test_capitals_that_shout_shorten_or_open_make_no_name(sentence: str) -> None:
    assert find([sentence]) == frozenset()


def test_spans_are_in_order_and_the_longest() -> None:
    names = frozenset({"Pellerin", "Maud Pellerin", "Zandt"})
    text = "Zandt saw Maud Pellerin's boat, Pellerin waved."
    assert [text[start:end] for start, end in spans(names, text)] == [
        "Zandt",
        "Maud Pellerin",
        "Pellerin",
    ]


@pytest.mark.parametrize("text", ["Zandtman", "McZandt", "Jean-Zandt", "Zandt-led", "zandt", ""])
def test_a_part_of_a_word_is_no_name(text: str) -> None:
    assert spans(frozenset({"Zandt"}), text) == ()


def test_no_names_stand_nowhere() -> None:
    assert spans(frozenset(), "Zandt") == ()


@given(st.lists(st.text(alphabet="AaBbJ.Zz '-’⟦0⟧&\nŞ van", max_size=40), max_size=5))
def test_every_name_found_has_its_place(texts: list[str]) -> None:
    names = find(texts)
    for name in names:
        places = (
            text[start:end] for text in texts for start, end in spans(frozenset([name]), text)
        )
        assert name in (" ".join(place.split()) for place in places)


@pytest.mark.parametrize(
    ("name", "draft"),
    [
        ("Whitfield", "Whitfield'ın vakfı ödedi."),
        ("Merkel", "Bunu Merkel’den duyduk."),
        ("Merkel", "Merkelin evi burada."),
        ("Erdogan", "Erdoğan geldi."),
        ("Istanbul", "İstanbul'da yağmur var."),
        ("Maud Pellerin", "Sonra Maud Pellerin'e yazdık."),
        ("O'Rourke", "Mektup O’Rourke'tan geldi."),
        ("IRMAK", "Irmak geldi."),
    ],
)
def test_suffixes_and_turkish_letters_leave_a_name_whole(name: str, draft: str) -> None:
    assert survived(name, draft)


@pytest.mark.parametrize(
    ("name", "draft"),
    [
        ("Whitfield", "Beyaztarla ödedi."),
        ("Whitfield", "Whitfild ödedi."),
        ("Maud Pellerin", "Pellerin'e yazdık."),
        ("Ur", "Urfa'ya gitti."),
        ("Turkey", "Türkiye güzel."),
        ("Zandt", ""),
    ],
)
def test_a_mangled_name_has_not_survived(name: str, draft: str) -> None:
    assert not survived(name, draft)


def test_the_list_is_sorted_and_holds_every_word_once() -> None:
    lines = files("translate").joinpath("names.txt").read_text(encoding="utf-8").splitlines()
    words = [line for line in lines if not line.startswith("#")]
    assert words == sorted(words)
    assert len({word.rstrip("?!") for word in words}) == len(words)


PARTS = st.sampled_from(["Ada", "Bo", "Ada Bo", "Bo Ada", "O'Bo", "J. Ada", "Adam", "Ada-Bo"])


@given(st.frozensets(PARTS), st.lists(st.one_of(PARTS, st.sampled_from("a's - _ ’ . Bo's"))))
def test_names_stand_where_one_expression_for_all_of_them_would_find_them(
    names: frozenset[str], words: list[str]
) -> None:
    text = " ".join(words).replace(" - ", "-").replace(" ’ ", "’").replace(" _ ", "_")
    longest_first = sorted(names, key=len, reverse=True)
    choices = "|".join(map(re.escape, longest_first)) or "(?!)"
    whole = re.compile(rf"(?<!\w)(?<!\w['’-])(?:{choices})(?!\w|-\w)")
    assert spans(names, text) == tuple(match.span() for match in whole.finditer(text))


def test_many_names_cost_a_sentence_no_more_than_few() -> None:
    many = frozenset(f"Name{at} Surname{at}" for at in range(50_000))
    found = [spans(many, f"We met Name{at} Surname{at} there.") for at in range(2_000)]
    assert all(len(one) == 1 for one in found)
