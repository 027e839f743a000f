"""Read feasts as days, those of the Islamic calendar and of the common one: «أول أيام عيد الفطر», «ليلة العيد», «يوم عاشوراء», «خلال أيام عيد الأضحى»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from riwaya.lang.normalize import fold_letters
from riwaya.lang.numerals import read_ordinal
from riwaya.lang.proclitics import iter_attached
from riwaya.lang.timex_calendar import hijri_bounds
from riwaya.lang.timex_expression import TimeExpression, make_expression, widen
from riwaya.lang.timex_frame import Bounds, Frame
from riwaya.lang.timex_pack import entries
from riwaya.lang.timex_words import form_at, word_at
from riwaya.lang.timex_years import with_year
from riwaya.model.record import replace
from riwaya.model.word import Token

_OF = frozenset({"من", "ل"})
_EVE = frozenset("ليله عشيه وقفه".split())
_THE_DAY = frozenset("يوم بيوم صلاه نهار صبيحه اول".split())
_LASTING = frozenset("ايام اجازه عطله خلال".split())
_IN = frozenset({"في", "وفي"})
_BLESSED = frozenset({"المبارك", "السعيد"})
_HIJRI, _COMMON = frozenset({"الهجريه"}), frozenset({"الميلاديه", "الجديده", "المجيد"})
_BARE = frozenset({"العيد", "للعيد"})
_BARE_DAYS = 3
_FITR, _ADHA = (10, 1), (12, 10)
"""Month and day on which the two great feasts begin."""


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast by its month and first day."""

    month: int
    day: int
    days: int
    sure: bool
    """Its name alone tells a day («عاشوراء»), whatever stands before it."""
    common: bool
    """Its month is one of the common calendar («رأس السنة»)."""


@cache
def feast_names() -> Mapping[str, Mapping[str, Feast]]:
    """Give the feasts by the first word of their name, with any particle on it, and then by the second, empty for none."""
    found: dict[str, dict[str, Feast]] = {}
    for entry in entries("timex", "feast"):
        feast = Feast(
            entry["month"],
            entry["day"],
            entry["days"],
            bool(entry.get("sure", False)),
            bool(entry.get("common", False)),
        )
        for written in entry["forms"]:
            first, _, second = fold_letters(str(written)).partition(" ")
            for at in iter_attached(first, definite=False):
                found.setdefault(at.form, {})[second] = feast
    return found


def feast_openings() -> frozenset[str]:
    """Give the folded forms at which the name of a feast may begin, «العيد» alone among them."""
    return frozenset(feast_names()) | _BARE


def read_feast(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read the feast whose name begins at token ``i``, with what stands before it and tells which of its days is meant.

    Returns:
        None where nothing before it makes it a time («استعدادا للعيد», «هدنة العيد»).
    """
    names = feast_names().get(tokens[i].form, {})
    second = form_at(tokens, i + 1)
    feast = names.get(second) or names.get("")
    if feast is None and form_at(tokens, i) not in _BARE:
        return None
    end = i + 1 + (second != "" and second in names)
    if feast is not None and feast.common:
        return _common_day(tokens, i, end, feast)
    end += form_at(tokens, end) in _BLESSED
    month, day, days = (feast.month, feast.day, feast.days) if feast is not None else (None, 1, 1)
    first, nth = _nth_day(tokens, i)
    lead = form_at(tokens, i - 1)
    if nth:
        return _day(tokens, first, end, month, day + nth - 1)
    if lead in _EVE:
        return widen(tokens, _day(tokens, i - 1, end, month, day), edge="eve", part="night")
    part = word_at(tokens, i - 1, "part")
    if lead in _THE_DAY or part is not None:
        return _day(tokens, i - 1, end, month, day)
    if lead in _LASTING or lead in _IN:
        start = _day(tokens, i if lead in _IN or lead == "خلال" else i - 1, end, month, day)
        if month is None:
            return start if lead in _IN else widen(tokens, start, amount=_BARE_DAYS)
        return start if days == 1 else widen(tokens, start, to=widen(tokens, start, day=day + days - 1))
    return _day(tokens, i, end, month, day) if feast is not None and feast.sure else None


def _common_day(tokens: Sequence[Token], i: int, end: int, feast: Feast) -> TimeExpression | None:
    """«ليلة رأس السنة», «يوم عيد الميلاد»: the day or its eve; «رأس السنة الهجرية» is that of the other calendar."""
    lead = form_at(tokens, i - 1)
    hijri = form_at(tokens, end) in _HIJRI
    end += hijri or form_at(tokens, end) in _COMMON or form_at(tokens, end) in _BLESSED
    if not (lead in _EVE or lead in _THE_DAY or lead in _IN or word_at(tokens, i - 1, "part") is not None):
        return None
    first = i if lead in _IN else i - 1
    date = make_expression(
        tokens,
        first,
        end,
        "feast",
        "hijri" if hijri else "date",
        day=1 if hijri else feast.day,
        month=1 if hijri else feast.month,
    )
    return with_year(tokens, widen(tokens, date, edge="eve", part="night") if lead in _EVE else date)


def _day(tokens: Sequence[Token], first: int, end: int, month: int | None, day: int) -> TimeExpression:
    if month is None:
        return make_expression(tokens, first, end, "feast", "feast", day=day)
    return with_year(tokens, make_expression(tokens, first, end, "feast", "hijri", day=day, month=month))


def _nth_day(tokens: Sequence[Token], i: int) -> tuple[int, int]:
    """«ثاني أيام عيد …», «اليوم الثالث من عيد …», «اليوم الثاني لعيد …»: where it begins, and which day; 0 for none."""
    if form_at(tokens, i - 1) == "ايام" and i > 1:
        ordinal = read_ordinal(tokens, i - 2)
        return (i - 2, int(ordinal.value)) if ordinal is not None and ordinal.end == i - 1 else (i, 0)
    led = form_at(tokens, i - 1) in _OF or form_at(tokens, i).startswith("ل")
    at = i - 1 - (form_at(tokens, i - 1) in _OF)
    ordinal = read_ordinal(tokens, at) if led and at > 0 else None
    day = ordinal is not None and form_at(tokens, at - 1) in ("اليوم", "يومها", "لليوم", "باليوم")
    return (at - 1, int(ordinal.value)) if day and ordinal is not None else (i, 0)


def feast_bounds(e: TimeExpression, frame: Frame) -> Bounds | None:
    """Give the days of «العيد» that does not say which: of the two great feasts the one told of last."""
    told = [replace(e, shape="hijri", month=month, day=day + (e.day or 1) - 1) for month, day in (_FITR, _ADHA)]
    found = [bounds for one in told if (bounds := hijri_bounds(one, frame)) is not None]
    last = max(found, key=lambda b: b.start, default=None)
    if last is None or e.amount is None:
        return last
    return Bounds(last.start, last.start + timedelta(days=int(e.amount) - 1), "days")
