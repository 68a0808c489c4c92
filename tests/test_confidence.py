"""A confidence is a probability that orders drafts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.confidence import confidence


@given(st.floats(-20, 0), st.integers(0, 500))
def test_it_is_between_0_and_1(logprob: float, length: int) -> None:
    assert 0 <= confidence(logprob, length) <= 1


@given(st.floats(-5, 0), st.floats(-5, 0), st.integers(1, 100))
def test_the_surer_the_model_the_higher(one: float, other: float, length: int) -> None:
    low, high = sorted([one, other])
    assert confidence(low, length) <= confidence(high, length)


def test_short_sentences_go_wrong_oftener() -> None:
    assert confidence(-0.5, 4) < confidence(-0.5, 30)


@pytest.mark.parametrize(("logprob", "length"), [(-0.35, 25)])
def test_an_ordinary_draft_of_news_is_more_likely_good_than_not(
    logprob: float, length: int
) -> None:
    assert 0.5 < confidence(logprob, length) < 0.8
