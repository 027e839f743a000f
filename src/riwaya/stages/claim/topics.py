"""Whom a clause is about: who stands before a verb, with a clause of their own between («القائد الذي …، قتل»)."""

from __future__ import annotations

from riwaya.model.mention import Mention
from riwaya.stages.claim.scene import PREPOSITIONS, RELATIVES, Scene

_REACH = 45
"""Tokens from the verb back to whom it is about, at most."""
_OPENERS = frozenset("كان كانت وكان وكانت فكان اما واما ان وان فان بان".split())
_HELD = frozenset("يعتقد يظن يقال قيل يرجح يزعم عرف يعرف".split())
"""Before «بأنه»: what is held of them only describes them («الذي يعتقد بأنه كان يدير …»)."""
_BEFORE_RELATIVE = frozenset('،,»")')


def find_topic(scene: Scene, at: int) -> Mention | None:
    """Give who opens the clause of the verb at ``at`` and is told of in a relative clause before it.

    The relative pronoun stands right behind them, their name or a comma, and agrees with them in number. None where the
    verb is joined to another one, where nobody opens the clause, or where they stand under a preposition.

    Source: relative clauses of written Arabic (Ryding 2005, ch. 14).
    """
    first, _ = scene.annotation.sentences[scene.sentence_of[at]]
    floor = max(first, at - _REACH)
    for pronoun in reversed(scene.words_in(RELATIVES, floor, at)):
        k = pronoun - 1
        while k > floor and scene.forms[k] in _BEFORE_RELATIVE:
            k -= 1
        who = scene.mention_over.get(k)
        if who is not None and _opens(scene, who, first):
            return who if _is_closed(scene, pronoun, at) else None
    return None


def _opens(scene: Scene, who: Mention, first: int) -> bool:
    """Say whether somebody stands at the head of a clause: first in the sentence, behind «أن» or «كان»."""
    title = scene.mention_over.get(who.first - 1)
    before = title.first - 1 if title is not None and title.definite and not title.preposition else who.first - 1
    if who.preposition or (before >= 0 and scene.forms[before] in PREPOSITIONS):
        return False
    opened = before < first or scene.forms[before] in _OPENERS or scene.is_that(before) or scene.forms[before] in ".:؛"
    return opened or before in scene.telling


def _is_closed(scene: Scene, pronoun: int, at: int) -> bool:
    """Say whether nothing but one relative clause stands from its pronoun to the verb at ``at``."""
    return not any(
        scene.forms[k] in ".؛:" or (scene.is_that(k) and scene.forms[k - 1] not in _HELD) for k in range(pronoun, at)
    )
