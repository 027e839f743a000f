"""The word lists that rules hold beside the packs are met only if they are written as words are folded."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import riwaya
from riwaya.lang.normalize import fold_letters

STAGES = Path(riwaya.__file__).parent / "stages"
RULES = sorted(path for stage in ("annotate", "attribute", "claim") for path in (STAGES / stage).glob("*.py"))
MARKS = {"ـ"}
"""A stroke that quotations are looked for by, before folding takes it away."""


def _lists(tree: ast.AST) -> list[str]:
    """The strings that are split into words; those of a comprehension become names of lexemes, which are not folded."""
    named = {id(part) for node in ast.walk(tree) if isinstance(node, ast.GeneratorExp) for part in ast.walk(node)}
    return [
        node.func.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "split"
        and isinstance(node.func.value, ast.Constant)
        and isinstance(node.func.value.value, str)
        and id(node) not in named
    ]


def _unfolded(source: str) -> list[str]:
    words = [word for text in _lists(ast.parse(source)) for word in text.split()]
    return [word for word in words if "." not in word and word not in MARKS and fold_letters(word) != word]


def test_a_word_that_is_not_folded_is_seen():
    assert _unfolded('WORDS = frozenset("نائب نايب على".split())') == ["نائب", "على"]
    assert _unfolded('NAMES = frozenset(f"ar.verbs.{w}" for w in "أعاد".split())') == []


@pytest.mark.parametrize("module", RULES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_words_of_lists_are_folded(module):
    assert _unfolded(module.read_text(encoding="utf8")) == []
