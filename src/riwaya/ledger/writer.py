"""The writer: some pages, one transaction.

Whatever happens, a page is in the ledger with all that was read from it, or not at all; giving it again goes on where
the last run stopped. The reading itself is done before the lock is taken, so that several writers read side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from riwaya.ledger import blobs, identity
from riwaya.ledger.arrival import Arrival, Run
from riwaya.ledger.engine import reading as open_reading
from riwaya.ledger.engine import writing
from riwaya.ledger.events import Clusterer
from riwaya.ledger.failures import close_failures
from riwaya.ledger.identity import PageIds
from riwaya.ledger.journal import Journal
from riwaya.ledger.keeping import Keeping
from riwaya.ledger.known import Known, find_page, find_pages
from riwaya.ledger.newcomers import Newcomers
from riwaya.ledger.records import Outcome
from riwaya.model.analysis import Analysis
from riwaya.pause import collection_paused


class Writer:
    """Keeps pages; made for one run."""

    def __init__(self, engine: Engine, clusterer: Clusterer, run: Run) -> None:
        """Take the database, the stage that finds events, and the run that pages belong to."""
        self._engine = engine
        self._clusterer = clusterer
        self._run = run
        clusterer.recall.names.clear()  # another process may have made everything anew meanwhile

    def find_known(self, raw_digest: str, arrival: Arrival) -> Outcome | None:
        """Give the outcome of a page that needs no reading: it holds already, or a newer version does; else None."""
        return self.find_all_known([(raw_digest, arrival)])[0]

    def find_all_known(self, pages: Sequence[tuple[str, Arrival]]) -> list[Outcome | None]:
        """Give the same of several pages, each by the digest of its bytes, as the ledger is at one moment."""
        told = [(self._ids(raw_digest, arrival), arrival) for raw_digest, arrival in pages]
        with open_reading(self._engine) as connection:
            found = find_pages(connection, [(ids.page, arrival) for ids, arrival in told])
        return [
            None if known is None or known.has_failure or not known.is_met else _outcome(known, ids, arrival)
            for known, (ids, arrival) in zip(found, told, strict=True)
        ]

    def keep(self, raw: bytes, analysis: Analysis, arrival: Arrival) -> Outcome:
        """Keep a page with what was read from it.

        Raises:
            LedgerError: Nothing of the page was kept.
        """
        return self.keep_all([Told(raw, analysis, arrival)])[0]

    def keep_all(self, pages: Sequence[Told]) -> list[Outcome]:
        """Keep pages with what was read from them, in one transaction: all of them or none.

        The ledger is then what it would be had each been kept alone, in this order; events are formed once for all.

        Raises:
            LedgerError: Nothing of any page was kept.
        """
        try:
            with writing(self._engine) as connection, collection_paused():
                batch = _Batch(connection, self._clusterer, self._run)
                outcomes = batch.keep([(one, self._ids(blobs.digest_bytes(one.raw), one.arrival)) for one in pages])
        except BaseException:
            self._clusterer.recall.forget()
            raise
        self._run.number = batch.run
        return outcomes

    def _ids(self, raw_digest: str, arrival: Arrival) -> PageIds:
        page_id = identity.page_id(raw_digest, arrival.hints)
        return PageIds(
            raw=raw_digest, page=page_id, reading=identity.reading_id(page_id, self._run.engine.id, arrival.hints)
        )


@dataclass(frozen=True, slots=True)
class Told:
    """A page that was read and is to be kept."""

    raw: bytes
    analysis: Analysis
    arrival: Arrival


class _Batch:
    """Pages kept in one transaction."""

    def __init__(self, connection: Connection, clusterer: Clusterer, run: Run) -> None:
        self.connection = connection
        self.journal = Journal(connection, who=run.who)
        self.run: int | None = run.number
        self._clusterer = clusterer
        self._run = run
        self._keeping: Keeping | None = None

    def keep(self, pages: Sequence[tuple[Told, PageIds]]) -> list[Outcome]:
        """Keep pages, and find the events of what was kept."""
        newcomers = Newcomers(self.connection, [(ids, one.arrival) for one, ids in pages])
        outcomes = [self._keep(one, ids, is_new=newcomers.take(ids, one.arrival)) for one, ids in pages]
        if self._keeping is not None:
            self._keeping.settle()
        close_failures(self.connection, [one.arrival for one, _ in pages])
        return outcomes

    def _keep(self, one: Told, ids: PageIds, *, is_new: bool) -> Outcome:
        """Keep one page, unless it holds already."""
        arrival = one.arrival
        if is_new:
            return self._open().keep_new(one.raw, one.analysis, arrival, ids)
        if self._keeping is not None:
            self._keeping.flush()
        known = find_page(self.connection, ids.page, arrival)
        outcome = _outcome(known, ids, arrival) if known is not None else None
        if known is None or outcome is None or not known.is_met:
            keeping = self._open()
            if known is not None and not known.is_met:
                keeping.meet(known.number, arrival)
            if outcome is None:
                outcome = keeping.keep(one.raw, one.analysis, arrival, ids, known)
            else:
                self.journal.seal("sighting", ids.page, {"name": arrival.name})
        return outcome

    def _open(self) -> Keeping:
        if self._keeping is None:
            self.run = self._run.start(self.journal)
            self._keeping = Keeping(self.connection, self.journal, self._clusterer, self.run, self._run.engine.id)
        return self._keeping


def _outcome(known: Known, ids: PageIds, arrival: Arrival) -> Outcome | None:
    if not known.is_newest:
        return Outcome(name=arrival.name, status="older", page_id=ids.page)
    return Outcome(name=arrival.name, status="same", page_id=ids.page) if known.live == ids.reading else None
