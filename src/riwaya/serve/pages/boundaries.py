"""Boundaries that maps draw. A border is a claim too: the set is named on every map, and may be none."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.errors import ConfigError
from riwaya.serve.pages.vocabulary import N_


@dataclass(frozen=True, slots=True)
class Boundaries:
    """One set of boundaries."""

    file: str | None
    """Asset with the TopoJSON; None where none are drawn."""
    note: str
    """What stands under the map."""


_NATURAL_EARTH = N_("Boundaries: Natural Earth, lines as they are held, not as they are recognised.")
BOUNDARIES = {
    "natural-earth-50m": Boundaries("countries-50m.json", _NATURAL_EARTH),
    "natural-earth-110m": Boundaries("countries-110m.json", _NATURAL_EARTH),
    "none": Boundaries(None, N_("This desk draws no boundaries.")),
}
"""Sets by the name that the setting takes."""
FIRST_BOUNDARIES = "natural-earth-50m"


def find_boundaries(name: str) -> Boundaries:
    """Give a set by its name.

    Raises:
        ConfigError: There is none.
    """
    found = BOUNDARIES.get(name)
    if found is None:
        raise ConfigError(f"There are no boundaries {name!r}.", hint=f"Name one of {', '.join(BOUNDARIES)}.")
    return found
