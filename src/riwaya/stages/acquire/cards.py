"""Cards of related coverage: section and caption, title, one paragraph, «name (city)»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.lang.normalize import fold
from riwaya.model.span import Span
from riwaya.stages.acquire.blocks import Block
from riwaya.stages.acquire.layout import load_layout
from riwaya.stages.acquire.origin import Origin, find_origin

_HEAD_LINES = 5
_PARAGRAPHS = 2


@dataclass(frozen=True, slots=True)
class Card:
    """One card; ``last`` is the index of its last block."""

    body: Span
    title: Span | None
    section: Span | None
    origin: Origin
    last: int


def find_cards(blocks: Sequence[Block], at: int, text: str) -> list[Card]:
    """Give the cards after the heading at ``at``, in order; none where a plain list of links follows."""
    found: list[Card] = []
    low = at + 1
    while (card := _read_card(blocks, low, text)) is not None:
        found.append(card)
        low = card.last + 1
    return found


def _read_card(blocks: Sequence[Block], low: int, text: str) -> Card | None:
    for n in range(low, min(low + _HEAD_LINES, len(blocks))):
        block = blocks[n]
        if block.rule is not None:
            return None
        if not block.is_paragraph or _asks(block, blocks[n + 1 : n + 2]):
            continue
        for last in range(n + 1, min(n + 1 + _PARAGRAPHS, len(blocks))):
            origin = find_origin(blocks[last], text)
            if origin is not None and origin.dateline is not None:
                head = blocks[low:n]
                body = Span(block.span.start, blocks[last - 1].span.end)
                return Card(body, head[-1].span if head else None, _section(head), origin, last)
            if not blocks[last].is_paragraph:
                break
        return None
    return None


def _asks(block: Block, following: Sequence[Block]) -> bool:
    """Say whether a sentence-like line is a title in the form of a question."""
    return (
        block.words <= 20
        and block.text.rstrip("\"'»” ").endswith(("؟", "?", "!"))
        and any(b.is_paragraph for b in following)
    )


def _section(head: Sequence[Block]) -> Span | None:
    """Give the section's name at the start of the line that also holds the caption."""
    for block in head[:-1]:
        folded = fold(block.text)
        hit = load_layout().section.match(folded.text)
        if hit:
            span = folded.span(0, hit.end())
            return Span(block.span.start + span.start, block.span.start + span.end)
    return None
