"""Records: frozen, slotted dataclasses that are quick to make.

A page becomes about a thousand of them, and a frozen dataclass fills each field through a general call of
``object.__setattr__``. Here the setter of each slot is bound once, when the class is made, which takes a third off
(docs/performance.md); in all else a record is the dataclass that it looks like: equality, hash, ``replace``, ``fields``,
pickling, and a `FrozenInstanceError` for whoever changes a field.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, fields
from typing import Any, TypeVar, dataclass_transform, overload

_T = TypeVar("_T")


@overload
def record(cls: type[_T], /) -> type[_T]: ...
@overload
def record(*, kw_only: bool = True, order: bool = False) -> Callable[[type[_T]], type[_T]]: ...
@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(
    cls: type[_T] | None = None, /, *, kw_only: bool = True, order: bool = False
) -> type[_T] | Callable[[type[_T]], type[_T]]:
    """Make a class a record; fields are given by name unless ``kw_only`` is false.

    Fields with ``init=False`` are left to ``__post_init__``, as in a dataclass.
    """

    def make(plain: type[_T]) -> type[_T]:
        made = dataclass(frozen=True, slots=True, kw_only=kw_only, order=order)(plain)
        init: Any = _filler(made)
        init.__qualname__ = f"{made.__qualname__}.__init__"
        init.__annotations__ = made.__init__.__annotations__
        init.__doc__ = made.__init__.__doc__
        made.__init__ = init
        return made

    return make if cls is None else make(cls)


def _filler(made: type[Any]) -> Callable[..., None]:
    """Write an ``__init__`` that calls the setter of each slot: a loop over the fields would cost more than it saves."""
    known: dict[str, object] = {}
    by_place: list[str] = []
    by_name: list[str] = []
    body: list[str] = []
    for field in fields(made):
        if not field.init:
            continue
        name = field.name
        known[f"_set_{name}"] = vars(made)[name].__set__
        (by_name if field.kw_only else by_place).append(name + _default(field, known))
        made_here = f"_new_{name}() if {name} is _new_{name} else {name}" if f"_new_{name}" in known else name
        body.append(f"_set_{name}(self, {made_here})")
    if hasattr(made, "__post_init__"):
        body.append("self.__post_init__()")
    parameters = ", ".join(["self", *by_place, *(["*", *by_name] if by_name else [])])
    namespace: dict[str, Any] = {}
    exec(f"def __init__({parameters}):\n " + "\n ".join(body or ["pass"]), known, namespace)
    return namespace["__init__"]


def _default(field: Field[Any], known: dict[str, object]) -> str:
    if field.default is not MISSING:
        known[f"_or_{field.name}"] = field.default
        return f"=_or_{field.name}"
    if field.default_factory is not MISSING:
        known[f"_new_{field.name}"] = field.default_factory
        return f"=_new_{field.name}"
    return ""
