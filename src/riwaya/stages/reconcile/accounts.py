"""Sort the claims of an event into the accounts of their originators."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from riwaya.model.account import Account, Reconciliation, Toll
from riwaya.model.actor import Actor, Participant
from riwaya.model.event import Event, ToldClaim


def reconcile(event: Event) -> Reconciliation:
    """Lay the accounts of one event side by side.

    Independence is the plain count of originators: ten outlets that relay one statement are one origin.
    """
    accounts = find_accounts(event)
    return Reconciliation(event=event, accounts=tuple(accounts), independent_origins=len(accounts))


def find_accounts(event: Event) -> list[Account]:
    """Find who gives a version of the event, in the order in which they are first met; at least one."""
    voices: dict[tuple[str, str], list[ToldClaim]] = {}
    for told in event.claims:
        voices.setdefault(_key(_originator(told)), []).append(told)
    return [_account(claims) for claims in voices.values()]


def _originator(told: ToldClaim) -> Actor:
    if told.claim.chain:
        return told.claim.chain[-1].source
    if told.outlet is not None:
        return Actor(id=told.outlet.id, name=told.outlet.name, kind="outlet")
    return Actor(id=None, name=told.document_name, kind="outlet")


def _key(actor: Actor) -> tuple[str, str]:
    return ("id", actor.id) if actor.id is not None else (actor.kind, actor.name)


def _account(told: Sequence[ToldClaim]) -> Account:
    days = sorted(one.told_on for one in told if one.told_on is not None)
    originator = _originator(told[0])
    return Account(
        originator=originator,
        stance=_stance(originator, told),
        claim_ids=tuple(one.claim.id for one in told),
        first_told_on=days[0] if days else None,
        last_told_on=days[-1] if days else None,
        relays=tuple(dict.fromkeys(tuple(link.source.name for link in one.claim.chain[:-1]) for one in told)),
        documents=len({one.document_id for one in told}),
        tolls=tuple(toll for one in told for toll in _tolls(one)),
        denies=tuple(one.claim.id for one in told if one.claim.polarity == "denied"),
    )


def _stance(originator: Actor, told: Sequence[ToldClaim]) -> str:
    """Say how the originator stands to the event by its place in its own claims."""
    if any(_is_among(originator, one.claim.agents) for one in told):
        return "perpetrator"
    if any(_is_among(originator, one.claim.targets) for one in told):
        return "victim"
    return "anonymous" if originator.kind == "anonymous" else "observer"


def _is_among(actor: Actor, participants: Iterable[Participant]) -> bool:
    return actor.id is not None and any(one.actor.id == actor.id for one in participants)


def _tolls(told: ToldClaim) -> list[Toll]:
    """List the figures that one claim puts forward; what it denies adds nothing."""
    if told.claim.polarity == "denied":
        return []
    return [
        Toll(
            measure=figure.measure,
            side=figure.of,
            low=figure.low,
            high=figure.high,
            about=figure.about,
            words=(figure.span.of(told.text),),
            claim_ids=(told.claim.id,),
        )
        for figure in told.claim.figures
    ]
