"""Drones and carriers, spelt like other words («مسيرة» is also a march, «حاملة» also carrying)."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model.word import Reading, Token
from riwaya.stages.annotate.phrases import PhraseReader

_DRONE, _CARRIER = "ar.people.مسيرة", "ar.people.حاملة"
HOMOGRAPHS = frozenset({_DRONE, _CARRIER})
"""Entries that are a vessel only beside words that say so."""
_ARMS = frozenset("حربيه مفخخه انتحاريه معاديه هجوميه استطلاعيه استطلاع بحريه انقضاضيه تابعه ملغومه".split())
_AIRCRAFT = frozenset({"طايرات", "الطايرات"})
_BEFORE, _BEHIND = 2, 6


def is_vessel(at: int, reading: Reading, tokens: Sequence[Token], reader: PhraseReader) -> bool:
    """Say whether the word at ``at`` is a drone or a carrier: whose it is or what it is for stands behind, and a blow beside a drone.

    Source: agreement of the attributive adjective (Ryding 2005, ch. 10).
    """
    behind = tokens[at + 1].form if at + 1 < len(tokens) else ""
    if reading.lexeme.id == _CARRIER:
        return behind in _AIRCRAFT
    told = behind.removeprefix("ال") in _ARMS or reader.registry.is_demonym(behind)
    if not told:
        return False
    return _strikes(at, reader)


def _strikes(at: int, reader: PhraseReader) -> bool:
    """«قتلت مسيرة تركية …», «مسيرة تركية استهدفت …»: a march strikes nobody."""
    beside = reader.readings[max(0, at - _BEFORE) : at + _BEHIND]
    return any(r.lexeme.type == "ASSAULT" for found in beside for r in found if r.lexeme.table == "events")
