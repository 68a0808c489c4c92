"""A post is edited again and again while people translate it, and no word of theirs is lost."""

from dataclasses import dataclass, field, replace
from itertools import count

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from translate import catalog
from translate.catalog import Catalog
from translate.comments import Offer
from translate.entry import (
    Entry,
    State,
    change,
    drafted,
    offers,
    recalled,
    state,
    with_offers,
)
from translate.merge import merge
from translate.post import Segment

WORD = st.sampled_from("ferry captain crew left nine 12 not Reuters storm night".split())
SENTENCE = st.lists(WORD, min_size=1, max_size=8).map(lambda words: " ".join(words) + ".")
PLACE = st.integers(0, 9)


@dataclass
class Person:
    """What people wrote, and for which sentence it is reviewed."""

    words: dict[str, str] = field(default_factory=dict)  # to the sentence, "" if flagged
    remarks: list[str] = field(default_factory=list)


class Edits(RuleBasedStateMachine):
    """A post and its catalog, which is written and read again after each edit."""

    @initialize(texts=st.lists(SENTENCE, max_size=6))
    def begin(self, texts: list[str]) -> None:
        self.texts, self.past = texts, [texts]
        self.numbers = count()
        self.person = Person()
        self.file = catalog.dump(catalog.new("post"))
        self.run()

    # The author

    @rule(at=PLACE, text=SENTENCE)
    def insert(self, at: int, text: str) -> None:
        self.edit([*self.texts[:at], text, *self.texts[at:]])

    @rule(at=PLACE)
    def delete(self, at: int) -> None:
        self.edit([*self.texts[:at], *self.texts[at + 1 :]])

    @rule(at=PLACE, to=PLACE)
    def move(self, at: int, to: int) -> None:
        left = [*self.texts[:at], *self.texts[at + 1 :]]
        self.edit([*left[:to], *self.texts[at : at + 1], *left[to:]])

    @rule(at=PLACE, number=PLACE, word=WORD)
    def change(self, at: int, number: int, word: str) -> None:
        for text in self.texts[at : at + 1]:
            words = text.removesuffix(".").split()
            words[number % len(words)] = word
            self.replace(at, " ".join(words) + ".")

    @rule(at=PLACE, mark=st.sampled_from("?!"))
    def change_the_mark(self, at: int, mark: str) -> None:
        for text in self.texts[at : at + 1]:
            self.replace(at, text[:-1] + mark)

    @rule(at=PLACE, cut=PLACE)
    def split(self, at: int, cut: int) -> None:
        for text in self.texts[at : at + 1]:
            words = text.split()
            parts = " ".join(words[:cut]), " ".join(words[cut:])
            self.replace(at, *(part.rstrip(".") + "." for part in parts if part))

    @rule(at=PLACE)
    def join(self, at: int) -> None:
        if len(pair := self.texts[at : at + 2]) == 2:
            one, other = pair
            self.edit([*self.texts[:at], f"{one[:-1]} {other}", *self.texts[at + 2 :]])

    @rule()
    def undo(self) -> None:
        self.texts = self.past.pop() if len(self.past) > 1 else self.texts
        self.run()

    # People and other programs

    @rule(at=PLACE, flagged=st.booleans())
    def translate(self, at: int, flagged: bool) -> None:
        words = f"Çeviri {next(self.numbers)}."

        def by_hand(entry: Entry) -> Entry:
            self.person.words.pop(entry.msgstr, None)  # who changes words of a person is a person
            self.person.words[words] = "" if flagged else entry.msgid
            return change(entry, msgstr=words, flags=("fuzzy",) if flagged else (), previous="")

        self.work(at, by_hand)

    @rule(at=PLACE)
    def accept(self, at: int) -> None:
        def unflagged(entry: Entry) -> Entry:
            if entry.msgstr in self.person.words:
                self.person.words[entry.msgstr] = entry.msgid
            return change(entry, flags=(), previous="")

        self.work(at, unflagged)

    @rule(at=PLACE)
    def remark(self, at: int) -> None:
        words = f"Soru {len(self.person.remarks)}?"

        def asked(entry: Entry) -> Entry:
            self.person.remarks.append(words)
            return change(entry, comments=(*entry.comments, words))

        self.work(at, asked)

    @rule(at=PLACE)
    def recall(self, at: int) -> None:
        def from_memory(entry: Entry) -> Entry:
            drafted = state(entry) in (State.DRAFT, State.UNTRANSLATED)
            return recalled(entry, "Hafıza.", "other", reviewed=True) if drafted else entry

        self.work(at, from_memory)

    # What holds

    @invariant()
    def every_word_of_a_person_is_there_once(self) -> None:
        words = [entry.msgstr for entry in self.entries]
        assert [words.count(theirs) for theirs in self.person.words] == [1] * len(self.person.words)
        remarks = [line for entry in self.entries for line in entry.comments]
        assert all(remark in remarks for remark in self.person.remarks)

    @invariant()
    def nothing_is_reviewed_but_by_a_decision_on_this_sentence(self) -> None:
        for entry in self.entries:
            if state(entry) is State.REVIEWED and entry.msgstr in self.person.words:
                assert self.person.words[entry.msgstr] == entry.msgid

    @invariant()
    def the_catalog_holds_the_sentences_of_the_post(self) -> None:
        live = [entry.msgid for entry in self.entries if not entry.obsolete]
        assert live == list(dict.fromkeys(self.texts))
        assert len({entry.msgid for entry in self.entries}) == len(self.entries)

    @invariant()
    def drafts_and_offers_are_of_their_sentence(self) -> None:
        for entry in self.entries:
            if state(entry) is State.DRAFT:
                assert entry.msgstr == entry.msgid.upper()
            made = [offer.words for offer in offers(entry) if offer.by_machine]
            assert made in ([], [entry.msgid.upper()])

    @invariant()
    def a_second_run_writes_nothing(self) -> None:
        before = self.file
        self.run()
        assert self.file == before

    # How

    def replace(self, at: int, *texts: str) -> None:
        self.edit([*self.texts[:at], *texts, *self.texts[at + 1 :]])

    def edit(self, texts: list[str]) -> None:
        self.past.append(self.texts)
        self.texts = texts
        self.run()

    def work(self, at: int, hand: object) -> None:
        found = catalog.parse(self.file)
        entries = [
            hand(entry) if number == at and not entry.obsolete else entry
            for number, entry in enumerate(found.entries)
        ]
        self.file = catalog.dump(replace(found, entries=tuple(entries)))
        self.run()

    def run(self) -> None:
        found: Catalog = catalog.parse(self.file)
        segments = [
            Segment(text, text, "paragraph", f"paragraph {number}", number, number)
            for number, text in enumerate(self.texts, 1)
        ]
        merged = merge(found.entries, segments, "en/post.md")
        self.file = catalog.dump(replace(found, entries=tuple(map(filled, merged))))
        self.entries = catalog.parse(self.file).entries


def filled(entry: Entry) -> Entry:
    """Return an entry with what drafting gives it."""
    if state(entry) is State.UNTRANSLATED:
        return drafted(entry, entry.msgid.upper(), "upper 1.0", 0.5)
    offered = any(offer.by_machine for offer in offers(entry))
    if state(entry) is State.STALE and not entry.raw and not offered:
        return with_offers(entry, [*offers(entry), Offer("machine 0.50", entry.msgid.upper())])
    return entry


TestEdits = Edits.TestCase
TestEdits.settings = settings(max_examples=100, stateful_step_count=20)
