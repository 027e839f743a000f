"""Statements: what a telling puts forward although no word of happening names it («إن التحقيق جار»)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection

from riwaya.model.attribution import Frame
from riwaya.model.word import Lexeme, Reading, Sense
from riwaya.stages.claim.bearing import bears_on_conflict
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.homographs import is_other_word
from riwaya.stages.claim.needs import NEEDED
from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.trigger import VIOLENT, Trigger, is_armed

_MEANWHILE = frozenset({"فيما", "بينما"})
_CONCERNING = frozenset({"يتعلق", "يخص", "اذا"})
_STOPS = frozenset(".؛")
_LEAST_WORDS = 3
_OPENED = ("that", "quote", "colon", "absence")
_OPENING_REACH = 12
"""Tokens in which what must be done is told, where the call is not only part of a longer thought."""

_TO_COME = frozenset({"سوف", "لن"})
_BEING = "ar.verbs.كان"
_TAKES_PLACE = frozenset(f"ar.verbs.{verb}" for verb in ("تم", "جرى", "وقع", "حصل", "حدث", "بدأ", "استمر", "تواصل"))
_SUBJECT_REACH, _DUTY_REACH = 4, 5
_CIVIL = frozenset({"CONSULT", "AGREE", "AID", "COOPERATE"})


def _reading(type_: str) -> Reading:
    lexeme = Lexeme(id=f"ar.statement.{type_.lower()}", table="statement", pos="verb", type=type_, subject="target")
    return Reading(sense=Sense(lexeme=lexeme, shape="statement"))


_STATE, REQUEST, THREAT, _ATTACK, _CHARGE, _REFUSAL = map(
    _reading, ("STATE", "REQUEST", "THREATEN", "ASSAULT", "ACCUSE", "REJECT")
)


_KINDS = {
    kind: _reading(kind)
    for kind in (
        "MOBILIZE",
        "SANCTION",
        "COERCE",
        "RETREAT",
        "SUPPORT",
        "COOPERATE",
        "AID",
        "CONSULT",
        "CONCEDE",
        "PROTEST",
    )
}
"""Statements that a weak word of happening names."""
_TELLS_LITTLE = frozenset(
    {"light", "result", "negated-only", "attributed-only", "plan", "motion", "background", "late", "not-bare"}
)
_HELPERS = frozenset(
    f"ar.verbs.{verb}"
    for verb in ("كان", "بدأ", "ظل", "بات", "أصبح", "صار", "حاول", "واصل", "عاد", "سعى", "زال", "استمر", "راح")
)


def find_statements(scene: Scene, taken: Collection[int], devout: Collection[int] = ()) -> list[Happening]:
    """Give one statement for each telling whose words hold no claim yet, in text order.

    ``taken`` are the tokens that name the claims found so far, ``devout`` those of scripture and prayers. What somebody says must be done is a call, what
    they say they will do a threat or vow, everything else a state.

    Source: annotation guideline, «A sentence whose only content is that somebody spoke is no claim; what they said is».
    """
    known, named = sorted(taken), set(taken)
    found: dict[int, Happening] = {}
    for frame in scene.attributions.frames:
        if not holds_words(frame):
            continue
        start, end = _words(scene, frame)
        if start in devout or start - 1 in devout:
            continue
        stop = (
            min(frame.end, scene.annotation.sentences[scene.sentence_of[start]][1])
            if start < len(scene.tokens)
            else end
        )
        if frame.cue in named or bisect_left(known, frame.start) < bisect_left(known, stop):
            continue
        if sum(scene.tokens[k].is_word for k in range(start, end)) < _LEAST_WORDS or "؟" in scene.forms[start:end]:
            continue
        at = next((k for k in range(start, _clause_end(scene, start, end)) if scene.is_finite(k)), start)
        reading = _ATTACK if _is_result(scene, at) or _is_of_deed(scene, start, at) else _kind(scene, start, end)
        if reading is _STATE and not bears_on_conflict(scene, start, max(stop, end)):
            continue
        if reading is _CHARGE:
            at = scene.phrases_in("implicated", start, end)[0]
        if reading is _STATE:
            at, reading = _named(scene, at, _clause_end(scene, start, end))
        found.setdefault(at, Happening(Trigger(index=at, size=1, reading=reading)))
    return [found[at] for at in sorted(found)]


def _named(scene: Scene, at: int, end: int) -> tuple[int, Reading]:
    """«إن السلطات جمدت أموالهم», «إنهم باتوا يتحصنون في الوادي»: the word of happening that what is told has for its verb gives its kind.

    Alone it would be too weak to tell of a conflict; what somebody says, and bears on one, may be named by it.
    """
    for k in (at, *_helped(scene, at, end)):
        event = next((r for r in scene.readings[k] if r.lexeme.table == "events"), None)
        if (
            event is None
            or not event.is_finite
            or is_other_word(scene, k, event)
            or not _TELLS_LITTLE.isdisjoint(event.lexeme.tags)
        ):
            continue
        if NEEDED.isdisjoint(event.lexeme.tags) and event.lexeme.type in _KINDS:
            return k, _KINDS[event.lexeme.type]
    return at, _STATE


def _helped(scene: Scene, at: int, end: int) -> range:
    """The verb behind a helping one («بات يتحصن»), nothing but its subject between."""
    helps = any(r.lexeme.id in _HELPERS for r in scene.readings[at][:1])
    behind = next((k for k in range(at + 1, min(end, at + _SUBJECT_REACH)) if scene.is_finite(k)), None)
    return range(behind, behind + 1) if helps and behind is not None else range(0)


def with_charged(scene: Scene, trigger: Trigger, start: int, first: int) -> int:
    """Take in who is accused, named in a clause before («جهات تتدخل ونعتبرها متورطة في …»), in words told from ``first`` on."""
    if trigger.reading is not _CHARGE:
        return start
    points_back = any(r.conjunction and r.pronoun and r.is_verb for r in scene.readings[start])
    return min(start, first) if points_back else start


def holds_words(frame: Frame) -> bool:
    """Say whether a telling has «أن», a quotation or a colon: a noun of happening as its object was read already."""
    return frame.act is None and frame.rule.rpartition(":")[2] in _OPENED


def _words(scene: Scene, frame: Frame) -> tuple[int, int]:
    """Give the words told, up to the end of their first sentence and before any telling inside."""
    start = frame.start
    while start < frame.end and not scene.tokens[start].is_word:
        start += 1
    told = scene.telling_in_order
    inside = told[bisect_left(told, start) : bisect_left(told, frame.end)]
    return start, min([*inside[:1], *scene.words_in(_STOPS, start, frame.end)[:1], max(start, frame.end)])


def _clause_end(scene: Scene, start: int, end: int) -> int:
    """Where the first thing told ends, where two are («إن بين القتلى ثلاث ممرضات، فيما لا يزال البحث جاريا»)."""
    return next((k for k in scene.words_in(_MEANWHILE, start + 1, end) if scene.forms[k + 1] not in _CONCERNING), end)


def _is_result(scene: Scene, at: int) -> bool:
    """«القصف الذي أسفر عن …»: what has victims is an attack."""
    return any("result" in r.lexeme.tags for r in scene.readings[at][:1])


def _is_of_deed(scene: Scene, start: int, at: int) -> bool:
    """«إن العملية تمت في الوادي»: a deed of violence is told to have taken place, though its noun alone names none."""
    deed = scene.readings[start][:1]
    violent = any(
        r.lexeme.table == "events" and r.lexeme.type == "ASSAULT" and not r.is_finite and "responsibility" not in r.lexeme.tags
        and (r.definite or not scene.forms[start + 1].startswith("ال"))
        for r in deed
    )  # fmt: skip
    return violent and at > start and any(r.lexeme.id in _TAKES_PLACE and not r.preposition for r in scene.readings[at])


def _kind(scene: Scene, start: int, end: int) -> Reading:
    if _is_duty(scene, start) or scene.phrases_in("obligation", start, min(end, start + _OPENING_REACH)):
        return REQUEST
    verb = next((k for k in range(start, end) if _is_to_come(scene, k)), None)
    if scene.phrases_in("refusing", start, end):
        return _REFUSAL  # «إن الشروط مرفوضة»
    if verb is None and not _is_resolved(scene, start, end):
        return _CHARGE if scene.phrases_in("implicated", start, end) else _STATE  # «إن الحزب متورط في التهريب»
    civil = (r for k in range(start, end) for r in scene.readings[k][:1] if _is_civil(r))
    if verb is None or _is_vowed(scene, verb, start, end):
        return next(civil, THREAT)
    return next(civil, _STATE)


def _is_duty(scene: Scene, at: int) -> bool:
    """«على القادة ضبط النفس», «على أهلها أن يرحلوا», not «على صلة بـ …»."""
    if scene.forms[at] != "علي":
        return False
    return at + 1 in scene.mention_from or "ان" in scene.forms[at + 2 : at + _DUTY_REACH]


def _is_to_come(scene: Scene, at: int) -> bool:
    """«سيعود», «سوف يعود», «لن يعود»: the verb itself, known or not."""
    if at and scene.forms[at - 1].lstrip("وف") in _TO_COME:
        return scene.tokens[at].is_word
    return any(r.is_finite and r.preposition == "س" for r in scene.readings[at][:1])


def _is_resolved(scene: Scene, start: int, end: int) -> bool:
    """«عازمون على», «مستعدة لـ»."""
    return any(scene.forms[k].lstrip("وف") not in _TO_COME for k in scene.phrases_in("will", start, end))


def _is_vowed(scene: Scene, verb: int, start: int, end: int) -> bool:
    """Say whether what will be is what a speaker or a party to the conflict will do («سنعود», «ستتواصل العمليات»), not only how things will be."""
    known = scene.readings[verb][:1]
    speaks = any(r.sense.person == 1 for r in known) if known else scene.forms[verb].startswith("ن")
    if speaks or scene.phrases_in("vows", start, end):
        return True
    if any(r.lexeme.id == _BEING for r in known):
        return False
    if any(r.lexeme.type in VIOLENT for r in known) or any(
        scene.readings[k].uncounted_event for k in scene.happening_in(start, end)
    ):
        return True
    return any(is_armed(m.tags, m.actor.kind) for m in scene.mentions_in(start, min(end, verb + _SUBJECT_REACH)))


def _is_civil(reading: Reading) -> bool:
    """«ستستضيف اللقاء»: talks and aid to come are no threat."""
    told = reading.lexeme.table == "events" and NEEDED.isdisjoint(reading.lexeme.tags)
    return told and reading.lexeme.type in _CIVIL
