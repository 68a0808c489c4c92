"""A block's text → sentence spans. The only file that knows nupunkt."""

import re

# A number, letter or roman numeral that counts the sentence after it: "2.", "(b)", "iv."
ENUMERATOR = re.compile(r"\(?(\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]")
# Marks that belong to the sentence before them although the splitter gives them to the next.
NOTE_MARK = re.compile(r"(\[\w{1,3}\]|[¹²³⁰⁴-⁹]+|[)\]”’»]+)(?=\s)")


def spans(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a block stand in it, without the white space around them.

    `text` is one block (a paragraph, a heading) of prose without markup. The spans are in order
    and together hold every character that is not white space. A sentence does not end before a
    lower-case letter, nor after a lone enumerator.
    """
    from nupunkt import sent_spans

    found: list[tuple[int, int]] = []
    for start, end in sent_spans(text):
        start, end = _trim(text, start, end)
        if start == end:
            continue
        if found and (note := NOTE_MARK.match(text, start, end)):
            found[-1] = (found[-1][0], note.end())
            start, end = _trim(text, note.end(), end)
        if found and _continues(text, found[-1], start):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _continues(text: str, last: tuple[int, int], start: int) -> bool:
    first = text[start : start + 1]
    return first.islower() or bool(ENUMERATOR.fullmatch(text, *last))
