"""`riwaya compare`: a user's own table beside the accounts of the ledger."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from riwaya.cli.ledgers import open_ledger, with_ledger
from riwaya.cli.options import with_width
from riwaya.cli.output import terminal_width, write_json, write_text
from riwaya.cli.wanting import read_wanted, with_filters

if TYPE_CHECKING:
    from riwaya.export.comparing import Pair

_KINDS = {
    "agrees": "the figure lies within the accounts",
    "figures-apart": "the figure lies outside the accounts",
    "no-figure": "the ledger counts no dead there",
    "only-theirs": "not in the ledger",
    "only-ours": "not in the table",
}
_ABOVE = "the figure is above every number told, and an account is open above"
_INDENT = "   "


@click.command("compare")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.csv")
@with_ledger
@with_filters("events")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="text or JSON."
)
@with_width
def command(*, file: Path, ledger: str | None, form: str, width: int | None, **told: Any) -> None:
    """Compare your own table, in UCDP GED's or ACLED's columns, with the ledger, event by event.

    Rows are matched by day (two days apart at most), place (60 km) and parties. Each pair says whether your figure lies within the
    accounts, and who stands behind which number.
    """
    from riwaya.export.comparing import compare

    with open_ledger(ledger) as opened:
        known, pairs = compare(opened.view, file, read_wanted(told))
    if form == "json":
        write_json({"schema": "riwaya.comparison/1", "form": known, "pairs": [_form(pair) for pair in pairs]})
    else:
        write_text(_render(pairs, width or terminal_width()))
    counted = Counter(pair.kind for pair in pairs)
    click.echo(f"{known}: " + ", ".join(f"{counted[kind]} {kind}" for kind in _KINDS if counted[kind]), err=True)


def _form(pair: Pair) -> dict[str, Any]:
    row = pair.row
    return {
        "kind": pair.kind,
        "line": row.line if row else None,
        "id": row.id if row else None,
        "deaths": row.deaths if row else None,
        "event": pair.event.id if pair.event else None,
        "likeness": pair.likeness,
        "low": pair.low,
        "high": pair.high,
        "top": pair.top,
        "accounts": list(pair.accounts),
    }


def _render(pairs: list[Pair], width: int) -> str:
    from riwaya.cli.bidi import clean_words, isolate_runs, wrap_words

    lines: list[str] = []
    for pair in pairs:
        is_above = pair.row is not None and pair.top is not None and pair.high is None and pair.row.deaths > pair.top
        facts = [f"━━ {pair.kind}: {_ABOVE if pair.kind == 'agrees' and is_above else _KINDS[pair.kind]}"]
        if pair.row is not None:
            facts.append(
                f"yours: line {pair.row.line}, {pair.row.id}, {pair.row.start}, {pair.row.place}, {pair.row.deaths} dead"
            )
        if pair.event is not None:
            event = pair.event
            place = event.event.place.name if event.event.place else "no place"
            facts.append(f"ledger: {event.id}, {event.start or 'no day'}, {place}, {_count(pair)}")
        facts += pair.accounts
        for number, fact in enumerate(facts):
            indent = "" if number == 0 else _INDENT if number < len(facts) - len(pair.accounts) else _INDENT * 2
            lines += [indent + isolate_runs(line) for line in wrap_words(clean_words(fact), width - len(indent))]
        lines.append("")
    return "\n".join(lines) + "\n" if lines else "Nothing to compare.\n"


def _count(pair: Pair) -> str:
    """Say how many dead the accounts tell of: ``23–40 dead or more over the accounts``."""
    from riwaya.cli.cells import say_bounds

    if pair.low is None or pair.top is None:
        return "no dead counted"
    return f"{say_bounds(pair.low, pair.top)} dead{' or more' if pair.high is None else ''} over the accounts"
