"""Follow the happenings through one document: which of its claims speak of the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from riwaya.model.event import ToldClaim
from riwaya.stages.cluster.joining import Standing, score_joining
from riwaya.stages.cluster.kinds import OUTCOME_ALONE, score_kinds
from riwaya.stages.cluster.pointing import is_there, speaks_of
from riwaya.stages.cluster.reasons import Reasons
from riwaya.stages.cluster.strand import Strand
from riwaya.stages.cluster.traits import Traits, read_traits
from riwaya.stages.cluster.words import Words

THRESHOLD = 2.25
"""Points that a claim needs to go on with a strand: more than any one tie gives that is not the text's own («names it again»)."""
_LEAD, _RECENT = 6, 24
"""Strands looked at: those that the article opened with, and the latest. What lies between nobody comes back to without a name."""


def find_strands(claims: Iterable[ToldClaim], words: Words | None = None) -> list[Strand]:
    """Follow the happenings of one document.

    Args:
        claims: All claims of the document, in any order; a STATE claim tells of no happening and is left out.
        words: The words about the others; read when left out.

    Returns:
        Strands in the order in which the text opens them; each claim in one.
    """
    told = find_deeds(claims)
    told.sort(key=lambda one: (one.claim.trigger, one.claim.span, one.claim.id))
    by_family: dict[str, list[Strand]] = {}
    found: list[Strand] = []
    for one in read_traits(told, words):
        strands = by_family.setdefault(one.family, [])
        best = _best(one, strands)
        if best is None:
            strand = Strand(one)
            strands.append(strand)
            found.append(strand)
        else:
            best[0].add(one, best[1].words())
    return found


def find_deeds(claims: Iterable[ToldClaim]) -> list[ToldClaim]:
    """Give the claims that tell of a happening, in their order."""
    return [one for one in claims if one.claim.type != "STATE"]


def _best(one: Traits, strands: Sequence[Strand]) -> tuple[Strand, Reasons] | None:
    """Give the strand that a claim goes on with, the one spoken of last where two are as good; None where it opens one."""
    best: tuple[Strand, Reasons] | None = None
    seen = list(_within_sight(strands))
    known = _Known(
        current=_current(one, seen),
        settled=_only([strand for strand in strands if strand.own_days or strand.own_places]),
        there=_only([strand for strand in seen if is_there(one, strand)]),
    )
    for strand in seen:
        standing = Standing(
            current=strand is known.current, only=strand is known.settled, only_there=strand is known.there
        )
        reasons = score_joining(one, strand, standing)
        if reasons.total >= THRESHOLD and (best is None or reasons.total > best[1].total):
            best = strand, reasons
    return best


class _Known(NamedTuple):
    """What of all strands so far a claim finds."""

    current: Strand | None
    settled: Strand | None
    there: Strand | None


def _only(strands: Sequence[Strand]) -> Strand | None:
    return strands[0] if len(strands) == 1 else None


def _current(one: Traits, seen: Sequence[Strand]) -> Strand | None:
    """Give the strand that was spoken of last, of which a claim may be: that of the thing named right before it, if any is."""
    for strand in seen:
        if speaks_of(one, strand):
            return strand
    for strand in seen:
        if not one.kinds <= OUTCOME_ALONE or score_kinds(one.kinds, strand.kinds) >= 0:
            return strand
    return None


def _within_sight(strands: Sequence[Strand]) -> Iterator[Strand]:
    """Give the strands that a claim may go on with, the one spoken of last first."""
    if len(strands) <= _LEAD + _RECENT:
        yield from sorted(strands, key=lambda strand: -strand.last)
        return
    seen = [*strands[:_LEAD], *strands[-_RECENT:]]
    yield from sorted(seen, key=lambda strand: -strand.last)
