"""What is entered in bulk comes out as it went in, whichever way a database takes it."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, select

from riwaya.errors import LedgerError
from riwaya.ledger.bulk import insert_rows, run_for_each
from riwaya.ledger.engine import writing
from riwaya.ledger.schema import blob, claim_figure, claim_party, live_claim, strand_key

ODD = (
    "plain", "", " ", "a\tb", "a\\b", "\\N", "\\.", "line\nbreak", "\r\n", "\x01\x1f", "'quoted' \"twice\"", "{a,b}", "%s %% ?",
    "قُتل «تسعة»\u200f", "\U0001f600", "null", "NULL", "\u2028", "[1]", "\\u0041", "\\\\x41",
)  # fmt: skip
MANY = 3
"""Times that the odd words are entered: often enough that they are copied."""


def of(connection, table):
    return {tuple(row) for row in connection.execute(select(table))}


def test_odd_words_come_out_as_they_went_in(ledger):
    rows = [{"claim": number, "key": words} for number in range(MANY) for words in ODD]
    with writing(ledger.engine) as connection:
        insert_rows(connection, strand_key, rows)
        assert of(connection, strand_key) == {(row["claim"], row["key"]) for row in rows}


def test_numbers_booleans_bytes_and_nothing_come_out_as_they_went_in(ledger):
    figures = [{"claim": at, "position": 0, "measure": "killed", "low": at or None, "high": 2**40} for at in range(50)]
    parties = [
        {"claim": at, "actor": "x", "roles": "a", "is_inside": at % 2 == 0, "name": "x", "kind": "x", "first_day": -1}
        for at in range(50)
    ]
    blobs = [
        {"digest": f"{at:064}", "size": at, "coding": "plain", "content": bytes([at, 0, 92, 10, 255])}
        for at in range(50)
    ]
    with writing(ledger.engine) as connection:
        for table, rows in ((claim_figure, figures), (claim_party, parties), (blob, blobs)):
            insert_rows(connection, table, rows)
            assert of(connection, table) == {tuple(row[column.name] for column in table.columns) for row in rows}


def test_points_keep_every_digit(ledger):
    lats = [0.1 + at / 3 for at in range(50)]
    rows = [
        {"claim": at, "id": "c", "reading": 1, "document": 1, "words": "w", "type": "ASSAULT", "polarity": "affirmed",
         "links": 0, "first_day": 1, "last_day": 1, "lat": lat, "lon": -lat}
        for at, lat in enumerate(lats)
    ]  # fmt: skip
    with writing(ledger.engine) as connection:
        insert_rows(connection, live_claim, rows)
        found = connection.execute(select(live_claim.c.lat, live_claim.c.lon).order_by(live_claim.c.claim)).all()
        assert [tuple(row) for row in found] == [(lat, -lat) for lat in lats]
        connection.execute(delete(live_claim))  # nobody counted them


def test_a_statement_runs_for_each_of_some_rows(ledger):
    rows = [(number, words) for number in range(MANY) for words in ODD]
    put = "INSERT INTO strand_key (claim, key) {} ON CONFLICT DO NOTHING"
    with writing(ledger.engine) as connection:
        for _ in range(2):
            run_for_each(
                connection,
                put.format("VALUES (?, ?)"),
                {"claim": "bigint", "key": "text"},
                rows,
                at_once=put.format("SELECT claim, key FROM {given}"),
            )
        assert of(connection, strand_key) == set(rows)


def test_what_a_table_refuses_is_an_error_of_the_ledger_and_nothing_is_kept(ledger):
    rows = [{"claim": number % 40, "key": "a"} for number in range(41)]
    with pytest.raises(LedgerError), writing(ledger.engine) as connection:
        insert_rows(connection, strand_key, rows)
    with writing(ledger.engine) as connection:
        assert not of(connection, strand_key)
        insert_rows(connection, strand_key, rows[:40])


def test_what_is_kept_for_good_cannot_be_doubled_by_a_copy(ledger):
    rows = [{"digest": f"{at:064}", "size": 1, "coding": "plain", "content": b"x"} for at in range(50)]
    with writing(ledger.engine) as connection:
        insert_rows(connection, blob, rows)
    with pytest.raises(LedgerError), writing(ledger.engine) as connection:
        insert_rows(connection, blob, rows)
