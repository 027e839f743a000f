"""What the reader answered, in the one shape that is scored: from its records or from its JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from riwaya.errors import SpanInvalid
from riwaya.model.actor import Actor
from riwaya.model.analysis import Analysis
from riwaya.model.claim import Claim
from riwaya.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredMention:
    """Somebody the reader named: where, and as whom."""

    span: Span | None
    name: str | None
    known: bool
    """An actor stands behind the mention, with or without a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredFigure:
    """A figure as read."""

    span: Span | None
    measure: str | None
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredPlace:
    """A place as read; no point where the reader did not find one."""

    span: Span | None
    lat: float | None
    lon: float | None
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredClaim:
    """A claim as read."""

    span: Span | None
    trigger: Span | None
    type: str | None
    polarity: str | None
    certainty: str | None
    chain: tuple[AnsweredMention, ...]
    agents: tuple[AnsweredMention, ...]
    targets: tuple[AnsweredMention, ...]
    figures: tuple[AnsweredFigure, ...]
    days: tuple[str, str] | None
    place: AnsweredPlace | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Everything read from one page, in page order."""

    bodies: tuple[Span, ...]
    claims: tuple[AnsweredClaim, ...]


NOTHING = Answer(bodies=(), claims=())
"""The answer of a reader that failed: everything is missed."""


def answer_of(analysis: Analysis) -> Answer:
    """Give the answer that typed records hold."""
    return Answer(
        bodies=tuple(article.document.body for article in analysis.articles),
        claims=tuple(_from_claim(claim) for claim in analysis.claims),
    )


def answer_from_json(raw: Mapping[str, Any]) -> Answer:
    """Give the answer that a printed analysis holds; whatever it leaves out was not found.

    Raises:
        SpanInvalid: Offsets that are no stretch of text.
    """
    articles: Sequence[Mapping[str, Any]] = raw.get("articles") or ()
    bodies = (_span(article, "body") for article in articles)
    return Answer(
        bodies=tuple(body for body in bodies if body is not None),
        claims=tuple(_from_json(claim) for article in articles for claim in article.get("claims") or ()),
    )


def _from_claim(claim: Claim) -> AnsweredClaim:
    place = None
    if claim.place is not None:
        at = claim.place.place
        place = AnsweredPlace(span=claim.place.span, lat=at.lat, lon=at.lon, name=at.name)
    return AnsweredClaim(
        span=claim.span, trigger=claim.trigger, type=claim.type, polarity=claim.polarity, certainty=claim.certainty,
        chain=tuple(_mention(link.source, link.span) for link in claim.chain),
        agents=tuple(_mention(agent.actor, agent.span) for agent in claim.agents),
        targets=tuple(_mention(target.actor, target.span) for target in claim.targets),
        figures=tuple(AnsweredFigure(span=f.span, measure=f.measure, low=f.low, high=f.high) for f in claim.figures),
        days=(str(claim.time.start), str(claim.time.end)) if claim.time else None,
        place=place,
    )  # fmt: skip


def _mention(actor: Actor, span: Span) -> AnsweredMention:
    return AnsweredMention(span=span, name=actor.name, known=True)


def _from_json(raw: Mapping[str, Any]) -> AnsweredClaim:
    time = raw.get("time")
    return AnsweredClaim(
        span=_span(raw), trigger=_span(raw, "trigger"), type=raw.get("type"), polarity=raw.get("polarity"),
        certainty=raw.get("certainty"),
        chain=tuple(_mention_json(link, "source") for link in raw.get("chain") or ()),
        agents=tuple(_mention_json(agent, "actor") for agent in raw.get("agents") or ()),
        targets=tuple(_mention_json(target, "actor") for target in raw.get("targets") or ()),
        figures=tuple(
            AnsweredFigure(span=_span(f), measure=f.get("measure"), low=f.get("low"), high=f.get("high"))
            for f in raw.get("figures") or ()
        ),
        days=(str(time.get("start")), str(time.get("end"))) if time else None,
        place=_place_json(raw.get("place")),
    )  # fmt: skip


def _mention_json(raw: Mapping[str, Any], who: str) -> AnsweredMention:
    actor: Mapping[str, Any] = raw.get(who) or {}
    return AnsweredMention(span=_span(raw), name=actor.get("name"), known=bool(actor))


def _place_json(raw: Mapping[str, Any] | None) -> AnsweredPlace | None:
    if not raw:
        return None
    return AnsweredPlace(span=_span(raw), lat=raw.get("lat"), lon=raw.get("lon"), name=raw.get("name"))


def _span(raw: Mapping[str, Any], key: str = "span") -> Span | None:
    value = raw.get(key)
    if not value:
        return None
    try:
        return Span(value["start"], value["end"])
    except (KeyError, TypeError, ValueError) as error:
        raise SpanInvalid(f"{key} of an analysis: {error}") from error
