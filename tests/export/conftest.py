"""A ledger of the sample pages and of a few made-up ones, made once, for everything that is given out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import riwaya
from riwaya.cli.demo import open_samples
from riwaya.ledger.store import Ledger
from tests.export.pages import LATER, PAGES


@pytest.fixture(scope="session")
def ledger_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of that ledger."""
    folder = tmp_path_factory.mktemp("given-out")
    for place, pages in (("made", PAGES), ("later", LATER)):
        (folder / place).mkdir()
        for name, text in pages.items():
            (folder / place / f"{name}.txt").write_text(text, encoding="utf8")
    path = folder / "ledger.db"
    with riwaya.open(path, who="tester") as ledger, open_samples() as samples:
        ledger.ingest(samples)
        ledger.ingest(folder / "made", published="2031-04-18", outlet="صحيفة المثال")
        ledger.ingest(folder / "later", published="2031-04-20", outlet="=جريدة التجربة")
    return path


@pytest.fixture
def ledger(ledger_file: Path) -> Iterator[Ledger]:
    """That ledger; nothing may be written to it."""
    with Ledger(ledger_file, create=False, who="tester") as opened:
        yield opened


@pytest.fixture
def ambush(ledger: Ledger) -> str:
    """Id of the event that most accounts of the sample pages tell of."""
    return max(ledger.events(type="ASSAULT"), key=lambda one: len(one.claims)).id
