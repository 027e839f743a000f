"""Builders of real, valid records: each gives one with sensible values, any of which a test may replace."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from riwaya.model.actor import Actor, Participant
from riwaya.model.analysis import Analysis, Article
from riwaya.model.attribution import Attribution, Cue
from riwaya.model.claim import Claim
from riwaya.model.document import Document, Outlet, Page
from riwaya.model.event import ToldClaim
from riwaya.model.figure import Figure
from riwaya.model.ids import content_id
from riwaya.model.place import Place, PlaceMention
from riwaya.model.span import Span
from riwaya.model.timex import Published, Timex

TITLE = "كمين على طريق الواحة"
SENTENCE = (
    "نقلت وكالة السهول عن جماعة الراية قولها في بيان إنها قتلت 20 على الأقل من عناصر فرقة الجبل "
    "قرب بلدة عين الرمل مساء السبت."
)
TEXT = f"{TITLE}\n\n{SENTENCE}\n"

AGENCY = Actor(id="suhul-agency", name="Suhul Agency", kind="news-agency")
GROUP = Actor(id="rayah-group", name="Rayah Group", kind="militant-group")
BRIGADE = Actor(id=None, name="Jabal Brigade", kind="armed-group")


def make_span(words: str, text: str = TEXT) -> Span:
    """Give the first place of some words in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def make_document(text: str = TEXT, **over: Any) -> Document:
    """Give an article that is the whole text, its first line the title."""
    end_of_title = text.find("\n\n")
    values: dict[str, Any] = {
        "id": content_id("doc", text),
        "page_name": "page.txt",
        "text": text,
        "role": "article",
        "language": "ar",
        "title": Span(0, end_of_title) if end_of_title > 0 else None,
        "body": Span(end_of_title + 2 if end_of_title > 0 else 0, len(text.rstrip())),
        "outlet": Outlet(id="sada-al-sahil", name="Sada al-Sahil"),
        "published": Published(start=date(2024, 7, 30), end=date(2024, 7, 30), basis="given", why="option"),
    }
    return Document(**(values | over))


def make_chain(text: str = TEXT) -> tuple[Attribution, ...]:
    """Give agency, then group."""
    said = Timex(
        span=make_span("مساء السبت", text),
        start=date(2024, 7, 27),
        end=date(2024, 7, 27),
        precision="day",
        value="weekday:sat",
        basis="publication_date",
    )
    return (
        Attribution(
            source=AGENCY,
            span=make_span("وكالة السهول", text),
            verb=Cue(text="نقلت", stance="neutral", span=make_span("نقلت", text)),
        ),
        Attribution(
            source=GROUP,
            span=make_span("جماعة الراية", text),
            verb=Cue(text="قولها", stance="assert", span=make_span("قولها", text)),
            channel="statement",
            told=said,
        ),
    )


def make_claim(text: str = TEXT, **over: Any) -> Claim:
    """Give the claim of SENTENCE with every field filled."""
    place = Place(
        id="riwaya:ayn-al-raml",
        name="Ayn al-Raml",
        lat=18.5,
        lon=1.25,
        precision="town",
        relation="near",
        radius_km=10.0,
        country="ML",
        why="cue: بلدة",
    )
    values: dict[str, Any] = {
        "id": content_id("clm", text, "قتلت"),
        "span": make_span("قتلت 20 على الأقل من عناصر فرقة الجبل قرب بلدة عين الرمل", text),
        "trigger": make_span("قتلت", text),
        "type": "ASSAULT",
        "subtype": "ambush",
        "polarity": "affirmed",
        "certainty": "stated",
        "chain": make_chain(text),
        "agents": (Participant(actor=GROUP, span=make_span("جماعة الراية", text)),),
        "targets": (Participant(actor=BRIGADE, span=make_span("عناصر فرقة الجبل", text)),),
        "figures": (
            Figure(
                measure="killed",
                low=20,
                high=None,
                about=False,
                span=make_span("20 على الأقل", text),
                of=BRIGADE,
                of_span=make_span("عناصر فرقة الجبل", text),
            ),
        ),
        "time": Timex(
            span=make_span("السبت", text),
            start=date(2024, 7, 27),
            end=date(2024, 7, 27),
            precision="day",
            value="weekday:sat",
            basis="publication_date",
        ),
        "place": PlaceMention(span=make_span("عين الرمل", text), place=place),
        "why": ("ar.trigger.kill", "ar.figure.at-least"),
    }
    return Claim(**(values | over))


def make_page(text: str = TEXT, **over: Any) -> Page:
    """Give a plain page."""
    values: dict[str, Any] = {
        "name": "page.txt",
        "sha256": hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest(),
        "text": text,
        "is_html": False,
        "encoding": "utf-8",
    }
    return Page(**(values | over))


def make_analysis(*claims: Claim, text: str = TEXT, **over: Any) -> Analysis:
    """Give an analysis of one article; with the claim of SENTENCE unless others are given."""
    found = claims or (make_claim(text),)
    page = over.pop("page", None) or make_page(text)
    document = over.pop("document", None) or make_document(text, page_name=page.name)
    return Analysis(page=page, articles=(Article(document=document, claims=found),), **over)


def make_told(claim: Claim | None = None, *, text: str = TEXT, **over: Any) -> ToldClaim:
    """Give a claim with its document."""
    values: dict[str, Any] = {
        "claim": claim or make_claim(text),
        "document_id": content_id("doc", text),
        "document_name": "page.txt",
        "text": text,
        "outlet": Outlet(id="sada-al-sahil", name="Sada al-Sahil"),
        "told_on": date(2024, 7, 27),
    }
    return ToldClaim(**(values | over))
