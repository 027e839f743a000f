"""Countries and peoples: the names and adjectives that newspapers give them."""

from __future__ import annotations

from riwaya.model.record import record


@record
class Country:
    """One country or territory of ISO 3166.

    Spellings that differ only in what `riwaya.lang.normalize` folds (hamza, final yaa, taa marbuta) stand once.
    """

    iso: str
    """ISO 3166-1 alpha-2."""
    iso3: str
    """ISO 3166-1 alpha-3."""
    name: str
    """Usual English name, without article."""
    article: bool = False
    """Whether English says "the" before the name."""
    fr: str
    ar: tuple[str, ...] = ()
    """Arabic names, the usual one first."""
    hostile_ar: tuple[str, ...] = ()
    """Names that its enemies give it, kept as words and resolved to this country."""
    ambiguous_ar: tuple[str, ...] = ()
    """Which of its names and adjectives are also ordinary words or names of something else: they need a cue."""
    adjective: str = ""
    """English: ``Malian``."""
    attributive: str = ""
    """English before a body, where that is not the adjective: ``United States``."""
    people_en: str = ""
    """English for its people: ``Malians``."""
    adjective_fr: str = ""
    """French, masculine singular: ``malien``."""
    ar_m: tuple[str, ...] = ()
    """Arabic adjective, masculine singular without article, the usual spelling first."""
    ar_f: tuple[str, ...] = ()
    """Feminine singular, in the order of `ar_m`."""
    ar_pl: tuple[str, ...] = ()
    """Masculine plurals: sound nominative and oblique of each spelling, then broken ones."""
    capital: str = ""
    capital_ar: tuple[str, ...] = ()
    """Arabic names of the capital, or of the city that stands for its government in the press."""
    lat: float
    lon: float
    radius_km: int
    """How far off the centroid the country reaches."""
    regions: tuple[str, ...] = ()
    """World regions it belongs to, by their usual English names."""
    bodies: tuple[tuple[str, str], ...] = ()
    """(body, English name) where a national body has a name that grammar does not give."""

    @property
    def full_name(self) -> str:
        """English name as it stands in a sentence: ``the United States``."""
        return f"the {self.name}" if self.article else self.name

    @property
    def before_body(self) -> str:
        """What English puts before a national body: ``Malian``, ``United States``."""
        return self.attributive or self.adjective or self.name


@record
class People:
    """A nation without a state, a faith, a part of the world: whatever is used like a nationality."""

    id: str
    adjective: str
    """English adjective: ``Kurdish``."""
    people_en: str = ""
    """English for the people themselves: ``Kurds``."""
    kind: str = "people"
    """people, faith, tribe, region, world or stance."""
    ar_m: tuple[str, ...] = ()
    ar_f: tuple[str, ...] = ()
    ar_pl: tuple[str, ...] = ()
    """Plurals, broken ones last."""
    ar_names: tuple[str, ...] = ()
    """Nouns for the people as a whole: «الطوارق», «الأكراد»."""
    ambiguous_ar: tuple[str, ...] = ()
    """Forms that are also ordinary words."""
    countries: tuple[str, ...] = ()
    """ISO codes of where newspapers place them; one code with `hostile` is the country meant."""
    hostile: bool = False
    """Whether only enemies say it."""

    @property
    def forms(self) -> tuple[str, ...]:
        """All Arabic forms: masculine, feminine, plurals."""
        return (*self.ar_m, *self.ar_f, *self.ar_pl)
