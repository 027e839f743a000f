"""Where the words end that tell who somebody is: a name behind a title, behind a comma, behind «تدعى»."""

from __future__ import annotations

from riwaya.lang.counts import is_unit
from riwaya.model.mention import Mention
from riwaya.stages.claim.scene import PREPOSITIONS, Scene

_NAMES, _PERSONS = frozenset({"name", "named"}), frozenset({"person", "head-of-state"})
_OFFICES = frozenset({"official", "title", "leader", "relative", "spokesman"})
_NO_NAMES = frozenset(
    "ايضا فيه فيها منهم منه منها بينهم معظم غالبيه بعض كل جميع اخرين اخرون هناك هنا هذا هذه وهو وهي قبل بعد نحو حوالي اكثر اقل عندما حينما بينما فيما لدي اثر نفس نفسا شخصيات بشكل بغير غير".split()
)
_LONGEST_PERSON = 4
_SHORT_NAMES = frozenset({"عز", "طه", "مي"})
_NAME_REACH, _BEARER_REACH = 12, 8
_NO_NAME_ENDS = ("هم", "هما", "كم", "نا", "ته", "تها", "اه", "اها", "نفسه", "نفسها")
"""Endings of a noun or verb with a pronoun."""
CALLED = frozenset("يدعي تدعي ويدعي وتدعي المدعو المدعوه يسمي تسمي اسمه اسمها واسمه واسمها المكني المكناه".split())
_NEGATORS = frozenset("لم ولم لا ولا دون بدون ودون عدم اي ايه لن ليس ليست".split())
_TANWIN = "\u064b"
_HE = frozenset({"وهو", "وهي"})


def find_name_end(scene: Scene, mention: Mention) -> int | None:
    """Give where the name ends that is told behind somebody; None where none belongs to their words.

    Of who holds an office the words end with the mention itself, where no name follows.

    Source: annotation guideline, «a named victim: 1, quoting the name».
    """
    if (called := _called_end(scene, mention)) is not None:
        return called
    if mention.tags & _OFFICES:
        return _name_end(scene, mention)
    return _apposed_end(scene, mention) or find_comma_name_end(scene, mention.last)


def find_comma_name_end(scene: Scene, last: int) -> int | None:
    """«البريطاني، زيدان برون،», «أحد القياديين، وهو سالم المرعي»: give where the name ends behind a comma; None for no name."""
    at = last + 1
    if at + 1 >= len(scene.forms) or scene.forms[at] not in "،,":
        return None
    at += 2 if scene.forms[at + 1] in _HE else 1
    follow = scene.mention_from.get(at)
    if follow is not None:
        told = follow.tags & _NAMES and follow.actor.kind in _PERSONS
        return (
            follow.span.end
            if (told or "title" in follow.tags) and not (follow.conjunction or follow.preposition)
            else None
        )
    end = at
    while (
        end < len(scene.forms)
        and end - at < _LONGEST_PERSON
        and (is_name_word(scene, end) or (end > at and _is_definite_name(scene, end)))
    ):
        end += 1
    closed = end < len(scene.forms) and scene.forms[end] in "،,.)"
    return scene.tokens[end - 1].end if closed and end - at > 1 else None


def find_bearer_end(scene: Scene, mention: Mention) -> int:
    """Give where the name ends of who bears an office, right behind it, behind where it is held, or behind a comma; where the office ends for none."""
    at, reach = mention.last + 1, mention.last + _BEARER_REACH
    while at < min(reach, len(scene.forms) - 1):
        follow, form = scene.mention_from.get(at), scene.forms[at]
        if form in "،," or (form.endswith("،") and len(form) == 1):
            return find_comma_name_end(scene, at - 1) or mention.span.end
        if follow is not None and follow.tags & _NAMES and follow.actor.kind in _PERSONS:
            return mention.span.end if follow.conjunction or follow.preposition else follow.span.end
        led = form in ("في", "لدي") or (follow is not None and follow.preposition in ("ب", "ل"))
        if not (led or scene.forms[at - 1] == "في" or at in scene.set_in):
            return mention.span.end
        at = follow.last + 1 if follow is not None else at + 1
    return mention.span.end


def _is_definite_name(scene: Scene, k: int) -> bool:
    """«عز الدين», «عبد الرحمن السعدون»: an unknown word with the article behind a word of a name."""
    form = scene.forms[k]
    return form.startswith("ال") and not scene.readings[k] and k not in scene.mention_over and k not in scene.set_in


def _apposed_end(scene: Scene, mention: Mention) -> int | None:
    """«الناشط علي السهلي»: give where the name ends that stands right behind a definite noun; None where none does."""
    at = mention.last + 1
    if at + 1 < len(scene.forms) and scene.forms[at].startswith("ال"):  # «الناشط المدني علي …»
        at += 1
    at += scene.forms[at : at + 1] == ("علي",)  # the name, spelt like the preposition
    follow = scene.mention_from.get(at) if mention.definite else None
    if follow is None or follow.conjunction or follow.preposition or not follow.tags & _NAMES:
        return None
    return follow.span.end if follow.actor.kind in _PERSONS else None


def _called_end(scene: Scene, mention: Mention) -> int | None:
    """«مسنة تدعى حليمة الوادي»: give where the name ends that somebody bears; None where none is told."""
    at = mention.last + 1
    if at + 1 >= len(scene.forms) or scene.forms[at] not in CALLED:
        return None
    last = at + 1
    while last + 1 < len(scene.forms) and last - at < _LONGEST_PERSON and _is_name_part(scene, last + 1):
        last += 1
    return scene.tokens[last].end


def _is_name_part(scene: Scene, k: int) -> bool:
    named = scene.mention_over.get(k)
    return (named is not None and named.first < k) or is_name_word(scene, k) or scene.forms[k].startswith("ال")


def _name_end(scene: Scene, mention: Mention) -> int:
    for k in range(mention.last + 1, min(mention.last + _NAME_REACH, len(scene.tokens))):
        follow = scene.mention_from.get(k)
        named = (
            follow is not None and ("named" in follow.tags or follow.actor.kind in _PERSONS) and follow.tags & _NAMES
        )
        apposed = k == mention.last + 1 and follow is not None and follow.first < follow.last
        titled = follow is not None and "title" in follow.tags and (scene.forms[k - 1] == "،" or apposed)
        if follow is not None and (named or titled) and not (follow.conjunction or follow.preposition):
            return follow.span.end
        if scene.is_finite(k) or scene.forms[k] in ".؛:" or scene.is_that(k) or _is_next_person(mention, follow):
            break
    return mention.span.end


def _is_next_person(mention: Mention, follow: Mention | None) -> bool:
    """«العقيد سالم المرعي والنقيب …», «النقيب زيد البري والسائق …»: behind a rank with its name, who is joined is somebody else."""
    if follow is None or follow.conjunction != "و" or mention.first == mention.last:
        return False
    return "title" in mention.tags or "title" in follow.tags


def is_joined_on(scene: Scene, at: int) -> bool:
    """«أمها وشقيقيها»: «و» with a known word behind it joins, and is no part of a name."""
    form = scene.forms[at]
    return form[0] == "و" and (any(r.conjunction for r in scene.readings[at]) or form.endswith(("ها", "هم", "ه")))


def is_name_word(scene: Scene, k: int) -> bool:
    """Say whether an unknown word may be part of the name of a person."""
    token, form = scene.tokens[k], scene.forms[k]
    if (
        not token.is_word
        or (len(form) < 3 and form not in _SHORT_NAMES)
        or form.startswith(("ال", "لل"))
        or form in _NO_NAMES
        or form in PREPOSITIONS
    ):
        return False
    if _TANWIN in scene.text[token.start : min(token.end + 1, len(scene.text))]:
        return False  # «قتل ساجدا», its ending written
    if scene.readings[k] or k in scene.mention_over or not ("\u0621" <= form[0] <= "\u064a") or is_unit(form):
        return False
    if form.endswith(_NO_NAME_ENDS) or (form[0] in "وف" and form[1:] in _NEGATORS) or k in scene.counted:
        return False
    return k not in scene.set_in
