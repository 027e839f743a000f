"""Decide which days a time expression means. ALL of it is decided here, by these rules, in this order.

**What it is measured from**

1. A date with its year needs nothing. Everything else is measured from the *publication date*.
2. An unknown publication date leaves it unresolved: ``start`` and ``end`` None, ``basis`` unresolved, ``value`` still says
   what was read. A publication date known only as a stretch is tried at its first and at its last day; where both
   give the same answer it is certain and taken, else unresolved.
3. «نفس اليوم», «ذلك اليوم», «اليوم التالي», «منذ ذلك الوقت», «العام نفسه», and a clock time or «بعد ساعتين» without a day
   are measured from the time *told last* in the text (``previous``), ``anaphoric``, basis ``anchor_timex``; so is «قبيل صلاة
   الفجر», and «الفترة نفسها» is the *stretch* told last. A weekday behind «حينذاك» is the one next to the day told last, where
   that lies more than a week back.
4. A bare short window («خلال 24 ساعة», «خلال الليل») is measured from the *news day*: the latest day, publication included
   and at most a week before it, that the text itself names («أمس», «الاثنين»); a paper prints next morning what its agency
   measured the day before. With «الماضية» the window speaks from the page and is measured from publication; one of hours
   from the news day, where that lies more than a day back: then the report is older than the page.

**Which day it gives**

- «اليوم» 0, «أمس» -1, «أمس الأول» and «أول (من) أمس» -2, «غدا» +1, «بعد غد» +2. With a weekday in apposition that does not
  fit, the weekday is believed (web pages are redated, weekdays are not).
- A weekday is the nearest on or before publication, the day itself counted. With «المقبل» the next after it. With «الماضي»
  the nearest before it, but one week further back where that would be yesterday: for yesterday a paper writes «أمس».
- Two weekdays («ليل الجمعة - السبت») are two days; the second is resolved, the first stands before it. «ليلة السبت» is the
  night that ends in that day, and the day before with it; «ليل السبت» is of the day itself.
- Two days joined by «و» («مساء الخميس وصباح الجمعة») are both, where they lie side by side.
- «نهاية الأسبوع» is its Saturday and Sunday, begun last, «نهاية الأسبوع الماضي» those that are over, what is planned for it those to come.
- «شهري مايو ويونيو» are both and what lies between. «أواخر العام» that would lie ahead, and is not planned, is of the year told
  last, else of the one before; «العام التالي» follows the year told last.
- «منتصف ليل الأحد الاثنين», and what lies behind it, names the night by its two days, and both are meant; «بعد منتصف ليل أمس» likewise is
  yesterday and the day after it, and «بعد منتصف ليل الأحد» Sunday and Monday.
- «يومها الحادي عشر الثلاثاء», «لليوم الـ7 على التوالي» are so many days, the last that weekday or the news day; «للشهر التاسع»
  likewise begins with the first of the month eight back.
- Where no number is told, hours take in yesterday, «الأيام الماضية» and «منذ أيام» a week, «الأسابيع الماضية» and «منذ أسابيع» a month
  until publication, and those to come as much from it; of months and years nothing is said.
- «مثل هذا اليوم من العام الماضي» is the day of publication, a year back.
- «ليلا» without a day beside it is the night before the news day and that day.
- «الليلة الماضية», and «الليلة» alone, is yesterday and today, «الليلة قبل الماضية» the two days before today.
- A day and month, or a month, without a year is the nearest on or before publication; «المقبل», «بحلول» and what is
  planned («المقررة في 3 مايو») the nearest after; «الحالي» the one in the year of publication. A month named with «الماضي» in the same month is a year ago.
- «الأسبوع الماضي» is the week from Monday to Sunday before this one; «الشهر الماضي», «العام الماضي» likewise, whole.
- An amount counted back falls into the unit that it names, and the whole unit is meant: «قبل عامين» that year,
  «قبل ثلاثة أشهر» that month, «قبل أسبوعين» and «قبل عشرة أيام» that day.
- «بعد أيام على هجوم» puts that attack into the seven days before what was told.
- «بعد أقل من عشرة أيام على هجوم» puts that attack into the nine days before what was told, or on its day.
- «بعد الهجوم بيومين», «بعد ثلاثة أيام» and «قبل يومين من هذا الهجوم» are counted from the day told last (else the news day);
  «بعد أربعة أيام على هجوم» dates the attack that it names, so many days before what was told. From other events
  («قبل يومين من الاقتراع») nothing is counted: unresolved.
- «منذ X» (kind ``since``) runs from the first day of X until publication: «منذ ست سنوات» from 1 January of that year,
  weeks back from the same weekday.
- A window of hours takes in the day before («الساعات الـ24 الماضية»: yesterday and today), of n days the n days
  before today («اليومين الماضيين») or, bare, before the news day; of weeks so many days until publication; of months and years, from the first day of the unit
  counted back until publication.
- The beginning, middle and end of a month are days 1-10, 10-20 and 21-last (``since`` the middle: the 15th); of a year
  the first month («مطلع», «بداية»; «أوائل» the first three), May to August, the last three; of a decade years 0-3, 4-6 and 7-9.
- «النصف الأول من العام», «الربع الأخير من 2014», «الأسبوع الثاني من يوليو» are the parts by their own days; weeks count from
  the first of the month.
- A season told with its year is its three months («خريف 2016»: September to November); winter, which lies in two years, is
  none. New Year and Christmas are their days, «ليلة رأس السنة» with the day before.
- No day is ever invented for a month or a year: ``precision`` says which it is and ``start``..``end`` cover it.
- Hijri dates, months and years become days by the Umm al-Qura table (1343 to 1500 AH; outside it they stay unresolved), by
  the same rules, counted in Hijri years: «رمضان» is the nearest on or before publication, «16 شعبان من العام الماضي» of the
  Hijri year before. «ليلة 27 رمضان» is the night that ends in that day, and the day before with it. A weekday that the table misses by one day is believed, for
  the moon may be sighted a day off it. Feasts are their days by the same table («ثاني أيام عيد الفطر» 2 Shawwal); «العيد» is the
  nearer of the two great ones. «رمضان 2015» is the one that begins in 2015. With a Gregorian date beside it («الموافق») that date is taken.

Source: annotation guideline, Dates; TIMEX3 in spirit (Pustejovsky et al. 2003) with inclusive days in place of its values.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from riwaya.lang.timex_bounds import find_bounds
from riwaya.lang.timex_expression import TimeExpression
from riwaya.lang.timex_frame import Bounds, Frame
from riwaya.lang.timex_value import describe
from riwaya.model.timex import Published, Timex

_RECENT = timedelta(days=7)
_NEWS_SHAPES = frozenset(
    {"relative-day", "weekday", "weekday-pair", "date", "hijri", "day-of-month", "weekday-of-week"}
)
_ANAPHORIC = frozenset({"same-day", "same-unit", "same-time", "same-period", "clock", "hours-later", "from-told"})
_TIMES_OF_DAY = frozenset({"clock", "hours-later"})


def resolve_time(
    expression: TimeExpression, *, anchor: Published, previous: Timex | None, news: date | None = None
) -> Timex:
    """Give the time that an expression means; see the module for every rule.

    Args:
        expression: As :func:`riwaya.lang.timexes.find_time_expressions` reads it.
        anchor: When the text came out, as far as that is known.
        previous: The time told last before this one, for expressions that point back.
        news: The day the news is told from; the publication date when left out.

    Returns:
        The time, with ``start`` and ``end`` None and basis ``unresolved`` where nothing certain can be said. The ``end``
        alone is None for «منذ 2012» in a text without a publication date.
    """
    told = (previous.start, previous.end) if previous and previous.start and previous.end else None
    days = _days(anchor)
    answers = [find_bounds(expression, Frame(day, news or day, told)) for day in days]
    kind = _kind(expression, answers[0])
    basis = _basis(expression, told)
    start = answers[0].start if answers[0] and all(a and a.start == answers[0].start for a in answers) else None
    end = answers[0].end if answers[0] and all(a and a.end == answers[0].end for a in answers) else None
    if expression.since and start is not None:
        end = _until_publication(anchor, start)
    elif start is None or end is None:
        start = end = None
    return Timex(
        span=expression.span,
        start=start,
        end=end,
        precision=answers[0].precision if answers[0] and start else "unknown",
        value=describe(expression),
        basis=basis if start else "unresolved",
        anaphoric=expression.shape in _ANAPHORIC or expression.shift == "same",
        kind=kind,
    )


def _days(anchor: Published) -> list[date | None]:
    if anchor.start is None or anchor.end is None:
        return [None]
    return [anchor.start] if anchor.start == anchor.end else [anchor.start, anchor.end]


def _until_publication(anchor: Published, start: date) -> date | None:
    """The stretch ends with publication; of a short stretch its first day is sure, of a long one nothing is."""
    if anchor.start is None or anchor.end is None or anchor.end - anchor.start > _RECENT:
        return None
    return max(anchor.start, start)


def _kind(expression: TimeExpression, bounds: Bounds | None) -> str:
    if expression.since:
        return "since"
    if expression.shape in _TIMES_OF_DAY:
        return "time-of-day"
    if expression.shape == "duration":
        return "duration"
    if expression.to is not None or expression.shape in ("window", "night", "vague", "nth-day"):
        return "range"
    return "date" if bounds is None or bounds.precision != "days" else "range"


def _basis(expression: TimeExpression, told: tuple[date, date] | None) -> str:
    if expression.shape in _ANAPHORIC or expression.shift == "same":
        return "anchor_timex"
    alone = find_bounds(expression, Frame(None, None, told))
    return "stated" if alone is not None else "publication_date"


def news_day(expressions: Sequence[TimeExpression], anchor: Published) -> date | None:
    """Give the latest day that the text names, not after publication and at most a week before it.

    Returns:
        The publication date where the text names no such day; None where that date is not one known day.
    """
    if anchor.day is None:
        return None
    latest: date | None = None
    for expression in expressions:
        if expression.shape not in _NEWS_SHAPES or expression.since:
            continue
        found = find_bounds(expression, Frame(anchor.day, anchor.day, None))
        if found is None or found.precision not in ("day", "days", "part-of-day"):
            continue
        if anchor.day - _RECENT <= found.end <= anchor.day and (latest is None or found.end > latest):
            latest = found.end
    return latest or anchor.day
