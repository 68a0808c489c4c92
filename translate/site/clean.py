"""The HTML of a post as a page of the site may hold it: no scripts, no styles, no theme.

Everything passes through here, an author's own HTML too: tags are closed, so that no post breaks
the page around it.
"""

import html
import re
from collections.abc import Callable
from itertools import accumulate

from translate.safe import ATTRIBUTES, INLINE

# A tag and an address in it → the address as the page needs it.
Rewrite = Callable[[str, str], str]

TAGS = INLINE | set(
    "article audio blockquote caption center col colgroup dd details div dl dt figcaption figure h1"
    " h2 h3 h4 h5 h6 hr iframe img li ol p picture pre section source summary table tbody td tfoot"
    " th thead tr track ul video".split()
)
DROPPED = {"head", "math", "noscript", "script", "style", "svg", "template", "textarea", "title"}
ALLOWED = {
    **ATTRIBUTES,
    "*": {"dir", "lang", "title", "id", "translate"},
    "audio": {"controls", "src"},
    "code": {"class"},  # which language it is in
    "iframe": {"allowfullscreen", "height", "src", "width"},
    "img": {"alt", "height", "src", "width"},
    "li": {"value"},
    "ol": {"reversed", "start", "type"},
    "source": {"src", "type"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "track": {"default", "kind", "label", "src", "srclang"},
    "video": {"controls", "height", "poster", "src", "width"},
}
CLASSES = {
    "div": {"footnote-definition"},
    "span": {"math", "math-inline", "math-display", "notranslate"},
    "sup": {"footnote-reference", "footnote-definition-label"},
}
ADDRESSES = ("href", "src", "poster")
ALIGN = re.compile(r'style="text-align: (left|right|center)"')
# Of elements that nest, and of which authors write the ends.
TAG_START = re.compile(
    r"<(/?)(?:article|blockquote|center|details|div|dl|figure|ol|section|span|table|ul)\b",
    re.IGNORECASE,
)
BREAK = re.compile(r"<(?:br|/?p|/?div|/?li)\b[^<>]*>")  # where words do not run together
TAG = re.compile(r"<[^<>]*>")
# Chromium nests 512 at most; the time that is needed grows with the square of the depth.
DEEPEST = 5000
TABLE = re.compile(r"<table\b[^>]*>.*?</table>", re.DOTALL)


def cleaned(text: str, rewrite: Rewrite) -> str:
    """Return HTML with the tags that prose has, its addresses rewritten."""
    import nh3

    def address(tag: str, attribute: str, value: str) -> str:
        return rewrite(tag, value) if attribute in ADDRESSES else value

    if _depth(text) > DEEPEST:
        text = html.escape(bare(text))
    return nh3.clean(
        ALIGN.sub(r'align="\1"', text),
        tags=set(TAGS),
        clean_content_tags=DROPPED,
        attributes={tag: set(names) for tag, names in ALLOWED.items()},
        attribute_filter=address,
        allowed_classes={tag: set(names) for tag, names in CLASSES.items()},
        link_rel=None,
    )


def _depth(text: str) -> int:
    """Return how deeply the elements of a text may be nested at most."""
    steps = (-1 if tag[1] else 1 for tag in TAG_START.finditer(text))
    return max(accumulate(steps), default=0)


def framed(body: str, label: str) -> str:
    """Let wide tables and code be scrolled, by the keyboard too, without the page."""
    frame = f'<div class="wide" role="group" aria-label="{html.escape(label)}" tabindex="0">'
    body = TABLE.sub(lambda table: f"{frame}{table[0]}</div>", body)
    return body.replace("<pre>", '<pre tabindex="0">')


def bare(markup: str) -> str:
    """Return what HTML says, as text on one line."""
    return " ".join(html.unescape(TAG.sub("", BREAK.sub(" ", markup))).split())
