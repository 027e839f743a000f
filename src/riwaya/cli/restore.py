"""`riwaya restore`."""

from __future__ import annotations

from riwaya.cli.keeping import restore as command

__all__ = ["command"]
