"""Who was put to death: the names and the nouns behind a sentence that is carried out."""

from __future__ import annotations

from riwaya.model.actor import Actor
from riwaya.model.figure import Figure
from riwaya.model.span import Span
from riwaya.stages.claim.scene import PREPOSITIONS, Scene
from riwaya.stages.claim.sentences import CRIMES
from riwaya.stages.claim.victims import plain_figure, single_victim

_ON = frozenset({"في", "بحق", "علي"})
_RIGHT = frozenset({"حق"})
"""«في حق»."""
_HOW = frozenset("تعزيرا قصاصا حدا شنقا رميا ضربا بالرصاص بالسيف حرابه غيله صلبا".split())
_HOW_REACH = 5
_WHOM = frozenset('كل من : " « ( المدعو المدعوه المدعوين المواطن المواطنه المواطنين الوافد المقيم'.split())
_CONVICTS = {
    "الجاني": 1, "الجانيه": 1, "الجانيين": 2, "المدان": 1, "المدانه": 1, "المحكوم": 1, "القاتل": 1, "القاتله": 1,
    "المتهم": 1, "المتهمه": 1, "المجرم": 1, "الارهابي": 1,
}  # fmt: skip
_SEVERAL = frozenset({"الجناه"})
_NAMED = frozenset({"name", "named"})
_LONGEST_NAME, _SHORTEST = 9, 2


def find_executed(scene: Scene, at: int, end: int) -> list[Figure]:
    """Give who was put to death by the sentence whose words end before ``at``, one figure for each name.

    «في المدعو زيد البري», «في كل من: زيد البري وسالم المرعي», «بالجانيين», «بحق الجاني»; [] where numbers or nobody follow.
    """
    k = _behind_manner(scene, at, end)
    if k >= end:
        return []
    if scene.forms[k] in _ON:
        k += 2 if scene.forms[k + 1 : k + 2] and scene.forms[k + 1] in _RIGHT else 1
    elif scene.forms[k].removeprefix("ب") in _CONVICTS or scene.forms[k].removeprefix("ب") in _SEVERAL:
        return _convicts(scene, k, end)
    else:
        return []
    several = False
    while k < end and scene.forms[k] in _WHOM:
        several = several or scene.forms[k] == "كل"
        k += 1
    if k >= end or k in scene.counted:
        return []
    if (convicts := _convicts(scene, k, end)) or scene.forms[k] in _CONVICTS:
        return convicts
    who = scene.mention_from.get(k)
    if who is not None and who.tags.isdisjoint(_NAMED):
        one = single_victim(scene, who, "executed")
        return [one] if one is not None else []
    return _names(scene, k, end, several=several)


def _behind_manner(scene: Scene, at: int, end: int) -> int:
    k = at
    while k < min(end, at + _HOW_REACH) and scene.forms[k] in _HOW:
        k += 1
    return k


def _convicts(scene: Scene, k: int, end: int) -> list[Figure]:
    """«الجاني», «بالجانيين», «الجناة»; the name behind a convict is his."""
    form = scene.forms[k].removeprefix("ب")
    many = _CONVICTS.get(form)
    if many == 1 and (named := _names(scene, k + 1, end, several=False)):
        return named
    if many is None and form not in _SEVERAL:
        return []
    token = scene.tokens[k]
    start = token.start + (1 if scene.forms[k].startswith("ب") else 0)
    return [plain_figure("executed", many or _SHORTEST, many, Span(start, token.span.end))]


def _names(scene: Scene, k: int, end: int, *, several: bool) -> list[Figure]:
    found: list[Figure] = []
    first = k
    while first < end:
        last = first
        while last < min(end, first + _LONGEST_NAME) and _is_of_name(scene, last):
            if several and last - first >= _SHORTEST and _is_joined(scene, last):
                break
            last += 1
        if last - first < _SHORTEST:
            break
        start = scene.tokens[first].start + (1 if found else 0)
        found.append(_named(scene, Span(start, scene.tokens[last - 1].span.end)))
        if not several or last >= end or not _is_joined(scene, last):
            break
        first = last
    return found


def _is_of_name(scene: Scene, k: int) -> bool:
    form = scene.forms[k]
    if k in scene.set_in and (form.startswith("ب") or any(a <= k < b for a, b, _ in scene.time_ranges.near(k, k))):
        return False  # «بمدينة كذا», «أمس»; a word of a name may be a place too
    if not scene.tokens[k].is_word or form in PREPOSITIONS or k in scene.counted or form in CRIMES:
        return False
    return form not in _CONVICTS and not (scene.is_finite(k) or scene.is_that(k))


def _is_joined(scene: Scene, k: int) -> bool:
    form = scene.forms[k]
    return form.startswith("و") and len(form) > _SHORTEST and not scene.grammar["not_joined"].has(form)


def _named(scene: Scene, span: Span) -> Figure:
    who = Actor(id=None, name=span.of(scene.text), kind="person")
    return Figure(measure="executed", low=1, high=1, about=False, span=span, of=who, of_span=span)
