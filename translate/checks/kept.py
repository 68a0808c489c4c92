"""What must come out as it went in: placeholders, URLs, addresses, letters."""

import re
from collections import Counter

from translate.inline import PLACEHOLDER, verbatim

# Of models, and of msgcat, which writes translations that differ below each other.
SIGNS = ("\ufffd", "⁇", "▁", "<unk>", "</s>", "#-#-#-#-#")


def placeholders(source: str, translation: str) -> str:
    """Find a placeholder that is lost, doubled or made up."""
    if "⟦" not in source and "⟦" not in translation:
        return ""
    wanted = Counter(PLACEHOLDER.findall(source))
    found = Counter(PLACEHOLDER.findall(translation))
    if lost := wanted - found:
        return f"lost ⟦{min(lost)}⟧"
    if more := found - wanted:
        return f"{'doubled' if min(more) in wanted else 'made up'} ⟦{min(more)}⟧"
    return "" if translation.count("⟦") == found.total() else "made up a placeholder"


def unreadable(source: str, translation: str) -> str:
    """Find what programs write for a letter that they lack, or leave of their own signs."""
    bad = next((sign for sign in SIGNS if sign in translation and sign not in source), "")
    return f"unreadable “{bad}”" if bad else ""


def protected(source: str, translation: str) -> str:
    """Find a URL, e-mail address, handle or file name that is not in the translation as it was."""
    for match in verbatim(source):
        if not re.search(re.escape(match[0]) + r"(?!\w)", translation):
            return f"changed {match[0]}"
    return ""
