"""Front matter: YAML between `---` lines, TOML between `+++` lines, or bare lines `Key: value`.

Chosen values become blocks where they stand; nothing is parsed and written back.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from html import unescape
from typing import TYPE_CHECKING

from translate.errors import TranslateError
from translate.post import Mark, Role, Zone
from translate.segment import Area, Block, entities

if TYPE_CHECKING:
    from yaml.nodes import Node, ScalarNode

_OPENING = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n?|\n)")
_CLOSING = {
    "---": re.compile(r"(?<![^\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)"),
    "+++": re.compile(r"(?<![^\r\n])\+\+\+[ \t]*(?:\r\n?|\n|\Z)"),
}
_FIRST_LINE = {
    "---": re.compile(r"""[^\s:#][^:\r\n]{0,60}:(?!\S)|[-?] |[\[{"'%&*!|>]"""),
    "+++": re.compile(r"""\[|[\w.'"-][^=\r\n]{0,60}="""),
}
_KEY_LINE = re.compile(r"""['"]?[\w.-]+['"]?[ \t]*[:=](?!\S)""")

# What Pelican reads without fences (MultiMarkdown's metadata): its lines, a title among them.
_BARE_LINE = re.compile(
    r"([A-Za-z][\w-]*):[ \t]+([^\s](?:[^\r\n]|(?:\r\n?|\n)(?: {4}|\t)(?=\S))*)(?:\r\n?|\n|\Z)"
)
_BLANK = re.compile(r"[ \t]*(?:\r\n?|\n|\Z)")

_FIELDS = {
    "title": "title",
    "subtitle": "title",
    "description": "description",
    "summary": "summary",
    "excerpt": "excerpt",
    "lead": "summary",
}
_ALT = re.compile(r"(?:.*[_-])?alt(?:[_-]?text)?|\w*[a-z]Alt(?:Text)?|altText")
_CAPTION = re.compile(r"(?:.*[_-])?caption|\w*[a-z]Caption")
# Tables in which themes keep fields of their own.
_THEME = ("extra", "params")
_NO = ("false", "no", "off")

_LINE_END = re.compile(r"\r\n?|\n")
# Blanks are tried from their first alone: a value may hold thousands.
_BREAK = r"(?P<line>(?:(?<![ \t])[ \t]++)?(?:\r\n?|\n)\s*)"
_ENTITY = r"(?P<entity>&(?:\#\d{1,7}|\#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,30});)"
_ESCAPE = (
    r"(?P<escape>\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[ \t]*(?:\r\n?|\n)\s*|[^\r\n]))"
)
_ESCAPED = re.compile(f"{_ESCAPE}|{_BREAK}|{_ENTITY}")
_DOUBLED = re.compile(f"(?P<quote>'')|{_BREAK}|{_ENTITY}")
_BARE = re.compile(f"{_BREAK}|{_ENTITY}")
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
_INDICATOR = re.compile(r"[|>][^\r\n]*(?:\r\n?|\n|\Z)\s*")

_HEADER = re.compile(r"[ \t]*\[[^\r\n]*")
_TOML_KEY = re.compile(r"""[\w-]+|"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'""")
_TOML_TOKEN = re.compile(
    r'''
      (?P<string> """ (?:[^"\\]|\\[\s\S]|"(?!""))*+ "{3,5}
                | \'\'\' (?:[^']|'(?!\'\'))*+ '{3,5}
                | "(?:[^"\\\r\n]|\\.)*+" | '[^'\r\n]*' )
    | (?P<line> \r\n?|\n )
    | (?P<sign> [\[\]{}=,] )
    | (?P<bare> [^\s\[\]{}=,#"']+ )
    | \#[^\r\n]*
    | \s
    ''',
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the top of a file says."""

    blocks: tuple[Block, ...] = ()
    areas: tuple[Area, ...] = (Area(0, 0, Zone.LANG), Area(0, 0, Zone.HEAD))
    declared: str = ""
    skip: str = ""
    end: int = 0  # where the body begins


@dataclass(frozen=True, slots=True)
class _Field:
    """A value: inside of its quotes, if it has any."""

    path: tuple[str, ...]  # of keys, an empty one for a place in a list
    line: int  # where the line of its key begins
    start: int
    end: int
    quote: str  # '"', "'", '"""', "'''", "|", ">", and "" for none
    syntax: str  # "yaml", "toml", "bare", or "flow" for YAML inside of { } or [ ]
    is_text: bool = True


def read(text: str) -> FrontMatter:
    """Return the fields to translate and where the body begins; without front matter, at 0.

    Raise TranslateError where something begins as front matter and is broken. A body that begins
    with a horizontal rule is not front matter.
    """
    opening = _OPENING.match(text)
    if not opening:
        return _bare(text)
    fence, start = opening[1], opening.end()
    closing = _CLOSING[fence].search(text, start)
    if not closing:
        if _KEY_LINE.match(text, start):
            raise TranslateError(f'front matter is not closed: end it with a line "{fence}"')
        return FrontMatter()
    content = text[start : closing.start()]
    lines = (line.strip() for line in content.splitlines())
    first = next((line for line in lines if line and line[0] != "#"), "")
    loose = bool(content) and not content.splitlines()[0].strip()
    if first and not _FIRST_LINE[fence].match(first):
        return FrontMatter()
    try:
        fields, head = (_yaml if fence == "---" else _toml)(text, start, closing.start())
    except TranslateError:
        if loose:
            return FrontMatter()
        raise
    return _front(text, fields, head, closing.end())


def values(text: str) -> dict[str, object]:
    """Return what the front matter of a text that `read` has read says, by its keys.

    In YAML all values are texts, or tables of texts: a date that no calendar has is one, too. Lists
    and what is nested deeper are left out.
    """
    opening = _OPENING.match(text)
    if not opening:
        said = {line[1].lower(): line[2] for line in _bare_lines(text)}
        return said if "title" in said else {}
    closing = _CLOSING[opening[1]].search(text, opening.end())
    if not closing:
        return {}
    content = text[opening.end() : closing.start()]
    if opening[1] == "+++":
        return tomllib.loads(content)
    import yaml

    root = yaml.compose(content, Loader=yaml.BaseLoader)
    tables = {name: _texts(node) for name, node in _children(root)}
    return {**{name: said for name, said in tables.items() if said}, **_texts(root)}


def _texts(node: "Node | None") -> dict[str, str]:
    """Return the texts in a table of YAML. Lists may be aliases that unfold without end."""
    from yaml import ScalarNode

    return {name: child.value for name, child in _children(node) if isinstance(child, ScalarNode)}


def _children(node: "Node | None") -> Iterator[tuple[str, "Node"]]:
    from yaml import MappingNode, ScalarNode

    for key, value in node.value if isinstance(node, MappingNode) else ():
        if isinstance(key, ScalarNode):
            yield key.value, value


def _bare(text: str) -> FrontMatter:
    """Return the fields of lines without fences, nothing if there is no title among them."""
    fields, at = [], 0
    for line in _bare_lines(text):
        is_text = line[2].strip().lower() not in _NO
        start, end = line.start(2), line.start(2) + len(line[2].rstrip())
        fields.append(_Field((line[1].lower(),), at, start, end, "", "bare", is_text))
        at = line.end()
    blank = _BLANK.match(text, at)
    if not blank or ("title",) not in [field.path for field in fields]:
        return FrontMatter()
    return _front(text, fields, at, blank.end())


def _bare_lines(text: str) -> Iterator[re.Match[str]]:
    at = 0
    while line := _BARE_LINE.match(text, at):
        yield line
        at = line.end()


def _front(text: str, fields: list[_Field], head: int, end: int) -> FrontMatter:
    top = {field.path[0]: field for field in fields if len(field.path) == 1}
    said = top.get("translate")
    refused = said and not said.is_text and text[said.start : said.end].lower() in _NO
    lang = top.get("lang") or top.get("language")
    area = Area(head, head, Zone.LANG)
    if lang:
        stop = _LINE_END.search(text, lang.end)
        area = Area(lang.line, stop.end() if stop else head, Zone.LANG)
    return FrontMatter(
        tuple(_block(text, field, kind) for field in fields if (kind := _kind(field))),
        tuple(sorted([area, Area(head, head, Zone.HEAD)], key=lambda area: area.start)),
        text[lang.start : lang.end] if lang else "",
        'front matter says "translate: false"' if refused else "",
        end,
    )


def _kind(field: _Field) -> str:
    """Return what the value is to a reader, or nothing if it is not for readers."""
    *above, name = field.path
    if not field.is_text:
        return ""
    if not above or (len(above) == 1 and above[0] in _THEME):
        kind = _FIELDS.get(name.lower(), "")
        if kind:
            return kind
    if _ALT.fullmatch(name):
        return "alt text"
    return "caption" if _CAPTION.fullmatch(name) else ""


def _block(text: str, field: _Field, kind: str) -> Block:
    plain = field.syntax != "toml" and not field.quote
    return Block(
        field.start,
        field.end,
        kind,
        tuple(_marks(text, field)),
        whole=plain or kind == "title",
        write=_writer(field),
    )


def _marks(text: str, field: _Field) -> Iterator[Mark]:
    for found in _special(field).finditer(text, field.start, field.end):
        start, end = found.span()
        if found.lastgroup == "entity":
            decoded = unescape(found[0])
            if decoded != found[0]:
                yield entities.mark(entities.MARKDOWN, start, end, decoded)
        elif found.lastgroup == "line":
            yield _break(text, found, field.quote)
        elif found.lastgroup == "escape" and found[0] == r"\n":
            yield Mark(start, end, Role.CUT, " ")
        else:
            yield Mark(start, end, Role.TEXT, "'" if found[0] == "''" else _decoded(found[0]))


def _special(field: _Field) -> re.Pattern[str]:
    if field.quote in ('"', '"""'):
        return _ESCAPED
    return _DOUBLED if field.quote == "'" and field.syntax != "toml" else _BARE


def _break(text: str, found: re.Match[str], quote: str) -> Mark:
    """Return the mark of a line end: one that YAML or TOML folds, or that the author meant.

    In a literal block (`|`) most authors wrap their lines nevertheless: where the next line goes
    on in lower case, the sentence does too.
    """
    start, end = found.span()
    kept = quote in ("|", '"""', "'''") and not text[end : end + 1].islower()
    if kept or len(_LINE_END.findall(found[0])) > 1:
        return Mark(start, end, Role.CUT, " ")
    return Mark(start, end, Role.TEXT, " ")


def _decoded(escape: str) -> str:
    """Return what an escape of a double-quoted string stands for, white space as a space."""
    letter, digits = escape[1], escape[2:]
    if letter in "xuU" and digits:
        code = int(digits, 16)
        return chr(code) if code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else ""
    if letter in " \t\r\n":
        return " " if letter == " " and not digits else ""
    return letter if letter in "\"/\\'" else "" if letter in "0abefv" else " "


def _writer(field: _Field) -> Callable[[str], str]:
    if field.syntax == "bare" or field.quote in ("|", ">"):
        return str
    if field.quote in ('"', '"""'):
        return _double
    if field.quote:
        return _literal if field.syntax == "toml" else _single
    return partial(_plain, flow=field.syntax == "flow")


def _double(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _single(text: str) -> str:
    return text.replace("'", "''")


def _literal(text: str) -> str:
    """Write for a TOML literal string, which has no escapes."""
    return text.replace("'", "’")


def _plain(text: str, *, flow: bool) -> str:
    """Leave a YAML value bare if it is still read as the same words, else quote it."""
    import yaml

    try:
        same = yaml.safe_load(f"{{k: {text}}}" if flow else f"k: {text}") == {"k": text}
    except (yaml.YAMLError, ValueError, RecursionError):
        same = False
    return text if same else f'"{_double(text)}"'


def _yaml(text: str, start: int, stop: int) -> tuple[list[_Field], int]:
    """Return the scalars of YAML, and where a new line can be added."""
    import yaml

    try:
        root = yaml.compose(text[start:stop], Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f"line {mark.line + 2}: " if mark else ""
        reason = getattr(error, "problem", None) or getattr(error, "reason", "unreadable")
        raise TranslateError(
            f"front matter is not valid YAML ({line}{reason}): mend it or remove it"
        ) from error
    except RecursionError as error:
        raise TranslateError("front matter is nested too deeply: flatten or remove it") from error
    if root is None:
        return [], stop
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise TranslateError('front matter is not lines of "key: value": mend it or remove it')
    return list(_scalars(text, root, start)), stop


def _scalars(text: str, root: "Node", base: int) -> Iterator[_Field]:
    """Yield the scalars below a node in their order. An alias has been met where it points to."""
    from yaml import MappingNode, ScalarNode, SequenceNode

    todo: list[tuple[tuple[str, ...], int, bool, Node]] = [((), base, False, root)]
    seen = -1
    while todo:
        path, line, flow, node = todo.pop()
        if node.start_mark.index <= seen:
            continue
        seen = node.start_mark.index
        if isinstance(node, ScalarNode):
            yield _scalar(text, node, base, path, line, "flow" if flow else "yaml")
        elif isinstance(node, MappingNode):
            flow = flow or bool(node.flow_style)
            for key, value in reversed(node.value):
                mark = key.start_mark
                name = key.value if isinstance(key, ScalarNode) else ""
                todo.append(((*path, name), base + mark.index - mark.column, flow, value))
        elif isinstance(node, SequenceNode):
            flow = flow or bool(node.flow_style)
            todo += [((*path, ""), line, flow, item) for item in reversed(node.value)]


def _scalar(
    text: str, node: "ScalarNode", base: int, path: tuple[str, ...], line: int, syntax: str
) -> _Field:
    start, end = base + node.start_mark.index, base + node.end_mark.index
    if properties := _PROPERTIES.match(text, start, end):
        start = properties.end()
    quote = node.style or ""
    if quote in ("|", ">") and quote:
        header = _INDICATOR.match(text, start, end)
        start = header.end() if header else start
    elif quote:
        start, end = start + 1, end - 1
    is_text = bool(quote) or node.tag == "tag:yaml.org,2002:str"
    return _Field(path, line, start, end, quote, syntax, is_text)


def _toml(text: str, start: int, stop: int) -> tuple[list[_Field], int]:
    """Return the values of TOML, and where a new line belongs to no table."""
    try:
        # One line more in front, for the fence: the error counts lines.
        tomllib.loads("\n" + text[start:stop])
    except ValueError as error:  # TOMLDecodeError, or of a number without end
        raise TranslateError(
            f"front matter is not valid TOML ({error}): mend it or remove it"
        ) from error
    except RecursionError as error:
        raise TranslateError("front matter is nested too deeply: flatten or remove it") from error
    scanner = _Toml(text, start, stop)
    scanner.scan()
    return scanner.fields, stop if scanner.first_table is None else scanner.first_table


class _Toml:
    """Scans TOML that is known to be valid for its values: where they stand, under which keys."""

    def __init__(self, text: str, start: int, stop: int) -> None:
        self.text, self.at, self.stop = text, start, stop
        self.fields: list[_Field] = []
        self.first_table: int | None = None
        self.line = start
        self.table: tuple[str, ...] = ()
        self.keys: tuple[str, ...] = ()  # before the "="
        self.path: tuple[str, ...] | None = None  # of the value to come, after the "="
        self.outer: list[tuple[str, tuple[str, ...]]] = []  # each { and [ around, and its path

    def scan(self) -> None:
        while self.at < self.stop:
            new = self.at == self.line and not self.outer
            header = _HEADER.match(self.text, self.at, self.stop) if new else None
            if header:
                self._header(header)
            elif token := _TOML_TOKEN.match(self.text, self.at, self.stop):
                self.at = token.end()
                self._token(token)
            else:
                self.at += 1

    def _header(self, header: re.Match[str]) -> None:
        inside = header[0].lstrip().lstrip("[").partition("]")[0]
        self.table = tuple(key.strip("\"'") for key in _TOML_KEY.findall(inside))
        self.first_table = header.start() if self.first_table is None else self.first_table
        self.at = header.end()

    def _token(self, token: re.Match[str]) -> None:
        kind = token.lastgroup
        if kind == "line" and not self.outer:
            self.line, self.keys, self.path = token.end(), (), None
        elif kind == "sign":
            self._sign(token[0])
        elif kind in ("string", "bare"):
            if self.path is not None:
                self._value(token)
            elif kind == "string":
                self.keys += (token[0][1:-1],)
            else:
                self.keys += tuple(key for key in token[0].split(".") if key)

    def _sign(self, sign: str) -> None:
        if sign == "=":
            self.path = (*(self.outer[-1][1] if self.outer else self.table), *self.keys)
            return
        if sign in "[{":
            self.outer.append((sign, (*(self.path or ()), "") if sign == "[" else self.path or ()))
        elif sign in "]}":
            self.outer.pop()
        listed = bool(self.outer) and self.outer[-1][0] == "["
        self.keys, self.path = (), self.outer[-1][1] if listed else None

    def _value(self, token: re.Match[str]) -> None:
        quote = token[0][: 3 if token[0][:3] in ('"""', "'''") else 1]
        is_text = token.lastgroup == "string"
        inside = len(quote) if is_text else 0
        start, end = token.start() + inside, token.end() - inside
        quote = quote if is_text else ""
        path = self.path or ()
        self.fields.append(_Field(path, self.line, start, end, quote, "toml", is_text))
