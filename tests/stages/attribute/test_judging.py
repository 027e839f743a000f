"""Blame that a participle lays; every sentence is made up."""

from __future__ import annotations

import pytest

from tests.news import read


def _told(text: str) -> list[tuple[str, str]]:
    return [(claim.type, claim.trigger.of(text)) for claim in read(text).claims]


@pytest.mark.parametrize(
    "text",
    [
        "وقال الوالي إن النهب مستمر، محملا المهربين مسؤولية قتل الرعاة.",
        "وأدانت النقابة الاعتداء محملة الشرطة المسؤولية الكاملة عنه.",
    ],
)
def test_a_participle_lays_blame(text: str) -> None:
    blame = next(claim for claim in read(text).claims if claim.type == "ACCUSE" and "محمل" in claim.trigger.of(text))
    assert [p.span.of(text) for p in blame.targets] in (["المهربين"], ["الشرطة"])
    assert blame.chain


@pytest.mark.parametrize("text", ["وأطلق الحرس صواريخ محملة برؤوس متفجرة.", "ضبط الحرس شاحنة محملة بالأسلحة."])
def test_what_is_loaded_blames_nobody(text: str) -> None:
    assert all(type_ != "ACCUSE" for type_, _ in _told(text))
