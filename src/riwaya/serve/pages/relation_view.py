"""How the accounts of an event stand to each other, by matter: what each position is, who holds it, and each relation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from riwaya.model.account import Account, Reconciliation, Relation, Toll
from riwaya.model.actor import Actor
from riwaya.model.event import ToldClaim
from riwaya.serve.pages.event_view import EVERYBODY, Said, TollView, key_of_side, quote, view_toll

ORDER = ("number-conflict", "responsibility-dispute", "identity-dispute", "denial", "admission", "silence", "compatible",
         "same")  # fmt: skip
"""What is disputed first."""
AGREEING = ("compatible", "same")


@dataclass(frozen=True, slots=True)
class Party:
    """One of the two accounts of a relation, with what it says of the matter."""

    account: Account
    toll: TollView | None
    """None where it gives no figure in the matter."""
    said: Said | None
    """Its words; None where it says nothing of it."""


@dataclass(frozen=True, slots=True)
class RelationView:
    """One relation. ``one`` is who denies, admits or is silent, where somebody does."""

    kind: str
    one: Party
    other: Party


@dataclass(frozen=True, slots=True)
class Position:
    """A figure, and who gives it."""

    toll: TollView
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """What the relations are about."""

    key: str
    """As the ledger has it: ``killed of wagner-group``."""
    what: str
    """A measure, ``responsibility``, ``identity`` or ``the event``."""
    side: Actor | None
    positions: tuple[Position, ...]
    """Highest first; for matters of numbers only."""
    disputed: tuple[RelationView, ...]
    agreeing: tuple[RelationView, ...]


def lay_out_relations(found: Reconciliation) -> tuple[Matter, ...]:
    """Give the matters of an event, those that are disputed first."""
    told = {one.claim.id: one for one in found.event.claims}
    sides = _sides(found)
    matters: list[Matter] = []
    ordered = sorted(found.relations, key=lambda one: one.on)
    for on, group in groupby(ordered, key=lambda one: one.on):
        what, _, key = on.partition(" of ")
        views = [_view(relation, what, key, found, told) for relation in group]
        views.sort(key=lambda view: ORDER.index(view.kind))
        matters.append(
            Matter(
                key=on,
                what=what,
                side=sides.get(key),
                positions=_positions(found, what, key, told),
                disputed=tuple(view for view in views if view.kind not in AGREEING),
                agreeing=tuple(view for view in views if view.kind in AGREEING),
            )
        )
    return tuple(sorted(matters, key=_rank))


def _rank(matter: Matter) -> tuple[int, int, str]:
    kinds = [ORDER.index(view.kind) for view in (*matter.disputed, *matter.agreeing)]
    return (min(kinds), -len(matter.disputed), matter.key)


def _sides(found: Reconciliation) -> dict[str, Actor | None]:
    sides: dict[str, Actor | None] = {}
    for account in found.accounts:
        for toll in (*account.tolls, *account.former_tolls):
            sides.setdefault(key_of_side(toll.side), toll.side)
    for one in found.event.claims:
        for part in (*one.claim.agents, *one.claim.targets):
            sides.setdefault(key_of_side(part.actor), part.actor)
    return sides


def _view(relation: Relation, what: str, key: str, found: Reconciliation, told: dict[str, ToldClaim]) -> RelationView:
    one, other = (found.account(id_) for id_ in relation.between)
    behind = set(relation.claim_ids)
    if _is_turned(relation.kind, one, other, behind, what, key):
        one, other = other, one
    return RelationView(
        kind=relation.kind,
        one=_party(one, what, key, behind, told),
        other=_party(other, what, key, behind, told),
    )


def _is_turned(kind: str, one: Account, other: Account, behind: set[str], what: str, key: str) -> bool:
    """Whether it is the second who denies, admits or is silent."""
    if kind in ("denial", "identity-dispute"):
        return not behind & set(one.denies) and bool(behind & set(other.denies))
    if kind == "admission":
        return not behind & set(one.admits) and bool(behind & set(other.admits))
    if kind == "silence":
        return _toll_of(one, what, key) is not None and _toll_of(other, what, key) is None
    return False


def _party(account: Account, what: str, key: str, behind: set[str], told: dict[str, ToldClaim]) -> Party:
    toll = _toll_of(account, what, key)
    own = [told[id_] for id_ in account.claim_ids if id_ in behind and id_ in told]
    return Party(
        account=account,
        toll=view_toll(toll, told) if toll is not None else None,
        said=quote(own[0]) if own else None,
    )


def _toll_of(account: Account, what: str, key: str) -> Toll | None:
    """Give what the account counts in the matter: the whole rather than a part, what is nearest in kind otherwise."""
    wanted = key or EVERYBODY
    same = [toll for toll in account.tolls if key_of_side(toll.side) == wanted]
    near = {
        "killed_or_wounded": ("killed", "wounded"),
        "killed": ("killed_or_wounded",),
        "wounded": ("killed_or_wounded",),
    }
    for measure in (what, *near.get(what, ())):
        for toll in sorted(same, key=lambda one: one.is_part):
            if toll.measure == measure:
                return toll
    return None


def _positions(found: Reconciliation, what: str, key: str, told: dict[str, ToldClaim]) -> tuple[Position, ...]:
    wanted = key or EVERYBODY
    held: dict[tuple[int | None, int | None, bool], tuple[TollView, list[Account]]] = {}
    for account, toll in _tolls(found.accounts, what, wanted):
        view = view_toll(toll, told)
        held.setdefault((toll.low, toll.high, toll.about), (view, []))[1].append(account)
    ordered = sorted(held.items(), key=lambda item: (-(item[0][0] or 0), -(item[0][1] or 10**9)))
    return tuple(Position(view, tuple(accounts)) for _, (view, accounts) in ordered)


def _tolls(accounts: Iterable[Account], what: str, wanted: str) -> Iterable[tuple[Account, Toll]]:
    for account in accounts:
        for toll in account.tolls:
            if toll.measure == what and key_of_side(toll.side) == wanted and not toll.is_part:
                yield account, toll
                break
