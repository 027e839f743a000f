"""`riwaya gold`: what people judged, as gold."""

from __future__ import annotations

from pathlib import Path

import click

from riwaya.cli.ledgers import open_ledger, with_ledger
from riwaya.cli.output import write_text


@click.group("gold")
def command() -> None:
    """Make gold of what people judged."""


@command.command("export")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER")
@click.option(
    "--partly", is_flag=True, help="Also pages of which only some claims were judged; the others are missing then."
)
@with_ledger
def export(*, folder: Path, partly: bool, ledger: str | None) -> None:
    """Save each page on which every claim was judged as FOLDER/gold/NAME.yaml and FOLDER/texts/NAME.txt.

    `riwaya eval FOLDER/gold FOLDER/texts` scores the reader against them. Rejected claims are left out.
    """
    from riwaya.evals.gold_export import save_gold

    with open_ledger(ledger) as opened:
        saved = save_gold(opened, folder, partly=partly)
    for one in saved:
        write_text(f"{one.name}\t{one.claims}\t{one.open}\n")
    click.echo(f"{len(saved)} {'page' if len(saved) == 1 else 'pages'}", err=True)
