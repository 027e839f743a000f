"""Short forms of events, places and actors, as lists and links show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from riwaya.forms.events import title_form
from riwaya.ledger.queries import EventLine as LedgerLine
from riwaya.model.event import Event
from riwaya.model.place import Place
from riwaya.model.reduction import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """Where, for a list or a map: draw a circle of ``radius_km``, never a bare point."""

    id: str | None
    """Of the place's page: the gazetteer's id, else ``name:`` and the folded name."""
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
    contests: int = 0
    """How many relations between its accounts contest it."""


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


def listed_event(line: LedgerLine) -> EventLine:
    """Give the short form out of a list of the ledger."""
    return EventLine(
        id=line.id,
        title=_title(line),
        type=line.type,
        subtype=line.subtype,
        start=line.first_on,
        end=line.last_on,
        place=_place(line),
        claims=line.claims,
        documents=line.documents,
        contested=line.is_contested,
        contests=line.contests,
    )


def _title(line: LedgerLine) -> Words:
    if line.title is not None:
        return Words(ar=line.title.ar, en=line.title.en, fr=line.title.fr)
    day = line.first_on.isoformat() if line.first_on else None
    plain = ", ".join(part for part in (line.subtype or line.type.lower(), line.place_name, day) if part)
    return Words(ar=plain, en=plain, fr=plain)


def _place(line: LedgerLine) -> PlaceLine | None:
    if line.place_name is None:
        return None
    return PlaceLine(
        id=line.place_id,
        name=line.place_name,
        lat=line.lat,
        lon=line.lon,
        precision=line.precision,
        radius_km=line.radius_km,
        country=line.country,
    )
