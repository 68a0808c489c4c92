"""Post + translations → what a page shows of it: title, description, date and body, as HTML."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from translate.post import Part, Post, Segment, Zone, join
from translate.segment import frontmatter
from translate.site import clean, dates, markdown, plain, theme, wordpress
from translate.site.clean import bare

H1 = re.compile(r"<h1\b[^>]*>(.*?)</h1>\s*", re.DOTALL)
LEVEL = re.compile(r"<h([1-6])\b")
HEADING = re.compile(r"(</?h)([1-6])\b")
# What is no part of the text on a page of the site, which says these things itself.
LEFT_OUT = (Zone.FORM, Zone.NOTICE, Zone.LINK, Zone.AVAILABILITY, Zone.COMMENTS)


@dataclass(frozen=True, slots=True)
class Version:
    """A post in one language."""

    title: str
    description: str  # both are text, not HTML
    body: str  # HTML, of tags that `clean` lets through


def version(post: Post, translations: Mapping[str, str], rewrite: clean.Rewrite) -> Version:
    """Return a post with the translations that there are; without any, in English."""
    title, description, shown = SAID[post.format](post, translations)
    return _titled(title, description, clean.cleaned(shown, rewrite), post)


def moment(post: Post) -> str:
    """Return when a post was published, in ISO 8601 with a time zone, "" if nothing says it.

    Front matter says it, the metadata of a page, an export, or a file name that begins with a day.
    """
    if post.item:
        return wordpress.moment(post)
    found = ""
    if post.format == "markdown":
        said = frontmatter.values(_joined(_halves(post)[0], {}))
        found = dates.moment(said.get("date") or said.get("published"))
    elif post.format == "html":
        found = dates.of_page(join(post.parts))
    return found or dates.of_name(post.path.name)


# The title and the description of a post, "" where it has none, and its text as HTML.
Said = tuple[str, str, str]


def _of_text(post: Post, translations: Mapping[str, str]) -> Said:
    _, body = _halves(post)
    title = [segment for segment in post.segments[:1] if segment.kind == "title"]
    return _words(title, translations), "", plain.html_of(body, translations)


def _of_markdown(post: Post, translations: Mapping[str, str]) -> Said:
    before, body = _halves(post)
    said = frontmatter.values(_joined(before, translations))
    about = said.get("description") or said.get("summary") or ""
    shown = markdown.html_of("".join(_sentence(part, translations) for part in body))
    return bare(str(said.get("title", ""))), bare(str(about)), shown


def _of_html(post: Post, translations: Mapping[str, str]) -> Said:
    before, body = _halves(post)
    ahead = [part for part in before if isinstance(part, Segment)]
    headlines = [segment for segment in ahead if segment.kind == "heading"]
    titles = [segment for segment in ahead if segment.kind == "title"]
    about = [segment for segment in ahead if segment.kind == "description"]
    about = [segment for segment in about if segment.block == about[0].block]
    shown = "".join(_sentence(part, translations) for part in body)
    title = _words(headlines[-1:] or titles[:1], translations)
    return title, _words(about, translations), shown


SAID: Mapping[str, Callable[[Post, Mapping[str, str]], Said]] = {
    "text": _of_text,
    "markdown": _of_markdown,
    "html": _of_html,
    "blocks": wordpress.said,
    "classic": wordpress.said,
}


def _halves(post: Post) -> tuple[Sequence[Part], Sequence[Part]]:
    """Return what stands before the text of a post, and its text."""
    zones = [part.zone for part in post.parts]
    top, end = zones.index(Zone.TOP), zones.index(Zone.END)
    parts = theme.without(post.parts) if post.format == "html" else post.parts
    return parts[:top], [part for part in parts[top:end] if part.zone not in LEFT_OUT]


def _joined(parts: Iterable[Part], translations: Mapping[str, str]) -> str:
    return "".join(
        part.write(translations[part.text])
        if isinstance(part, Segment) and part.text in translations
        else part.source
        for part in parts
    )


def _sentence(part: Part, translations: Mapping[str, str]) -> str:
    """Return what stands for a part in the page's own format, English marked as such."""
    if not isinstance(part, Segment):
        return part.source
    if part.text in translations:
        return part.write(translations[part.text])
    marked = translations and part.kind != "alt text"
    return f'<span lang="en">{part.source}</span>' if marked else part.source


def _words(segments: Iterable[Segment], translations: Mapping[str, str]) -> str:
    """Return sentences as text, without markup."""
    texts = (
        (translations.get(segment.text, segment.text), segment.syntax == "html")
        for segment in segments
    )
    return " ".join(bare(text) if marked else text for text, marked in texts)


def _titled(title: str, description: str, body: str, post: Post) -> Version:
    """Take the title out of the body, where the page's own heading would repeat it."""
    heading = H1.search(body)
    if heading and (not title or bare(heading[1]) in (title, "")):
        title = title or bare(heading[1])
        body = body[: heading.start()] + body[heading.end() :]
    levels = [int(level) for level in LEVEL.findall(body)]
    if levels and (by := 2 - min(levels)):  # the page's own heading is the only one above
        body = HEADING.sub(lambda found: f"{found[1]}{min(6, int(found[2]) + by)}", body)
    return Version(title or post.name.rpartition("/")[2], description, body.strip())
