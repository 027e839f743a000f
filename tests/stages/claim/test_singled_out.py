"""Who is singled out beside those told before; every sentence is made up."""

from __future__ import annotations

import pytest

from tests.news import FigureRow, figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل حارس تونسي وآخر من فصيل محلي في تبادل للنار.", [("killed", 1, 1), ("killed", 1, 1)]),
        ("أصيب مدني وآخران من الشرطة في الانفجار.", [("wounded", 1, 1), ("wounded", 2, 2)]),
        ("تم القبض على أحد السبعة الفارين في الوادي.", [("arrested", 1, 1)]),
        ("قتل أحد سبعة حراس في القصف.", [("killed", 1, 1)]),
        ("قال إن المهرب أحد سبعة رجال قتلوا في الغارة.", [("killed", 7, 7)]),
        ("تم الإفراج عن أحد المختطفين قرب الميناء.", [("freed", 1, 1)]),
        ("قال الراوي إن ثانيهم قتل في الصحراء.", [("killed", 1, 1)]),
        ("قالت الشرطة إن أحدهم قتل والآخر أصيب.", [("killed", 1, 1), ("wounded", 1, 1)]),
        ("قتل حارس وأصيب الثاني بجروح.", [("killed", 1, 1), ("wounded", 1, 1)]),
        ("أوقع القصف نحو 80 قتيلا نصفهم من المدنيين.", [("killed", 80, 80), ("killed", 40, 40)]),
        ("قتل 60 راعيا ثلثهم من الأطفال.", [("killed", 60, 60), ("killed", 20, 20)]),
    ],
)
def test_who_is_singled_out_counts(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("تقدم الرتل بين حين وآخر وقتل حارس في القصف.", [("killed", 1, 1)]),
        ("قتل 81 راعيا نصفهم من الأطفال.", [("killed", 81, 81)]),
        ("قتل 80 راعيا أكثر من نصفهم من الأطفال.", [("killed", 80, 80)]),
        ("لم نخرج لقتل أحد ولكننا دافعنا عن بيوتنا.", []),
        ("وهذه جريمة القتل الثالثة خلال شهر.", []),
    ],
)
def test_who_is_no_one_more_is_no_figure(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected
