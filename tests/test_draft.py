"""Drafting posts into catalogs, with a real function as the engine and real files."""

import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.engines import Translate, engine, forgetful, upper
from translate import catalog
from translate.comments import digest, sentence
from translate.draft import Outcome, Plan, Settings, draft, plans
from translate.entry import Entry, State, machine, offers, state
from translate.glossary import Glossary, Term, new
from translate.hypothesis import Draft

PACKAGE = "upper 1.0"
NOBODY = 'msgid "Nobody on board'
SEAL = digest("NIGHT FERRY") + sentence("Night ferry")
POST = (
    "# Night ferry\n\n"
    "The ferry that crosses the strait at night will stop running, the council said. "
    "Use `timetable.csv` to see the [old times](/times).\n\n"
    "Nobody on board believes that it will ever come back.\n"
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path, POST)
    return tmp_path


def write(site: Path, text: str, name: str = "ferry.md") -> Path:
    path = site / "en" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def no_engine() -> Translate:
    raise AssertionError("nothing is new, so the engine must not be loaded")


def run(
    site: Path,
    load: Callable[[], Translate] = lambda: upper,
    package: str = PACKAGE,
    redraft: bool = False,
    below: float | None = None,
    glossary: Glossary | None = None,
) -> list[Outcome]:
    settings = Settings(
        site / "locales", package, None, redraft, below, glossary=glossary or new([])
    )
    files = sorted((path.stem, path) for path in (site / "en").iterdir())
    return list(draft(files, settings, lambda: engine(load()), print))


def po(site: Path, name: str = "ferry") -> Path:
    return site / "locales" / "tr" / "LC_MESSAGES" / f"{name}.po"


def entries(site: Path) -> dict[str, Entry]:
    found = catalog.read(po(site))
    assert found is not None
    return {entry.msgid: entry for entry in found.entries}


def edit(site: Path, old: str, new: str) -> None:
    text = po(site).read_text(encoding="utf-8")
    assert old in text
    po(site).write_text(text.replace(old, new), encoding="utf-8")


def test_a_post_becomes_a_catalog(site: Path) -> None:
    assert [outcome.status for outcome in run(site)] == ["drafted"]
    text = po(site).read_text(encoding="utf-8").split("\n\n", 2)
    assert text[1] == (
        f"# machine: upper 1.0, confidence 0.50, {SEAL}\n"
        "#. heading\n"
        "#: en/ferry.md:1\n"
        "#, fuzzy\n"
        'msgid "Night ferry"\n'
        'msgstr "NIGHT FERRY"'
    )
    assert "USE `timetable.csv` TO SEE THE [OLD TIMES](/times)." in text[2]


def test_a_second_run_writes_nothing_and_loads_no_engine(site: Path) -> None:
    run(site)
    before = po(site).stat()
    assert [outcome.status for outcome in run(site, no_engine)] == ["unchanged"]
    assert po(site).stat().st_mtime_ns == before.st_mtime_ns
    assert po(site).stat().st_ino == before.st_ino


def test_only_what_is_new_goes_to_the_engine(site: Path) -> None:
    run(site)
    asked: list[str] = []

    def listening(sentences: Sequence[str]) -> list[Draft]:
        asked.extend(sentences)
        return upper(sentences)

    write(site, POST + "\nA new sentence stands here.\n")
    run(site, lambda: listening)
    assert asked == ["A new sentence stands here."]


def test_what_is_left_of_a_post_is_too_short_to_tell_its_language_and_drafted_all_the_same(
    site: Path,
) -> None:
    run(site)
    write(site, "# Night ferry\n\nNobody on board believes it.\n")
    assert [outcome.status for outcome in run(site)] == ["drafted"]
    assert "Nobody on board believes it." in entries(site)


def test_a_sentence_of_two_posts_is_drafted_once(site: Path) -> None:
    write(site, POST, "copy.md")
    asked: list[str] = []

    def listening(sentences: Sequence[str]) -> list[Draft]:
        asked.extend(sentences)
        return upper(sentences)

    run(site, lambda: listening)
    assert len(asked) == len(set(asked)) == 4
    assert po(site, "copy").exists()


# Invariant 2: a person's words are never overwritten or dropped, flagged or not.


def test_words_without_flag_stay(site: Path) -> None:
    run(site)
    edit(site, '#, fuzzy\nmsgid "Night ferry"\nmsgstr "NIGHT', 'msgid "Night ferry"\nmsgstr "GECE')
    run(site, redraft=True)
    assert entries(site)["Night ferry"].msgstr == "GECE FERRY"
    assert state(entries(site)["Night ferry"]) is State.REVIEWED


def test_words_with_the_flag_left_stay(site: Path) -> None:
    run(site)
    edit(site, 'msgstr "NIGHT FERRY"', 'msgstr "Gece vapuru"')
    run(site, redraft=True)
    assert entries(site)["Night ferry"].msgstr == "Gece vapuru"
    assert state(entries(site)["Night ferry"]) is State.EDITED


def test_words_whose_machine_comment_was_removed_stay(site: Path) -> None:
    run(site)
    edit(site, f"# machine: upper 1.0, confidence 0.50, {SEAL}\n", "")
    run(site, lambda: forgetful, redraft=True)
    assert entries(site)["Night ferry"].msgstr == "NIGHT FERRY"
    assert state(entries(site)["Night ferry"]) is State.EDITED


def test_words_whose_source_was_edited_become_stale(site: Path) -> None:
    run(site)
    edit(site, 'msgstr "NOBODY ON', 'msgstr "Kimse ON')
    write(site, POST.replace("will ever come back", "will ever return"))
    run(site, redraft=True)
    entry = entries(site)["Nobody on board believes that it will ever return."]
    assert state(entry) is State.STALE
    assert entry.msgstr.startswith("Kimse")
    assert entry.previous == "Nobody on board believes that it will ever come back."


NEWS = POST.replace("will ever come back", "will ever return")
RETURN = "Nobody on board believes that it will ever return."


def stale_site(site: Path, **options: Any) -> Entry:
    """Have a person translate a sentence that the author then changes, and draft the post again."""
    run(site)
    edit(site, 'msgstr "NOBODY ON', 'msgstr "Kimse ON')
    write(site, NEWS)
    run(site, **options)
    return entries(site)[RETURN]


def test_what_the_machine_would_say_now_is_offered_beside_words_that_became_stale(site: Path):
    entry = stale_site(site)
    assert entry.msgstr == "Kimse ON BOARD BELIEVES THAT IT WILL EVER COME BACK."
    assert [(offer.origin, offer.words) for offer in offers(entry)] == [
        ("machine 0.50", RETURN.upper())
    ]


def test_an_offer_is_made_once(site: Path) -> None:
    stale_site(site)
    before = po(site).read_bytes()
    assert run(site, no_engine)[0].status == "unchanged"
    edit(site, *re.findall("# offer.*\n", before.decode()), "")  # a person does not want it
    assert run(site, no_engine, package="upper 2.0")[0].status == "unchanged"


def test_an_offer_that_fails_is_left_out_and_not_tried_again(site: Path) -> None:
    def at_fault(sentences: Sequence[str]) -> list[Draft]:
        return [replace(draft, fault="repeats “a”") for draft in upper(sentences)]

    entry = stale_site(site, load=lambda: at_fault)
    assert (state(entry), entry.comments) == (State.STALE, ())
    assert run(site, no_engine)[0].status == "unchanged"


def test_an_offer_is_renewed_with_the_drafts(site: Path) -> None:
    def surer(sentences: Sequence[str]) -> list[Draft]:
        return [replace(draft, confidence=0.9) for draft in upper(sentences)]

    stale_site(site)
    run(site, lambda: surer, redraft=True, below=0.4)
    assert offers(entries(site)[RETURN])[0].confidence == 0.5
    run(site, lambda: surer, redraft=True)
    assert [offer.confidence for offer in offers(entries(site)[RETURN])] == [0.9]


def test_what_a_person_says_already_is_not_offered(site: Path) -> None:
    def repeating(sentences: Sequence[str]) -> list[Draft]:
        return [replace(d, text=d.text.replace("RETURN", "COME BACK")) for d in upper(sentences)]

    run(site)
    edit(site, f"#, fuzzy\n{NOBODY}", NOBODY)
    write(site, NEWS)
    run(site, lambda: repeating)
    assert (state(entries(site)[RETURN]), entries(site)[RETURN].comments) == (State.STALE, ())


def test_an_offer_for_a_sentence_that_changed_again_is_made_anew(site: Path) -> None:
    stale_site(site)
    write(site, NEWS.replace("will ever return", "will ever sail again"))
    run(site)
    entry = entries(site)["Nobody on board believes that it will ever sail again."]
    assert [offer.words for offer in offers(entry)] == [entry.msgid.upper()]
    assert entry.previous.endswith("come back.")


def test_offers_go_once_a_person_has_decided(site: Path) -> None:
    stale_site(site)
    text = po(site).read_text(encoding="utf-8")
    kept = re.sub(r'#, fuzzy\n#\| msgid "Nobody.*\n', "", text)
    po(site).write_text(kept, encoding="utf-8")
    assert run(site, no_engine)[0].status == "drafted"
    entry = entries(site)[RETURN]
    assert (state(entry), entry.comments) == (State.REVIEWED, ())


@pytest.mark.skipif(shutil.which("msgmerge") is None, reason="gettext is missing")
def test_after_msgmerge_no_draft_stands_at_the_wrong_sentence(site: Path) -> None:
    run(site)
    edit(site, f"#, fuzzy\n{NOBODY}", NOBODY)  # accepted as it is; the others are drafts
    changed = {
        "Night ferry": "Night ferries",
        "The ferry that crosses": "The ferry which crosses",
        "come back": "return",
    }
    source = po(site).read_text(encoding="utf-8")
    for before, after in changed.items():
        source = re.sub(f'(?m)^(msgid ".*){before}', rf"\g<1>{after}", source)
        write(site, (site / "en/ferry.md").read_text(encoding="utf-8").replace(before, after))
    template = site / "posts.pot"
    template.write_text(re.sub(r'(?m)^msgstr ".+"$', 'msgstr ""', source), encoding="utf-8")
    subprocess.run(["msgmerge", "-q", "--previous", "-U", po(site), template], check=True)
    assert entries(site)["Night ferries"].msgstr == "NIGHT FERRY"

    run(site)
    found = entries(site)
    assert found["Night ferries"].msgstr == "NIGHT FERRIES"
    (ferry,) = (entry for entry in found.values() if "which" in entry.msgid)
    assert "WHICH" in ferry.msgstr
    assert {state(found[text]) for text in found if text != RETURN} == {State.DRAFT}
    assert state(found[RETURN]) is State.STALE
    assert found[RETURN].msgstr.endswith("COME BACK.")
    assert offers(found[RETURN])[0].words.endswith("RETURN.")
    assert run(site, no_engine)[0].status == "unchanged"


def test_words_whose_source_is_gone_become_obsolete(site: Path) -> None:
    run(site)
    edit(site, 'msgstr "NOBODY ON', 'msgstr "Kimse ON')
    write(site, POST.split("\n\nNobody")[0] + "\n")
    run(site, redraft=True)
    entry = entries(site)["Nobody on board believes that it will ever come back."]
    assert entry.obsolete
    assert entry.msgstr.startswith("Kimse")


def test_an_entry_that_a_run_does_not_change_keeps_its_bytes(site: Path) -> None:
    run(site)
    wrapped = 'msgid ""\n"Night "\n"ferry"\nmsgstr ""\n"NIGHT "\n"FERRY"\n'
    edit(site, 'msgid "Night ferry"\nmsgstr "NIGHT FERRY"\n', wrapped)
    write(site, POST + "\nA new sentence stands here.\n")
    run(site)
    text = po(site).read_text(encoding="utf-8")
    assert wrapped in text
    assert "A NEW SENTENCE STANDS HERE." in text


# Failures


def test_a_draft_that_lost_its_code_is_left_out_with_the_reason(site: Path) -> None:
    (outcome,) = run(site, lambda: forgetful)
    assert (outcome.drafted, outcome.failed) == (3, 1)
    entry = entries(site)["Use `timetable.csv` to see the [old times](/times)."]
    assert entry.msgstr == ""
    assert entry.comments == ("machine: failed (lost `timetable.csv`), upper 1.0",)


def test_a_failure_is_tried_again_only_with_another_package_or_if_asked(site: Path) -> None:
    run(site, lambda: forgetful)
    assert run(site, no_engine)[0].status == "unchanged"
    assert run(site, lambda: forgetful, redraft=True)[0].failed == 1
    assert run(site, lambda: upper, package="upper 2.0")[0].drafted == 1


def test_below_a_confidence_only_untouched_drafts_are_renewed(site: Path) -> None:
    def unsure(sentences: Sequence[str]) -> list[Draft]:
        return [
            replace(draft, confidence=0.2 if "Nobody" in text else 0.7)
            for text, draft in zip(sentences, upper(sentences), strict=True)
        ]

    def surer(sentences: Sequence[str]) -> list[Draft]:
        return [replace(draft, confidence=0.9) for draft in upper(sentences)]

    run(site, lambda: unsure)
    edit(site, "NIGHT FERRY", "GECE VAPURU")
    run(site, lambda: surer, redraft=True, below=0.4)
    made = {msgid: machine(entry) for msgid, entry in entries(site).items()}
    assert [(made[text].confidence, text[:6]) for text in made] == [
        (0.7, "Night "), (0.7, "The fe"), (0.7, "Use `t"), (0.9, "Nobody")
    ]  # fmt: skip
    assert entries(site)["Night ferry"].msgstr == "GECE VAPURU"


def test_below_a_confidence_failures_are_tried_again_too(site: Path) -> None:
    assert run(site, lambda: forgetful)[0].failed == 1
    assert run(site, redraft=True, below=0.1)[0].drafted == 1


def test_terms_of_the_glossary_are_in_the_drafts(site: Path) -> None:
    run(site, glossary=new([Term("night ferry", "gece vapuru")]))
    assert entries(site)["Night ferry"].msgstr == "Gece vapuru"


def test_names_of_the_post_stay_as_they_are(site: Path) -> None:
    write(site, POST + "\nThe mayor, Karl Quillfeather, told nobody about it.\n")

    def shortening(sentences: Sequence[str]) -> list[Draft]:
        return upper([text.replace("Quillfeather", "Quill") for text in sentences])

    run(site, lambda: shortening)
    (entry,) = (entry for msgid, entry in entries(site).items() if "mayor" in msgid)
    assert "Karl Quillfeather" in entry.msgstr


def test_terms_of_the_glossary_are_in_alt_texts_too(site: Path) -> None:
    write(site, POST + "\nWe sat below ![a ferry at the quay](f.png) and waited for it.\n")
    run(site, glossary=new([Term("ferry", "vapur")]))
    (entry,) = (entry for msgid, entry in entries(site).items() if "quay" in msgid)
    assert "![A vapur AT THE QUAY](f.png)" in entry.msgstr


def test_what_models_cannot_write_stays_in_an_alt_text(site: Path) -> None:
    write(site, POST + "\nWe sat below ![a 渡轮 🙂 at see.example.org](f.png) and waited for it.\n")
    run(site)
    (entry,) = (entry for msgid, entry in entries(site).items() if "waited" in msgid)
    assert "![A 渡轮 🙂 AT see.example.org](f.png)" in entry.msgstr


def test_an_alt_text_without_words_stays_and_nobody_is_asked_about_it(site: Path) -> None:
    seen: list[str] = []

    def listening(sentences: Sequence[str]) -> list[Draft]:
        seen.extend(sentences)
        return upper(sentences)

    write(site, POST + "\nWe sat below ![🙂 → 1](f.png) and waited for it.\n")
    run(site, lambda: listening)
    assert seen[4:] == ["We sat below and waited for it."]
    assert "![🙂 → 1](f.png)" in po(site).read_text(encoding="utf-8").split("msgstr")[-1]


def test_an_alt_text_that_went_wrong_stays_english(site: Path) -> None:
    write(site, POST + "\nWe sat below ![a ferry at the quay](f.png) and waited for it.\n")

    def at_fault(sentences: Sequence[str]) -> list[Draft]:
        drafts = upper(sentences)
        return [replace(d, fault="too long" if "QUAY" in d.text else "") for d in drafts]

    assert run(site, lambda: at_fault)[0].failed == 0
    (entry,) = (entry for msgid, entry in entries(site).items() if "quay" in msgid)
    assert "WE SAT BELOW ![a ferry at the quay](f.png)" in entry.msgstr


def test_what_the_engine_finds_fault_with_stays_untranslated(site: Path) -> None:
    def at_fault(sentences: Sequence[str]) -> list[Draft]:
        return [replace(draft, fault="repeats “a”") for draft in upper(sentences)]

    assert run(site, lambda: at_fault)[0].failed == 4
    text = po(site).read_text(encoding="utf-8")
    assert text.count("# machine: failed (repeats “a”), upper 1.0") == 4


def test_a_redraft_that_fails_keeps_the_draft_there_is(site: Path) -> None:
    run(site)
    before = po(site).read_bytes()
    run(site, lambda: forgetful, redraft=True)
    assert po(site).read_bytes() == before


def test_a_redraft_with_the_same_result_changes_no_byte(site: Path) -> None:
    run(site)
    before = po(site).read_bytes()
    assert run(site, redraft=True)[0].status == "unchanged"
    assert po(site).read_bytes() == before


# Several posts


def test_a_post_that_is_refused_does_not_keep_the_others_from_being_done(site: Path) -> None:
    write(site, "", "a-empty.txt")
    write(site, "---\ntitle: [\n---\n\nText.\n", "b-broken.md")
    statuses = {Path(outcome.post).name: outcome.status for outcome in run(site)}
    assert statuses == {"a-empty.txt": "refused", "b-broken.md": "refused", "ferry.md": "drafted"}


def test_a_broken_catalog_is_refused_and_left_untouched(site: Path) -> None:
    run(site)
    broken = po(site).read_bytes()[:-5]
    po(site).write_bytes(broken)
    (outcome,) = run(site, no_engine)
    assert outcome.status == "refused"
    assert str(po(site)) in outcome.detail
    assert po(site).read_bytes() == broken


def test_a_plan_counts_what_there_is_to_draft_and_writes_nothing(site: Path) -> None:
    settings = Settings(site / "locales", PACKAGE)
    (plan,) = plans([("ferry", site / "en" / "ferry.md")], settings)
    assert isinstance(plan, Plan)
    assert (len(plan.wanted), plan.words) == (4, 33)
    assert not (site / "locales").exists()
