"""Records of the model to JSON and back.

A record becomes an object without the fields that are empty or at their default; a span becomes [start, end], a day its
ISO form. What a later version of the model adds with a default is therefore read from older rows as that default.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from riwaya.model.span import Span

_Record = TypeVar("_Record")
_Reader = Callable[[Any], Any]


_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def to_json(value: object) -> str:
    """Give the JSON of a record or of plain values: keys in their order, no spaces, letters as they are.

    NUL and lone surrogates, which a database refuses, are escaped.
    """
    text = _WRITER.encode(encode(value))
    try:
        text.encode("utf8")
    except UnicodeEncodeError:
        return json.dumps(encode(value), separators=(",", ":"))
    return text


def from_json(kind: type[_Record], text: str) -> _Record:
    """Give the record that `to_json` wrote."""
    return cast("_Record", _reader(kind)(json.loads(text)))


def encode(value: Any) -> Any:
    """Give a record as dicts, lists, strings, numbers, booleans and None."""
    if value is None:
        return None
    encoder = _ENCODERS.get(value.__class__)
    return value if encoder is None else encoder(value)


def _list(value: Iterable[Any]) -> list[Any]:
    return [encode(one) for one in value]


def _dict(value: Mapping[str, Any]) -> dict[str, Any]:
    return {key: encode(one) for key, one in value.items()}


def _span(value: Span) -> list[int]:
    return [value.start, value.end]


class _Encoders(dict[type, Any]):
    """How each type is encoded; one for a record is made when it is first met. None: as it is."""

    def get(self, kind: type, default: Any = None) -> Any:
        """Give the encoder of a type."""
        try:
            return self[kind]
        except KeyError:
            made = self[kind] = _record_encoder(kind) if is_dataclass(kind) else default
            return made


_ENCODERS = _Encoders(
    {
        str: None,
        int: None,
        float: None,
        bool: None,
        Span: _span,
        date: date.isoformat,
        tuple: _list,
        list: _list,
        dict: _dict,
    }
)


def _record_encoder(kind: Any) -> Callable[[Any], dict[str, Any]]:
    """Write out, as `dataclasses` does for ``__init__``, the function that encodes one type of record.

    A loop over the fields takes four times as long, and a page has hundreds of records.
    """
    hints = get_type_hints(kind)
    lines = ["def encode_record(value):", " made = {}"]
    names: dict[str, Any] = {"encode": encode}
    for field in fields(kind):
        default = f"default_{field.name}"
        names[default] = field.default
        lines.append(f" held = value.{field.name}")
        lines.append(f" if {_condition(hints[field.name], field.default, default)}:")
        lines.append(f"  made[{field.name!r}] = {_expression(hints[field.name])}")
    lines.append(" return made")
    exec("\n".join(lines), names)
    return names["encode_record"]


def _condition(hint: Any, default: object, name: str) -> str:
    """Give when a field is written: when it is neither empty nor at its default."""
    if get_origin(hint) is tuple:
        return "held"
    is_plain = default is not MISSING and isinstance(default, (str, int, float))
    return f"held is not None and held != {name}" if is_plain else "held is not None"


def _expression(hint: Any) -> str:
    """Give how a field is written, by its type: as it is, as a span, or by the encoder of what it holds."""
    kinds = {one for one in get_args(hint) if one is not NoneType} if get_origin(hint) in (Union, UnionType) else {hint}
    if kinds <= {str, int, float, bool}:
        return "held"
    return "[held.start, held.end]" if kinds == {Span} else "encode(held)"


@cache
def _reader(kind: Any) -> _Reader:
    """Give what turns JSON into a value of a type."""
    if kind is Span:
        return lambda data: Span(data[0], data[1])
    if kind is date:
        return date.fromisoformat
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        inner = _reader(next(one for one in get_args(kind) if one is not NoneType))
        return lambda data: None if data is None else inner(data)
    if origin is tuple:
        return _tuple_reader(get_args(kind))
    if is_dataclass(kind):
        return _record_reader(cast("type[Any]", kind))
    return lambda data: data


def _tuple_reader(kinds: tuple[Any, ...]) -> _Reader:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        inner = _reader(kinds[0])
        return lambda data: tuple([inner(one) for one in data])
    readers = [_reader(one) for one in kinds]
    return lambda data: tuple(read(one) for read, one in zip(readers, data, strict=True))


def _record_reader(kind: type[Any]) -> _Reader:
    """Write out the function that reads one type of record, as for writing; fields that it does not know are passed over."""
    hints = get_type_hints(kind)
    names: dict[str, Any] = {"kind": kind, "Span": Span, "ABSENT": MISSING}
    given: list[str] = []
    for field in fields(kind):
        hint, held = hints[field.name], f"x_{field.name}"
        names[f"read_{field.name}"] = _reader(hint)
        names[f"default_{field.name}"] = _absent(hint, field.default)
        made = f"default_{field.name}"
        if field.default_factory is not MISSING:
            names[made] = field.default_factory
            made += "()"
        value = _read_expression(hint, held, f"read_{field.name}")
        given.append(f"{field.name}=({value}) if ({held} := get({field.name!r}, ABSENT)) is not ABSENT else {made}")
    exec(f"def read(data):\n get = data.get\n return kind({', '.join(given)})", names)
    return names["read"]


def _absent(hint: Any, default: Any) -> Any:
    """Give what a field holds that was not written: its default, or nothing."""
    if default is not MISSING:
        return default
    return () if get_origin(hint) is tuple else None


def _read_expression(hint: Any, held: str, reader: str) -> str:
    """Give how a field is read, by its type: as it is, as a span, or by the reader of what it holds."""
    kinds = set(get_args(hint)) if get_origin(hint) in (Union, UnionType) else {hint}
    if kinds <= {str, int, float, bool, NoneType}:
        return held
    if kinds == {Span}:
        return f"Span({held}[0], {held}[1])"
    return f"None if {held} is None else {reader}({held})" if NoneType in kinds else f"{reader}({held})"
