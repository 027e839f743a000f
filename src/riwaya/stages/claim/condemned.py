"""On whom a sentence was passed or carried out («حكم القتل في الجاني», «قضت المحكمة بسجن …», «حكمت عليه»)."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model.mention import Mention
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.scene import Scene

_SENTENCES = frozenset({"sentence", "execute"})
_REACH, _PRONOUN_REACH, _BETWEEN_REACH = 12, 6, 5
_ON = frozenset("في علي بحق".split())
_EACH = frozenset('كل من كلا المدعو المدعوه المدعوين : « "'.split())
"""Words between the preposition and whom it brings in («في كل من: …», «في المدعو …»)."""
_PENALTIES = frozenset("باعدام بسجن بحبس بجلد بنفي باعدامهم بسجنهم".split())
_ON_THEM = frozenset("عليه عليها عليهم عليهما بحقه بحقها بحقهم بحقهما".split())
_PEOPLE = frozenset({"person", "victim", "civilian", "fighter", "leader", "official", "relative", "named"})


def passes_sentence(happening: Happening) -> bool:
    """Say whether a happening is a judgement or an execution by one."""
    return happening.head.act is None and happening.head.lexeme.subtype in _SENTENCES


def find_condemned(scene: Scene, happening: Happening, end: int) -> Mention | None:
    """Give whom a sentence is against, by «في», «على», «بحق», «ب» or the penalty; None where nobody is told behind it."""
    if not passes_sentence(happening):
        return None
    first = happening.head.index + happening.head.size
    for k in range(first, min(end, first + _REACH)):
        form = scene.forms[k]
        if form in ".؛" or scene.is_that(k) or (k > first and scene.is_finite(k)):
            return None
        mention = scene.mention_from.get(k)
        if mention is not None and mention.preposition == "ب" and mention.tags & _PEOPLE:
            return mention
        if form in _ON or form in _PENALTIES:
            found = _behind(scene, k + 1, end)
            if found is not None:
                return found
    return None


def _behind(scene: Scene, k: int, end: int) -> Mention | None:
    stop = min(end, k + _BETWEEN_REACH)
    while k < stop and k not in scene.mention_from and (scene.forms[k] in _EACH or k in scene.counted):
        k += 1
    mention = scene.mention_from.get(k) if k < stop else None
    return mention if mention is not None and mention.tags & _PEOPLE and not mention.preposition else None


def is_on_them(scene: Scene, happening: Happening) -> bool:
    """Say whether a sentence is passed on those told of before («حكمت عليهما», «بسجنه»)."""
    if not passes_sentence(happening):
        return False
    head = happening.head
    near: Sequence[int] = scene.words_in(
        _ON_THEM, max(0, head.index - _PRONOUN_REACH), head.index + head.size + _PRONOUN_REACH
    )
    return bool(near) or bool(head.reading.pronoun)
