"""Everything that the page of an event shows, laid out in one language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.ledger.accounts import is_contested
from riwaya.model.account import Reconciliation
from riwaya.model.event import Event, ToldClaim
from riwaya.model.reduction import Policy, Reduction, Words
from riwaya.serve.pages.chains import Path, Picture, draw_chains
from riwaya.serve.pages.event_paths import Day, find_paths, lay_out_history
from riwaya.serve.pages.event_view import AccountsTable, Said, lay_out_accounts, quote
from riwaya.serve.pages.exports import ExportLink, link_exports
from riwaya.serve.pages.names import name_actor, name_place
from riwaya.serve.pages.relation_view import Matter, lay_out_relations
from riwaya.serve.pages.speech import Speech
from riwaya.serve.read.lines import event_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where, as it is shown: a name and a circle."""

    id: str | None
    shown: str
    lat: float | None
    lon: float | None
    km: float | None
    precision: str
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One claim of the event in the list of its document."""

    said: Said
    type: str
    subtype: str | None
    polarity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRows:
    """The claims of one document."""

    id: str
    name: str
    outlet: str
    claims: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """What the template draws."""

    event: Event
    title: Words
    found: Reconciliation
    is_contested: bool
    documents: int
    place: Spot | None
    table: AccountsTable
    matters: tuple[Matter, ...]
    days: tuple[Day, ...]
    paths: tuple[Path, ...]
    picture: Picture
    joined: tuple[tuple[str, ...], ...]
    """Names of accounts that count once."""
    copies: tuple[tuple[tuple[str, str], ...], ...]
    """Documents (id, name) that print the same words."""
    by_document: tuple[DocumentRows, ...]
    reduced: Reduction
    policy: Policy
    policies: tuple[Policy, ...]
    exports: tuple[ExportLink, ...]
    """The event in other forms."""


def lay_out_event(
    found: Reconciliation,
    reduced: Reduction,
    policies: Sequence[Policy],
    speech: Speech,
) -> EventView:
    """Lay out one event."""
    event = found.event
    paths = find_paths(found, speech)
    policy = next((one for one in policies if reduced.policy.split(" ")[0] == one.id), policies[0])
    return EventView(
        event=event,
        title=event_line(event).title,
        found=found,
        is_contested=is_contested(found),
        documents=len({one.document_id for one in event.claims}),
        place=_spot(event, speech),
        table=lay_out_accounts(found),
        matters=lay_out_relations(found),
        days=lay_out_history(found),
        paths=tuple(paths),
        picture=draw_chains(paths, is_rtl=speech.direction == "rtl"),
        joined=_joined(found, speech),
        copies=_copies(event, speech),
        by_document=_by_document(event, speech),
        reduced=reduced,
        policy=policy,
        policies=tuple(one for one in policies if not one.takes_actor),
        exports=link_exports(event.id, speech),
    )


def _spot(event: Event, speech: Speech) -> Spot | None:
    place = event.place
    if place is None:
        return None
    return Spot(
        id=place.id,
        shown=name_place(speech, place.id, place.name, _words_of_place(event)),
        lat=place.lat,
        lon=place.lon,
        km=place.radius_km,
        precision=place.precision,
        country=place.country,
    )


def _words_of_place(event: Event) -> str:
    """Give the words of the text that name the place of the event: its own name is English."""
    assert event.place is not None
    for one in event.claims:
        told = one.claim.place
        if told is not None and not told.inherited and told.place.name == event.place.name:
            return " ".join((told.head or told.span).of(one.text).split())
    return ""


def _joined(found: Reconciliation, speech: Speech) -> tuple[tuple[str, ...], ...]:
    named = {one.id: name_actor(speech, one.originator.id, one.originator.name, one.words) for one in found.accounts}
    return tuple(tuple(named[id_] for id_ in origin.accounts) for origin in found.origins if len(origin.accounts) > 1)


def _copies(event: Event, speech: Speech) -> tuple[tuple[tuple[str, str], ...], ...]:
    named = {one.document_id: _name_of_document(one, speech) for one in event.claims}
    return tuple(tuple((id_, named.get(id_, id_)) for id_ in group.document_ids) for group in event.copies)


def _name_of_document(one: ToldClaim, speech: Speech) -> str:
    return name_actor(speech, one.outlet.id, one.outlet.name) if one.outlet else one.document_name


def _by_document(event: Event, speech: Speech) -> tuple[DocumentRows, ...]:
    rows: dict[str, list[ToldClaim]] = {}
    for one in event.claims:
        rows.setdefault(one.document_id, []).append(one)
    made = [
        DocumentRows(
            id=id_,
            name=claims[0].document_name,
            outlet=name_actor(speech, claims[0].outlet.id, claims[0].outlet.name) if claims[0].outlet else "",
            claims=tuple(
                ClaimRow(said=quote(one), type=one.claim.type, subtype=one.claim.subtype, polarity=one.claim.polarity)
                for one in claims
            ),
        )
        for id_, claims in rows.items()
    ]
    return tuple(sorted(made, key=lambda one: one.name))
