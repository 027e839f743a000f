"""Columns: what a shape writes in one cell, what it means, and what it rests on. They are data: the codebook is made of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from riwaya.ledger.records import KeptClaim
from riwaya.model.span import Span

Kind = Literal["integer", "number", "boolean", "date", "datetime", "text", "json"]
"""``json`` is for shapes of objects: lists and objects inside a field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Words that a cell rests on."""

    claim: KeptClaim
    span: Span
    """Into the text of the claim's page."""
    what: str
    """What they say: figure, place, time, doer, target, teller, claim."""

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.span.of(self.claim.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What one cell rests on."""

    rule: str
    """How the value comes about: a step of the policy, or of the shape; or why the cell is empty."""
    rests: tuple[Rest, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table, or one field of an object."""

    name: str
    kind: Kind
    meaning: str
    """What it holds, in a sentence or two: the codebook prints it."""
    value: Callable[[Any], Any]
    """What a row has there: None is an empty cell."""
    basis: Callable[[Any], Basis]
    values: tuple[tuple[str, str], ...] = ()
    """The closed list of what it may hold, each with its meaning; empty where anything may stand."""
    required: bool = False
    """Whether no row leaves it empty."""
    parts: tuple[tuple[str, str], ...] = field(default=())
    """Fields inside it, each with its meaning, for shapes of objects."""


def by_rule(rule: str) -> Callable[[Any], Basis]:
    """Give the basis of a cell that rests on no words: a convention, or a reason why it is always empty."""
    basis = Basis(rule=rule)
    return lambda _: basis


def nothing(_: Any) -> None:
    """Leave a cell empty."""
    return
