"""Deeds that are named as known and yet told of with something new («بعد التفجير الذي وقع أمس», «منذ سيطرتها على المدينة»)."""

from __future__ import annotations

from riwaya.model.word import Reading
from riwaya.stages.claim.scene import RELATIVES, Scene
from riwaya.stages.claim.trigger import VIOLENT

_ON, _FROM = ("علي",), ("من",)
_PRONOUN_REACH, _SETTING_REACH = 4, 8
"""Tokens from the deed to the pronoun of its clause, and from the verb there to a day or a place."""


def says_more(scene: Scene, at: int, reading: Reading) -> bool:
    """Say whether what was taken, for how long («حصارها لمدة يومين»), or in a clause of its own when or where it came about, is told behind a deed at ``at``.

    Source: annotation guideline, «the same happening told again … with something new, is another claim».
    """
    first = at + 1
    if reading.pronoun and not reading.is_finite and reading.lexeme.type in VIOLENT:
        behind = scene.forms[first : first + 1]
        if reading.lexeme.subtype == "seize" and (
            behind == _ON or (behind == _FROM and first + 1 in scene.mention_from)
        ):
            return True  # «تحريرها من المسلحين»
        return any(first <= a <= first + 1 for a, _, _ in scene.time_ranges.near(first, first + 1))
    if reading.is_finite or reading.lexeme.type not in VIOLENT:
        return False
    told = scene.words_in(RELATIVES, first, first + _PRONOUN_REACH)[:1]
    verb, last = (told[0] + 1 if told else first), scene.annotation.sentences[scene.sentence_of[at]][1]
    if told and verb < last and _names_doer(scene, verb):
        return True
    if not told or verb >= last or not _comes_about(scene, verb):
        return False
    stop = min(last, verb + _SETTING_REACH)
    settings = (scene.time_ranges, scene.place_ranges)
    return any(verb < a < stop for ranges in settings for a, _, _ in ranges.near(verb, stop))


def _names_doer(scene: Scene, at: int) -> bool:
    """«الغارات التي شنها الطيران», «الضربات التي تلقاها المتمردون»: who did it, or to whom it was done, stands behind the helping verb."""
    helps = any("light" in r.lexeme.tags and r.is_finite and r.pronoun for r in scene.readings[at][:2])
    subject = scene.mention_from.get(at + 1)
    return helps and subject is not None and not subject.preposition


def _comes_about(scene: Scene, at: int) -> bool:
    """«وقع», «شهدته»."""
    return any(
        ("comes-about" in r.lexeme.tags and r.is_finite) or r.lexeme.id == "ar.verbs.شهد" for r in scene.readings[at]
    )
