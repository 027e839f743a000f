"""Records: frozen, slotted dataclasses that are quick to make.

A page becomes about a thousand of them, and a frozen dataclass fills each field through a general call of
``object.__setattr__``. A record is filled while it is of an open class with the same slots, by plain assignments, and then
closed by giving it its own class: half the time (docs/performance.md). In all else it is the dataclass that it looks like:
equality, hash, ``fields``, pickling, and a `FrozenInstanceError` for whoever changes a field.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, fields
from typing import Any, TypeVar, dataclass_transform, overload

_T = TypeVar("_T")
_set_class = object.__dict__["__class__"].__set__


@overload
def record(cls: type[_T], /) -> type[_T]: ...
@overload
def record(*, kw_only: bool = True, order: bool = False) -> Callable[[type[_T]], type[_T]]: ...
@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(
    cls: type[_T] | None = None, /, *, kw_only: bool = True, order: bool = False
) -> type[_T] | Callable[[type[_T]], type[_T]]:
    """Make a class a record; fields are given by name unless ``kw_only`` is false.

    Fields with ``init=False`` are left to ``__post_init__``, as in a dataclass. The class has no base of its own.
    """

    def make(plain: type[_T]) -> type[_T]:
        made: Any = dataclass(frozen=True, slots=True, kw_only=kw_only, order=order)(plain)
        if made.__bases__ != (object,):
            raise TypeError(f"{made.__name__}: a record has no base")
        filler, made._changed, made.__getstate__, made.__setstate__ = _write(made)
        filler.__qualname__ = f"{made.__qualname__}.__init__"
        filler.__annotations__ = made.__init__.__annotations__
        made.__init__ = filler
        return made

    return make if cls is None else make(cls)


def replace(one: _T, /, **changes: Any) -> _T:
    """Give the same record with some fields changed, as `dataclasses.replace` does, in a third of its time.

    Raises:
        AttributeError: It has no field of that name, or is no record.
    """
    return one._changed(changes)  # type: ignore[attr-defined, no-any-return]


def _write(made: type[Any]) -> tuple[Any, Any, Any, Any]:
    """Write ``__init__``, what `replace` calls, and what pickling calls: a loop over the fields would cost more than all this saves."""
    told = fields(made)
    open_class = type(f"_Open{made.__name__}", (), {"__slots__": tuple(f.name for f in told)})
    known: dict[str, Any] = {"_set_class": _set_class, "_new": object.__new__, "_open": open_class, "_made": made}
    given = [f for f in told if f.init]
    by_place = [f.name + _default(f, known) for f in given if not f.kw_only]
    by_name = [f.name + _default(f, known) for f in given if f.kw_only]
    parameters = ", ".join(["self", *by_place, *(["*", *by_name] if by_name else [])])
    close = ["self.__class__ = _made", *(["self.__post_init__()"] if hasattr(made, "__post_init__") else [])]
    fill = [f"self.{f.name} = {_value(f, known)}" for f in given]
    copy = ["self = _new(_open)", *(f"self.{f.name} = before.{f.name}" for f in given)]
    change = ["for name, value in changes.items():", " setattr(self, name, value)", *close, "return self"]
    source = _function("__init__", parameters, ["_set_class(self, _open)", *fill, *close])
    source += _function("_changed", "before, changes", copy + change)
    source += _function("__getstate__", "self", [f"return [{', '.join(f'self.{f.name}' for f in told)}]"])
    back = [f"self.{f.name} = state[{at}]" for at, f in enumerate(told)]
    source += _function("__setstate__", "self, state", ["_set_class(self, _open)", *back, "self.__class__ = _made"])
    written: dict[str, Any] = {}
    exec(source, known, written)
    return written["__init__"], written["_changed"], written["__getstate__"], written["__setstate__"]


def _function(name: str, parameters: str, lines: list[str]) -> str:
    return "\n ".join([f"def {name}({parameters}):", *lines]) + "\n"


def _default(field: Field[Any], known: dict[str, Any]) -> str:
    """Give the default of a parameter, and make it known to the function."""
    if field.default is not MISSING:
        known[f"_or_{field.name}"] = field.default
    elif field.default_factory is not MISSING:
        known[f"_or_{field.name}"] = known[f"_make_{field.name}"] = field.default_factory
    else:
        return ""
    return f"=_or_{field.name}"


def _value(field: Field[Any], known: dict[str, Any]) -> str:
    """Give what a field is filled with: what was given, or what its factory makes where nothing was."""
    if f"_make_{field.name}" not in known:
        return field.name
    return f"_make_{field.name}() if {field.name} is _make_{field.name} else {field.name}"
