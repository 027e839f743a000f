"""Words at which a noun phrase ends because of what stands at its head."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model.word import Readings

_SINGLE = frozenset({"civilian", "fighter"})
_MEN = frozenset({"victim", "fighter", "civilian", "member"})


def may_die(readings: Sequence[Readings], head: int) -> bool:
    """«فارق ثلاثة جنود الحياة»: whoever may be a victim may die."""
    whose = readings[head].somebody
    return whose is not None and "victim" in whose.lexeme.tags


def is_kin_of(readings: Sequence[Readings], at: int, head: int) -> bool:
    """«مسلح زوجته»: a relative of somebody told without a name is another: whose they are, their pronoun tells."""
    whose = readings[head].somebody
    if whose is None or whose.sense.number != "sg":
        return False
    if not any(r.pronoun and "relative" in r.lexeme.tags for r in readings[at]):
        return False
    return not _SINGLE.isdisjoint(whose.lexeme.tags - {"relative"})


def is_said_of(readings: Sequence[Readings], at: int, head: int) -> bool:
    """«20 ألف شخص محتجزون»: a plural in the nominative describes no noun in the singular, but is said of all whom a number before it counts."""
    whose = readings[head].somebody
    suffered = any(r.sense.shape == "passive" and not r.definite for r in readings[at][:1])
    return suffered and whose is not None and whose.sense.number == "sg"


def are_people(readings: Sequence[Readings], at: int, head: int) -> bool:
    """«مصادر أمنية مقاتلين»: people without article in the oblique plural, behind what describes no people, are whom those do something to."""
    reading, whose = readings[at].somebody, readings[head].somebody
    if reading is None or whose is None or reading.sense.number != "pl" or reading.definite:
        return False
    return whose.lexeme.tags.isdisjoint(_MEN) and not reading.lexeme.tags.isdisjoint(_MEN)
