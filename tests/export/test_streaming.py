"""What is left undone for speed changes nothing: accounts laid side by side only where they are asked for, several tables in one go."""

from __future__ import annotations

import io
import zipfile

import pytest

from riwaya import export
from riwaya.export.csvs import TableFile, iter_csv
from riwaya.export.happening import Happening, Setting, make_happening
from riwaya.export.packages import TABLES
from riwaya.export.seen import Seen
from riwaya.ledger.stream import KeptEvent, streaming
from riwaya.stages import reconcile as stage
from riwaya.stages.reconcile import CONTESTED, reconcile, reduce_accounts

OPTIONS = export.Options()
POLICIES = ("ucdp", "acled-conservative", "airwars", "range-of-accounts")


@pytest.fixture
def kept(ledger) -> list[KeptEvent]:
    with streaming(ledger.view.engine) as stream:
        return list(stream.events(export.Wanted().for_events()))


def setting(policy: str | None) -> Setting:
    return Setting(options=OPTIONS, policy=policy, at="")


@pytest.mark.parametrize("policy", POLICIES)
def test_an_event_without_a_count_of_dead_has_no_number_of_deaths_by_any_policy(kept, policy):
    without = [one for one in kept if not make_happening(one, setting(policy)).counts_dead]
    assert without
    for one in without:
        found = reconcile(one.event, [kept.told() for kept in one.statements])
        assert [cell for cell in reduce_accounts(found, policy).cells if cell.measure == "killed"] == []


def test_an_event_that_cannot_be_contested_has_no_relation_that_contests_it(kept):
    quiet = [one for one in kept if not make_happening(one, setting(None)).can_be_contested]
    assert quiet
    assert len(quiet) < len(kept)
    for one in quiet:
        found = reconcile(one.event, [kept.told() for kept in one.statements])
        assert CONTESTED.isdisjoint(relation.kind for relation in found.relations)


def test_an_event_under_another_policy_is_that_event_made_anew(kept):
    for one in kept:
        first = make_happening(one, setting("ucdp"))
        assert (
            first.deaths == make_happening(one, setting("ucdp")).deaths
        )  # asked first, so that nothing of it is passed on
        other, anew = first.under(setting("airwars")), make_happening(one, setting("airwars"))
        assert (other.reduced, other.found, other.cells) == (anew.reduced, anew.found, anew.cells)
        assert other.claims == anew.claims


@pytest.mark.parametrize("shape", ["prov", "geojson"])
def test_accounts_are_laid_side_by_side_only_where_a_row_needs_them(ledger, monkeypatch, shape):
    asked: list[str] = []

    def counted(event, *rest):
        asked.append(event.id)
        return reconcile(event, *rest)

    monkeypatch.setattr("riwaya.export.happening.reconcile", counted)
    made = export.write(ledger.view, shape, io.BytesIO())
    many = len(ledger.events())
    assert len(asked) == len(set(asked))
    assert len(asked) == (0 if shape == "prov" else many - sum(made.left_out.values()))


@pytest.mark.parametrize("redaction", [None, "public"])
def test_the_tables_of_a_package_are_those_of_the_shapes(ledger, redaction):
    held = io.BytesIO()
    options = export.Options(redaction=redaction)
    made = export.write(ledger.view, "datapackage", held, options=options)
    rows = 0
    with zipfile.ZipFile(held) as package:
        for name in TABLES:
            alone = io.BytesIO()
            rows += export.write(ledger.view, name, alone, options=options).rows
            assert package.read(f"data/{name}.csv") == alone.getvalue(), name
    assert made.rows == rows


def test_the_accounts_of_a_package_are_laid_side_by_side_once(ledger, monkeypatch):
    asked: list[str] = []

    def counted(event, *rest):
        asked.append(event.id)
        return reconcile(event, *rest)

    monkeypatch.setattr("riwaya.export.happening.reconcile", counted)
    export.write(ledger.view, "datapackage", io.BytesIO())
    assert sorted(asked) == sorted(one.id for one in ledger.events())


@pytest.mark.parametrize("shape", ["claims", "accounts", "datapackage"])
@pytest.mark.parametrize("limit", [None, 7])
def test_progress_goes_as_far_as_was_told(ledger, shape, limit):
    told: list[int] = []
    steps: list[int] = []

    def begin(total: int):
        told.append(total)
        return lambda: steps.append(1)

    export.write(ledger.view, shape, io.BytesIO(), progress=begin, wanted=export.Wanted(limit=limit))
    assert told == [len(steps)]


@pytest.mark.parametrize("many", [0, 1, 2_000, 4_001])
def test_a_table_that_waits_on_disk_is_the_same_text(many):
    rows = [[number, "«ستة»\0", None] for number in range(many)]
    table, to = TableFile(["a", "b", "c"]), io.BytesIO()
    for row in rows:
        table.add(row)
    table.pass_on(to)
    assert to.getvalue().decode("utf8") == "".join(iter_csv(["a", "b", "c"], iter(rows)))
    assert table.rows == many


def test_parts_of_a_claim_are_worked_out_once_and_are_those_of_the_sides(kept):
    from riwaya.stages.reconcile.kinship import load_kinship
    from riwaya.stages.reconcile.parties import Cast, slug

    for one in kept:
        cast = Cast(one.event.claims, load_kinship())
        for told in one.event.claims:
            parts = cast.parts(told)
            assert cast.parts(told) is parts
            assert parts.doers == cast.sides(told.claim.agents, told)
            assert parts.hit == cast.sides(told.claim.targets, told)
            assert parts.all == cast.sides((*told.claim.agents, *told.claim.targets), told)
            assert parts.keys == {slug(actor) for actor in parts.all}


def test_what_a_profile_withholds_is_withheld_before_anything_is_asked(ledger):
    from riwaya.export.redaction import find_redactor

    with streaming(ledger.view.engine) as stream:
        for one in stream.events(export.Wanted().for_events()):
            made = Happening(one, setting("ucdp"), find_redactor("public"))
            assert made.can_be_contested
            assert made.event is made.found.event


def test_the_door_of_the_stage_names_what_the_shapes_use():
    assert all(hasattr(stage, name) for name in stage.__all__)


@pytest.mark.parametrize("most", [1, 2, 7, 1_000])
def test_what_was_met_is_known_wherever_it_is_held(most):
    ids = [f"معرف-{number * number % 101}\ud800" for number in range(300)]
    with Seen(most) as seen:
        new = [id_ for id_ in ids if seen.is_new(id_)]
        assert seen.many == len(new)
        assert len(seen._recent) < max(most, 2)
    assert new == list(dict.fromkeys(ids))


@pytest.mark.parametrize("shape", ["followthemoney", "prov", "datapackage", "xlsx"])
def test_ids_on_disk_give_the_same_bytes(ledger, monkeypatch, shape):
    made = [io.BytesIO(), io.BytesIO()]
    export.write(ledger.view, shape, made[0])
    monkeypatch.setattr(Seen.__init__, "__defaults__", (3,))
    export.write(ledger.view, shape, made[1])
    assert made[0].getvalue() == made[1].getvalue()
