"""Date lines are read in the ways that pages write them; sentences are not date lines."""

from __future__ import annotations

import pytest

from riwaya.stages.acquire.header_date import find_date_line


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("الأحد، 07 آذار/مارس 2021، آخر تحديث 09:00 (GMT+0400)", "2021-03-07"),
        ("الثلاثاء 30 يوليو 2024", "2024-07-30"),
        ("نشر في: 2 تشرين الثاني 2019", "2019-11-02"),
        ("1000 (GMT+04:00) - 21/07/09", "2009-07-21"),
        ("25 رمضان 1445 هـ - 4 أبريل 2024 م", "2024-04-04"),
        ("٣٠ يوليو ٢٠٢٤", "2024-07-30"),
        ("2024-07-30", "2024-07-30"),
        ("Published April 18 2017", "2017-04-18"),
        ("Mis à jour le 13 août 2024 à 09h42", "2024-08-13"),
        ("12/25/2020", "2020-12-25"),
        ("02-أغسطس-2024", "2024-08-02"),
        ("28-Jan-2025", "2025-01-28"),
        ("25-11-2024 07:16 PM بتوقيت القدس المحتلة", "2024-11-25"),
        ("السبت - 20 نيسان 2024 - 04:33 م بتوقيت عدن", "2024-04-20"),
        ("2021.12.11 | 16:27 دمشق", "2021-12-11"),
    ],
)
def test_a_date_line_gives_its_day(line: str, day: str) -> None:
    found = find_date_line(line)
    assert found is not None
    assert found.day.isoformat() == day


@pytest.mark.parametrize(
    "line",
    [
        "20/5/2020 16:27 انفجار في السوق",
        "التقرير بتوقيت عدن",
        "قتل ثلاثة حراس في 5 مايو 2020 قرب الجسر",
        "الثلاثاء",
        "30 يوليو",
        "31/02/2020",
        "هدنة 2020",
        "",
        "5/2020",
    ],
)
def test_other_lines_give_none(line: str) -> None:
    assert find_date_line(line) is None
