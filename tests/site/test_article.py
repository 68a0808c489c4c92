"""A post as its page shows it, in each format."""

from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translate.read import judge, read
from translate.site.article import Version, version
from translate.site.clean import cleaned


def shown(tmp_path: Path, name: str, text: str) -> Version:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    (post,) = read(path.stem, path)
    return version(judge(post, "en").post, {}, lambda _, address: address)


def body(tmp_path: Path, name: str, text: str) -> str:
    return " ".join(shown(tmp_path, name, text).body.split())


def test_a_text_has_paragraphs_headings_quotations_and_links(tmp_path: Path) -> None:
    text = (
        "A title\n\nA line that was wrapped by hand at some width or other, and\n"
        "goes on: see https://example.org/a?b=1&c=2. Write to us@example.org.\n\n"
        "A heading\n\n> A word & <b>no tag</b>.\n\n* * *\n\nThe last words of it are these.\n"
    )
    assert shown(tmp_path, "a.txt", text).title == "A title"
    assert body(tmp_path, "a.txt", text) == (
        "<p>A line that was wrapped by hand at some width or other, and goes on: see "
        '<a href="https://example.org/a?b=1&amp;c=2">https://example.org/a?b=1&amp;c=2</a>. '
        'Write to <a href="mailto:us@example.org">us@example.org</a>.</p> <h2>A heading</h2> '
        "<blockquote><p>A word &amp; &lt;b&gt;no tag&lt;/b&gt;.</p></blockquote> <p>* * *</p> "
        "<p>The last words of it are these.</p>"
    )


def test_lists_of_a_text_are_lists(tmp_path: Path) -> None:
    text = "A title\n\nThere are two things:\n\n- one thing\n- another\n\n1. first\n2. second\n"
    assert body(tmp_path, "a.txt", text) == (
        "<p>There are two things:</p> <ul> <li>one thing</li> <li>another</li> </ul> "
        "<ol> <li>first</li> <li>second</li> </ol>"
    )


def test_verse_keeps_its_lines(tmp_path: Path) -> None:
    text = "A title\n\nThe boat is late,\nThe tea is cold,\nThe sea is grey,\nThe man is old.\n"
    assert body(tmp_path, "a.txt", text).count("<br>") == 3


def test_what_the_author_keeps_from_translation_is_shown(tmp_path: Path) -> None:
    text = (
        "A title\n\nSome words.\n\n<!-- translate:off -->\n\nOurs alone.\n\n<!-- translate:on -->\n"
    )
    assert "<p>Ours alone.</p>" in body(tmp_path, "a.txt", text)


def test_markdown_is_rendered_with_tables_footnotes_and_tasks(tmp_path: Path) -> None:
    text = (
        "# A title\n\nSome *words*.[^1]\n\n| a | b |\n|---|--:|\n| c | 1 |\n\n- [x] done\n\n"
        "[^1]: A note.\n"
    )
    found = body(tmp_path, "a.md", text)
    assert "<em>words</em>" in found
    assert '<td align="right">1</td>' in found
    assert "☑ done" in found
    assert '<a href="#1">1</a>' in found
    assert 'id="1"' in found


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("{% include x.html %}", "<p>Before.</p> <p>After.</p>"),
        ("## Heading {#id}", "<p>Before.</p> <h2>Heading</h2> <p>After.</p>"),
        ("A word.\n{: .lead}", "<p>Before.</p> <p>A word.</p> <p>After.</p>"),
        ("A {{ word }} here.", "<p>Before.</p> <p>A {{ word }} here.</p> <p>After.</p>"),
        ("`{{ x }}`", "<p>Before.</p> <p><code>{{ x }}</code></p> <p>After.</p>"),
        (
            '{{< figure src="a.png" alt="Map" caption="A & b" >}}',
            '<p>Before.</p> <figure><img src="a.png" alt="Map"><figcaption>A &amp; b</figcaption>'
            "</figure> <p>After.</p>",
        ),
        (
            '<img src="{{ site.baseurl }}/a.png" alt="Map">',
            '<p>Before.</p> <img src="/a.png" alt="Map"> <p>After.</p>',
        ),
    ],
)
def test_what_only_a_generator_understands_is_left_out_or_shown_plainly(
    tmp_path: Path, written: str, seen: str
) -> None:
    assert body(tmp_path, "a.md", f"Before.\n\n{written}\n\nAfter.\n") == seen


PAGE = (
    "<html><head><title>A title – Our site</title></head><body><nav><a href=x>Menu</a></nav>"
    '<article class="post"><h1 class="entry-title">A <em>title</em></h1>'
    '<div class="entry-content"><p>The first words of the post, and there are some more.</p>'
    '<div class="sharedaddy"><h3>Share this:</h3><a href=y>Everywhere</a></div>'
    "<h4>A heading</h4><p>The last words of the post, and there are some more.</p>"
    "<form><label>Your name</label></form></div></article><footer>Ours</footer></body></html>"
)


def test_of_a_page_only_the_post_is_shown_without_what_its_theme_put_there(tmp_path: Path) -> None:
    found = shown(tmp_path, "a.html", PAGE)
    assert found.title == "A title"
    assert found.body == (
        "<p>The first words of the post, and there are some more.</p>"
        "<h2>A heading</h2><p>The last words of the post, and there are some more.</p>"
    )


def test_what_is_nested_too_deeply_to_be_shown_is_its_words(tmp_path: Path) -> None:
    text = "<p>Some words.</p>" + "<div>" * 20_000 + "More words."
    start = perf_counter()
    assert shown(tmp_path, "a.html", text).body == "Some words. More words."
    assert perf_counter() - start < 10


def test_a_post_without_title_has_its_name(tmp_path: Path) -> None:
    assert shown(tmp_path, "a-name.md", "Some words.\n").title == "a-name"


def test_entities_in_a_title_are_the_letters_they_stand_for(tmp_path: Path) -> None:
    text = '---\ntitle: "Health&#46;gov &amp; more"\n---\n\nSome words.\n'
    assert shown(tmp_path, "a.md", text).title == "Health.gov & more"


ODD = st.lists(
    st.sampled_from(
        "<main> </main> </div> <div> <p> <h1> </h1> <!-- --> <script> </script> ``` ` > - | # [ ] "
        "( ) * _ <b> </b> <table> <td> &amp; & < {{ }} {% %} \n \n\n word words. [^1] <pre>".split(
            " "
        )
    ),
    max_size=25,
)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(pieces=ODD)
def test_no_post_breaks_the_page_around_it(tmp_path: Path, suffix: str, pieces: list[str]) -> None:
    found = shown(tmp_path, f"a{suffix}", f"Some words.\n\n{' '.join(pieces)}\n")
    assert "<script" not in found.body
    assert "</main" not in found.body
    assert cleaned(found.body, lambda _, address: address).split() == found.body.split()
