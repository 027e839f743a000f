"""`riwaya verify-export`: an export against its manifest, and against the ledger it was made of."""

from __future__ import annotations

from pathlib import Path

import click

from riwaya.cli.export import Bar
from riwaya.cli.ledgers import open_ledger, with_ledger
from riwaya.cli.output import write_text
from riwaya.cli.wanting import read_external, with_ids
from riwaya.errors import ExportDiffers, LedgerMissing


@click.command("verify-export")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@with_ledger
@with_ids
@click.option("--file-only", is_flag=True, help="Check it against its manifest alone; ask no ledger.")
def command(*, file: Path, ledger: str | None, external: Path | None, file_only: bool) -> None:
    """Check an export: its bytes against the manifest beside it, and what the ledger gives for the same request now.

    It leaves with a failing status where anything differs.
    """
    from riwaya.export.checking import verify_export

    ids = read_external(external) if external else None
    if file_only:
        checked = verify_export(file)
    else:
        try:
            with open_ledger(ledger) as opened, Bar(f"making {file.name} again") as bar:
                checked = verify_export(file, opened.view, external=ids, progress=bar.start)
        except LedgerMissing as error:
            raise LedgerMissing(error.message, hint=f"{error.advice} Or check the file alone: --file-only.") from error
    for remark in checked.remarks:
        click.echo(f"Not compared with the ledger: {remark}.", err=True)
    if checked.problems:
        raise ExportDiffers(f"{file}: {'; '.join(checked.problems)}.")
    made = "the ledger gives the same bytes" if checked.is_remade else "as its manifest says"
    write_text(f"{checked.manifest.digest}\n{file}: {checked.manifest.rows:,} rows, {made}.\n")
