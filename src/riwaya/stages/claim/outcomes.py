"""Outcomes told far from what brought them about («أسفر هجوم، يعتقد أن …، في مدينة كذا، عن مقتل …»)."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model.record import record
from riwaya.stages.claim.clauses import clauses_in
from riwaya.stages.claim.scene import PREPOSITIONS, Scene
from riwaya.stages.claim.trigger import Trigger

_TO = frozenset({"الي"})
_LED = {
    "ar.events.أسفر": frozenset({"عن"}),
    "ar.events.أدى": _TO,
    "ar.events.أودى": frozenset("بحياه بارواح".split()),
    "ar.events.تسبب": frozenset({"في"}),
}
"""What leads to the outcome, by the verb of result."""
_TAKEN = frozenset({"ar.events.أوقع", "ar.events.خلف", "ar.events.حصد"})
"""Verbs of result whose object is the outcome."""
_SOULS = frozenset("ارواح حياه".split())
_LOSING = frozenset("سقوط وقوع مقتل مصرع اصابه جرح استشهاد".split())
_TELLS_OF = frozenset("انباء وانباء معلومات ومعلومات تقارير وتقارير".split())
_CONTRAST = frozenset("لكن ولكن فيما بينما كما حيث وكما اذ اما واما".split())
_SUBJECT_REACH, _LOSS_REACH, _LONGEST = 4, 6, 60
_PLURAL = "pl"


@record
class Outcome:
    """A verb of result, what it says to have brought something about, and where that is told."""

    verb: int
    cause: int
    """Trigger of the happening that is its subject."""
    told: int
    """First token of what came of it: its preposition, or the word itself."""
    until: int
    """Half-open: behind the first word that tells a loss."""


def find_outcomes(scene: Scene, triggers: Sequence[Trigger]) -> list[Outcome]:
    """Give the verbs of result whose subject is a happening told by a noun, with where they tell what came of it.

    Whatever stands between («، يعتقد أنها …،», «التي استهدفت …») parts neither from the other.

    Source: verb-subject-object order of written Arabic, and what may stand between (Ryding 2005, ch. 3).
    """
    found: list[Outcome] = []
    for number, verb in enumerate(triggers):
        if not _is_of_result(verb):
            continue
        _, last = scene.annotation.sentences[scene.sentence_of[verb.index]]
        cause = _subject_behind(scene, triggers, number)
        start = cause.index + cause.size if cause is not None else verb.index + 1
        cause = cause or _subject_before(scene, triggers, number)
        if cause is None:
            continue
        told = _find_told(scene, verb, start, min(last, start + _LONGEST))
        if told is not None:
            found.append(Outcome(verb=verb.index, cause=cause.index, told=told[0], until=told[1]))
    return found


def _is_of_result(verb: Trigger) -> bool:
    """A verb that takes an outcome, which is no pronoun («الخسائر التي خلفها القصف»)."""
    known = verb.lexeme.id in _LED or verb.lexeme.id in _TAKEN
    return known and verb.is_verb and verb.is_result and not verb.reading.pronoun


def _subject_behind(scene: Scene, triggers: Sequence[Trigger], number: int) -> Trigger | None:
    """«أسفر هجوم», «حصدت سلسلة من الهجمات»: the happening right behind the verb."""
    verb = triggers[number]
    for other in triggers[number + 1 : number + 2]:
        if other.is_verb or other.is_harm or other.index > verb.index + _SUBJECT_REACH:
            return None
        between = scene.forms[verb.index + 1 : other.index]
        led = other.reading.preposition or any(f in PREPOSITIONS and f != "من" for f in between)
        return None if led or any(f in "،,.؛" for f in between) else other
    return None


def _subject_before(scene: Scene, triggers: Sequence[Trigger], number: int) -> Trigger | None:
    """«إن هجومين، وقعا في …، أسفرا عن …»: the last noun of happening before a bare verb that agrees with it."""
    verb = triggers[number]
    if verb.reading.conjunction or not verb.index or scene.forms[verb.index - 1] not in "،,":
        return None
    first, _ = scene.annotation.sentences[scene.sentence_of[verb.index]]
    around = scene.frames_around[verb.index]
    for other in reversed(triggers[:number]):
        if other.index < first or scene.frames_around[other.index] != around:
            return None
        if any(_parts(scene, k) for k in clauses_in(scene, other.index, verb.index)):
            return None
        if other.is_verb or other.is_harm or other.is_light or other.reading.preposition or other.act:
            continue
        if scene.forms[other.index - 1] in PREPOSITIONS or not _agrees(verb, other):
            continue
        return other
    return None


def _agrees(verb: Trigger, noun: Trigger) -> bool:
    told, subject = verb.reading.sense, noun.reading.sense
    if subject.number == _PLURAL:
        return told.number == "sg" and told.gender == "f"
    return (told.number, told.gender) == (subject.number, subject.gender)


def _find_told(scene: Scene, verb: Trigger, start: int, stop: int) -> tuple[int, int] | None:
    closed = next((k for k in clauses_in(scene, start, stop) if _parts(scene, k)), stop)
    leads = _LED.get(verb.lexeme.id)
    if leads is None:
        return _find_object(scene, verb, start, closed)
    for k in scene.words_in(leads, start, closed):
        before = scene.forms[k - 1]
        if before in _TELLS_OF or k - 1 in scene.telling or scene.speech_like(k - 1):
            continue
        if "bi-object" in verb.tags:
            return k, k + 1
        loss = _find_loss(scene, k + 1, closed)
        if loss is not None:
            return k, loss + 1
    return None


def _find_object(scene: Scene, verb: Trigger, start: int, stop: int) -> tuple[int, int] | None:
    """«خلف الهجوم، بحسب الشرطة، عشرة قتلى», «حصد تفجير أرواح عشرين»: a loss that no preposition leads."""
    for k in range(start, stop):
        souls = scene.forms[k] in _SOULS and verb.lexeme.measure is not None
        if not souls and not _is_loss(scene, k):
            continue
        first = k
        while first > start and (first - 1 in scene.counted or first - 1 in scene.hedging):
            first -= 1
        if first == k and any(r.definite for r in scene.readings[k][:1]):
            continue  # «نقل الجرحى»: who was told before
        if scene.forms[first - 1] not in PREPOSITIONS and not scene.readings[k].under_preposition:
            return first, k + 1
    return None


def _find_loss(scene: Scene, start: int, stop: int) -> int | None:
    """The first word of loss among the few behind a preposition, no clause between."""
    for k in range(start, min(stop, start + _LOSS_REACH)):
        if scene.forms[k] in "،,.؛" or scene.forms[k] in PREPOSITIONS or scene.is_finite(k):
            return None
        if scene.forms[k] in _LOSING or _is_loss(scene, k):
            return k
    return None


def _is_loss(scene: Scene, at: int) -> bool:
    return any("harm" in r.lexeme.tags for r in scene.readings[at][:1])


def _parts(scene: Scene, at: int) -> bool:
    """A contrast, or what somebody tells besides, is no aside."""
    return scene.forms[at] in _CONTRAST or (scene.forms[at][0] == "و" and scene.speech_like(at))
