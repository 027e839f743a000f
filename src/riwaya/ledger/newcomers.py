"""Which pages of a batch are new through and through: most are, and nothing need be asked about each of them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from riwaya.ledger import identity
from riwaya.ledger.arrival import Arrival
from riwaya.ledger.identity import PageIds
from riwaya.ledger.load import chunks
from riwaya.ledger.schema import page, sighting


class Newcomers:
    """Tells the pages that have nothing in common with the ledger, nor with a page of their batch that comes before them.

    Such a page opens a series of its own, supersedes nothing, and no other page holds its documents. What two pages can
    have in common is their id, bytes, address and name.
    """

    def __init__(self, connection: Connection, pages: Sequence[tuple[PageIds, Arrival]]) -> None:
        """Look up what the ledger holds of a batch, a few questions for all pages together."""
        self._met: set[str] = set()
        told = [_marks(ids, arrival) for ids, arrival in pages]
        for at, columns in enumerate(_COLUMNS):
            values = sorted({marks[at] or "" for marks in told} - {""})
            for column in columns:
                for chunk in chunks(values):
                    self._met.update(connection.execute(select(column).where(column.in_(chunk))).scalars())

    def take(self, ids: PageIds, arrival: Arrival) -> bool:
        """Say whether the next page of the batch is new; those behind it will have met it."""
        marks = {one for one in _marks(ids, arrival) if one is not None}
        is_new = self._met.isdisjoint(marks)
        self._met |= marks
        return is_new


def _marks(ids: PageIds, arrival: Arrival) -> tuple[str, str, str | None, str | None]:
    """Give what a page may have in common with another; no value of one kind is one of another."""
    return ids.page, ids.raw, identity.url_key(arrival.hints), arrival.place


_COLUMNS = ((page.c.id,), (page.c.raw,), (page.c.url_key,), (page.c.name_key, sighting.c.name_key))
"""Where each of these is kept."""
