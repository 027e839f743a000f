"""Whether a word that acts «على» somebody is followed by whom it acts on."""

from __future__ import annotations

from riwaya.lang.courts import COURT
from riwaya.stages.claim.scene import COUNTABLE, Scene

_ON_THEM = frozenset({"عليه", "عليها", "عليهم", "عليهما"})
_NEAR, _FAR = 3, 24


def acts_on(scene: Scene, at: int) -> bool:
    """Say whether «على» follows the word at ``at``: at once, or behind the doer, a day or an aside where it leads to people.

    «قضت مفرزة للجيش، الاثنين، على مسلحين», «قضت القوات في كمين على ثلاثة».
    """
    for k in range(at + 1, min(at + _FAR, len(scene.forms) - 1)):
        if scene.forms[k] in ".؛" or _is_court(scene, k):  # «قضت محكمة بالسجن على ثلاثة»
            return False
        if scene.forms[k] in _ON_THEM and k <= at + _NEAR:
            return True  # «ألقوا القبض عليهم»
        if scene.forms[k] == "علي":
            whom = scene.mention_from.get(k + 1)
            people = k + 1 in scene.counted or (whom is not None and not whom.tags.isdisjoint(COUNTABLE))
            if k <= at + _NEAR or people:
                return True
    return False


def _is_court(scene: Scene, at: int) -> bool:
    mention = scene.mention_from.get(at)
    return mention is not None and mention.actor.kind == COURT
