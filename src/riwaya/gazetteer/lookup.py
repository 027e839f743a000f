"""Choose among namesakes, and say why."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import field

from riwaya.gazetteer.geometry import Point, distance_km
from riwaya.gazetteer.index import Match
from riwaya.model.place import GazetteerEntry
from riwaya.model.provenance import Reason, Unresolved
from riwaya.model.record import record

_FITS: Mapping[str, tuple[str, ...]] = {
    "town": ("town", "locality"),
    "spot": ("town", "locality", "facility", "district"),
    "district": ("district", "region"),
    "region": ("region", "area"),
    "country": ("country",),
    "any": ("region", "area", "water", "district", "facility"),
}
"""Kinds of entry that a noun before the name asks for, the best first."""


@record
class Clues:
    """What a text tells of which namesake it means."""

    hint: str | None = None
    """What the noun before the name asks for: a key of the table above."""
    country: str | None = None
    """Country said right beside the name («كذا السورية»)."""
    countries: Mapping[str, float] = field(default_factory=dict[str, float])
    """Countries the document speaks of, ISO code to weight in [0, 1]."""
    near: Point | None = None
    """A wider place named right behind it."""
    near_km: float = 0.0


@record(kw_only=False)
class Choice:
    """The place meant, and why."""

    entry: GazetteerEntry
    why: str


def resolve_place(matches: Sequence[Match], clues: Clues) -> Choice | Unresolved:
    """Give the likeliest of the places that share a name.

    In the order of their weight: the country said beside the name, the wider place named behind it, the noun before it,
    the countries of the document, curated before uncurated, exact spelling, size. Ties go to the earlier match.
    """
    if not matches:
        return Unresolved(reason=Reason.UNKNOWN_NAME)
    if len(matches) == 1:
        return Choice(matches[0].entry, f"{matches[0].entry.id}: the only place of that name")
    scored = [(_score(match, clues), -number, match) for number, match in enumerate(matches)]
    _, _, best = max(scored, key=lambda row: row[:2])
    entry = best.entry
    if len({(m.entry.lat, m.entry.lon) for m in matches}) == 1:
        return Choice(entry, f"{entry.id}: the only place of that name")
    told = [f"{entry.id}: chosen among {len(matches)}"]
    if clues.country and entry.country == clues.country:
        told.append(f"country {clues.country} stands beside it")
    if clues.near and distance_km((entry.lat, entry.lon), clues.near) <= clues.near_km:
        told.append("lies in the place named next")
    if clues.hint and entry.feature in _FITS[clues.hint]:
        told.append(f"the noun asks for a {clues.hint}")
    if entry.country and clues.countries.get(entry.country):
        told.append(f"the document speaks of {entry.country}")
    return Choice(entry, "; ".join(told))


def _score(match: Match, clues: Clues) -> float:
    entry = match.entry
    score = 2.0 * entry.curated + match.exact + 0.3 * math.log10(entry.population + 1)
    if clues.country:
        score += 8 if entry.country == clues.country else -8
    if clues.near:
        score += 6 if distance_km((entry.lat, entry.lon), clues.near) <= clues.near_km else -4
    weight = clues.countries.get(entry.country or "", 0.0)
    if weight:
        score += 1 + 3 * weight
    return score + _fit(entry, clues.hint)


def _fit(entry: GazetteerEntry, hint: str | None) -> float:
    if hint is None:
        # A bare name is the town, unless it is a country.
        return {"country": 3.0, "town": 0.5, "district": -0.5}.get(entry.feature, 0.0)
    fits = _FITS[hint]
    if entry.feature in fits:
        return 4 - 0.5 * fits.index(entry.feature)
    if hint == "any":
        return 1.5
    return -4 if entry.feature == "country" else 0.0
