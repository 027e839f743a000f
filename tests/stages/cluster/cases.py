"""Small cases of happenings told, in a notation of one line a claim (`cases.toml`).

    paper day: words with the [head] marked | TYPE.subtype | on 11 | at Alif | by red | to blue | killed 9 of blue | says desk < red

``on`` and ``at`` name a day of March 2031 (``on 9-14``, or a year, ``on 2029``) and a place of `PLACES`; with ``~`` before them they are
carried over from elsewhere in the text. ``says`` is the chain, outermost first. ``thing`` is a
word of the line that is hit, ``denies`` needs no value.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from riwaya.model.actor import Actor, Participant
from riwaya.model.attribution import Attribution, Cue
from riwaya.model.claim import Claim
from riwaya.model.event import ToldClaim
from riwaya.model.figure import MEASURES, Figure
from riwaya.model.ids import content_id
from riwaya.model.place import Place, PlaceMention
from riwaya.model.span import Span
from riwaya.model.timex import Timex
from tests.make import make_claim

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf8"))["case"]
PLACES: dict[str, tuple[str, float | None, float | None, float | None]] = {
    "Alif": ("town", 18.0, 1.0, 10.0), "Ba": ("town", 18.4, 1.3, 10.0), "Jim": ("town", 21.0, 4.0, 10.0),
    "Alifa": ("region", 18.1, 1.1, 60.0), "Jima": ("region", 20.9, 4.1, 60.0), "Hamra": ("region", 19.0, 2.2, 60.0),
    "Ha": ("unknown", None, None, None), "Waw": ("unknown", None, None, None), "Land": ("country", 19.0, 2.0, 600.0),
    "Ridge": ("district", 18.05, 1.05, 15.0), "Valley": ("district", 18.35, 0.7, 15.0),
    "Front": ("area", 19.0, 2.0, 300.0), "Ta": ("town", 18.05, 1.05, 10.0), "Kaf": ("town", 25.0, 9.0, 20.0),
    "Mim": ("town", 25.02, 9.02, 5.0), "Nun": ("town", 24.96, 8.97, 5.0),
}  # fmt: skip
"""Precision, point and reach; Alif and Ba lie 55 km apart, both within Alifa's reach; Ha and Waw are in no gazetteer.

Ta lies 8 km from Alif; Mim and Nun are quarters of the city Kaf, 8 km apart.
"""


def read_case(lines: str) -> list[ToldClaim]:
    """Give the claims of a case in the order of its lines, documents as the lines name them."""
    heard = [line.strip() for line in lines.strip().splitlines()]
    texts: dict[str, str] = {}
    made: list[tuple[str, date, Claim]] = []
    for line in heard:
        where, _, rest = line.partition(": ")
        paper, day = where.split()
        before = texts.get(paper, "")
        words, *fields = [part.strip() for part in rest.split(" | ")]
        made.append((paper, _day(day), _claim(paper, len(before), words, fields)))
        texts[paper] = before + words.replace("[", "").replace("]", "") + ". "
    return [
        ToldClaim(
            claim=claim, document_id=content_id("doc", paper), document_name=paper, text=texts[paper], told_on=day
        )
        for paper, day, claim in made
    ]


def _day(number: str) -> date:
    return date(2031, 3, int(number))


def _claim(paper: str, start: int, marked: str, fields: Sequence[str]) -> Claim:
    first = marked.index("[")
    head = Span(start + first, start + marked.index("]") - 1)
    values: dict[str, Any] = {
        "id": content_id("clm", paper, start), "span": Span(start, start + len(marked) - 2), "trigger": head,
        "subtype": None, "chain": (), "agents": (), "targets": (), "figures": (), "time": None, "place": None,
        "words": marked.replace("[", "").replace("]", ""),
    }  # fmt: skip
    for field in fields:
        _read_field(field, head, values)
    del values["words"]
    return make_claim(**values)


def _read_field(field: str, head: Span, values: dict[str, Any]) -> None:
    name, _, rest = field.partition(" ")
    carried, name = name.startswith("~"), name.removeprefix("~")
    if name == "on":
        values["time"] = _time(rest, head, carried)
    elif name == "at":
        values["place"] = PlaceMention(span=head, place=_place(rest), inherited=carried)
    elif name in ("by", "to"):
        roles = tuple(Participant(actor=_actor(one), span=head) for one in rest.split(", "))
        values["agents" if name == "by" else "targets"] = roles
    elif name == "thing":
        at = values["span"].start + values["words"].index(rest)
        thing = Actor(id=None, name=rest, kind="thing")
        values["targets"] = (*values["targets"], Participant(actor=thing, span=Span(at, at + len(rest))))
    elif name == "says":
        values["chain"] = tuple(
            Attribution(source=_actor(one), span=head, verb=Cue(text="قال", stance="neutral", span=head))
            for one in rest.split(" < ")
        )
    elif name == "denies":
        values["polarity"] = "denied"
    elif name in MEASURES:
        values["figures"] = (*values["figures"], _figure(name, rest, head))
    else:
        type_, _, subtype = field.partition(".")
        values["type"], values["subtype"] = type_, subtype or None


def _time(words: str, head: Span, carried: bool) -> Timex:
    if words.isdigit() and int(words) > 31:  # no day of a month
        start, end, precision = date(int(words), 1, 1), date(int(words), 12, 31), "year"
    else:
        first, _, last = words.partition("-")
        start, end, precision = _day(first), _day(last or first), "day"
    return Timex(span=head, start=start, end=end, precision=precision, value=words, basis="stated", inherited=carried)


def _place(name: str) -> Place:
    road, _, name = name.rpartition("-")
    precision, lat, lon, radius = PLACES[name]
    known = precision != "unknown"
    return Place(
        id=f"t:{name}" if known else None, name=name, lat=lat, lon=lon, precision=precision, relation=road or "in",
        radius_km=radius, country="ML" if known else None, why="case",
    )  # fmt: skip


def _actor(name: str) -> Actor:
    known = not name.startswith("?")
    return Actor(id=name if known else None, name=name.lstrip("?"), kind="militant-group" if known else "people")


def _figure(measure: str, words: str, head: Span) -> Figure:
    number, _, of = words.partition(" of ")
    low, _, high = number.rstrip("+").partition("-")
    return Figure(
        measure=measure, low=int(low), high=None if number.endswith("+") else int(high or low), about=False, span=head,
        of=_actor(of) if of else None,
    )  # fmt: skip
