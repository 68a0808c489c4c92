"""Segments for tests, written as Markdown: their marks are found by a small pattern."""

import re

from translate.post import Mark, Role, Segment

MARKUP = re.compile(
    r"(?P<keep>`[^`]*`|\[\^\d\]|<br>|\{\{.*?\}\})|(?P<image>!\[(?P<alt>[^\]]*)\]\([^)]*\))"
    r"|(?P<star>\*\*|\*)|(?P<open>\[)|(?P<close>\]\([^)]*\))|(?P<char>\\[*_])"
)


def segment(text: str, syntax: str = "markdown") -> Segment:
    """Return a sentence with the marks of its code, images, emphasis, links and escapes."""
    marks: list[Mark] = []
    opened: list[str] = []
    for match in MARKUP.finditer(text):
        role, alt, plain = Role.KEEP, None, ""
        if match["image"]:
            alt = match.span("alt")
        elif match["char"]:
            role, plain = Role.CHAR, match[0][1]
        elif match["open"] or (match["star"] and match[0] not in opened):
            role = Role.OPEN
            opened.append(match[0])
        elif match["close"] or match["star"]:
            role = Role.CLOSE
            opened.pop()
        marks.append(Mark(*match.span(), role, plain, alt))
    return Segment(text, text, "paragraph", "paragraph 1", 1, 0, syntax, tuple(marks))
