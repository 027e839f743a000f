"""`accounts`: what each originator says of each event, one row for each toll; Riwaya's own full table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from riwaya.export.bases import figures_of
from riwaya.export.column import Basis, Column, Rest
from riwaya.export.csvs import write_csv
from riwaya.export.happening import Happening
from riwaya.export.shape import LeftOut, Shape
from riwaya.export.telling import join
from riwaya.model.account import ACCOUNT_STANCES, Account, Toll
from riwaya.model.actor import Actor
from riwaya.model.figure import MEASURES

STANDINGS = (
    ("now", "what the account says as it stands"),
    ("before", "what it said before it said otherwise"),
    ("denied", "what it says is not so; never a number"),
    ("silent", "it counts nobody and denies nothing"),
)


@dataclass(frozen=True)
class AccountRow:
    """An account with one of its tolls, one of its denials, or neither."""

    one: Happening
    account: Account
    standing: str
    toll: Toll | None = None
    matter: str | None = None
    claim_ids: tuple[str, ...] = ()
    number: int = 1
    """Of the row within the account."""

    @cached_property
    def origin(self) -> int:
        """Number of the independent origin that the account belongs to, from 1."""
        return next(at for at, origin in enumerate(self.one.found.origins, 1) if self.account.id in origin.accounts)


def expand(one: Happening) -> Iterator[AccountRow | LeftOut]:
    """Give the rows of all accounts of an event."""
    for account in one.found.accounts:
        rows = list(_rows(one, account))
        rows = rows or [AccountRow(one, account, "silent", claim_ids=account.claim_ids)]
        for number, row in enumerate(rows, 1):
            yield AccountRow(one, account, row.standing, row.toll, row.matter, row.claim_ids, number)


def _rows(one: Happening, account: Account) -> Iterator[AccountRow]:
    for standing, tolls in (("now", account.tolls), ("before", account.former_tolls)):
        for toll in tolls:
            yield AccountRow(one, account, standing, toll=toll, claim_ids=toll.claim_ids)
    for denied in account.denials:
        yield AccountRow(one, account, "denied", matter=denied.on, claim_ids=(denied.claim_id,))


def _of_toll(get: Callable[[Toll], Any]) -> Callable[[AccountRow], Any]:
    return lambda row: get(row.toll) if row.toll is not None else None


def _side(get: Callable[[Actor], Any]) -> Callable[[AccountRow], Any]:
    return _of_toll(lambda toll: get(toll.side) if toll.side is not None else None)


def _claims(rule: str, ids: Callable[[AccountRow], Iterable[str]]) -> Callable[[AccountRow], Basis]:
    return lambda row: Basis(
        rule=rule,
        rests=tuple(
            Rest(claim=kept, span=kept.claim.span, what="claim")
            for id_ in ids(row)
            if (kept := row.one.by_id.get(id_)) is not None
        ),
    )


def _tellers(row: AccountRow) -> Basis:
    kept = [row.one.by_id[id_] for id_ in row.account.claim_ids if id_ in row.one.by_id]
    rests = tuple(Rest(claim=one, span=link.span, what="teller") for one in kept for link in one.claim.chain)
    return Basis(rule="the chains of the account's claims", rests=rests)


def _figures(row: AccountRow) -> Basis:
    rule = {
        "now": "as its claims count it now",
        "before": "as it counted before",
        "denied": "what is denied is no number",
    }
    return Basis(
        rule=rule.get(row.standing, "the account counts nobody"),
        rests=tuple(figures_of(row.one, row.claim_ids, row.toll)),
    )


def _event(row: AccountRow) -> Basis:
    return _claims("the event that its claims were brought into", lambda one: one.account.claim_ids)(row)


def _words(row: AccountRow) -> str | None:
    return join((f"«{' '.join(words.split())}»" for words in row.toll.words), ", ") if row.toll else None


_stance = _claims("what the account says of doing and suffering", lambda row: row.account.claim_ids)
_own = _claims("the claims of this row", lambda row: row.claim_ids)

COLUMNS: tuple[Column, ...] = (
    Column(name="row_id", kind="text", required=True, meaning="Event, account and number of the row, joined by '/'.",
           value=lambda row: f"{row.one.id}/{row.account.id}/{row.number}", basis=_event),
    Column(name="event_id", kind="text", required=True, meaning="The event.", value=lambda row: row.one.id, basis=_event),
    Column(name="event_type", kind="text", required=True, meaning="Its kind, by PLOVER.", value=lambda row: row.one.event.type, basis=_event),
    Column(name="event_subtype", kind="text", meaning="Its closer kind.", value=lambda row: row.one.event.subtype, basis=_event),
    Column(name="start", kind="date", meaning="First day of the event.", value=lambda row: row.one.start, basis=_event),
    Column(name="end", kind="date", meaning="Last day.", value=lambda row: row.one.end, basis=_event),
    Column(name="place_id", kind="text", meaning="Gazetteer id of its place.", value=lambda row: p.id if (p := row.one.event.place) else None, basis=_event),
    Column(name="place", kind="text", meaning="Its place.", value=lambda row: p.name if (p := row.one.event.place) else None, basis=_event),
    Column(name="country", kind="text", meaning="ISO 3166-1 alpha-2.", value=lambda row: p.country if (p := row.one.event.place) else None, basis=_event),
    Column(name="latitude", kind="number", meaning="Degrees north, WGS 84.", value=lambda row: p.lat if (p := row.one.event.place) else None, basis=_event),
    Column(name="longitude", kind="number", meaning="Degrees east, WGS 84.", value=lambda row: p.lon if (p := row.one.event.place) else None, basis=_event),
    Column(name="account_id", kind="text", required=True, meaning="Key of the originator: registry id, else the folded name; unique in the event.",
           value=lambda row: row.account.id, basis=_tellers),
    Column(name="originator_id", kind="text", meaning="Registry id of the originator.", value=lambda row: row.account.originator.id, basis=_tellers),
    Column(name="originator", kind="text", required=True, meaning="Who says it.", value=lambda row: row.account.originator.name, basis=_tellers),
    Column(name="originator_kind", kind="text", required=True, meaning="Kind of actor; outlet where it speaks for itself.",
           value=lambda row: row.account.originator.kind, basis=_tellers),
    Column(name="originator_words", kind="text", meaning="The fullest words that name it.", value=lambda row: row.account.words or None, basis=_tellers),
    Column(name="stance", kind="text", required=True, meaning="Where it stands in the event.", value=lambda row: row.account.stance, basis=_stance,
           values=tuple((word, "") for word in ACCOUNT_STANCES)),
    Column(name="origin", kind="integer", required=True,
           meaning="Number of the independent origin within the event: accounts with the same number depend on each other.",
           value=lambda row: row.origin, basis=_tellers),
    Column(name="documents", kind="integer", required=True, meaning="Documents that carry the account.", value=lambda row: row.account.documents, basis=_tellers),
    Column(name="relays", kind="text", meaning="Paths by which it came, joined by '; '; within one, outermost first, joined by ' < '.",
           value=lambda row: join(" < ".join(actor.name for actor in path) for path in row.account.relays), basis=_tellers),
    Column(name="first_told", kind="date", meaning="First day on which it was told.", value=lambda row: row.account.first_told_on, basis=_tellers),
    Column(name="last_told", kind="date", meaning="Last day.", value=lambda row: row.account.last_told_on, basis=_tellers),
    Column(name="standing", kind="text", required=True, meaning="What the row is.", value=lambda row: row.standing, basis=_own, values=STANDINGS),
    Column(name="measure", kind="text", meaning="What is counted.", value=_of_toll(lambda toll: toll.measure), basis=_figures,
           values=tuple((word, "") for word in MEASURES)),
    Column(name="side_id", kind="text", meaning="Registry id of who is counted.", value=_side(lambda side: side.id), basis=_figures),
    Column(name="side", kind="text", meaning="Who is counted; empty where the words do not say.", value=_side(lambda side: side.name), basis=_figures),
    Column(name="low", kind="integer", meaning="At least so many; empty where it is open below.", value=_of_toll(lambda toll: toll.low), basis=_figures),
    Column(name="high", kind="integer", meaning="At most so many; empty where it is open above.", value=_of_toll(lambda toll: toll.high), basis=_figures),
    Column(name="about", kind="boolean", meaning="Whether it is said to be about so many.", value=_of_toll(lambda toll: toll.about), basis=_figures),
    Column(name="words", kind="text", meaning="The figures as written.", value=_words, basis=_figures),
    Column(name="is_part", kind="boolean", meaning="Whether it counts some of those that another row counts: never to be added.",
           value=_of_toll(lambda toll: toll.is_part), basis=_figures),
    Column(name="denies", kind="text", meaning="What is denied.", value=lambda row: row.matter, basis=_own),
    Column(name="admits", kind="boolean", required=True, meaning="Whether the account admits something against its own interest.",
           value=lambda row: bool(row.account.admits), basis=_claims("its admissions", lambda row: row.account.admits)),
    Column(name="claim_ids", kind="text", required=True, meaning="Claims behind the row, joined by '; '.", value=lambda row: join(row.claim_ids), basis=_own),
)  # fmt: skip

SHAPE = Shape(
    name="accounts",
    title="What each originator says of each event, one row for each toll, former toll and denial",
    row="one toll of one account of one event; a former toll; a denial; or an account that counts nobody",
    over="events",
    columns=COLUMNS,
    expand=expand,
    key="row_id",
    write=write_csv,
    suffix=".csv",
    media_type="text/csv",
    source="Riwaya",
    limits="Versions side by side: nothing is chosen and nothing may be added up without a policy.",
)
