"""What lies before a speech act, and what a blow did that somebody tells of; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze


def chains(text: str) -> dict[str, int]:
    """Give the words that name the claims of a text with the number of their links."""
    return {one.trigger.of(text): len(one.chain) for one in analyze(text).claims}


def test_what_came_before_a_call_is_told_by_the_outlet() -> None:
    text = "طلب القائد غطاء جويا في الثالث من مارس، بعد يومين من هجوم نفذه مهربون على القافلة."
    assert chains(text) == {"طلب": 1, "هجوم": 0}


def test_what_somebody_tells_behind_a_day_is_still_told() -> None:
    text = "قال القائد إن الحرس قصف المخيم بعد يومين من هجوم نفذه مهربون على القافلة."
    assert set(chains(text).values()) == {1}


def test_a_call_ends_before_a_contrast_with_a_pronoun() -> None:
    text = "رحبت الحكومة بالهدنة، لكنها قالت إن المهربين قصفوا مخفرا، ما أسفر عن مقتل حارسين."
    struck = next(one for one in analyze(text).claims if one.trigger.of(text) == "قصفوا")
    assert [f.low for f in struck.figures] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "أعلن الحرس مقتل ثلاثة من رجاله في هجوم بشاحنة، استهدف مخفرا قرب السد الجمعة.",
        "أعلن الحرس مقتل ثلاثة من رجاله في انفجار قوي، وقع قرب السد الجمعة.",
    ],
)
def test_what_a_blow_did_belongs_to_what_is_told_of_it(text: str) -> None:
    (only,) = analyze(text).claims
    assert len(only.chain) == 1
    assert only.time is not None


def test_a_verb_that_does_not_agree_with_the_blow_opens_a_clause() -> None:
    text = "أعلن الحرس مقتل ثلاثة في هجوم بشاحنة، استهدفت المدفعية بعده مخفرا قرب السد."
    assert chains(text)["استهدفت"] == 0
