"""Which databases the ledger was tested on, told at the end of the run, also where several processes ran the tests."""

from __future__ import annotations

TESTED_ON: dict[str, str] = {}
"""Version of each kind that was started."""
