"""Annotation: a document with everything the annotate stage saw in it."""

from __future__ import annotations

from riwaya.model.document import Document
from riwaya.model.figure import Quantity
from riwaya.model.mention import Mention
from riwaya.model.place import PlaceMention
from riwaya.model.record import record
from riwaya.model.timex import Timex
from riwaya.model.word import Reading, Token


@record
class Annotation:
    """Tokens of the body (furniture left out) and what stands over them, all in text order."""

    document: Document
    tokens: tuple[Token, ...]
    forms: tuple[str, ...]
    """Folded form of each token."""
    readings: tuple[tuple[Reading, ...], ...]
    """What each token may be, likeliest first; empty for unknown words and marks."""
    phrases: tuple[int, ...]
    """Length in tokens of the multiword entry that starts at each token, else 1."""
    sentences: tuple[tuple[int, int], ...]
    """Token ranges, half-open."""
    quotes: tuple[tuple[int, int], ...]
    """Token ranges between quotation marks, marks left out, half-open."""
    mentions: tuple[Mention, ...]
    times: tuple[Timex, ...]
    quantities: tuple[Quantity, ...]
    places: tuple[PlaceMention, ...]
