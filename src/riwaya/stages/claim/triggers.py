"""Triggers: the words that name a happening."""

from __future__ import annotations

from dataclasses import field

from riwaya.model.attribution import Frame
from riwaya.model.mention import Mention
from riwaya.model.record import record
from riwaya.model.word import Lexeme, Reading
from riwaya.stages.claim.measures import SITUATED, find_counted, find_measure, is_sentence
from riwaya.stages.claim.scene import PREPOSITIONS, Scene

_HARM = frozenset({"killed", "wounded", "killed_or_wounded", "executed", "captured", "abducted", "arrested", "missing"})
_ARMED = frozenset({"fighter", "force", "group", "army", "police"})
ARMED_KINDS = frozenset(
    "armed-forces security-forces police intelligence rebel-group separatist-group militant-group militia "
    "self-defence-group private-military criminal-group coalition peacekeeping-mission".split()
)
_GROUNDS = frozenset("ساحه ميدان ساحات ميادين ارض".split())
_ADVERBIAL = frozenset({"هربا", "فرارا", "فجرا"})
"""«غادروا هربا من القصف», «وقع فجرا»: only how or when something else was done."""
_ENDING = frozenset("وقف لوقف بوقف انهاء لانهاء بانهاء ايقاف لايقاف بايقاف".split())
"""«إلى وقف القتال»: what is to end is not told."""
_AIMS = frozenset("بهدف اجل بغيه تهدف يهدف قصد لتجنب لمنع لمحاوله تفاديا خشيه لتفادي للحيلوله تحسبا تجنبا منعا".split())
_SINCE = frozenset("منذ بعد قبل من".split())
_COMES = frozenset("تاتي ياتي وتاتي وياتي جاءت وجاءت جاء وجاء".split())
_STARTS = frozenset("بدء انطلاق بدايه اندلاع".split())
_CIVIL = frozenset(
    {"CONSULT", "AGREE", "COOPERATE", "SUPPORT", "AID", "SANCTION", "CONCEDE", "PROTEST", "THREATEN", "REJECT"}
)
_PLAN_REACH = 14
_DUAL_REACH, _STOPPED_REACH = 8, 4
_UNDER_REACH = 6
_STANDING = frozenset(f"ar.verbs.{verb}" for verb in ("وقع", "زال", "ظل", "بقي", "بات", "أصبح", "صار", "كان", "خضع"))
_FOUND_REACH = 7
_FIRING = frozenset({"shoot", "bombard"})
_PARTIES = frozenset({"name", "body", "official", "leader", "force", "group"})
_NEEDS = {"needs-fire": ("fire", 9), "needs-flight": ("flight", 3), "needs-troops": ("troops", 6),
          "needs-accord": ("accord_words", 8), "needs-hold": ("hold_words", 8), "needs-camp": ("camp_words", 3), "needs-loss": ("loss_words", 12), "needs-fate": ("fate", 40),
          "needs-siege": ("siege_words", 4), "needs-supply": ("supply_words", 6), "needs-envoy": ("envoy_words", 5), "needs-refuge": ("refuge_words", 5),
          "needs-aid": ("aid_words", 6), "needs-captives": ("captive_words", 5), "needs-march": ("march_words", 4), "needs-wound": ("wound_words", 14), "needs-guard": ("guard_words", 4), "needs-hospital": ("hospital_words", 8),
          "needs-death": ("death_words", 8), "needs-sentence": ("sentence_words", 10), "needs-self": ("self_words", 7), "needs-arms": ("arms_words", 7),
          "needs-visitor": ("visitor_words", 8), "needs-with": ("with_words", 9), "needs-crowd": ("crowd_words", 7),
          "needs-charge": ("charge_words", 9), "needs-count": ("count_words", 9), "needs-court": ("court_words", 7), "needs-stronghold": ("strongholds", 5)}  # fmt: skip
_NEEDED = frozenset(_NEEDS)


@record
class Trigger:
    """One word of happening at one place."""

    index: int
    size: int
    reading: Reading
    act: Frame | None = None
    """The telling, where the trigger is a speech act."""
    heavy: bool = False
    """A helping word that here tells by itself («سقوط صواريخ»)."""

    # Asked for at every step, so told once.
    lexeme: Lexeme = field(init=False, repr=False, compare=False)
    """The entry behind it."""
    tags: frozenset[str] = field(init=False, repr=False, compare=False)
    """Of the entry."""
    is_verb: bool = field(init=False, repr=False, compare=False)
    """A finite verb, active or passive."""
    is_harm: bool = field(init=False, repr=False, compare=False)
    """Tells of people killed, wounded, taken or lost."""
    is_light: bool = field(init=False, repr=False, compare=False)
    """Only helps another word to tell."""
    is_result: bool = field(init=False, repr=False, compare=False)
    """Ties what follows to the happening before."""
    owns: bool = field(init=False, repr=False, compare=False)
    """Somebody takes the deed upon them («مسؤوليتها عن …»)."""

    def __post_init__(self) -> None:
        """Tell what follows from the reading."""
        lexeme, tell = self.reading.lexeme, object.__setattr__
        tags = lexeme.tags
        tell(self, "lexeme", lexeme)
        tell(self, "tags", tags)
        tell(self, "is_verb", self.reading.is_finite)
        tell(self, "is_harm", lexeme.measure in _HARM or "loss" in tags or "needs-loss" in tags)
        tell(self, "is_light", "light" in tags and not self.heavy)
        tell(self, "is_result", "result" in tags)
        tell(self, "owns", "responsibility" in tags and bool(self.reading.pronoun))


def find_triggers(scene: Scene) -> list[Trigger]:
    """Give the triggers of a document in text order, those that fail what their entry asks for left out."""
    acts = {f.cue: f for f in scene.attributions.frames if f.act}
    found: list[Trigger] = []
    for at in sorted({*scene.happening_in(0, len(scene.forms)), *acts}):
        if at in scene.within_entry:
            continue
        trigger = _act(scene, at, acts) or _event(scene, at, scene.annotation.phrases[at])
        if trigger is not None:
            found.append(trigger)
    return found


def _act(scene: Scene, at: int, acts: dict[int, Frame]) -> Trigger | None:
    frame = acts.get(at)
    if frame is None:
        return None
    reading = next((r for r in scene.readings[at] if r.lexeme.table == "speech" and r.lexeme.type), None)
    if reading is None and frame.rule.endswith(":need"):
        reading = next((r for r in scene.readings[at] if r.lexeme.table == "speech"), None)
    return Trigger(index=at, size=1, reading=reading, act=frame) if reading else None


def _event(scene: Scene, at: int, size: int) -> Trigger | None:
    reading = _event_reading(scene, at)
    if reading is None or (at in scene.telling and not _is_told_noun(scene, at)):
        return None
    if _inside_phrase(scene, at, reading) or _is_purpose(scene, at, reading) or _only_sets(scene, at):
        return None
    if is_sentence(scene, at, reading):
        return None
    if reading.is_verb and scene.forms[at] == "فقد" and scene.readings[min(at + 1, len(scene.forms) - 1)][:1] != ():
        return None
    alike = [r for r in scene.readings[at] if r is not reading and _is_spelt_alike(r, reading)]
    return next((t for r in (reading, *alike) if (t := _with_company(scene, at, size, r)) is not None), None)


def _with_company(scene: Scene, at: int, size: int, reading: Reading) -> Trigger | None:
    trigger = Trigger(index=at, size=size, reading=reading)
    if reading.lexeme.subtype == "fall" and (_near(scene, trigger, "fire", 4) or is_taken(scene, trigger)):
        trigger = Trigger(index=at, size=size, reading=reading, heavy=True)
    return trigger if _has_company(scene, trigger) else None


def _is_spelt_alike(one: Reading, other: Reading) -> bool:
    """«قضى على», «قضى غرقا»: entries of one word that its company tells apart."""
    return one.lexeme.table == "events" and one.lexeme.id.partition("/")[0] == other.lexeme.id.partition("/")[0]


def is_taken(scene: Scene, trigger: Trigger) -> bool:
    """«سقطت البلدة في أيدي المقاتلين», «سقوط المعسكر»: a place that falls is taken; shells that fall on one are fire."""
    if trigger.lexeme.subtype != "fall" or _near(scene, trigger, "fire", 4):
        return False
    return _near(scene, trigger, "hands", 9) or _near(scene, trigger, "strongholds", 2)


def _is_told_noun(scene: Scene, at: int) -> bool:
    return any(f.start <= at < f.end for f in scene.frames_around[at]) and at not in scene.mention_over


def _event_reading(scene: Scene, at: int) -> Reading | None:
    found = scene.readings[at]
    if _is_accusative(scene, at):
        return None
    for event in found:
        if event.lexeme.table == "events":
            if found[0].lexeme.table == "people" and "harm" not in event.lexeme.tags:
                return None
            return None if event.conjunction and not found[0].conjunction else event
    return None


def _is_accusative(scene: Scene, at: int) -> bool:
    """«اقتحموا سجنا»: two who did it would be named before; without them the word is a noun in the accusative."""
    sense = scene.readings[at][0].sense if scene.readings[at] else None
    if sense is None or (sense.shape, sense.number) != ("past", "du") or scene.readings[at][0].conjunction:
        return False
    return not any(f.endswith(("ان", "ين")) for f in scene.forms[max(0, at - _DUAL_REACH) : at])


def _inside_phrase(scene: Scene, at: int, reading: Reading) -> bool:
    """Say whether the word only describes somebody («مسؤول العمليات», «جهود مكافحة»)."""
    mention = scene.mention_over.get(at)
    if mention is not None and (_is_found(scene, mention, at, reading) or _is_toll(scene, mention, reading)):
        return False
    if mention is not None and mention.head == at and reading.lexeme.subtype == "investigate":
        return scene.forms[at + 1 : at + 2] != ("في",)
    if mention is None or reading.is_verb:
        return mention is not None and mention.first < at and "name" in mention.tags
    return mention.first < at or mention.head == at


def _is_toll(scene: Scene, mention: Mention, reading: Reading) -> bool:
    """«ارتفعت حصيلة القتلى إلى 50»: a toll says of what it is."""
    follow = scene.forms[mention.last + 1 : mention.last + 2]
    return mention.why == "ar.people.حصيلة" and "harm" in reading.lexeme.tags and follow == ("الي",)


def _is_found(scene: Scene, mention: Mention, at: int, reading: Reading) -> bool:
    """«عثر على ستة أشخاص مقتولين»: what they are found to be is told, though it stands with them."""
    if reading.sense.shape != "passive" or reading.lexeme.measure != "killed" or reading.definite:
        return False
    before = range(max(0, mention.first - _FOUND_REACH), mention.first)
    return any(r.lexeme.id == "ar.verbs.عثر" for k in before for r in scene.readings[k])


def _is_purpose(scene: Scene, at: int, reading: Reading) -> bool:
    """«لقتال المجموعة», «للتخطيط لهجمات»: what somebody means to do, unless a helper says that it was done."""
    if reading.preposition != "ل" or reading.is_verb:
        return False
    return not any("undergo" in r.lexeme.tags for k in range(max(0, at - 14), at) for r in scene.readings[k])


def _only_sets(scene: Scene, at: int) -> bool:
    """«تأتي هذه الهجمات بعد …», «منذ بدء العملية», «ساحة المعركة»: the word only sets a time or a place."""
    if at and (scene.forms[at - 1] in _ENDING or scene.grammar["charged"].has(scene.forms[at - 1])):
        return True
    if (scene.forms[at - 1] in _GROUNDS and at) or scene.forms[at] in _ADVERBIAL or _is_only_under(scene, at):
        return True
    for first, end, _ in scene.time_ranges.near(at, at):
        if first <= at < end and end - first > 1:
            return True
    if not _STARTS.isdisjoint(scene.forms[max(0, at - 3) : at]):
        started = next(k for k in range(max(0, at - 3), at) if scene.forms[k] in _STARTS)
        if not _SINCE.isdisjoint(scene.forms[max(0, started - 2) : started]):
            return True
    return not _COMES.isdisjoint(scene.forms[max(0, at - 4) : at])


def _is_only_under(scene: Scene, at: int) -> bool:
    """«قصفت مناطق تحت سيطرة المتمردين»: whose a place is; «لا تزال تحت سيطرتهم» tells it."""
    if not at or scene.forms[at - 1] != "تحت":
        return False
    before = range(max(0, at - _UNDER_REACH), at - 1)
    return not any(r.lexeme.id in _STANDING for k in before for r in scene.readings[k])


def _has_company(scene: Scene, trigger: Trigger) -> bool:
    if "motion" in trigger.tags and not _moves_fighters(scene, trigger):
        return False
    if not trigger.is_verb and not _AIMS.isdisjoint(scene.forms[max(0, trigger.index - 3) : trigger.index]):
        return False
    bare = trigger.reading.sense
    if "not-bare" in trigger.tags and bare.shape == "past" and bare.gender == "m" and bare.number != "pl":
        return False
    if "investigate" in trigger.tags and trigger.is_verb and not _followed_by(scene, trigger, "في"):
        return False
    if trigger.lexeme.subtype == "arrest" and trigger.is_verb and _stops_deeds(scene, trigger):
        return False
    if "needs-troops" in trigger.tags:
        near = scene.mentions_in(trigger.index + 1, trigger.index + 6)
        sent = _near(scene, trigger, "troops", 6) or _near(scene, trigger, "systems", 6)
        if trigger.reading.sense.shape == "masdar":  # «أمر بنشر الجيش»
            sent = sent or any(m.first == trigger.index + 1 and is_armed(m.tags, m.actor.kind) for m in near)
        return sent or any("fighter" in m.tags for m in near)
    for tag in () if _NEEDED.isdisjoint(trigger.tags) else _NEEDS:
        words, reach = _NEEDS[tag]
        if tag in trigger.tags and not (_near(scene, trigger, words, reach) or _is_fired(scene, trigger, tag)):
            return False
    if scene.forms[trigger.index - 1] in ("بشكل", "بصوره") and trigger.index:
        return False
    return _has_setting(scene, trigger)


def _stops_deeds(scene: Scene, trigger: Trigger) -> bool:
    """«أوقفت المنظمة عملياتها»: deeds are stopped, people are arrested."""
    near = range(trigger.index + 1, min(trigger.index + _STOPPED_REACH, len(scene.forms)))
    return any(
        scene.readings[k].uncounted_event and scene.readings[k][0].sense.shape in ("noun", "masdar")
        and not scene.readings[k].under_preposition
        for k in near
    )  # fmt: skip


def _moves_fighters(scene: Scene, trigger: Trigger) -> bool:
    """«ما وصل إليه», «وصل الأمر إلى …», «وصل العدد إلى 20»: motion tells of conflict where somebody armed is told of."""
    if scene.forms[trigger.index - 1] in ("ما", "عددا", "عدد"):
        return False
    start, end = clause_around(scene, trigger.index)
    return _near(scene, trigger, "troops", 4) or any(
        is_armed(m.tags, m.actor.kind) for m in scene.mentions_in(start, end)
    )


def _has_setting(scene: Scene, trigger: Trigger) -> bool:
    """Say whether words that tell only among others have them: a denial, an identity, parties, a conflict."""
    if "negated-only" in trigger.tags:
        return _is_negated_state(scene, trigger)
    if "plan" in trigger.tags:
        follow = range(trigger.index + 1, min(trigger.index + _PLAN_REACH, len(scene.forms)))
        return any(scene.readings[k].happening_noun for k in follow)
    if "attributed-only" in trigger.tags:
        return _names_identity(scene, trigger)
    if "strict" in trigger.tags or ("with-ala" in trigger.tags and not _followed_by(scene, trigger, "علي")):
        return False
    if "or-ways" in trigger.tags and _near(scene, trigger, "ways", 5):
        return True
    if "motion" in trigger.tags and _near(scene, trigger, "troops", 3):
        return True
    if "background" in trigger.tags or "weak" in trigger.tags or "weak-armed" in trigger.tags:
        if trigger.lexeme.type in _CIVIL:
            if any(f.endswith("التوصل") for f in scene.forms[max(0, trigger.index - 4) : trigger.index]):
                return True
            return _has_party(scene, trigger)
        return is_in_conflict(scene, trigger) or _counts_people(scene, trigger)
    return True


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
    if not scene.frames_around[trigger.index] or not any(scene.grammar["negators"].has(f) for f in before):
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
        m.tags & (_ARMED | {"name", "civilian"}) for m in scene.mentions_in(trigger.index + 1, trigger.index + 4)
    )


def _has_party(scene: Scene, trigger: Trigger) -> bool:
    """Say whether a named actor, a body or somebody in office stands in the trigger's clause."""
    start, end = clause_around(scene, trigger.index)
    return any(m.tags & _PARTIES or m.actor.id for m in scene.mentions_in(start, end))


def _near(scene: Scene, trigger: Trigger, words: str, reach: int) -> bool:
    stop = min(trigger.index + reach, len(scene.forms))
    for k in range(trigger.index + 1, stop):
        form = scene.forms[k]
        if scene.grammar[words].has(form) or (form[0] in "وبل" and scene.grammar[words].has(form[1:])):
            return True
        if form in ".؛" or (form in "،," and reach < 20):
            return False
    return False


def _is_fired(scene: Scene, trigger: Trigger, tag: str) -> bool:
    """«صواريخ أطلقت من …»: what is fired stands before a passive."""
    sense = trigger.reading.sense
    if (
        tag != "needs-fire"
        or not trigger.is_verb
        or sense.gender != "f"
        or trigger.reading.conjunction
        or trigger.reading.pronoun
    ):
        return False
    return any(scene.grammar["fire"].has(form) for form in scene.forms[max(0, trigger.index - 2) : trigger.index])


def _followed_by(scene: Scene, trigger: Trigger, word: str) -> bool:
    return word in scene.forms[trigger.index + 1 : trigger.index + 4]


def is_in_conflict(scene: Scene, trigger: Trigger) -> bool:
    """Say whether an armed actor or a count of victims stands in the trigger's clause."""
    start, end = clause_around(scene, trigger.index)
    if any(is_armed(m.tags, m.actor.kind) for m in scene.mentions_in(start, end)):
        return True
    return any(
        scene.readings[k].happens and k != trigger.index and r.lexeme.table == "events" and r.lexeme.measure in _HARM
        for k in range(start, end) for r in scene.readings[k][:1]
    )  # fmt: skip


def is_armed(tags: frozenset[str], kind: str) -> bool:
    """Say whether a mention is of somebody who fights."""
    return bool(tags & _ARMED) or kind in ARMED_KINDS


def clause_around(scene: Scene, at: int) -> tuple[int, int]:
    """Give the token range between the commas, stops or telling words around ``at``."""
    first, last = scene.annotation.sentences[scene.sentence_of[at]]
    start = at
    while start > first and scene.forms[start - 1] not in "،,؛" and not scene.is_that(start - 1):
        start -= 1
    end = at + 1
    while end < last and scene.forms[end] not in "،,؛":
        end += 1
    return start, end


def is_prepositional(scene: Scene, trigger: Trigger) -> bool:
    """Say whether the trigger stands under a preposition, determiners and numbers between them allowed."""
    if trigger.reading.preposition:
        return True
    k = trigger.index - 1
    steps = 0
    while k >= 0 and steps < 4:
        form = scene.forms[k]
        if form in PREPOSITIONS or form[1:] in PREPOSITIONS:
            return True
        if not (
            form
            in (
                "احد",
                "احدي",
                "هذه",
                "هذا",
                "ذلك",
                "تلك",
                "سلسله",
                "عده",
                "حادث",
                "عمليه",
                "اعقاب",
                "شن",
                "حادثه",
                "اول",
                "نفس",
                "وقوع",
                "موجه",
                "جوله",
                '"',
                "«",
            )
            or scene.tokens[k].is_number
            or k in scene.counted
        ):
            return False
        k -= 1
        steps += 1
    return False
