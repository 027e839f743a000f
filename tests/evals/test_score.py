from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from riwaya.errors import SpanInvalid
from riwaya.evals.answers import NOTHING, answer_from_json
from riwaya.evals.gold import GoldDocument
from riwaya.evals.score import DocumentScore, score_document
from riwaya.evals.strata import rows_of
from riwaya.evals.tally import figures_of, merge
from tests.evals.making import TEXT, TITLE, make_gold, make_reading


@pytest.fixture
def gold(tmp_path: Path) -> GoldDocument:
    return make_gold(tmp_path)


@pytest.fixture
def reading(gold: GoldDocument) -> dict[str, Any]:
    return make_reading(gold, TEXT)


def score(gold: GoldDocument, reading: dict[str, Any]) -> DocumentScore:
    return score_document(gold, answer_from_json(reading), TEXT)


def test_a_perfect_reading_has_every_figure_at_one(gold: GoldDocument, reading: dict[str, Any]) -> None:
    result = score(gold, reading)
    figures = figures_of(result.tally)
    assert {name: value for name, value in figures.items() if name not in ("documents", "articles", "claims")} == {
        name: 1.0 for name in list(figures)[3:]
    }
    assert (figures["documents"], figures["articles"], figures["claims"]) == (1, 1, 3)
    assert result.errors == []


def test_nothing_read_is_all_missed(gold: GoldDocument) -> None:
    result = score_document(gold, NOTHING, TEXT)
    figures = figures_of(result.tally)
    assert figures["claim_recall"] == 0.0
    assert figures["claim_precision"] is None
    assert figures["figure_f1"] == 0.0
    assert figures["chain_accuracy"] is None
    assert figures["fully_right"] == 0.0
    assert len(result.errors) == 4
    assert "best body overlap 0.00" in result.errors[0]


def test_optional_claims_count_neither_found_nor_missed(gold: GoldDocument, reading: dict[str, Any]) -> None:
    without = copy.deepcopy(reading)
    del without["articles"][0]["claims"][3]
    assert figures_of(score(gold, without).tally) == figures_of(score(gold, reading).tally)


def test_claims_read_in_a_title_do_not_count(gold: GoldDocument, reading: dict[str, Any]) -> None:
    reading["articles"][0]["claims"].append({"span": {"start": 4, "end": len(TITLE)}})
    assert figures_of(score(gold, reading).tally)["claim_precision"] == 1.0


def test_claims_that_nobody_annotated_are_spurious(gold: GoldDocument, reading: dict[str, Any]) -> None:
    at = TEXT.index("قبل ذلك")
    reading["articles"][0]["claims"].append({"span": {"start": at, "end": at + 7}})
    result = score(gold, reading)
    assert figures_of(result.tally)["claim_precision"] == 0.75
    assert result.errors == ["page: spurious: 'قبل ذلك'"]


def test_claims_without_a_span_are_spurious_too(gold: GoldDocument, reading: dict[str, Any]) -> None:
    reading["articles"][0]["claims"].append({"span": None})
    assert figures_of(score(gold, reading).tally)["claim_precision"] == 0.75


def test_an_error_line_says_what_was_read_instead(gold: GoldDocument, reading: dict[str, Any]) -> None:
    claim = reading["articles"][0]["claims"][0]
    claim["chain"] = claim["chain"][:1]
    claim["figures"][0]["high"] = 12
    line = score(gold, reading).errors[0]
    assert "chain (gold Wadi Agency > Civic Observatory, read Wadi Agency)" in line
    assert "figures (gold killed 12.., read killed 12)" in line


def test_a_denial_read_as_fact_costs_the_denial_and_the_polarity(gold: GoldDocument, reading: dict[str, Any]) -> None:
    reading["articles"][0]["claims"][1]["polarity"] = "affirmed"
    figures = figures_of(score(gold, reading).tally)
    assert figures["denial_f1"] == 0.0
    assert figures["polarity_accuracy"] == pytest.approx(2 / 3, abs=1e-4)


def test_strata_tell_relayed_claims_and_vague_figures_apart(gold: GoldDocument, reading: dict[str, Any]) -> None:
    reading["articles"][0]["claims"][0]["chain"] = []
    rows = {row.name: row for row in rows_of(score(gold, reading).strata)}
    assert (rows["claims: relayed (two or more)"].found, rows["claims: relayed (two or more)"].right) == (1, 0)
    assert rows["claims: one source"].accuracy == 1.0
    assert rows["claims: no source named"].gold == 1
    assert rows["claims: denied"].gold == 1
    assert rows["figures: hedged"].gold == 2
    assert rows["figures: exact"].accuracy is None


def test_a_sum_of_documents_does_not_depend_on_grouping(gold: GoldDocument, reading: dict[str, Any]) -> None:
    tallies = [score(gold, reading).tally for _ in range(3)]
    assert figures_of(merge([merge(tallies[:2]), tallies[2]])) == figures_of(merge(tallies))


def test_offsets_that_are_no_stretch_are_refused() -> None:
    with pytest.raises(SpanInvalid, match="RW106"):
        answer_from_json({"articles": [{"body": {"start": 9, "end": 2}}]})
