"""Read days told from today: «أمس الأول», «مساء السبت», «ليل الجمعة - السبت», «اليوم نفسه», «الليلة الماضية»."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lang.numerals import read_ordinal
from riwaya.lang.timex_dates import read_date
from riwaya.lang.timex_expression import TimeExpression, make_expression, widen
from riwaya.lang.timex_words import TimeWord, form_at, word_at
from riwaya.model.word import Token

_DASHES = frozenset({"-", "–", "/", "ـ"})
_AT_NIGHT = ("ليلا", "وليلا")
_DAY_KINDS = ("weekday", "relative", "part", "unit", "that", "same", "shift")
_HABITS = ("كل", "يوميا", "عاده", "نهارا", "او", "الا")
_NIGHT_JOINERS = _DASHES | {"الي", "علي"}


def read_day(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read a day expression that starts at token ``i``: part of the day, «يوم», and the day itself."""
    word = word_at(tokens, i)
    if word is None:
        return None
    if word.kind == "part":
        return _read_part(tokens, i, word)
    if word.kind == "unit" and word.value == "day":
        return _read_day_word(tokens, i, word)
    if word.kind == "that":
        return _read_that(tokens, i, word)
    if word.kind == "same" and word.value == "before":
        return _read_same(tokens, i)
    return read_core(tokens, i)


def read_core(tokens: Sequence[Token], i: int, *, night: bool = False) -> TimeExpression | None:
    """Read the day itself, without «يوم» and part of day: a weekday, «أمس», «غدا», «بعد غد», «أول أمس»."""
    word = word_at(tokens, i)
    if word is not None and word.kind == "weekday":
        return _read_weekday(tokens, i, int(word.value), night=night)
    if word is not None and word.kind == "relative":
        return _read_relative(tokens, i, int(word.value))
    form = form_at(tokens, i)
    if form in ("اول", "واول", "لاول") and form_at(tokens, i + 1) in ("امس", "من"):
        at = i + 2 if form_at(tokens, i + 1) == "من" else i + 1
        if form_at(tokens, at) == "امس":
            return _finish_relative(tokens, i, at + 1, -2)
    if word is not None and word.kind == "after" and form_at(tokens, i + 1) in ("غد", "غدا", "الغد"):
        return _finish_relative(tokens, i, i + 2, 2)
    return None


def _read_relative(tokens: Sequence[Token], i: int, offset: int) -> TimeExpression:
    if offset == -1 and form_at(tokens, i + 1) in ("الاول", "الاولي"):
        return _finish_relative(tokens, i, i + 2, -2)
    if offset == -1 and form_at(tokens, i + 1) == "قبل" and form_at(tokens, i + 2) == "الاول":
        return _finish_relative(tokens, i, i + 3, -3)
    return _finish_relative(tokens, i, i + 1, offset)


def _finish_relative(tokens: Sequence[Token], i: int, end: int, offset: int) -> TimeExpression:
    """Add a weekday or a date in apposition: «أمس (الاثنين)», «اليوم الخميس»; of «اليوم (أمس)» the brackets are believed."""
    other = word_at(tokens, end + 1, "relative") if form_at(tokens, end) == "(" else None
    if other is not None and int(other.value) != offset:
        inner = _read_relative(tokens, end + 1, int(other.value))
        closed = form_at(tokens, inner.end) == ")"
        return widen(tokens, inner, first=i, end=inner.end + closed)
    opened = form_at(tokens, end) in ("(", "،", "-")
    weekday = word_at(tokens, end + opened, "weekday")
    found = make_expression(tokens, i, end, "relative-day", "relative-day", offset=offset)
    if (
        weekday is None
        or weekday.conjunction
        or (opened and form_at(tokens, end) != "(" and form_at(tokens, end + 2) != form_at(tokens, end))
    ):
        return _with_date(tokens, found)
    stop = end + opened + 1
    if opened and form_at(tokens, stop) in (")", "،", "-"):
        stop += 1
    return _with_date(tokens, widen(tokens, found, end=stop, weekday=int(weekday.value)))


def _with_date(tokens: Sequence[Token], day: TimeExpression) -> TimeExpression:
    """Take the date that stands with a day as its value: «السبت الماضي 18 يوليو», «الجمعة (13 مارس)»."""
    at, closing = day.end, ""
    if form_at(tokens, at) == "(":
        at, closing = at + 1, ")"
    elif form_at(tokens, at) in ("،", ","):
        at += 1
    if form_at(tokens, at) == "الموافق":
        at += 1
    if not form_at(tokens, at)[:1].isdigit():
        return day
    date = read_date(tokens, at)
    if date is None or date.shape not in ("date", "day-of-month", "hijri") or date.day is None:
        return day
    end = date.end + 1 if closing and form_at(tokens, date.end) == closing else date.end
    if date.shape == "hijri" and day.shape == "relative-day":
        # «أمس 10 محرم»: yesterday is certain, the table may be a day off
        return widen(tokens, day, end=end)
    weekday = day.weekday if date.offset is None else None  # «السبت 3 مايو من العام الماضي»: the offset is one of years
    return widen(tokens, date, first=day.first, end=end, rule="weekday-date", weekday=weekday)


def _read_weekday(tokens: Sequence[Token], i: int, weekday: int, *, night: bool) -> TimeExpression:
    pair = _second_weekday(tokens, i + 1, weekday, night=night)
    if pair is not None:
        return pair_of(tokens, i, pair[1], weekday, pair[0])
    shift, end = read_shift(tokens, i + 1)
    found = make_expression(tokens, i, end, "weekday", "weekday", weekday=weekday, shift=shift)
    if shift is None:
        found = _of_week(tokens, found)
    return _with_date(tokens, found)


def _of_week(tokens: Sequence[Token], day: TimeExpression) -> TimeExpression:
    """Read «الثلاثاء من الأسبوع الماضي»."""
    at = day.end + 1 if form_at(tokens, day.end) in ("من", "في") else day.end
    unit = word_at(tokens, at, "unit")
    if unit is None or unit.value != "week" or not unit.definite or unit.count != "sg":
        return day
    shift, end = read_shift(tokens, at + 1)
    if shift is None:
        return day
    offset = {"past": -1, "before-past": -2, "current": 0, "next": 1}[shift]
    return widen(tokens, day, end=end, rule="weekday-of-week", shape="weekday-of-week", offset=offset)


def _second_weekday(tokens: Sequence[Token], at: int, first: int, *, night: bool) -> tuple[int, int] | None:
    """Find the second day of a night («ليل الجمعة - السبت»): the weekday and where it ends; the next day only."""
    if form_at(tokens, at) in (_NIGHT_JOINERS if night else _DASHES):
        at += 1
    elif not night:
        return None
    word = word_at(tokens, at, "weekday")
    if word is None or int(word.value) != (first + 1) % 7 or (word.conjunction and not night):
        return None
    return int(word.value), at + 1


def pair_of(tokens: Sequence[Token], i: int, end: int, first: int, last: int) -> TimeExpression:
    """Make the expression of two weekdays that are told together."""
    to = make_expression(tokens, end - 1, end, "weekday", "weekday", weekday=last)
    return make_expression(tokens, i, end, "weekday-pair", "weekday-pair", weekday=first, to=to)


def read_shift(tokens: Sequence[Token], i: int) -> tuple[str | None, int]:
    """Read «الماضي», «المقبل», «الحالي», «قبل الماضي» at token ``i``: past, next, current, before-past; where it ends."""
    word = word_at(tokens, i)
    if word is not None and word.kind == "ago":
        after = word_at(tokens, i + 1, "shift")
        return ("before-past", i + 2) if after is not None and after.value == "past" and after.definite else (None, i)
    if word is None or word.kind != "shift" or not word.definite or word.conjunction or word.preposition:
        return None, i
    return (word.value, i + 1) if word.value in ("past", "current", "next") else (None, i)


def _read_part(tokens: Sequence[Token], i: int, word: TimeWord) -> TimeExpression | None:
    first = i - 1 if form_at(tokens, i - 1) in ("بعد", "وبعد", "قبل", "قبيل", "منتصف") else i
    night = word.value in ("night", "evening")
    if word.definite:
        return _read_the_night(tokens, i) if word.value == "night" else None
    at = i + 1
    if word.value == "night" and (form_at(tokens, at), form_at(tokens, at + 1)) in (("امس", "اليوم"), ("امس", "الي")):
        return make_expression(tokens, first, at + 2, "night", "night", offset=0)
    inner = word_at(tokens, at)
    if inner is not None and inner.kind == "unit" and inner.value == "day":
        day = _read_day_word(tokens, at, inner)
    elif inner is not None and inner.kind == "that":
        day = _read_that(tokens, at, inner)
    elif inner is not None and inner.kind == "same":
        day = _read_same(tokens, at)
    else:
        day = read_core(tokens, at, night=night) or _dated_part(tokens, at)
    if day is None and form_at(tokens, i) in _AT_NIGHT and _is_alone(tokens, i):
        return make_expression(tokens, i, i + 1, "night", "night")
    midnight = form_at(tokens, first) == "منتصف"
    if midnight and day is not None and form_at(tokens, first - 1) in ("بعد", "وبعد"):
        day = _past_midnight(tokens, day)
    if day is not None and day.shape == "weekday" and form_at(tokens, i).endswith("ليله") and not midnight:
        day = _night_before(tokens, day)
    if midnight and day is not None and day.shape == "relative-day" and day.to is None and (day.offset or 0) < 0:
        day = widen(tokens, day, to=widen(tokens, day, offset=(day.offset or 0) + 1, weekday=None))
    if (
        day is not None
        and day.shape == "hijri"
        and day.to is None
        and form_at(tokens, i).endswith("ليله")
        and not midnight
    ):
        day = widen(tokens, day, edge="eve")
    return widen(tokens, day, first=first, part=word.value) if day is not None else None


def _is_alone(tokens: Sequence[Token], i: int, first: int | None = None) -> bool:
    """«شن ليلا غارات»: no day stands beside it, and «ليلا ونهارا» is always."""
    before = (i if first is None else first) - 1
    words = (word_at(tokens, before) if before >= 0 else None, word_at(tokens, i + 1))
    alone = all(word is None or word.kind not in _DAY_KINDS for word in words)
    return alone and form_at(tokens, before) not in _HABITS and form_at(tokens, i + 1) not in ("من", "ونهارا")


def _past_midnight(tokens: Sequence[Token], day: TimeExpression) -> TimeExpression:
    """«بعد منتصف ليل السبت» lies in the night of Saturday to Sunday, and both days are meant."""
    if day.shape == "weekday" and day.shift is None and day.weekday is not None:
        after = widen(tokens, day, weekday=(day.weekday + 1) % 7)
        return widen(tokens, day, rule="weekday-pair", shape="weekday-pair", to=after)
    return day


def _night_before(tokens: Sequence[Token], day: TimeExpression) -> TimeExpression:
    """«ليلة الأحد» is the night that ends in Sunday; «ليل الأحد» is that of the day itself."""
    last = day.weekday or 0
    return widen(tokens, day, rule="weekday-pair", shape="weekday-pair", weekday=(last - 1) % 7, to=day)


def _dated_part(tokens: Sequence[Token], at: int) -> TimeExpression | None:
    """Read the date behind a part of the day: «مساء 3 مايو», «ليلة السابع والعشرين من رمضان»."""
    date = read_date(tokens, at) if at < len(tokens) else None
    return date if date is not None and date.day is not None else None


def _read_the_night(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read «الليلة الماضية», «الليلة قبل الماضية», «خلال الليل», «الليلة نفسها»."""
    shift, end = read_shift(tokens, i + 1)
    if shift in ("past", "before-past"):
        return make_expression(tokens, i, end, "night", "night", offset=0 if shift == "past" else -1)
    same = word_at(tokens, i + 1, "same")
    if same is not None and same.value == "after":
        return make_expression(tokens, i, i + 2, "same-day", "same-day", offset=0, part="night")
    if form_at(tokens, i).endswith("ليله") and not form_at(tokens, i + 1).startswith("ال"):  # «شنه مسلحون الليلة»
        return make_expression(tokens, i, i + 1, "night", "night", offset=0)
    late = form_at(tokens, i - 1) == "منتصف" and form_at(tokens, i - 2) in ("بعد", "وبعد")
    if late and _is_alone(tokens, i, i - 2):  # «تعرض الحي بعد منتصف الليل لقصف»
        return make_expression(tokens, i - 1, i + 1, "night", "night")
    during = word_at(tokens, i - 1, "during")
    if during is not None:
        return make_expression(tokens, i - 1, i + 1, "night", "night")
    return None


def _read_day_word(tokens: Sequence[Token], i: int, word: TimeWord) -> TimeExpression | None:
    if word.count != "sg":
        return _read_day_list(tokens, i) if not word.definite else None
    if word.definite:
        return _read_the_day(tokens, i)
    at = i + 1
    same = word_at(tokens, at, "same")
    if same is not None:
        return None
    day = read_core(tokens, at) or _dated_part(tokens, at)
    return widen(tokens, day, first=i) if day is not None else None


def _read_the_day(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read «اليوم» as today, «اليوم نفسه», «اليوم التالي»; «اليوم الثاني» and «اليوم الأخير» are no dates."""
    after = word_at(tokens, i + 1)
    if after is not None and after.kind == "same" and after.value == "after":
        end = _last_year_end(tokens, i + 2)
        if end:
            return make_expression(tokens, i, end, "anniversary", "anniversary", offset=-1)
        return make_expression(tokens, i, i + 2, "same-day", "same-day", offset=0)
    if after is not None and after.kind == "shift":
        offset = {"following": 1, "preceding": -1}.get(after.value)
        return None if offset is None else make_expression(tokens, i, i + 2, "same-day", "same-day", offset=offset)
    if form_at(tokens, i + 1).startswith("ال") and read_ordinal(tokens, i + 1) is not None:
        return None
    if form_at(tokens, i + 1) in ("الواحد", "الاخر", "الذي", "الاخير"):
        return None
    return _finish_relative(tokens, i, i + 1, 0)


def _read_day_list(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read «يومي السبت والأحد», «أيام الخميس والجمعة والسبت», «يومي 5 و6 مايو»."""
    first = word_at(tokens, i + 1, "weekday")
    if first is None:
        return _dated_part(tokens, i + 1)
    at, last = i + 2, first
    while (word := word_at(tokens, at + (form_at(tokens, at) == "و"), "weekday")) is not None and (
        word.conjunction or form_at(tokens, at) == "و"
    ):
        at += 1 + (form_at(tokens, at) == "و")
        last = word
    if last is first:
        return None
    shift, end = read_shift(tokens, at)
    found = pair_of(tokens, i, at, int(first.value), int(last.value))
    return widen(tokens, found, end=end, shift=shift)


def _read_that(tokens: Sequence[Token], i: int, word: TimeWord) -> TimeExpression | None:
    """Read «ذلك اليوم», «تلك الليلة», «هذا اليوم», «هذا الصباح»."""
    noun = word_at(tokens, i + 1)
    if noun is None or not noun.definite:
        return None
    is_day = noun.kind == "unit" and noun.value == "day" and noun.count == "sg"
    if not is_day and noun.kind != "part":
        return None
    if is_day and form_at(tokens, i - 1) == "مثل" and (end := _last_year_end(tokens, i + 2)):
        return make_expression(tokens, i - 1, end, "anniversary", "anniversary", offset=-1)
    part = noun.value if noun.kind == "part" else None
    if word.value == "far":
        if form_at(tokens, i + 2) == "من" and _is_date(tokens, i + 3):
            return None
        return make_expression(tokens, i, i + 2, "same-day", "same-day", offset=0, part=part)
    return make_expression(tokens, i, i + 2, "relative-day", "relative-day", offset=0, part=part)


def _last_year_end(tokens: Sequence[Token], at: int) -> int:
    """Give where «من العام الماضي» ends that begins at ``at``; 0 where it does not stand there."""
    unit = word_at(tokens, at + 1, "unit") if form_at(tokens, at) in ("من", "في") else None
    if unit is None or unit.value != "year" or not unit.definite or unit.count != "sg":
        return 0
    shift, end = read_shift(tokens, at + 2)
    return end if shift == "past" else 0


def _is_date(tokens: Sequence[Token], i: int) -> bool:
    """Say whether a month stands at token ``i``: «ذلك اليوم من يوليو 1974» is not the day told last."""
    return i < len(tokens) and read_date(tokens, i) is not None


def _read_same(tokens: Sequence[Token], i: int) -> TimeExpression | None:
    """Read «نفس اليوم», «ذات الليلة»."""
    noun = word_at(tokens, i + 1)
    if noun is None or not noun.definite:
        return None
    if (noun.kind == "unit" and noun.value == "day" and noun.count == "sg") or noun.kind == "part":
        part = noun.value if noun.kind == "part" else None
        return make_expression(tokens, i, i + 2, "same-day", "same-day", offset=0, part=part)
    return None
