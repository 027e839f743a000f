"""Web archives into the ledger: every page of an archive with its reply as evidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from riwaya.collect.archives import Broken, iter_pages
from riwaya.collect.evidence import make_capture, read_capture
from riwaya.collect.urls import fail_page, keep_reply
from riwaya.errors import ArchiveInvalid, ConfigError, DocumentMissing
from riwaya.ledger.arrival import Run
from riwaya.ledger.records import Outcome, Report
from riwaya.ledger.store import Ledger
from riwaya.model.document import Hints


def ingest_archives(
    ledger: Ledger, paths: Sequence[Path], hints: Hints, *, tick: Callable[[Outcome], None] | None = None
) -> Report:
    """Read the pages of web archives into the ledger, in order.

    Args:
        ledger: Where to.
        paths: Archives.
        hints: What is known about all of their pages.
        tick: Told of each page when it is done.

    Returns:
        What became of each page. What cannot be read is kept as a failure, an archive that breaks off too, and the others
        go on.

    Raises:
        LedgerError: The ledger cannot be written.
        ConfigError: The reader of archives is not installed.
    """
    run = ledger.new_run("archive")
    outcomes: list[Outcome] = []

    def done(outcome: Outcome) -> None:
        outcomes.append(outcome)
        if tick is not None:
            tick(outcome)

    for path in paths:
        try:
            _ingest_archive(ledger, path, hints, run, done)
        except ConfigError:
            raise
        except (ArchiveInvalid, DocumentMissing) as error:
            done(fail_page(ledger, path.name, hints, run, error))
    return Report(outcomes=tuple(outcomes))


def _ingest_archive(ledger: Ledger, path: Path, hints: Hints, run: Run, done: Callable[[Outcome], None]) -> None:
    try:
        stream = path.open("rb")
    except OSError as error:
        raise DocumentMissing(f"{path} cannot be read: {error.strerror}.") from error
    with stream:
        for found in iter_pages(stream, path.name, max_bytes=ledger.settings.max_bytes):
            if isinstance(found, Broken):
                done(fail_page(ledger, found.url, hints, run, found.error))
                continue
            capture = make_capture(found, origin=path.name)
            keep_reply(ledger, capture, run)
            done(read_capture(ledger, capture, hints, run=run))
