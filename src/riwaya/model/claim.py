"""Claims: one happening that somebody puts forward, under one chain, in its own words."""

from __future__ import annotations

from riwaya.model.actor import Participant
from riwaya.model.attribution import Chain
from riwaya.model.figure import Figure
from riwaya.model.place import PlaceMention
from riwaya.model.record import record
from riwaya.model.span import Span
from riwaya.model.timex import Timex

EVENT_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "STATE",
)  # fmt: skip


@record
class Claim:
    """One attributed claim. Every field that is not None rests on a span of the text."""

    id: str
    span: Span
    trigger: Span
    type: str
    subtype: str | None
    polarity: str
    """affirmed or denied."""
    certainty: str
    """stated, hedged or unknown."""
    chain: Chain
    agents: tuple[Participant, ...]
    targets: tuple[Participant, ...]
    figures: tuple[Figure, ...]
    time: Timex | None
    place: PlaceMention | None
    why: tuple[str, ...]
    """Rule ids and evidence, in the order in which they were applied."""
