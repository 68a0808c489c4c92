"""Files → posts: found, decoded, cut by their format, their language detected."""

import codecs
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from translate import detect
from translate.detect import Verdict
from translate.errors import TranslateError
from translate.files import walk
from translate.page import is_turkish_version
from translate.post import Post, join
from translate.segment import Layout, parts
from translate.wordpress import export, item
from translate.wordpress.item import USUAL, Selection

# Suffix → module of `translate.segment`, imported when such a file arrives.
FORMATS = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xml": "wordpress",  # of a file that holds many posts
}
BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
LANGUAGES = {"tr": "Turkish", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian"}


@dataclass(frozen=True, slots=True)
class Listing:
    """The files that the given paths name or hold."""

    files: tuple[tuple[str, Path], ...]  # post name and path, by name
    refused: tuple[str, ...]  # a line each
    ignored: int  # files of other kinds, in folders


@dataclass(frozen=True, slots=True)
class Reading:
    """A post, its language, and why it is not translated, if so."""

    post: Post
    verdict: Verdict
    skip: str = ""


def find(paths: Sequence[Path]) -> Listing:
    """Return the posts that files and folders hold.

    Folders are read recursively, without hidden files and folders. A post's name is its path
    below the folder, of a file given alone its name, without suffix. Two posts with one name are
    both refused.
    """
    refused: list[str] = []
    found: dict[Path, str] = {}
    ignored = 0
    for path in paths:
        if _is(path, Path.is_dir):
            files = list(walk(path))
            posts = [file for file in files if _is_post(file)]
            ignored += len(files) - len(posts)
            found |= {file: file.relative_to(path).with_suffix("").as_posix() for file in posts}
            if not posts:
                refused.append(f"{path}: no posts in this folder: they end in {_suffixes()}")
        elif not _is(path, Path.is_file):
            refused.append(f"{path}: no such file or folder: check the path")
        elif path.suffix.lower() not in FORMATS:
            refused.append(f"{path}: not a format that is read: posts end in {_suffixes()}")
        elif not _is_post(path):
            refused.append(f"{path}: no export of WordPress: Tools → Export there makes one")
        else:
            found[path] = path.stem
    for path in [path for path in found if not _is_text(str(path))]:
        refused.append(f"{path}: its name is not UTF-8, and no link can spell it: rename it")
        del found[path]
    unique, doubles = _without_doubles(found)
    return Listing(unique, (*refused, *doubles), ignored)


def read(name: str, path: Path, selection: Selection = USUAL) -> Iterator[Post]:
    """Yield the posts of a file: one, or of an export those that are wanted.

    Raises `TranslateError` for a file that is empty, not text, or broken.
    """
    if FORMATS[path.suffix.lower()] == "wordpress":
        yield from item.read(name, path, selection)
        return
    encoding, text = decoded(path)
    if not text.strip():
        raise TranslateError(f"{path}: the file is empty: write something or remove it")
    kind = FORMATS[path.suffix.lower()]
    layout: Callable[[str], Layout] = import_module(f"translate.segment.{kind}").layout
    try:
        found = layout(text)
    except TranslateError as error:
        raise TranslateError(f"{path}: {error}") from error
    yield Post(name, path, kind, encoding, parts(text, found), found.declared, found.skip)


def judge(post: Post, source: str | None = None) -> Reading:
    """Return a post with its language; where it is English, other languages in it stay as they are.

    With `source` the post is taken to be in that language, whatever is detected; all of one that
    is detected as another language is then translated.
    """
    verdict = detect.language(post.segments)
    sure = source or post.stated == "en"
    skip = post.skip or ("" if sure else _reason(verdict, post.declared))
    if is_turkish_version(join(post.parts)):
        skip = "already Turkish: a version that this program wrote"
    if not post.segments:
        skip = skip or "nothing in it to translate"
    if not skip and verdict.language in ("en", ""):
        post = detect.keep_foreign(post)
    return Reading(post, verdict, skip)


def decoded(path: Path) -> tuple[str, str]:
    """Return the encoding and the text of a file, without BOM, its line ends as they are.

    Raises `TranslateError` for a file that is not text.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise TranslateError(
            f"{path}: cannot be read ({error.strerror}): check its rights"
        ) from error
    for bom, encoding in BOMS.items():
        if content.startswith(bom):
            return encoding, _decode(path, content.removeprefix(bom), encoding.removesuffix("-sig"))
    if b"\0" in content:
        raise TranslateError(f"{path}: a binary file, not text: remove it or save it as UTF-8 text")
    try:
        return "utf-8", content.decode()
    except UnicodeDecodeError as error:
        if _half_utf8(content):
            raise TranslateError(
                f"{path}: not valid UTF-8 at byte {error.start}: save it as UTF-8 again"
            ) from error
        return "cp1252", _decode(path, content, "cp1252")


def encode(text: str, encoding: str) -> bytes:
    """Return the bytes of a text in the encoding of a `Post`, with the BOM that it came with.

    Raises `UnicodeEncodeError` where the encoding lacks a letter.
    """
    bom = next((bom for bom, codec in BOMS.items() if codec == encoding), b"")
    return bom + text.encode(encoding.removesuffix("-sig"))


def _is_text(name: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in name)


def _is(path: Path, kind: Callable[[Path], bool]) -> bool:
    try:
        return kind(path)
    except OSError:  # a name that is longer than the system allows, a folder that may not be read
        return False


def _decode(path: Path, content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise TranslateError(
            f"{path}: neither UTF-8, UTF-16 nor Windows-1252 text: save it as UTF-8"
        ) from error


def _half_utf8(content: bytes) -> bool:
    """Tell broken UTF-8 from Windows-1252, where a letter is one byte among ASCII.

    What decodes as UTF-8 beyond ASCII, in spite of some bytes that do not, is hardly chance.
    """
    letters = content.decode(errors="ignore")
    broken = content.decode(errors="replace").count("�")
    return sum(1 for letter in letters if letter > "\x7f") > broken


def _reason(verdict: Verdict, declared: str) -> str:
    """Return why a post is not translated, "" for an English one."""
    if verdict.language == "en":
        return ""
    if verdict.language == "tr":
        return "already Turkish"
    hint = f', the page says "{declared}"' if declared else ""
    if not verdict.language:
        few = f"unsure: {verdict.words} words of prose are too few to tell the language{hint}"
        return f"{few} (--source en drafts it)"
    name = LANGUAGES.get(verdict.language, f'language "{verdict.language}"')
    return f"{name}, not English{hint} (--source en drafts it all the same)"


def _is_post(path: Path) -> bool:
    """Tell if a file is of a format that is read; there are other files that end in .xml."""
    suffix = path.suffix.lower()
    return suffix in FORMATS and (FORMATS[suffix] != "wordpress" or export.is_export(path))


def _without_doubles(
    found: dict[Path, str],
) -> tuple[tuple[tuple[str, Path], ...], tuple[str, ...]]:
    paths: dict[str, list[Path]] = {}
    for path, name in {path.resolve(): (path, name) for path, name in found.items()}.values():
        export = FORMATS[path.suffix.lower()] == "wordpress"
        paths.setdefault(item.folder(name) if export else name, []).append(path)
    refused = [
        f"{' and '.join(map(str, same))}: two posts with one name: rename one of them"
        for same in paths.values()
        if len(same) > 1
    ]
    unique = sorted((found[same[0]], same[0]) for same in paths.values() if len(same) == 1)
    return tuple(unique), tuple(refused)


def _suffixes() -> str:
    return ", ".join(FORMATS)
