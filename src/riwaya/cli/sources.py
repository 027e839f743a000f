"""`riwaya sources`: who is behind what is told, and who passes it on."""

from __future__ import annotations

import click

from riwaya.cli.bidi import clean_words, isolate_runs
from riwaya.cli.ledgers import open_ledger, with_ledger, with_limit
from riwaya.cli.output import terminal_width, write_json, write_text

_MOST_RELAYS = 4
"""Relays that the table names; the JSON has them all."""


@click.command("sources")
@with_ledger
@with_limit
@click.option("--json", "is_json", is_flag=True, help="Print a line of JSON for each.")
def command(*, ledger: str | None, limit: int | None, is_json: bool) -> None:
    """Print the originators of claims: in how many documents and outlets, how directly, and who relays them.

    However many documents carry it, one originator is one origin. A claim is direct where no relay stands between.
    """
    with open_ledger(ledger) as opened:
        found = opened.sources(limit=limit)
    if is_json:
        for one in found:
            row = {name: getattr(one, name) for name in one.__dataclass_fields__ if name != "relays"}
            relays = [{"actor": relay.actor, "name": relay.name, "claims": relay.claims} for relay in one.relays]
            write_json(row | {"directness": round(one.directness, 3), "relays": relays}, is_line=True)
        return
    from riwaya.cli.lists import render_list

    rows = [
        (
            isolate_runs(clean_words(one.name)),
            one.kind,
            str(one.claims),
            str(one.documents),
            str(one.outlets),
            f"{one.directness:.0%}",
            isolate_runs(clean_words(", ".join(f"{r.name} {r.claims}" for r in one.relays[:_MOST_RELAYS]))),
        )
        for one in found
    ]
    heads = ("originator", "kind", "claims", "documents", "outlets", "direct", "relayed by")
    write_text(render_list(heads, rows, width=terminal_width(), numbers=(2, 3, 4, 5)))
    click.echo(f"{len(found)} {'originator' if len(found) == 1 else 'originators'}", err=True)
