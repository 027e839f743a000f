"""Libraries that a shape needs and that the plain install does not bring."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from riwaya.errors import ExportExtraMissing


def load_extra(module: str, extra: str) -> Any:
    """Give a module of an extra.

    Raises:
        ExportExtraMissing: It is not installed.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise ExportExtraMissing(
            f"{module} is not installed.", hint=f"Install it: pip install 'riwaya[{extra}]'."
        ) from error
