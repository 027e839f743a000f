"""Who suffered, told behind the words that say where and when; every sentence is made up."""

from __future__ import annotations

import pytest

from tests.news import FigureRow, figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل في الغارة القائد الميداني سالم المرعي وثلاثة من مرافقيه.", [("killed", 1, 1), ("killed", 3, 3)]),
        ("وقتل خلال الاشتباكات العقيد سامر الفهدي وأصيب أربعة من جنوده.", [("killed", 1, 1), ("wounded", 4, 4)]),
        ("أصيب في الهجوم حارس وسائق.", [("wounded", 1, 1), ("wounded", 1, 1)]),
        ("قتل برصاص الحرس شاب من البلدة.", [("killed", 1, 1)]),
        ("وخطف من منزله في البلدة صحافي هولندي.", [("abducted", 1, 1)]),
        ("قتل في الاشتباكات التي اندلعت أمس.", []),
        ("قتل في هجوم شنه مهربون.", []),
    ],
)
def test_a_sufferer_behind_the_setting_is_counted(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected
