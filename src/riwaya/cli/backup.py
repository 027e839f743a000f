"""`riwaya backup`."""

from __future__ import annotations

from riwaya.cli.keeping import backup as command

__all__ = ["command"]
