"""One document of the ledger, and those that stand on the same page."""

from __future__ import annotations

from sqlalchemy import Engine, select

from riwaya.ledger.engine import reading as open_reading
from riwaya.ledger.ids import resolve_id
from riwaya.ledger.load import load_documents
from riwaya.ledger.records import KeptDocument
from riwaya.ledger.schema import document, live_reading


def find_document(engine: Engine, name: str) -> tuple[KeptDocument, list[KeptDocument]]:
    """Give a document and the others of its page, in page order.

    Args:
        engine: Of the ledger.
        name: Id of the document, or the beginning of it.

    Returns:
        The one that holds, else its last reading.

    Raises:
        EntryUnknown: There is none.
    """
    c = document.c
    with open_reading(engine) as connection:
        whole = resolve_id(connection, c.id, name, "document")
        query = (
            select(c.seq, c.reading)
            .outerjoin(live_reading, live_reading.c.reading == c.reading)
            .where(c.id == whole)
            .order_by(live_reading.c.reading.is_(None), c.seq.desc())
            .limit(1)
        )
        number, home = connection.execute(query).one()
        numbers = connection.execute(select(c.seq).where(c.reading == home).order_by(c.seq)).scalars().all()
        found = load_documents(connection, numbers)
    mine = next(one for one, at in zip(found, numbers, strict=True) if at == number)
    return mine, [one for one in found if one is not mine]
