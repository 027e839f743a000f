"""To whom a call, threat or accusation goes, or whom it blames."""

from __future__ import annotations

from riwaya.lang.registry import load_registry
from riwaya.lang.world import country_body
from riwaya.model.actor import Participant
from riwaya.model.mention import Mention
from riwaya.model.span import Span
from riwaya.stages.claim.arguments import Arguments
from riwaya.stages.claim.doers import find_told_doers
from riwaya.stages.claim.scene import PREPOSITIONS, Scene
from riwaya.stages.claim.trigger import Trigger

_REACH, _BLAME_REACH = 18, 24
_MEDIA = frozenset("بيان تصريح تصريحات مقابله خطاب كلمه مؤتمر رساله تغريده حديث وقت اعقاب ختام اشاره".split())
_BLAMING = frozenset({"accuse", "condemn"})


def find_addressee(scene: Scene, words: Arguments, trigger: Trigger, end: int, source: Span | None) -> Mention | None:
    """Give whom a speech act names right behind its verb («دعت الحكومة القبائل إلى …»); None where nobody stands there.

    Who speaks is passed over, and so is how it was said («في بيان»).
    """
    stop = min(end, trigger.index + _REACH)
    k = trigger.index + 1
    spoken = source is not None and scene.tokens[trigger.index].start > source.start
    while k < stop:
        if scene.is_that(k) or scene.forms[k] in ".؛:" or words.is_event(k):
            return None
        mention = scene.mention_from.get(k)
        if mention is None:
            k += 1
            continue
        k = mention.last + 1
        if source is not None and mention.span.overlaps(source):
            continue
        led = mention.preposition or scene.forms[mention.first - 1] in PREPOSITIONS
        if led and (mention.tags & {"document", "media"} or _tells_how(scene, mention)):
            continue
        if led and not (mention.preposition == "ل" or scene.forms[mention.first - 1] == "من"):
            return None
        if spoken and _is_speaker(scene, mention, k, stop):
            spoken = False
            continue
        return mention
    return None


def _tells_how(scene: Scene, mention: Mention) -> bool:
    return any(f in _MEDIA for f in scene.forms[max(0, mention.first - 3) : mention.first])


def _is_speaker(scene: Scene, mention: Mention, after: int, stop: int) -> bool:
    """«ودعا الرئيس المواطنين»: of two phrases in a row the first speaks, though it is quoted by a fuller name."""
    if not (mention.definite and mention.tags & {"official", "leader", "body", "source", "spokesman"}):
        return False
    following = scene.mention_from.get(after)
    return following is not None and after < stop and not following.preposition and not following.conjunction


def find_blamed(scene: Scene, words: Arguments, trigger: Trigger, end: int) -> list[Participant]:
    """Give whose deed is condemned («دان قصف تركيا لقرية», «نددت بالهجمات الإسرائيلية»); [] where nobody is told."""
    if trigger.lexeme.stance not in _BLAMING:
        return []
    for k in range(trigger.index + 1, min(end, trigger.index + _BLAME_REACH)):
        if scene.is_that(k) or scene.forms[k] in ".؛":
            return []
        if not words.is_event(k):
            continue
        told = find_told_doers(scene, k, min(end, k + _BLAME_REACH))
        if told:
            return [Participant(actor=m.actor, span=m.span) for m in told]
        mention = scene.mention_from.get(k + 1)
        if mention is not None and not mention.tags & {"civilian", "thing"}:
            return [Participant(actor=mention.actor, span=mention.span)]
        nation = load_registry().demonym(scene.forms[k + 1]) if k + 1 < end else None
        if nation is not None and nation.country is not None:
            actor = country_body(nation.country, "government")
            return [Participant(actor=actor, span=scene.tokens[k + 1].span)]
        return []
    return []
