"""Who is called upon or accused where no mention stands behind the verb: by a duty, a pronoun, words no list knows, or a deed asked of them."""

from __future__ import annotations

from riwaya.lang.describe import CONTINENTS, is_definite_verbal_noun, is_verbal_noun
from riwaya.model.actor import Actor, Participant
from riwaya.model.mention import Mention
from riwaya.model.span import Span
from riwaya.stages.claim.bare import find_bare_phrase
from riwaya.stages.claim.partners import find_behind, is_only_place
from riwaya.stages.claim.scene import PREPOSITIONS, Scene
from riwaya.stages.claim.trigger import Trigger, is_armed

_ON = frozenset({"علي", "وعلي", "فعلي"})
_THAT = frozenset({"ان", "الا"})
_DUTY_BEFORE, _DUTY_BEHIND, _HELP_REACH = 7, 8, 8
_ADDRESSING = frozenset({"act", "object"})
_HELP = frozenset("مساعده دعم تدخل حمايه عون وساطه اعانه معونه مشوره موافقه مسانده بمساعده بدعم بتدخل بحمايه".split())
_PARTIES = frozenset({"name", "body", "group", "force", "official", "leader", "fighter", "civilian", "named"})
_NO_PARTIES = frozenset({"thing", "document", "media", "source"})
_OWN = ("اءه", "ها", "هم", "هما")
_SENTENCES = 2
_PERSONS = frozenset({"person", "head-of-state"})


def find_duty_bound(scene: Scene, call: Trigger, start: int, end: int) -> Mention | None:
    """Give whose duty a call tells of («يجب على الحركة إلقاء السلاح», «على القادة أن يستقيلوا», «يجب أن تعلم الفصائل …»); None where nobody is told.

    Args:
        scene: The document.
        call: The words that call, which no list has as a word of happening.
        start: First token of the claim.
        end: Token behind the claim.
    """
    around = [
        *reversed(scene.words_in(_ON, max(start, call.index - _DUTY_BEFORE), call.index)),
        *scene.words_in(_ON, call.index + 1, min(end, call.index + call.size + _DUTY_BEHIND)),
    ]
    for k in around:
        mention = find_behind(scene, k, end)
        if mention is not None and mention.tags & _PARTIES and mention.tags.isdisjoint(_NO_PARTIES):
            return mention
    behind = call.index + call.size
    if (foe := _done_to(scene, behind, end)) is not None:
        return foe
    if behind + 2 >= end or scene.forms[behind] not in _THAT:
        return None
    at = behind + 2 + (scene.forms[behind + 2] in ("كل", "جميع"))
    mention = scene.mention_from.get(at)
    plain = mention is not None and not (mention.preposition or mention.conjunction)
    return mention if plain and mention is not None and mention.tags.isdisjoint(_NO_PARTIES) else None


def _done_to(scene: Scene, at: int, end: int) -> Mention | None:
    """«يجب دحر الحركة», «ضرورة ملاحقة المسلحين»: whom the deed that is called for would be done to; None for others than foes."""
    if at + 1 >= end or not any(r.sense.shape == "masdar" and r.lexeme.table == "events" for r in scene.readings[at]):
        return None
    mention = scene.mention_from.get(at + 1)
    armed = mention is not None and is_armed(mention.tags, mention.actor.kind) and not mention.preposition
    return mention if armed else None


def find_pointed(scene: Scene, trigger: Trigger, source: Span | None) -> Mention | None:
    """Give whom the pronoun on a verb of calling or accusing takes up («اتهمه», «وحملها المسؤولية»): who was named last and agrees; None for none.

    Source: anaphora of the nearest fitting noun (Ryding 2005, ch. 12).
    """
    pronoun = trigger.reading.pronoun
    if pronoun not in ("ه", "ها", "هم"):
        return None
    sentence = scene.sentence_of[trigger.index]
    for number in range(sentence, max(-1, sentence - _SENTENCES), -1):
        first, last = scene.annotation.sentences[number]
        for mention in reversed(list(scene.mentions_in(first, min(last, trigger.index)))):
            said = source is not None and mention.span.overlaps(source)
            if not said and _may_mean(scene, pronoun, mention):
                return mention
    return None


def _may_mean(scene: Scene, pronoun: str, mention: Mention) -> bool:
    """«ه» means one man or a movement with a masculine name, «ها» a woman, a state or a movement, «هم» several."""
    if not mention.tags & _PARTIES or mention.tags & _NO_PARTIES or is_only_place(scene, mention):
        return False
    several = mention.number == "pl" and "name" not in mention.tags and "body" not in mention.tags
    if pronoun == "هم" or several:
        return several and pronoun == "هم"
    if mention.actor.kind in _PERSONS or "named" in mention.tags:
        return pronoun == "ه"
    feminine = mention.tags & {"country", "capital"} or scene.forms[mention.head].endswith(("ه", "ات"))
    return bool(feminine) == (pronoun == "ها")


def find_unknown(scene: Scene, trigger: Trigger, source: Span | None, end: int) -> Participant | Mention | None:
    """Give whom words that no list knows tell behind who speaks («ناشد الوزير نقابيي الموانئ …»), or whose help is asked for; None for none."""
    if source is None or not trigger.lexeme.tags >= _ADDRESSING or trigger.reading.pronoun or not trigger.is_verb:
        return None
    at = scene.token_range(source)[1] if scene.tokens[trigger.index].start < source.start else trigger.index + 1
    if at >= end or at - trigger.index > _HELP_REACH:
        return None
    if scene.forms[at] in _HELP:
        helper = scene.mention_from.get(at + 1)
        return helper if helper is not None and not helper.preposition and helper.tags & _PARTIES else None
    form = scene.forms[at]
    if form in CONTINENTS:
        actor = Actor(id=None, name=CONTINENTS[form], kind="unknown")
        return Participant(actor=actor, span=scene.span(at, at + 1))
    if form.endswith(_OWN):
        return None  # «طلب القائد إعفاءه»
    if is_verbal_noun(form) or is_definite_verbal_noun(form) or scene.readings[at] or not scene.tokens[at].is_word:
        return None
    phrase = find_bare_phrase(scene, at, end)
    if phrase is None:
        return None
    behind = scene.token_range(phrase.span)[1]
    led = behind < end and (scene.forms[behind] in PREPOSITIONS or scene.forms[behind].startswith("ب"))
    return phrase if led and trigger.lexeme.type in ("REQUEST", "ACCUSE") else None
