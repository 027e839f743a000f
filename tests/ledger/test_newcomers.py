"""Pages that share nothing are kept together, others one by one; the ledger is the same either way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select, text

from riwaya.errors import RiwayaError
from riwaya.inputs import Input
from riwaya.ledger import blobs, identity, journal
from riwaya.ledger.engine import reading
from riwaya.ledger.identity import PageIds
from riwaya.ledger.intake import Intake, make_arrival
from riwaya.ledger.newcomers import Newcomers
from riwaya.ledger.schema import KEPT, SEALED
from riwaya.ledger.writer import Told, Writer
from riwaya.model.document import Hints
from riwaya.pipeline import analyze
from tests.ledger.pages import AMBUSH, HINTS

URL = "https://example.org/a"


def arrival(name, *, url=None, outlet="One"):
    hints = Hints(published=HINTS.published, outlet=outlet, url=url, language="ar")
    return make_arrival(Input(name=name, path=None, hints=hints), "batch")


def ids(raw, told):
    digest = blobs.digest_bytes(raw)
    return PageIds(raw=digest, page=identity.page_id(digest, told.hints), reading="")


def page(number, words=""):
    return f"{AMBUSH}\n\nخبر رقم {number}. {words}\n".encode()


@pytest.mark.parametrize(
    ("raw", "second"),
    [
        (page(2), arrival("a.txt")),
        (page(1), arrival("b.txt")),
        (page(1), arrival("b.txt", outlet="Two")),
        (page(2), arrival("b.txt", url=URL)),
    ],
    ids=["name", "page", "bytes", "address"],
)
def test_a_page_that_shares_something_with_one_before_is_not_new(ledger, raw, second):
    first = arrival("a.txt", url=URL if second.hints.url else None)
    pages = [(ids(page(1), first), first), (ids(raw, second), second)]
    with reading(ledger.engine) as connection:
        newcomers = Newcomers(connection, pages)
        assert [newcomers.take(*one) for one in pages] == [True, False]
    Writer(ledger.engine, ledger.clusterer, ledger.new_run("ingest")).keep(page(1), read(page(1), first), first)
    with reading(ledger.engine) as connection:
        assert not Newcomers(connection, pages[1:]).take(*pages[1])
        assert Newcomers(connection, pages).take(ids(page(3), arrival("c.txt")), arrival("c.txt"))


def read(raw, told):
    return analyze(raw, name=told.name, hints=told.hints)


def stream():
    """Pages of one batch that share names, addresses and bytes in every way, among others that share nothing."""
    told = [
        (page(1), arrival("a.txt")),
        (page(2), arrival("b.txt", url=URL)),
        (page(1), arrival("a.txt")),
        (page(3), arrival("a.txt")),
        (page(1), arrival("other.txt")),
        (page(1), arrival("third.txt", outlet="Two")),
        (page(4), arrival("c.txt")),
        (page(5, "جديد."), arrival("d.txt", url=URL)),
        (page(1), arrival("a.txt")),
        (page(6), arrival("-")),
        (page(7), arrival("-")),
        (b"<html><body><p>" + page(4) + b"</p></body></html>", arrival("e.html")),
        (b"<html><!-- --><body><p>" + page(4) + b"</p></body></html>", arrival("f.html")),
    ]
    return [Told(raw, read(raw, one), one) for raw, one in told]


def rows_of(ledger):
    with reading(ledger.engine) as connection:
        found = {t.name: sorted(map(repr, connection.execute(select(t)))) for t in SEALED if t.name != "audit"}
        audit = connection.execute(text("SELECT seq, action, subject, covers, detail FROM audit ORDER BY seq")).all()
        return found | {"audit": [tuple(row) for row in audit]}


def test_a_batch_leaves_what_page_after_page_would(home, monkeypatch):
    monkeypatch.setattr(journal, "now", lambda: "2031-03-13T00:00:00.000000+00:00")
    from riwaya.ledger.store import Ledger

    found = []
    for at_once in (True, False):
        with Ledger(home.ledger(), create=False, who="tester") as ledger:
            writer = Writer(ledger.engine, ledger.clusterer, ledger.new_run("ingest"))
            pages = stream()
            outcomes = writer.keep_all(pages) if at_once else [writer.keep_all([one])[0] for one in pages]
            assert ledger.verify().damages == ()
            found.append((outcomes, rows_of(ledger)))
    assert found[0][0] == found[1][0]
    assert found[0][1] == found[1][1]
    assert {one.status for one in found[0][0]} >= {"new", "changed", "same", "older"}
    assert all(found[0][1][table.name] for table in KEPT[:2])


def test_what_is_written_meanwhile_is_seen_by_pages_that_wait_unread(ledger):
    """A page that holds, and fails under its name a moment before it comes again, is read again and closes the failure."""
    run = ledger.new_run("ingest")
    outcomes = []

    def reader(raw, told):
        if raw == b"broken":
            raise RiwayaError("broken")
        return read(raw, told)

    def take_in(pages):
        intake = Intake(ledger.engine, Writer(ledger.engine, ledger.clusterer, run), run, reader, outcomes.append)
        for raw, told in pages:
            intake.take(raw, told)
        intake.finish()

    held = arrival("a.txt")
    take_in([(page(1), held)])
    take_in([(b"broken", replace(held)), (page(1), held), (page(2), arrival("b.txt"))])
    assert [one.status for one in outcomes] == ["new", "failed", "same", "new"]
    assert not ledger.failures()
