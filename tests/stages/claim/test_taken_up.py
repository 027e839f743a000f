"""Denials that take up what another told. The sentences are our own."""

from __future__ import annotations

import pytest

from riwaya.model.claim import Claim
from riwaya.pipeline import analyze


def read(text: str) -> list[tuple[str, str, str]]:
    return [(one.type, one.polarity, one.chain[-1].source.name) for one in analyze(text).claims]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("أعلن المتمردون السيطرة على القاعدة، لكن الجيش نفى ذلك.", "Armed Forces"),
        ("أعلن المتمردون السيطرة على القاعدة، الأمر الذي نفاه الجيش.", "Armed Forces"),
        ("أعلن المتمردون السيطرة على القاعدة، وهو ما نفته وزارة الدفاع.", "Ministry of Defence"),
        ("أعلن المتمردون السيطرة على القاعدة. ونفت وزارة الدفاع ذلك.", "Ministry of Defence"),
        ("أعلن المتمردون السيطرة على القاعدة. لكن الجيش نفى ذلك.", "Armed Forces"),
        ("أعلن المتمردون السيطرة على القاعدة. غير أن حاكم الولاية نفى ذلك.", "governor"),
        ("أعلن المتمردون السيطرة على القاعدة. ونفت وزارة الدفاع هذه الأنباء.", "Ministry of Defence"),
        ("أعلن المتمردون السيطرة على القاعدة. ونفى الجيش صحة هذه الادعاءات.", "Armed Forces"),
    ],
)
def test_who_denies_what_was_told_tells_the_same_happening_denied(text: str, who: str) -> None:
    assert read(text) == [("COERCE", "affirmed", "rebels"), ("COERCE", "denied", who)]


def denial(text: str) -> Claim:
    return analyze(text).claims[-1]


def test_a_denial_counts_nobody_and_is_of_the_same_people() -> None:
    text = "أعلن المتمردون أسر عشرين جنديا، وهو ما نفته وزارة الدفاع."
    assert [f.low for f in analyze(text).claims[0].figures] == [20]
    assert denial(text).figures == ()
    assert [one.span.of(text) for one in denial(text).targets] == ["جنديا"]
    assert denial(text).span.of(text) == "وهو ما نفته وزارة الدفاع"


@pytest.mark.parametrize(
    "text",
    [
        "نفى الوزير ذلك.",
        "أعلن المتمردون السيطرة على القاعدة، ونفى الجيش هذا الخبر العاجل.",
        "انتهى اللقاء مبكرا. نفى الوزير ذلك.",
        "أعلن المتمردون السيطرة على القاعدة. ونفى الجيش الأنباء التي تحدثت عن سقوط الجسر.",
    ],
)
def test_without_what_was_told_or_with_something_else_there_is_no_such_denial(text: str) -> None:
    assert not [one for one in analyze(text).claims if one.why[-1].endswith(":taken-up")]


def test_who_denies_an_accusation_denies_the_deed() -> None:
    text = "اتهمت المعارضة الجيش بقصف السوق، لكن الجيش نفى ذلك وقال إنه استهدف مسلحين."
    accused, denied, said = analyze(text).claims
    assert [one.type for one in (accused, denied, said)] == ["ACCUSE", "ASSAULT", "ASSAULT"]
    assert denied.polarity == "denied"
    assert [one.span.of(text) for one in denied.agents] == ["الجيش"]
    assert [link.source.name for link in said.chain] == ["Armed Forces"]
