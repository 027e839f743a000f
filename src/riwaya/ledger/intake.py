"""Take pages in: read each, keep it, and go on after one that cannot be read."""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine

from riwaya.config import Settings
from riwaya.errors import DocumentMissing, LedgerError, RiwayaError, as_riwaya_error
from riwaya.inputs import Input, read_bytes
from riwaya.ledger import blobs, identity
from riwaya.ledger.arrival import Arrival, Run
from riwaya.ledger.events import Clusterer
from riwaya.ledger.failures import find_failed, keep_failure
from riwaya.ledger.keys import plain, plain_words
from riwaya.ledger.pause import collection_paused
from riwaya.ledger.records import Outcome, Report
from riwaya.ledger.writer import Told, Writer
from riwaya.model.analysis import Analysis
from riwaya.model.document import Hints

Reader = Callable[[bytes, Arrival], Analysis]
Tick = Callable[[Outcome], None]

_FIRST_BATCH, _BATCH = 4, 256
"""Pages of the first transaction, which shows soon that something happens, and of later ones, each twice the last.

What was found of a day is found anew with each transaction that tells of it, so that few and large ones cost less.
"""
_COLLECTED = 1024
"""Pages after which garbage is looked for."""
_BATCH_BYTES = 2_000_000
"""Bytes of the pages that wait at most."""


def ingest_inputs(
    engine: Engine,
    clusterer: Clusterer,
    run: Run,
    inputs: Sequence[Input],
    *,
    settings: Settings,
    read: Reader,
    label: str | None = None,
    tick: Tick | None = None,
) -> Report:
    """Read pages in order and keep them, some in one transaction.

    Whatever happens, a page is kept whole or not at all, and giving it again goes on where the last run stopped.

    Args:
        engine: Of the ledger.
        clusterer: The stage that finds events.
        run: What the pages belong to.
        inputs: From `riwaya.inputs.find_inputs`.
        settings: Bounds.
        read: Reads one page.
        label: What to call the source; the folder's name when left out. Under one label, a name is one page.
        tick: Told of each page when it is done.

    Returns:
        What became of each page. One that cannot be read is kept as a failure.

    Raises:
        LedgerError: The ledger cannot be written; what was kept before stays.
    """
    with taking_in(engine, Writer(engine, clusterer, run), run, read, tick) as intake:
        for source in inputs:
            arrival = make_arrival(source, label)
            try:
                raw = read_bytes(source, max_bytes=settings.max_bytes)
            except RiwayaError as error:
                intake.fail(arrival, error, None)
            else:
                intake.take(raw, arrival)
    return Report(outcomes=tuple(intake.outcomes))


@contextmanager
def taking_in(engine: Engine, writer: Writer, run: Run, read: Reader, tick: Tick | None = None) -> Generator[Intake]:
    """Give what takes pages in; those that wait at the end are kept.

    Python looks for garbage once in many pages only: each look walks through all that the ledger remembers.
    """
    intake = Intake(engine, writer, run, read, tick)
    with collection_paused():
        yield intake
        intake.keep()


class Intake:
    """Reads pages one after the other, and keeps some at a time: a transaction, and its events, for each batch."""

    def __init__(self, engine: Engine, writer: Writer, run: Run, read: Reader, tick: Tick | None) -> None:
        """Take the ledger, what writes to it, what reads a page, and who is told of each page when it is done."""
        self.outcomes: list[Outcome] = []
        """In the order in which the pages were given."""
        self._engine = engine
        self._writer = writer
        self._run = run
        self._read = read
        self._tick = tick
        self._waiting: list[Told] = []
        self._size = 0
        self._most = _FIRST_BATCH
        self._uncollected = 0

    def take(self, raw: bytes, arrival: Arrival) -> None:
        """Read a page; keep it with those that wait, when they are enough."""
        known = self._writer.find_known(blobs.digest_bytes(raw), arrival)
        if known is not None:
            self.keep()
            self._done(known)
            return
        try:
            analysis = self._read(raw, arrival)
        except Exception as error:  # noqa: BLE001 - one bad page must not stop the others
            self.fail(arrival, as_riwaya_error(error), raw)
            return
        self._waiting.append(Told(raw, analysis, arrival))
        self._size += len(raw)
        if len(self._waiting) >= self._most or self._size >= _BATCH_BYTES:
            self.keep()
            self._most = min(_BATCH, 2 * self._most)

    def fail(self, arrival: Arrival, error: RiwayaError, raw: bytes | None) -> None:
        """Keep that a page could not be read; what was read before it is kept first, so that the later try counts."""
        self.keep()
        self._done(keep_failure(self._engine, self._run, arrival, error, raw))

    def keep(self) -> None:
        """Keep the pages that wait."""
        waiting, self._waiting, self._size = self._waiting, [], 0
        if not waiting:
            return
        try:
            outcomes = self._writer.keep_all(waiting)
        except Exception as error:
            if _is_of_the_ledger(error):
                raise
            for one in waiting:  # one of them breaks the keeping: each alone, and only that one fails
                self._done(_keep_alone(self._engine, self._writer, self._run, one))
            return
        for outcome in outcomes:
            self._done(outcome)

    def _done(self, outcome: Outcome) -> None:
        self._uncollected += 1
        if self._uncollected >= _COLLECTED:
            self._uncollected = 0
            gc.collect()
        self.outcomes.append(outcome)
        if self._tick is not None:
            self._tick(outcome)


def _is_of_the_ledger(error: Exception) -> bool:
    """Say whether an error is of the whole ledger (full, busy, gone) and no matter of a page."""
    return isinstance(error, LedgerError) and type(error) is not LedgerError


def retry_failures(
    engine: Engine,
    clusterer: Clusterer,
    run: Run,
    ids: tuple[str, ...],
    *,
    settings: Settings,
    read: Reader,
    tick: Tick | None = None,
) -> Report:
    """Try failed pages again, from their file where it is still there, else from the bytes that the ledger holds.

    Raises:
        EntryUnknown: No failure has one of the ids.
        LedgerError: The ledger cannot be written.
    """
    writer = Writer(engine, clusterer, run)
    outcomes: list[Outcome] = []
    for _, arrival, kept in find_failed(engine, ids):
        path = Path(arrival.path) if arrival.path else None
        if path is not None and path.is_file():
            source = Input(name=arrival.name, path=path, hints=arrival.hints)
            outcomes.append(_take(engine, writer, run, source, arrival, settings, read))
        elif kept is not None:
            outcomes.append(read_and_keep(engine, writer, run, kept, arrival, read))
        else:
            missing = DocumentMissing(f"{arrival.name} is not there, and the ledger never had its bytes.")
            outcomes.append(keep_failure(engine, run, arrival, missing, None))
        if tick is not None:
            tick(outcomes[-1])
    return Report(outcomes=tuple(outcomes))


def make_arrival(source: Input, label: str | None) -> Arrival:
    """Give a page that was found as the ledger takes it."""
    path = source.path.resolve() if source.path is not None else None
    if label is not None:
        place = identity.name_key(label, source.name)
    else:
        # The file's own place: a folder and its parent meet the same page.
        place = identity.name_key(str(path.parent), path.name) if path is not None else None
    folder = label if label is not None else source.folder
    given = source.hints
    hints = Hints(
        published=plain(given.published),
        outlet=plain(given.outlet),
        url=plain(given.url),
        language=plain(given.language),
    )
    where = plain(str(path)) if path is not None else None
    return Arrival(name=plain_words(source.name), source=plain_words(folder), place=place, hints=hints, path=where)


def _take(
    engine: Engine, writer: Writer, run: Run, source: Input, arrival: Arrival, settings: Settings, read: Reader
) -> Outcome:
    try:
        raw = read_bytes(source, max_bytes=settings.max_bytes)
    except RiwayaError as error:
        return keep_failure(engine, run, arrival, error, None)
    return read_and_keep(engine, writer, run, raw, arrival, read)


def read_and_keep(engine: Engine, writer: Writer, run: Run, raw: bytes, arrival: Arrival, read: Reader) -> Outcome:
    """Read one page from its bytes and keep it, or keep that it could not be read; nothing where it holds already."""
    known = writer.find_known(blobs.digest_bytes(raw), arrival)
    if known is not None:
        return known
    try:
        analysis = read(raw, arrival)
    except Exception as error:  # noqa: BLE001 - one bad page must not stop the others
        return keep_failure(engine, run, arrival, as_riwaya_error(error), raw)
    return _keep_alone(engine, writer, run, Told(raw, analysis, arrival))


def _keep_alone(engine: Engine, writer: Writer, run: Run, one: Told) -> Outcome:
    try:
        return writer.keep_all([one])[0]
    except Exception as error:
        if _is_of_the_ledger(error):
            raise
        return keep_failure(engine, run, one.arrival, as_riwaya_error(error), one.raw)
