"""Turn reconciled events into their public form."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import cast

from riwaya.forms.event_types import (
    EVENTS_SCHEMA,
    AccountForm,
    CellForm,
    EventClaimForm,
    EventForm,
    EventPlaceForm,
    EventsForm,
    OneEventForm,
    PartyForm,
    ReductionForm,
    TitleForm,
    TollForm,
    TollSideForm,
)
from riwaya.forms.types import SpanForm
from riwaya.model.account import Account, Reconciliation, Toll
from riwaya.model.actor import Actor
from riwaya.model.event import Event, ToldClaim
from riwaya.model.place import Place
from riwaya.model.reduction import Cell, Reduction
from riwaya.model.span import Span


def events_form(found: Iterable[tuple[Reconciliation, Reduction]]) -> EventsForm:
    """Give the JSON object `riwaya.events/1`.

    Args:
        found: Reconciled events, each with what the asked policy makes of it.

    Source:
        The public form is described by `riwaya schema events`.
    """
    return {"schema": EVENTS_SCHEMA, "events": [event_form(one, reduced) for one, reduced in found]}


def one_event_form(found: Reconciliation, reduced: Reduction) -> OneEventForm:
    """Give one event as a JSON object of its own, with the name of the form."""
    return {"schema": EVENTS_SCHEMA, **event_form(found, reduced)}


def event_form(found: Reconciliation, reduced: Reduction) -> EventForm:
    """Give one event with everything."""
    event = found.event
    time = event.time
    return {
        "id": event.id,
        "type": event.type,
        "subtype": event.subtype,
        "title": title_form(event),
        "time": {"start": _day(time.start), "end": _day(time.end), "precision": time.precision} if time else None,
        "place": _place(event.place) if event.place else None,
        "sides": [{"id": side.id, "actors": [_party(actor) for actor in side.actors]} for side in event.sides],
        "claims": [_claim(told) for told in event.claims],
        "accounts": [_account(account) for account in found.accounts],
        "relations": [
            {
                "between": list(one.between),
                "on": one.on,
                "kind": one.kind,
                "why": one.why,
                "claims": list(one.claim_ids),
            }
            for one in found.relations
        ],
        "independent_origins": found.independent_origins,
        "origins": [{"accounts": list(one.accounts), "why": list(one.why)} for one in found.origins],
        "toll": reduction_form(reduced),
        "history": [
            {
                "on": _day(turn.on),
                "what": turn.what,
                "account": turn.account,
                "detail": turn.detail,
                "claims": list(turn.claim_ids),
            }
            for turn in found.history
        ],
    }


def reduction_form(reduced: Reduction) -> ReductionForm:
    """Give what a policy makes of an event: its cells by measure."""
    by_measure: dict[str, list[CellForm]] = {}
    for cell in reduced.cells:
        by_measure.setdefault(cell.measure, []).append(_cell(cell))
    form: dict[str, object] = {"policy": reduced.policy, **by_measure}
    if reduced.totals:
        form["totals"] = dict(reduced.totals)
    if reduced.grade is not None:
        form["grade"] = reduced.grade
    if reduced.why:
        form["why"] = reduced.why
    if reduced.claim_ids:
        form["claims"] = list(reduced.claim_ids)
    return cast("ReductionForm", form)


def title_form(event: Event) -> TitleForm:
    """Give what to call an event; its kind, place and day where nobody made a title."""
    if event.title is not None:
        return {"ar": event.title.ar, "en": event.title.en, "fr": event.title.fr}
    place = event.place.name if event.place else ""
    day = _day(event.time.start) if event.time else None
    plain = ", ".join(part for part in (event.subtype or event.type.lower(), place, day) if part)
    return {"ar": plain, "en": plain, "fr": plain}


def _claim(told: ToldClaim) -> EventClaimForm:
    claim = told.claim
    return {
        "id": claim.id,
        "document": {"id": told.document_id, "name": told.document_name},
        "span": _span(claim.span, told.text),
        "trigger": _span(claim.trigger, told.text),
        "type": claim.type,
        "polarity": claim.polarity,
        "why": list(told.why),
    }


def _account(account: Account) -> AccountForm:
    originator = account.originator
    return {
        "id": account.id,
        "originator": {
            "id": originator.id,
            "name": originator.name,
            "kind": originator.kind,
            "words": account.words,
        },
        "stance": account.stance,
        "claims": list(account.claim_ids),
        "first_told": _day(account.first_told_on),
        "last_told": _day(account.last_told_on),
        "relays": [[relay.id or relay.name for relay in path] for path in account.relays],
        "documents": account.documents,
        "toll": [_toll(toll) for toll in account.tolls],
        "toll_before": [_toll(toll) for toll in account.former_tolls],
        "denies": list(account.denies),
        "admits": list(account.admits),
    }


def _toll(toll: Toll) -> TollForm:
    form: TollForm = {
        "measure": toll.measure,
        "side": _side(toll.side),
        "low": toll.low,
        "high": toll.high,
        "about": toll.about,
        "words": list(toll.words),
        "claims": list(toll.claim_ids),
    }
    if toll.is_part:
        form["part"] = True
    return form


def _cell(cell: Cell) -> CellForm:
    form: CellForm = {
        "side": _side(cell.side),
        "low": cell.low,
        "high": cell.high,
        "top": cell.top,
        "why": cell.why,
        "claims": list(cell.claim_ids),
    }
    if cell.best is not None:
        form["best"] = cell.best
    return form


def _side(actor: Actor | None) -> TollSideForm | None:
    return {"actor": _party(actor)} if actor is not None else None


def _party(actor: Actor) -> PartyForm:
    return {"id": actor.id, "name": actor.name, "kind": actor.kind}


def _place(place: Place) -> EventPlaceForm:
    return {
        "id": place.id,
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
        "country": place.country,
    }


def _span(span: Span, text: str) -> SpanForm:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
