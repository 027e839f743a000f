"""Several victims whom no number counts: «مقتل جنود», «إن جنودا قتلوا», «قتلت القوات مدنيين»."""

from __future__ import annotations

from riwaya.model.figure import Figure
from riwaya.model.mention import Mention
from riwaya.stages.claim.appositions import is_name_word
from riwaya.stages.claim.arguments import Arguments
from riwaya.stages.claim.harms import Harm
from riwaya.stages.claim.objects import find_object
from riwaya.stages.claim.scene import PREPOSITIONS, Scene
from riwaya.stages.claim.victims import plain_figure

_MANNERS = frozenset("عمدا عشواييا خطا ايضا امس".split())
"""Adverbs between who did it and whom."""


def are_several(scene: Scene, mention: Mention, harm: Harm) -> bool:
    """«مقتل جنود», «قتل شرطيين»: say whether an indefinite plural behind a noun of harm, or what is spelt like one, is two or more."""
    after = mention.first == harm.at + 1 and not mention.conjunction
    noun = not harm.reading.is_verb or _governs(scene, harm, mention)
    return _are_unknown(mention) and after and noun and harm.reading.preposition != "ل"  # «لقتل مدنيين» is an aim


def find_several(scene: Scene, harm: Harm, start: int, end: int) -> Figure | None:
    """Give two or more whom a finite verb acts on, or who suffer it as its subject right before it; None where none are told.

    Source: annotation guideline, «Numbers»: what stands in the plural without a number is two and more.
    """
    if not harm.reading.is_finite or harm.reading.pronoun or harm.reading.lexeme.object != "target":
        return None
    before = _before(scene, harm)
    if before is not None and "fighter" in before.tags and _names_object(scene, harm.at + 1):
        return plain_figure(harm.measure, 1, 1, scene.span(harm.at + 1, harm.at + 3))
    who = before or _behind(scene, harm, start, end)
    if who is None or not _are_unknown(who):
        return None
    head = scene.tokens[who.head]
    return plain_figure(harm.measure, 2, None, head.span, who)


def _names_object(scene: Scene, at: int) -> bool:
    """«مسلحين قتلوا موفق الراضي»: two words of a name right behind a verb are whom it was done to."""
    if at + 1 >= len(scene.forms) or not is_name_word(scene, at) or scene.forms[at].startswith(("و", "ب")):
        return False
    if scene.forms[at + 1].startswith("ال") and not scene.forms[at + 1].endswith("ي"):
        return False  # «قتلوا شمال المدينة»
    known = scene.readings[at + 1] or at + 1 in scene.mention_over or at + 1 in scene.set_in
    return scene.tokens[at + 1].is_word and not known and scene.forms[at + 1] not in PREPOSITIONS


def _before(scene: Scene, harm: Harm) -> Mention | None:
    """«إن مدنيين قتلوا»: the subject of a plural verb, right behind the word that opens its clause."""
    sense = harm.reading.sense
    passive = sense.shape.startswith("passive") or "passive-too" in harm.reading.lexeme.tags
    if sense.number != "pl" or harm.reading.conjunction or not passive or harm.at + 1 in scene.mention_from:
        return None
    who = scene.mention_over.get(harm.at - 1)
    opened = who is not None and who.first > 0 and scene.is_that(who.first - 1)
    return who if opened and who is not None and harm.at + 1 not in scene.counted else None


def _behind(scene: Scene, harm: Harm, start: int, end: int) -> Mention | None:
    """«قتلت القوات عمدا مدنيين», «خطفوا رعاة»: the object behind the doer, or behind a plural verb."""
    sense = harm.reading.sense
    if harm.reading.lexeme.subject != "agent":
        return None
    phrases = Arguments(scene, start, end).phrases_after(harm.at)
    if sense.number == "pl" and sense.person == 3:
        return phrases[0] if phrases and _is_object(scene, phrases[0]) else None
    if phrases and phrases[0].first == harm.at + 1 and scene.forms[phrases[0].head].endswith("ين"):
        return phrases[0]  # «القوات خطفت مواطنين»: by its form no doer
    if len(phrases) > 1:
        return phrases[1] if not phrases[1].conjunction and _is_object(scene, phrases[1]) else None
    if not _MANNERS.isdisjoint(scene.forms[harm.at + 1 : harm.at + 2]):  # «قتلت عمدا مدنيين»
        whom = scene.mention_from.get(harm.at + 2)
        return whom if whom is not None and scene.forms[whom.head].endswith("ين") else None
    if len(phrases) == 1 and not _MANNERS.isdisjoint(scene.forms[phrases[0].last + 1 : phrases[0].last + 2]):
        late = scene.mention_from.get(phrases[0].last + 2) or find_object(scene, phrases[0].last + 1, end)
        return late if isinstance(late, Mention) and _is_object(scene, late) else None
    return None


def _is_object(scene: Scene, mention: Mention) -> bool:
    return not scene.forms[mention.head].endswith("ون") and mention.first - 1 not in scene.counted


def _are_unknown(mention: Mention) -> bool:
    plain = mention.number == "pl" and not mention.definite and "name" not in mention.tags
    return plain and "victim" in mention.tags and not (mention.preposition or mention.conjunction)


def _governs(scene: Scene, harm: Harm, mention: Mention) -> bool:
    """«تبنى قتل شرطيين»: before the oblique the word spelt like a verb is a noun."""
    masdar = any(r.sense.shape == "masdar" and not r.pronoun for r in scene.readings[harm.at])
    return masdar and scene.forms[mention.head].endswith("ين") and harm.reading.sense.number == "sg"
