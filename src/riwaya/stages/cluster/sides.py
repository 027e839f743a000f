"""Sides: who stands with whom in an event, by who acts and who suffers together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from riwaya.model.actor import Actor
from riwaya.model.event import Side, ToldClaim

_NO_PARTY = frozenset({"thing", "anonymous"})


def find_sides(told: Sequence[ToldClaim]) -> tuple[Side, ...]:
    """Give the sides of an event: actors of the registry who act together, or suffer together, against others.

    Where claims disagree, what most of them say decides. An actor who stands with and against nobody is a side alone.

    Args:
        told: Claims of one event.

    Returns:
        Sides and their actors in the order in which the claims name them; a side's id is its first actor's with «-side».
        Empty where no claim names anybody of the registry.
    """
    ordered = sorted(told, key=lambda one: (str(one.told_on or ""), one.document_name, one.claim.span))
    actors: dict[str, Actor] = {}
    for one in ordered:
        for participant in (*one.claim.agents, *one.claim.targets):
            if participant.actor.id is not None and participant.actor.kind not in _NO_PARTY:
                actors.setdefault(participant.actor.id, participant.actor)
    camps = _part(list(actors), _ties(ordered, actors))
    sides: dict[tuple[str, bool], list[Actor]] = {}
    for name, actor in actors.items():
        sides.setdefault(camps[name], []).append(actor)
    return tuple(Side(id=f"{members[0].id}-side", actors=tuple(members)) for members in sides.values())


def _ties(told: Iterable[ToldClaim], actors: dict[str, Actor]) -> list[tuple[str, str, bool]]:
    """Give pairs of actors and whether they stand against each other, what is said most often first."""
    counts: Counter[tuple[str, str, bool]] = Counter()
    for one in told:
        agents = [p.actor.id for p in one.claim.agents if p.actor.id in actors]
        targets = [p.actor.id for p in one.claim.targets if p.actor.id in actors]
        for pair in _pairs([a for a in agents if a], [t for t in targets if t]):
            counts[pair] += 1
    return [tie for tie, _ in counts.most_common()]


def _pairs(agents: Sequence[str], targets: Sequence[str]) -> Iterator[tuple[str, str, bool]]:
    yield from ((agents[0], other, False) for other in agents[1:] if other != agents[0])
    yield from ((targets[0], other, False) for other in targets[1:] if other != targets[0])
    yield from ((agent, target, True) for agent in agents[:1] for target in targets[:1] if agent != target)


def _part(names: Sequence[str], ties: Iterable[tuple[str, str, bool]]) -> dict[str, tuple[str, bool]]:
    """Give each actor's group and which of its two camps; a tie that goes against a stronger one is passed over."""
    group = {name: name for name in names}
    camp = dict.fromkeys(names, False)
    for one, other, against in ties:
        if group[one] == group[other]:
            continue
        turn = (camp[one] != camp[other]) != against
        old = group[other]
        for name in names:
            if group[name] == old:
                group[name] = group[one]
                camp[name] ^= turn
    return {name: (group[name], camp[name]) for name in names}
