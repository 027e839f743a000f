"""Happenings for tests of single cells."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from riwaya.export.happening import Happening


def make_happening(**held: Any) -> Happening:
    """Give something that has of a happening what a test names, and nothing else."""
    return cast("Happening", SimpleNamespace(**{"id": "evt_made", "reduced": None} | held))
