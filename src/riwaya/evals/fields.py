"""Is each field of a claim right, once the claim itself was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.evals.answers import AnsweredClaim, AnsweredFigure, AnsweredMention
from riwaya.evals.gold import GoldClaim, GoldFigure, GoldMention
from riwaya.evals.match import distance_km, is_same_mention


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldMarks:
    """What is right and wrong in one found claim. None: the annotation says nothing to compare with."""

    type: bool
    polarity: bool
    certainty: bool
    chain: bool
    originator: bool | None
    figures: tuple[bool, ...]
    """One mark per annotated figure, in order."""
    figures_read: int
    people: int
    """Annotated agents and targets that were found in their role."""
    people_gold: int
    people_read: int
    time: bool | None
    place: bool | None

    @property
    def figures_agree(self) -> bool:
        """Every annotated figure found and no other read."""
        return sum(self.figures) == len(self.figures) == self.figures_read

    @property
    def wrong(self) -> tuple[str, ...]:
        """Fields that keep the claim from being fully right, in the order in which they are reported."""
        marks = (
            ("polarity", self.polarity),
            ("chain", self.chain),
            ("figures", self.figures_agree),
            ("time", self.time is not False),
            ("place", self.place is not False),
        )
        return tuple(name for name, right in marks if not right)


def mark_fields(gold: GoldClaim, read: AnsweredClaim, text: str) -> FieldMarks:
    """Compare the fields of a claim with those of the annotated claim it was paired with."""
    roles = ((gold.agents, read.agents), (gold.targets, read.targets))
    return FieldMarks(
        type=read.type == gold.type,
        polarity=read.polarity == gold.polarity,
        certainty=read.certainty == gold.certainty,
        chain=_is_chain_right(gold, read, text),
        originator=_is_originator_right(gold, read, text),
        figures=_mark_figures(gold.figures, read.figures),
        figures_read=len(read.figures),
        people=sum(_count_people(wanted, named, text) for wanted, named in roles),
        people_gold=sum(len(wanted) for wanted, _ in roles),
        people_read=sum(len(named) for _, named in roles),
        time=_is_time_right(gold, read),
        place=_is_place_right(gold, read),
    )


def _is_chain_right(gold: GoldClaim, read: AnsweredClaim, text: str) -> bool:
    return len(gold.chain) == len(read.chain) and all(
        is_same_mention(wanted, link, text) for wanted, link in zip(gold.chain, read.chain, strict=True)
    )


def _is_originator_right(gold: GoldClaim, read: AnsweredClaim, text: str) -> bool | None:
    if not gold.chain:
        return None
    return bool(read.chain) and is_same_mention(gold.chain[-1], read.chain[-1], text)


def _mark_figures(gold: Sequence[GoldFigure], read: Sequence[AnsweredFigure]) -> tuple[bool, ...]:
    """Mark each annotated figure; every figure read serves once, the first that fits."""
    free = list(read)
    marks: list[bool] = []
    for wanted in gold:
        hit = next((position for position, figure in enumerate(free) if _is_same_figure(wanted, figure)), None)
        marks.append(hit is not None)
        if hit is not None:
            del free[hit]
    return tuple(marks)


def _is_same_figure(gold: GoldFigure, read: AnsweredFigure) -> bool:
    stands_there = read.span is None or gold.span is None or read.span.overlaps(gold.span)
    return stands_there and (read.measure, read.low, read.high) == (gold.measure, gold.low, gold.high)


def _count_people(gold: Sequence[GoldMention], read: Sequence[AnsweredMention], text: str) -> int:
    free = list(read)
    for wanted in gold:
        hit = next((position for position, named in enumerate(free) if is_same_mention(wanted, named, text)), None)
        if hit is not None:
            del free[hit]
    return len(read) - len(free)


def _is_time_right(gold: GoldClaim, read: AnsweredClaim) -> bool | None:
    if gold.time is None:
        return None
    return read.days == (gold.time.start, gold.time.end)


def _is_place_right(gold: GoldClaim, read: AnsweredClaim) -> bool | None:
    if gold.place is None:
        return None
    place = read.place
    if place is None:
        return False
    if place.lat is not None and place.lon is not None:
        return distance_km((gold.place.lat, gold.place.lon), (place.lat, place.lon)) <= gold.place.km
    return bool(place.span and gold.place.span and place.span.overlaps(gold.place.span))
