"""Stretches that rank a deed and days on which a war began: neither is when a happening took place."""

from __future__ import annotations

import pytest

from riwaya.model.claim import Claim
from riwaya.model.document import Hints
from riwaya.pipeline import analyze


def make_claim(text: str, word: str) -> Claim:
    """The claim that ``word`` names."""
    claims = analyze(text, hints=Hints(published="2020-05-14", language="ar")).claims
    return next(c for c in claims if c.trigger.of(text) == word)


def days(claim: Claim) -> tuple[str, str] | None:
    return (str(claim.time.start), str(claim.time.end)) if claim.time else None


@pytest.mark.parametrize(
    "rank",
    [
        "أعنف هجوم منذ كانون الثاني",
        "أكثر الهجمات دموية منذ 2012",
        "أول كمين من نوعه منذ سنة",
        "ثالث هجوم خلال أسبوعين",
        "هجوم هو الأول من نوعه منذ 2012",
        "هجوم هو الأسوأ، منذ انهيار الهدنة في شباط",
        "أكبر هجوم تشهده البلدة منذ أن سقط الحصن العام الماضي",
    ],
)
def test_a_stretch_behind_a_rank_is_not_when_it_happened(rank: str) -> None:
    assert days(make_claim(f"قتل خمسة حراس أمس في {rank}.", "قتل")) == ("2020-05-13", "2020-05-13")
    assert make_claim(f"قتل خمسة حراس في {rank}.", "قتل").time is None


@pytest.mark.parametrize(
    "text",
    [
        "قتل خمسة حراس على الأقل منذ كانون الثاني.",
        "قتل أكثر من خمسين حارسا منذ كانون الثاني.",
        "قتل عشرون من اللواء الثاني منذ كانون الثاني.",
        "وفي كانون الأول هدأ السهل، وقتل خمسة حراس منذ كانون الثاني.",
    ],
)
def test_a_count_since_a_month_runs_from_it(text: str) -> None:
    word = "وقتل" if "وقتل" in text else "قتل"
    assert days(make_claim(text, word)) == ("2020-01-01", "2020-05-14")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("أسفرت الحرب التي اندلعت في آذار 2018 عن مقتل ألف جندي.", "الحرب"),
        ("وقتل ألف جندي في النزاع الذي بدأ في آذار 2018.", "وقتل"),
        ("وقتل ألف جندي في الحرب الأهلية التي اندلعت في آذار 2018.", "وقتل"),
        ("وقتل ألف جندي في الحملة التي أطلقها الحاكم في آذار 2018.", "وقتل"),
    ],
)
def test_what_a_war_did_happened_since_it_began(text: str, word: str) -> None:
    assert days(make_claim(text, word)) == ("2018-03-01", "2020-05-14")


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("وقتل ستة جنود في المعارك التي اندلعت الثلاثاء.", "وقتل", ("2020-05-12", "2020-05-12")),
        ("وقتل ستة جنود في الهجوم الذي بدأ في 2 آذار 2018.", "وقتل", ("2018-03-02", "2018-03-02")),
        ("وبدأ القتال في آذار 2018 حول الميناء.", "القتال", ("2018-03-01", "2018-03-31")),
    ],
)
def test_a_day_of_this_week_and_that_of_one_deed_stay(text: str, word: str, expected: tuple[str, str]) -> None:
    assert days(make_claim(text, word)) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("أسقط الجنود سبع مسيرات فوق جزيرة القرم التي ضمها الحاكم في 2014.", "أسقط"),
        ("قتل الجنود خمسة مسلحين ردا على كمين وقع مطلع آذار الماضي.", "قتل"),
        ("قتل الجنود خمسة مسلحين انتقاما لحارس خطف في 2014.", "قتل"),
    ],
)
def test_the_day_of_what_else_is_named_is_not_that_of_the_deed(text: str, word: str) -> None:
    assert make_claim(text, word).time is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("أسفر الهجوم الذي وقع الأحد عن مقتل حارس.", "الهجوم"),
        ("أسقط الجنود سبع مسيرات فوق جزيرة القرم التي يسيطرون عليها الأحد.", "أسقط"),
        ("بدأت العملية العسكرية على جزيرة القرم، التي توقفت الأحد، بقصف كثيف.", "العملية العسكرية"),
    ],
)
def test_the_day_of_a_clause_that_tells_more_of_the_deed_is_its_own(text: str, word: str) -> None:
    assert days(make_claim(text, word)) == ("2020-05-10", "2020-05-10")


def test_years_between_which_a_war_was_stay_as_they_are() -> None:
    text = "وقتل ألف جندي في الحرب الأهلية التي اندلعت بين عامي 2013 و2018."
    assert days(make_claim(text, "وقتل")) == ("2013-01-01", "2018-12-31")


def test_the_place_of_what_opened_a_stretch_is_not_where_it_happened() -> None:
    text = "وتعرضت المنطقة للقصف مرارا منذ أن أرسل الحاكم جنوده إلى مدينة تعز في 2 آذار."
    place = make_claim(text, "للقصف").place
    assert place is None or place.place.name != "Taiz"
