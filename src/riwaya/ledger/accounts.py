"""The accounts of the ledger's events, side by side."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.ledger.contest import CONTESTED, count_contests
from riwaya.ledger.filters import ClaimFilter
from riwaya.ledger.view import View
from riwaya.model.account import Reconciliation
from riwaya.model.event import Event, ToldClaim
from riwaya.stages.reconcile import reconcile

__all__ = ["CONTESTED", "is_contested", "reconcile_events"]


def reconcile_events(view: View, events: Iterable[Event]) -> list[Reconciliation]:
    """Lay the accounts of events side by side, in their order.

    What documents say of who was there (claims of type STATE) is looked up in the documents of each event.
    """
    by_document: dict[str, list[ToldClaim]] = {}
    found: list[Reconciliation] = []
    for event in events:
        statements: list[ToldClaim] = []
        for document in sorted({told.document_id for told in event.claims}):
            if document not in by_document:
                kept = view.claims(ClaimFilter(type="STATE/identity", document=document))
                by_document[document] = [one.told() for one in kept]
            statements += by_document[document]
        found.append(reconcile(event, statements))
    return found


def is_contested(found: Reconciliation) -> bool:
    """Say whether accounts contradict each other: other numbers, other doers, other people, or a denial."""
    return count_contests(found.relations) > 0
