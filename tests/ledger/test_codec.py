from __future__ import annotations

import json
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.ledger.codec import from_json, to_json
from riwaya.model.claim import Claim
from riwaya.model.document import Document, Hints
from riwaya.model.place import Place
from riwaya.model.span import Span
from tests.make import make_analysis, make_claim, make_document


@pytest.mark.parametrize("record", [make_claim(), make_document(), make_claim(chain=(), time=None, place=None, why=())])
def test_a_record_comes_back_as_it_was(record):
    assert from_json(type(record), to_json(record)) == record


def test_what_is_empty_or_at_its_default_is_not_written():
    written = json.loads(to_json(make_claim(figures=(), chain=(), subtype=None)))
    assert not {"figures", "chain", "subtype"} & written.keys()
    assert written["span"] == [make_claim().span.start, make_claim().span.end]
    assert json.loads(to_json(Hints())) == {}


def test_a_field_that_a_later_model_adds_is_read_from_older_rows_as_its_default():
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Older:
        span: Span

    assert from_json(Place, '{"name": "Kidal", "precision": "town", "relation": "in", "why": "x"}').radius_km is None
    assert from_json(Older, '{"span": [1, 2], "added": 3}') == Older(span=Span(1, 2))


@given(st.text(), st.booleans(), st.none() | st.integers(-5, 10**12), st.floats(-90, 90))
def test_any_words_come_back_letter_for_letter(words, about, low, lat):
    claim = make_claim()
    figure = replace(claim.figures[0], about=about, low=low, measure=words)
    mention = claim.place
    assert mention is not None
    place = replace(mention, place=replace(mention.place, lat=lat, name=words))
    changed = replace(claim, certainty=words, figures=(figure,), place=place, why=(words, words))
    text = to_json(changed)
    assert from_json(Claim, text) == changed
    assert "\0" not in text
    text.encode("utf8")


def test_lists_and_plain_values_are_written_too():
    assert json.loads(to_json([("a", 1), {"b": Span(1, 2)}, None, True])) == [["a", 1], {"b": [1, 2]}, None, True]


def test_a_document_is_kept_with_everything_but_its_text():
    document = make_analysis().articles[0].document
    assert from_json(Document, to_json(replace(document, text=""))) == replace(document, text="")
