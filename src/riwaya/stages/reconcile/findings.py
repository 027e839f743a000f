"""What two accounts are found to be to each other in one matter, before it is put in the order of the accounts."""

from __future__ import annotations

from riwaya.model.account import Toll
from riwaya.model.reason import Many, Named, Reason
from riwaya.model.record import record
from riwaya.stages.reconcile.numbers import bounds_of
from riwaya.stages.reconcile.reasons import many_of
from riwaya.stages.reconcile.versions import Version


@record(kw_only=False)
class Finding:
    """One relation between two accounts."""

    kind: str
    on: str
    why: Reason
    claim_ids: tuple[str, ...]


def say_matter(measure: str, side: str | None) -> str:
    """Name a matter: ``killed of wagner-group``; ``killed`` where all people alike are counted."""
    return f"{measure} of {side}" if side else measure


def say_measure(measure: str) -> str:
    """Name a measure in a sentence: ``killed or wounded``."""
    return measure.replace("_", " ")


def name_of(version: Version) -> Named:
    """Name the originator."""
    return Named(key=version.key, name=version.originator.name)


def said_of(toll: Toll) -> Many:
    """Give what a toll says: ``at least 20 killed``."""
    return many_of(bounds_of(toll), toll.measure)


def claims_of(*tolls: Toll) -> tuple[str, ...]:
    """Give the claims behind tolls, each once."""
    return tuple(dict.fromkeys(claim for toll in tolls for claim in toll.claim_ids))
