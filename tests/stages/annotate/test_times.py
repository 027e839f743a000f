"""Times of an article: what points back, what the news is told from."""

from __future__ import annotations

from datetime import date

from riwaya.lang.tokens import tokenize
from riwaya.model.timex import Published
from riwaya.stages.annotate.times import find_times

DAY = Published(start=date(2020, 5, 14), end=date(2020, 5, 14), basis="given", why="test")


def found(text: str) -> list[tuple[str, str]]:
    times = find_times(tokenize(text), published=DAY)
    return [(time.span.of(text), str(time.start)) for time in times]


def test_times_come_in_text_order():
    text = "قصفت القرية أمس، وقبل ذلك السبت، ثم عام 2015"
    assert [words for words, _ in found(text)] == ["أمس", "السبت", "عام 2015"]


def test_a_text_without_times_has_none():
    assert find_times(tokenize("عبرت القافلة الجسر"), published=DAY) == []
    assert find_times([], published=DAY) == []


def test_the_same_day_is_the_day_told_last_and_not_a_month_or_a_year():
    text = "هوجم المعسكر السبت. وكان قد هوجم في 2017. وفر الحراس في اليوم نفسه"
    assert found(text)[-1] == ("اليوم نفسه", "2020-05-09")


def test_a_clock_time_belongs_to_the_news_and_not_to_its_background():
    text = "انفجرت سيارة الثلاثاء. وينتهي العقد في 3 كانون الثاني 2019. وقع ذلك عند الساعة السابعة صباحا"
    assert found(text)[-1] == ("الساعة السابعة صباحا", "2020-05-12")


def test_a_clock_time_belongs_to_the_day_of_its_own_sentence():
    text = "انفجرت سيارة الثلاثاء. وفي 3 كانون الثاني 2019 هوجم الجسر عند الساعة السابعة صباحا"
    assert found(text)[-1] == ("الساعة السابعة صباحا", "2019-01-03")


def test_the_hours_since_which_something_goes_on_are_those_of_the_news():
    text = "انفجرت سيارة الاثنين. وقال الناطق الأربعاء إن الجسر مغلق منذ ساعات الصباح"
    assert found(text)[-1] == ("منذ ساعات الصباح", "2020-05-13")


def test_the_same_stretch_may_be_one_that_still_runs():
    text = "يحاصرون الجسر منذ 2 أيار. وأسروا ستة في الفترة ذاتها"
    assert found(text)[-1] == ("الفترة ذاتها", "2020-05-02")


def test_a_day_in_brackets_does_not_move_the_story():
    text = "أغارت الطائرات الثلاثاء (مساء الاثنين بتوقيت العاصمة) ثم أغارت بعد ساعة"
    assert found(text)[-1] == ("بعد ساعة", "2020-05-12")


def test_an_event_after_since_gives_the_stretch_and_its_own_day():
    text = "فر كثيرون منذ أن هوجمت البلدة يوم السبت"
    stretch, day = find_times(tokenize(text), published=DAY)
    assert (stretch.kind, stretch.start, stretch.end) == ("since", date(2020, 5, 9), date(2020, 5, 14))
    assert stretch.value.startswith("since-event:")
    assert stretch.span.contains(day.span)
    assert (day.kind, day.start) == ("date", date(2020, 5, 9))


def test_marks_of_vowels_and_tatweel_change_no_span():
    text = "خلال الساعـات الـ24 الماضيةِ"
    (time,) = find_times(tokenize(text), published=DAY)
    assert time.span.of(text).startswith("الساعـات")
    assert (time.start, time.end) == (date(2020, 5, 13), date(2020, 5, 14))


def test_a_clock_time_is_not_of_a_day_to_come():
    text = "هوجم السوق أمس. ويصل الجنود بحلول 30 أيار. وقع التفجير الأول عند الساعة الثالثة مساء"
    assert found(text)[-1] == ("الساعة الثالثة مساء", "2020-05-13")


def test_minutes_later_are_of_the_same_day():
    text = "انفجرت سيارة الثلاثاء وتلاها انفجار بعد نحو 20 دقيقة"
    assert found(text)[-1] == ("بعد نحو 20 دقيقة", "2020-05-12")
