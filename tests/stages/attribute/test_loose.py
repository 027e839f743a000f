"""Tellings behind what is told, in the document that opens a sentence, and quotations that go on."""

from __future__ import annotations

import pytest

from tests.news import read


def chain_of(text: str, trigger: str) -> list[str]:
    claim = next(c for c in reversed(read(text).claims) if trigger in c.trigger.of(text))
    return [link.span.of(text) for link in claim.chain]


_STATED = "قال بيان لبلدية السهل إن راعيا جرح. "


@pytest.mark.parametrize("tail", ["يضيف البيان", "يوضح البيان", "يوضح المصدر ذاته", "يقول المصدر"])
def test_a_telling_behind_a_comma_closes_what_was_told(tail: str) -> None:
    text = f"{_STATED}وفي السوق خطف مهربون حارسين، {tail}."
    assert chain_of(text, "خطف") == ["لبلدية السهل"] or chain_of(text, "خطف") == ["بلدية السهل"]


@pytest.mark.parametrize(
    "text",
    [
        _STATED + "وفي السوق خطف مهربون حارسين، ويضيف البيان أن بيتا احترق.",
        _STATED + "وفي السوق خطف مهربون حارسين.",
        _STATED + "وفي السوق خطف مهربون حارسين، يقول الناس إنهما من السهل.",
    ],
)
def test_a_telling_that_goes_on_does_not(text: str) -> None:
    assert chain_of(text, "خطف") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وفي بيان صادر عن حرس السهل، قتل ثلاثة رعاة في كمين.", "حرس السهل"),
        ("وفي بيان لحرس السهل أمس، قتل ثلاثة رعاة في كمين.", "حرس السهل"),
    ],
)
def test_the_document_that_opens_a_sentence_tells_the_rest(text: str, expected: str) -> None:
    assert expected in chain_of(text, "قتل")[-1]


@pytest.mark.parametrize(
    "text",
    [
        "وفي بيان صادر عن حرس السهل، قال ضابط إن ثلاثة رعاة قتلوا في كمين.",
        "وفي مخفر لحرس السهل، قتل ثلاثة رعاة.",
        "وفي بيان قرأه الناس، قتل ثلاثة رعاة في كمين.",
    ],
)
def test_no_document_no_author_or_somebody_else_who_speaks(text: str) -> None:
    assert not any("حرس السهل" in words for words in chain_of(text, "قتل"))


def test_what_is_issued_is_not_confiscated() -> None:
    assert all(c.type != "COERCE" for c in read("وفي بيان صادر عن حرس السهل، قتل ثلاثة رعاة في كمين.").claims)
    assert any(c.type == "COERCE" for c in read("وصادر حرس السهل ثلاثين بندقية من السوق.").claims)


def test_a_paragraph_in_marks_behind_what_somebody_said_is_said_by_the_same() -> None:
    text = "وقال ناظر السوق: «خطف المهربون راعيا أمس».\n\n«قتلوا حارسا قرب السد أيضا».\n\nوقتل حارس آخر."
    assert chain_of(text, "قتلوا") == ["ناظر السوق"]
    assert chain_of(text, "قتل") == []
