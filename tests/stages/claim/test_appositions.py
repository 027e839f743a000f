"""Where the words end that tell who a victim is; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze


def words(text: str) -> str:
    """Give the words of the only figure of a text."""
    [figure] = {f.span: f for claim in analyze(text).claims for f in claim.figures}.values()
    return figure.span.of(text)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("قال إن قائد الكتيبة، العقيد سالم المرعي، أصيب في الانفجار.", "سالم المرعي"),
        ("أعلنت الجماعة قتل البريطاني، زيدان برون، في الجبل.", "زيدان برون"),
        ("قال إن أحد القياديين، وهو سالم المرعي، قتل في الغارة.", "سالم المرعي"),
        ("قتل قناص مسنة تدعى حليمة الوادي عند البئر.", "حليمة الوادي"),
        ("اختطف مسلحون الناشط المدني علي جاسم السهلي أمس.", "السهلي"),
    ],
)
def test_a_name_told_behind_somebody_belongs_to_the_figure(text: str, end: str) -> None:
    assert words(text).endswith(end)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("قتل جندي، ودمرت شاحنة، في الانفجار.", "جندي"),
        ("أصيب الحارس، وفق الشرطة، في الانفجار.", "الحارس"),
    ],
)
def test_what_else_stands_behind_a_comma_does_not(text: str, end: str) -> None:
    assert words(text).endswith(end)


def test_a_rank_joined_to_a_rank_with_its_name_is_somebody_else() -> None:
    assert words("قتل العقيد سالم المرعي والنقيب المسؤول عن السد هادي السهلي في كمين.") == "العقيد سالم المرعي"
