"""Cluster: claims of many documents → events.

Within a document a claim joins the strand of those that speak of the same happening, by how its words point back or
away (`follow`, `joining`). Strands of two documents are linked by what they tell: days, place, parties, figures, words
(`matching`, `linking`). What links hold together is an event (`form`). `neighbourhood` keeps events up to date as
documents come and go, with the result that a run over everything would give. Nothing here touches a database.
"""

from riwaya.stages.cluster.form import Laid, find_events, group_by_document, lay_out, tell_claim, tell_claims
from riwaya.stages.cluster.kinds import FAMILIES
from riwaya.stages.cluster.neighbourhood import Shelf, find_changed_events, find_keys
from riwaya.stages.cluster.stream import stream_events

__all__ = [
    "FAMILIES",
    "Laid",
    "Shelf",
    "find_changed_events",
    "find_events",
    "find_keys",
    "group_by_document",
    "lay_out",
    "stream_events",
    "tell_claim",
    "tell_claims",
]
