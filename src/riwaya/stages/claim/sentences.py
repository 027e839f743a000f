"""Sentences of death: which words are one, whether it is carried out, and for what."""

from __future__ import annotations

from riwaya.model.word import Lexeme
from riwaya.stages.claim.scene import Scene

_SENTENCES = frozenset(
    f"ar.events.{noun}" for noun in ("حكم-القتل", "حكم-الإعدام", "حكم-القصاص", "حد-الحرابة", "عقوبة-الإعدام")
)
_DONE = frozenset({"ar.events.نفذ"})
_DONE_REACH = 5
CRIMES = frozenset(
    "ل" + masdar + whose
    for masdar in ("اقدام", "قيام", "ارتكاب", "تورط", "ضلوع", "اشتراك", "قتل", "ادانت", "تهريب", "انضمام", "جلب")
    for whose in ("ه", "ها", "هما", "هم")
)
"""«لإقدامه على قتل …»: for what somebody is put to death."""


def is_sentence_of_death(lexeme: Lexeme) -> bool:
    """Say whether an entry is a sentence of death, carried out or not («حكم الإعدام»)."""
    return lexeme.id in _SENTENCES


def is_carried_out(scene: Scene, at: int) -> bool:
    """Say whether the sentence at ``at`` is carried out («نفذت الوزارة حكم القتل», «تم تنفيذ حكم الإعدام»)."""
    before = range(max(0, at - _DONE_REACH), at)
    return any(r.lexeme.id in _DONE for k in before for r in scene.readings[k][:2])


def find_crime(scene: Scene, start: int, end: int) -> int | None:
    """Give the token in ``[start, end)`` at which a sentence says for what it was («لإقدامه على …»); None where it does not."""
    return next(iter(scene.words_in(CRIMES, start, end)), None)
