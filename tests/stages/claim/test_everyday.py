"""Families, faith, dawn, crowds, ambulances and abilities are no happenings; what looks like them and is one stays."""

from __future__ import annotations

import pytest

from tests.news import read


def heads(text: str) -> list[str]:
    return [claim.trigger.of(text) for claim in read(text).claims]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("وقال إن على الموظف أن يرعى أسرته وأبناءه في الجنوب.", "أسرته"),
        ("وقال إن سكان الحي سعداء بأبنائهم وأسرهم في المدينة.", "وأسرهم"),
        ("وكانت الحكومة تؤمن بالحوار مع الجميع.", "تؤمن"),
        ("وصلت القوات إلى البلدة ذات فجر بارد.", "فجر"),
        ("ووقف ضابط وسط حشد من المصلين في الساحة.", "حشد"),
        ("ووصلت سيارات الشرطة والإسعاف إلى الساحة.", "والإسعاف"),
        ("وقال إن المتمردين يدبرون مؤامرات تستهدف أمن البلاد.", "تستهدف"),
        ("وأطلقت الوزارة حملة تطعيم تستهدف أطفال المخيمات.", "تستهدف"),
        ("وأحيت القرية ذكرى مقتل الشيخ على يد المسلحين.", "مقتل"),
        ("وتقدمت المنظمة بأسئلة إلى قيادة الجيش.", "وتقدمت"),
        ("وتحدث عن اليأس الذي وصلت إليه الجماعة.", "وصلت"),
        ("واستهدف كمين تعزيزات للمتمردين عند الجسر.", "تعزيزات"),
        ("وشن الطيران غارات على تعزيزات للمتمردين.", "تعزيزات"),
        ("وانفجرت عبوة ناسفة زرعت تحت الجسر.", "زرعت"),
        ("وأكد أن الشرطة قادرة على اعتقال الجناة.", "اعتقال"),
        ("ويمكن استخدام القنابل في الأماكن المفتوحة.", "استخدام"),
        ("وحشد الجيش قواته حتى يتمكن من تحرير البلدة.", "تحرير"),
        ("ويجب أن يتعلم الناس الأحكام في المدارس.", "الأحكام"),
    ],
)
def test_an_everyday_word_tells_of_nothing(text: str, word: str) -> None:
    assert word not in heads(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("وقال إن الجنود الذين أسرتهم الحركة عادوا أمس.", "أسرتهم"),
        ("وحشدت القوات مئات الجنود عند الجسر.", "وحشدت"),
        ("وفجر مسلحون جسرا قرب البلدة.", "وفجر"),
        ("واستهدف المسلحون أمنيين في السوق.", "واستهدف"),
        ("وتقدمت القوات نحو البلدة.", "وتقدمت"),
        ("ووصلت تعزيزات للجيش إلى البلدة.", "ووصلت"),
        ("وزرع مسلحون عبوة ناسفة قرب الجسر.", "وزرع"),
        ("وأحكمت القوات سيطرتها على البلدة.", "وأحكمت"),
    ],
)
def test_what_looks_like_it_and_happened_is_told(text: str, word: str) -> None:
    assert word in heads(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("احتشد آلاف السكان في الساحة.", "PROTEST"),
        ("احتشدت قوات من الجيش جنوب البلدة.", "MOBILIZE"),
        ("وأكد المتحدث باسم الحركة أن هذه الشروط مرفوضة.", "REJECT"),
    ],
)
def test_crowds_protest_and_refusals_refuse(text: str, type_: str) -> None:
    assert type_ in [claim.type for claim in read(text).claims]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("وقالت المنظمة إن استخدام القنابل يعد دليلا على وقوع جرائم بحق السكان.", "يعد"),
        ("وحصد حزب الوزير خمسين في المئة من الأصوات.", "وحصد"),
        ("وشن رئيس الحركة الثانية غارات على تعزيزات في آخر الليل.", "تعزيزات"),
    ],
)
def test_what_is_counted_as_or_won_tells_of_nothing(text: str, word: str) -> None:
    assert word not in heads(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("ووصلت أمس سفينة محملة بنحو ألفي طن من المساعدات إلى الميناء.", "AID"),
        ("وتمت ظهر أمس عملية تبادل للأسرى بين الحكومة والمتمردين.", "AGREE"),
    ],
)
def test_loads_and_exchanges_are_of_their_kind(text: str, type_: str) -> None:
    assert [claim.type for claim in read(text).claims] == [type_]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نفذ انتحاريان تفجيرين في سوق البلدة.", ["ASSAULT"]),
        ("ودخلت هدنة إنسانية حيز التنفيذ في البلدة.", ["AGREE"]),
        ("وأوقفت القوات سبعة عناصر دعم للجماعات المسلحة.", ["COERCE"]),
        ("وأطلق التحالف الذي تتقدمه السعودية جسرا جويا إلى البلدة.", ["AID"]),
        ("وجردت الحكومة ناشطا معارضا من جنسيته.", ["COERCE"]),
    ],
)
def test_neighbours_say_what_a_word_is(text: str, expected: list[str]) -> None:
    assert [claim.type for claim in read(text).claims] == expected
