"""Whether a claim is denied, hedged or unknown."""

from __future__ import annotations

from itertools import pairwise

from riwaya.model.attribution import Frame
from riwaya.stages.claim.clauses import clauses_in, opens_clause, subordinates_in
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.negated import is_negated
from riwaya.stages.claim.scene import PREPOSITIONS, RELATIVES, Scene
from riwaya.stages.claim.trigger import Trigger

_OF_THEM = frozenset({"انها", "انه", "انهم", "بانها", "بانه", "بانهم"})
"""«منازل يزعم أنها لهم، وهجروا …»: the doubt is of what stands before, and a clause joined behind is free of it."""
_OF_THEM_ALONE = frozenset((word,) for word in _OF_THEM)
_INJURIES = "ar.events.إصابة"
_NEGATION_REACH = 4
_HELPED_REACH = 8
"""Words between a negated helping verb and the noun that it helps («لم تحاول هذا العام اعتراض»)."""
_HEDGE_AFTER = 7
_REFUTED_REACH, _FAILED_REACH, _OPENING_REACH = 16, 16, 8
_RELATIVE_REACH = 3
_BACK_REACH, _BELIEVED_REACH, _UNABLE_REACH, _STATED_REACH = 40, 14, 18, 6
_ABLE = ("يمكن", "تمكن", "يتمكن", "تتمكن", "يستط", "تستط", "نستط", "بوسع", "بمقدور")
_EXCEPT = ("سوي", "الا", "غير")
_REMAINS = tuple("يزال تزال يزالون يزالان يزلن زال زالت زالوا زالا زلن".split())
"""«لا زالوا مفقودين»: behind «لا» what goes on is told, and nothing denied."""
_NO_DENIAL_BEHIND = frozenset({*_REMAINS, "يقل", "تقل"})
_NO_DENIAL = ("توجد", "يوجد", "هناك", "يقل", "تقل", *_REMAINS, "شك", "بد")
_COUNT = frozenset({"عدد", "عددا", "عددهم", "اعدادهم", "هويته", "هويتهم", "مصيرهم", "مصيره"})
_COUNT_ALONE = frozenset((word,) for word in _COUNT)
"""«لا يعرف عددهم»: what is not known of those told of."""
_KNOWS = frozenset({"ar.verbs.عرف", "ar.verbs.علم", "ar.verbs.فهم"})
_CERTAIN = frozenset({"بد", "شك", "مفر", "مناص", "محاله", "ريب"})
"""«لا بد من», «لا شك في»: words that «لا» makes a certainty with, and denies nothing."""
_CONFIRM = frozenset("يوكد توكد نوكد يوكدوا تاكيد التاكد التحقق التثبت الجزم يجزم تحديد معرفه التاكيد".split())
_SHOWN = frozenset("يظهر تظهر يثبت تثبت يجد تجد يرصد ترصد يسجل تسجل".split())
"""«التحقيق لم يظهر وجود …»: what nothing shows, is denied."""
_PREVENTED = frozenset("حال حالت حالوا يحول تحول الحيلوله حايلا".split())
_THEORIES = frozenset("فرضيه الفرضيه فرضيات نظريه سيناريو تحقيق التحقيق تحقيقات التحقيقات محققون المحققون".split())
"""A theory that is dismissed, or an inquiry that dismisses one."""
_CAUSES = frozenset("جراء نتيجه بسبب عقب بعد اثر ردا انتقاما".split())
"""What a clause tells to have brought about what is only expected, or to have come before it, is itself no guess."""
_SURE = frozenset({"REQUEST", "THREATEN"})
"""What is called for or threatened is said for sure, whatever it is about."""
_SAID = frozenset("تعليق تعليقا رد ردا بيان بيانا توضيح توضيحا توضيحات تصريح تصريحا تصريحات".split())

_SO_FAR = frozenset({"الان", "اللحظه", "اليوم", "الساعه", "حينه", "هذه"})
_NOT_ALL = ("تقتصر", "يقتصر", "يكتف", "تكتف", "يتجاوز", "تتجاوز")
"""Verbs whose negation says that there is more."""


def score_polarity(scene: Scene, happening: Happening, start: int, end: int) -> tuple[str, str]:
    """Give ``affirmed`` or ``denied`` and the rule that decides.

    A negator just before the trigger denies, as does a telling that denies; two denials are not added up. What a
    relative clause inside a denial tells is not denied.

    Source: annotation guideline, «X denied that Y happened»; medspaCy ConText, negation.
    """
    head = happening.head
    for frame in scene.frames_around[head.index][-1:]:
        if frame.stance == "deny" and _reaches(scene, frame, head.index):
            return "denied", frame.rule
    if head.act is not None and head.lexeme.type == "REJECT":
        return "affirmed", ""
    if head.tags & {"attributed-only", "negated-only"}:
        purpose = scene.forms[head.index] in ("ليس", "ليست") and scene.forms[head.index + 1][0] == "ل"
        return ("affirmed", "") if purpose else ("denied", head.lexeme.id)
    first = _sentence_start(scene, head.index)
    for k in scene.phrases_in("refuted", max(first, start - _OPENING_REACH), min(end, happening.last + _REFUTED_REACH)):
        if head.act is None or k > head.index:  # «لم يكن لهم دور في الهجوم والحركة تدينه»
            return "denied", f"ar.grammar.refuted.{scene.forms[k]}"
    for k in scene.phrases_in("failed", max(first, head.index - _FAILED_REACH), head.index):
        if subordinates_in(scene, k + 1, head.index):
            continue  # «أخفقوا في بلوغ التل بعد أن هوجموا»
        if not {"في", "من", "عن"}.isdisjoint(scene.forms[k : head.index]):
            return "denied", f"ar.grammar.failed.{scene.forms[k]}"
    return _negated(scene, happening, start)


def _negated(scene: Scene, happening: Happening, start: int) -> tuple[str, str]:
    head = happening.head
    if head.lexeme.table == "statement":
        return _negated_statement(scene, head.index)
    if head.act is not None:
        before = scene.forms[head.index - 1].lstrip("وف") if head.index else ""
        if any(f in _EXCEPT for f in scene.forms[head.index + 1 : head.index + _STATED_REACH]):
            return "affirmed", ""
        return ("denied", f"ar.grammar.negators.{before}") if before in ("لم", "لا") else ("affirmed", "")
    if head.lexeme.id == _INJURIES and is_negated(scene, head.index):
        return "denied", f"{head.lexeme.id}:none"  # «لم تقع أضرار أو إصابات»
    first = _sentence_start(scene, head.index)
    for trigger in [t for t in happening.triggers if t.index <= head.index][-2:]:
        for k in scene.negators_in(max(first, trigger.index - _HELPED_REACH), trigger.index):
            if not _governs(scene, k, trigger.index) or _denies_outcome(scene, k, trigger, head):
                continue
            form = scene.forms[k].removeprefix("و").removeprefix("ف")
            if _is_not_all(scene, k, trigger.index):
                continue
            if k < start and any(opens_clause(scene, j) or scene.forms[j] in "،," for j in range(k + 1, trigger.index)):
                continue
            return ("affirmed", "") if _is_unable(scene, head.index) else ("denied", f"ar.grammar.negators.{form}")
    return "affirmed", ""


def _is_not_all(scene: Scene, negator: int, at: int) -> bool:
    """«لا تقتصر على قتل …», «لم يكتف بقصف …», «لن يتوقفوا حتى استعادة …»: there is more of it, or no end before it."""
    told = scene.forms[negator + 1 : at]
    until = any(one == "حتي" and other not in _SO_FAR for one, other in pairwise(told))
    return until or any(form.startswith(_NOT_ALL) for form in told[:1])


def _denies_outcome(scene: Scene, negator: int, trigger: Trigger, head: Trigger) -> bool:
    """«لم يسفر القصف عن ضحايا»: there was a shelling, and nothing came of it."""
    behind = scene.readings[negator + 1]
    return not (trigger.is_harm or head.is_harm) and any("result" in r.lexeme.tags for r in behind)


def _negated_statement(scene: Scene, at: int) -> tuple[str, str]:
    """«لا تطلب الحكومة …» says that it is not so; «لن ننسى» is a vow, «ليس لقتل المدنيين» tells what for."""
    if _is_unable(scene, at):
        return "affirmed", ""
    if at and scene.forms[at - 1] == "غير":
        return "denied", "ar.grammar.negators.غير"  # «المتمردون غير ناشطين في المنطقة»
    if at > 1 and scene.forms[at - 2].lstrip("وف") == "لم" and scene.forms[at - 1] in _SHOWN:
        return "denied", "ar.grammar.negators.لم"
    for k in range(max(at - 1, 0), min(at + _STATED_REACH, len(scene.forms) - 1)):
        form = scene.forms[k].removeprefix("و")
        if form in "،,." or (k > at and scene.is_finite(k)):
            break
        after = scene.forms[k + 1]
        if form == "عدم" and after == "وجود":
            return "denied", "ar.grammar.negators.عدم"
        if form in ("لم", "لا", "ليس", "ليست", "ليسوا") and after[0] != "ل" and not after.startswith(_NO_DENIAL):
            return "denied", f"ar.grammar.negators.{form}"
    return "affirmed", ""


def _sentence_start(scene: Scene, at: int) -> int:
    return scene.annotation.sentences[scene.sentence_of[at]][0]


def _reaches(scene: Scene, frame: Frame, head: int) -> bool:
    """Say whether what a telling doubts or denies is the head: in its own clause, and in no relative one."""
    for k in clauses_in(scene, frame.start + 1, head + 1):
        if not (scene.forms[k] in RELATIVES or scene.forms[k] in ("ولا", "ولم", "او")):
            return False
    return not any(
        scene.forms[k] in RELATIVES and any(r.is_verb for r in scene.readings[k + 1])
        for k in range(max(frame.start + 1, head - _RELATIVE_REACH), head)
    )


def _governs(scene: Scene, negator: int, trigger: int) -> bool:
    form = scene.forms[negator].removeprefix("و").removeprefix("ف")
    gap = trigger - negator
    excepted = any(f in _EXCEPT for f in scene.forms[negator + 1 : trigger + 5])
    if form in ("غير", "بلا") or (excepted and form in ("لم", "لا", "لن", "ليس")):
        return False
    if form == "لا" and scene.forms[negator + 1] in _CERTAIN:
        return False
    if not _SAID.isdisjoint(scene.forms[negator + 1 : trigger]):
        return False  # «لم يصدر تعليق من الحرس على مقتل راع»: nothing was said, and he was killed
    if form == "دون" and not _PREVENTED.isdisjoint(scene.forms[max(0, negator - _HELPED_REACH) : negator]):
        return False
    if gap > 1 and any(r.lexeme.table == "speech" and r.is_verb for r in scene.readings[negator + 1][:1]):
        return False
    if scene.is_finite(trigger) and any(scene.forms[k] in "،," for k in range(negator + 2, trigger)):
        return False  # «ولا امرأة، كانوا يطلقون»: another clause
    if gap > 1 and form in ("لم", "لن") and scene.is_finite(trigger) and _is_apart(scene, trigger):
        return False  # «الذين لم تعرف وجوههم اقتحموا»: it negates its own verb
    if form not in ("لا", "لم", "لن"):
        return gap <= _NEGATION_REACH - 1
    if form == "لا" and scene.forms[negator + 1] in _NO_DENIAL_BEHIND:
        return False
    if gap < _NEGATION_REACH or (gap == _NEGATION_REACH and not scene.is_finite(negator + 1)):
        return True
    return _is_helped(scene, negator, trigger)


def _is_apart(scene: Scene, verb: int) -> bool:
    """Say whether neither «و» nor «ل» hangs a verb on the one before («لن يخضع ويستسلم», «لن يخرج ليقاتل»)."""
    return not any(r.conjunction or r.preposition for r in scene.readings[verb])


def _is_helped(scene: Scene, negator: int, trigger: int) -> bool:
    """«لم تحاول هذا العام اعتراض»: a negated verb that only helps, and no other verb before the noun."""
    helps = any(
        r.lexeme.table == "verbs" and r.is_verb and r.lexeme.id not in _KNOWS for r in scene.readings[negator + 1][:1]
    )
    between = range(negator + 2, trigger)
    noun = not scene.is_finite(trigger)
    return (
        helps and noun and not any(scene.is_finite(k) or scene.forms[k] in "،,؛" or scene.is_that(k) for k in between)
    )


def score_certainty(scene: Scene, happening: Happening, start: int, end: int, *, kind: str) -> tuple[str, str]:
    """Give ``stated``, ``hedged`` or ``unknown`` and the rule that decides; ``kind`` is the type of the claim.

    Source: annotation guideline, field ``certainty``.
    """
    head = happening.head.index
    around = scene.frames_around[head]
    unknown = _unknown(scene, head, start, end)
    doubting = next((f for f in around if f.stance == "doubt" and _reaches(scene, f, head)), None) if around else None
    if doubting is not None and not unknown and not scene.words_in(_CAUSES, doubting.cue, head):
        return "hedged", doubting.rule
    hedge = _hedge(scene, happening, start, end)
    if unknown and not (hedge and hedge[0] < head and hedge[0] > unknown[0]):
        return "unknown", f"ar.grammar.unknown.{unknown[1]}"
    denied = around[-1] if around and around[-1].stance == "deny" else None
    if denied is not None and _reaches(scene, denied, head):
        return ("hedged", denied.rule) if _finds_unlikely(scene, denied) else ("stated", "")
    if hedge and kind not in _SURE:
        return "hedged", f"ar.grammar.hedges.{hedge[1]}"
    if kind != "THREATEN" and any(_is_to_come(scene, head, t) for t in happening.triggers):
        return "hedged", "ar.grammar.future"
    return "stated", ""


def _finds_unlikely(scene: Scene, frame: Frame) -> bool:
    """«استبعد سقوط ضحايا» finds it unlikely; who dismisses a theory («استبعد فرضية …») says that it is not so."""
    return frame.rule.startswith("ar.speech.استبعد") and _THEORIES.isdisjoint(
        scene.forms[frame.cue + 1 : frame.start + 1]
    )


def _is_to_come(scene: Scene, head: int, trigger: Trigger) -> bool:
    """«ستهاجم»; what a clause behind tells («…، حيث سيؤدي مقتله إلى …») makes the happening itself no future."""
    return trigger.reading.preposition == "س" and not clauses_in(scene, head + 1, trigger.index + 1)


def _unknown(scene: Scene, head: int, start: int, end: int) -> tuple[int, str] | None:
    """What is unclear stands before the head («لم يتضح ما إذا …»), or is said of it at once («… غير واضح»)."""
    for frame in scene.frames_around[head]:
        if _is_unsure(frame):
            return frame.cue, scene.forms[frame.cue]
    if _is_unable(scene, head):
        return head, scene.forms[head]
    first = max(start - _NEGATION_REACH, _sentence_start(scene, head))
    for k in scene.phrases_in("unknown", first, end):
        aside = k > head and (scene.forms[k] != "غير" or any(scene.forms[j] in "،," for j in range(head, k)))
        after = k + scene.phrase("unknown", k)
        counted = (k and scene.forms[k - 1] in _COUNT) or scene.forms[after : after + 1] in _COUNT_ALONE
        if not aside and not counted and not _only_describes(scene, k, head):
            return k, scene.forms[k]
    return None


def _only_describes(scene: Scene, k: int, head: int) -> bool:
    """«الملثمون الذين لم تعرف وجوههم اقتحموا», «لم يتضح إن كانوا من التنظيم الذي هاجم»: word and deed lie in different clauses.

    A relative clause that opens with the word ends before a second verb; one that opens behind it tells of what is known.
    """
    if k > head:
        return False
    if any(scene.forms[j] in RELATIVES for j in range(max(k + 1, head - _RELATIVE_REACH), head)):
        return True
    if not k or scene.forms[k - 1] not in RELATIVES:
        return False
    found = scene.readings[head][:1]
    own = bool(found) and found[0].is_verb and not found[0].conjunction and not scene.is_that(head - 1)
    return own or any(scene.forms[j] in "،," for j in range(k, head))


def _is_unable(scene: Scene, head: int) -> bool:
    """«لا يمكنها حتى الآن أن تؤكد …», «لم يتمكن من التحقق من …»: nobody could make sure."""
    for k in scene.negated_in(max(_sentence_start(scene, head), head - _UNABLE_REACH), head):
        if scene.forms[k + 1].startswith(_ABLE):
            sure = next(
                (j for j in range(k + 2, min(k + 2 + _HELPED_REACH, len(scene.forms))) if scene.forms[j] in _CONFIRM),
                -1,
            )
            apart = bool(clauses_in(scene, sure + 1, head))
            return sure >= 0 and (head == k + 1 or (sure < head and not apart))
    return False


def _is_unsure(frame: Frame) -> bool:
    """«لم تؤكد الوزارة مقتل …», «لا يمكنها أن تؤكد أن …»: who does not confirm does not know."""
    return frame.rule.endswith(":negated")


def _hedge(scene: Scene, happening: Happening, start: int, end: int) -> tuple[int, str] | None:
    head = happening.head.index
    first = _sentence_start(scene, head)
    before = max(first, start - _NEGATION_REACH)
    for k in scene.phrases_in("hedges", first, before):
        that = k + scene.phrase("hedges", k)
        whole = scene.is_that(that) or scene.is_that(that - 1)
        if _only_describes(scene, k, head):
            continue
        stop = head + 1 if scene.forms[that - 1] in _OF_THEM or scene.forms[that : that + 1] in _OF_THEM_ALONE else head
        caused = scene.words_in(_CAUSES, k, head)
        if whole and not caused and _is_hedge(scene, k) and not clauses_in(scene, that, stop):
            return k, scene.forms[k]
    for k in scene.phrases_in("hedges", before, min(end, max(head + _HEDGE_AFTER, happening.last + 4))):
        if (k > head and not _follows(scene, head, k)) or _only_describes(scene, k, head):
            continue
        if k < start and any(scene.forms[j] in "،," for j in range(k, start)):
            continue
        if _is_hedge(scene, k) and not scene.words_in(_CAUSES, k, head):
            return k, scene.forms[k]
    last = scene.annotation.sentences[scene.sentence_of[head]][1]
    for k in scene.phrases_in("hedges_back", head, min(last, head + _BACK_REACH)):
        return k, scene.forms[k]
    return _in_telling(scene, head) or _believed(scene, head, min(last, max(end, head + _BELIEVED_REACH)))


def _follows(scene: Scene, head: int, k: int) -> bool:
    """A hedge behind the head is its own when no other clause begins between them."""
    return bool(scene.phrase("hedges_after", k)) and not clauses_in(scene, head + 1, k)


def _in_telling(scene: Scene, head: int) -> tuple[int, str] | None:
    """«المعلومات الأولية تشير إلى …»: what is told is as sure as the reports that tell it."""
    for frame in scene.frames_around[head][-1:]:
        for k in scene.phrases_in("hedged_reports", max(0, frame.first - 2), frame.last + 1):
            if scene.forms[k] != "الي" or k + _NEGATION_REACH > frame.start:
                return k, scene.forms[k]
    return None


def _believed(scene: Scene, head: int, stop: int) -> tuple[int, str] | None:
    """«غارة نفذتها طائرة، يعتقد أنها أمريكية», «تابعة لـ»: whose deed it is, is only believed."""
    for k in scene.phrases_in("believed", max(0, head - _OPENING_REACH), stop):
        if any(scene.forms[j] in ".؛" or opens_clause(scene, j) for j in range(min(k, head) + 1, max(k, head))):
            continue
        after = k + scene.phrase("believed", k)
        form = scene.forms[after] if after < len(scene.forms) else ""
        if form.startswith("تابع") or any(r.lexeme.table == "people" for r in scene.readings[after][:1]):
            return k, scene.forms[k]
        if after in scene.mention_from or (form.endswith(("يه", "يين", "ي")) and form not in PREPOSITIONS):
            return k, scene.forms[k]
    return None


def _is_hedge(scene: Scene, k: int) -> bool:
    """«قد» hedges before a present («قد تتجاوز») and affirms before a past («قد قتل», «يكون قد تلقى»)."""
    form = scene.forms[k].lstrip("وف")
    if form == "يشتبه":  # «يشتبه في أن الحركة هاجمت», no «مسلحون يشتبه في أنهم منها»
        return "ان" in scene.forms[k + 1 : k + 3] or scene.forms[k + 1 : k + 2] == ("بان",)
    if scene.forms[k] == "فقد" or (form == "اذا" and k and scene.forms[k - 1] in ("ما", "فيما", "عما")):
        return False
    if form == "قد" or scene.forms[k] in ("قد", "وقد"):
        if k and scene.forms[k - 1] in ("يكون", "تكون", "يكونوا", "كان", "كانت", "كانوا", "يكونا", "تكونا"):
            return False
        follow = scene.readings[k + 1] if k + 1 < len(scene.readings) else ()
        if follow and follow[0].is_verb and follow[0].sense.shape.endswith("past"):
            return False  # «قد تلقى بلاغا»: it has received one
        if any(r.sense.shape.endswith("present") for r in follow):
            return True
        return (
            k + 1 < len(scene.forms)
            and scene.forms[k + 1][:1] in "يتن"
            and not any(r.sense.shape.endswith("past") for r in follow)
            and len(scene.forms[k + 1]) > 3
        )
    return True
