"""The options that choose a part of the ledger to give out, shared by the commands that do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from riwaya.export.filters import FILTERS, Filter, Over
from riwaya.model.figure import MEASURES

if TYPE_CHECKING:
    from riwaya.export.external import ExternalIds
    from riwaya.export.options import Wanted

with_ids: Callable[[Callable[..., Any]], Callable[..., Any]] = click.option(
    "--ids",
    "external",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.csv",
    help="Your table of ids of other data sets: scheme, key, id, name.",
)


def with_filters(over: Over | None = None, *, without: str = "") -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add the options that choose a part of the ledger; `read_wanted` makes the filter of them.

    Args:
        over: Only those that this kind of shapes heeds; all of them when left out.
        without: One that the command has no use for.
    """
    chosen = [one for one in FILTERS if one.name != without and (over is None or one.only in (None, over))]

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        for one in reversed(chosen):
            command = _option(one, over)(command)
        return command

    return add


def _option(one: Filter, over: Over | None) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    says = one.says if over else one.meaning
    name = f"--{'id' if one.name == 'ids' else one.name}"
    if not one.takes:
        return click.option(name, one.name, is_flag=True, help=says)
    if one.name == "measure" or one.values:
        return click.option(name, one.name, type=click.Choice(one.values or MEASURES), help=says)
    if one.name == "limit":
        return click.option(name, one.name, type=click.IntRange(1), metavar=one.takes, help=says)
    return click.option(name, one.name, metavar=one.takes, multiple=one.name == "ids", help=says)


def read_wanted(told: dict[str, Any]) -> Wanted:
    """Give the filter that the options tell, and take them out of what was told.

    Raises:
        DateInvalid: A day is no ISO date.
    """
    from riwaya.export.options import Wanted

    found = {one.name: told.pop(one.name) for one in FILTERS if one.name in told}
    found |= {"ids": tuple(found["ids"]) or None, "since": _day(found["since"]), "until": _day(found["until"])}
    return Wanted(**found)


def read_external(path: Path | None) -> ExternalIds:
    """Give the table of ids that an option names; an empty one without.

    Raises:
        ExternalIdsInvalid: It cannot be used.
    """
    from riwaya.export.external import ExternalIds, load_external

    return load_external(path) if path is not None else ExternalIds()


with_redaction: Callable[[Callable[..., Any]], Callable[..., Any]] = click.option(
    "--redact",
    metavar="PROFILE",
    default="none",
    show_default=True,
    help="Withhold names, words or places; `riwaya export --list` tells the profiles.",
)


def _day(value: str | None) -> date | None:
    from riwaya.errors import DateInvalid

    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise DateInvalid(f"{value!r} is no ISO date.") from error
