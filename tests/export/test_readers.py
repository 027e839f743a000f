"""Each shape is read back by the tool that its users use."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from riwaya import export
from riwaya.errors import ExportExtraMissing, ExportInvalid
from riwaya.export import extras
from riwaya.export.workbooks import is_right_to_left

ROOT = Path(__file__).parents[2]


def write(ledger, tmp_path, shape, **asked) -> Path:
    path = tmp_path / f"given{export.find_shape(shape).suffix}"
    export.write_file(ledger.view, shape, path, **asked)
    return path


def lines_of(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]


def test_geojson_is_read_by_geopandas(ledger, tmp_path):
    import geopandas

    path = write(ledger, tmp_path, "geojson")
    table = geopandas.read_file(path)
    assert len(table) == len(json.loads(path.read_text(encoding="utf8"))["features"]) > 20
    assert table.crs.to_epsg() == 4326
    assert (table.geometry.geom_type == "Point").all()
    assert table["event"].is_unique
    lagos = {one.id: one.place for one in ledger.events() if one.place and one.place.lat is not None}
    for row in table.itertuples():
        assert (row.geometry.y, row.geometry.x) == (lagos[row.event].lat, lagos[row.event].lon)


def test_geojson_holds_what_the_policy_says(ledger, tmp_path, ambush):
    path = write(ledger, tmp_path, "geojson", policy="airwars")
    features = {one["id"]: one["properties"] for one in json.loads(path.read_text(encoding="utf8"))["features"]}
    assert features[ambush]["contested"] is True
    assert any("grade" in one for one in features.values())
    plain = json.loads(write(ledger, tmp_path, "geojson").read_text(encoding="utf8"))
    toll = next(one["properties"]["toll"] for one in plain["features"] if one["id"] == ambush)
    assert {"measure", "claims"} <= set(toll[0])


@pytest.mark.parametrize("table", ["claims", "accounts", "ucdp-ged", "acled", "airwars"])
def test_parquet_is_read_by_pyarrow_with_the_types_of_the_codebook(ledger, tmp_path, table):
    import pyarrow.parquet as parquet

    path = write(ledger, tmp_path, "parquet", options=export.Options(table=table))
    held = parquet.read_table(path)
    shape = export.find_shape(table)
    assert held.column_names == [one.name for one in shape.columns]
    kinds = {
        "integer": "int64",
        "number": "double",
        "boolean": "bool",
        "date": "date32[day]",
        "datetime": "timestamp[ms]",
        "text": "string",
    }
    for one in shape.columns:
        field = held.schema.field(one.name)
        assert str(field.type) == kinds[one.kind]
        assert field.metadata[b"meaning"].decode() == one.meaning
        if one.required:
            assert held.column(one.name).null_count == 0
    told = json.loads(held.schema.metadata[b"riwaya"])
    assert told["ledger"] == ledger.verify().head
    held_csv = io.BytesIO()
    export.write(ledger.view, table, held_csv)
    rows = list(csv.DictReader(io.StringIO(held_csv.getvalue().decode("utf8"))))
    assert len(rows) == held.num_rows
    assert [row[shape.key] for row in rows] == held.column(shape.key).to_pylist()


def test_a_workbook_is_read_by_openpyxl(ledger, tmp_path):
    import openpyxl

    path = write(ledger, tmp_path, "xlsx")
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["accounts", "sources", "codebook", "about"]
    shape = export.find_shape("accounts")
    rows = list(book["accounts"].iter_rows(values_only=True))
    assert list(rows[0]) == [one.name for one in shape.columns]
    held = io.BytesIO()
    made = export.write(ledger.view, "accounts", held)
    assert len(rows) - 1 == made.rows
    plain = list(csv.DictReader(io.StringIO(held.getvalue().decode("utf8"))))
    low = rows[0].index("low")
    assert [row[low] for row in rows[1:]] == [int(one["low"]) if one["low"] else None for one in plain]
    assert {row[0] for row in book["codebook"].iter_rows(min_row=2, values_only=True)} == {
        one.name for one in shape.columns
    }
    documents = {kept.document.id for kept in ledger.documents()}
    sources = {row[0] for row in book["sources"].iter_rows(min_row=2, values_only=True)}
    assert 15 < len(sources) <= len(documents)
    assert sources <= documents
    assert ("ledger", ledger.verify().head) in set(book["about"].iter_rows(values_only=True))


def test_a_workbook_holds_no_formula_and_writes_arabic_from_the_right(ledger, tmp_path):
    import openpyxl

    book = openpyxl.load_workbook(write(ledger, tmp_path, "xlsx", options=export.Options(table="claims")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert {cell.data_type for cell in cells} == {"s"}
    risky = [cell for cell in cells if cell.value.startswith("=")]
    assert [cell.value for cell in risky], "the made-up outlet begins like a formula"
    assert all(cell.quotePrefix for cell in risky)
    for cell in cells:
        if cell.row > 1:
            assert (cell.alignment.readingOrder == 2) == is_right_to_left(cell.value), cell.value


@pytest.mark.parametrize(("table", "redaction"), [(None, None), ("claims", "public")])
def test_a_workbook_says_which_table_it_is_and_how_it_was_made(ledger, tmp_path, table, redaction):
    import openpyxl

    options = export.Options(table=table, redaction=redaction)
    book = openpyxl.load_workbook(write(ledger, tmp_path, "xlsx", options=options))
    told = dict(book["about"].values)
    name = table or "accounts"
    assert told["table"] == f"{name}: {export.find_shape(name).title}"
    assert told["withheld"] == ("by the profile public" if redaction else "nothing")
    assert told["filters"] == "none"
    assert told["made by"].startswith("Riwaya ")
    assert told["rows"] == str(book[name].max_row - 1)


def test_losses_without_a_figure_are_no_number_in_notes(ledger, tmp_path):
    made = io.BytesIO()
    export.write(ledger.view, "acled", made)
    notes = made.getvalue().decode("utf8")
    assert "losses of Malian Armed Forces, no figure («خسائر»)" in notes
    assert "at least 1 killed or wounded" not in notes


def test_a_workbook_goes_on_on_another_sheet(ledger, tmp_path, monkeypatch):
    import openpyxl

    from riwaya.export import workbooks

    monkeypatch.setattr(workbooks, "_ROWS", 50)
    book = openpyxl.load_workbook(write(ledger, tmp_path, "xlsx"))
    parts = [name for name in book.sheetnames if name.startswith("accounts")]
    assert parts[:3] == ["accounts", "accounts 2", "accounts 3"]
    assert all(book[name]["A1"].value == "row_id" for name in parts)
    made = export.write(ledger.view, "accounts", io.BytesIO())
    assert sum(book[name].max_row - 1 for name in parts) == made.rows


def test_a_data_package_is_valid_for_frictionless(ledger, tmp_path):
    path = write(ledger, tmp_path, "datapackage")
    code = (
        "import json, sys, warnings; warnings.simplefilter('ignore')\n"
        "from frictionless import Package, system\n"
        "system.trusted = True\n"
        "report = Package(sys.argv[1]).validate()\n"
        "print(json.dumps({'valid': report.valid, 'tables': [task.name for task in report.tasks], 'errors': report.flatten(['title', 'message'])[:5]}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code, str(path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["errors"] == []
    assert told["valid"] is True
    assert told["tables"] == ["claims", "accounts", "ucdp-ged", "acled", "sources"]


def test_a_data_package_brings_codebook_citation_and_licence_note(ledger, tmp_path):
    import yaml

    with zipfile.ZipFile(write(ledger, tmp_path, "datapackage")) as package:
        assert {"datapackage.json", "codebook.md", "CITATION.cff", "LICENCE.txt", "README.md"} <= set(
            package.namelist()
        )
        citation = yaml.safe_load(package.read("CITATION.cff"))
        assert citation["type"] == "dataset"
        assert citation["identifiers"][0]["value"] == f"sha256:{ledger.verify().head}"
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        inside = package.read("data/claims.csv")
    held = io.BytesIO()
    export.write(ledger.view, "claims", held)
    assert inside == held.getvalue()


def test_plover_has_what_its_manual_requires(ledger, tmp_path):
    path = write(ledger, tmp_path, "plover")
    told = lines_of(path)
    claims = {kept.id: kept for kept in ledger.claims()}
    assert len(told) > 50
    frame = pd.read_json(path, lines=True)
    assert len(frame) == len(told)
    for one in told:
        kept = claims[one["id"]]
        assert one["date"] == kept.claim.time.start.isoformat()
        assert len(one["event"]) == 1
        assert one["actor"]
        assert kept.text[one["text_info"]["start"] : one["text_info"]["end"]].split() == one["event_text"].split()
        assert kept.claim.polarity == "affirmed"
        for name in ("dead", "injured", "arrested"):
            assert isinstance(one.get("size", {}).get(name, 0), int)
    captured = [one for one in told if one["riwaya_type"] in ("COERCE/abduct", "COERCE/hostage", "COERCE/capture")]
    assert captured
    assert all((one["event"], one["mode"], one["quad_code"]) == (["ASSAULT"], ["abduct"], 4) for one in captured)


def test_airwars_grades_and_concessions(ledger, tmp_path):
    table = pd.read_csv(write(ledger, tmp_path, "airwars"))
    assert len(table) >= 2
    assert set(table["grade"]) <= {"confirmed", "fair", "weak", "contested", "discounted"}
    assert (table["civilians_killed_min"] <= table["civilians_killed_max"]).all()
    assert table["killed_words"].str.contains("«").all()
    assert table[table["conceded_by"].isna()]["conceded_killed_min"].isna().all()


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib says it of itself
def test_prov_is_read_by_rdflib_and_the_chain_can_be_walked(ledger, tmp_path):
    from rdflib import RDFS, Graph, Namespace

    graph = Graph()
    graph.parse(write(ledger, tmp_path, "prov"), format="json-ld")
    prov, urn = Namespace("http://www.w3.org/ns/prov#"), Namespace("urn:riwaya:")
    walked = 0
    for kept in ledger.claims():
        if kept.event_id is None:
            continue
        node = urn[kept.id]
        assert (node, prov.wasQuotedFrom, urn[kept.kept.document.id]) in graph
        names, telling = [], graph.value(node, prov.wasDerivedFrom)
        while telling is not None:
            names.append(str(graph.value(graph.value(telling, prov.wasAttributedTo), RDFS.label)))
            last, telling = telling, graph.value(telling, prov.wasQuotedFrom)
        assert names == [link.source.name for link in kept.claim.chain]
        if names:
            assert graph.value(node, prov.hadPrimarySource) == last
            walked += len(names) > 1
    assert walked > 3


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib says it of itself
def test_prov_is_read_by_prov(ledger, tmp_path):
    from rdflib import Graph

    graph = Graph()
    graph.parse(write(ledger, tmp_path, "prov", wanted=export.Wanted(limit=6)), format="json-ld")
    code = (
        "import sys, warnings; warnings.simplefilter('ignore')\n"
        "from prov.model import ProvDocument, ProvEntity, ProvAgent\n"
        "held = ProvDocument.deserialize(sys.argv[1], format='rdf', rdf_format='turtle')\n"
        "records = held.flattened().get_records()\n"
        "print(sum(isinstance(one, ProvEntity) for one in records), sum(isinstance(one, ProvAgent) for one in records), len(records))\n"
    )
    graph.serialize(tmp_path / "prov.ttl", format="turtle")
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code, str(tmp_path / "prov.ttl")],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-1500:]
    entities, agents, records = map(int, done.stdout.split())
    assert entities > 10
    assert agents > 2
    assert records > entities + agents, "relations too"


def test_claimreview_rates_nothing(ledger, tmp_path, ambush):
    told = lines_of(write(ledger, tmp_path, "claimreview"))
    assert {one["@type"] for one in told} == {"ClaimReview"}
    assert "reviewRating" not in json.dumps(told)
    mine = [one for one in told if one["identifier"].startswith(ambush)]
    assert len(mine) == len(ledger.accounts(ambush).accounts)
    for one in mine:
        item = one["itemReviewed"]
        assert item["firstAppearance"] in item["appearance"]
        assert item["author"]["name"]


def test_followthemoney_entities_refer_to_each_other(ledger, tmp_path):
    told = {one["id"]: one for one in lines_of(write(ledger, tmp_path, "followthemoney"))}
    kinds = {"document": {"Article"}, "entity": {"Event"}, "addressEntity": {"Address"}, "proof": {"Article"},
             "involved": {"Organization", "PublicBody", "Person"}, "subject": {"Organization", "PublicBody", "Person"},
             "object": {"Organization", "PublicBody", "Person"}}  # fmt: skip
    for one in told.values():
        for name, values in one["properties"].items():
            assert all(isinstance(value, str) and value for value in values)
            for value in values if name in kinds else ():
                assert told[value]["schema"] in kinds[name], (one["schema"], name)
    claims = [kept for kept in ledger.claims() if kept.event_id]
    assert sum(one["schema"] == "Documentation" for one in told.values()) == len(claims)
    assert "topics" not in {name for one in told.values() for name in one["properties"]}


_FTM = """
import json, sys
from followthemoney import model
from followthemoney.exc import InvalidData
for line in open(sys.argv[1], encoding="utf8"):
    told = json.loads(line)
    entity = model.get_proxy(told, cleaned=False)
    schema = entity.schema
    for name, values in told["properties"].items():
        prop = schema.get(name)
        assert prop is not None, (schema.name, name)
        for value in values:
            if prop.type.name != "entity":
                assert prop.type.clean(value, proxy=entity), (schema.name, name, value)
    schema.validate({"properties": told["properties"]})
print("sound")
"""


@pytest.mark.slow  # the library is built where it is missing, a minute and a half on two cores
@pytest.mark.timeout(1300)
def test_followthemoney_entities_are_sound_for_the_real_library(ledger, tmp_path):
    found = subprocess.run(
        [ROOT / "tools" / "followthemoney"], capture_output=True, text=True, check=False, timeout=1200
    )
    if found.returncode or not found.stdout.strip():
        pytest.skip(f"no followthemoney: {found.stderr.strip().splitlines()[-1]}")
    python = found.stdout.strip()
    path = write(ledger, tmp_path, "followthemoney")
    done = subprocess.run(
        [python, "-W", "ignore", "-c", _FTM, str(path)], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr[-1500:]
    assert done.stdout.strip() == "sound"


def test_a_shape_whose_library_is_missing_says_what_to_install(ledger, monkeypatch):
    def absent(module):
        raise ModuleNotFoundError(module)

    monkeypatch.setattr(extras, "import_module", absent)
    for shape in ("parquet", "xlsx"):
        with pytest.raises(ExportExtraMissing, match=rf"riwaya\[{shape}\]") as caught:
            export.write(ledger.view, shape, io.BytesIO())
        assert caught.value.code == "RW602"


def test_only_carriers_carry_tables_of_others(ledger):
    for shape, table in (("geojson", "claims"), ("parquet", "geojson")):
        with pytest.raises(ExportInvalid, match="carries no table"):
            export.write(ledger.view, shape, io.BytesIO(), options=export.Options(table=table))


def test_claims_come_back_into_a_fresh_ledger(ledger, tmp_path):
    """The pages that the rows name, read anew, give the same claims under the same ids."""
    import riwaya

    rows = pd.read_csv(write(ledger, tmp_path, "claims"))
    kept = next(kept for kept in ledger.documents() if kept.name == "01-ambush-claim.txt")
    (tmp_path / "again").mkdir()
    (tmp_path / "again" / kept.name).write_text(kept.document.text, encoding="utf8")
    with riwaya.open(tmp_path / "fresh.db", who="tester") as fresh:
        fresh.ingest(
            tmp_path / "again" / kept.name,
            published=str(kept.document.published.start),
            outlet=kept.document.outlet.name,
            url=kept.url,
            language="ar",
        )
        again = pd.read_csv(write(fresh, tmp_path, "claims"))
    mine = rows[rows["file"] == kept.name].reset_index(drop=True)
    same = [name for name in rows.columns if name not in ("event_id", "page_digest")]
    pd.testing.assert_frame_equal(mine[same], again[same], check_dtype=False)
