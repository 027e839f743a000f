"""Who stands together in an event: those who do it together, and those whom it hits together."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from riwaya.model.actor import Actor
from riwaya.model.event import Side, ToldClaim
from riwaya.stages.reconcile.parties import Cast, is_civilian, is_named, slug
from riwaya.stages.reconcile.versions import VIOLENCE


def find_sides(told: Iterable[ToldClaim], cast: Cast) -> tuple[Side, ...]:
    """Give the sides of an event by the key of their first actor; people who are no party stand on none.

    Actors that one account names together as doers, or together as those hit, stand together, as do bodies that are
    one party; what makes two enemies of the same body (one hits the other) keeps them apart.
    """
    actors: dict[str, Actor] = {}
    together: list[tuple[str, ...]] = []
    apart: set[frozenset[str]] = set()
    for one in told:
        if one.claim.type not in VIOLENCE or one.claim.polarity == "denied":
            continue
        doers = _named(cast.parts(one).doers, actors)
        counted = (cast.side(figure.of, figure.of_span, one) for figure in one.claim.figures)
        hit = _named((*cast.parts(one).hit, *(c for c in counted if c is not None)), actors)
        apart |= {frozenset((a, b)) for a in doers for b in hit if a != b}
        together += [doers, hit]
    group = {key: key for key in sorted(actors)}
    for keys in sorted(together):
        for a, b in pairwise(keys):
            _join(group, a, b, apart)
    for a in sorted(actors):
        for b in sorted(actors):
            if a < b and cast.kinship.is_one_party(a, b):
                _join(group, a, b, apart)
    members: dict[str, list[str]] = {}
    for key, of in group.items():
        members.setdefault(of, []).append(key)
    return tuple(
        Side(id=f"{keys[0]}-side", actors=tuple(actors[key] for key in keys)) for keys in sorted(members.values())
    )


def _named(found: Iterable[Actor], actors: dict[str, Actor]) -> tuple[str, ...]:
    named = {slug(one): one for one in found if is_named(one) and not is_civilian(one) and one.kind != "person"}
    actors.update(named)
    return tuple(sorted(named))


def _join(group: dict[str, str], one: str, other: str, apart: set[frozenset[str]]) -> None:
    mine = [key for key, of in group.items() if of == group[one]]
    theirs = [key for key, of in group.items() if of == group[other]]
    if any(frozenset((a, b)) in apart for a in mine for b in theirs):
        return
    first = min(group[one], group[other])
    for key in (*mine, *theirs):
        group[key] = first
