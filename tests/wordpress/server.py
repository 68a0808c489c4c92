"""A real WordPress on a real MariaDB, both from Debian, for as long as a test needs it."""

import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CORE = Path("/usr/share/wordpress/wp-settings.php")
PROGRAMS = ("php", "mariadbd", "mariadb-install-db", "mariadb")


def missing() -> str:
    """Return which package is not installed, "" if all are."""
    gone = [program for program in PROGRAMS if not shutil.which(program)]
    if not CORE.exists():
        gone.append("wordpress")
    return f"needs {', '.join(gone)}: see .ci/run" if gone else ""


class WordPress:
    """A site in a folder, installed and empty."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def call(self, command: str, file: Path | None = None) -> Any:
        """Run a command of `site.php` and return its result."""
        done = subprocess.run(
            ["php", "-d", "display_errors=stderr", HERE / "site.php", self.folder, command]
            + ([file] if file else []),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return json.loads(done.stdout)

    def write(self, posts: list[dict[str, Any]]) -> list[int]:
        """Have posts written in the editor; return their ids."""
        file = self.folder / "posts.json"
        file.write_text(json.dumps(posts), encoding="utf-8")
        ids: list[int] = self.call("write", file)
        return ids

    @property
    def posts(self) -> dict[str, dict[str, Any]]:
        """The posts that the database holds, by slug."""
        found = self.call("show")
        return dict(found)


@contextmanager
def wordpress(folder: Path) -> Iterator[WordPress]:
    """Start a database and install WordPress into it; both are gone afterwards."""
    data, socket = folder / "mariadb", folder / "mariadb.sock"
    (folder / "wp-content").mkdir()
    options = [f"--datadir={data}", "--user=root", "--skip-log-bin", "--skip-networking"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(
        [
            "mariadb-install-db",
            "--no-defaults",
            *options[:2],
            "--auth-root-authentication-method=normal",
        ],
        check=True,
        timeout=120,
        **quiet,
    )
    with subprocess.Popen(
        [
            "mariadbd",
            "--no-defaults",
            *options,
            f"--socket={socket}",
            "--innodb-flush-log-at-trx-commit=0",
        ],
        **quiet,
    ) as server:
        try:
            _wait(socket, server)
            site = WordPress(folder)
            site.call("install")
            yield site
        finally:
            server.terminate()
            server.wait(30)


def _wait(socket: Path, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    make = ["mariadb", "--no-defaults", f"--socket={socket}", "--execute=CREATE DATABASE wordpress"]
    while subprocess.run(make, capture_output=True, check=False).returncode:
        assert server.poll() is None, "the database does not start"
        assert time.monotonic() < deadline, "the database does not answer"
        time.sleep(0.2)
