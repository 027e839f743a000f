"""Every cell of every shape leads to its claims, their words and the rule that chose them."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from riwaya import export
from riwaya.errors import EntryUnknown, ExportDiffers, ExportInvalid
from riwaya.export.shape import LeftOut
from riwaya.export.writing import choose_policy, make_job
from riwaya.ledger.stream import streaming

CONVENTIONS = {"active_year", "code_status", "admin3", "source_scale", "tags", "timestamp", "coder"}
"""Columns that rest on no words of a page, whatever they hold."""


def items_of(ledger, name):
    shape = export.find_shape(name)
    with streaming(ledger.view.engine) as stream:
        job = make_job(stream, shape, choose_policy(shape, None), export.Wanted(), export.Options())
        yield from (
            (shape, item) for source in job.sources() for item in shape.expand(source) if not isinstance(item, LeftOut)
        )


@pytest.mark.parametrize("name", export.NAMES)
def test_every_cell_says_its_rule_and_shows_its_words(ledger, name):
    many = 0
    for shape, item in items_of(ledger, name):
        for column in shape.columns:
            value, basis = column.value(item), column.basis(item)
            assert basis.rule, column.name
            for rest in basis.rests:
                assert rest.claim.text[rest.span.start : rest.span.end] == rest.words != ""
            if (
                value not in (None, 0, [], {})
                and column.name not in CONVENTIONS
                and not _may_be_silent(column.name, value)
            ):
                assert basis.rests, f"{column.name} = {value!r} rests on nothing"
                many += 1
    assert many > 20


def _may_be_silent(name: str, value: object) -> bool:
    """Of an outlet's own voice no word of the text names the teller; what says «no» about something rests on no word either."""
    tellers = {"originator", "originator_id", "originator_kind", "account_id", "origin", "documents", "first_told", "last_told",
               "source_original", "notes", "stance"}  # fmt: skip
    return name in tellers or value is False or value == [{"sector": "UNK"}]


@pytest.mark.parametrize("name", ["claims", "accounts", "ucdp-ged", "acled"])
def test_a_traced_cell_is_the_cell_that_was_written(ledger, tmp_path, name):
    path = tmp_path / f"{name}.csv"
    export.write_file(ledger.view, name, path)
    shape = export.find_shape(name)
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf8"))))
    for row in rows[:: max(1, len(rows) // 4)]:
        for column in shape.columns:
            key = f"{row['claim_id']}/{row['figure']}" if name == "claims" and row["figure"] else row[shape.key]
            traced = export.trace_cell(ledger.view, export.parse_cell(f"{path}:{key}:{column.name}"))
            written = "" if traced.value is None else str(traced.value)
            assert " ".join(written.split()) == " ".join(row[column.name].split())


def test_a_number_leads_to_its_claims_words_and_policy(ledger, ambush):
    traced = export.trace_cell(ledger.view, export.parse_cell(f"ucdp-ged:{ambush}:deaths_b"))
    assert traced.policy == "ucdp"
    assert f"Azawad Liberation Front: {traced.value} is given or left possible by" in traced.basis.rule
    assert {rest.words for rest in traced.basis.rests} == {"أربعة"}
    assert traced.value == 4
    assert {rest.what for rest in traced.basis.rests} == {"figure"}


def test_a_row_may_be_named_by_its_key_its_event_its_beginning_or_its_number(ledger, ambush, tmp_path):
    number = int(ambush[4:17], 16)
    for row in (f"MLI-2031-1-0-{ambush}", ambush, ambush[:14], str(number)):
        assert export.trace_cell(ledger.view, export.parse_cell(f"ucdp-ged:{row}:id")).value == number
    path = tmp_path / "a.csv"
    export.write_file(ledger.view, "ucdp-ged", path, wanted=export.Wanted(since=date(2031, 4, 14)))
    for place, row in enumerate(csv.DictReader(io.StringIO(path.read_text(encoding="utf8"))), 1):
        assert export.trace_cell(ledger.view, export.parse_cell(f"{path}:#{place}:relid")).value == row["relid"]
    with pytest.raises(ExportInvalid, match="no row"):
        export.trace_cell(ledger.view, export.parse_cell("ucdp-ged:#999:id"))


def test_what_is_no_cell_is_refused(ledger, tmp_path):
    for words in ("ucdp-ged", "ucdp-ged:evt_1", "::"):
        with pytest.raises(ExportInvalid, match="no cell"):
            export.parse_cell(words)
    with pytest.raises(ExportInvalid, match="no column"):
        export.trace_cell(ledger.view, export.parse_cell("ucdp-ged:evt_00000000:deaths"))
    with pytest.raises(EntryUnknown):
        export.trace_cell(ledger.view, export.parse_cell("ucdp-ged:evt_0000000000000000:best"))
    (tmp_path / "alone.csv").write_text("a\n", encoding="utf8")
    with pytest.raises(ExportDiffers, match="manifest"):
        export.parse_cell(f"{tmp_path / 'alone.csv'}:x:a")


def test_a_row_that_was_left_out_says_why(ledger):
    event = next(one for one in ledger.events() if one.type == "SANCTION")
    with pytest.raises(ExportInvalid, match="no account counts a death"):
        export.trace_cell(ledger.view, export.parse_cell(f"ucdp-ged:{event.id}:best"))
