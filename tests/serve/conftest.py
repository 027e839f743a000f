"""One desk over the sample pages, with a person of each role, for all tests that only look."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from riwaya.cli.demo import open_samples
from riwaya.ledger.store import Ledger
from riwaya.people.accounts import add_person
from riwaya.people.records import ROLES
from tests.serve.client import Client
from tests.serve.desks import RunningDesk, running_desk

PASSWORD = "a long enough password"


@pytest.fixture(scope="session")
def sample_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the sample pages with people; copy it before you write."""
    path = tmp_path_factory.mktemp("desk") / "sample.db"
    with open_samples() as folder, Ledger(path, who="tester") as ledger:
        ledger.ingest(folder, metadata=folder / "index.tsv", label="samples")
        for role in ROLES:
            add_person(ledger.engine, role, role, by="tester", password=PASSWORD)
    return path


@pytest.fixture
def own_ledger(sample_ledger: Path, tmp_path: Path) -> Path:
    """A copy of that ledger for one test."""
    return Path(shutil.copyfile(sample_ledger, tmp_path / "own.db"))


@pytest.fixture(scope="session")
def desk(sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """A desk that all tests share: they leave no judgement in it."""
    path = shutil.copyfile(sample_ledger, tmp_path_factory.mktemp("shared") / "shared.db")
    with running_desk(path) as one:
        yield one


@pytest.fixture
def own_desk(own_ledger: Path) -> Iterator[RunningDesk]:
    """A desk for one test."""
    with running_desk(own_ledger) as one:
        yield one


@pytest.fixture(scope="session")
def reader(desk: RunningDesk) -> Client:
    """A browser in which a reader is signed in."""
    return desk.signed_in("reader", PASSWORD)
