"""Terms that must be so: read, found in English, looked for in drafts, spelled in Turkish.

`glossary_table.tsv` holds 100 sentences and what their terms must be in a draft.
"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate import glossary
from translate.errors import TranslateError
from translate.glossary import (
    Glossary,
    Term,
    corrected,
    filled,
    find,
    hidden,
    honoured,
    recased,
    spelled,
)

HERE = Path(__file__).parent
TABLE = HERE / "glossary_table.tsv"
OURS = Path(__file__).parents[1] / "locales" / "tr" / "glossary.po"


def terms(**pairs: str) -> Glossary:
    """Return a glossary; a `_` stands for a space."""
    return glossary.new(Term(one.replace("_", " "), two) for one, two in pairs.items())


def found(source: str, text: str, target: str = "x") -> list[str]:
    hits = find(glossary.new([Term(source, target)]), text)
    return [text[hit.start : hit.end] for hit in hits]


# Reading


def test_a_file_that_is_not_there_is_an_empty_glossary(tmp_path: Path) -> None:
    assert glossary.read(tmp_path / "glossary.po") == Glossary()
    assert find(Glossary(), "The press card.") == ()


def test_entries_that_nobody_has_decided_on_are_no_terms(tmp_path: Path) -> None:
    path = tmp_path / "glossary.po"
    path.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        '#. for journalists\nmsgid "press card"\nmsgstr "basın kartı"\n\n'
        '#, fuzzy\nmsgid "ferry"\nmsgstr "feribot"\n\n'
        'msgid "quay"\nmsgstr ""\n\n'
        'msgid "box"\nmsgid_plural "boxes"\nmsgstr[0] "kutu"\nmsgstr[1] "kutular"\n\n'
        '#~ msgid "boat"\n#~ msgstr "kayık"\n',
        encoding="utf-8",
    )
    assert glossary.read(path).terms == (Term("press card", "basın kartı", "for journalists"),)


def test_a_broken_file_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "glossary.po"
    path.write_text('msgid "press card\nmsgstr "basın kartı"\n', encoding="utf-8")
    with pytest.raises(TranslateError, match=r"glossary\.po: line 1"):
        glossary.read(path)


def test_our_own_glossary_is_about_our_own_posts() -> None:
    posts = OURS.parents[2] / "corpus" / "en"
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(posts.iterdir()))
    used = {hit.term.source for hit in find(glossary.read(OURS), text)}
    assert {term.source for term in glossary.read(OURS).terms} - used == set()


# Finding


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("press card", "Every press card and all press cards.", ["press card", "press cards"]),
        ("ferry", "The ferry's ferries, the ferries’ crews.", ["ferry's", "ferries", "ferries’"]),
        ("ferry", "the 'ferries' of old", ["ferries"]),
        ("ombudsman", "two ombudsmen", ["ombudsmen"]),
        ("pull request", "a pull-request, a pull\nrequest", ["pull-request", "pull\nrequest"]),
        ("e-mail", "E-mail, email and e mail.", ["E-mail", "email", "e mail"]),
        ("Node.js", "Node.js, not Node js.", ["Node.js"]),
        ("C++", "C++ and C", ["C++"]),
        ("visitors' book", "a visitors’ book", ["visitors’ book"]),
        ("card", "cardboard, discard, card_id, card-holder", ["card"]),
        ("press card", "press, card", []),
    ],
)
def test_a_term_is_found_in_its_forms(source: str, text: str, expected: list[str]) -> None:
    assert found(source, text) == expected


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("council", "Council members met. Councils do.", ["Council", "Councils"]),
        ("council", "He thanked the Council.", []),
        ("council", "What the Council Says", ["Council"]),
        ("council", "THE COUNCIL HAS SPOKEN", ["COUNCIL"]),
        ("town council", "He thanked the Town Council.", ["Town Council"]),
        ("aid", "Money from the AID", []),
        ("US", "The US told us. Us!", ["US"]),
        ("Apple", "An apple from Apple. Apples.", ["Apple"]),
        ("Press Chamber", "A press chamber, the Press Chamber", ["Press Chamber"]),
        ("Press Chamber", "THE PRESS CHAMBER IS CLOSED", ["PRESS CHAMBER"]),
        ("iPhone", "New iPhones, no iphone", ["iPhones"]),
        ("API", "Two APIs, an api", ["APIs"]),
        ("112", "Call 112 now.", ["112"]),
        ("渡轮", "The 渡轮 left.", ["渡轮"]),
        ("ferry", "It left. “Ferry!” He said: Ferry!", ["Ferry", "Ferry"]),
        ("ferry", "It left Ferry (Ferry) to Ferry.", []),
    ],
)
def test_capitals_tell_names_from_words(source: str, text: str, expected: list[str]) -> None:
    assert found(source, text) == expected


def test_a_term_with_an_infinitive_is_a_verb() -> None:
    text = "They publish, published and are publishing publications."
    assert found("publish", text, "yayımlamak") == ["publish", "published", "publishing"]
    assert found("publish", text, "yayım") == ["publish"]
    assert found("sign up", "She signed up.", "kaydolmak") == ["signed up"]


def test_a_term_with_a_noun_that_ends_as_a_verb_does_is_a_noun() -> None:
    text = "The foods of the region are famous."
    (hit,) = find(terms(food="yemek"), text)
    assert not hit.term.verb
    assert filled("Bölgenin ⟦0⟧'ları ünlüdür.", 0, hit, text) == "Bölgenin yemekleri ünlüdür."


def test_a_text_of_many_terms_is_searched_once() -> None:
    text = "The ferry left, and a night ferry too. " * 10_000
    assert len(find(terms(ferry="vapur", night_ferry="gece vapuru"), text)) == 20_000
    assert find(terms(ferry="vapur"), "He took a Ferry " * 10_000) == ()


def test_the_longest_term_wins() -> None:
    known = terms(night_ferry="gece vapuru", ferry="vapur", ferry_service_line="vapur hattı")
    text = "a night ferry service line and a night ferry"
    hits = [text[hit.start : hit.end] for hit in find(known, text)]
    assert hits == ["ferry service line", "night ferry"]


@given(st.text("aAbs' -.’\n", max_size=30))
def test_finds_do_not_overlap_and_are_in_order(text: str) -> None:
    known = terms(a="x", a_b="x", b="x", ab="x", AB="x", a_a_a="x")
    ends = [0, *(at for hit in find(known, text) for at in (hit.start, hit.end))]
    assert ends == sorted(ends)


# Hiding and filling


def test_placeholders_keep_what_shows_number_and_owner() -> None:
    known = terms(reporter="muhabir", press_card="basın kartı")
    text = "The reporter's friends saw reporters’ press cards."
    assert hidden(text, find(known, text)) == "The ⟦0⟧'s friends saw ⟦1⟧s' ⟦2⟧s."
    assert hidden(text, find(known, text)[2:], 5) == "The reporter's friends saw reporters’ ⟦5⟧s."


@pytest.mark.parametrize(
    ("text", "draft", "expected"),
    [
        ("The guard saw the press card.", "Bekçi ⟦0⟧'ı gördü.", "Bekçi basın kartını gördü."),
        ("His press cards are old.", "⟦0⟧'lar eski.", "Basın kartları eski."),
        ("Press cards are old now.", "Artık ⟦0⟧'ler eski.", "Artık basın kartları eski."),
        ("The press card!", "⟦0⟧!", "Basın kartı!"),
        ("the press card", "⟦0⟧", "basın kartı"),
        ("The state's press card failed.", "Devletin ⟦0⟧'ı düştü.", "Devletin basın kartı düştü."),
        ("She said 'press card'.", "'⟦0⟧' dedi.", "'Basın kartı' dedi."),
        ("My press card", "⟦0⟧ım", "Basın kartım"),
        ("A New Press Card", "Yeni ⟦0⟧", "Yeni Basın Kartı"),
        ("THE PRESS CARDS ARE BACK", "⟦0⟧'lar döndü", "BASIN KARTLARI döndü"),
        ("The press cards", "⟦0⟧s", "Basın kartları"),
        ("Under 50 press cards.", "Elli ⟦0⟧'ların altında.", "Elli basın kartının altında."),
        ("He has 50 press cards.", "50 ⟦0⟧s var.", "50 basın kartı var."),
        ("No press card and no more.", "⟦1⟧ yok.", "⟦1⟧ yok."),
    ],
)
def test_a_placeholder_becomes_the_term(text: str, draft: str, expected: str) -> None:
    hit = find(terms(press_card="basın kartı"), text)[0]
    assert filled(draft, 0, hit, text) == expected


@pytest.mark.parametrize(
    ("term", "english", "suffix", "expected"),
    [
        (Term("ferry", "vapur"), "ferries", "lerin", "vapurların"),
        (Term("ferry", "vapur"), "Ferry", "nin", "Vapurun"),
        (Term("island", "iskele"), "Island", "da", "İskelede"),
        (Term("island", "iskele"), "ISLAND", "da", "İSKELEDE"),
        (Term("press card", "basın kartı"), "Press Cards", "lar", "Basın Kartları"),
        (Term("US", "ABD"), "US", "ın", "ABD'nin"),
        (Term("iPhone", "iPhone"), "iPhones", "ler", "iPhone'lar"),
        (Term("iPhone", "iPhone"), "IPHONES", "ler", "IPHONE'LAR"),
        (Term("phone", "iPhone"), "Phones", "ler", "iPhone'lar"),
        (Term("New Delhi", "Yeni Delhi"), "New Delhi", "da", "Yeni Delhi'de"),
    ],
)
def test_case_follows_the_source(term: Term, english: str, suffix: str, expected: str) -> None:
    assert spelled(term, english, suffix) == expected


@pytest.mark.parametrize(
    ("text", "draft", "expected"),
    [
        ("The press card is old.", "Eski Basın Kartını aldı.", "Eski basın kartını aldı."),
        ("The press card is old.", "Basın Kartı eski.", "Basın kartı eski."),
        ("The Press Card", "Bu Basın Kartı", "Bu Basın Kartı"),
        ("The press card is old.", "Kart eski.", "Kart eski."),
    ],
)
def test_a_draft_gets_the_case_of_the_source(text: str, draft: str, expected: str) -> None:
    hit = find(terms(press_card="basın kartı"), text)[0]
    assert recased(draft, hit, text) == expected


def test_a_name_gets_its_capitals() -> None:
    text = "She wrote to the Press Chamber."
    hit = find(glossary.new([Term("Press Chamber", "Basın Odası")]), text)[0]
    assert recased("Bir basın odasına yazdı.", hit, text) == "Bir Basın Odasına yazdı."


@pytest.mark.parametrize(
    ("text", "draft", "expected"),
    [
        ("She published it.", "O yayınladı.", "O yayımladı."),
        ("It was published.", "O yayınlandı.", "O yayımlandı."),
        ("Published today.", "Bugün Yayınladı.", "Bugün Yayımladı."),
        ("It is published.", "O kitap.", None),
    ],
)
def test_another_verb_is_replaced_in_its_form(text: str, draft: str, expected: str | None) -> None:
    hit = find(terms(publish="yayımlamak"), text)[0]
    start = draft.rindex(" ") + 1
    assert corrected(draft, start, len(draft) - 1, hit, text) == expected


# Honouring


@pytest.mark.parametrize(
    ("target", "draft"),
    [
        ("basın kartı", "Muhabirler basın kartlarını gösterdi."),
        ("basın kartı", "Basın kartının süresi doldu."),
        ("basın kartı", "BASIN KARTI"),
        ("kitap", "Bu kitabı okudum."),
        ("ağız", "Irmağın ağzından"),
        ("İskele", "iskelede"),
        ("Adalet Bakanlığı", "Adalet Bakanlığı’nın"),
        ("ABD", "ABD'den"),
        ("yayımlamak", "Rapor yayımlandı."),
        ("yayımlamak", "Raporu yayımlıyor."),
        ("almak", "Bilet alabilirsiniz."),
        ("yemek", "Bölgenin yemekleri ünlüdür."),
        ("112", "112'yi arayın."),
    ],
)
def test_a_draft_honours_a_term_in_any_form(target: str, draft: str) -> None:
    assert honoured(Term("x", target), draft)


@pytest.mark.parametrize(
    ("target", "draft"),
    [
        ("basın kartı", "Basın bir kartı gösterdi."),
        ("kart", "Kartal uçtu."),
        ("ABD", "abd"),
        ("iPhone", "iphone"),
        ("us", "Ustalar geldi."),
        ("yayımlamak", "Rapor yayınlandı."),
        ("almak", "Aldatıcı bir söz."),
        ("görmek", "Görevi buydu."),
        ("olmak", "Olay dün."),
        ("yemek", "Balığı yedi."),
    ],
)
def test_another_word_does_not(target: str, draft: str) -> None:
    assert not honoured(Term("x", target), draft)


@pytest.mark.parametrize(
    ("name", "draft"),
    [
        ("The Harbour Post", "The Harbour Post'un haberi"),
        ("The Harbour Post", "The Harbour Post’ta çıktı."),
        ("The Harbour Post", "The Harbour Posta yazdı."),
        ("Blue Gull Lines", "Eski Blue Gull Linesli kaptan"),
        ("Blue Gull Lines", "BLUE GULL LINES'IN SEFERLERİ"),
        ("API", "API'lerinizi"),
        ("plugin", "Bu pluginlerimizden biri"),
    ],
)
def test_a_kept_name_is_honoured_with_its_words_and_a_suffix(name: str, draft: str) -> None:
    assert honoured(Term(name, name), draft)


@pytest.mark.parametrize(
    ("name", "draft"),
    [
        ("The Harbour Post", "Harbour Postası yazdı."),
        ("The Harbour Post", "The Harbour Postası yazdı."),
        ("The Harbour Post", "Harbour Post yazdı."),
        ("Blue Gull Lines", "Blue Gull Linesısı"),
        ("Press Gate", "Press Gatesi"),
    ],
)
def test_a_name_that_became_a_turkish_one_does_not_honour_it(name: str, draft: str) -> None:
    assert not honoured(Term(name, name), draft)


# The table


def rows() -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """Return sentences and their terms: an English form, and Turkish stems, one of them needed."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [
        (text, [(one, two.split(" | ")) for one, two in (pair.split(" = ") for pair in pairs)])
        for text, *pairs in cells
    ]


def test_the_table_has_a_hundred_sentences() -> None:
    assert len(rows()) == len({text for text, _ in rows()}) == 100
    known = glossary.read(HERE / "glossary_table.po")
    used = {hit.term for text, _ in rows() for hit in find(known, text)}
    assert used == set(known.terms)


@pytest.mark.parametrize(("text", "expected"), rows())
def test_terms_of_the_table_are_found(text: str, expected: list[tuple[str, list[str]]]) -> None:
    hits = find(glossary.read(HERE / "glossary_table.po"), text)
    assert [text[hit.start : hit.end] for hit in hits] == [form for form, _ in expected]
