"""Triggers: the words that name a happening."""

from __future__ import annotations

from riwaya.model.attribution import Frame
from riwaya.model.timex import SINCE_EVENT
from riwaya.model.word import Reading
from riwaya.stages.claim.company import has_company
from riwaya.stages.claim.fallen import find_fate
from riwaya.stages.claim.falling import comes_under_fire, has_fired, is_taken, takes_lives
from riwaya.stages.claim.harms import are_bodies_found, is_in_name, is_tolled
from riwaya.stages.claim.homographs import is_other_word
from riwaya.stages.claim.in_phrases import is_in_phrase
from riwaya.stages.claim.measures import is_sentence
from riwaya.stages.claim.mere_words import (
    is_charge,
    is_lifted,
    is_mere_word,
)
from riwaya.stages.claim.needs import NEEDED
from riwaya.stages.claim.occasions import is_occasion
from riwaya.stages.claim.prevented import is_kept_from
from riwaya.stages.claim.refuting import find_refutal
from riwaya.stages.claim.scene import RELATIVES, TEMPORAL, Scene
from riwaya.stages.claim.telling_more import says_more
from riwaya.stages.claim.trigger import Trigger, near

_GROUNDS = frozenset("جبهات خطوط جبهه ساحه ميدان ساحات ميادين ارض".split())
_BANDS = frozenset("جيش جبهه حركه منظمه هييه حزب قوات الويه كتايب".split())
_TO_DISCUSS = frozenset("لبحث لمناقشه لدراسه".split())
"""«يلتقون لبحث مواجهة التنظيم»: what is talked about is not told to happen."""
_SPOTS = frozenset("مواقع اماكن نقاط مناطق".split())
_OF_PEOPLE = frozenset(
    "طرفا طرفي اطراف اسماء هويات هويه صور اسر عايلات ذوي اهالي ظروف ملابسات اسباب تفاصيل كيفيه".split()
)
"""«طرفا النزاع», «أسماء القتلى», «ذوي الضحايا», «ظروف مقتله»: whose names or families they are, or how it came."""
_CARE = frozenset("حاله اعمار اوضاع علاج معالجه اسعاف رعايه حقوق".split())
_TREATMENT = frozenset("علاج معالجه اسعاف مداواه".split())
_ENDING = frozenset(
    "وقف لوقف بوقف انهاء لانهاء بانهاء ايقاف لايقاف بايقاف تعليق لتعليق بتعليق تجميد لتجميد بتجميد".split()
)
"""«إلى وقف القتال»: what is to end is not told."""
_NOT_TOLD = _ENDING | _TO_DISCUSS
_SINCE = frozenset("منذ بعد قبل من ومنذ وبعد وقبل".split())
_COMES = frozenset("تاتي ياتي وتاتي وياتي جاءت وجاءت جاء وجاء".split())
_THIS, _COMES_REACH = frozenset({"هذا", "هذه"}), 4
_STARTS = frozenset("بدء انطلاق بدايه اندلاع".split())
_DUAL_REACH = 8
_BREACH = frozenset({"خرق", "انتهاك", "خروقات", "انتهاكات"})
"""«خرق الهدنة»: the breach is told, the truce is not."""
_AMOUNT_REACH, _BREACH_REACH, _BROKEN_REACH = 6, 2, 4
_PLAN_REACH, _DENIED_REACH, _HIT_REACH = 7, 9, 5
_ANY = frozenset({"كل", "اي", "ايه", "وكل", "واي"})
_UNDERGOES = "ar.events.تعرض"
_OPERATION, _ANSWERS = "ar.events.عملية", "ar.events.رد"
"""«ورد الجيش على النيران» answers, though «ورد» is a word of its own."""
_AT_ONCE = frozenset({"abduct", "arrest", "assassinate", "execute", "exchange"})
"""Kinds of deed that are done at once; holding hostages is an operation while it lasts."""
_REGRETS = frozenset({"ar.speech.أعرب:about", "ar.speech.عبر:about", "ar.speech.أبدى:about"})
_VALIDITY = frozenset({"صحه", "اساس"})
"""«لا صحة لسقوط المدينة»: what is said not to be so, and no purpose."""
_LEADS = (("عن",), ("الي",), ("في",), ("بحياه",), ("بارواح",))
"""Behind a verb of result: what it led to follows."""
_PROMISES, _PROMISED_REACH = "ar.speech.وعد", 6
_HOUSE_ARREST = "ar.events.إقامة-جبرية"
_PENDING = frozenset({"ذمه", "قيد", "رهن"})
"""«حبسه على ذمة التحقيق», «رهن الاعتقال»: how somebody is held."""
_AT_THE_TIME = frozenset({"فيما", "بينما", "حيث"})
_POWERFUL = frozenset("شديد شديده الشديد الشديده عالي عاليه العاليه سريع سريعه قابل قابله القابله".split())
"""«عبوة شديدة الانفجار», «مواد قابلة للانفجار»: what kind of thing it is."""
_ASKING = NEEDED | {"with-ala"}
"""Tags of entries that ask for words beside them, and are heard before those that ask for none."""


def find_triggers(scene: Scene) -> list[Trigger]:
    """Give the triggers of a document in text order, those that fail what their entry asks for left out."""
    acts = {f.cue: f for f in scene.attributions.frames if f.act}
    found: list[Trigger] = []
    for at in sorted({*scene.happening_in(0, len(scene.forms)), *acts}):
        if at in scene.within_entry:
            continue
        trigger = _act(scene, at, acts) or find_refutal(scene, at) or _event(scene, at, scene.annotation.phrases[at])
        if trigger is not None:
            found.append(trigger)
    return found


def _act(scene: Scene, at: int, acts: dict[int, Frame]) -> Trigger | None:
    frame = acts.get(at)
    if frame is None:
        return None
    reading = next((r for r in scene.readings[at] if r.lexeme.table == "speech" and r.lexeme.type), None)
    if reading is None and frame.rule.endswith((":need", ":declared")):
        reading = next((r for r in scene.readings[at] if r.lexeme.table == "speech"), None)
    if reading is not None and reading.lexeme.id == _PROMISES and not _promises(scene, at, reading):
        return None  # «يعد دليلا على …»: is taken for one
    if reading is not None and at - 1 in scene.counted and _is_bare_past(reading):
        return None  # «ألف طالب»: whoever is counted
    return Trigger(index=at, size=1, reading=reading, act=frame) if reading else None


def _promises(scene: Scene, at: int, reading: Reading) -> bool:
    """«يعد بسحب القوات»: in the present, who promises does so with «بـ» and what is promised."""
    behind = range(at + 1, min(at + _PROMISED_REACH, len(scene.forms)))
    return not reading.sense.shape.endswith("present") or any(
        r.preposition == "ب" and r.sense.shape == "masdar" for k in behind for r in scene.readings[k][:2]
    )


def _is_bare_past(reading: Reading) -> bool:
    """«طالب», «وزع»: without a pronoun or «و», it may be a noun written alike."""
    sense = reading.sense
    return (sense.shape, sense.number, sense.gender) == ("past", "sg", "m") and not (
        reading.conjunction or reading.pronoun
    )


def _event(scene: Scene, at: int, size: int) -> Trigger | None:
    reading = _event_reading(scene, at)
    if reading is None or (at in scene.telling and not _is_told_noun(scene, at)):
        return None
    if is_in_phrase(scene, at, reading) or _is_purpose(scene, at, reading) or _only_sets(scene, at):
        return None
    if (
        is_sentence(scene, at, reading)
        or is_occasion(scene, at, reading)
        or _only_heads(scene, at, reading)
        or _is_of_rally(scene, at, reading)
    ):
        return None
    alike = [reading]
    alike += [
        r
        for r in scene.readings[at]
        if r is not reading and _is_spelt_alike(r, reading) and not is_other_word(scene, at, r)
    ]
    if len(alike) > 1:
        alike.sort(key=lambda r: _ASKING.isdisjoint(r.lexeme.tags))  # «وصلت شحنة أسلحة» is more than a move
    for one in alike:
        trigger = _with_company(scene, at, size, one)
        if trigger is not None:
            return trigger
    return None


def _only_heads(scene: Scene, at: int, reading: Reading) -> bool:
    """«عملية الخطف», «عمليات دهم»: what kind of operation it was is told by the noun right behind, and that noun tells it."""
    if reading.lexeme.id != _OPERATION or at + 1 >= len(scene.forms) or reading.definite:
        return False
    kind = scene.readings[at + 1][
        : 2 if scene.readings[at + 1][:1] and not scene.readings[at + 1][0].conjunction else 1
    ]
    return any(
        r.lexeme.table == "events" and not (r.is_finite or r.conjunction or r.preposition)
        and r.lexeme.subtype in _AT_ONCE for r in kind
    )  # fmt: skip


def _is_of_rally(scene: Scene, at: int, reading: Reading) -> bool:
    """«مسيرة تضامن», «وقفة احتجاج»: what a protest is held for is told by the protest."""
    if not at or reading.conjunction or reading.preposition or reading.definite or at - 1 in scene.mention_over:
        return False  # «شنت طائرات مسيرة هجوما»: no march
    before = scene.readings[at - 1]
    if not before or before[0].lexeme.type != "PROTEST" or before[0].lexeme.table != "events" or before[0].is_finite:
        return False
    return any(r.sense.shape in ("masdar", "noun") and r.lexeme.table == "events" for r in scene.readings[at])


def _with_company(scene: Scene, at: int, size: int, reading: Reading) -> Trigger | None:
    trigger = Trigger(index=at, size=size, reading=reading)
    if reading.lexeme.id == _UNDERGOES and comes_under_fire(scene, trigger):
        return Trigger(index=at, size=size, reading=reading, heavy=True)
    falls = reading.lexeme.subtype == "fall" and not find_fate(scene, at)
    if falls and (
        near(scene, trigger, "fire", 4)
        or has_fired(scene, at)
        or is_taken(scene, trigger)
        or takes_lives(scene, trigger)
    ):
        trigger = Trigger(index=at, size=size, reading=reading, heavy=True)
    return trigger if has_company(scene, trigger) else None


def _is_spelt_alike(one: Reading, other: Reading) -> bool:
    """«قضى على», «قضى غرقا»: entries of one word that its company tells apart; «إضرابا» is a noun and a verbal noun."""
    if one.lexeme.table != "events":
        return False
    if not NEEDED.isdisjoint(one.lexeme.tags):
        return True  # «تلقى» of «لقي» and of «تلقى»: whichever has its words beside it
    if one.sense.shape == "noun" and other.sense.shape == "masdar":
        return one.lexeme.type == other.lexeme.type
    return one.lexeme.id.partition("/")[0] == other.lexeme.id.partition("/")[0]


def _is_told_noun(scene: Scene, at: int) -> bool:
    return any(f.start <= at < f.end for f in scene.frames_around[at]) and at not in scene.mention_over


def _event_reading(scene: Scene, at: int) -> Reading | None:
    found: tuple[Reading, ...] = scene.readings[at]
    if _is_genitive(scene, at):
        return None
    if _is_accusative(scene, at):
        found = tuple(r for r in found if not r.is_finite)
    for event in found:
        if event.lexeme.table == "events" and not is_other_word(scene, at, event):
            if found[0].lexeme.table == "people" and "harm" not in event.lexeme.tags:
                return None
            if event.conjunction and not found[0].conjunction and event.lexeme.id != _ANSWERS:
                return None
            return _announced(scene, at, event) or event
    return None


def _announced(scene: Scene, at: int, event: Reading) -> Reading | None:
    """«أعلنت الجماعة قنص جندي»: what a telling takes as its object is a noun, though a verb is spelt alike."""
    sense = event.sense
    if (sense.shape, sense.number, sense.gender) != ("past", "sg", "m") or event.pronoun:
        return None
    if event.conjunction:
        return _masdar_of(scene, at, event) if _is_called_for_too(scene, at) else None
    if not _brings(scene, at - 1) and not any(
        f.start == at and f.rule.endswith(":object") for f in scene.frames_around[at][-1:]
    ):
        return None
    return _masdar_of(scene, at, event)


def _masdar_of(scene: Scene, at: int, event: Reading) -> Reading | None:
    return next((r for r in scene.readings[at] if r.lexeme is event.lexeme and r.sense.shape == "masdar"), None)


def _is_called_for_too(scene: Scene, at: int) -> bool:
    """«طالبت بوقف القصف، ورفع الحصار»: in a list of what is called for, with nobody behind it who might do it."""
    around = scene.frames_around[at][-1:]
    if not around or around[0].act != "REQUEST" or around[0].rule.endswith((":that", ":quote", ":colon")):
        return False
    return scene.forms[at - 1] in "،," and at + 1 not in scene.mention_from


def _brings(scene: Scene, at: int) -> bool:
    """«أسفر قصف …»: say whether the verb at ``at`` is one of result, whose subject right behind it is a noun."""
    return at >= 0 and any("result" in r.lexeme.tags and r.is_verb and not r.pronoun for r in scene.readings[at][:1])


def _is_accusative(scene: Scene, at: int) -> bool:
    """«اقتحموا سجنا»: two who did it would be named before; without them the word is a noun in the accusative."""
    sense = scene.readings[at][0].sense if scene.readings[at] else None
    if sense is None or (sense.shape, sense.number) != ("past", "du") or scene.readings[at][0].conjunction:
        return False
    if "result" in sense.lexeme.tags and scene.forms[at + 1 : at + 2] in _LEADS:  # «أسفرا عن»
        return False
    return not any(_may_be_two(scene, k) for k in range(max(0, at - _DUAL_REACH), at))


def _may_be_two(scene: Scene, at: int) -> bool:
    """«مسلحان», «الرجلين»; not «أن», nor «السودان»."""
    if not scene.forms[at].endswith(("ان", "ين")) or scene.is_that(at):
        return False
    mention = scene.mention_over.get(at)
    return mention is None or mention.number == "du" or mention.head == at


def _is_genitive(scene: Scene, at: int) -> bool:
    """«نيابة أمن الدولة»: behind a feminine noun without article a masculine form is no verb of hers, but what she is of."""
    sense = scene.readings[at][0].sense if scene.readings[at] else None
    if not at or sense is None or (sense.shape, sense.number, sense.gender) != ("past", "sg", "m"):
        return False
    before = scene.mention_over.get(at - 1)
    bare = before is not None and before.first == before.last == at - 1 and not before.definite
    return bare and scene.forms[at - 1].endswith("ه") and not scene.readings[at][0].conjunction


def _is_purpose(scene: Scene, at: int, reading: Reading) -> bool:
    """«لقتال المجموعة», «للتخطيط لهجمات»: what somebody means to do, unless a helper says that it was done."""
    if reading.preposition != "ل" or reading.is_verb or (at and scene.forms[at - 1] in _VALIDITY):
        return False
    if is_tolled(scene, at, reading):  # «العدد النهائي لقتلى الهجوم 17»
        return not any(first > at for first, _, _ in scene.quantity_ranges.near(at + 1, at + _AMOUNT_REACH))
    if any(frame.start == at and frame.rule in _REGRETS for frame in scene.frames_around[at]):
        return False  # «عبرت الحكومة عن أسفها لمقتل …»
    if reading.lexeme.subtype == "investigate":
        return False  # «أرسل فريقا للتحقيق في …»: an inquiry is told by its purpose
    return not any("undergo" in r.lexeme.tags for k in range(max(0, at - 14), at) for r in scene.readings[k])


def _only_sets(scene: Scene, at: int) -> bool:
    """«تأتي هذه الهجمات بعد …», «منذ بدء العملية», «ساحة المعركة»: the word only sets a time or a place."""
    if scene.readings[at][0].lexeme.type == "AGREE" and _is_breached(scene, at):
        return True
    if (
        is_lifted(scene, at)
        or is_kept_from(scene, at)
        or _names(scene, at)
        or _is_aimed_at(scene, at)
        or _is_any(scene, at)
    ):
        return True
    if at and (scene.forms[at - 1] in _NOT_TOLD or is_charge(scene, at)):
        return True
    if at and (scene.forms[at - 1] in _OF_PEOPLE or _is_state_of(scene, at) or _says_what_kind(scene, at)):
        return True
    if (scene.forms[at - 1] in _GROUNDS and at) or is_mere_word(scene, at):
        return True
    finite = scene.readings[at][0].is_finite
    for first, end, time in scene.time_ranges.near(at, at):
        told = finite and time.value.startswith(SINCE_EVENT)  # «منذ أن طرد المسلحون الحرس قبل عام»: it is told, too
        told = told or says_more(scene, at, scene.readings[at][0])
        if first <= at < end and end - first > 1 and not told:
            return True
    if not _STARTS.isdisjoint(scene.forms[max(0, at - 3) : at]):
        started = next(k for k in range(max(0, at - 3), at) if scene.forms[k] in _STARTS)
        if not _SINCE.isdisjoint(scene.forms[max(0, started - 2) : started]):
            return True
    if scene.forms[at - 1] in _THIS and _comes_next(scene, at):
        return True  # «هذه الغارة الليلية جاءت عقب …»
    known = scene.readings[at][0]
    if at and scene.forms[at - 1] in TEMPORAL and (not known.definite or says_more(scene, at, known)):
        return False  # «جاء الهجوم بعد مقتل ثلاثة رعاة»: what went before is told
    near = range(max(0, at - 4), at)  # no «تقرير جاء فيه أن الجيش قصف …»
    meanwhile = finite and any(scene.forms[k] in _AT_THE_TIME for k in near)  # «يأتي ذلك فيما قصفت الطائرات …»
    opened = meanwhile or any(scene.is_that(k) for k in near)
    return not opened and not _COMES.isdisjoint(scene.forms[near.start : at])


def _is_state_of(scene: Scene, at: int) -> bool:
    """«تدهور حالة الجرحى», «أعمار القتلى»: how those told before are, or what is done for them."""
    reading = scene.readings[at][0]
    if "harm" not in reading.lexeme.tags:
        return False
    told = scene.forms[at - 1].removeprefix("ب") in _CARE and reading.definite
    return told or scene.forms[at - 1].removeprefix("ل") in _TREATMENT  # «لعلاج جرحى الحرس»


def _is_breached(scene: Scene, at: int) -> bool:
    """«خرق الهدنة», «انتهك المتمردون وقف إطلاق النار»: the breach is told, the truce is not."""
    before = scene.forms[max(0, at - _BREACH_REACH) : at]
    if any(form.removeprefix("ب").removeprefix("ال") in _BREACH for form in before):
        return True
    verbs = (r for k in range(max(0, at - _BROKEN_REACH), at) for r in scene.readings[k][:2])
    return any((r.is_finite and r.lexeme.subtype == "violate") or r.lexeme.subtype == "break-off" for r in verbs)


def _comes_next(scene: Scene, at: int) -> bool:
    behind = scene.forms[at + 1 : at + _COMES_REACH]
    return not _COMES.isdisjoint(behind) and RELATIVES.isdisjoint(behind)


def _says_what_kind(scene: Scene, at: int) -> bool:
    """«عبوة شديدة الانفجار»: behind a bare adjective a noun with its article only describes a thing."""
    reading = scene.readings[at][0]
    if reading.lexeme.id == _HOUSE_ARREST:
        return False  # «وضعوه قيد الإقامة الجبرية»
    if not reading.definite or reading.is_finite:
        return False
    return scene.forms[at - 1] in _POWERFUL or scene.forms[at - 1] in _PENDING


def _is_aimed_at(scene: Scene, at: int) -> bool:
    """«لفك الحصار», «لشن هجوم»: what is meant to be done to it is a purpose, unless a plan is told («يخطط لشن هجوم»)."""
    if not at or scene.readings[at][0].is_finite or "harm" in scene.readings[at][0].lexeme.tags:
        return False
    purpose = any(
        r.preposition == "ل" and r.sense.shape == "masdar" and r.lexeme.table == "events" and not r.pronoun
        and ("light" in r.lexeme.tags or r.lexeme.subtype in ("lift", "seize"))
        for r in scene.readings[at - 1][:1]
    )  # fmt: skip
    before = max(0, at - _PLAN_REACH)
    if not purpose or scene.phrases_in("attempts", before, at):
        return False
    return not any("plan" in r.lexeme.tags for k in range(before, at) for r in scene.readings[k])


def _is_any(scene: Scene, at: int) -> bool:
    """«ضد أي اعتداء», «كل عمل إرهابي»: any and every such deed is none that is told, unless it is denied («لم يقع أي هجوم»)."""
    if not at or scene.forms[at - 1] not in _ANY or scene.readings[at][0].definite:
        return False
    reading, around = scene.readings[at][0], scene.frames_around[at][-1:]
    if reading.is_finite or "harm" in reading.lexeme.tags or any(frame.stance == "deny" for frame in around):
        return False
    first = max(scene.annotation.sentences[scene.sentence_of[at]][0], at - _DENIED_REACH)
    return not scene.negators_in(first, at)


def _names(scene: Scene, at: int) -> bool:
    """«مقاتلو دعم الشرعية», «جيش تحرير …», «مواقع تمركز المسلحين»: whose fighters or which places they are."""
    if scene.phrase("cause_names", at) or is_in_name(scene, at):
        return True
    if "counts-only" in scene.readings[at][0].lexeme.tags and not are_bodies_found(scene, at):
        return True
    if scene.forms[at] == "تحرير" and at and scene.forms[at - 1] in _BANDS:
        return True
    where = scene.readings[at][0]
    if where.lexeme.subtype != "position" or not at:
        return False
    if scene.forms[at].endswith(
        "زا"
    ):  # «استهدف تمركزا للجيش»: the accusative is what was hit; two men rarely take a position
        return any(scene.is_finite(k) for k in range(max(0, at - _HIT_REACH), at))
    return not where.is_verb and scene.forms[at - 1] in _SPOTS
