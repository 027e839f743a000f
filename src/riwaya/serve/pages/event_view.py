"""The accounts of one event, laid out for the page: sides across, originators down, each figure with its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from riwaya.model.account import Account, Reconciliation, Toll
from riwaya.model.actor import Actor
from riwaya.model.event import ToldClaim
from riwaya.model.figure import MEASURES
from riwaya.stages.reconcile import side_key

_MOST_SIDES = 4
"""Columns of the table; who is counted by one account only shares the last one."""
_LONGEST = 160
"""Letters of a quotation; the document has the rest."""
OTHERS = "others"
EVERYBODY = "everybody"


@dataclass(frozen=True, slots=True)
class Said:
    """Words, and the claim in the document where they stand."""

    words: str
    claim: str
    document: str
    again: tuple[tuple[str, str], ...] = ()
    """Other documents with the same words, and the claims there."""


@dataclass(frozen=True, slots=True)
class TollView:
    """One figure of an account."""

    measure: str
    side: Actor | None
    low: int | None
    high: int | None
    about: bool
    is_part: bool
    said: tuple[Said, ...]

    @property
    def has_figure(self) -> bool:
        """Whether it is more than the word that there were some."""
        return not (self.low == 1 and self.high is None)


@dataclass(frozen=True, slots=True)
class AccountView:
    """One row: who says it, through whom, and what in each column."""

    account: Account
    cells: dict[str, tuple[TollView, ...]]
    """By key of the column."""
    before: dict[str, tuple[TollView, ...]]
    """What it said before it said otherwise."""
    said: Said
    """Its first words on the event."""
    denies: tuple[Said, ...]
    admits: tuple[Said, ...]

    @property
    def has_toll(self) -> bool:
        """Whether it gives a figure."""
        return bool(self.cells)


@dataclass(frozen=True, slots=True)
class Column:
    """Who is counted."""

    key: str
    side: Actor | None
    """None for all people alike, and for the column of the others."""


@dataclass(frozen=True, slots=True)
class AccountsTable:
    """The accounts side by side."""

    columns: tuple[Column, ...]
    rows: tuple[AccountView, ...]
    """Those with figures first, in the order in which they were told."""
    voices: tuple[AccountView, ...] = field(default=())
    """Those without figures."""


def lay_out_accounts(found: Reconciliation) -> AccountsTable:
    """Lay out the accounts of an event."""
    told = {one.claim.id: one for one in found.event.claims}
    shared = _columns(found.accounts)
    keys = {column.key for column in shared}
    views = [_view(account, told, keys) for account in found.accounts]
    used = {key for view in views for key in (*view.cells, *view.before)}
    return AccountsTable(
        columns=tuple(column for column in shared if column.key in used),
        rows=tuple(view for view in views if view.has_toll),
        voices=tuple(view for view in views if not view.has_toll),
    )


def key_of_side(side: Actor | None) -> str:
    """Give the key by which matters of relations name a side."""
    return side_key(side) if side is not None else EVERYBODY


def quote(one: ToldClaim) -> Said:
    """Give the words of a claim."""
    return Said(shorten(one.claim.span.of(one.text)), one.claim.id, one.document_id)


def quote_toll(toll: Toll, told: dict[str, ToldClaim]) -> tuple[Said, ...]:
    """Give the words of a figure, each once, with the claims that they stand in, one for each document."""
    found: dict[tuple[str, str], Said] = {}
    for id_ in toll.claim_ids:
        one = told.get(id_)
        if one is None:
            continue
        spans = [
            figure.span
            for figure in one.claim.figures
            if figure.measure == toll.measure and figure.span.of(one.text) in toll.words
        ]
        for span in spans or [one.claim.trigger]:
            words = shorten(span.of(one.text))
            found.setdefault((words, one.document_id), Said(words, id_, one.document_id))
    once: dict[str, Said] = {}
    for one in found.values():
        first = once.setdefault(one.words, one)
        if first is not one:
            once[one.words] = replace(first, again=(*first.again, (one.document, one.claim)))
    return tuple(once.values())


def view_toll(toll: Toll, told: dict[str, ToldClaim]) -> TollView:
    """Give one figure with its words."""
    return TollView(
        measure=toll.measure,
        side=toll.side,
        low=toll.low,
        high=toll.high,
        about=toll.about,
        is_part=toll.is_part,
        said=quote_toll(toll, told),
    )


def shorten(words: str) -> str:
    """Give words on one line, not too many."""
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST].rsplit(' ', 1)[0]} …"


def _columns(accounts: Sequence[Account]) -> list[Column]:
    sides: dict[str, Actor | None] = {}
    many: Counter[str] = Counter()
    for account in accounts:
        own = {key_of_side(toll.side): toll.side for toll in (*account.tolls, *account.former_tolls)}
        sides |= own
        many.update(own.keys())
    ranked = sorted(sides, key=lambda key: (not _is_named(sides[key]), -many[key], key))
    kept = [key for key in ranked if key != EVERYBODY and (_is_named(sides[key]) or many[key] > 1)][:_MOST_SIDES]
    columns = [Column(key, sides[key]) for key in kept]
    if EVERYBODY in sides:
        columns.append(Column(EVERYBODY, None))
    if len(columns) < len(sides):
        columns.append(Column(OTHERS, None))
    return columns


def _is_named(side: Actor | None) -> bool:
    return side is not None and side.id is not None


def _view(account: Account, told: dict[str, ToldClaim], keys: set[str]) -> AccountView:
    claims = [told[id_] for id_ in account.claim_ids if id_ in told]
    return AccountView(
        account=account,
        cells=_cells(account.tolls, told, keys),
        before=_cells(account.former_tolls, told, keys),
        said=quote(claims[0]),
        denies=tuple(quote(told[id_]) for id_ in account.denies if id_ in told),
        admits=tuple(quote(told[id_]) for id_ in account.admits if id_ in told),
    )


def _cells(tolls: Iterable[Toll], told: dict[str, ToldClaim], keys: set[str]) -> dict[str, tuple[TollView, ...]]:
    cells: dict[str, list[TollView]] = {}
    for toll in sorted(tolls, key=lambda one: (one.is_part, MEASURES.index(one.measure))):
        key = key_of_side(toll.side)
        cells.setdefault(key if key in keys else OTHERS, []).append(view_toll(toll, told))
    return {key: tuple(views) for key, views in cells.items()}
