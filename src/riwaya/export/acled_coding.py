"""What ACLED would call an event and its actors. The table is data: `export/tables/acled.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from riwaya.export.countries import find_country
from riwaya.export.happening import Happening
from riwaya.export.lookup import read_table
from riwaya.lang.world import load_actors
from riwaya.model.actor import Actor
from riwaya.stages.reconcile import is_civilian, is_state

INTER = ("State forces", "Rebel group", "Political militia", "Identity militia", "Rioters", "Protesters", "Civilians",
         "External/Other forces")  # fmt: skip
"""Kinds of actors in the order of their numbers, 1 to 8."""
_OTHER = "External/Other forces"
_VIOLENCE = ("Battles", "Explosions/Remote violence", "Violence against civilians")
_DEMONSTRATIONS = ("Protests", "Riots")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """Where an event stands in ACLED's categories."""

    disorder_type: str
    event_type: str
    sub_event_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One of the two actors of a row."""

    names: tuple[str, ...]
    """The main actor first; the others are associated with it."""
    inter: str


def code_event(one: Happening) -> Coding | None:
    """Give the categories of an event; None for what is no event in ACLED's sense."""
    row = _row(one)
    if row is None:
        return None
    column = "armed"
    if "deadly" in row and one.cells:
        column = "deadly"
    elif _is_against_civilians(one):
        column = "civilians"
    elif "state" in row and _doer_is_state(one):
        column = "state"
    event_type, sub = row[column]
    disorder: Mapping[str, str] = read_table("acled")["disorder"]
    return Coding(disorder_type=disorder.get(sub, disorder[event_type]), event_type=event_type, sub_event_type=sub)


def is_coded(one: Happening) -> bool:
    """Say whether an event is one in ACLED's sense, before its accounts are laid side by side."""
    return _row(one) is not None


def _row(one: Happening) -> Mapping[str, Any] | None:
    event = one.event
    return _codings().get(f"{event.type}/{event.subtype}" if event.subtype else event.type)


def find_parties(one: Happening) -> tuple[Party | None, Party | None]:
    """Give actor1 and actor2; None where nobody is named. Which is which says nothing of who did it to whom."""
    first, second = (_party(one, actors) for actors in one.two_sides)
    civilians = _civilians(one)
    coding = code_event(one)
    if coding is not None and coding.event_type in _DEMONSTRATIONS:
        protesters = Party(names=(f"Protesters ({_country(one)})",), inter="Protesters")
        return protesters, first
    if first is None and civilians is not None and coding is not None and coding.event_type in _VIOLENCE:
        first = Party(names=(f"Unidentified Armed Group ({_country(one)})",), inter="Political militia")
    if first is None:
        return civilians, None
    return first, second or civilians


def targets_civilians(one: Happening) -> bool:
    """Say whether the row's `civilian_targeting` holds: people who are no party are the main or only target."""
    return _is_against_civilians(one)


def joint_code(first: Party | None, second: Party | None) -> int:
    """Give the number of `interaction`: both kinds, the lower first; 10 to 80 where one stands alone."""
    numbers = sorted(INTER.index(party.inter) + 1 for party in (first, second) if party is not None)
    if not numbers:
        return 0
    return numbers[0] * 10 + (numbers[1] if len(numbers) > 1 else 0)


def joint_words(first: Party | None, second: Party | None) -> str | None:
    """Give `interaction` in words: ``State forces-Rebel group``, ``State forces only``."""
    kinds = sorted((party.inter for party in (first, second) if party is not None), key=INTER.index)
    if not kinds:
        return None
    return "-".join(kinds) if len(kinds) > 1 else f"{kinds[0]} only"


def _party(one: Happening, actors: tuple[Actor, ...]) -> Party | None:
    if not actors:
        return None
    names = tuple(_name(one, actor) for actor in actors)
    return Party(names=tuple(dict.fromkeys(names)), inter=_inter(one, actors[0]))


def _name(one: Happening, actor: Actor) -> str:
    entry = one.setting.options.external.find("acled-actor", actor.id)
    return entry.name if entry and entry.name else actor.name


def _inter(one: Happening, actor: Actor) -> str:
    kinds: Mapping[str, str] = read_table("acled")["inter"]
    kind = kinds.get(actor.kind, _OTHER)
    return _OTHER if kind == "State forces" and _is_foreign(one, actor) else kind


def _is_foreign(one: Happening, actor: Actor) -> bool:
    """Say whether a state's forces are abroad: they are a body of another country, or are known to act in several."""
    if actor.id is None or one.country is None:
        return False
    iso = one.country.iso
    prefix = actor.id.partition("-")[0].upper()
    if find_country(prefix) is not None:
        return prefix != iso
    return _homes().get(actor.id, ()) != (iso,)


@cache
def _homes() -> Mapping[str, tuple[str, ...]]:
    return {entry.id: entry.countries for entry in load_actors()}


def _civilians(one: Happening) -> Party | None:
    return Party(names=(f"Civilians ({_country(one)})",), inter="Civilians") if one.civilians else None


def _country(one: Happening) -> str:
    return one.country.name if one.country else "unknown"


def _is_against_civilians(one: Happening) -> bool:
    """One side at most, and people who are no party on the other."""
    return bool(one.civilians) and not one.two_sides[1]


def _doer_is_state(one: Happening) -> bool:
    doers = [agent.actor for kept in one.claims for agent in kept.claim.agents]
    return any(is_state(actor) for actor in doers) and not any(is_civilian(actor) for actor in doers)


@cache
def _codings() -> Mapping[str, Mapping[str, Any]]:
    rows: list[Mapping[str, Any]] = read_table("acled")["coding"]
    return {kind: row for row in rows for kind in row["types"]}
