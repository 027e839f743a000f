"""Bring a ledger up to date: its schema, then what is derived from what it keeps."""

from __future__ import annotations

from riwaya.errors import LedgerMissing
from riwaya.ledger.derived import rebuild
from riwaya.ledger.engine import connect, parse_address, say_address, writing
from riwaya.ledger.events import Clusterer, default_clusterer
from riwaya.ledger.versions import FILLED, HEAD, find_version, make_current


def upgrade_ledger(address: str, *, clusterer: Clusterer | None = None) -> tuple[str, str]:
    """Bring the ledger to the newest schema and make what is derived anew where no step fills it.

    Returns:
        The number of its schema before and after.

    Raises:
        LedgerMissing: There is none.
        LedgerNewer: It is newer than this version.
    """
    engine = connect(parse_address(address), create=False)
    try:
        before = find_version(engine)
        if before is None:
            raise LedgerMissing(f"{say_address(engine.url)} holds no ledger yet.")
        make_current(engine)
        if before < FILLED:
            with writing(engine) as connection:
                rebuild(connection, clusterer or default_clusterer())
        return before, HEAD
    finally:
        engine.dispose()
