"""Deeds that are named as known and yet told of with something new («بعد التفجير الذي وقع أمس», «منذ سيطرتها على المدينة»)."""

from __future__ import annotations

from riwaya.model.word import Reading
from riwaya.stages.claim.scene import RELATIVES, Scene
from riwaya.stages.claim.trigger import VIOLENT

_ON = ("علي",)
_PRONOUN_REACH, _SETTING_REACH = 4, 8
"""Tokens from the deed to the pronoun of its clause, and from the verb there to a day or a place."""


def says_more(scene: Scene, at: int, reading: Reading) -> bool:
    """Say whether what was taken, for how long («حصارها لمدة يومين»), or in a clause of its own when or where it came about, is told behind a deed at ``at``.

    Source: annotation guideline, «the same happening told again … with something new, is another claim».
    """
    first = at + 1
    if reading.pronoun and not reading.is_finite and reading.lexeme.type in VIOLENT:
        if reading.lexeme.subtype == "seize" and scene.forms[first : first + 1] == _ON:
            return True
        return any(first <= a <= first + 1 for a, _, _ in scene.time_ranges.near(first, first + 1))
    if reading.is_finite or reading.lexeme.type not in VIOLENT:
        return False
    told = scene.words_in(RELATIVES, first, first + _PRONOUN_REACH)[:1]
    verb, last = (told[0] + 1 if told else first), scene.annotation.sentences[scene.sentence_of[at]][1]
    if not told or verb >= last or not _comes_about(scene, verb):
        return False
    stop = min(last, verb + _SETTING_REACH)
    settings = (scene.time_ranges, scene.place_ranges)
    return any(verb < a < stop for ranges in settings for a, _, _ in ranges.near(verb, stop))


def _comes_about(scene: Scene, at: int) -> bool:
    """«وقع», «شهدته»."""
    return any(
        ("comes-about" in r.lexeme.tags and r.is_finite) or r.lexeme.id == "ar.verbs.شهد" for r in scene.readings[at]
    )
