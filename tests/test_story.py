"""A year in the life of a site: whatever happens to it, no word of a person is lost. Slow.

Posts are written, edited, renamed and removed; a person reviews a part of what is drafted and opens
catalogs with other programs; runs are killed. All of it is scripted, by chance that is seeded.
"""

import os
import shutil
import signal
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

import pytest

from tests.engines import engine, upper
from tests.processes import child, die_at, ended
from tests.programs import GETTEXT, Tool, babel, filtered, through_xliff, weblate, with_polib
from translate import build, catalog
from translate.draft import Outcome, Settings, draft
from translate.entry import State, change, state
from translate.read import find
from translate.rename import rename

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("msgcat") is None, reason="gettext is missing"),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork"),
]

WEEKS = 52
POSTS = 30
KEPT = (State.REVIEWED, State.EDITED, State.STALE, State.OBSOLETE)

WHO = "baker captain doctor farmer gardener nurse painter pilot sailor teacher".split()
DID = "has sold|will repair|cannot find|remembers|did not paint|wants to photograph".split("|")
HOW = "old new green broken heavy famous".split()
WHAT = "boat bridge clock garden house letter map window".split()
WHEN = "in the morning|before winter|after the storm|on 3 May|in 2019|at night".split("|")
WHY = (
    "because <em>nobody</em> asked|although the [council](/council) said no|and `ls` shows it|"
    "as everybody in the harbour knows|which is what the “report” says|for 1,200 euros"
).split("|")


@dataclass
class Site:
    """A folder of posts with its catalogs, and what its author and its translator remember."""

    folder: Path
    tools: dict[str, Tool]
    chance: Random = field(default_factory=lambda: Random(2026))  # noqa: S311 - no secrets
    posts: dict[str, list[list[str]]] = field(default_factory=dict)  # name → paragraphs
    human: dict[str, str] = field(default_factory=dict)  # a person's words → their msgid
    events: Counter[str] = field(default_factory=Counter)
    written: int = 0  # translations that the person has written

    @property
    def locales(self) -> Path:
        return self.folder / "locales"

    def catalogs(self) -> list[Path]:
        return sorted(self.locales.rglob("*.po"))

    def told(self, event: str) -> None:
        self.events[event] += 1


# The author


def sentence(chance: Random) -> str:
    parts = [WHO, DID, HOW, WHAT, WHEN, WHY]
    who, did, how, what, when, why = map(chance.choice, parts)
    return f"The {who} {did} the {how} {what} {when}, {why}."


def paragraph(chance: Random) -> list[str]:
    return [sentence(chance) for _ in range(chance.randint(2, 4))]


def save(site: Site, name: str) -> None:
    path = site.folder / "en" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(rendered(name, site.posts[name]), encoding="utf-8")


def rendered(name: str, paragraphs: list[list[str]]) -> str:
    body = [" ".join(sentences) for sentences in paragraphs]
    title = f"News of {Path(name).stem.replace('-', ' ')}"
    match Path(name).suffix:
        case ".html":
            inside = "".join(f"<p>{text}</p>\n" for text in body)
            return f"<html><body><article><h1>{title}</h1>\n{inside}</article></body></html>\n"
        case ".md":
            return f"# {title}\n\n" + "\n\n".join(body) + "\n"
        case _:
            return f"{title}\n\n" + "\n\n".join(body) + "\n"


def write_post(site: Site, number: int) -> None:
    folder = site.chance.choice(["", "harbour/", "2025/town/"])
    name = (
        f"{folder}{site.chance.choice(WHAT)}-{number}{site.chance.choice(['.md', '.txt', '.html'])}"
    )
    site.posts[name] = [paragraph(site.chance) for _ in range(site.chance.randint(2, 4))]
    save(site, name)


def edit(site: Site) -> None:
    """Change a post as authors do: a word, a sentence more or less, one that moves away."""
    name = site.chance.choice(sorted(site.posts))
    paragraphs = site.posts[name]
    place = site.chance.choice(paragraphs)
    at = site.chance.randrange(len(place))
    kind = site.chance.choice(
        "word|word|quotes|number|added|removed|moved|split|order|to another".split("|")
    )
    site.told(f"edited: {kind}")
    match kind:
        case "word":
            old = next((word for word in HOW if word in place[at].split()), HOW[0])
            place[at] = place[at].replace(f" {old} ", f" {site.chance.choice(HOW)} ")
        case "quotes":
            place[at] = place[at].replace("“report”", '"report"')
        case "number":
            place[at] = place[at].replace("1,200", "2,100").replace("2019", "2020")
        case "added":
            place.insert(at, sentence(site.chance))
        case "removed" if len(place) > 1:
            place.pop(at)
        case "moved":
            site.chance.choice(paragraphs).append(place.pop(at))
        case "split":
            place[at] = place[at].replace(", ", ". Well, ", 1)
        case "order":
            site.chance.shuffle(paragraphs)
        case "to another":
            other = site.chance.choice(sorted(site.posts))
            site.posts[other][0].append(place.pop(at))
            save(site, other)
    paragraphs[:] = [sentences for sentences in paragraphs if sentences] or [paragraph(site.chance)]
    save(site, name)


def rename_post(site: Site, number: int) -> None:
    """Rename a post with the command, or rename its file and let the command follow."""
    name = site.chance.choice(sorted(site.posts))
    new = f"moved/{site.chance.choice(WHAT)}-{number}{Path(name).suffix}"
    old_path, new_path = site.folder / "en" / name, site.folder / "en" / new
    new_path.parent.mkdir(exist_ok=True)
    if site.chance.random() < 0.5:
        old_path.rename(new_path)
    list(rename(old_path, new_path, build.Settings(site.locales, site.folder / "tr")))
    site.posts[new] = site.posts.pop(name)
    site.told("renamed")


def remove_post(site: Site) -> None:
    name = site.chance.choice(sorted(site.posts))
    (site.folder / "en" / name).unlink()
    del site.posts[name]
    site.told("removed")


# The translator


def review(site: Site) -> None:
    """Correct some entries of a catalog: most are then reviewed, of some she is not sure yet."""
    path = site.chance.choice(site.catalogs())
    found = catalog.read(path)
    assert found is not None
    entries = list(found.entries)
    awaiting = [
        number
        for number, entry in enumerate(entries)
        if not entry.obsolete and (entry.fuzzy or site.chance.random() < 0.1)
    ]
    for number in site.chance.sample(awaiting, min(len(awaiting), 4)):
        entry = entries[number]
        words = f"İnsan sözü {site.written}: {entry.msgid[:20].strip()} “şöyle” \\ değil…"
        site.human.pop(entry.msgstr, None)  # her own words, which she replaces
        site.human[words] = entry.msgid
        site.written += 1
        flags = ("fuzzy",) if site.chance.random() < 0.2 else ()
        entries[number] = change(entry, msgstr=words, flags=flags, previous="")
    catalog.write(path, replace(found, entries=tuple(entries)))
    site.told("reviewed")


def open_elsewhere(site: Site) -> None:
    """Open a catalog in another program, which writes it in its own way."""
    name = site.chance.choice(sorted(site.tools))
    site.tools[name](site.chance.choice(site.catalogs()))
    site.told(f"saved by {name}")


# The program


def run(site: Site) -> list[Outcome]:
    files = find([site.folder / "en"]).files
    settings = Settings(site.locales, "upper 1.0", "en")
    return list(draft(files, settings, lambda: engine(upper), lambda *_: None))


def run_and_die(site: Site) -> None:
    def work() -> None:
        die_at(site.chance.randint(1, 40))
        run(site)

    code = ended(child(work))
    site.chance.random()  # the child has its own chance from here
    assert code in (0, -signal.SIGKILL)
    site.told("killed" if code else "killed too late")


def found_words(site: Site) -> Iterator[tuple[str, State]]:
    for path in site.catalogs():
        found = catalog.read(path)
        for entry in found.entries if found else ():
            yield entry.msgstr, state(entry)


def lost(site: Site) -> list[str]:
    """Return what a person wrote and no catalog holds any more as a person's."""
    there = {words for words, how in found_words(site) if how in KEPT}
    return [words for words in site.human if words not in there]


# The year


@pytest.fixture
def site(tmp_path: Path, toolkit: Path) -> Site:
    tools = {
        **GETTEXT,
        # The others of `OTHERS` write what gettext 0.21 and polib cannot read: a BOM, "#=" lines.
        "Babel": babel,
        "polib": with_polib,
        "Weblate": weblate(toolkit, 77),
        "XLIFF and back": through_xliff(toolkit),
        "pofilter": filtered(toolkit),
    }
    site = Site(tmp_path, tools)
    for number in range(POSTS):
        write_post(site, number)
    return site


def week(site: Site, number: int) -> None:
    for _ in range(4):
        edit(site)
    for _ in range(3):
        review(site)
    for _ in range(2):
        open_elsewhere(site)
    if number % 6 == 1:
        rename_post(site, POSTS + number)
    if number % 8 == 2:
        remove_post(site)
        write_post(site, 2 * POSTS + number)
    if number % 2:
        run_and_die(site)


def test_a_year_in_the_life_of_a_site(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    run(site)
    for number in range(WEEKS):
        week(site, number)
        assert not lost(site), f"week {number}"
        refused = [outcome for outcome in run(site) if outcome.status == "refused"]
        assert not refused
        assert not lost(site), f"week {number}, after the run"
        assert {outcome.status for outcome in run(site)} == {"unchanged"}
    counts = Counter(
        {words: how for words, how in found_words(site) if words in site.human}.values()
    )
    told = ", ".join(f"{counts[how]} {how}" for how in KEPT)
    with capsys.disabled():  # what the story was told for
        print(f"\n{len(site.human)} translations of a person after a year: {told}")  # noqa: T201
        print(dict(sorted(site.events.items())))  # noqa: T201
    assert len(site.human) > 300
    assert not [path for path in site.locales.rglob("*") if path.is_file() and path.suffix != ".po"]
    assert all(counts[how] for how in KEPT)
    assert site.events["killed"] > 10
