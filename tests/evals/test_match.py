from __future__ import annotations

from pathlib import Path

import pytest

from riwaya.evals.answers import AnsweredClaim, AnsweredMention
from riwaya.evals.gold import GoldMention
from riwaya.evals.match import align_claims, distance_km, is_same_mention, plain_name, starts_inside
from riwaya.model.span import Span
from tests.evals.making import TEXT, make_gold


def make_answer(span: Span | None, trigger: Span | None = None) -> AnsweredClaim:
    return AnsweredClaim(
        span=span, trigger=trigger, type=None, polarity=None, certainty=None, chain=(), agents=(), targets=(),
        figures=(), days=None, place=None,
    )  # fmt: skip


def test_overlapping_triggers_pair_claims_whose_spans_differ(tmp_path: Path) -> None:
    claim = make_gold(tmp_path).claims[0]
    assert claim.head is not None
    assert align_claims([claim], [make_answer(Span(0, 2), claim.head)]) == {"c1": 0}


def test_half_of_the_span_pairs_claims_without_triggers(tmp_path: Path) -> None:
    claim = make_gold(tmp_path).claims[0]
    assert claim.span is not None
    length = claim.span.end - claim.span.start
    enough = Span(claim.span.start, claim.span.start + length // 2 + 1)
    little = Span(claim.span.start, claim.span.start + length // 2 - 1)
    assert align_claims([claim], [make_answer(enough)]) == {"c1": 0}
    assert align_claims([claim], [make_answer(little)]) == {}
    assert align_claims([claim], [make_answer(None, claim.head)]) == {}


def test_each_claim_is_paired_once_and_the_surest_first(tmp_path: Path) -> None:
    claim = make_gold(tmp_path).claims[0]
    assert claim.span is not None
    near = make_answer(Span(claim.span.start, claim.span.end - 5))
    exact = make_answer(claim.span)
    triggered = make_answer(Span(0, 2), claim.head)
    assert align_claims([claim], [near, exact]) == {"c1": 1}
    assert align_claims([claim], [near, exact, triggered]) == {"c1": 2}
    assert align_claims([claim], [exact, exact]) == {"c1": 0}


def gold_mention() -> GoldMention:
    start = TEXT.index("ونفت الجبهة") + 5
    return GoldMention(quote="الجبهة", span=Span(start, start + 6), actor="The Front")


@pytest.mark.parametrize(
    ("mention", "right"),
    [
        (AnsweredMention(span=Span(TEXT.index("ونفت الجبهة") + 8, TEXT.index("ونفت الجبهة") + 9), name="x", known=True), True),
        (AnsweredMention(span=Span(TEXT.index("الجبهة"), TEXT.index("الجبهة") + 7), name="x", known=True), True),
        (AnsweredMention(span=None, name="front, THE", known=True), True),
        (AnsweredMention(span=None, name="front", known=False), False),
        (AnsweredMention(span=Span(0, 4), name="Rear", known=True), False),
        (AnsweredMention(span=None, name=None, known=True), False),
    ],
)  # fmt: skip
def test_a_mention_is_right_by_place_or_words_or_actor(mention: AnsweredMention, right: bool) -> None:
    assert is_same_mention(gold_mention(), mention, TEXT) is right


def test_plain_names_have_no_accents_case_marks_or_empty_words() -> None:
    assert plain_name("The Brigades of Al-Búrj!") == "brigades burj"
    assert plain_name(None) == ""


def test_distances_are_great_circles_in_kilometres() -> None:
    assert distance_km((0, 0), (0, 0)) == 0
    assert distance_km((0, 0), (0, 1)) == pytest.approx(111.2, abs=0.1)
    assert distance_km((90, 0), (-90, 0)) == pytest.approx(20015, abs=1)


def test_starting_inside_counts_the_first_letter_and_not_the_end() -> None:
    assert starts_inside(Span(3, 9), Span(3, 5))
    assert not starts_inside(Span(5, 9), Span(3, 5))
    assert not starts_inside(Span(5, 9), None)
