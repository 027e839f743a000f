"""Who does it, told by a phrase; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze


def agents(text: str, trigger: str) -> list[str]:
    """Give the words of who did what the word of happening tells."""
    claim = next(c for c in analyze(text).claims if trigger in c.trigger.of(text))
    return [p.span.of(text) for p in claim.agents]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("وقع هجوم من قبل أكثر من مئة مقاتل عند السد.", "هجوم", ["مقاتل"]),
        ("قتل سبعة حراس على يد عدد من المسلحين.", "قتل", ["المسلحين"]),
        ("قتل سبعة حراس على أيدي مجموعة من مقاتلي الحركة.", "قتل", ["مقاتلي الحركة"]),
        ("قصفت طائرة مسيرة تابعة للجيش الكيني سوقا.", "قصفت", ["للجيش الكيني"]),
        ("قصفت طائرة مسيرة سوقا في الوادي.", "قصفت", ["طائرة مسيرة"]),
        ("وصلت تعزيزات للمتمردين إلى الجبهة.", "وصلت", ["للمتمردين"]),
        ("دفع الجيش بتعزيزات إلى الجبهة.", "دفع", ["الجيش"]),
        ("قتلت مسيرة كينية شخصين في الوادي.", "قتلت", ["مسيرة كينية"]),
        ("أعلنت حركة الشباب عن نجاحها في نصب كمين لرتل من الجيش.", "كمين", ["حركة الشباب"]),
        ("صعدت القوات غاراتها على مواقع المتمردين.", "غاراتها", ["القوات"]),
        ("قتل رجلان، أحدهما بنيران الجيش والآخر في هجوم للمتمردين.", "قتل", ["الجيش", "للمتمردين"]),
    ],
)
def test_who_did_it(text: str, trigger: str, expected: list[str]) -> None:
    assert agents(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "nobody"),
    [
        ("شنت القوات ست غارات لإضعاف حركة الشباب.", "غارات", "حركة الشباب"),
        ("صد الجيش هجوما للمتمردين وقتل 30 مسلحا.", "صد", "للمتمردين"),
        ("قتل سبعة حراس في هجوم انتحاري مزدوج عند السد.", "قتل", "انتحاري مزدوج"),
        ("شهد الوادي هجوما عسكريا خطيرا.", "هجوما", "عسكريا خطيرا"),
        ("كثف المتمردون هجماتهم على القرى منذ استعاد الجيش الميناء.", "هجماتهم", "الجيش"),
    ],
)
def test_who_did_not(text: str, trigger: str, nobody: str) -> None:
    assert nobody not in agents(text, trigger)
