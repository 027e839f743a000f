"""Nodes of graphs: entities that several events share are written once, each with what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from riwaya.export.column import Basis, Rest
from riwaya.export.happening import Happening
from riwaya.export.job import Job
from riwaya.export.seen import Seen
from riwaya.ledger.records import KeptClaim
from riwaya.model.actor import Actor
from riwaya.model.span import Span
from riwaya.stages.reconcile import side_key


@dataclass(frozen=True, slots=True)
class Node:
    """One entity of a graph."""

    id: str
    kind: str
    """Its schema or type."""
    fields: dict[str, Any]
    basis: Basis
    one: Happening
    """The event that it was made for."""


def iter_nodes(job: Job) -> Iterator[Node]:
    """Give the nodes of a job, each id once."""
    with Seen() as seen:
        for node in job.items():
            if seen.is_new(node.id):
                yield node
            else:
                job.count.rows -= 1


def whole(rule: str, *claims: KeptClaim) -> Basis:
    """Rest on whole claims."""
    return Basis(rule=rule, rests=tuple(Rest(claim=kept, span=kept.claim.span, what="claim") for kept in claims))


def words_of(rule: str, what: str, kept: KeptClaim, *spans: Span) -> Basis:
    """Rest on some words of one claim."""
    return Basis(rule=rule, rests=tuple(Rest(claim=kept, span=span, what=what) for span in spans))


def actor_id(actor: Actor, one: Happening | None = None) -> str:
    """Give the id of an actor's node: its key; with the event behind it where the name is withheld, which is nobody's alone."""
    is_withheld = one is not None and actor.id is None and "withheld" in actor.name
    return f"actor-{side_key(actor)}" + (f"-{one.id}" if one is not None and is_withheld else "")


def line(words: str) -> str:
    """Give words on one line."""
    return " ".join(words.split())


def node_basis(node: Node) -> Basis:
    """Give what a node rests on."""
    return node.basis


def node_value(name: str) -> Callable[[Node], Any]:
    """Give what reads one part of a node."""
    return lambda node: getattr(node, name)
