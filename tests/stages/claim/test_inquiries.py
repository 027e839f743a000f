"""Inquiries that are held, and the achieving that is spelt alike; every sentence is made up."""

from __future__ import annotations

import pytest

from tests.news import read


def types(text: str) -> list[tuple[str, str]]:
    return [(claim.type, claim.trigger.of(text)) for claim in read(text).claims]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("فتحت شرطة السد تحقيقا لمعرفة أسباب الحريق.", "تحقيقا"),
        ("وأمر وزير الداخلية بفتح تحقيق عاجل.", "تحقيق"),
        ("وباشرت النيابة تحقيقات لكشف هوية المهربين.", "تحقيقات"),
        ("ولا تزال التحقيقات جارية لمعرفة من زرع اللغم.", "التحقيقات"),
    ],
)
def test_an_inquiry_is_told_whatever_it_is_about(text: str, trigger: str) -> None:
    assert ("ACCUSE", trigger) in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "وبدأت بلدية السد تحقيق أهدافها هذا العام.",
        "ويعمل وزير المياه من أجل تحقيق السلام بين القريتين.",
        "وأشارت التحقيقات الأولية إلى أن السد قديم.",
    ],
)
def test_achieving_and_findings_are_none(text: str) -> None:
    assert not [one for one in types(text) if one[0] == "ACCUSE"]
