"""Sentences of death and who was put to death; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.model.claim import Claim
from riwaya.pipeline import analyze


def sentence(text: str) -> Claim:
    """Give the claim whose word is the sentence."""
    return next(one for one in analyze(text).claims if one.subtype == "execute")


def quotes(text: str) -> list[tuple[str, int]]:
    """Give the words and the number of those put to death."""
    return [(f.span.of(text), f.low or 0) for f in sentence(text).figures if f.measure == "executed"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "نفذت الوزارة حد الحرابة في كل من: زيدان سالم البري وجابر راشد المرعي - تشاديي الجنسية - لإقدامهما على قتل راع.",
            [("زيدان سالم البري", 1), ("جابر راشد المرعي", 1)],
        ),
        ("جرى تنفيذ حكم القتل بالجاني في مدينة تبوك.", [("الجاني", 1)]),
        ("جرى تنفيذ حكم القتل حدا بالجانيين في مدينة تبوك.", [("الجانيين", 2)]),
        ("جرى تنفيذ حكم القصاص في الجاني بمدينة تبوك.", [("الجاني", 1)]),
        ("نفذت السلطات حكم القصاص في القاتل زيدان البري.", [("زيدان البري", 1)]),
        ("نفذت السلطات حكم الإعدام شنقا بحق ضابط.", [("ضابط", 1)]),
        ("نفذ حكم الإعدام رميا بالرصاص في سبعة مهربين.", [("سبعة", 7)]),
    ],
)
def test_those_put_to_death_are_counted(text: str, expected: list[tuple[str, int]]) -> None:
    assert quotes(text) == expected
    assert sentence(text).type == "ASSAULT"


def test_the_crime_is_told_beside_the_sentence() -> None:
    text = "نفذت الوزارة حكم القصاص في المدعو زيدان بن سالم البري لإقدامه على قتل جابر بن راشد المرعي."
    assert quotes(text) == [("زيدان بن سالم البري", 1)]
    assert [f.measure for f in sentence(text).figures] == ["executed"]


def test_a_sentence_that_is_only_passed_is_coercion_and_executes_nobody() -> None:
    text = "أصدرت المحكمة حكم الإعدام بحق خمسة مهربين."
    assert sentence(text).type == "COERCE"
    assert quotes(text) == []


def test_a_penalty_that_a_crime_carries_is_no_claim() -> None:
    assert analyze("تحمل هذه الجريمة عقوبة الإعدام في الولاية.").claims == ()
