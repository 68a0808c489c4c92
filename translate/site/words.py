"""What the site itself says to readers, in both languages: templates hold no words."""

from dataclasses import dataclass

from translate.page import CREDIT, IN_ENGLISH, IN_TURKISH, NOTICE, ORIGINAL


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the pages in one language."""

    code: str  # BCP 47
    name: str  # of the language, in itself
    posts: str  # title of a site without one
    skip: str
    languages: str  # label of the links to the other language
    none_yet: str
    feed: str
    table: str  # label of a table that may have to be scrolled
    available: str  # "This post is also available in"
    other: str  # the other language, in this one
    other_code: str
    other_name: str  # the other language, in itself
    beside: str  # link to the page with both languages
    states: str  # label of how many sentences are in which state
    months: tuple[str, ...]
    notice: str = ""
    original: str = ""
    credit: str = ""


ENGLISH = Words(
    code="en",
    name="English",
    posts="Posts",
    skip="Skip to content",
    languages="Languages",
    none_yet="There are no posts yet.",
    feed="Feed",
    table="Table",
    available=IN_ENGLISH,
    other="Turkish",
    other_code="tr",
    other_name="Türkçe",
    beside="Side by side",
    states="Sentences by state",
    months=tuple(
        "January February March April May June July August September October November"
        " December".split()
    ),
)
TURKISH = Words(
    code="tr",
    name="Türkçe",
    posts="Yazılar",
    skip="İçeriğe geç",
    languages="Diller",
    none_yet="Henüz yazı yok.",
    feed="Besleme",
    table="Tablo",
    available=IN_TURKISH,
    other="İngilizce",
    other_code="en",
    other_name="English",
    beside="Yan yana",
    states="Durumlarına göre cümleler",
    months=tuple(
        "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık".split()
    ),
    notice=NOTICE,
    original=ORIGINAL,
    credit=CREDIT,
)
WORDS = {"en": ENGLISH, "tr": TURKISH}


def day(moment: str, words: Words) -> str:
    """Return the day of a moment in ISO 8601 as people write it: "24 Ekim 2025"."""
    year, month, date = moment[:10].split("-")
    return f"{int(date)} {words.months[int(month) - 1]} {int(year)}"
