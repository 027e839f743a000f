"""Victims that no number counts; every sentence is made up."""

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
        ("ذكر البيان أن ضابطا كبيرا في الحرس وستة جنود قتلوا في كمين.", [("killed", 1, 1), ("killed", 6, 6)]),
        ("ذكر البيان أن قياديا في الكتيبة أصيب مع مرافقين اثنين.", [("wounded", 1, 1), ("wounded", 2, 2)]),
        ("قتل هذا القيادي مع ستة حراس في الغارة.", [("killed", 1, 1), ("killed", 6, 6)]),
        ("أعلنت الوزارة مقتل القيادي إلى جانب ستة من حراسه.", [("killed", 1, 1), ("killed", 6, 6)]),
        ("قال الشهود إن ضابطا ومجندَين أصيبوا في الانفجار.", [("wounded", 1, 1), ("wounded", 2, 2)]),
        ("كان سالم المرعي الذي كان يدير ورشة للسلاح قتل في غارة أمس.", [("killed", 1, 1)]),
        ("يقود سالم المرعي كتيبة في الجبل، وقتل في اشتباكات مع الحرس.", [("killed", 1, 1)]),
        ("نصب المسلحون كمينا لقائد اللواء أدى إلى إصابته وقتل ثلاثة جنود.", [("wounded", 1, 1), ("killed", 3, 3)]),
        ("قتل مسلح خالته في بيتها.", [("killed", 1, 1)]),
        ("أوقفت الشرطة أرملة القائد عند الحاجز.", [("arrested", 1, 1)]),
        ("ألقت الشرطة القبض على رجل قرب السوق.", [("arrested", 1, 1)]),
        ("اعتقلت القوات العمدة ونجله في القرية.", [("arrested", 1, 1), ("arrested", 1, 1)]),
        ("قتل حوثيان وجرح ستة في كمين على الطريق.", [("killed", 2, 2), ("wounded", 6, 6)]),
        ("قتلت الجماعة الرهينة في الجبل.", [("killed", 1, 1)]),
        ("خطف المسلحون أربعة إيطاليين وبلجيكي قرب الميناء.", [("abducted", 4, 4), ("abducted", 1, 1)]),
        (
            "أصيب 30 جنديا بينهم قائد اللواء وأربعة ضباط وطبيبة.",
            [("wounded", 30, 30), ("wounded", 1, 1), ("wounded", 4, 4), ("wounded", 1, 1)],
        ),
        ("أوقفت الشرطة شخصين، أحدهما امرأة، عند الجسر.", [("arrested", 2, 2), ("arrested", 1, 1)]),
        ("أصيب 12 جنديا، أحدهم بحالة حرجة، في الانفجار.", [("wounded", 12, 12), ("wounded", 1, 1)]),
        ("أسفر القصف عن سقوط ضحايا مدنيين.", [("killed_or_wounded", 2, None)]),
    ],
)
def test_a_victim_that_no_number_counts_is_found(text: str, expected: list[Row]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ذكر البيان أن القائد الذي يدير المعسكر قتل ستة حراس.", [("killed", 6, 6)]),
        ("زار الوزير المعسكر وأصيب ثلاثة من حراسه.", [("wounded", 3, 3)]),
        ("حاول المسلح قتل خالته في بيتها.", []),
        ("نفذ الحرس عملية لاعتقال قيادي في الجبل.", []),
        ("عاد المهندس سالم المرعي إلى المدينة بعد تحريرها.", []),
        ("اختطفه مسلحان قرب السوق.", []),
        ("ألقت الشرطة القبض على المشتبه بهم.", []),
        ("بث التلفزيون مشاهد لجثث في الشارع بعد التفجير.", []),
        ("دعت المنظمة إلى تجنب سقوط ضحايا مدنيين في الغارات.", []),
        ("أعدم التنظيم شابين وصلب جثتيهما في الساحة.", [("executed", 2, 2)]),
        ("انتهت عملية احتجاز رهائن في الفندق بتحرير أربعة منهم.", [("freed", 4, 4)]),
        ("قال إن أربعة مسلحين هاجموا الحاجز، فجر أحدهم شاحنة.", [("other", 4, 4)]),
        ("هاجم المسلحون القرية وقتلوا أهله.", []),
        ("نفت الجماعة مقتل ستة مدنيين في الهجوم.", []),
    ],
)
def test_who_suffered_nothing_is_no_victim(text: str, expected: list[Row]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("قتل قناص مسنة تدعى حليمة الوادي عند البئر.", "حليمة الوادي"),
        ("اختطف مسلحون الناشط المدني علي جاسم السهلي أمس.", "السهلي"),
    ],
)
def test_the_name_that_somebody_bears_belongs_to_the_figure(text: str, end: str) -> None:
    [figure] = analyze(text).claims[0].figures

    assert figure.span.of(text).endswith(end)
