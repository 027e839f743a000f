"""Everything that holds, a stretch at a time, on each database."""

from __future__ import annotations

import io

import pytest

from riwaya import export
from riwaya.ledger import stream as streams
from riwaya.ledger.filters import ClaimFilter, EventFilter
from riwaya.ledger.stream import streaming
from tests.export.pages import LATER, PAGES


@pytest.fixture
def filled(ledger, tmp_path):
    for name, text in (PAGES | LATER).items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf8")
    ledger.ingest(tmp_path, published="2031-04-18", outlet="صحيفة المثال")
    return ledger


def test_a_stream_gives_what_the_lists_give(filled, monkeypatch):
    monkeypatch.setattr(streams, "_CLAIMS", 2)
    monkeypatch.setattr(streams, "_EVENTS", 2)
    monkeypatch.setattr(streams, "_MARKS", 3)
    with streaming(filled.view.engine) as stream:
        assert [one.id for one in stream.claims(ClaimFilter())] == [one.id for one in filled.claims()]
        events = list(stream.events(EventFilter()))
        assert [one.event for one in events] == list(filled.events())
        assert [[kept.id for kept in one.claims] for one in events] == [
            [told.claim.id for told in one.event.claims] for one in events
        ]
        assert stream.count_claims(ClaimFilter()) == len(filled.claims())
        assert stream.count_events(EventFilter(type="ASSAULT")) == len(filled.events(type="ASSAULT"))
        assert len(list(stream.claims(ClaimFilter(), limit=3))) == 3


def test_a_stream_is_one_state_of_the_ledger(filled):
    with streaming(filled.view.engine) as stream:
        before = stream.state()
        first = next(iter(stream.claims(ClaimFilter())))
        filled.judge(first.id, "reject", why="no happening")
        assert stream.state() == before
        assert first.id in [one.id for one in stream.claims(ClaimFilter())]
        assert stream.held(before.digest) == before.rows
        assert stream.held("f" * 64) is None
    with streaming(filled.view.engine) as stream:
        assert stream.state() != before
        assert stream.state().digest == filled.verify().head
        assert first.id not in [one.id for one in stream.claims(ClaimFilter())]


def test_an_export_is_the_same_on_every_database(filled):
    made = export.write(filled.view, "claims", io.BytesIO(), options=export.Options(at="2031-05-01"))
    assert made.rows == sum(max(1, len(kept.claim.figures)) for kept in filled.claims())
    held = io.BytesIO()
    export.write(filled.view, "accounts", held)
    assert held.getvalue().count(b"\n") > len(filled.events())
