"""Where inputs lie: files of this machine, or whatever fsspec reaches where it is installed."""

from __future__ import annotations

from collections.abc import Iterator
from glob import iglob
from importlib import import_module
from pathlib import Path
from typing import IO, Any, cast

from riwaya.errors import BatchInputMissing, BatchInputUnknown

KINDS = {
    ".warc": "warc", ".warc.gz": "warc", ".jsonl": "jsonl", ".ndjson": "jsonl", ".jsonl.gz": "jsonl", ".ndjson.gz": "jsonl",
    ".parquet": "parquet", ".txt": "pages", ".html": "pages", ".htm": "pages", ".xhtml": "pages",
}  # fmt: skip
"""How files are read, by how their names end."""

Stamp = tuple[str, int, str]
"""A file: where it lies, its bytes, and what tells whether it was changed."""


def kind_of(name: str) -> str:
    """Give how a file is read, by its name.

    Raises:
        BatchInputUnknown: Nobody reads such files.
    """
    lower = name.lower()
    for suffix in sorted(KINDS, key=len, reverse=True):
        if lower.endswith(suffix):
            return KINDS[suffix]
    raise BatchInputUnknown(f"{name} is of a kind that is not read.")


def find_files(pattern: str) -> list[Stamp]:
    """Give the files that a pattern names, sorted: of a folder all that can be read, else what the pattern fits.

    Raises:
        BatchInputMissing: There is none.
        BatchInputUnknown: Its place cannot be reached.
    """
    found = sorted(_find_remote(pattern) if "://" in pattern else _find_local(pattern))
    if not found:
        raise BatchInputMissing(f"{pattern} names no file.")
    return found


def open_file(place: str) -> IO[bytes]:
    """Open a file to read its bytes.

    Raises:
        BatchInputMissing: It is gone, or cannot be opened.
    """
    try:
        if "://" in place:
            return cast("IO[bytes]", _fsspec(place).open(place, "rb").open())
        return Path(place).open("rb")
    except OSError as error:
        raise BatchInputMissing(f"{place} cannot be read: {error.strerror or error}.") from error


def _find_local(pattern: str) -> Iterator[Stamp]:
    path = Path(pattern)
    names = sorted(path.rglob("*")) if path.is_dir() else [Path(one) for one in iglob(pattern, recursive=True)]  # noqa: PTH207 - absolute patterns too
    is_folder = path.is_dir()
    for name in names:
        if name.is_file() and not (is_folder and not _is_read(name.name)):
            told = name.stat()
            yield str(name.resolve()), told.st_size, str(told.st_mtime_ns)


def _is_read(name: str) -> bool:
    return not name.startswith(".") and any(name.lower().endswith(suffix) for suffix in KINDS)


def _find_remote(pattern: str) -> Iterator[Stamp]:
    system, _ = _fsspec(pattern).core.url_to_fs(pattern)
    scheme = pattern.partition("://")[0]
    try:
        names: list[str] = [
            name for name in system.glob(pattern) for name in (system.find(name) if system.isdir(name) else [name])
        ]
        for name in names:
            if _is_read(name.rpartition("/")[2]):
                told = system.info(name)
                stamp = told.get("ETag") or told.get("etag") or told.get("mtime") or told.get("LastModified") or ""
                yield f"{scheme}://{str(name).partition('://')[2] or name}", int(told.get("size") or 0), str(stamp)
    except OSError as error:
        raise BatchInputMissing(f"{pattern} cannot be listed: {error}.") from error


def _fsspec(place: str) -> Any:
    scheme = place.partition("://")[0]
    try:
        library: Any = import_module("fsspec")
        import_module("fsspec.core")
        library.get_filesystem_class(scheme)
    except ModuleNotFoundError as error:
        raise BatchInputUnknown(f"Places of {scheme}:// need fsspec, which is not installed.") from error
    except (ImportError, ValueError) as error:
        raise BatchInputUnknown(f"Places of {scheme}:// cannot be reached: {error}.") from error
    return library
