"""Who strikes and who only leads or is led; things before their verbs; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze


@pytest.mark.parametrize(
    ("text", "agents", "targets"),
    [
        ("ذكر المسعف أن العبوة استهدفت دورية راجلة.", [], ["دورية راجلة"]),
        ("العبوة استهدفت حافلة عند الجسر.", [], ["حافلة"]),
        ("ذكر المسعف أن السيارة المفخخة استهدفت موكب المحافظ.", [], ["موكب المحافظ"]),
        ("ذكر المسعف أن الحرس استهدف دورية راجلة.", ["الحرس"], ["دورية راجلة"]),
        ("أدى قصف للجيش على حي سكني إلى أضرار.", ["للجيش"], ["حي سكني"]),
        ("رصد الأهالي غارات للتحالف الذي تقوده السعودية على مواقع للمتمردين.", ["للتحالف"], ["مواقع للمتمردين"]),
        ("شنت قوة يقودها ضابط هجوما على البلدة.", ["قوة"], ["البلدة"]),
        ("وقع هجوم يقوده الحرس على البلدة.", ["الحرس"], ["البلدة"]),
        ("وقتل القيادي سالم المرعي واثنان من مرافقيه في غارة.", [], ["القيادي سالم المرعي", "مرافقيه"]),
        ("أسفر القصف عن مقتل امرأة وطفليها.", [], ["امرأة", "طفليها"]),
    ],
)
def test_who_strikes_whom(text: str, agents: list[str], targets: list[str]) -> None:
    (claim,) = analyze(text).claims
    assert [p.span.of(text) for p in claim.agents] == agents
    assert [p.span.of(text) for p in claim.targets] == targets


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("قتل خمسة رعاة وأصيب 12 يوم الجمعة في القصف.", [("killed", 5), ("wounded", 12)]),
        ("قتل خمسة رعاة بعد حصار دام 12 يوما.", [("killed", 5)]),
        ("أسفر القصف عن مقتل امرأة وطفليها.", [("killed", 1), ("killed", 2)]),
    ],
)
def test_a_day_behind_a_number_is_no_measure_of_days(text: str, told: list[tuple[str, int]]) -> None:
    assert [(f.measure, f.low) for claim in analyze(text).claims for f in claim.figures] == told


def test_things_that_are_counted_are_of_a_nation_and_no_country() -> None:
    text = "أسقطت الدفاعات الجوية 12 صاروخا روسيا فوق الميناء."
    (claim,) = analyze(text).claims
    assert [p.span.of(text) for p in claim.agents] == ["الدفاعات الجوية"]
    assert "روسيا" not in [p.span.of(text) for p in claim.targets]


def test_flight_from_something_is_why_and_families_are_nobody_s_capture() -> None:
    (claim,) = analyze("نزح آلاف المدنيين هربا من القصف.").claims
    assert [(f.low, f.high) for f in claim.figures] == [(2000, 9999)]
    assert [c.type for c in analyze("استسلم المقاتلون ومعهم أسرهم.").claims] == ["RETREAT"]


@pytest.mark.parametrize(
    ("text", "agents", "targets"),
    [
        ("تمكن الحرس من إحباط مخطط إرهابي كان يستهدف الميناء.", ["الحرس"], ["الميناء"]),
        ("هاجم إرهابي نقطة للحرس.", ["إرهابي"], ["للحرس"]),
        ("ألقى إرهابي قنبلة على الدورية.", ["إرهابي"], ["الدورية"]),
        ("استهدفت مسيرة معادية سيارة عند الجسر.", ["مسيرة معادية"], ["سيارة"]),
        ("ألقت محلقة معادية قنبلة على مزارعين.", ["محلقة معادية"], ["مزارعين"]),
    ],
)
def test_adjectives_of_things_are_nobody_and_men_take_no_thing(
    text: str, agents: list[str], targets: list[str]
) -> None:
    (claim,) = analyze(text).claims
    assert [p.span.of(text) for p in claim.agents] == agents
    assert [p.span.of(text) for p in claim.targets] == targets


def test_a_truce_that_is_broken_is_agreed_on_by_nobody() -> None:
    assert [c.subtype for c in analyze("خرقت المليشيات وقف إطلاق النار عند الجسر.").claims] == ["violate"]
