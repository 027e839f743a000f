"""How the accounts of an event moved over the days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from riwaya.model.account import TURNS, Toll, Turn
from riwaya.model.event import ToldClaim
from riwaya.stages.reconcile.findings import say_measure
from riwaya.stages.reconcile.numbers import bounds_of
from riwaya.stages.reconcile.tolls import is_without_figure
from riwaya.stages.reconcile.versions import Version


def find_turns(versions: Sequence[Version]) -> list[Turn]:
    """Give the steps of an event by day, then in the order of the accounts, then of TURNS.

    The accounts of the first known day are the first; who speaks later is a new party. What has no day comes first.
    """
    days = [day for version in versions if (day := _first_day(version.told)) is not None]
    first = min(days, default=None)
    found = [(at, turn) for at, version in enumerate(versions) for turn in _turns(version, first)]
    found.sort(key=lambda item: (item[1].on or date.min, item[0], TURNS.index(item[1].what)))
    return [turn for _, turn in found]


def say_toll(toll: Toll) -> str:
    """Say a toll: ``killed 50 of Wagner Group``."""
    of = f" of {toll.side.name}" if toll.side else ""
    if is_without_figure(toll):
        return f"losses{of}, no figure"
    return f"{say_measure(toll.measure)} {bounds_of(toll).say()}{of}"


def _turns(version: Version, first: date | None) -> Iterator[Turn]:
    day = _first_day(version.told)
    opening = [one for one in version.told if one.told_on == day]
    steps = [step for step in version.steps if not step.toll.is_part]
    with_it = [step for step in steps if step.before is None and _known(step.day) == day]
    said = "; ".join(say_toll(step.toll) for step in with_it if step.toll.measure != "other")
    what = "first account" if day == first else "new party"
    yield _turn(version, day, what, said, tuple(one.claim.id for one in opening))
    for step in steps:
        if step.before is not None:
            detail = f"{say_toll(step.before)}, now {bounds_of(step.toll).say()}"
            yield _turn(version, _known(step.day), "correction", detail, step.toll.claim_ids)
        elif step not in with_it:
            yield _turn(version, _known(step.day), "new figure", say_toll(step.toll), step.toll.claim_ids)
    for what, ids in (("denial", version.denies), ("admission", version.admits)):
        for told in version.told:
            if told.claim.id in ids:
                yield _turn(version, told.told_on, what, "", (told.claim.id,))


def _turn(version: Version, on: date | None, what: str, detail: str, claim_ids: tuple[str, ...]) -> Turn:
    return Turn(on=on, what=what, account=version.key, detail=detail, claim_ids=claim_ids)


def _first_day(told: Sequence[ToldClaim]) -> date | None:
    return min((one.told_on for one in told if one.told_on is not None), default=None)


def _known(day: date) -> date | None:
    return None if day == date.min else day
