"""The shapes by name. A new one is a module with one record, and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from riwaya.errors import ExportInvalid
from riwaya.export.shape import Shape

_MODULES = {
    "claims": "claims",
    "accounts": "accounts",
    "ucdp-ged": "ucdp_ged",
    "acled": "acled",
}
"""Names in the order in which they are listed; each module is imported when its shape is asked for."""
NAMES = tuple(_MODULES)


def find_shape(name: str) -> Shape:
    """Give a shape by its name.

    Raises:
        ExportInvalid: There is none.
    """
    if name not in _MODULES:
        raise ExportInvalid(f"There is no shape {name!r}.", hint=f"Shapes: {', '.join(NAMES)}.")
    return import_module(f"riwaya.export.shapes.{_MODULES[name]}").SHAPE


@cache
def load_shapes() -> Mapping[str, Shape]:
    """Give all shapes by name, in the order in which they are listed."""
    return {name: find_shape(name) for name in NAMES}
