"""`parquet`, `xlsx` and `datapackage`: the tables of other shapes, carried in another form of file."""

from __future__ import annotations

from dataclasses import replace

from riwaya.export.packages import write_package
from riwaya.export.parquets import write_parquet
from riwaya.export.shape import Shape
from riwaya.export.shapes import accounts, claims
from riwaya.export.workbooks import write_workbook

PARQUET = replace(
    claims.SHAPE,
    name="parquet",
    title="A table of another shape (claims, or --table) as Parquet, typed",
    write=write_parquet,
    suffix=".parquet",
    media_type="application/vnd.apache.parquet",
    extra="parquet",
    table="claims",
    is_text=False,
    carries=True,
)
XLSX = replace(
    accounts.SHAPE,
    name="xlsx",
    title="A table of another shape (accounts, or --table) as a workbook, with sheets of sources and codebook",
    write=write_workbook,
    suffix=".xlsx",
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extra="xlsx",
    table="accounts",
    is_text=False,
    carries=True,
)
DATAPACKAGE: Shape = replace(
    claims.SHAPE,
    name="datapackage",
    title="Claims, accounts, ucdp-ged, acled and sources as CSV with schema, codebook, citation and licence note, in one zip",
    row="a row of one of its tables",
    over="both",
    write=write_package,
    suffix=".zip",
    media_type="application/zip",
    is_text=False,
)
