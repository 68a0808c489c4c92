"""How much a draft can be trusted, from what the model says of it.

`python -m tests.benchmarks.confidence` fits the numbers below on one test set and tells what they
are worth on another.
"""

import math

# Logistic regression on newstest2018 of "chrF against the reference is 30 or more": it sets the
# order. The shorter a sentence, the oftener it goes wrong altogether.
PER_LOGPROB = 5.929
PER_LOG_LENGTH = 1.77
# The same, of "chrF is 45 or more" from that order alone: it sets the level, so that a confidence
# is a probability, and the drafts of a post do not all have 0.95.
SLOPE = 0.485
INTERCEPT = -1.158


def confidence(logprob: float, length: int) -> float:
    """Return the probability, 0 to 1, that a person would keep about half of a draft's letters.

    `logprob` is the mean log-probability of the draft's pieces, `length` the source's number of
    pieces.
    """
    order = PER_LOGPROB * logprob + PER_LOG_LENGTH * math.log(length + 1)
    return 1 / (1 + math.exp(-SLOPE * order - INTERCEPT))
