"""Places and how precisely a text names them."""

from __future__ import annotations

from riwaya.model.record import record
from riwaya.model.span import Span


@record
class GazetteerEntry:
    """One row of the gazetteer."""

    id: str
    """``geonames:2455290``, ``iso:ML``, or ``riwaya:tin-zaouatine`` for curated places."""
    name: str
    """The usual English name."""
    names_ar: tuple[str, ...]
    lat: float
    lon: float
    feature: str
    """country, region, district, town, locality, area (Sahel), water, facility."""
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    radius_km: float = 10.0
    population: int = 0
    curated: bool = False
    """Written down by hand for the conflict press: known better, and likelier meant than a namesake."""


@record
class Place:
    """A place as a claim carries it: a point with a precision, never a false point."""

    id: str | None
    name: str
    lat: float | None
    lon: float | None
    precision: str
    """town, district, region, country-part, country, area or unknown."""
    relation: str
    """in, near, between, north-of (any compass word), on-border, toward, from."""
    radius_km: float | None
    country: str | None
    why: str
    """What made the answer: the cue, the entry, the choice among namesakes."""


@record
class PlaceMention:
    """The words that name a place, and the place they name."""

    span: Span
    """The noun that says what it is and the name («مدينة كذا»), the preposition left out."""
    place: Place
    inherited: bool = False
    head: Span | None = None
    """The name alone; None where only an anaphor stands («المدينة»)."""
    contained_by_next: bool = False
    """The next mention says where this one lies («قرية كذا في محافظة كذا»): the two are one place, this one the closer."""
