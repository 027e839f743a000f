"""`riwaya verify`."""

from __future__ import annotations

from riwaya.cli.keeping import verify as command

__all__ = ["command"]
