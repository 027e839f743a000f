"""What is only supposed: deeds that may come, that would come if something else did, or that somebody was kept from."""

from __future__ import annotations

from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.trigger import Trigger

_MAY = frozenset("قد وقد فقد ربما وربما ان".split())
_LIKELIHOOD_REACH, _LEADS_REACH, _KEPT_REACH = 3, 9, 9
_BREAKS = frozenset("،,.؛:")
_WHETHER = frozenset("ما فيما عما".split())
_THEN = frozenset("فهذا فهذه فذلك فان فانه فانها فانهم فسوف فلن فلا فلم فهو فهي فهم فليس فقد".split())
_SELF, _BOMBS = frozenset("نفسه نفسها انفسهم نفسيهما".split()), "bombing"


def is_supposed(scene: Scene, head: Trigger) -> bool:
    """Say whether a deed is put forward by nobody, but only weighed.

    «قد يؤدي إلى اندلاع اشتباكات», «احتمال وقوع هجوم», «في حال استمرار الغارات», «قبل أن يتمكن من تفجير نفسه».

    Source: annotation guideline, ``G-SCOPE-3``.
    """
    if head.act is not None or head.lexeme.table == "statement":
        return False
    at = head.index
    first = scene.annotation.sentences[scene.sentence_of[at]][0]
    return _is_likely(scene, first, at) or _is_kept(scene, first, at) or _is_conditional(scene, first, head) or (
        not head.is_verb and _may_come(scene, first, at)
    )  # fmt: skip


def _is_likely(scene: Scene, first: int, at: int) -> bool:
    """«احتمال وقوع هجوم», «مخاوف من اندلاع حرب»: a noun of fear or chance right before, with a noun of coming about between."""
    told = scene.phrases_in("chances", max(first, at - _LIKELIHOOD_REACH), at)
    if not told or scene.readings[at][0].is_finite:
        return False
    return not any(scene.forms[k] in _BREAKS or scene.is_that(k) for k in range(told[-1], at))


def _may_come(scene: Scene, first: int, at: int) -> bool:
    """«قد يؤدي إلى اندلاع اشتباكات», «من شأنه أن يتسبب بمقتل مدنيين»: what something may lead to."""
    for k in range(at - 1, max(first, at - _LEADS_REACH) - 1, -1):
        if scene.forms[k] in _BREAKS:
            return False
        found = scene.readings[k][:1]
        if found and found[0].is_finite:
            leads = "result" in found[0].lexeme.tags and found[0].sense.shape == "present"
            return leads and (found[0].preposition == "س" or (k > 0 and scene.forms[k - 1] in _MAY))
    return False


def _is_conditional(scene: Scene, first: int, head: Trigger) -> bool:
    """«إذا هاجم الجيش المدينة», «في حال استمرار الغارات»: what stands in a condition, up to the comma that ends it."""
    opened = scene.phrases_in("conditions", first, head.index)
    if not opened or scene.forms[opened[-1] - 1] in _WHETHER:
        return False
    between = range(opened[-1] + scene.phrase("conditions", opened[-1]), head.index + 1)
    return not any(scene.forms[k] in _BREAKS or _answers(scene, k) for k in between)


def _answers(scene: Scene, at: int) -> bool:
    """«إذا صح النبأ فهذا …»: a word that opens what follows from the condition."""
    form = scene.forms[at]
    return form in _THEN or (form[0] == "ف" and any(r.conjunction == "ف" for r in scene.readings[at]))


def _is_kept(scene: Scene, first: int, at: int) -> bool:
    """«كاد ينفجر», «على وشك اقتحامها», «قبل أن يتمكن من تفجير نفسه»: what somebody came close to."""
    told = scene.phrases_in("nearly", max(first, at - _KEPT_REACH), at)
    if not told or any(scene.forms[k] in _BREAKS for k in range(told[-1], at)):
        return False
    blown = scene.readings[at][0].lexeme.subtype == _BOMBS and not _SELF.isdisjoint(scene.forms[at + 1 : at + 2])
    return scene.forms[told[-1]] != "قبل" or blown
