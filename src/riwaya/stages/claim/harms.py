"""Words of harm: who was killed, wounded, taken or lost is counted beside them."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.model.word import Reading
from riwaya.stages.claim.measures import SITUATED, find_measure, is_sentence
from riwaya.stages.claim.scene import Scene

_MEASURES = frozenset({"killed", "wounded", "executed", "captured", "abducted", "arrested", "displaced", "missing", "freed",
                       "killed_or_wounded"})  # fmt: skip

_ON_REACH, _DEATH_REACH = 6, 9
_WOUND_REACH = 14
"""Tokens after a word of dying in which the wound is named; else it is no act of violence."""


@dataclass(slots=True)
class Harm:
    """A word of harm at a place, waiting for its count."""

    at: int
    measure: str
    reading: Reading
    counted: bool = False


def harm_at(scene: Scene, k: int) -> Harm | None:
    """Give the word of harm at token ``k``; None for others and where its entry asks for words that are not there."""
    if k and scene.grammar["charged"].has(scene.forms[k - 1]):  # «في قضية اغتيال …»
        return None
    for reading in scene.readings[k][:2]:
        lexeme = reading.lexeme
        measure = lexeme.measure if SITUATED.isdisjoint(lexeme.tags) else find_measure(scene, k, reading)
        if lexeme.table == "events" and measure in _MEASURES:
            if "needs-fate" in lexeme.tags and not any(
                scene.grammar["fate"].has(f) for f in scene.forms[k + 1 : k + 30]
            ):
                return None
            if "needs-wound" in lexeme.tags and not scene.phrases_in("wound_words", k + 1, k + _WOUND_REACH):
                return None
            if "with-ala" in lexeme.tags and "علي" not in scene.forms[k + 1 : k + _ON_REACH]:
                continue  # «تقضي الأوامر ب…», «قضى غرقا»
            if "needs-death" in lexeme.tags and not scene.phrases_in("death_words", k + 1, k + _DEATH_REACH):
                continue
            if is_sentence(scene, k, reading):
                return None
            lost = lexeme.measure == "missing" and "loss" in lexeme.tags and reading.sense.number == "sg"
            return Harm(k, "killed" if lost else measure, reading)
        if lexeme.table == "events" and "loss" in lexeme.tags and lexeme.measure:
            return Harm(k, lexeme.measure, reading)
    return None


def merge_pairs(scene: Scene, harms: list[Harm]) -> list[Harm]:
    """«مقتل وإصابة العشرات», «قتلت وجرحت», «القتلى والجرحى»: killed or wounded, not to be told apart."""
    merged: list[Harm] = []
    for harm in harms:
        prior = merged[-1] if merged else None
        if (
            prior is not None
            and {prior.measure, harm.measure} == {"killed", "wounded"}
            and _is_pair(scene, prior, harm)
        ):
            prior.measure = "killed_or_wounded"
            continue
        merged.append(harm)
    return merged


def _is_pair(scene: Scene, prior: Harm, harm: Harm) -> bool:
    if harm.at == prior.at + 2 and scene.forms[prior.at + 1] == "او":
        return True
    if harm.at != prior.at + 1 or harm.reading.conjunction != "و" or _told_apart(scene, harm):
        return False
    one, other = prior.reading.sense, harm.reading.sense
    follow = scene.forms[harm.at + 1] if harm.at + 1 < len(scene.forms) else ""
    alike = one.shape == other.shape or (
        prior.reading.is_finite and harm.reading.is_finite and follow not in ("اخرون", "اخرين", "اخر", "اخران")
    )
    return alike and (not harm.reading.is_finite or one.number == other.number == "sg")


def _told_apart(scene: Scene, harm: Harm) -> bool:
    """Indefinite plurals without a count («قتلى وجرحى») are two figures."""
    if "harm" not in harm.reading.lexeme.tags or harm.reading.definite:
        return False
    first = harm.at - 1
    return not any(first - 3 <= end <= first for _, end, _ in scene.quantity_ranges.near(first - 3, first))
