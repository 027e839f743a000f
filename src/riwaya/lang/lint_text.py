"""Letters of the language packs: nothing invisible, nothing that only looks Arabic."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast

from riwaya.lang.lint_problem import PackFile, Problem, name_of
from riwaya.lang.world_letters import describe_letters

_ARABIC = re.compile("[\u0600-\u06ff\ufb50-\ufefc]")
_MAY: Mapping[str, frozenset[str]] = {
    "pattern": frozenset({"has odd blanks", "mixes alphabets in a word"}),
    **dict.fromkeys(("source", "schema", "en"), frozenset({"has odd blanks"})),
    **dict.fromkeys(("text", "quote", "match", "no_match"), frozenset({"has a tatweel", "has vowel signs"})),
}
"""By key: regular expressions, prose, and the sentences of rules, which show newspapers' spelling as it is."""
_SENTENCES = frozenset({"timex", "hedges", "layout"})
"""Files where `text` is an example; elsewhere it is a word."""


def lint_letters(pack: PackFile) -> Iterator[Problem]:
    """Give the texts of a file with letters or signs that do not belong there, in the order of the file.

    Looked for are letters of Persian, Urdu, Kurdish and other alphabets in Arabic words, Greek and Cyrillic in Latin
    ones, tatweel, vowel signs, invisible and bidi controls, presentation forms, odd blanks, and text not in NFC.
    """
    for table, value in pack.content.items():
        for where, key, text in _iter_texts(table, table, value):
            for finding in describe_letters(text, arabic=pack.language == "ar" or bool(_ARABIC.search(text))):
                if (key == "text" and pack.name not in _SENTENCES) or finding not in _MAY.get(key, ()):
                    yield Problem(pack.path, where, f"{key} {text!r} {finding}")


def _iter_texts(where: str, key: str, value: object) -> Iterator[tuple[str, str, str]]:
    if isinstance(value, str):
        yield where, key, value
    elif isinstance(value, list):
        for item in cast("list[object]", value):
            yield from _iter_texts(where, key, item)
    elif isinstance(value, Mapping):
        row = cast("Mapping[str, object]", value)
        name = name_of(row)
        inner = where if name.startswith("an entry") else f"{where} {name}" if " " not in where else where
        for inner_key, item in row.items():
            yield from _iter_texts(inner, inner_key, item)
