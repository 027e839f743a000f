"""Verbs that go on with the doer of the verb before; every sentence is made up."""

from __future__ import annotations

import pytest

from tests.news import read


def triggers(text: str) -> list[str]:
    return [claim.trigger.of(text) for claim in read(text).claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اقتحمت كتيبة من الجيش قرية السد، وفتشت البيوت، وانتشرت في الحقول.", ["اقتحمت", "وانتشرت"]),
        ("هاجم مسلحو الوادي القرية، وأجبروا الرعاة على الرحيل.", ["هاجم", "وأجبروا"]),
        ("طوق جنود الحامية السوق، وأجبروا الحكومة المحلية على إغلاقه.", ["طوق", "وأجبروا"]),
    ],
)
def test_a_joined_verb_has_the_company_of_the_one_before(text: str, expected: list[str]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "قصف الجيش قرية السد، ودخلت قافلة التجار السوق.",
        "قصف الجيش قرية السد، وأجبر الوزير مساعديه على الحضور.",
    ],
)
def test_a_verb_with_another_subject_has_not(text: str) -> None:
    assert triggers(text) == ["قصف"]
