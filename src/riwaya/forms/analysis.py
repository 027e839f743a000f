"""Turn an analysis into its public form."""

from __future__ import annotations

from datetime import date

from riwaya.forms.types import (
    ANALYSIS_SCHEMA,
    ActorForm,
    AnalysisForm,
    ArticleForm,
    ClaimForm,
    FigureForm,
    LinkForm,
    ParticipantForm,
    PlaceForm,
    SpanForm,
    TimeForm,
    ToldForm,
)
from riwaya.model.actor import Actor, Participant
from riwaya.model.analysis import Analysis, Article
from riwaya.model.attribution import Attribution
from riwaya.model.claim import Claim
from riwaya.model.figure import Figure
from riwaya.model.place import PlaceMention
from riwaya.model.span import Span
from riwaya.model.timex import Timex


def analysis_form(analysis: Analysis) -> AnalysisForm:
    """Give the JSON object `riwaya.analysis/1`: dicts, lists, strings, numbers, booleans and None.

    Source:
        The public form is described by `riwaya schema analysis`.
    """
    page = analysis.page
    warnings = dict.fromkeys((*page.warnings, *analysis.warnings))
    return {
        "schema": ANALYSIS_SCHEMA,
        "input": {"name": page.name, "sha256": page.sha256, "characters": len(page.text)},
        "text": page.text if page.is_html else None,
        "articles": [_article(article, page.text) for article in analysis.articles],
        "warnings": [{"code": one.code, "message": one.message} for one in warnings],
    }


def _article(article: Article, text: str) -> ArticleForm:
    document = article.document
    outlet = document.outlet
    published = document.published
    return {
        "id": document.id,
        "role": document.role,
        "language": document.language,
        "title": _maybe_span(document.title, text),
        "section": _maybe_span(document.section, text),
        "byline": _maybe_span(document.byline, text),
        "dateline": _maybe_span(document.dateline, text),
        "outlet": {"id": outlet.id, "name": outlet.name} if outlet else None,
        "published": {
            "start": _day(published.start),
            "end": _day(published.end),
            "basis": published.basis,
            "why": published.why,
        },
        "body": _span(document.body, text),
        "claims": [claim_form(claim, text) for claim in article.claims],
    }


def claim_form(claim: Claim, text: str) -> ClaimForm:
    """Give one claim; its spans point into ``text``."""
    return {
        "id": claim.id,
        "span": _span(claim.span, text),
        "trigger": _span(claim.trigger, text),
        "type": claim.type,
        "subtype": claim.subtype,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "chain": [_link(link, text) for link in claim.chain],
        "agents": [_participant(one, text) for one in claim.agents],
        "targets": [_participant(one, text) for one in claim.targets],
        "figures": [_figure(figure, text) for figure in claim.figures],
        "time": _time(claim.time, text) if claim.time else None,
        "place": _place(claim.place, text) if claim.place else None,
        "why": list(claim.why),
    }


def _link(link: Attribution, text: str) -> LinkForm:
    return {
        "source": _actor(link.source),
        "span": _span(link.span, text),
        "verb": {"text": link.verb.text, "stance": link.verb.stance} if link.verb else None,
        "channel": link.channel,
        "told": _told(link.told, text) if link.told else None,
    }


def _told(told: Timex, text: str) -> ToldForm:
    return {"start": _day(told.start), "end": _day(told.end), "span": _span(told.span, text)}


def _participant(participant: Participant, text: str) -> ParticipantForm:
    return {"actor": _actor(participant.actor), "span": _span(participant.span, text)}


def _figure(figure: Figure, text: str) -> FigureForm:
    of = figure.of
    return {
        "measure": figure.measure,
        "low": figure.low,
        "high": figure.high,
        "about": figure.about,
        "span": _span(figure.span, text),
        "of": {"actor": {"id": of.id, "name": of.name}, "span": _maybe_span(figure.of_span, text)} if of else None,
    }


def _time(time: Timex, text: str) -> TimeForm:
    form: TimeForm = {
        "start": _day(time.start),
        "end": _day(time.end),
        "precision": time.precision,
        "span": _span(time.span, text),
    }
    if time.inherited:
        form["inherited"] = True
    return form


def _place(mention: PlaceMention, text: str) -> PlaceForm:
    place = mention.place
    form: PlaceForm = {
        "id": place.id,
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
        "relation": place.relation,
        "span": _span(mention.span, text),
    }
    if mention.inherited:
        form["inherited"] = True
    return form


def _actor(actor: Actor) -> ActorForm:
    return {"id": actor.id, "name": actor.name, "kind": actor.kind}


def _span(span: Span, text: str) -> SpanForm:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _maybe_span(span: Span | None, text: str) -> SpanForm | None:
    return _span(span, text) if span is not None else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
