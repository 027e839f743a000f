"""What waits for a person: claims that nobody has judged, those first where a judgement matters most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from riwaya.ledger.filters import ClaimFilter, EventFilter
from riwaya.ledger.records import KeptClaim
from riwaya.ledger.standings import find_standings
from riwaya.ledger.store import Ledger
from riwaya.model.actor import Actor
from riwaya.model.claim import Claim
from riwaya.serve.asked import ClaimQuery
from riwaya.serve.read.claims import ClaimPage, claim_page

REASONS = {"contested": 8, "new-actor": 4, "unresolved-place": 4, "unresolved-time": 2, "anonymous": 1, "hedged": 1,
           "carried-over": 1}  # fmt: skip
"""Why a claim waits, with how much it weighs."""
About = Literal["all", "contested", "actors", "places", "evidence"]
_ABOUT: dict[str, frozenset[str]] = {
    "contested": frozenset({"contested"}),
    "actors": frozenset({"new-actor"}),
    "places": frozenset({"unresolved-place"}),
    "evidence": frozenset({"anonymous", "hedged", "carried-over", "unresolved-time"}),
}
_LOOKED_AT = 200
"""Open claims that are looked through for one page of the queue."""
_EVENTS = 40
"""Contested events whose claims are looked through."""


class ReviewQuery(ClaimQuery):
    """Which claims are to be judged."""

    about: About = Field("all", description="Only those that wait for this reason.")
    limit: int = Field(20, ge=1, le=100, description="Claims of one page.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One claim in the queue."""

    claim: ClaimPage
    """With the state on which to judge."""
    reasons: tuple[str, ...]
    """Why it waits, as ``REASONS`` has them, the weightiest first."""
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage:
    """The queue."""

    asked: ReviewQuery
    waiting: tuple[Waiting, ...]
    """The weightiest first, then the latest."""
    looked_at: int
    """Open claims that were looked through for this page."""
    next: str | None
    """Where to look on: older claims; None where there are none."""


def read_review(ledger: Ledger, asked: ReviewQuery) -> ReviewPage:
    """Give the queue: of the latest open claims (of the most contested events, where that is asked) the weightiest first.

    Args:
        ledger: To be read.
        asked: A filter over claims, the reason, and the page.
    """
    claims, following, contested = _contested(ledger, asked) if asked.about == "contested" else _open(ledger, asked)
    weighed = [(one, _reasons(one.claim, is_contested=one.event_id in contested)) for one in claims]
    wanted = _ABOUT.get(asked.about)
    chosen = [(one, why) for one, why in weighed if why and (wanted is None or wanted & set(why))]
    chosen.sort(key=lambda pair: -sum(REASONS[why] for why in pair[1]))
    shown = chosen[: asked.limit]
    standings = find_standings(ledger.engine, [one.id for one, _ in shown])
    return ReviewPage(
        asked=asked,
        waiting=tuple(
            Waiting(
                claim=claim_page(one, standings[one.id].judgement, standings[one.id].state),
                reasons=why,
                weight=sum(REASONS[each] for each in why),
            )
            for one, why in shown
        ),
        looked_at=len(claims),
        next=following,
    )


def _open(ledger: Ledger, asked: ReviewQuery) -> tuple[list[KeptClaim], str | None, frozenset[str]]:
    wanted = ClaimFilter(
        **asked.model_dump(exclude={"limit", "after", "about", "words", "verdict"}), verdict="open", search=asked.words
    )
    page = ledger.view.list_claims(wanted, limit=_LOOKED_AT, after=asked.after)
    ids = tuple(dict.fromkeys(one.event_id for one in page.records if one.event_id is not None))
    lines = ledger.view.list_events(EventFilter(ids=ids), limit=_LOOKED_AT).records if ids else ()
    return [*page.records], page.next, frozenset(one.id for one in lines if one.is_contested)


def _contested(ledger: Ledger, asked: ReviewQuery) -> tuple[list[KeptClaim], str | None, frozenset[str]]:
    wanted = EventFilter(
        place=asked.place, since=asked.since, until=asked.until, actor=asked.actor, type=asked.type, measure=asked.measure,
        contested=True,
    )  # fmt: skip
    page = ledger.view.list_events(wanted, order="contested", limit=_EVENTS, after=asked.after)
    claims: list[KeptClaim] = []
    for at, line in enumerate(page.records):
        claims += ledger.view.list_claims(ClaimFilter(event=line.id, verdict="open"), limit=_LOOKED_AT).records
        if len(claims) >= _LOOKED_AT and at + 1 < len(page.records):
            mark = f"{line.contests}~{line.first_on.toordinal() if line.first_on else -1}~{line.id}"
            return claims, mark, frozenset(one.id for one in page.records)
    return claims, page.next, frozenset(one.id for one in page.records)


def _actors(claim: Claim) -> list[Actor]:
    actors: list[Actor] = [one.actor for one in (*claim.agents, *claim.targets)]
    return actors + [link.source for link in claim.chain]


def _is_new(actor: Actor) -> bool:
    return actor.id is None and actor.kind not in _NAMELESS


def _reasons(claim: Claim, *, is_contested: bool) -> tuple[str, ...]:
    place, time = claim.place, claim.time
    told = {
        "contested": is_contested,
        "new-actor": any(_is_new(one) for one in _actors(claim)),
        "unresolved-place": place is not None and place.place.lat is None,
        "unresolved-time": time is not None and time.start is None and time.end is None,
        "anonymous": bool(claim.chain) and claim.chain[-1].source.kind == "anonymous",
        "hedged": claim.certainty != "stated",
        "carried-over": (place is not None and place.inherited) or (time is not None and time.inherited),
    }
    return tuple(why for why in REASONS if told[why])


_NAMELESS = frozenset({"anonymous", "civilians", "witnesses"})
"""Kinds of actors that no registry lists."""
