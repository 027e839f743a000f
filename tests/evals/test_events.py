from __future__ import annotations

import pytest

from riwaya.evals.events import b_cubed, main, score_events


def test_all_right_is_one():
    assert b_cubed([("a", 1), ("a", 1), ("b", 2)]) == (1.0, 1.0)


def test_all_in_one_loses_precision_and_each_alone_loses_recall():
    assert b_cubed([("a", 1), ("a", 1), ("b", 1), ("b", 1)]) == (0.5, 1.0)
    assert b_cubed([("a", 1), ("a", 2), ("b", 3), ("b", 4)]) == (1.0, 0.5)


def test_nothing_scores_nothing():
    assert b_cubed([]) == (0.0, 0.0)
    assert score_events([], 0)["b3_f1"] == 0.0


def test_each_claim_alone_is_what_joining_is_held_against():
    figures = score_events([("a", 1), ("a", 1)], 4)
    assert figures["b3_f1"] == 1.0
    assert figures["every_claim_alone_b3_f1"] == pytest.approx(0.6667)
    assert figures["coverage"] == 0.5


def test_the_annotated_newspapers_reach_what_is_asked(shared, capsys):
    assert main([str(shared / "gold/events/dev.yaml"), str(shared / "gold"), str(shared / "corpus")]) == 0
    figures = {name: float(value) for name, value in (line.split() for line in capsys.readouterr().out.splitlines())}
    assert figures["b3_f1"] >= 0.80
    assert figures["b3_f1"] >= figures["every_claim_alone_b3_f1"] + 0.10
    assert figures["b3_precision"] >= 0.85
