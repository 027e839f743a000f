"""Who is behind what is told: originators, who relays them, and how much reaches us by how many ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, and_, case, distinct, func, or_, select

from riwaya.ledger.engine import reading
from riwaya.ledger.records import Rows
from riwaya.ledger.schema import claim_party, live_claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """Somebody who passes on what an originator says."""

    actor: str
    """Registry id, else ``name:`` and the folded name."""
    name: str
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceStanding:
    """One originator, over all claims that hold."""

    actor: str
    """Registry id, else ``name:`` and the folded name."""
    name: str
    kind: str
    claims: int
    """How many come from it."""
    documents: int
    """In how many documents. However many: one origin."""
    outlets: int
    """How many outlets carry it."""
    direct: int
    """Claims that no relay stands between: the outlet tells them as heard from the originator, or as its own."""
    relays: tuple[Relay, ...]
    """Who passes it on, the most often first; the outlets themselves left out."""

    @property
    def directness(self) -> float:
        """Share of its claims that no relay stands between, in [0, 1]."""
        return self.direct / self.claims if self.claims else 0.0


def find_sources(engine: Engine, *, limit: int | None = None) -> Rows[SourceStanding]:
    """Give the originators, those of most claims first; rejected claims do not count."""
    with reading(engine) as connection:
        rows = connection.execute(_ORIGINS.limit(limit)).all()
        relays = _relays(connection, [row.actor for row in rows])
        return Rows([_standing(row, relays.get(row.actor, [])) for row in rows], _flatten)


def _standing(row: Any, relays: list[Relay]) -> SourceStanding:
    return SourceStanding(
        actor=row.actor,
        name=row.name,
        kind=row.kind,
        claims=row.claims,
        documents=row.documents,
        outlets=row.outlets,
        direct=int(row.direct),
        relays=tuple(relays),
    )


_origin = claim_party.alias("origin")
_between = claim_party.alias("between")
_STANDS = or_(live_claim.c.verdict.is_(None), live_claim.c.verdict != "rejected")
_ORIGINS = (
    select(
        _origin.c.actor,
        func.min(_origin.c.name).label("name"),
        func.min(_origin.c.kind).label("kind"),
        func.count().label("claims"),
        func.count(distinct(live_claim.c.document)).label("documents"),
        func.count(distinct(live_claim.c.outlet)).label("outlets"),
        func.sum(case((live_claim.c.links <= 1, 1), else_=0)).label("direct"),
    )
    .join(live_claim, live_claim.c.claim == _origin.c.claim)
    .where(_origin.c.roles.contains("o"), _STANDS)
    .group_by(_origin.c.actor)
    .order_by(func.count().desc(), _origin.c.actor)
)


def _relays(connection: Connection, actors: list[str]) -> dict[str, list[Relay]]:
    found: dict[str, list[Relay]] = {}
    wanted = set(actors)
    query = (
        select(
            _origin.c.actor.label("origin"),
            _between.c.actor,
            func.min(_between.c.name).label("name"),
            func.count().label("claims"),
        )
        .join(_between, and_(_between.c.claim == _origin.c.claim, _between.c.roles.contains("s")))
        .join(live_claim, live_claim.c.claim == _origin.c.claim)
        .where(_origin.c.roles.contains("o"), _between.c.actor != _origin.c.actor, _STANDS)
        .group_by(_origin.c.actor, _between.c.actor)
        .order_by(_origin.c.actor, func.count().desc(), _between.c.actor)
    )
    for row in connection.execute(query):
        if row.origin in wanted:
            found.setdefault(row.origin, []).append(Relay(actor=row.actor, name=row.name, claims=row.claims))
    return found


def _flatten(one: SourceStanding) -> dict[str, object]:
    return {
        "actor": one.actor,
        "name": one.name,
        "kind": one.kind,
        "claims": one.claims,
        "documents": one.documents,
        "outlets": one.outlets,
        "direct": one.direct,
        "directness": round(one.directness, 3),
        "relays": "; ".join(f"{relay.name} {relay.claims}" for relay in one.relays),
    }
