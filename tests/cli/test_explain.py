from __future__ import annotations

import dataclasses

import pytest

from riwaya.cli.explain import iter_lines, resolve_claim
from riwaya.cli.running import run
from riwaya.errors import ClaimUnknown
from tests.make import TEXT, make_analysis, make_claim


@pytest.fixture
def page(tmp_path, stub_reader):
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf8")
    return path


def test_every_rule_and_the_words_of_every_field_are_printed(page, capsys):
    claim = make_claim()
    assert run(["explain", str(page), claim.id[:12]]) == 0
    out = capsys.readouterr().out
    for part in (
        claim.id,
        *claim.why,
        "75–79",
        "قتلت",
        "rayah-group",
        "chain 2",
        "killed ≥ 20",
        "بلدة",
        "weekday:sat",
    ):
        assert part in out


def test_an_unknown_id_is_an_error_that_says_how_to_find_ids(page, capsys):
    assert run(["explain", str(page), "clm_0000"]) == 65
    assert capsys.readouterr().err.startswith("RW107: In page.txt no claim has the id 'clm_0000'. List the ids")


def test_a_beginning_that_fits_several_is_refused_and_a_whole_id_never_is():
    one, other = make_claim(id="clm_aaaa1"), make_claim(id="clm_aaaa")
    analysis = make_analysis(one, other)
    assert resolve_claim(analysis, "clm_aaaa")[1] is other
    with pytest.raises(ClaimUnknown, match="2 claims begin with"):
        resolve_claim(make_analysis(one, make_claim(id="clm_aaaa2")), "clm_aaaa")
    with pytest.raises(ClaimUnknown, match="no claim has"):
        resolve_claim(analysis, "clm")


def test_what_a_claim_does_not_have_is_not_printed():
    claim = make_claim(chain=(), agents=(), targets=(), figures=(), time=None, place=None, why=())
    article = make_analysis(claim).articles[0]
    article = dataclasses.replace(article, document=dataclasses.replace(article.document, outlet=None))
    lines = list(iter_lines(article, claim))
    assert lines[-1] == "why"
    assert "chain     unknown, in its own voice" in lines
    assert not any(line.startswith(("by ", "to ", "figure", "place", "time")) for line in lines)
