"""`riwaya event`: the accounts of one happening side by side."""

from __future__ import annotations

import sys

import click

from riwaya.cli.ledgers import open_ledger, with_ledger
from riwaya.cli.options import with_form, with_policy, with_width
from riwaya.cli.output import terminal_width, write_json, write_text


@click.command("event")
@click.argument("name", metavar="ID")
@with_ledger
@with_policy
@with_form("table", "json", help="table or JSON.")
@with_width
def command(*, name: str, ledger: str | None, policy: str, form: str, width: int | None) -> None:
    """Print what each originator says of one event, how the accounts stand to each other, and how they reached us.

    ID is an event's id, the beginning of it, or the id of a claim in it.
    """
    from riwaya.ledger.accounts import reconcile_events
    from riwaya.stages.reconcile import reduce_accounts

    with open_ledger(ledger) as opened:
        [found] = reconcile_events(opened.view, [opened.event(name)])
    reduced = reduce_accounts(found, policy)
    if form == "json":
        from riwaya.forms.events import one_event_form

        write_json(one_event_form(found, reduced))
        return
    from riwaya.cli.event_text import render_event

    write_text(render_event(found, reduced, width=width or terminal_width(), has_color=sys.stdout.isatty()))
