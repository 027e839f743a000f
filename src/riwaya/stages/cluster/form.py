"""Form events out of claims."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.model.analysis import Analysis
from riwaya.model.event import Event, EventTime, ToldClaim
from riwaya.model.ids import content_id
from riwaya.model.timex import Timex


def tell_claims(analyses: Iterable[Analysis]) -> list[ToldClaim]:
    """Give every claim of the analyses with the document that carries it, in the order of the analyses.

    A claim is told on the day its originator spoke, else on the day its document came out, else on no known day.
    """
    return [
        ToldClaim(
            claim=claim,
            document_id=article.document.id,
            document_name=analysis.page.name,
            text=analysis.page.text,
            outlet=article.document.outlet,
            told_on=next(
                (link.told.start for link in reversed(claim.chain) if link.told is not None and link.told.start),
                article.document.published.day,
            ),
        )
        for analysis in analyses
        for article in analysis.articles
        for claim in article.claims
    ]


def find_events(claims: Iterable[ToldClaim]) -> list[Event]:
    """Find the happenings that the claims speak of.

    Args:
        claims: From any number of documents, in any order; the order changes nothing.

    Returns:
        Events by the id of their document, then by place in its text. A STATE claim (membership, control,
        identity) tells of no happening and stands in none. Empty when there are none.

    Source:
        Guideline, "Events across documents".
    """
    told = [one for one in claims if one.claim.type != "STATE"]
    told.sort(key=lambda one: (one.document_id, one.claim.span, one.claim.id))
    return [_alone(one) for one in told]


def _alone(told: ToldClaim) -> Event:
    claim = told.claim
    return Event(
        id=content_id("evt", claim.id),
        type=claim.type,
        subtype=claim.subtype,
        claims=(told,),
        time=_event_time(claim.time),
        place=claim.place.place if claim.place else None,
    )


def _event_time(time: Timex | None) -> EventTime | None:
    if time is None or (time.start is None and time.end is None):
        return None
    return EventTime(start=time.start, end=time.end, precision=time.precision)
