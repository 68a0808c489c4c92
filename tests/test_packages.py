"""Which Argos package is used, and why; how packages come into Argos's folder."""

import os
import shutil
import stat
import struct
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests import tiny
from translate import catalog
from translate.errors import TranslateError
from translate.install import install
from translate.packages import choice_file, choose, embedded, installed, use

# What every package has, its model aside, as the archives below hold it.
METADATA = '{"package_version": "1.0", "from_code": "en", "to_code": "tr"}'
PARTS = {
    f"{tiny.NAME}/metadata.json": METADATA,
    f"{tiny.NAME}/bpe.model": "",
    f"{tiny.NAME}/model/model.bin": "weights",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny.with_sentencepiece(tmp_path / "folder")


@pytest.fixture
def argos() -> Iterator[Path]:
    """Return where Argos keeps its packages, and leave nothing there."""
    from argostranslate import settings

    root = Path(settings.package_data_dir)
    yield root
    shutil.rmtree(root)
    root.mkdir()
    choice_file().unlink(missing_ok=True)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """Return a tiny package as an .argosmodel file."""
    return tiny.zipped(tiny.with_bpe(tmp_path / "packed"), tmp_path / "tiny.argosmodel")


def archive(path: Path, entries: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        for name, content in entries.items():
            made.writestr(name, content)
    return path


def contents(folder: Path) -> dict[str, int]:
    """Return all that is in a folder; of files, when they were written."""
    return {
        str(path.relative_to(folder)): path.stat().st_mtime_ns if path.is_file() else 0
        for path in folder.rglob("*")
    }


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


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


def test_an_installed_package_goes_by_its_name(argos: Path, folder: Path) -> None:
    target = Path(shutil.copytree(folder, argos / folder.name))
    assert next(installed()).path == target
    assert choose("translate-en_tr", {}).package.path == target
    assert choose(tiny.NAME, {}).package.path == target


def test_the_newest_of_a_name_is_used(argos: Path, folder: Path) -> None:
    for version in ("1.9", "1.10"):
        copied = shutil.copytree(folder, argos / f"translate-en_tr-{version.replace('.', '_')}")
        metadata = Path(copied) / "metadata.json"
        text = metadata.read_text(encoding="utf-8").replace(tiny.VERSION, version)
        metadata.write_text(text, encoding="utf-8")
    assert choose("translate-en_tr", {}).package.version == "1.10"


@pytest.mark.parametrize("part", ["metadata.json", "model/model.bin", "sentencepiece.model"])
def test_an_incomplete_package_is_refused(folder: Path, part: str) -> None:
    (folder / part).unlink()
    with pytest.raises(TranslateError, match=f"{Path(part).name} is missing"):
        choose(str(folder), {})


def test_a_package_with_a_bpe_model_is_complete(tmp_path: Path) -> None:
    assert choose(str(tiny.with_bpe(tmp_path)), {}).package.label == "translate-en_tr 0.1"


BROKEN = [
    "",
    "[]",
    "{",
    '"text"',
    "\x80",
    "[" * 100_000,
    '{"from_code": "en", "to_code": "tr"}',
    '{"package_version": "1, or 2", "from_code": "en", "to_code": "tr"}',
]


@pytest.mark.parametrize("metadata", BROKEN, ids=lambda text: text[:40])
def test_unreadable_metadata_is_refused(folder: Path, metadata: str) -> None:
    (folder / "metadata.json").write_text(metadata, encoding="latin-1")
    with pytest.raises(TranslateError, match=r"metadata\.json"):
        choose(str(folder), {})


def test_a_package_for_another_pair_is_refused(folder: Path) -> None:
    with pytest.raises(TranslateError, match="translates en → tr, not de → tr"):
        choose(str(folder), {}, source="de")


def test_a_name_that_is_not_installed_is_refused() -> None:
    with pytest.raises(TranslateError, match="`translate packages` lists"):
        choose("translate-fr_tr", {})


def test_use_remembers_a_name_behind_what_is_named(argos: Path, folder: Path) -> None:
    target = shutil.copytree(folder, argos / folder.name)
    assert use("translate-en_tr").path == target
    assert choice_file().read_text(encoding="utf-8") == "translate-en_tr\n"
    choice = choose(None, {})
    assert (choice.package.path, choice.reason) == (target, "use")
    assert choose(None, {"TRANSLATE_PACKAGE": str(folder)}).reason == "TRANSLATE_PACKAGE"
    assert choose(str(folder), {}).reason == "--package"
    assert choose("embedded", {}).package == embedded()


def test_use_embedded_goes_back(argos: Path, folder: Path) -> None:
    use(str(folder))
    assert use("embedded") == embedded()
    assert choose(None, {}).reason == "embedded"
    assert use("embedded") == embedded()
    assert not list(argos.iterdir())


@pytest.mark.usefixtures("argos")
def test_use_remembers_where_a_folder_is(folder: Path) -> None:
    use(os.path.relpath(folder))
    assert choose(None, {}).package.path == folder
    assert choice_file().read_text(encoding="utf-8") == f"{folder}\n"


@pytest.mark.usefixtures("argos")
@pytest.mark.parametrize("wanted", ["translate-fr_tr", "/"])
def test_use_remembers_nothing_that_cannot_be_used(wanted: str) -> None:
    with pytest.raises(TranslateError):
        use(wanted)
    assert choose(None, {}).reason == "embedded"


@pytest.mark.usefixtures("argos")
def test_a_remembered_package_that_is_gone_tells_how_to_go_back(folder: Path) -> None:
    use(str(folder))
    shutil.rmtree(folder)
    with pytest.raises(TranslateError, match="`translate packages use embedded`"):
        choose(None, {})
    use("embedded")
    assert choose(None, {}).reason == "embedded"


@pytest.mark.parametrize(
    "names", [["XDG_DATA_HOME"], ["HOME"], ["SNAP", "SNAP_USER_DATA"], ["ARGOS_PACKAGES_DIR"]]
)
def test_what_use_remembers_is_in_the_folder_that_argos_has(
    tmp_path: Path, names: list[str]
) -> None:
    code = (
        "import os\n"
        "if 'XDG_DATA_HOME' not in os.environ['NAMES']: del os.environ['XDG_DATA_HOME']\n"
        "from translate.packages import choice_file\n"
        "ours = choice_file().parent\n"
        "from argostranslate import settings\n"
        "assert ours == settings.data_dir, (ours, settings.data_dir)"
    )
    home = {"HOME": str(tmp_path / "home")} | {name: str(tmp_path / name) for name in names}
    done = run("-c", code, NAMES=" ".join(names), **home)
    assert done.returncode == 0, done.stderr


def test_choosing_the_embedded_package_asks_argos_nothing_and_makes_nothing(
    tmp_path: Path,
) -> None:
    code = (
        "import os, sys\n"
        "from translate.packages import choose\n"
        "assert choose(None, os.environ).reason == 'embedded'\n"
        "assert 'argostranslate' not in sys.modules"
    )
    folders = {name: str(tmp_path) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    done = run("-c", code, **folders)
    assert done.returncode == 0, done.stderr
    assert not list(tmp_path.iterdir())


def test_a_package_file_is_installed_where_argos_finds_it(argos: Path, model: Path) -> None:
    from argostranslate import package

    done = install(str(model))
    assert (done.status, done.package.path) == ("installed", argos / tiny.NAME)
    assert list(installed()) == [done.package]
    (found,) = package.get_installed_packages()
    assert (found.package_path, found.to_code) == (argos / tiny.NAME, "tr")
    assert found.tokenizer.encode(tiny.SENTENCE)[:2] == ["Old", "ferry"]


def test_the_same_package_again_changes_nothing(argos: Path, model: Path) -> None:
    install(str(model))
    before = contents(argos.parent)
    assert install(str(model)).status == "unchanged"
    assert contents(argos.parent) == before


def test_another_content_replaces_the_whole_package(argos: Path, model: Path) -> None:
    install(str(model))
    before = contents(argos)
    (argos / tiny.NAME / "bpe.model").unlink()
    (argos / tiny.NAME / "sentencepiece.model").write_text("of another release", encoding="utf-8")
    assert install(str(model)).status == "replaced"
    assert contents(argos).keys() == before.keys()
    assert [path.name for path in argos.iterdir()] == [tiny.NAME]


def test_a_package_for_another_pair_is_not_replaced(argos: Path, model: Path) -> None:
    install(str(model))
    metadata = argos / tiny.NAME / "metadata.json"
    metadata.write_text(METADATA.replace("tr", "de"), encoding="utf-8")
    before = contents(argos.parent)
    with pytest.raises(TranslateError, match="remove it first"):
        install(str(model))
    assert contents(argos.parent) == before


def refused(path: Path, argos: Path, reason: str) -> None:
    """Hold that a file is not installed, for a reason, and that nothing is left of the attempt."""
    around = argos.parent.parent
    before = contents(around)
    with pytest.raises(TranslateError, match=reason) as caught:
        install(str(path))
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert contents(around) == before


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../escaped", "outside its folder"),
        (f"{tiny.NAME}/../../escaped", "outside its folder"),
        ("/tmp/escaped", "outside its folder"),  # noqa: S108 (never written)
        (f"{tiny.NAME}\\..\\escaped", "outside its folder"),
        ("another/file", "not one folder"),
        ("loose", "not one folder"),
    ],
)
def test_an_archive_that_is_not_one_folder_is_refused(
    tmp_path: Path, argos: Path, name: str, reason: str
) -> None:
    refused(archive(tmp_path / "x.argosmodel", PARTS | {name: "text"}), argos, reason)


def test_an_archive_with_a_link_is_refused(tmp_path: Path, argos: Path) -> None:
    path = archive(tmp_path / "x.argosmodel", PARTS)
    link = zipfile.ZipInfo(f"{tiny.NAME}/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "a") as made:
        made.writestr(link, "/etc/passwd")
    refused(path, argos, "links")


@pytest.mark.parametrize("part", PARTS)
def test_an_archive_that_lacks_a_part_is_refused(tmp_path: Path, argos: Path, part: str) -> None:
    entries = {name: content for name, content in PARTS.items() if name != part}
    path = archive(tmp_path / "x.argosmodel", entries)
    refused(path, argos, f"{Path(part).name}.* is missing")


@pytest.mark.parametrize(
    "metadata", [*BROKEN, METADATA + " " * 1_000_000], ids=lambda text: text[:40]
)
def test_an_archive_with_unreadable_metadata_is_refused(
    tmp_path: Path, argos: Path, metadata: str
) -> None:
    entries = PARTS | {f"{tiny.NAME}/metadata.json": metadata}
    refused(archive(tmp_path / "x.argosmodel", entries), argos, r"metadata\.json cannot be read")


def test_an_archive_for_another_pair_is_refused(tmp_path: Path, argos: Path) -> None:
    entries = PARTS | {f"{tiny.NAME}/metadata.json": METADATA.replace("tr", "az")}
    path = archive(tmp_path / "x.argosmodel", entries)
    refused(path, argos, "translates en → az, not en → tr")


def test_an_archive_of_too_many_files_is_refused(tmp_path: Path, argos: Path) -> None:
    many = {f"{tiny.NAME}/{number}": "" for number in range(10_001)}
    refused(archive(tmp_path / "x.argosmodel", PARTS | many), argos, "unpacks to more")


def test_an_archive_that_unpacks_to_too_much_is_refused(tmp_path: Path, argos: Path) -> None:
    path = archive(tmp_path / "x.argosmodel", PARTS)
    content = bytearray(path.read_bytes())
    # The size of the first file in the table of contents is 24 bytes behind its signature.
    struct.pack_into("<L", content, content.index(b"PK\x01\x02") + 24, 4_100_000_000)
    path.write_bytes(content)
    refused(path, argos, "unpacks to more")


@pytest.mark.parametrize("damage", ["no archive", "empty", "cut", "wrong byte", "unknown packing"])
def test_a_damaged_archive_is_refused(argos: Path, model: Path, damage: str) -> None:
    content = bytearray(model.read_bytes())
    with zipfile.ZipFile(model) as packed:
        weights = packed.getinfo(f"{tiny.NAME}/model/model.bin").header_offset
    if damage == "wrong byte":
        content[weights + 5000] ^= 0xFF
    elif damage == "unknown packing":
        content[content.rindex(b"PK\x01\x02") + 10] = 77  # of the last file, in the contents
    whole = {"no archive": b"text", "empty": b"", "cut": bytes(content[: len(content) // 2])}
    model.write_bytes(whole.get(damage, bytes(content)))
    refused(model, argos, r"not a whole \.argosmodel file")


def test_a_folder_and_a_missing_file_are_not_installed(tmp_path: Path, argos: Path) -> None:
    refused(tmp_path, argos, "`translate packages use")
    refused(tmp_path / "missing.argosmodel", argos, "no such file")


@pytest.fixture
def index(tmp_path: Path, model: Path) -> Iterator[str]:
    """Serve an index of packages as Argos does, and return its address."""
    root = tmp_path / "served"
    root.mkdir()
    model.rename(root / "tiny.argosmodel")
    handler = partial(SimpleHTTPRequestHandler, directory=str(root))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        entries = METADATA[:-1] + f', "links": ["{address}tiny.argosmodel"]}}'
        german = METADATA.replace("tr", "de")
        (root / "index.json").write_text(f"[{german}, {entries}]", encoding="utf-8")
        yield address
        server.shutdown()


def fetch(name: str, address: str) -> subprocess.CompletedProcess[str]:
    return run("-m", "translate", "packages", "install", name, ARGOS_PACKAGE_INDEX=address)


def test_a_package_comes_from_the_index_by_its_name(argos: Path, index: str) -> None:
    done = fetch("translate-en_tr", index)
    assert done.returncode == 0, done.stderr
    assert [package.path for package in installed()] == [argos / tiny.NAME]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("translate-en_de", "translates en → de, not en → tr"),
        ("translate-en_fr", "the one for English and Turkish is translate-en_tr"),
    ],
)
def test_what_the_index_has_not_is_refused(argos: Path, index: str, name: str, reason: str) -> None:
    done = fetch(name, index)
    assert done.returncode == 1
    assert reason in done.stderr
    assert not list(argos.iterdir())


@pytest.mark.parametrize(
    "damage", ["no index", "no package", "no archive", "<html>", "[1]", '{"a": 1}', "no links"]
)
def test_an_index_that_is_broken_is_refused_in_one_line(
    tmp_path: Path, argos: Path, index: str, damage: str
) -> None:
    served = tmp_path / "served"
    if damage == "no index":
        (served / "index.json").unlink()
    elif damage == "no package":
        (served / "tiny.argosmodel").unlink()
    elif damage == "no archive":
        (served / "tiny.argosmodel").write_text("<html>Log in first</html>", encoding="utf-8")
    else:
        without = f'[{METADATA[:-1]}, "links": null}}]'
        content = without if damage == "no links" else damage
        (served / "index.json").write_text(content, encoding="utf-8")
    done = fetch("translate-en_tr", index)
    assert done.returncode == 1
    assert done.stderr.startswith("error: translate-en_tr: ")
    assert done.stderr.count("\n") == 1
    assert not list(argos.iterdir())


def test_without_a_network_one_line_says_so(argos: Path) -> None:
    done = fetch("translate-en_tr", "http://127.0.0.1:9/")  # nobody listens there
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "connect to the network, or install from an .argosmodel file" in done.stderr
    assert not list(argos.iterdir())


@pytest.mark.usefixtures("argos")
@pytest.mark.parametrize("make", [tiny.with_bpe, tiny.with_sentencepiece])
def test_a_package_is_installed_listed_used_and_drafts(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    model = tiny.zipped(make(tmp_path / "packed"), tmp_path / "tiny.argosmodel")
    post, locales = tmp_path / "ferry.txt", tmp_path / "locales"
    post.write_text(f"{tiny.SENTENCE}\n", encoding="utf-8")
    lines = [
        run("-m", "translate", "packages", "install", str(model)).stderr,
        run("-m", "translate", "packages", "use", tiny.NAME).stderr,
        run("-m", "translate", "packages", "--json").stdout,
    ]
    assert "installed" in lines[0]
    assert "is used" in lines[1]
    assert '"used": "use"' in lines[2]
    draft = ["draft", str(post), "--locales", str(locales), "--source", "en"]
    done = run("-m", "translate", *draft)
    assert done.returncode == 0, done.stderr
    text = catalog.path(locales, "ferry").read_text(encoding="utf-8")
    assert "# machine: translate-en_tr 0.1, " in text
    assert f'msgstr "{tiny.TRANSLATION}"' in text
