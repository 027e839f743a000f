"""What a happening led to, told far from it; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.model.claim import Claim
from riwaya.pipeline import analyze

Told = list[tuple[str, int, int | None]]


def claims(text: str) -> tuple[Claim, ...]:
    """Give the claims of a text, in order."""
    return analyze(text).claims


def told(claim: Claim) -> Told:
    """Give what a claim counts."""
    return [(f.measure, f.low, f.high) for f in claim.figures]


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        (
            "أسفر قصف مدفعي نفذته بطارية، يُعتقد أنها تابعة للمتمردين، بضواحي العاصمة، عن سقوط أربعة قتلى على الأقل.",
            "قصف",
            [("killed", 4, None)],
        ),
        (
            "أسفر هجوم، داخل سوق في حي الزيتون، عن سقوط سبعة قتلى وإصابة أكثر من 30 آخرين.",
            "هجوم",
            [("killed", 7, 7), ("wounded", 31, None)],
        ),
        (
            "أسفر انفجار لغم، من النوع شديد الانفجار، قرب الجسر، عن مقتل جنديين.",
            "انفجار",
            [("killed", 2, 2)],
        ),
        (
            "وأودى الهجوم، وهو الأعنف هذا الشهر، بحياة تسعة جنود.",
            "الهجوم",
            [("killed", 9, 9)],
        ),
        (
            "خلف الانفجار، بحسب الشرطة، عشرة قتلى و12 جريحا.",
            "الانفجار",
            [("killed", 10, 10), ("wounded", 12, 12)],
        ),
        (
            "حصدت موجة من التفجيرات شهدتها ثلاث مدن أمس، عشرات القتلى والجرحى.",
            "التفجيرات",
            [("killed_or_wounded", 20, 99)],
        ),
        (
            "أسفر قصف كثيف على الحي عن سقوط ضحايا واندلاع النيران في مخزن.",
            "قصف",
            [("killed_or_wounded", 2, None)],
        ),
        (
            "قال مسؤولون إن انفجارين، يُرجح أن أحدهما من عبوة زرعت في حقيبة، وقعا في محطة القطار، أسفرا عن مقتل ستة ركاب.",
            "انفجارين",
            [("killed", 6, 6)],
        ),
    ],
)
def test_an_outcome_belongs_to_its_cause_across_asides(text: str, head: str, expected: Told) -> None:
    found = [one for one in claims(text) if one.figures or one.trigger.of(text) == head]
    assert [(one.trigger.of(text), told(one)) for one in found] == [(head, expected)]


def test_a_telling_behind_the_cause_brings_no_outcome() -> None:
    text = "أسفر هجوم عن تدمير مخزن، وأعلنت الشرطة عن مقتل ثلاثة لصوص في حي آخر."
    assert [told(one) for one in claims(text) if one.figures] == [[("killed", 3, 3)]]
    assert all(not one.figures for one in claims(text) if one.trigger.of(text) == "هجوم")


def test_a_verb_of_result_with_a_subject_of_its_own_is_not_that_of_an_earlier_blow() -> None:
    text = "وقع الهجوم فجرا، فيما قال الحاكم إن العاصفة أدت إلى إصابة ثلاثة صيادين."
    assert not any(one.figures for one in claims(text) if one.trigger.of(text) == "الهجوم")


def test_a_strong_charge_is_no_explosion() -> None:
    text = "ضبطت الشرطة عبوة شديدة الانفجار لدى المهربين."
    assert "الانفجار" not in [one.trigger.of(text) for one in claims(text)]
