"""Short forms of events, places and actors, as lists and links show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from riwaya.forms.events import title_form
from riwaya.model.event import Event
from riwaya.model.place import Place
from riwaya.model.reduction import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """Where, for a list or a map: draw a circle of ``radius_km``, never a bare point."""

    id: str | None
    """Of the place's page; None for a place that the gazetteer does not know."""
    name: str
    lat: float | None
    lon: float | None
    precision: str
    """town, district, region, country-part, country, area or unknown."""
    radius_km: float | None
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """One event in a list."""

    id: str
    title: Words
    """In the three languages of the desk; choose by the page's language."""
    type: str
    """PLOVER type: ASSAULT, PROTEST ..."""
    subtype: str | None
    start: date | None
    end: date | None
    """Days, both inclusive; None is open or unknown."""
    place: PlaceLine | None
    claims: int
    documents: int
    contested: bool
    """Whether accounts contradict each other or one denies."""


def place_line(place: Place) -> PlaceLine:
    """Give the short form of a place."""
    return PlaceLine(
        id=place.id,
        name=place.name,
        lat=place.lat,
        lon=place.lon,
        precision=place.precision,
        radius_km=place.radius_km,
        country=place.country,
    )


def event_line(event: Event, *, contested: bool = False) -> EventLine:
    """Give the short form of an event."""
    time = event.time
    return EventLine(
        id=event.id,
        title=Words(**title_form(event)),
        type=event.type,
        subtype=event.subtype,
        start=time.start if time else None,
        end=time.end if time else None,
        place=place_line(event.place) if event.place else None,
        claims=len(event.claims),
        documents=len({told.document_id for told in event.claims}),
        contested=contested,
    )
