"""Deaths by violence told by words of dying, and bodies that are found; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze


def told(text: str) -> list[tuple[str, list[tuple[str, int | None]]]]:
    """Give trigger and figures of each claim."""
    return [
        (claim.trigger.of(text), [(figure.measure, figure.low) for figure in claim.figures])
        for claim in analyze(text).claims
    ]


@pytest.mark.parametrize(
    ("text", "trigger", "figures"),
    [
        ("مات أربعة رعاة جراء قصف مدفعي قرب السد.", "مات", [("killed", 4)]),
        ("توفي ستة حراس في انفجار لغم عند المعبر.", "توفي", [("killed", 6)]),
        ("وفارق ثلاثة صيادين الحياة بعد هجوم على قاربهم.", "وفارق", [("killed", 3)]),
        ("أعلنت البلدية وفاة سبعة عمال وإصابة تسعة.", "وفاة", [("killed", 7), ("wounded", 9)]),
        ("وصلت خمسة جثامين إلى مستوصف الوادي.", "جثامين", [("killed", 5)]),
        ("عثر الأهالي على جثامين ثمانية رعاة في الكهف.", "جثامين", [("killed", 8)]),
        ("وتسلم المستوصف جثامين أربعة حراس.", "جثامين", [("killed", 4)]),
        ("قطع المهربون رؤوس ستة رعاة في الوادي.", "قطع", [("killed", 6)]),
        ("ثلاث معلمات لقين حتفهن في القصف على السد.", "لقين", [("killed", 3)]),
    ],
)
def test_a_death_by_violence_is_told(text: str, trigger: str, figures: list[tuple[str, int | None]]) -> None:
    assert (trigger, figures) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "توفي شيخ القبيلة بعد معركة طويلة مع المرض.",
        "مات ثلاثة صيادين في نوم هادئ.",
        "وشيع الأهالي جثامين ستة جنود في البلدة.",
        "وقطع العمال أشجار ستة حقول.",
        "وسافر ثلاثة جنود على متن باخرة.",
    ],
)
def test_other_deaths_and_burials_are_not(text: str) -> None:
    assert all("killed" not in [measure for measure, _ in figures] for _, figures in told(text))


def test_a_road_that_is_cut_is_no_head() -> None:
    text = "وقطع الحرس طريق السد أمام المهربين."
    assert [(c.type, c.subtype) for c in analyze(text).claims] == [("COERCE", "cut")]
