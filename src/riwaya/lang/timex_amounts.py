"""Read stretches of time: «قبل عامين», «خلال الـ48 ساعة الماضية», «الأسبوع الماضي», «مطلع العام», «لمدة ثلاثة أيام»."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lang.numerals import read_number
from riwaya.lang.timex_dates import read_bare_year, read_decade, read_month_date, read_month_list, read_year
from riwaya.lang.timex_days import read_day, read_shift
from riwaya.lang.timex_expression import TimeExpression, make_expression, widen
from riwaya.lang.timex_words import ahead_words, describing_words, form_at, word_at
from riwaya.model.record import record
from riwaya.model.word import Token

_HEDGES = frozenset({"نحو", "حوالي", "قرابه", "زهاء", "تقريبا"})
_HEDGE_PAIRS = frozenset({("اكثر", "من"), ("ازيد", "من"), ("اقل", "من"), ("ما", "يقارب"), ("ما", "يناهز")})
_HEDGE_TRIPLES = frozenset({("ما", "يقرب", "من"), ("ما", "يزيد", "علي"), ("ما", "يزيد", "عن")})
_FEW = frozenset({"عده", "بضعه", "بضع", "بعض"})
_BEFORE_IT = ("قبلها", "قبله")
_THESE = frozenset({"هذا", "هذه", "ذلك", "تلك"})
_EVENTS = frozenset(
    "الهجوم الانفجار التفجير القصف الحادث الحادثه العمليه الغاره الضربه الاشتباك الاشتباكات المجزره الكمين الواقعه الاعتداء الاغتيال".split()
)
"""Happenings that a text points back to by their article."""
_FROM = ("من", "علي")
_MORE_OR_LESS = ("تقريبا", "فقط", "قليله", "معدوده", "قلايل")
_FEW_DAYS = 7
_LASTING = frozenset(
    "معارك المعارك قتال القتال مواجهات المواجهات اشتباكات الاشتباكات قصف القصف حصار الحصار هدوء الهدوء مفاوضات المفاوضات البحث".split()
)
"""What goes on for days: «بعد يومين من المعارك» are those two days."""
_OFFSETS = {"past": -1, "before-past": -2, "current": 0, "next": 1}
_NEXT_TO = {"following": 1, "preceding": -1}
_PLAN_REACH = 6
"""Tokens before «نهاية العام» in which a word may stand that says that it lies ahead."""
_HALF_A_DAY = {"second": 43_200, "minute": 720, "hour": 12}
_SMALL = frozenset(_HALF_A_DAY)
_FUTURE = ("سي", "ست", "سن", "وسي", "وست")


@record(kw_only=False)
class Amount:
    """So many units; ``amount`` is None for «أيام», «عدة أشهر»."""

    amount: int | float | None
    unit: str
    end: int
    said: bool
    """A number or a dual says it; «شهر» alone is one month only after a preposition of time."""


def read_amount(tokens: Sequence[Token], i: int) -> Amount | None:
    """Read «نحو عشرة أيام», «19 شهرا», «عامين», «شهر», «عدة أسابيع» at token ``i``, hedges before it included."""
    at = _skip_hedge(tokens, i)
    if form_at(tokens, at) == "ال":
        at += 1
    if form_at(tokens, at) in _FEW:
        unit = word_at(tokens, at + 1, "unit")
        return Amount(None, unit.value, at + 2, True) if unit is not None else None
    unit = word_at(tokens, at, "unit")
    if unit is not None and not unit.definite:
        if form_at(tokens, at + 1) in describing_words():  # «بعد يوم دام» counts nothing
            return None
        if unit.count == "pl":
            return Amount(None, unit.value, at + 1, False)
        if unit.count == "du" and not tokens[at].form.endswith(("ين", "ان")):
            return None
        amount, end = (2.0, at + 1) if unit.count == "du" else (1.0, at + 1)
        if form_at(tokens, end) in ("واحد", "واحده"):
            end += 1
        if form_at(tokens, end) == "ونصف":
            amount, end = amount + 0.5, end + 1
        return Amount(amount, unit.value, end, unit.count == "du" or end > at + 1)
    number = read_number(tokens, at) if at < len(tokens) else None
    if number is None or (number.definite and number.value == 100):
        return None
    unit = word_at(tokens, number.end, "unit")
    if unit is None or unit.definite or unit.conjunction or unit.preposition:
        return None
    if form_at(tokens, number.end) == "يوم" and word_at(tokens, number.end + 1, "weekday") is not None:
        return None  # «أصيب 12 يوم الجمعة» counts no days
    end = number.end + 1
    half = form_at(tokens, end) == "ونصف"
    return Amount(number.value + 0.5 * half, unit.value, end + half, True)


def _skip_hedge(tokens: Sequence[Token], i: int) -> int:
    if form_at(tokens, i) in _HEDGES:
        return i + 1
    pair = (form_at(tokens, i), form_at(tokens, i + 1))
    if pair in _HEDGE_PAIRS:
        return i + 2
    return i + 3 if (*pair, form_at(tokens, i + 2)) in _HEDGE_TRIPLES else i


def read_ago(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read «قبل عامين», «قبل نحو عشرة أيام»; «قبل يومين من الهجوم» counts from an event and stays unresolved."""
    if form_at(tokens, i + 1) == "قليل" and form_at(tokens, i + 2) != "من":
        return make_expression(tokens, i, i + 2, "ago", "ago", amount=0.0, unit="hour")
    bound = form_at(tokens, i).endswith(_BEFORE_IT)
    found = None if bound else _amount_after(tokens, i)
    if found is None:
        return _read_from_event(tokens, i, _BEFORE_IT, -1)
    after = form_at(tokens, found.end)
    if after in ("من", "علي", "ان") and form_at(tokens, found.end + 1) != "الان":
        shape = "from-told" if after != "ان" and _points_back(tokens, found.end + 1) else "event"
        return make_expression(tokens, i, found.end, "from-event", shape, amount=_minus(found.amount), unit=found.unit)
    return make_expression(tokens, i, found.end, "ago", "ago", amount=found.amount, unit=found.unit)


def _amount_after(tokens: Sequence[Token], i: int) -> Amount | None:
    """Give the amount after a preposition; «عام 2012» and «شهر يوليو» are dates of their own."""
    if read_year(tokens, i + 1) is not None or read_month_date(tokens, i + 1) is not None:
        return None
    return read_amount(tokens, i + 1)


def _minus(amount: int | float | None) -> int | float | None:
    return None if amount is None else -amount


def read_after(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read what is counted from something told: «بعد ساعة», «بعد قليل», «بعد يومين», «بعد الهجوم بيومين», «غداة هجوم»."""
    if form_at(tokens, i).endswith("غداه"):
        if _points_back(tokens, i + 1):  # «غداة الهجوم» is the day after it, which its own clause tells
            return None
        return make_expression(tokens, i, i + 1, "from-event", "from-told", amount=-1.0, unit="day", edge="event")
    if form_at(tokens, i + 1) == "قليل":
        return make_expression(tokens, i, i + 2, "hours-later", "hours-later")
    day = read_day(tokens, i)
    if day is not None:
        return day
    found = _amount_after(tokens, i)
    if found is None:
        return _read_from_event(tokens, i, ("بعدها", "بعده"), 1)
    if _is_short(found):
        return make_expression(tokens, i, found.end, "hours-later", "hours-later")
    return _after_amount(tokens, i, found)


def _after_amount(tokens: Sequence[Token], i: int, found: Amount) -> TimeExpression:
    """Read on behind «بعد يومين», «بعد ثلاثة أعوام تقريبا على انفجار», «بعد أيام قليلة من انفجار»."""
    amount, edge, shift, end = found.amount, None, None, found.end
    end += form_at(tokens, end) in _MORE_OR_LESS and form_at(tokens, end + 1) in _FROM
    if form_at(tokens, end) in _FROM:
        lasting = form_at(tokens, end + 1) in _LASTING
        edge = "lasting" if lasting else "event"
        if amount is None and found.unit == "day" and not lasting:  # «بعد أيام على انفجار»: within the week before
            amount, shift = float(_FEW_DAYS), "few"
        elif not lasting and (form_at(tokens, i + 1), form_at(tokens, i + 2)) == ("اقل", "من"):
            shift = "less"
        amount = _minus(amount)
    shape = "event" if amount is None else "from-told"
    return make_expression(tokens, i, end, "from-event", shape, amount=amount, unit=found.unit, edge=edge, shift=shift)


def _read_from_event(tokens: Sequence[Token], i: int, bound: tuple[str, ...], sign: int) -> TimeExpression | None:
    """Read «بعد الهجوم بيومين», «قبل ذلك بثلاثة أيام», «بعدها بأسبوع»; ``bound`` are the forms with a pronoun."""
    at = i + 1 if form_at(tokens, i).endswith(bound) else i + 2
    if at == i + 2 and not _points_back(tokens, i + 1):
        return None
    if at == i + 2 and form_at(tokens, i + 1) in _THESE and form_at(tokens, at) in _EVENTS:
        at += 1
    if not form_at(tokens, at).startswith("ب"):
        return None
    found = read_amount(tokens, at)
    if found is None or found.amount is None:
        return None
    amount = sign * found.amount
    return make_expression(tokens, i, found.end, "from-event", "from-told", amount=amount, unit=found.unit)


def _points_back(tokens: Sequence[Token], i: int) -> bool:
    return form_at(tokens, i) in _THESE or form_at(tokens, i) in _EVENTS


def _is_short(found: Amount) -> bool:
    """Say whether a stretch is shorter than half a day."""
    return found.unit in _SMALL and (found.amount or 0) < _HALF_A_DAY.get(found.unit, 0)


def read_during(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read «خلال 24 ساعة», «خلال يومين», «في غضون شهر» as a window; «طوال ثلاثة أيام» is a duration."""
    found = _amount_after(tokens, i)
    if found is None or (found.amount is None and not found.said):
        return None
    if form_at(tokens, i).endswith(("طوال", "طيله")) and read_shift(tokens, found.end)[0] is None:
        return _duration(tokens, i, found)
    return _window(tokens, i, found)


def read_amount_here(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read an amount that no preposition of time introduced: a window after «في», else a duration («لمدة يومين»)."""
    found = read_amount(tokens, i)
    if found is None or not found.said:
        return None
    first = i - 1 if form_at(tokens, i - 1) == "ال" else i
    if form_at(tokens, first - 1) in ("في", "وفي") or read_shift(tokens, found.end)[0] is not None:
        return _window(tokens, first, found)
    return _duration(tokens, first, found)


def _duration(tokens: Sequence[Token], first: int, found: Amount) -> TimeExpression:
    return make_expression(tokens, first, found.end, "duration", "duration", amount=found.amount, unit=found.unit)


def _window(tokens: Sequence[Token], first: int, found: Amount) -> TimeExpression:
    shift, end = read_shift(tokens, found.end)
    if shift is None and _speaks_of_future(tokens, first, found.end):
        shift = "next"
    shape = "vague" if found.amount is None else "window"
    if shift is None and _is_short(found):
        return make_expression(tokens, first, found.end, "hours-later", "hours-later")
    return make_expression(
        tokens, first, end if shift else found.end, "window", shape, amount=found.amount, unit=found.unit, shift=shift
    )


def _speaks_of_future(tokens: Sequence[Token], first: int, end: int) -> bool:
    around = [form_at(tokens, k) for k in (first - 3, first - 2, first - 1, end)]
    return any(form == "سوف" or (form.startswith(_FUTURE) and len(form) >= 5) for form in around)


def read_unit(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read «الأسبوع الماضي», «الشهر الجاري», «هذا العام», «العام نفسه», «الأيام الثلاثة الماضية», «العام 2000»."""
    unit = word_at(tokens, i, "unit")
    if unit is None:
        return None
    if not unit.definite:
        return _read_indefinite(tokens, i, unit.value)
    if unit.count != "sg":
        return _read_past_units(tokens, i)
    year = read_year(tokens, i)
    if year is not None:
        return year
    if unit.value in ("second", "minute", "hour", "day"):
        return None
    shift, end = read_shift(tokens, i + 1)
    if shift is not None:
        offset = _OFFSETS[shift]
        return _so_far(tokens, make_expression(tokens, i, end, "unit", "unit", unit=unit.value, offset=offset))
    if (form_at(tokens, i - 2), form_at(tokens, i - 1)) == ("سابق", "من"):  # «سابق من الأسبوع»
        return make_expression(tokens, i, i + 1, "unit", "unit", unit=unit.value, offset=0, edge="so-far")
    same = word_at(tokens, i + 1, "same")
    if same is not None and same.value == "after":
        return make_expression(tokens, i, i + 2, "same-unit", "same-unit", unit=unit.value)
    beside = word_at(tokens, i + 1, "shift")
    if beside is not None and beside.value in _NEXT_TO:
        return make_expression(
            tokens, i, i + 2, "same-unit", "same-unit", unit=unit.value, offset=_NEXT_TO[beside.value]
        )
    return None


def _read_indefinite(tokens: Sequence[Token], i: int, unit: str) -> TimeExpression | None:
    if unit == "year":
        year = read_year(tokens, i)
        if year is not None:
            return year
    if unit == "month":
        month = read_month_date(tokens, i) or read_month_list(tokens, i)
        if month is not None:
            return month
    if unit == "decade" and word_at(tokens, i + 1, "decade"):
        decade = read_decade(tokens, i + 1)
        return widen(tokens, decade, first=i) if decade is not None else None
    return read_amount_here(tokens, i)


def _so_far(tokens: Sequence[Token], unit: TimeExpression) -> TimeExpression:
    """«في وقت سابق من هذا الشهر» ends with the day of publication."""
    before = unit.first - 2 if form_at(tokens, unit.first - 1) == "من" else unit.first - 1
    return widen(tokens, unit, edge="so-far") if form_at(tokens, before) == "سابق" and unit.offset == 0 else unit


def _read_past_units(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read «اليومين الماضيين», «الساعات الـ24 الماضية», «السنوات الخمس الأخيرة»; «الأيام الماضية» stays vague."""
    unit = word_at(tokens, i, "unit")
    if unit is None:
        return None
    amount: int | float | None = 2 if unit.count == "du" else None
    at = i + 1
    if unit.count == "pl":
        at += form_at(tokens, at) == "ال"
        number = read_number(tokens, at) if at < len(tokens) else None
        if number is not None:
            amount, at = number.value, number.end
        elif form_at(tokens, at) in ("القليله", "القليلات", "العشر", "المعدوده"):
            at += 1
    shift, end = read_shift(tokens, at)
    if shift not in ("past", "next"):
        return None
    shape = "vague" if amount is None else "window"
    return make_expression(tokens, i, end, "window", shape, amount=amount, unit=unit.value, shift=shift)


def read_that_unit(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read «هذا العام», «هذا الشهر» as the current one, «ذلك العام», «نفس الشهر» as the one told last."""
    word, unit = word_at(tokens, i), word_at(tokens, i + 1, "unit")
    if word is None or unit is None or not unit.definite or unit.count != "sg":
        return None
    if unit.value not in ("week", "month", "year", "decade"):
        return None
    if word.kind == "that" and word.value == "near":
        return _so_far(tokens, make_expression(tokens, i, i + 2, "unit", "unit", unit=unit.value, offset=0))
    if word.kind == "that" or (word.kind == "same" and word.value == "before"):
        return make_expression(tokens, i, i + 2, "same-unit", "same-unit", unit=unit.value)
    return None


def read_edge(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read «مطلع يوليو», «نهاية العام الماضي», «منتصف 2014», «أواخر الثمانينات», «منتصف ليل السبت»."""
    edge = word_at(tokens, i, "edge")
    if edge is None:
        return None
    at = i + 1
    part = word_at(tokens, at, "part")
    if part is not None:
        day = read_day(tokens, at)
        return widen(tokens, day, first=i) if day is not None else None
    inner = (
        read_month_date(tokens, at)
        or read_bare_year(tokens, at)
        or read_year(tokens, at)
        or read_decade(tokens, at)
        or read_that_unit(tokens, at)
        or _unit_of_edge(tokens, at)
    )
    if inner is not None and edge.value == "first":  # «غرة رمضان»
        is_month = inner.shape == "hijri" and inner.month is not None
        return widen(tokens, inner, first=i, day=1) if is_month else None
    return widen(tokens, inner, first=i, edge=edge.value) if inner is not None else None


def _unit_of_edge(tokens: Sequence[Token], at: int) -> TimeExpression | None:
    unit = word_at(tokens, at, "unit")
    if unit is None or not unit.definite or unit.count != "sg" or unit.value not in ("week", "month", "year", "decade"):
        return None
    shift = None if _lies_ahead(tokens, at) else "bare"
    return read_unit(tokens, at) or make_expression(
        tokens, at, at + 1, "unit", "unit", unit=unit.value, offset=0, shift=shift
    )


def _lies_ahead(tokens: Sequence[Token], at: int) -> bool:
    around = {form_at(tokens, k) for k in range(at - _PLAN_REACH, at)}
    return bool(around & ahead_words()) or any(form.startswith(_FUTURE) and len(form) >= 5 for form in around)
