"""Say in words what a claim got wrong: what was annotated, and what was read instead."""

from __future__ import annotations

from riwaya.evals.answers import AnsweredClaim
from riwaya.evals.fields import FieldMarks
from riwaya.evals.gold import GoldClaim


def say_wrong(gold: GoldClaim, read: AnsweredClaim, marks: FieldMarks) -> str:
    """Give the wrong fields with both values: ``chain (gold Reuters > SITE, read SITE), time (…)``."""
    values = {
        "polarity": (gold.polarity, str(read.polarity)),
        "chain": (_names([link.actor for link in gold.chain]), _names([link.name for link in read.chain])),
        "figures": (
            _figures([(f.measure, f.low, f.high) for f in gold.figures]),
            _figures([(str(f.measure), f.low, f.high) for f in read.figures]),
        ),
        "time": (_days((gold.time.start, gold.time.end)) if gold.time else "none", _days(read.days)),
        "place": (gold.place.name if gold.place else "none", str(read.place.name) if read.place else "none"),
    }
    return ", ".join(f"{name} (gold {values[name][0]}, read {values[name][1]})" for name in marks.wrong)


def _names(names: list[str | None]) -> str:
    return " > ".join(str(name) for name in names) or "the outlet"


def _figures(figures: list[tuple[str, int | None, int | None]]) -> str:
    return " + ".join(f"{measure} {_bounds(low, high)}" for measure, low, high in figures) or "none"


def _bounds(low: int | None, high: int | None) -> str:
    return str(low) if low == high else f"{'' if low is None else low}..{'' if high is None else high}"


def _days(days: tuple[str, str] | None) -> str:
    if days is None:
        return "none"
    return days[0] if days[0] == days[1] else f"{days[0]}..{days[1]}"
