"""From a cell of an export back to its claims, their words and the step of the rule that chose them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from riwaya.errors import ExportInvalid
from riwaya.export.column import Basis, Column
from riwaya.export.external import ExternalIds
from riwaya.export.manifest import Manifest, load_manifest
from riwaya.export.options import Options, Wanted
from riwaya.export.registry import NAMES, find_shape
from riwaya.export.shape import LeftOut, Shape
from riwaya.export.writing import choose_policy, make_job
from riwaya.ledger.stream import streaming
from riwaya.ledger.view import View

_ID_LETTERS = len("evt_") + 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One cell, and what stands behind it."""

    shape: Shape
    row: str
    """The row's key."""
    column: Column
    value: Any
    policy: str | None
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Which cell is meant."""

    shape: str
    row: str
    """Key of the row, or the id of its event or claim, or the beginning of that, or its number in ``ucdp-ged``, or
    ``#`` and its place in the export, from 1."""
    column: str
    policy: str | None = None
    wanted: Wanted = field(default_factory=Wanted)
    options: Options = field(default_factory=Options)


def parse_cell(words: str, *, policy: str | None = None, external: ExternalIds | None = None) -> Cell:
    """Give the cell that a person names: ``SHAPE:ROW:COLUMN``, or ``FILE:ROW:COLUMN`` for a file with a manifest.

    Of a file the shape, the policy and the options are those of its manifest. Nothing is withheld from whoever holds the
    ledger: a redacted cell is traced to the words that were redacted.

    Raises:
        ExportInvalid: It is not written so.
        ExportDiffers: The file has no manifest.
    """
    parts = words.rsplit(":", 2)
    if len(parts) != 3 or not all(parts):
        raise ExportInvalid(f"{words!r} names no cell.", hint="Write SHAPE:ROW:COLUMN or FILE:ROW:COLUMN.")
    home, row, column = parts
    if home in NAMES:
        return Cell(
            shape=home, row=row, column=column, policy=policy, options=Options(external=external or ExternalIds())
        )
    content = load_manifest(Path(home)).content
    told = content["policy"]["name"] if content["policy"] else None
    options = replace(options_of(Manifest(content)), external=external or ExternalIds(), redaction=None)
    wanted = wanted_of(content["filters"]) if row.startswith("#") else Wanted()
    return Cell(shape=content["shape"], row=row, column=column, policy=policy or told, wanted=wanted, options=options)


def options_of(manifest: Manifest) -> Options:
    """Give the options that an export was made with; the table of ids is not in its manifest, only its digest."""
    told = manifest.content["options"]
    return Options(
        numeric_inter=bool(told.get("numeric_inter")),
        table=told.get("table"),
        redaction=told.get("redaction"),
        at=manifest.content["at"],
    )


def wanted_of(filters: dict[str, Any]) -> Wanted:
    """Give the filters that a manifest tells."""
    readers: dict[str, Callable[[Any], Any]] = {"since": date.fromisoformat, "until": date.fromisoformat, "ids": tuple}
    return Wanted(**{name: readers.get(name, lambda one: one)(value) for name, value in filters.items()})


def trace_cell(view: View, cell: Cell) -> Trace:
    """Give what a cell holds and what it rests on.

    Raises:
        ExportInvalid: The shape has no such column, or no such row; for a row that was left out, why.
        EntryUnknown: The ledger has no such event or claim.
    """
    shape = find_shape(cell.shape, cell.options.table)
    column = shape.column(cell.column)
    if column is None:
        names = ", ".join(one.name for one in shape.columns)
        raise ExportInvalid(f"{shape.name} has no column {cell.column!r}.", hint=f"Columns: {names}.")
    policy = choose_policy(shape, cell.policy)
    reasons: list[str] = []
    named, place = _parse_row(cell.row)
    with streaming(view.engine) as stream:
        part = cell.wanted if place else replace(cell.wanted, ids=(_id_in(named),))
        job = make_job(stream, shape, policy, part, cell.options)
        at = 0
        for row, item in _rows(shape, job.sources()):
            at += not isinstance(item, LeftOut)
            if isinstance(item, LeftOut):
                reasons.append(item.why)
            elif at == place if place else _plain(named) in _plain(row):
                return Trace(
                    shape=shape,
                    row=row,
                    column=column,
                    value=column.value(item),
                    policy=policy,
                    basis=column.basis(item),
                )
    why = f"It is left out: {reasons[0]}." if reasons and not place else ""
    raise ExportInvalid(
        f"{shape.name} has no row {cell.row!r}. {why}".strip(), hint="Take the row's key from the export."
    )


def _parse_row(row: str) -> tuple[str, int]:
    """Give what names a row, and its place in the export; 0 where it is named."""
    digits = row.removeprefix("#")
    if not (digits.isascii() and digits.isdecimal()):
        return row, 0
    return (row, int(digits)) if row.startswith("#") else (f"evt_{int(digits):013x}", 0)


def _rows(shape: Shape, sources: Iterator[Any]) -> Iterator[tuple[str, Any]]:
    for source in sources:
        for item in shape.expand(source):
            yield ("" if isinstance(item, LeftOut) else shape.name_row(item)), item


def _plain(row: str) -> str:
    """Give a key as it is compared: some shapes may not write underscores."""
    return row.replace("-", "_")


def _id_in(row: str) -> str:
    """Give the id of the event or claim, or its beginning, within the key of a row."""
    for prefix in ("evt_", "clm_"):
        at = _plain(row).find(prefix)
        if at >= 0:
            return _plain(row)[at:].split("/")[0][:_ID_LETTERS]
    return row
