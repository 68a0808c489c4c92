"""Language of a post and of a passage. The only file that knows langdetect."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from translate.post import Literal, Mark, Part, Post, Role, Segment, prose

# Below this many words of prose langdetect's answer is worth nothing, whatever its probability.
FEWEST_WORDS = 20
# Words that langdetect is shown of a long post, taken evenly from all over it: more cost time and
# change nothing. Its profiles are of letters within words, so the order is no matter.
SAMPLE = 400
# A passage of fewer words, or one that langdetect is less sure of, is taken for English. A heading
# called foreign would stay English without anybody being told, so that a few words of English
# letters, or that may be names, need more evidence: of 587 English beginnings of three words
# langdetect is sure that 22 are not English, 5 with this.
FEWEST_FOREIGN_WORDS = 3
FEWEST_IN_ENGLISH_LETTERS = 5
SUREST = 0.99

# Words that only English has so: "in", "an", "was", "her", "on" are words of German or Turkish too.
ENGLISH = frozenset(
    """
    the of and to that it's for as with by not you your he she they we his our their its this these
    those there which who whom whose what when where why how is are were been being be have has had
    having does did doesn't didn't don't isn't aren't wasn't weren't won't can't couldn't would
    wouldn't should could might must shall can cannot from but or if than then them us him himself
    herself themselves itself because before after between through during about against into onto
    upon over under without within while until again more most other such own same very just only
    any each every both few some many much no nor too i i'm i've i'd we're you're they're that's
    what's let's here up down out off at it my me first one
    """.split()
)
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
QUOTED = re.compile(r"“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|\"([^\"]+)\"")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What language a post is in."""

    language: str  # ISO 639-1 as langdetect has it, "" where there is too little to tell
    confidence: float  # langdetect's probability, 0 where there is too little to tell
    words: int  # of prose, seen


def language(segments: Sequence[Segment]) -> Verdict:
    """Return the language of a post's prose, without code, URLs and markup.

    The same text always gets the same answer: langdetect draws at random and is seeded.
    """
    texts = [prose(segment) for segment in segments]
    words = sum(len(WORD.findall(text)) for text in texts)
    if words < FEWEST_WORDS:
        return Verdict("", 0.0, words)
    all_words = " ".join(texts).split()
    step = 1 + len(all_words) // SAMPLE
    return Verdict(*_ask(" ".join(all_words[::step])), words)


def keep_foreign(post: Post) -> Post:
    """Return an English post in which passages of other languages are literal or kept.

    A block or a sentence in another language becomes literal; a quotation inside a sentence
    becomes a KEEP mark, as a code span is.
    """
    words: dict[int, list[str]] = {}
    for segment in post.segments:
        words.setdefault(segment.block, []).append(prose(segment))
    blocks = {block for block, texts in words.items() if foreign(" ".join(texts))}

    def kept(part: Part) -> Part:
        if not isinstance(part, Segment):
            return part
        if part.block in blocks or foreign(prose(part)):
            return Literal(part.source, part.zone)
        return _with_quotations(part)

    return replace(post, parts=tuple(map(kept, post.parts)))


def foreign(text: str) -> bool:
    """Tell if a passage is surely not English.

    langdetect is asked only about a passage with a letter that English lacks or without a function
    word of English: it takes 32 of 1,500 English news sentences for something else.
    """
    found = WORD.findall(text)
    if len(found) < FEWEST_FOREIGN_WORDS:
        return False
    words = [word.lower().replace("’", "'") for word in found]
    if not ENGLISH.isdisjoint(words):
        return False
    names = all(word[0].isupper() for word in found)  # "Photo: Ayşe Yılmaz"
    if len(words) < FEWEST_IN_ENGLISH_LETTERS and (names or "".join(words).isascii()):
        return False
    best, confidence = _ask(text)
    return best not in ("", "en") and confidence >= SUREST


def _with_quotations(segment: Segment) -> Segment:
    quotations = [Mark(*span, Role.KEEP) for span in _quotations(segment.text)]
    if not quotations:
        return segment
    marks = sorted([*segment.marks, *quotations], key=lambda mark: mark.start)
    if any(after.start < before.end for before, after in pairwise(marks)):
        return segment  # markup inside of a quotation: to keep it could unbalance a pair
    return replace(segment, marks=tuple(marks))


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    for match in QUOTED.finditer(text):
        if foreign(match[match.lastindex or 0]):
            yield match.span(match.lastindex or 0)


def _ask(text: str) -> tuple[str, float]:
    from langdetect import DetectorFactory, detect_langs
    from langdetect.lang_detect_exception import LangDetectException

    DetectorFactory.seed = 0
    try:
        # Words in capitals mislead it: no language's profile has them.
        best = detect_langs(text.lower() if text.isupper() else text)[0]
    except LangDetectException as error:
        if isinstance(error.__context__, KeyboardInterrupt):  # it takes Ctrl-C for a bad profile
            raise error.__context__ from None
        return "", 0.0  # no letters at all
    return str(best.lang), float(best.prob)
