"""What a profile withholds stands nowhere in what is written, in any shape; all else stays."""

from __future__ import annotations

import csv
import io

import pytest

from riwaya import export
from riwaya.errors import ExportInvalid

PERSON = "سالم بن زرقون"


def written(ledger, shape, profile=None) -> bytes:
    held = io.BytesIO()
    export.write(ledger.view, shape, held, options=export.Options(redaction=profile))
    return held.getvalue()


def rows(ledger, shape, profile=None):
    return list(csv.DictReader(io.StringIO(written(ledger, shape, profile).decode("utf8"))))


def test_the_page_names_a_person_unless_a_profile_withholds_them(ledger):
    assert PERSON.encode() in written(ledger, "claims")
    assert any(PERSON in one["originator"] or PERSON in one["originator_words"] for one in rows(ledger, "claims"))


@pytest.mark.parametrize("shape", ["claims", "accounts", "ucdp-ged", "acled"])
@pytest.mark.parametrize("profile", ["private-persons", "public"])
def test_the_name_of_a_private_person_stands_nowhere(ledger, shape, profile):
    assert PERSON.encode() not in written(ledger, shape, profile)


def test_organisations_stay_and_numbers_stay(ledger):
    before, after = rows(ledger, "claims"), rows(ledger, "claims", "private-persons")
    assert [one["claim_id"] for one in before] == [one["claim_id"] for one in after]
    assert [(one["low"], one["high"], one["measure"]) for one in before] == [
        (one["low"], one["high"], one["measure"]) for one in after
    ]
    assert {one["agent_ids"] for one in before} == {one["agent_ids"] for one in after}
    assert sum(a != b for a, b in zip(before, after, strict=True)) < len(before) / 2


def test_words_that_describe_a_source_are_withheld(ledger):
    before, after = rows(ledger, "claims"), rows(ledger, "claims", "confidential-sources")
    unknown = [(b, a) for b, a in zip(before, after, strict=True) if b["originator"] and not b["originator_id"]]
    assert len(unknown) > 5
    for plain, hidden in unknown:
        assert plain["originator_words"] not in hidden["originator_words"]
        assert set(hidden["originator_words"]) <= {"█", " "}
    known = [(b, a) for b, a in zip(before, after, strict=True) if b["originator_id"]]
    assert known
    assert all(plain["originator"] == hidden["originator"] for plain, hidden in known)


def test_a_precise_place_becomes_the_middle_of_its_cell(ledger):
    before, after = rows(ledger, "claims"), rows(ledger, "claims", "coarse-places")
    fine = [
        (b, a)
        for b, a in zip(before, after, strict=True)
        if b["place_precision"] in ("town", "district") and b["latitude"]
    ]
    assert len(fine) > 20
    for plain, coarse in fine:
        lat = float(coarse["latitude"])
        assert (lat * 4) % 2 == 1, "the middle of half a degree"
        assert abs(lat - float(plain["latitude"])) <= 0.25
        assert coarse["place"] == "[place withheld]"
        assert coarse["place_id"] == ""
        assert plain["place_words"] not in coarse["words"]
        assert coarse["country"] == plain["country"]
    wide = [(b, a) for b, a in zip(before, after, strict=True) if b["place_precision"] == "country"]
    assert all(b["latitude"] == a["latitude"] for b, a in wide)


def test_public_keeps_no_words_but_those_that_count(ledger):
    found = rows(ledger, "claims", "public")
    for one in found:
        counts = "".join(other["figure_words"] for other in found if other["claim_id"] == one["claim_id"])
        letters = {letter for letter in one["words"] if letter.isalpha()}
        if letters:
            assert letters <= set(counts), one["words"]
        assert set(one["trigger"]) <= {"█", " ", *counts}


def test_a_redacted_export_says_so_and_verifies(ledger, tmp_path):
    made = export.write_file(ledger.view, "acled", tmp_path / "a.csv", options=export.Options(redaction="public"))
    assert made.content["redaction"]["profile"] == "public"
    assert made.content["redaction"]["rule"]
    checked = export.verify_export(tmp_path / "a.csv", ledger.view)
    assert checked.problems == ()
    assert checked.is_remade


def test_a_redacted_cell_is_traced_by_whoever_holds_the_ledger(ledger, tmp_path):
    export.write_file(ledger.view, "claims", tmp_path / "c.csv", options=export.Options(redaction="private-persons"))
    [name] = {one["claim_id"] for one in rows(ledger, "claims") if PERSON in one["originator_words"]}
    traced = export.trace_cell(ledger.view, export.parse_cell(f"{tmp_path / 'c.csv'}:{name}:originator_words"))
    assert PERSON in traced.value


def test_there_is_no_other_profile(ledger):
    with pytest.raises(ExportInvalid, match="redaction profile"):
        written(ledger, "claims", "none-of-them")


def test_every_profile_tells_its_rule_in_three_languages():
    for profile in export.load_profiles():
        assert profile.rule.ar
        assert profile.rule.en
        assert profile.rule.fr
