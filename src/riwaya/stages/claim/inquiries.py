"""Inquiries that are held, whatever they are about («فتحت الشرطة تحقيقا», «التحقيقات جارية»)."""

from __future__ import annotations

from riwaya.stages.claim.scene import Scene

_OPENED_REACH, _RUNNING_REACH, _BARE = 6, 4, 3


def is_opened(scene: Scene, at: int) -> bool:
    """Say whether somebody opens the inquiry that is named at ``at``, or it is said to go on.

    «حققت الحكومة أهدافها», «من أجل تحقيق السلام» tell of no inquiry.
    """
    first, last = scene.annotation.sentences[scene.sentence_of[at]]
    opener, running = scene.grammar["inquiry_openers"], scene.grammar["running"]
    before = range(max(first, at - _OPENED_REACH), at)
    opened = next((k for k in reversed(before) if opener.has(scene.forms[k].removeprefix("و"))), None)
    indefinite = not scene.forms[at].startswith("ال") and (opened == at - 1 or scene.forms[at].endswith("ا"))
    if opened is not None and (indefinite or scene.forms[at].endswith("ات")):
        return True
    alone = last - first <= _BARE  # «والتحقيق جار.»: with nothing told of it
    return not alone and not running.singles.isdisjoint(scene.forms[at + 1 : at + _RUNNING_REACH])
