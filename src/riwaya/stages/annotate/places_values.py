"""From place phrases to places: which one is meant, where its point is, how sure the words are."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from riwaya.gazetteer.geometry import centre, distance_km
from riwaya.gazetteer.index import Gazetteer
from riwaya.gazetteer.lookup import Choice, Clues, resolve_place
from riwaya.gazetteer.names import name_key, other_key, spelling_fit
from riwaya.model.place import GazetteerEntry, Place
from riwaya.model.provenance import Unresolved
from riwaya.model.record import replace
from riwaya.stages.annotate.places_back import point_back, seat_of
from riwaya.stages.annotate.places_context import Memory
from riwaya.stages.annotate.places_cues import Cues, Preposition
from riwaya.stages.annotate.places_latin import BARE, find_latin
from riwaya.stages.annotate.places_names import NameHit
from riwaya.stages.annotate.places_raw import Phrase
from riwaya.stages.annotate.places_sides import Value, border_of, listed, precision_of, sided, single

_SHORT, _LONG = 4, 6
_BIG_TOWN = 100_000
_KNOWN_TOWN = 50_000
_WORLD_TOWN = 500_000
"""So big that a text may name it without another word of its country."""
_MAIN, _HEARD = 0.2, 0.08
"""Weights of a country in a document (see `weigh_countries`): one that it speaks of, and one that it mentions."""
_LOCAL = frozenset({"town", "locality", "facility", "district"})
_NEAR_KM, _QUARTER_KM = 25.0, 50.0
_JOINED_KM = {"town": 150.0, "district": 150.0, "region": 500.0, "area": 800.0, "country": 3000.0}
_NAMED = 4
_BEYOND, _BEYOND_KM = 1.6, 40.0
"""How far outside the reach of a region a place may lie and still be in it: points of regions are rough."""


class Resolver:
    """Gives the places of one document, in the order of its text."""

    def __init__(self, gazetteer: Gazetteer, cues: Cues, countries: Mapping[str, float]) -> None:
        """Set up.

        Args:
            gazetteer: Knows the places.
            cues: Knows which names are ordinary words.
            countries: Countries of the document with their weights, the main one first.
        """
        self.gazetteer = gazetteer
        self.cues = cues
        self.countries = countries
        self.main = next(iter(countries), None)
        self.memory = Memory()

    def values(
        self, phrase: Phrase, cue: Preposition, words: Callable[[tuple[int, int]], str], wider: Place | None = None
    ) -> list[tuple[Phrase, Value]]:
        """Give the places of a phrase, as `value` does; names that lie too far from each other come one by one."""
        whole = self.value(phrase, cue, words, wider)
        if len(phrase.names) < 2 or (whole and whole.place.id is None):
            return [(phrase, whole)] if whole else []
        found: list[tuple[Phrase, Value]] = []
        for number, name in enumerate(phrase.names):
            first = number == 0
            end = phrase.end if number == len(phrase.names) - 1 else name.end
            one = replace(
                phrase, start=phrase.start if first else name.start, end=end, names=(name,),
                attached=phrase.attached if first else name.attached,
            )  # fmt: skip
            value = self.value(one, cue, words, wider)
            if value:
                found.append((one, value))
        return found

    def keep(self, value: Value, noun: str, *, opens: bool, around: bool) -> None:
        """Remember a place for nouns that point back.

        Args:
            value: The place.
            noun: The noun that said what it is, or nothing.
            opens: Whether a sentence opens with it («وفي محافظة كذا، …»): the town of its name is «المدينة» then.
            around: Whether it was only named as what the place before lies in; any other district is «المدينة» too.
        """
        seat = None
        if value.entry is not None and value.entry.feature == "district":
            seat = None if around else value.place
        elif opens and value.entry is not None:
            seat = self._seat(value.entry)
        self.memory.keep(value.place, noun, value.entry, seat)

    def _seat(self, region: GazetteerEntry) -> Place | None:
        """Give the town of the same name that a region is governed from, unless the text is in another of its towns."""
        if region.feature != "region":
            return None
        town = self.memory.town
        if town is not None and town.lat is not None and town.lon is not None:
            if distance_km((town.lat, town.lon), (region.lat, region.lon)) <= region.radius_km:
                return None
        return seat_of(self.gazetteer, region)

    def value(
        self, phrase: Phrase, cue: Preposition, words: Callable[[tuple[int, int]], str], wider: Place | None = None
    ) -> Value | None:
        """Give the place of a phrase; None where the cue is too weak for it.

        Args:
            phrase: What the grammar read.
            cue: Relation and strength of what stands before it.
            words: Gives the words of a token range as written.
            wider: The wider place named right behind, where there is one.
        """
        if phrase.kind == "between":
            return self._between(phrase, cue, words)
        if phrase.kind == "border":
            return border_of(self.gazetteer, self.countries, phrase)
        if phrase.kind == "back":
            found = point_back(self.gazetteer, self.memory, self.main, phrase, cue)
        elif phrase.kind == "unknown":
            found = self._unknown(phrase, words, wider)
        else:
            found = self._named(phrase, cue, words, wider)
        if found is None:
            return None
        found = sided(self.gazetteer, phrase, found)
        relation = "near" if phrase.edge == "near" else cue.relation
        if found.place.relation == "in" and relation != "in":
            radius = found.place.radius_km
            wide = None if radius is None else radius + _NEAR_KM if relation == "near" else radius
            found = replace(found, place=replace(found.place, relation=relation, radius_km=wide))
        return found

    # -- names ------------------------------------------------------------------------------------------------------

    def _named(
        self, phrase: Phrase, cue: Preposition, words: Callable[[tuple[int, int]], str], wider: Place | None
    ) -> Value | None:
        strength = _NAMED if phrase.noun else 3 if phrase.edge or phrase.compass else cue.strength
        chosen: list[tuple[NameHit, Choice]] = []
        for name in phrase.names:
            choice = resolve_place(name.matches, self._clues(phrase, wider))
            written = words((name.start, name.end))
            if isinstance(choice, Choice) and self._fits(name, choice.entry, strength, phrase, wider, written):
                chosen.append((name, choice))
            elif not chosen:
                break
        if chosen and phrase.anchor and self._is_elsewhere(chosen[0][1].entry) and not self._is_sole(chosen[0][0]):
            chosen = []
        if not chosen:
            return self._unknown(phrase, words, wider) if phrase.named and phrase.noun else None
        value = single(chosen[0][1])
        return value if len(chosen) == 1 else self._joined([choice for _, choice in chosen])

    def _clues(self, phrase: Phrase, wider: Place | None) -> Clues:
        near = (wider.lat, wider.lon) if wider and wider.lat is not None and wider.lon is not None else None
        return Clues(
            hint=phrase.hint if phrase.hint != "capital" else "town",
            country=phrase.country or (wider.country if wider else None), countries=self.countries,
            near=near, near_km=1.3 * (wider.radius_km or 0) + 30 if wider else 0.0,
        )  # fmt: skip

    def _fits(
        self, name: NameHit, entry: GazetteerEntry, strength: int, phrase: Phrase, wider: Place | None, written: str
    ) -> bool:
        """Say whether the cue is strong enough for this name."""
        spelling = _spelling(name, entry, written)
        if not spelling and not (strength >= _NAMED and entry.curated):
            return False
        if wider is not None and (
            (wider.country and entry.country not in (None, wider.country)) or _is_beyond(entry, wider)
        ):
            return False
        exact = any(m.exact for m in name.matches if m.entry is entry)
        weight = self.countries.get(entry.country or "", 0.0)
        ordinary = self._is_ordinary(name, self.cues.common) or self._is_ordinary(name, self.cues.noun_only)
        if strength >= _NAMED:
            beside = entry.country is not None and entry.country in (phrase.country, wider.country if wider else None)
            if entry.curated:
                return weight > 0 or beside or (exact and not ordinary)
            if phrase.hint == "region":
                return False
            known = _KNOWN_TOWN if weight else _WORLD_TOWN
            return weight >= _MAIN or beside or (exact and not ordinary and entry.population >= known)
        if self._is_ordinary(name, self.cues.noun_only):
            return False
        if entry.feature == "country":
            return strength > 1
        if self._is_ordinary(name, self.cues.common):
            idiom = bool(name.preposition) and not name.key.startswith("ال")  # «بحجة», «بصور»
            return strength > 2 and weight >= _MAIN and entry.curated and spelling > 1 and not idiom
        if entry.curated:
            if weight < _HEARD and entry.feature in _LOCAL and entry.population < _BIG_TOWN and self.main:
                return False
            loose = strength > 2 and spelling > 1  # «في قراره» is no «القرارة»
            return self._fits_curated(entry, exact and (spelling > 1 or strength > 1), strength, loose=loose)
        sure = strength > 2 or (strength > 1 and len(name.key) >= _LONG)
        if not exact or not sure or len(name.key) < _SHORT or spelling < 2 or name.attached:
            return False
        return weight >= _MAIN and (entry.country == self.main or entry.population >= _BIG_TOWN)

    def _is_ordinary(self, name: NameHit, words: frozenset[str]) -> bool:
        return name.key in words or (other_key(name.key) in words and not name.curated)  # «الحديدة» is no «حديدة»

    def _is_sole(self, name: NameHit) -> bool:
        """Say whether one place alone has a name that is no ordinary word: «حي الوعر» needs no town before it."""
        ordinary = self._is_ordinary(name, self.cues.common) or self._is_ordinary(name, self.cues.noun_only)
        if ordinary or len(name.matches) != 1 or not name.matches[0].exact:
            return False
        entry = name.matches[0].entry
        return entry.curated and self.countries.get(entry.country or "", 0.0) >= _MAIN

    def _is_elsewhere(self, entry: GazetteerEntry) -> bool:
        """Say whether a street or quarter would lie far from the town that the text is in."""
        town = self.memory.town
        if town is None or town.lat is None or town.lon is None:
            return False
        return distance_km((town.lat, town.lon), (entry.lat, entry.lon)) > _QUARTER_KM

    def _fits_curated(self, entry: GazetteerEntry, exact: bool, strength: int, *, loose: bool) -> bool:
        if strength > 1:
            return exact or (loose and len(entry.names_ar[0]) > _SHORT)
        capital = self.gazetteer.capital(entry.country) if entry.country else None
        # A capital without a cue is mostly its government.
        return exact and entry.country is not None and (capital is None or capital.id != entry.id)

    def _joined(self, choices: list[Choice]) -> Value:
        entries = [c.entry for c in choices]
        middle = centre([(e.lat, e.lon) for e in entries])
        reach = max(distance_km(middle, (e.lat, e.lon)) for e in entries)
        first = entries[0]
        if reach > _JOINED_KM.get(first.feature, 150.0) or len({e.feature for e in entries}) > 1:
            return single(choices[0])
        countries = {e.country for e in entries}
        place = Place(
            id=None, name=listed([e.name for e in entries]), lat=middle[0], lon=middle[1], precision=precision_of(first),
            relation="in", radius_km=round(reach + max(e.radius_km for e in entries), 1),
            country=first.country if len(countries) == 1 else None,
            why="the middle of " + ", ".join(e.id for e in entries),
        )  # fmt: skip
        return Value(place, first)

    # -- names that nobody knows -------------------------------------------------------------------------------------

    def _unknown(self, phrase: Phrase, words: Callable[[tuple[int, int]], str], wider: Place | None) -> Value | None:
        stretch = phrase.unknown or ((phrase.names[0].start, phrase.names[0].end) if phrase.names else None)
        if stretch is None:
            return None
        name = words(stretch)
        alike = self._alike(phrase, name, wider)
        if alike is None and phrase.unknown and stretch[1] - stretch[0] > 1:
            alike = self._alike(phrase, words((stretch[0], stretch[0] + 1)), wider)
        if alike:
            return alike
        if phrase.hint == BARE:
            return None
        around, why = wider, "lies in the place named next"
        if around is None and phrase.anchor:
            around, why = self.memory.town, "lies in the town named last"
        if around is None:
            around, why = self.memory.wider, "lies in the wider place named before it in the sentence"
        if around is None and phrase.country:
            known = self.gazetteer.country(phrase.country)
            around, why = (
                (single(Choice(known, "")).place if known else None),
                f"country {phrase.country} stands beside it",
            )
        if around is None or around.lat is None:
            unknown = Place(
                id=None, name=name, lat=None, lon=None, precision="unknown", relation="in", radius_km=None,
                country=phrase.country, why=f"«{phrase.noun}» says it is a place; no gazetteer entry",
            )  # fmt: skip
            return Value(unknown)
        place = replace(around, id=None, name=name, relation="in", why=f"no gazetteer entry; {why}: {around.name}")
        return Value(place)

    def _alike(self, phrase: Phrase, name: str, wider: Place | None) -> Value | None:
        """Give a place of the document's countries that is spelled otherwise; None unless one stands out."""
        countries = [iso for iso, weight in self.countries.items() if weight >= _MAIN]
        countries = [phrase.country] if phrase.country else countries
        matches = () if phrase.hint == BARE else self.gazetteer.similar(name_key(name), countries)
        matches = tuple(m for m in matches if wider is None or not _is_beyond(m.entry, wider))
        if not matches or phrase.anchor:
            return find_latin(phrase, name, countries, wider)
        choice = resolve_place(matches, self._clues(phrase, wider))
        if isinstance(choice, Unresolved) or not (choice.entry.curated or len(matches) == 1):
            return find_latin(phrase, name, countries, wider)
        return single(Choice(choice.entry, f"{choice.entry.id}: «{choice.entry.names_ar[0]}» spelled otherwise"))

    def _between(self, phrase: Phrase, cue: Preposition, words: Callable[[tuple[int, int]], str]) -> Value | None:
        sides = [self.value(side, Preposition("in", max(2, cue.strength)), words) for side in phrase.joined]
        found = [s for s in sides if s and s.place.lat is not None and s.place.lon is not None]
        if len(found) < 2 or any(s.place.precision == "country" for s in found):
            return None
        points = [(s.place.lat or 0.0, s.place.lon or 0.0) for s in found]
        apart = distance_km(points[0], points[1])
        lat, lon = centre(points)
        return Value(Place(
            id=None, name=f"between {listed([s.place.name for s in found])}", lat=lat, lon=lon,
            precision=found[0].place.precision, relation="between", radius_km=round(max(10.0, apart / 2), 1),
            country=found[0].place.country, why="the middle of " + " and ".join(s.place.name for s in found),
        ))  # fmt: skip


def _is_beyond(entry: GazetteerEntry, wider: Place) -> bool:
    """Say whether a small place lies clearly outside the region or district named as what it lies in: a namesake."""
    if (
        entry.feature not in _LOCAL
        or wider.precision not in ("region", "district")
        or wider.lat is None
        or wider.lon is None
    ):
        return False
    apart = distance_km((entry.lat, entry.lon), (wider.lat, wider.lon))
    return apart > _BEYOND * (wider.radius_km or 0.0) + _BEYOND_KM


def _spelling(name: NameHit, entry: GazetteerEntry, written: str) -> int:
    """Say how well the letters as written fit (see `names.spelling_fit`); names of several words fit."""
    if name.words > 1:
        return 2
    own = [n for n in entry.names_ar if name_key(n) in (name.key, other_key(name.key))]
    return max((spelling_fit(written, n) for n in own), default=2)
