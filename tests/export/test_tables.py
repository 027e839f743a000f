"""The tables: columns in their order, typed cells, closed lists, what is missing and why."""

from __future__ import annotations

import csv
import io
import re
from datetime import date, datetime

import pandas as pd
import pytest

from riwaya import export
from riwaya.errors import ExportError, ExportInvalid, InputError
from riwaya.export.csvs import iter_csv
from riwaya.export.grid import grid_cell
from riwaya.export.shapes import ucdp_ged
from riwaya.stages.reconcile import reduce_accounts
from tests.export.made import make_happening

# Written out from the codebooks, not from the code.
GED = """id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id
dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article
source_office source_date source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 latitude
longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b
deaths_civilians deaths_unknown best high low gwnoa gwnob""".split()
ACLED = """event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1
actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude
geo_precision source source_scale notes fatalities tags timestamp""".split()
GED_INTEGERS = """id year type_of_violence conflict_new_id dyad_new_id side_a_new_id side_b_new_id number_of_sources where_prec
priogrid_gid country_id event_clarity date_prec deaths_a deaths_b deaths_civilians deaths_unknown best high low""".split()
TABLES = ("claims", "accounts", "ucdp-ged", "acled")
CONFIDENCE = re.compile(r"(?i)confidence|credible interval")


def written(ledger, shape, **asked) -> str:
    held = io.BytesIO()
    export.write(ledger.view, shape, held, **asked)
    return held.getvalue().decode("utf8")


def frame(ledger, shape, **asked) -> pd.DataFrame:
    return pd.read_csv(io.StringIO(written(ledger, shape, **asked)))


def rows_of(ledger, shape, **asked) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(ledger, shape, **asked))))


def parse(kind: str, text: str) -> object:
    """Read a cell as a typed reader of R does: by the type that the codebook gives, and nothing else."""
    if kind == "integer":
        assert re.fullmatch(r"-?\d+", text), text
        return int(text)
    if kind == "number":
        return float(text)
    if kind == "boolean":
        return {"True": True, "False": False}[text]
    if kind == "date":
        return date.fromisoformat(text)
    if kind == "datetime":
        return datetime.strptime(text, "%Y-%m-%d %H:%M:%S.%f")  # noqa: DTZ007 # the files of UCDP tell no zone
    return text


def test_ucdp_ged_has_its_49_columns_in_order(ledger):
    assert len(GED) == 49
    assert written(ledger, "ucdp-ged").splitlines()[0].split(",") == GED


def test_acled_has_its_31_columns_in_order(ledger):
    assert len(ACLED) == 31
    assert written(ledger, "acled").splitlines()[0].split(",") == ACLED


@pytest.mark.parametrize("shape", TABLES)
def test_every_cell_has_the_type_and_the_words_of_the_codebook(ledger, shape):
    found = rows_of(ledger, shape)
    assert found
    for row in found:
        for column in export.find_shape(shape).columns:
            cell = row[column.name]
            if cell == "":
                assert not column.required, column.name
                continue
            parse(column.kind, cell)
            if column.values:
                assert cell in {value for value, _ in column.values}, column.name


def test_pandas_reads_the_types_that_users_of_ged_rely_on(ledger):
    kinds = dict.fromkeys(GED_INTEGERS, "Int64")
    table = pd.read_csv(io.StringIO(written(ledger, "ucdp-ged")), dtype=kinds, parse_dates=["date_start", "date_end"])
    assert {str(table[name].dtype) for name in GED_INTEGERS} == {"Int64"}
    assert str(table["date_start"].dtype).startswith("datetime64")
    assert table["latitude"].between(-90, 90).all()
    assert table["id"].is_unique
    assert (table["id"] < 2**53).all(), "a double holds it exactly"


def test_best_is_the_sum_of_the_deaths_columns(ledger):
    table = frame(ledger, "ucdp-ged")
    columns = ["deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"]
    assert len(table) >= 5
    assert (table["best"] == table[columns].sum(axis=1)).all()
    assert (table["low"] <= table["best"]).all()
    assert (table["best"] <= table["high"]).all()


def test_a_best_that_is_no_sum_stops_the_export():
    one = make_happening(deaths={"deaths_a": 3, "deaths_b": 1, "deaths_civilians": 0, "deaths_unknown": 0, "best": 5})
    with pytest.raises(ExportError, match="deaths columns give 4"):
        next(column for column in ucdp_ged.SHAPE.columns if column.name == "best").value(one)


def test_the_deaths_of_a_state_stand_under_side_a(ledger, ambush):
    [row] = [row for row in rows_of(ledger, "ucdp-ged") if ambush in row["relid"]]
    assert row["side_a"] == "Malian Armed Forces; Africa Corps"
    assert row["side_b"] == "Azawad Liberation Front; Jama'at Nusrat al-Islam wal-Muslimin"
    cells = {c.side.id: c.best for c in reduce_accounts(ledger.accounts(ambush), "ucdp").cells if c.side and c.side.id}
    assert int(row["deaths_a"]) == cells["ml-armed-forces"] + cells["africa-corps"] > 0
    assert int(row["deaths_b"]) == cells["fla"] > 0


def test_side_a_is_the_states_even_where_only_the_others_are_counted(ledger):
    [row] = [row for row in rows_of(ledger, "ucdp-ged") if row["date_start"].startswith("2031-04-14")]
    assert (row["side_a"], row["side_b"]) == ("Malian Armed Forces", "Jama'at Nusrat al-Islam wal-Muslimin")
    assert [row[name] for name in ("deaths_a", "deaths_b", "best")] == ["0", "12", "12"]


def test_a_group_that_kills_people_is_one_sided_violence(ledger):
    [row] = [row for row in rows_of(ledger, "ucdp-ged") if row["date_start"].startswith("2031-04-17")]
    assert row["type_of_violence"] == "3"
    assert row["side_a"] == "Jama'at Nusrat al-Islam wal-Muslimin"
    assert row["side_b"] == "Civilians"
    assert (row["deaths_civilians"], row["best"]) == ("20", "20")


def test_vague_words_stand_beside_their_number(ledger):
    [ged] = [row for row in rows_of(ledger, "ucdp-ged") if row["date_start"].startswith("2031-04-17")]
    assert "«عشرات" in ged["source_original"]
    acled = next(row for row in rows_of(ledger, "acled") if ged["relid"].split("-")[-1] in row["event_id_cnty"])
    assert acled["fatalities"] == "10", "tens count 10 by that policy"
    assert "«عشرات" in acled["notes"]
    [account] = [
        row for row in rows_of(ledger, "accounts") if row["event_id"] == ged["relid"].split("-")[-1] and row["measure"]
    ]
    assert (account["low"], account["high"], account["words"][:6]) == ("20", "99", "«عشرات")


def test_ids_of_other_data_sets_stay_empty_without_a_table(ledger):
    given_by_others = [name for name in GED if name.endswith(("_dset_id", "_new_id"))] + [
        "country_id",
        "gwnoa",
        "gwnob",
        "conflict_name",
    ]
    for row in rows_of(ledger, "ucdp-ged"):
        assert [row[name] for name in given_by_others] == [""] * len(given_by_others)


def test_ids_of_other_data_sets_come_from_the_users_table(ledger, ambush, tmp_path):
    table = tmp_path / "ids.csv"
    table.write_text(
        "scheme,key,id,name\n"
        "gw,ML,432,\n"
        "ucdp-actor,ml-armed-forces,72,Government of Mali\n"
        "ucdp-dyad,fla+ml-armed-forces,15001,Government of Mali - FLA\n"
        "ucdp-conflict,ml-armed-forces+fla,11347,Mali: Azawad\n"
        "acled-actor,ml-armed-forces,,Military Forces of Mali (2021-)\n",
        encoding="utf8",
    )
    options = export.Options(external=export.load_external(table))
    row = next(row for row in rows_of(ledger, "ucdp-ged", options=options) if ambush in row["relid"])
    assert [row[n] for n in ("country_id", "gwnoa", "side_a_new_id", "dyad_new_id", "conflict_new_id")] == [
        "432",
        "432",
        "72",
        "15001",
        "11347",
    ]
    assert (row["side_a"], row["dyad_name"], row["conflict_name"]) == (
        "Government of Mali",
        "Government of Mali - FLA",
        "Mali: Azawad",
    )
    assert row["relid"].startswith("MLI-2031-1-15001-evt_")
    acled = next(row for row in rows_of(ledger, "acled", options=options) if ambush in row["event_id_cnty"])
    assert acled["actor1"] == "Military Forces of Mali (2021-)"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("gw,ML,", "is no entry"),
        ("gw,ML,four", "is no number"),
        ("nobody,ML,4", "is no entry"),
        ("gw,ML,432\ngw,ml,433", "stands twice"),
    ],
)
def test_a_table_of_ids_that_is_wrong_is_refused(tmp_path, line, says):
    (tmp_path / "ids.csv").write_text(f"scheme,key,id\n{line}\n", encoding="utf8")
    with pytest.raises(ExportError, match=says) as caught:
        export.load_external(tmp_path / "ids.csv")
    assert caught.value.code == "RW603"


def test_numeric_inter_gives_the_numbers_of_the_words(ledger):
    words = rows_of(ledger, "acled")
    numbers = rows_of(ledger, "acled", options=export.Options(numeric_inter=True))
    kinds = ["", "State forces", "Rebel group", "Political militia", "Identity militia", "Rioters", "Protesters", "Civilians",
             "External/Other forces"]  # fmt: skip
    for word, number in zip(words, numbers, strict=True):
        for name in ("inter1", "inter2"):
            assert kinds[int(number[name])] == word[name]
        joint = sorted(int(number[name]) for name in ("inter1", "inter2") if number[name] != "0")
        assert int(number["interaction"]) == (joint[0] * 10 + (joint[1] if len(joint) > 1 else 0))
        assert 10 <= int(number["interaction"]) <= 88


def test_what_has_no_row_is_counted_with_its_reason(ledger):
    for shape in ("ucdp-ged", "acled"):
        made = export.write(ledger.view, shape, io.BytesIO())
        assert made.rows + sum(made.left_out.values()) == len(ledger.events())
        assert "no day is known" in made.left_out
        assert all(one["ids"] for one in made.content["left_out"])


def test_claims_have_a_row_for_each_figure_and_keep_every_claim(ledger):
    table = frame(ledger, "claims")
    held = ledger.claims()
    assert set(table["claim_id"]) == {kept.id for kept in held}
    assert len(table) == sum(max(1, len(kept.claim.figures)) for kept in held)


def test_accounts_give_every_toll_former_toll_and_denial(ledger, ambush):
    table = frame(ledger, "accounts")
    assert set(table["event_id"]) == {event.id for event in ledger.events()}
    found = ledger.accounts(ambush)
    mine = table[table["event_id"] == found.event.id]
    assert len(mine) == sum(max(1, len(one.tolls) + len(one.former_tolls) + len(one.denials)) for one in found.accounts)
    assert set(mine["standing"]) == {"now", "denied", "silent"}
    assert set(table["standing"]) == {"now", "before", "denied", "silent"}
    assert mine["origin"].nunique() == found.independent_origins
    assert mine[mine["standing"] == "denied"]["low"].isna().all()


def test_filters_choose_a_part(ledger):
    table = frame(ledger, "claims", wanted=export.Wanted(actor="fla"))
    assert 0 < len(table) < len(frame(ledger, "claims"))
    first = frame(ledger, "accounts", wanted=export.Wanted(since=date(2031, 6, 1), until=date(2031, 6, 30)))
    assert (first["start"] <= "2031-06-30").all()
    assert (first["end"] >= "2031-06-01").all()


def test_as_told_by_one_actor_fits_the_shapes_that_count(ledger, ambush):
    rows = rows_of(ledger, "ucdp-ged", policy="as-told-by fla")
    [row] = [row for row in rows if ambush in row["relid"]]
    [account] = [one for one in ledger.accounts(ambush).accounts if one.id == "fla"]
    [dead] = [
        toll for toll in account.tolls if toll.measure == "killed" and toll.side and toll.side.id == "ml-armed-forces"
    ]
    assert int(row["deaths_a"]) == dead.low > 0


def test_a_policy_that_gives_no_number_for_the_columns_is_refused(ledger):
    with pytest.raises(ExportInvalid, match="no number") as caught:
        written(ledger, "ucdp-ged", policy="range-of-accounts")
    assert caught.value.code == "RW601"
    with pytest.raises(ExportInvalid, match="chooses no number"):
        written(ledger, "claims", policy="ucdp")
    with pytest.raises(InputError, match="no policy"):
        written(ledger, "acled", policy="guess")
    with pytest.raises(ExportInvalid, match="no shape"):
        written(ledger, "gdelt")


def test_csv_comes_back_whatever_letters_it_holds():
    rows = [['a "quote"', "two\nlines", "فاصلة، أو , أو ;", None, 3], ["", "\ttab", "=1+1", 0.1 + 0.2, -1]]
    text = "".join(iter_csv(["a", "b", "c", "d", "e"], iter(rows)))
    back = list(csv.reader(io.StringIO(text, newline="")))
    assert back[1:] == [["" if cell is None else str(cell) for cell in row] for row in rows]
    assert "\r" not in text


@pytest.mark.parametrize(
    ("lat", "lon", "cell"), [(-90, -180, 1), (90, 180, 259200), (34.528, 69.172, 179779), (0.1, 0.1, 129961)]
)
def test_grid_cells_are_numbered_from_the_south_west(lat, lon, cell):
    assert grid_cell(lat, lon) == cell


def test_no_range_is_called_a_confidence_interval():
    for shape in export.load_shapes().values():
        said = " ".join([shape.title, shape.limits, *(column.meaning for column in shape.columns)])
        for found in CONFIDENCE.finditer(said):
            assert said[: found.start()].endswith("not a "), said[found.start() - 30 : found.end() + 30]
