"""Those who ask a model are answered together, each as if it had been alone."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.engines import aligned
from translate.batches import AHEAD, PATIENCE, alone, together
from translate.hypothesis import Asking, Draft, Hypotheses, Question

Ask = Callable[[Sequence[str]], Sequence[Hypotheses]]


def model(write: Callable[[str], str], calls: list[list[str]] | None = None) -> Ask:
    """Return a model that translates so; each batch that it gets is added to `calls`."""

    def ask(texts: Sequence[str]) -> list[Hypotheses]:
        if calls is not None:
            calls.append(list(texts))
        return [partial(iter, [Draft(write(text), 1, aligned(text, text))]) for text in texts]

    return ask


def asking(*questions: tuple[Ask, Sequence[str]]) -> Asking[list[str]]:
    """Ask one question after the other; the result is all that was answered."""
    heard: list[str] = []
    for ask, texts in questions:
        answers = yield Question(ask, texts)
        heard += [next(hypotheses()).text for hypotheses in answers]
    return heard


def silent(*_: int) -> None:
    """Take no note of progress."""


def test_one_who_asks_alone_is_answered_at_once() -> None:
    assert alone(asking((model(str.upper), ["a", "b"]), (model(str.title), ["c"]))) == [
        "A",
        "B",
        "C",
    ]


def test_one_who_asks_nothing_is_done_at_once() -> None:
    assert list(together([asking(), asking()], 10, silent)) == [[], []]


def test_small_questions_go_into_one_batch() -> None:
    calls: list[list[str]] = []
    upper = model(str.upper, calls)
    found = list(together([asking((upper, [text])) for text in "abcdefgh"], 8, silent))
    assert sorted(found) == [[text.upper()] for text in "abcdefgh"]
    assert calls == [["a", "b"], ["c", "d", "e", "f", "g", "h"]]  # the first goes soon


def test_a_large_question_goes_into_several() -> None:
    calls: list[list[str]] = []
    (found,) = together([asking((model(str.upper, calls), "abcdefgh"))], 3, silent)
    assert found == list("ABCDEFGH")
    assert [len(batch) for batch in calls] == [3, 3, 2]


def test_what_several_ask_is_asked_once() -> None:
    calls: list[list[str]] = []
    upper = model(str.upper, calls)
    askings = [asking((upper, ["a", "b", "a"])), asking((upper, ["b"])), asking((upper, ["a"]))]
    assert sorted(together(askings, 40, silent)) == [["A"], ["A", "B", "A"], ["B"]]
    assert calls == [["a", "b"]]


def test_what_is_asked_again_goes_with_what_others_ask_first() -> None:
    calls: list[list[str]] = []
    upper = model(str.upper, calls)
    askings = [
        asking((upper, [f"{n}{letter}" for letter in "abcd"]), (upper, [f"{n}!"])) for n in range(9)
    ]
    list(together(askings, 4, silent))
    assert len(calls) <= 9 * 5 // 4 + AHEAD


def test_the_few_questions_of_a_rare_kind_wait_for_one_another_but_not_for_long() -> None:
    usual: list[list[str]] = []
    rare: list[list[str]] = []
    seen: list[int] = []

    def noting(texts: Sequence[str]) -> Sequence[Hypotheses]:
        seen.append(len(usual))
        return model(str.upper, rare)(texts)

    upper = model(str.upper, usual)
    askings = [
        asking((upper, [f"{n}{letter}" for letter in "abcd"]), (noting, [str(n)]))
        for n in range(40)
    ]
    list(together(askings, 4, silent))
    assert 40 / (PATIENCE + 2) <= len(rare) <= 2 + 40 / (PATIENCE - 1)
    assert max(later - earlier for earlier, later in pairwise(seen)) <= PATIENCE + AHEAD


def test_no_more_are_begun_than_it_takes_to_fill_the_batches() -> None:
    begun: list[int] = []
    upper = model(str.upper)

    def coming() -> Iterator[Asking[list[str]]]:
        for number in range(100):
            begun.append(number)
            yield asking((upper, [f"{number}{letter}" for letter in "abcd"]))

    next(together(coming(), 8, silent))
    assert len(begun) <= (AHEAD + 1) * 8 / 4


def test_progress_comes_to_its_end() -> None:
    heard: list[tuple[int, int]] = []
    upper = model(str.upper)
    askings = [asking((upper, [f"{n}a", f"{n}b"]), (upper, [f"{n}c"])) for n in range(10)]
    list(together(askings, 4, lambda done, known: heard.append((done, known))))
    assert heard[-1] == (30, 30)
    assert all(done <= known for done, known in heard)
    assert heard == sorted(heard)


TEXTS = st.lists(st.sampled_from("abcdefghijkl"), max_size=6)
QUESTIONS = st.lists(st.tuples(st.booleans(), TEXTS), max_size=4)


@given(st.lists(QUESTIONS, max_size=8), st.integers(1, 9))
def test_each_hears_what_it_would_hear_alone(
    plan: list[list[tuple[bool, list[str]]]], size: int
) -> None:
    calls: list[list[str]] = []
    upper, twice = model(str.upper, calls), model(lambda text: text * 2, calls)

    def all_askings() -> list[Asking[list[str]]]:
        return [asking(*((upper if kind else twice, texts) for kind, texts in one)) for one in plan]

    found = list(together(all_askings(), size, silent))
    assert all(0 < len(batch) <= size for batch in calls)
    assert sorted(found) == sorted(alone(one) for one in all_askings())
