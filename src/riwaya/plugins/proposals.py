"""Check what another reader proposes against the words, and let in only what stands there letter for letter."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from riwaya.errors import PluginError, ProposalRejected
from riwaya.model.actor import Actor, Participant
from riwaya.model.attribution import STANCES, Attribution, Cue
from riwaya.model.claim import EVENT_TYPES, Claim
from riwaya.model.document import Document, Warning
from riwaya.model.figure import MEASURES, Figure
from riwaya.model.ids import content_id
from riwaya.model.place import Place, PlaceMention
from riwaya.model.proposal import (
    Proposal,
    ProposedActor,
    ProposedFigure,
    ProposedLink,
    ProposedPlace,
    ProposedTime,
)
from riwaya.model.timex import Timex
from riwaya.plugins.manager import Plugins
from riwaya.plugins.quotes import Quoting, find_quoting

ActorLookup = Callable[[str], Actor | None]
"""Gives the actor of a registry id, or None."""


def add_proposals(
    document: Document, claims: Sequence[Claim], plugins: Plugins, *, find_actor: ActorLookup | None = None
) -> tuple[list[Claim], list[Warning]]:
    """Add to the claims of a document what other readers propose and its words bear out.

    A proposal whose trigger, type and polarity are those of a claim already there adds nothing.

    Args:
        document: As acquired.
        claims: What Riwaya read in it.
        plugins: Those to ask.
        find_actor: Looks up the ids that readers give; without it they are believed.

    Returns:
        Claims in text order, and a warning for each proposal that was turned away and each reader that failed.
    """
    kept = list(claims)
    warnings: list[Warning] = []
    for reader, proposed in plugins.iter_proposals(document):
        if isinstance(proposed, PluginError):
            warnings.append(Warning(code=proposed.code, message=proposed.message))
            continue
        try:
            claim = check_proposal(document, proposed, reader=reader, find_actor=find_actor)
        except ProposalRejected as error:
            warnings.append(Warning(code=error.code, message=error.message))
            continue
        if not any(_is_same(claim, other) for other in kept):
            kept.append(claim)
    return sorted(kept, key=lambda claim: (claim.span, claim.trigger, claim.id)), warnings


def check_proposal(
    document: Document, proposed: object, *, reader: str, find_actor: ActorLookup | None = None
) -> Claim:
    """Turn a proposal into a claim.

    Args:
        document: The one it was made of.
        proposed: A `Proposal`, or a mapping of the same form.
        reader: Name of the plugin, kept in the claim's ``why``.
        find_actor: Looks up the ids that readers give; without it they are believed.

    Raises:
        ProposalRejected: A quote is not in the document letter for letter, stands at several places without saying
            which is meant, or a value is none of its vocabulary.
    """
    try:
        proposal = _shape(proposed)
        quoting = find_quoting(document, proposal.quote)
        return _claim(document, proposal, quoting, reader, find_actor)
    except ProposalRejected as error:
        raise ProposalRejected(f"Reader {reader}: {error.message}") from error


def _shape(proposed: object) -> Proposal:
    """Check the types of a proposal, so that nothing a language model writes can break what comes after."""
    try:
        if isinstance(proposed, Proposal):
            proposed = dataclasses.asdict(proposed)
        return _adapter().validate_python(proposed)
    except ValueError as error:  # pydantic's ValidationError is one
        first = str(error).splitlines()
        raise ProposalRejected(f"this is no proposal: {' '.join(line.strip() for line in first[1:3])}") from error


@cache
def _adapter() -> Any:
    # Imported here: reading without plugins need not pay for pydantic.
    from pydantic import TypeAdapter

    return TypeAdapter(Proposal)


def _claim(
    document: Document, proposal: Proposal, quoting: Quoting, reader: str, find_actor: ActorLookup | None
) -> Claim:
    trigger = quoting.find_within(proposal.trigger)
    make = _Maker(quoting, find_actor)
    return Claim(
        id=content_id("clm", document.id, quoting.claim, trigger, proposal.type, proposal.polarity, reader),
        span=quoting.claim,
        trigger=trigger,
        type=_word("type", proposal.type, EVENT_TYPES),
        subtype=proposal.subtype,
        polarity=_word("polarity", proposal.polarity, ("affirmed", "denied")),
        certainty=_word("certainty", proposal.certainty, ("stated", "hedged", "unknown")),
        chain=tuple(make.link(link) for link in proposal.chain),
        agents=tuple(make.participant(one) for one in proposal.agents),
        targets=tuple(make.participant(one) for one in proposal.targets),
        figures=tuple(make.figure(figure) for figure in proposal.figures),
        time=make.time(proposal.time) if proposal.time else None,
        place=make.place(proposal.place, reader) if proposal.place else None,
        why=(f"reader:{reader}", *proposal.why),
    )


@dataclasses.dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the parts of a claim out of the parts of a proposal."""

    quoting: Quoting
    find_actor: ActorLookup | None

    def actor(self, proposed: ProposedActor) -> Actor:
        if not proposed.name.strip():
            raise ProposalRejected("an actor has no name.")
        if proposed.id is None or self.find_actor is None:
            return Actor(id=proposed.id, name=proposed.name, kind=proposed.kind)
        known = self.find_actor(proposed.id)
        if known is None:
            raise ProposalRejected(f"no actor has the id {proposed.id!r}.")
        return known

    def participant(self, proposed: ProposedActor) -> Participant:
        return Participant(actor=self.actor(proposed), span=self.quoting.find(proposed.quote))

    def link(self, link: ProposedLink) -> Attribution:
        stance = _word("stance", link.stance, STANCES)
        verb = Cue(text=link.verb.text, stance=stance, span=self.quoting.find(link.verb)) if link.verb else None
        span = self.quoting.find(link.source.quote)
        return Attribution(source=self.actor(link.source), span=span, verb=verb, channel=link.channel)

    def figure(self, figure: ProposedFigure) -> Figure:
        bounds = [bound for bound in (figure.low, figure.high) if bound is not None]
        if not bounds or min(bounds) < 0 or bounds != sorted(bounds):
            raise ProposalRejected(f"a figure cannot run from {figure.low} to {figure.high}.")
        return Figure(
            measure=_word("measure", figure.measure, MEASURES),
            low=figure.low,
            high=figure.high,
            about=figure.about,
            span=self.quoting.find(figure.quote),
            of=self.actor(figure.of) if figure.of else None,
            of_span=self.quoting.find(figure.of.quote) if figure.of else None,
        )

    def time(self, time: ProposedTime) -> Timex:
        if time.start and time.end and time.start > time.end:
            raise ProposalRejected(f"a time cannot run from {time.start} to {time.end}.")
        days = (day.isoformat() if day else ".." for day in (time.start, time.end))
        return Timex(
            span=self.quoting.find(time.quote),
            start=time.start,
            end=time.end,
            precision=time.precision,
            value="/".join(days),
            basis="stated",
        )

    def place(self, place: ProposedPlace, reader: str) -> PlaceMention:
        if not (abs(place.lat or 0) <= 90 and abs(place.lon or 0) <= 180) or (place.lat is None) != (place.lon is None):
            raise ProposalRejected(f"{place.lat}, {place.lon} is no point on Earth.")
        found = Place(
            id=place.id,
            name=place.name,
            lat=place.lat,
            lon=place.lon,
            precision=place.precision,
            relation=place.relation,
            radius_km=place.radius_km,
            country=place.country,
            why=f"reader:{reader}",
        )
        return PlaceMention(span=self.quoting.find(place.quote), place=found)


def _word(field: str, word: str, vocabulary: Sequence[str]) -> str:
    if word not in vocabulary:
        raise ProposalRejected(f"{word!r} is no {field}.")
    return word


def _is_same(one: Claim, other: Claim) -> bool:
    return one.trigger.overlaps(other.trigger) and (one.type, one.polarity) == (other.type, other.polarity)
