"""People counted by numbers that no word of harm takes; every sentence is made up."""

from __future__ import annotations

import pytest

from tests.news import FigureRow, figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("حاصر الجيش 300 حوثي في الجبل.", [("other", 300, 300)]),
        ("ساعدت المجموعة أربعة من المشتبه بهم على الهرب.", [("other", 4, 4)]),
        ("انضم المقاتلون الستة إلى التنظيم في مطلع العام.", [("other", 6, 6)]),
        (
            "أدى القصف إلى وقوع عشرات القتلى والجرحى من المهربين وهروب مئة منهم.",
            [("killed_or_wounded", 20, 99), ("other", 100, 100)],
        ),
        ("هاجم ثلاثة مسلحين مركز الشرطة.", [("other", 3, 3)]),
    ],
)
def test_people_are_counted(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("استهدف مسلحون ثلاثة جنود أثناء عودتهم إلى بيوتهم، ما أدى إلى إصابتهم بحروق.", [("wounded", 3, 3)]),
        ("هاجم مسلحون أربعة عمال قرب الحقل ما أدى إلى مقتلهم جميعا.", [("killed", 4, 4)]),
        ("هاجم ثلاثة مسلحين الثكنة قبل أن يفروا.", [("other", 3, 3)]),
    ],
)
def test_a_pronoun_tells_their_fate(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ارتفعت حصيلة قتلى المعارك، التي تدور في المدينة بين الجيش والتنظيم، إلى 11 شخصا.", [("killed", 11, 11)]),
        ("ارتفعت حصيلة جرحى التفجير، الذي استهدف السوق صباح أمس، إلى 45 جريحا.", [("wounded", 45, 45)]),
        ("ارتفع عدد قتلى الاشتباكات، التي تدور في المدينة منذ أيام إلى 18 شخصا.", [("killed", 18, 18)]),
    ],
)
def test_a_total_stands_behind_an_inserted_clause(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected
