"""Victims of whom only a pronoun tells: «أودى بحياته», «استشهاده», «فأرداهما», «وأنه قتل في الغارة», «التي كانت محتجزة»."""

from __future__ import annotations

from riwaya.model.figure import Figure
from riwaya.model.mention import Mention
from riwaya.stages.claim.harms import Harm
from riwaya.stages.claim.scene import RELATIVES, Scene
from riwaya.stages.claim.victims import plain_figure, single_victim

_TAKES_LIFE, _FELLS = "ar.events.أودى", "ar.events.أردى"
_LIVES = {"بحياته": 1, "بحياتها": 1, "بحياتهما": 2}
_HOW_MANY = {"ه": 1, "ها": 1, "هما": 2}
_DONE_TO = frozenset({"killed", "executed", "abducted"})
_OF_HIM = frozenset(joined + that for joined in ("", "و", "ب", "وب") for that in ("انه", "انها"))
"""«وأنه قتل»: the subject of the verb is the pronoun on «أن»."""
_WAS = frozenset("كان كانت زال زالت يزال تزال بقي بقيت ظل ظلت".split())
_PERSONS = frozenset({"official", "title", "leader", "named", "relative", "victim"})
_NOBODY = frozenset({"thing", "body", "group", "document"})
_BEFORE_VERB = 2
"""Words between a pronoun and the verb behind it: «قد», «كان»."""


def find_pronoun_victim(scene: Scene, harm: Harm, start: int) -> Figure | None:
    """Give the one or two whom a word of harm reaches by a pronoun alone; None where it has none or means many.

    Args:
        scene: The document.
        harm: A word of harm, for which nobody else was found.
        start: First token of the claim.
    """
    return (
        _life_taken(scene, harm) or _named_by_that(scene, harm) or _held(scene, harm, start) or _owned(scene, harm)
        or _both(scene, harm)
    )  # fmt: skip


def _both(scene: Scene, harm: Harm) -> Figure | None:
    """«وتوفيا في موقع الحادث», «وقتلا على الفور»: the two of whom the dual of a verb tells, nobody else behind it."""
    sense = harm.reading.sense
    suffers = sense.shape.startswith("passive") or "passive-too" in harm.reading.lexeme.tags
    suffers = suffers or harm.reading.lexeme.subject == "target"
    if not (harm.reading.is_finite and suffers and sense.number == "du") or harm.reading.pronoun:
        return None
    if harm.at + 1 in scene.mention_from or harm.at + 1 in scene.counted:
        return None
    return plain_figure(harm.measure, 2, 2, scene.tokens[harm.at].span)


def _life_taken(scene: Scene, harm: Harm) -> Figure | None:
    """«أصيب بطلق أودى بحياته»: whose life it was, or only that it was one."""
    many = _LIVES.get(scene.forms[harm.at + 1]) if harm.at + 1 < len(scene.forms) else None
    if harm.reading.lexeme.id != _TAKES_LIFE or many is None:
        return None
    who = _last_person(scene, harm.at) if many == 1 else None
    told = single_victim(scene, who, harm.measure) if who is not None else None
    return told or plain_figure(harm.measure, many, many, scene.tokens[harm.at + 1].span)


def _named_by_that(scene: Scene, harm: Harm) -> Figure | None:
    """«إن سالم المرعي قاد الفصيل، وإنه قتل في الغارة»: of whom is told, before the pronoun on «أن»."""
    sense = harm.reading.sense
    suffers = sense.shape.startswith("passive") or "passive-too" in harm.reading.lexeme.tags
    if not (harm.reading.is_finite and suffers and sense.number == "sg") or harm.reading.pronoun:
        return None
    that = next(
        (k for k in range(harm.at - 1, max(-1, harm.at - 2 - _BEFORE_VERB), -1) if scene.forms[k] in _OF_HIM), None
    )
    if that is None or (harm.at + 1) in scene.mention_from:
        return None
    who = _last_person(scene, that)
    return single_victim(scene, who, harm.measure) if who is not None else None


def _held(scene: Scene, harm: Harm, start: int) -> Figure | None:
    """«الطبيبة التي كانت محتجزة لدى المسلحين», «ولا يزال الراعي محتجزا»: who is said to be held."""
    if harm.reading.sense.shape != "passive" or harm.reading.definite or harm.reading.sense.number != "sg":
        return None
    before = harm.at - 1
    if before <= start or scene.forms[before] not in _WAS:
        return None
    k = before - 1
    if scene.forms[k] not in RELATIVES:
        return None
    who = scene.mention_over.get(k - 1)
    return single_victim(scene, who, harm.measure) if who is not None and who.number == "sg" else None


def _owned(scene: Scene, harm: Harm) -> Figure | None:
    """«أدى إلى مقتله», «فأرداهما»: one or two, whoever they are."""
    reading = harm.reading
    many = _HOW_MANY.get(reading.pronoun)
    if many is None or "harm" in reading.lexeme.tags or scene.grammar["fate"].has(scene.forms[harm.at]):
        return None
    noun = not reading.is_verb and reading.sense.shape == "masdar" and harm.measure in _DONE_TO
    felled = reading.is_verb and reading.lexeme.id == _FELLS
    if not (noun or felled) or reading.preposition:  # «هددوا بقتله»
        return None
    who = _last_person(scene, harm.at) if many == 1 and "named" in _tags_before(scene, harm.at) else None
    told = single_victim(scene, who, harm.measure) if who is not None else None
    return told or plain_figure(harm.measure, many, many, scene.tokens[harm.at].span)


def _tags_before(scene: Scene, at: int) -> frozenset[str]:
    who = _last_person(scene, at)
    return who.tags if who is not None else frozenset()


def _last_person(scene: Scene, at: int) -> Mention | None:
    """The last single person told of before ``at`` in its sentence, who is not the one who tells it."""
    first, _ = scene.annotation.sentences[scene.sentence_of[at]]
    told = [
        m for m in scene.mentions_in(first, at)
        if m.number == "sg" and m.tags & _PERSONS and m.tags.isdisjoint(_NOBODY) and m.first not in scene.telling
    ]  # fmt: skip
    return told[-1] if told else None
