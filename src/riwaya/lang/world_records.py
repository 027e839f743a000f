"""The world as records: actors, countries, peoples, outlets, each read once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any, TypeVar, cast

from riwaya.errors import PackError
from riwaya.lang.world_rows import Row, load_rows
from riwaya.model.actor import ActorEntry
from riwaya.model.country import Country, People
from riwaya.model.outlet import OutletEntry
from riwaya.plugins.manager import installed_plugins

_Record = TypeVar("_Record", ActorEntry, Country, People, OutletEntry, "NationalBody")


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalBody:
    """A body that every country has, and how English names it."""

    id: str
    kind: str
    en: str
    """Pattern with {country}, {adjective} or {people}."""


@cache
def load_actors() -> tuple[ActorEntry, ...]:
    """Give the actor registry, in the order of its files, then those of the installed plugins.

    Raises:
        PackError: A row lacks a key or has one that no actor has.
    """
    return (*_build(ActorEntry, "actor"), *installed_plugins().actor_entries())


@cache
def load_countries() -> tuple[Country, ...]:
    """Give the countries and territories of ISO 3166, by part of the world.

    Raises:
        PackError: A row lacks a key or has one that no country has.
    """
    return _build(Country, "country")


@cache
def load_peoples() -> tuple[People, ...]:
    """Give the peoples, faiths and regions whose adjectives are used like nationalities.

    Raises:
        PackError: A row lacks a key or has one that no people has.
    """
    return _build(People, "people")


@cache
def load_outlets() -> tuple[OutletEntry, ...]:
    """Give the outlets and agencies, by part of the world, then those of the installed plugins.

    Raises:
        PackError: A row lacks a key or has one that no outlet has.
    """
    return (*_build(OutletEntry, "outlet"), *installed_plugins().outlet_entries())


@cache
def load_bodies() -> dict[str, NationalBody]:
    """Give the bodies that every country has, by id.

    Raises:
        PackError: A row lacks a key or has one that no body has.
    """
    return {body.id: body for body in _build(NationalBody, "body")}


def _build(record: type[_Record], table: str) -> tuple[_Record, ...]:
    required = {f.name for f in fields(record) if f.default is MISSING}
    known = {f.name for f in fields(record)}
    return tuple(_one(record, table, row, required, known) for row in load_rows().rows.get(table, ()))


def _one(record: type[_Record], table: str, row: Row, required: set[str], known: set[str]) -> _Record:
    keys = row.keys()
    if required <= keys <= known:
        return record(**{key: frozen(value) for key, value in row.items()})
    name = row.get("id") or row.get("iso") or row
    lacking, unknown = sorted(required - keys), sorted(keys - known)
    raise PackError(f"packs/world: {table} {name} lacks {lacking or 'nothing'} and has unknown {unknown or 'nothing'}.")


def frozen(value: Any) -> Any:
    """Give a TOML value as records hold it: lists as tuples, tables as pairs, the rest as it is."""
    if isinstance(value, list):
        return tuple(cast("Sequence[str]", value))
    if isinstance(value, dict):
        return tuple((key, str(item)) for key, item in cast("Row", value).items())
    return value
