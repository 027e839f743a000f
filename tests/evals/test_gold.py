from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from riwaya.errors import GoldInvalid
from riwaya.evals.gold import load_gold
from riwaya.model.span import Span
from tests.evals.making import BODY, GOLD, TEXT, TITLE, make_gold


def test_quotes_become_the_offsets_of_their_words(tmp_path: Path) -> None:
    gold = make_gold(tmp_path)
    first = gold.claims[0]
    assert gold.problems == ()
    assert gold.articles[0].body is not None
    assert gold.articles[0].body.of(TEXT) == BODY
    assert gold.articles[0].title == Span(0, len(TITLE))
    assert first.span is not None
    assert first.span.of(TEXT) == first.quote
    assert first.head is not None
    assert first.head.of(TEXT) == "قتلت"
    assert [link.actor for link in first.chain] == ["Wadi Agency", "Civic Observatory"]
    assert first.time is not None
    assert (first.time.start, first.time.end) == ("2031-03-03", "2031-03-03")
    assert gold.claims[3].optional


def test_of_several_places_the_one_nearest_to_the_head_is_meant(tmp_path: Path) -> None:
    source = make_gold(tmp_path).claims[1].chain[0].span
    assert source is not None
    assert source.start == TEXT.index("ونفت الجبهة") + len("ونفت ")


def test_words_inside_the_claim_go_before_nearer_ones_outside(tmp_path: Path) -> None:
    text = "جندي هنا. قتل خمسة قرب الجسر جندي واحد.\n"
    gold = """
document: page
articles: [{starts: جندي هنا, ends: واحد.}]
claims:
  - {id: a, quote: قتل خمسة قرب الجسر جندي واحد, head: جندي, type: ASSAULT, polarity: affirmed, certainty: stated, chain: []}
"""
    head = make_gold(tmp_path, gold, text).claims[0].head
    assert head is not None
    assert head.start == text.rindex("جندي")


def test_quotes_that_are_not_in_the_text_are_listed_and_the_rest_is_read(tmp_path: Path) -> None:
    gold = make_gold(tmp_path, GOLD.replace("quote: مقتل مدنيين في القرية", "quote: مقتل مدنيين في المدينة"))
    assert len(gold.problems) == 1
    assert "claim c2" in gold.problems[0]
    assert gold.claims[1].span is None
    assert gold.claims[0].span is not None
    with pytest.raises(GoldInvalid, match="RW108"):
        gold.check()


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("type: ASSAULT", "type: BATTLE"),
        ("polarity: denied", "polarity: refuted"),
        ("certainty: hedged", "certainty: maybe"),
        ("measure: killed,", "measure: dead,"),
        ("low: 12", "low: 12.5"),
        ("id: c2", "id: c1"),
        ("article: 1\n    quote: مقتل", "article: 4\n    quote: مقتل"),
        ("start: 2031-03-03", "start: March"),
        ("actor: residents", "actor: null"),
        ("km: 10", "km: null"),
        ("chain: []\n    targets", "chain: nobody\n    targets"),
        ("ends: قبل ذلك بأسبوع.", "ends: قبل ذلك بشهر."),
        ("starts: أعلنت وكالة الوادي", "starts: أعلنت وكالة الجبل"),
    ],
)
def test_what_breaks_the_guideline_is_a_problem(tmp_path: Path, right: str, wrong: str) -> None:
    assert right in GOLD
    assert make_gold(tmp_path, GOLD.replace(right, wrong, 1)).problems


@pytest.mark.parametrize("raw", ["just words", "- a\n- b", "{unclosed", "claims: []", "document: a\nclaims: [{id: x}]"])
def test_a_file_that_is_no_annotation_is_refused(tmp_path: Path, raw: str) -> None:
    with pytest.raises(GoldInvalid, match="RW108"):
        make_gold(tmp_path, raw)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldInvalid, match="RW108"):
        load_gold(tmp_path / "none.yaml", TEXT)


def compiled(text: str) -> dict[str, object]:
    start = TEXT.index("مقتل مدنيين")
    span = [start, start + len("مقتل مدنيين في القرية")]
    return {
        "compiled": True,
        "document": "page",
        "language": "ar",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "articles": [{"role": "article", "body": [TEXT.index(BODY), len(TEXT) - 1], "title_span": None}],
        "claims": [
            {
                "id": "c2", "article": 1, "span": span, "head_span": [start, start + 4], "type": "ASSAULT",
                "polarity": "denied", "certainty": "stated", "chain": [{"span": span, "actor": "The Front"}],
                "figures": [{"span": span, "measure": "killed", "low": 2, "high": 2, "of_span": None}],
            }
        ],
    }  # fmt: skip


def test_the_compiled_form_gives_the_same_kind_of_records(tmp_path: Path) -> None:
    path = tmp_path / "page.json"
    path.write_text(json.dumps(compiled(TEXT)), encoding="utf8")
    gold = load_gold(path, TEXT)
    assert gold.problems == ()
    assert gold.claims[0].quote == "مقتل مدنيين في القرية"
    assert gold.claims[0].chain[0].quote == gold.claims[0].quote
    assert gold.claims[0].figures[0].low == 2
    assert gold.articles[0].body is not None


def test_the_compiled_form_knows_its_text(tmp_path: Path) -> None:
    path = tmp_path / "page.json"
    path.write_text(json.dumps(compiled(TEXT + " ")), encoding="utf8")
    assert load_gold(path, TEXT).problems == ("the text is not the one that was annotated",)
