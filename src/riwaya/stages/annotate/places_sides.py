"""Sides of places and borders: where the point of «شمال كذا» or «الحدود مع كذا» lies; and how a place is written down."""

from __future__ import annotations

from collections.abc import Mapping

from riwaya.gazetteer.geometry import Point, shift
from riwaya.gazetteer.index import Gazetteer
from riwaya.gazetteer.lookup import Choice
from riwaya.model.place import GazetteerEntry, Place
from riwaya.model.record import record, replace
from riwaya.stages.annotate.places_raw import Phrase

_PRECISION = {"locality": "town", "facility": "town", "water": "area"}
_SIDE_KM = 25.0
_SPOKEN_OF = 0.2


@record(kw_only=False)
class Value:
    """A place, and the gazetteer's entry where there is one."""

    place: Place
    entry: GazetteerEntry | None = None


def sided(gazetteer: Gazetteer, phrase: Phrase, found: Value) -> Value:
    """Give the side of a place that the compass words of a phrase tell; the place itself where they tell none."""
    if not phrase.compass or found.place.lat is None or found.place.lon is None:
        return found
    compass, place, entry = phrase.compass[0], found.place, found.entry
    point: Point = (found.place.lat, found.place.lon)
    if place.precision == "country" and place.country:
        part = gazetteer.part(place.country, compass)
        if part is None:
            return found
        (lat, lon), km = part
        part_name = f"{_adjective(compass)} {place.name}"
        return Value(replace(
            place, id=None, name=part_name, lat=lat, lon=lon, radius_km=km, precision="country-part",
            why=f"{compass} of {place.id or place.name}",
        ))  # fmt: skip
    if place.precision == "town" or entry is None:
        return _town_side(phrase, found, compass, point)
    radius = place.radius_km or 0.0
    lat, lon = shift(point, compass, radius / 2)
    return Value(replace(
        place, name=f"{_adjective(compass)} {place.name}", lat=lat, lon=lon, radius_km=round(radius * 0.7, 1),
        why=f"{compass} of {place.id or place.name}",
    ))  # fmt: skip


def _town_side(phrase: Phrase, found: Value, compass: str, point: Point) -> Value:
    place = found.place
    if compass == "center":
        return found
    radius = place.radius_km or 0.0
    if phrase.km is not None:
        lat, lon = shift(point, compass, phrase.km)
        moved = replace(
            place, lat=lat, lon=lon, relation=f"{compass}-of", radius_km=max(radius, round(phrase.km / 3, 1)),
            why=f"{phrase.km:g} km {compass} of {place.id or place.name}",
        )  # fmt: skip
        return Value(moved, found.entry)
    side = replace(
        place, relation=f"{compass}-of", radius_km=max(radius, _SIDE_KM), why=f"{compass} of it; {place.why}"
    )
    return Value(side, found.entry)


def border_of(gazetteer: Gazetteer, countries: Mapping[str, float], phrase: Phrase) -> Value | None:
    """Give the border of the countries that a phrase names.

    A country named alone has its border with the first of the document's countries that is its neighbour; a border of
    nobody is that of the two countries that the document speaks of most. None where they are no neighbours.
    """
    sides = phrase.noun.split()
    if not sides:
        sides = [iso for iso, weight in countries.items() if weight >= _SPOKEN_OF][:1]
    if len(sides) == 1:
        sides += [iso for iso in countries if gazetteer.border(iso, sides[0])][:1]
    if len(sides) < 2:
        return None
    found = gazetteer.border(sides[0], sides[1])
    names = [e.name for e in (gazetteer.country(iso) for iso in sides[:2]) if e]
    if found is None or len(names) < 2:
        return None
    (lat, lon), km = found
    return Value(Place(
        id=None, name=f"border of {listed(names)}", lat=lat, lon=lon, precision="area", relation="on-border",
        radius_km=km, country=None, why=f"border of {sides[0]} and {sides[1]}",
    ))  # fmt: skip


def single(choice: Choice) -> Value:
    """Give the place of one gazetteer entry."""
    entry = choice.entry
    place = Place(
        id=entry.id, name=entry.name, lat=entry.lat, lon=entry.lon, precision=precision_of(entry), relation="in",
        radius_km=entry.radius_km, country=entry.country, why=choice.why,
    )  # fmt: skip
    return Value(place, entry)


def precision_of(entry: GazetteerEntry) -> str:
    """Say what a place is exact to, for an entry of the gazetteer."""
    return _PRECISION.get(entry.feature, entry.feature)


def _adjective(compass: str) -> str:
    return "central" if compass == "center" else f"{compass}ern"


def listed(names: list[str]) -> str:
    """Join names with commas and «and»."""
    return " and ".join(names) if len(names) < 3 else ", ".join(names[:-1]) + f" and {names[-1]}"
