"""Who speaks for whom: persons for their bodies, a unit and the body over it, the bodies of one state.

Source: `parent` in packs/world/actors, and the bodies that every country has (packs/world/countries.toml).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from riwaya.lang.world import load_actors
from riwaya.lang.world_records import load_bodies
from riwaya.model.actor import Actor
from riwaya.model.record import record

_PERSONS = ("person", "head-of-state")
_NATIONAL = re.compile(r"([a-z]{2})-(.+)")
_FARTHEST = 6
"""Steps from a unit up to the body over all: longer lines are a ring in somebody's table."""


@record
class Kinship:
    """Lines of belonging between actors, by registry id."""

    parents: Mapping[str, str]
    actors: Mapping[str, Actor]
    """By id."""
    by_name: Mapping[str, Actor]
    """By canonical name, without case."""
    national: frozenset[str]
    """Bodies that every country has: what follows the two letters of an id (``ml-armed-forces``)."""

    def body_of(self, actor: Actor) -> Actor:
        """Give the body that a person speaks for, where the registry says so; any other actor as it is."""
        if actor.kind not in _PERSONS:
            return actor
        if actor.id is not None:
            return self.actors.get(self.parents.get(actor.id, ""), actor)
        _, of, body = actor.name.partition(" of ")
        return self.by_name.get(body.casefold(), actor) if of else actor

    def is_national(self, id_: str) -> bool:
        """Say whether an id is a body that every country has: its army, its police, its government."""
        told = _NATIONAL.fullmatch(id_)
        return told is not None and told[2] in self.national

    def is_one_party(self, one: str, other: str) -> bool:
        """Say whether two ids stand in one line of the registry, or are bodies of one state."""
        if one == other or one in self._above(other) or other in self._above(one):
            return True
        state = self._state(one)
        return state is not None and state == self._state(other)

    def _above(self, id_: str) -> tuple[str, ...]:
        found: list[str] = []
        while (id_ := self.parents.get(id_, "")) and len(found) < _FARTHEST:
            found.append(id_)
        return tuple(found)

    def _state(self, id_: str) -> str | None:
        for one in (id_, *self._above(id_)):
            told = _NATIONAL.fullmatch(one)
            if told and told[2] in self.national:
                return told[1]
        return None


@cache
def load_kinship() -> Kinship:
    """Give the lines of belonging of packs/world, read once."""
    entries = load_actors()
    return Kinship(
        parents={entry.id: entry.parent for entry in entries if entry.parent},
        actors={entry.id: entry.actor() for entry in entries},
        by_name={entry.name.casefold(): entry.actor() for entry in reversed(entries)},
        national=frozenset(load_bodies()) - {"people"},
    )
