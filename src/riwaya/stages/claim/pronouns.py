"""Whom a pronoun on a verb takes up, and whom one on a word of harm means («اعتقاله», «أطلق سراحه», «حاصره رجال الأمن»)."""

from __future__ import annotations

from riwaya.model.mention import Mention
from riwaya.stages.claim.scene import PREPOSITIONS, RELATIVES, Scene
from riwaya.stages.claim.trigger import Trigger

_ONE = frozenset({"ه", "ها"})
_THIRD = _ONE | {"هم", "هما"}
_BETWEEN = frozenset("قد كان كانت لم".split())
_PERSONS = frozenset({"person", "head-of-state"})
_SINGLE = frozenset({"victim", "official", "civilian", "relative", "leader", "fighter"})
_SENTENCES = 2
"""Sentences looked at, the word's own counted: whom a pronoun means was named shortly before."""


def find_meant(scene: Scene, trigger: Trigger) -> Mention | None:
    """Give the one person named last before a word of harm that bears a pronoun of one person; None where nobody was.

    Only words that happen to people are asked, so that «قصفها» of a town finds nobody. Who is named under a preposition
    or as somebody else's («والده») is passed over for who is not, in one sentence.

    Source: anaphora of the nearest subject (Ryding 2005, ch. 12).
    """
    if (
        trigger.reading.pronoun not in _ONE
        or trigger.lexeme.measure is None
        or not (trigger.is_harm or _frees(trigger))
    ):
        return None
    sentence = scene.sentence_of[trigger.index]
    for number in range(sentence, max(-1, sentence - _SENTENCES), -1):
        first, last = scene.annotation.sentences[number]
        named = [
            m for m in scene.mentions_in(first, min(last, trigger.index))
            if _is_one(m) and _may_mean(scene, trigger.reading.pronoun, m)
        ]  # fmt: skip
        bare = [m for m in named if not m.preposition]
        if named:
            return (bare or named)[-1]
    return None


def _frees(trigger: Trigger) -> bool:
    return trigger.lexeme.measure == "freed"


def _is_one(mention: Mention) -> bool:
    """Say whether one person is told: by name, or as one of a kind («الصحفي»)."""
    if mention.actor.kind in _PERSONS and mention.number == "sg":
        return True
    return mention.number == "sg" and bool(mention.tags & _SINGLE) and "thing" not in mention.tags


def _may_mean(scene: Scene, pronoun: str, mention: Mention) -> bool:
    """«ها» means no president and «ه» no mother; a name alone does not tell."""
    if mention.tags & {"named", "name"}:
        return True
    return scene.forms[mention.head].endswith("ه") == (pronoun == "ها")


def find_taken_up(scene: Scene, verb: Trigger) -> Mention | None:
    """Give whom the object pronoun of a verb takes up («المعسكر الذي هاجمه …», «حافلة هاجمها …»); None where another clause named them.

    Source: the resumptive pronoun of relative and topic clauses (Ryding 2005, ch. 14).
    """
    if verb.reading.pronoun not in _THIRD or verb.lexeme.object != "target" or verb.reading.conjunction:
        return None
    k = verb.index - 1
    while k >= 0 and scene.forms[k] in _BETWEEN:
        k -= 1
    if k < 0:
        return None
    relative = scene.forms[k] in RELATIVES
    k -= relative
    while k > 0 and (scene.forms[k] in '»")' or (_tells_where(scene, k) and not relative)):
        k -= 1
    mention = scene.mention_over.get(k)
    if mention is None or (not relative and (mention.preposition or scene.forms[mention.first - 1] in PREPOSITIONS)):
        return None
    return mention if relative or _agrees(scene, verb.reading.pronoun, mention) else None


def _tells_where(scene: Scene, k: int) -> bool:
    """«ثكنة في الوادي هاجمها …», «حافلة قرب الجسر …»."""
    if k in scene.mention_over:
        return False
    return k in scene.set_in or not {scene.forms[k], scene.forms[k - 1]}.isdisjoint(PREPOSITIONS)


def _agrees(scene: Scene, pronoun: str, mention: Mention) -> bool:
    """«حافلة … ها», «مركزا … ه», «جنودا … هم»: things in the plural are feminine."""
    if mention.number == "sg":
        return pronoun == ("ها" if scene.forms[mention.head].endswith("ه") else "ه")
    return pronoun == ("ها" if "thing" in mention.tags else "هما" if mention.number == "du" else "هم")
