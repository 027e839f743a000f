from __future__ import annotations

import dataclasses
import json

import pytest
from jsonschema import Draft202012Validator

from riwaya.forms.analysis import analysis_form
from riwaya.forms.schema import build_schema
from riwaya.model.document import Warning
from riwaya.model.timex import Published
from tests.make import SENTENCE, TEXT, make_analysis, make_claim, make_document, make_page


def _closed(schema: object) -> object:
    """The same schema, but with no property allowed that it does not name."""
    if isinstance(schema, dict):
        closed = {key: _closed(value) for key, value in schema.items()}
        return closed | {"additionalProperties": False} if schema.get("type") == "object" else closed
    return [_closed(one) for one in schema] if isinstance(schema, list) else schema


def _check(analysis):
    form = json.loads(json.dumps(analysis_form(analysis)))
    Draft202012Validator(_closed(build_schema("analysis"))).validate(form)
    return form


def _spans(form):
    if isinstance(form, dict):
        if form.keys() >= {"start", "end", "text"}:
            yield form
        for value in form.values():
            yield from _spans(value)
    elif isinstance(form, list):
        for value in form:
            yield from _spans(value)


def test_a_full_claim_has_the_keys_of_the_public_form():
    form = _check(make_analysis())
    assert list(form) == ["schema", "input", "text", "articles", "warnings"]
    assert form["schema"] == "riwaya.analysis/1"
    [article] = form["articles"]
    assert list(article) == [
        "id", "role", "language", "title", "section", "byline", "dateline", "outlet", "published", "body", "claims",
    ]  # fmt: skip
    [claim] = article["claims"]
    assert list(claim) == [
        "id", "span", "trigger", "type", "subtype", "polarity", "certainty", "chain", "agents", "targets", "figures",
        "time", "place", "why",
    ]  # fmt: skip
    assert claim["chain"][1] == {
        "source": {"id": "rayah-group", "name": "Rayah Group", "kind": "militant-group"},
        "span": {"start": 43, "end": 55, "text": "جماعة الراية"},
        "verb": {"text": "قولها", "stance": "assert"},
        "channel": "statement",
        "told": {"start": "2024-07-27", "end": "2024-07-27", "span": {"start": 132, "end": 142, "text": "مساء السبت"}},
    }
    assert claim["figures"] == [
        {
            "measure": "killed",
            "low": 20,
            "high": None,
            "about": False,
            "span": {"start": 80, "end": 92, "text": "20 على الأقل"},
            "of": {
                "actor": {"id": None, "name": "Jabal Brigade"},
                "span": {"start": 96, "end": 112, "text": "عناصر فرقة الجبل"},
            },
        }
    ]
    assert list(claim["time"]) == ["start", "end", "precision", "span"]
    assert list(claim["place"]) == ["id", "name", "lat", "lon", "precision", "relation", "span"]


def test_every_span_is_the_words_it_says():
    spans = list(_spans(_check(make_analysis())))
    assert len(spans) > 10
    assert all(TEXT[span["start"] : span["end"]] == span["text"] for span in spans)


def test_plain_text_is_not_printed_again_but_html_is():
    assert _check(make_analysis())["text"] is None
    assert _check(make_analysis(page=make_page(is_html=True)))["text"] == TEXT


def test_only_what_was_carried_over_says_so():
    claim = make_claim()
    assert claim.time
    assert claim.place
    carried = dataclasses.replace(
        claim,
        time=dataclasses.replace(claim.time, inherited=True),
        place=dataclasses.replace(claim.place, inherited=True),
    )
    [form] = _check(make_analysis(carried))["articles"][0]["claims"]
    assert form["time"]["inherited"] is True
    assert form["place"]["inherited"] is True
    [plain] = _check(make_analysis())["articles"][0]["claims"]
    assert "inherited" not in plain["time"]
    assert "inherited" not in plain["place"]


def test_what_the_text_does_not_say_is_null_or_empty():
    bare = make_claim(
        subtype=None, chain=(), agents=(), targets=(), figures=(), time=None, place=None, polarity="denied"
    )
    document = make_document(
        title=None, outlet=None, published=Published(start=None, end=None, basis="unknown", why="")
    )
    [article] = _check(make_analysis(bare, document=document))["articles"]
    assert (article["title"], article["outlet"], article["published"]["start"]) == (None, None, None)
    [claim] = article["claims"]
    assert (claim["chain"], claim["time"], claim["place"], claim["figures"]) == ([], None, None, [])


def test_a_link_without_verb_or_day_has_nulls():
    claim = make_claim()
    chain = tuple(dataclasses.replace(link, verb=None, told=None, channel=None) for link in claim.chain)
    [form] = _check(make_analysis(dataclasses.replace(claim, chain=chain)))["articles"][0]["claims"]
    assert {link["verb"] for link in form["chain"]} == {None}
    assert {link["told"] for link in form["chain"]} == {None}


def test_warnings_of_page_and_reading_come_once_each():
    both = Warning(code="RW103", message="once")
    page = make_page(warnings=(both,))
    form = _check(make_analysis(page=page, warnings=(both, Warning(code="W2", message="two"))))
    assert form["warnings"] == [{"code": "RW103", "message": "once"}, {"code": "W2", "message": "two"}]


def test_characters_are_code_points():
    text = TEXT.replace(SENTENCE, f"😀 {SENTENCE}")
    assert _check(make_analysis(text=text))["input"]["characters"] == len(text)


@pytest.mark.parametrize("field", ["type", "polarity", "certainty"])
def test_the_schema_refuses_words_of_no_vocabulary(field):
    form = json.loads(json.dumps(analysis_form(make_analysis())))
    form["articles"][0]["claims"][0][field] = "nonsense"
    assert not Draft202012Validator(build_schema("analysis")).is_valid(form)
