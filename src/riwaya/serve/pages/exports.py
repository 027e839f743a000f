"""The forms in which one event can be taken away, for the menu of its page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec

from riwaya.export import NAMES
from riwaya.serve.pages.speech import Speech
from riwaya.serve.pages.vocabulary import term

_NEEDS: Mapping[str, str] = {"parquet": "pyarrow", "xlsx": "xlsxwriter"}
"""Modules without which a shape cannot be made here."""
_ADDRESS = "/api/v1/export"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportLink:
    """One form."""

    name: str
    """In the language of the page."""
    href: str
    """Gives it with names, exact places and most words withheld."""
    whole: str
    """Gives it with nothing withheld."""


def link_exports(event: str, speech: Speech) -> tuple[ExportLink, ...]:
    """Give the forms of one event, those left out whose library is not installed."""
    return tuple(
        ExportLink(
            name=term(speech, "export", name),
            href=f"{_ADDRESS}/{name}?event={event}&redact=public",
            whole=f"{_ADDRESS}/{name}?event={event}&redact=none",
        )
        for name in NAMES
        if name not in _NEEDS or find_spec(_NEEDS[name]) is not None
    )
