"""One event as the shapes see it: its accounts, what the policy makes of them, its documents, sides, days and place."""

from __future__ import annotations

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
    can_contest,
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
    """One event, with everything that a row may be made of. Made by `make_happening`.

    Accounts are laid side by side, and numbers made of them, when they are first asked for: most shapes leave out events by
    their day, place or figures alone, and that costs nothing.
    """

    def __init__(self, kept: KeptEvent, setting: Setting, redactor: Redactor | None = None) -> None:
        """Keep the parts; the rest is worked out when it is first asked for, unless something is withheld."""
        self.event: Event = kept.event
        self.claims: tuple[KeptClaim, ...] = kept.claims
        self.statements: tuple[KeptClaim, ...] = kept.statements
        self.setting = setting
        self._is_whole = redactor is None
        if redactor is not None:
            self._withhold(redactor)

    def _withhold(self, redactor: Redactor) -> None:
        claims, self.found, self.reduced = redactor.happening(
            (*self.claims, *self.statements), self.found, self.reduced
        )
        many = len(self.claims)
        self.event, self.claims, self.statements = self.found.event, claims[:many], claims[many:]

    @cached_property
    def found(self) -> Reconciliation:
        """The accounts side by side."""
        return reconcile(self.event, [one.told() for one in self.statements])

    @cached_property
    def reduced(self) -> Reduction | None:
        """What the policy makes of the accounts; None where no number is chosen."""
        return reduce_accounts(self.found, self.setting.policy) if self.setting.policy else None

    def under(self, setting: Setting) -> Happening:
        """Give the same event under another policy, its accounts laid side by side once; nothing of it is withheld."""
        other = Happening(KeptEvent(event=self.event, claims=self.claims, statements=self.statements), setting)
        other.found = self.found
        return other

    @cached_property
    def counts_dead(self) -> bool:
        """Whether any claim counts people killed; where none does, no policy gives a number of deaths."""
        return any(figure.measure == "killed" for kept in self.claims for figure in kept.claim.figures)

    @cached_property
    def can_be_contested(self) -> bool:
        """Whether accounts may contradict each other; where not, no relation contests the event."""
        return not self._is_whole or can_contest(one.told() for one in (*self.claims, *self.statements))

    @property
    def id(self) -> str:
        """The event's id."""
        return self.event.id

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
        if not self.counts_dead or self.reduced is None:
            return ()
        found = [cell for cell in self.reduced.cells if cell.measure == "killed"]
        if "deaths_unknown" in dict(self.reduced.totals):
            return tuple(found)  # the policy has told apart already what is beyond the sides
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
    """Give an event to make rows of; what a profile withholds is withheld.

    A policy that does not exist is told of (`InputError`) when a number is first asked for.
    """
    return Happening(kept, setting, redactor)
