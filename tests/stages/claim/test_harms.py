"""What a word of harm measures; every sentence is made up."""

from __future__ import annotations

import pytest

from tests.news import FigureRow, figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أدى الهجوم إلى مقتل ستة رعاة وفقدان 14 آخرين.", [("killed", 6, 6), ("missing", 14, 14)]),
        ("أدى الهجوم إلى جرح ستة رعاة وفقدان آخر.", [("wounded", 6, 6), ("missing", 1, 1)]),
        ("أعلن الحرس فقدان أثر سبعة جنود بعد الكمين.", [("missing", 7, 7)]),
        ("أعلن الحرس فقدان عدد آخر من الجنود بعد الكمين.", [("missing", 2, None)]),
        ("قال الطبيب إن سبعة عشر راعيا فقدوا حياتهم في الغارة.", [("killed", 17, 17)]),
        ("أفاد الهلال بوفاة 31 عاملا وإصابة 40 آخرين في القصف.", [("killed", 31, 31), ("wounded", 40, 40)]),
        ("أدى القصف إلى مقتل وجرح بعض المارة.", [("killed_or_wounded", 2, None)]),
        ("ارتفع عدد قتلى وجرحى الحرس إلى 460 جنديا.", [("killed_or_wounded", 460, 460)]),
        ("أسفرت المعركة عن مصرع 45 حارسا ووقوع سبعة في الأسر.", [("killed", 45, 45), ("captured", 7, 7)]),
        ("أعلنت الوزارة وفاة حارس متأثرا بجراحه.", [("killed", 1, 1)]),
        ("توفي راعيان في المستوصف جراء إصابات لحقت بهما أمس.", [("killed", 2, 2)]),
        ("أصيب راع بعدة رصاصات عند البئر.", [("wounded", 1, 1)]),
        ("قتل الراعي بثلاث طعنات قرب البئر.", [("killed", 1, 1)]),
        ("أصيب راع وثلاثة من أبنائه بعدة شظايا.", [("wounded", 1, 1), ("wounded", 3, 3)]),
        ("يواصل الحرس تصفية آخر جيوب المهربين في الغابة.", []),
        ("أعلن الحرس مقتل مهرب ومصرع آخر برصاصه.", [("killed", 1, 1), ("killed", 1, 1)]),
    ],
)
def test_a_harm_measures_what_its_words_tell(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("فقد الجيش 14 جنديا في المعركة.", [("killed", 14, 14)]),
        ("قال إنه فقد ستة من أفراد أسرته في الغارة.", [("killed", 6, 6)]),
        ("خلف القصف قتلى وجرحى في القرية.", [("killed", 2, None), ("wounded", 2, None)]),
        ("أعلنت الوزارة وفاة ستة عمال في حادث سير.", []),
    ],
)
def test_a_loss_is_not_a_disappearance(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قالت الشرطة إن شخصا واحدا على الأقل قتل وجرح ستة آخرون عند الجسر.", [("killed", 1, None), ("wounded", 6, 6)]),
        ("قال الحارس إن امرأة قتلت وأصيب نحو 12 راعيا عند البئر.", [("killed", 1, 1), ("wounded", 12, 12)]),
        ("قال العمدة إن مهندسا قتل وأصيب اثنان عند البئر.", [("killed", 1, 1), ("wounded", 2, 2)]),
    ],
)
def test_who_stands_before_the_first_of_two_verbs_suffers_it_alone(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل وأصيب نحو 20 راعيا عند البئر.", [("killed_or_wounded", 20, 20)]),
        ("قال العمدة إن نحو 20 راعيا قتلوا وأصيبوا عند البئر.", [("killed_or_wounded", 20, 20)]),
    ],
)
def test_two_verbs_of_the_same_people_are_not_told_apart(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قضى رجل من القرية إثر انفجار في مخزن الوقود.", [("killed", 1, 1)]),
        ("قضى رجل من القرية ليلته إثر عطل في السيارة.", []),
        ("تسلم المشفى جثمان الجندي سالم المرعي وأربعة جرحى.", [("killed", 1, 1), ("wounded", 4, 4)]),
    ],
)
def test_one_person_dies_of_the_violence_told_behind(text: str, expected: list[FigureRow]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقضت القوات في كمين قرب السد على ثلاثة مسلحين.", [("killed", 3, 3)]),
        ("وقضت محكمة السهل غيابيا بالسجن عشر سنوات على ثلاثة مسلحين.", [("other", 3, 3)]),
        ("وقتل 12 مواطنا ومواطنة في القصف.", [("killed", 12, 12)]),
        ("وقتل 12 رجلا وامرأة في القصف.", [("killed", 12, 12), ("killed", 1, 1)]),
        (
            "وترتفع الحصيلة إلى 12 قتيلا، من بينهم أربعة أطفال، فيما بلغ عدد الجرحى 40، وفق البلدية.",
            [("killed", 12, 12), ("killed", 4, 4), ("wounded", 40, 40)],
        ),
        ("وقتلهم المسلحون ليلا، وبلغ عدد القتلى عشرين.", [("killed", 20, 20)]),
    ],
)
def test_the_halves_of_one_toll_are_told_together(text: str, expected: list[FigureRow]) -> None:
    assert sorted(figures(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وارتفع عدد الشهداء إلى 20 شهيدا والجرحى إلى 95.", [("killed", 20, 20), ("wounded", 95, 95)]),
        ("وبلغ عدد القتلى 20 قتيلا والجرحى 95 جريحا.", [("killed", 20, 20), ("wounded", 95, 95)]),
        ("وقتل الحرس ثلاثة مهربين في السوق خطفوا راعيا.", [("abducted", 1, 1), ("killed", 3, 3)]),
        ("وأفرج المسلحون عن ثلاثة معلمين خطفوهم قبل شهر.", [("freed", 3, 3)]),
        ("وقال العمدة إن ثلاثة مسلحين قتلوا حارسا.", [("killed", 1, 1), ("other", 3, 3)]),
        ("وقتل راع و32 أصيبوا.", [("killed", 1, 1), ("wounded", 32, 32)]),
        ("وقضى ثلاثة مدنيين جراء القصف.", [("killed", 3, 3)]),
        ("وقضى شاب تحت التعذيب.", [("killed", 1, 1)]),
        ("وقضى ثلاثة جنود ليلتهم في العراء.", []),
        ("ووقعت مجزرة في المخيم راح ضحيتها 20 مدنيا.", [("killed", 20, 20)]),
        ("وقدر العمدة حصيلة القتلى بنحو 300.", [("killed", 300, 300)]),
    ],
)
def test_a_number_is_theirs_of_whom_it_is_told(text: str, expected: list[FigureRow]) -> None:
    assert sorted(figures(text)) == expected
