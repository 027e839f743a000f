"""What the commands on a ledger share: the option that names it, and opening it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from riwaya.ledger.store import Ledger

with_ledger: Callable[[Callable[..., Any]], Callable[..., Any]] = click.option(
    "--ledger",
    metavar="FILE|URL",
    help="The ledger: a file, or postgresql://...; else RIWAYA_DATABASE_URL, else riwaya.db here.",
)
with_limit: Callable[[Callable[..., Any]], Callable[..., Any]] = click.option(
    "--limit", type=click.IntRange(1), metavar="N", help="At most so many."
)


def open_ledger(address: str | None, *, create: bool = False, who: str | None = None) -> Ledger:
    """Open the ledger that an option names; the modules of the database are imported only now.

    Raises:
        LedgerError: It cannot be opened.
    """
    from riwaya.ledger.store import Ledger

    return Ledger(address, create=create, who=who)
