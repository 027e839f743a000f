"""Ids as people give them: whole, or the beginning of one."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from riwaya.errors import EntryUnknown
from riwaya.ledger.schema import claim, live_claim

MIN_ID_LETTERS = 8
"""Fewer letters of an id name nothing: prefix and four digits."""


def find_live(connection: Connection, claim_id: str) -> int | None:
    """Give the number of the live claim of a whole id; None where it was superseded."""
    query = select(live_claim.c.claim).join(claim, claim.c.seq == live_claim.c.claim).where(claim.c.id == claim_id)
    return connection.execute(query).scalar()


def resolve_id(connection: Connection, column: Any, name: str, what: str) -> str:
    """Give the whole id that a name begins.

    Raises:
        EntryUnknown: None begins with it, or several do.
    """
    exact = connection.execute(select(column).where(column == name).limit(1)).scalar()
    if exact is not None:
        return str(exact)
    found: list[str] = []
    if len(name) >= MIN_ID_LETTERS:
        high = name + "\uffff"
        query = select(column).where(column >= name, column < high).distinct().limit(2)
        found = [str(one) for one in connection.execute(query).scalars() if str(one).startswith(name)]
    if len(found) != 1:
        raise EntryUnknown(
            f"{'Several' if found else 'No'} {what}s begin with {name!r}." if found else f"There is no {what} {name!r}."
        )
    return found[0]
