"""Figures that the words of two claims hold: they stay with the claim whose own word of harm counts them."""

from __future__ import annotations

from collections.abc import Sequence, Set

from riwaya.model.actor import Participant
from riwaya.model.claim import Claim
from riwaya.model.figure import Figure
from riwaya.model.record import replace
from riwaya.model.span import Span
from riwaya.stages.claim.fallen import WHOSE_VICTIMS
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.harms import harm_at
from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.trigger import VIOLENT

_TOGETHER = frozenset({"killed", "wounded"})
_Told = tuple[Happening, Claim]


def without_doubles(scene: Scene, told: Sequence[_Told], counted: Sequence[Set[Span]]) -> list[Claim]:
    """Give the claims, in their order, with no figure that another one tells in its own words of harm.

    ``counted`` are, for each claim, the targets that only its figures tell of: they go with the figure.

    «استقالة الوزير بعد مقتل ستة مدنيين» holds the six, but it is the killing that counts them. Where no claim or each of them
    names the harm, all keep the figure.

    Source: annotation guideline, «What counts as a claim»: figures are those of the happening.
    """
    holders: dict[tuple[Span, str], list[int]] = {}
    for n, (_, claim) in enumerate(told):
        for figure in claim.figures:
            holders.setdefault((figure.span, figure.measure), []).append(n)
    lost: dict[int, set[Span]] = {}
    for (span, measure), several in holders.items():
        owners = [n for n in several if _owns(scene, told[n], measure)] if len(several) > 1 else []
        if measure == "other" and len(several) > 1:
            owners = [min(several, key=lambda n: _distance(told[n][1], span))]
        for n in several if owners else ():
            between = [told[k][0] for k in several if told[k][1].trigger > told[n][1].trigger]
            if n not in owners and not _leads(scene, told[n], span, between):
                lost.setdefault(n, set()).add(span)
    return [_without(claim, lost[n], counted[n]) if n in lost else claim for n, (_, claim) in enumerate(told)]


def _distance(claim: Claim, figure: Span) -> tuple[int, int]:
    """How far the word that names a claim stands from a number of people, before it rather than behind."""
    before = claim.trigger < figure
    return (figure.start - claim.trigger.end, 0) if before else (claim.trigger.start - figure.end, 1)


def _without(claim: Claim, lost: set[Span], counted: Set[Span]) -> Claim:
    """The claim without the figures at ``lost``, nor those whom only they count: «المواجهات …، قتل ستة جنود» fights no six."""
    kept: tuple[Figure, ...] = tuple(f for f in claim.figures if f.span not in lost)
    gone = {f.of_span for f in claim.figures if f.span in lost} - {f.of_span for f in kept}
    targets: tuple[Participant, ...] = tuple(p for p in claim.targets if p.span not in counted or p.span not in gone)
    return replace(claim, figures=kept, targets=targets)


def _owns(scene: Scene, told: _Told, measure: str) -> bool:
    """Say whether a word of harm that a figure counts names a claim, or belongs to the violence that it tells."""
    happening, claim = told
    triggers = happening.triggers if claim.type in VIOLENT else [happening.head]
    for trigger in triggers:
        harm = harm_at(scene, trigger.index) if trigger.is_harm else None
        if harm is not None and (
            harm.measure == measure or (measure == "killed_or_wounded" and harm.measure in _TOGETHER)
        ):
            return True
    return False


def _leads(scene: Scene, told: _Told, figure: Span, others: Sequence[Happening]) -> bool:
    """«أسفر انفجار … عن سقوط ستة قتلى», «هجوم راح ضحيته ستة»: a word of result leads from an attack to the harm behind it.

    Args:
        scene: The document.
        told: The claim of the attack.
        figure: The words of the number.
        others: The other claims that hold the number and whose trigger stands behind that of the attack; the result is
            that of the nearest.
    """
    happening, claim = told
    if claim.type not in VIOLENT or not claim.trigger < figure:
        return False
    if any(t.is_result for t in happening.triggers):
        return True
    first, _ = scene.token_range(figure)
    result = next((k for k in range(happening.head.index + 1, first) if _is_result(scene, k)), None)
    return result is not None and not any(h.head.index < result for h in others)


def _is_result(scene: Scene, at: int) -> bool:
    return scene.forms[at] in WHOSE_VICTIMS or any("result" in r.lexeme.tags for r in scene.readings[at][:1])
