"""Which happenings are claims: what a clause puts forward, not what it only mentions."""

from __future__ import annotations

from riwaya.model.attribution import Frame
from riwaya.stages.claim.at_large import describes, is_at_large, is_of_anybody
from riwaya.stages.claim.charges import is_linked
from riwaya.stages.claim.elsewhere import is_elsewhere
from riwaya.stages.claim.fallen import find_fallen
from riwaya.stages.claim.falling import is_taken
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.happenings import MOST
from riwaya.stages.claim.harms import is_tolled
from riwaya.stages.claim.scene import COUNTABLE, RELATIVES, Scene
from riwaya.stages.claim.supposed import is_supposed
from riwaya.stages.claim.telling_more import says_more
from riwaya.stages.claim.trigger import HARMS, VIOLENT, Trigger, is_armed, is_prepositional, near

_HELPING_NOUNS = frozenset(
    "قيام قيامه قيامها قيامهم اقدام اقدامه اقدامهم نجاح نجاحها نجاحه نجاحهم محاوله محاولته محاولتها محاولتهم محاولات تمكن تمكنها تمكنه تمكنهم".split()
)
_AIDING = frozenset({"SUPPORT", "COOPERATE", "AID", "CONSULT"})
"""«بوساطة», «بدعم من», «بالتعاون مع»: how something else was done."""
_WHY = frozenset("خلفيه بسبب نتيجه جراء لسبب ذريعه بذريعه بدعوي".split())
"""Words before the reason of something else."""
_UNHEARD_REACH, _HANDS_REACH, _PART_REACH = 7, 5, 6
_HELPER_REACH, _HELPED_REACH = 9, 24
_HELPERS = frozenset(
    f"ar.verbs.{verb}"
    for verb in (
        "نجح",
        "تمكن",
        "حاول",
        "قام",
        "استطاع",
        "بدأ",
        "أنهى",
        "استأنف",
        "تم",
        "جرى",
        "نجا",
        "اضطر",
        "سبق",
        "كثف",
        "واصل",
        "باشر",
        "شرع",
        "عاود",
        "استكمل",
        "أكمل",
        "عمد",
        "أمر",
        "أوعز",
        "قرر",
        "استمر",
    )
) | {"ar.events.أجبر", "ar.events.أرغم", "ar.events.دفع"}


_ANY_AT_ALL = frozenset({"اي", "ايه"})
_COMING = frozenset({"وقوع", "سقوط", "حدوث", "تسجيل"})
_COMES_ABOUT = frozenset(
    {"ar.verbs.حدث", "ar.verbs.وقع", "ar.verbs.حصل", "ar.verbs.سقط", "ar.events.سقط", "ar.speech.سجل"}
)
_NOT_SO = frozenset("لم دون بدون بلا".split())
_FREED_REACH = 6
_HANDING = frozenset({"exchange", "hand-over"})
_DECLARES = "ar.speech.أعلن"
_CARRYING = frozenset(
    {"ar.events.نقل", "ar.events.أسعف", "ar.events.أجلى", "ar.events.أخلى", "ar.events.عالج", "ar.verbs.انتشل"}
)
_SEARCH = frozenset({"البحث", "بحث", "بحثا", "للبحث"})
_WHETHER = frozenset({"هل", "وهل", "فهل"})
_WHICH_SIDE = (("الجهه",), ("الجهات",), ("الطرف",))
_TIMES = frozenset({"بعد", "عقب", "اثر", "غداه", "اعقاب"})
_ONWARD = frozenset({"نحو", "باتجاه", "صوب"})
"""«في التقدم نحو البلدة»: where somebody moves is told."""
_MOST = MOST | {"اكثر", "اشد", "ابرز", "اهم", "افظع"}
_BUT, _TRIED_REACH = frozenset({"لكن", "ولكن", "لكنه", "لكنها", "لكنهم", "بيد"}), 2
_PORTION_REACH, _NAMED_REACH = 3, 4
_TIME_REACH, _FACTS_REACH, _TOLL_REACH = 4, 6, 18
_VOW = "ar.statement.threaten"


def is_within_act(scene: Scene, trigger: Trigger) -> bool:
    """Say whether a trigger only tells what a call, threat or accusation is about.

    Source: annotation guideline: a call, warning, accusation or threat is one happening.
    """
    if trigger.act is not None or trigger.lexeme.id == _VOW:
        return False
    for frame in scene.frames_around[trigger.index]:
        if frame.act is not None and frame.stance not in ("claim-responsibility",):
            own = goes_its_own_way(frame, trigger) or _sets_time(scene, frame, trigger)
            own = own or _is_told_beside(scene, frame, trigger) or _is_in_contrast(scene, frame, trigger)
            return _same_clause(scene, frame.cue, trigger.index) and not own
    return False


def goes_its_own_way(frame: Frame, trigger: Trigger) -> bool:
    """Say whether a joined verb goes on with the main clause («رفضوا الاستسلام وأطلقوا النار»), unless «أن» holds both."""
    return (
        trigger.is_verb
        and trigger.reading.conjunction in ("و", "ف")
        and not frame.rule.endswith((":that", ":quote", ":colon"))
    )


def _is_in_contrast(scene: Scene, frame: Frame, trigger: Trigger) -> bool:
    """«رفضوا القتال وحاولوا تسليم أنفسهم، لكن الحركة قبضت عليهم»: behind a contrast or a verb of trying the clause goes its own way."""
    if frame.rule.endswith((":that", ":quote", ":colon")) or frame.cue >= trigger.index:
        return False
    if scene.words_in(_BUT, frame.cue + 1, trigger.index):
        return True
    near = range(max(frame.cue + 1, trigger.index - _TRIED_REACH), trigger.index)
    return not trigger.is_verb and any(
        scene.readings[k].joined_verb and scene.readings[k][0].lexeme.id in _HELPERS for k in near
    )


def _sets_time(scene: Scene, frame: Frame, trigger: Trigger) -> bool:
    """«دعا إلى التهدئة بعد مقتل 50 مدنيا», «طلب تعزيزات بعد يومين من هجوم للمهربين»: what came before the call is told to have happened."""
    if trigger.is_verb or frame.rule.endswith((":quote", ":colon")):
        return False
    before = range(max(frame.start, trigger.index - _TIME_REACH), trigger.index)
    told = next((k for k in reversed(before) if scene.forms[k] in _TIMES), None)
    if told is None or "كل" in scene.forms[told : trigger.index]:  # «عقب كل هجوم»
        return False
    return not any(scene.is_that(k) or scene.forms[k] in "،," for k in range(told, trigger.index))


def _is_told_beside(scene: Scene, frame: Frame, trigger: Trigger) -> bool:
    """«نددت بالكمين الذي أوقع تسعة قتلى»: a deed that is condemned and told with its victims is told beside."""
    if frame.stance != "condemn" or frame.rule.endswith((":that", ":quote", ":colon")):
        return False
    deeds = scene.happening_in(frame.start, trigger.index + 1)
    deed = next((k for k in deeds if scene.readings[k].uncounted_event), None)
    if deed is None:
        return False
    told = scene.words_in(RELATIVES, deed + 1, deed + _FACTS_REACH)[:1]
    if not any(r.is_finite and r.lexeme.table == "events" for k in told for r in scene.readings[k + 1][:1]):
        return False
    if trigger.index >= told[0] + _TOLL_REACH:
        return False
    stop = min(told[0] + _TOLL_REACH, scene.annotation.sentences[scene.sentence_of[deed]][1])
    return any(r.lexeme.measure in HARMS for k in scene.happening_in(told[0], stop) for r in scene.readings[k][:1])


def _same_clause(scene: Scene, cue: int, at: int) -> bool:
    return scene.sentence_of[cue] == scene.sentence_of[at]


def is_claim(scene: Scene, happening: Happening, start: int, end: int) -> bool:
    """Say whether a happening is put forward: not a mere pointing back, not a bare purpose or background."""
    head = happening.head
    if head.act is not None:
        return _is_act(scene, head) and not (_is_cause(scene, head) or is_elsewhere(scene, happening))
    if end - start == 1 and head.reading.definite and not head.is_verb and not _is_at_stake(scene, head):
        return False
    if (
        _is_compared(scene, happening)
        or _is_untold(scene, happening)
        or _are_freed(scene, head)
        or _is_no_conflict(scene, happening)
    ):
        return False
    if "background" in head.tags:
        waged = any(t.is_light and t.is_verb and not t.is_result for t in happening.triggers)
        return waged or any(t.is_harm for t in happening.triggers)
    tolled = is_tolled(scene, head.index, head.reading)  # «عدد الشهداء بلغ 40»
    if len(happening.triggers) == 1 and "weak" in head.tags and head.reading.definite and not (head.is_verb or tolled):
        onward = head.lexeme.subtype == "advance" and scene.forms[head.index + 1] in _ONWARD
        return onward or _has_party(scene, head, end) or _is_achieved(scene, head) or _is_some_of(scene, head.index)
    if (
        len(happening.triggers) == 1
        and head.lexeme.type in _AIDING
        and head.reading.preposition == "ب"
        and not head.is_verb
    ):
        return _is_achieved(scene, head)
    if head.lexeme.id == "ar.events.عملية" and len(happening.triggers) == 1:
        return _is_achieved(scene, head) or _is_led(scene, head)
    if _is_denied(scene, head):
        return True
    if _is_achieved(scene, head):
        return True
    if is_taken(scene, head) and head.index and near(scene, head, "hands", _HANDS_REACH):
        return True  # «بعد سقوطها في يد المسلحين»: who took it is told
    if len(happening.triggers) == 1 and _points_back(scene, head):
        told = _has_party(scene, head, end) or find_fallen(scene, head.index) is not None
        return told or is_linked(scene, head)
    return True


def _is_compared(scene: Scene, happening: Happening) -> bool:
    """«أكثر الهجمات دموية», «من أعنف المعارك»: definite behind a superlative, it only says how one that is told compares."""
    head = happening.head
    if len(happening.triggers) > 1 or head.is_verb or not head.reading.definite or not head.index:
        return False
    fought = any("comes-about" in r.lexeme.tags and r.is_finite for r in scene.readings[head.index - 2][:1])
    return scene.forms[head.index - 1] in _MOST and not fought  # «تدور أعنف المعارك في البلدة»


def _is_untold(scene: Scene, happening: Happening) -> bool:
    """Say whether nobody tells of the happening: it is supposed, asked about, unheard of, or only what came before."""
    head = happening.head
    if is_supposed(scene, head) or _is_unclaimed(scene, happening) or _is_carried(scene, head):
        return True
    return _asks(scene, head) or _is_unheard(scene, head) or _is_whose(scene, head) or _is_spared(scene, head)


def _is_spared(scene: Scene, head: Trigger) -> bool:
    """«انفجرت عبوة ولم تحدث إصابات», «دون وقوع خسائر»: that nobody was hurt, where nobody says so, tells of no harm."""
    if head.is_verb or not head.is_harm or head.reading.definite or scene.frames_around[head.index]:
        return False
    before = head.index - 1
    before -= before > 0 and scene.forms[before] in _ANY_AT_ALL
    came = scene.forms[before] in _COMING or any(
        r.is_finite and r.lexeme.id in _COMES_ABOUT for r in scene.readings[before][:2]
    )
    return came and before > 0 and scene.forms[before - 1].lstrip("و") in _NOT_SO


def _is_whose(scene: Scene, head: Trigger) -> bool:
    """«…، ولم تحدد الجهة التي أطلقت القذائف»: which side did what was told is left open, and nothing more is told."""
    before = scene.forms[max(0, head.index - _NAMED_REACH) : head.index]
    return head.is_verb and before[-2:-1] in _WHICH_SIDE and "ولم" in before


def _is_unclaimed(scene: Scene, happening: Happening) -> bool:
    """«لم تعلن جهة مسؤوليتها»: that nobody claims a deed tells of none, unless it is told there for the first time."""
    head = happening.head
    if not head.owns or any(t.is_harm for t in happening.triggers):
        return False
    first = max(scene.annotation.sentences[scene.sentence_of[head.index]][0], head.index - _UNHEARD_REACH)
    return any(
        any(r.lexeme.id == _DECLARES for r in scene.readings[k + 1]) for k in scene.negators_in(first, head.index)
    )


def _is_carried(scene: Scene, head: Trigger) -> bool:
    """«نقل المصابين إلى المستشفى», «انتشال الجثث»: who is carried off or treated was hurt before, and that is not told here."""
    if head.is_verb or not head.is_harm or not head.reading.definite or not head.index:
        return False
    behind = head.index + 1
    if head.reading.sense.shape == "masdar" or scene.phrases_in("including", behind, behind + _NAMED_REACH):
        return False
    before = head.index - 1
    if scene.forms[before] == "عن" and scene.forms[before - 1] in _SEARCH:
        return True  # «عملية البحث عن الضحايا»
    if before in scene.counted:
        before -= 1  # «أجلت عشرات الجرحى»
    return any(r.lexeme.id in _CARRYING for r in scene.readings[before])


def _is_no_conflict(scene: Scene, happening: Happening) -> bool:
    head = happening.head
    if is_of_anybody(scene, head.index) or (len(happening.triggers) == 1 and describes(scene, head)):
        return True
    if "general" in head.tags and is_at_large(scene, happening):
        return not _is_achieved(scene, head)
    return is_elsewhere(scene, happening) or (head.lexeme.type in VIOLENT and _is_beasts(scene, head.index))


def _is_beasts(scene: Scene, at: int) -> bool:
    """«هاجم تمساح صيادا»: what a beast does, where nobody armed is told of, is no conflict."""
    first, last = scene.annotation.sentences[scene.sentence_of[at]]
    if not scene.phrases_in("beasts", first, last):
        return False
    return not any(is_armed(m.tags, m.actor.kind) for m in scene.mentions_in(first, last))


def _asks(scene: Scene, head: Trigger) -> bool:
    """«كيف بدأت المواجهات؟»: a question puts nothing forward."""
    first, last = scene.annotation.sentences[scene.sentence_of[head.index]]
    if scene.frames_around[head.index]:
        return False
    if scene.words_in(_WHETHER, first, head.index):
        return True
    return scene.forms[last - 1] == "؟" or bool(scene.phrase("questions", first))


def _is_unheard(scene: Scene, head: Trigger) -> bool:
    """«ولم ترد أنباء عن إصابات»: that nothing is known tells of no happening."""
    told = scene.phrases_in("no_word", max(0, head.index - _UNHEARD_REACH), head.index)
    return bool(told) and not any(form in "،,.؛" for form in scene.forms[told[-1] : head.index])


def _are_freed(scene: Scene, head: Trigger) -> bool:
    """«أفرجت عن عشرة رهائن», «تبادل الطرفان الأسرى»: who is freed or exchanged was taken before, and that is not told here."""
    if (
        head.is_verb
        or head.lexeme.measure not in ("abducted", "captured", "arrested")
        or head.reading.sense.shape == "masdar"
    ):
        return False
    before = range(max(0, head.index - _FREED_REACH), head.index)
    return any(
        r.lexeme.measure == "freed" or r.lexeme.subtype in _HANDING for k in before for r in scene.readings[k][:3]
    )


def _is_act(scene: Scene, head: Trigger) -> bool:
    return head.act is not None and bool(head.act.links)


def _is_at_stake(scene: Scene, head: Trigger) -> bool:
    """«تبنت الحركة الهجوم», «نفى الجيش الانسحاب»: a bare noun says enough where somebody claims or denies it."""
    return any(f.stance in ("deny", "claim-responsibility") for f in scene.frames_around[head.index])


def _is_denied(scene: Scene, head: Trigger) -> bool:
    """«نفى الجيش الهجوم», «لم يكن لهم دور في الهجوم»: a deed that somebody denies is put forward."""
    if any(f.stance == "deny" for f in scene.frames_around[head.index]):
        return True
    return not head.is_verb and bool(scene.phrases_in("refuted", max(0, head.index - _PART_REACH), head.index))


def _is_cause(scene: Scene, head: Trigger) -> bool:
    """«خطفه مسلحون على خلفية رفضه الدفع»: an act that only tells why something else happened."""
    if head.is_verb or not head.reading.pronoun:
        return False
    return scene.forms[head.index - 1] in _WHY if head.index else False


def _is_achieved(scene: Scene, head: Trigger) -> bool:
    """«نجحت القوات في السيطرة», «حاولوا الاستيلاء»: a helper verb puts the noun forward."""
    if head.is_verb:
        return False
    first, _ = scene.annotation.sentences[scene.sentence_of[head.index]]
    near = max(first, head.index - _HELPER_REACH)
    for k in range(near, head.index):
        if scene.forms[k] in _HELPING_NOUNS:
            return True
        for reading in scene.readings[k]:
            if reading.lexeme.id in _HELPERS:
                return True
    far = range(max(first, head.index - _HELPED_REACH), near)
    if head.index and scene.forms[head.index - 1] == "من":
        return any(r.lexeme.id == "ar.verbs.تمكن" for k in far for r in scene.readings[k][:1])
    return head.reading.preposition == "ب" and any(_is_done(scene, k) for k in far)


def _is_led(scene: Scene, head: Trigger) -> bool:
    """«تقود القوات المسلحة عمليات مكثفة»: whoever leads operations fights."""
    first, _ = scene.annotation.sentences[scene.sentence_of[head.index]]
    before = range(max(first, head.index - _HELPER_REACH), head.index)
    return not head.reading.definite and any(
        r.lexeme.id == "ar.verbs.قاد" for k in before for r in scene.readings[k][:1]
    )


def _is_done(scene: Scene, k: int) -> bool:
    """«تقوم قوة من خمس دول … بالانتشار»: the list of who does it may be long."""
    return any(r.lexeme.id == "ar.verbs.قام" for r in scene.readings[k][:1])


def _has_party(scene: Scene, head: Trigger, end: int) -> bool:
    """Say whether the words after a definite noun name who did it or to whom."""
    stop = min(end, head.index + 6)
    follow = scene.forms[head.index + 1 : head.index + 7]
    if any(
        f in ("قام", "قامت", "نفذه", "نفذته", "نفذها", "نفذتها", "شنه", "شنته", "شنها", "شنتها", "يشنه", "يشنها")
        for f in follow
    ):
        return True
    return any(m.preposition == "ل" or m.first == head.index + 1 for m in scene.mentions_in(head.index + 1, stop))


def _points_back(scene: Scene, head: Trigger) -> bool:
    """«في الهجوم», «على القصف»: a definite noun under a preposition only points back; «عن وقوفهم مع …» tells with whom."""
    if head.is_verb or "harm" in head.tags or "needs-side" in head.tags or _names_whom(scene, head):
        return False
    if says_more(scene, head.index, head.reading) or (
        head.reading.preposition == "ل" and head.lexeme.subtype == "investigate"
    ):
        return False
    known = head.reading.definite or bool(head.reading.pronoun)
    return known and is_prepositional(scene, head) and not _is_some_of(scene, head.index)


def _names_whom(scene: Scene, head: Trigger) -> bool:
    """«عن القضاء على حارس», «بالقضاء على 20 مسلحا»: people who are told of for the first time, and no vice («على الفساد»)."""
    behind = head.index + 2
    if "with-ala" not in head.tags or behind >= len(scene.forms) or scene.forms[behind - 1] != "علي":
        return False
    whom = scene.mention_from.get(behind)
    if whom is None:
        return scene.tokens[behind].is_number or behind in scene.counted
    return not whom.tags.isdisjoint(COUNTABLE) and (not whom.definite or "person" in whom.tags)


def _is_some_of(scene: Scene, at: int) -> bool:
    """«سلسلة من الهجمات», «جولة جديدة من المفاوضات»: definite in form, and yet told for the first time."""
    if not at or scene.forms[at - 1] != "من":
        return False
    return not scene.grammar["portions"].singles.isdisjoint(scene.forms[max(0, at - _PORTION_REACH) : at - 1])
