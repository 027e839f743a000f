"""How precisely an event is placed and dated, in the grades of UCDP and of ACLED."""

from __future__ import annotations

from riwaya.export.happening import Happening

_VAGUE = ("area", "country-part")
_WEEK, _MONTH, _YEAR = 7, 31, 366
_BESIDE = ("in", "")


def ucdp_where(one: Happening) -> int | None:
    """Give ``where_prec``, 1 to 7; None where the event has no point."""
    place = one.event.place
    if place is None or one.point is None:
        return None
    if place.relation in ("between", "on-border") or place.precision in _VAGUE:
        return 5
    grades = {"town": 1, "locality": 1, "district": 3, "region": 4, "country": 6}
    grade = grades.get(place.precision, 5)
    return 2 if grade == 1 and place.relation not in _BESIDE else grade


def ucdp_when(one: Happening) -> int | None:
    """Give ``date_prec``, 1 to 5; None where no day is known, or more than a year is."""
    for bound, grade in ((1, 1), (_WEEK - 1, 2), (_WEEK, 3), (_MONTH, 4), (_YEAR, 5)):
        if 0 < one.days <= bound:
            return grade
    return None


def acled_where(one: Happening) -> int | None:
    """Give ``geo_precision``, 1 to 3; None where the event has no point."""
    grade = ucdp_where(one)
    if grade is None:
        return None
    return {1: 1, 2: 2, 3: 2}.get(grade, 3)


def acled_when(one: Happening) -> int | None:
    """Give ``time_precision``, 1 to 3; None where no day is known, or more than a month is."""
    for bound, grade in ((1, 1), (_WEEK, 2), (_MONTH, 3)):
        if 0 < one.days <= bound:
            return grade
    return None
