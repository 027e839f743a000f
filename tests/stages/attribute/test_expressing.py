"""What somebody believes, doubts, fears or is sorry for, by a verb or by a noun: theirs, and as sure as they are."""

from __future__ import annotations

import pytest

from riwaya.model.claim import Claim
from tests.news import read


def claim_of(text: str, trigger: str) -> Claim:
    return next(c for c in read(text).claims if trigger in c.trigger.of(text))


@pytest.mark.parametrize(
    ("text", "trigger", "source", "certainty"),
    [
        ("وعبر المحافظ عن اعتقاده بأن المهربين خطفوا الراعي.", "خطفوا", "المحافظ", "hedged"),
        ("أعرب العمدة عن أمله في أن يطلق الخاطفون الرهينة.", "يطلق", "العمدة", "hedged"),
        ("وأعرب مسؤولون عن شكوكهم في مقتل المهرب.", "مقتل", "مسؤولون", "hedged"),
        ("وعبرت البلدية عن صدمتها إزاء مقتل تسعة تلاميذ.", "مقتل", "البلدية", "stated"),
        ("وعبرت البلدية عن أسفها لمقتل تسعة تلاميذ.", "لمقتل", "البلدية", "stated"),
        ("وشكك مسؤولون محليون في صحة إعلان مقتل المهرب.", "مقتل", "مسؤولون محليون", "hedged"),
        ("وشككت القبيلة في رواية الجيش عن مقتل الرعاة.", "مقتل", "القبيلة", "hedged"),
        ("وتشتبه الشرطة في أن المهربين خطفوا الراعي.", "خطفوا", "الشرطة", "hedged"),
        ("وتخشى البلدية أن يقتل الرعاة في الهجوم.", "يقتل", "البلدية", "hedged"),
    ],
)
def test_who_thinks_so(text: str, trigger: str, source: str, certainty: str) -> None:
    claim = claim_of(text, trigger)
    assert ([link.span.of(text) for link in claim.chain], claim.certainty) == ([source], certainty)


def test_who_expresses_something_crosses_nothing() -> None:
    text = "وعبرت الحكومة عن قلقها من أن يكون المهربون قد خطفوا الراعي."
    assert [c.trigger.of(text) for c in read(text).claims] == ["خطفوا"]


def test_nobody_suspects_whoever_is_suspected() -> None:
    text = "وقال العمدة إن الحرس اعتقلوا رجلا يشتبه في أنه خطف الراعي."
    assert [link.span.of(text) for link in claim_of(text, "اعتقلوا").chain] == ["العمدة"]


def test_a_suspicion_of_nobody_is_hedged() -> None:
    assert claim_of("ويشتبه في أن المهربين خطفوا الراعي.", "خطفوا").certainty == "hedged"
