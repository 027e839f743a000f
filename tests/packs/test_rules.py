"""Every entry of the word tables on its own examples, read as the reader reads: spelling and neighbours decide."""

from __future__ import annotations

from functools import cache

import pytest

from riwaya.lang.lexicon import load_lexicon
from riwaya.lang.lint_examples import EXAMPLE_TABLES, Example, load_examples
from riwaya.lang.tokens import tokenize
from riwaya.model.word import Lexeme, Reading
from riwaya.stages.annotate.words import read_words

ENTRIES: dict[str, list[Lexeme]] = {}
for lexeme in load_lexicon("ar").lexemes:
    if lexeme.table in EXAMPLE_TABLES:
        ENTRIES.setdefault(lexeme.id, []).append(lexeme)
EXAMPLES = {id_: example for table in EXAMPLE_TABLES for id_, example in load_examples("ar", table).items()}


@cache
def read(sentence: str) -> list[Reading]:
    readings, _ = read_words(tokenize(sentence), sentence, load_lexicon("ar"))
    return [reading for found in readings for reading in found]


def example_of(id_: str) -> Example:
    assert id_ in EXAMPLES, f"{id_} has no example in packs/ar/examples: see docs/add-words.md"
    return EXAMPLES[id_]


@pytest.mark.parametrize("id_", ENTRIES)
def test_an_entry_is_read_where_its_examples_say(id_: str) -> None:
    example = example_of(id_)
    assert example.match
    for sentence in example.match:
        assert id_ in {reading.lexeme.id for reading in read(sentence)}, sentence


@pytest.mark.parametrize("id_", ENTRIES)
def test_an_entry_is_not_read_in_what_only_looks_like_it(id_: str) -> None:
    example = example_of(id_)
    assert example.no_match
    for sentence in example.no_match:
        assert id_ not in {reading.lexeme.id for reading in read(sentence)}, sentence


@pytest.mark.parametrize("id_", [id_ for id_, lexemes in ENTRIES.items() if len(lexemes) > 1])
def test_a_verb_and_a_noun_of_one_spelling_are_both_shown(id_: str) -> None:
    parts = {r.lexeme.pos for s in example_of(id_).match for r in read(s) if r.lexeme.id == id_}
    assert parts == {lexeme.pos for lexeme in ENTRIES[id_]}


def test_no_example_is_left_of_an_entry_that_went() -> None:
    assert sorted(EXAMPLES.keys() - ENTRIES.keys()) == []


@pytest.mark.parametrize("sentence", [s for e in EXAMPLES.values() for s in (*e.match, *e.no_match)])
def test_an_example_is_a_short_sentence(sentence: str) -> None:
    assert 4 <= len(sentence.split()) <= 10
