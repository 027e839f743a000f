"""Take pages in: read each, keep it, and go on after one that cannot be read."""

from __future__ import annotations

import gc
from collections import deque
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
from riwaya.ledger.records import Outcome, Report
from riwaya.ledger.writer import Told, Writer
from riwaya.model.analysis import Analysis
from riwaya.model.document import Hints
from riwaya.pause import collection_paused

Reader = Callable[[bytes, Arrival], Analysis]
Tick = Callable[[Outcome], None]

_FIRST_BATCH, _BATCH = 4, 256
"""Pages of the first transaction, which shows soon that something happens, and of later ones, each eight times the last.

What was found of a day is found anew with each transaction that tells of it, so that few and large ones cost less.
"""
_AHEAD = 16
"""Pages that are looked up in the ledger at once, before they are read."""
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
        intake.finish()


class Intake:
    """Reads pages one after the other, and keeps some at a time: a transaction, and its events, for each batch.

    A few pages wait unread until the ledger is asked for all of them together whether they need reading.
    """

    def __init__(self, engine: Engine, writer: Writer, run: Run, read: Reader, tick: Tick | None) -> None:
        """Take the ledger, what writes to it, what reads a page, and who is told of each page when it is done."""
        self.outcomes: list[Outcome] = []
        """In the order in which the pages were given."""
        self._engine = engine
        self._writer = writer
        self._run = run
        self._read = read
        self._tick = tick
        self._unread: deque[tuple[bytes, Arrival]] = deque()
        self._waiting: list[Told] = []
        self._size = 0
        self._most = _FIRST_BATCH
        self._uncollected = 0
        self._written = 0
        """Transactions so far."""

    def take(self, raw: bytes, arrival: Arrival) -> None:
        """Take a page; read it and keep it with those that wait, when they are enough."""
        self._unread.append((raw, arrival))
        if len(self._unread) >= min(_AHEAD, self._most) or sum(len(one) for one, _ in self._unread) >= _BATCH_BYTES:
            self._read_on()

    def fail(self, arrival: Arrival, error: RiwayaError, raw: bytes | None) -> None:
        """Keep that a page could not be read; what came before it is kept first, so that the later try counts."""
        self.finish()
        self._fail(arrival, error, raw)

    def finish(self) -> None:
        """Read and keep all that waits."""
        self._read_on()
        self._keep()

    def _read_on(self) -> None:
        """Read the pages that wait unread, as each would be if the ledger were asked for it alone."""
        while self._unread:
            # What is written meanwhile may change what is known of those behind it.
            moment = self._written
            asked = [(blobs.digest_bytes(raw), arrival) for raw, arrival in self._unread]
            for known in self._writer.find_all_known(asked):
                raw, arrival = self._unread.popleft()
                if known is not None:
                    self._keep()
                    self._done(known)
                else:
                    self._read_one(raw, arrival)
                if self._written != moment:
                    break

    def _read_one(self, raw: bytes, arrival: Arrival) -> None:
        try:
            analysis = self._read(raw, arrival)
        except Exception as error:  # noqa: BLE001 - one bad page must not stop the others
            self._keep()
            self._fail(arrival, as_riwaya_error(error), raw)
            return
        self._waiting.append(Told(raw, analysis, arrival))
        self._size += len(raw)
        if len(self._waiting) >= self._most or self._size >= _BATCH_BYTES:
            self._keep()
            self._most = min(_BATCH, 8 * self._most)

    def _fail(self, arrival: Arrival, error: RiwayaError, raw: bytes | None) -> None:
        self._written += 1
        self._done(keep_failure(self._engine, self._run, arrival, error, raw))

    def _keep(self) -> None:
        """Keep the pages that were read and wait."""
        waiting, self._waiting, self._size = self._waiting, [], 0
        if not waiting:
            return
        self._written += 1
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
