"""Tables as Parquet: typed columns, a row group for every stretch of rows, the codebook and the policy in the metadata."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, BinaryIO

from riwaya.export.column import Column
from riwaya.export.extras import load_extra
from riwaya.export.job import Job

_GROUP = 20_000
_TYPES = {
    "integer": "int64",
    "number": "float64",
    "boolean": "bool_",
    "date": "date32",
    "text": "string",
    "json": "string",
}


def write_parquet(job: Job, to: BinaryIO) -> None:
    """Write the rows of a job.

    Raises:
        ExportExtraMissing: pyarrow is not installed.
    """
    arrow, parquet = load_extra("pyarrow", "parquet"), load_extra("pyarrow.parquet", "parquet")
    columns = job.shape.columns
    schema = arrow.schema(
        [_field(arrow, one, is_numeric_inter=job.options.numeric_inter) for one in columns], metadata=_metadata(job)
    )
    with parquet.ParquetWriter(arrow.PythonFile(to, mode="w"), schema, compression="zstd") as writer:
        items = job.items()
        while stretch := list(islice(items, _GROUP)):
            writer.write_table(_table(arrow, schema, columns, stretch))


def _table(arrow: Any, schema: Any, columns: Sequence[Column], items: Sequence[Any]) -> Any:
    arrays = [arrow.array(list(_values(one, items)), type=schema.field(one.name).type) for one in columns]
    return arrow.Table.from_arrays(arrays, schema=schema)


def _values(column: Column, items: Sequence[Any]) -> Iterator[Any]:
    value = column.value
    if column.kind == "datetime":
        return (datetime.fromisoformat(told) if (told := value(item)) else None for item in items)
    if column.kind == "text":
        return (
            None if (told := value(item)) is None or told == "" else str(told).encode("utf8", "replace").decode()
            for item in items
        )
    return (value(item) for item in items)


def _field(arrow: Any, column: Column, *, is_numeric_inter: bool) -> Any:
    kind = arrow.timestamp("ms") if column.kind == "datetime" else getattr(arrow, _TYPES[column.kind])()
    if is_numeric_inter and column.name in ("inter1", "inter2", "interaction"):
        kind = arrow.string()
    return arrow.field(column.name, kind, metadata={"meaning": column.meaning})


def _metadata(job: Job) -> Mapping[str, str]:
    told = {
        "shape": job.shape.name,
        "policy": job.policy,
        "ledger": job.state.digest,
        "filters": job.wanted.as_dict(),
        "at": job.at,
    }
    return {"riwaya": json.dumps(told, ensure_ascii=False, sort_keys=True)}
