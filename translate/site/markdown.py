"""A Markdown post → HTML. What only a site generator understands is shown plainly or left out."""

import html
import re

from translate.render import html_of as rendered
from translate.segment import generators

# Stand for what a generator would replace, while Markdown is rendered.
OPEN, CLOSE = "\ue100", "\ue101"
HELD = re.compile(
    r"<(?P<code>pre|code)\b(?:(?!<(?P=code)\b).)*?</(?P=code)>"
    rf"|<p>\s*{OPEN}(?P<alone>\d+){CLOSE}\s*</p>|(?P<space>\s?){OPEN}(?P<amid>\d+){CLOSE}",
    re.DOTALL,
)
HOLD = re.compile(rf"{OPEN}(\d+){CLOSE}")
FIGURE = re.compile(r"\{\{[<%]\s*figure\b(.*?)[>%]\}\}", re.DOTALL)
PARAMETER = re.compile(r"""(?<!\w)(\w++)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|(\S+))""")
ADDRESS = re.compile(r"\{\{\s*site\.(?:base)?url\s*\}\}")  # what stands before a path
TASK = re.compile(r'<input\b[^>]*type="checkbox"([^>]*)>\s*')


def html_of(text: str) -> str:
    """Return the body of a Markdown post as HTML, not cleaned."""
    text = text.replace(OPEN, "").replace(CLOSE, "")
    held: list[str] = []
    pieces, end = [], 0
    for start, stop in generators.mask(text)[1]:
        pieces += [text[end:start], f"{OPEN}{len(held)}{CLOSE}"]
        held.append(text[start:stop])
        end = stop
    shown = rendered("".join([*pieces, text[end:]]))
    shown = HELD.sub(lambda found: _shown(found, held), shown)
    return TASK.sub(lambda found: "☑ " if "checked" in found[0] else "☐ ", shown)


def _shown(found: re.Match[str], held: list[str]) -> str:
    """Return what stands on the page for code, which is as it was, and for a generator's tag."""
    if found["code"]:
        return HOLD.sub(lambda number: html.escape(held[int(number[1])], quote=False), found[0])
    if found["alone"]:
        return _figure(held[int(found["alone"])])
    tag = held[int(found["amid"])]
    if ADDRESS.fullmatch(tag):
        return ""
    if tag[1] not in "{%" or tag.startswith(("{{<", "{{%", "{%")):
        return ""  # attributes, and what draws something
    return found["space"] + html.escape(tag)


def _figure(tag: str) -> str:
    """Return the picture of Hugo's `figure`, the one shortcode with words for readers; else ""."""
    match = FIGURE.fullmatch(tag.strip())
    if not match:
        return ""
    said = {key: quoted or bare for key, quoted, bare in PARAMETER.findall(match[1])}
    source, alt = html.escape(said.get("src", "")), html.escape(said.get("alt", ""))
    caption = html.escape(said.get("caption") or said.get("title") or "", quote=False)
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure><img src="{source}" alt="{alt}">{below}</figure>'
