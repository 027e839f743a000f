"""Numbers of people, cases and things; every sentence is made up."""

from __future__ import annotations

import pytest

from tests.news import FigureRow, figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وأصيب العشرات بغارة على السوق.", [("wounded", 20, 99)]),
        ("وقتل 14 بقصف على السوق.", [("killed", 14, 14)]),
        ("سجل الراصد 31 حالة وفاة و17 حالة إصابة في القصف.", [("killed", 31, 31), ("wounded", 17, 17)]),
        ("قال الطبيب إن القصف خلف 46 إصابة.", [("wounded", 46, 46)]),
        ("وقتل واحد وعشرون حارسا في الكمين.", [("killed", 21, 21)]),
        ("قال العمدة إن حارسين آخرين أصيبا بجروح.", [("wounded", 2, 2)]),
        ("أعلن الحرس مقتل عنصرين آخرين في الوادي.", [("killed", 2, 2)]),
    ],
)
def test_people_and_their_cases_are_counted(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وثق الراصد مقتل ستة عمال و19 عملية اغتيال.", [("killed", 6, 6)]),
        ("أسفرت الغارة عن مقتل ستة عمال، وتدمير شاحنة و3 صهاريج.", [("killed", 6, 6)]),
        ("قتل عشرون حارسا في عشر غارات.", [("killed", 20, 20)]),
        ("أدى القصف إلى مقتل ستة، وهناك أربعة حراس محاصرين في البرج.", [("killed", 6, 6), ("other", 4, 4)]),
        ("قتل عناصر من مجموعة «3 آر» 17 قرويا في السهل.", [("killed", 17, 17)]),
    ],
)
def test_things_and_deeds_are_not(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected
