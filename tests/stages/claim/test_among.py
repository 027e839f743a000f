"""Counts of a part of a toll; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze
from tests.news import FigureRow, figures

Told = list[tuple[str, str, int | None]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال الطبيب إن القتلى بينهم سبعة رعاة وشرطيان.", [("killed", 7, 7), ("killed", 2, 2)]),
        ("قال الطبيب إن عدد الجرحى يشمل 31 رجلا و17 امرأة.", [("wounded", 31, 31), ("wounded", 17, 17)]),
        ("نقل الجرحى، ومن بينهم ستة أطفال، إلى المشفى.", [("wounded", 6, 6)]),
        ("قال العمدة إن القتلى هم خمسة رجال وامرأتان.", [("killed", 5, 5), ("killed", 2, 2)]),
        ("أكدت الشرطة أن ثلاثة من حراسها سقطوا بين الجرحى.", [("wounded", 3, 3)]),
        ("أكدت الشرطة أن اثنين من حراسها كانا بين القتلى.", [("killed", 2, 2)]),
        ("أكدت الشرطة أن أربعة من حراسها ضمن المفقودين.", [("missing", 4, 4)]),
        ("قال العمدة إن عددا من الرعاة ما زالوا في عداد المفقودين.", [("missing", 2, None)]),
        ("خلف القصف ستة قتلى وأكثر من 14 في عداد المفقودين.", [("killed", 6, 6), ("missing", 15, None)]),
        ("قال الطبيب إن الجرحى 26 عاملا وأربعة سائقين.", [("wounded", 26, 26), ("wounded", 4, 4)]),
        (
            "استشهد 90 شخصا بينهم 41 عاملا من ضمنهم سبع نساء.",
            [("killed", 90, 90), ("killed", 41, 41), ("killed", 7, 7)],
        ),
    ],
)
def test_a_part_is_of_the_toll_that_it_stands_in(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("زار الوزير الجرحى وهاجم ستة مسلحين موكبه.", [("other", 6, 6)]),
        ("شيع الأهالي القتلى. وبينهم سار ستة حراس مسلحين.", []),
        ("قال العمدة إن الرعاة ما زالوا في عداد المفقودين.", []),
    ],
)
def test_who_stands_in_no_toll_suffers_nothing(text: str, expected: list[FigureRow]) -> None:
    assert ("killed", 6, 6) not in figures(text)
    assert ("wounded", 6, 6) not in figures(text)
    assert figures(text) == expected


def told(text: str) -> Told:
    """Give measure, words and number of every figure of a text."""
    return [(f.measure, f.span.of(text), f.low) for one in analyze(text).claims for f in one.figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "أشارت المصادر إلى أن القتلى بينهم ستة جنود وشرطيان، إضافة إلى سائق في حرس الحدود.",
            [("killed", "ستة", 6), ("killed", "شرطيان", 2), ("killed", "سائق", 1)],
        ),
        ("أكد الجيش أن اثنين من حراسه سقطا بين الجرحى.", [("wounded", "اثنين", 2)]),
        ("قتل جندي وآخر من حرس الحدود في كمين.", [("killed", "جندي", 1), ("killed", "وآخر", 1)]),
        (
            "أكد البيان مقتل حارسين، أحدهما هندي والآخر سوداني.",
            [("killed", "حارسين", 2), ("killed", "أحدهما", 1), ("killed", "والآخر", 1)],
        ),
        (
            "من بين الجرحى ضابط في شرطة الميناء وآخر من حرس الحدود.",
            [("wounded", "ضابط", 1), ("wounded", "وآخر", 1)],
        ),
        ("خلف القصف قتيلا وثلاثة جرحى.", [("killed", "قتيلا", 1), ("wounded", "وثلاثة", 3)]),
        ("من بين الجرحى الذين سقطوا في الانفجار أحد حراس السجن.", [("wounded", "أحد حراس السجن", 1)]),
    ],
)
def test_parts_of_a_toll_suffer_what_it_counts(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "قتل جندي، ووصل وفد وآخر من الوزارة.",
        "قتل جندي في كمين على طريق وآخر من القرية.",
    ],
)
def test_another_thing_is_no_victim(text: str) -> None:
    assert told(text) == [("killed", "جندي", 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "قتل سبعة رعاة، هم امرأتان وطفل وأربعة شبان.",
            [("killed", 7, 7), ("killed", 2, 2), ("killed", 1, 1), ("killed", 4, 4)],
        ),
        ("أصيب أربعة سائقين، وهم امرأة وثلاثة رجال.", [("wounded", 4, 4), ("wounded", 1, 1), ("wounded", 3, 3)]),
        ("أصيب أربعة سائقين، وهم في طريقهم إلى المنجم.", [("wounded", 4, 4)]),
        ("قال المدرس إن أكثر من 80 فتاة ما زلن مفقودات بعد الهجوم.", [("missing", 81, None)]),
        ("قال البيان إن ثلاثة حراس آخرين لا زالوا في عداد المفقودين.", [("missing", 3, 3)]),
        ("أصيب سبعة عمال بينهم أحد الحراس في القصف.", [("wounded", 7, 7), ("wounded", 1, 1)]),
        ("قتل ثلاثة عمال بينهم المهاجم عند البوابة.", [("killed", 3, 3), ("killed", 1, 1)]),
        ("وبين القتلى ضابط كبير من فوج السد.", [("killed", 1, 1)]),
    ],
)
def test_a_list_tells_who_they_are(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected
