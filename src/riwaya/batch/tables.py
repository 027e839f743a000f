"""Parquet in and out: the one place that knows pyarrow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from riwaya.batch.manifest import new_file
from riwaya.errors import BatchInputInvalid, ConfigError

_ROWS = 500
"""Rows written, and read, at once."""

Shape = Mapping[str, str]
"""Columns by name: text, bytes, int, float, day, texts, ints."""


class TableWriter:
    """Writes rows of one shape into a file that gets the digest of its content as its name; memory holds a few rows."""

    def __init__(self, folder: Path, shape: Shape, *, rows: int = _ROWS) -> None:
        """Keep where to and what."""
        self._folder, self._shape, self._most = folder, shape, rows
        self._waiting: list[Mapping[str, Any]] = []
        self._writer: Any = None
        self._making = new_file(folder, ".parquet")
        self._file = self._making.__enter__()
        self.count = 0
        self.name = ""
        """The file's, when it is closed."""

    def __enter__(self) -> TableWriter:
        """Give itself."""
        return self

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        """Give the file its name, or leave nothing behind where something went wrong."""
        try:
            if kind is None:
                self._flush(is_last=True)
            if self._writer is not None:
                self._writer.close()
        except BaseException as wrong:
            self._making.__exit__(type(wrong), wrong, wrong.__traceback__)
            raise
        self._making.__exit__(kind, error, trace)
        self.name = self._file.name

    def append(self, row: Mapping[str, Any]) -> None:
        """Take a row: every column of the shape."""
        self._waiting.append(row)
        self.count += 1
        if len(self._waiting) >= self._most:
            self._flush(is_last=False)

    def _flush(self, *, is_last: bool) -> None:
        if not (self._waiting or (is_last and self._writer is None)):
            return
        arrow, parquet = _pyarrow()
        schema = _schema(arrow, self._shape)
        if self._writer is None:
            self._writer = parquet.ParquetWriter(self._file.path, schema, compression="zstd")
        columns = [arrow.array([row[name] for row in self._waiting], schema.field(name).type) for name in self._shape]
        self._writer.write_table(arrow.Table.from_arrays(columns, schema=schema))
        self._waiting = []


def iter_rows(path: Path | str, columns: Sequence[str] | None = None, *, rows: int = _ROWS) -> Iterator[dict[str, Any]]:
    """Give the rows of a table that a batch wrote, some columns or all, in order.

    Raises:
        BatchInputInvalid: It cannot be read.
    """
    with _open(path) as file:
        for batch in file.iter_batches(batch_size=rows, columns=list(columns) if columns is not None else None):
            yield from cast("list[dict[str, Any]]", batch.to_pylist())


def row_group_sizes(path: Path | str) -> list[int]:
    """Give the bytes, unpacked, of each group of rows of a file.

    Raises:
        BatchInputInvalid: It cannot be read.
    """
    with _open(path) as file:
        return [int(file.metadata.row_group(at).total_byte_size) for at in range(file.metadata.num_row_groups)]


def iter_group(path: Any, group: int, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Give the rows of one group, of the columns that are there; few at a time."""
    with _open(path) as file:
        there = [name for name in columns if name in file.schema_arrow.names]
        for batch in file.iter_batches(batch_size=64, row_groups=[group], columns=there):
            yield from cast("list[dict[str, Any]]", batch.to_pylist())


def column_names(path: Any) -> list[str]:
    """Give the names of the columns of a file."""
    with _open(path) as file:
        return [str(name) for name in file.schema_arrow.names]


def _open(path: Any) -> Any:
    arrow, parquet = _pyarrow()
    try:
        return parquet.ParquetFile(path)
    except (OSError, arrow.lib.ArrowException) as error:
        raise BatchInputInvalid(
            f"{path} is no Parquet that can be read: {' '.join(str(error).split())[:200]}."
        ) from error


def _schema(arrow: Any, shape: Shape) -> Any:
    kinds = {
        "text": arrow.string(), "bytes": arrow.binary(), "int": arrow.int64(), "float": arrow.float64(),
        "day": arrow.date32(), "texts": arrow.list_(arrow.string()), "ints": arrow.list_(arrow.uint32()),
    }  # fmt: skip
    return arrow.schema([(name, kinds[kind]) for name, kind in shape.items()])


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow  # pyright: ignore[reportMissingTypeStubs]
        import pyarrow.parquet  # pyright: ignore[reportMissingTypeStubs]
    except ModuleNotFoundError as error:
        raise ConfigError("pyarrow is not installed.", hint="Install it: pip install 'riwaya[batch]'.") from error
    return cast("Any", pyarrow), cast("Any", pyarrow.parquet)
