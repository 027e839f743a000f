"""`riwaya claims`: the claims of the ledger."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from riwaya.cli.ledgers import open_ledger, with_ledger, with_limit
from riwaya.cli.options import with_form, with_width
from riwaya.cli.output import terminal_width, write_json, write_text
from riwaya.model.claim import EVENT_TYPES
from riwaya.model.figure import MEASURES

if TYPE_CHECKING:
    from riwaya.ledger.records import KeptClaim, Rows


@click.command("claims")
@with_ledger
@click.option("--search", metavar="WORDS", help="Words that all stand in the claim, in any spelling, clitics or not.")
@click.option("--actor", metavar="ID|NAME", help="Who acts, suffers, is counted or speaks.")
@click.option("--source", metavar="ID|NAME", help="Who tells it, at any place of the chain.")
@click.option("--type", "kind", metavar="TYPE[/SUBTYPE]", help=f"Kind of happening: {', '.join(EVENT_TYPES)}.")
@click.option("--measure", type=click.Choice(MEASURES), help="What a figure counts.")
@click.option("--place", metavar="ID|NAME|COUNTRY", help="Where: a place's id or name, or a country's two letters.")
@click.option("--since", metavar="DATE", help="First day, inclusive.")
@click.option("--until", metavar="DATE", help="Last day, inclusive.")
@click.option("--outlet", metavar="ID|NAME", help="Who published it.")
@click.option("--document", metavar="ID|FILE", help="Of one document.")
@click.option("--event", metavar="ID", help="Of one event.")
@click.option(
    "--verdict",
    type=click.Choice(["accepted", "corrected", "rejected", "open"]),
    help="What a person said of it; rejected claims are shown only so.",
)
@with_limit
@with_form("table", "json", "jsonl", help="table, one JSON object, or a line of JSON for each claim.")
@with_width
def command(*, ledger: str | None, kind: str | None, form: str, width: int | None, **wanted: Any) -> None:
    """Print the claims that hold now, in the order in which they entered the ledger."""
    with open_ledger(ledger) as opened:
        found = opened.claims(type=kind, **wanted)
    write_claims(found, form=form, width=width)
    click.echo(f"{len(found)} {'claim' if len(found) == 1 else 'claims'}", err=True)


def write_claims(found: Rows[KeptClaim], *, form: str, width: int | None) -> None:
    """Print claims as ``table``, ``json`` or ``jsonl``."""
    from riwaya.ledger.form import claims_form, kept_claim_form

    if form == "json":
        write_json(claims_form(found))
    elif form == "jsonl":
        for kept in found:
            write_json(kept_claim_form(kept), is_line=True)
    else:
        from riwaya.cli.table import render_claims

        rows = [(kept.claim, kept.kept.document, kept.kept.name) for kept in found]
        write_text(render_claims(rows, width=width or terminal_width(), has_color=sys.stdout.isatty()))
