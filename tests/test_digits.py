"""Number words are put in digits where they are numbers and nothing else."""

import pytest

from translate.digits import edits
from translate.hypothesis import edited


@pytest.mark.parametrize(
    ("text", "put"),
    [
        ("The thirteen states had seven ferries.", "The 13 states had 7 ferries."),
        ("Nineteen of the injured left.", "19 of the injured left."),
        ("Twenty-four pilots, thirty four ships.", "24 pilots, 34 ships."),
        ("He came eleventh, then twenty-second.", "He came 11th, then 22nd."),
        ("On the twelfth and the thirtieth floor.", "On the 12th and the 30th floor."),
        ("Sixty-six million years, ten thousand seas.", "66 million years, 10 thousand seas."),
        ("A twenty-five-year-old, a fifty-cent coin.", "A 25-year-old, a 50-cent coin."),
    ],
)
def test_numbers_are_put_in_digits(text: str, put: str) -> None:
    assert edited(text, edits(text)) == put


@pytest.mark.parametrize(
    "text",
    [
        "One of the two came first, a third came second.",
        "She read of the Seven Sisters and Eleven Madison Park.",
        "Two hundred and fifty, five hundred, one thousand and twelve.",
        "Seven and a half years had gone by.",
        "Someone often attends the seventies' show.",
        "",
    ],
)
def test_other_words_stay(text: str) -> None:
    assert edited(text, edits(text)) == text
