"""On whom a sentence was passed or carried out; every sentence is made up."""

from __future__ import annotations

import pytest

from riwaya.pipeline import analyze


def parties(text: str, trigger: str) -> tuple[list[str], list[str]]:
    """Give the words of agents and targets of the claim whose trigger holds a word."""
    claim = next(c for c in analyze(text).claims if trigger in c.trigger.of(text))
    return [p.span.of(text) for p in claim.agents], [p.span.of(text) for p in claim.targets]


@pytest.mark.parametrize(
    ("text", "trigger", "agents", "targets"),
    [
        ("فقد قضت محكمة بسجن حارسين أربع سنوات.", "قضت", ["محكمة"], ["حارسين"]),
        ("نفذت السلطات حكم القتل أمس في المدعو سمير قرناوي.", "حكم القتل", ["السلطات"], ["سمير قرناوي"]),
        (
            "نفذت السلطات أمس حكم القتل في كل من سمير قرناوي ومحمد بولاتوف.",
            "حكم القتل",
            ["السلطات"],
            ["سمير قرناوي", "محمد بولاتوف"],
        ),
        ("حكمت المحكمة بالسجن عامين.", "حكمت", ["المحكمة"], []),
        ("نفذت السلطات حكم القتل أمس في سجن البلدة.", "حكم القتل", ["السلطات"], []),
    ],
)
def test_whom_the_words_behind_a_sentence_tell(text: str, trigger: str, agents: list[str], targets: list[str]) -> None:
    assert parties(text, trigger) == (agents, targets)


def test_a_pronoun_means_those_whom_the_claim_before_is_about() -> None:
    text = "أدانت المحكمة الكيني سمير قرناوي بالسرقة، وحكمت عليه بالسجن عامين."

    assert parties(text, "حكمت") == (["المحكمة"], ["الكيني سمير قرناوي"])


def test_without_a_pronoun_nobody_is_carried_over() -> None:
    text = "أدانت المحكمة الكيني سمير قرناوي بالسرقة، وحكمت في قضية أخرى بالسجن عامين."

    assert parties(text, "حكمت")[1] == []


def test_both_who_are_told_with_their_age_are_convicted() -> None:
    text = "أدانت المحكمة كلا من الكيني سمير قرناوي (31 عاما) والمالي محمد بولاتوف (30 عاما) بالسرقة."

    assert parties(text, "أدانت") == (["المحكمة"], ["الكيني سمير قرناوي", "المالي محمد بولاتوف"])
