"""Catalog files: nothing is lost, nothing broken gets in, and they are as gettext writes them."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import polib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translate.catalog import Catalog, dump, new, parse, path, read, translator, write
from translate.entry import (
    Entry,
    State,
    change,
    drafted,
    failed,
    state,
)
from translate.errors import TranslateError

needs_gettext = pytest.mark.skipif(shutil.which("msgcat") is None, reason="gettext is missing")

HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: harbour news\\n"
"PO-Revision-Date: 1970-01-01 00:00+0000\\n"
"Last-Translator: Automatically generated\\n"
"Language-Team: Turkish\\n"
"Language: tr\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"X-Generator: also-in-turkish\\n"
"""

GOLDEN = (
    HEADER
    + """
# machine: translate-en_tr 1.0, confidence 0.71, 2c904a557d
#. paragraph 3, sentence 2, under "What the pilot said"
#: corpus/en/harbour.md:14 corpus/en/long%20night.md:3
#, fuzzy
msgid "Many boats were late."
msgstr "Birçok tekne gecikti."

# A word of the translator.
#, fuzzy
#| msgid "The pilot said \\"no\\"."
msgid "The pilot said \\"maybe\\"."
msgstr "Kılavuz \\"hayır\\" dedi."

msgid "Nobody slept."
msgstr "Kimse uyumadı."

# machine: failed (a tag was lost), translate-en_tr 1.0
msgid "See <a href=\\"x\\">the log</a>."
msgstr ""

#~ msgid "Old news."
#~ msgstr "Eski haber."
"""
)

# As tools and people leave catalogs: wrapped, with plural and context, in odd spacing.
BY_TOOLS = (
    '# Harbour news\n#\nmsgid ""\nmsgstr ""\n"Language: tr\\n"\n'
    '"Content-Type: text/plain; charset=utf-8\\n"\n'
    "\n\n#, no-wrap,   fuzzy\n#: a.md\n#.\n"
    'msgctxt "menu"\nmsgid "boat"\nmsgid_plural "boats"\n'
    'msgstr[0] "tekne"\nmsgstr[1] ""\n"tekne"\n"ler"\n'
    '#= fuzzy\nmsgid ""\n"A long line that some "\n"editor has wrapped."\nmsgstr "Uzun satır."\n'
    '  msgid  "indented"\n\tmsgstr\t"girintili"  \n'
    '#: \u2068two words.md\u2069:7\nmsgid "a\tb"\nmsgstr ""\n\n\n'
    '#~ # once\n#, fuzzy\n#~| msgid "older"\n#~ msgid "old"\n#~ msgstr "eski"\n'
    'msgid "after"\nmsgstr "sonra"\n\n# The end.\n\n'
)


def po(*lines: str) -> str:
    return "\n".join([HEADER, *lines, ""])


def only(text: str) -> Entry:
    [entry] = parse(text).entries
    return entry


def gettext(program: str, *args: str | Path) -> str:
    done = subprocess.run([program, *args], capture_output=True, check=True)
    return done.stdout.decode()


def words(catalog: Catalog) -> list[tuple[str, str, bool, str, tuple[str, ...]]]:
    return [(e.msgid, e.msgstr, e.fuzzy, e.previous, e.comments) for e in catalog.entries]


# Reading


def test_an_entry_is_read_with_all_that_stands_around_it() -> None:
    first, second, third, fourth, last = parse(GOLDEN).entries
    assert first.msgid == "Many boats were late."
    assert first.msgstr == "Birçok tekne gecikti."
    assert first.notes == ('paragraph 3, sentence 2, under "What the pilot said"',)
    assert first.references == (("corpus/en/harbour.md", "14"), ("corpus/en/long%20night.md", "3"))
    assert second.comments == ("A word of the translator.",)
    assert second.previous == 'The pilot said "no".'
    assert [state(entry) for entry in (first, second, third, fourth, last)] == [
        State.DRAFT,
        State.STALE,
        State.REVIEWED,
        State.UNTRANSLATED,
        State.OBSOLETE,
    ]


def test_escapes_and_wrapped_strings_are_read_as_the_text_they_stand_for() -> None:
    entry = only(po('msgid ""', r'"a\tb\\n "', r'"\"c\"\n"', 'msgstr ""', '"d "', '"e"'))
    assert entry.msgid == 'a\tb\\n "c"\n'
    assert entry.msgstr == "d e"


def test_an_entry_tells_on_which_line_its_msgid_is() -> None:
    text = GOLDEN.replace("\n", "\r\n")
    for entry in parse(text).entries:
        assert text.split("\n")[entry.line - 1].removeprefix("#~ ").startswith("msgid ")


def test_flags_are_read_without_doubles_and_from_the_new_kind_of_line() -> None:
    entry = only(po("#, fuzzy, c-format", "#,fuzzy", "#= review", 'msgid "a"', 'msgstr "b"'))
    assert entry.flags == ("fuzzy", "c-format", "review")


def test_the_previous_msgid_is_read_as_babel_writes_it_too() -> None:
    entry = only(
        po('# | msgid ""', '# | "old "', '# | "news"', "#, fuzzy", 'msgid "a"', 'msgstr "b"')
    )
    assert (entry.previous, entry.comments) == ("old news", ())
    assert only(po("# | words of a person", 'msgid "a"', 'msgstr ""')).comments == (
        "| words of a person",
    )


def test_a_reference_to_a_path_with_spaces_is_one_reference() -> None:
    entry = only(po("#: \u2068two words.md\u2069:7 b:c.md:8 d.md", 'msgid "a"', 'msgstr ""'))
    assert entry.references == (("two%20words.md", "7"), ("b:c.md", "8"), ("d.md", ""))


def test_line_separators_of_unicode_are_text_and_no_line_ends() -> None:
    assert only(po('msgid "a\u2028b\x85c\x0cd"', 'msgstr ""')).msgid == "a\u2028b\x85c\x0cd"


def test_the_header_may_be_missing() -> None:
    catalog = parse('msgid "a"\nmsgstr "b"\n')
    assert catalog.header == ""
    assert only('msgid "a"\nmsgstr "b"\n').msgstr == "b"


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Ayşe Yılmaz <ayse@example.org>", "Ayşe Yılmaz"),
        ("Ayşe Yılmaz", "Ayşe Yılmaz"),
        ('Ayşe \\"Deniz\\""\n" Yılmaz <ayse@example.org>', 'Ayşe "Deniz" Yılmaz'),
        ("Automatically generated", ""),
        ("FULL NAME <EMAIL@ADDRESS>", ""),
        ("ayse@example.org", ""),
        ("<ayse@example.org>", ""),
        ("", ""),
    ],
)
def test_the_last_translator_has_a_name_and_no_address(header: str, name: str) -> None:
    signed = HEADER.replace("Automatically generated", header)
    assert translator(parse(signed)) == name
    assert translator(parse('msgid "a"\nmsgstr "b"\n')) == ""


def test_polib_reads_the_same_words() -> None:
    other = polib.pofile(GOLDEN)
    assert [(e.msgid, e.msgstr, e.fuzzy) for e in parse(GOLDEN).entries] == [
        (e.msgid, e.msgstr, e.fuzzy) for e in other
    ]


def test_a_large_catalog_is_read_in_seconds() -> None:
    text = GOLDEN + "".join(
        f'\n#. paragraph {n}\n#: p.md:{n}\nmsgid "Sentence {n}"\nmsgstr "Cümle {n}"\n'
        for n in range(20_000)
    )
    start = perf_counter()
    assert len(parse(text).entries) == 20_005
    assert perf_counter() - start < 10


# Refusing


@pytest.mark.parametrize(
    ("lines", "line", "reason"),
    [
        (['msgid "a"', 'msgstr "b'], 2, "not closed"),
        (['msgid "a"', 'msgstr "b\\"'], 2, "not closed"),
        (['msgid "a', 'msgstr "b"'], 1, "not closed"),
        (['msgid "a"'], 1, "no msgstr"),
        (['msgid "a"', 'msgid_plural "b"'], 1, "no msgstr"),
        (['msgctxt "a"'], 1, "no msgstr"),
        (['msgid "a"', "msgs"], 2, "neither a comment nor"),
        (['msgid "a"', "msgstr"], 2, "neither a comment nor"),
        (['msgid "a"', 'msgstr "b"', "# machine: translate-en_tr"], 3, "without their entry"),
        (['msgid "a"', 'msgstr "b"', "# offer: machine 0.71"], 3, "without their entry"),
        (['msgid "a"', 'msgstr "b"', "", "#: a.md:3"], 4, "without their entry"),
        (['msgid "a"', 'msgstr "b"', "", '#| msgid "c"'], 4, "without their entry"),
        (['msgid "a"', 'msgstr "b"', "garbage"], 3, "neither a comment nor"),
        (['msgid "a"', 'msgstr "b" "c"'], 2, "text after the string"),
        (['msgid "a"', 'msgstr "b"c"'], 2, "text after the string"),
        (['msgid "a"', 'msgtxt "b"'], 2, "unknown keyword"),
        (['msgid "a"', 'msgid "b"', 'msgstr "c"'], 2, "msgid cannot stand after msgid"),
        (['msgid "a"', 'msgstr "b"', 'msgstr "c"'], 3, "msgstr cannot stand after msgstr"),
        (["# c", 'msgstr "b"'], 2, "msgstr cannot stand at the start"),
        (['msgid "a"', 'msgstr[0] "b"'], 2, "msgstr[0] cannot stand after msgid"),
        (
            ['msgid "a"', 'msgid_plural "b"', 'msgstr[0] "c"', 'msgstr[2] "d"'],
            4,
            "msgstr[2] cannot stand after msgstr[0]",
        ),
        (["# c", '"a"'], 2, "without a keyword"),
        (['#| "a"', 'msgid "a"', 'msgstr ""'], 1, "without a keyword"),
        (['msgid "a"', "# c", 'msgstr "b"'], 2, "comment amid the entry"),
        (['#~ msgid "a"', 'msgstr "b"'], 2, '"#~"'),
        (['msgid "a\\q"', 'msgstr "b"'], 1, "\\q is no escape"),
        (['msgid "\\\\a"', 'msgstr "\\x41"'], 2, "\\x is no escape"),
        (["<<<<<<< HEAD", 'msgid "a"', 'msgstr "b"'], 1, "conflict marker"),
        (['msgid "a"', "||||||| base", 'msgstr "b"'], 2, "conflict marker"),
        (['msgid "a"', 'msgstr "b"', "=======", 'msgstr "c"'], 3, "conflict marker"),
        (['msgid "a"', 'msgstr "b"', ">>>>>>> theirs"], 3, "conflict marker"),
        (['msgid "a\x00"', 'msgstr "b"'], 1, "NUL"),
        (['msgid "a"\r\r', 'msgstr "b"'], 1, "lone carriage return"),
    ],
)
def test_a_broken_catalog_is_refused_with_line_and_remedy(
    lines: list[str], line: int, reason: str
) -> None:
    text = po(*lines).removesuffix("\n")
    with pytest.raises(TranslateError, match=re.escape(reason)) as refused:
        parse(text)
    message = str(refused.value)
    assert message.startswith(f"line {line + HEADER.count(chr(10)) + 1}: ")
    assert message.count(": ") >= 2
    assert "\n" not in message


@pytest.mark.parametrize("second", ['msgid "a"\nmsgstr "c"\n', '#~ msgid "a"\n#~ msgstr "c"\n'])
def test_duplicate_msgids_are_refused_naming_both_lines(second: str) -> None:
    with pytest.raises(TranslateError, match=r"line 4: the same msgid as in line 1: .*msguniq"):
        parse('msgid "a"\nmsgstr "b"\n\n' + second)


def test_the_same_msgid_in_another_context_is_no_duplicate() -> None:
    assert len(parse('msgid "a"\nmsgstr ""\nmsgctxt "c"\nmsgid "a"\nmsgstr ""\n').entries) == 2


def test_a_second_header_is_refused_and_so_is_one_below_entries() -> None:
    with pytest.raises(TranslateError, match="line 14: the same header as in line 1"):
        parse(HEADER + "\n" + HEADER)
    with pytest.raises(TranslateError, match="line 4: the header is not the first entry"):
        parse('msgid "a"\nmsgstr ""\n\n' + HEADER)


def test_a_charset_other_than_utf_8_is_refused_with_the_command_that_converts() -> None:
    with pytest.raises(TranslateError, match=r"ISO-8859-9, not UTF-8: .*msgconv -t UTF-8"):
        parse(HEADER.replace("UTF-8", "ISO-8859-9"))
    for header in (HEADER.replace("UTF-8", "CHARSET"), 'msgid ""\nmsgstr ""\n'):
        with pytest.raises(TranslateError, match="names no charset: write charset=UTF-8"):
            parse(header)


@pytest.mark.parametrize(
    ("charset", "encoding", "command"),
    [
        ("ISO-8859-9", "iso-8859-9", "msgconv -t UTF-8 -o"),
        # msgconv believes the header.
        ("UTF-8", "iso-8859-9", "iconv -f ISO-8859-9 -t UTF-8"),
        ("UTF-8", "utf-16", "iconv -f UTF-16 -t UTF-8"),
    ],
)
def test_what_is_not_utf_8_is_refused_with_a_command_that_converts_it(
    tmp_path: Path, charset: str, encoding: str, command: str
) -> None:
    path = tmp_path / "broken.po"
    text = HEADER.replace("UTF-8", charset) + '\nmsgid "a"\nmsgstr "ş"\n'
    path.write_bytes(text.encode(encoding))
    with pytest.raises(TranslateError, match=rf"not UTF-8: .*`{command} "):
        read(path)


def test_an_empty_file_is_refused() -> None:
    for text in ("", "\n\n", "# nothing\n", "\ufeff"):
        with pytest.raises(TranslateError, match="holds no entry"):
            parse(text)


def test_a_file_cut_off_anywhere_is_refused_or_holds_whole_entries_only() -> None:
    whole = parse(GOLDEN)
    for end in range(len(HEADER), len(GOLDEN)):
        try:
            cut = parse(GOLDEN[:end])
        except TranslateError:
            continue
        assert words(cut) == words(whole)[: len(cut.entries)]


LINES = st.lists(
    st.sampled_from(
        [*GOLDEN.splitlines(True), *BY_TOOLS.splitlines(True), "=======\n", '"a', "\\"]
    ),
    max_size=12,
)


@settings(max_examples=300)
@given(LINES)
def test_any_lines_are_refused_or_kept_byte_for_byte(lines: list[str]) -> None:
    text = "".join(lines)
    try:
        catalog = parse(text)
    except TranslateError:
        return
    assert dump(catalog) == text


# Writing


def made(*entries: Entry) -> Catalog:
    return replace(new("harbour  news"), entries=entries)


def test_a_catalog_is_written_as_designed() -> None:
    catalog = made(
        Entry("Old news.", "Eski haber.", notes=("gone",), references=(("a", "1"),), obsolete=True),
        drafted(
            Entry(
                "Many boats were late.",
                notes=('paragraph 3, sentence 2, under "What the pilot said"',),
                references=(("corpus/en/harbour.md", "14"), ("corpus/en/long night.md", "3")),
            ),
            "Birçok tekne gecikti.",
            "translate-en_tr 1.0",
            0.71,
        ),
        Entry(
            'The pilot said "maybe".',
            'Kılavuz "hayır" dedi.',
            ("fuzzy",),
            'The pilot said "no".',
            ("A word of the translator.",),
        ),
        Entry("Nobody slept.", "Kimse uyumadı."),
        failed(Entry('See <a href="x">the log</a>.'), "translate-en_tr 1.0", "a tag was lost"),
    )
    assert dump(catalog) == GOLDEN


def test_a_text_of_several_lines_has_a_line_each() -> None:
    text = dump(made(Entry("a", "b\nc", ("fuzzy",), "x\ny", obsolete=True)))
    assert text.endswith(
        '\n#, fuzzy\n#~| msgid ""\n#~| "x\\n"\n#~| "y"\n'
        '#~ msgid "a"\n#~ msgstr ""\n#~ "b\\n"\n#~ "c"\n'
    )


def test_references_are_filled_to_79_bytes_and_never_doubled() -> None:
    path = "ş" * 17  # 34 bytes
    entry = Entry("a", references=((path, "10"), (path, "10"), (path, "111"), ("b", "")))
    assert f"\n#: {path}:10 {path}:111\n#: b\n" in dump(made(entry))


def test_no_file_name_comment_or_note_can_break_the_file() -> None:
    entry = Entry(
        "a", comments=("x\nmsgid", "y\x00z"), notes=("",), references=(("a b\n\udcff.md", "3"),)
    )
    text = dump(made(entry))
    assert text.endswith('\n# x\n# msgid\n# y z\n#.\n#: a%20b%0A%FF.md:3\nmsgid "a"\nmsgstr ""\n')
    assert words(parse(text)) == [("a", "", False, "", ("x", "msgid", "y z"))]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["", "\n", "\n\n\n# The end", "#~\n"])
@pytest.mark.parametrize("text", [GOLDEN, BY_TOOLS, 'msgid "a"\nmsgstr "b"\n', HEADER])
def test_an_unchanged_catalog_keeps_every_byte(
    text: str, end: str, start: str, newline: str
) -> None:
    source = start + (text.removesuffix("\n") + "\n" * bool(end) + end).replace("\n", newline)
    catalog = parse(source)
    assert dump(catalog) == source
    assert (catalog.newline, catalog.bom) == (newline, bool(start))
    assert catalog.header + "".join(e.raw for e in catalog.entries) + catalog.tail == (
        source.removeprefix("\ufeff")
    )


def test_changing_one_entry_changes_its_own_lines_alone() -> None:
    catalog = parse(BY_TOOLS)
    entries = [
        change(entry, msgstr="Uzun bir satır.") if entry.msgstr == "Uzun satır." else entry
        for entry in catalog.entries
        if not entry.obsolete
    ]
    text = dump(replace(catalog, entries=tuple(entries)))
    before, after = BY_TOOLS.split("#= fuzzy\n")
    rest = after.partition('satır."\n')[2]
    start, end = rest.index("#~ # once"), rest.index('msgid "after"')
    assert text == (
        before
        + '\n#, fuzzy\nmsgid "A long line that some editor has wrapped."\n'
        + 'msgstr "Uzun bir satır."\n\n'
        + rest[:start].rstrip("\n")
        + "\n"
        + rest[end:]
    )


def test_new_lines_end_as_the_others_do() -> None:
    catalog = parse('\ufeffmsgid "a"\r\nmsgstr "b"')
    text = dump(replace(catalog, entries=(*catalog.entries, Entry("c", "d\ne"))))
    assert text == (
        "\ufeff" + HEADER.replace("harbour news", "posts").replace("\n", "\r\n") + "\r\n"
        'msgid "a"\r\nmsgstr "b"\r\n\r\nmsgid "c"\r\nmsgstr ""\r\n"d\\n"\r\n"e"\r\n'
    )


def test_obsolete_entries_go_to_the_end_and_a_comment_below_them_stays_there() -> None:
    catalog = parse(GOLDEN + "\n# The end.\n")
    text = dump(replace(catalog, entries=(*catalog.entries, Entry("new", "yeni"))))
    assert text.endswith(
        '\n\nmsgid "new"\nmsgstr "yeni"\n\n'
        '#~ msgid "Old news."\n#~ msgstr "Eski haber."\n\n# The end.\n'
    )


def test_an_obsolete_entry_in_which_nobody_wrote_is_left_out() -> None:
    gone = failed(Entry("a", obsolete=True), "translate-en_tr 1.0", "a tag was lost")
    assert dump(made(gone)) == HEADER
    noted = replace(gone, comments=(*gone.comments, "Who is meant?"))
    assert dump(made(noted)).endswith('# Who is meant?\n#~ msgid "a"\n#~ msgstr ""\n')
    read_before = HEADER + '\n#~ msgid "a"\n#~ msgstr ""\n'
    assert dump(parse(read_before)) == read_before


def test_what_was_written_is_written_the_same_again() -> None:
    catalog = parse(BY_TOOLS)
    changed = tuple(
        change(entry, msgstr=entry.msgstr + "!") if at % 2 else entry
        for at, entry in enumerate(catalog.entries)
    )
    text = dump(replace(catalog, entries=changed))
    assert dump(parse(text)) == text


# Files


def test_a_catalog_lies_where_gettext_looks_for_it() -> None:
    assert path(Path("locales"), "2015/v1.5") == Path("locales/tr/LC_MESSAGES/2015/v1.5.po")


def test_a_missing_file_is_no_catalog(tmp_path: Path) -> None:
    assert read(tmp_path / "none.po") is None


def test_errors_name_the_file(tmp_path: Path) -> None:
    path = tmp_path / "broken.po"
    path.write_text('msgid "a"\n')
    with pytest.raises(TranslateError, match=rf"^{re.escape(str(path))}: line 1: the entry has no"):
        read(path)
    path.write_bytes(HEADER.encode() + '\nmsgid "a"\nmsgstr "ş"\n'.encode("iso-8859-9"))
    with pytest.raises(TranslateError, match=r"broken.po: line 15: not UTF-8: "):
        read(path)
    with pytest.raises(TranslateError, match="cannot be read"):
        read(tmp_path)


def test_a_catalog_is_written_once_and_folders_are_made(tmp_path: Path) -> None:
    path = tmp_path / "tr" / "LC_MESSAGES" / "harbour.po"
    catalog = parse(GOLDEN)
    assert write(path, catalog)
    assert path.read_text(encoding="utf-8") == GOLDEN
    before = path.stat()
    assert not write(path, catalog)
    assert path.stat() == before
    assert read(path) == catalog


def test_writing_keeps_the_mode_and_leaves_nothing_beside(tmp_path: Path) -> None:
    path = tmp_path / "harbour.po"
    path.touch()
    path.chmod(0o640)
    assert write(path, parse(GOLDEN))
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_writing_through_a_link_keeps_the_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target.po", tmp_path / "link.po"
    link.symlink_to(target)
    assert write(link, parse(GOLDEN))
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == GOLDEN


def test_a_folder_that_cannot_be_made_is_an_error_that_names_the_path(tmp_path: Path) -> None:
    (tmp_path / "tr").touch()
    with pytest.raises(TranslateError, match=r"tr/harbour.po: cannot be written"):
        write(tmp_path / "tr" / "harbour.po", parse(GOLDEN))


def test_half_a_character_is_an_error_and_leaves_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "harbour.po"
    path.write_text(GOLDEN, encoding="utf-8")
    with pytest.raises(TranslateError, match="lone surrogate"):
        write(path, made(Entry("a\ud800")))
    assert path.read_text(encoding="utf-8") == GOLDEN


# Beside the real gettext


TEXT = st.text(
    st.sampled_from("ab c\n\t\\\"'%<>#~|,.:ıİğüşöçÇ“”’—\u00a0\u2028\x85🙂n0")
    | st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]),
    max_size=60,
) | st.integers(1, 400).map(lambda n: "uzun cümle, " * n)
COMMENT = TEXT.map(lambda text: re.sub(r"[\n\t\x85]", " ", text).strip().rstrip("\\"))
PATH = st.text(st.sampled_from("abışğ/.-_%20 :"), min_size=1, max_size=50).map(lambda p: f"en/{p}x")
REFERENCE = st.tuples(PATH, st.integers(1, 10**6).map(str) | st.just(""))
ENTRY = st.builds(
    Entry,
    msgid=TEXT.filter(bool),
    msgstr=TEXT,
    flags=st.sampled_from([(), ("fuzzy",), ("c-format",), ("no-wrap", "fuzzy")]),
    comments=st.lists(COMMENT, max_size=3).map(tuple),
    notes=st.lists(COMMENT, max_size=2).map(tuple),
    references=st.lists(REFERENCE, max_size=6).map(tuple),
    obsolete=st.booleans(),
).flatmap(
    lambda entry: TEXT.map(
        lambda previous: replace(
            entry,
            previous=previous if entry.fuzzy and entry.msgstr else "",
            obsolete=entry.obsolete and entry.msgstr != "",
        )
    )
)
CATALOG = st.lists(ENTRY, min_size=1, max_size=40, unique_by=lambda entry: entry.msgid).map(
    lambda entries: made(*entries)
)


@needs_gettext
@settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(CATALOG)
def test_msgcat_would_write_it_the_same_way(tmp_path: Path, catalog: Catalog) -> None:
    path = tmp_path / "any.po"
    text = dump(catalog)
    path.write_text(text, encoding="utf-8", newline="")
    assert gettext("msgcat", "--no-wrap", path) == text


@settings(deadline=None, max_examples=50)
@given(CATALOG)
def test_what_was_written_is_read_back(catalog: Catalog) -> None:
    expected = sorted(catalog.entries, key=lambda entry: entry.obsolete)
    text = dump(catalog)
    again = parse(text)
    assert [(e.msgid, e.msgstr, e.previous, e.comments) for e in again.entries] == [
        (e.msgid, e.msgstr, e.previous, e.comments) for e in expected
    ]
    assert [state(entry) for entry in again.entries] == [state(entry) for entry in expected]
    assert dump(again) == text


@needs_gettext
def test_msgfmt_and_msgcat_accept_what_we_write(tmp_path: Path) -> None:
    path = tmp_path / "harbour.po"
    entry = drafted(Entry("Good night."), "\nİyi geceler.\n\n", "translate-en_tr 1.0", 1)
    write(path, made(entry, *parse(GOLDEN).entries))
    gettext("msgfmt", "--check", "--use-fuzzy", "--output-file", tmp_path / "harbour.mo", path)
    assert gettext("msgcat", "--no-wrap", path) == path.read_text(encoding="utf-8")


@needs_gettext
def test_a_backslash_at_the_end_of_a_comment_does_not_hide_the_next_line(tmp_path: Path) -> None:
    path = tmp_path / "any.po"
    entry = Entry("a", "b", ("fuzzy",), "", ("c:\\",), ("in c:\\",), (("c:\\", ""),))
    text = dump(made(entry))
    path.write_text(text, encoding="utf-8", newline="")
    assert gettext("msgcat", "--no-wrap", path) == text
    assert dump(made(replace(only(text), raw=""))) == text


@needs_gettext
@pytest.mark.parametrize(
    "options", [(), ("--indent",), ("--width=30",), ("--no-escape", "--sort-output")]
)
def test_what_msgcat_and_msgattrib_rewrote_reads_back_with_the_same_words(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    path = tmp_path / "harbour.po"
    write(path, parse(GOLDEN))
    expected = sorted(words(parse(GOLDEN)))
    for program in ("msgcat", "msgattrib"):
        text = gettext(program, *options, path)
        assert sorted(words(parse(text))) == expected
        assert dump(parse(text)) == text


@needs_gettext
def test_what_msgmerge_rewrote_reads_back_with_the_same_words(tmp_path: Path) -> None:
    template = made(Entry("Many boats were late.", notes=("moved",)), Entry("Nobody slept at all."))
    write(tmp_path / "harbour.po", parse(GOLDEN))
    write(tmp_path / "harbour.pot", template)
    text = gettext(
        "msgmerge", "--previous", "--quiet", tmp_path / "harbour.po", tmp_path / "harbour.pot"
    )
    merged = {entry.msgid: entry for entry in parse(text).entries}
    first = merged["Many boats were late."]
    assert (first.msgstr, first.notes) == ("Birçok tekne gecikti.", ("moved",))
    assert state(first) is State.DRAFT
    similar = merged["Nobody slept at all."]
    assert (similar.msgstr, similar.previous) == ("Kimse uyumadı.", "Nobody slept.")
    assert state(similar) is State.STALE
    assert state(merged['The pilot said "maybe".']) is State.OBSOLETE
    assert merged["Old news."].msgstr == "Eski haber."
