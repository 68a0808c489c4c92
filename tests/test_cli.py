"""The commands as a user runs them, on the embedded model, with the network cut off."""

import json
import os
import shutil
import subprocess
import sys
import warnings
from functools import cache
from pathlib import Path

import pytest

from translate import catalog

POST = (
    "Night ferry\n\n"
    "The ferry that crosses the strait at night will stop running. "
    "Nobody on board believes that it will ever come back to the harbour.\n"
)
# A new network namespace holds no way out, not even to this machine.
OFFLINE = ["unshare", "--user", "--map-root-user", "--net"]


@cache
def offline() -> list[str]:
    """Return what to put before a command to cut it off the network, if that is allowed here."""
    tried = shutil.which("unshare") and subprocess.run([*OFFLINE, "true"], capture_output=True)
    if tried and tried.returncode == 0:
        return OFFLINE
    warnings.warn("commands run with a network: `unshare` is not allowed here", stacklevel=2)
    return []


def translate(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [*offline(), sys.executable, "-m", "translate", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    post(tmp_path, "ferry.txt", POST)
    return tmp_path


def post(site: Path, name: str, text: str) -> None:
    path = site / "corpus" / "en" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def test_draft_names_the_posts_in_which_something_was_new_and_counts_the_others(site: Path) -> None:
    post(site, "boat.txt", POST.replace("ferry", "boat"))
    translate(site, "draft")
    post(site, "ferry.txt", f"{POST}Nobody is surprised.\n")
    told = translate(site, "draft").stderr.splitlines()
    assert [line for line in told if "corpus" in line] == ["corpus/en/ferry.txt: drafted"]
    assert told[-1].startswith("1 post unchanged, 1 post drafted; 1 sentence drafted")


def test_run_does_the_main_job_and_a_second_run_changes_nothing(site: Path) -> None:
    first = translate(site, "run")
    assert first.returncode == 0
    assert first.stdout == ""
    built = (site / "corpus/tr/ferry.txt").read_text(encoding="utf-8")
    assert "vapur" in built.lower() or "feribot" in built.lower()
    assert built.endswith("Bu yazı şu dillerde de mevcut: İngilizce\n")
    before = files(site)
    assert translate(site, "run").returncode == 0
    assert files(site) == before


def test_detect_tells_what_would_be_done(site: Path) -> None:
    post(site, "short.txt", "Patience is a virtue.")
    found = translate(site, "detect", "--json")
    assert found.returncode == 0
    rows = {Path(row["post"]).name: row for row in json.loads(found.stdout)}
    assert (rows["ferry.txt"]["language"], rows["ferry.txt"]["action"]) == ("en", "draft")
    assert rows["short.txt"]["action"].startswith("skip: unsure")


def test_a_dry_run_counts_and_writes_nothing(site: Path) -> None:
    before = files(site)
    found = translate(site, "draft", "--dry-run")
    assert found.returncode == 0
    assert "3 sentences, 26 words to draft: about" in found.stderr
    assert files(site) == before


def test_review_counts_by_state(site: Path) -> None:
    translate(site, "draft")
    path = catalog.path(site / "locales", "ferry")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("#, fuzzy\n", "", 1), encoding="utf-8")
    (row,) = json.loads(translate(site, "review", "--json").stdout)
    assert (row["segments"], row["reviewed"], row["drafts"], row["percent"]) == (3, 1, 2, 33)


def test_packages_names_the_one_in_use(site: Path) -> None:
    found = translate(site, "packages")
    assert "translate-en_tr 1.0" in found.stdout
    assert "embedded" in found.stdout


@pytest.mark.parametrize("command", ["detect", "draft", "review", "build", "run", "packages"])
def test_json_is_all_there_is_on_stdout(site: Path, command: str) -> None:
    post(site, "empty.txt", "")
    rows = json.loads(translate(site, command, "--json").stdout)
    if command != "packages":
        assert {Path(row["post"]).name for row in rows} == {"ferry.txt", "empty.txt"}
        assert "is empty" in str(rows)


def test_a_terminal_without_the_letters_gets_question_marks(site: Path) -> None:
    command = [sys.executable, "-m", "translate"]
    environment = {"PYTHONIOENCODING": "ascii", "PATH": "/usr/bin"}
    for arguments in (["packages"], ["build", "--help"]):
        done = subprocess.run(
            [*command, *arguments], cwd=site, env=environment, capture_output=True
        )
        assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_json_has_every_letter_whatever_the_encoding(site: Path, encoding: str) -> None:
    (site / "corpus/en/ferry.txt").rename(site / "corpus/en/ışık.txt")
    command = [sys.executable, "-m", "translate", "detect", "--json"]
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    done = subprocess.run(command, cwd=site, env=environment, capture_output=True, check=True)
    (row,) = json.loads(done.stdout.decode(encoding))
    assert Path(row["post"]).name == "ışık.txt"


def test_the_embedded_package_needs_no_home(site: Path) -> None:
    command = [sys.executable, "-m", "translate", "draft"]
    environment = {"HOME": "/sys/nobody", "PATH": "/usr/bin"}
    done = subprocess.run(command, cwd=site, env=environment, capture_output=True)
    assert done.returncode == 0, done.stderr


def test_packages_lists_them_even_if_the_chosen_one_is_missing(site: Path) -> None:
    found = translate(site, "packages", "--package", "nowhere")
    assert found.returncode == 1
    assert "translate-en_tr 1.0" in found.stdout
    assert "nowhere" in found.stderr


@pytest.mark.parametrize("option", [["--json"], ["--package", "embedded"]])
def test_options_of_the_list_are_not_lost_on_its_commands(site: Path, option: list[str]) -> None:
    found = translate(site, "packages", *option, "use", "embedded")
    assert found.returncode == 2
    assert "not for use" in found.stderr


def test_prune_removes_what_has_no_source_and_nothing_else(site: Path) -> None:
    post(site, "other post.txt", POST)
    translate(site, "run")
    (site / "corpus/en/ferry.txt").unlink()
    assert "--prune removes it" in translate(site, "build", "--drafts").stderr
    assert (site / "corpus/tr/ferry.txt").exists()
    assert translate(site, "build", "--drafts", "--prune").returncode == 0
    assert [path.name for path in (site / "corpus/tr").iterdir()] == ["other post.txt"]
    assert catalog.path(site / "locales", "ferry").exists()


def test_the_same_decision_about_languages_holds_for_every_command(site: Path) -> None:
    post(site, "short.txt", "Patience is a virtue.")
    assert "unsure" in translate(site, "draft").stderr
    assert "unsure" in translate(site, "build", "--drafts").stderr
    translate(site, "draft", "--source", "en")
    translate(site, "build", "--drafts")
    assert (site / "corpus/tr/short.txt").exists()


# Errors are one line with the remedy, and no traceback.


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["draft", "missing.txt"], 1, "missing.txt: no such file or folder"),
        (["draft", "photo.jpg"], 1, "photo.jpg: not a format that is read"),
        (["draft", "empty"], 1, "empty: no posts in this folder"),
        (["draft", "--package", "nowhere"], 1, "nowhere: no such package folder"),
        (["draft", "--package", "empty"], 1, "empty: not a complete Argos package"),
        (["draft", "--source", "de"], 1, "translates en → tr, not de → tr"),
        (["build", "--base-url", "example.org"], 2, "a full address is needed"),
        (["build", "--min-reviewed", "101"], 2, "--min-reviewed"),
        (["translate"], 2, "No such command"),
    ],
)
def test_what_a_user_gets_wrong(site: Path, arguments: list[str], code: int, message: str) -> None:
    (site / "photo.jpg").write_bytes(b"\xff\xd8")
    (site / "empty").mkdir()
    found = translate(site, *arguments)
    assert found.returncode == code
    assert message in found.stderr
    assert "Traceback" not in found.stderr
    if code == 1:
        assert [line for line in found.stderr.splitlines() if line.startswith("error: ")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("binary.txt", b"\x7fELF\x00\x00\x01"),
        ("broken.txt", "şöyle böyle, öğle".encode() + b"\xff\xfe"),
        ("front.md", b"---\ntitle: [unclosed\n---\n\nText.\n"),
        ("toml.md", b"+++\ntitle = \n+++\n\nText.\n"),
    ],
)
def test_a_broken_post_is_refused_and_the_others_are_done(
    site: Path, name: str, content: bytes
) -> None:
    (site / "corpus" / "en" / name).write_bytes(content)
    found = translate(site, "run")
    assert found.returncode == 1
    (line,) = [line for line in found.stderr.splitlines() if line.startswith("error: ")]
    assert name in line
    assert "Traceback" not in found.stderr
    assert (site / "corpus/tr/ferry.txt").exists()


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[:-3],
        lambda text: text + text.split("\n\n", 1)[1],
        lambda text: text.replace("\n\n", "\n<<<<<<< HEAD\n\n", 1),
        lambda text: text.replace("msgstr", "msgstrr"),
    ],
    ids=["truncated", "duplicate msgids", "conflict markers", "unknown keyword"],
)
def test_a_broken_catalog_is_refused_and_left_as_it_is(site: Path, damage) -> None:
    translate(site, "draft")
    path = catalog.path(site / "locales", "ferry")
    path.write_text(damage(path.read_text(encoding="utf-8")), encoding="utf-8")
    before = files(site)
    found = translate(site, "run")
    assert found.returncode == 1
    assert "ferry.po" in found.stderr
    assert "Traceback" not in found.stderr
    assert files(site) == before


@pytest.mark.parametrize("damage", ["missing", "truncated", "another pair", "no metadata"])
def test_a_damaged_package_is_refused(site: Path, tmp_path_factory, damage: str) -> None:
    from translate.packages import EMBEDDED

    package = tmp_path_factory.mktemp("package") / "translate-en_tr-1_0"
    shutil.copytree(EMBEDDED, package)
    if damage == "missing":
        (package / "model" / "model.bin").unlink()
    elif damage == "truncated":
        with (package / "model" / "model.bin").open("r+b") as file:
            file.truncate(1_000_000)
    elif damage == "no metadata":
        (package / "metadata.json").write_text("{")
    else:
        text = (package / "metadata.json").read_text(encoding="utf-8")
        (package / "metadata.json").write_text(text.replace('"tr"', '"az"'), encoding="utf-8")
    found = translate(site, "draft", "--package", str(package))
    assert found.returncode == 1
    assert "error: " in found.stderr
    assert "Traceback" not in found.stderr
    assert not (site / "locales").exists()


@pytest.mark.skipif(
    not Path("/sys").is_dir(), reason="there is no folder that root cannot write to"
)
@pytest.mark.parametrize("option", ["--out", "--locales"])
def test_a_read_only_output_folder_is_refused(site: Path, option: str) -> None:
    found = translate(site, "run", option, "/sys/translate")
    assert found.returncode == 1
    assert "/sys/translate" in found.stderr
    assert "cannot be written" in found.stderr
    assert "Traceback" not in found.stderr


def test_help_takes_little_longer_than_importing_typer(site: Path) -> None:
    """The limit is 1.5 times; a test suite on a busy machine must not fail by chance."""
    loaded = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "translate", "--help"],
        cwd=site,
        capture_output=True,
        text=True,
        check=True,
    )
    names = [line.rpartition("|")[2].strip() for line in loaded.stderr.splitlines()]
    ours = {name for name in names if name.partition(".")[0] == "translate"}
    line = {name for name in ours if name.startswith("translate.cli")}
    light = {"translate", "translate.__main__", "translate.errors", "translate.screen"}
    assert ours - line <= light


def test_the_layout_is_that_of_a_known_generator_and_needs_no_address(site: Path) -> None:
    unknown = translate(site, "build", "--layout", "gatsby")
    assert unknown.returncode == 2
    assert "it is one of astro, eleventy, hugo, jekyll, mkdocs, pelican" in unknown.stderr
    address = ("--base-url", "https://example.org")
    assert translate(site, "build", "--layout", "hugo", *address).returncode == 2


def test_below_goes_with_redraft(site: Path) -> None:
    done = translate(site, "draft", "--below", "0.4")
    assert done.returncode == 2
    assert "--below: it goes with --redraft" in done.stderr


def test_the_glossary_is_that_of_the_locales(site: Path) -> None:
    glossary = site / "locales" / "tr" / "glossary.po"
    glossary.parent.mkdir(parents=True)
    glossary.write_text('msgid "night ferry"\nmsgstr "gece vapuru"\n', encoding="utf-8")
    assert translate(site, "draft").returncode == 0
    found = catalog.read(site / "locales" / "tr" / "LC_MESSAGES" / "ferry.po")
    assert found is not None
    assert found.entries[0].msgstr.lower() == "gece vapuru"


def test_a_broken_glossary_is_one_clear_line(site: Path) -> None:
    glossary = site / "locales" / "tr" / "glossary.po"
    glossary.parent.mkdir(parents=True)
    glossary.write_text('msgid "night ferry\n', encoding="utf-8")
    done = translate(site, "draft")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "glossary.po: line 1" in done.stderr
    assert not (site / "locales" / "tr" / "LC_MESSAGES").exists()


def test_what_is_reviewed_in_a_compendium_needs_no_drafting(site: Path) -> None:
    post(site, "ferry.txt", "Night ferry\n\nThe ferry will stop running.\n")
    (site / "all.po").write_text(
        catalog.new("all").header
        + '\nmsgid "Night ferry"\nmsgstr "Gece vapuru"\n'
        + '\nmsgid "The ferry will stop running."\nmsgstr "Vapur artık çalışmayacak."\n',
        encoding="utf-8",
    )
    arguments = ("--source", "en", "--compendium", "all.po")
    assert (
        "nothing to draft, 2 from the memory"
        in translate(site, "draft", "--dry-run", *arguments).stderr
    )
    done = translate(site, "run", *arguments)
    assert "0 sentences drafted, 0 left untranslated, 2 from the memory" in done.stderr
    assert "Vapur artık çalışmayacak." in (site / "corpus/tr/ferry.txt").read_text(encoding="utf-8")
    assert "# memory: all.po" in catalog.path(site / "locales", "ferry").read_text(encoding="utf-8")


def test_a_compendium_that_cannot_be_read_is_one_clear_line(site: Path) -> None:
    done = translate(site, "draft", "--compendium", "all.xliff")
    assert (done.returncode, done.stdout) == (1, "")
    assert (
        done.stderr == "error: all.xliff: not a format that is read: compendia end in .po, .tmx\n"
    )
    assert not (site / "locales").exists()


def test_terms_for_the_glossary_are_suggested(site: Path) -> None:
    post(site, "harbour.txt", POST + "The harbour office keeps the night ferry.\n" * 3)
    done = translate(site, "glossary", "suggest", "--json")
    terms = [row["term"] for row in json.loads(done.stdout)]
    assert "night ferry" in terms
    assert translate(site, "glossary").returncode == 2


def test_a_full_disk_behind_the_output_is_an_error_on_one_line(site: Path) -> None:
    command = [sys.executable, "-m", "translate", "detect", "--json"]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            command, cwd=site, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 1
    assert done.stderr.startswith("error: the output: No space left on device: ")
    assert len(done.stderr.splitlines()) == 1
