from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from riwaya.evals.answers import AnsweredClaim, AnsweredMention, AnsweredPlace, answer_from_json
from riwaya.evals.fields import mark_fields
from riwaya.evals.gold import GoldClaim
from riwaya.model.span import Span
from tests.evals.making import TEXT, make_gold, make_reading


@pytest.fixture
def pair(tmp_path: Path) -> tuple[GoldClaim, AnsweredClaim]:
    gold = make_gold(tmp_path)
    return gold.claims[0], answer_from_json(make_reading(gold, TEXT)).claims[0]


def test_what_the_gold_says_is_wholly_right(pair: tuple[GoldClaim, AnsweredClaim]) -> None:
    marks = mark_fields(*pair, TEXT)
    assert marks.wrong == ()
    assert marks.originator is True
    assert (marks.people, marks.people_gold, marks.people_read) == (2, 2, 2)


def test_a_chain_is_right_only_in_its_order_and_length(pair: tuple[GoldClaim, AnsweredClaim]) -> None:
    gold, read = pair
    assert not mark_fields(gold, replace(read, chain=read.chain[::-1]), TEXT).chain
    shorter = mark_fields(gold, replace(read, chain=read.chain[1:]), TEXT)
    assert not shorter.chain
    assert shorter.originator is True
    assert mark_fields(gold, replace(read, chain=()), TEXT).originator is False


def test_without_annotated_sources_there_is_no_originator_to_find(pair: tuple[GoldClaim, AnsweredClaim]) -> None:
    gold, read = pair
    marks = mark_fields(replace(gold, chain=()), read, TEXT)
    assert marks.originator is None
    assert not marks.chain


def test_figures_need_measure_both_bounds_and_the_right_words(pair: tuple[GoldClaim, AnsweredClaim]) -> None:
    gold, read = pair
    right = read.figures[0]
    for wrong in (
        replace(right, high=12),
        replace(right, low=None),
        replace(right, measure="wounded"),
        replace(right, span=Span(0, 2)),
    ):
        assert mark_fields(gold, replace(read, figures=(wrong,)), TEXT).figures == (False,)
    assert mark_fields(gold, replace(read, figures=(replace(right, span=None),)), TEXT).figures == (True,)


def test_a_figure_too_many_makes_the_figures_wrong_and_counts_once(pair: tuple[GoldClaim, AnsweredClaim]) -> None:
    gold, read = pair
    marks = mark_fields(gold, replace(read, figures=read.figures * 2), TEXT)
    assert marks.figures == (True,)
    assert marks.figures_read == 2
    assert not marks.figures_agree
    assert mark_fields(replace(gold, figures=()), replace(read, figures=()), TEXT).figures_agree


def test_people_count_in_their_own_role_only(pair: tuple[GoldClaim, AnsweredClaim]) -> None:
    gold, read = pair
    swapped = replace(read, agents=read.targets, targets=read.agents)
    assert mark_fields(gold, swapped, TEXT).people == 0
    stranger = AnsweredMention(span=Span(0, 2), name=None, known=True)
    assert mark_fields(gold, replace(read, agents=(stranger, *read.agents)), TEXT).people == 2


def test_times_need_both_days(pair: tuple[GoldClaim, AnsweredClaim]) -> None:
    gold, read = pair
    assert mark_fields(gold, replace(read, days=("2031-03-03", "2031-03-04")), TEXT).time is False
    assert mark_fields(gold, replace(read, days=None), TEXT).time is False
    assert mark_fields(replace(gold, time=None), read, TEXT).time is None


@pytest.mark.parametrize(
    ("place", "right"),
    [
        (AnsweredPlace(span=None, lat=33.05, lon=44.0, name=None), True),
        (AnsweredPlace(span=None, lat=33.5, lon=44.0, name=None), False),
        (AnsweredPlace(span=None, lat=None, lon=None, name="Zaytun"), False),
        (AnsweredPlace(span=Span(TEXT.index("قرية الزيتون", 40), TEXT.index("قرية الزيتون", 40) + 4), lat=None, lon=None, name=None), True),
        (None, False),
    ],
)  # fmt: skip
def test_places_need_a_near_point_or_else_the_words(
    pair: tuple[GoldClaim, AnsweredClaim], place: AnsweredPlace | None, right: bool
) -> None:
    gold, read = pair
    assert mark_fields(gold, replace(read, place=place), TEXT).place is right
    assert mark_fields(replace(gold, place=None), replace(read, place=place), TEXT).place is None


def test_type_polarity_and_certainty_are_compared_as_words(pair: tuple[GoldClaim, AnsweredClaim]) -> None:
    gold, read = pair
    marks = mark_fields(gold, replace(read, type="STATE", polarity="denied", certainty="hedged"), TEXT)
    assert (marks.type, marks.polarity, marks.certainty) == (False, False, False)
    assert marks.wrong == ("polarity",)
