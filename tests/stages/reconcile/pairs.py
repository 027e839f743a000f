"""Read the table of pairs: accounts in a line each, made into claims."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from riwaya.model.actor import Actor, Participant
from riwaya.model.attribution import Attribution, Cue
from riwaya.model.claim import Claim
from riwaya.model.document import Outlet
from riwaya.model.event import Event, ToldClaim
from riwaya.model.figure import Figure
from riwaya.model.ids import content_id
from riwaya.model.span import Span
from riwaya.stages.reconcile.kinship import Kinship

TABLE = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text(encoding="utf8"))
COERCED = ("capture", "abduct", "arrest", "displace", "missing")
CLAIM = re.compile(
    r"(?:@(?P<day>\d+) )?(?:(?P<how>denies|admits|hedged) )?(?P<subtype>[a-z]+)"
    r"(?: by (?P<by>[a-z+]+))?(?: to (?P<to>[a-z+]+))?"
)
FIGURE = re.compile(r"(?P<part>including )?(?P<measure>[a-z_]+) (?P<number>~?\d*(?:\.\.|-)?\d*)(?: of (?P<of>[a-z]+))?")


@dataclass
class Text:
    """The words of an account as they grow: every field of a claim must rest on some."""

    words: str = ""
    starts: dict[str, int] = field(default_factory=dict)

    def add(self, words: str) -> Span:
        start = len(self.words)
        self.words += words + " "
        return Span(start, start + len(words))


def actor(name: str) -> Actor:
    known = TABLE["world"][name]
    return Actor(id=None if known.get("plain") else name, name=name, kind=known["kind"])


def kinship() -> Kinship:
    world: dict[str, Any] = TABLE["world"]
    named = {name: actor(name) for name, known in world.items() if not known.get("plain")}
    return Kinship(
        parents={name: known["parent"] for name, known in world.items() if "parent" in known},
        actors=named,
        by_name=named,
        national=frozenset(),
    )


def event_of(*accounts: str) -> Event:
    told = [claim for number, line in enumerate(accounts) for claim in account_of(line, number)]
    return Event(id="evt_1", type="ASSAULT", subtype="ambush", claims=tuple(told))


def account_of(line: str, number: int = 0) -> list[ToldClaim]:
    who, _, claims = line.partition(": ")
    text = Text()
    made = [_claim(who, written, at, number, text) for at, written in enumerate(claims.split(" // "))]
    return [
        ToldClaim(
            claim=claim,
            document_id=f"doc_{number}",
            document_name=f"{number}.txt",
            text=text.words,
            outlet=Outlet(id="paper", name="The Paper"),
            told_on=date(2031, 3, day),
        )
        for claim, day in made
    ]


def _claim(who: str, written: str, at: int, number: int, text: Text) -> tuple[Claim, int]:
    head, _, figures = written.partition(" | ")
    told = CLAIM.fullmatch(head.strip())
    assert told, head
    subtype, how = told["subtype"], told["how"]
    start = len(text.words)
    source = text.add(who)
    trigger = text.add(subtype)
    stance = {"denies": "deny", "admits": "admit"}.get(how or "", "neutral")
    made = Claim(
        id=content_id("clm", who, written, at, number),
        span=Span(start, trigger.end),
        trigger=trigger,
        type="STATE" if subtype == "identity" else "COERCE" if subtype in COERCED else "ASSAULT",
        subtype=subtype,
        polarity="denied" if how == "denies" else "affirmed",
        certainty="hedged" if how == "hedged" else "stated",
        chain=(Attribution(source=actor(who), span=source, verb=Cue(text=stance, stance=stance, span=source)),),
        agents=_participants(told["by"], text),
        targets=_participants(told["to"], text),
        figures=tuple(_figure(one, text) for one in figures.split("; ") if one),
        time=None,
        place=None,
        why=(),
    )
    return made, int(told["day"] or 12)


def _participants(names: str | None, text: Text) -> tuple[Participant, ...]:
    return tuple(Participant(actor=actor(name), span=text.add(name)) for name in (names or "").split("+") if name)


def _figure(written: str, text: Text) -> Figure:
    if written.startswith("one "):
        span = text.add(written[4:])
        return Figure(measure="killed", low=1, high=1, about=False, span=span, of=actor(written[4:]), of_span=span)
    if written.startswith("losses of "):
        who = written.removeprefix("losses of ")
        span = text.add("خسائر")
        return Figure(
            measure="killed_or_wounded", low=1, high=None, about=False, span=span, of=actor(who), of_span=text.add(who)
        )
    told = FIGURE.fullmatch(written)
    assert told, written
    if told["part"]:
        text.add("بينهم")
    low, high = _bounds(told["number"].lstrip("~"))
    span = text.add(told["number"])
    return Figure(
        measure=told["measure"],
        low=low,
        high=high,
        about=told["number"].startswith("~"),
        span=span,
        of=actor(told["of"]) if told["of"] else None,
        of_span=text.add(told["of"]) if told["of"] else None,
    )


def _bounds(number: str) -> tuple[int | None, int | None]:
    for mark in ("..", "-"):
        if mark in number:
            low, _, high = number.partition(mark)
            return int(low) if low else None, int(high) if high else None
    return int(number), int(number)
