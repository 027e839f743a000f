"""The project's figures are the shared scorer's figures, whatever is scored."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from riwaya.evals import evaluate, score_analyses
from riwaya.evals.corpus import GoldPage, iter_gold_pages
from riwaya.forms.analysis import analysis_form
from tests.evals.making import damage, make_folder, make_reading, write_reading

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
ROUNDS = range(4)

pytestmark = pytest.mark.skipif(
    not (SHARED / "score" / "score.py").exists(), reason="../shared/score/score.py is not here: nothing to compare with"
)


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    sys.path.insert(0, str(SHARED / "score"))
    try:
        spec = importlib.util.spec_from_file_location("shared_score", SHARED / "score" / "score.py")
        assert spec
        assert spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.pop(0)
        sys.modules.pop("gold", None)
    return module


def theirs(scorer: ModuleType, gold_dir: Path, text_dir: Path, analyses: Path) -> tuple[dict[str, Any], list[str]]:
    texts = {path.stem: path for path in text_dir.rglob("*.txt")}
    count: Counter[str] = Counter()
    errors: list[str] = []
    for path in sorted([*gold_dir.glob("*.yaml"), *gold_dir.glob("*.json")]):
        text = texts[path.stem].read_text(encoding="utf8")
        answer = analyses / f"{path.stem}.json"
        count["documents"] += 1
        raw = json.loads(answer.read_text(encoding="utf8")) if answer.exists() else None
        scorer.score_document(scorer.load(path, text), text, raw, count, errors)
    return scorer.summary(count), errors


def heads(lines: list[str] | tuple[str, ...]) -> list[str]:
    """What each error line is about: ours say more after «wrong»."""
    return [": ".join(line.split(": ")[:2]).split(" (")[0] for line in lines]


def assert_same(scorer: ModuleType, gold_dir: Path, text_dir: Path, analyses: Path) -> dict[str, Any]:
    expected, lines = theirs(scorer, gold_dir, text_dir, analyses)
    report = score_analyses(gold_dir, text_dir, analyses)
    assert not report.failed
    assert list(report.figures) == list(expected)
    assert report.figures == expected
    assert heads(report.errors) == heads(lines)
    return expected


def gold_sets(tmp_path: Path) -> list[tuple[Path, Path]]:
    sets = [make_folder(tmp_path / "own")]
    samples = ROOT / "src" / "riwaya" / "samples"
    if (samples / "gold").is_dir():
        sets.append((samples / "gold", samples / "pages"))
    if (SHARED / "gold").is_dir():
        sets.append((SHARED / "gold", SHARED / "corpus"))
    return sets


def test_readings_made_from_gold_score_one_in_both(scorer: ModuleType, tmp_path: Path) -> None:
    for number, (gold_dir, text_dir) in enumerate(gold_sets(tmp_path)):
        out = tmp_path / f"perfect{number}"
        for page in iter_gold_pages(gold_dir, text_dir):
            assert isinstance(page, GoldPage)
            write_reading(out, page.gold_path.stem, make_reading(page.gold, page.text))
        figures = assert_same(scorer, gold_dir, text_dir, out)
        assert figures["claim_f1"] == 1.0
        assert figures["fully_right"] == 1.0


@pytest.mark.parametrize("round_number", ROUNDS)
def test_damaged_readings_score_the_same_in_both(scorer: ModuleType, tmp_path: Path, round_number: int) -> None:
    for number, (gold_dir, text_dir) in enumerate(gold_sets(tmp_path)):
        out = tmp_path / f"damaged{number}"
        out.mkdir()
        for place, page in enumerate(iter_gold_pages(gold_dir, text_dir)):
            assert isinstance(page, GoldPage)
            if round_number and (place + round_number) % 9 == 8:
                continue  # no reading of this page at all
            reading = damage(make_reading(page.gold, page.text), round_number + place, len(page.text))
            write_reading(out, page.gold_path.stem, reading)
        assert_same(scorer, gold_dir, text_dir, out)


def test_no_reading_at_all_scores_the_same_in_both(scorer: ModuleType, tmp_path: Path) -> None:
    for gold_dir, text_dir in gold_sets(tmp_path):
        figures = assert_same(scorer, gold_dir, text_dir, tmp_path / "nothing")
        assert figures["claim_recall"] == 0.0


def test_the_readings_of_this_reader_score_the_same_in_both(scorer: ModuleType, tmp_path: Path) -> None:
    pipeline = pytest.importorskip("riwaya.pipeline", reason="there is no reader yet")

    for number, (gold_dir, text_dir) in enumerate(gold_sets(tmp_path)):
        out = tmp_path / f"read{number}"
        for page in iter_gold_pages(gold_dir, text_dir):
            assert isinstance(page, GoldPage)
            analysis = pipeline.analyze(page.path.read_bytes(), name=page.path.name, hints=page.hints)
            write_reading(out, page.gold_path.stem, dict(analysis_form(analysis)))
        expected = assert_same(scorer, gold_dir, text_dir, out)
        assert evaluate(gold_dir, text_dir).figures == expected
