"""Victims told one by one; every sentence is made up."""

from __future__ import annotations

import pytest

from tests.news import FigureRow, figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "أعلنت الكتيبة مقتل العقيد سالم المرعي، والنقيب زيد البري، والملازم خالد السهلي في الكمين.",
            [("killed", 1, 1), ("killed", 1, 1), ("killed", 1, 1)],
        ),
        (
            "أسفر القصف عن مقتل سالم زيد المرعي، خالد زيد المرعي، ومحمد زيد المرعي.",
            [("killed", 1, 1), ("killed", 1, 1), ("killed", 1, 1)],
        ),
        ("أسفر الكمين عن مقتل 17 حارسا وسائق.", [("killed", 17, 17), ("killed", 1, 1)]),
        ("خطف ملثمون موظفا بشركة المياه وشقيقه.", [("abducted", 1, 1), ("abducted", 1, 1)]),
        ("خطف ملثمون إمام مسجد وستة من طلابه.", [("abducted", 1, 1), ("abducted", 6, 6)]),
        ("قال الضابط إن الذين قتلوا هم ممرض و17 حارسا من الميناء.", [("killed", 1, 1), ("killed", 17, 17)]),
        ("قتل ستة عمال، بينهم ممرضة حامل وابنتها، في القصف.", [("killed", 6, 6), ("killed", 1, 1), ("killed", 1, 1)]),
        (
            "ذكر البيان أن أربعة أعضاء بجماعة «السهل»، وضابطا كبيرا في الحرس، قتلوا أمس.",
            [("killed", 4, 4), ("killed", 1, 1)],
        ),
        (
            "قتل ستة بينهم طبيب وسبعة في عداد المفقودين بعد الغارة.",
            [("killed", 6, 6), ("killed", 1, 1), ("missing", 7, 7)],
        ),
    ],
)
def test_who_stands_in_one_list_is_a_victim(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بعد مقتل سالم المرعي، والوزير زيد البري يزور البلدة، هدأت المعارك.", [("killed", 1, 1)]),
        ("أدى الانفجار إلى مقتل 17 حارسا وسبعة عمال.", [("killed", 17, 17), ("killed", 7, 7)]),
        ("قتل حارس والده في بيته.", [("killed", 1, 1)]),
        ("قتل 17 عاملا وصبيا في القصف.", [("killed", 17, 17)]),
        ("شردت المعارك 13 مليون نازح ولاجئ.", [("displaced", 13000000, 13000000)]),
    ],
)
def test_who_stands_in_no_list_is_none(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت الكتيبة مقتل ستة حراس و17 عاملا والنقيب",
        "أعلنت الكتيبة مقتل سالم المرعي، والنقيب",
        "سقط ستة حراس و17 عاملا بين قتيل وجريح وحارس",
    ],
)
def test_a_list_may_end_with_the_text(text: str) -> None:
    assert figures(text)
