"""Character references ("&#8217;"): what a translator sees of them."""

from translate.post import Mark, Role

# Written bare, these would be markup, or could not be told from other white space.
_SPELLED = frozenset('&<>"*_[]`\\|~${}#!\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff')


def mark(start: int, end: int, decoded: str) -> Mark:
    """Return the mark of a reference that stands for `decoded`.

    A reference to something that has to stay spelled (`&amp;`, `&nbsp;`) stays in the msgid;
    any other (`&mdash;`) is shown as its character.
    """
    if decoded.isspace():
        return Mark(start, end, Role.CHAR, " ")
    if any(letter in _SPELLED for letter in decoded):
        return Mark(start, end, Role.CHAR, decoded if decoded.isprintable() else "")
    return Mark(start, end, Role.TEXT, decoded)
