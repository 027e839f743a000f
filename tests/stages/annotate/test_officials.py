"""Where who speaks ends and whom he speaks of begins; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze


@pytest.mark.parametrize(
    ("text", "speaker", "blamed"),
    [
        ("وحمل مسؤول تركي حزب العمال الكردستاني مسؤولية الحريق.", "مسؤول تركي", "حزب العمال الكردستاني"),
        ("واتهم مصدر يمني جماعة الحوثي بقصف الحي.", "مصدر يمني", "جماعة الحوثي"),
        ("واتهمت المستشارة الألمانية الحكومة التركية بقمع المحتجين.", "المستشارة الألمانية", "الحكومة التركية"),
        ("واتهمت مبعوثة الاتحاد الحركة بخرق الهدنة.", "مبعوثة الاتحاد", "الحركة"),
    ],
)
def test_a_nation_closes_an_office(text: str, speaker: str, blamed: str) -> None:
    claim = analyze(text).claims[0]
    assert [link.span.of(text) for link in claim.chain] == [speaker]
    assert [p.span.of(text) for p in claim.targets] == [blamed]
