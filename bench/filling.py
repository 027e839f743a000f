"""Fill a ledger in bulk, for measuring only: many documents a transaction, nothing read."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bench.ledger import day_of, skewed
from riwaya.ledger.arrival import Arrival
from riwaya.ledger.engine import writing
from riwaya.ledger.events import Clusterer
from riwaya.ledger.identity import PageIds
from riwaya.ledger.journal import Journal
from riwaya.ledger.keeping import Keeping
from riwaya.ledger.store import Ledger
from riwaya.model.actor import Actor, Participant
from riwaya.model.analysis import Analysis, Article
from riwaya.model.claim import Claim
from riwaya.model.document import Hints
from riwaya.model.event import Event, EventTime, ToldClaim
from riwaya.model.ids import content_id
from riwaya.model.place import Place, PlaceMention
from riwaya.model.timex import Timex

_PLACES, _ACTORS, _OUTLETS = 2_000, 400, 60
_BATCH = 200
"""Documents a transaction."""


def fill_in_bulk(ledger: Ledger, model: Analysis, many: int, seed: int) -> None:
    """Fill a ledger with variants of one analysis until it has about so many claims."""
    chance = random.Random(seed)
    each = max(1, len(model.claims))
    run = ledger.new_run("bench")
    for first in range(0, many // each, _BATCH):
        with writing(ledger.engine) as connection:
            journal = Journal(connection, who="bench")
            number = run.start(journal)
            keeping = Keeping(connection, journal, _ALONE, number, run.engine.id)
            for at in range(first, min(first + _BATCH, many // each)):
                _keep(keeping, _vary(model, at, chance), at)
            keeping.settle()
        run.number = number
    with writing(ledger.engine) as connection:
        connection.exec_driver_sql("ANALYZE")


def _each_alone(claims: Iterable[ToldClaim]) -> list[Event]:
    """Give each claim an event of its own: what finding events costs is measured by itself (`bench.events`)."""
    return [
        Event(
            id=content_id("evt", told.claim.id),
            type=told.claim.type,
            subtype=told.claim.subtype,
            claims=(told,),
            time=EventTime(start=told.claim.time.start, end=told.claim.time.end, precision="day")
            if told.claim.time
            else None,
            place=told.claim.place.place if told.claim.place else None,
        )
        for told in claims
    ]


_ALONE = Clusterer(find_events=_each_alone)


def _keep(keeping: Keeping, analysis: Analysis, at: int) -> None:
    hints = Hints(published="2024-07-30", outlet=f"Outlet {at % _OUTLETS}", url=None, language="ar")
    raw = f"{at}\n{analysis.page.text}".encode()
    digest = hashlib.sha256(raw).hexdigest()
    ids = PageIds(raw=digest, page=content_id("pag", digest), reading=content_id("rdg", digest))
    keeping.keep(raw, analysis, Arrival(name=f"fill-{at}.txt", source="", place=None, hints=hints), ids, None)


def _vary(model: Analysis, at: int, chance: random.Random) -> Analysis:
    articles: list[Article] = []
    for article in model.articles:
        day = day_of(chance)
        home = replace(article.document, id=content_id("doc", article.document.id, at))
        claims = [_vary_claim(one, at, day, chance) for one in article.claims]
        articles.append(Article(document=home, claims=tuple(claims)))
    return replace(model, articles=tuple(articles))


def _vary_claim(claim: Claim, at: int, day: date, chance: random.Random) -> Claim:
    rank = skewed(chance, _PLACES)
    place = Place(
        id=f"bench:place-{rank}", name=f"Place {rank}", lat=rank % 120 - 60.0, lon=rank % 340 - 170.0, precision="town",
        relation="in", radius_km=10.0, country="ML", why="bench",
    )  # fmt: skip
    who = Actor(id=f"bench-actor-{skewed(chance, _ACTORS)}", name="Actor", kind="armed-group")
    whom = Actor(id=f"bench-actor-{skewed(chance, _ACTORS)}", name="Actor", kind="armed-group")
    time = Timex(span=claim.trigger, start=day, end=day, precision="day", value="", basis="stated")
    return replace(
        claim,
        id=content_id("clm", claim.id, at),
        time=time,
        place=PlaceMention(span=claim.span, place=place),
        agents=(Participant(actor=who, span=claim.span),),
        targets=(Participant(actor=whom, span=claim.span),),
    )
