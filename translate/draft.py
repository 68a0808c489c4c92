"""Posts → catalogs: what is new is drafted, what a person wrote stays."""

import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from translate import (
    batches,
    compendium,
    inline,
    merge,
    names,
    orphans,
    place,
    recall,
    terms,
    whose,
)
from translate import catalog as po
from translate.catalog import Catalog
from translate.comments import Offer, one_line
from translate.entry import (
    Entry,
    State,
    by_person,
    drafted,
    failed,
    machine,
    offers,
    state,
    with_offers,
)
from translate.errors import TranslateError
from translate.files import ChangedError, Seen, within
from translate.glossary import Glossary
from translate.hypothesis import Asking, Draft, Engine
from translate.inline import Plain
from translate.orphans import Orphan
from translate.post import Post, Segment, prose
from translate.read import judge, read
from translate.recall import Library
from translate.terms import Ask
from translate.wordpress.item import USUAL, Selection

# Sentences for each thread of the engine that go into a batch. Enough to decode those of about
# equal length together, few enough that progress shows and an interrupt loses little.
AT_A_TIME = 150
# Enough to measure the engine's speed within a few seconds.
SAMPLE = 100


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run of drafting is asked to do."""

    locales: Path
    package: str  # the label that drafts are signed with
    source: str | None = None  # the language to take posts for, whatever is detected
    redraft: bool = False  # renew machine drafts and failures too
    below: float | None = None  # of drafts, only those with less confidence
    comments: bool = False  # what readers wrote below a post as well
    glossary: Glossary = field(default_factory=Glossary)
    threads: int = 2  # of the engine
    selection: Selection = USUAL  # of an export
    compendia: tuple[Path, ...] = ()  # more for the translation memory
    as_new: bool = False  # draft what looks like a renamed post as a new one


@dataclass(frozen=True, slots=True)
class Wanted:
    """A sentence to draft."""

    segment: Segment
    plain: Plain
    ask: Ask
    alts: tuple["Wanted", ...] = ()  # the alt texts of images in it

    @property
    def asks(self) -> tuple[Ask, ...]:
        """What the engine is asked: the sentence, then its alt texts."""
        return (self.ask, *(alt.ask for alt in self.alts))


@dataclass(frozen=True, slots=True)
class Plan:
    """What drafting a post comes to."""

    post: Post
    target: Path  # of the catalog
    seen: Seen  # what that file held
    catalog: Catalog  # with an entry for each sentence, those to draft still without translation
    wanted: tuple[Wanted, ...]
    recalled: int  # sentences whose translation the memory gave
    library: Callable[[], Library]

    @property
    def words(self) -> int:
        """The number of source words to draft."""
        return sum(len(wanted.segment.text.split()) for wanted in self.wanted)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a post, or of a file that could not be read."""

    post: str  # its label
    status: str  # "drafted", "unchanged", "skipped" or "refused"
    detail: str = ""  # the reason of the last two; whose words went before ours
    recalled: int = 0  # from the memory
    drafted: int = 0
    failed: int = 0


def draft(
    files: Iterable[tuple[str, Path]],
    settings: Settings,
    load: Callable[[], Engine],
    progress: Callable[[int, int], None],
) -> Iterator[Outcome]:
    """Draft what is new in the posts and write their catalogs, some posts at a time.

    `load` is called once there is something to draft, and not otherwise. `progress` hears how many
    sentences are done of those that were found so far. A file that is refused does not keep the
    others from being done.
    """
    ready = cache(load)
    yield from batches.together(
        (_drafting(item, settings, ready) for item in plans(files, settings)),
        AT_A_TIME * settings.threads,
        progress,
    )


def _drafting(
    item: Plan | Outcome, settings: Settings, load: Callable[[], Engine]
) -> Asking[Outcome]:
    """Draft what a post wants and write its catalog."""
    if isinstance(item, Outcome):
        return item
    asks = _asks([item])
    drafts = (yield from terms.drafts(load(), asks)) if asks else []
    return _written(item, dict(zip(asks, drafts, strict=True)), settings)


def plans(files: Iterable[tuple[str, Path]], settings: Settings) -> Iterator[Plan | Outcome]:
    """Yield for each post what drafting it comes to, or its outcome if it is not drafted.

    Raises `TranslateError` for a compendium that cannot be read, before anything is planned.
    """
    theirs = [unit for path in settings.compendia for unit in compendium.read(path)]
    library = cache(lambda: recall.library(settings.locales, theirs, settings.selection))
    files, told = tuple(files), set[str]()
    lost = cache(lambda: orphans.find(settings.locales, {name for name, _ in files}))
    for name, path in files:
        try:
            for post in read(name, path, settings.selection):
                item = _plan_or_outcome(post, settings, library, lost)
                told.add("" if isinstance(item, Plan) else item.detail)
                yield item
        except TranslateError as error:
            yield Outcome(str(path), "refused", str(error))
    if library.cache_info().currsize:
        for catalog, reason in library().left_out.items():
            if f"{catalog}: {reason}" not in told:
                yield Outcome(catalog, "skipped", f"left out of the memory: {reason}")


def _plan_or_outcome(
    post: Post,
    settings: Settings,
    library: Callable[[], Library],
    lost: Callable[[], list[Orphan]],
) -> Plan | Outcome:
    reading = judge(post, settings.source)
    if not reading.verdict.language and po.path(settings.locales, post.name).exists():
        reading = judge(post, "en")  # as whoever builds or reviews it takes it
    if reading.skip:
        return Outcome(post.label, "skipped", reading.skip)
    try:
        target = within(settings.locales, po.path(settings.locales, post.name))
        old = po.read(target)
        segments = reading.post.translatable(settings.comments)
        if old is not None:
            _refuse_another(target, old, post, segments, settings)
        elif not settings.as_new and (found := orphans.origin(segments, lost())):
            return Outcome(post.label, "skipped", _question(post, found))
        return _plan(reading.post, old, settings, library)
    except TranslateError as error:
        return Outcome(post.label, "refused", str(error))


def _refuse_another(
    target: Path, catalog: Catalog, post: Post, segments: Sequence[Segment], settings: Settings
) -> None:
    """Refuse to make the catalog of one post that of another of the same name."""
    other = whose.another(catalog, post.path, segments, settings.locales)
    if other:
        place = whose.place(other, post.path, target, settings.locales)
        raise TranslateError(f"{post.path}: {target} is the catalog of {other}: move it to {place}")


def _question(post: Post, found: tuple[Path, int]) -> str:
    """Return what to decide about a post that a lost one may have become."""
    old, count = found
    command = shlex.join(["translate", "rename", str(old), str(post.path)])
    return (
        f"looks like {old} renamed, {count} of its sentences are translated there: `{command}` "
        "keeps them, `translate draft --as-new` begins anew"
    )


def _plan(
    post: Post, read: Catalog | None, settings: Settings, library: Callable[[], Library]
) -> Plan:
    target = po.path(settings.locales, post.name)
    seen = Seen(po.encode(target, read) if read else None)
    old = read or po.new(post.name)
    segments = post.translatable(settings.comments)
    merged = merge.merge(old.entries, segments, po.reference(post.path, settings.locales))
    places: dict[str, Segment] = {}
    for segment in segments:
        places.setdefault(segment.text, segment)
    entries, known = recall.fill(merged, places, library)
    wanted = [
        places[entry.msgid]
        for entry in entries
        if not entry.foreign and entry.msgid not in known and _wants_draft(entry, settings)
    ]
    asked = _wanted(wanted, segments, settings)
    recalled = sum(new is not old for new, old in zip(entries, merged, strict=True))
    filled = replace(old, entries=entries)
    return Plan(post, target, seen, filled, asked, recalled, library)


def _wanted(
    wanted: Sequence[Segment], segments: Sequence[Segment], settings: Settings
) -> tuple[Wanted, ...]:
    """Return what to ask for the wanted ones of a post's segments; all tell its names."""
    named = names.find([prose(segment) for segment in segments]) if wanted else frozenset()

    def asked(segment: Segment) -> Wanted:
        plain = inline.take_out(segment)
        alts = tuple(asked(inline.of_alt(segment, words)) for words in plain.alts)
        return Wanted(segment, plain, terms.ask(plain, settings.glossary, named), alts)

    return tuple(map(asked, wanted))


def sample(found: Sequence[Plan]) -> list[Ask]:
    """Return some of what the engine would be asked, to estimate from how long all takes."""
    asks = _asks(found)
    return asks[:: max(1, len(asks) // SAMPLE)]


def _wants_draft(entry: Entry, settings: Settings) -> bool:
    made = machine(entry)
    match state(entry):
        case State.UNTRANSLATED:
            return settings.redraft or made is None or made.package != settings.package
        case State.DRAFT if made:
            return _is_renewed(made.confidence, settings)
        case State.STALE:  # asked for an offer when it became so, which is in this run
            offered = [offer.confidence for offer in offers(entry) if offer.by_machine]
            renewed = _is_renewed(offered[0] if offered else None, settings)
            return renewed or not (entry.raw or offered)
        case _:
            return False


def _is_renewed(confidence: float | None, settings: Settings) -> bool:
    """Tell if what the machine gave with a confidence is to be renewed."""
    unsure = settings.below is None or (confidence or 0.0) < settings.below
    return settings.redraft and unsure


def _asks(found: Iterable[Plan]) -> list[Ask]:
    """Return what the engine is asked, each once."""
    return list(
        dict.fromkeys(ask for plan in found for wanted in plan.wanted for ask in wanted.asks)
    )


def _written(plan: Plan, drafts: Mapping[Ask, Draft], settings: Settings) -> Outcome:
    """Write a post's catalog; if somebody else did so since it was read, into that newer one."""
    try:
        return _write(plan, drafts, settings)
    except ChangedError:
        return _written_anew(plan, drafts, settings)
    except TranslateError as error:
        return Outcome(plan.post.label, "refused", str(error))


def _written_anew(plan: Plan, drafts: Mapping[Ask, Draft], settings: Settings) -> Outcome:
    try:
        newer = po.read(plan.target)
        if newer is None:
            raise TranslateError(f"{plan.target}: removed or renamed during the run: run it again")
        outcome = _written(_plan(plan.post, newer, settings, plan.library), drafts, settings)
    except TranslateError as error:
        return Outcome(plan.post.label, "refused", str(error))
    changed = "its catalog changed during the run: what is in it by now was kept"
    return outcome if outcome.detail else replace(outcome, detail=changed)


def _write(plan: Plan, drafts: Mapping[Ask, Draft], settings: Settings) -> Outcome:
    made = {
        wanted.segment.text: _translation(wanted, drafts)
        for wanted in plan.wanted
        if all(ask in drafts for ask in wanted.asks)
    }
    entries = tuple(
        _filled(entry, made[entry.msgid], settings.package, plan.library())
        if entry.msgid in made and not entry.foreign and not entry.obsolete
        else entry
        for entry in plan.catalog.entries
    )
    if not entries:
        return Outcome(plan.post.label, "unchanged")
    changed = po.write(plan.target, replace(plan.catalog, entries=entries), plan.seen)
    failed = sum(isinstance(result, str) for result in made.values())
    status = "drafted" if changed else "unchanged"
    return Outcome(plan.post.label, status, "", plan.recalled, len(made) - failed, failed)


def _filled(entry: Entry, result: tuple[str, float] | str, package: str, library: Library) -> Entry:
    """Return an entry with its draft or its failure; the entry itself if that is what it has.

    A draft that it has is better than none. Beside a person's words the draft is an offer.
    """
    if isinstance(result, str) and entry.msgstr:
        return entry
    if isinstance(result, str):
        new = failed(entry, package, result)
    elif by_person(entry):
        new = _offered(entry, *result)
    else:
        new = drafted(entry, result[0], package, result[1])
    new = recall.offered(new, library)
    return entry if replace(new, raw=entry.raw) == entry else new


def _offered(entry: Entry, words: str, confidence: float) -> Entry:
    """Return a person's entry with a draft as an offer, unless it says the same."""
    others = [offer for offer in offers(entry) if not offer.by_machine]
    if one_line(words) != one_line(entry.msgstr):
        others.append(Offer(f"machine {confidence:.2f}", words))
    return with_offers(entry, others)


def _translation(wanted: Wanted, drafts: Mapping[Ask, Draft]) -> tuple[str, float] | str:
    """Return a segment's translation and its confidence, or why there is none."""
    draft = drafts[wanted.ask]
    translated = (_translation(alt, drafts) for alt in wanted.alts)
    alts = [  # one that went wrong stays English
        words if isinstance(made, str) else made[0]
        for words, made in zip(wanted.plain.alts, translated, strict=True)
    ]
    try:
        text = place.put_back(wanted.segment, wanted.plain, draft.text, draft.alignment, alts)
    except place.LostError as error:
        return str(error)
    return draft.fault or (text, draft.confidence)
