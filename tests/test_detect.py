"""What language a post is in, and which passages of it are in another."""

from pathlib import Path

import pytest

from translate import detect
from translate.post import Literal, Post, Role, Segment

ENGLISH = (
    "The ferry that crosses the strait at night will stop running, the council said on Monday."
)
TURKISH = "Belediye, geceleri boğazı geçen vapurun artık çalışmayacağını pazartesi günü açıkladı."
GERMAN = "Die Fähre, die nachts über die Meerenge fährt, wird eingestellt, sagte der Stadtrat."


def segment(text: str, block: int = 0) -> Segment:
    return Segment(text, text, "paragraph", "paragraph 1", 1, block)


def post(*segments: Segment) -> Post:
    return Post("ferry", Path("ferry.txt"), "text", "utf-8", segments)


@pytest.mark.parametrize(("text", "code"), [(ENGLISH, "en"), (TURKISH, "tr"), (GERMAN, "de")])
def test_a_post_of_some_length_has_a_language(text: str, code: str) -> None:
    verdict = detect.language([segment(text), segment(text)])
    assert verdict.language == code
    assert verdict.confidence > 0.9


def test_a_long_post_is_looked_at_all_over() -> None:
    title, body = segment(TURKISH), segment(ENGLISH.rstrip(".") * 200)
    assert detect.language([title, body]).language == "en"
    assert detect.language([body, title]).language == "en"


def test_the_same_text_always_gets_the_same_answer() -> None:
    mixed = [segment(ENGLISH), segment(TURKISH), segment(GERMAN)]
    assert len({detect.language(mixed) for _ in range(20)}) == 1


def test_a_post_of_under_twenty_words_is_unsure() -> None:
    verdict = detect.language([segment("Patience is a virtue.")])
    assert (verdict.language, verdict.words) == ("", 4)


def test_code_and_addresses_are_no_prose() -> None:
    text = "`der die das und` " * 20
    marks = tuple(detect.Mark(n * 18, n * 18 + 17, Role.KEEP) for n in range(20))
    code = Segment(text, text, "paragraph", "", 1, 0, "markdown", marks)
    assert detect.language([code, segment(ENGLISH), segment(ENGLISH)]).language == "en"


@pytest.mark.parametrize(
    "text",
    [
        TURKISH,
        GERMAN,
        "Ne mutlu barışı görene",
        "Bizim mahallede herkes birbirini sever",
        "ALLE VÖGEL SIND SCHON DA",
    ],
)
def test_a_passage_in_another_language_is_foreign(text: str) -> None:
    assert detect.foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "Patience is a virtue.",
        "EU Council",
        "Photo: Ayşe Yılmaz",
        "A better rule",  # Norwegian at 0.99999, says langdetect
        "Erdoğan",
        "Recep Çakır",  # two words: a name
        "He said “merhaba” to Ayşe.",
        "Café society",
        "",
        "1998",
    ],
)
def test_english_with_foreign_names_is_not(text: str) -> None:
    assert not detect.foreign(text)


def test_a_foreign_block_becomes_literal_as_a_whole() -> None:
    found = detect.keep_foreign(
        post(segment(ENGLISH), segment("Ja, genau.", 1), Literal(" "), segment(GERMAN, 1))
    )
    assert [type(part) for part in found.parts] == [Segment, Literal, Literal, Literal]


def test_a_foreign_sentence_in_an_english_paragraph_becomes_literal() -> None:
    found = detect.keep_foreign(post(segment(ENGLISH), segment(TURKISH), segment(ENGLISH)))
    assert [type(part) for part in found.parts] == [Segment, Literal, Segment]


def test_a_foreign_quotation_in_a_sentence_is_kept_as_code_is() -> None:
    text = "They sang “vapur gelmez, yolcu boşuna bekler” all night and then they went home."
    (found,) = detect.keep_foreign(post(segment(text))).segments
    (mark,) = found.marks
    assert text[mark.start : mark.end] == "vapur gelmez, yolcu boşuna bekler"
    assert mark.role is Role.KEEP
