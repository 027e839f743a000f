"""The shapes by name. A new one is a module with one record, and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module

from riwaya.errors import ExportInvalid
from riwaya.export.shape import Shape

_HOMES = {
    "claims": ("claims", "SHAPE"),
    "accounts": ("accounts", "SHAPE"),
    "ucdp-ged": ("ucdp_ged", "SHAPE"),
    "acled": ("acled", "SHAPE"),
    "airwars": ("airwars", "SHAPE"),
    "plover": ("plover", "SHAPE"),
    "geojson": ("geojson", "SHAPE"),
    "followthemoney": ("followthemoney", "SHAPE"),
    "prov": ("prov", "SHAPE"),
    "claimreview": ("claimreview", "SHAPE"),
    "parquet": ("carriers", "PARQUET"),
    "xlsx": ("carriers", "XLSX"),
    "datapackage": ("carriers", "DATAPACKAGE"),
}
"""Module and variable, by name, in the order in which they are listed; each is imported when its shape is asked for."""
NAMES = tuple(_HOMES)
TABLES = ("claims", "accounts", "ucdp-ged", "acled", "airwars")
"""Shapes that are tables, and may be carried by `parquet` and `xlsx`."""


def find_shape(name: str, table: str | None = None) -> Shape:
    """Give a shape by its name.

    Args:
        name: One of `NAMES`.
        table: For a shape that carries tables of others, which one; its own when left out.

    Raises:
        ExportInvalid: There is none, or it carries no such table.
    """
    if name not in _HOMES:
        raise ExportInvalid(f"There is no shape {name!r}.", hint=f"Shapes: {', '.join(NAMES)}.")
    module, variable = _HOMES[name]
    shape: Shape = getattr(import_module(f"riwaya.export.shapes.{module}"), variable)
    if table is None:
        return shape
    if not shape.carries or table not in TABLES:
        raise ExportInvalid(f"{name} carries no table {table!r}.", hint=f"parquet and xlsx carry {', '.join(TABLES)}.")
    held = find_shape(table)
    return replace(
        held, name=name, title=f"{held.title}, as {name}", write=shape.write, suffix=shape.suffix,
        media_type=shape.media_type, extra=shape.extra, is_text=shape.is_text, carries=True, table=table,
    )  # fmt: skip


@cache
def load_shapes() -> Mapping[str, Shape]:
    """Give all shapes by name, in the order in which they are listed."""
    return {name: find_shape(name) for name in NAMES}
