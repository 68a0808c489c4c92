"""Front matter: which values are prose, and that a translation is written as they are quoted."""

import subprocess
import sys
import tomllib
from contextlib import suppress
from itertools import pairwise
from textwrap import dedent

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.errors import TranslateError
from translate.post import Literal, Segment, Zone, join
from translate.segment import Layout, frontmatter, parts


def cut(text: str) -> list[Segment]:
    front = frontmatter.read(text)
    found = parts(text, Layout(front.blocks, front.areas))
    assert join(found) == text
    return [part for part in found if isinstance(part, Segment)]


def texts(text: str) -> list[tuple[str, str]]:
    return [(segment.kind, segment.text) for segment in cut(text)]


def written(text: str, translation: str) -> str:
    """Return the file with every segment replaced by one translation."""
    front = frontmatter.read(text)
    found = parts(text, Layout(front.blocks, front.areas))
    return "".join(
        part.source if isinstance(part, Literal) else part.write(translation) for part in found
    )


def yaml_block(*lines: str) -> str:
    return "\n".join(["---", *lines, "---", "Body.\n"])


def toml_block(*lines: str) -> str:
    return "\n".join(["+++", *lines, "+++", "Body.\n"])


def area(text: str, zone: Zone) -> tuple[int, str]:
    found = next(area for area in frontmatter.read(text).areas if area.zone is zone)
    return found.start, text[found.start : found.end]


def test_values_for_readers_are_segments_and_others_are_not():
    text = yaml_block(
        "title: A storm in June",
        "slug: a-storm",
        "tags: [weather, news]",
        "description: Trees fell.",
        "summary: Roads closed.",
        "excerpt: Nobody was hurt.",
        "image:",
        "  src: storm.jpg",
        "  alt: A fallen tree",
        "  caption: Main Street",
        "cover_alt: A grey sky",
    )
    assert texts(text) == [
        ("title", "A storm in June"),
        ("description", "Trees fell."),
        ("summary", "Roads closed."),
        ("excerpt", "Nobody was hurt."),
        ("alt text", "A fallen tree"),
        ("caption", "Main Street"),
        ("alt text", "A grey sky"),
    ]


def test_a_nested_title_is_not_the_posts_but_a_themes_own_table_counts():
    assert texts(yaml_block("menu:", "  title: Home", "params:", "  subtitle: Below")) == [
        ("title", "Below")
    ]


def test_images_in_a_list_have_alt_texts():
    text = yaml_block("images:", "- {src: a.jpg, alt: A dog}", "- src: b.jpg", "  alt: A cat")
    assert texts(text) == [("alt text", "A dog"), ("alt text", "A cat")]


def test_a_quoted_description_is_cut_into_sentences_and_a_bare_one_is_not():
    assert len(texts(yaml_block('description: "Trees fell. Roads closed."'))) == 2
    assert len(texts(yaml_block("description: Trees fell. Roads closed."))) == 1
    assert len(texts(yaml_block('title: "Trees fell. Roads closed."'))) == 1


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (r'"Say \"no\" \u2014 twice"', 'Say "no" — twice'),
        ("'It''s late'", "It's late"),
        ("A bare\n  folded line # comment", "A bare folded line"),
        ('"A quoted\n  folded line"', "A quoted folded line"),
        (">-\n  A folded\n  block", "A folded block"),
        ("|\n  A wrapped line\n  goes on", "A wrapped line goes on"),
        ("Health&#46;gov and you&mdash;us", "Health.gov and you—us"),
        ('"Rock &amp; roll"', "Rock &amp; roll"),
        ("&anchor A bare word", "A bare word"),
    ],
)
def test_a_translator_sees_the_value_and_not_its_quoting(value: str, text: str):
    assert [found for _, found in texts(yaml_block(f"title: {value}"))] == [text]


def test_lines_of_a_literal_block_that_begin_anew_are_segments_of_their_own():
    text = yaml_block("summary: |", "  First point", "  Second point", "", "  Third point")
    assert [found for _, found in texts(text)] == ["First point", "Second point", "Third point"]


TRANSLATIONS = [
    "Fırtına",
    'Bir "gece" yarısı',
    "Ankara'nın geri dönüşü",
    "Saat: beş",
    "# birinci",
    "- madde",
    "[köşeli], {süslü}",
    "evet: hayır # belki",
    "C:\\yol",
    "true",
    "100",
]


@pytest.mark.parametrize("translation", TRANSLATIONS)
@pytest.mark.parametrize(
    "value", ['"A storm"', "'A storm'", "A storm", ">\n  A storm", "|\n  A storm"]
)
def test_yaml_reads_back_the_translation_that_was_written(value: str, translation: str):
    text = yaml_block(f"title: {value}", "image: {alt: A tree, src: x}", "date: 2020")
    content = written(text, translation).removeprefix("---\n").partition("---\n")[0]
    found = yaml.safe_load(content)
    assert found["title"].strip() == translation
    assert found["image"] == {"alt": translation, "src": "x"}


@pytest.mark.parametrize("translation", TRANSLATIONS)
@pytest.mark.parametrize("quote", ['"', '"""', "'", "'''"])
def test_toml_reads_back_the_translation_but_for_its_apostrophes(quote: str, translation: str):
    content = written(toml_block(f"title = {quote}A storm{quote}"), translation)
    found = tomllib.loads(content.removeprefix("+++\n").partition("+++\n")[0])["title"]
    assert found.replace("’", "'") == translation


def test_a_bare_translation_is_quoted_only_where_it_must_be():
    text = yaml_block("title: A storm")
    assert "title: Bir fırtına\n" in written(text, "Bir fırtına")
    assert 'title: "Saat: beş"\n' in written(text, "Saat: beş")


def test_toml_values_are_found_in_tables_inline_tables_and_dotted_keys():
    text = toml_block(
        'title = "A \\"storm\\""',
        "tags = [",
        '  "title = no",  # description = "no"',
        "]",
        "cover.alt = 'A tree'",
        'images = [{alt = "A dog", src = "x"}, {src = "y", alt = "A cat"}]',
        'description = """',
        "Trees fell \\",
        '   and roads closed. Nobody was hurt."""',
        "[extra]",
        'subtitle = "Below"',
        "[menu.main]",
        'title = "Home"',
        "[[resources]]",
        'caption = "Main Street"',
    )
    assert texts(text) == [
        ("title", 'A "storm"'),
        ("alt text", "A tree"),
        ("alt text", "A dog"),
        ("alt text", "A cat"),
        ("description", "Trees fell and roads closed."),
        ("description", "Nobody was hurt."),
        ("title", "Below"),
        ("caption", "Main Street"),
    ]


@pytest.mark.parametrize(
    "text", [yaml_block("title: x", "translate: false"), toml_block("translate = false")]
)
def test_an_author_can_refuse_a_translation(text: str):
    assert frontmatter.read(text).skip == 'front matter says "translate: false"'


def test_the_line_of_the_language_is_an_area():
    text = yaml_block("title: x", "lang: en-GB  # British", "date: 2020")
    assert frontmatter.read(text).declared == "en-GB"
    assert area(text, Zone.LANG) == (13, "lang: en-GB  # British\n")
    assert area(toml_block('language = "en"'), Zone.LANG)[1] == 'language = "en"\n'


def test_without_a_language_the_areas_are_before_the_closing_fence():
    text = yaml_block("title: x")
    assert area(text, Zone.LANG) == area(text, Zone.HEAD) == (13, "")
    assert text[13:].startswith("---\nBody.")


def test_in_toml_a_new_line_goes_before_the_first_table():
    text = toml_block('title = "x"', "[extra]", "a = 1")
    assert text[area(text, Zone.HEAD)[0] :].startswith("[extra]")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Plain.\n",
        "***\ntitle: x\n",
        "---\n",
        "---\n\nAn opening.\n\n---\n\nAnd on.\n",
        "---\nA heading underlined\n---\n",
        "---\n\nNote: this is prose.\n\nMore of it.\n\n---\n",
        "+++\nnot a key\n+++\n",
    ],
)
def test_a_horizontal_rule_at_the_top_is_no_front_matter(text: str):
    front = frontmatter.read(text)
    assert front.end == 0
    assert not front.blocks
    assert [(found.start, found.end) for found in front.areas] == [(0, 0), (0, 0)]


def test_lines_without_fences_are_front_matter_if_a_title_is_among_them():
    text = "Date: 2024-01-02\nTitle: A storm: trees & roads\nLang: en\n\nBody.\n"
    assert texts(text) == [("title", "A storm: trees & roads")]
    assert area(text, Zone.LANG)[1] == "Lang: en\n"
    assert area(text, Zone.HEAD) == (text.index("\nBody"), "")
    assert text[frontmatter.read(text).end :] == "Body.\n"
    assert "Title: Fırtına: “x”\n" in written(text, "Fırtına: “x”")


def test_a_line_without_fences_goes_on_where_the_next_is_indented():
    assert texts("Title: A storm\nSummary: Trees\n    fell.\nSlug: storm\n\nBody.\n") == [
        ("title", "A storm"),
        ("summary", "Trees fell."),
    ]


def test_lines_without_fences_may_refuse_translation():
    assert frontmatter.read("Title: A storm\nTranslate: false\n\nBody.\n").skip


@pytest.mark.parametrize(
    "text",
    [
        "Note: this is prose.\n\nMore.\n",
        "Title: a storm\nand how it went on.\n",
        "Title:\n\nMore.\n",
    ],
)
def test_prose_with_a_colon_is_no_front_matter(text: str):
    assert frontmatter.read(text).end == 0


@given(st.text(st.sampled_from("Titleab:: \t\r\n    "), max_size=60))
def test_nothing_is_lost_of_lines_without_fences(tail: str):
    cut("Title: A storm\n" + tail)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_kind_are_read(line_end: str):
    text = yaml_block("title: A storm", "lang: en", "description: >", "  Trees", "  fell.")
    text = text.replace("\n", line_end)
    assert [found for _, found in texts(text)] == ["A storm", "Trees fell."]
    assert area(text, Zone.LANG)[1] == "lang: en" + line_end
    assert text[frontmatter.read(text).end :] == "Body." + line_end


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (yaml_block("title: [x"), "not valid YAML (line 3"),
        (yaml_block("title: x", "\tindent: y"), "not valid YAML (line 3"),
        (yaml_block('title: "\\UFFFFFFFF"'), "not valid YAML"),
        (yaml_block("title: a\x01b"), "not valid YAML"),
        (toml_block("title = "), "not valid TOML (Invalid value (at line 2"),
        (yaml_block("- a", "- b"), 'not lines of "key: value"'),
        (yaml_block("{title: x}"), 'not lines of "key: value"'),
        ("---\ntitle: x\n\nBody.\n", "is not closed"),
        ("+++\ntitle = 'x'\n\nBody.\n", "is not closed"),
        (yaml_block("a: " + "[" * 5_000), "nested too deeply"),
        (toml_block("a = " + "[" * 5_000), "nested too deeply"),
    ],
)
def test_broken_front_matter_is_refused_in_one_line(text: str, message: str):
    with pytest.raises(TranslateError) as refusal:
        frontmatter.read(text)
    assert message in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_an_alias_is_translated_once_where_it_is_defined():
    text = yaml_block("title: &t A storm", "image_alt: *t", "loop: &l", "- *l")
    assert texts(text) == [("title", "A storm")]


def test_a_bomb_of_aliases_is_not_expanded():
    lines = ["a: &a [x, x]", *(f"{b}: &{b} [*{a}, *{a}]" for a, b in pairwise("abcdefghi"))]
    assert texts(yaml_block(*lines, "title: Calm")) == [("title", "Calm")]


def test_yaml_is_not_imported_for_a_file_without_front_matter():
    code = dedent("""
        import sys
        from translate.segment import frontmatter
        frontmatter.read("Plain.")
        assert "yaml" not in sys.modules
    """)
    subprocess.run([sys.executable, "-c", code], check=True)


LINES = st.sampled_from(
    [
        "title: A storm. And rain",
        'title: "A \\"storm\\"',
        'description: "Trees fell. Roads closed."',
        "summary: >",
        "  folded text",
        "",
        "alt: 'it''s'",
        "image: {alt: a, caption: b}",
        "lang: tr",
        "- x",
        "title = 'a'",
        "[extra]",
        "# note",
        '"""',
        "x: &a b",
        "y: *a",
        "---",
        "+++",
        "Prose.",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["---", "+++"]), st.lists(LINES), st.sampled_from(["\n", "\r\n"]))
def test_joined_the_parts_are_the_source_or_the_file_is_refused(
    fence: str, lines: list[str], line_end: str
):
    text = line_end.join([fence, *lines, fence, "Body."])
    with suppress(TranslateError):
        cut(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\ntitle: A boat\ndate: 2025-13-45\ndraft: no\n---\n", "2025-13-45"),
        ("+++\ntitle = 'A boat'\ndate = '2025-13-45'\n+++\n", "2025-13-45"),
        ("Title: A boat\nDate: 2025-13-45\n\nWords.\n", "2025-13-45"),
    ],
)
def test_values_are_what_the_author_wrote(text: str, said: str) -> None:
    found = frontmatter.values(text)
    assert (found["title"], found["date"]) == ("A boat", said)
    assert frontmatter.values("# A title\n\nWords: and more.\n") == {}


def test_values_are_texts_and_tables_of_texts() -> None:
    """A list is none of what a page shows, and its aliases may unfold into more than any memory."""
    lines = ["date: {created: 2025-10-24}", "tags: &a [sea, *b]", "again: *a", "title: A boat"]
    found = frontmatter.values("\n".join(["---", "b: &b [sea, night]", *lines, "---", ""]))
    assert found == {"date": {"created": "2025-10-24"}, "title": "A boat"}
