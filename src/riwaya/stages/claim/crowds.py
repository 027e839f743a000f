"""Numbers that no word of harm takes: whether people are counted by them, and where they stand."""

from __future__ import annotations

from riwaya.model.mention import Mention
from riwaya.stages.claim.courts import counts_judged
from riwaya.stages.claim.scene import COUNTABLE, Scene
from riwaya.stages.claim.trigger import is_armed
from riwaya.stages.claim.victims import is_nation

_PEOPLE = frozenset({"civilian", "fighter", "army", "leader", "official"})
_OF_THEM = frozenset({"منهم", "منهن"})
_SUSPECTED = "ar.people.مشتبه"
_ISSUED = frozenset("الصادره صادره الصادر صدرت صدر".split())
_TWO = frozenset({"اثنين", "اثنان", "اثنتين"})
_SHORT = 4


def counts_people(scene: Scene, start: int, first: int, last: int, lead: int, of: Mention | None) -> bool:
    """Say whether the number of the tokens ``first`` to ``last`` counts people that some happening is told of.

    Args:
        scene: The document.
        start: First token of the claim.
        first: Where the number begins.
        last: Where it ends.
        lead: Where its hedges begin.
        of: Whom the words behind it name; None where they name nobody known.

    Source: annotation guideline, figures: «casualties and other people counts».
    """
    people = of is not None and (not of.tags.isdisjoint(_PEOPLE) or _is_member(scene, last, of))
    people = (
        people
        or is_nation(scene, last)
        or _are_two(scene, first)
        or _are_crowd(scene, lead, last)
        or (first > start and _are_of_them(scene, last))
        or _are_known(scene, first) is not None
    )
    people = people and not _is_judged_before(scene, lead)
    return people or counts_judged(scene, start, first, last)


def _is_member(scene: Scene, last: int, of: Mention) -> bool:
    """«حاصروا 300 حوثي», «أربعة من الحوثيين», «أربعة من المشتبه بهم»: those of a movement behind a number are its men."""
    if of.why == _SUSPECTED and of.definite:
        return True
    form = scene.forms[last] if last < len(scene.forms) else ""
    if form == "من" and of.first == last + 1:  # «سقوط 16 من الحوثيين»
        return "name" in of.tags and is_armed(of.tags, of.actor.kind)
    single = of.first == of.last == last and form.endswith(("ي", "يا")) and not form.startswith("ال")
    return single and len(form) > _SHORT - 1 and "name" in of.tags and is_armed(of.tags, of.actor.kind)


def _are_of_them(scene: Scene, last: int) -> bool:
    """«فرار العشرات منهم»: of people who were told before; things are «منها»."""
    return last < len(scene.forms) and scene.forms[last] in _OF_THEM


def _are_crowd(scene: Scene, lead: int, last: int) -> bool:
    """«خرج مئات من أنصار الحراك في مسيرة»: the many right behind a verb of protest are people, whoever they are."""
    verb = scene.readings[lead - 1] if lead else ()
    of_them = last < len(scene.forms) and scene.forms[last] == "من"
    return of_them and any(r.is_finite and r.lexeme.type == "PROTEST" for r in verb)


def _are_two(scene: Scene, first: int) -> bool:
    """«طعن إسرائيليين اثنين»: a nationality in the dual before its number."""
    return scene.forms[first] in _TWO and first > 0 and is_nation(scene, first - 1)


def _are_known(scene: Scene, first: int) -> Mention | None:
    """«المقاتلون الستة», «المتهمين الثمانية»: who stands in the definite plural before a number with its article."""
    if not scene.forms[first].startswith("ال") or not first:
        return None
    who = scene.mention_over.get(first - 1)
    known = who is not None and who.definite and who.number == "pl" and "thing" not in who.tags
    return who if known and who is not None and not who.tags.isdisjoint(COUNTABLE) else None


def _is_judged_before(scene: Scene, lead: int) -> bool:
    """«ضد الأحكام الصادرة بحق ستة من القادة»: who was judged before is none of those told here."""
    against = lead - 1 if scene.forms[lead - 1] != "حق" else lead - 2
    return against > 0 and scene.forms[against - 1] in _ISSUED
