"""The gate, and through it the figures of this reader on every gold that is here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from riwaya.errors import ConfigError, GoldInvalid
from riwaya.evals import EvalReport, score_analyses
from riwaya.evals.floors import Floors, GoldSet, load_floors, save_floors
from riwaya.evals.gate import check_set, find_quiet_lowerings, update_set
from tests.evals.making import GOLD, TEXT, make_folder, make_gold, make_reading, write_reading

ROOT = Path(__file__).parents[2]
FLOORS = ROOT / "evals" / "floors.json"
SET = GoldSet(gold="gold", texts="texts", required=True)
EPSILON = 0.00005


class Measure:
    """Measures printed readings instead of reading; ``missing`` claims are left out of them."""

    def __init__(self, folder: Path, missing: int = 0) -> None:
        self.out = folder / f"out{missing}"
        reading = make_reading(make_gold(folder / "copy"), TEXT)
        del reading["articles"][0]["claims"][:missing]
        write_reading(self.out, "page", reading)

    def __call__(self, gold_dir: Path, text_dir: Path) -> EvalReport:
        return score_analyses(gold_dir, text_dir, self.out)


def test_floors_are_set_at_what_was_measured_and_then_hold(tmp_path: Path) -> None:
    make_folder(tmp_path)
    measure = Measure(tmp_path)
    raised, lowered = update_set("own", SET, tmp_path, EPSILON, None, measure)
    assert raised.floors["claim_f1"] == 1.0
    assert raised.counts == {"documents": 1, "articles": 1, "claims": 3}
    assert "claims" not in raised.floors
    assert lowered == ()
    assert check_set("own", raised, tmp_path, EPSILON, measure).faults == ()


def test_reading_worse_than_before_is_refused_figure_by_figure(tmp_path: Path) -> None:
    make_folder(tmp_path)
    raised, _ = update_set("own", SET, tmp_path, EPSILON, None, Measure(tmp_path))
    faults = check_set("own", raised, tmp_path, EPSILON, Measure(tmp_path, missing=1)).faults
    assert "claim_recall is 0.6667, its floor 1.0000" in faults


def test_a_figure_that_cannot_be_measured_any_more_is_under_its_floor(tmp_path: Path) -> None:
    make_folder(tmp_path)
    raised, _ = update_set("own", SET, tmp_path, EPSILON, None, Measure(tmp_path))
    faults = check_set("own", raised, tmp_path, EPSILON, Measure(tmp_path, missing=4)).faults
    assert "chain_accuracy is 0.0000, its floor 1.0000" in faults


def test_floors_go_down_only_with_a_reason_that_is_kept(tmp_path: Path) -> None:
    make_folder(tmp_path)
    raised, _ = update_set("own", SET, tmp_path, EPSILON, None, Measure(tmp_path))
    worse = Measure(tmp_path, missing=1)
    with pytest.raises(ConfigError, match="claim_recall"):
        update_set("own", raised, tmp_path, EPSILON, None, worse)
    after, lowered = update_set("own", raised, tmp_path, EPSILON, "the guideline changed", worse)
    assert after.floors["claim_recall"] == 0.6667
    assert {one.figure for one in lowered} >= {"claim_recall", "fully_right"}
    assert {one.reason for one in lowered} == {"the guideline changed"}
    assert check_set("own", after, tmp_path, EPSILON, worse).faults == ()


def test_changed_gold_needs_new_floors(tmp_path: Path) -> None:
    gold_dir, _ = make_folder(tmp_path)
    measure = Measure(tmp_path)
    raised, _ = update_set("own", SET, tmp_path, EPSILON, None, measure)
    (gold_dir / "page.yaml").write_text(GOLD.replace("optional: true", "optional: false"), encoding="utf8")
    faults = check_set("own", raised, tmp_path, EPSILON, measure).faults
    assert "the gold or its pages changed (claims 3 -> 4)" in faults[0]


def test_gold_that_does_not_fit_its_page_measures_nothing(tmp_path: Path) -> None:
    make_folder(tmp_path, gold=GOLD.replace("head: مقتل", "head: مصرع"))
    with pytest.raises(GoldInvalid, match="RW108"):
        check_set("own", SET, tmp_path, EPSILON, Measure(tmp_path))


def test_gold_elsewhere_may_be_absent_and_our_own_may_not(tmp_path: Path) -> None:
    elsewhere = replace(SET, required=False)
    assert check_set("own", elsewhere, tmp_path, EPSILON).notes == ("skipped: gold is not here",)
    assert update_set("own", elsewhere, tmp_path, EPSILON, None) == (elsewhere, ())
    with pytest.raises(ConfigError, match="RW300"):
        check_set("own", SET, tmp_path, EPSILON)


def test_floors_lowered_by_hand_are_found(tmp_path: Path) -> None:
    before = Floors(
        epsilon=0.1, epsilon_reason="", sets={"own": replace(SET, floors={"claim_f1": 0.8, "span_iou": 0.7})}
    )
    lower = replace(before, sets={"own": replace(SET, floors={"claim_f1": 0.7})}, epsilon=0.2)
    assert find_quiet_lowerings(before, before) == []
    assert find_quiet_lowerings(before, lower) == [
        "own: claim_f1 was lowered by hand, 0.8000 -> 0.7000",
        "own: span_iou was lowered by hand, 0.7000 -> 0.0000",
        "epsilon was raised, 0.1 -> 0.2",
    ]


def test_floors_lowered_by_the_command_are_entered(tmp_path: Path) -> None:
    make_folder(tmp_path)
    raised, _ = update_set("own", SET, tmp_path, EPSILON, None, Measure(tmp_path))
    before = Floors(epsilon=EPSILON, epsilon_reason="", sets={"own": raised})
    after, lowered = update_set("own", raised, tmp_path, EPSILON, "why", Measure(tmp_path, missing=1))
    now = replace(before, sets={"own": after}, lowered=lowered)
    assert find_quiet_lowerings(before, now) == []
    assert find_quiet_lowerings(now, before) == ["entries under `lowered` were changed or removed"]


def test_floors_are_written_as_they_are_read(tmp_path: Path) -> None:
    floors = load_floors(FLOORS)
    save_floors(tmp_path / "floors.json", floors)
    assert load_floors(tmp_path / "floors.json") == floors
    assert (tmp_path / "floors.json").read_text(encoding="utf8") == FLOORS.read_text(encoding="utf8")


@pytest.mark.parametrize("content", ["", "[]", '{"schema": "other/1"}', '{"schema": "riwaya.floors/1"}'])
def test_a_file_that_holds_no_floors_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "floors.json"
    path.write_text(content, encoding="utf8")
    with pytest.raises(ConfigError, match="RW300"):
        load_floors(path)


@pytest.mark.parametrize("name", load_floors(FLOORS).sets)
def test_this_reader_holds_its_floors(name: str) -> None:
    pytest.importorskip("riwaya.pipeline", reason="there is no reader yet")
    floors = load_floors(FLOORS)
    verdict = check_set(name, floors.sets[name], ROOT, floors.epsilon)
    if verdict.report is None:
        pytest.skip(verdict.notes[0])
    assert verdict.faults == ()
