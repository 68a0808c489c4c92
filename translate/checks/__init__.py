"""What is wrong with a translation, seen without a reference.

A check is a function from an English sentence and its Turkish translation, both plain text with
`⟦0⟧` placeholders or with the words themselves, to a reason in a few words, "" where it finds
nothing. A file holds the checks of one subject; `proofread.py` says which of them `translate
review` makes. Here are those that drafts must pass. They look for what readers of a draft cannot
see at a glance or cannot undo; they keep silent where in doubt, since a finding costs a draft. On
4,012 human translations (FLORES devtest, newstest2018) the grave ones are wrong once (three more
lines are misaligned), `negation` is three times (another line is misaligned) and `numbers` is five
times (15 more are slips of the translators). Of the model's drafts of these, 32 lost a negation.
"""

from collections.abc import Callable
from dataclasses import dataclass

from translate.checks.english import left_in_english, untranslated
from translate.checks.kept import placeholders, protected, unreadable
from translate.checks.length import runaway, truncation
from translate.checks.negation import negation as lost_negation  # else the file is hidden
from translate.checks.repeats import repetition
from translate.numerals import currency, numbers

Check = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a translation."""

    reason: str  # a few words: 'lost the number 12'
    grave: bool  # better no translation than this one


def findings(source: str, translation: str) -> tuple[Finding, ...]:
    """Return all that the checks find in a translation, most serious first."""
    return tuple(
        Finding(reason, check in GRAVE)
        for check in CHECKS
        if (reason := check(source, translation))
    )


# Most serious first.
GRAVE: tuple[Check, ...] = (
    placeholders,
    unreadable,
    protected,
    untranslated,
    truncation,
    runaway,
    repetition,
)
CHECKS: tuple[Check, ...] = (*GRAVE, lost_negation, numbers, currency, left_in_english)
