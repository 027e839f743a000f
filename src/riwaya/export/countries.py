"""What the shapes say of a country: names, codes, and the regions of other data sets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from riwaya.export.lookup import read_table
from riwaya.lang.world import load_countries


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryFacts:
    """One country."""

    iso: str
    iso3: str
    name: str
    """English."""
    numeric: int | None
    """ISO 3166-1 numeric."""
    acled: str | None
    """Region of ACLED; None where it is not certain."""
    ucdp: str | None
    """Region of UCDP."""


def find_country(iso: str) -> CountryFacts | None:
    """Give a country by its ISO 3166-1 alpha-2 code; None where there is none."""
    return _load().get(iso)


@cache
def _load() -> dict[str, CountryFacts]:
    table = read_table("countries")
    return {
        one.iso: CountryFacts(
            iso=one.iso,
            iso3=one.iso3,
            name=one.name,
            numeric=table.get(one.iso, {}).get("numeric"),
            acled=table.get(one.iso, {}).get("acled"),
            ucdp=table.get(one.iso, {}).get("ucdp"),
        )
        for one in load_countries()
    }
