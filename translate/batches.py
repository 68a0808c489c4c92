"""Many who ask a model a little each → few large batches.

A model takes three sentences nearly as long as thirty. So what one asks again, because an answer
would not do, goes with what others ask for the first time.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from translate.hypothesis import Asking, Decode, Hypotheses, Question

Result = TypeVar("Result")

# Batches on their way at once: while one is looked at, the model is not out of work.
AHEAD = 2
# Batches that the few questions of a rare kind let go by, so that more of them come together.
PATIENCE = 4


def alone(asking: Asking[Result]) -> Result:
    """Return what comes of one who asks, with every question answered by itself."""
    try:
        question = next(asking)
        while True:
            question = asking.send(question.ask(question.texts))
    except StopIteration as end:
        result: Result = end.value
        return result


def together(
    askings: Iterable[Asking[Result]], size: int, heard: Callable[[int, int], None]
) -> Iterator[Result]:
    """Yield what comes of each who asks, in the order in which they have all their answers.

    A batch holds at most `size` texts; no more of `askings` are begun than it takes to fill it.
    `heard` is told how many texts are answered of how many that were asked. What goes into a batch
    depends on the questions alone, never on the clock: the same run gives the same answers.
    """
    desk, coming = _Desk[Result](size), iter(askings)
    try:
        while True:
            while len(desk.calls) < AHEAD:
                # A model without work gets a first batch soon.
                while desk.unsent < (size if desk.calls else -(-size // 4)):
                    if (asking := next(coming, None)) is None:
                        break
                    yield from desk.go_on(asking)
                if not desk.unsent:
                    break
                desk.send()
            if not desk.calls:
                return
            yield from desk.receive()
            heard(desk.answered, desk.asked)
    finally:
        desk.pool.shutdown(wait=False, cancel_futures=True)


@dataclass(slots=True, eq=False)
class _Open(Generic[Result]):
    """One who waits for the answers to a question."""

    asking: Asking[Result]
    question: Question
    answers: dict[str, Hypotheses] = field(default_factory=dict)

    @property
    def missing(self) -> list[str]:
        return [text for text in self.question.texts if text not in self.answers]


@dataclass(slots=True)
class _Kind:
    """What there is to ask in one way."""

    unsent: dict[str, None] = field(default_factory=dict)  # in the order in which it was asked
    sent: set[str] = field(default_factory=set)
    since: int = 0  # how many batches had been sent when the oldest of the unsent was asked


@dataclass(slots=True)
class _Desk(Generic[Result]):
    size: int
    pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(AHEAD))
    open: list[_Open[Result]] = field(default_factory=list)
    kinds: dict[Decode, _Kind] = field(default_factory=dict)
    calls: deque[tuple[Decode, list[str], Future[Sequence[Hypotheses]]]] = field(
        default_factory=deque
    )
    batches: int = 0
    asked: int = 0
    answered: int = 0

    @property
    def unsent(self) -> int:
        return sum(len(kind.unsent) for kind in self.kinds.values())

    def go_on(
        self, asking: Asking[Result], answers: Sequence[Hypotheses] | None = None
    ) -> Iterator[Result]:
        """Give one who asks the answers; yield what comes of it, or note what it asks next."""
        try:
            question = next(asking) if answers is None else asking.send(answers)
            while not question.texts:
                question = asking.send([])
        except StopIteration as end:
            yield end.value
            return
        self.open.append(_Open(asking, question))
        kind = self.kinds.setdefault(question.ask, _Kind())
        new = dict.fromkeys(text for text in question.texts if text not in kind.sent)
        kind.since = kind.since if kind.unsent else self.batches
        self.asked += len(new.keys() - kind.unsent.keys())
        kind.unsent |= new

    def send(self) -> None:
        """Send the model a batch of the kind that most is asked of, or that has waited long."""

        def urgency(ask: Decode) -> tuple[bool, int]:
            kind = self.kinds[ask]
            return self.batches - kind.since >= PATIENCE, len(kind.unsent)

        ask = max((ask for ask, kind in self.kinds.items() if kind.unsent), key=urgency)
        kind = self.kinds[ask]
        texts = list(kind.unsent)[: self.size]
        kind.unsent = dict.fromkeys(list(kind.unsent)[self.size :])
        kind.sent |= set(texts)
        self.batches += 1
        kind.since = self.batches
        self.calls.append((ask, texts, self.pool.submit(ask, texts)))

    def receive(self) -> Iterator[Result]:
        """Wait for the oldest batch; yield what comes of those who now have all their answers."""
        ask, texts, answers = self.calls.popleft()
        given = dict(zip(texts, answers.result(), strict=True))
        self.kinds[ask].sent -= given.keys()
        self.answered += len(given)
        asked = [waiting for waiting in self.open if waiting.question.ask == ask]
        for waiting in asked:
            waiting.answers |= {text: given[text] for text in waiting.missing if text in given}
        ready = [waiting for waiting in asked if not waiting.missing]
        self.open = [waiting for waiting in self.open if waiting not in ready]
        for waiting in ready:
            yield from self.go_on(
                waiting.asking, [waiting.answers[text] for text in waiting.question.texts]
            )
