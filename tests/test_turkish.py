"""Post + translations → the text of the Turkish post."""

from dataclasses import replace
from pathlib import Path

import pytest

from translate.page import MARKER, Links
from translate.post import Post, join
from translate.read import judge, read
from translate.turkish import linked, turkish

LINKS = Links("../en/a", "../tr/a", field=("translationKey", '"a"'))
FULL = Links("https://example.org/en/a/", "https://example.org/tr/a/", absolute=True)


def post(tmp_path: Path, name: str, text: str) -> Post:
    path = tmp_path / name
    path.write_bytes(text.encode())
    [found] = read("a", path)
    return judge(found, "en").post


def in_capitals(found: Post, links: Links = LINKS, noticed: bool = False) -> str:
    """Build with every sentence translated into capitals."""
    translations = {segment.text: segment.text.upper() for segment in found.segments}
    return turkish(found, translations, links, noticed, comments=False)


def test_text_ends_with_the_availability_line(tmp_path: Path) -> None:
    found = post(tmp_path, "a.txt", "The title\n\nA boat left. It came back.\n")
    assert in_capitals(found) == (
        "THE TITLE\n\nA BOAT LEFT. IT CAME BACK.\n\nBu yazı şu dillerde de mevcut: İngilizce\n"
    )


def test_an_availability_line_of_the_source_gives_its_place(tmp_path: Path) -> None:
    text = "The title\n\nA boat left the old harbour.\n\nThis post is also available in: Turkish\n"
    built = in_capitals(post(tmp_path, "a.txt", text))
    assert built.count("Bu yazı şu dillerde de mevcut: İngilizce") == 1
    assert "also available" not in built


def test_comments_and_reply_form_are_left_out_unless_kept(tmp_path: Path) -> None:
    text = (
        "The title\n\nA boat left the old harbour.\n\n"
        "This post is also available in: Turkish\n\n"
        "One Response to “The title”\n\n"
        "  1. A. Reader\n    March 1, 2025 at 3:01 pm #\n\n    I was on that boat myself.\n\n"
        "Leave a Reply\n\nYour Email address will be kept private.\n"
    )
    found = post(tmp_path, "a.txt", text)
    assert "boat myself" not in in_capitals(found).lower()
    translations = {segment.text: segment.text.upper() for segment in found.segments}
    kept = turkish(found, translations, LINKS, False, comments=True)
    assert "I WAS ON THAT BOAT MYSELF." in kept
    assert "Leave a Reply" not in kept


def test_a_hard_wrapped_paragraph_is_filled_to_its_width(tmp_path: Path) -> None:
    text = (
        "The title\n\n"
        "The ferry that crosses the strait at night\r\n"
        "will stop running, the council said on the\r\n"
        "first of May. Nobody on board believes it,\r\n"
        "least of all the man who sells the tea.\n"
    ).replace("\r\n", "\n")
    found = post(tmp_path, "a.txt", text)
    translations = {segment.text: segment.text for segment in found.segments[:-1]}
    translations[found.segments[-1].text] = "Kısa."
    lines = turkish(found, translations, LINKS, False, False).split("\n\n")[1].split("\n")
    assert lines[-1].endswith("Kısa.")
    assert all(30 < len(line) <= 43 for line in lines[:-1])


def test_a_hard_wrapped_quotation_keeps_its_signs_at_the_starts_of_lines(tmp_path: Path) -> None:
    text = (
        "The title\n\nA boat left the old harbour for the islands.\n\n"
        "> The ferry that crosses the strait will\n> soon stop running. Nobody on board\n"
        "> believes that it will ever come back.\n"
    )
    found = post(tmp_path, "a.txt", text)
    last = found.segments[-1].text
    for translations in ({s.text: s.text.upper() for s in found.segments}, {last: last.upper()}):
        built = turkish(found, translations, LINKS, False, False)
        lines = [line for line in built.split("\n") if "ferry" in line.lower() or ">" in line]
        assert all(line.startswith("> ") and line.count(">") == 1 for line in lines)
        assert "BELIEVES" in built


def test_line_ends_are_those_of_the_source(tmp_path: Path) -> None:
    for name in ("a.txt", "a.md", "a.html"):
        found = post(tmp_path, name, "The title\r\n\r\nA boat left.\r\n")
        built = in_capitals(found, noticed=True)
        assert built.count("\r\n") == built.count("\n")


def test_markdown_gets_front_matter_where_it_had_none(tmp_path: Path) -> None:
    built = in_capitals(post(tmp_path, "a.md", "# The title\n\nA boat left.\n"))
    assert built == (
        '---\nlang: tr\ntranslationKey: "a"\n---\n\n# THE TITLE\n\nA BOAT LEFT.\n\n'
        f"*Bu yazı şu dillerde de mevcut: [İngilizce](../en/a)* {MARKER}\n"
    )


def test_markdown_front_matter_says_that_the_page_is_turkish(tmp_path: Path) -> None:
    text = "---\ntitle: The title\nlang: en\ndraft: false\n---\n\nA boat left.\n"
    built = in_capitals(post(tmp_path, "a.md", text))
    assert built.startswith(
        '---\ntitle: THE TITLE\nlang: tr\ndraft: false\ntranslationKey: "a"\n---\n'
    )


def test_toml_front_matter_does_too(tmp_path: Path) -> None:
    built = in_capitals(post(tmp_path, "a.md", '+++\ntitle = "The title"\n+++\n\nA boat left.\n'))
    assert built.startswith('+++\ntitle = "THE TITLE"\nlang = "tr"\ntranslationKey = "a"\n+++\n')


def test_a_translation_key_of_the_source_stays_the_only_one(tmp_path: Path) -> None:
    text = "---\ntranslationKey: ferry\n---\n\nA boat left.\n"
    assert in_capitals(post(tmp_path, "a.md", text)).count("translationKey") == 1


def test_relative_paths_in_front_matter_follow_a_page_into_another_folder(tmp_path: Path) -> None:
    text = "---\nlayout: ../layouts/Post.astro\nimage: './map.png'\nlink: /a\n---\n\nA boat left.\n"
    built = in_capitals(post(tmp_path, "a.md", text), replace(LINKS, moved="../blog"))
    assert "layout: ../blog/../layouts/Post.astro\nimage: '../blog/./map.png'\nlink: /a\n" in built


def test_a_turkish_ordinal_does_not_start_a_list(tmp_path: Path) -> None:
    found = post(tmp_path, "a.md", "In the 19th century a boat left.\n")
    built = turkish(
        found, {found.segments[0].text: "19. yüzyılda bir tekne kalktı."}, LINKS, False, False
    )
    assert "\n19\\. yüzyılda bir tekne" in built


def test_an_alt_text_between_line_breaks_stays_in_its_attribute(tmp_path: Path) -> None:
    text = '<p>Some words here.<br><img src="x.png" alt="A map of the bay"><br>More words.</p>'
    found = post(tmp_path, "a.html", text)
    assert 'alt="A map of the bay"' in turkish(found, {}, LINKS, False, False)
    built = turkish(found, {"A map of the bay": '"Körfez" haritası'}, LINKS, False, False)
    assert 'alt="&quot;Körfez&quot; haritası"' in built


def test_what_has_no_translation_stays_english(tmp_path: Path) -> None:
    found = post(tmp_path, "a.md", "A boat left. It came back.\n")
    built = turkish(found, {"A boat left.": "Bir tekne kalktı."}, LINKS, False, False)
    assert "Bir tekne kalktı. It came back." in built


def test_in_html_it_is_marked_as_english(tmp_path: Path) -> None:
    text = (
        '<html lang="en"><head><title>Boats</title></head>'
        "<body><p>A boat left. It came back.</p></body></html>"
    )
    found = post(tmp_path, "a.html", text)
    built = turkish(found, {"A boat left.": "Bir tekne kalktı."}, LINKS, False, False)
    assert '<p>Bir tekne kalktı. <span lang="en">It came back.</span></p>' in built
    assert "<title>Boats</title>" in built
    assert '<html lang="tr">' in built


def test_html_gets_reciprocal_alternates_with_full_addresses_only(tmp_path: Path) -> None:
    text = (
        "<html><head><title>Boats</title>\n"
        '<link rel="canonical" href="https://example.org/en/a/">\n'
        "</head><body><p>A boat left.</p></body></html>"
    )
    found = post(tmp_path, "a.html", text)
    built = in_capitals(found, FULL)
    assert '<link rel="canonical" href="https://example.org/tr/a/">' in built
    for code, folder in (("en", "en"), ("tr", "tr"), ("x-default", "en")):
        link = f'<link rel="alternate" hreflang="{code}" href="https://example.org/{folder}/a/">'
        assert built.count(link) == 1
    assert "canonical" not in in_capitals(found)  # not to the English page, as the source has it


def test_the_notice_stands_at_the_top(tmp_path: Path) -> None:
    for name in ("a.txt", "a.md", "a.html"):
        found = post(tmp_path, name, "A boat left.\n\nIt came back.\n")
        built = in_capitals(found, noticed=True)
        assert "makine çevirisidir" in built.split("A BOAT")[0]
        assert "../en/a" in built
        assert "makine" not in in_capitals(found)


def test_a_translator_is_credited_where_the_notice_stood(tmp_path: Path) -> None:
    for name in ("a.txt", "a.md", "a.html"):
        found = post(tmp_path, name, "A boat left.\n\nIt came back.\n")
        translations = {segment.text: segment.text.upper() for segment in found.segments}
        built = turkish(found, translations, LINKS, False, False, "Ayşe Yılmaz")
        assert "Çeviri: Ayşe Yılmaz" in built.split("A BOAT")[0]
        noticed = turkish(found, translations, LINKS, True, False, "Ayşe Yılmaz")
        assert "Ayşe" not in noticed


def test_linking_the_source_adds_one_line_and_changes_no_segment(tmp_path: Path) -> None:
    for name in ("a.txt", "a.md", "a.html"):
        text = "The title is this\n\nA boat left the harbour. It came back to it.\n"
        found = post(tmp_path, name, text)
        line = (
            f"This post is also available in: Turkish {MARKER if name != 'a.txt' else ''}".strip()
        )
        if name == "a.html":
            line = f'<p class="also-in-turkish">{line}</p>'
        once = linked(found, line)
        assert once.replace(line, "").split() == text.split()
        again = post(tmp_path, name, once)
        assert [s.text for s in again.segments] == [s.text for s in found.segments]
        assert [s.place for s in again.segments] == [s.place for s in found.segments]
        assert linked(again, line) == once
        if name != "a.txt":  # in text nobody can tell whose line it is
            assert linked(again, "") == text


@pytest.mark.parametrize(
    "ending", ["![A map of the bay](map.png)", "```\ncode\n```", "- item", "| a | b |\n|---|---|"]
)
def test_linking_swallows_nothing_before_the_line(tmp_path: Path, ending: str) -> None:
    text = f"# The title\n\nA boat left the old harbour.\n\n{ending}\n"
    found = post(tmp_path, "a.md", text)
    once = linked(found, f"*This post is also available in: [Turkish](x)* {MARKER}")
    again = post(tmp_path, "a.md", once)
    assert [s.text for s in again.segments] == [s.text for s in found.segments]
    assert linked(again, "") == text


def test_a_line_that_the_author_wrote_is_left_alone(tmp_path: Path) -> None:
    text = "A boat left.\n\nThis post is also available in: [Turkish](https://example.org/tr)\n"
    found = post(tmp_path, "a.md", text)
    assert linked(found, f"*ours* {MARKER}") == text == join(found.parts)
