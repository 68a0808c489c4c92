"""TMX, the format in which translation tools exchange their memories: read as it streams by."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from translate.errors import TranslateError

PIECE = 1 << 20  # bytes
SOURCE, TARGET = "en", "tr"
REMEDY = "export it again"
CUT = "the file is cut off"
UNFINISHED = tuple(
    expat.errors.codes[name]
    for name in (expat.errors.XML_ERROR_NO_ELEMENTS, expat.errors.XML_ERROR_UNCLOSED_TOKEN)
)


def read(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the English sentences of a file, each with each of its Turkish translations.

    What stands for markup in them counts as their text. Raises `TranslateError` for a file that
    cannot be read, is no TMX, or declares entities, which could unfold without end.
    """
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.EntityDeclHandler = reader.refuse_entity
    try:
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                parser.Parse(piece)
                yield from reader.taken()
        parser.Parse(b"", True)
        yield from reader.taken()
    except OSError as error:
        raise TranslateError(
            f"{path}: cannot be read ({error.strerror or error}): check the path"
        ) from error
    except expat.ExpatError as error:
        reason = CUT if error.code in UNFINISHED else expat.errors.messages[error.code]
        raise TranslateError(f"{path}: line {error.lineno}: {reason}: {REMEDY}") from error
    except (LookupError, ValueError) as error:  # of an encoding that Python lacks
        raise TranslateError(f"{path}: line 1: {error}: save it as UTF-8") from error
    except _RefusedError as error:
        line = parser.CurrentLineNumber
        raise TranslateError(f"{path}: line {line}: {error}: {REMEDY}") from error


class _RefusedError(Exception):
    """What is wrong with a file that is well-formed XML."""


@dataclass(slots=True)
class _Reader:
    """What is known of a file while it is parsed."""

    pairs: list[tuple[str, str]] = field(default_factory=list)
    unit: dict[str, list[str]] = field(default_factory=dict)  # language → texts
    language: str = ""
    text: list[str] | None = None  # of the segment that is open
    begun: bool = False

    def taken(self) -> list[tuple[str, str]]:
        """Return the pairs found since the last call."""
        pairs, self.pairs = self.pairs, []
        return pairs

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if not self.begun and tag != "tmx":
            raise _RefusedError(f"<{tag}> is no translation memory")
        self.begun = True
        if tag == "tu":
            self.unit = {}
        elif tag == "tuv":
            said = attributes.get("xml:lang") or attributes.get("lang") or ""
            self.language = said.replace("_", "-").partition("-")[0].lower()
        elif tag == "seg":
            self.text = []

    def end(self, tag: str) -> None:
        if tag == "seg" and self.text is not None:
            text = " ".join("".join(self.text).split())
            self.unit.setdefault(self.language, []).append(text)
            self.text = None
        elif tag == "tu":
            targets = [text for text in self.unit.get(TARGET, ()) if text]
            sources = [text for text in self.unit.get(SOURCE, ())[:1] if text]
            self.pairs += [(source, target) for source in sources for target in targets]

    def characters(self, data: str) -> None:
        if self.text is not None:
            self.text.append(data)

    def refuse_entity(self, name: str, *_: object) -> None:
        raise _RefusedError(f"the entity “{name}” is declared, which no memory needs")
