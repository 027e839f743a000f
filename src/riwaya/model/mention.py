"""Mentions: words that name somebody."""

from __future__ import annotations

from riwaya.model.actor import Actor
from riwaya.model.record import record
from riwaya.model.span import Span


@record
class Mention:
    """A noun phrase that names or describes an actor."""

    first: int
    """Index of its first token."""
    last: int
    """Index of its last token, inclusive."""
    head: int
    """Index of its head noun, or of its first token for a registry name."""
    span: Span
    """Without the clitics before it."""
    actor: Actor
    tags: frozenset[str]
    """Of the head noun, plus ``name`` for a registry name and ``country``, ``outlet`` where it is one."""
    number: str = "pl"
    """sg, du or pl of the head."""
    definite: bool = False
    preposition: str = ""
    """Preposition written onto the first word (ب, ل, ك)."""
    conjunction: str = ""
    country: str | None = None
    """Country of the demonym or name, ISO 3166-1 alpha-2."""
    why: str = ""
