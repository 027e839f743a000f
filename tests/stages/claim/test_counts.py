"""Which word of harm a count belongs to; every sentence is made up."""

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
        ("قتلت الجماعة -التي تنشط في الجبال منذ أعوام بلا رادع- أكثر من ألفي شخص.", [("killed", 2001, None)]),
        ("قتلت الجماعة (التي تنشط في الجبال) 40 قرويا.", [("killed", 40, 40)]),
        ("قتلوا ليس أقل من ستة رجال وأربعة بالغين في القرية.", [("killed", 6, None), ("killed", 4, None)]),
        ("زاد عدد ضحايا التفجيرات في الإقليم على مئة قتيل و300 جريح.", [("killed", 101, None), ("wounded", 300, 300)]),
        ("يرتفع عدد القتلى في صفوف الحرس الذين سقطوا في هجمات ينسبها الجيش إلى الحركة إلى 70.", [("killed", 70, 70)]),
        ("ارتفعت حصيلة قتلى المعارك التي تدور في البلدة إلى 11 شخصا.", [("killed", 11, 11)]),
        ("ارتفعت محصلة القتلى في الإقليم إلى 56 وأصيب 80.", [("killed", 56, 56), ("wounded", 80, 80)]),
        ("تسلم المشفى جثامين ثمانية رجال و30 جريحا.", [("killed", 8, 8), ("wounded", 30, 30)]),
        ("قال إن ستة من رجال الحرس سقطوا قتلى في المعركة.", [("killed", 6, 6)]),
        ("سقط ستة من رجال الحرس قتلى في المعركة.", [("killed", 6, 6)]),
        ("قال إن خمسة حراس يعملون لدى شركة متعاقدة مع الوزارة في الميناء قتلوا في الهجوم.", [("killed", 5, 5)]),
        ("قال الطبيب إن اثنين من أبنائه في عداد القتلى.", [("killed", 2, 2)]),
        ("قال الراصد إن ثلاثة سائقين ما زالوا مفقودين بعد الهجوم.", [("missing", 3, 3)]),
        (
            "لقي 14 شرطيا وستة مدنيين، إضافة إلى إصابة 30، في الهجمات.",
            [("killed", 14, 14), ("killed", 6, 6), ("wounded", 30, 30)],
        ),
        ("قضى 13 شخصا في انفجار السوق.", [("killed", 13, 13)]),
        (
            "أطلق مسلح النار على القاضي سالم المرعي فتسبب في مقتله وإصابة أربعة آخرين.",
            [("killed", 1, 1), ("wounded", 4, 4)],
        ),
        ("تمكنت القوات من قتل ثمانية مسلحين وضبط ثلاثة آخرين.", [("killed", 8, 8), ("arrested", 3, 3)]),
        ("سقط الكثير جدا من القتلى في القرية.", [("killed", 2, None)]),
        ("نفذت السلطات حكم الإعدام في خمسة مدانين.", [("executed", 5, 5)]),
    ],
)
def test_a_count_belongs_to_its_harm(text: str, expected: list[Row]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل 12 جنديا في هجوم لانتحاريين اثنين.", [("killed", 12, 12)]),
        ("قتل 12 جنديا على يد أربعة مسلحين.", [("killed", 12, 12), ("other", 4, 4)]),
        ("قتل ستة من كتيبة شهداء السهل في المعركة.", [("killed", 6, 6)]),
        ("قتل 11 مسلحا وتدمير ثلاث عجلات في الغارة.", [("killed", 11, 11)]),
        ("تظاهروا ضد أحكام الإعدام الصادرة بحق ستة من القادة.", []),
        ("قتل 40 جنديا على الأقل و15 مدنيا.", [("killed", 40, None), ("killed", 15, 15)]),
        ("قتل ليس أقل من 80 شخصا وأصيب 90.", [("killed", 80, None), ("wounded", 90, 90)]),
        ("قضى ثلاثة جنود ليلتهم في العراء بعد الهجوم.", []),
        ("قتل ستة في الغارة التي وقعت بين السهلة والأربعين في المدينة.", [("killed", 6, 6)]),
        ("شيع الآلاف جثمان الضابط في القرية.", []),
    ],
)
def test_a_count_of_others_belongs_to_no_harm(text: str, expected: list[Row]) -> None:
    assert figures(text) == expected
