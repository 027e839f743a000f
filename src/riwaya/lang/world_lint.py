"""Checks of packs/world: keys, ids, names, letters, references.

A name that stands for two entries, a letter of another alphabet that looks like an Arabic one, or an invisible
sign would make a registry that silently misses; so each is a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import MISSING, fields
from typing import Any, cast

from riwaya.lang.normalize import fold_letters
from riwaya.lang.world_letters import describe_letters
from riwaya.lang.world_records import NationalBody
from riwaya.lang.world_rows import Row, WorldRows, iter_sources, parse_rows, world_folder
from riwaya.model.actor import ActorEntry
from riwaya.model.country import Country, People
from riwaya.model.outlet import OutletEntry

OUTLET_KINDS = frozenset(
    "newspaper news-agency state-news-agency broadcaster news-site party-media social-media-platform magazine".split()
)
_RECORDS: dict[str, type[Any]] = {
    "actor": ActorEntry,
    "country": Country,
    "people": People,
    "body": NationalBody,
    "outlet": OutletEntry,
}
_STRONG = {
    "actor": ("ar", "hostile_ar"),
    "outlet": ("ar",),
    "country": ("ar", "hostile_ar"),
    "people": ("ar_m", "ar_names"),
}
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def lint_world() -> list[str]:
    """Give what is wrong with the installed world packs, a line each, in the order of the files; empty when sound.

    Raises:
        PackMissing: The installation has no world packs.
        PackError: A file is no TOML.
    """
    return lint_rows(parse_rows(iter_sources(world_folder())))


def lint_rows(world: WorldRows) -> list[str]:
    """Give what is wrong with some rows: each line names file, table and entry.

    Checked are unknown and missing keys, ids and their uniqueness, names given twice (within an entry, and for
    two entries of a table, or for an actor and an outlet; one id means one name), letters and signs that do not belong into a name,
    and references: parents, affiliations, countries, kinds.
    """
    return [
        f"{where}: {finding}"
        for table in world.rows
        for check in (_lint_keys, _lint_ids, _lint_letters, _lint_references, _lint_aliases)
        for where, finding in check(world, table)
    ]


def _iter_entries(world: WorldRows, table: str) -> Iterator[tuple[str, Row]]:
    for place, row in enumerate(world.rows[table]):
        names = world.files.get(table, ())
        name = str(row.get("id") or row.get("iso") or f"number {place + 1}")
        yield f"{names[place] if names else 'index'}: {table} {name}", row


def _texts(row: Row, key: str) -> tuple[str, ...]:
    value = row.get(key, ())
    if isinstance(value, str):
        return (value,)
    items = cast("list[object]", value) if isinstance(value, list) else []
    return tuple(item for item in items if isinstance(item, str))


def _lint_keys(world: WorldRows, table: str) -> Iterator[tuple[str, str]]:
    record = _RECORDS.get(table)
    if record is None:
        if table != "kind":
            yield table, "no such table"
        return
    known = {f.name: f for f in fields(record)}
    required = [name for name, f in known.items() if f.default is MISSING]
    for where, row in _iter_entries(world, table):
        for key in row.keys() - known.keys():
            yield where, f"unknown key {key}"
        for key in required:
            if row.get(key, "") == "":
                yield where, f"no {key}"
        for key in row.keys() & known.keys():
            if not _fits(str(known[key].type), row[key]):
                yield where, f"{key} is {type(row[key]).__name__}, not {known[key].type}"


def _fits(wanted: str, value: object) -> bool:
    if wanted.startswith("tuple[tuple"):
        return isinstance(value, dict)
    if wanted.startswith("tuple"):
        return isinstance(value, list) and all(isinstance(v, str) and v for v in value)  # pyright: ignore[reportUnknownVariableType]
    if wanted == "float":
        return isinstance(value, float | int)
    if wanted in ("bool", "int"):
        return type(value).__name__ == wanted
    return isinstance(value, str)


def _lint_ids(world: WorldRows, table: str) -> Iterator[tuple[str, str]]:
    seen: dict[str, str] = {}
    others = {str(row.get("id")): str(row.get("name")) for row in world.rows.get("actor", ())}
    for where, row in _iter_entries(world, table):
        id_ = str(row.get("id") or row.get("iso") or "")
        if not _ID.fullmatch(id_.lower()):
            yield where, f"the id {id_!r} is not made of a-z, 0-9 and single hyphens"
        if id_ in seen:
            yield where, f"the id stands in {seen[id_]} too"
        seen.setdefault(id_, where)
        if table == "outlet" and others.get(id_, row.get("name")) != row.get("name"):
            yield where, f"the actor of this id is named {others[id_]}"


def _lint_letters(world: WorldRows, table: str) -> Iterator[tuple[str, str]]:
    for where, row in _iter_entries(world, table):
        for key in row:
            arabic = "ar" in key.split("_")
            for text in _texts(row, key):
                for finding in describe_letters(text, arabic=arabic):
                    yield where, f"{key} {text!r}: {finding}"


def _lint_references(world: WorldRows, table: str) -> Iterator[tuple[str, str]]:
    ids = {t: {str(r.get("id") or r.get("iso")) for r in rows} for t, rows in world.rows.items()}
    for where, row in _iter_entries(world, table):
        for key in ("parent", "affiliation"):
            if row.get(key) and row[key] not in ids.get("actor", set()):
                yield where, f"{key} {row[key]} is no actor"
        for iso in (*_texts(row, "countries"), *_texts(row, "country")):
            if iso and iso not in ids.get("country", set()):
                yield where, f"{iso} is no country"
        kinds = OUTLET_KINDS if table == "outlet" else ids.get("kind", set())
        if table in ("actor", "outlet", "body") and row.get("kind") not in kinds:
            yield where, f"kind {row.get('kind')} is not known"
        for key in ("since", "until"):
            if row.get(key) and not _DATE.fullmatch(str(row[key])):
                yield where, f"{key} {row[key]} is neither a year nor a month nor a day"


def _lint_aliases(world: WorldRows, table: str) -> Iterator[tuple[str, str]]:
    taken = _strong_names(world, "actor") if table == "outlet" else {}
    for where, row in _iter_entries(world, table):
        here: set[str] = set()
        id_ = str(row.get("id") or row.get("iso"))
        for key in ("ar", "ar_weak", "hostile_ar", "ar_m", "ar_f", "ar_pl", "capital_ar"):
            own: set[str] = here if key in ("ar", "ar_weak", "hostile_ar") else set()
            for text in _texts(row, key):
                folded = fold_letters(text)
                if folded in own:
                    yield where, f"{key} {text!r} stands twice, folded"
                own.add(folded)
                if key in _STRONG.get(table, ()) and taken.setdefault(folded, id_) != id_:
                    yield where, f"{key} {text!r} is {taken[folded]} already"


def _strong_names(world: WorldRows, table: str) -> dict[str, str]:
    keys: Sequence[str] = _STRONG[table]
    rows = world.rows.get(table, ())
    return {fold_letters(text): str(row.get("id")) for row in rows for key in keys for text in _texts(row, key)}
