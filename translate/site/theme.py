"""What a theme put between the paragraphs of a post: buttons to share it, related posts, forms."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from translate.post import Literal, Part, join
from translate.segment import article, tree

GONE = frozenset("nav form button select dialog".split())


def without(parts: Sequence[Part]) -> Sequence[Part]:
    """Return the parts of an HTML page, as many, without the theme's elements in its post."""
    text = join(parts)
    ranges = list(_ranges(text))
    starts = accumulate((len(part.source) for part in parts), initial=0)
    return [
        replace(part, source=_outside(part.source, start, ranges))
        if isinstance(part, Literal)
        else part
        for part, start in zip(parts, starts, strict=False)
    ]


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    parsed = tree.parse(text)
    page = article.find(text, parsed)
    for element in parsed.elements:
        within = page.content.inside <= element.start and element.end <= page.content.stop
        if within and (element.name in GONE or article.is_furniture(element, page)):
            yield element.start, element.end


def _outside(source: str, start: int, ranges: Sequence[tuple[int, int]]) -> str:
    """Return what of a text that starts at an offset of the file is in none of the ranges."""
    pieces, at = [], 0
    for first, last in ranges:
        low, high = max(first - start, at), min(last - start, len(source))
        if low < high:
            pieces.append(source[at:low])
            at = high
    return "".join([*pieces, source[at:]])
