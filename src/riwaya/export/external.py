"""Ids of other data sets, from a table that the user brings. Without it such cells stay empty: no id is ever made up.

The table is CSV with the columns ``scheme, key, id, name``. ``name`` may be empty, or the column absent.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from riwaya.errors import ExternalIdsInvalid

SCHEMES = {
    "gw": "Gleditsch-Ward number of a country; key: ISO 3166-1 alpha-2",
    "ucdp-actor": "UCDP's id and name of an actor; key: id in Riwaya's registry",
    "ucdp-dyad": "UCDP's id and name of a dyad; key: two ids joined by +, in any order",
    "ucdp-conflict": "UCDP's id and name of a conflict; key: two ids joined by +, in any order",
    "acled-actor": "ACLED's name of an actor; key: id in Riwaya's registry",
    "wikidata": "Wikidata's id of an actor or place; key: id in Riwaya's registry or gazetteer",
}
"""Schemes by name, with what they hold."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a data set calls somebody."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalIds:
    """A table of ids; empty unless the user brings one."""

    entries: Mapping[tuple[str, str], Entry] = field(default_factory=dict[tuple[str, str], Entry])
    digest: str | None = None
    """SHA-256 of the file, for the manifest."""

    def find(self, scheme: str, *keys: str | None) -> Entry | None:
        """Give the entry of one key, or of a pair in any order; None where the table has none."""
        if not keys or any(key is None for key in keys):
            return None
        return self.entries.get((scheme, _key("+".join(str(key) for key in keys))))


def load_external(path: Path) -> ExternalIds:
    """Read a table of ids.

    Raises:
        ExternalIdsInvalid: It cannot be read, lacks a column, or a row is wrong or told twice.
    """
    try:
        raw = path.read_bytes()
        rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ExternalIdsInvalid(f"{path} cannot be read: {error}.") from error
    return ExternalIds(entries=dict(_entries(path, rows)), digest=hashlib.sha256(raw).hexdigest())


def _entries(path: Path, rows: Iterable[Mapping[str, str | None]]) -> Iterable[tuple[tuple[str, str], Entry]]:
    seen: set[tuple[str, str]] = set()
    for line, row in enumerate(rows, 2):
        scheme, key = (row.get("scheme") or "").strip(), _key(row.get("key") or "")
        id_, name = (row.get("id") or "").strip(), (row.get("name") or "").strip()
        if scheme not in SCHEMES or not key or not (id_ or name):
            raise ExternalIdsInvalid(f"{path}, line {line}: scheme {scheme!r}, key {key!r}, id {id_!r} is no entry.")
        if scheme in ("gw", "ucdp-actor", "ucdp-dyad", "ucdp-conflict") and not id_.isdecimal():
            raise ExternalIdsInvalid(f"{path}, line {line}: {id_!r} is no number.")
        if (scheme, key) in seen:
            raise ExternalIdsInvalid(f"{path}, line {line}: {scheme} {key} stands twice.")
        seen.add((scheme, key))
        yield (scheme, key), Entry(id=id_, name=name)


def _key(key: str) -> str:
    return "+".join(sorted(part.strip().casefold() for part in key.split("+")))
