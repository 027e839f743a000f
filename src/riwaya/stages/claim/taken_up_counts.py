"""Counts whose fate a later pronoun tells: «استهدفوا ثلاثة جنود، ما أدى إلى مقتلهم»."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model.figure import Figure
from riwaya.model.record import replace
from riwaya.stages.claim.harms import Harm
from riwaya.stages.claim.scene import Scene

_THEIRS = frozenset({"هم", "هن", "هما"})
_FATES = frozenset({"killed", "wounded", "killed_or_wounded", "executed", "arrested", "captured", "abducted"})
_CAUSE_REACH = 4
_HOW_MANY = {"ه": 1, "ها": 1, "هما": 2}
_TAKEN, _ENDS = frozenset({"abducted", "captured"}), frozenset({"killed", "executed", "freed"})


def with_fates(scene: Scene, harms: Sequence[Harm], found: Sequence[Figure]) -> list[Figure]:
    """Give the figures, those measured by what befell whom they count where a pronoun behind them tells it.

    Only people of whom nothing else is told («other») are taken up, the last before the pronoun.
    """
    told = [*found]
    for harm in harms:
        if harm.counted or harm.measure not in _FATES or harm.reading.pronoun not in _THEIRS:
            continue
        if not (_is_outcome(scene, harm) or (harm.reading.is_finite and harm.reading.conjunction)):
            continue
        at = scene.tokens[harm.at].start
        before = [n for n, f in enumerate(told) if f.measure == "other" and f.span.end <= at]
        if before:
            told[before[-1]] = replace(told[before[-1]], measure=harm.measure)
    return [*told, *_done_after(scene, harms, told)]


def _done_after(scene: Scene, harms: Sequence[Harm], found: Sequence[Figure]) -> list[Figure]:
    """«خطفوا جنديين وقتلوهما», «خطفوا راعيا ثم أعدموه»: what was done to one or two who had been taken before."""
    more: list[Figure] = []
    for harm in harms:
        many = _HOW_MANY.get(harm.reading.pronoun)
        joined = harm.reading.conjunction or (harm.at and scene.forms[harm.at - 1] == "ثم")
        if many is None or harm.measure not in _ENDS or harm.counted or not joined or harm.at + 1 in scene.mention_from:
            continue
        at = scene.tokens[harm.at].start
        taken = [f for f in found if f.measure in _TAKEN and f.low == f.high == many and f.span.end <= at]
        if taken and not any(f.measure == harm.measure and f.span.overlaps(taken[-1].span) for f in more):
            more.append(replace(taken[-1], measure=harm.measure))
    return more


def _is_outcome(scene: Scene, harm: Harm) -> bool:
    """«ما أدى إلى إصابتهم», «أسفر عن مقتلهم»: what a verb of result leads to."""
    first = max(0, harm.at - _CAUSE_REACH)
    noun = not harm.reading.is_verb and "harm" not in harm.reading.lexeme.tags
    return noun and any("result" in r.lexeme.tags for k in range(first, harm.at) for r in scene.readings[k][:1])
