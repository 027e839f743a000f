"""Reports of nobody in particular: behind a preposition they tell, denied or with a verb of their own they do not."""

from __future__ import annotations

import pytest

from tests.news import read


def chains(text: str) -> dict[str, list[str]]:
    return {c.trigger.of(text): [link.span.of(text) for link in c.chain] for c in read(text).claims}


@pytest.mark.parametrize(
    "text",
    [
        "ووصلت القافلة إلى السد بعد أيام من تقارير عن مقتل ثلاثة رعاة.",
        "وأغلقت الأسواق وسط تقارير عن مقتل ثلاثة رعاة في السهل.",
        "ونزح السكان رغم التقارير عن مقتل ثلاثة رعاة، ما أدى إلى إغلاق المعبر.",
    ],
)
def test_reports_behind_a_preposition_are_who_tells(text: str) -> None:
    assert [link.removeprefix("ال") for link in chains(text)["مقتل"]] == ["تقارير"]


def test_what_came_of_it_is_reported_too_and_a_new_clause_is_not() -> None:
    found = chains("ووصلت القافلة بعد تقارير عن هجوم على السد، مما أسفر عن مقتل ثلاثة رعاة، وقتل حارس قرب الجسر.")
    assert found["هجوم"] == found.get("مقتل", found["هجوم"]) == ["تقارير"]
    assert found["وقتل"] == []


@pytest.mark.parametrize(
    "text",
    [
        "وقصف مسلحون الجسر دون ورود تقارير عن مقتل حراس.",
        "وهاجم مسلحون الجسر وأعد الضباط تقارير عن مقتل ثلاثة رعاة.",
        "وغادر السكان السهل وسط أنباء عن مقتل ثلاثة رعاة.",
    ],
)
def test_reports_without_a_preposition_and_news_are_nobody(text: str) -> None:
    assert chains(text).get("مقتل", []) == []


def test_what_somebody_did_meanwhile_is_told_by_the_paper() -> None:
    text = "وأعلنت الوزارة مقتل ثلاثة حراس في الغارة، بينما سلم الهلال الأحمر مساعدات إلى المستشفى."
    aid = next(claim for claim in read(text).claims if claim.type == "AID")
    assert aid.chain == ()
