"""How many suffered what, sentence by sentence; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze

Row = tuple[str, int | None, int | None]


def figures(text: str) -> list[Row]:
    """Give the figures of all claims of a text, in order, each once."""
    rows = [(f.span.start, (f.measure, f.low, f.high)) for c in analyze(text).claims for f in c.figures]
    return [row for _, row in sorted(set(rows))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سقط 45 قتيلا بينهم 12 طفلا في القصف.", [("killed", 45, 45), ("killed", 12, 12)]),
        ("قتل جنديان وأصيب أربعة آخرون في كمين نصبه مسلحون.", [("killed", 2, 2), ("wounded", 4, 4)]),
        ("قتل محمد البلعاوي في القصف أمس.", [("killed", 1, 1)]),
        ("قتل ستة متمردين وجرح آخرون في الكمين.", [("killed", 6, 6), ("wounded", 2, None)]),
        ("قتل القيادي في الحركة، زيدان البري، في الغارة.", [("killed", 1, 1)]),
        (
            "ارتفع إلى 14 على الأقل بينهم خمسة أطفال عدد القتلى الذين سقطوا في القصف.",
            [("killed", 14, None), ("killed", 5, 5)],
        ),
        ("سقط عشرات العمال بين قتيل وجريح في الانفجار.", [("killed_or_wounded", 20, 99)]),
        ("تعرض ثلاثة من موظفي الهيئة للاختطاف.", [("abducted", 3, 3)]),
        ("ذكر أن ثلاثة من موظفيها تعرضوا للاختطاف.", [("abducted", 3, 3)]),
        ("ارتفع عدد القتلى الاثنين جراء القصف المتواصل على أطراف البلدة من جهة النهر إلى خمسة.", [("killed", 5, 5)]),
        ("وقتل مسلح 38 زائرا في الهجوم على المتحف.", [("killed", 38, 38)]),
        ("ارتفع إلى تسعة بينهم عمدة البلدة وخمسة أطفال عدد القتلى.", [("killed", 9, 9), ("killed", 5, 5)]),
        ("وأسفر الحادث عن إصابتين.", [("wounded", 2, 2)]),
        ("ومن بين القتلى امرأتان وحارس.", [("killed", 2, 2), ("killed", 1, 1)]),
        ("أصيب ثلاثة صحافيين وأحد المدنيين في الانفجار.", [("wounded", 3, 3), ("wounded", 1, 1)]),
        ("استشهد وأصيب عدد من المواطنين في القصف.", [("killed_or_wounded", 2, None)]),
        ("أعدم التنظيم عشرين أسيرا في البلدة.", [("executed", 20, 20)]),
        ("قتل بضعة عناصر من الحرس في المعركة.", [("killed", 2, None)]),
    ],
)
def test_figures(text: str, expected: list[Row]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "قصفت الطائرات البلدة ولم ترد أنباء عن خسائر بشرية.",
        "سقطت قذيفة على السوق دون وقوع خسائر.",
        "هاجم المسلحون الثكنة ولم يتكبد الجيش أي قتلى.",
        "قتل عندما انفجرت العبوة.",
    ],
)
def test_no_figures(text: str) -> None:
    assert figures(text) == []


def test_the_name_behind_a_title_belongs_to_the_figure() -> None:
    text = "قتل القيادي في الحركة، زيدان البري، في الغارة."
    [figure] = analyze(text).claims[0].figures

    assert figure.span.of(text).endswith("زيدان البري")
