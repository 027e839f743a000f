"""Running tolls told beside the happening that raises them; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze


def rows(text: str) -> list[list[tuple[str, int | None]]]:
    """Give measure and lower bound of the figures, claim by claim."""
    return [[(f.measure, f.low) for f in claim.figures] for claim in analyze(text).claims]


@pytest.mark.parametrize(
    "tied",
    [
        "ما يرفع عدد قتلى الحرس منذ الشتاء إلى 31 قتيلا",
        "مما يرفع إجمالي قتلى الحرس إلى 31",
        "وهو ما يرفع خسائر الحرس هذا العام إلى 31 قتيلا",
        "ليرتفع بذلك عدد قتلى الحرس إلى 31",
        "وبذلك ترتفع حصيلة قتلى الحرس إلى 31",
        "لتصبح الحصيلة 31 قتيلا",
    ],
)
def test_what_a_death_raises_is_told_by_itself(tied: str) -> None:
    assert rows(f"قتل حارسان في انفجار لغم عند السد، {tied}.") == [[("killed", 2)], [("killed", 31)]]


def test_the_hurt_are_summed_up_too() -> None:
    assert rows("أصيب أربعة رعاة، ما يرفع عدد المصابين إلى تسعة.") == [[("wounded", 4)], [("wounded", 9)]]


def test_a_toll_right_behind_its_outcome_is_told_by_itself() -> None:
    text = "أدى القصف على السد إلى سقوط عشرة قتلى ما يرفع إجمالي القتلى إلى 33."
    assert rows(text) == [[("killed", 10)], [("killed", 33)]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ارتفعت حصيلة القتلى في السوق إلى 12 قتيلا وبلغ عدد الجرحى 40.", [("killed", 12), ("wounded", 40)]),
        ("قتلوهم ليلا عند البئر، وبلغ عدد القتلى 20.", [("killed", 20)]),
        ("بلغ عدد قتلى الهجوم الذي نفذه مهربون على الخان 15 قتيلا.", [("killed", 15)]),
    ],
)
def test_a_toll_told_for_the_first_time_belongs_to_its_happening(text: str, expected: list[tuple[str, int]]) -> None:
    assert rows(text) == [expected]


def test_who_was_hurt_before_and_dies_is_dead() -> None:
    assert rows("توفي ثلاثة جرحى متأثرين بإصاباتهم.") == [[("killed", 3)]]
    assert rows("توفي اثنان من المصابين في المستشفى أمس.") == [[("killed", 2)]]
    assert rows("وأعلن الطبيب وفاة أربعة من جرحى الهجوم على السوق.") == [[("killed", 4)]]
    assert rows("أسفر الانفجار عن مقتل خمسة رعاة وعشرين جريحا.") == [[("killed", 5), ("wounded", 20)]]
