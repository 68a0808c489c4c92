"""What site generators add to Markdown: shortcodes, Liquid, attributes. Hidden from the parser.

Hugo, Jekyll and their like take these out before Markdown is parsed, so the parser must not see
their quotes, brackets and line ends. They are overwritten with as many plain letters.
"""

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""
      \{\{ (?: [^{}\n] | \{(?!\{) | \}(?!\}) | \n(?![ \t\r]*\n) )*+ \}\}   # {{< x >}}, {{ x }}
    | \{%  (?: [^{%\n] | \{(?!%)  | %(?!\})  | \n(?![ \t\r]*\n) )*+ %\}    # {% x %}
    | \{ (?: : [^{}\n]+ | [ ]?[.\#][A-Za-z][^{}\n]* | [ ]?[\w-]++=[^{}\n]* ) \}   # {: .x}, {#x}
    | (?<![^\r\n]) [ \t>]*+ (?P<line>            # !!! note, ??? note, ::: note, *[AB]: Abbreviation
        (?: !!!\ [a-z] | \?\?\?\+?\ [a-z] | ::: | \*\[[^\]\r\n]+\]: ) [^\r\n]* )
    """,
    re.VERBOSE,
)
# Their bodies are no prose.
_VERBATIM = re.compile(r"\{[{%][<%]?[-\s]*(highlight|comment|mermaid|katex|math|chart)\b")
_END = re.compile(r"\{[{%][<%]?[-\s]*(?:/\s*|end)(\w+)")
_FILLER = "\x1a"
_ALONE = re.compile(rf"(?<![^\r\n])([ \t>]*+)({_FILLER}[{_FILLER} \t]*+)(?![^\r\n])")


def mask(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text with everything of the site generator overwritten, and where that was.

    The result is as long as `text`. What fills its lines becomes a processing instruction, which
    to Markdown is a block of its own; what stands amid words becomes a word.
    """
    spans = list(_spans(text))
    pieces, end = [], 0
    for start, stop in spans:
        pieces += [text[end:start], _FILLER * (stop - start)]
        end = stop
    masked = "".join([*pieces, text[end:]])
    masked = _ALONE.sub(lambda found: f"{found[1]}<?{'x' * (len(found[2]) - 4)}?>", masked)
    return masked.replace(_FILLER, "x"), spans


def is_attribute(text: str, start: int) -> bool:
    """Tell whether the span that starts here belongs to what stands before it: `{: .class}`."""
    return text[start] == "{" and text[start + 1] not in "{%"


def _spans(text: str) -> Iterator[tuple[int, int]]:
    tokens = [found.span(found.lastgroup or 0) for found in _TOKEN.finditer(text)]
    ends = _ends(text, tokens)
    done = 0
    for number, (start, stop) in enumerate(tokens):
        if start >= done:
            done = ends.get(number, stop)
            yield start, done


def _ends(text: str, tokens: list[tuple[int, int]]) -> dict[int, int]:
    """Return, by the number of a token that opens verbatim text, where that text ends."""
    ends, closing = {}, {}
    for number in reversed(range(len(tokens))):
        start, stop = tokens[number]
        if found := _END.match(text, start, stop):
            closing[found[1]] = stop
        elif (found := _VERBATIM.match(text, start, stop)) and found[1] in closing:
            ends[number] = closing[found[1]]
    return ends
