"""A file is written whole or not at all."""

from pathlib import Path

import pytest

from translate.errors import TranslateError
from translate.files import remove, write_whole


def test_a_file_is_written_with_its_folders_and_only_if_it_differs(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.txt"
    assert write_whole(path, b"one")
    assert not write_whole(path, b"one")
    assert write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert [each.name for each in path.parent.iterdir()] == ["b.txt"]


def test_its_rights_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one")
    path.chmod(0o640)
    write_whole(path, b"two")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_bytes(b"one")
    link.symlink_to(real)
    write_whole(link, b"two")
    assert link.is_symlink()
    assert real.read_bytes() == b"two"


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(TranslateError, match="cannot be written"):
        write_whole(tmp_path / "a.txt", b"one")
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_what_is_gone_needs_no_removing_and_a_folder_is_not_removed(tmp_path: Path) -> None:
    remove(tmp_path / "gone.txt")
    (tmp_path / "folder").mkdir()
    with pytest.raises(TranslateError, match="cannot be removed"):
        remove(tmp_path / "folder")
