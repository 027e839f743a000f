"""Denials that take up what another told («وهو ما نفته الوزارة», «لكن الجيش نفى ذلك»): the same happening, said not to be so."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model.attribution import Attribution, Cue
from riwaya.model.claim import Claim
from riwaya.model.ids import content_id
from riwaya.model.mention import Mention
from riwaya.model.record import record, replace
from riwaya.stages.claim.clauses import opens_clause
from riwaya.stages.claim.scene import RELATIVES, Scene

_TAKING_UP = RELATIVES | {"ما"}
_POINTING = frozenset({"هذه", "تلك"})
_THAT = frozenset({"ذلك", "هذا"}) | _POINTING
_WHAT_IS_SAID = frozenset(
    "الاتهامات الاتهام المزاعم الادعاءات الادعاء الانباء النبا الروايه الاقوال الشايعات التهم التهمه المعلومات التقارير الاخبار التصريحات الاشاعات".split()
)
_ABOUT = frozenset("عن حول بشان بخصوص".split())
_LED_BY = _THAT | {"صحه", "جميع", "كل", "مثل"}
"""Words between a verb of denying and what is denied («نفى صحة هذه الأنباء»)."""
_BEFORE = frozenset("وهو وهي الامر الخبر النبا وهذا".split())
_OPENING = frozenset("لكن ولكن فيما بينما غير ان الا بيد".split())
_ITS = frozenset({"ه", "ها"})
_REACH, _WIDEST = 4, 8


@record
class Denial:
    """A verb of denying whose object is what was told right before."""

    start: int
    """First token of its clause."""
    verb: int
    end: int
    """Half-open: behind the source, or behind «ذلك»."""
    source: Mention


def find_denials(scene: Scene) -> list[Denial]:
    """Give the denials of a document that take up what was told, in text order.

    Source: annotation guideline, «X denied that Y happened» is the happening Y, denied, X in the chain.
    """
    found: list[Denial] = []
    for at in scene.annotation.tokens_that("tells"):
        for reading in scene.readings[at].telling:
            if reading.lexeme.stance == "deny":
                denial = _by_pronoun(scene, at) if reading.pronoun in _ITS else _by_that(scene, at)
                if denial is not None:
                    found.append(denial)
                break
    return found


def _by_pronoun(scene: Scene, at: int) -> Denial | None:
    """«وهو ما نفاه الجيش», «الأمر الذي نفته الوزارة»."""
    if not at or scene.forms[at - 1] not in _TAKING_UP:
        return None
    source = _behind(scene, at)
    if source is None:
        return None
    start = at - 1
    while start and scene.forms[start - 1] in _BEFORE:
        start -= 1
    return Denial(start=start, verb=at, end=source.last + 1, source=source)


def _by_that(scene: Scene, at: int) -> Denial | None:
    """«لكن الجيش نفى ذلك», «ونفت الوزارة ذلك»."""
    stop = min(at + _WIDEST, len(scene.forms))
    that = next((k for k in range(at + 1, stop) if scene.forms[k] in _THAT or scene.forms[k] in _WHAT_IS_SAID), None)
    if that is None:
        return None
    end = _end_of_object(scene, that)
    if end is None:
        return None
    while that > at + 1 and scene.forms[that - 1] in _LED_BY:
        that -= 1
    behind = _behind(scene, at)
    if behind is not None and behind.last + 1 == that:
        return Denial(start=at, verb=at, end=end, source=behind)
    before = scene.mention_over.get(at - 1) if at and that == at + 1 else None
    if before is None or before.preposition:
        return None
    start = before.first
    while start and scene.forms[start - 1] in _OPENING:
        start -= 1
    return Denial(start=start, verb=at, end=end, source=before)


def _end_of_object(scene: Scene, that: int) -> int | None:
    """Give the token behind «ذلك», «هذه الاتهامات», «الأنباء»; None where «هذا» goes with another noun."""
    noun = scene.forms[that + 1] if that + 1 < len(scene.forms) else ""
    if scene.forms[that] in _WHAT_IS_SAID or noun in _WHAT_IS_SAID:
        end = that + 1 + (noun in _WHAT_IS_SAID)
        behind = scene.forms[end] if end < len(scene.forms) else "."
        told = behind in RELATIVES or behind in _ABOUT or behind.startswith("ال")
        return None if told else end  # «الأنباء التي تحدثت عن سقوط القاعدة» says itself what is denied
    return None if noun.startswith("ال") or scene.forms[that] in _POINTING else that + 1


def _behind(scene: Scene, at: int) -> Mention | None:
    source = scene.mention_from.get(at + 1)
    return source if source is not None and not source.preposition and "document" not in source.tags else None


def denied_claims(scene: Scene, denials: Sequence[Denial], claims: Sequence[Claim]) -> list[Claim]:
    """Give a denied claim for each denial that follows a claim of somebody else in its sentence or the one before.

    What happened, to whom, where and when are those of the claim that is denied; figures are not: a denial counts nobody.
    """
    found: list[Claim] = []
    for denial in denials:
        told = _told_before(scene, denial, claims)
        told = _accused_of(scene, told) if told is not None else None
        if told is None or (told.chain and told.chain[-1].source == denial.source.actor):
            continue
        span = scene.span(denial.start, denial.end)
        trigger = scene.tokens[denial.verb].span
        cue = Cue(text=trigger.of(scene.text), stance="deny", span=trigger)
        link = Attribution(source=denial.source.actor, span=denial.source.span, verb=cue)
        found.append(
            replace(
                told,
                id=content_id(
                    "clm", scene.annotation.document.id, span.start, span.end, trigger.start, span.of(scene.text)
                ),
                span=span, trigger=trigger, polarity="denied", certainty="stated", chain=(link,), figures=(),
                why=(*told.why[:1], f"{scene.readings[denial.verb].telling[0].lexeme.id}:taken-up"),
            )
        )  # fmt: skip
    return found


def _accused_of(scene: Scene, told: Claim) -> Claim:
    """Give the deed that an accusation holds, done by the accused («اتهم الجيش بقصف الحي … ونفى الجيش ذلك»); any other claim as it is."""
    if told.type != "ACCUSE":
        return told
    start, end = scene.token_range(told.trigger)[0] + 1, scene.token_range(told.span)[1]
    for k in scene.happening_in(start, end):
        for reading in scene.readings[k][:1]:
            if reading.lexeme.table == "events" and reading.preposition == "ب" and reading.lexeme.type:
                deed = reading.lexeme
                return replace(told, type=deed.type, subtype=deed.subtype, agents=told.targets, targets=())
    return told


def _told_before(scene: Scene, denial: Denial, claims: Sequence[Claim]) -> Claim | None:
    """The last claim before the denial, in its sentence; in the one before where the denial opens its own."""
    sentence = scene.sentence_of[denial.verb]
    for claim in reversed(claims):
        at = scene.token_range(claim.trigger)[0]
        if at >= denial.start or claim.polarity == "denied":
            continue
        between = sentence - scene.sentence_of[at]
        opening = denial.start - scene.annotation.sentences[sentence][0] <= _REACH
        opens = opens_clause(scene, denial.verb) or scene.forms[denial.start] in _OPENING
        near = between == 0 or (between == 1 and opening and opens)
        return claim if near else None
    return None
