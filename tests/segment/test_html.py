"""HTML pages and fragments: the post is found and cut, the page around it stays."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import SAMPLES
from translate.post import Literal, Part, Role, Segment, Zone, join
from translate.segment import Layout, parts
from translate.segment.html import layout

ONE = "The ferry was late."
TWO = "Nobody on the quay minded."
PAGE = f"""<!DOCTYPE html>
<html lang="en">
<head>
<title>A quiet day</title>
<link rel="canonical" href="https://example.org/quiet">
</head>
<body>
<nav><p>Home of the harbour</p></nav>
<article>
<h1 class="entry-title">A quiet day</h1>
<p class="byline">By Ada Quay</p>
<div class="entry-content">
<p>{ONE}</p>
<p>{TWO}</p>
<div class="sharedaddy"><p>Share this with friends</p></div>
</div>
</article>
<div id="comments"><h2>One comment</h2><p>How true.</p>
<div id="respond"><h3>Leave a Reply</h3></div>
</div>
<aside><p>Popular posts of this week</p></aside>
</body>
</html>
"""


def cut(text: str) -> tuple[Part, ...]:
    """Return the parts of a text, after a look at the invariants."""
    found = layout(text)
    holds(text, found)
    cutting = parts(text, found)
    assert join(cutting) == text
    return cutting


def holds(text: str, found: Layout) -> None:
    """Check what every layout promises: order, no overlap, nested pairs, a top and an end."""
    for ranges in (found.blocks, found.areas):
        assert all(0 <= each.start <= each.end <= len(text) for each in ranges)
        assert all(one.end <= two.start for one, two in pairwise(ranges))
    for block in found.blocks:
        assert all(block.start <= mark.start <= mark.end <= block.end for mark in block.marks)
        assert all(one.end <= two.start for one, two in pairwise(block.marks))
        depth = 0
        for mark in block.marks:
            depth += (mark.role is Role.OPEN) - (mark.role is Role.CLOSE)
            assert depth >= 0
        assert depth == 0
    for area in found.areas:
        for block in found.blocks:
            inside = area.start <= block.start and block.end <= area.end
            assert inside or block.end <= area.start or area.end <= block.start
    zones = [area.zone for area in found.areas]
    assert zones.count(Zone.TOP) == zones.count(Zone.END) == 1


def segments(text: str) -> list[Segment]:
    return [part for part in cut(text) if isinstance(part, Segment)]


def texts(text: str) -> list[str]:
    return [segment.text for segment in segments(text)]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(segment.kind, segment.text) for segment in segments(text)]


def zone(text: str, wanted: Zone) -> list[str]:
    return [text[area.start : area.end] for area in layout(text).areas if area.zone is wanted]


def before(text: str, wanted: Zone) -> str:
    """Return what stands in the line before an empty area."""
    area = next(area for area in layout(text).areas if area.zone is wanted)
    assert area.start == area.end
    return text[: area.start].rstrip().rpartition("\n")[2]


def capitals(segment: Segment) -> str:
    """Return the text of a segment, its words in capitals, its markup as it is."""
    pieces, end = [], 0
    for mark in segment.marks:
        pieces += [segment.text[end : mark.start].upper(), segment.text[mark.start : mark.end]]
        end = mark.end
    return "".join([*pieces, segment.text[end:].upper()])


def upper(text: str) -> str:
    """Return the text with its segments in capitals, as the joined parts of a translation."""
    return "".join(
        part.source if isinstance(part, Literal) else part.write(capitals(part))
        for part in cut(text)
    )


# The post in its page


def test_of_a_page_the_title_the_headline_and_the_post_are_cut() -> None:
    assert kinds(PAGE) == [
        ("title", "A quiet day"),
        ("heading", "A quiet day"),
        ("paragraph", ONE),
        ("paragraph", TWO),
        ("heading", "One comment"),
        ("comment", "How true."),
    ]


def test_only_words_change() -> None:
    built = upper(PAGE)
    assert built.lower() == PAGE.lower()
    assert "<p>THE FERRY WAS LATE.</p>" in built
    assert "<p>Home of the harbour</p>" in built


@pytest.mark.parametrize(
    "tag",
    [
        "article",
        "main",
        "div class='entry-content'",
        "div class='post-content clear'",
        "div class=td-post-content",
        "div class='single-content'",
        "div class='post-entry'",
        "div class='article-content'",
        "div itemprop='articleBody'",
        "div role=main",
        "div id=content",
    ],
)
def test_the_post_is_where_themes_put_it(tag: str) -> None:
    name = tag.split()[0]
    page = f"<html><body><div>Our motto is this.</div><{tag}><p>{ONE}</p><p>{TWO}</p></{name}>"
    assert texts(page + "<div>Printed on paper.</div></body></html>") == [ONE, TWO]


def test_the_innermost_element_with_most_of_the_prose_is_the_post() -> None:
    post = f"<div class='entry-content'><p>{ONE} {TWO}</p></div><p>Filed.</p>"
    page = f"<body><main id='content'>Welcome.<article>{post}</article></main>"
    assert texts(page) == [ONE, TWO]


def test_a_page_of_many_posts_is_cut_whole() -> None:
    posts = [
        f"<article><h2 class='entry-title'>{title}</h2><div class='entry-content'>{words}</div>"
        for title, words in (("One", ONE), ("Two", TWO))
    ]
    page = f"<body><main>{posts[0]}</article>{posts[1]}</article></main></body>"
    assert texts(page) == ["One", ONE, "Two", TWO]


def test_a_page_without_such_names_is_cut_from_its_body() -> None:
    page = f"<html><body><header><h1>Late</h1></header><p>{ONE}</p><footer><p>Ours.</p></footer>"
    assert texts(page) == ["Late", ONE]


def test_a_page_wrapped_in_a_form_is_no_form() -> None:
    page = f"<body><form id=aspnetForm><div class=entry-content><p>{ONE}</p></div></form></body>"
    assert texts(page) == [ONE]


def test_the_headline_lead_and_main_caption_outside_of_the_content_belong_to_the_post() -> None:
    page = (
        "<body><article><header><h1 class=entry-title>Late</h1><p class=subtitle>A chronicle</p>"
        "<p class=byline>By Ada</p></header>"
        "<figure><img class=wp-post-image src=a.jpg alt='A pier'><figcaption>The pier</figcaption>"
        f"</figure><div class=entry-content><p>{ONE} {TWO}</p></div></article></body>"
    )
    assert kinds(page)[:4] == [
        ("heading", "Late"),
        ("paragraph", "A chronicle"),
        ("alt text", "A pier"),
        ("caption", "The pier"),
    ]


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav><p>Next post</p></nav>",
        "<aside><p>By the way</p></aside>",
        "<footer class='entry-footer'>Tagged ferries</footer>",
        "<div class='entry-meta'>Posted in News</div>",
        "<p class='posted-on'>Friday</p>",
        "<div class='addtoany_share'>Share</div>",
        "<div class='jp-relatedposts'><p>Related</p></div>",
        "<div class='author-box'><p>Ada writes.</p></div>",
        "<ul class='post-tags'><li>ferries</li></ul>",
        "<div class='breadcrumbs'>Home</div>",
        "<p><time>Friday 3 May</time></p>",
        "<form><p>Your name</p></form>",
        "<button>Press</button>",
        "<select><option>Red</select>",
        "<textarea>Write here</textarea>",
        "<script>say('<p>x</p>')</script>",
        "<style>p { color: red }</style>",
        "<noscript><p>Please enable scripts</p></noscript>",
        "<template><p>Later</p></template>",
        "<svg><title>Logo</title><text>Logo</text></svg>",
        "<iframe>Old browsers</iframe>",
        "<video>No video</video>",
        "<pre>make run</pre>",
        "<p translate='no'>Keep me</p>",
        "<p class='notranslate'>Keep me</p>",
        "<blockquote lang='de'><p>Guten Tag</p></blockquote>",
    ],
)
def test_what_is_not_the_post_stays(furniture: str) -> None:
    assert texts(f"<div><p>{ONE}</p>{furniture}<p>{TWO}</p></div>") == [ONE, TWO]


def test_a_class_that_tells_of_a_sidebar_is_no_sidebar() -> None:
    assert texts(f"<div class='has-sidebar'><p>{ONE}</p></div>") == [ONE]


def test_the_id_of_a_section_is_no_sign_of_furniture() -> None:
    assert texts(f"<p>{ONE}</p><div id='related-work'><p>{TWO}</p></div>") == [ONE, TWO]


def test_a_post_in_two_parts_is_cut_whole() -> None:
    half = "<div class='story-body'><p>{}</p></div>"
    page = f"<body><article>{half.format(ONE * 2)}<p>So.</p>{half.format(TWO)}</article></body>"
    assert texts(page)[-1] == TWO
    assert len(texts(page)) >= 3


def test_what_holds_most_of_the_post_is_no_furniture() -> None:
    assert texts(f"<article><div class='social'><p>{ONE} {TWO}</p></div></article>") == [ONE, TWO]


# Kinds


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<p>Words</p>", "paragraph"),
        ("<div>Words</div>", "paragraph"),
        ("<h1>Words</h1>", "heading"),
        ("<h6>Words</h6>", "heading"),
        ("<ul><li>Words</ul>", "list item"),
        ("<ul><li><p>Words</p></ul>", "list item"),
        ("<table><tr><td>Words</table>", "table cell"),
        ("<table><tr><th>Words</table>", "table cell"),
        ("<blockquote><p>Words</p></blockquote>", "quotation"),
        ("<dl><dt>Words</dl>", "definition"),
        ("<dl><dd>Words</dl>", "definition"),
        ("<figure><figcaption>Words</figcaption></figure>", "caption"),
        ("<div class='wp-caption'><p class='wp-caption-text'>Words</p></div>", "caption"),
        ("<img src=a alt='Words'>", "alt text"),
    ],
)
def test_every_segment_says_what_it_is(markup: str, kind: str) -> None:
    assert kinds(markup) == [(kind, "Words")]


def test_headings_and_titles_are_whole() -> None:
    page = "<head><title>Late. Again!</title></head><body><h2>Late.<br>Again! And now?</h2></body>"
    assert texts(page) == ["Late. Again!", "Late.<br>Again! And now?"]


def test_what_a_page_says_of_itself_is_cut() -> None:
    page = """<head><title>One</title>
    <meta name="description" content="Two.">
    <meta property='og:title' content='Three'>
    <meta property="og:description" content="Four. Five.">
    <meta name="twitter:title" content="Six"><meta name="twitter:description" content="Seven">
    <meta name="author" content="Ada"><meta property="og:site_name" content="Harbour">
    </head><body></body>"""
    assert kinds(page) == [
        ("title", "One"),
        ("description", "Two."),
        ("title", "Three"),
        ("description", "Four."),
        ("description", "Five."),
        ("title", "Six"),
        ("description", "Seven"),
    ]


# Inline markup


def roles(text: str) -> list[tuple[str, str]]:
    """Return the marks of the only segment: what each is, and what it covers."""
    (segment,) = segments(text)
    return [(mark.role.value, segment.text[mark.start : mark.end]) for mark in segment.marks]


def test_inline_tags_are_pairs() -> None:
    assert roles("<p>A <a href='x'>very <b>late</b></a> ferry</p>") == [
        ("open", "<a href='x'>"),
        ("open", "<b>"),
        ("close", "</b>"),
        ("close", "</a>"),
    ]


def test_pairs_around_a_whole_block_are_not_its_words() -> None:
    assert texts(f"<p><em><b>{ONE} {TWO}</b></em></p>") == [ONE, TWO]
    assert texts("<a href='x'><h2>Late</h2></a>") == ["Late"]


def test_a_tag_without_its_partner_is_kept() -> None:
    assert roles("<p>one <b>two</p>") == [("keep", "<b>")]
    assert roles("<p>one <b>two <i>three</b> four</i> five</p>") == [
        ("open", "<b>"),
        ("keep", "<i>"),
        ("close", "</b>"),
        ("keep", "</i>"),
    ]


def test_a_block_in_an_inline_element_crosses_no_pair() -> None:
    assert texts("<a href='x'>One <div>two</div> three</a>") == ["One", "two", "three"]


@pytest.mark.parametrize(
    "kept",
    [
        "<code>a < b</code>",
        "<kbd>Ctrl</kbd>",
        "<samp>ok</samp>",
        "<var>x</var>",
        "<wbr>",
        "<!-- a word -->",
        "<svg><title>x</title></svg>",
        "<button>Press</button>",
        "<script>x</script>",
        "<span translate=no>Keep</span>",
        "<i lang=la>Gallia est</i>",
        "<a id='here'></a>",
        "<sup><a href='#n1'>1</a></sup>",
        "<a href='#n1'>[1]</a>",
        "<sub>2</sub>",
        "<img src='a.png' alt=''>",
    ],
)
def test_what_is_no_prose_stays_byte_for_byte_amid_words(kept: str) -> None:
    assert roles(f"<p>before {kept} after</p>") == [("keep", kept)]


def test_what_is_no_prose_is_left_out_at_the_edges() -> None:
    assert texts("<p><!-- a --><img src=a alt=''><wbr>Words<br><a id=b></a></p>") == ["Words"]


def test_code_at_an_edge_is_a_word() -> None:
    assert texts("<p>Type <code>make</code></p>") == ["Type <code>make</code>"]


def test_an_image_amid_words_has_its_alternative_text() -> None:
    (segment,) = segments("<p>The <img src='a' alt='red &amp; small'> ferry</p>")
    (mark,) = segment.marks
    assert mark.alt
    assert segment.text[slice(*mark.alt)] == "red &amp; small"


def test_images_around_words_are_segments_of_their_own() -> None:
    assert kinds("<p><a href=b><img src='a' alt='A ferry'></a> It is late.</p>") == [
        ("alt text", "A ferry"),
        ("paragraph", "It is late."),
    ]


def test_a_line_break_ends_a_sentence() -> None:
    assert texts("<p>One line<br />another line<BR>a third</p>") == [
        "One line",
        "another line",
        "a third",
    ]


def test_a_line_break_inside_a_pair_stays_as_written() -> None:
    assert texts("<p>So <b>one<br />two</b> here</p>") == ["So <b>one<br />two</b> here"]


def test_nested_lists_are_cut_item_by_item() -> None:
    assert texts("<ul><li>one<ul><li>two</li></ul>three</li></ul>") == ["one", "two", "three"]


def test_text_between_blocks_is_cut() -> None:
    assert texts("<div>one<p>two</p>three</div>four") == ["one", "two", "three", "four"]


# Characters


def test_references_are_shown_decoded_but_for_what_is_markup_when_bare() -> None:
    source = (
        "<p>It&#8217;s caf&eacute; &hellip; R&amp;D &lt;b&gt; &quot;x&#34; a&nbsp;b &#38; AT&T</p>"
    )
    assert texts(source) == ["It’s café … R&amp;D &lt;b&gt; &quot;x&#34; a&nbsp;b &#38; AT&T"]


def test_references_stay_as_written_where_nothing_is_translated() -> None:
    assert upper("<p>&nbsp;caf&eacute;.&nbsp; Two&amp;more.</p>") == (
        "<p>&nbsp;CAFÉ.&nbsp; TWO&amp;MORE.</p>"
    )


def test_a_reference_without_its_semicolon_is_read_as_browsers_do() -> None:
    assert texts("<p>&copy2026 &notanything; &eacute;t&eacute &amp so</p>") == [
        "©2026 ¬anything; été &amp so"
    ]


def test_titles_are_decoded_and_written_back_safely() -> None:
    page = "<head><title>R&amp;D &lt;now&gt; &#8211; &quot;us&quot;</title></head><body>"
    assert texts(page) == ['R&D <now> – "us"']
    assert upper(page) == '<head><title>R&amp;D &lt;NOW&gt; – "US"</title></head><body>'


@pytest.mark.parametrize(
    ("source", "text", "built"),
    [
        ('<img alt="a &quot;b&quot; &amp; c">', 'a "b" & c', '<img alt="A &quot;B&quot; &amp; C">'),
        ("<img alt='a &#39;b&#39;'>", "a 'b'", "<img alt='A &#39;B&#39;'>"),
        ("<img alt=ferry>", "ferry", "<img alt=FERRY>"),
        ("<img alt=a&amp;b>", "a&b", '<img alt="A&amp;B">'),
    ],
)
def test_attributes_are_decoded_and_written_back_safely(source: str, text: str, built: str) -> None:
    assert texts(source) == [text]
    assert upper(source) == built


def test_line_ends_and_indents_are_one_space() -> None:
    assert texts("<p>\r\n  one\r\n  two\rthree\n</p>") == ["one two three"]


# Tags as authors write them


def test_end_tags_may_be_left_out() -> None:
    assert texts("<ul><li>a<li>b</ul><p>c<p>d<div>e</div><dl><dt>f<dd>g</dl>") == list("abcdefg")
    assert texts("<table><tr><td>a<td>b<tr><th>c</table>") == list("abc")


def test_a_lone_sign_is_text() -> None:
    assert texts("<p>a < b and 3 <4 & 5 > 2</p>") == ["a < b and 3 <4 & 5 > 2"]


def test_what_looks_like_a_tag_in_a_script_or_comment_is_none() -> None:
    source = """<script>if (a</b/2) say("</p><p>x")</script><p>one</p><!--[if IE]><p>old</p>
    <![endif]--><![if !IE]><p>two</p><![endif]><!----><!--><p>three</p>"""
    assert texts(source) == ["one", "two", "three"]


def test_a_script_in_a_comment_in_a_script_ends_no_script() -> None:
    source = "<script><!-- say('<script>x</script>') --></script><p>one</p>"
    assert texts(source) == ["one"]


def test_attributes_may_hold_anything() -> None:
    source = (
        "<p title='a > b' data-x=\"<p>\" hidden a=b/c><a href=http://x.org/?a=b&c>one</a> two</p>"
    )
    assert texts(source) == ["<a href=http://x.org/?a=b&c>one</a> two"]


def test_tags_may_be_in_capitals() -> None:
    assert roles("<P>one <B>two</B> three</P>") == [("open", "<B>"), ("close", "</B>")]


@pytest.mark.parametrize("end", ["<", "</", "<a href='x", "<b", "<!--", "<!", "<![CDATA[", "&"])
def test_a_file_may_end_anywhere(end: str) -> None:
    assert texts(f"<p>one</p>{end}") == ["one"]


# Languages and steering


def test_the_language_of_the_page_is_a_hint() -> None:
    page = f'<html lang="de" xml:lang="de"><body><p>{ONE}</p><p lang="fr">Bonjour</p></body></html>'
    assert layout(page).declared == "de"
    assert texts(page) == [ONE]


def test_english_in_a_foreign_passage_is_cut() -> None:
    source = "<div lang='de'>Guten Tag<p lang='en-GB'>Good day</p>Auf Wiedersehen</div>"
    assert texts(source) == ["Good day"]


def test_authors_switch_translation_off_and_on() -> None:
    source = (
        "<p>one <!-- translate:off -->two<!-- translate:on --> three</p>"
        "<!-- translate:off --><p>four</p><img alt='five'><!-- translate:on --><p>six</p>"
    )
    assert texts(source) == ["one <!-- translate:off -->two<!-- translate:on --> three", "six"]
    assert "two" in upper(source)


def test_a_note_to_translators_is_the_next_blocks() -> None:
    source = "<!-- translators: a ship -->\n<p>one</p><p>two</p>"
    assert [(found.text, found.note) for found in segments(source)] == [
        ("one", "a ship"),
        ("two", ""),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<html translate='no'><body><p>x</p></body></html>",
        "<html class='notranslate'><body><p>x</p></body></html>",
        "<head><meta name='translate' content='no'></head><body><p>x</p></body>",
        "<head><meta name='google' content='notranslate'></head><body><p>x</p></body>",
    ],
)
def test_a_page_may_refuse_translation(page: str) -> None:
    assert layout(page).skip
    assert not layout(PAGE).skip


# Areas


def test_a_page_has_places_for_what_building_adds() -> None:
    assert zone(PAGE, Zone.LANG) == [' lang="en"']
    assert before(PAGE, Zone.HEAD) == '<link rel="canonical" href="https://example.org/quiet">'
    assert before(PAGE, Zone.TOP) == '<div class="entry-content">'
    assert before(PAGE, Zone.END).startswith('<div class="sharedaddy">')


def test_a_page_without_a_language_has_a_place_for_one() -> None:
    assert before("<html class=x><body><p>one</p></body></html>", Zone.LANG) == "<html"


def test_a_fragment_begins_and_ends_with_the_file() -> None:
    assert before("<p>one</p>\n", Zone.TOP) == ""
    assert before("<p>one</p>\n", Zone.END) == "<p>one</p>"
    assert not zone("<p>one</p>", Zone.HEAD)


def test_links_to_other_versions_go_with_their_lines() -> None:
    page = """<html><head>
  <link rel="canonical" href="a">
  <link rel=alternate hreflang=tr href=b>
  <link rel="alternate" type="application/rss+xml" href="c"><link rel="canonical" href="d">
</head><body></body></html>"""
    assert zone(page, Zone.LINK) == [
        '  <link rel="canonical" href="a">\n',
        "  <link rel=alternate hreflang=tr href=b>\n",
        '<link rel="canonical" href="d">',
    ]


def test_a_form_parts_the_comments() -> None:
    assert zone(PAGE, Zone.COMMENTS) == [
        '<div id="comments"><h2>One comment</h2><p>How true.</p>\n',
        "\n</div>",
    ]
    assert zone(PAGE, Zone.FORM) == ['<div id="respond"><h3>Leave a Reply</h3></div>']


def test_of_comments_only_what_readers_wrote_is_cut() -> None:
    source = (
        f"<article><p>{ONE}</p></article><ol class='comment-list'><li class='comment'>"
        "<div class='comment-author vcard'>Ben says:</div><div class='comment-metadata'>May</div>"
        "<div class='comment-content'>How <b>true</b>.</div><div class='reply'>Reply</div></ol>"
    )
    assert kinds(source) == [("paragraph", ONE), ("comment", "How <b>true</b>.")]


def test_the_end_stands_before_comments_inside_of_the_post() -> None:
    page = f"<body><article><p>{ONE}</p>\n<div id='comments'><p>So.</p></div></article></body>"
    assert before(page, Zone.END) == f"<body><article><p>{ONE}</p>"


@pytest.mark.parametrize(
    "line",
    [
        "<p>This post is also available in: <a href='tr'>Turkish</a></p>",
        "<p>This entry is also available in Turkish</p>",
        "<div>This post is also available in:<ul><li><a href='tr'>Turkish</a></li></ul></div>",
        "<p>Bu yazı şu dillerde de mevcut: <a href='en'>İngilizce</a></p>",
        "<p class='icl_post_in_other_langs'>Read it in <a href='tr'>Turkish</a></p>",
        '<p class="also-in-turkish"><!-- also-in-turkish -->This post is also available in: '
        '<a href="tr" hreflang="tr" lang="tr" rel="alternate">Turkish</a></p>',
    ],
)
def test_a_line_about_other_languages_is_no_prose(line: str) -> None:
    source = f"<article><p>{ONE}</p>\n{line}\n</article>"
    assert zone(source, Zone.AVAILABILITY) == [line]
    assert texts(source) == [ONE]


def test_such_a_line_in_loose_text_takes_only_itself_along() -> None:
    source = (
        f"<article>This post is also available in: <a href='tr'>Turkish</a><p>{ONE}</p></article>"
    )
    assert zone(source, Zone.AVAILABILITY) == [
        "This post is also available in: <a href='tr'>Turkish</a>"
    ]
    assert texts(source) == [ONE]


def test_our_notice_goes_with_its_line() -> None:
    notice = '<p class="also-in-turkish-notice"><!-- also-in-turkish -->Bu yazı.</p>\n'
    source = f"<div>\n{notice}<p>{ONE}</p></div>"
    assert zone(source, Zone.NOTICE) == [notice]
    assert texts(source) == [ONE]


def test_cutting_after_linking_gives_the_same_segments() -> None:
    added = {
        Zone.HEAD: '<link rel="alternate" hreflang="tr" href="https://example.org/tr">\n',
        Zone.TOP: '\n<p class="also-in-turkish-notice"><!-- also-in-turkish -->Bu yazı…</p>\n',
        Zone.END: '<p class="also-in-turkish"><!-- also-in-turkish -->This post is also available'
        ' in: <a href="tr" hreflang="tr" lang="tr" rel="alternate">Turkish</a></p>\n',
    }
    linked = "".join(
        part.source + (added.get(part.zone, "") if isinstance(part, Literal) else "")
        for part in cut(PAGE)
    )
    assert linked != PAGE
    assert [(found.text, found.kind, found.place) for found in segments(linked)] == [
        (found.text, found.kind, found.place) for found in segments(PAGE)
    ]


# Any file

TAGS = st.sampled_from(
    "p div span b i a li ul table tr td article blockquote h2 code pre script style title".split()
)
ATTRIBUTES = st.sampled_from(
    """| class='entry-content'| id=comments| id="respond"| lang=de| lang='en'| translate=no
    | alt='a b'| class=also-in-turkish| class='x| href=| title="<p>" """.split("|")
)
MARKUP = st.sampled_from(
    """one |Two. |&amp;|&nbsp;|&#8217;|&copyx|<|>|&|<br>|<img src=a alt='so'>|<hr>|<!-- x -->|<!--
    |<![CDATA[|</|<!|<html>|<head>|</head>|<body>|</body>|<!-- translate:off -->|ı😀\x00|İ|\ufeff
    |<!-- translate:on -->|<!-- translators: x -->|This post is also available in: |\r|\r\n
    |<link rel=canonical href=x>|<meta name=description content='one two'>""".split("|")
)
PIECES = st.one_of(
    MARKUP,
    st.builds("<{}{}>".format, TAGS, ATTRIBUTES),
    st.builds("</{}>".format, TAGS),
    st.text(max_size=4),
)


@settings(max_examples=250)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_joined_the_parts_are_the_source(text: str) -> None:
    cut(text)


@settings(max_examples=100)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_building_with_the_text_as_it_is_changes_only_its_spelling(text: str) -> None:
    same = "".join(
        part.source if isinstance(part, Literal) else part.write(part.text) for part in cut(text)
    )
    assert "".join(texts(same)).replace(" ", "") == "".join(texts(text)).replace(" ", "")


SAMPLE_PAGES = sorted(SAMPLES.glob("html/*.html"))


@pytest.mark.skipif(not SAMPLE_PAGES, reason="the sample posts are not on this machine")
@pytest.mark.parametrize("path", SAMPLE_PAGES, ids=lambda path: path.stem)
def test_real_pages_are_cut(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    found = segments(text)
    assert len([each for each in found if each.zone is Zone.BODY]) > 30
    assert zone(text, Zone.COMMENTS)
    assert zone(text, Zone.FORM)
    assert zone(text, Zone.LANG)[0].startswith(" lang=")


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 10_000 + "one" + "</div>" * 10_000,
        "<blockquote><p>one</p>" * 10_000,
        "<p>" + "<b>" * 10_000 + "one" + "</b>" * 10_000,
        "<div><b>one" * 5_000,
        "<i><div>one</div>two" * 3_000,
        "<b><i>" * 3_000 + "one" + "</b></i>" * 3_000,
        "<div class=comments>one<div id=respond>" * 3_000,
        "<div class=comments>one</div><div id=respond>two</div>" * 3_000,
        "<!--" * 50_000,
        "<a " * 50_000,
        "<a b='" * 50_000,
        "<![" * 50_000,
        "</" * 50_000,
        "&" * 300_000,
        "<p>" + " " * 500_000 + "one",
        "<!-- translators:" + " " * 100_000 + "x",
        "<p>&" + "a" * 500_000,
        "<p><img src=a alt='one'>" * 5_000,
    ],
    ids=range(18),
)
def test_no_file_takes_long(text: str) -> None:
    start = time.perf_counter()
    cutting = layout(text)
    assert time.perf_counter() - start < 8
    assert join(parts(text, cutting)) == text


def test_a_paragraph_of_two_megabytes_is_cut() -> None:
    text = "<p>" + "The <b>ferry</b> was late &amp; slow. " * 60_000 + "</p>"
    start = time.perf_counter()
    assert len(layout(text).blocks) == 1
    assert time.perf_counter() - start < 20
