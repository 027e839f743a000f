"""Who says it, through whom."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.model.actor import Actor
from riwaya.model.record import record
from riwaya.model.span import Span
from riwaya.model.timex import Timex

STANCES = ("neutral", "assert", "allege", "deny", "admit", "accuse", "warn", "threaten", "urge", "condemn",
           "claim-responsibility", "refuse", "doubt")  # fmt: skip


@record
class Cue:
    """The word that tells of telling, and how the teller stands to it."""

    text: str
    stance: str
    span: Span


@record
class Attribution:
    """One link of a chain."""

    source: Actor
    span: Span
    """The mention; the nearest full one where the text has a pronoun."""
    verb: Cue | None
    channel: str | None = None
    """statement, video, interview, social-media, press-conference ... where the text says."""
    told: Timex | None = None


Chain = tuple[Attribution, ...]
"""Outermost relay first, originator last; empty for the outlet's own voice."""


@record
class Frame:
    """One telling: the words that are told, and who tells them."""

    start: int
    """First token of what is told."""
    end: int
    """Half-open."""
    links: Chain
    """Who tells it, relay first; never empty."""
    cue: int
    """Index of the word of telling."""
    first: int
    """First token of the telling clause itself (source or cue, whichever comes first)."""
    last: int
    """Last token before what is told, of the telling clause."""
    stance: str
    rule: str
    act: str | None = None
    """PLOVER type, where the telling is itself a happening (call, threat, accusation)."""


@record
class Attributions:
    """All tellings of a document, in text order."""

    frames: tuple[Frame, ...]

    def around(self, index: int) -> tuple[Frame, ...]:
        """Give the tellings whose words hold token ``index``, outermost first; () is the outlet's own voice."""
        inside = [f for f in self.frames if f.start <= index < f.end]
        return tuple(sorted(inside, key=lambda f: (f.start, -f.end, f.cue)))

    def chain_at(self, index: int) -> Chain:
        """Give the chain of token ``index``, outermost relay first, nobody twice in a row."""
        return join_chains(frame.links for frame in self.around(index))


def join_chains(chains: Iterable[Chain]) -> Chain:
    """Give chains around each other as one, outermost first.

    Where a chain inside ends with whom one around it names, those through whom they say it stand before them.
    """
    joined: list[Attribution] = []
    for links in chains:
        if not joined and len(links) == 1:  # as most are
            joined.append(links[0])
            continue
        last = links[-1:]
        known = next((i for i, link in enumerate(joined) if last and _same_source(link, last[0])), len(joined))
        for link in links:
            if not any(_same_source(link, other) for other in joined):
                joined.insert(known, link)
                known += 1
    return tuple(joined)


def join_links(links: Iterable[Attribution]) -> Chain:
    """Give the links as a chain in which nobody follows themselves."""
    chain: list[Attribution] = []
    for link in links:
        if not any(_same_source(link, known) for known in chain):
            chain.append(link)
    return tuple(chain)


def _same_source(one: Attribution, other: Attribution) -> bool:
    if one.source.id is not None or other.source.id is not None:
        return one.source.id == other.source.id
    return one.span.overlaps(other.span)
