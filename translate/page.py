"""What the program itself writes on a page: notice, availability line, language, alternates.

The lines are marked, so that they are known as furniture when the page is read again: formats look
for the words and marks named here.
"""

import html
import re
from dataclasses import dataclass

MARKER = "<!-- also-in-turkish -->"
IN_ENGLISH, IN_TURKISH = "This post is also available in", "Bu yazı şu dillerde de mevcut"
SPELLED = IN_TURKISH.encode("ascii", "xmlcharrefreplace").decode()  # as in Windows-1252 HTML
LINE, NOTICE_LINE = "also-in-turkish", "also-in-turkish-notice"  # classes in HTML
NOTICE_BEGINS = "Bu yazı makine çevirisidir"
NOTICE = f"{NOTICE_BEGINS}; tamamı henüz bir çevirmen tarafından gözden geçirilmedi."
ORIGINAL = "İngilizce aslı"
CREDIT = "Çeviri"
# The three forms of `availability` on a Turkish page: Markdown, HTML, text.
OURS = re.compile(
    rf"^\*{IN_TURKISH}: (?:\[|<a )|(?:{MARKER}|class=\"{LINE}\">)(?:{IN_TURKISH}|{SPELLED}): <"
    rf"|^{IN_TURKISH}: İngilizce\s*$",
    re.MULTILINE,
)
PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")  # what Markdown may take for markup
# How such a line begins, ours or another program's.
AVAILABLE = re.compile(
    r"(?:this (?:post|entry|article|page) is also available in"
    r"|bu (?:yazı|sayfa|makale) şu dillerde de mevcut)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Links:
    """Where a post and its translation are, as the page links them.

    For generators, they may also be what those replace, and whole attributes: `href="…"`.
    """

    english: str
    turkish: str
    absolute: bool = False  # full URLs, which canonical and hreflang need
    field: tuple[str, str] = ("", "")  # front matter that pairs the two: key and value, as written
    moved: str = ""  # way from the Turkish page's folder to the English one's, if fields need it


def is_turkish_version(text: str) -> bool:
    """Tell a page that the program wrote from any other by its availability line.

    Words alone are not enough: a page may quote them.
    """
    return bool(OURS.search(text))


def availability(kind: str, language: str, links: Links) -> str:
    """Return the line that names the other language, for a page in `language`: "en" or "tr"."""
    if language == "tr":
        words, name, code, link = IN_TURKISH, "İngilizce", "en", links.english
    else:
        words, name, code, link = IN_ENGLISH, "Turkish", "tr", links.turkish
    if kind in ("html", "classic", "blocks"):
        line = (
            f'<p class="{LINE}">{MARKER}{words}: <a href="{html.escape(link)}" '
            f'hreflang="{code}" lang="{language}" rel="alternate">{name}</a></p>'
        )
        return _block(LINE, line) if kind == "blocks" else line
    if kind == "markdown":
        return f"*{words}: {_anchor(name, link)}* {MARKER}"
    return f"{words}: {name}"


def notice(kind: str, links: Links) -> str:
    """Return what tells readers that a machine translated the page, with a link to the original."""
    if kind in ("html", "classic", "blocks"):
        line = (
            f'<p class="{NOTICE_LINE}" lang="tr">{MARKER}{NOTICE} '
            f'<a href="{html.escape(links.english)}" hreflang="en" rel="alternate">{ORIGINAL}</a>'
            "</p>"
        )
        return _block(NOTICE_LINE, line) if kind == "blocks" else line
    if kind == "markdown":
        return f"> {NOTICE} {_anchor(ORIGINAL, links.english)} {MARKER}"
    return f"[{NOTICE} {ORIGINAL}: {links.english}]"


def credit(kind: str, translator: str) -> str:
    """Return what tells readers who translated the page, where the notice stood before."""
    if kind in ("html", "classic", "blocks"):
        words = html.escape(f"{CREDIT}: {translator}")
        line = f'<p class="{NOTICE_LINE}" lang="tr">{MARKER}{words}</p>'
        return _block(NOTICE_LINE, line) if kind == "blocks" else line
    if kind == "markdown":
        return f"> {CREDIT}: {PUNCTUATION.sub(_escaped, translator)} {MARKER}"
    return f"[{CREDIT}: {translator}]"


def language(fence: str, old: str) -> str:
    """Return the line of front matter that declares a page Turkish, in place of the line `old`.

    `fence` is that of the front matter: "---" for YAML, "+++" for TOML.
    """
    key = "language" if old.startswith("language") else "lang"
    return f'{key} = "tr"\n' if fence == "+++" else f"{key}: tr\n"


def field(fence: str, key: str, value: str) -> str:
    """Return a line of front matter; the value is written as it is."""
    equals = " = " if fence == "+++" else ": "
    return f"{key}{equals}{value}\n"


def alternates(links: Links) -> str:
    """Return canonical and hreflang links for the head of a Turkish page."""
    rows = {"en": links.english, "tr": links.turkish, "x-default": links.english}
    return f'<link rel="canonical" href="{html.escape(links.turkish)}">\n' + "".join(
        f'<link rel="alternate" hreflang="{code}" href="{html.escape(link)}">\n'
        for code, link in rows.items()
    )


def _anchor(words: str, link: str) -> str:
    """Write a link in Markdown, or in HTML if it is a whole attribute."""
    if 'href="' in link:
        return f"<a {link}>{words}</a>"
    return f"[{words}]({destination(link)})"


def _block(name: str, paragraph: str) -> str:
    """Return a paragraph as WordPress's block editor has it: a class, and no comments."""
    line = paragraph.replace(MARKER, "").replace(' lang="tr">', ">")
    return f'<!-- wp:paragraph {{"className":"{name}"}} -->\n{line}\n<!-- /wp:paragraph -->'


def destination(link: str) -> str:
    """Write a link as a Markdown destination; it is percent-encoded but for parentheses."""
    if link.startswith("{"):  # a generator's own words
        return link
    return link.replace("(", "%28").replace(")", "%29")


def _escaped(match: re.Match[str]) -> str:
    return match[0] if match[0] in ".,'-()" else f"\\{match[0]}"
