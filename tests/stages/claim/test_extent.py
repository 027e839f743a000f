"""Where the words of a claim end; every sentence is made up."""

from __future__ import annotations

import pytest

from tests.news import read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قصفت المدفعية مستودعا عند السد على الرغم من الأمطار الغزيرة.", "قصفت المدفعية مستودعا عند السد"),
        ("قصفت المدفعية مستودعا عند السد، دون أن تحدد نوع القذائف.", "قصفت المدفعية مستودعا عند السد"),
        ("قصفت المدفعية مستودعا عند السد حيث تقيم عائلات كثيرة.", "قصفت المدفعية مستودعا عند السد"),
        ("قصفت المدفعية مستودعا عند السد في الوقت الذي بدأ فيه الحصاد.", "قصفت المدفعية مستودعا عند السد"),
        ("قصفت المدفعية مستودعا عند السد بعد منتصف الليل.", "قصفت المدفعية مستودعا عند السد بعد منتصف الليل"),
    ],
)
def test_contrast_and_background_are_none_of_its_words(text: str, words: str) -> None:
    [claim] = read(text).claims
    assert claim.span.of(text) == words


def test_the_second_thing_said_is_none_of_the_first() -> None:
    text = "وقال الحارس إن المدفعية قصفت مستودعا وأن الأهالي بخير."
    assert next(claim.span.of(text) for claim in read(text).claims) == "المدفعية قصفت مستودعا"


def test_what_must_be_goes_on() -> None:
    text = "وقال الحارس إن القتال لا بد وأن يتوقف عند السد."
    assert any("وأن يتوقف" in claim.span.of(text) for claim in read(text).claims)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("أسفر القصف، بحسب العمدة، عن مقتل ثمانية رعاة.", "أسفر القصف، بحسب العمدة، عن مقتل ثمانية رعاة"),
        ("أدى الهجوم، وفقا لحارس، إلى إصابة تسعة رعاة.", "أدى الهجوم، وفقا لحارس، إلى إصابة تسعة رعاة"),
    ],
)
def test_a_telling_set_in_between_does_not_end_them(text: str, words: str) -> None:
    [claim] = read(text).claims
    assert claim.span.of(text) == words
    assert len(claim.figures) == 1


def test_a_telling_behind_ends_them() -> None:
    text = "قصفت المدفعية مستودعا عند السد، بحسب العمدة، وكان خاليا."
    assert next(claim.span.of(text) for claim in read(text).claims) == "قصفت المدفعية مستودعا عند السد"
