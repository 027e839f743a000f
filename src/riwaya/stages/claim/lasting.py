"""Times that are not those of the deed beside them: of a rank («أعنف هجوم منذ مايو»), and of a war's beginning («الحرب التي اندلعت في 2023»)."""

from __future__ import annotations

from datetime import timedelta

from riwaya.model.record import replace
from riwaya.model.timex import SINCE_EVENT, Timex
from riwaya.stages.claim.scene import RELATIVES, Scene

_REACH = 12
"""Tokens from a word of rank to the stretch that it is measured over."""
_STOPS = frozenset(".؛؟!")
_COUNTING = frozenset({"من"})
"""Behind «أكثر»: so many, no rank («أكثر من 30 قتيلا منذ مايو»)."""
_TIMES = frozenset({"المره", "للمره"})
_STRETCHES = ("window", "vague", "since")
_BEGUN_REACH = 3
"""Tokens from the verb of beginning to its day."""
_PAST = timedelta(days=7)


def is_of_rank(scene: Scene, at: int, time: Timex) -> bool:
    """Say whether a stretch at token ``at`` is what a rank is measured over: «أسوأ هجوم منذ عام», «ثالث تفجير خلال أسبوع», «الأول من نوعه منذ 2012».

    Source: annotation guideline, time: when the happening took place.
    """
    if time.kind != "since" and not time.value.startswith(_STRETCHES):
        return False
    for k in range(at - 1, max(-1, at - _REACH), -1):
        form = scene.forms[k]
        if form in _STOPS or (form in "،," and k < at - 1) or scene.readings[k].joined_verb:
            return False
        if _ranks(scene, k):
            return True
    return False


def _ranks(scene: Scene, at: int) -> bool:
    if at in scene.set_in or at + 1 >= len(scene.forms):
        return False
    if scene.phrase("superlatives", at):  # «على الأقل» and «أكثر من» count and do not rank
        return scene.forms[at + 1] not in _COUNTING and scene.forms[at - 1] != "علي"
    if scene.phrase("ranked", at):  # «ثاني هجوم», and not «اللواء الثاني»
        after = scene.readings[at + 1]
        return bool(after) and not after[0].is_verb and not after[0].definite
    return scene.phrase("ranked_behind", at) > 0 and (
        scene.forms[at - 1] in _TIMES or scene.phrase("of_its_kind", at + 1) > 0 or scene.phrase("copulas", at - 1) > 0
    )


def is_of_other(scene: Scene, head: int, at: int, time: Timex) -> bool:
    """Say whether a time at token ``at`` is that of what else the clause of a deed names.

    «أسقطت مسيرات فوق الجزيرة التي ضمتها في 2014» tells when the island was taken, «ردا على هجوم وقع مطلع الشهر» when that attack was.
    A relative clause that tells more of a deed or of its victims («الهجوم الذي وقع السبت») dates it.
    """
    if time.kind != "since" and scene.phrases_in("answering", head + 1, at):
        return True
    opened = scene.words_in(RELATIVES, head + 1, at)
    if not opened or scene.forms[opened[-1]].startswith("و") or not _has_been(scene, opened[-1] + 1):
        return False
    antecedent = opened[-1] - 1
    if scene.forms[antecedent] in "،,":  # «العملية على الجزيرة، التي دخلت يومها العاشر»: it goes on with the deed
        return False
    told = any(r.lexeme.table == "events" for k in (antecedent - 1, antecedent) for r in scene.readings[k])
    return not told and _holds(scene, antecedent) and "،" not in scene.forms[opened[-1] : at]


def _has_been(scene: Scene, at: int) -> bool:
    """«التي ضمتها»: a verb in the past has a time of its own; one in the present («التي يسيطرون عليها») tells how things are."""
    return at < len(scene.forms) and scene.is_finite(at) and scene.readings[at][0].sense.shape == "past"


def _holds(scene: Scene, at: int) -> bool:
    """Say whether a relative clause tells more of a place, or of a group or body and not of people hurt."""
    if at in scene.set_in:
        return True
    mention = scene.mention_over.get(at)
    return mention is not None and "name" in mention.tags


def lies_ahead(scene: Scene, time: Timex) -> bool:
    """Say whether a stretch only begins with publication («في الأيام المقبلة»): what is told beside it may long be over."""
    day = scene.annotation.document.published.day
    return day is not None and time.start is not None and time.end is not None and day <= time.start < time.end


def since_it_began(scene: Scene, at: int, time: Timex) -> Timex:
    """Give the stretch since a war began for the day on which it did («أسفرت المعارك التي بدأت قبل شهر عن …»); other times as they are.

    Of fights begun within the week the day itself is left: they may be over.
    """
    published = scene.annotation.document.published.day
    ranged = time.kind == "since" or "/" in time.value
    if time.start is None or ranged or published is None or time.start > published - _PAST:
        return time
    for k in range(at - 1, max(0, at - 1 - _BEGUN_REACH), -1):
        if scene.phrase("begun", k):
            if scene.forms[k - 1] in RELATIVES and scene.phrase("lasting", _noun_before(scene, k - 1)):
                return replace(time, end=published, kind="since", value=SINCE_EVENT + time.value)
            return time
    return time


def _noun_before(scene: Scene, relative: int) -> int:
    """«الحرب الأهلية التي»: give the noun that a relative clause describes, its adjective or comma stepped over."""
    at = relative - 1 - (scene.forms[relative - 1] in "،,")
    return at if scene.phrase("lasting", at) else max(at - 1, 0)
