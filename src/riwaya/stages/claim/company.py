"""Company: words that tell of a happening only among others have them, and words that tell of nothing here have not."""

from __future__ import annotations

from riwaya.lang.normalize import fold_letters
from riwaya.stages.claim.aims import is_aimed_at
from riwaya.stages.claim.courts import is_judged
from riwaya.stages.claim.harms import TOLLS, is_tolled
from riwaya.stages.claim.homographs import is_other_word
from riwaya.stages.claim.inquiries import is_opened
from riwaya.stages.claim.measures import SITUATED, find_amount, find_counted, find_measure, has_amounted
from riwaya.stages.claim.needed import has_needed
from riwaya.stages.claim.onto import acts_on
from riwaya.stages.claim.scene import PREPOSITIONS, Scene
from riwaya.stages.claim.sentences import is_carried_out
from riwaya.stages.claim.sequel import find_clause_before
from riwaya.stages.claim.trigger import ARMED_KINDS, ARMED_TAGS, HARMS, Trigger, clause_around, is_armed, near
from riwaya.stages.claim.whose import holds_official, is_of_named, is_ones_own

_CIVIL = frozenset(
    {"CONSULT", "AGREE", "COOPERATE", "SUPPORT", "AID", "SANCTION", "CONCEDE", "PROTEST", "THREATEN", "REJECT"}
)
_PLAN_REACH, _STOPPED_REACH, _INQUIRY_REACH = 14, 4, 4
_SUBJECT_REACH = 4
_ABOUT, _MEANWHILE = frozenset("في بشان حول".split()), frozenset("حاليا رسميا ايضا قضاييا".split())
"""Of what an inquiry is, and adverbs that are no object of it."""
_GOES_OUT, _RALLY_REACH = ("ar.events.خرج", "ar.events.خرج/احتجاج"), 3
_PENALTY = "ar.events.عقوبة-الإعدام"
_EXCHANGE, _EXCHANGE_REACH = "ar.events.تبادل/نار", 10
_PARTIES = frozenset({"name", "body", "official", "leader", "force", "group"})
_RELIEF = (
    ("or-ways", "ways"), ("or-aircraft", "aircraft"), ("leaves", "unfought"), ("or-sought", "sought"), ("or-arsenal", "arsenal"),
    ("or-withheld", "withheld"), ("or-public", "public_people"),
)  # fmt: skip
"""Lists whose words are company enough for a weak word that has the tag."""
_RELIEF_REACH = 7
_THEMSELVES = frozenset("انه انها انهم بانه بانها بانهم".split())
_STATES = frozenset({"country", "capital"})
_DEFENCE = frozenset({"ministry", "government", "state-body"})


def has_company(scene: Scene, trigger: Trigger) -> bool:
    """Say whether the words that the trigger's entry asks for stand beside it.

    Source: tags of ``packs/ar/events.toml``, explained at its head.
    """
    if (
        _is_other(scene, trigger)
        or _is_beside(scene, trigger)
        or ("judges" in trigger.tags and not is_judged(scene, trigger))
    ):
        return False
    if "needs-troops" in trigger.tags:
        return _moves_troops(scene, trigger)
    if not has_needed(scene, trigger):
        return False
    return _has_setting(scene, trigger)


def _is_beside(scene: Scene, trigger: Trigger) -> bool:
    """«القوات مدعومة بغطاء جوي تمكنت من السيطرة»: by what a doer is supported is told beside his deed."""
    noun = trigger.lexeme.type == "SUPPORT" and not trigger.is_verb and trigger.index > 0
    return noun and bool(scene.phrase("beside", trigger.index - 1))


def _is_other(scene: Scene, trigger: Trigger) -> bool:
    """Say whether the word is here another than the one its entry means, or only says how or why."""
    at = trigger.index
    if trigger.lexeme.id == _PENALTY and not is_carried_out(scene, at):
        return True  # «تحمل الجريمة عقوبة الإعدام»
    if "denied-only" in trigger.tags and not _is_denied(scene, at):
        return True
    if trigger.lexeme.subtype == "implicate" and _is_denied(scene, at):
        return True  # who denies a part in a deed denies the deed
    if trigger.lexeme.id in _GOES_OUT and _is_rally(scene, trigger):
        return True
    if "motion" in trigger.tags and not _moves_fighters(scene, trigger):
        return True
    if is_aimed_at(scene, trigger):
        return True
    if ("investigate" in trigger.tags and _attains(scene, trigger)) or _stops_deeds(scene, trigger):
        return True
    if trigger.lexeme.id == _EXCHANGE and "اطلاق" in scene.forms[at + 1 : at + _EXCHANGE_REACH]:
        return True  # «تبادل … إطلاق النار» is told by the noun
    if _is_other_form(scene, trigger):
        return True
    if "needs-deeds" in trigger.tags and near(scene, trigger, "aid_words", 4):
        return True  # «علقت المنظمة عملياتها الإغاثية»
    return at > 0 and scene.forms[at - 1] in ("بشكل", "بصوره")


def _is_other_form(scene: Scene, trigger: Trigger) -> bool:
    """«عبر» is «across», «وقف الحرب» halts it, «بدعم من» says how: forms of an entry that are another word."""
    bare = trigger.reading.sense
    if "not-bare" in trigger.tags and bare.shape == "past" and bare.gender == "m" and bare.number != "pl":
        return True
    if "not-bare" in trigger.tags and bare.shape == "masdar" and _is_spelt_as_past(scene, trigger):
        return True
    return "own-noun" in trigger.tags and not is_ones_own(scene, trigger)


def _is_rally(scene: Scene, trigger: Trigger) -> bool:
    """«خرجت مظاهرة حاشدة»: the noun tells it, and nobody leaves; «خرج المئات احتجاجا» is told by the verb."""
    if trigger.lexeme.id == _GOES_OUT[0]:
        return near(scene, trigger, "rally_words", 10)
    behind = range(trigger.index + 1, min(trigger.index + _RALLY_REACH, len(scene.forms)))
    nouns = (r for k in behind if not scene.forms[k].endswith("ا") for r in scene.readings[k][:1])
    return any(r.lexeme.type == "PROTEST" and not r.is_finite for r in nouns)


def _is_spelt_as_past(scene: Scene, trigger: Trigger) -> bool:
    """«وقف الحرب مع …» halts; whoever stands by somebody does so by «وقوف»."""
    reading = trigger.reading
    past = fold_letters(reading.lexeme.id.rpartition(".")[2])
    core = scene.forms[trigger.index][len(reading.conjunction) + len(reading.preposition) :]
    return core.startswith((past, "ال" + past))


def _moves_troops(scene: Scene, trigger: Trigger) -> bool:
    """«نشرت قوات», «أرسلت بطاريات», «أمر بنشر الجيش»: who or what is sent is armed."""
    beside = scene.mentions_in(trigger.index + 1, trigger.index + 6)
    if near(scene, trigger, "troops", 6) or near(scene, trigger, "systems", 6):
        return True
    if trigger.reading.preposition == "ب" and any(
        m.first == trigger.index + 1 and is_armed(m.tags, m.actor.kind) for m in beside
    ):
        return True
    return any("fighter" in m.tags for m in beside)


def _is_denied(scene: Scene, at: int) -> bool:
    return any(frame.stance == "deny" for frame in scene.frames_around[at][-1:])


def _attains(scene: Scene, trigger: Trigger) -> bool:
    """«الانتصارات التي حققتها القوات», «حققت تقدما كبيرا في …»: who investigates does so in something, and in no object."""
    if not trigger.is_verb and is_opened(scene, trigger.index):
        return False
    reach = _INQUIRY_REACH if trigger.is_verb else 2
    stop = min(trigger.index + 1 + reach, len(scene.forms))
    about = next((k for k in range(trigger.index + 1, stop) if scene.forms[k] in _ABOUT), None)
    if about is None or not trigger.is_verb:
        return about is None
    between = (k for k in range(trigger.index + 1, about) if k not in scene.mention_over)
    accusative = any(scene.forms[k].endswith("ا") and scene.forms[k] not in _MEANWHILE for k in between)
    return accusative or bool(trigger.reading.pronoun)


def _stops_deeds(scene: Scene, trigger: Trigger) -> bool:
    """«أوقفت المنظمة عملياتها»: deeds are stopped, people are arrested."""
    if trigger.lexeme.subtype != "arrest" or not trigger.is_verb:
        return False
    behind = range(trigger.index + 1, min(trigger.index + _STOPPED_REACH, len(scene.forms)))
    return any(
        scene.readings[k].uncounted_event and scene.readings[k][0].sense.shape in ("noun", "masdar")
        and not (scene.readings[k].under_preposition or scene.forms[k - 1] in PREPOSITIONS)
        and not is_other_word(scene, k, scene.readings[k][0])
        for k in behind
    )  # fmt: skip


def _moves_fighters(scene: Scene, trigger: Trigger) -> bool:
    """«ما وصل إليه», «وصل الأمر إلى …», «وصل العدد إلى 20»: motion tells of conflict where somebody armed is told of."""
    if scene.forms[trigger.index - 1] in ("ما", "عددا", "عدد") or _reaches_number(scene, trigger.index):
        return False
    start, end = clause_around(scene, trigger.index)
    return (
        _is_of_troops(scene, trigger)
        or is_of_named(scene, trigger)
        or any(is_armed(m.tags, m.actor.kind) for m in scene.mentions_in(start, end))
    )


def _is_of_troops(scene: Scene, trigger: Trigger) -> bool:
    """«توجهت مدرعات», «وصلت حاملة الطائرات»: what moves or takes a position is of an army, and brings no aid."""
    if near(scene, trigger, "troops", 3):
        return True
    return trigger.is_verb and near(scene, trigger, "systems", 2) and not near(scene, trigger, "aid_words", 9)


def _reaches_number(scene: Scene, at: int) -> bool:
    """«وصل عدد القتلى … إلى 20»: it is a number that is reached."""
    number = at + 2
    while number in scene.hedging:
        number += 1
    return scene.forms[at + 1 : at + 2] == ("الي",) and number in scene.counted


def _has_setting(scene: Scene, trigger: Trigger) -> bool:
    """Say whether words that tell only among others have them: a denial, an identity, parties, a conflict."""
    if "negated-only" in trigger.tags:
        return _is_negated_state(scene, trigger)
    if "plan" in trigger.tags:
        follow = range(trigger.index + 1, min(trigger.index + _PLAN_REACH, len(scene.forms)))
        return any(scene.readings[k].happening_noun for k in follow)
    if "attributed-only" in trigger.tags:
        return _names_identity(scene, trigger)
    if "strict" in trigger.tags or ("with-ala" in trigger.tags and not acts_on(scene, trigger.index)):
        return False
    bodies = "counts-only" in trigger.tags  # found, and counted
    if bodies or holds_official(scene, trigger) or _has_relief(scene, trigger):
        return True
    sent = trigger.lexeme.type == "MOBILIZE" or "motion" in trigger.tags
    if sent and _is_of_troops(scene, trigger):
        return True
    if not trigger.is_verb and _is_denied(scene, trigger.index):
        return True  # «نفى صحة الأنباء عن انقلاب»
    if trigger.is_result and trigger.is_verb and _has_subject(scene, trigger.index):
        return True
    if "background" in trigger.tags or "weak" in trigger.tags or "weak-armed" in trigger.tags:
        if trigger.lexeme.type in _CIVIL:
            if any(f.endswith("التوصل") for f in scene.forms[max(0, trigger.index - 4) : trigger.index]):
                return True
            return _has_party(scene, trigger)
        return is_in_conflict(scene, trigger) or _counts_people(scene, trigger) or _is_counted_harm(scene, trigger)
    return True


def _has_relief(scene: Scene, trigger: Trigger) -> bool:
    """«أغلقوا الطريق», «اعترضت الطائرة»: words of a list that are company enough stand behind."""
    for tag, words in _RELIEF:
        if tag in trigger.tags and near(scene, trigger, words, _RELIEF_REACH):
            return True
    return False


def _has_subject(scene: Scene, at: int) -> bool:
    """«حصدت سلسلة من الهجمات»: a happening is what the verb has for its subject."""
    behind = range(at + 1, min(at + _SUBJECT_REACH, len(scene.forms)))
    near = next((k for k in behind if scene.readings[k].uncounted_event), None)
    return near is not None and not any(scene.forms[k] in "،,.؛" for k in range(at + 1, near))


def _is_counted_harm(scene: Scene, trigger: Trigger) -> bool:
    """«عدد الشهداء ارتفع إلى 40», «5000 شهيد», «شهيدان»: who is counted, or told by a toll that says how many, is no name or title."""
    at, reading = trigger.index, trigger.reading
    if "harm" not in trigger.tags or trigger.is_verb:
        return False
    if is_tolled(scene, at, reading):
        return find_amount(scene, at) is not None or has_amounted(scene, at - 1, at)
    if reading.definite or not (at - 1 in scene.counted or reading.sense.number == "du"):
        return False
    start, end = clause_around(scene, at)
    more = end + 1 + (scene.forms[end + 1 : end + 2] == ("و",))
    if more in scene.counted and scene.forms[end + 1].startswith("و"):
        return False  # «31 شهيدا، و265 جريحا»: one toll, told by the wounded
    if scene.words_in(TOLLS, start, at):
        return True
    others = (k for k in scene.happening_in(start, end) if k != at)
    return all(r.lexeme is reading.lexeme for k in others for r in scene.readings[k][:1])


def _counts_people(scene: Scene, trigger: Trigger) -> bool:
    """«غادر أكثر من 400 مدني», «ضبط ستة أشخاص»: a word that measures people, and a count of them beside it."""
    if trigger.lexeme.measure is None and SITUATED.isdisjoint(trigger.tags):
        return False
    return (
        find_measure(scene, trigger.index, trigger.reading) is not None
        and find_counted(scene, trigger.index) is not None
    )


def _is_negated_state(scene: Scene, trigger: Trigger) -> bool:
    """«لا يملكون الأسلحة», «لم نهزم»: a condition that a teller denies; of ability only «نحن» speak for themselves."""
    before = scene.forms[max(0, trigger.index - 3) : trigger.index]
    if not scene.frames_around[trigger.index] or scene.grammar["negators"].singles.isdisjoint(before):
        return False
    own = trigger.reading.sense.person == 1 or trigger.reading.pronoun == "نا"
    return own or "we-only" not in trigger.tags


def _names_identity(scene: Scene, trigger: Trigger) -> bool:
    """«ليسوا مرتزقة»: in a telling, what somebody is said not to be; «ليس من الواضح» and «ليس هناك» are no identity."""
    follow = scene.forms[trigger.index + 1 : trigger.index + 3]
    idle = {
        "هناك",
        "واضحا",
        "لديه",
        "لديها",
        "لديهم",
        "لدينا",
        "له",
        "لها",
        "لهم",
        "الواضح",
        "الممكن",
        "بالضروره",
        "فقط",
        "سوي",
    }
    if not scene.frames_around[trigger.index] or idle & set(follow):
        return False
    return any(
        m.tags & (ARMED_TAGS | {"name", "civilian"}) for m in scene.mentions_in(trigger.index + 1, trigger.index + 4)
    )


def _has_party(scene: Scene, trigger: Trigger) -> bool:
    """Say whether a named actor, a body or somebody in office stands in the trigger's clause."""
    start, end = clause_around(scene, trigger.index)
    if any(m.tags & _PARTIES or m.actor.id for m in scene.mentions_in(start, end)):
        return True
    before = find_clause_before(scene, trigger)
    return before is not None and any(m.tags & _PARTIES or m.actor.id for m in scene.mentions_in(before, start))


def is_in_conflict(scene: Scene, trigger: Trigger) -> bool:
    """Say whether an armed actor or a count of victims stands in the trigger's clause."""
    start, end = clause_around(scene, trigger.index)
    if any(is_armed(m.tags, m.actor.kind) for m in scene.mentions_in(start, end)):
        return True
    if _is_a_state_s(scene, trigger):
        return True
    before = find_clause_before(scene, trigger)
    if is_of_named(scene, trigger):
        return True
    if before is not None and any(is_armed(m.tags, m.actor.kind) for m in scene.mentions_in(before, start)):
        return True
    return any(
        scene.readings[k].happens and k != trigger.index and r.lexeme.table == "events" and r.lexeme.measure in HARMS
        for k in range(start, end) for r in scene.readings[k][:1]
    )  # fmt: skip


def _is_a_state_s(scene: Scene, trigger: Trigger) -> bool:
    """«ضربت روسيا مستودعات», «قالت وزارة الدفاع إنها ضربت مستودعات»: whom a state or those who speak of themselves struck with force."""
    if trigger.lexeme.subtype != "strike" or not trigger.is_verb:
        return False
    behind = scene.mention_from.get(trigger.index + 1)
    if behind is not None and behind.tags & _STATES and not behind.preposition:
        return scene.mention_from.get(behind.last + 1) is not None
    own = trigger.index > 0 and scene.forms[trigger.index - 1] in _THEMSELVES
    own = own and behind is not None and "thing" in behind.tags  # not «إنها ضربت موعدا»
    tellers = [f.links[-1].source.kind for f in scene.frames_around[trigger.index][-1:] if f.links]
    return own and any(kind in ARMED_KINDS | _DEFENCE for kind in tellers)
