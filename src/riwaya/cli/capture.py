"""`riwaya capture`: the reply of the web behind a claim, as it came."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from riwaya.cli.ledgers import open_ledger, with_ledger
from riwaya.cli.options import with_form
from riwaya.cli.output import write_json, write_text
from riwaya.errors import LedgerTaken

if TYPE_CHECKING:
    from riwaya.ledger.captures import Capture


@click.command("capture")
@click.argument("name", metavar="ID")
@with_ledger
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE.warc.gz", help="Write them as a web archive."
)
@with_form("table", "jsonl", help="Lines for people, or of JSON.")
def command(*, name: str, ledger: str | None, output: Path | None, form: str) -> None:
    """Show the replies that are kept of a claim, document or page, or write them as a web archive (WARC).

    The archive holds the page byte for byte with its address, the time it came, what the server said and its SHA-256.
    """
    from riwaya.ledger.captures import find_captures

    with open_ledger(ledger) as opened:
        found = find_captures(opened.engine, name)
    for one in found:
        if form == "jsonl":
            write_json(_row(one), is_line=True)
        else:
            told = f"{one.id}  {one.at[:19]}  {one.status}  {len(one.body):,} bytes\n  {one.url}\n"
            told += "".join(f"  led here by {hop}\n" for hop in one.hops)
            write_text(f"{told}  sha256 {one.raw_digest}\n")
    if output is not None:
        from riwaya.collect.warc import write_warc

        if output.exists():
            raise LedgerTaken(f"{output} is there already.", hint="Name another file.")
        with output.open("wb") as sink:
            write_warc(found, sink, is_packed=output.suffix == ".gz")
        click.echo(f"{len(found)} written to {output}", err=True)


def _row(one: Capture) -> dict[str, object]:
    return {
        "id": one.id,
        "at": one.at,
        "asked": one.asked,
        "url": one.url,
        "hops": list(one.hops),
        "status": one.status,
        "headers": [list(pair) for pair in one.headers],
        "sha256": one.raw_digest,
        "size": len(one.body),
        "origin": one.origin,
    }
