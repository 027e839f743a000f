"""The columns by which a claim is found: its days, place, kind of happening, participants and figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from riwaya.lang.normalize import fold_letters
from riwaya.ledger.schema import NO_DAY
from riwaya.model.actor import Actor
from riwaya.model.claim import Claim
from riwaya.model.document import Outlet
from riwaya.model.place import Place

INSIDE = "atc"
"""Roles of those who act, suffer or are counted; the others, s and o, tell."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRows:
    """The rows of one claim in the derived tables."""

    live: Row
    parties: list[Row]
    figures: list[Row]
    precision: str = ""
    """Of the place; empty where there is none."""


def actor_key(actor: Actor) -> str:
    """Give the key of an actor: the registry's id, else the folded name."""
    return actor.id if actor.id is not None else _named(actor.name)


def place_key(place: Place) -> str:
    """Give the key of a place: the gazetteer's id, else the folded name."""
    return place.id if place.id is not None else _named(place.name)


@lru_cache(maxsize=4096)
def _named(name: str) -> str:
    return "name:" + fold_letters(plain_words(name)).casefold()


def outlet_key(outlet: Outlet | None) -> str | None:
    """Give the key of an outlet: the registry's id, else the name as written; None for none."""
    return None if outlet is None else outlet.id or plain_words(outlet.name)


def claim_rows(number: int, claim: Claim, told_on: date | None, outlet: Outlet | None) -> ClaimRows:
    """Give the rows of a claim, apart from the numbers of its reading and document.

    Args:
        number: Of its row in `claim`.
        claim: As it holds now, corrections included.
        told_on: When it was told.
        outlet: Who published it.
    """
    first, last = find_days(claim, told_on)
    place = claim.place.place if claim.place else None
    live: Row = {
        "claim": number,
        "id": claim.id,
        "event": None,
        "why": None,
        "type": claim.type,
        "subtype": claim.subtype,
        "polarity": claim.polarity,
        "links": len(claim.chain),
        "first_day": first,
        "last_day": last,
        "told_day": told_on.toordinal() if told_on else None,
        "place_id": place_key(place) if place else None,
        "place_name": plain(place.name) if place else None,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "outlet": outlet_key(outlet),
    }
    figures: list[Row] = [
        {"claim": number, "position": at, "measure": one.measure, "low": one.low, "high": one.high}
        for at, one in enumerate(claim.figures)
    ]
    parties = _parties(number, claim, first, outlet)
    return ClaimRows(live=live, parties=parties, figures=figures, precision=place.precision if place else "")


def find_days(claim: Claim, told_on: date | None) -> tuple[int, int]:
    """Give the first and last day of a claim as ordinals: its own, else the day it was told; NO_DAY where unknown."""
    start = claim.time.start if claim.time else None
    end = claim.time.end if claim.time else None
    first, last = start or end or told_on, end or start or told_on
    return (first.toordinal() if first else NO_DAY), (last.toordinal() if last else NO_DAY)


def _parties(number: int, claim: Claim, first: int, outlet: Outlet | None) -> list[Row]:
    """Give a row for each actor, with all its roles in the claim."""
    told: list[tuple[str, Actor]] = [("a", one.actor) for one in claim.agents]
    told += [("t", one.actor) for one in claim.targets]
    told += [("c", one.of) for one in claim.figures if one.of is not None]
    told += [("s", one.source) for one in claim.chain]
    origin = find_origin(claim, outlet)
    if origin is not None:
        told.append(("o", origin))
    rows: dict[str, Row] = {}
    for role, actor in told:
        key = actor_key(actor)
        row = rows.get(key)
        if row is None:
            rows[key] = {
                "claim": number,
                "actor": key,
                "roles": role,
                "is_inside": role in INSIDE,
                "name": plain_words(actor.name),
                "kind": actor.kind,
                "first_day": first,
            }
        elif role not in row["roles"]:
            row["roles"] += role
            row["is_inside"] = row["is_inside"] or role in INSIDE
    return list(rows.values())


def find_origin(claim: Claim, outlet: Outlet | None) -> Actor | None:
    """Give who a claim comes from: the end of its chain, else the outlet that speaks for itself; None for neither."""
    if claim.chain:
        return claim.chain[-1].source
    return Actor(id=outlet.id, name=outlet.name, kind="outlet") if outlet is not None else None


def plain(words: str | None) -> str | None:
    """Give words as both databases take them: without NUL and lone surrogates."""
    return None if words is None else plain_words(words)


def plain_words(words: str) -> str:
    """Do the same with words that are there."""
    if words.isprintable():
        return words
    return words.replace("\0", "\ufffd").encode("utf8", "replace").decode("utf8")
