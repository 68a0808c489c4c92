"""Which Argos package is used, and why."""

import shutil
from pathlib import Path

import pytest

from translate.errors import TranslateError
from translate.packages import EMBEDDED, choose, embedded, installed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EMBEDDED, tmp_path / "translate-en_tr-2_0"))


@pytest.fixture
def argos(folder: Path) -> Path:
    """Install a copy of the package where Argos keeps its own."""
    from argostranslate import settings

    target = Path(settings.package_data_dir) / folder.name
    shutil.copytree(folder, target)
    yield target
    shutil.rmtree(target)


def test_the_embedded_package_is_the_default() -> None:
    choice = choose(None, {})
    assert choice.reason == "embedded"
    assert choice.package == embedded()
    assert choice.package.label == "translate-en_tr 1.0"


def test_a_folder_can_be_given(folder: Path) -> None:
    choice = choose(str(folder), {"TRANSLATE_PACKAGE": "elsewhere"})
    assert (choice.package.path, choice.reason) == (folder, "--package")


def test_so_it_can_in_the_environment(folder: Path) -> None:
    choice = choose(None, {"TRANSLATE_PACKAGE": str(folder)})
    assert (choice.package.path, choice.reason) == (folder, "TRANSLATE_PACKAGE")


def test_an_installed_package_goes_by_its_name(argos: Path) -> None:
    assert next(installed()).path == argos
    assert choose("translate-en_tr", {}).package.path == argos
    assert choose("translate-en_tr-2_0", {}).package.path == argos


@pytest.mark.parametrize("part", ["metadata.json", "model/model.bin", "sentencepiece.model"])
def test_an_incomplete_package_is_refused(folder: Path, part: str) -> None:
    (folder / part).unlink()
    with pytest.raises(TranslateError, match=f"{Path(part).name} is missing"):
        choose(str(folder), {})


@pytest.mark.parametrize("metadata", ["", "[]", "{", '"text"'])
def test_unreadable_metadata_is_refused(folder: Path, metadata: str) -> None:
    (folder / "metadata.json").write_text(metadata, encoding="utf-8")
    with pytest.raises(TranslateError, match=r"metadata\.json"):
        choose(str(folder), {})


def test_a_package_for_another_pair_is_refused(folder: Path) -> None:
    with pytest.raises(TranslateError, match="translates en → tr, not de → tr"):
        choose(str(folder), {}, source="de")


def test_a_name_that_is_not_installed_is_refused() -> None:
    with pytest.raises(TranslateError, match="`translate packages` lists"):
        choose("translate-fr_tr", {})
