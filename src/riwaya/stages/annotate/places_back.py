"""Nouns that point back to a place told before: «البلاد», «العاصمة», «المدينة», «عاصمة المحافظة», «القاعدة», «المدينتين», «في المنطقة»."""

from __future__ import annotations

from riwaya.gazetteer.index import Gazetteer
from riwaya.gazetteer.lookup import Choice
from riwaya.gazetteer.names import name_key
from riwaya.model.place import GazetteerEntry, Place
from riwaya.model.record import replace
from riwaya.stages.annotate.places_context import Memory
from riwaya.stages.annotate.places_cues import Preposition
from riwaya.stages.annotate.places_raw import Phrase
from riwaya.stages.annotate.places_sides import Value, single

SEAT = "seat"
"""What `Phrase.noun` says of «عاصمة المحافظة»."""
_LAND = "اقليم"
_CITY = "مدينه"
"""Any town is a city when pointed back to; a village only what was called one."""
_SMALL = frozenset({"قريه", "بلده"})
"""Nouns that no capital of a country is called by."""
_AREA = "منطقه"
_AROUND_KM = 25.0
_NEAR_SENTENCES = 2
_WIDE = frozenset({"country", "country-part", "area"})


def point_back(
    gazetteer: Gazetteer, memory: Memory, main: str | None, phrase: Phrase, cue: Preposition
) -> Value | None:
    """Give the place that a phrase points back to; None where nothing fitting was told or the cue is too weak.

    Args:
        gazetteer: Knows countries and their capitals.
        memory: What the text named so far.
        main: The document's country.
        phrase: Of kind ``back``.
        cue: Relation and strength of what stands before it.

    Source: Halliday and Hasan 1976, reference; annotation guideline, field ``place``.
    """
    weak = cue.strength < 2 and not phrase.edge and not phrase.compass
    if phrase.noun == "country":
        return _country(gazetteer, memory, main, phrase, weak=weak)
    if phrase.noun == "capital":
        return _capital(gazetteer, main, phrase, weak=weak)
    if phrase.noun == "pair":
        return _again(memory.pair, phrase.hint or "") if memory.pair is not None and not weak else None
    if phrase.noun == SEAT:
        return _seat(gazetteer, memory)
    bare = phrase.hint or ""
    last = memory.by_noun.get(bare)
    if weak and phrase.noun != "town" and (last is None or bare == _AREA):
        return None
    if phrase.noun == "town" and (last is None or bare == _CITY):
        last = None if bare in _SMALL and _is_capital(gazetteer, memory.town) else memory.town
    if last is None and phrase.noun == "region":
        last = memory.area if bare == _LAND else memory.region
    if last is None and bare == _AREA:
        last = _around(memory)
    return None if last is None else _again(last, bare)


def _is_capital(gazetteer: Gazetteer, town: Place | None) -> bool:
    entry = gazetteer.capital(town.country) if town is not None and town.country else None
    return entry is not None and town is not None and entry.id == town.id


def seat_of(gazetteer: Gazetteer, region: GazetteerEntry) -> Place | None:
    """Give the town of the same name that a region is governed from; None where there is none."""
    named = (m for m in gazetteer.find(name_key(region.names_ar[0])) if m.exact and m.entry.feature == "town")
    towns = [m.entry for m in named if m.entry.country == region.country]
    best = max(towns, key=lambda e: (e.curated, e.population), default=None)
    return single(Choice(best, f"{best.id}: seat of {region.id}")).place if best else None


def _again(place: Place, noun: str) -> Value:
    return Value(replace(place, relation="in", why=f"«{noun}» points back to {place.name}"))


def _country(gazetteer: Gazetteer, memory: Memory, main: str | None, phrase: Phrase, *, weak: bool) -> Value | None:
    iso = phrase.country or memory.country or main
    entry = gazetteer.country(iso) if iso else None
    if entry is None or weak:
        return None
    why = "said by its adjective" if phrase.country else "the document's country"
    return single(Choice(entry, f"{entry.id}: {why}"))


def _capital(gazetteer: Gazetteer, main: str | None, phrase: Phrase, *, weak: bool) -> Value | None:
    iso = phrase.country or main
    entry = gazetteer.capital(iso) if iso else None
    if entry is None or (weak and not phrase.country):
        return None
    return single(Choice(entry, f"{entry.id}: capital of {iso}"))


def _seat(gazetteer: Gazetteer, memory: Memory) -> Value | None:
    """«سيطروا على عاصمة المحافظة»: the town that gives the region named last its name."""
    region = memory.region
    if region is None or region.id is None:
        return None
    entry = memory.region_entry
    found = seat_of(gazetteer, entry) if entry is not None else None
    return None if found is None else Value(replace(found, why=f"the seat of {region.name}"))


def _around(memory: Memory) -> Place | None:
    """«غارات في المنطقة»: the surroundings of the place that this sentence or the one before it named last."""
    place = memory.last
    if place is None or place.precision in _WIDE or memory.sentence - memory.last_sentence > _NEAR_SENTENCES:
        return None
    return replace(place, id=None, radius_km=(place.radius_km or 0.0) + _AROUND_KM)
