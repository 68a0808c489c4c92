"""Other people's programs: what they write is read, and left as it is where nothing changes.

Each test runs the real program. `git diff` decides what a change is.
"""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.engines import engine, upper
from tests.programs import GETTEXT, OTHERS, Tool, filtered, poedit, program, through_xliff, weblate
from translate import catalog
from translate.draft import Outcome, Settings, draft
from translate.entry import Entry, State, state

TITLE = "The night ferry & its “last” harbour"
REVIEWED = (
    "The ferry that crosses the strait at night will stop running in spring, the council said, "
    "because nobody pays for the <em>light</em> on the pier."
)
DRAFTED = (
    "Nobody on board believes that it will ever come back, said the baker who has taken it to the "
    "market every morning for thirty years — and who will not buy a car."
)
EDITED = "He wrote half of C:\\ferry\\notes.txt on the way."
STALE = "The last trip is on the first of May."
GONE = "A pilot who lives on the island wants to buy the old boat."
POST = f"# {TITLE}\n\n{REVIEWED} {DRAFTED}\n\n{EDITED}\n\n{STALE}\n\n{GONE}\n"
TURKISH = {
    REVIEWED: (
        "Boğazı gece geçen vapur ilkbaharda çalışmayı bırakacak, dedi belediye meclisi, çünkü "
        "iskeledeki <em>ışığın</em> parasını ödeyen yok."
    ),
    EDITED: 'Yolda C:\\\\ferry\\\\notes.txt dosyasının \\"yarısını\\" yazdı.',
    STALE: "Son sefer 1 Mayıs'ta.",
    GONE: "Adada oturan bir kılavuz eski tekneyi satın almak istiyor.",
}
LATER = POST.replace(STALE, STALE.replace("first", "third")).replace(GONE, "")
EXPECTED = {
    TITLE: State.DRAFT,
    REVIEWED: State.REVIEWED,
    DRAFTED: State.DRAFT,
    EDITED: State.EDITED,
    STALE.replace("first", "third"): State.STALE,
    GONE: State.OBSOLETE,
}


def run(folder: Path) -> Outcome:
    settings = Settings(folder / "locales", "upper 1.0", "en")
    files = [("ferry", folder / "en/ferry.md")]
    (outcome,) = draft(files, settings, lambda: engine(upper), print)
    return outcome


def po(folder: Path) -> Path:
    return folder / "locales/tr/LC_MESSAGES/ferry.po"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site with an entry in each state, and a translator's word on one."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en/ferry.md").write_text(POST, encoding="utf-8")
    run(tmp_path)
    text = po(tmp_path).read_text(encoding="utf-8")
    for msgid, msgstr in TURKISH.items():
        escaped = msgid.replace("\\", "\\\\")
        text = re.sub(
            rf'(#, fuzzy\n)(msgid "{re.escape(escaped)}"\n)msgstr ".*"',
            lambda found, msgid=msgid, msgstr=msgstr: (
                (found[1] if msgid == EDITED else "") + f'{found[2]}msgstr "{msgstr}"'
            ),
            text,
        )
    text = text.replace("# machine", "# Müdüre sor: “vapur” mu?\n# machine", 1)
    po(tmp_path).write_text(text, encoding="utf-8")
    (tmp_path / "en/ferry.md").write_text(LATER, encoding="utf-8")
    run(tmp_path)
    assert {entry.msgid: state(entry) for entry in entries(tmp_path)} == EXPECTED
    return tmp_path


def entries(folder: Path) -> tuple[Entry, ...]:
    found = catalog.read(po(folder))
    assert found is not None
    return found.entries


Words = tuple[str, frozenset[str], str, tuple[str, ...], State]


def words(folder: Path) -> dict[str, Words]:
    """Return all that a person or the machine put into a catalog, by msgid."""
    return {
        entry.msgid: (
            entry.msgstr,
            frozenset(entry.flags),
            entry.previous,
            tuple(" ".join(entry.comments).split()),
            state(entry),
        )
        for entry in entries(folder)
    }


def hunks(before: bytes, path: Path) -> list[str]:
    """Return what `git diff` shows of a change, a text for each hunk."""
    old = path.with_suffix(".old")
    old.write_bytes(before)
    command = ["git", "diff", "--no-index", "--no-color", old, path]
    done = subprocess.run(command, capture_output=True, check=False)
    old.unlink()
    return re.split(r"^@@.*@@.*\n", done.stdout.decode(), flags=re.MULTILINE)[1:]


needs_gettext = pytest.mark.skipif(shutil.which("msgcat") is None, reason="gettext is missing")

TOOLS = [
    *(pytest.param(tool, id=name, marks=needs_gettext) for name, tool in GETTEXT.items()),
    *(pytest.param(tool, id=name) for name, tool in OTHERS.items()),
]


# What holds after each of them


def assert_kept(site: Path, tool: Tool) -> None:
    before = words(site)
    tool(po(site))
    assert words(site) == before
    written = po(site).read_bytes()
    assert run(site).status == "unchanged"
    assert po(site).read_bytes() == written


def assert_one_hunk(site: Path, tool: Tool, sentence: str) -> None:
    """Edit a sentence of the post after the tool has been at work; one entry changes."""
    tool(po(site))
    before, header = po(site).read_bytes(), head(site)
    post = site / "en/ferry.md"
    post.write_text(post.read_text("utf-8").replace(sentence, f"Today {sentence}"), "utf-8")
    run(site)
    (hunk,) = hunks(before, po(site))
    changed = "".join(line[1:] for line in hunk.splitlines() if line[0] in "+-")
    for other in EXPECTED:
        assert other == sentence or other[-20:] not in changed
    assert head(site) == header


def head(site: Path) -> str:
    found = catalog.read(po(site))
    return found.header if found else ""


@pytest.mark.parametrize("tool", TOOLS)
def test_no_word_is_lost_and_nothing_is_written_after(site: Path, tool: Tool) -> None:
    assert_kept(site, tool)


@pytest.mark.parametrize("sentence", [DRAFTED, REVIEWED, EDITED], ids=lambda text: text[:6])
@pytest.mark.parametrize("tool", TOOLS)
def test_an_edit_of_one_sentence_is_one_hunk(site: Path, tool: Tool, sentence: str) -> None:
    assert_one_hunk(site, tool, sentence)


@needs_gettext
def test_msgfmt_finds_no_error_and_counts_what_we_count(site: Path) -> None:
    command = ["msgfmt", "--check", "--statistics", "--output-file=/dev/null", po(site)]
    done = subprocess.run(command, capture_output=True, env={"LC_ALL": "C"}, check=True)
    assert done.stderr.decode() == "1 translated message, 4 fuzzy translations.\n"


def test_headers_that_we_do_not_know_stay(site: Path) -> None:
    poedit(po(site))
    post = site / "en/ferry.md"
    post.write_text(post.read_text("utf-8") + "\nA new sentence stands at the end.\n", "utf-8")
    assert run(site).status == "drafted"
    for field in ("X-Generator: Poedit 3.4.2", "X-Poedit-Basepath: ..", "Ayşe <a@example.org>"):
        assert field in head(site)


TOOLKIT: dict[str, Callable[[Path], Tool]] = {
    "Weblate's way, 77 columns": lambda toolkit: weblate(toolkit, 77),
    "Weblate's way, no wrapping": lambda toolkit: weblate(toolkit, -1),
    "pofilter, pomerge": filtered,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", TOOLKIT)
def test_the_toolkit_loses_no_word_and_nothing_is_written_after(
    site: Path, toolkit: Path, name: str
) -> None:
    assert_kept(site, TOOLKIT[name](toolkit))


@pytest.mark.slow
@pytest.mark.parametrize("name", TOOLKIT)
def test_after_the_toolkit_an_edit_of_one_sentence_is_one_hunk(
    site: Path, toolkit: Path, name: str
) -> None:
    assert_one_hunk(site, TOOLKIT[name](toolkit), DRAFTED)


@pytest.mark.slow
def test_xliff_forgets_what_was_stale_or_obsolete_and_no_word(site: Path, toolkit: Path) -> None:
    before = words(site)
    through_xliff(toolkit)(po(site))
    for msgid, (msgstr, _, _, comments, was) in words(site).items():
        assert (msgstr, comments) == (before[msgid][0], before[msgid][3])
        forgets = {State.STALE: State.EDITED, State.OBSOLETE: State.REVIEWED}
        assert was == forgets.get(before[msgid][-1], before[msgid][-1])
    written = po(site).read_bytes()
    run(site)
    (hunk,) = hunks(written, po(site))
    assert f'-msgid "{GONE}"' in hunk
    assert f'+#~ msgid "{GONE}"' in hunk
    assert_one_hunk(site, lambda _: None, DRAFTED)


@pytest.mark.slow
def test_what_is_reviewed_in_weblate_is_reviewed_here(site: Path, toolkit: Path) -> None:
    weblate(toolkit, 77, DRAFTED, "Vapurdaki kimse inanmıyor.")(po(site))
    assert run(site).status == "unchanged"
    assert words(site)[DRAFTED][0] == "Vapurdaki kimse inanmıyor."
    assert words(site)[DRAFTED][-1] is State.REVIEWED
    assert "X-Generator: Weblate 5.15" in head(site)


@pytest.mark.slow
def test_pofilter_reads_all_entries_and_calls_none_of_ours_broken(
    site: Path, toolkit: Path
) -> None:
    command = [toolkit / "pofilter", "--progress=none", "--test=xmltags", "--test=escapes"]
    assert program(*command, po(site)) == b""
