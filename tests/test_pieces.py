"""Text and the pieces of a model, of both kinds that Argos packages come with."""

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from tests import tiny
from translate import packages
from translate.errors import TranslateError
from translate.packages import Package
from translate.pieces import Pieces, load


@pytest.fixture(scope="module")
def embedded() -> Pieces:
    return load(packages.embedded())


def package(folder: Path) -> Package:
    return Package(folder, "en", "tr", tiny.VERSION)


@pytest.fixture(scope="module")
def bpe(tmp_path_factory: pytest.TempPathFactory) -> Pieces:
    return load(package(tiny.with_bpe(tmp_path_factory.mktemp("bpe"))))


def found(pieces: Pieces, tokens: list[str], text: str) -> list[str]:
    return [text[start:end] for start, end in pieces.spans(tokens, text)]


def test_sentencepiece_gives_back_what_it_took(embedded: Pieces) -> None:
    text = "The mayor's bridge, built in 1993, was closed on Monday."
    (tokens,) = embedded.encode([text])
    assert tokens[0].startswith("▁")
    assert embedded.decode(tokens) == text
    assert "".join(found(embedded, tokens, text)) == text.replace(" ", "")


def test_sentencepiece_gives_unfound_pieces_an_empty_span(embedded: Pieces) -> None:
    assert embedded.spans(["▁Old", "▁xylophone", "▁ferry"], "Old ferry") == ((0, 3), (3, 3), (4, 9))


def test_the_embedded_package_knows_placeholders_and_no_chinese(embedded: Pieces) -> None:
    assert embedded.knows("⟦0⟧ ⟦9⟧")
    assert embedded.knows("")
    assert not embedded.knows("渡轮")


def test_bpe_gives_back_what_it_took(bpe: Pieces) -> None:
    assert bpe.encode([tiny.SENTENCE, ""]) == [
        ["Old", "ferry", ",", "new", "har@@", "bour", "."],
        [],
    ]
    assert bpe.decode(["Eski", "vapur", ",", "yeni", "li@@", "man", "."]) == tiny.TRANSLATION
    assert bpe.decode([]) == ""


def test_bpe_ends_a_word_that_the_model_left_open(bpe: Pieces) -> None:
    assert bpe.decode(["yeni", "li@@"]) == "yeni li"


def test_bpe_finds_the_parts_of_words(bpe: Pieces) -> None:
    (tokens,) = bpe.encode([tiny.SENTENCE])
    assert found(bpe, tokens, tiny.SENTENCE) == ["Old", "ferry", ",", "new", "har", "bour", "."]


@pytest.mark.parametrize(
    "text",
    [
        'The ferry\'s "new" harbour & so on.',
        "The ferry’s “new” harbour – and so on.",
        "It costs 3,50 (or more), they said…",
        "[1] Old <b> ferry | new",  # their escapes are cut in pieces here
        "Old  ferry, new   harbour.",
        "⟦0⟧ is new",
    ],
)
def test_bpe_finds_all_of_a_text_whose_marks_moses_escapes(bpe: Pieces, text: str) -> None:
    (tokens,) = bpe.encode([text])
    spans = bpe.spans(tokens, text)
    assert len(spans) == len(tokens)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    # "…" becomes three dots, which are not in the text.
    assert "".join(found(bpe, tokens, text)) == "".join(text.replace("…", "").split())


def test_bpe_goes_on_after_words_that_are_not_in_the_text(bpe: Pieces) -> None:
    tokens = ["Old", "xylophones", "everywhere", "ferry"]
    assert found(bpe, tokens, "Old ferry") == ["Old", "", "", "ferry"]
    assert found(bpe, ["Old", "<unk>", "ferry"], "Old 渡轮 ferry") == ["Old", "", "ferry"]
    tokens, text = ["Old", "naïvetés…", "and…", "ferry"], "Old naïvetés... and... ferry"
    assert found(bpe, tokens, text) == ["Old", "", "", "ferry"]


def test_bpe_knows_what_its_model_has_learnt(bpe: Pieces) -> None:
    assert bpe.knows("new ferry")
    assert not bpe.knows("⟦0⟧ ⟦9⟧")


def test_bpe_knows_nothing_that_it_does_not_give_back(tmp_path: Path) -> None:
    """Moses sets spaces around the brackets of a placeholder and does not take them out again."""
    folder = tiny.with_bpe(tmp_path)
    vocabulary = folder / "model" / "shared_vocabulary.json"
    pieces = json.loads(vocabulary.read_text(encoding="utf-8"))
    vocabulary.write_text(json.dumps([*pieces, "⟦", "⟧"]), encoding="utf-8")
    assert not load(package(folder)).knows("⟦0⟧")


def test_bpe_knows_nothing_if_the_model_has_no_list_of_its_pieces(tmp_path: Path) -> None:
    folder = tiny.with_bpe(tmp_path)
    (folder / "model" / "shared_vocabulary.json").unlink()
    assert not load(package(folder)).knows("new ferry")


def test_bpe_reads_the_lists_of_older_models(tmp_path: Path) -> None:
    folder = tiny.with_bpe(tmp_path)
    (folder / "model" / "shared_vocabulary.json").unlink()
    (folder / "model" / "source_vocabulary.txt").write_text("new\nferry\n", encoding="utf-8")
    assert load(package(folder)).knows("new ferry")
    assert not load(package(folder)).knows("new harbour")


def test_sentencepiece_goes_first_as_in_argos(tmp_path: Path) -> None:
    folder = tiny.with_sentencepiece(tmp_path)
    (folder / "bpe.model").write_text("nonsense", encoding="utf-8")
    assert load(package(folder)).encode(["Old ferry"]) == [["▁Old", "▁ferry"]]


@pytest.mark.parametrize("make", [tiny.with_bpe, tiny.with_sentencepiece])
def test_tiny_packages_translate_word_for_word(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    import ctranslate2

    folder = make(tmp_path)
    pieces = load(package(folder))
    model = ctranslate2.Translator(str(folder / "model"), inter_threads=1, intra_threads=1)
    (result,) = model.translate_batch(pieces.encode([tiny.SENTENCE]))
    assert pieces.decode(result.hypotheses[0]) == tiny.TRANSLATION


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("sentencepiece.model", b""),
        ("sentencepiece.model", b"no model"),
        ("bpe.model", b"three words here\n"),
        ("bpe.model", b"#version: 9\na b\n"),
        ("bpe.model", b"#version:\na b\n"),
        ("bpe.model", b"\xff\xfe\n"),
    ],
)
def test_a_broken_file_is_refused(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str, content: bytes
) -> None:
    folder = tiny.with_bpe(tmp_path)
    (folder / name).write_bytes(content)
    with pytest.raises(TranslateError, match=r"cannot be loaded \(.+\): install the package again"):
        load(package(folder))
    assert capfd.readouterr().err == ""
