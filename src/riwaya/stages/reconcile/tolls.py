"""Figures of one account → its tolls: one for each measure and side, with every word kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from riwaya.lang.grammar import load_grammar
from riwaya.lang.tokens import tokenize
from riwaya.model.account import Toll
from riwaya.model.actor import Actor
from riwaya.model.event import ToldClaim
from riwaya.model.figure import Figure
from riwaya.model.record import record
from riwaya.model.span import Span
from riwaya.stages.reconcile.numbers import Bounds, add_up, bounds_of
from riwaya.stages.reconcile.parties import Cast, is_body, is_civilian, slug

_FEWEST_COUNTED = 3
"""One or two whom no words count are somebody hurt («أصيب بجروح», a dual), not a toll of the event."""

_PERSONS = ("person", "head-of-state")
"""One man is no side: «خسائر منها مقتل القائد» are not the commander's losses."""
_LOSSES = ("killed_or_wounded", 1, None)
_NEAR = 12
"""Letters after a figure in which the next word ends."""

Matter = tuple[str, str | None, bool]
"""Measure, key of the side (None for all people alike), and whether it is a part of another toll."""


@record
class Count:
    """One figure as one claim puts it forward."""

    matter: Matter
    side: Actor | None
    bounds: Bounds
    words: str
    of: str
    """The words that say who is counted; empty where none do."""
    claim_id: str
    day: date


def find_counts(told: ToldClaim, cast: Cast) -> list[Count]:
    """Give the figures of a claim in text order, whoever they count found in the event."""
    counts: list[Count] = []
    figures = sorted(told.claim.figures, key=lambda figure: figure.span)
    for at, figure in enumerate(figures):
        side = _side(figure, told, cast)
        is_part = (
            _is_person(figure, side)
            or (side is None and _is_of_somebody(figure, told))
            or (at > 0 and _is_included(figures[at - 1], figure, told))
        )
        counts.append(
            Count(
                matter=(figure.measure, slug(side) if side else None, is_part),
                side=side,
                bounds=Bounds(figure.low, figure.high, figure.about),
                words=figure.span.of(told.text),
                of=figure.of_span.of(told.text) if figure.of_span else "",
                claim_id=told.claim.id,
                day=told.told_on or date.min,
            )
        )
    return counts


@record
class Step:
    """What an account said of one matter on one day that it had not said before."""

    day: date
    toll: Toll
    before: Toll | None
    """What it replaces; None where it is the first of its matter."""


def combine(counts: Iterable[Count]) -> tuple[list[Toll], list[Step]]:
    """Give the tolls that an account holds now, and the steps that led to them.

    What one claim counts of one side in several words is added up, parts of a whole left out. Of what is told on one
    day that is narrowed down which agrees, and what does not agree leaves the account open between its own numbers. A
    later day's number replaces an earlier one, unless it only says the same more vaguely.

    Returns:
        Both in the order of measure, side and part; steps by day within that.
    """
    now: list[Toll] = []
    steps: list[Step] = []
    ordered = sorted(counts, key=lambda one: (_order(one.matter), one.day, one.claim_id, one.words))
    for _, group in groupby(ordered, key=lambda one: one.matter):
        held: Toll | None = None
        for day, on_day in groupby(group, key=lambda one: one.day):
            told = _one_day(list(on_day))
            if held is not None and bounds_of(told).holds(bounds_of(held)):
                held = _merged(held, told, bounds_of(held))
                continue
            steps.append(Step(day=day, toll=told, before=held))
            held = told
        assert held is not None
        now.append(held)
    return now, steps


def _order(matter: Matter) -> tuple[str, str, bool]:
    measure, side, is_part = matter
    return measure, side or "", is_part


def _one_day(counts: Sequence[Count]) -> Toll:
    by_claim = [_one_claim(list(group)) for _, group in groupby(counts, key=lambda one: one.claim_id)]
    held = by_claim[0]
    for told in by_claim[1:]:
        one, other = bounds_of(held), bounds_of(told)
        held = _merged(held, told, one.common(other) if one.meets(other) else one.hull(other))
    return held


def _one_claim(counts: Sequence[Count]) -> Toll:
    """Add up what a claim counts of one side in different words: three officers and five soldiers of one army."""
    first = counts[0]
    counted = {one.of for one in counts}
    if len(counts) > 1 and len(counted) == len(counts) and "" not in counted and first.matter[1] is not None:
        bounds = add_up(one.bounds for one in counts)
    else:
        bounds = first.bounds
        for one in counts[1:]:
            bounds = bounds.common(one.bounds) if bounds.meets(one.bounds) else bounds.hull(one.bounds)
    measure, _, is_part = first.matter
    return Toll(
        measure=measure,
        side=first.side,
        low=bounds.low,
        high=bounds.high,
        about=bounds.about,
        words=tuple(dict.fromkeys(one.words for one in counts)),
        claim_ids=(first.claim_id,),
        is_part=is_part,
    )


def _merged(one: Toll, other: Toll, bounds: Bounds) -> Toll:
    return Toll(
        measure=one.measure,
        side=one.side,
        low=bounds.low,
        high=bounds.high,
        about=bounds.about,
        words=tuple(dict.fromkeys((*one.words, *other.words))),
        claim_ids=tuple(dict.fromkeys((*one.claim_ids, *other.claim_ids))),
        is_part=one.is_part,
    )


def _side(figure: Figure, told: ToldClaim, cast: Cast) -> Actor | None:
    if figure.of is not None:
        return cast.side(figure.of, figure.of_span, told)
    claim = told.claim
    if _is_losses(figure) and (own := cast.own_of(claim.agents, told)) is not None:
        return own  # «قالت إن أفرادها قاتلوا وتكبدوا خسائر»
    fallen = [one for one in claim.targets if not (_is_losses(figure) and one.actor.kind in _PERSONS)]
    if len(fallen) == 1:
        [target] = fallen
        return cast.side(target.actor, target.span, told) or cast.owned(target, told)
    if claim.subtype == "losses" and not fallen and not claim.agents and claim.chain:
        speaker = cast.originator(told)  # «أقر بتكبد خسائر»: the losses that a body tells of without a name are its own
        return speaker if is_body(speaker) else None
    return None


def _is_losses(figure: Figure) -> bool:
    return (figure.measure, figure.low, figure.high) == _LOSSES


def _is_person(figure: Figure, side: Actor | None) -> bool:
    """A victim with a name or an office is one of the dead; nobody says that there were no others."""
    return side is not None and side.kind in _PERSONS and (figure.low, figure.high) == (1, 1)


def _is_of_somebody(figure: Figure, told: ToldClaim) -> bool:
    """Say whether a figure of nobody named counts some of those before («11 منهم», «أصيب بجروح»), not all people alike."""
    if figure.low is not None and figure.low < _FEWEST_COUNTED and figure.high == figure.low:
        return True
    end = figure.span.end
    if any(0 <= other.span.start - end < _NEAR for other in told.claim.figures):
        return False  # «60 منهم 20 جنديا»: a part of it follows
    follow = [token.form for token in tokenize(told.text, Span(end, min(len(told.text), end + _NEAR)))]
    return bool(follow) and follow[0].startswith("من") and follow[0] in load_grammar("ar")["including"].singles


def _is_included(before: Figure, figure: Figure, told: ToldClaim) -> bool:
    """Say whether the words between two figures make the second a part of the first («بينهم», «منهم»)."""
    if before.measure != figure.measure or before.span.end > figure.span.start:
        return False
    forms = [token.form for token in tokenize(told.text, Span(before.span.end, figure.span.start))]
    including = load_grammar("ar")["including"]
    return any(including.at(forms, at) for at in range(len(forms)))


def is_without_figure(toll: Toll) -> bool:
    """Say whether a toll is losses that no number goes with («خسائر فادحة»)."""
    return (toll.measure, toll.low, toll.high) == _LOSSES


def is_of_civilians(toll: Toll) -> bool:
    """Say whether a toll counts people who are no party."""
    return toll.side is not None and is_civilian(toll.side)
