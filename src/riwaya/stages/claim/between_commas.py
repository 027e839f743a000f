"""Days, places and hours set between commas behind a verb or its subject («اعتقل الجيش، مساء الاثنين، شابا»)."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model.mention import Mention
from riwaya.stages.claim.scene import PREPOSITIONS, RELATIVES, Scene
from riwaya.stages.claim.trigger import Trigger, is_armed

_REACH = 10
"""Words of a day and place between commas."""
_HOURS = frozenset(
    "وقت ساعه ساعات الساعات الاولي مبكر مبكره متاخر متاخره سابق لاحق بيان بدايه نهايه مطلع اواخر اوايل منتصف اليوم امس".split()
)
"""Words of an hour («في وقت مبكر», «في ساعة متأخرة من مساء أمس»), and where a deed is announced."""
_CLAUSE = 12
_COMMAS = "،,"


def over_aside(scene: Scene, comma: int, end: int, found: Sequence[Mention]) -> int:
    """Give the token behind a day, hour or place between commas, or behind a comma that parts a force from what it struck.

    «أصيب، مساء الأحد، شاب», «قصفت الطائرات، أمس، مواقع», «خطف مسلحون، فجر اليوم، ثلاثة معلمين», «قصف الطيران، عربة»;
    ``comma`` itself where none stands, and where no object may follow.

    Source: punctuation of Arabic news; order of the complements of a verb (Ryding 2005, ch. 3).
    """
    if (relative := _over_relative(scene, comma, end)) > comma:
        return relative if _may_be_object(scene, relative) else comma
    k = _over_setting(scene, comma + 1, min(end, comma + _REACH))
    if k == comma + 1:
        return k if _is_struck(scene, k, found) else comma
    if k >= end or scene.forms[k] not in _COMMAS:
        return comma
    return k + 1 if not found or _may_be_object(scene, k + 1) else comma


def parts_object(scene: Scene, verb: Trigger, at: int) -> bool:
    """«قصفت طائرات الحلف، الذي تقوده بلاده، مركبات»: the relative clause at ``at`` stands between a verb's subject and its object."""
    if not verb.is_verb or verb.lexeme.object != "target" or verb.reading.pronoun or scene.forms[at] not in RELATIVES:
        return False
    subject = scene.mention_from.get(verb.index + verb.size)
    if subject is None or subject.preposition or subject.last + 2 != at:
        return False
    behind = _over_relative(scene, at - 1, len(scene.forms))
    return behind >= at and _may_be_object(scene, behind)


def _over_relative(scene: Scene, comma: int, end: int) -> int:
    """«قصفت طائرات التحالف، الذي تقوده بلاده، مركبات», «احتجز المسلحون، الذين …، طلابا»: the token behind a relative clause between commas; ``comma`` for none."""
    if comma + 1 >= end or scene.forms[comma + 1] not in RELATIVES:
        return comma
    stop = min(end, comma + _CLAUSE)
    closing = next((k for k in range(comma + 2, stop) if scene.forms[k] in "،,.؛"), None)
    return closing + 1 if closing is not None and scene.forms[closing] in _COMMAS and closing + 1 < end else comma


def opens_behind(scene: Scene, verb: int, comma: int, found: Sequence[Mention]) -> int:
    """Give the token behind a comma that ends the day right behind a verb («استشهد صباح الثلاثاء، مواطن»); ``comma`` elsewhere."""
    if found or scene.forms[comma] not in _COMMAS or comma == verb + 1:
        return comma
    return comma + 1 if _over_setting(scene, verb + 1, comma) == comma else comma


def _over_setting(scene: Scene, k: int, stop: int) -> int:
    """Give the first token from ``k`` that tells no day, hour or place."""
    while k < stop and (k in scene.set_in or scene.forms[k] in PREPOSITIONS or scene.forms[k] in _HOURS):
        k += 1
    return k


def _may_be_object(scene: Scene, k: int) -> bool:
    """An indefinite thing or person, or those who are counted, that nothing joins to what stands before."""
    if k in scene.counted or k in scene.hedging:
        return not scene.forms[k].startswith("و")
    mention = scene.mention_from.get(k)
    return mention is not None and not (mention.definite or mention.conjunction or mention.preposition)


def _is_struck(scene: Scene, k: int, found: Sequence[Mention]) -> bool:
    """«قصف طيران الجيش، آلية مدنية»: behind somebody armed an indefinite thing is no more of who they are."""
    mention = scene.mention_from.get(k)
    if len(found) != 1 or mention is None or mention.definite or mention.conjunction or mention.preposition:
        return False
    return "thing" in mention.tags and "thing" not in found[0].tags and is_armed(found[0].tags, found[0].actor.kind)
