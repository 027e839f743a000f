"""By which paths the accounts of an event reached us, and how they moved over the days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from riwaya.model.account import TURNS, Account, Reconciliation
from riwaya.serve.pages.chains import Path, Stop
from riwaya.serve.pages.event_view import Said, TollView, quote, view_toll
from riwaya.serve.pages.names import name_actor
from riwaya.serve.pages.speech import Speech


@dataclass(frozen=True, slots=True)
class Step:
    """One turn of one account."""

    what: str
    account: Account
    tolls: tuple[TollView, ...]
    """The figures of the turn."""
    said: Said | None


@dataclass(frozen=True, slots=True)
class Day:
    """What happened to the accounts on one day; None where it is not known."""

    on: date | None
    steps: tuple[Step, ...]


def find_paths(found: Reconciliation, speech: Speech) -> list[Path]:
    """Give each path from an originator over its relays to a page, once, with how many claims took it."""
    told = {one.claim.id: one for one in found.event.claims}
    many: dict[tuple[Stop, ...], int] = {}
    for account in found.accounts:
        who = account.originator
        first = Stop(account.id, name_actor(speech, who.id, who.name, account.words))
        for id_ in account.claim_ids:
            one = told.get(id_)
            if one is None:
                continue
            relays = [
                Stop(
                    link.source.id or link.source.name,
                    name_actor(speech, link.source.id, link.source.name, " ".join(link.span.of(one.text).split())),
                )
                for link in reversed(one.claim.chain[:-1])
            ]
            outlet = name_actor(speech, one.outlet.id, one.outlet.name) if one.outlet else one.document_name
            page = Stop(one.document_id, outlet, f"/documents/{one.document_id}")
            stops = (first, *(stop for stop in relays if stop.key != first.key), page)
            many[stops] = many.get(stops, 0) + 1
    return [Path(stops, claims) for stops, claims in many.items()]


def lay_out_history(found: Reconciliation) -> tuple[Day, ...]:
    """Give the turns of an event by day, those without a day last."""
    told = {one.claim.id: one for one in found.event.claims}

    def step(account_id: str, what: str, claim_ids: tuple[str, ...]) -> Step:
        account = found.account(account_id)
        behind = set(claim_ids)
        tolls = [
            view_toll(toll, told)
            for toll in (*account.former_tolls, *account.tolls)
            if behind & set(toll.claim_ids) and not toll.is_part
        ]
        first = next((told[id_] for id_ in claim_ids if id_ in told), None)
        shown = tolls if what not in ("denial", "admission") else []
        return Step(what, account, tuple(shown), quote(first) if first else None)

    ordered = sorted(found.history, key=lambda turn: (turn.on is None, turn.on or date.max, TURNS.index(turn.what)))
    return tuple(
        Day(on, tuple(_once(step(turn.account, turn.what, turn.claim_ids) for turn in turns)))
        for on, turns in groupby(ordered, key=lambda turn: turn.on)
    )


def _once(steps: Iterable[Step]) -> Iterable[Step]:
    seen: set[tuple[str, str, str]] = set()
    for one in steps:
        key = (one.what, one.account.id, one.said.words if one.said else "")
        if key not in seen:
            seen.add(key)
            yield one
