"""`riwaya db`: bring a ledger up to date, or make what is derived anew."""

from __future__ import annotations

import click

from riwaya.cli.ledgers import open_ledger, with_ledger
from riwaya.cli.output import write_text
from riwaya.cli.progress import progress
from riwaya.config import load_settings


@click.group("db")
def command() -> None:
    """Bring a ledger up to date with this version of Riwaya."""


@command.command("upgrade")
@with_ledger
def upgrade(*, ledger: str | None) -> None:
    """Bring the schema of a ledger to that of this version; all or nothing. Make a backup first."""
    from riwaya.ledger.upgrade import upgrade_ledger

    address = ledger or load_settings().database_url
    before, after = upgrade_ledger(address)
    write_text(f"{before}\t{after}\n")
    click.echo("It was up to date." if before == after else f"Upgraded from schema {before} to {after}.", err=True)


@command.command("rebuild")
@with_ledger
def rebuild(*, ledger: str | None) -> None:
    """Make everything derived anew: events, the columns that are searched, the index of words. Nothing kept changes."""
    with open_ledger(ledger) as opened:
        many = opened.view.counts()["pages"]
        with progress("Reading", many, beside_data=True) as step:

            def tick(done: int, _of: int, told: list[int] = [0]) -> None:  # noqa: B006 - counts over the calls
                for _ in range(done - told[0]):
                    step()
                told[0] = done

            opened.rebuild(tick=tick)
        counts = opened.view.counts()
    write_text("".join(f"{name}\t{count}\n" for name, count in counts.items()))
