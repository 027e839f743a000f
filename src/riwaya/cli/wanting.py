"""The options that choose a part of the ledger to give out, shared by the commands that do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from riwaya.model.figure import MEASURES

if TYPE_CHECKING:
    from riwaya.export.external import ExternalIds
    from riwaya.export.options import Wanted

_FILTERS = (
    click.option("--place", metavar="ID|NAME|COUNTRY", help="Where: a place's id or name, or a country's two letters."),
    click.option("--since", metavar="DATE", help="First day, inclusive."),
    click.option("--until", metavar="DATE", help="Last day, inclusive."),
    click.option("--actor", metavar="ID|NAME", help="Who acts, suffers, is counted or speaks."),
    click.option("--type", "kind", metavar="TYPE[/SUBTYPE]", help="Kind of happening."),
    click.option("--measure", type=click.Choice(MEASURES), help="What a figure counts."),
    click.option("--id", "ids", metavar="ID", multiple=True, help="Only this event (or claim); may be given again."),
    click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many events (or claims)."),
)

with_ids: Callable[[Callable[..., Any]], Callable[..., Any]] = click.option(
    "--ids",
    "external",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.csv",
    help="Your table of ids of other data sets: scheme, key, id, name.",
)


def with_filters(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that choose a part of the ledger; `read_wanted` makes the filter of them."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


def read_wanted(told: dict[str, Any]) -> Wanted:
    """Give the filter that the options tell, and take them out of what was told.

    Raises:
        DateInvalid: A day is no ISO date.
    """
    from riwaya.export.options import Wanted

    ids = told.pop("ids")
    return Wanted(
        place=told.pop("place"), since=_day(told.pop("since")), until=_day(told.pop("until")), actor=told.pop("actor"),
        type=told.pop("kind"), measure=told.pop("measure"), ids=tuple(ids) or None, limit=told.pop("limit"),
    )  # fmt: skip


def read_external(path: Path | None) -> ExternalIds:
    """Give the table of ids that an option names; an empty one without.

    Raises:
        ExternalIdsInvalid: It cannot be used.
    """
    from riwaya.export.external import ExternalIds, load_external

    return load_external(path) if path is not None else ExternalIds()


def _day(value: str | None) -> date | None:
    from riwaya.errors import DateInvalid

    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise DateInvalid(f"{value!r} is no ISO date.") from error
