"""What the ledger already knows of a page: whether it holds, which series it continues, who else holds its bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, select

from riwaya.ledger import identity
from riwaya.ledger.arrival import Arrival
from riwaya.ledger.load import chunks
from riwaya.ledger.schema import document, live_reading, open_failure, page, reading, sighting


@dataclass(frozen=True, slots=True)
class Known:
    """A page that is in the ledger, and what holds of its series."""

    number: int
    series: str
    is_newest: bool
    """Whether no newer version of the page came after it."""
    live: str | None
    """Id of the reading that holds of its series."""
    is_met: bool
    """Whether it was met under the name that it now comes with."""
    has_failure: bool
    """Whether a failure of the same page stands open."""


def find_page(connection: Connection, page_id: str, arrival: Arrival) -> Known | None:
    """Give what is known of a page; None where the ledger has never seen it."""
    row = connection.execute(_PAGE, {"id": page_id, "place": arrival.tries}).first()
    if row is None:
        return None
    is_met = arrival.place is None or arrival.place == row.name_key
    if not is_met:
        seen = connection.execute(_SEEN, {"page": row.seq, "key": arrival.place}).first()
        is_met = seen is not None
    return Known(
        number=row.seq,
        series=row.series,
        is_newest=row.newest == row.seq,
        live=row.live,
        is_met=is_met,
        has_failure=row.failure is not None,
    )


def find_pages(connection: Connection, pages: Sequence[tuple[str, Arrival]]) -> list[Known | None]:
    """Give what is known of each of some pages, by their ids; most the ledger has never seen."""
    seen: set[str] = set()
    for chunk in chunks(sorted({page_id for page_id, _ in pages})):
        seen |= set(connection.execute(select(page.c.id).where(page.c.id.in_(chunk))).scalars())
    return [find_page(connection, page_id, arrival) if page_id in seen else None for page_id, arrival in pages]


def find_series(connection: Connection, arrival: Arrival) -> str | None:
    """Give the series that a new page continues: by its address, else by its name where no address contradicts."""
    key = identity.url_key(arrival.hints)
    if key is not None:
        found = connection.execute(_BY_URL, {"key": key}).scalar()
        if found is not None:
            return str(found)
    if arrival.place is None:
        return None
    row = connection.execute(_BY_NAME, {"key": arrival.place}).first()
    again = connection.execute(_BY_SIGHTING, {"key": arrival.place}).first()
    if row is None or (again is not None and again.seq > row.seq):
        row = again
    if row is None or (key is not None and row.url_key is not None):
        return None
    return str(row.series)


def find_reading(connection: Connection, reading_id: str) -> int | None:
    """Give the number of a reading; None where the ledger has none of that id."""
    return connection.execute(_READING, {"id": reading_id}).scalar()


def is_copied(connection: Connection, raw_digest: str, page_number: int) -> bool:
    """Say whether another page has the same bytes."""
    return connection.execute(_COPY, {"raw": raw_digest, "page": page_number}).first() is not None


def is_taken(connection: Connection, document_id: str, series: str) -> bool:
    """Say whether another series has a document of that id."""
    return connection.execute(_TAKEN, {"id": document_id, "series": series}).first() is not None


_later = page.alias("later")
_PAGE = select(
    page.c.seq,
    page.c.series,
    page.c.name_key,
    select(func.max(_later.c.seq)).where(_later.c.series == page.c.series).scalar_subquery().label("newest"),
    select(reading.c.id)
    .join(live_reading, live_reading.c.reading == reading.c.seq)
    .where(live_reading.c.series == page.c.series)
    .scalar_subquery()
    .label("live"),
    select(open_failure.c.failure).where(open_failure.c.place == bindparam("place")).scalar_subquery().label("failure"),
).where(page.c.id == bindparam("id"))
_SEEN = (
    select(sighting.c.seq).where(sighting.c.page == bindparam("page"), sighting.c.name_key == bindparam("key")).limit(1)
)
_BY_URL = select(page.c.series).where(page.c.url_key == bindparam("key")).order_by(page.c.seq.desc()).limit(1)
_BY_NAME = (
    select(page.c.seq, page.c.series, page.c.url_key)
    .where(page.c.name_key == bindparam("key"))
    .order_by(page.c.seq.desc())
    .limit(1)
)
_BY_SIGHTING = (
    select(page.c.seq, page.c.series, page.c.url_key)
    .join(sighting, sighting.c.page == page.c.seq)
    .where(sighting.c.name_key == bindparam("key"))
    .order_by(sighting.c.seq.desc())
    .limit(1)
)
_READING = select(reading.c.seq).where(reading.c.id == bindparam("id"))
_COPY = select(page.c.seq).where(page.c.raw == bindparam("raw"), page.c.seq != bindparam("page")).limit(1)
_TAKEN = (
    select(document.c.seq)
    .join(reading, reading.c.seq == document.c.reading)
    .join(page, page.c.seq == reading.c.page)
    .where(document.c.id == bindparam("id"), page.c.series != bindparam("series"))
    .limit(1)
)
