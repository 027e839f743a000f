"""A data package: tables as CSV with their schema, codebook, citation and licence note, in one zip (Frictionless).

Source: Frictionless Data Package and Table Schema.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO, cast

from riwaya import __version__
from riwaya.export.codebook import shape_codebook
from riwaya.export.column import Column
from riwaya.export.csvs import TableFile, make_row
from riwaya.export.job import Job
from riwaya.export.redaction import load_profiles
from riwaya.export.registry import find_shape
from riwaya.export.seen import Seen
from riwaya.export.sources import SOURCES, source_row
from riwaya.stages.reconcile import find_policy

TABLES = ("claims", "accounts", "ucdp-ged", "acled")
_TYPES = {"text": "string", "json": "object"}
_LICENCE = """\
The licence of this package
===========================

Whoever gives this package out names its licence here. Riwaya does not choose one for you.

What is in it: statements of who said what, facts about them, and short quotations from published pages with outlet, day and address.
The pages are their publishers' work and are not in the package. Names and points of places come from GeoNames (geonames.org), CC BY 4.0:
whoever passes the package on names GeoNames as their source.
"""


def write_package(job: Job, to: BinaryIO) -> None:
    """Write the package: the tables one after the other, then what describes them.

    Claims are gone through once, for their table and for that of the sources; events once for the three others, which wait
    on disk for their turn.
    """
    claims, *over_events = (job.part(find_shape(name), find_shape(name).policy) for name in TABLES)
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as package:
        made, sources = _fill_claims(claims)
        resources = [_put_table(package, claims, made)]
        resources += [
            _put_table(package, part, table)
            for part, table in zip(over_events, _fill_events(job, over_events), strict=True)
        ]
        resources.append(_put_sources(package, sources))
        job.count.rows += sum(part.count.rows for part in (claims, *over_events))
        books = "\n".join(shape_codebook(find_shape(name)) for name in TABLES)
        for name, text in (
            ("datapackage.json", json.dumps(_descriptor(job, resources), ensure_ascii=False, indent=2) + "\n"),
            ("codebook.md", books),
            ("LICENCE.txt", _LICENCE),
            ("CITATION.cff", _citation(job)),
            ("README.md", _readme(job, resources)),
        ):
            package.writestr(_entry(name), text)


def _fill_claims(part: Job) -> tuple[TableFile, TableFile]:
    """Give the table of claims, and that of the documents behind them."""
    table, sources = _new_table(part), TableFile([name for name, _ in SOURCES])
    row = make_row(part.shape.columns)
    with Seen() as seen:
        for kept in part.sources():
            for item in part.items_of(kept):
                table.add(row(item))
            document = kept.kept
            if seen.is_new(document.document.id):
                sources.add(source_row(document))
            part.tick()
    return table, sources


def _fill_events(job: Job, parts: Sequence[Job]) -> list[TableFile]:
    """Give a table for each part, in their order."""
    tables = [(part, _new_table(part), make_row(part.shape.columns)) for part in parts]
    for happenings in job.happenings([part.setting for part in parts]):
        for one, (part, table, row) in zip(happenings, tables, strict=True):
            for item in part.items_of(one):
                table.add(row(item))
    return [table for _, table, _ in tables]


def _new_table(part: Job) -> TableFile:
    return TableFile([one.name for one in part.shape.columns])


def _put_table(package: zipfile.ZipFile, part: Job, table: TableFile) -> dict[str, Any]:
    """Put a table into the package, and give what describes it."""
    shape = part.shape
    with package.open(_entry(f"data/{shape.name}.csv"), "w") as out:
        table.pass_on(cast("BinaryIO", out))
    policy = find_policy(part.policy)[0] if part.policy else None
    return {
        "name": shape.name,
        "path": f"data/{shape.name}.csv",
        "title": shape.title,
        "description": " ".join(
            [f"One row is {shape.row}.", shape.limits, *([policy.rule.en, policy.limits.en] if policy else [])]
        ),
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "format": "csv",
        "mediatype": "text/csv",
        "rows": part.count.rows,
        "policy": part.policy,
        "left_out": dict(sorted(part.count.left_out.items())),
        "schema": table_schema(shape.columns, key=None if shape.row_name else shape.key),
    }


def _put_sources(package: zipfile.ZipFile, table: TableFile) -> dict[str, Any]:
    with package.open(_entry("data/sources.csv"), "w") as out:
        table.pass_on(cast("BinaryIO", out))
    fields = [{"name": name, "type": _source_type(name), "description": meaning} for name, meaning in SOURCES]
    return {"name": "sources", "path": "data/sources.csv", "title": "The documents behind the claims", "profile": "tabular-data-resource",
            "encoding": "utf-8", "format": "csv", "mediatype": "text/csv", "rows": table.rows,
            "schema": {"fields": fields, "missingValues": [""], "primaryKey": "document_id"}}  # fmt: skip


def _source_type(name: str) -> str:
    return {"published": "date", "version": "integer"}.get(name, "string")


def table_schema(columns: Sequence[Column], key: str | None = None) -> dict[str, Any]:
    """Give the Table Schema of columns."""
    schema: dict[str, Any] = {"fields": list(_fields(columns)), "missingValues": [""]}
    return schema | ({"primaryKey": key} if key else {})


def _fields(columns: Sequence[Column]) -> Iterator[dict[str, Any]]:
    for one in columns:
        field: dict[str, Any] = {"name": one.name, "type": _TYPES.get(one.kind, one.kind), "description": one.meaning}
        if one.kind == "datetime":
            field["format"] = "%Y-%m-%d %H:%M:%S.%f"
        if one.kind == "boolean":
            field |= {"trueValues": ["True"], "falseValues": ["False"]}
        limits: dict[str, Any] = {"required": True} if one.required else {}
        if one.values:
            limits["enum"] = [int(value) if one.kind == "integer" else value for value, _ in one.values]
        yield field | ({"constraints": limits} if limits else {})


def _descriptor(job: Job, resources: list[dict[str, Any]]) -> dict[str, Any]:
    profile = next((one for one in load_profiles() if one.id == job.options.redaction), None)
    return {
        "profile": "tabular-data-package",
        "name": "riwaya-export",
        "title": "Attributed claims of conflict news, and what declared policies make of them",
        "description": "Who says, through whom, what happened, to whom, how many, where and when. Nothing here is a finding of fact.",
        "version": __version__,
        "created": job.at or "1980-01-01T00:00:00+00:00",
        "contributors": [{"title": "Riwaya", "role": "wrangler"}],
        "sources": [
            {"title": "The pages in data/sources.csv"},
            {"title": "GeoNames", "path": "https://www.geonames.org"},
        ],
        "ledger": {"digest": job.state.digest, "at": job.state.at},
        "filters": job.wanted.as_dict(),
        "redaction": profile.rule.en if profile else None,
        "resources": resources,
    }


def _citation(job: Job) -> str:
    day = job.at[:10] or "1980-01-01"
    return (
        "cff-version: 1.2.0\n"
        "message: Name the version and the digest of the ledger, and cite the papers in data/sources.csv.\n"
        "type: dataset\n"
        'title: "Attributed claims of conflict news"\n'
        "authors:\n"
        '  - name: "Whoever kept the ledger"\n'
        f"version: {__version__}\n"
        f"date-released: {day}\n"
        "identifiers:\n"
        "  - type: other\n"
        f'    value: "sha256:{job.state.digest}"\n'
        '    description: "Digest of the ledger, as riwaya verify prints it"\n'
        "references:\n"
        "  - type: software\n"
        '    title: "Riwaya: a reader of attributed claims in conflict news"\n'
        '    authors:\n      - name: "The Riwaya authors"\n'
        f"    version: {__version__}\n"
    )


def _readme(job: Job, resources: list[dict[str, Any]]) -> str:
    lines = ["# Attributed claims of conflict news", "", "| file | rows | holds |", "| --- | --- | --- |"]
    lines += [f"| `{one['path']}` | {one['rows']} | {one['title']} |" for one in resources]
    lines += ["", "What every column holds: `codebook.md`; the same for programs: `datapackage.json`. Missing values are empty cells.",
              "", "Nothing here is a finding of fact: a row says that somebody said something. Ranges are ranges of accounts, not confidence intervals.",
              "", f"Ledger: `{job.state.digest}`. Made by Riwaya {__version__}."]  # fmt: skip
    return "\n".join(lines) + "\n"


def _entry(name: str) -> zipfile.ZipInfo:
    """Give an entry without a time of its own, so that the same content is the same bytes."""
    entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry
