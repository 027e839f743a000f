"""Where each finder may begin."""

from __future__ import annotations

import pytest

from riwaya.gazetteer.index import load_gazetteer
from riwaya.lang.registry import load_registry
from riwaya.lang.timexes import find_time_expressions
from riwaya.lang.tokens import tokenize
from riwaya.stages.annotate import openings as module
from riwaya.stages.annotate.openings import OpeningFinder, opening_finder
from riwaya.stages.annotate.places import find_places
from riwaya.stages.annotate.quantities import find_quantities

TEXT = "قال «المتحدث» إن فرنسا سلمت الجيش المالي 12 عربة في مدينة غاو يوم الاثنين."


def find(text: str) -> dict[str, list[str]]:
    forms = [token.form for token in tokenize(text)]
    found = opening_finder(load_registry(), load_gazetteer()).find(forms)
    return {kind: [forms[at] for at in getattr(found, kind)] for kind in module.Openings.__slots__}


def test_each_kind_of_word_is_in_its_list_and_nowhere_else() -> None:
    found = find(TEXT)
    assert "فرنسا" in found["names"]
    assert found["nations"] == ["المالي"]
    assert found["times"] == ["12", "يوم", "الاثنين"]
    assert {"مدينه", "غاو"} <= set(found["places"])
    assert found["counts"] == ["12"]
    assert found["sentence_marks"] == ["»", "."]
    assert found["quotation_marks"] == ["«", "»"]


def test_no_words_open_nothing() -> None:
    assert not any(find("").values())
    assert not any(find("هكذا").values())


def test_finders_find_the_same_without_being_told_where_to_look() -> None:
    tokens, registry, gazetteer = tokenize(TEXT), load_registry(), load_gazetteer()
    forms = [token.form for token in tokens]
    found = OpeningFinder(registry, gazetteer).find(forms)
    assert registry.scan(forms, found.names) == registry.scan(forms) != {}
    assert find_time_expressions(tokens, found.times) == find_time_expressions(tokens) != []
    places = find_places(tokens, TEXT, gazetteer=gazetteer)
    assert find_places(tokens, TEXT, gazetteer=gazetteer, openings=found.places) == places != []
    assert find_quantities(tokens, TEXT, openings=found.counts) == find_quantities(tokens, TEXT) != []


def test_words_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_KEPT", 3)
    finder, kept = OpeningFinder(load_registry(), load_gazetteer()), opening_finder(load_registry(), load_gazetteer())
    forms = [token.form for token in tokenize(TEXT)]
    assert finder.find(forms) == finder.find(forms) == kept.find(forms)
    assert len(finder._known) <= 4  # pyright: ignore[reportPrivateUsage]
