"""The examples of the word tables: every entry has some, and the forms in them are forms of the entry.

Whether spelling and context decide rightly is asked by tests/packs/test_rules.py, which may use the stages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from riwaya.errors import PackMissing
from riwaya.lang.lexicon import Lexicon, load_lexicon
from riwaya.lang.lint_problem import PackFile, Problem
from riwaya.lang.timex_pack import load_table
from riwaya.lang.tokens import tokenize

EXAMPLE_TABLES = ("speech", "events", "people")
_KEYS = frozenset({"id", "match", "no_match"})


@dataclass(frozen=True, slots=True)
class Example:
    """Sentences for one entry."""

    id: str
    match: tuple[str, ...]
    """Here the entry is read."""
    no_match: tuple[str, ...]
    """Here it is not."""


@cache
def load_examples(language: str, table: str) -> Mapping[str, Example]:
    """Give the examples of a word table by entry id, in the order of the file; empty where there is no file."""
    try:
        rows = load_table(f"examples/{table}", language).get("example", ())
    except PackMissing:
        return {}
    return {
        str(row.get("id")): Example(str(row.get("id")), tuple(row.get("match", ())), tuple(row.get("no_match", ())))
        for row in rows
    }


def lint_examples(language: str, table: str) -> Iterator[Problem]:
    """Give entries without examples, examples without an entry, and matches without a form of their entry."""
    lexicon, examples = load_lexicon(language), load_examples(language, table)
    path = f"{language}/examples/{table}.toml"
    entries = dict.fromkeys(lexeme.id for lexeme in lexicon.lexemes if lexeme.table == table)
    for id_ in entries:
        if id_ not in examples:
            yield Problem(path, id_, "no example")
    for id_, example in examples.items():
        if id_ not in entries:
            yield Problem(path, id_, "there is no such entry")
            continue
        for key, sentences in (("match", example.match), ("no_match", example.no_match)):
            if not sentences:
                yield Problem(path, id_, f"no {key}")
        for sentence in example.match:
            if id_ not in read_ids(lexicon, sentence):
                yield Problem(path, id_, f"no form of it stands in «{sentence}»")


def lint_example_rows(pack: PackFile) -> Iterator[Problem]:
    """Give unknown keys and ids that stand twice in a file of examples."""
    seen: set[str] = set()
    for _, row in pack.rows():
        id_ = str(row.get("id", ""))
        for key in sorted(row.keys() - _KEYS):
            yield Problem(pack.path, id_, f"unknown key {key}")
        if id_ in seen:
            yield Problem(pack.path, id_, "the id stands twice in this table")
        seen.add(id_)


def read_ids(lexicon: Lexicon, sentence: str) -> frozenset[str]:
    """Give the ids of all entries that some word of a sentence may be, before context decides."""
    tokens = tokenize(sentence)
    forms = [token.form for token in tokens]
    found: set[str] = set()
    for token in tokens:
        if token.is_word:
            phrase = lexicon.phrase_at(forms, token.index)
            found.update(r.lexeme.id for r in ((phrase[0],) if phrase else lexicon.readings(token.form)))
    return frozenset(found)
