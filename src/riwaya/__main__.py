"""`python -m riwaya` is `riwaya`."""

from __future__ import annotations

from riwaya.cli import main

main()
