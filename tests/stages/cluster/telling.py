"""Documents with claims, made without a reader: what the tests of clustering tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from riwaya.model.actor import Actor, Participant
from riwaya.model.claim import Claim
from riwaya.model.event import ToldClaim
from riwaya.model.figure import Figure
from riwaya.model.ids import content_id
from riwaya.model.place import Place, PlaceMention
from riwaya.model.span import Span
from riwaya.model.timex import Timex
from tests.make import make_claim

DAY = date(2024, 7, 27)
TOWNS = {"Alif": (18.0, 1.0), "Ba": (18.05, 1.05), "Jim": (21.0, 4.0), "Dal": (10.0, 30.0)}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One sentence that holds one claim: its words are the sentence, its head the word in ``head``."""

    words: str
    head: str
    type: str = "ASSAULT"
    subtype: str | None = "attack"
    day: date | None = None
    place: str | None = None
    agents: Sequence[str] = ()
    targets: Sequence[str] = ()
    killed: int | None = None
    extra: dict[str, Any] = field(default_factory=dict)


def make_town(name: str, precision: str = "town") -> Place:
    """Give one of the towns."""
    lat, lon = TOWNS[name]
    return Place(
        id=f"t:{name}", name=name, lat=lat, lon=lon, precision=precision, relation="in",
        radius_km=10.0 if precision == "town" else 150.0, country="ML", why="test",
    )  # fmt: skip


def make_actor(name: str) -> Actor:
    """Give an actor of the registry; one that begins with a question mark is known to nobody."""
    return Actor(id=None if name.startswith("?") else name, name=name.lstrip("?"), kind="militant-group")


def tell(name: str, *lines: Line, told_on: date | None = DAY) -> list[ToldClaim]:
    """Give the claims of a document, a sentence each."""
    text = ""
    claims: list[Claim] = []
    for line in lines:
        start = len(text)
        text += line.words + ". "
        claims.append(_claim(line, start, name))
    return [
        ToldClaim(
            claim=claim, document_id=content_id("doc", name), document_name=f"{name}.txt", text=text, told_on=told_on
        )
        for claim in claims
    ]


def _claim(line: Line, start: int, name: str) -> Claim:
    span = Span(start, start + len(line.words))
    at = start + line.words.index(line.head)
    head = Span(at, at + len(line.head))

    def taking_part(names: Sequence[str]) -> tuple[Participant, ...]:
        return tuple(Participant(actor=make_actor(one), span=head) for one in names)

    values: dict[str, Any] = {
        "id": content_id("clm", name, start),
        "span": span,
        "trigger": head,
        "type": line.type,
        "subtype": line.subtype,
        "chain": (),
        "agents": taking_part(line.agents),
        "targets": taking_part(line.targets),
        "figures": () if line.killed is None else (
            Figure(measure="killed", low=line.killed, high=line.killed, about=False, span=head),
        ),
        "time": None if line.day is None else Timex(
            span=head, start=line.day, end=line.day, precision="day", value="day", basis="stated"
        ),
        "place": None if line.place is None else PlaceMention(span=head, place=make_town(line.place)),
    }  # fmt: skip
    return make_claim(**(values | line.extra))
