"""Posts as no author should write them: broken, enormous, deeply nested, hostile."""

from collections.abc import Callable, Iterator
from random import Random

WORDS = (
    "The ferry that crosses the strait at night will stop running, the council said on Monday. "
    "Nobody on board believes that it will ever come back. "
)
MARKDOWN = f"""\
---
title: "The night ferry"
tags: [sea, night]
image: {{src: a.png, alt: A boat at the pier}}
---
# The night ferry

{WORDS}See the [old times](/times "table") and `timetable.csv`.

- **One** thing that *nobody* likes[^1]
  - another ![a boat](boat.png "Boat")

| When | What |
|---|---|
| in the morning | the boat leaves |

```sh
ls
```

{{{{< figure src="a.png" alt="A boat" >}}}}

<div class="x">Some <b>raw</b> words</div>

[^1]: A note about it.
"""
HTML = f"""\
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>The night ferry</title>
<meta name="description" content="It will stop running &amp; never come back."></head>
<body><nav><a href="/">Home</a></nav><article class="post"><h1>The night ferry</h1>
<p>{WORDS}See <a href="/times?a=1&amp;b=2">the <em>old</em> times</a>.</p>
<!-- translators: a boat --><ul><li>One thing<li>Another <img src="a.png" alt="A boat"></ul>
<pre><code>ls &lt;x&gt;</code></pre><p translate="no">Stays</p>[caption id="x"]Words[/caption]
</article><script>if (a < b) document.write("<p>no</p>")</script></body></html>
"""
TEXT = f"""\
The night ferry
By the harbour reporter

{WORDS}
{WORDS}

  * One thing that nobody likes
  * Another thing

> "It will never come back," he said.

This post is also available in: Turkish
"""
BASES = {"md": MARKDOWN, "html": HTML, "txt": TEXT}
SOUP = {
    "md": """* _ ` [ ] ( ) ! < > # --- \n \t | ~~~ ``` {{< >}} {% %} $ \\ &amp; [^1] <!-- -->
    : +++""".split(" "),
    "html": """< > </ <!-- --> <![CDATA[ ]]> & &#0; &#xD800; &#1114112; " ' = <p <b> </i> <svg>
    <table> <script> </script> <title> [caption] <?php ?> <!DOCTYPE""".split(),
    "txt": '> * - . ! ? \n \t \r … " “ ” ( ) 1. Mr. U.S. http:// @ # \u2028 \x0c \x1b'.split(" "),
}
MANY = 20_000
MEGABYTE = 1_000_000

Make = Callable[[Random], bytes]


def posts() -> Iterator[tuple[str, str, Make]]:
    """Yield for each broken post its name, its suffix, and what makes it."""
    for suffix, base in BASES.items():
        for kind, change, count in CHANGES:
            for number in range(count):
                yield f"{suffix}, {kind} {number}", suffix, _of(base, suffix, change)
    for name, (suffix, text) in ODD.items():
        yield name, suffix, lambda _, text=text: _bytes(text)


def _of(base: str, suffix: str, change: Callable[[str, Random, str], str | bytes]) -> Make:
    return lambda chance: _bytes(change(base, chance, suffix))


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


def _truncated(text: str, chance: Random, _: str) -> str:
    return text[: chance.randrange(len(text))]


def _souped(text: str, chance: Random, suffix: str) -> str:
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(text))
        text = text[:at] + "".join(chance.choices(SOUP[suffix], k=3)) + text[at:]
    return text


def _flipped(text: str, chance: Random, _: str) -> bytes:
    data = bytearray(text.encode())
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def _encoded(text: str, chance: Random, _: str) -> bytes:
    codec = chance.choice("cp1252 utf-16 utf-16-be utf-32 utf-7 utf-8-sig shift_jis cp037".split())
    return text.encode(codec, "replace")


def _cut_in_half(text: str, chance: Random, _: str) -> bytes:
    data = text.replace("boat", "bóat").encode("utf-16" if chance.random() < 0.5 else "utf-8")
    return data[: chance.randrange(1, len(data), 2)]


def _mixed_ends(text: str, chance: Random, _: str) -> str:
    return "".join(line + chance.choice(["\n", "\r\n", "\r"]) for line in text.split("\n"))


def _with_nul(text: str, chance: Random, _: str) -> str:
    at = chance.randrange(len(text))
    return text[:at] + "\x00" + text[at:]


CHANGES: list[tuple[str, Callable[[str, Random, str], str | bytes], int]] = [
    ("truncated", _truncated, 8),
    ("soup in it", _souped, 12),
    ("bits flipped", _flipped, 8),
    ("another encoding", _encoded, 5),
    ("cut in half a letter", _cut_in_half, 3),
    ("line ends mixed", _mixed_ends, 3),
    ("NUL bytes", _with_nul, 2),
]


def _bomb() -> str:
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    return "\n".join(["---", "a0: &a0 [title, title]", *levels, "title: *a11", "---", WORDS])


def _front(text: str, fence: str = "---") -> str:
    return f"{fence}\n{text}\n{fence}\n# Ferry\n\n{WORDS}\n"


def _nested(start: str, end: str = "", times: int = MANY) -> str:
    return start * times + WORDS + end * times


def _export(content: str) -> str:
    """Return an export of WordPress with one post."""
    return (
        '<rss xmlns:content="c" xmlns:wp="w"><channel><wp:wxr_version>1.2</wp:wxr_version><item>'
        f"<title>The night ferry</title><content:encoded><![CDATA[{content}]]></content:encoded>"
        "<wp:post_id>1</wp:post_id><wp:post_name>ferry</wp:post_name><wp:status>publish</wp:status>"
        "<wp:post_type>post</wp:post_type></item></channel></rss>"
    )


ODD: dict[str, tuple[str, str | bytes]] = {
    "YAML alias bomb": ("md", _bomb()),
    "YAML alias of itself": ("md", _front("title: &a [*a, *a]\nalt: &b {alt: *b}")),
    "YAML in 5,000 brackets": ("md", _front(f"title: {'[' * 5_000}{']' * 5_000}")),
    "YAML in 5,000 braces": ("md", _front(f"x: {'{a: ' * 5_000}1{'}' * 5_000}")),
    "YAML in 2,000 indents": ("md", _front("\n".join(" " * n + "a:" for n in range(2_000)))),
    "YAML that would call a function": (
        "md",
        _front('title: !!python/object/apply:os.system ["touch called"]'),
    ),
    "YAML of unknown tags": ("md", _front("title: !<x> a\ntags: !!binary ===\ndate: !!int x")),
    "YAML with a date that is none": ("md", _front("date: 2015-99-99\ntitle: 2015-02-30")),
    "YAML key of 1 MB": ("md", _front(f"{'k' * MEGABYTE}: a\ntitle: b")),
    "YAML value of 1 MB": ("md", _front(f"title: {WORDS * (MEGABYTE // len(WORDS))}")),
    "YAML value of 200,000 blanks": ("md", _front(f"title: a{' ' * 200_000}b\nlead: 'c'")),
    "YAML of 20,000 keys": ("md", _front("\n".join(f"k{n}_alt: Some words" for n in range(MANY)))),
    "YAML with keys twice": ("md", _front("title: Some words\ntitle: Other words\n<<: 3")),
    "YAML with tabs": ("md", _front("title:\t'a\n\tb'\n\t- c")),
    "YAML with NEL and BOM": ("md", _front("title: a\x85b\ufeff\u2028c")),
    "YAML with two documents": ("md", _front("title: a\n--- \nb: c\n...\nd: e")),
    "YAML with a directive": ("md", _front("%YAML 9.9\n%TAG ! x:\ntitle: a")),
    "YAML with a number of 1 MB": (
        "md",
        _front(f"title: {'9' * MEGABYTE}\nweight: 0x{'f' * 9999}"),
    ),
    "YAML with sexagesimals": ("md", _front(f"time: {'1:' * 50_000}0\nf: {'1:' * 50_000}0.0")),
    "front matter without end": ("md", f"---\ntitle: a\n\n{WORDS}"),
    "TOML in 5,000 brackets": ("md", _front(f"title = {'[' * 5_000}{']' * 5_000}", "+++")),
    "TOML in 5,000 braces": ("md", _front(f"x = {'{a=' * 5_000}1{'}' * 5_000}", "+++")),
    "TOML of 5,000 tables": ("md", _front(f"[{'.'.join('a' * 5_000)}]\ntitle = 'x'", "+++")),
    "TOML of dots": ("md", _front(f"{'a.' * 5_000}title = 'x'", "+++")),
    "TOML broken": ("md", _front("title = \"a\nb = '''c", "+++")),
    "TOML with a number of 1 MB": ("md", _front(f"x = {'9' * MEGABYTE}", "+++")),
    "quotations 20,000 deep": ("md", _nested("> ")),
    "lists 2,000 deep": ("md", "".join(" " * 2 * n + "- a\n" for n in range(2_000)) + WORDS),
    "brackets 20,000 deep": ("md", _nested("[", "](x)")),
    "brackets that open": ("md", _nested("[a](")),
    "images 20,000 deep": ("md", _nested("![", "](x)")),
    "stars 20,000 deep": ("md", _nested("*a ", " b*")),
    "stars and underscores": ("md", _nested("*_**__", "__**_*", 5_000)),
    "backticks of all lengths": ("md", " ".join("`" * n + "a" for n in range(1, 1_000)) + WORDS),
    "angles that open": ("md", _nested("<a ")),
    "comments that open": ("md", _nested("<!-- a ")),
    "footnotes of footnotes": (
        "md",
        WORDS + "[^0]\n\n" + "\n\n".join(f"[^{n}]: see [^{n + 1}] words" for n in range(5_000)),
    ),
    "link definitions": ("md", WORDS + "\n\n" + "\n".join(f"[{n}]: <x> 'y'" for n in range(MANY))),
    "a table of 5,000 columns": (
        "md",
        "|a" * 5_000 + "|\n" + "|-" * 5_000 + "|\n" + "|a" * 5_000 + "|\n\n" + WORDS,
    ),
    "fences that open": ("md", WORDS + "\n```\n~~~\n" * 10_000),
    "shortcodes that open": ("md", _nested("{{< a ")),
    "shortcodes in shortcodes": ("md", _nested("{{% a %}} ", " {{% /a %}}")),
    "Liquid that opens": ("md", _nested("{% if a ")),
    "200,000 blanks in rows": ("md", f"|a{' ' * 200_000}b|\n|c|\n\n{WORDS}"),
    "200,000 blanks in quoted code": ("md", f"> {WORDS} `a{' ' * 200_000}b\n> c`\n\n{WORDS}"),
    "code that opens": ("md", _nested("a <code> ") + "{{< a >}}"),
    "mathematics that opens": ("md", _nested("$a $$b ")),
    "divs 20,000 deep": ("html", _nested("<div>", "</div>")),
    "divs that open": ("html", _nested("<div><p>")),
    "bold 20,000 deep": ("html", "<p>" + _nested("<b>", "</b>") + "</p>"),
    "bold that opens": ("html", "<p>" + _nested("<b><i>", "", 5_000)),
    "tags that cross": ("html", "<p>" + _nested("<b><i>", "</b></i>", 5_000)),
    "tables 5,000 deep": ("html", _nested("<table><tr><td>", "</td></tr></table>", 5_000)),
    "lists 10,000 deep": ("html", _nested("<ul><li>", "</ul>", 10_000)),
    "ends of tags": ("html", _nested("</p></div></x>")),
    "a tag of 20,000 attributes": (
        "html",
        f"<p {' '.join(f'a{n}=b' for n in range(MANY))}>{WORDS}</p>",
    ),
    "an attribute of 1 MB": ("html", f'<p title="{"x" * MEGABYTE}">{WORDS}</p>'),
    "an attribute without end": ("html", f'<p>{WORDS}<a href="' + "x" * MEGABYTE),
    "a tag without end": ("html", f"<p>{WORDS}<a " + "x=1 " * 100_000),
    "a comment without end": ("html", f"<p>{WORDS}<!-- " + "- " * 500_000),
    "a script without end": ("html", f"<p>{WORDS}<script>" + "</scrip" * 100_000),
    "a title without end": ("html", "<title>" + WORDS * 1_000),
    "a text area without end": ("html", f"<p>{WORDS}<textarea>" + "</p>" * MANY),
    "CDATA and instructions": ("html", f"<p>{WORDS}" + "<![CDATA[ ]]><?a ?><!x>" * MANY),
    "entities that are none": ("html", f"<p>{WORDS}" + "&#xD800;&#0;&#9999999999;&x;&" * 5_000),
    # html5ever takes their number squared: 14 seconds for 1 MB.
    "ampersands": ("html", f"<p>{WORDS}" + "&" * (MEGABYTE // 4)),
    "less-than signs": ("html", f"<p>{WORDS}" + "<" * MEGABYTE),
    "names in other letters": ("html", f"<p>{WORDS}<ı><b\x00><İmg alt='a b'><svg:a:b><é é=é>"),
    "shortcodes that open in HTML": ("html", f"<p>{WORDS}" + "[caption " * MANY),
    "shortcodes without partner": ("html", f"<p>{WORDS}" + "[caption id=x] a " * 5_000),
    "captions that open in an export": ("xml", _export(WORDS + "[caption" * MANY)),
    "captions without end in an export": (
        "xml",
        _export(WORDS + "[caption id=x]" * 1_000 + "<img>" * 1_000),
    ),
    "code that opens in an export": ("xml", _export(WORDS + "<pre>" * MANY)),
    "a word of 1 MB beside a block": (
        "xml",
        _export(f'<!-- wp:a {{"title":"Hello you"}} /--><p>{WORDS}' + "x" * MEGABYTE),
    ),
    "a template in a template": ("html", _nested("<template><svg><math>", "", 5_000)),
    "a line of 1 MB": ("txt", WORDS * (MEGABYTE // len(WORDS))),
    "a word of 1 MB": ("txt", WORDS + "x" * MEGABYTE),
    "dots of 1 MB": ("txt", WORDS + "." * MEGABYTE),
    "dashes of 1 MB": ("txt", WORDS + "- " * (MEGABYTE // 2)),
    "a digit of 1 MB": ("txt", WORDS + "1" * MEGABYTE),
    "numbers of 1 MB": ("txt", WORDS + "1,000." * (MEGABYTE // 6)),
    "abbreviations of 1 MB": ("txt", WORDS + "Mr. Dr. U.S. e.g. " * (MEGABYTE // 18)),
    "initials of 1 MB": ("txt", WORDS + "A. B. " * (MEGABYTE // 6)),
    "capitals of 1 MB": ("txt", WORDS + "Foo Bar " * (MEGABYTE // 8)),
    "quotes of 1 MB": ("txt", WORDS + "\"'“" * (MEGABYTE // 5)),
    "at signs of 1 MB": ("txt", WORDS + "a@" * (MEGABYTE // 2)),
    "addresses of 1 MB": ("txt", WORDS + "http://a.b/" * (MEGABYTE // 11)),
    "file names of 1 MB": ("txt", WORDS + "a.b-" * (MEGABYTE // 4)),
    "blanks of 1 MB": ("txt", WORDS + " " * MEGABYTE + "."),
    "blanks of 1 MB in a note": (
        "txt",
        f"{WORDS}\n\n<!-- translators: a{' ' * MEGABYTE}b -->\n\n{WORDS}",
    ),
    "line ends of 1 MB": ("txt", WORDS + "\n" * MEGABYTE + "."),
    "carriage returns": ("txt", WORDS + "\r" * 100_000 + "."),
    "separators": ("txt", WORDS + "\u2028\u2029\x85\x0c\x0b\x1c" * 10_000),
    "combining marks": ("txt", WORDS + "e" + "\u0301" * 100_000),
    "right to left": ("txt", WORDS + "\u202e\u2066\u200f" * 10_000),
    "brackets of ours": ("txt", WORDS + "⟦0⟧ ⟦99999999999⟧ ⟦⟦0⟧⟧ ⟦ " * 5_000),
    "quoted lines": ("txt", WORDS + "\n" + "> " * 10_000 + "a\n" + ">\n" * 10_000),
    "indents": ("txt", "\n".join(" " * n + "words" for n in range(2_000)) + WORDS),
    "a post of 5,000 paragraphs": ("txt", "\n\n".join(f"{n} words" for n in range(5_000)) + WORDS),
    "empty post": ("md", ""),
    "blank post": ("html", " \n\t\n"),
    "a post that is a BOM": ("txt", b"\xef\xbb\xbf"),
    "a post that is half a BOM": ("txt", b"\xff"),
    "UTF-16 of odd length": ("md", b"\xff\xfea"),
    "a picture": ("html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 20),
    "a post of 0xff": ("txt", b"\xff" * 10_000),
    "a post of lone surrogates": ("txt", WORDS.encode() + b"\xed\xa0\x80\xed\xb0\x80"),
}
