"""Objects that do not stand right behind their verb: how, where and when something was done may stand between."""

from __future__ import annotations

from riwaya.model.actor import Participant
from riwaya.model.mention import Mention
from riwaya.stages.claim.bare import find_bare_phrase
from riwaya.stages.claim.scene import PREPOSITIONS, RELATIVES, Scene

_REACH = 16
_SOME = frozenset("عده بضعه بضع عددا".split())
"""Words of amount: an object opens with them."""
_SOME_OF = frozenset("بعض بضع بضعه".split())
_COMMAS = frozenset("،,")
_THEN = (("ذلك",), ("هذا",), ("قليل",), ("حين",))
"""«بعد ذلك», «قبل قليل»."""
_ADVERBS = frozenset("ايضا كذلك مجددا ليلا نهارا صباحا مساء فجرا ظهرا لاحقا سابقا بدورها بدوره".split())


def find_object(scene: Scene, at: int, end: int) -> Mention | Participant | None:
    """Give the object of a verb behind the phrases that tell how, where or when; None where none is told.

    An indefinite noun of such a phrase may be of the noun behind it («بنيران دبابات»), so that an adjective, an amount or
    the accusative has to part the object from it («بشكل مكثف مواقع», «في وقت سابق جسورا»).

    Args:
        scene: The document.
        at: First token behind the verb, or behind its subject.
        end: Token at which the object must have ended.

    Source: order of the complements of a verb in written Arabic (Ryding 2005, ch. 3).
    """
    stop = min(end, at + _REACH)
    k, closed = _pass_setting(scene, at, stop)
    if k == at:
        return None
    while k < stop:
        form, mention = scene.forms[k], scene.mention_from.get(k)
        if form in _COMMAS and closed and k + 1 < stop and _is_accusative(scene, k + 1):
            k += 1  # «هاجموا في الفجر، عددا من المواقع»
            continue
        if not scene.tokens[k].is_word or form in RELATIVES or scene.is_that(k) or scene.is_finite(k):
            return None
        if (behind := _pass_setting(scene, k, stop))[0] > k:
            k, closed = behind
            continue
        if mention is not None:
            return None if mention.conjunction or not closed else mention
        if form in _SOME and (told := _some_of(scene, k)) is not None:
            return told
        if form in _SOME or not closed:
            bare = None if form in _SOME or form[0] in "وف" else find_bare_phrase(scene, k, end, accusative=True)
            if bare is not None:
                return bare
            k, closed = k + 1, True  # an adjective
            continue
        if form[0] in "وف" or scene.readings[k].happens:
            return None
        if form.startswith("ال") and not _is_time(scene, k - 1):  # «في منطقة كذا التابعة …»
            return None
        return find_bare_phrase(scene, k, end, accusative=form[-1] == "ا")
    return None


def _some_of(scene: Scene, k: int) -> Mention | None:
    """«عددا من الثكنات», «عدة ثكنات»: of whom there are some."""
    behind = k + 2 if scene.forms[k + 1 : k + 2] == ("من",) else k + 1
    mention = scene.mention_from.get(behind)
    return mention if mention is not None and not mention.preposition else None


def _pass_setting(scene: Scene, k: int, stop: int) -> tuple[int, bool]:
    """Give the token behind the setting phrase at ``k`` and whether that phrase is closed; ``k`` itself where none stands."""
    form = scene.forms[k] if k < stop else ""
    if not form:
        return k, True
    if (over := _set_until(scene, k)) > k or form in _ADVERBS:
        return max(over, k + 1), True
    if form[0] == "ب" and (k in scene.counted or k in scene.hedging) and form not in _SOME_OF:
        return _pass_amount(scene, k, stop), True
    mention = scene.mention_from.get(k)
    if mention is not None:
        return (_pass_joined(scene, mention.last + 1, stop), True) if mention.preposition in ("ب", "ل") else (k, True)
    if form in PREPOSITIONS and k not in scene.hedging:
        if scene.forms[k + 1 : k + 3] == ("ما", "يبدو"):
            return k + 3, True
        if scene.forms[k + 1 : k + 2] in _THEN:
            return k + 2, True
        return _pass_led(scene, k + 1, stop)
    if form.startswith(("بال", "لل")) or (form[0] == "ب" and scene.readings[k].under_preposition) or form == "بشكل":
        return _pass_led(scene, k, stop)
    return k, True


def _pass_led(scene: Scene, noun: int, stop: int) -> tuple[int, bool]:
    """Give the token behind the noun that a preposition leads at ``noun``, and whether its phrase is closed."""
    if noun >= stop:
        return noun, True
    told = scene.mention_from.get(noun)
    if told is not None:
        return _pass_joined(scene, told.last + 1, stop), True
    if (over := _set_until(scene, noun)) > noun:
        return over, True
    definite = scene.forms[noun].startswith(("ال", "بال", "لل"))
    k = noun + 1
    while definite and k < stop and scene.forms[k].startswith("ال") and k not in scene.mention_from:
        k += 1
    if not definite and k < stop and scene.forms[k].startswith("ال") and k not in scene.mention_from:
        return _pass_joined(scene, k + 1, stop), True  # «بقذائف الهاون»
    return (_pass_joined(scene, k, stop) if definite else k), definite


def _pass_amount(scene: Scene, k: int, stop: int) -> int:
    """Give the token behind a count with «ب» written onto it and what it counts («بعشرات السيارات»)."""
    while k < stop and (k in scene.counted or k in scene.hedging):
        k += 1
    mention = scene.mention_from.get(k)
    if mention is None:  # «بثلاثة صواريخ»
        return k + 1 if k < stop and scene.tokens[k].is_word and not scene.forms[k].startswith("ال") else k
    return mention.last + 1


def _pass_joined(scene: Scene, k: int, stop: int) -> int:
    """Give the token behind definite nouns that «و» joins to a setting phrase («بالمدافع والدبابات»)."""
    while k < stop and scene.forms[k].startswith("وال") and not scene.is_finite(k):
        mention = scene.mention_from.get(k)
        k = mention.last + 1 if mention is not None else k + 1
    return k


def _is_accusative(scene: Scene, k: int) -> bool:
    """«عددا», «رتلا»: an amount, or somebody with the alef of an object."""
    return scene.forms[k] in _SOME or (scene.forms[k][-1] == "ا" and k in scene.mention_from)


def _is_time(scene: Scene, k: int) -> bool:
    return scene.forms[k] in _ADVERBS or any(a <= k < b for a, b, _ in scene.time_ranges.near(k, k))


def _set_until(scene: Scene, k: int) -> int:
    """Give the token behind the time or place that holds token ``k``; ``k`` itself where none does."""
    if k not in scene.set_in:
        return k
    ranges = (*scene.time_ranges.near(k, k), *scene.place_ranges.near(k, k))
    return max((b for a, b, _ in ranges if a <= k < b), default=k)
