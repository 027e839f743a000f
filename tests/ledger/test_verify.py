"""That nothing is lost can be proved: damage of every kind is named."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import text

from riwaya.ledger.engine import writing
from riwaya.ledger.store import Ledger
from tests.ledger.counted import spoil
from tests.ledger.pages import AMBUSH, HINTS, STRIKE


@pytest.fixture
def kept(ledger):
    ledger.ingest_text(AMBUSH, name="ambush.txt", hints=HINTS)
    ledger.ingest_text(STRIKE, name="strike.txt", hints=HINTS)
    ledger.judge(ledger.claims()[0].id, "accept", why="right")
    return ledger


def unguarded(ledger: Ledger, statement: str) -> None:
    """Do what somebody with the keys of the database can do: take the guards off, and change."""
    spoil(ledger)
    if ledger.engine.dialect.name == "sqlite":
        with closing(sqlite3.connect(ledger.address)) as raw, raw:
            for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                raw.execute(f"DROP TRIGGER {name}")
            raw.execute(statement)
        return
    with writing(ledger.engine) as connection:
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        connection.execute(text(statement))


def test_a_whole_ledger_is_whole(kept):
    found = kept.verify()
    assert found.damages == ()
    assert found.rows > 10
    assert found.blobs == 2


@pytest.mark.parametrize(
    ("statement", "where", "names"),
    [
        ("UPDATE claim SET record = replace(record, '14', '41') WHERE record LIKE '%14%'", "claim ", "clm_"),
        ("UPDATE page SET outlet = 'Other' WHERE name = 'strike.txt'", "page 2", "pag_"),
        ("UPDATE judgement SET who = 'somebody else'", "judgement 1", "jdg_"),
        ("UPDATE audit SET who = 'somebody else' WHERE seq = 2", "audit 2", "pag_"),
    ],
)
def test_a_changed_row_is_named(kept, statement, where, names):
    unguarded(kept, statement)
    damages = kept.verify().damages
    assert any(one.where.startswith(where) and one.names.startswith(names) for one in damages)


def test_damaged_bytes_are_named_with_their_page(kept):
    unguarded(kept, "UPDATE blob SET content = substr(content, 2)")
    damages = [one for one in kept.verify().damages if one.where.startswith("blob")]
    assert {one.names for one in damages} == {"ambush.txt", "strike.txt"}


@pytest.mark.parametrize("table", ["claim", "standing", "judged", "document"])
def test_a_row_that_was_taken_out_is_missed(kept, table):
    unguarded(kept, f"DELETE FROM {table} WHERE seq = (SELECT max(seq) FROM {table})")
    assert any(one.where.startswith(table) for one in kept.verify().damages)


def test_a_row_that_was_slipped_in_is_found(kept):
    unguarded(
        kept,
        "INSERT INTO standing (seq, series, reading, run, at, why, digest) "
        "SELECT 99, series, reading, run, at, why, digest FROM standing WHERE seq = 1",
    )
    assert any(one.where == "standing 99" for one in kept.verify().damages)


def test_an_audit_that_was_cut_short_is_found_by_the_digest_that_was_kept_elsewhere(kept):
    head = kept.verify().head
    kept.ingest_text(AMBUSH + "وقتل اثنان.", name="later.txt", hints=HINTS)
    assert kept.verify(head=head).damages == ()
    assert any(one.where == "audit" for one in kept.verify(head="0" * 63 + "1").damages)


def test_a_torn_file_is_named(tmp_path):
    path = tmp_path / "ledger.db"
    with Ledger(path, who="tester") as made:
        for number in range(20):
            made.ingest_text(AMBUSH + f"\nوأصيب {number + 3} آخرون.\n", name=f"page-{number}.txt", hints=HINTS)
        made.engine.connect().connection.dbapi_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size * 3 // 4 // 4096 * 4096)  # beyond the pages of the schema
        file.write(b"\xff" * 8192)
    with Ledger(path, create=False) as torn:
        assert torn.verify().damages
