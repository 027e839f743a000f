"""A page of a list, and where the next one goes on: after the last record, not after so many, so that every page costs the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import merge
from itertools import islice
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, text

from riwaya.errors import InputError
from riwaya.ledger.schema import LONGEST_DAYS

_Record = TypeVar("_Record")
ALL = 2**31 - 1
"""Stands for a page without an end."""
LARGEST_PAGE = 1_000
SMALL = 2_000
"""What has no more rows is sorted rather than walked through in order."""
_MERGED = 64
"""Stretches of an index that are merged; more are taken together and sorted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[_Record]):
    """Some records of a list, in its order."""

    records: tuple[_Record, ...]
    next: str | None
    """What to give as ``after`` for the next page; None where the list ends. It holds for the same filter and order."""


@dataclass(frozen=True, slots=True)
class Window:
    """Days that are asked for, as ordinals; both inclusive, None is open."""

    since: int | None
    until: int | None

    @staticmethod
    def of(since: date | None, until: date | None) -> Window:
        """Give the window of two days."""
        return Window(since.toordinal() if since else None, until.toordinal() if until else None)

    @property
    def is_open(self) -> bool:
        """Whether it asks for nothing, so that what has no day is in it too."""
        return self.since is None and self.until is None

    @property
    def low(self) -> int:
        """The earliest first day of what is in it, unless it lasts very long."""
        return -1 if self.is_open else 0 if self.since is None else max(0, self.since - LONGEST_DAYS)

    @property
    def high(self) -> int:
        """The latest first day of what is in it."""
        return ALL if self.until is None else self.until


def check_limit(limit: int) -> int:
    """Give how many records a page may have.

    Raises:
        InputError: It is no number of records, or too many.
    """
    if not 1 <= limit <= LARGEST_PAGE:
        raise InputError(f"A page of {limit} records is not given.", hint=f"Ask for 1 to {LARGEST_PAGE}.")
    return limit


def parse_mark(after: str | None, kinds: Sequence[Callable[[str], Any]]) -> tuple[Any, ...] | None:
    """Give the parts of an ``after``; None for None.

    Raises:
        InputError: No page gave it.
    """
    if after is None:
        return None
    parts = after.split("~")
    try:
        if len(parts) == len(kinds):
            return tuple(kind(part) for kind, part in zip(kinds, parts, strict=True))
    except ValueError:
        pass
    raise InputError(f"{after[:80]!r} is no place in a list.", hint="Give what the page before gave as its next.")


def make_mark(parts: Iterable[object]) -> str:
    """Give an ``after`` out of its parts."""
    return "~".join(str(part) for part in parts)


def count_to(connection: Connection, sql: str, values: dict[str, Any], most: int) -> int:
    """Count the rows of a query, up to so many."""
    counted = text(f"SELECT count(*) FROM (SELECT 1 AS one {sql} LIMIT {most}) AS counted")
    return int(connection.execute(counted, values).scalar_one())


def split_stretches(values: Sequence[_Record]) -> list[list[_Record]]:
    """Give values by stretches of an index that are read in order each, then merged; all in one where they are many."""
    return [[value] for value in values] if len(values) <= _MERGED else [list(values)]


def merge_stretches(
    found: Sequence[Sequence[_Record]], limit: int, order: Callable[[_Record], Any], *, descending: bool
) -> list[_Record]:
    """Give the first records of several ordered lists in one order, each once."""
    if len(found) == 1:
        return list(found[0][:limit])
    merged = merge(*found, key=order, reverse=descending)
    return list(islice(_once(merged, order), limit))


def _once(records: Iterable[_Record], order: Callable[[_Record], Any]) -> Iterable[_Record]:
    last: Any = None
    for record in records:
        if order(record) != last:
            last = order(record)
            yield record


def equals(column: str, name: str, values: Sequence[object], into: dict[str, Any]) -> str:
    """Give the condition that a column has one of some values, which are put among the parameters."""
    if len(values) == 1:
        into[name] = values[0]
        return f"{column} = :{name}"
    into |= {f"{name}_{at}": value for at, value in enumerate(values)}
    return f"{column} IN ({', '.join(f':{name}_{at}' for at in range(len(values)))})"
