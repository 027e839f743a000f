"""Whom a pronoun on a word of harm means («اعتقاله», «أطلق سراحه», «حاصره رجال الأمن»)."""

from __future__ import annotations

from riwaya.model.mention import Mention
from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.trigger import Trigger

_ONE = frozenset({"ه", "ها"})
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
        named = [m for m in scene.mentions_in(first, min(last, trigger.index)) if _is_one(m)]
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
