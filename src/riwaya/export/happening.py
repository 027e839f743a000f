"""One event as the shapes see it: its accounts, what the policy makes of them, its documents, sides, days and place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from riwaya.export.countries import CountryFacts, find_country
from riwaya.export.options import Options
from riwaya.export.redaction import Redactor
from riwaya.ledger.records import KeptClaim, KeptDocument
from riwaya.ledger.stream import KeptEvent
from riwaya.model.account import Reconciliation
from riwaya.model.actor import Actor
from riwaya.model.event import Event
from riwaya.model.reduction import Cell, Reduction
from riwaya.stages.reconcile import (
    COLUMNS,
    column_of,
    find_two_sides,
    is_civilian,
    reconcile,
    reduce_accounts,
    side_key,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is the same for all happenings of an export."""

    options: Options
    policy: str | None
    at: str


class Happening:
    """One event, with everything that a row may be made of. Made by `make_happening`."""

    def __init__(
        self,
        claims: Iterable[KeptClaim],
        statements: Iterable[KeptClaim],
        found: Reconciliation,
        reduced: Reduction | None,
        setting: Setting,
    ) -> None:
        """Keep the parts; the rest is worked out when it is first asked for."""
        self.claims = tuple(claims)
        self.statements = tuple(statements)
        self.found = found
        self.reduced = reduced
        self.setting = setting

    @property
    def event(self) -> Event:
        """The event itself."""
        return self.found.event

    @property
    def id(self) -> str:
        """The event's id."""
        return self.found.event.id

    @property
    def number(self) -> int:
        """The event's id as a whole number that a double holds exactly: its first 13 hexadecimal digits."""
        return int(self.id.removeprefix("evt_")[:13], 16)

    @cached_property
    def by_id(self) -> dict[str, KeptClaim]:
        """The claims by id, and what the documents say of who was there."""
        return {one.id: one for one in (*self.statements, *self.claims)}

    @cached_property
    def documents(self) -> tuple[KeptDocument, ...]:
        """The documents that tell of it, by day, then id; those without a day last."""
        found = {one.kept.document.id: one.kept for one in self.claims}
        return tuple(
            sorted(found.values(), key=lambda one: (one.document.published.start or date.max, one.document.id))
        )

    @property
    def start(self) -> date | None:
        """The first day; the last one where only that is known."""
        time = self.event.time
        return (time.start or time.end) if time else None

    @property
    def end(self) -> date | None:
        """The last day; the first one where only that is known."""
        time = self.event.time
        return (time.end or time.start) if time else None

    @cached_property
    def days(self) -> int:
        """How many days it is placed on; 0 where none is known."""
        return (self.end - self.start).days + 1 if self.start and self.end else 0

    @cached_property
    def country(self) -> CountryFacts | None:
        """The country it lies in."""
        place = self.event.place
        return find_country(place.country) if place and place.country else None

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude; None where the place has no point."""
        place = self.event.place
        return (place.lat, place.lon) if place and place.lat is not None and place.lon is not None else None

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The numbers of the policy that count deaths, none of them part of another."""
        found = [cell for cell in self.reduced.cells if cell.measure == "killed"] if self.reduced else []
        sided = [cell for cell in found if cell.side is not None]
        whole = any(cell.side is not None and cell.side.name == "civilians" for cell in sided)
        kept = [c for c in sided if c.side and (not whole or c.side.name == "civilians" or not is_civilian(c.side))]
        return tuple(kept or found)

    @cached_property
    def two_sides(self) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
        """Who stands on side a (a state where there is one), and who on side b."""
        return find_two_sides(self.cells, self.found)

    def cells_of(self, column: str) -> tuple[Cell, ...]:
        """Give the numbers that one of the columns of deaths sums up."""
        first = {side_key(actor) for actor in self.two_sides[0]}
        return tuple(cell for cell in self.cells if column_of(cell, first) == column)

    @cached_property
    def deaths(self) -> dict[str, int]:
        """Deaths by column, and ``best``, ``low``, ``high``; empty where no account counts the dead.

        ``best`` is the sum of the columns. A policy that chooses no number has none here.
        """
        if not self.cells or any(number_of(cell) is None for cell in self.cells):
            return {}
        found = {name: sum(number_of(cell) or 0 for cell in self.cells_of(name)) for name in COLUMNS}
        found["best"] = sum(found.values())
        found["low"] = sum(least_of(cell) for cell in self.cells)
        found["high"] = sum(most_of(cell) for cell in self.cells)
        return found

    @cached_property
    def civilians(self) -> tuple[Actor, ...]:
        """People who are no party and were counted or targeted, by key."""
        counted = [toll.side for account in self.found.accounts for toll in account.tolls if toll.side is not None]
        aimed = [one.actor for kept in self.claims for one in kept.claim.targets]
        found = {side_key(actor): actor for actor in (*counted, *aimed) if is_civilian(actor)}
        return tuple(found[key] for key in sorted(found))

    def originators(self) -> tuple[Actor, ...]:
        """Give whose accounts there are, in their order."""
        return tuple(account.originator for account in self.found.accounts)


def number_of(cell: Cell) -> int | None:
    """Give the one number of a cell: the chosen one, else the lowest that it leaves possible; None where it is open below.

    Only ``as-told-by`` chooses none: «at least 20» of one originator counts 20, «at most 9» nothing.
    """
    return cell.best if cell.best is not None else cell.low


def least_of(cell: Cell) -> int:
    """Give the lowest account of a cell; nought where it is open below."""
    return cell.low or 0


def most_of(cell: Cell) -> int:
    """Give the highest number that an account of a cell gives, open or not."""
    return max(one for one in (cell.top, cell.high, cell.best, cell.low, 0) if one is not None)


def make_happening(kept: KeptEvent, setting: Setting, redactor: Redactor | None = None) -> Happening:
    """Lay the accounts of an event side by side and make numbers of them; withhold what a profile withholds.

    Raises:
        InputError: There is no such policy.
    """
    found = reconcile(kept.event, [one.told() for one in kept.statements])
    reduced = reduce_accounts(found, setting.policy) if setting.policy else None
    claims = (*kept.claims, *kept.statements)
    if redactor is not None:
        claims, found, reduced = redactor.happening(claims, found, reduced)
    return Happening(claims[: len(kept.claims)], claims[len(kept.claims) :], found, reduced, setting)
