"""What tells that a page repeats another of its outlet: the same words, the same day, the same claims.

An outlet that prints one story under two addresses (for print, for phones, with a tail that counts readers) tells it
once. Another outlet that prints it relays it: its page is kept, and its claims are found to be copies where events are
formed (`riwaya.stages.cluster.copies`). A page that tells a new number in the old words is news and no repeat.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from riwaya.lang.normalize import fold_letters
from riwaya.ledger.arrival import Arrival
from riwaya.model.analysis import Analysis
from riwaya.stages.cluster.copies import Sketch, score_copy, sketch

REPEAT = 0.8
"""Resemblance from which on two pages of one outlet are one telling: a corrected comma, a line of links more."""
_KEYS = 4
_MOST = 200
"""Pages of one outlet that share a key: more is a template, and its key says nothing."""


@dataclass(frozen=True, slots=True)
class Told:
    """A page as it is compared with others of its outlet."""

    order: str
    """Pages that came first go before."""
    page: str
    facts: str
    packed: bytes
    """The sketch, 4 bytes a hash: as numbers of Python it is ten times as large, and all pages are held at once."""

    @property
    def sketch(self) -> Sketch:
        """Give the sketch of its words."""
        return tuple(array("I", self.packed))


def pack(hashes: Iterable[int]) -> bytes:
    """Give a sketch as it is held."""
    return array("I", hashes).tobytes()


def page_facts(analysis: Analysis, arrival: Arrival) -> tuple[str, Sketch, str]:
    """Give the outlet of a page, the sketch of its words, and a digest of its days and claims."""
    words: list[str] = []
    told: list[str] = []
    for article in analysis.articles:
        home = article.document
        words += fold_letters(home.body.of(home.text)).split()
        told.append(str(home.published.day or ""))
        for claim in article.claims:
            figures = [f"{one.measure}{one.low}-{one.high}" for one in claim.figures]
            told.append(" ".join((claim.type, claim.subtype or "", claim.polarity, *figures)))
    digest = hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]
    return _outlet_of(analysis, arrival), sketch(words), digest


def _outlet_of(analysis: Analysis, arrival: Arrival) -> str:
    if arrival.hints.url:
        host = urlsplit(arrival.hints.url).hostname or ""
        for prefix in ("www.", "m.", "amp.", "mobile."):
            host = host.removeprefix(prefix)
        if host:
            return host
    outlet = next((one.document.outlet for one in analysis.articles if one.document.outlet is not None), None)
    return (outlet.id or outlet.name) if outlet is not None else arrival.source


def find_repeats(pages: Sequence[Told]) -> dict[str, str]:
    """Find the pages of one outlet that repeat another of it.

    Args:
        pages: Of one outlet, in any order, which changes nothing.

    Returns:
        The page that is kept by each that repeats it: the first of those that are tied together.
    """
    ordered = sorted(pages, key=lambda one: one.order)
    rank = {one.page: at for at, one in enumerate(ordered)}
    kept: dict[str, str] = {}
    for one, other in _alike(ordered):
        first, later = sorted((_root(kept, one.page), _root(kept, other.page)), key=rank.__getitem__)
        if first != later:
            kept[later] = first
    return {page: _root(kept, page) for page in kept}


def _root(kept: Mapping[str, str], page: str) -> str:
    while page in kept:
        page = kept[page]
    return page


def _alike(ordered: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    blocks: dict[tuple[str, int], list[Told]] = {}
    for one in ordered:
        for value in one.sketch[:_KEYS]:
            blocks.setdefault((one.facts, value), []).append(one)
    for members in blocks.values():
        distinct: dict[bytes, Told] = {}
        for one in members:
            first = distinct.setdefault(one.packed, one)
            if first is not one:
                yield first, one
        several = list(distinct.values())
        if len(several) <= _MOST:
            for at, one in enumerate(several):
                for other in several[at + 1 :]:
                    if score_copy(one.sketch, other.sketch) >= REPEAT:
                        yield one, other
