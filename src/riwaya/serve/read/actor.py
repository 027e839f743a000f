"""An actor or an outlet: what it claims, what is claimed of it, whom it relays, how its figures stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from riwaya.errors import EntryUnknown
from riwaya.lang.world import find_actor, find_outlet
from riwaya.lang.world_records import load_actors
from riwaya.ledger.accounts import reconcile_events
from riwaya.ledger.filters import ClaimFilter, EventFilter
from riwaya.ledger.keys import actor_key, find_origin
from riwaya.ledger.naming import find_unknown
from riwaya.ledger.records import KeptClaim
from riwaya.ledger.store import Ledger
from riwaya.model.account import Reconciliation, Relation, Toll
from riwaya.model.actor import Actor, ActorEntry
from riwaya.serve.asked import Paged
from riwaya.serve.read.aliases import AliasLine, read_aliases
from riwaya.serve.read.claims import ClaimLine, claim_line
from riwaya.serve.read.lines import EventLine, event_line, listed_event
from riwaya.serve.read.relays import Tie, Ties, find_carried, find_ties

_EVENTS = 10
"""Events that are listed, and of which the figures are laid beside others'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorClaim:
    """One claim in which an actor stands, and how."""

    line: ClaimLine
    roles: tuple[str, ...]
    """origin (it says so), relay (it passes it on), agent, target, counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """How its account of one event stands to the others."""

    event: EventLine
    stance: str
    """perpetrator, victim, party, observer or anonymous."""
    tolls: tuple[Toll, ...]
    """What it says now."""
    relations: tuple[Relation, ...]
    """To each other account; with which one: ``between`` has the ids of both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPage:
    """What the page of an actor shows."""

    key: str
    """Id of the registry, else ``name:`` and the folded name: the address of the page, and what filters take."""
    actor: Actor
    entry: ActorEntry | None
    """What the registry has of it: names, countries, parent, ids elsewhere; None for somebody that it does not know."""
    claims: tuple[ActorClaim, ...]
    """The latest first, in any role; say ``?role=`` for those of one."""
    next: str | None
    events: tuple[EventLine, ...]
    """The latest events in which it acts, suffers, is counted or speaks."""
    against: tuple[Against, ...]
    """Those of these events of which it gives an account of its own."""
    kinds: dict[str, int]
    """How often its accounts stand to others so: same, compatible, number-conflict ..."""
    ties: Ties
    wordings: tuple[str, ...] = ()
    """Of somebody whom no registry knows: the words that name them in these claims; people may take any for an actor."""
    aliases: tuple[AliasLine, ...] = ()
    """Names that people took for this actor, the latest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletPage:
    """What the page of an outlet shows."""

    key: str
    name: str
    id: str | None
    claims: tuple[ClaimLine, ...]
    """What it published, the latest first."""
    next: str | None
    carried: tuple[Tie, ...]
    """From whom its claims come, those of most claims first; itself where it spoke for itself."""


def read_actor(ledger: Ledger, key: str, asked: Paged) -> ActorPage:
    """Give an actor by its key.

    Raises:
        EntryUnknown: Neither the registry nor the ledger knows it.
    """
    view = ledger.view
    page = view.list_claims(ClaimFilter(actor=key), limit=asked.limit, after=asked.after)
    known = find_actor(key)
    mine = [(kept, roles) for kept in page.records if (roles := _roles(kept, key))]
    actor = known or _named(key, mine)
    if actor is None:
        raise EntryUnknown(f"There is no actor {key[:80]!r}.", hint="Search for the name.")
    lines = view.list_events(EventFilter(actor=key), limit=_EVENTS).records
    found = reconcile_events(view, [view.event(one.id) for one in lines])
    against = [one for one in (_against(each, key) for each in found) if one is not None]
    return ActorPage(
        key=key,
        actor=actor,
        entry=next((one for one in load_actors() if one.id == key), None),
        claims=tuple(ActorClaim(line=claim_line(kept), roles=roles) for kept, roles in mine),
        next=page.next,
        events=tuple(listed_event(one) for one in lines),
        against=tuple(against),
        kinds=dict(Counter(relation.kind for one in against for relation in one.relations).most_common()),
        ties=find_ties(ledger.engine, key),
        wordings=_wordings(key, mine) if known is None else (),
        aliases=read_aliases(ledger, key) if known is not None else (),
    )


def _wordings(key: str, mine: list[tuple[KeptClaim, tuple[str, ...]]]) -> tuple[str, ...]:
    found: list[str] = []
    for kept, _ in mine:
        spans = (span for actor, span in find_unknown(kept.claim) if actor_key(actor) == key)
        found += (" ".join(span.of(kept.text).split()) for span in spans)
    return tuple(dict.fromkeys(found))


def read_outlet(ledger: Ledger, key: str, asked: Paged) -> OutletPage:
    """Give an outlet by its id or name.

    Raises:
        EntryUnknown: Neither the registry nor the ledger knows it.
    """
    entry = find_outlet(key)
    known = entry.id if entry else key
    page = ledger.view.list_claims(ClaimFilter(outlet=key), limit=asked.limit, after=asked.after)
    if entry is None and not page.records:
        raise EntryUnknown(f"There is no outlet {key[:80]!r}.", hint="Search for the name.")
    return OutletPage(
        key=known,
        name=entry.name if entry else key,
        id=entry.id if entry else None,
        claims=tuple(claim_line(one) for one in page.records),
        next=page.next,
        carried=find_carried(ledger.engine, known),
    )


def _roles(kept: KeptClaim, key: str) -> tuple[str, ...]:
    claim = kept.claim
    origin = find_origin(claim, kept.kept.document.outlet)
    told = [("origin", origin)] if origin is not None else []
    told += [("relay", link.source) for link in claim.chain[:-1]]
    told += [("agent", one.actor) for one in claim.agents]
    told += [("target", one.actor) for one in claim.targets]
    told += [("counted", one.of) for one in claim.figures if one.of is not None]
    return tuple(dict.fromkeys(role for role, one in told if actor_key(one) == key))


def _named(key: str, mine: list[tuple[KeptClaim, tuple[str, ...]]]) -> Actor | None:
    for kept, _ in mine:
        claim = kept.claim
        origin = find_origin(claim, kept.kept.document.outlet)
        actors = [link.source for link in claim.chain] + [one.actor for one in (*claim.agents, *claim.targets)]
        actors += [one.of for one in claim.figures if one.of is not None] + ([origin] if origin else [])
        for one in actors:
            if actor_key(one) == key:
                return one
    return None


def _against(found: Reconciliation, key: str) -> Against | None:
    for account in found.accounts:
        if actor_key(account.originator) == key:
            return Against(
                event=event_line(found.event),
                stance=account.stance,
                tolls=account.tolls,
                relations=tuple(one for one in found.relations if account.id in one.between),
            )
    return None
