"""`riwaya report`: a brief of an event, or of the events of a query, for an editor."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from riwaya.cli.ledgers import open_ledger, with_ledger
from riwaya.cli.options import with_policy
from riwaya.cli.wanting import read_wanted, with_filters, with_redaction
from riwaya.errors import ExportError


@click.command("report")
@click.argument("event", required=False, metavar="EVENT")
@with_ledger
@with_filters("events", without="event")
@with_policy
@click.option(
    "--language",
    type=click.Choice(["ar", "en", "fr"]),
    default="en",
    show_default=True,
    help="Of headings, rules, titles, names and reasons; words of pages stay as they are.",
)
@with_redaction
@click.option(
    "-o",
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="FILE",
    help="report.html, report.md or report.pdf.",
)
def command(
    *, event: str | None, ledger: str | None, policy: str, language: str, redact: str, out: Path, **told: Any
) -> None:
    """Write a brief of EVENT, or of the events that the options choose: accounts, numbers, relations, chains, days, place, sources.

    The ending of the file's name says the form. The page loads nothing from elsewhere and prints well; PDF is made by an installed browser.
    """
    from riwaya.export.redaction import read_profile
    from riwaya.export.reporting import report

    wanted = read_wanted(told)
    if event is not None:
        wanted = replace(wanted, ids=(*(wanted.ids or ()), event))
    with open_ledger(ledger) as opened:
        made = report(
            opened.view,
            wanted,
            form=out.suffix.lstrip("."),
            language=language,
            policy=policy,
            redaction=read_profile(redact),
        )
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(made)
    except OSError as error:
        raise ExportError(f"{out} cannot be written: {error.strerror}.", hint="Name another place.") from error
    click.echo(f"{out}: {len(made):,} bytes", err=True)
