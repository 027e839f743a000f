"""The world that newspapers write about: who there is, countries and peoples, outlets.

What callers need of packs/world in one place; the work is done in the modules named `world_*`.
"""

from __future__ import annotations

from riwaya.lang.world_bodies import country_body, find_actor
from riwaya.lang.world_lint import lint_world
from riwaya.lang.world_outlets import find_outlet
from riwaya.lang.world_records import load_actors, load_countries, load_outlets, load_peoples

__all__ = [
    "country_body",
    "find_actor",
    "find_outlet",
    "lint_world",
    "load_actors",
    "load_countries",
    "load_outlets",
    "load_peoples",
]
