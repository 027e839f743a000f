"""Where each finder may begin."""

from __future__ import annotations

import pytest

from riwaya.lang.registry import load_registry
from riwaya.lang.timexes import find_time_expressions
from riwaya.lang.tokens import tokenize
from riwaya.stages.annotate import openings as module
from riwaya.stages.annotate.openings import OpeningFinder, opening_finder
from riwaya.stages.annotate.quantities import find_quantities

TEXT = "قال «المتحدث» إن فرنسا سلمت الجيش المالي 12 عربة يوم الاثنين."


def find(text: str) -> dict[str, list[str]]:
    forms = [token.form for token in tokenize(text)]
    found = opening_finder(load_registry()).find(forms)
    return {kind: [forms[at] for at in getattr(found, kind)] for kind in module.Openings.__slots__}


def test_each_kind_of_word_is_in_its_list_and_nowhere_else() -> None:
    found = find(TEXT)
    assert "فرنسا" in found["names"]
    assert found["nations"] == ["المالي"]
    assert found["times"] == ["12", "يوم", "الاثنين"]
    assert found["counts"] == ["12"]
    assert found["sentence_marks"] == ["»", "."]
    assert found["quotation_marks"] == ["«", "»"]


def test_no_words_open_nothing() -> None:
    assert not any(find("").values())
    assert not any(find("كلمة").values())


def test_finders_find_the_same_without_being_told_where_to_look() -> None:
    tokens, registry = tokenize(TEXT), load_registry()
    forms = [token.form for token in tokens]
    found = OpeningFinder(registry).find(forms)
    assert registry.scan(forms, found.names) == registry.scan(forms) != {}
    assert find_time_expressions(tokens, found.times) == find_time_expressions(tokens) != []
    assert find_quantities(tokens, TEXT, openings=found.counts) == find_quantities(tokens, TEXT) != []


def test_words_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_KEPT", 3)
    finder = OpeningFinder(load_registry())
    forms = [token.form for token in tokenize(TEXT)]
    assert finder.find(forms) == finder.find(forms) == opening_finder(load_registry()).find(forms)
    assert len(finder._known) <= 4  # pyright: ignore[reportPrivateUsage]
