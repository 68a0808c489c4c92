"""Character references ("&#8217;"): what a translator sees of them."""

from translate.post import Mark, Role

# Letters that would be markup if they were written bare.
HTML = '&<>"'
MARKDOWN = '&<>"*_[]`\\|~${}#!'
# Written bare, nobody could tell these from nothing or from other white space.
_INVISIBLE = "\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


def mark(markup: str, start: int, end: int, decoded: str) -> Mark:
    """Return the mark of a reference that stands for `decoded`.

    A reference to something that has to stay spelled (`&amp;`, `&nbsp;`) stays in the msgid; any
    other (`&mdash;`) is shown as its character. `markup` are the letters that would be markup.
    """
    if decoded.isspace():
        return Mark(start, end, Role.CHAR, " ")
    if any(letter in markup or letter in _INVISIBLE for letter in decoded):
        return Mark(start, end, Role.CHAR, decoded if decoded.isprintable() else "")
    return Mark(start, end, Role.TEXT, decoded)
