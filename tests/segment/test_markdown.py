"""Markdown: what of it is prose, how a sentence looks to a translator, and what is built again."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import SAMPLES
from translate.post import Literal, Part, Role, Segment, Zone, join
from translate.segment import parts
from translate.segment.markdown import layout

LINK = "*This post is also available in: [Turkish](../tr/x.md)* <!-- also-in-turkish -->"
NOTICE = "> Bu yazı makine çevirisidir: [İngilizce](../en/x.md) <!-- also-in-turkish -->"


def cut(text: str) -> tuple[Part, ...]:
    """Return the parts of a text, after a look at the invariant."""
    found = parts(text, layout(text))
    assert join(found) == text
    return found


def segments(text: str) -> list[Segment]:
    return [part for part in cut(text) if isinstance(part, Segment)]


def texts(text: str) -> list[str]:
    return [segment.text for segment in segments(text)]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(segment.kind, segment.text) for segment in segments(text)]


def marks(text: str) -> list[tuple[str, str]]:
    return [
        (mark.role.value, segment.text[mark.start : mark.end])
        for segment in segments(text)
        for mark in segment.marks
    ]


def shout(segment: Segment) -> str:
    """Return a segment in capitals, its markup as it was: the simplest other language."""
    pieces, at = [], 0
    for mark in segment.marks:
        pieces += [segment.text[at : mark.start].upper(), segment.text[mark.start : mark.end]]
        at = mark.end
    return "".join([*pieces, segment.text[at:].upper()])


def shouted(text: str) -> str:
    return "".join(
        part.source if isinstance(part, Literal) else part.write(shout(part)) for part in cut(text)
    )


def written(text: str, translation: str) -> str:
    return "".join(
        part.source if isinstance(part, Literal) else part.write(translation) for part in cut(text)
    )


def zone(text: str, wanted: Zone) -> list[tuple[int, str]]:
    return [
        (area.start, text[area.start : area.end])
        for area in layout(text).areas
        if area.zone is wanted
    ]


# Blocks


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Words", "paragraph"),
        ("# Words", "heading"),
        ("## Words ##", "heading"),
        ("Words\n=====", "heading"),
        ("- Words", "list item"),
        ("1. Words", "list item"),
        ("- [ ] Words", "list item"),
        ("> Words", "quotation"),
        ("> [!NOTE]\n> Words", "quotation"),
        ("> - Words", "list item"),
        ("- > Words", "quotation"),
        ("| Words |\n|-------|", "table cell"),
        ("[^1]: Words", "footnote"),
        ("![Words](a.png)", "alt text"),
        ("[![Words](a.png)](href)", "alt text"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_block_of_prose_is_a_segment_of_its_kind(text: str, kind: str, line_end: str):
    text = text.replace("\n", line_end) + line_end
    assert kinds(text) == [(kind, "Words")]
    assert shouted(text) == text.replace("Words", "WORDS")


@pytest.mark.parametrize(
    "text",
    [
        "```\ncode\n```",
        "    code",
        "$$\nx^2\n$$",
        "`code`",
        "<https://example.org>",
        "[label]: https://example.org 'a title'",
        "<pre>\nraw\n</pre>",
        "<!-- a comment -->",
        "![](a.png)",
        "{{< figure src='a.png' >}}",
        "{% include a.html %}",
        "{{ page.date }}",
        "{: .wide}",
        "{% highlight py %}\n\ncode\n\n{% endhighlight %}",
        '{{< highlight py "linenos" >}}\n\ncode\n\n{{< /highlight >}}',
        "12 — 34",
    ],
)
def test_what_is_not_prose_is_literal(text: str):
    assert texts(f"{text}\n") == []


def test_definition_lists_are_terms_and_definitions():
    assert kinds("Ferry\n: A boat\n\n: Or a line\n") == [
        ("definition term", "Ferry"),
        ("definition", "A boat"),
        ("definition", "Or a line"),
    ]


def test_paragraphs_of_a_footnote_and_of_a_list_item_belong_to_it():
    text = "[^1]: One.\n\n    Two.\n\n- Three\n\n  Four\n  - Five\n"
    assert kinds(text) == [
        ("footnote", "One."),
        ("footnote", "Two."),
        ("list item", "Three"),
        ("list item", "Four"),
        ("list item", "Five"),
    ]


def test_each_image_of_a_block_of_images_is_a_segment():
    assert kinds("![A dog](a.png)\n[![A cat](b.png)](b)\n") == [
        ("alt text", "A dog"),
        ("alt text", "A cat"),
    ]


def test_lines_of_cells_are_a_table_even_where_the_ruler_does_not_fit():
    text = "| A | B |\n| --- |\n| c | d |\n"
    assert kinds(text) == [("table cell", cell) for cell in "ABcd"]
    assert shouted(text) == "| A | B |\n| --- |\n| C | D |\n"


def test_raw_html_holds_prose_and_is_read_as_html():
    text = (
        "<!-- translators: Mind it. -->\n<figure>\n  {{ image }}\n"
        '  <img src="{{ site.url }}/a.png" alt="A dog">\n'
        "  <figcaption>Look &mdash; <b>a</b> dog {{ now }}.</figcaption>\n</figure>\n\nWords.\n"
    )
    assert [(found.kind, found.text, found.syntax, found.note) for found in segments(text)] == [
        ("alt text", "A dog", "text", "Mind it."),
        ("caption", "Look — <b>a</b> dog {{ now }}.", "html", ""),
        ("paragraph", "Words.", "markdown", ""),
    ]
    assert "<figcaption>LOOK — <b>A</b> DOG {{ now }}.</figcaption>" in shouted(text)


def test_markdown_between_two_tags_is_markdown():
    assert kinds("<div>\n\nSome *words*.\n\n</div>\n") == [("paragraph", "Some *words*.")]


def test_html_in_a_quotation_is_left_alone():
    assert texts("> <p>One\n> two</p>\n") == []


# Lines


def test_a_wrapped_sentence_reads_as_one_line_without_what_begins_its_lines():
    assert texts("One long\nsentence.\n") == ["One long sentence."]
    assert texts("- One long \n  sentence.\n") == ["One long sentence."]
    assert texts("> One long\n> sentence.\n") == ["One long sentence."]
    assert texts("> - One `long\n>   code` [li\n> nk](x\n> 'T').\n") == [
        "One `long code` [li nk](x 'T')."
    ]


def test_wrapping_anew_changes_no_segment():
    assert texts("One two. Three\nfour.\n") == texts("One\ntwo.\nThree four.\n")


def test_a_sentence_is_built_on_one_line_between_the_prefixes():
    assert shouted("> One\n> two. Three.\n> Four.\n") == "> ONE TWO. THREE.\n> FOUR.\n"


@pytest.mark.parametrize("line_break", ["  \n", "\\\n", "<br>\n", "<br />"])
def test_a_hard_line_break_ends_a_sentence(line_break: str):
    assert texts(f"Some street{line_break}Some town\n") == ["Some street", "Some town"]
    assert shouted(f"Some street{line_break}Some town\n") == f"SOME STREET{line_break}SOME TOWN\n"


def test_inside_of_a_pair_it_stays_in_the_sentence():
    assert texts("**Some street\\\nSome town**\n") == ["**Some street<br />Some town**"]


# Inline markup


def test_pairs_stand_in_the_sentence_as_they_are_written():
    text = 'A *b* __c__ ~~d~~ ***e*** [f](g "h") [i][j] <em>k</em>\n\n[j]: x\n'
    assert texts(text) == [text.partition("\n")[0]]
    assert [mark for mark in marks(text) if mark[0] != "open"] == [
        ("close", "*"),
        ("close", "__"),
        ("close", "~~"),
        ("close", "**"),
        ("close", "*"),
        ("close", '](g "h")'),
        ("close", "][j]"),
        ("close", "</em>"),
    ]


@pytest.mark.parametrize(
    "kept",
    [
        "`code`",
        "$x^2$",
        "<https://example.org>",
        "<i@example.org>",
        "<wbr>",
        "<i>",
        "</i>",
        "<!-- c -->",
        "<code>a *b* c</code>",
        '<span translate="no">Dr Who</span>',
        '<a id="here"></a>',
        "[](#here)",
        "![](a.png)",
        "{{< ref >}}",
        "{{ site.title }}",
        "{% link a.md %}",
        "![r]",
    ],
)
def test_what_is_no_words_is_kept(kept: str):
    assert marks(f"One {kept} two.\n\n[r]: x\n") == [("keep", kept)]


def test_a_mark_of_a_footnote_is_kept():
    assert marks("One.[^a] Two.\n\n[^a]: 1\n") == [("keep", "[^a]")]
    assert texts("One.[^a] Two.\n\n[^a]: 1\n") == ["One.[^a]", "Two."]


def test_tags_that_cross_markdown_are_kept_unpaired():
    assert [role for role, _ in marks("A *b <i>c* d</i> e\n")] == ["open", "keep", "close", "keep"]


def test_an_image_amid_words_is_kept_but_for_its_words():
    (segment,) = segments("Look ![at *it*](a.png) here.\n")
    (mark,) = segment.marks
    assert mark.alt
    assert segment.text[slice(*mark.alt)] == "at *it*"


def test_a_reference_by_its_own_words_can_be_translated():
    text = "See [the\nsite] and [the site][].\n\n[the site]: x\n"
    assert texts(text) == ["See [the site][the site] and [the site][the site]."]
    assert ("close", "][the site]") in marks(text)
    assert shouted(text).startswith("SEE [THE SITE][the site] AND [THE SITE][the site].")
    assert texts(shouted(text)) == ["SEE [THE SITE][the site] AND [THE SITE][the site]."]


def test_brackets_that_refer_to_nothing_are_words():
    assert marks("He said [t]he end.\n") == []


def test_a_shortcode_in_a_target_belongs_to_the_link():
    text = 'A [b]({{< ref "c d.md" >}} "T"){: target="_blank"} e.\n'
    assert texts(text) == [text.strip()]
    assert marks(text) == [
        ("open", "["),
        ("close", ']({{< ref "c d.md" >}} "T"){: target="_blank"}'),
    ]


def test_a_shortcode_on_its_own_lines_parts_blocks():
    text = "One\ntwo.\n{{< figure\n  src='a' >}}\nThree.\n{: .wide}\n\n- four\n{: .x}\n"
    assert kinds(text) == [
        ("paragraph", "One two."),
        ("paragraph", "Three."),
        ("list item", "four"),
    ]


def test_text_between_paired_shortcodes_is_prose():
    assert texts("{{% note %}}\nMind the gap.\n{{% /note %}}\n") == ["Mind the gap."]


def test_attributes_at_the_end_of_a_block_are_literal():
    assert texts("# One {#one}\n\nTwo {: .x}\n\n- three {.y}\n") == ["One", "Two", "three"]


@pytest.mark.parametrize("line", ['!!! note "T"', "::: tip", "*[AB]: Abbreviation"])
def test_lines_that_other_dialects_give_a_meaning_stay(line: str):
    assert shouted(f"One.\n\n{line}\nTwo.\n") == f"ONE.\n\n{line}\nTWO.\n"


def test_prices_are_not_mathematics():
    assert marks("From $5-$10 to $15-$20.\n") == []


@pytest.mark.parametrize(
    ("source", "text", "plain"),
    [
        ("a &amp; b", "a &amp; b", "&"),
        ("a&nbsp;b", "a&nbsp;b", " "),
        (r"a \* b", r"a \* b", "*"),
    ],
)
def test_a_character_that_must_stay_spelled_is_shown_so(source: str, text: str, plain: str):
    (segment,) = segments(source)
    assert segment.text == text
    assert [(mark.role, mark.plain) for mark in segment.marks] == [(Role.CHAR, plain)]


def test_other_references_are_shown_as_characters():
    assert texts("It&#8217;s here&mdash;now &copy;\n") == ["It’s here—now ©"]


# Writing


@pytest.mark.parametrize(
    "words", ["1. değişiklik", "- evet", "# bir", "> alıntı", "+ artı", ": iki"]
)
def test_a_translation_does_not_become_another_block(words: str):
    for text in ("Words.\n", "- Words.\n", "> Words.\n"):
        (kind, back), *rest = kinds(written(text, words))
        assert kind == kinds(text)[0][0]
        assert back.replace("\\", "") == words
        assert not rest


def test_a_bar_in_a_cell_is_escaped():
    text = "| Words |\n|---|\n"
    assert written(text, r"a | b \| c") == "| a \\| b \\| c |\n|---|\n"


def test_brackets_in_the_words_of_an_image_are_escaped():
    assert texts(written("![Words](a.png)\n", "a ] b")) == [r"a \] b"]


# Steering and furniture


def test_what_an_author_switches_off_is_literal():
    text = "One.\n\n<!-- translate:off -->\nTwo.\n\n- three\n\n<!-- translate:on -->\n\nFour.\n"
    assert texts(text) == ["One.", "Four."]
    assert texts("A <!-- translate:off --> b.\n\nC.\n\nD <!-- translate:on -->.\n\nE.\n") == ["E."]


def test_a_note_goes_to_the_next_block_only():
    text = "<!-- translators: Mind\n  the pun. -->\n\nOne. Two.\n\nThree.\n"
    notes = [(segment.text, segment.note) for segment in segments(text)]
    assert notes == [("One.", "Mind the pun."), ("Two.", "Mind the pun."), ("Three.", "")]


def test_comments_at_the_ends_of_a_paragraph_are_left_out():
    assert texts("One two. <!-- todo -->\n") == ["One two."]


@pytest.mark.parametrize(
    "line",
    [
        LINK,
        "*Bu yazı şu dillerde de mevcut: [İngilizce](../en/x.md)* <!-- also-in-turkish -->",
        "_This entry is also available in: [German](x)_",
        "This post is also available in [Turkish](x).",
    ],
)
def test_a_line_about_translations_is_an_area(line: str):
    text = f"One.\n\n{line}\n"
    assert zone(text, Zone.AVAILABILITY) == [(6, line)]
    assert zone(text, Zone.END) == [(6 + len(line), "")]
    assert texts(text) == ["One."]


def test_a_notice_is_an_area_with_the_blank_line_after_it():
    text = f"---\ntitle: x\n---\n\n{NOTICE}\n\n# One\n"
    assert zone(text, Zone.NOTICE) == [(18, f"{NOTICE}\n\n")]
    assert zone(text, Zone.TOP) == [(18, "")]


@pytest.mark.parametrize(
    ("text", "top", "end"),
    [
        ("", 0, 0),
        ("\n\n", 0, 0),
        ("One.", 0, 4),
        ("\n\nOne.\n\nTwo.  \n\n", 2, 12),
        ("---\ntitle: x\n---\n\nOne.\n", 18, 22),
        ("---\ntitle: x\n---\n", 17, 17),
    ],
)
def test_the_top_and_the_end_of_the_body_are_marked(text: str, top: int, end: int):
    assert zone(text, Zone.TOP) == [(top, "")]
    assert zone(text, Zone.END) == [(end, "")]


ENDINGS = [
    "Words.",
    "- one\n- two",
    "> quote",
    "| a |\n|---|\n| b |",
    "[^1]: note",
    "Term\n: definition",
    "```\ncode\n```",
    "    code",
    "```\nleft open",
    "<pre>\nleft open",
    "[a]: x",
    "{: .x}",
    "<div>\nraw\n</div>",
]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_our_own_lines_change_no_segment(ending: str, line_end: str):
    text = f"---\ntitle: A day\n---\n\nOne. Two.\n\n{ending}\n".replace("\n", line_end)
    (top, _), (end, _) = *zone(text, Zone.TOP), *zone(text, Zone.END)
    gap = line_end * 2
    linked = text[:top] + NOTICE + gap + text[top:end] + gap + LINK + text[end:]

    def seen(text: str) -> list[tuple[str, str, str]]:
        return [(segment.text, segment.kind, segment.place) for segment in segments(text)]

    assert seen(linked) == seen(text)
    assert [found for _, found in zone(linked, Zone.AVAILABILITY)] == [LINK]
    assert [found for _, found in zone(linked, Zone.NOTICE)] == [NOTICE + gap]


# Robustness

FRAGMENTS = st.sampled_from(
    [
        *"*_`~[]()<>|#$!:\\&\t\r\n{} ",
        *(
            "\n\n",
            "\r\n",
            "  \n",
            "> ",
            "- ",
            "1. ",
            "    ",
            "```\n",
            "---\n",
            "|--|\n",
            "***",
            "**",
        ),
        *(
            "word",
            "A sentence. ",
            "é",
            "İ",
            "😀",
            "\u2028",
            "\x00",
            "\x1a",
            "[^1]",
            "[^1]: ",
            "[a]: b",
        ),
        *("![alt](src)", "[text](url)", "[a]", "[a][]", "](", "<b>", "</b>", "<br>", "<!-- x -->"),
        *(
            "<div>\n",
            "&amp;",
            "&mdash;",
            "{{< x >}}",
            "{% y %}",
            "{: .z}",
            "{{",
            "%}",
            "$x$",
            ": def\n",
        ),
        *("<!-- translate:off -->", "<!-- translators: n -->", LINK, NOTICE, "title: x\n", "+++\n"),
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(FRAGMENTS, max_size=30).map("".join))
def test_joined_the_parts_are_the_source(text: str):
    found = layout("Start.\n\n" + text)
    places = [(block.start, block.end) for block in found.blocks]
    assert places == sorted(places)
    for block in found.blocks:
        at, depth = block.start, 0
        for mark in block.marks:
            assert at <= mark.start <= mark.end <= block.end
            at = mark.end
            depth += (mark.role is Role.OPEN) - (mark.role is Role.CLOSE)
            assert depth >= 0
        assert depth == 0
    cut("Start.\n\n" + text)


@pytest.mark.parametrize(
    "sign", [">", "[", "![", "*", "**a ", "<b>", "- ", "`", "(", "{{", "$", "|"]
)
def test_deep_nesting_is_no_trouble(sign: str):
    cut(sign * 10_000 + "x" + "]" * 10_000)


@pytest.mark.parametrize(
    "piece",
    [
        "Some *words* of [a](b) long para\ngraph. ",
        "<!-- translators: ",
        "{{< ",
        "{% a ",
        "\\* ",
        "> ",
    ],
)
def test_a_very_long_paragraph_takes_time_in_proportion(piece: str):
    start = time.perf_counter()
    layout(piece * (2_000_000 // len(piece) // 4))
    assert time.perf_counter() - start < 5


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="../shared/samples is not there")
@pytest.mark.parametrize(
    "path", sorted((SAMPLES / "markdown").glob("*.md")), ids=lambda path: path.stem
)
def test_a_real_post_is_cut_without_loss_and_keeps_its_code(path: Path):
    text = path.read_bytes().decode("utf-8-sig")
    found = segments(text)
    assert len(found) > 30
    assert found[0].line < 20
    assert not any("```" in segment.text for segment in found)
    # In capitals a paragraph has other sentences, but the paragraphs are the same.
    built = {(segment.block, segment.kind) for segment in segments(shouted(text))}
    assert built == {(segment.block, segment.kind) for segment in found}
