"""`riwaya failures`: pages that could not be read, and what to do."""

from __future__ import annotations

import click

from riwaya.cli.ingest import say_report, write_outcome
from riwaya.cli.ledgers import open_ledger, with_ledger
from riwaya.cli.options import with_form
from riwaya.cli.output import write_json, write_text
from riwaya.cli.progress import progress
from riwaya.errors import InputError


@click.command("failures")
@click.argument("ids", nargs=-1, metavar="[ID...]")
@with_ledger
@click.option("--retry", is_flag=True, help="Try them again: those named, or all.")
@with_form("table", "jsonl", help="Lines for people, or a line of JSON for each.")
@click.pass_context
def command(ctx: click.Context, *, ids: tuple[str, ...], ledger: str | None, retry: bool, form: str) -> None:
    """List the pages that could not be read, each with what to do, or try them again.

    A page is tried from its file where that is still there, else from the bytes that the ledger holds.
    """
    with open_ledger(ledger) as opened:
        if retry:
            many = len(ids) or len(opened.failures())
            with progress("Reading", many, beside_data=True) as step:
                report = opened.retry(*ids, tick=lambda outcome: (step(), write_outcome(outcome, form))[0])
            say_report(report, opened.address)
            ctx.exit(InputError.exit_code if report.failures else 0)
        found = [one for one in opened.failures() if not ids or any(one.id.startswith(name) for name in ids)]
    for one in found:
        if form == "jsonl":
            row = {name: getattr(one, name) for name in one.__dataclass_fields__}
            write_json(row, is_line=True)
        else:
            where = f"{one.source}/{one.name}" if one.source else one.name
            write_text(f"{one.id}  {where}\n  {one.at[:19]}  {one.code}: {one.message}\n  {one.advice}\n")
    click.echo(f"{len(found)} {'failure' if len(found) == 1 else 'failures'}", err=True)
