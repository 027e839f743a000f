"""What a speaker says must be done, or will not go unpunished, is a claim though no word of happening names it."""

from __future__ import annotations

import pytest

from tests.news import read


def told(text: str) -> list[tuple[str, str]]:
    """Give type and words of the claims of a text, in order."""
    return [(claim.type, claim.span.of(text)) for claim in read(text).claims]


@pytest.mark.parametrize(
    ("text", "call"),
    [
        (
            "وقال رئيس النقابة إن المسلحين أحرقوا السوق، ويجب تحميل حاكم الإقليم تبعات ذلك.",
            "يجب تحميل حاكم الإقليم تبعات ذلك",
        ),
        (
            "وقالت الحاكمة إن جنديين قتلا عند السد، وعلى شيوخ القبائل أن يسلموا الجناة.",
            "وعلى شيوخ القبائل أن يسلموا الجناة",
        ),
        (
            "وأوضح قائد الحامية أن المتمردين قصفوا الثكنة وأن علينا جميعا حماية المعبر.",
            "علينا جميعا حماية المعبر",
        ),
    ],
)
def test_a_call_stands_beside_what_else_was_said(text: str, call: str) -> None:
    found = told(text)
    assert [type_ for type_, _ in found][-1] == "REQUEST"
    assert found[-1][1].removeprefix("و").strip() == call.removeprefix("و")
    assert len(found) == 2


def test_what_is_called_for_is_no_claim_of_its_own() -> None:
    text = "وقال الناطق إن القصف استمر ليلتين، ولا بد من انسحاب الكتيبة والإفراج عن المعلمين."
    assert [type_ for type_, _ in told(text)] == ["ASSAULT", "REQUEST"]


@pytest.mark.parametrize(
    "text",
    [
        "يجب على حاكم الإقليم أن يتحمل تبعات ذلك.",
        "وقال الناطق إن الكتيبة قصفت الطريق التي يجب أن تمر منها القافلة.",
        "وقال الناطق إن الكتيبة قصفت المحطة واعتدى جنودها علينا وعلى جيراننا.",
        "وقال الناطق إن الكتيبة قصفت رجالا على التلة قبل أن يصلوا إلى النهر.",
    ],
)
def test_a_judgement_of_the_paper_and_a_duty_told_in_passing_are_no_calls(text: str) -> None:
    assert "REQUEST" not in [type_ for type_, _ in told(text)]


@pytest.mark.parametrize("vow", ["لن تمر دون عقاب", "لن نقف مكتوفي الأيدي"])
def test_what_will_not_be_borne_is_a_threat(vow: str) -> None:
    text = f"وأكد الناطق أن المسلحين خطفوا سائقين، وقال إن هذه الأفعال {vow}."
    assert [type_ for type_, _ in told(text)] == ["COERCE", "THREATEN"]


def test_a_vow_beside_a_condemnation_is_a_threat() -> None:
    text = "وقالت الحكومة إنها تدين هذا الفعل الذي لن يمر دون عقاب."
    assert [type_ for type_, _ in told(text)] == ["ACCUSE", "THREATEN"]


@pytest.mark.parametrize(
    ("text", "vow"),
    [
        ("وقال قائد الحامية إن رجاله لن ينسحبوا من السد.", "رجاله لن ينسحبوا من السد"),
        ("وأكد زعيم الفصيل أن مقاتليه لن يستسلموا.", "مقاتليه لن يستسلموا"),
    ],
)
def test_who_says_that_he_will_not_give_way_threatens(text: str, vow: str) -> None:
    assert told(text) == [("THREATEN", vow)]


def test_what_a_relative_clause_tells_is_no_part_of_a_vow() -> None:
    found = told("وقال قائد الحامية إن رجاله لن ينسحبوا من السد الذي قصفه المتمردون.")
    assert [type_ for type_, _ in found] == ["THREATEN", "ASSAULT"]
