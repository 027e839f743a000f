"""Figures that the words of two claims hold; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze


def told(text: str) -> list[tuple[str, list[tuple[str, int | None]]]]:
    """Give the trigger of every claim with its figures."""
    return [(c.trigger.of(text), [(f.measure, f.low) for f in c.figures]) for c in analyze(text).claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "أعلن الحاكم استقالته أمس بعد سقوط قتلى بين الرعاة في غارة.",
            [("استقالته", []), ("قتلى", [("killed", 2)])],
        ),
        (
            "قصف الطيران مواقع الفصيل قرب الوادي، ومعلومات عن سقوط جرحى بين رجاله.",
            [("قصف", []), ("جرحى", [("wounded", 2)])],
        ),
        (
            "قصف الطيران مواقع الفصيل قرب الوادي، ومعلومات عن خسائر بشرية بين رجاله.",
            [("قصف", [("killed_or_wounded", 1)])],
        ),
    ],
)
def test_a_number_stays_with_the_claim_that_names_the_harm(text: str, expected: list[tuple[str, list]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "أسفر انفجار في السوق عن سقوط ستة قتلى.",
        "تبنى الفصيل تفجير الثكنة الذي راح ضحيته ستة قتلى.",
        "قصفت المدفعية بلدة تيملا مرارا ما أدى إلى سقوط ستة قتلى.",
    ],
)
def test_an_attack_keeps_what_it_led_to(text: str) -> None:
    assert ("killed", 6) in told(text)[0][1]
