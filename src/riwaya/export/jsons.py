"""Shapes of objects: a line of JSON each, a collection of features, a graph. Letters as they are; fields that are empty are left out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, BinaryIO

from riwaya.export.column import Column
from riwaya.export.job import Job


def write_lines(job: Job, to: BinaryIO) -> None:
    """Write a line of JSON for each item."""
    for item in job.items():
        to.write(dump(make_object(job.shape.columns, item)) + b"\n")


def make_object(columns: Sequence[Column], item: Any) -> dict[str, Any]:
    """Give the fields of an item that hold something, in the order of the columns."""
    told = ((one.name, one.value(item)) for one in columns)
    return {name: value for name, value in told if value is not None and value != [] and value != {}}


def write_wrapped(to: BinaryIO, head: str, objects: Iterable[Any], tail: str) -> None:
    """Write objects, parted by commas and line feeds, between a head and a tail."""
    to.write(head.encode("utf8"))
    for number, one in enumerate(objects):
        to.write((b",\n" if number else b"\n") + dump(one))
    to.write(f"\n{tail}\n".encode())


def dump(value: Any) -> bytes:
    """Give JSON without spaces; what UTF-8 has no form for becomes a question mark."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain).encode("utf8", "replace")


def field_of(get: Callable[[Any], Any], key: str) -> Callable[[Any], Any]:
    """Give what reads one field of an object that is made of an item."""
    return lambda item: get(item).get(key)


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is not written as JSON")


def without_nothing(held: dict[str, Any]) -> dict[str, Any]:
    """Leave out fields that are empty."""
    return {name: value for name, value in held.items() if value is not None and value != "" and value != []}
