"""Whom a sentence is about: who tells behind «حيث», by «بالقول», in a paper that nobody is named beside, and who claims a blow."""

from __future__ import annotations

import pytest

from tests.news import read


def chain_of(text: str, trigger: str = "قتل") -> list[str]:
    claim = next(c for c in reversed(read(text).claims) if trigger in c.trigger.of(text))
    return [link.span.of(text) for link in claim.chain]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وعقد العمدة لقاء مع الأهالي في شرق لبنان، حيث قال إن حارسا قتل.", ["العمدة"]),
        ("وزار الوالي قرية السد، إذ أكد أن حارسا قتل.", ["الوالي"]),
        ("وأعلن الحرس بدء حملة ردا على غارات في جنوب لبنان، حيث أوضح أن حارسا قتل.", ["الحرس"]),
        ("وقال صياد إن القرية خالية بعد التحذير الذي أصدرته السفارة المصرية في السهل، حيث قالت إن حارسا قتل.", ["السفارة المصرية"]),
    ],
)  # fmt: skip
def test_behind_where_the_main_subject_goes_on(text: str, expected: list[str]) -> None:
    assert chain_of(text)[-1:] == expected


def test_whoever_is_named_behind_where_tells() -> None:
    assert chain_of("وزار الوالي قرية السد، حيث قال العمدة إن حارسا قتل.") == ["العمدة"]


def test_what_only_hangs_on_a_preposition_is_not_what_a_sentence_is_about() -> None:
    text = "وانتهت الهدنة في السهل كما تشير الدلائل إلى أن حارسا قتل."
    assert "الحكومة" not in chain_of(text)


@pytest.mark.parametrize(
    "opening",
    [
        "وعلق العمدة على الغارة", "وعقب العمدة على البيان", "ورد العمدة على الأسئلة", "وبرر العمدة القرار",
        "وختم العمدة كلمته", "واكتفى العمدة", "وبعد الجلسة، اكتفى العمدة",
    ],
)  # fmt: skip
@pytest.mark.parametrize("saying", ["بالقول إن", "بقوله إن"])
def test_by_saying_tells_what_the_subject_of_its_clause_says(opening: str, saying: str) -> None:
    (teller,) = chain_of(f"{opening} {saying} حارسا قتل.")
    assert teller.startswith("العمدة")


def test_by_saying_behind_another_who_is_spoken_of_is_the_last_speakers() -> None:
    assert chain_of("قال العمدة إن الجسر مغلق. وحدد موقف السهل بالقول إن حارسا قتل.") == ["العمدة"]


def test_one_can_say_is_said_by_nobody() -> None:
    assert chain_of("وعاد الرعاة إلى القرية، ويمكن القول إن حارسا قتل.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وسارعت جبهة الصقور إلى إعلان مسؤوليتها عن هجوم على مخفر السد.", ["جبهة الصقور"]),
        ("وقالت رويترز إن جبهة الصقور تبنت الكمين وأعلنت مسؤوليتها عن هجوم على مخفر السد.", ["رويترز", "جبهة الصقور"]),
        ("وأعلنت رويترز أن جبهة الصقور نفذت الكمين وأعلنت مسؤوليتها عن هجوم على مخفر السد.", ["رويترز", "جبهة الصقور"]),
    ],
)
def test_a_movement_claims_and_no_paper(text: str, expected: list[str]) -> None:
    assert chain_of(text, "مسؤوليتها") == expected


def test_a_paper_that_nobody_is_named_beside_is_by_whom_the_sentence_opens_with() -> None:
    assert chain_of("ونشرت البلدية تقريرا ورد فيه أن ثلاثة رعاة قتلوا.") == ["البلدية"]
