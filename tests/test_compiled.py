"""The rules as machine code: what is compiled, and that it reads as its source does."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tools.compile_rules import find_rules, say_final
from tools.compiled import ROOT, build_compiled, check_alike, find_obstacle

RULE = "def is_long(word: str) -> bool:\n    return len(word) > 9\n"
RECORD = "from riwaya.model.record import record\n\n\n@record\nclass Step:\n    at: int\n"
LAZY = "from functools import cached_property\n\n\nclass Page:\n    @cached_property\n    def words(self):\n        return []\n"
REPLACING = (
    "tests/stages/cluster/test_cases.py::test_that_the_order_changes_nothing_can_fail",
    "tests/lang/test_world.py::test_an_old_index_is_not_believed",
)
"""Tests that put another function in place of one of a module, which compiled callers have bound before."""
KIN = "class Counts(dict[str, int]):\n    pass\n"


def _write(folder, **modules: str) -> None:
    folder.mkdir(parents=True)
    for name, text in modules.items():
        (folder / f"{name}.py").write_text(text, encoding="utf8")


def test_rules_are_compiled_and_what_a_native_class_cannot_be_is_not(tmp_path):
    lang = tmp_path / "riwaya" / "lang"
    _write(lang, rules=RULE, steps=RECORD, pages=LAZY, counts=KIN, lint_rules=RULE, rules_build=RULE, __init__=RULE)
    assert find_rules(tmp_path) == ["riwaya/lang/rules.py", "riwaya/lang/steps.py"]


def test_what_compares_records_stays_where_it_defines_them(tmp_path):
    _write(tmp_path / "riwaya" / "stages" / "reconcile", rules=RULE, steps=RECORD)
    assert find_rules(tmp_path) == ["riwaya/stages/reconcile/rules.py"]


def test_constants_are_final_and_nothing_else_is_changed():
    source = (
        '"""عن الكلمات."""\n\nfrom __future__ import annotations\n\n_AT, REACH = 4, ("ب", 6)\n_WORDS: frozenset[str] = frozenset("بين".split())\n'
        "_LONG = (\n    9\n    | 2\n)\nPhrase = tuple[str, ...]\n\n\ndef read() -> int:\n    INNER = _AT\n    return INNER + _LONG\n"
    )
    final = say_final(source)
    changed = {line for line in final.splitlines() if line not in source.splitlines()}
    assert changed == {
        "from __future__ import annotations; from typing import Final",
        '_AT: Final = (4); REACH: Final = (("ب", 6))',
        '_WORDS: Final[frozenset[str]] = frozenset("بين".split())',
        "_LONG: Final = (",
    }
    told: dict[str, object] = {}
    exec(final, told)
    assert (told["REACH"], told["_LONG"], told["_WORDS"]) == (("ب", 6), 11, {"بين"})


def test_most_modules_that_find_claims_are_rules():
    rules = find_rules(ROOT / "src")
    found = [path for path in (ROOT / "src/riwaya/stages/claim").glob("*.py") if path.name != "__init__.py"]
    assert sum("stages/claim/" in path for path in rules) > 0.8 * len(found)


@pytest.mark.parametrize(
    ("source", "compiled"),
    [
        (((0, "a"), (0, "b")), ((0, "a"), (0, "c"))),
        (((0, "a"), (0, "b")), ((65, "a"), (0, "b"))),
        (((1, ""), (1, "")), ((1, ""), (1, ""))),
    ],
)
def test_a_build_that_reads_otherwise_or_beside_a_source_that_does_not_read_is_refused(source, compiled):
    with pytest.raises(RuntimeError):
        check_alike(source, compiled)


def test_a_build_that_reads_alike_is_kept():
    check_alike(((0, "a"), (0, "b")), ((0, "a"), (0, "b")))


@pytest.mark.slow
@pytest.mark.timeout(3000)
def test_compiled_rules_pass_the_tests_of_the_stages():
    """`build_compiled` itself refuses rules that read the sample pages otherwise than their source."""
    if obstacle := find_obstacle():
        pytest.skip(obstacle)
    folder = build_compiled()
    of = ("tests/stages", "tests/lang", "tests/gazetteer", "tests/test_metamorphic.py", "tests/test_even_handed.py")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-o", f"pythonpath={folder} .", *of]
    command += [f"--deselect={test}" for test in REPLACING]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=2400)
    assert ran.returncode == 0, ran.stdout[-4000:]
