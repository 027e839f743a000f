"""Deeds that may come, would come or nearly came, and deeds that are told; every sentence is made up."""

from __future__ import annotations

import pytest

from tests.news import read


def triggers(text: str) -> list[str]:
    return [claim.trigger.of(text) for claim in read(text).claims]


@pytest.mark.parametrize(
    "text",
    [
        "وقد يؤدي الخلاف على البئر إلى اندلاع مواجهات مسلحة بين العشيرتين.",
        "ومن شأن إغلاق المعبر أن يتسبب في مقتل مئات المرضى.",
        "ويتحدث سكان السد عن احتمال وقوع هجوم على المحطة.",
        "وتسود القرية مخاوف من تجدد القصف.",
        "ولن يعود الرعاة إلى السهل في حال استمرار الغارات على المراعي.",
        "ولا يفتح السوق إذا قصفت المدفعية الطريق.",
        "وكاد اللغم ينفجر تحت الحافلة.",
        "وأوقف الحراس رجلا قرب الجسر قبل أن يتمكن من تفجير نفسه.",
    ],
)
def test_what_is_only_supposed_is_no_claim(text: str) -> None:
    named = {"مواجهات", "مقتل", "هجوم", "القصف", "الغارات", "قصفت", "ينفجر", "تفجير"}
    assert not named & set(triggers(text))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("وأدى الخلاف على البئر إلى اندلاع مواجهات مسلحة بين العشيرتين.", "مواجهات"),
        ("وتجدد القصف على السهل بعد أن سادت القرية مخاوف من الجوع.", "القصف"),
        ("وإذا صح النبأ فهذا يعني أن الجيش قصف الجسر مرتين.", "قصف"),
        ("ولم يتضح ما إذا كان الجيش قد قصف الجسر.", "قصف"),
        ("وقتل المهربون حارسين قبل أن يتمكن الجنود من طرد المهربين من السد.", "طرد"),
    ],
)
def test_what_is_told_beside_it_is_one(text: str, trigger: str) -> None:
    assert trigger in triggers(text)
