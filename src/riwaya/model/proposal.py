"""What another reader proposes: a claim in the making, nothing of it believed before its words are found."""

from __future__ import annotations

from datetime import date

from riwaya.model.record import record


@record
class Quote:
    """Words that the reader says stand in the document, letter for letter."""

    text: str
    start: int | None = None
    """Code-point offset into the text of the page; None lets the words be looked for."""


@record
class ProposedActor:
    """Somebody who speaks, acts, suffers or is counted."""

    name: str
    """Canonical English name, or the best plain name."""
    quote: Quote
    id: str | None = None
    """Registry id, where the reader knows it."""
    kind: str = "unknown"
    """Kind, as in `packs/world/kinds.toml`."""


@record
class ProposedLink:
    """One link of the chain, outermost relay first."""

    source: ProposedActor
    verb: Quote | None = None
    stance: str = "neutral"
    channel: str | None = None


@record
class ProposedFigure:
    """How many people; bounds are inclusive, None is open."""

    measure: str
    quote: Quote
    low: int | None
    high: int | None
    about: bool = False
    of: ProposedActor | None = None


@record
class ProposedTime:
    """When it happened, first and last day inclusive."""

    quote: Quote
    start: date | None
    end: date | None
    precision: str = "day"


@record
class ProposedPlace:
    """Where it happened."""

    quote: Quote
    name: str
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str = "unknown"
    relation: str = "in"
    radius_km: float | None = None
    country: str | None = None


@record
class Proposal:
    """One claim as another reader would have it. Field for field what `Claim` is, with quotes for spans."""

    quote: Quote
    """The shortest words that state the happening."""
    trigger: Quote
    """The word inside them that names it."""
    type: str
    subtype: str | None = None
    polarity: str = "affirmed"
    certainty: str = "stated"
    chain: tuple[ProposedLink, ...] = ()
    agents: tuple[ProposedActor, ...] = ()
    targets: tuple[ProposedActor, ...] = ()
    figures: tuple[ProposedFigure, ...] = ()
    time: ProposedTime | None = None
    place: ProposedPlace | None = None
    why: tuple[str, ...] = ()
    """What the reader says for itself: model, prompt, rule."""
