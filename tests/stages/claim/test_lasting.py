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
        "أول هجوم من نوعه منذ سنة",
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
