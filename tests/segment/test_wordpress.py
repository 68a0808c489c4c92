"""What a post of WordPress holds: blocks, classic paragraphs, shortcodes."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.post import Segment, join
from translate.segment import parts, wordpress_shortcodes
from translate.segment.wordpress import layout
from translate.segment.wordpress_blocks import spell


def segments(text: str) -> list[Segment]:
    return [part for part in parts(text, layout(text)) if isinstance(part, Segment)]


def texts(text: str) -> list[str]:
    return [segment.text for segment in segments(text)]


def capitals(text: str) -> str:
    """Build with every sentence in capitals."""
    return "".join(
        part.spell(part.write(part.text.upper())) if isinstance(part, Segment) else part.source
        for part in parts(text, layout(text))
    )


# The classic editor


def test_a_blank_line_ends_a_paragraph() -> None:
    found = segments("The boat left.\n\nIt came back\nin the morning.")
    assert [(each.text, each.place) for each in found] == [
        ("The boat left.", "paragraph 1, sentence 1"),
        ("It came back in the morning.", "paragraph 2, sentence 1"),
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("12 Pier Road\nHarbour Town", ["12 Pier Road", "Harbour Town"]),
        ("You need:\nPatience\nTea", ["You need:", "Patience", "Tea"]),
        ("a boat that was\nlate again", ["a boat that was late again"]),
        (
            "The council met on Monday in the town hall of the old city of\nIzmir to talk.",
            ["The council met on Monday in the town hall of the old city of Izmir to talk."],
        ),
    ],
)
def test_a_line_end_breaks_the_line_where_its_author_meant_it(text: str, lines: list[str]) -> None:
    assert texts(text) == lines


def test_a_line_end_in_emphasis_is_white_space() -> None:
    assert texts("A <em>Night\nFerry</em> left.") == ["A <em>Night Ferry</em> left."]


def test_a_line_end_in_html_with_paragraphs_of_its_own_is_white_space() -> None:
    assert texts("<p>A Night\nFerry left.</p>") == ["A Night Ferry left."]


def test_blank_lines_in_code_are_code() -> None:
    assert texts("<pre>one\n\ntwo</pre>\n\nA boat left.") == ["A boat left."]


def test_an_address_on_a_line_of_its_own_is_kept_and_parts_what_it_stands_between() -> None:
    text = "Watch this:\nhttps://video.example/watch?v=1\nand tell us."
    assert texts(text) == ["Watch this:", "and tell us."]


@pytest.mark.parametrize("mark", ["<!--more-->", "<!--more Read on-->", "<!--nextpage-->"])
def test_marks_of_pages_part_paragraphs_and_stay(mark: str) -> None:
    text = f"A boat left.\n{mark}\nIt came back."
    assert capitals(text) == f"A BOAT LEFT.\n{mark}\nIT CAME BACK."


# Shortcodes


def test_a_caption_is_translated_and_its_shortcode_kept() -> None:
    text = '[caption id="a" width="3"]<img src="a.jpg" alt="A net" /> A rope.[/caption]'
    assert [(each.kind, each.text) for each in segments(text)] == [
        ("alt text", "A net"),
        ("caption", "A rope."),
    ]
    assert capitals(text) == text.replace("A net", "A NET").replace("A rope.", "A ROPE.")


def test_the_older_form_has_the_caption_in_an_attribute() -> None:
    text = '[caption id="a" caption="A rope"]<img src="a.jpg" />[/caption]'
    assert capitals(text) == text.replace("A rope", "A ROPE")


def test_an_attribute_cannot_be_ended_by_its_translation() -> None:
    (segment,) = segments('[box title="A rope"]')
    assert segment.write('An "old" [rope]') == "An &quot;old&quot; &#91;rope&#93;"


@pytest.mark.parametrize(
    "code",
    [
        '[gallery ids="1,2,3"]',
        "[gallery]",
        '[contact-form-7 id="5" title="1"]',
        "[video src='a.mp4' /]",
        "[embed]https://video.example/A-Boat[/embed]",
        '[code language="py"]print("<p>A boat</p>")\n\nleft()[/code]',
        "[[gallery]]",
        "[my-plugin]",
    ],
)
def test_a_shortcode_stays_as_it_is(code: str) -> None:
    assert capitals(f"A boat left.\n\n{code}\n\nIt came back.") == (
        f"A BOAT LEFT.\n\n{code}\n\nIT CAME BACK."
    )


def test_what_stands_between_shortcodes_is_prose_however_they_nest() -> None:
    text = "[row]\n[column]\nA boat left.\n[/column]\n[column]It came back.[/column]\n[/row]"
    assert texts(text) == ["A boat left.", "It came back."]


def test_shortcodes_around_words_of_a_sentence_are_its_markup() -> None:
    (segment,) = segments('A [tip text="the small one"]boat[/tip] left [stars n="3" /] today.')
    assert [segment.text[mark.start : mark.end] for mark in segment.marks] == [
        '[tip text="the small one"]',
        "[/tip]",
        '[stars n="3" /]',
    ]
    assert [mark.role for mark in segment.marks] == ["open", "close", "keep"]


@pytest.mark.parametrize("words", ["[sic]", "[1]", "[…]", "[Laughter]", "[the council]"])
def test_brackets_in_prose_are_prose(words: str) -> None:
    assert wordpress_shortcodes.find(f"He said {words} so.") == []


# The block editor


def test_comments_of_blocks_stay_byte_for_byte() -> None:
    text = (
        '<!-- wp:paragraph {"align":"center","style":{"color":{"text":"Red sea"}}} -->\n'
        '<p class="has-text-align-center">A boat left.</p>\n<!-- /wp:paragraph -->'
    )
    assert capitals(text) == text.replace("A boat left.", "A BOAT LEFT.")


def test_texts_in_comments_that_readers_read_are_segments() -> None:
    text = (
        '<!-- wp:search {"label":"Search","placeholder":"Write here","buttonText":"Go",'
        '"buttonPosition":"button-inside","className":"a b"} /-->'
    )
    assert texts(text) == ["Search", "Write here", "Go"]
    assert '"label":"SEARCH","placeholder":"WRITE HERE","buttonText":"GO"' in capitals(text)


def test_texts_deep_in_a_comment_are_found() -> None:
    questions = '[{"id":"faq-1","title":"Who came?","content":"Nobody. And you?","visible":true}]'
    text = f'<!-- wp:rank-math/faq-block {{"questions":{questions}}} -->'
    assert texts(text) == ["Who came?", "Nobody.", "And you?"]


def test_escapes_of_a_comment_are_read_and_written_as_the_editor_writes_them() -> None:
    words = 'A "boat" \u2014 <b>late</b> & slow -- \U0001f6a2'
    text = f'<!-- wp:x {{"content":"{spell(words)}"}} /-->'
    (segment,) = segments(text)
    assert segment.text == words.replace("& slow", "& slow")
    assert "<" not in text[4:-4]
    assert join(parts(text, layout(text))) == text
    built = segment.spell(segment.write('<b>Geç</b> & "eski" --'))
    assert built == "\\u003cb\\u003eGeç\\u003c/b\\u003e \\u0026 \\u0022eski\\u0022 \\u002d\\u002d"


@pytest.mark.parametrize(
    "value", ["center", "#ff0000", "https://a.example/b", "var(--x)", "12px", "my-class_name", "7"]
)
def test_settings_are_no_texts(value: str) -> None:
    found = texts(f'<!-- wp:x {{"align":"{value}","content":"{value}"}} /-->')
    assert found == (["center"] if value == "center" else [])


def test_a_text_that_the_html_has_as_an_attribute_too_stays_so_that_both_agree() -> None:
    text = '<!-- wp:x {"title":"A boat"} -->\n<div title="A boat"></div>\n<!-- /wp:x -->'
    assert texts(text) == []


def test_an_alternative_text_that_stands_twice_is_translated_twice() -> None:
    text = '<!-- wp:cover {"alt":"A boat"} -->\n<div><img alt="A boat"/></div>\n<!-- /wp:cover -->'
    assert capitals(text) == text.replace("A boat", "A BOAT")


def test_a_comment_that_is_no_json_stays() -> None:
    assert texts('<!-- wp:x {"content":"A boat} /-->') == []


def test_what_is_steered_around_stays_in_comments_too() -> None:
    text = '<!-- translate:off --><!-- wp:x {"content":"A boat"} /--><!-- translate:on -->'
    assert texts(text) == []


PIECES = st.sampled_from(
    [
        *("A boat left. ", "It came, ", "12", "&amp; ", "é", "]]>", '"', "'", "\\", "--"),
        *("\n", "\n\n", "\r\n", " ", "<p>", "</p>", "<em>", "</em>", "<li>", "<br />", "<pre>"),
        *("</pre>", '<img alt="A net">', "<!--more-->", "<!-- wp:list -->", "<!-- /wp:list -->"),
        '<!-- wp:x {"label":"A \\u0022boat\\u0022","n":[1,{"text":"Two boats"}]} /-->',
        *("[b]", "[/b]", '[caption caption="A rope"]', "[/caption]", "[gallery]", "[[x]]", "["),
        *("[code]", "[/code]", '[tip text="two words"]', "[/tip]", "]", "https://a.example/b"),
        *("<!-- translate:off -->", "<!-- translate:on -->", "<div>", "</div>", "<a href='x'>"),
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_joined_the_parts_are_the_content(text: str) -> None:
    assert join(parts(text, layout(text))) == text


@given(st.lists(PIECES, max_size=20).map("".join), st.text("aİı<>&\"'\\]->[/ \u2028", min_size=1))
def test_whatever_a_translation_says_the_comments_stay_json(text: str, words: str) -> None:
    built = "".join(
        part.spell(part.write(words))
        if isinstance(part, Segment) and "<" not in words
        else part.source
        for part in parts(text, layout(text))
    )
    before, after = (re.findall(r"<!-- wp:x (.*?) /-->", each) for each in (text, built))
    assert len(after) == len(before)
    assert all(json.loads(each).keys() == {"label", "n"} for each in after)
