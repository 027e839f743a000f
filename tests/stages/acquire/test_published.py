"""A date is given, read or inferred, and never made up."""

from __future__ import annotations

import pytest

from riwaya.errors import DateInvalid
from tests.stages.acquire.pages import BODY, FIRST, TITLE, read

# 12 March 2022 was a Saturday; «أمس (الأحد)» makes the paper one of Monday, 14 March.
REPORT = (
    "قال سكان إن أن مسلحين قتلوا تسعة حراس في كمين قرب الوادي يوم السبت. "
    "لكن الفرقة أوضحت في بلاغ أمس (الأحد) إن عناصرها صدوا المهاجمين في الفترة من 9 إلى 12 مارس (آذار). "
)
YEAR = "وتشهد المنطقة تمردا منذ عام 2019، وازدادت الهجمات في عام 2020."


def test_the_hint_goes_first_and_keeps_its_day() -> None:
    (found,) = read(f"{TITLE}\n\n{BODY}", published="2020-05-06T23:30+00:00")
    assert (str(found.published.day), found.published.basis) == ("2020-05-06", "given")


@pytest.mark.parametrize("value", ["yesterday", "2020-13-01", "06/05/2020", ""])
def test_a_hint_that_is_no_iso_date_is_refused(value: str) -> None:
    with pytest.raises(DateInvalid) as caught:
        read(f"{TITLE}\n\n{BODY}", published=value)
    assert caught.value.code == "RW105"


def test_a_date_line_above_the_text_dates_it() -> None:
    (found,) = read(f"{TITLE}\n\nالأحد 7 مارس 2021\n\n{BODY}")
    assert (str(found.published.day), found.published.basis) == ("2021-03-07", "metadata")
    assert found.body.of(found.text) == BODY


def test_a_date_is_inferred_from_weekday_date_and_years() -> None:
    (found,) = read(f"{TITLE}\n\n{REPORT}{YEAR}")
    assert (str(found.published.day), found.published.basis) == ("2022-03-14", "inferred")
    assert "Monday" in found.published.why
    assert "2020" in found.published.why


def test_a_weekday_written_beside_its_date_is_tie_enough() -> None:
    text = "قتل حارسان في هجوم على المخزن يوم السبت 12 مارس. وزار الوالي المكان أمس الأحد. وبدأ التمرد عام 2021."
    (found,) = read(f"{TITLE}\n\n{text}")
    assert str(found.published.day) == "2022-03-14"


@pytest.mark.parametrize("told", ["يوم الثلاثاء من الأسبوع الماضي", "الخميس 3 مارس من العام الماضي"])
def test_a_weekday_of_another_week_says_nothing_of_the_day_of_printing(told: str) -> None:
    (found,) = read(f"{TITLE}\n\n{REPORT}وزار الوالي المكان {told}. {YEAR}")
    assert str(found.published.day) == "2022-03-14"


@pytest.mark.parametrize(
    "text",
    [
        REPORT,  # no year
        REPORT.replace("أمس (الأحد)", "له") + YEAR,  # no weekday of publication
        REPORT.replace("يوم السبت", "ليلا") + YEAR,  # nothing ties the date to a weekday
        REPORT.replace("في الفترة من 9 إلى 12 مارس (آذار)", "في 12 مارس") + YEAR,  # one date may be background
        FIRST,
    ],
)
def test_nothing_is_inferred_where_a_clue_is_missing(text: str) -> None:
    (found,) = read(f"{TITLE}\n\n{text}")
    assert (found.published.start, found.published.end, found.published.basis) == (None, None, "unknown")
    assert found.published.why
