from __future__ import annotations

import sys
from types import ModuleType

import pytest

from riwaya.cli.running import run


@pytest.fixture
def lint(monkeypatch):
    """Put a linter in place that says what a test wants."""
    module = ModuleType("riwaya.lang.lint")
    problems: list[str] = []
    module.lint_packs = lambda: problems  # type: ignore[attr-defined]
    module.pack_stats = lambda: [("ar triggers", 1234), ("world actors", 700)]  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "riwaya.lang.lint", module)
    return problems


@pytest.mark.usefixtures("lint")
def test_packs_in_order_are_a_word_on_stderr(capsys):
    assert run(["packs", "lint"]) == 0
    assert capsys.readouterr() == ("", "The packs are in order.\n")


def test_every_problem_is_a_line_and_the_exit_says_so(lint, capsys):
    lint += ["ar/cues.toml: cue 3: no id", "ar/cues.toml: cue 4: no source"]
    assert run(["packs", "lint"]) == 65
    out, err = capsys.readouterr()
    assert out.splitlines() == lint
    assert err == "2 problems\n"


@pytest.mark.usefixtures("lint")
def test_counts_stand_in_a_column(capsys):
    assert run(["packs", "stats"]) == 0
    assert capsys.readouterr().out.splitlines()[0].split() == ["ar", "triggers", "1,234"]
