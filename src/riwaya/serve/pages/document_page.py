"""The page of a document, laid out: its words cut where marks begin and end, and a card for each claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from riwaya.model.actor import Actor
from riwaya.model.figure import Figure
from riwaya.serve.pages.marks import Layer, Region, Stretch, cut_text
from riwaya.serve.read.claims import ClaimPage
from riwaya.serve.read.document import Block, DocumentPage

_KINDS = {"title": "headline", "furniture": "skip"}
_FEWEST = 2
"""Letters that make a line of furniture worth showing apart."""
_ROLES = {
    "type": "trigger",
    "source": "source",
    "agent": "party",
    "target": "party",
    "figure": "number",
    "start": "time",
    "place": "place",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow:
    """One link of a chain, the outlet left out."""

    actor: Actor
    words: str
    verb: str
    stance: str
    channel: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRow:
    """Somebody in a role."""

    actor: Actor
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One figure with its words."""

    figure: Figure
    words: str
    of_words: str
    """That name those who are counted; empty where nobody is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A claim in words."""

    page: ClaimPage
    links: tuple[LinkRow, ...]
    """Outermost relay first, as the text nests them."""
    agents: tuple[PartRow, ...]
    targets: tuple[PartRow, ...]
    figures: tuple[FigureRow, ...]
    time_words: str
    place_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """What the template draws."""

    stretches: tuple[Stretch, ...]
    cards: tuple[Card, ...]


def lay_out_document(page: DocumentPage) -> DocumentView:
    """Lay out a document."""
    regions = [
        Region(block.runs[0].start, block.runs[-1].end, _kind_of(block), block.document or "")
        for block in page.blocks
        if block.runs
    ]
    shown = [one for one in page.claims if one.verdict != "rejected"]
    layers = [layer for one in shown for layer in _layers(one)]
    stretches = cut_text(page.text, _joined(page.text, regions), layers)
    return DocumentView(stretches=tuple(stretches), cards=tuple(lay_out_claim(one) for one in page.claims))


def _kind_of(block: Block) -> str:
    """Give what a block is; a dash or a colon between two lines of the head is no furniture that a reader looks at."""
    if block.part == "furniture" and sum(letter.isalnum() for run in block.runs for letter in run.words) < _FEWEST:
        return "body"
    return _KINDS.get(block.part, block.part)


def lay_out_claim(page: ClaimPage) -> Card:
    """Lay out one claim."""
    claim = page.claim
    words = {quote.field: " ".join(quote.words.split()) for quote in page.quotes}
    return Card(
        page=page,
        links=tuple(
            LinkRow(
                actor=link.source,
                words=words.get(f"source.{at}", ""),
                verb=link.verb.text if link.verb else "",
                stance=link.verb.stance if link.verb else "neutral",
                channel=link.channel,
            )
            for at, link in enumerate(claim.chain, 1)
        ),
        agents=tuple(
            PartRow(actor=one.actor, words=words.get(f"agent.{at}", "")) for at, one in enumerate(claim.agents, 1)
        ),
        targets=tuple(
            PartRow(actor=one.actor, words=words.get(f"target.{at}", "")) for at, one in enumerate(claim.targets, 1)
        ),
        figures=tuple(
            FigureRow(figure=one, words=words.get(f"figure.{at}", ""), of_words=words.get(f"figure.{at}.of", ""))
            for at, one in enumerate(claim.figures, 1)
        ),
        time_words=words.get("start", ""),
        place_words=words.get("place.name", ""),
    )


def _layers(one: ClaimPage) -> Iterable[Layer]:
    claim = one.claim
    yield Layer(claim.span.start, claim.span.end, claim.id, "words")
    for quote in one.quotes:
        role = "party" if quote.field.endswith(".of") else _ROLES.get(quote.field.partition(".")[0], "party")
        if claim.span.overlaps(quote.span):
            yield Layer(quote.span.start, quote.span.end, claim.id, role, is_denied=claim.polarity == "denied")


def _joined(text: str, regions: list[Region]) -> list[Region]:
    """Join neighbours of one kind over the blank lines between them, so that these are nobody's."""
    joined: list[Region] = []
    for one in sorted(regions, key=lambda region: region.start):
        last = joined[-1] if joined else None
        if last and (last.kind, last.name) == (one.kind, one.name) and not text[last.end : one.start].strip():
            joined[-1] = Region(last.start, one.end, one.kind, one.name)
        else:
            joined.append(one)
    return joined
