"""`riwaya events`: the happenings of the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from riwaya.cli.ledgers import open_ledger, with_ledger, with_limit
from riwaya.cli.options import with_form, with_policy, with_width
from riwaya.cli.output import terminal_width, write_json, write_text
from riwaya.model.claim import EVENT_TYPES
from riwaya.model.figure import MEASURES

if TYPE_CHECKING:
    from riwaya.model.account import Reconciliation
    from riwaya.model.reduction import Reduction

_ID_LETTERS = 12
"""Letters of an event's id that the table shows; `riwaya event` takes them for the whole."""


@click.command("events")
@with_ledger
@click.option("--place", metavar="ID|NAME|COUNTRY", help="Where: a place's id or name, or a country's two letters.")
@click.option("--since", metavar="DATE", help="First day, inclusive.")
@click.option("--until", metavar="DATE", help="Last day, inclusive.")
@click.option("--actor", metavar="ID|NAME", help="Who acts, suffers, is counted or speaks.")
@click.option("--type", "kind", metavar="TYPE[/SUBTYPE]", help=f"Kind of happening: {', '.join(EVENT_TYPES)}.")
@click.option("--measure", type=click.Choice(MEASURES), help="What a figure counts.")
@click.option("--contested", is_flag=True, help="Only where accounts contradict each other or one denies.")
@with_limit
@with_policy
@with_form("table", "json", help="table or JSON.")
@with_width
def command(
    *,
    ledger: str | None,
    kind: str | None,
    contested: bool,
    limit: int | None,
    policy: str,
    form: str,
    width: int | None,
    **wanted: Any,
) -> None:
    """Print the events of the ledger by day: how many accounts, what they count, whether they contradict each other."""
    from riwaya.ledger.accounts import reconcile_events
    from riwaya.stages.reconcile import find_policy, reduce_accounts

    find_policy(policy)
    with open_ledger(ledger) as opened:
        events = opened.events(type=kind, contested=contested, limit=limit, **wanted)
        found = reconcile_events(opened.view, events)
    reduced = [(one, reduce_accounts(one, policy)) for one in found]
    if form == "json":
        from riwaya.forms.events import events_form

        write_json(events_form(reduced))
    else:
        write_text(_render(reduced, width=width or terminal_width()))
    click.echo(f"{len(found)} {'event' if len(found) == 1 else 'events'}", err=True)


def _render(found: list[tuple[Reconciliation, Reduction]], *, width: int) -> str:
    from riwaya.cli.bidi import clean_words, isolate_runs
    from riwaya.cli.cells import say_days
    from riwaya.cli.event_text import say_cell
    from riwaya.cli.lists import render_list
    from riwaya.ledger.accounts import CONTESTED

    rows: list[tuple[str, ...]] = []
    for one, reduced in found:
        event = one.event
        disputed = dict.fromkeys(r.kind.replace("-", " ") for r in one.relations if r.kind in CONTESTED)
        rows.append(
            (
                event.id[:_ID_LETTERS],
                say_days(event.time.start, event.time.end) if event.time else "no day known",
                f"{event.type}/{event.subtype}" if event.subtype else event.type,
                isolate_runs(clean_words(event.place.name)) if event.place else "",
                f"{len(one.accounts)}/{one.independent_origins}",
                "✗" if disputed else "",
                isolate_runs(reduced.grade or "; ".join(say_cell(cell) for cell in reduced.cells)),
            )
        )
    heads = ("event", "when", "what", "where", "accounts/origins", "✗", f"by {found[0][1].policy}" if found else "toll")
    return render_list(heads, rows, width=width)
