"""What the program itself writes on a page."""

import pytest

from translate.page import (
    IN_TURKISH,
    MARKER,
    Links,
    alternates,
    availability,
    credit,
    field,
    is_turkish_version,
    language,
    notice,
)

LINKS = Links("../en/a (1).md", "../tr/a (1).md")


@pytest.mark.parametrize("kind", ["text", "markdown", "html"])
def test_a_turkish_line_is_known_again_and_an_english_one_is_no_turkish_page(kind: str) -> None:
    assert is_turkish_version(availability(kind, "tr", LINKS))
    assert not is_turkish_version(availability(kind, "en", LINKS))


def test_an_english_page_that_quotes_the_words_is_no_turkish_page() -> None:
    assert not is_turkish_version("The page ends with “Bu yazı şu dillerde de mevcut: İngilizce”.")
    assert not is_turkish_version("Its line is `Bu yazı şu dillerde de mevcut: İngilizce`\n")


@pytest.mark.parametrize("kind", ["markdown", "html"])
def test_our_lines_are_marked_where_a_format_can_hold_a_mark(kind: str) -> None:
    assert MARKER in availability(kind, "en", LINKS)
    assert MARKER in notice(kind, LINKS)


def test_a_translator_is_named_whatever_the_name() -> None:
    assert ": Ayşe &lt;b&gt; &amp; Co.<" in credit("html", "Ayşe <b> & Co.")
    assert credit("markdown", "*A* [b](c)").startswith(r"> Çeviri: \*A\* \[b\](c) <!--")
    assert credit("text", "Ayşe Yılmaz") == "[Çeviri: Ayşe Yılmaz]"


def test_parentheses_do_not_end_a_markdown_link() -> None:
    assert "[İngilizce](../en/a %281%29.md)" in availability("markdown", "tr", LINKS)


def test_quotation_marks_do_not_end_an_attribute() -> None:
    assert '"../en/&quot;a&quot;"' in availability("html", "tr", Links('../en/"a"', ""))


@pytest.mark.parametrize(
    ("fence", "old", "line"),
    [
        ("---", "", "lang: tr\n"),
        ("---", "language: en\n", "language: tr\n"),
        ("+++", "", 'lang = "tr"\n'),
    ],
)
def test_front_matter_declares_the_language(fence: str, old: str, line: str) -> None:
    assert language(fence, old) == line


def test_a_field_is_written_as_the_front_matter_asks() -> None:
    assert field("---", "slug", "a-b") == "slug: a-b\n"
    assert field("+++", "slug", '"a-b"') == 'slug = "a-b"\n'


def test_a_link_that_is_a_whole_attribute_becomes_an_element() -> None:
    links = Links('{% x %}href="/a"{% endx %}', "{filename}a (1).tr.md")
    line = availability("markdown", "tr", links)
    assert f'*{IN_TURKISH}: <a {{% x %}}href="/a"{{% endx %}}>İngilizce</a>*' in line
    assert is_turkish_version(line)
    assert "[Turkish]({filename}a (1).tr.md)" in availability("markdown", "en", links)


def test_alternates_name_both_languages_the_default_and_themselves() -> None:
    links = alternates(Links("https://example.org/en/a", "https://example.org/tr/a"))
    assert links.count("/en/a") == 2  # en and x-default
    assert links.count("/tr/a") == 2  # canonical and tr
