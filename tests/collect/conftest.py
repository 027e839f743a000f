from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from riwaya.collect.fetcher import Fetcher, Limits
from riwaya.collect.manners import Manners
from riwaya.collect.urls import Asker
from riwaya.ledger.store import Ledger
from tests.collect.server import Server, serving
from tests.collect.test_robots import Hands


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def asker(server: Server, clock: Hands) -> Iterator[Asker]:
    with Fetcher(limits=Limits(seconds=2, wait=1), allowed=(server.place,)) as fetcher:
        yield Asker(fetcher, clock=clock, manners=Manners(pause=2))


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "book.db", who="tester") as opened:
        yield opened
