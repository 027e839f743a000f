"""What a ledger that is open remembers of documents that it compared before: pages come beside those they are compared with."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from sqlalchemy import Engine

from riwaya.ledger.names import Name
from riwaya.model.event import ToldClaim
from riwaya.stages.cluster import Laid

_CLAIMS, _DOCUMENTS = 10_000, 1_000
"""Bounds of what is remembered: some 100 MB of long pages."""


class Recall:
    """Claims by the numbers of their rows, which nobody changes, and the strands of documents; the latest used are kept."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._engine: Engine | None = None
        self._named = 0
        self._claims: OrderedDict[int, ToldClaim] = OrderedDict()
        self.names: set[Name] = set()
        """Names that are in the ledger."""
        self._laid: OrderedDict[str, tuple[Sequence[ToldClaim], list[Laid]]] = OrderedDict()

    def open(self, engine: Engine, named: int) -> None:
        """Forget everything if it was of another database, or before people named an actor (`count_aliases`)."""
        if self._engine is not engine or self._named != named:
            self.forget()
            self._engine, self._named = engine, named

    def forget(self) -> None:
        """Forget everything: after a transaction that failed, other rows may get the numbers of its own."""
        self._claims.clear()
        self._laid.clear()
        self.names.clear()

    def find_claim(self, number: int) -> ToldClaim | None:
        """Give a claim as it was read, judgements apart; None where it is not remembered."""
        found = self._claims.get(number)
        if found is not None:
            self._claims.move_to_end(number)
        return found

    def keep_claim(self, number: int, told: ToldClaim) -> None:
        """Remember a claim that nobody corrected."""
        self._claims[number] = told
        if len(self._claims) > _CLAIMS:
            self._claims.popitem(last=False)

    def find_strands(self, document: Sequence[ToldClaim]) -> list[Laid] | None:
        """Give the strands of just these claims, the same objects; None where they are not remembered."""
        known = self._laid.get(document[0].document_id)
        if known is None or len(known[0]) != len(document):
            return None
        if any(one is not other for one, other in zip(known[0], document, strict=True)):
            return None
        self._laid.move_to_end(document[0].document_id)
        return known[1]

    def keep_strands(self, document: Sequence[ToldClaim], laid: list[Laid]) -> None:
        """Remember the strands of a document."""
        self._laid[document[0].document_id] = document, laid
        if len(self._laid) > _DOCUMENTS:
            self._laid.popitem(last=False)
