"""Who was found dead: «عثر على الحارس مقتولا», «مدنيا واحدا عثر عليه مقتولا»."""

from __future__ import annotations

from riwaya.model.mention import Mention
from riwaya.stages.claim.harms import Harm
from riwaya.stages.claim.scene import Scene

FINDS = frozenset({"ar.verbs.عثر", "ar.events.عثر"})
"""Entries of finding."""
_REACH = 9
_ON_HIM = (("عليه",), ("عليها",), ("عليهما",))
_BEHIND = frozenset("واحد واحدا واحده قد اخر".split())
"""What may stand between somebody and the verb of finding behind."""


def find_found(scene: Scene, harm: Harm) -> Mention | None:
    """Give whom an indefinite passive participle tells to be dead where he was found; None where it tells of nobody, or of a number."""
    if harm.reading.sense.shape != "passive" or harm.reading.definite or harm.reading.conjunction:
        return None
    first, _ = scene.annotation.sentences[scene.sentence_of[harm.at]]
    before = range(harm.at - 1, max(first, harm.at - _REACH) - 1, -1)
    verb = next((k for k in before if any(r.lexeme.id in FINDS for r in scene.readings[k][:2])), None)
    if verb is None:
        return None
    if scene.forms[verb + 1 : verb + 2] in _ON_HIM:
        k = verb - 1
        while k > first and scene.forms[k] in _BEHIND:
            k -= 1
        return scene.mention_over.get(k)
    whom = [m for m in scene.mentions_in(verb + 1, harm.at + 1) if scene.forms[m.first - 1] == "علي"]
    return whom[0] if whom and whom[0].first - 1 not in scene.counted else None
