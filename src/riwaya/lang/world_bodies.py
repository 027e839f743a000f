"""National bodies by grammar: «الجيش المالي» is the Malian Armed Forces, whichever country stands there."""

from __future__ import annotations

from functools import cache

from riwaya.errors import PackMissing
from riwaya.lang.world_records import load_actors, load_bodies
from riwaya.model.actor import Actor, ActorEntry
from riwaya.model.country import Country


def country_body(country: Country, body: str) -> Actor:
    """Give a body of a country: ``("Mali", "armed-forces")`` is the Malian Armed Forces, ``ml-armed-forces``.

    The name is the country's own where packs/world/countries.toml gives one (Israel Defense Forces), else it
    follows the pattern of the body. An entry of the actor registry with that name, acting in that country, or
    with that id is given in its place, so that a body has one id however it is named.

    Args:
        country: Whose body.
        body: An id of the table ``body``: government, armed-forces, police, ministry-of-foreign-affairs ...

    Raises:
        PackMissing: No body has that id.
    """
    name = body_name(country, body)
    id_ = f"{country.iso.lower()}-{body}"
    entry = _registered().get(("", id_)) or _registered().get((country.iso, name.casefold()))
    if entry is not None:
        return entry.actor()
    return Actor(id=id_, name=name, kind=load_bodies()[body].kind)


def body_name(country: Country, body: str) -> str:
    """Give the English name of a body of a country.

    Raises:
        PackMissing: No body has that id.
    """
    pattern = load_bodies().get(body)
    if pattern is None:
        raise PackMissing(f"packs/world/countries.toml has no body {body}.")
    for id_, name in country.bodies:
        if id_ == body:
            return name
    people = country.people_en or f"people of {country.full_name}"
    return pattern.en.format(country=country.full_name, adjective=country.before_body, people=people)


def find_actor(id_: str) -> Actor | None:
    """Give the actor of a registry id; None where the registry has none."""
    entry = _registered().get(("", id_))
    return entry.actor() if entry is not None else None


@cache
def _registered() -> dict[tuple[str, str], ActorEntry]:
    found: dict[tuple[str, str], ActorEntry] = {}
    for entry in load_actors():
        found.setdefault(("", entry.id), entry)
        for name in (entry.name, *entry.en):
            for iso in entry.countries:
                found.setdefault((iso, name.casefold()), entry)
    return found
