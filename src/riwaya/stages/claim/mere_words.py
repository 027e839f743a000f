"""Words of happening that only say how or when something else was done, whose a place is, or of what somebody is accused."""

from __future__ import annotations

from riwaya.stages.claim.matters import CONDOLES
from riwaya.stages.claim.scene import RELATIVES, Scene
from riwaya.stages.claim.trigger import clause_around

_ADVERBIAL = frozenset({"هربا", "فرارا", "حرقا", "شنقا", "رميا", "رجما", "سحقا", "فجرا", "احتجاجا", "تنديدا", "تضامنا"})
"""«غادروا هربا من القصف», «وقع فجرا»: only how or when something else was done."""
_FOR_THEM, _BANNER_REACH = frozenset({"دعما", "تاييدا", "نصره"}), 9
_ACCUSED = frozenset("يتهم تتهم يتهمون يتهمان اتهموا".split())
_CHARGED = ("متهم", "المتهم")
_STANDING = frozenset(f"ar.verbs.{verb}" for verb in ("وقع", "زال", "ظل", "بقي", "بات", "أصبح", "صار", "كان", "خضع"))
_LIFTED_REACH, _FREED_REACH, _CHARGE_REACH, _WORD_REACH, _PLEA_REACH, _MEANS_REACH = 4, 8, 5, 16, 14, 4
_WORDS = frozenset("كلمه لفظ لفظه مصطلح تعبير عباره تسميه".split())
_MEANS = frozenset("للاشاره للدلاله لوصف".split())
_ARMS, _NOTES = frozenset("اسلحه سلاح بندقيه بنادق بندقيتي".split()), frozenset({"مذكره", "مذكرات", "بمذكره"})
_DOERS = frozenset("منفذي منفذو منفذ مرتكبي مرتكبو مرتكب مدبري مدبرو مدبر".split())
_MARKS = ((":",), ("«",), ('"',))
_SEARCHES = frozenset("بحث البحث بحثا بالبحث للبحث وبحث والبحث يبحث تبحث يبحثون".split())
_COMMENTS = frozenset("تعليق التعليق تعليقا بالتعليق للتعليق تعليقه تعليقها".split())
_ASKED_FOR = frozenset("الحصول رفض رفضت يرفض ورفض ورفضت امتنع امتنعت طلب طلبا".split())
_SO_THAT = frozenset({"كي", "لكي"})
_SO_AS, _MANAGES, _LEAST_BEFORE = _SO_THAT | {"حتي"}, "ar.verbs.تمكن", 2


def is_mere_word(scene: Scene, at: int) -> bool:
    """Say whether a word of happening only says how something was done, whose a place is, what a word means, of what kind a thing is, or what is called for."""
    for test in _MERE:  # every word of happening is asked all of them
        if test(scene, at):
            return True
    return False


def _is_adverbial(scene: Scene, at: int) -> bool:
    """«وقع فجرا», «تظاهروا دعما للأسرى», not «قدمت دعما للجيش»."""
    if scene.forms[at] in _ADVERBIAL:
        return True
    return scene.forms[at] in _FOR_THEM and any(
        r.lexeme.type in ("PROTEST", "MOBILIZE")
        for k in range(max(0, at - _BANNER_REACH), at)
        for r in scene.readings[k][:1]
    )


def is_lifted(scene: Scene, at: int) -> bool:
    """«رفعت القوات الحصار عن البلدة», «فك الحصار»: what is lifted is over."""
    if scene.readings[at][0].lexeme.subtype not in ("siege", "sanction") or not scene.readings[at][0].definite:
        return False
    before = range(max(0, at - _LIFTED_REACH), at)
    return any(r.lexeme.subtype == "lift" for k in before for r in scene.readings[k])


def _is_only_under(scene: Scene, at: int) -> bool:
    """«قصفت مناطق تحت سيطرة المتمردين»: whose a place is; «لا تزال تحت سيطرتهم», «البلدة تحت سيطرتهم» tell it."""
    if at and scene.forms[at - 1] == "من" and scene.readings[at][0].lexeme.subtype == "seize":
        before = range(max(0, at - _FREED_REACH), at - 1)  # «تحرير البلدة من سيطرة المسلحين»
        return any(r.lexeme.subtype == "seize" for k in before for r in scene.readings[k][:1])
    if not at or scene.forms[at - 1] != "تحت" or scene.readings[at][0].lexeme.subtype != "seize":
        return False
    start, _ = clause_around(scene, at)
    verbs = [k for k in range(start, at - 1) if scene.is_finite(k)]
    return bool(verbs) and not any(r.lexeme.id in _STANDING for r in scene.readings[verbs[-1]])


def is_charge(scene: Scene, at: int) -> bool:
    """«بتهمة القتل», «متهمين بالضلوع في انتهاكات»: of what somebody is accused is not told to have happened."""
    charged, before = scene.grammar["charged"].singles, scene.forms[at - 1]
    if before in charged:
        return at > 0
    if at > 1 and before == "ارتكاب" and scene.forms[at - 2] in charged:
        return True  # «بتهمة ارتكاب جرائم»
    if at > 1 and before == "في" and scene.forms[at - 2][0] in "لب":  # «لتورطه في تفجير»
        return scene.forms[at - 2] in charged
    if (
        at
        and scene.readings[at][0].preposition == "ب"
        and any(r.lexeme.type == "THREATEN" and not r.is_finite for r in scene.readings[at - 1][:1])
    ):
        return True  # «تعرضه للتهديد بقتله»
    if at and scene.forms[at - 1].lstrip("وف") in _ACCUSED and scene.readings[at][0].preposition == "ب":
        return True  # «ويتهم بقتل ثلاثة»
    if scene.readings[at][0].is_finite and scene.forms[at - 1] in RELATIVES:
        return False  # «المتهم الذي اعتقلته الشرطة»
    for form in scene.forms[max(0, at - _CHARGE_REACH) : at]:
        if form.startswith(_CHARGED):
            return True
    return False


def _is_of_a_word(scene: Scene, at: int) -> bool:
    """«تستخدم كلمة تحييد للإشارة إلى من قتلوا أو أسروا»: what a word means is not told to have happened."""
    first = max(scene.annotation.sentences[scene.sentence_of[at]][0], at - _WORD_REACH)
    if at and scene.forms[at - 1] in _WORDS and scene.words_in(_MEANS, at, min(at + _MEANS_REACH, len(scene.forms))):
        return True
    means = scene.words_in(_MEANS, first, at)
    return bool(means) and any(k < means[0] for k in scene.words_in(_WORDS, first, at))


def _is_kind_of_thing(scene: Scene, at: int) -> bool:
    """«بندقية قنص», «مذكرة احتجاج»: behind a thing the word says of what kind it is."""
    reading = scene.readings[at][0]
    if not at or reading.preposition or reading.conjunction:
        return False
    before, lexeme = scene.forms[at - 1], reading.lexeme
    if lexeme.measure == "killed":
        return before in _ARMS or before.removeprefix("ب") in _ARMS
    return lexeme.type == "PROTEST" and before in _NOTES


def _is_pleaded_for(scene: Scene, at: int) -> bool:
    """«وجه نداء إلى المسلحين كي يلقوا السلاح»: what somebody is called upon to do belongs to the call."""
    if not at or scene.forms[at - 1] not in _SO_THAT:
        return False
    first = max(scene.annotation.sentences[scene.sentence_of[at]][0], at - _PLEA_REACH)
    return any(r.lexeme.type == "REQUEST" for k in range(first, at - 1) for r in scene.readings[k])


def _is_theirs(scene: Scene, at: int) -> bool:
    """«البحث عن منفذي عملية التفجير»: whose doers are told of is known from before."""
    return scene.readings[at][0].definite and not _DOERS.isdisjoint(scene.forms[max(0, at - 2) : at])


def _is_mourned_too(scene: Scene, at: int) -> bool:
    """«نقدم تعازينا في الضحايا والإصابات»: what is joined to those who are mourned is told with them."""
    reading = scene.readings[at][0]
    if reading.conjunction != "و" or reading.is_finite:
        return False
    for k in range(at - 1, max(-1, at - _PLEA_REACH), -1):
        if scene.forms[k] in ".؛:" or scene.is_finite(k):
            return False
        if any(r.lexeme.id in CONDOLES for r in scene.readings[k][:1]):
            return True
    return False


def _is_only_able(scene: Scene, at: int) -> bool:
    """«قادرون على ضبط الجناة», «يمكن استخدام القنابل»: what could be done is not told to have been done; «غير قادر على حماية …» is."""
    reading = scene.readings[at][0]
    if reading.is_finite or not at:
        return False
    first = max(0, at - _LEAST_BEFORE)
    able = scene.phrases_in("ability", first, at - 1)
    if able and scene.forms[at - 1] == "علي":
        return not scene.negators_in(max(0, able[0] - 2), able[0])
    may = scene.phrases_in("possibility", first, at)
    return bool(may) and not (scene.frames_around[at] or scene.negators_in(max(0, may[0] - 1), may[0]))


def _is_made_possible(scene: Scene, at: int) -> bool:
    """«حتى تتمكن من تحرير البلدة»: what somebody shall then be able to do."""
    if scene.forms[at - 1] != "من" or scene.readings[at][0].is_finite:
        return False
    for k in range(at - 2, max(0, at - _FREED_REACH), -1):
        if any(r.lexeme.id == _MANAGES for r in scene.readings[k][:1]):
            present = any(r.sense.shape.endswith("present") for r in scene.readings[k][:1])
            return present and (scene.forms[k - 1] in _SO_AS or scene.forms[k].startswith(("لي", "لت")))
    return False


def _is_ascribed(scene: Scene, at: int) -> bool:
    """«نسبت السلطات الهجوم إلى …»: the deed was told before, and the verb tells who is accused of it."""
    reading = scene.readings[at][0]
    if not reading.definite or reading.is_finite or "الي" not in scene.forms[at + 1 : at + _CHARGE_REACH]:
        return False
    before = range(max(0, at - _CHARGE_REACH), at)
    return any(r.lexeme.id == "ar.events.نسب" and not r.pronoun for k in before for r in scene.readings[k])


def _is_idiom(scene: Scene, at: int) -> bool:
    """«انفجار سكاني», «لقتل الوقت», «معركة انتخابية»: a set phrase that names no deed of violence."""
    near = scene.phrases_in("idioms", max(0, at - _MEANS_REACH + 1), at + 1)
    return bool(near) and any(scene.phrase("idioms", k) > at - k for k in near)


def _is_spelt_out(scene: Scene, at: int) -> bool:
    """«حملة: مصادرة السلاح وهدم المتاريس», «عملية «تطهير الوادي»»: behind a colon or a mark the noun says which deed it was."""
    reading, forms = scene.readings[at][0], scene.forms
    if reading.is_finite or reading.definite or forms[at + 1 : at + 2] not in _MARKS:
        return False
    named = at + 2 + (forms[at + 2 : at + 3] in _MARKS)
    return named < len(forms) and any(r.sense.shape == "masdar" for r in scene.readings[named][:2])


def _is_sought(scene: Scene, at: int) -> bool:
    """«البحث عن ضحايا تحت الركام»: who is looked for is told by the search."""
    return (
        at > 1
        and scene.forms[at - 1] == "عن"
        and scene.forms[at - 2] in _SEARCHES
        and "harm" in scene.readings[at][0].lexeme.tags
    )


def _is_comment(scene: Scene, at: int) -> bool:
    """«لم يتسن الحصول على تعليق», «رفض التعليق على الهجوم»: a word said about something, where another «تعليق» suspends it."""
    if scene.forms[at] not in _COMMENTS:
        return False
    return not _ASKED_FOR.isdisjoint(scene.forms[max(0, at - 3) : at])


_MERE = (
    _is_adverbial, _is_comment, _is_sought, _is_only_under, _is_of_a_word, _is_kind_of_thing, _is_pleaded_for, _is_theirs, _is_mourned_too, _is_spelt_out, _is_idiom,
    _is_only_able, _is_made_possible, _is_ascribed,
)  # fmt: skip
