"""On which state of an item a judgement is made, so that the second of two people never overwrites the first unseen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, func, select

from riwaya.errors import JudgementConflict
from riwaya.ledger.engine import reading
from riwaya.ledger.load import chunks
from riwaya.ledger.schema import claim, judged, judgement, live_claim
from riwaya.model.ids import content_id

if TYPE_CHECKING:
    from riwaya.ledger.judgements import Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What holds of one claim."""

    state: str
    """The same as long as nobody judges the claim and its page is not read anew."""
    judgement: Judgement | None
    """The one that holds; None where nobody has judged."""


def find_standings(engine: Engine, claims: Sequence[str]) -> dict[str, Standing]:
    """Give the standing of each of some claims, by whole id; for a superseded one the state ``gone``."""
    with reading(engine) as connection:
        return standings_of(connection, claims)


def standings_of(connection: Connection, claims: Sequence[str]) -> dict[str, Standing]:
    """Do the same inside a transaction."""
    found: dict[str, Standing] = {}
    for chunk in chunks(list(claims)):
        query = (
            select(claim.c.id.label("claim"), live_claim.c.reading, judgement)
            .select_from(claim.join(live_claim, live_claim.c.claim == claim.c.seq))
            .outerjoin(judgement, judgement.c.seq == live_claim.c.judgement)
            .where(claim.c.id.in_(chunk))
        )
        for row in connection.execute(query):
            state = content_id("st", row.claim, row.reading, row.id or "nobody")
            found[row.claim] = Standing(state=state, judgement=_judgement(row) if row.id else None)
    return {one: found.get(one, Standing(state="gone", judgement=None)) for one in claims}


def event_state(connection: Connection, event: str) -> str:
    """Give the state of an event: the same as long as its claims are, and nobody judges one of them or joins or parts it."""
    c = live_claim.c
    rows = connection.execute(select(c.claim, c.words).where(c.event == event).order_by(c.claim)).all()
    if not rows:
        return "gone"
    last = 0
    for chunk in chunks(sorted({row.words for row in rows})):
        newest = select(func.max(judged.c.judgement)).where(judged.c.words.in_(chunk))
        last = max(last, int(connection.execute(newest).scalar() or 0))
    return content_id("st", event, *(row.claim for row in rows), last)


def check_seen(connection: Connection, claims: Sequence[str], seen: str) -> None:
    """See that what was looked at still holds.

    Raises:
        JudgementConflict: It does not; ``context["theirs"]`` has the judgement that came between.
    """
    now = standings_of(connection, claims)
    for standing in now.values():
        if standing.state != seen:
            theirs = standing.judgement
            said = (
                f"{theirs.who} judged it first" if theirs else "its page was read anew, or a judgement was taken back"
            )
            raise JudgementConflict(f"The claim is not what you looked at: {said}.", theirs=say(theirs))


def check_events_seen(connection: Connection, events: Sequence[str], seen: Mapping[str, str] | None) -> None:
    """See that events are still what was looked at.

    Raises:
        JudgementConflict: One is not.
    """
    for name, state in (seen or {}).items():
        if name not in events or event_state(connection, name) != state:
            raise JudgementConflict(f"The event {name} is not what you looked at.", theirs=None)


def say(one: Judgement | None) -> dict[str, str] | None:
    """Give a judgement as plain facts, for an answer."""
    if one is None:
        return None
    return {name: getattr(one, name) for name in ("id", "at", "who", "kind", "why", "change")}


def _judgement(row: Any) -> Judgement:
    from riwaya.ledger.judgements import Judgement

    return Judgement(
        id=row.id, at=row.at, who=row.who, kind=row.kind, why=row.why, subject=row.subject, change=row.change
    )
