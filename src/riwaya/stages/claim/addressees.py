"""To whom a call, threat or accusation goes, or whom it blames."""

from __future__ import annotations

from riwaya.lang.describe import bare, is_verbal_noun
from riwaya.lang.registry import load_registry
from riwaya.lang.world import country_body
from riwaya.model.actor import Participant
from riwaya.model.mention import Mention
from riwaya.model.span import Span
from riwaya.stages.claim.arguments import Arguments
from riwaya.stages.claim.bare import CAPTIVES, find_bare_phrase
from riwaya.stages.claim.doers import find_told_doers
from riwaya.stages.claim.partners import find_behind
from riwaya.stages.claim.scene import PREPOSITIONS, RELATIVES, Scene
from riwaya.stages.claim.trigger import Trigger

_REACH, _BLAME_REACH, _DEED_REACH = 18, 24, 8
_WHOLE = frozenset("كل جميع كافه اي معظم".split())
_ON = frozenset({"علي"})
_MEDIA = frozenset("بيان تصريح تصريحات مقابله خطاب كلمه موتمر رساله تغريده حديث وقت اعقاب ختام اشاره".split())
_SETTING = frozenset("عقب بعد خلال اثناء قبل في قبيل اثر علي".split())
_BLAMING = frozenset({"accuse", "condemn"})
_OFFICES = frozenset({"official", "leader", "spokesman"})
_FROM, _FROM_OR_ON = frozenset({"من"}), frozenset({"من", "علي"})
_LED, _LED_REACH = frozenset({"علي", "مع", "ضد", "من"}), 3
_SHORTEST_DEED = 4
_PARTIES = frozenset({"name", "body", "group", "force", "official", "leader", "fighter"})


def find_addressee(scene: Scene, words: Arguments, trigger: Trigger, end: int, source: Span | None) -> Mention | None:
    """Give whom a speech act names right behind its verb («دعت الحكومة القبائل إلى …»); None where nobody stands there.

    Who speaks is passed over, and so is how it was said («في بيان»).
    """
    stop = min(end, trigger.index + _REACH)
    k = trigger.index + 1
    spoken = source is not None and scene.tokens[trigger.index].start > source.start
    named_to = -1
    while k < stop:
        if scene.is_that(k) or scene.forms[k] in ".؛:" or words.is_event(k) or _is_harm(scene, trigger, k):
            return None
        if scene.forms[k] in RELATIVES:  # «طالبت الجبهة التي تحتجز جنودا الحكومة بـ…»
            k = next((j + 1 for j in range(k, stop) if scene.forms[j] in "،,"), stop)
            continue
        mention = scene.mention_from.get(k)
        if mention is None:
            k = _behind_members(scene, k)
            continue
        k = mention.last + 1
        if source is not None and mention.span.overlaps(source):
            named_to = k if mention.tags & {"named", "name"} else -1
            continue
        if mention.first == named_to and mention.tags & _OFFICES and not mention.preposition:
            continue  # «دان فلان رئيس الإقليم قصف …»: who he is
        if scene.forms[mention.first - 1] == "لسان":
            continue  # «دعت الحركة على لسان الناطق …»
        led = mention.preposition or scene.forms[mention.first - 1] in PREPOSITIONS
        if led and (mention.tags & {"document", "media"} or _tells_how(scene, mention)):
            continue
        if led and not (mention.preposition == "ل" or scene.forms[mention.first - 1] in _before(trigger)):
            return None
        if spoken and (_is_speaker(scene, mention, k, stop) or _is_named_again(scene, trigger, mention, source)):
            spoken = False
            continue
        return mention
    return None


def _before(trigger: Trigger) -> frozenset[str]:
    """«طلبت من الحكومة», «توعد بالقضاء على المهربين»: prepositions before whom it goes to."""
    return _FROM_OR_ON if trigger.lexeme.type == "THREATEN" else _FROM


def _is_harm(scene: Scene, trigger: Trigger, k: int) -> bool:
    """«دان مقتل الصحفي», «ندد باعتقال الصحفيين»: a deed of harm that is condemned; its victims are not called upon."""
    first = scene.readings[k][:1]
    if trigger.lexeme.subtype != "condemn" or not first or first[0].lexeme.table != "events":
        return False
    return first[0].lexeme.measure is not None and first[0].sense.shape == "masdar"


def _behind_members(scene: Scene, k: int) -> int:
    """«حلفاء بينهم التحالف والاتحاد»: behind those among them; the next token where nobody is told to be."""
    size = scene.phrase("including", k)
    member = scene.mention_from.get(k + size) if size else None
    if member is None:
        return k + 1
    while (more := scene.mention_from.get(member.last + 1)) is not None and more.conjunction:
        member = more
    return member.last + 1


def _tells_how(scene: Scene, mention: Mention) -> bool:
    return not _MEDIA.isdisjoint(scene.forms[max(0, mention.first - 3) : mention.first])


def _is_speaker(scene: Scene, mention: Mention, after: int, stop: int) -> bool:
    """«ودعا الرئيس المواطنين»: of two phrases in a row the first speaks, though it is quoted by a fuller name."""
    if not (mention.definite and mention.tags & {"official", "leader", "body", "source", "spokesman"}):
        return False
    following = scene.mention_from.get(after)
    return following is not None and after < stop and not following.preposition and not following.conjunction


def _is_named_again(scene: Scene, trigger: Trigger, mention: Mention, source: Span | None) -> bool:
    """«قالت الشرطة المحلية … وطلبت الشرطة من الجيش»: right behind the verb stands who speaks, by a word of the fuller name."""
    if source is None or mention.first != trigger.index + 1 or mention.preposition or not mention.definite:
        return False
    if trigger.reading.pronoun:  # «اتهمه الجيش»
        return False
    first, last = scene.token_range(source)
    return (
        scene.forms[mention.head] in scene.forms[first:last]
        or scene.forms[mention.head].removeprefix("ال") in scene.forms[first:last]
    )


def find_burdened(scene: Scene, trigger: Trigger, end: int) -> Mention | None:
    """Give on whom blame is laid («ألقت باللوم على الحركة», «حملت مسؤولية الهجوم على المتشددين»); None where nobody is told."""
    if "blame" not in trigger.lexeme.tags:
        return None
    stop = min(end, trigger.index + _REACH)
    for k in scene.words_in(_ON, trigger.index + 1, stop):
        if any(scene.is_that(j) or scene.forms[j] in ".؛:" for j in range(trigger.index + 1, k)):
            return None
        mention = find_behind(scene, k, end)
        if mention is not None and not mention.tags & {"thing", "place", "area"}:
            return mention
    return None


def find_blamed(scene: Scene, words: Arguments, trigger: Trigger, end: int) -> list[Participant]:
    """Give whose deed is condemned («دان قصف تركيا لقرية», «نددت بالهجمات الإسرائيلية»); [] where nobody is told."""
    if trigger.lexeme.stance not in _BLAMING and trigger.lexeme.type != "SUPPORT":  # «أيدت فرنسا الغارات التركية»
        return []
    for k in range(trigger.index + 1, min(end, trigger.index + _BLAME_REACH)):
        if scene.is_that(k) or scene.forms[k] in ".؛":
            return []
        if not words.is_event(k):
            continue
        told = find_told_doers(scene, k, min(end, k + _BLAME_REACH))
        if told:
            return [Participant(actor=m.actor, span=m.span) for m in told]
        if scene.readings[k][0].lexeme.type == "CONSULT" and scene.forms[k - 1] in _SETTING:
            continue  # «دان في تصريح عقب لقائه بالوزير …»
        mention = scene.mention_from.get(k + 1)
        if mention is not None and not (mention.tags & {"civilian", "thing"} or words.describes(mention)):
            return [Participant(actor=mention.actor, span=mention.span)]
        nation = load_registry().demonym(scene.forms[k + 1]) if k + 1 < end else None
        if nation is not None and nation.country is not None:
            actor = country_body(nation.country, "government")
            return [Participant(actor=actor, span=scene.tokens[k + 1].span)]
        return []
    return []


def find_menaced(scene: Scene, trigger: Trigger, end: int) -> Mention | Participant | None:
    """Give whom the deed that is threatened or vowed would be done to («توعد باستهداف القواعد», «هدد بقطع الهدنة مع الحكومة»); None for none.

    Source: the maṣdar with «ب» as object of a verb of speaking (Ryding 2005, ch. 16).
    """
    if trigger.lexeme.type != "THREATEN":
        return None
    deed = next(
        (k for k in range(trigger.index + 1, min(end, trigger.index + _DEED_REACH)) if _is_deed(scene, k)), None
    )
    if deed is None or any(scene.forms[k] in ".،؛" for k in range(trigger.index + 1, deed)):
        return None
    at = deed + 1
    while at < end and (scene.forms[at] in _WHOLE or at in scene.counted):
        at += 1
    if at < end and bare(scene.forms[at]) in CAPTIVES:  # «هدد بإعدام الرهينة»
        return find_bare_phrase(scene, at, end)
    mention = scene.mention_from.get(at)
    if mention is None or mention.preposition:
        led = next((k for k in range(at, min(end, at + _LED_REACH)) if scene.forms[k] in _LED), None)
        mention = find_behind(scene, led, end) if led is not None else None
    return mention if mention is not None and "document" not in mention.tags else None


def _is_deed(scene: Scene, k: int) -> bool:
    """«باستهداف», «بمحاربة», «بالقضاء»: a maṣdar that «ب» leads to."""
    form = scene.forms[k]
    found = any(r.preposition == "ب" and r.sense.shape == "masdar" for r in scene.readings[k])
    of = scene.forms[k + 1 : k + 2]  # «هدد بقطع الهدنة»
    if form.startswith("ب") and len(form) >= _SHORTEST_DEED and of and of[0].startswith("ال"):
        found = found or (k not in scene.mention_over and k not in scene.set_in)
    return found or (form.startswith("ب") and k not in scene.mention_over and is_verbal_noun(form.removeprefix("ب")))


def find_warned(scene: Scene, trigger: Trigger) -> Mention | None:
    """Give whose deed a warning is about («حذر من أن رفض الحكومة …»); None where nobody's deed opens what is warned of."""
    if trigger.lexeme.type != "THREATEN":
        return None
    _, end = scene.annotation.sentences[scene.sentence_of[trigger.index]]
    that = next((k for k in range(trigger.index + 1, min(end, trigger.index + _BLAME_REACH)) if scene.is_that(k)), None)
    if that is None or that + 2 >= end:
        return None
    deed, mention = scene.readings[that + 1], scene.mention_from.get(that + 2)
    if mention is None or mention.preposition or not any(r.sense.shape in ("masdar", "noun") for r in deed):
        return None
    told = any(r.lexeme.table in ("events", "speech") for r in deed)
    return mention if told and mention.tags & _PARTIES and not mention.tags & {"civilian", "thing"} else None
