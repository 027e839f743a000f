"""What a document as a whole tells about where it plays: its countries by weight, and what was named last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from riwaya.lang.normalize import fold_letters
from riwaya.lang.world import load_countries
from riwaya.model.place import GazetteerEntry, Place
from riwaya.stages.annotate.places_names import NameHit
from riwaya.stages.annotate.places_raw import Phrase

_HOME_WEIGHT = 3.0
_TOWNS = frozenset(fold_letters(word) for word in ("مدينة", "بلدة", "قرية", "عاصمة", "العاصمة"))


@dataclass(frozen=True, slots=True)
class Demonyms:
    """Nationality adjectives with their article."""

    countries: Mapping[str, str]
    """Folded adjective to ISO code."""
    plain: frozenset[str]
    """Those that are no ordinary words."""


@cache
def load_demonyms() -> Demonyms:
    """Give the nationality adjectives of the world pack, masculine and feminine, with article."""
    found: dict[str, str] = {}
    plain: set[str] = set()
    for country in load_countries():
        ordinary = {fold_letters(word) for word in country.ambiguous_ar}
        for word in (*country.ar_m, *country.ar_f):
            bare = fold_letters(word)
            found.setdefault(f"ال{bare}", country.iso)
            if bare not in ordinary:
                plain.add(f"ال{bare}")
    return Demonyms(found, frozenset(plain))


def weigh_countries(
    forms: Sequence[str], phrases: Iterable[Phrase], demonyms: Demonyms, home: Sequence[str]
) -> dict[str, float]:
    """Give the countries of a document with weights in (0, 1], the main one first with 1; empty where none is told.

    A place of one country counts twice, its name or adjective once; ``home`` counts by its order.
    """
    counted: dict[str, float] = {}
    for rank, iso in enumerate(home):
        counted[iso] = counted.get(iso, 0.0) + _HOME_WEIGHT / (rank + 1)
    for form in filter(demonyms.plain.__contains__, forms):
        iso = demonyms.countries[form]
        counted[iso] = counted.get(iso, 0.0) + 1
    for phrase in phrases:
        for name in phrase.names:
            sole = _sole_country(name)
            if sole:
                counted[sole] = counted.get(sole, 0.0) + (1 if name.is_country and not phrase.named else 2)
    most = max(counted.values(), default=0.0)
    ranked = sorted(counted.items(), key=lambda row: (-row[1], row[0]))
    return {iso: round(weight / most, 3) for iso, weight in ranked}


def _sole_country(name: NameHit) -> str | None:
    known = {m.entry.country for m in name.matches if m.entry.curated and m.exact}
    return known.pop() if len(known) == 1 else None


@dataclass(slots=True)
class Memory:
    """The places named so far, for nouns that point back."""

    town: Place | None = None
    region: Place | None = None
    area: Place | None = None
    """A landscape, or a region of any kind: what «الإقليم» may point back to."""
    by_noun: dict[str, Place] = field(default_factory=dict[str, Place])
    wider: Place | None = None
    """The region or district named last in this sentence."""
    country: str | None = None
    """Country of the place named last in this sentence."""
    region_entry: GazetteerEntry | None = None
    """What the gazetteer has of the region named last."""
    pair: Place | None = None
    """Two places named last under one cue: «المدينتين»."""
    last: Place | None = None
    """The place named last, of whatever kind, and the sentence that named it: «المنطقة»."""
    sentence: int = 0
    last_sentence: int = 0

    def see(self, place: Place) -> None:
        """Remember the place named last, however it was named, unless somebody only came from there or is to go there."""
        if place.lat is not None and place.relation not in ("from", "toward"):
            self.last, self.last_sentence = place, self.sentence

    def keep(self, place: Place, noun: str, entry: GazetteerEntry | None, seat: Place | None = None) -> None:
        """Remember a place that was named.

        Places without a noun are towns where GeoNames lists them among towns: camps and quarters are no «المدينة».

        Args:
            place: The place.
            noun: The noun that said what it is, or nothing.
            entry: What the gazetteer has of it.
            seat: The town that gives a region its name: «المدينة» from here on, where no town in it was named.
        """
        if place.lat is None:
            return
        if noun:
            self.by_noun[noun] = place
        if place.id is None and " and " in place.name and place.relation == "in":
            self.pair = place
        self.country = place.country or self.country
        feature = entry.feature if entry else ""
        if noun in _TOWNS or (feature == "town" and not noun and entry and entry.id.startswith("geonames:")):
            self.town = place
        elif feature in ("region", "area", "district"):
            self.wider = place
            if feature != "district":
                self.area = place
            elif seat is not None:
                self.town = seat
            if feature == "region":
                self.region, self.region_entry = place, entry
                self.town = seat or self.town
