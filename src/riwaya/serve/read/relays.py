"""Who passes on whom: counted over the latest claims of one actor or outlet, so that a giant costs no more than others."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Engine, text

from riwaya.ledger.engine import reading

LATEST = 3_000
"""Claims over which is counted."""
MOST = 25
"""Others that are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Another actor, and in how many of the latest claims it stands so."""

    key: str
    """Of its page."""
    name: str
    kind: str
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """How an actor stands in what is told. Each list by number of claims, 25 at most."""

    relayed_by: tuple[Tie, ...]
    """Who passes on what it says."""
    relays: tuple[Tie, ...]
    """Whose words it passes on."""
    outlets: tuple[Tie, ...]
    """Who publishes what it says or passes on."""
    counted: int
    """Over how many of its latest claims that is counted, 3,000 at most."""


def find_ties(engine: Engine, key: str) -> Ties:
    """Give the ties of one actor, by its key."""
    given = {"key": key, "latest": LATEST, "most": MOST}
    with reading(engine) as connection:
        lists = [
            tuple(
                Tie(key=row.key, name=row.name, kind=row.kind, claims=row.claims)
                for row in connection.execute(text(sql), given)
            )
            for sql in (_RELAYED_BY, _RELAYS, _OUTLETS)
        ]
        counted = int(connection.execute(text(_COUNTED), given).scalar() or 0)
    return Ties(relayed_by=lists[0], relays=lists[1], outlets=lists[2], counted=counted)


def find_carried(engine: Engine, outlet: str) -> tuple[Tie, ...]:
    """Give from whom the latest claims of an outlet come, by number of claims."""
    given = {"key": outlet, "latest": LATEST, "most": MOST}
    with reading(engine) as connection:
        rows = connection.execute(text(_CARRIED), given)
        return tuple(Tie(key=row.key, name=row.name, kind=row.kind, claims=row.claims) for row in rows)


_MINE = (
    "(SELECT claim, roles FROM claim_party WHERE actor = :key ORDER BY first_day DESC, claim DESC LIMIT :latest) mine"
)
_GROUPED = "GROUP BY other.actor ORDER BY claims DESC, key LIMIT :most"
_NAMED = "SELECT other.actor AS key, min(other.name) AS name, min(other.kind) AS kind, count(*) AS claims"
_JOINED = "JOIN claim_party other ON other.claim = mine.claim AND other.actor <> :key"
_RELAYED_BY = f"{_NAMED} FROM {_MINE} {_JOINED} WHERE mine.roles LIKE '%o%' AND other.roles LIKE '%s%' {_GROUPED}"
_RELAYS = (
    f"{_NAMED} FROM {_MINE} {_JOINED} WHERE mine.roles LIKE '%s%' AND mine.roles NOT LIKE '%o%' "
    f"AND other.roles LIKE '%o%' {_GROUPED}"
)
_OUTLETS = (
    "SELECT live.outlet AS key, live.outlet AS name, 'outlet' AS kind, count(*) AS claims "
    f"FROM {_MINE} JOIN live_claim live ON live.claim = mine.claim "
    "WHERE live.outlet IS NOT NULL AND (mine.roles LIKE '%s%' OR mine.roles LIKE '%o%') "
    "GROUP BY live.outlet ORDER BY claims DESC, key LIMIT :most"
)
_COUNTED = f"SELECT count(*) FROM {_MINE}"
_CARRIED = (
    f"{_NAMED} FROM (SELECT claim FROM live_claim WHERE outlet = :key ORDER BY first_day DESC, claim DESC "
    "LIMIT :latest) mine JOIN claim_party other ON other.claim = mine.claim "
    f"WHERE other.roles LIKE '%o%' {_GROUPED}"
)
