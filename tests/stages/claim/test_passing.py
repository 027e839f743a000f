"""Who suffers a harm, with other words between; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze
from tests.news import FigureRow, figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اندلعت معركة قتل على إثرها العقيد سالم المرعي.", [("killed", 1, 1)]),
        ("وقد قتل في هذا الحادث النقيب سالم المرعي.", [("killed", 1, 1)]),
        ("أضافت الوزارة أن الشاب سالم خالد زيد المرعي (19 عاما) قتل برصاص الحرس.", [("killed", 1, 1)]),
        (
            "ذكرت البعثة أن مجندا سودانيا من قوات حفظ النظام قد قتل فيما أصيب ستة آخرون.",
            [("killed", 1, 1), ("wounded", 6, 6)],
        ),
        ("أما الحارسان فأصيبا بجروح.", [("wounded", 2, 2)]),
        ("أما العمدة سالم المرعي فقتل في الغارة.", [("killed", 1, 1)]),
        ("قتل المهاجمان وهما سائق وملثم عند البوابة.", [("killed", 2, 2), ("killed", 1, 1), ("killed", 1, 1)]),
        ("أدى القصف إلى مقتل فلسطيني وأطفاله الأربعة.", [("killed", 1, 1), ("killed", 4, 4)]),
        (
            "قتل ضابط في حرس الميناء وأحد مرافقيه، وعدد من المهربين.",
            [("killed", 1, 1), ("killed", 1, 1), ("killed", 2, None)],
        ),
        ("أسفر الهجوم عن استشهاد وإصابة ضابط، وسبعة جنود.", [("killed_or_wounded", 1, 1), ("killed_or_wounded", 7, 7)]),
    ],
)
def test_what_stands_between_parts_no_victim(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل ملثم في السوق ستة حراس.", [("killed", 6, 6)]),
        ("أما العمدة سالم المرعي فقتل جاره.", [("killed", 1, 1)]),
    ],
)
def test_the_doer_is_no_victim(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected


def test_who_fired_is_not_who_was_hit() -> None:
    text = "قال العمدة إن الحارس قتل برصاص ملثم."
    [figure] = analyze(text).claims[0].figures

    assert figure.span.of(text) == "الحارس"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل في 22 شباط العقيد سالم المرعي في كمين.", [("killed", 1, 1)]),
        ("قتل يوم 22 شباط عند السد ستة رعاة.", [("killed", 6, 6)]),
    ],
)
def test_a_date_stands_before_who_was_killed(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected
