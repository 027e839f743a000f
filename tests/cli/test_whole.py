"""The commands with the real reader, on the pages that come with Riwaya."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

import riwaya
from riwaya.cli.demo import open_samples
from riwaya.cli.running import run
from riwaya.forms.schema import build_schema


@pytest.fixture(scope="module")
def forms(tmp_path_factory):
    out = tmp_path_factory.mktemp("demo")
    assert run(["demo", "--out", str(out)]) == 0
    return {path.stem: json.loads(path.read_text(encoding="utf8")) for path in sorted(out.glob("*.json"))}


def test_every_sample_page_has_claims_in_the_public_form(forms):
    validator = Draft202012Validator(build_schema("analysis"))
    assert len(forms) >= 12
    for form in forms.values():
        validator.validate(form)
        assert any(article["claims"] for article in form["articles"])


def test_explain_finds_each_claim_by_what_the_table_shows(forms, capsys):
    stem = "01-ambush-claim"
    form = forms[stem]
    with open_samples() as folder:
        path = folder / form["input"]["name"]
        published, outlet = form["articles"][0]["published"]["start"], form["articles"][0]["outlet"]["name"]
        for claim in form["articles"][0]["claims"]:
            assert run(["explain", str(path), claim["id"][:12], "--published", published, "--outlet", outlet]) == 0
            out = capsys.readouterr().out
            assert claim["id"] in out
            assert claim["trigger"]["text"] in out


def test_the_library_gives_the_same_claims_as_the_command(forms):
    form = forms["01-ambush-claim"]
    with open_samples() as folder:
        raw = (folder / form["input"]["name"]).read_bytes()
    analysis = riwaya.analyze(raw, published=form["articles"][0]["published"]["start"])
    assert [claim.id for claim in analysis.claims] == [
        claim["id"] for article in form["articles"] for claim in article["claims"]
    ]
