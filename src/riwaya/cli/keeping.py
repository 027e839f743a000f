"""`riwaya backup`, `restore` and `verify`: that nothing is lost, and that it can be proved."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from riwaya.cli.ledgers import open_ledger, with_ledger
from riwaya.cli.output import write_json, write_text
from riwaya.cli.progress import progress
from riwaya.errors import LedgerDamaged

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("backup")
@click.argument("target", type=_FILE, metavar="FILE")
@with_ledger
def backup(*, target: Path, ledger: str | None) -> None:
    """Write a backup: one file, and beside it a manifest with its digests. Writers need not stop.

    Of a file or of PostgreSQL, and into either with `riwaya restore`.
    """
    from riwaya.ledger.backup import STEPS

    with open_ledger(ledger) as opened, progress("Copying", STEPS, beside_data=True) as step:
        manifest = opened.backup(target, tick=step)
    write_text(f"{target}\t{manifest.sha256}\n")
    click.echo(f"{sum(manifest.rows.values()):,} rows of {opened.address}", err=True)


@click.command("restore")
@click.argument("source", type=_FILE, metavar="FILE")
@with_ledger
def restore(*, source: Path, ledger: str | None) -> None:
    """Fill an empty ledger from a backup and see that its digests are those of the manifest."""
    from riwaya.ledger.backup import STEPS

    with open_ledger(ledger, create=True) as opened, progress("Restoring", STEPS, beside_data=True) as step:
        manifest = opened.restore(source, tick=step)
        counts = opened.view.counts()
    write_text(f"{opened.address}\t{manifest.digests['audit']}\n")
    click.echo(", ".join(f"{count:,} {name}" for name, count in counts.items()), err=True)


@click.command("verify")
@with_ledger
@click.option("--backup", "source", type=_FILE, metavar="FILE", help="Check a backup instead, against its manifest.")
@click.option("--head", metavar="DIGEST", help="What an earlier check printed: the audit must still hold it.")
@click.option("--json", "is_json", is_flag=True, help="Print what was found as JSON.")
@click.pass_context
def verify(ctx: click.Context, *, ledger: str | None, source: Path | None, head: str | None, is_json: bool) -> None:
    """Prove that everything kept is as it was written, or name what is not; nothing is changed.

    Bytes against their digests, rows against theirs, and the chain of the audit over all of them. The digest it prints
    is the end of that chain: keep it elsewhere, and give it with --head the next time.
    """
    from riwaya.ledger.verify import STEPS, verify_file

    with progress("Checking", STEPS, beside_data=True) as step:
        if source is not None:
            found, where = verify_file(source, head=head, tick=step), str(source)
        else:
            with open_ledger(ledger) as opened:
                found, where = opened.verify(head=head, tick=step), opened.address
    if is_json:
        write_json(asdict(found))
    else:
        for damage in found.damages:
            write_text(f"{damage.where}\t{damage.what}\t{damage.names}\n")
        if not found.damages:
            write_text(f"{found.head}\n")
    many = f"{found.rows:,} rows and {found.blobs:,} pages and texts"
    if found.damages:
        click.echo(f"{where}: {len(found.damages)} damages in {many}. {LedgerDamaged.hint}", err=True)
        ctx.exit(LedgerDamaged.exit_code)
    click.echo(f"{where}: {many} are as they were written.", err=True)
