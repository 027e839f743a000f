"""Who decides that troops are sent, who takes part, to whom a deed is ascribed; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.model.claim import Claim
from riwaya.pipeline import analyze


def claim_at(text: str, trigger: str) -> Claim:
    return next(claim for claim in analyze(text).claims if trigger in claim.trigger.of(text))


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        ("قرر الوزير إرسال قوات إلى الوادي.", "إرسال", ["الوزير"]),
        ("أعلن المتحدث عزم الحكومة نشر 300 جندي في الوادي.", "نشر", ["الحكومة"]),
        ("وصلت قوات إضافية إلى الوادي.", "وصلت", ["قوات إضافية"]),
        ("يشارك في العملية ثلاثة آلاف جندي.", "العملية", ["جندي"]),
        ("أشرف القيادي على هجمات ضد الحرس.", "هجمات", ["القيادي"]),
        ("أصيب راع في هجوم نسبته البلدية إلى المتمردين.", "أصيب", ["المتمردين"]),
        ("باتت البلدة تحت سيطرة الحرس والجيش.", "سيطرة", ["الحرس", "الجيش"]),
        ("المقاومة مدعومة بغطاء جوي تمكنت من السيطرة على التلة.", "السيطرة", ["المقاومة"]),
        ("تعرضت بعد منتصف الليل قافلة لهجوم من قبل المتمردين.", "هجوم", ["المتمردين"]),
        ("وقال القائد: دحرنا المتمردين من التلة.", "دحرنا", ["القائد"]),
    ],
)
def test_who_does_it(text: str, trigger: str, agents: list[str]) -> None:
    assert [p.span.of(text) for p in claim_at(text, trigger).agents] == agents


def test_who_suffers_behind_a_time_of_the_day_and_a_pronoun_between() -> None:
    text = "تعرضت بعد منتصف الليل قافلة لهجوم."
    assert [p.span.of(text) for p in claim_at(text, "هجوم").targets] == ["قافلة"]
    text = "جرح شخصان هما ضابط وشرطي."
    assert "شخصان" in [p.span.of(text) for p in claim_at(text, "جرح").targets]
