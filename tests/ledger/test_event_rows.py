"""What is written of events is what changed."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import event as sqlalchemy_event

from riwaya.ledger import bulk
from riwaya.ledger.bulk import insert_rows
from riwaya.ledger.engine import writing
from riwaya.ledger.recall import Recall
from riwaya.ledger.schema import strand_key
from riwaya.ledger.shelf import LedgerShelf, find_hot_keys
from riwaya.model.document import Hints
from riwaya.stages.cluster.matching import MOST
from tests.ledger.pages import AMBUSH, HINTS


def written(ledger, work):
    """Give the rows that some work writes, by how the statement begins."""
    found: dict[str, list[tuple[object, ...]]] = {}

    def note(_connection, _cursor, statement, parameters, _context, is_many):
        begins = " ".join(statement.split()[:3])
        if "json_to_recordset" in statement:
            found.setdefault(begins, []).extend(tuple(row.values()) for row in json.loads(parameters[0]))
        else:
            found.setdefault(begins, []).extend(parameters if is_many else [parameters])

    sqlalchemy_event.listen(ledger.engine, "before_cursor_execute", note)
    try:
        work()
    finally:
        sqlalchemy_event.remove(ledger.engine, "before_cursor_execute", note)
    return found


def test_an_event_that_gains_a_claim_keeps_what_it_is_found_under(ledger, monkeypatch):
    monkeypatch.setattr(bulk, "_COPIED", 1_000_000)  # rows that are copied pass by what is looked at here
    ledger.ingest_text(AMBUSH, name="ambush.txt", hints=HINTS)
    before = {one.id: one.claims for one in ledger.view.list_events().records}
    other = Hints(published=HINTS.published, outlet="Other", language="ar")
    found = written(ledger, lambda: ledger.ingest_text(AMBUSH, name="copy.txt", hints=other))
    after = {one.id: one.claims for one in ledger.view.list_events().records}
    grown = {name for name, claims in before.items() if after.get(name, 0) > claims}
    assert grown
    entered = {tuple(row) for row in found.get("INSERT INTO event_facet", [])}
    left = {tuple(row) for row in found.get("DELETE FROM event_facet", [])}
    assert not {row[:3] for row in entered} & left
    assert not any(row[2] in grown and row[0][:2] in ("*", "t:", "p:", "c:") for row in entered)
    # What counts them changes for what is new alone.
    days = {(row[0], row[1]) for row in found.get("INSERT INTO event_day", [])}
    assert ("*", ledger.event(min(grown)).time.start.toordinal()) not in days


@pytest.mark.parametrize("many", [MOST - 1, MOST, MOST + 1])
def test_what_is_remembered_of_keys_is_what_is_kept(ledger, many):
    ledger.ingest_text(AMBUSH, name="ambush.txt", hints=HINTS)
    told = [one.told() for one in ledger.claims()][:2]
    keys = {"a|1", "b|2"}
    with writing(ledger.engine) as connection:
        shelf = LedgerShelf(connection, dict(enumerate(told, 1)), Recall())
        insert_rows(connection, strand_key, [{"claim": 10_000 + at, "key": "a|1"} for at in range(many)])
        for claims, kept in ((told[:1], ["a|1", "b|2"]), (told[1:], ["a|1"]), (told[:1], ["b|2"]), (told, [])):
            assert shelf.find_hot(keys) == find_hot_keys(connection, keys)
            shelf.keep_keys(claims, [(claims[0].claim.id, key) for key in kept])
        assert shelf.find_hot(keys) == find_hot_keys(connection, keys)
