"""Which events nobody can contest: told at a glance, before their accounts are taken apart.

Most events of a ledger are told by one voice, or by several of which none denies, counts or lays a deed to anybody
that another counts or lays to somebody too. What is said here must hold of whatever `find_contests` may find.
"""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.model.event import ToldClaim
from riwaya.stages.reconcile.versions import MUTUAL, VIOLENCE


def can_contest(told: Iterable[ToldClaim]) -> bool:
    """Say whether accounts of an event may contradict each other.

    Args:
        told: Its claims, and those that may say who was there.

    Returns:
        False only where no claim denies, and neither the figures nor the deeds come from two voices.
    """
    counting: set[object] = set()
    blaming: set[object] = set()
    for one in told:
        claim = one.claim
        if claim.polarity == "denied":
            return True
        if claim.figures:
            counting.add(_voice(one))
        if claim.agents and claim.type in VIOLENCE and claim.subtype not in MUTUAL:
            blaming.add(_voice(one))
    return len(counting) > 1 or len(blaming) > 1


def _voice(told: ToldClaim) -> object:
    """Give what two claims of one originator share; of a source that only its words tell apart, each claim has its own."""
    chain = told.claim.chain
    if chain:
        source = chain[-1].source
        return source.id if source.id is not None else (told.claim.id, told.document_id)
    outlet = told.outlet
    return ("outlet", told.document_name) if outlet is None else ("outlet", outlet.id, outlet.name)
