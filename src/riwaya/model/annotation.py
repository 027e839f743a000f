"""Annotation: a document with everything the annotate stage saw in it."""

from __future__ import annotations

from dataclasses import field

from riwaya.model.document import Document
from riwaya.model.figure import Quantity
from riwaya.model.mention import Mention
from riwaya.model.place import PlaceMention
from riwaya.model.placing import Placing
from riwaya.model.record import record
from riwaya.model.timex import Timex
from riwaya.model.word import FACTS, Readings, Token


@record
class Annotation:
    """Tokens of the body (furniture left out) and what stands over them, all in text order."""

    document: Document
    tokens: tuple[Token, ...]
    forms: tuple[str, ...]
    """Folded form of each token."""
    readings: tuple[Readings, ...]
    """What each token may be, likeliest first; empty for unknown words and marks."""
    phrases: tuple[int, ...]
    """Length in tokens of the multiword entry that starts at each token, else 1."""
    sentences: tuple[tuple[int, int], ...]
    """Token ranges, half-open."""
    quotes: tuple[tuple[int, int], ...]
    """Token ranges between quotation marks, marks left out, half-open."""
    mentions: tuple[Mention, ...]
    times: tuple[Timex, ...]
    quantities: tuple[Quantity, ...]
    places: tuple[PlaceMention, ...]
    placing: Placing = field(repr=False, compare=False)
    """Which tokens lie under a span."""
    # What several stages ask by token; they share no code, so it is told here, once.
    mention_from: dict[int, Mention] = field(init=False, repr=False, compare=False)
    """Mentions by their first token."""
    mention_over: dict[int, Mention] = field(init=False, repr=False, compare=False)
    """Mentions by every token they cover."""

    _that: dict[str, list[int]] = field(init=False, repr=False, compare=False)
    """The tokens that each fact holds for."""

    def tokens_that(self, fact: str) -> list[int]:
        """Give the indexes of the tokens whose readings hold one of `FACTS` (``tells``, ``happens`` …), in order; leave the list as it is."""
        return self._that[fact]

    def __post_init__(self) -> None:
        """Order the mentions by token, and the tokens by what they may be."""
        object.__setattr__(self, "mention_from", {m.first: m for m in self.mentions})
        over = {k: m for m in self.mentions for k in range(m.first, m.last + 1)}
        object.__setattr__(self, "mention_over", over)
        that: dict[str, list[int]] = {fact: [] for fact in FACTS}
        for at, readings in enumerate(self.readings):
            if readings:  # nothing is known of half of all words
                for fact in readings.facts:
                    that[fact].append(at)
        object.__setattr__(self, "_that", that)
