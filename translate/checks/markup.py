"""Tags, links and code of a source, which its translation must have too."""

import re
from collections import Counter
from collections.abc import Iterator

from translate.checks.pair import ESCAPED, IMAGE, TAG, kept, literal
from translate.post import Role, Segment, shortened

ADDRESS = re.compile(r"""\]\(\s*(?:<([^<>]*)>|([^\s)>]+))|(?:href|src)\s*=\s*["']?([^"'\s>]+)""")
REFERENCE = re.compile(r"\]\[([^\[\]]+)\]")  # the label of an address that stands elsewhere
# Emphasis where the source has none.
EMPHASIS = re.compile(r"(?<![\w*_])(\*\*|__|[*_])(?=[^\s*_])[^*_]*[^\s*_]\1(?![\w*_])")
VOID = frozenset("area br col embed hr img input link meta source track wbr".split())


def markup(segment: Segment, translation: str) -> str:
    """Find a tag or a mark of emphasis or link that is lost, made up, or badly nested.

    Attributes do not count: a translator may change a title. Addresses have a check of their own.
    """
    if segment.syntax == "text":
        return ""
    ours, theirs = Counter(_tags(segment.text)), Counter(_tags(translation))
    if ours != theirs:
        lost, more = ours - theirs, theirs - ours
        return f"lost {min(lost)}" if lost else f"made up {min(more)}"
    if segment.syntax == "markdown" and (wrong := _emphasis(segment, translation)):
        return wrong
    wrong = _unnested(translation)
    return "" if _unnested(segment.text) else wrong


def links(segment: Segment, translation: str) -> str:
    """Find the address of a link or picture that is not that of the source."""
    ours, theirs = (Counter(_addresses(segment, text)) for text in (segment.text, translation))
    lost = ours - theirs
    more = theirs - ours
    if lost:
        return f"lost the address {shortened(min(lost))}"
    return f"made up the address {shortened(min(more))}" if more else ""


def changed(segment: Segment, translation: str) -> str:
    """Find code, a URL, an e-mail address, a shortcode or a name that did not stay as it was."""
    for text, count in Counter(kept(segment)).items():
        if translation.count(text) < count:
            return f"lost {shortened(text)}"
        if text[-1].isalnum() and _whole(text, translation) < count:
            return f"changed {shortened(text)}"
    return ""


def _whole(word: str, text: str) -> int:
    """Return how often a word stands in a text and does not go on: "@ali", not "@aliye"."""
    _, *rest = text.split(word)
    return sum(1 for after in rest if not after[:1].isalnum())


def _tags(text: str) -> Iterator[str]:
    for tag in TAG.finditer(text):
        if tag[2]:
            yield f"<{tag[1]}{tag[2].lower()}>"


def _addresses(segment: Segment, text: str) -> Iterator[str]:
    for address in ADDRESS.finditer(text):
        yield address[1] or address[2] or address[3] or ""
    if segment.syntax == "markdown":
        yield from REFERENCE.findall(text)


def _emphasis(segment: Segment, translation: str) -> str:
    """Return which mark of Markdown, as "**" or "](", a translation has more or less often."""
    rest = translation
    for text in kept(segment):
        rest = rest.replace(text, " ")
    rest = ESCAPED.sub(" ", IMAGE.sub(" ", rest))
    pairs = (mark for mark in segment.marks if mark.role in (Role.OPEN, Role.CLOSE))
    texts = (literal(segment, mark) for mark in pairs)
    marks = [text[:2] for text in texts if text[0] not in "<["]
    if len(signs := {mark[0] for mark in marks}) == 1:  # *very* or _very_
        sign = signs.pop()
        rest = EMPHASIS.sub(lambda run: run[0].replace(run[1], sign * len(run[1])), rest)
    for mark, count in sorted(Counter(marks).items(), key=lambda item: -len(item[0])):
        found = rest.count(mark)
        if found != count:
            return f"{'lost' if found < count else 'made up'} {mark}"
        rest = rest.replace(mark, " ")
    if (made := EMPHASIS.search(rest)) and not EMPHASIS.search(segment.text):
        return f"made up {made[1]}"
    return "made up ](" if "](" in rest and "](" not in segment.text else ""


def _unnested(text: str) -> str:
    """Return the first tag that closes what is not open, "" if there is none."""
    opened: list[str] = []
    for tag in TAG.finditer(text):
        name = (tag[2] or "").lower()
        if not name or name in VOID or tag[0].endswith("/>"):
            continue
        if not tag[1]:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return f"</{name}> is not nested"
    return f"<{opened[-1]}> is not closed" if opened else ""
