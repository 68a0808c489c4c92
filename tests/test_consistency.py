"""One source has one translation, and one translation one source, but for what needs two."""

from pathlib import Path

import pytest

from translate.consistency import Use, divided, shared

PATH = Path("tr/ferry.po")


def uses(*pairs: tuple[str, str], reviewed: bool = True) -> list[Use]:
    return [Use(PATH, line, *pair, reviewed) for line, pair in enumerate(pairs, 1)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yarı boş, yarı dolu demektir.", "Yarısı boş, yarısı dolu."),
        ("Vapur geç kaldı.", "Feribot geç kaldı."),
        ("Devamını oku", "Daha fazla"),
        ("Basın kartı", "Basın kartları"),
        ("12 lira", "13 lira"),
        ("Bugün kapalı.", "Bugün açık."),
        ("Ankara'da", "Ankara'dan"),
        ("Kadın", "Kadin"),
        ("Isı", "İsi"),
        ("Hayır", "Yok"),
        ("Evet, geldi.", "Evet geldi, sonra."),
    ],
)
def test_a_source_with_two_translations_is_found(one: str, other: str) -> None:
    found = dict(divided(uses(("The source", one), ("The source", other))))
    assert [reason for _, reason in sorted(found.items(), key=lambda item: item[0].line)] == [
        f"elsewhere “{other}” (tr/ferry.po:2)",
        f"elsewhere “{one}” (tr/ferry.po:1)",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Devamını oku", "Devamını oku"),
        ("Devamını oku", "Devamını Oku"),
        ("Devamını oku", "Devamını oku…"),
        ("“Geç oldu.”", "«Geç oldu.»"),
        ("Geç oldu!", "Geç oldu."),
        ("İSTANBUL", "istanbul"),
        ("IŞIK", "ışık"),
        ("Geç  oldu", "Geç oldu"),
        ("*Geç* oldu", "**Geç** oldu"),
        ("Ankara’da", "Ankara'da"),
        ("Geç <b>oldu</b>", "Geç <em>oldu</em>"),
    ],
)
def test_case_and_marks_alone_make_no_other_translation(one: str, other: str) -> None:
    assert list(divided(uses(("The source", one), ("The source", other)))) == []


def test_drafts_are_measured_by_what_is_reviewed_never_by_each_other() -> None:
    drafts = uses(("It is late.", "Geç oldu."), ("It is late.", "Geç kaldı."), reviewed=False)
    assert list(divided(drafts)) == []
    reviewed = Use(PATH, 9, "It is late.", "Vakit geç.", True)
    assert [use.line for use, _ in divided([*drafts, reviewed])] == [1, 2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The harbour is closed today.", "The bakery is closed today."),
        ("She went home at nine.", "She went home at ten."),
        ("The first plan was rejected.", "The second plan was rejected."),
        ("Read the whole report here.", "Download the whole report here."),
        ("It was not late.", "It was late."),
        ("Nobody came on Friday.", "Everybody came on Friday."),
        ("Boats and buses", "Buses and trains"),
        ("The price of bread", "The price of tea"),
        ("What the figures say", "What the council says"),
        ("A better rule", "A worse rule"),
    ],
)
def test_a_translation_of_two_sources_is_found(one: str, other: str) -> None:
    target = "Bir çeviri ki ikisine de yazılmış."
    found = dict(shared(uses((one, target), (other, target))))
    assert [reason for _, reason in sorted(found.items(), key=lambda item: item[0].line)] == [
        f"also for “{other}” (tr/ferry.po:2)",
        f"also for “{one}” (tr/ferry.po:1)",
    ]


@pytest.mark.parametrize(
    ("one", "other", "target"),
    [
        ("She went home at nine.", "He went home at nine.", "Dokuzda eve gitti."),
        ("It is her book on ships.", "This is his book on ships.", "Gemiler üzerine kitabı bu."),
        ("The old town hall", "An old town hall", "Eski belediye binası"),
        ("Read the report now", "Read the report now!", "Raporu şimdi okuyun"),
        ("READ THE REPORT NOW", "Read the report now", "Raporu şimdi okuyun"),
        ("“Half empty” is half full.", "'Half empty' is half full.", "Yarı boş yarı doludur."),
        ("Thanks", "Thank you very much", "Çok teşekkürler"),
        ("Yes", "Indeed", "Evet"),
        ("Read more", "Continue reading", "Devamını oku"),
        ("Don't stop at the quay.", "Do not stop at the quay!", "Sakın iskelede durma."),
        ("We can’t find the old page.", "We cannot find the old page.", "Eski sayfayı bulamadık."),
        ("It's late, I'm tired.", "It is late, I am tired.", "Geç oldu ve yorgunum."),
        ("They have gone to the quay.", "We had gone to the quay.", "İskeleye doğru gidildi."),
        ("The boats were late again.", "The boats are late again.", "Vapurlar yine geç kaldı."),
    ],
)
def test_little_words_and_short_answers_may_share_one(one: str, other: str, target: str) -> None:
    assert list(shared(uses((one, target), (other, target)))) == []
