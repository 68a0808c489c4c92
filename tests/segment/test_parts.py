"""What all formats share: a layout becomes literals and segments that joined are the file."""

from hypothesis import given, settings
from hypothesis import strategies as st

from translate.post import Literal, Mark, Part, Role, Segment, Wrap, Zone, join, prose
from translate.segment import Area, Block, Layout, parts


def segments(text: str, *blocks: Block, areas: tuple[Area, ...] = ()) -> list[Segment]:
    """Return the segments of a text, after a look at the invariant."""
    found = parts(text, Layout(blocks, areas))
    assert join(found) == text
    return [part for part in found if isinstance(part, Segment)]


def block(text: str, *marks: Mark, kind: str = "paragraph", whole: bool = False) -> Block:
    """Return the block that is the whole text."""
    return Block(0, len(text), kind, marks=marks, whole=whole)


def mark(text: str, found: str, role: Role, plain: str = "") -> Mark:
    """Return the mark on the first occurrence of a string."""
    start = text.index(found)
    return Mark(start, start + len(found), role, plain)


def texts(found: list[Segment]) -> list[str]:
    return [segment.text for segment in found]


def zones(found: tuple[Part, ...]) -> list[tuple[str, Zone]]:
    return [(part.source, part.zone) for part in found]


def test_a_block_becomes_its_sentences_with_literals_between() -> None:
    text = "## One thing. Another thing.\n"
    found = parts(text, Layout((Block(3, 28, "paragraph"),)))
    assert [type(part) for part in found] == [Literal, Segment, Literal, Segment, Literal]
    assert [part.source for part in found] == ["## ", "One thing.", " ", "Another thing.", "\n"]


def test_a_whole_block_is_one_segment() -> None:
    text = "One thing. Another thing."
    assert texts(segments(text, block(text, whole=True))) == [text]


def test_white_space_and_control_characters_are_folded_in_the_msgid_alone() -> None:
    text = " A\tthin\r\n  line \x00\x1b and\u00a0more. \n"
    (segment,) = segments(text, block(text))
    assert segment.text == "A thin line and more."
    assert segment.source == "A\tthin\r\n  line \x00\x1b and\u00a0more."


def test_what_is_kept_to_the_end_of_the_block_does_not_hold_the_white_space_there() -> None:
    text = "List it with <code>ls -a \n"
    (segment,) = segments(text, block(text, mark(text, "<code>ls -a \n", Role.KEEP)))
    assert segment.text == segment.source == "List it with <code>ls -a"
    assert [(each.start, each.end) for each in segment.marks] == [(13, len(segment.text))]


def test_a_sentence_that_nobody_could_judge_is_no_segment() -> None:
    text = "word " * 12_000 + "and *some* words"
    assert segments(text, block(text)) == []
    text = "*a* " * 300 + "words."
    stars = [Mark(at, at + 1, Role.KEEP) for at, sign in enumerate(text) if sign == "*"]
    assert segments(text, block(text, *stars)) == []


def test_what_has_no_letter_is_no_segment() -> None:
    text = "1914 – 1918 *** 😀"
    assert segments(text, block(text)) == []


def test_a_block_of_markup_alone_is_no_segment() -> None:
    text = "<hr> x86"
    assert segments(text, block(text, mark(text, "<hr> x86", Role.KEEP))) == []


def test_no_sentence_is_cut_inside_a_pair() -> None:
    text = "He said *stop. Go.* She left."
    star = text.index("*")
    pair = (Mark(star, star + 1, Role.OPEN), Mark(18, 19, Role.CLOSE))
    assert texts(segments(text, block(text, *pair))) == ["He said *stop. Go.*", "She left."]


def test_a_sentence_may_end_after_a_pair_and_begin_with_the_next() -> None:
    text = "*One thing.* _Another thing._"
    roles = [("*One", Role.OPEN), (".*", Role.CLOSE), ("_A", Role.OPEN), ("._", Role.CLOSE)]
    marks = []
    for found, role in roles:
        at = text.index(found) + (1 if role is Role.CLOSE else 0)
        marks.append(Mark(at, at + 1, role))
    first, second = segments(text, block(text, *marks))
    assert [first.text, second.text] == ["*One thing.*", "_Another thing._"]
    assert [(m.start, m.end, m.role) for m in second.marks] == [
        (0, 1, Role.OPEN),
        (15, 16, Role.CLOSE),
    ]


def test_a_hard_line_break_ends_a_sentence() -> None:
    text = "Roses are red<br>\nviolets are blue"
    cut = mark(text, "<br>\n", Role.CUT)
    assert texts(segments(text, block(text, cut))) == ["Roses are red", "violets are blue"]


def test_a_hard_line_break_inside_a_pair_stays_in_the_msgid() -> None:
    text = "_Roses  \nare red_"
    marks = (
        Mark(0, 1, Role.OPEN),
        mark(text, "  \n", Role.CUT, "<br />"),
        Mark(16, 17, Role.CLOSE),
    )
    (segment,) = segments(text, block(text, *marks))
    assert segment.text == "_Roses<br />are red_"
    assert segment.marks[1] == Mark(6, 12, Role.KEEP)


def test_a_text_mark_stands_decoded_in_the_msgid() -> None:
    text = "> It&#8217;s\n> late."
    marks = (mark(text, "&#8217;", Role.TEXT, "’"), mark(text, "\n> ", Role.TEXT, " "))
    (segment,) = segments(text, Block(2, len(text), "quotation", marks))
    assert segment.text == "It’s late."
    assert segment.marks == ()
    assert segment.source == "It&#8217;s\n> late."


def test_a_character_mark_stays_in_the_msgid_and_is_plain_in_the_prose() -> None:
    text = "Salt &amp; pepper."
    (segment,) = segments(text, block(text, mark(text, "&amp;", Role.CHAR, "&")))
    assert segment.text == text
    assert segment.marks == (Mark(5, 10, Role.CHAR, "&"),)
    assert prose(segment) == "Salt & pepper."


def test_what_is_kept_stands_for_a_word() -> None:
    text = "Call run(). Then wait."
    found = segments(text, block(text, mark(text, "run()", Role.KEEP)))
    assert texts(found) == ["Call run().", "Then wait."]
    assert found[0].marks == (Mark(5, 10, Role.KEEP),)


def test_a_footnote_mark_stays_with_the_sentence_that_it_is_glued_to() -> None:
    text = "It ended.[^1] Then it began."
    found = segments(text, block(text, mark(text, "[^1]", Role.KEEP)))
    assert texts(found) == ["It ended.[^1]", "Then it began."]


def test_line_ends_around_a_sentence_are_no_part_of_it() -> None:
    text = "One thing.\n> Another thing."
    found = segments(text, block(text, mark(text, "\n> ", Role.TEXT, " ")))
    assert [segment.source for segment in found] == ["One thing.", "Another thing."]


def test_marks_move_to_where_they_stand_in_the_msgid() -> None:
    text = "A   long\n\n  walk to `x`."
    (segment,) = segments(text, block(text, mark(text, "`x`", Role.KEEP)))
    (kept,) = segment.marks
    assert segment.text[kept.start : kept.end] == "`x`"


def test_urls_are_protected() -> None:
    text = "See https://example.org/a?b=1."
    (segment,) = segments(text, block(text))
    (kept,) = segment.marks
    assert segment.text[kept.start : kept.end] == "https://example.org/a?b=1"


def test_the_alt_text_of_an_image_amid_words_is_a_range_of_the_segment() -> None:
    text = "Look at ![a  cat](c.png) here."
    image = Mark(8, 24, Role.KEEP, alt=(10, 16))
    (segment,) = segments(text, block(text, image))
    (kept,) = segment.marks
    assert kept.alt
    assert segment.text[slice(*kept.alt)] == "a cat"


def test_the_alt_text_of_an_image_alone_is_a_segment() -> None:
    text = "![a cat](c.png) ![](d.png)"
    images = (Mark(0, 15, Role.KEEP, alt=(2, 7)), Mark(16, 26, Role.KEEP, alt=(18, 18)))
    (segment,) = segments(text, block(text, *images))
    assert (segment.text, segment.source, segment.kind) == ("a cat", "a cat", "alt text")


def test_a_segment_says_where_it_stands() -> None:
    text = "The end\nOne. Two words.\nThree\n"
    heading = Block(0, 7, "heading", whole=True)
    found = segments(text, heading, Block(8, 23, "paragraph"), Block(24, 29, "list item"))
    assert [segment.place for segment in found] == [
        "heading",
        'paragraph 1, sentence 1, under "The end"',
        'paragraph 1, sentence 2, under "The end"',
        'list item 1, sentence 1, under "The end"',
    ]
    assert [segment.line for segment in found] == [1, 2, 2, 3]
    assert [segment.block for segment in found] == [0, 1, 1, 2]


def test_blocks_are_counted_from_each_heading_and_only_if_they_have_words() -> None:
    text = "One.\n1234.\nTwo.\nHead\nThree.\n"
    kinds = ["paragraph", "paragraph", "paragraph", "heading", "paragraph"]
    found, start = [], 0
    for line, kind in zip(text.splitlines(), kinds, strict=True):
        found.append(Block(start, start + len(line), kind, whole=kind == "heading"))
        start += len(line) + 1
    assert [segment.place for segment in segments(text, *found)] == [
        "paragraph 1, sentence 1",
        "paragraph 2, sentence 1",
        "heading",
        'paragraph 1, sentence 1, under "Head"',
    ]


def test_a_long_heading_is_shortened_in_places() -> None:
    text = "W" * 90 + "\nOne.\n"
    _, segment = segments(text, Block(0, 90, "heading", whole=True), Block(91, 95, "paragraph"))
    assert segment.place == f'paragraph 1, sentence 1, under "{"W" * 59}…"'


def test_lines_are_counted_with_windows_line_ends() -> None:
    text = "One.\r\n\r\nTwo.\r\n"
    found = segments(text, Block(0, 4, "paragraph"), Block(8, 12, "paragraph"))
    assert [segment.line for segment in found] == [1, 3]


def test_a_block_hands_its_particulars_to_its_segments() -> None:
    text = "One. Two."
    wrap = Wrap(60, "> ")
    given_block = Block(
        0, 9, "quotation", syntax="markdown", note="An idiom.", wrap=wrap, write=str.upper
    )
    for segment in segments(text, given_block):
        assert (segment.syntax, segment.note, segment.wrap) == ("markdown", "An idiom.", wrap)
        assert segment.write("so") == "SO"


def test_an_empty_area_is_an_empty_literal_at_its_place() -> None:
    text = "One.\nTwo."
    blocks = (Block(0, 4, "paragraph"), Block(5, 9, "paragraph"))
    areas = (Area(0, 0, Zone.TOP), Area(4, 4, Zone.HEAD), Area(9, 9, Zone.END))
    assert zones(parts(text, Layout(blocks, areas))) == [
        ("", Zone.TOP),
        ("One.", Zone.BODY),
        ("", Zone.HEAD),
        ("\n", Zone.BODY),
        ("Two.", Zone.BODY),
        ("", Zone.END),
    ]


def test_an_empty_area_may_follow_another_at_one_place() -> None:
    areas = (Area(2, 4, Zone.AVAILABILITY), Area(4, 4, Zone.END), Area(4, 6, Zone.FORM))
    assert zones(parts("ab--ff", Layout((Block(0, 2, "title"),), areas))) == [
        ("ab", Zone.BODY),
        ("--", Zone.AVAILABILITY),
        ("", Zone.END),
        ("ff", Zone.FORM),
    ]


def test_an_area_around_blocks_gives_its_zone_to_all_that_is_in_it() -> None:
    text = "a\n[One. Two.]\nb\n"
    blocks = (Block(0, 1, "title"), Block(3, 12, "comment"), Block(14, 15, "paragraph"))
    found = parts(text, Layout(blocks, (Area(2, 13, Zone.COMMENTS),)))
    assert zones(found) == [
        ("a", Zone.BODY),
        ("\n", Zone.BODY),
        ("[", Zone.COMMENTS),
        ("One.", Zone.COMMENTS),
        (" ", Zone.COMMENTS),
        ("Two.", Zone.COMMENTS),
        ("]", Zone.COMMENTS),
        ("\n", Zone.BODY),
        ("b", Zone.BODY),
        ("\n", Zone.BODY),
    ]


def test_areas_without_blocks_cut_the_literal() -> None:
    areas = (Area(0, 0, Zone.TOP), Area(1, 2, Zone.LINK), Area(3, 3, Zone.END))
    assert zones(parts("abc", Layout((), areas))) == [
        ("", Zone.TOP),
        ("a", Zone.BODY),
        ("b", Zone.LINK),
        ("c", Zone.BODY),
        ("", Zone.END),
    ]


def test_an_empty_file_has_no_parts() -> None:
    assert parts("", Layout(())) == ()


PIECES = st.lists(
    st.tuples(
        st.sampled_from([None, *Role]),
        st.text(alphabet="aB. \n*<>&\x00İ!", min_size=1, max_size=8),
    ),
    max_size=12,
)
BLOCKS = st.lists(st.tuples(PIECES, st.sampled_from([" ", "\n\n", "", "--"])), max_size=5)


def _laid_out(pieces: list[tuple[Role | None, str]], start: int) -> tuple[str, tuple[Mark, ...]]:
    """Write pieces one after another, with what opens closed again at the end."""
    text, marks, depth = "", [], 0
    closing = [(Role.CLOSE, "/")] * len(pieces)
    for role, piece in [*pieces, *closing]:
        if role is Role.CLOSE and not depth:
            continue
        depth += (role is Role.OPEN) - (role is Role.CLOSE)
        if role not in (None, Role.TEXT, Role.CUT):
            piece = piece.strip(" \n\x00") or "x"  # a format's marks begin and end with markup
        if role:
            at = start + len(text)
            plain = " " if role in (Role.TEXT, Role.CHAR, Role.CUT) else ""
            marks.append(Mark(at, at + len(piece), role, plain))
        text += piece
    return text, tuple(marks)


@settings(max_examples=200)
@given(BLOCKS, st.lists(st.sampled_from(Zone), max_size=6))
def test_joined_the_parts_are_the_source(
    given_blocks: list[tuple[list[tuple[Role | None, str]], str]], given_zones: list[Zone]
) -> None:
    text, blocks = "", []
    for pieces, gap in given_blocks:
        piece, marks = _laid_out(pieces, len(text))
        blocks.append(Block(len(text), len(text) + len(piece), "paragraph", marks))
        text += piece + gap
    borders = [0, *(found.end for found in blocks), len(text)]
    areas = [Area(at, at, zone) for at, zone in zip(borders, given_zones, strict=False)]
    found = parts(text, Layout(tuple(blocks), tuple(areas)))
    assert join(found) == text
    assert sum(part.source == "" for part in found) == len(areas)
    for segment in found:
        if isinstance(segment, Segment):
            depths = [(m.role is Role.OPEN) - (m.role is Role.CLOSE) for m in segment.marks]
            assert sum(depths) == 0
            assert segment.text == " ".join(segment.text.split())


def test_a_block_with_very_many_marks_is_done() -> None:
    text = "It is *late* now. " * 20_000
    marks = []
    for start in range(0, len(text), 18):
        marks += [Mark(start + 6, start + 7, Role.OPEN), Mark(start + 11, start + 12, Role.CLOSE)]
    assert len(segments(text, block(text, *marks))) == 20_000
