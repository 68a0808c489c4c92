"""Plain text as a page is captured from a site: prose, and the furniture around it."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import SAMPLES
from translate.post import Literal, Part, Segment, Wrap, Zone, join
from translate.segment import parts
from translate.segment.text import layout

TITLE = "A quiet day\n\nThe ferry was late. Nobody minded.\n\n"


def cut(text: str) -> tuple[Part, ...]:
    """Return the parts of a text, after a look at the invariant."""
    found = parts(text, layout(text))
    assert join(found) == text
    return found


def kinds(text: str) -> list[tuple[str, str]]:
    return [(part.kind, part.text) for part in cut(text) if isinstance(part, Segment)]


def zone(text: str, wanted: Zone) -> list[str]:
    return [text[area.start : area.end] for area in layout(text).areas if area.zone is wanted]


def upper(text: str) -> str:
    """Return the text with its segments in capitals, as the joined parts of a translation."""
    return "".join(
        part.source if isinstance(part, Literal) else part.write(part.text.upper())
        for part in cut(text)
    )


def wraps(text: str) -> list[Wrap | None]:
    return [found.wrap for found in layout(text).blocks]


def test_a_page_has_a_title_a_credit_and_paragraphs() -> None:
    text = "A quiet day\n\nHarbour Council\n\nThe ferry was late. Nobody minded.\n"
    assert kinds(text) == [
        ("title", "A quiet day"),
        ("credit", "Harbour Council"),
        ("paragraph", "The ferry was late."),
        ("paragraph", "Nobody minded."),
    ]


def test_a_title_is_whole_whatever_its_marks() -> None:
    assert kinds("Late. Again! What now?\n\nIt was.") == [
        ("title", "Late. Again! What now?"),
        ("paragraph", "It was."),
    ]


def test_a_first_paragraph_is_no_title() -> None:
    assert kinds("It rained. We stayed in.\n")[0] == ("paragraph", "It rained.")


def test_a_title_may_be_wrapped() -> None:
    text = "On the very long journey of a small ferry across a wide and\ngrey sea\n\nIt sailed.\n"
    assert kinds(text)[0] == (
        "title",
        "On the very long journey of a small ferry across a wide and grey sea",
    )


def test_a_line_under_the_title_that_is_a_sentence_is_a_paragraph() -> None:
    assert kinds("A quiet day\n\nIt rained.\n")[1] == ("paragraph", "It rained.")


@pytest.mark.parametrize(
    "heading",
    ["What the harbour was", "WHY THEY LEFT!", "What it was\n===========", "Why it was.\n-----"],
)
def test_headings_are_lone_lines_capitals_or_underlined(heading: str) -> None:
    assert kinds(f"{TITLE}{heading}\n\nThe sea.\n")[3] == ("heading", heading.split("\n")[0])


@pytest.mark.parametrize(
    "line", ["It was late.", "They said this:", "and so on", "[a note]", "word " * 30]
)
def test_other_lone_lines_are_paragraphs(line: str) -> None:
    assert kinds(f"{TITLE}{line}\n\nThe sea.\n")[3][0] == "paragraph"


def test_a_paragraph_without_wrapping_is_one_line() -> None:
    text = TITLE + "One long line. " * 20 + "\n" + "Another long line. " * 20 + "\n"
    assert wraps(text) == [None] * 4
    assert len(layout(text).blocks) == 4


HARD = (
    "The ferry was late again, and nobody who stood on the\n"
    "quay seemed to mind. Some read; some slept. It was well-\n"
    "known that Captain Demir came when he came.\n"
)


def test_a_hard_wrapped_paragraph_is_refilled_to_its_own_width() -> None:
    assert wraps(HARD) == [Wrap(56)]
    assert [words for _, words in kinds(HARD)] == [
        "The ferry was late again, and nobody who stood on the quay seemed to mind.",
        "Some read; some slept.",
        "It was well-known that Captain Demir came when he came.",
    ]


def test_windows_line_ends_change_no_segment() -> None:
    text = TITLE + HARD
    assert kinds(text.replace("\n", "\r\n")) == kinds(text)
    assert kinds(text.replace("\n", "\r")) == kinds(text)


def test_list_items_hang() -> None:
    text = (
        f"{TITLE}We took:\n"
        "- bread, which was old and hard but which nobody there\n"
        "  thought of throwing away,\n"
        "  * water\n"
        "1. First\n"
        "a) second\n\n"
        "   still the second\n"
    )
    assert kinds(text)[4:] == [
        (
            "list item",
            "bread, which was old and hard but which nobody there thought of throwing away,",
        ),
        ("list item", "water"),
        ("list item", "First"),
        ("list item", "second"),
        ("list item", "still the second"),
    ]
    assert wraps(text)[3] == Wrap(54, "  ")


def test_a_number_at_the_start_of_a_wrapped_line_is_no_list() -> None:
    text = TITLE + "The ferry that was late had left the quay on the day\n12. The captain slept.\n"
    assert kinds(text)[3][1] == "The ferry that was late had left the quay on the day 12."


def test_initials_are_no_list() -> None:
    assert kinds(f"{TITLE}A. Demir wrote this book.\n")[3] == (
        "paragraph",
        "A. Demir wrote this book.",
    )


def test_quotations_keep_their_prefix() -> None:
    text = (
        f"{TITLE}He wrote:\n"
        "> The ferry was late again, and nobody who stood on the\n"
        "> quay seemed to mind it.\n"
        "> > Nobody?\n"
    )
    assert kinds(text)[4:] == [
        (
            "quotation",
            "The ferry was late again, and nobody who stood on the quay seemed to mind it.",
        ),
        ("quotation", "Nobody?"),
    ]
    assert wraps(text)[3] == Wrap(55, "> ")
    assert "\n> QUAY" not in upper(text)  # building refills, and has the prefix in `wrap`


def test_an_indented_block_is_a_quotation() -> None:
    assert kinds(f"{TITLE}    Nobody was there.\n")[3] == ("quotation", "Nobody was there.")


def test_verse_and_addresses_stay_lines() -> None:
    text = f'{TITLE}    "The sea was grey,\n     The quay was wet;\n     And nobody came."\n'
    assert [words for _, words in kinds(text)[3:]] == [
        '"The sea was grey,',
        "The quay was wet;",
        'And nobody came."',
    ]
    assert wraps(text)[-1] is None


def test_long_verse_is_known_by_its_capitals() -> None:
    lines = "The sea was grey and wide and full of sleep,\n" * 4
    assert len(kinds(TITLE + lines)) == 3 + 4


@pytest.mark.parametrize(
    "line",
    [
        "This post is also available in: Turkish",
        "This entry is also available in: Turkish, German (Deutsch) and French.",
        "This post is also available in Turkish and German.",
        "Bu yazı şu dillerde de mevcut: İngilizce",
    ],
)
def test_the_availability_line_is_furniture(line: str) -> None:
    text = f"{TITLE}{line}\n"
    assert zone(text, Zone.AVAILABILITY) == [line]
    assert kinds(text) == kinds(TITLE)


@pytest.mark.parametrize(
    "line",
    [
        "This book is also available in Turkish.",
        "This post is also available in a much longer form. Ask for it.",
        "We said: This post is also available in: Turkish",
    ],
)
def test_prose_about_availability_is_prose(line: str) -> None:
    assert zone(f"{TITLE}{line}\n", Zone.AVAILABILITY) == []


def test_the_notice_goes_with_the_blank_line_after_it() -> None:
    notice = "[Bu yazı makine çevirisidir;\naslı İngilizcedir.]\n\n"
    assert zone(notice + TITLE, Zone.NOTICE) == [notice]
    assert kinds(notice + TITLE) == kinds(TITLE)


COMMENTS = (
    "2 Responses to “A quiet day”\n\n"
    "  1. Ada Kaya\n    March 3, 2021 at 9:15 am #\n\n    I was there. It was fine.\n\n"
    "    Reply\n\n"
    "  2. Can\n    4 March 2021\n\n    So was I.\n\n"
)
FORM = "Leave a Reply\n\nBe nice. Your address is kept private.\n"


def test_comments_have_bodies_and_a_heading_but_no_authors_and_dates() -> None:
    text = TITLE + COMMENTS + FORM
    assert zone(text, Zone.COMMENTS) == [COMMENTS]
    assert zone(text, Zone.FORM) == [FORM]
    assert kinds(text)[3:] == [
        ("comment heading", "2 Responses to “A quiet day”"),
        ("comment", "I was there."),
        ("comment", "It was fine."),
        ("comment", "So was I."),
    ]


def test_comments_may_follow_the_form_and_stand_without_blank_lines() -> None:
    text = f"{TITLE}Leave a Comment\nYour name\n\nComments (1)\nAda says:\nI was there.\n"
    assert zone(text, Zone.FORM) == ["Leave a Comment\nYour name\n\n"]
    assert kinds(text)[-1] == ("comment", "I was there.")


def test_a_heading_about_comments_is_a_heading_where_no_comment_follows() -> None:
    text = f"{TITLE}Comments\n\nThe minister had none. We asked twice.\n"
    assert zone(text, Zone.COMMENTS) == []
    assert ("heading", "Comments") in kinds(text)


def test_an_article_that_begins_like_a_form_is_an_article() -> None:
    assert zone(f"Leave a comment\n\n{TITLE}", Zone.FORM) == []
    assert zone(f"{TITLE}Leave a comment\n\n{'It was late. ' * 400}", Zone.FORM) == []


def test_a_date_inside_a_comment_is_prose() -> None:
    text = f"{TITLE}One Response to “A quiet day”\n\nAda says:\nOn 3 March 2021 I was there.\n"
    assert kinds(text)[-1] == ("comment", "On 3 March 2021 I was there.")


def place(text: str, wanted: Zone) -> int:
    (found,) = [area.start for area in layout(text).areas if area.zone is wanted]
    return found


def test_the_end_is_after_the_last_words_of_the_post() -> None:
    text = TITLE + COMMENTS
    assert text[: place(text, Zone.END)].endswith("Nobody minded.")
    assert place(text, Zone.TOP) == 0


def test_the_end_is_after_an_availability_line() -> None:
    line = "This post is also available in: Turkish"
    text = f"{TITLE}{line}\n\n{COMMENTS}"
    assert text[: place(text, Zone.END)].endswith(line)


@pytest.mark.parametrize(
    "page",
    [
        "One\n",
        "One\n\nComments\n\nAda says:\nYes.",
        TITLE,
        TITLE + COMMENTS + FORM,
        f"{TITLE}- a\n",
        f"{TITLE}<!-- translate:off -->\nStop.",
        HARD,
    ],
)
def test_linking_a_page_changes_no_segment(page: str) -> None:
    end = place(page, Zone.END)
    linked = f"{page[:end]}\n\nThis post is also available in: Turkish{page[end:]}"
    before = [part for part in cut(page) if isinstance(part, Segment)]
    after = [part for part in cut(linked) if isinstance(part, Segment)]
    assert [(p.text, p.kind, p.place) for p in before] == [(p.text, p.kind, p.place) for p in after]
    assert zone(linked, Zone.AVAILABILITY) == ["This post is also available in: Turkish"]


def test_authors_steer() -> None:
    text = (
        f"{TITLE}<!-- translate:off -->\nLeave this.\n\nThis too.\n<!-- translate:on -->\n"
        "<!-- translators: Bank is a quay. -->\nThe bank slept.\n\nNobody woke.\n"
    )
    assert kinds(text)[3:] == [("paragraph", "The bank slept."), ("paragraph", "Nobody woke.")]
    assert [found.note for found in layout(text).blocks] == ["", "", "Bank is a quay.", ""]
    assert "<!-- translators: Bank is a quay. -->\nTHE BANK SLEPT." in upper(text)


def test_only_prose_changes_in_a_translation() -> None:
    text = f"{TITLE}* One\n* Two: see http://a.example/x\n\n***\n\n    So.\n"
    assert upper(text) == (
        "A QUIET DAY\n\nTHE FERRY WAS LATE. NOBODY MINDED.\n\n"
        "* ONE\n* TWO: SEE HTTP://A.EXAMPLE/X\n\n***\n\n    SO.\n"
    )


LINES = st.one_of(
    st.sampled_from(
        [
            "",
            "  ",
            "A quiet day",
            "===",
            "> So. He said",
            "> > and left;",
            "- item one",
            "  1. Ada Kaya",
            "    March 3, 2021 at 9:15 am #",
            "This post is also available in: Turkish",
            "[Bu yazı makine çevirisidir]",
            "3 Responses to “A”",
            "Comments",
            "Leave a Reply",
            "<!-- translate:off -->",
            "<!-- translate:on -->",
            "<!-- translators: x -->",
            "***",
            "\x0c\u2028 İ \x00",
            *HARD.splitlines(),
        ]
    ),
    st.text(max_size=20),
)


@settings(max_examples=300)
@given(st.lists(st.tuples(LINES, st.sampled_from(["\n", "\r\n", "\r", ""])), max_size=25))
def test_joined_the_parts_are_the_source(lines: list[tuple[str, str]]) -> None:
    text = "".join(line + end for line, end in lines)
    cut(text)
    found = layout(text)
    assert all(one.end <= two.start for one, two in pairwise(found.blocks))
    assert all(one.end <= two.start for one, two in pairwise(found.areas))
    assert {Zone.TOP, Zone.END} <= {area.zone for area in found.areas}
    for block in found.blocks:
        for area in found.areas:
            assert not block.start < area.start < block.end
            assert not block.start < area.end < block.end


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="../shared/samples is not there")
def test_joined_the_parts_of_every_sample_are_the_source() -> None:
    for path in sorted(SAMPLES.glob("text/*.txt")):
        assert cut(path.read_bytes().decode())


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="../shared/samples is not there")
def test_the_furniture_of_the_real_page_is_found() -> None:
    text = (SAMPLES / "text" / "isis-on-the-run.txt").read_bytes().decode()
    found = layout(text)
    assert [area.zone for area in found.areas] == [
        Zone.TOP,
        Zone.AVAILABILITY,
        Zone.END,
        Zone.COMMENTS,
        Zone.FORM,
    ]
    assert [block.kind for block in found.blocks] == [
        "title",
        "credit",
        *["paragraph"] * 14,
        "comment heading",
        "comment",
    ]


@pytest.mark.parametrize(
    "piece",
    [
        "The ferry was late. ",
        "It was\n",
        "> ",
        ">",
        "- a\n",
        "A\n\n3 Comments\n\n",
        "a\n===\n",
        " \n",
    ],
)
def test_a_long_file_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = TITLE + piece * (size // len(piece))
        start = time.process_time()
        layout(text)
        return time.process_time() - start

    assert seconds(200_000) < 8 * seconds(50_000) + 0.5
