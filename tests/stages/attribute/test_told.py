"""When somebody spoke: beside the verb, before it, or at the end of an aside."""

from __future__ import annotations

import pytest

from riwaya.model.claim import Claim
from riwaya.model.document import Hints
from riwaya.pipeline import analyze


def claim_of(text: str, trigger: str) -> Claim:
    claims = analyze(text, hints=Hints(published="2020-05-14", language="ar")).claims
    return next(c for c in claims if trigger in c.trigger.of(text))


def told_of(claim: Claim) -> list[str]:
    return [str(link.told.start) for link in claim.chain if link.told is not None]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("وصباح الاثنين، قال العمدة إن حارسا قتل.", "2020-05-11"),
        ("وفي وقت سابق اليوم، قال العمدة إن حارسا قتل.", "2020-05-14"),
        ("وفي وقت سابق من يوم الأحد قال العمدة إن حارسا قتل.", "2020-05-10"),
        ("قتل حارس عند الجسر، كما أعلن العمدة الاثنين.", "2020-05-11"),
        ("وفي بيان صدر الثلاثاء، أعلنت البلدية أن حارسا قتل.", "2020-05-12"),
        ("وفي مؤتمر صحافي عقده أمس في المدينة، قال العمدة إن حارسا قتل.", "2020-05-13"),
        ("قتل حارس عند الجسر، بحسب ما أفاد مسؤول محلي مساء الاثنين.", "2020-05-11"),
        ("قتل حارس عند الجسر، وفق ما أعلنت وزارة الدفاع أمس.", "2020-05-13"),
    ],
)
def test_the_day_of_speaking_is_told_and_not_when_it_happened(text: str, day: str) -> None:
    claim = claim_of(text, "قتل")
    assert (told_of(claim), claim.time) == ([day], None)


@pytest.mark.parametrize(
    "text",
    [
        "وقتل حارس صباح الاثنين، قال العمدة إن الجسر سليم.",
        "وفر المسلحون في وقت سابق الاثنين، وقال العمدة إن حارسا قتل.",
        "قتل حارس عند الجسر الاثنين، بحسب ما أفاد مسؤول محلي.",
    ],
)
def test_the_day_of_a_deed_is_not_told(text: str) -> None:
    assert told_of(claim_of(text, "قتل")) == []
