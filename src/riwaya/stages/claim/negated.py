"""Harm that is told not to be: «دون أنباء عن خسائر», «لم يتكبد أي قتلى»."""

from __future__ import annotations

from riwaya.stages.claim.scene import Scene

_NEGATORS = frozenset("لم ولم لا ولا دون بدون ودون عدم اي ايه لن ليس ليست".split())
_NOTHING_DENIED = frozenset("طيار يقل تقل يزال تزال يزالون يزلن زال زالت زالوا شك بد".split())
"""«بدون طيار», «ما لا يقل عن», «لا يزال»: behind a negator, words with which it denies no harm."""
_WITHOUT = frozenset({"دون", "بدون"})
_NEGATED_REACH = 9
_NEGATED_STOPS = frozenset("لكن بل الا سوي وان ان عدا باستثناء".split())


def is_negated(scene: Scene, at: int) -> bool:
    """Say whether the loss at ``at`` is told not to be («دون أنباء عن خسائر», «لم يتكبد أي قتلى»).

    Source: annotation guideline: losses that nobody tells of are no figure.
    """
    for k in range(at - 1, max(0, at - _NEGATED_REACH) - 1, -1):
        form = scene.forms[k]
        if form == "ان" and k and scene.forms[k - 1] in _WITHOUT:
            return True  # «دون أن تسفر عن إصابات»
        if form in "،.؛:" or form in _NEGATED_STOPS:
            return False
        if form in _NEGATORS and scene.forms[k + 1] not in _NOTHING_DENIED:
            return True
    return False
