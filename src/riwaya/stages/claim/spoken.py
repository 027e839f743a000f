"""Calls and vows that no word of happening names: what a speaker says must be done, or will not go unpunished."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.model.attribution import Frame
from riwaya.stages.claim.clauses import clauses_in
from riwaya.stages.claim.scene import PREPOSITIONS, RELATIVES, Scene
from riwaya.stages.claim.statements import REQUEST, THREAT, holds_words
from riwaya.stages.claim.trigger import Trigger

_NO_CALL_BEFORE = RELATIVES | frozenset("ما مما كما لما بما كان كانت كانوا وكان وكانت".split())
"""«الخطوات التي يجب اتخاذها», «ما ينبغي», «كان يجب»: nobody is called upon."""
_ON, _ON_US = frozenset("علي وعلي فعلي".split()), frozenset("علينا وعلينا فعلينا عليكم وعليكم فعليكم".split())
_THAT_THEY, _ALL = frozenset("ان الا".split()), frozenset("جميعا كلنا كلكم اليوم الان ايضا".split())
_THAT_OR_NOT = _THAT_THEY | {"لا"}
_COMMAS = frozenset("،,")
_BUT = frozenset({"بل", "لذلك", "لذا"})
_REACH = 7
"""Tokens between «على» and «أن» that name whose duty it is."""
_VOW_REACH = 6
_WILL_NOT = frozenset({"لن", "ولن", "فلن"})


def find_spoken(scene: Scene) -> list[tuple[Trigger, int]]:
    """Give the calls and vows in what is told, each with the token at which its words end, in text order.

    Only what somebody says counts: in the paper's own voice a duty is a judgement, and no claim.

    Source: annotation guideline, ``G-TYPE-6``.
    """
    found: dict[int, tuple[Trigger, int]] = {}
    for frame in scene.attributions.frames:
        for at, size in _calls(scene, frame) if holds_words(frame) else ():
            found.setdefault(at, (Trigger(index=at, size=size, reading=REQUEST), _end(scene, frame, at)))
        for at in _vows(scene, frame):
            found.setdefault(at, (Trigger(index=at, size=1, reading=THREAT), _end_of_vow(scene, frame, at)))
    return [found[at] for at in sorted(found)]


def with_spoken(triggers: Sequence[Trigger], spoken: Sequence[tuple[Trigger, int]]) -> list[Trigger]:
    """Give triggers and calls in text order; what only tells what is called for is left out."""
    if not spoken:
        return list(triggers)
    kept = [t for t in triggers if not any(call.index <= t.index < end for call, end in spoken)]
    return sorted((*kept, *(call for call, _ in spoken)), key=lambda t: t.index)


def _calls(scene: Scene, frame: Frame) -> Iterator[tuple[int, int]]:
    for at in scene.phrases_in("musts", frame.start, frame.end):
        if scene.forms[at - 1] not in _NO_CALL_BEFORE and not _is_asked(scene, at):
            yield at, scene.phrase("musts", at)
    for at in scene.words_in(_ON, frame.start, frame.end):
        verb = _duty(scene, at) if _opens(scene, frame, at) else None
        if verb is not None and not _is_asked(scene, at):
            yield verb, 1
    for at in scene.words_in(_ON_US, frame.start, frame.end):
        if _opens(scene, frame, at) and _is_our_duty(scene, at + 1) and not _is_asked(scene, at):
            yield at, 1


def _vows(scene: Scene, frame: Frame) -> Iterator[int]:
    """«لن يمر من دون عقاب», «لن نقف مكتوفي الأيدي», «لن نتراجع»: the verb of what is vowed."""
    if frame.stance in ("urge", "threaten", "warn"):
        return
    for at in scene.phrases_in("vows", frame.start, frame.end):
        negated = scene.words_in(_WILL_NOT, max(frame.start, at - _VOW_REACH), at)
        if negated:
            yield negated[-1] + 1
    for at in scene.words_in(_WILL_NOT, frame.start, frame.end - 1):
        if any(r.lexeme.type == "RETREAT" and r.is_finite for r in scene.readings[at + 1][:1]):
            yield at + 1


def _duty(scene: Scene, at: int) -> int | None:
    """«على القادة أن يستقيلوا», «على السكان ألا يخرجوا»: the verb that says what somebody has to do."""
    if at + 1 in scene.set_in or at + 1 not in scene.mention_from or scene.phrases_in("musts", at - 2, at):
        return None
    for k in range(at + 2, min(at + _REACH, len(scene.forms) - 1)):
        if scene.forms[k] in "،,.؛" or scene.is_finite(k):
            return None
        if scene.forms[k] in _THAT_THEY and scene.forms[k - 1] not in PREPOSITIONS:
            verb = k + 2 if scene.forms[k + 1] == "لا" else k + 1
            return verb if any(r.sense.shape.endswith("present") for r in scene.readings[verb][:1]) else None
    return None


def _opens(scene: Scene, frame: Frame, at: int) -> bool:
    before = scene.forms[at - 1]
    return (
        at == frame.start or scene.is_that(at - 1) or scene.forms[at][0] in "وف" or before in _BUT or before in '،,:«"'
    )


def _is_our_duty(scene: Scene, at: int) -> bool:
    """«علينا أن …», «علينا جميعا فضح …», not «علينا» as an object («يعتدون علينا وعلى أهلنا»)."""
    while at < len(scene.forms) - 1 and scene.forms[at] in _ALL:
        at += 1
    form = scene.forms[at]
    return scene.tokens[at].is_word and not scene.is_finite(at) and form[0] not in "وف"


def _is_asked(scene: Scene, at: int) -> bool:
    return scene.forms[scene.annotation.sentences[scene.sentence_of[at]][1] - 1] == "؟"


def _end(scene: Scene, frame: Frame, at: int) -> int:
    """Where the words of a call end: at the next clause, unless it goes on with what «أن» holds («أن يعودوا ويسلموا …»)."""
    stop = min(frame.end, scene.annotation.sentences[scene.sentence_of[at]][1])
    held = scene.words_in(frozenset({"ان"}), max(frame.start, at - 2), min(stop, at + 3))
    for comma in scene.words_in(_COMMAS, at + 2, stop - 1):
        if scene.forms[comma + 1][0] != "و":
            stop = comma  # «يجب سحب القوات، وإطلاق الأسرى، في …»
            break
    for k in clauses_in(scene, at + 2, stop):
        if not (held and scene.readings[k].joined_verb and scene.readings[k][0].sense.shape.endswith("present")):
            return k
    return stop


def _end_of_vow(scene: Scene, frame: Frame, at: int) -> int:
    """«لن نتراجع عن معركتنا مع الغزاة الذين يقصفون البلدة»: what a relative clause tells is no part of what is vowed."""
    end = _end(scene, frame, at)
    return min(scene.words_in(RELATIVES, at + 1, end), default=end)


def with_duty(scene: Scene, trigger: Trigger, start: int, first: int) -> int:
    """Take in whose duty it is («على القادة أن يستقيلوا»), or on what condition («إذا عادوا، فيجب …»), at the head of a call's words."""
    if trigger.reading is REQUEST and scene.forms[trigger.index][0] == "ف":
        condition = scene.phrases_in("conditions", first, trigger.index)
        return min(start, condition[0]) if condition else start
    if trigger.reading is not REQUEST or scene.forms[trigger.index - 1] not in _THAT_OR_NOT:
        return start
    duty = scene.words_in(_ON, max(first, trigger.index - _REACH - 1), trigger.index)
    return min(start, duty[-1]) if duty and _duty(scene, duty[-1]) == trigger.index else start
