from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, field, fields
from dataclasses import replace as replace_slowly

import pytest

from riwaya.model.record import record, replace


@record
class Named:
    first: str
    rest: tuple[str, ...] = ()
    marks: list[str] = field(default_factory=list[str])
    size: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "size", 1 + len(self.rest))


@record(kw_only=False, order=True)
class Pair:
    low: int
    high: int = 9


def test_fields_are_filled_and_defaults_taken() -> None:
    one = Named(first="a", rest=("b",))
    assert (one.first, one.rest, one.marks, one.size) == ("a", ("b",), [], 2)
    assert Pair(1) == Pair(1, 9) == Pair(low=1, high=9)


def test_a_default_made_anew_is_nobody_elses() -> None:
    one, other = Named(first="a"), Named(first="a")
    one.marks.append("x")
    assert other.marks == []


def test_a_field_cannot_be_changed_or_added() -> None:
    one = Named(first="a")
    with pytest.raises(FrozenInstanceError):
        one.first = "b"  # type: ignore[misc]
    with pytest.raises((AttributeError, TypeError)):
        one.other = 1  # type: ignore[attr-defined]


def test_missing_and_unknown_fields_are_refused() -> None:
    with pytest.raises(TypeError):
        Named()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Named("a")  # type: ignore[misc]
    with pytest.raises(TypeError):
        Pair(1, 2, 3)  # type: ignore[call-arg]


def test_it_is_a_dataclass_in_all_else() -> None:
    one = Pair(1, 2)
    assert [f.name for f in fields(Pair)] == ["low", "high"]
    assert replace_slowly(one, high=3) == Pair(1, 3)
    assert hash(one) == hash(Pair(1, 2))
    assert sorted([Pair(2, 1), one]) == [one, Pair(2, 1)]
    assert repr(one) == "Pair(low=1, high=2)"
    assert pickle.loads(pickle.dumps(one)) == one


def test_a_changed_one_is_new_and_what_follows_is_told_anew() -> None:
    one = Named(first="a")
    other = replace(one, rest=("b", "c"))
    assert (other.first, other.rest, other.size) == ("a", ("b", "c"), 3)
    assert (one.rest, one.size) == ((), 1)
    assert type(other) is Named
    with pytest.raises(FrozenInstanceError):
        other.first = "b"  # type: ignore[misc]


def test_an_unknown_field_is_not_changed() -> None:
    with pytest.raises(AttributeError):
        replace(Pair(1), width=2)


def test_a_record_has_no_base() -> None:
    with pytest.raises(TypeError, match="no base"):

        @record
        class Longer(Named):
            more: int = 0
