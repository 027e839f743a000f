"""What is struck where the subject of the verb is a happening («استهدف هجوم مركزا», «دمر انفجار حيا»)."""

from __future__ import annotations

from riwaya.model.actor import Participant
from riwaya.model.mention import Mention
from riwaya.stages.claim.arguments import Arguments
from riwaya.stages.claim.bare import find_bare_phrase
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.partners import is_weapon
from riwaya.stages.claim.scene import PREPOSITIONS, RELATIVES, SUBORDINATORS, Scene
from riwaya.stages.claim.trigger import UNDOING, Trigger, is_armed

_REACH = 14
_SELF = frozenset("نفسه نفسها انفسهم نفسيهما".split())
_TOPIC_REACH = 14
_ON_OBJECT = frozenset({"ala-object", "with-ala"})
_ON, _ON_REACH = frozenset({"علي"}), 5
_BLOWS = frozenset({"attack", "strike", "bombard", "raid", "shoot"})
_STRIKING = _BLOWS | {"bombing", "operation"}
_MANNERS = frozenset(
    "نطاق غرار الارض الارجح الاقل الاكثر مدي مدار خلفيه اثر الفور التوالي الاطلاق العموم الخصوص مستوي صعيد متن حين قدم وساق ايدي يد مراي مسافه بعد مقربه امتداد طول الرغم رغم رووس راس حقوق حقوقه حقوقهم اساس سبيل حد قيد حافه الهواء اكثر وجه نحو عده محاور محور جبهات الجبهات".split()
)
"""Nouns that with «على» tell how, where or how far, not whom."""


def has_event_before(scene: Scene, happening: Happening, verb: Trigger) -> bool:
    """Say whether the subject of a verb is the happening named before it («غارة استهدفت …»)."""
    if verb.reading.conjunction or verb.reading.pronoun or verb.lexeme.object != "target":
        return False
    if not _SELF.isdisjoint(scene.forms[verb.index + 1 : verb.index + 4]):  # «فجر مهاجم نفسه»
        return False
    if verb.index and scene.forms[verb.index - 1] in SUBORDINATORS:  # «وقع الهجوم عندما فجر مسلح …»
        return False
    before = [t for t in happening.triggers if t.index < verb.index and not t.is_verb and not t.is_harm]
    if not before or verb.index - before[-1].index > _REACH:
        return False
    return not (before[-1].reading.preposition == "ب" and _has_subject_and_object(scene, verb))


def _has_subject_and_object(scene: Scene, verb: Trigger) -> bool:
    """«وبهجوم صاروخي استهدف المقاتلون المطار»: behind the verb stand who does it and what is struck, and the deed is only how."""
    subject = scene.mention_from.get(verb.index + 1)
    if subject is None or subject.preposition or not is_armed(subject.tags, subject.actor.kind):
        return False
    struck = scene.mention_from.get(subject.last + 1)
    return struck is not None and not (struck.preposition or struck.conjunction)


def find_topic_verb(scene: Scene, verb: Trigger) -> int | None:
    """Give the verb whose object pronoun takes up the happening that is the subject of a verb joined to it; None for none.

    «هجوم شنه مسلحون واستهدف مركزا»: the happening is the topic of both, so that who stands behind the second is struck.
    """
    sense = verb.reading.sense
    if verb.reading.conjunction != "و" or verb.reading.pronoun or sense.number != "sg":
        return None
    if verb.lexeme.object != "target" or verb.lexeme.measure is not None or sense.shape.startswith("passive"):
        return None
    first, _ = scene.annotation.sentences[scene.sentence_of[verb.index]]
    start = max(first, verb.index - _TOPIC_REACH)
    before = next((k for k in range(verb.index - 1, start, -1) if scene.is_finite(k)), None)
    if before is None or scene.readings[before][0].pronoun != ("ها" if sense.gender == "f" else "ه"):
        return None
    return before if any(scene.readings[k].uncounted_event for k in range(start, before)) else None


def find_event_subject(scene: Scene, happening: Happening, verb: Trigger) -> Trigger | None:
    """Give the happening right behind a verb that it is the subject of; None where somebody or nothing stands there."""
    if verb.lexeme.object != "target" or verb.reading.pronoun or verb.reading.sense.number != "sg":
        return None
    if verb.lexeme.subtype in UNDOING:
        return None  # «أن الشرطة أحبطت هجوما»
    for other in happening.triggers:
        led = scene.forms[other.index - 1] in PREPOSITIONS  # «قتل في الغارة»
        led = led or (
            other.index > verb.index + verb.size and verb.index + verb.size in scene.mention_over
        )  # «صد الجيش هجوما»
        if verb.index < other.index <= verb.index + 2 and not (other.is_verb or other.is_harm or led):
            return other if other.reading.preposition == "" and not other.reading.pronoun else None
    return _one_of_events(scene, verb)


def _one_of_events(scene: Scene, verb: Trigger) -> Trigger | None:
    """«استهدفت إحدى الغارات عربة»: the happening that is the subject, where it is a claim of its own."""
    k = verb.index + verb.size
    k += scene.forms[k : k + 1] in (("احدي",), ("احد",))
    if k >= len(scene.readings) or not scene.readings[k].uncounted_event:
        return None
    reading = scene.readings[k][0]
    led = reading.preposition or reading.conjunction or reading.pronoun
    strikes = verb.lexeme.type == "ASSAULT" and reading.lexeme.subtype in _STRIKING
    return None if led or not strikes else Trigger(index=k, size=1, reading=reading)


def find_struck(scene: Scene, words: Arguments, event: Trigger, end: int) -> Mention | Participant | None:
    """Give the object behind a happening that is the subject, and behind what belongs to it; None where none is told.

    Source: verb-subject-object order of written Arabic (Ryding 2005, ch. 3).
    """
    k = event.index + event.size
    while k < min(end, event.index + _REACH):
        mention = scene.mention_from.get(k)
        if mention is not None:
            if _may_be_struck(scene, words, mention, by=event):
                return mention
            k = mention.last + 1
            continue
        if scene.forms[k] in ".،؛:" or scene.forms[k] in RELATIVES or scene.is_finite(k) or scene.is_that(k):
            return None
        alef = scene.forms[k][-1] == "ا"
        bare = find_bare_phrase(scene, k, end, accusative=alef) if _is_accusative(scene, words, k) else None
        if bare is not None:
            return bare
        k += 1
    return None


def _may_be_struck(scene: Scene, words: Arguments, mention: Mention, *, by: Trigger) -> bool:
    """A force right behind an indefinite blow strikes («استهدف قصف قوات كذا حيا»); behind «الهجوم» it is struck."""
    if mention.preposition or words.is_led(mention.first) or ("force" in mention.tags and not by.reading.definite):
        return False
    return not (is_weapon(scene, mention) or words.describes(mention))


def _is_accusative(scene: Scene, words: Arguments, k: int) -> bool:
    """«مبنى», «مركزا», «حيا»: an indefinite object shows it by its ending."""
    return scene.forms[k].endswith(("ا", "ي")) and not words.is_led(k) and not scene.readings[k]


def find_bare_struck(scene: Scene, happening: Happening, end: int) -> Participant | None:
    """Give what a blow fell on by «على» where no list knows it («هجوم مسلح على منتجع»); None where «على» tells how or where."""
    event = happening.head
    takes = not _ON_OBJECT.isdisjoint(event.tags)
    if not takes and (event.is_verb or event.lexeme.subtype not in _BLOWS):
        return None
    first = event.index + event.size
    for k in scene.words_in(_ON, first, min(end - 1, first + _ON_REACH)):
        parted = any(scene.is_finite(j) or scene.forms[j] in ".،؛:" for j in range(first, k))
        if parted or scene.phrase("by_agent", k):
            return None
        if scene.forms[k + 1] not in _MANNERS:
            return find_bare_phrase(scene, k + 1, end)
    return None
