"""Take pages in: read each, keep it, and go on after one that cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
from riwaya.ledger.writer import Writer
from riwaya.model.analysis import Analysis
from riwaya.model.document import Hints

Reader = Callable[[bytes, Arrival], Analysis]
Tick = Callable[[Outcome], None]


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
    """Read pages in order and keep them; each is a transaction of its own.

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
    writer = Writer(engine, clusterer, run)
    outcomes: list[Outcome] = []
    for source in inputs:
        arrival = make_arrival(source, label)
        outcomes.append(_take(engine, writer, run, source, arrival, settings, read))
        if tick is not None:
            tick(outcomes[-1])
    return Report(outcomes=tuple(outcomes))


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
    try:
        return writer.keep(raw, analysis, arrival)
    except LedgerError as error:
        if type(error) is not LedgerError:
            raise  # full, busy, gone: no matter of this page
        return keep_failure(engine, run, arrival, error, raw)
    except Exception as error:  # noqa: BLE001 - the same: a page that breaks the keeping is a row of failure
        return keep_failure(engine, run, arrival, as_riwaya_error(error), raw)
