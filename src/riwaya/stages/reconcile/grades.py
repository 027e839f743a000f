"""The grades of Airwars, computed from the accounts and their relations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from riwaya.model.account import Account, Reconciliation, Relation, Toll
from riwaya.model.reason import Named, Reason
from riwaya.stages.reconcile.reasons import because

_OUTSIDE = ("observer", "anonymous")


def find_grade(found: Reconciliation, given: Sequence[tuple[Account, Toll]]) -> tuple[str, Reason, tuple[str, ...]]:
    """Give the grade of civilian harm, why, and the claims behind it.

    Args:
        found: The accounts side by side.
        given: Who counts civilians killed, with the tolls; at least one.
    """
    stance = {account.id: account.stance for account in found.accounts}
    claims = tuple(dict.fromkeys(claim for _, toll in given for claim in toll.claim_ids))
    admitted = _first(found, "admission", "responsibility")
    if admitted is not None:
        return "confirmed", _why(admitted), admitted.claim_ids
    for relation in found.relations:
        is_outside = any(stance[one] in _OUTSIDE and _denies(found.account(one)) for one in relation.between)
        if relation.kind == "identity-dispute" and "civilian" in relation.on and is_outside:
            return "discounted", _why(relation), relation.claim_ids
    disputed = _first(found, "responsibility-dispute", "responsibility")
    if disputed is not None:
        return "contested", _why(disputed), disputed.claim_ids
    origin = {id_: at for at, one in enumerate(found.origins) for id_ in one.accounts}
    origins = {origin[account.id] for account, _ in given}
    names = name_all(account for account, _ in given)
    if len(origins) > 1:
        return "fair", because("several-origins", origins=len(origins), names=names), claims
    return "weak", because("one-origin", names=names), claims


def name_all(accounts: Iterable[Account]) -> list[Named]:
    """Name the originators of some accounts in a reason; two of one name once."""
    found: dict[str, Named] = {}
    for one in accounts:
        found.setdefault(one.originator.name, Named(key=one.id, name=one.originator.name))
    return list(found.values())


def _why(relation: Relation) -> Reason:
    assert relation.reason is not None
    return relation.reason


def _first(found: Reconciliation, kind: str, on: str) -> Relation | None:
    return next((one for one in found.relations if (one.kind, one.on) == (kind, on)), None)


def _denies(account: Account) -> bool:
    return bool(account.denies)
