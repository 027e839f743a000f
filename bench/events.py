"""How finding events grows: claims made up with the skew of news, 10 thousand to 1 million of them."""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter
from typing import Any

from riwaya.model.actor import Actor, Participant
from riwaya.model.claim import Claim
from riwaya.model.event import ToldClaim
from riwaya.model.figure import Figure
from riwaya.model.place import Place, PlaceMention
from riwaya.model.span import Span
from riwaya.model.timex import Timex
from riwaya.stages.cluster import stream_events

SIZES = (10_000, 100_000)
FULL = (10_000, 100_000, 1_000_000)
_CLAIMS_PER_DOCUMENT = 8
_TOWNS, _ACTORS = 3_000, 400
_PER_DAY = 400
"""Claims of a day: a ledger of a million covers seven years."""
_HEADS = (("kill", "قتل"), ("attack", "الهجوم"), ("bombing", "انفجار"), ("clash", "اشتباكات"), ("strike", "غارة"))
_FIRST = date(2018, 1, 1)


def measure_events(sizes: tuple[int, ...] = SIZES) -> dict[str, Any]:
    """Give seconds, microseconds a claim and peak memory at each size, and how the cost of a claim grows."""
    seconds: dict[str, float] = {}
    per_claim: dict[str, float] = {}
    found: dict[str, int] = {}
    peaks: dict[str, int] = {}
    for size in sizes:
        began = time.process_time()
        for _ in make_documents(size):
            pass
        making = time.process_time() - began
        began = time.process_time()
        events = sum(1 for _ in stream_events(make_documents(size)))
        took = time.process_time() - began - making
        name = f"{size:,}"
        seconds[name] = round(took, 2)
        per_claim[name] = round(1e6 * took / size, 1)
        found[name] = events
        peaks[name] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    values = list(per_claim.values())
    growth = round(values[-1] / values[0], 2)
    return {
        "seconds": seconds,
        "microseconds_per_claim": per_claim,
        "events": found,
        "growth": growth,
        "growth_target": 1.5,
        "peak_mb": peaks,
        "holds": growth <= 1.5,
    }


def make_documents(count: int, seed: int = 1) -> Iterator[list[ToldClaim]]:
    """Give the same claims a document at a time."""
    for _, claims in groupby(make_claims(count, seed), key=attrgetter("document_id")):
        yield list(claims)


def make_claims(count: int, seed: int = 1) -> Iterator[ToldClaim]:
    """Give made-up claims: a few towns and actors make most of the news, papers tell each attack more than once."""
    dice = random.Random(seed)
    towns = [_town(number) for number in range(_TOWNS)]
    actors = [Actor(id=f"actor-{n}", name=f"Actor {n}", kind="militant-group") for n in range(_ACTORS)]
    happenings: list[tuple[date, Place, Actor, Actor, int]] = []
    for document in range(count // _CLAIMS_PER_DOCUMENT):
        day = _FIRST + timedelta(days=document * _CLAIMS_PER_DOCUMENT // _PER_DAY)
        lines: list[tuple[date, Place, Actor, Actor, int]] = []
        while len(lines) < 3:
            if happenings and dice.random() < 0.6:
                lines.append(happenings[-1 - min(len(happenings) - 1, int(dice.expovariate(1 / 20)))])
            else:
                one = (day - timedelta(days=dice.randrange(3)), _skewed(dice, towns), _skewed(dice, actors),
                       _skewed(dice, actors), 1 + int(dice.expovariate(1 / 8)))  # fmt: skip
                happenings.append(one)
                lines.append(one)
        yield from _document(document, day, lines, dice)


def _skewed(dice: random.Random, things: list[Any]) -> Any:
    """Pick by a law of powers: the first is picked a tenth of the time."""
    return things[min(len(things) - 1, int(len(things) ** dice.random()) - 1)]


def _town(number: int) -> Place:
    dice = random.Random(number)
    return Place(
        id=f"t{number}", name=f"Town {number}", lat=dice.uniform(5, 35), lon=dice.uniform(-10, 60), precision="town",
        relation="in", radius_km=10.0, country="XX", why="made up",
    )  # fmt: skip


def _document(
    number: int, day: date, lines: list[tuple[date, Place, Actor, Actor, int]], dice: random.Random
) -> Iterator[ToldClaim]:
    text = ""
    made: list[ToldClaim] = []
    for at in range(_CLAIMS_PER_DOCUMENT):
        on, place, agent, target, killed = lines[at * len(lines) // _CLAIMS_PER_DOCUMENT]
        subtype, head = dice.choice(_HEADS)
        words = f"{head} {dice.randrange(10_000)} رجال {dice.randrange(10_000)} عند النهر {place.name}"
        start = len(text)
        text += words + ". "
        first = at * len(lines) % _CLAIMS_PER_DOCUMENT < len(lines)
        claim = _claim(f"clm_{number:08}{at:02}", start, words, head, subtype)
        if first:
            span = claim.trigger
            claim = replace(
                claim,
                time=Timex(span=span, start=on, end=on, precision="day", value="day", basis="stated"),
                place=PlaceMention(span=span, place=place),
                agents=(Participant(actor=agent, span=span),),
                targets=(Participant(actor=target, span=span),),
                figures=(Figure(measure="killed", low=killed, high=killed, about=False, span=span, of=target),),
            )
        made.append(
            ToldClaim(claim=claim, document_id=f"doc_{number:08}", document_name=f"{number}.txt", text="", told_on=day)
        )
    for told in made:
        yield replace(told, text=text)


def _claim(name: str, start: int, words: str, head: str, subtype: str) -> Claim:
    span = Span(start, start + len(words))
    return Claim(
        id=name, span=span, trigger=Span(start, start + len(head)), type="ASSAULT", subtype=subtype, polarity="affirmed",
        certainty="stated", chain=(), agents=(), targets=(), figures=(), time=None, place=None, why=(),
    )  # fmt: skip


if __name__ == "__main__":
    import json
    import sys

    sys.stdout.write(json.dumps(measure_events(FULL if "--full" in sys.argv else SIZES), indent=1) + "\n")
