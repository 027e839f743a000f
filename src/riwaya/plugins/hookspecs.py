"""Every hook of Riwaya. A plugin implements any of them and names itself in the entry point group `riwaya`.

    from riwaya.plugins.hookspecs import hookimpl

    @hookimpl
    def riwaya_register_actors(): ...

Hooks run in the alphabetical order of the plugins' names, so that the same plugins give the same result.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pluggy

from riwaya.model.actor import ActorEntry
from riwaya.model.document import Document
from riwaya.model.outlet import OutletEntry
from riwaya.model.place import GazetteerEntry
from riwaya.model.proposal import Proposal

PROJECT = "riwaya"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def riwaya_register_actors() -> Iterable[ActorEntry]:  # type: ignore[empty-body]
    """Give actors that the registry lacks. Asked once in a process."""


@hookspec
def riwaya_register_outlets() -> Iterable[OutletEntry]:  # type: ignore[empty-body]
    """Give outlets and agencies that the registry lacks. Asked once in a process."""


@hookspec
def riwaya_register_places() -> Iterable[GazetteerEntry]:  # type: ignore[empty-body]
    """Give places that the gazetteer lacks. Asked once in a process."""


@hookspec
def riwaya_propose_claims(document: Document) -> Iterable[Proposal | Mapping[str, Any]]:  # type: ignore[empty-body]
    """Read a document another way (entity recogniser, language model) and propose claims.

    Each proposal, a record or a mapping of the same form, enters only when all its words stand in the document.
    """


@hookspec(firstresult=True)
def riwaya_sentence_vectors(texts: Sequence[str]) -> Sequence[Sequence[float]] | None:
    """Give one vector for each text, all of one length, or None; used to find candidates, never to decide."""
