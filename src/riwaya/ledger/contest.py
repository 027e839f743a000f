"""Whether the accounts of events contradict each other, reckoned when an event is formed and kept with it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Connection, select

from riwaya.ledger.load import chunks, load_claims
from riwaya.ledger.schema import live_claim
from riwaya.model.account import Relation
from riwaya.model.event import Event, ToldClaim
from riwaya.stages.reconcile import CONTESTED, count_disputes

__all__ = ["CONTESTED", "count_contests", "find_contests"]


def count_contests(relations: Collection[Relation]) -> int:
    """Give how many relations contest an event."""
    return sum(1 for relation in relations if relation.kind in CONTESTED)


def find_contests(connection: Connection, events: Sequence[Event], numbers: Mapping[str, int]) -> list[int]:
    """Give for each event how many relations of its accounts contest it.

    Args:
        connection: To the ledger; the claims are in `live_claim`.
        events: As they were formed.
        numbers: Number of the row of each of their claims, by id.
    """
    statements = _statements(connection, [numbers[told.claim.id] for one in events for told in one.claims])
    found: list[int] = []
    for one in events:
        homes = {told.document_id for told in one.claims} if statements else ()
        theirs = [told for home in sorted(homes) for told in statements.get(home, ())]
        # One claim alone contradicts nobody.
        found.append(count_disputes(one, theirs) if theirs or len(one.claims) > 1 else 0)
    return found


def _statements(connection: Connection, numbers: Sequence[int]) -> dict[str, list[ToldClaim]]:
    """Give what the documents of some claims say of who was there, by document."""
    member, said = live_claim.alias("member"), live_claim.alias("said")
    found: set[int] = set()
    for chunk in chunks(numbers):
        readings = select(member.c.reading).where(member.c.claim.in_(chunk)).distinct()
        is_said = (said.c.type == "STATE") & (said.c.subtype == "identity")
        stands = said.c.verdict.is_(None) | (said.c.verdict != "rejected")
        query = select(said.c.claim).where(said.c.reading.in_(readings), is_said, stands)
        found |= {int(number) for number in connection.execute(query).scalars()}
    by_document: dict[str, list[ToldClaim]] = {}
    for kept in load_claims(connection, sorted(found)):
        told = kept.told()
        by_document.setdefault(told.document_id, []).append(told)
    return by_document
