"""Claims of an annotated page as records, so that accounts can be tested without reading."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from riwaya.lang.world import country_body, find_outlet, load_countries
from riwaya.model.actor import Actor, Participant
from riwaya.model.attribution import Attribution, Cue
from riwaya.model.claim import Claim
from riwaya.model.document import Outlet
from riwaya.model.event import Event, ToldClaim
from riwaya.model.figure import Figure
from riwaya.model.span import Span
from riwaya.stages.reconcile.kinship import load_kinship

PLAIN = {
    "two security sources": "anonymous",
    "Russian military bloggers": "anonymous",
    "convoy": "thing",
    "civilians": "civilians",
    "Russian forces in Mali": "armed-forces",
}
"""Names that the registry has not, with their kinds."""


def tell_gold(annotation: Path, page: Path) -> dict[str, ToldClaim]:
    """Give the claims of an annotation by their ids."""
    raw: dict[str, Any] = yaml.safe_load(annotation.read_text(encoding="utf8"))
    text = page.read_text(encoding="utf8")
    published = str(raw["articles"][0]["published"]["start"])
    found: dict[str, ToldClaim] = {}
    for item in raw["claims"]:
        start = text.index(item["quote"])
        span = Span(start, start + len(item["quote"]))
        head = text.index(item["head"], start)
        told = (item.get("told") or {}).get("start") or published
        found[item["id"]] = ToldClaim(
            claim=_claim(item, text, span, Span(head, head + len(item["head"]))),
            document_id=f"doc_{item['article']}",
            document_name=page.name,
            text=text,
            outlet=Outlet(id=None, name=raw["outlet"]),
            told_on=date.fromisoformat(str(told)),
        )
    return found


def gold_event(id_: str, told: dict[str, ToldClaim], events: Path, document: str) -> Event:
    """Give one event of the list of events, with the claims of one document."""
    for item in yaml.safe_load(events.read_text(encoding="utf8")):
        if item["id"] == id_:
            names = [one.partition(":")[2] for one in item["claims"] if one.startswith(f"{document}:")]
            return Event(id=id_, type="ASSAULT", subtype=None, claims=tuple(told[name] for name in names))
    raise KeyError(id_)


def _claim(item: dict[str, Any], text: str, span: Span, head: Span) -> Claim:
    def near(quote: str) -> Span:
        places = [at for at in range(len(text)) if text.startswith(quote, at)]
        start = min(places, key=lambda at: abs(at - head.start))
        return Span(start, start + len(quote))

    def participants(role: str) -> tuple[Participant, ...]:
        return tuple(Participant(actor=_actor(one["actor"]), span=near(one["quote"])) for one in item.get(role) or [])

    targets = participants("targets")
    figures: list[Figure] = []
    for one in item.get("figures") or []:
        of = near(one["of"]) if one.get("of") else None
        figures.append(
            Figure(
                measure=one["measure"],
                low=one["low"],
                high=one["high"],
                about=bool(one.get("about")),
                span=near(str(one["quote"])),
                of=_counted(one.get("of"), (*participants("agents"), *targets), text),
                of_span=of,
            )
        )
    return Claim(
        id=item["id"],
        span=span,
        trigger=head,
        type=item["type"],
        subtype=_subtype(item),
        polarity=item["polarity"],
        certainty=item["certainty"],
        chain=tuple(
            Attribution(
                source=_actor(one["actor"]), span=near(one["quote"]), verb=Cue(text="", stance="neutral", span=head)
            )
            for one in item["chain"]
        ),
        agents=participants("agents"),
        targets=targets,
        figures=tuple(figures),
        time=None,
        place=None,
        why=(),
    )


def _subtype(item: dict[str, Any]) -> str | None:
    if item["type"] == "STATE":
        return "identity"
    return "clash" if item["head"] in ("قاتلوا", "اشتباكات") else None


def _counted(words: str | None, known: tuple[Participant, ...], text: str) -> Actor | None:
    """Give the participant whose words say who is counted; a person by name where «قائد» does."""
    if words is None:
        return None
    if words.startswith("قائد"):
        return Actor(id=None, name="commander", kind="person")
    for one in known:
        quote = one.span.of(text)
        if quote in words or words in quote:
            return one.actor
    return known[0].actor if len(known) == 1 else None


def _actor(name: str) -> Actor:
    known = load_kinship().by_name.get(name.casefold())
    if known is not None:
        return known
    outlet = find_outlet(name)
    if outlet is not None:
        return outlet.actor()
    for country in load_countries():
        for body in ("armed-forces", "government"):
            actor = country_body(country, body)
            if actor.name == name:
                return actor
    return Actor(id=None, name=name, kind=PLAIN.get(name, "group"))
