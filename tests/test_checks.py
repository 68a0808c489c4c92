"""What is wrong with a translation is seen without a reference."""

import pytest

from translate.checks import (
    CHECKS,
    GRAVE,
    Finding,
    findings,
    left_in_english,
    placeholders,
    protected,
    repetition,
    runaway,
    truncation,
    unreadable,
    untranslated,
)

SOUND = [
    ("The ferry left at dawn.", "Vapur şafakta kalktı."),
    ("I don't know.", "Bilmem."),
    ("OK", "Tamam"),
    ("Step by step, we reached ⟦0⟧.", "Adım adım ⟦0⟧'a ulaştık."),
    ("Ask @night_ferry on www.example.org.", "www.example.org'da @night_ferry'ye sorun."),
    ("Bank of America closed 120 branches in 2019.", "Bank of America 2019'da 120 şubeyi kapattı."),
    ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("source", "translation"), SOUND)
def test_a_sound_translation_is_left_in_peace(source: str, translation: str) -> None:
    assert findings(source, translation) == ()


def test_findings_come_with_the_grave_ones_first() -> None:
    assert findings("It had 12 doors, see ⟦0⟧.", "Bu evin the kapıları pek çoktu.") == (
        Finding("lost ⟦0⟧", grave=True),
        Finding("lost the number 12", grave=False),
        Finding("“the” left in English", grave=False),
    )
    assert CHECKS[: len(GRAVE)] == GRAVE


@pytest.mark.parametrize(
    ("source", "translation", "reason"),
    [
        ("Open ⟦0⟧ and ⟦1⟧.", "⟦0⟧ açın.", "lost ⟦1⟧"),
        ("Open ⟦0⟧ and ⟦1⟧.", "⟦0⟧ ve ⟦0⟧ açın.", "lost ⟦1⟧"),
        ("Open ⟦0⟧.", "⟦0⟧ açın, ⟦0⟧.", "doubled ⟦0⟧"),
        ("Open ⟦0⟧.", "⟦0⟧ ve ⟦1⟧ açın.", "made up ⟦1⟧"),
        ("Open it.", "⟦ açın.", "made up a placeholder"),
        ("Open ⟦0⟧ and ⟦1⟧.", "⟦1⟧'i ve ⟦0⟧'ı açın.", ""),
    ],
)
def test_placeholders(source: str, translation: str, reason: str) -> None:
    assert placeholders(source, translation) == reason


@pytest.mark.parametrize(
    ("source", "translation", "changed"),
    [
        ("See https://example.org/a_b.", "https://example.org/a b adresine bakın.", "https://example.org/a_b"),
        ("Write to desk@example.org!", "masa@example.org adresine yazın!", "desk@example.org"),
        ("Join #ferries.", "#vapurlar'a katılın.", "#ferries"),
        ("Ask @ali.", "@aliye'ye sorun.", "@ali"),
        ("Open report.pdf.", "Rapor.pdf dosyasını açın.", "report.pdf"),
        (f"The key {'aB3' * 40} is old.", "Anahtar eski.", "aB3" * 40),
    ],
)  # fmt: skip
def test_what_a_reader_would_copy_must_stay_byte_for_byte(
    source: str, translation: str, changed: str
) -> None:
    assert protected(source, translation) == f"changed {changed}"


def test_what_models_write_for_letters_they_lack_is_grave() -> None:
    assert unreadable("Thanks 🙂", "Teşekkürler ���") == "unreadable “\ufffd”"
    assert unreadable("The 渡轮", " ⁇ kalktı") == "unreadable “⁇”"
    assert unreadable("It printed ���.", "��� yazdı.") == ""
    assert findings("It is late 🙂", "Geç oldu ��")[0].grave


def test_a_translation_under_four_tenths_of_its_source_is_too_short() -> None:
    source = "The council met on Monday evening and talked about the harbour until midnight."
    assert truncation(source, "Meclis pazartesi akşamı toplandı.") == ""
    assert truncation(source, "Meclis toplandı.") == "too short"


def test_a_translation_that_never_ends_is_too_long() -> None:
    assert runaway("Good night.", "Hepinize iyi geceler diliyorum.") == ""
    assert (
        runaway("Good night.", "İyi geceler, güzel rüyalar, tatlı uykular dilerim.") == "too long"
    )


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Save changes", "Save changes"),
        ("The harbour was closed.", "the harbour was closed"),
        ("The harbour was closed for the winter.", "The liman was closed for kış."),
    ],
)
def test_what_was_not_translated_is_seen(source: str, translation: str) -> None:
    assert untranslated(source, translation) == "left in English"


@pytest.mark.parametrize(
    "text", ["Vincent van Gogh", "Internet", "NASA, ESA", "COVID-19", "Rio de Janeiro", "24/7"]
)
def test_names_numbers_and_international_words_may_be_copies(text: str) -> None:
    assert untranslated(text, text) == ""


@pytest.mark.parametrize(
    ("translation", "word"),
    [
        ("Liman the gemi için kapalıydı.", "the"),
        ("Belediye from limana bir yol açtı.", "from"),
        ("Ayşe geldi and gitti.", "and"),
    ],
)
def test_english_function_words_amid_turkish_are_seen(translation: str, word: str) -> None:
    assert left_in_english("", translation) == f"“{word}” left in English"


@pytest.mark.parametrize(
    "translation",
    [
        "Lord of the Rings gösterimde.",
        'Tabelada "mind the gap" yazıyordu.',
        "Liman (the harbour) kapalıydı.",
        "Yeni üyeler dün and içti.",
        "Her an bir at, on it ve bir has bahçe görebiliriz.",
    ],
)
def test_names_quotations_and_turkish_words_are_no_english_left_over(translation: str) -> None:
    assert left_in_english("", translation) == ""


@pytest.mark.parametrize(
    ("source", "translation", "repeated"),
    [
        ("Hello", "Merhaba Merhaba", "merhaba"),
        ("Hello", "Merhaba, merhaba!", "merhaba"),
        ("It was closed for a long while.", "Uzun uzun uzun bir süre kapalıydı.", "uzun"),
        ("They are in the village.", "Onlar köyün içinde köyün içinde.", "köyün içinde"),
        ("We sailed to Mudanya.", "Mudanya'ya Mudanya'ya gittik.", "mudanya'ya"),
        ("Buddhism is old in Tibet.", "Tibet'te Budizm Budizm çok eskidir.", "budizm"),
        (
            "The harbour was closed in winter.",
            "Liman kışın kapalıydı, hava soğuktu, liman kışın kapalıydı.",
            "liman kışın kapalıydı",
        ),
    ],
)  # fmt: skip
def test_repetition_is_seen(source: str, translation: str, repeated: str) -> None:
    assert repetition(source, translation) == f"repeats “{repeated}”"


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Slowly", "Yavaş yavaş"),
        ("A Step-by-Step Guide", "Adım Adım Rehber"),
        ("They often wrote to each other.", "Birbirlerine sık sık yazıyorlardı."),
        ("He told his friends all about it.", "Arkadaşlarına anlata anlata bitiremedi."),
        ("Knock, knock", "Tak, tak"),
        ("Never, never again", "Asla, asla"),
        ("The figures are 0 0 0 0.", "Rakamlar 0 0 0 0."),
    ],
)  # fmt: skip
def test_turkish_doubles_words_and_may_repeat_what_english_repeats(
    source: str, translation: str
) -> None:
    assert repetition(source, translation) == ""


@pytest.mark.parametrize("piece", ["a", "a ", "0 ", "1.", "ve ", "⟦", '" ', "a.a ", "(", "yüz"])
def test_no_text_takes_longer_than_its_length_allows(piece: str) -> None:
    text = piece * 50_000
    assert isinstance(findings(text, text), tuple)
