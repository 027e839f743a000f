"""Counts told by a form of the word, by a list or by a toll; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze
from tests.news import FigureRow, figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل مسلحون جنديا ومدنيين في كمين.", [("killed", 1, 1), ("killed", 2, 2)]),
        ("قتل خمسة جنود وشرطيين عراقيين في الانفجار.", [("killed", 5, 5), ("killed", 2, 2)]),
        ("قتل 13 من المتمردين ومسلحين موالين لهم.", [("killed", 13, 13)]),
        ("قتل مسلحون شرطيين في مدينة العين.", [("killed", 2, None)]),
        ("وقال إنه رأى الشابين وإنهما قتلا على الفور.", [("killed", 2, 2)]),
        ("أفاد طبيب البلدة بوقوع إصابتين على الأقل في الوادي.", [("wounded", 2, None)]),
        ("وارتفعت الحصيلة إلى 25 قتيلا بعدما توفي جريحان متأثرين بجراحهما.", [("killed", 25, 25), ("killed", 2, 2)]),
        ("أعلن الجيش سقوط أول قتلاه في العملية.", [("killed", 1, 1)]),
        ("قال الشاهد إن القوات قتلت عمدا مدنيين أبرياء.", [("killed", 2, None)]),
        ("أما المتهم الذي اعتقله الحرس فهو سالم المرعي.", [("arrested", 1, 1)]),
        ("قتل قائد الشرطة في الولاية مع أربعة من حراسه في هجوم انتحاري.", [("killed", 1, 1), ("killed", 4, 4)]),
        (
            "قتل سبعة أشخاص (أربعة رجال وامرأتان وطفل) في قصف على البلدة.",
            [("killed", 7, 7), ("killed", 4, 4), ("killed", 2, 2), ("killed", 1, 1)],
        ),
        ("وقال إن ثلاثة من أصل خمسة مهاجمين قتلوا.", [("killed", 3, 3)]),
        (
            "سقط عشرات المسلحين ومن القوات الموالية للرئيس السابق سالم المرعي بين قتيل وجريح في المعارك.",
            [("killed_or_wounded", 20, 99)],
        ),
        (
            "بلغ عدد قتلى الحرس 33 حارسا بينما وصل عدد المصابين منهم 64 حارسا.",
            [("killed", 33, 33), ("wounded", 64, 64)],
        ),
        ("قتل 18 جنديا إثر تفجير 4 عناصر من التنظيم لثلاث عربات.", [("killed", 18, 18), ("other", 4, 4)]),
        ("بلغ عدد المعتقلين منذ بداية الحملة 300 شخص.", [("arrested", 300, 300)]),
        ("قالت المنظمة إن عدد النازحين ارتفع إلى 50 ألفا.", [("displaced", 50000, 50000)]),
        ("تجاوز عدد اللاجئين في المخيم خمسين ألفا.", [("displaced", 50001, None)]),
        ("قبضت الأجهزة الأمنية على 15 متهما.", [("arrested", 15, 15)]),
    ],
)
def test_counted_by_form(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "سيعاملهم الحرس كأسرى حرب إذا سلموا أنفسهم.",
        "نشرت الصحف صور جثث الضحايا.",
        "نعزي أنفسنا بفقدان هؤلاء الشهداء.",
        "مني الحزب بخسارة الأغلبية المطلقة في البرلمان.",
        "حولت الجماعة المدرسة إلى مركز لعلاج جرحى مقاتليها.",
    ],
)
def test_nobody_is_counted(text: str) -> None:
    assert figures(text) == []


def test_how_somebody_was_hurt_is_no_toll() -> None:
    text = 'أدى التفجير إلى مقتله على الفور وإصابة نائب الوزير بـ"إصابات طفيفة".'
    assert figures(text) == [("killed", 1, 1), ("wounded", 1, 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أمر القائد باختطاف جنديين وقتلهما.", [("abducted", 2, 2), ("killed", 2, 2)]),
        ("خطف مسلحون مهندسا ثم قتلوه.", [("abducted", 1, 1), ("killed", 1, 1)]),
        ("أسفرت المعارك عن سقوط 16 من الحوثيين.", [("killed", 16, 16)]),
        ("ثلاثة من هؤلاء الضحايا المدنيين قتلوا وأصيب 20 آخرون.", [("killed", 3, 3), ("wounded", 20, 20)]),
        ("القوات المتقدمة في الوادي خطفت مواطنين سوريين.", [("abducted", 2, None)]),
        ("بلغت حصيلة الضحايا نحو 800.", [("killed", 800, 800)]),
        (
            "ارتفعت حصيلة ضحايا القصف إلى 317 قتيلا على الأقل ونحو 1450 جريحا.",
            [("killed", 317, None), ("wounded", 1450, 1450)],
        ),
        ("قتل الشاب والده بعشرات الطلقات.", [("killed", 1, 1)]),
        ("قتلوا العديد منهم في قرى متباعدة وبعض القطاعات الجبلية.", [("killed", 2, None)]),
        ("نسعى إلى القضاء على بعض الجيوب شرق الولاية.", []),
        ("شارك الآلاف في تشييع ستة قتلوا في القصف.", [("killed", 6, 6)]),
        ("وقال إن دم شهدائنا أمانة في أعناقنا.", []),
    ],
)
def test_counted_in_company(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "سقطت قذائف على البلدة، ما أدى إلى أضرار مادية في المنازل كما أصيب ثلاثة مدنيين بجروح.",
            [[("wounded", 3, 3)]],
        ),
        ("استهدفت إحدى الغارات تجمعا للمتمردين وقتل 8 منهم.", [[("killed", 8, 8)]]),
        ("يأتي ذلك فيما شنت الطائرات غارات على المطار، سقط خلالها خمسة قتلى.", [[("killed", 5, 5)]]),
        (
            "دارت معارك عنيفة مع المهربين وأعوانهم سقط خلالها قتلى وجرحى.",
            [[("killed", 2, None), ("wounded", 2, None)]],
        ),
    ],
)
def test_one_happening_has_them_all(text: str, expected: list[list[FigureRow]]) -> None:
    told = [[(f.measure, f.low, f.high) for f in claim.figures] for claim in analyze(text).claims]
    assert told == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "أسفرت المواجهات عن مقتل 27 وجرح 14 من المهربين وتدمير شاحنتين، وفقا للعقيد سالم المرعي.",
            [[("killed", 27, 27), ("wounded", 14, 14)]],
        ),
        ("أدى الهجوم إلى مقتل ستة وجرح ثمانية آخرون.", [[("killed", 6, 6), ("wounded", 8, 8)]]),
        (
            "اندلعت مواجهات بالمدافع عصر الأحد وامتدت إلى ظهر الاثنين قتل خلالها أربعة مسلحين.",
            [[("killed", 4, 4)]],
        ),
        ("دارت معارك منذ عام، قتل فيها العشرات، وتوسطتها عديد من الليالي الهادئة.", [[("killed", 20, 99)]]),
        ("دار قتال منذ عام، قتل فيه العشرات، وتخللته عشرات الولائم.", [[("killed", 20, 99)]]),
    ],
)
def test_harms_of_one_fight_stay_together(text: str, expected: list[list[FigureRow]]) -> None:
    told = [[(f.measure, f.low, f.high) for f in claim.figures] for claim in analyze(text).claims]
    assert told == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "مقتل جنديين من قوات حفظ السلام، وجرح آخرين، في غارة شنها مسلحون على عدد من الجنود.",
            [("killed", 2, 2), ("wounded", 2, None), ("other", 2, None)],
        ),
        ("قتل ستة في هجوم على ثلاثة من رجال الشرطة.", [("killed", 6, 6), ("other", 3, 3)]),
        ("أعلن الجيش القضاء على عشرة من المسلحين.", [("killed", 10, 10)]),
        ("قال إن مسلحين قتلوا موفق الراضي أحد المرشحين في الشارع.", [("killed", 1, 1)]),
        ("قال إن مسلحين قتلوا شمال المدينة.", [("killed", 2, None)]),
    ],
)
def test_whom_an_attack_was_aimed_at(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "أحرق المقاتلون دورية بعد ربع ساعة من مصرع تسعة مهربين في كمين.",
            ["أحرق المقاتلون دورية", "بعد ربع ساعة من مصرع تسعة مهربين في كمين"],
        ),
        (
            "خطفت الجماعة خمسة مقاتلين كانوا قد أتموا دورة في المعسكر، بعد أقل من شهر على خطف تسعة آخرين.",
            [
                "خطفت الجماعة خمسة مقاتلين كانوا قد أتموا دورة في المعسكر",
                "بعد أقل من شهر على خطف تسعة آخرين",
            ],
        ),
    ],
)
def test_what_went_before_is_told_by_itself(text: str, expected: list[str]) -> None:
    analysis = analyze(text)
    told = [claim.span.of(analysis.page.text) for claim in analysis.claims if claim.figures or claim.type == "ASSAULT"]
    assert told == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أنقذ خفر السواحل 120 مهاجرا قبالة الجزيرة.", [("other", 120, 120)]),
        ("أنقذت القوات 12 رهينة.", [("freed", 12, 12)]),
        ("طعن شاب إسرائيليين اثنين في القدس.", [("other", 2, 2)]),
        ("قتل المهاجم برصاص الشرطة بعدما طعن ثلاثة أشخاص.", [("killed", 1, 1), ("other", 3, 3)]),
        (
            "قتل القيادي البارز في التنظيم المدعو أبو عمر الأنصاري مع ثلاثة من معاونيه.",
            [("killed", 1, 1), ("killed", 3, 3)],
        ),
        ("استشهد الأسير سالم المرعي في سجون الاحتلال.", [("killed", 1, 1)]),
    ],
)
def test_what_a_number_measures(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected


def test_a_list_of_the_dead_names_them() -> None:
    text = "قال المسؤولون إن قائمة القتلى شملت سالم المرعي من قيادات الجماعة."
    assert figures(text) == [("killed", 1, 1)]


def test_violence_in_families_takes_nobody() -> None:
    assert figures("تابعت قضايا عنف أسري تطورت إلى جريمة قتل.") == []


def test_what_kind_of_attack_it_was_is_nobody() -> None:
    assert figures("وقتل 17 جنديا، 11 منهم في هجوم انتحاري.") == [("killed", 17, 17), ("killed", 11, 11)]
