"""Words of harm: who was killed, wounded, taken or lost is counted beside them."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.lang.counts import is_unit
from riwaya.model.word import Reading
from riwaya.stages.claim.dying import dies_by_violence, is_what_killed
from riwaya.stages.claim.homographs import is_other_word, is_taken_hurt
from riwaya.stages.claim.measures import SITUATED, find_measure, is_sentence
from riwaya.stages.claim.onto import acts_on
from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.sentences import is_carried_out

_MEASURES = frozenset({"killed", "wounded", "executed", "captured", "abducted", "arrested", "displaced", "missing", "freed",
                       "killed_or_wounded"})  # fmt: skip

TOLLS = frozenset(
    joined + word for joined in ("", "و", "ف") for word in ("عدد", "حصيله", "محصله", "اجمالي", "مجموع", "تعداد")
)
"""Words of which a toll is told."""
_THE_TOLL = frozenset(
    joined + word for joined in ("", "و", "ف") for word in ("العدد", "الحصيله", "المجموع", "الاجمالي")
)
_TOLL_OF_REACH = 2
"""Tokens from «العدد» over its adjective to what it is of."""
_MARTYRS = frozenset({"ar.events.شهيد"})
_VERDICTS = frozenset(
    joined + word for joined in ("", "ب", "ال", "بال") for word in ("حكم", "احكام", "عقوبه", "حكما", "احكاما")
)
_COUNTED_REACH, _SPENT_REACH, _FATE_REACH, _INJURY_REACH = 2, 5, 30, 8
_ATTACHED = 3
"""Letters of a word too short to have a particle written onto it."""
_ON_REACH, _DEATH_REACH = 6, 9
_LIFE_REACH, _BESIDE_REACH, _CAUSE_REACH = 7, 8, 8
_CAUSES = frozenset("اثر جراء نتيجه في بسبب تحت".split())
_ANOTHER = (("اخر",), ("اخري",), ("اخران",), ("اخرين",))
_TRACES = frozenset({("اثر",), ("الاتصال",), ("اتصالهم",), ("اثرهم",)})
_CREWS = frozenset("عمال عمل عناصر فرق فريق رجال طواقم طاقم اجهزه وحدات وحده مركز".split())
_EFFORTS = frozenset("عمليات عمليه جهود اعمال".split())
_BEHIND_ONE = frozenset("واحد واحدا واحده علي في الاقل اخر اخري قد".split())
"""What may stand between one person and the verb behind."""
_OTHERS = frozenset({"اخرون", "اخرين", "اخر", "اخران", "اخري", "غيره"})
_OTHERS_REACH = 6
_MANNERS, _FLIGHT = frozenset("شنقا رجما".split()), frozenset({"هربا", "فرارا"})
_FOUND_REACH = 7
_FINDING = frozenset(
    f"ar.{word}"
    for word in "verbs.عثر events.عثر verbs.انتشل verbs.وصل events.وصل events.استقبل verbs.استقبل events.تسلم verbs.تلقى events.نقل verbs.نقل verbs.وجد verbs.استخرج events.سحب verbs.استلم".split()
)
"""Verbs of finding, bringing or getting somebody dead."""


@dataclass(slots=True)
class Harm:
    """A word of harm at a place, waiting for its count."""

    at: int
    measure: str
    reading: Reading
    counted: bool = False


def harm_at(scene: Scene, k: int) -> Harm | None:
    """Give the word of harm at token ``k``; None for others and where its entry asks for words that are not there."""
    is_other = is_in_name(scene, k) or _is_of_crew(scene, k) or _is_manner(scene, k)
    if k and (is_other or scene.forms[k - 1] in scene.grammar["charged"].singles):
        return None  # «في قضية اغتيال …»
    if any(r.sense.shape == "masdar" for r in scene.readings[k][:2]) and _is_tried(scene, k):
        return None
    for reading in scene.readings[k][:2]:
        lexeme = reading.lexeme
        measure = _measure_of(scene, k, reading)
        if lexeme.table == "events" and measure in _MEASURES:
            if "counts-only" in lexeme.tags and not _has_number(scene, k, reading):
                return None
            if "needs-fate" in lexeme.tags and not (_is_met(scene, k) or _is_cut_short(scene, k)):
                return None
            if "needs-wound" in lexeme.tags and not dies_by_violence(scene, k):
                return None
            if not _has_its_words(scene, k, reading):
                continue
            died = scene.phrases_in("death_words", k + 1, k + _DEATH_REACH)
            if "needs-death" in lexeme.tags and not (died or _is_of_counted(scene, k) or _is_of_one(scene, k)):
                continue
            if is_sentence(scene, k, reading) or (measure == "executed" and _is_only_sentenced(scene, k)):
                return None
            lost = lexeme.measure == "missing" and "loss" in lexeme.tags and _are_dead(scene, k, reading)
            return Harm(k, "killed" if lost else measure, reading)
        if lexeme.table == "events" and "loss" in lexeme.tags and lexeme.measure:
            return Harm(k, lexeme.measure, reading)
    return None


def _is_of_crew(scene: Scene, at: int) -> bool:
    """«عمال إنقاذ», «فرق الإنقاذ»: who they are that rescue, and nobody rescued."""
    form = scene.forms[at]
    if not form.endswith("انقاذ"):
        return False
    before = scene.forms[at - 1].lstrip("وبل").removeprefix("ال")
    return before in _CREWS or (before in _EFFORTS and form.startswith("ال"))  # not «عملية إنقاذ ستة رهائن»


def _measure_of(scene: Scene, k: int, reading: Reading) -> str | None:
    """What a word of harm measures; who is told to be among the victims («كان راع من بين الضحايا»), or counted by their toll, is dead."""
    tags = reading.lexeme.tags
    if (
        "vague" in tags
        and k
        and (
            (reading.definite and scene.forms[k - 1] == "بين")
            or (scene.forms[k - 1] in TOLLS and reading.sense.number == "pl")
        )
    ):
        return "killed"
    return reading.lexeme.measure if SITUATED.isdisjoint(tags) else find_measure(scene, k, reading)


def _is_manner(scene: Scene, k: int) -> bool:
    """«قتلوا شنقا»: how somebody was killed is no other killing; «هربا من القصف» tells why they left."""
    form = scene.forms[k]
    flight = form in _FLIGHT and scene.forms[k + 1 : k + 2] == ("من",) and not scene.forms[k - 1].endswith("ان")
    return flight or form in _MANNERS or is_taken_hurt(scene, k) or is_what_killed(scene, k)


def _has_its_words(scene: Scene, k: int, reading: Reading) -> bool:
    """«قطع طرق الإمداد» cuts off no head, «تقضي الأوامر ب…» and «قضى غرقا» kill nobody, «الموقوفين خطفوا …» do what they do."""
    tags = reading.lexeme.tags
    if reading.sense.shape == "passive" and reading.definite and is_other_word(scene, k, reading):
        return False
    if "needs-injury" in tags:
        return bool(scene.phrases_in("injury_words", k + 1, k + _INJURY_REACH))
    if "needs-head" in tags:
        return bool(scene.phrases_in("head_words", k + 1, k + _ON_REACH))
    return "with-ala" not in tags or acts_on(scene, k)


def _is_tried(scene: Scene, at: int) -> bool:
    """«محاولة اغتيال قاض», «حاول المسلح قتل …»: what is tried has not happened."""
    before = at - 1
    subject = scene.mention_over.get(before)
    if subject is not None and not subject.preposition:
        before = subject.first - 1
    return before >= 0 and scene.grammar["attempts"].has(scene.forms[before])


def _has_number(scene: Scene, at: int, reading: Reading) -> bool:
    """«جثامين ثمانية مدنيين», «ثمانية جثامين», «جثمان الجندي سالم»: a number beside the bodies, or one person behind one body."""
    if reading.pronoun:
        return False
    if any(a in (at - 1, at + 1) for a, _, _ in scene.quantity_ranges.near(at - 1, at + 1)):
        return True
    whose = scene.mention_from.get(at + 1) if reading.sense.number == "sg" and not reading.definite else None
    return whose is not None and whose.number == "sg" and not (whose.preposition or whose.conjunction)


def are_bodies_found(scene: Scene, at: int) -> bool:
    """«وصلت ثلاثة جثامين», «عثر على جثامين ستة رعاة»: bodies that are counted tell of the dead where somebody finds or gets them.

    Those that are buried or mourned were told of before («شيعوا جثامين ستة جنود»).
    """
    reading = scene.readings[at][0]
    if reading.sense.number == "sg" or not _has_number(scene, at, reading):
        return False
    first = max(scene.annotation.sentences[scene.sentence_of[at]][0], at - _FOUND_REACH)
    return any(r.lexeme.id in _FINDING for k in range(first, at) for r in scene.readings[k])


def _are_dead(scene: Scene, at: int, reading: Reading) -> bool:
    """«فقد الجيش ستة جنود», «فقدوا حياتهم»: whom a body loses, and who loses life, is dead; of «فقدان أثر ستة جنود» nobody knows."""
    if scene.phrases_in("life_words", at + 1, at + _LIFE_REACH):
        return True
    if scene.forms[at + 1 : at + 2] in _TRACES or (reading.sense.number != "sg" and not _leads_on(scene, at)):
        return False
    return not (_are_missing(scene, at, reading) or _has_no_loser(scene, at, reading))


def _has_no_loser(scene: Scene, at: int, reading: Reading) -> bool:
    """«فقد ستة بحارة بعد غرق السفينة»: a number right behind a verb that nobody before it is the subject of is missing itself."""
    alone = reading.is_finite and reading.sense.number == "sg" and reading.sense.gender == "m" and not reading.pronoun
    if not alone or not any(a == at + 1 for a, _, _ in scene.quantity_ranges.near(at + 1, at + 1)):
        return False
    first, _ = scene.annotation.sentences[scene.sentence_of[at]]
    return at == first or (scene.forms[at - 1] in "،؛" and bool(reading.conjunction))


def _leads_on(scene: Scene, at: int) -> bool:
    """«فقدوا ستة من رفاقهم»: whom they lost stands right behind the verb."""
    return at + 1 in scene.mention_from or any(a == at + 1 for a, _, _ in scene.quantity_ranges.near(at + 1, at + 1))


def _are_missing(scene: Scene, at: int, reading: Reading) -> bool:
    """«وفقد 12 آخرون», «مقتل ستة وفقدان 15»: they are the subject, or told beside the dead and the hurt; of «فقد الجيش 12 آخرين» they are dead."""
    counted = next((last for first, last, _ in scene.quantity_ranges.near(at + 1, at + 1) if first == at + 1), None)
    if counted is None and scene.forms[at + 1 : at + 2] not in _ANOTHER:
        return False
    beside = reading.conjunction == "و" and any(
        r.lexeme.measure in ("killed", "wounded")
        for k in range(max(0, at - _BESIDE_REACH), at)
        for r in scene.readings[k][:1]
    )
    others = ("اخر",) if reading.sense.shape == "masdar" else ("اخرون",)  # «فقدان عدد آخر», «فقد 12 آخرون»
    return beside or (counted is not None and scene.forms[counted : counted + 1] == others)


def _is_met(scene: Scene, at: int) -> bool:
    """«لقي ثلاثة من أفراد الكتيبة … مصرعهم»: what was met may stand far behind the verb."""
    return not scene.grammar["fate"].singles.isdisjoint(scene.forms[at + 1 : at + _FATE_REACH])


def _is_cut_short(scene: Scene, at: int) -> bool:
    """«لقي 22 شرطيا وستة مدنيين، إضافة إلى إصابة 30»: a number right behind the verb and the wounded told beside it say what was met."""
    if not any(a == at + 1 for a, _, _ in scene.quantity_ranges.near(at + 1, at + 1)):
        return False
    behind = range(at + 2, min(at + _FATE_REACH, len(scene.forms)))
    stop = next(
        (
            k
            for k in behind
            if scene.forms[k] in ".؛:" or (scene.is_finite(k) and not scene.readings[k][0].lexeme.measure)
        ),
        behind.stop,
    )
    return any(r.lexeme.measure == "wounded" for k in range(at + 2, stop) for r in scene.readings[k][:1])


def _is_of_counted(scene: Scene, at: int) -> bool:
    """«قضى 13 شخصا في الانفجار»: of people counted right behind the verb; of «قضى ثلاث سنوات» nobody died."""
    for first, last, _ in scene.quantity_ranges.near(at + 1, at + _COUNTED_REACH):
        if at < first <= at + _COUNTED_REACH:
            who = scene.mention_from.get(last)
            return (
                who is not None
                and not who.tags.isdisjoint({"victim", "civilian", "fighter"})
                and not _is_spent(scene, last, who.last)
            )
    return False


def _is_of_one(scene: Scene, at: int) -> bool:
    """«قضى رجل من البلدة إثر انفجار»: of one person behind the verb, the violence told behind him."""
    who = scene.mention_from.get(at + 1)
    if who is None or who.definite or who.number == "pl" or "victim" not in who.tags:
        return False
    behind = range(who.last + 1, min(who.last + _CAUSE_REACH, len(scene.forms) - 1))
    led = (k for k in behind if scene.forms[k] in _CAUSES)
    return any(r.lexeme.type == "ASSAULT" and not r.is_finite for k in led for r in scene.readings[k + 1][:1])


def _is_spent(scene: Scene, first: int, last: int) -> bool:
    """«قضى ثلاثة جنود ليلتهم في العراء»: a stretch of time behind them is what they spent."""
    return any(is_unit(f) or f.startswith("ليل") for f in scene.forms[first + 1 : last + _SPENT_REACH])


def _is_only_sentenced(scene: Scene, at: int) -> bool:
    """«أحكام الإعدام الصادرة بحق خمسة»: nobody has died; «نفذ حكم الإعدام في خمسة» tells that they have."""
    if _VERDICTS.isdisjoint(scene.forms[max(0, at - 1) : at + 1]):
        return False
    return not is_carried_out(scene, at)


def is_in_name(scene: Scene, at: int) -> bool:
    """«كتيبة شهداء …», «ساحة الشهداء»: say whether the dead at ``at`` are only whom a unit or a place is named after."""
    readings = scene.readings[at]
    if not at or not readings or readings[0].lexeme.id not in _MARTYRS:
        return False
    if "harm" not in readings[0].lexeme.tags or readings[0].conjunction:
        return False
    form = scene.forms[at - 1]
    named = scene.grammar["bears_name"]
    return named.has(form) or (len(form) > _ATTACHED and named.has(form[1:])) or named.has(form[2:])


def is_tolled(scene: Scene, at: int, reading: Reading) -> bool:
    """«عدد القتلى», «العدد الإجمالي للقتلى», «الحصيلة النهائية لضحايا القصف»: say whether a toll is told of the harm at ``at``."""
    suffered = reading.sense.shape == "passive" and reading.definite and reading.lexeme.measure is not None
    if not at or not (suffered or "harm" in reading.lexeme.tags):  # «عدد المعتقلين»
        return False
    if scene.forms[at - 1] in TOLLS:
        return True
    return reading.preposition == "ل" and not _THE_TOLL.isdisjoint(scene.forms[max(0, at - _TOLL_OF_REACH) : at])


def merge_pairs(scene: Scene, harms: list[Harm]) -> list[Harm]:
    """«مقتل وإصابة العشرات», «قتلت وجرحت», «القتلى والجرحى»: killed or wounded, not to be told apart."""
    merged: list[Harm] = []
    for harm in harms:
        prior = merged[-1] if merged else None
        if (
            prior is not None
            and {prior.measure, harm.measure} == {"killed", "wounded"}
            and _is_pair(scene, prior, harm)
        ):
            prior.measure = "killed_or_wounded"
            continue
        merged.append(harm)
    return merged


def _is_pair(scene: Scene, prior: Harm, harm: Harm) -> bool:
    if harm.at == prior.at + 2 and scene.forms[prior.at + 1] == "او":
        return True
    if prior.reading.pronoun and not harm.reading.pronoun:
        return False  # «مقتله وإصابة أربعة»
    if harm.at != prior.at + 1 or harm.reading.conjunction != "و" or _told_apart(scene, prior, harm):
        return False
    if _has_own_sufferer(scene, prior, harm) or (harm.reading.definite and not prior.reading.definite):
        return False  # «إلى 20 قتيلا والجرحى إلى 95»
    one, other = prior.reading.sense, harm.reading.sense
    if one.shape == "masdar" and any(r.sense.shape == "masdar" for r in scene.readings[harm.at]):
        return True  # «مقتل وجرح بعض المارة»: spelt like a verb
    if other.shape == "masdar" and any(r.sense.shape == "masdar" and not r.pronoun for r in scene.readings[prior.at]):
        return True  # «قتل وإصابة العشرات»: right before a noun the word spelt like a verb is one
    if one.number == other.number == "pl" and prior.reading.definite and harm.reading.definite:
        return not (prior.reading.is_verb or harm.reading.is_verb)  # «القتلى والمصابين»
    follow = scene.forms[harm.at + 1] if harm.at + 1 < len(scene.forms) else ""
    alike = one.shape == other.shape or (
        prior.reading.is_finite and harm.reading.is_finite and follow not in ("اخرون", "اخرين", "اخر", "اخران")
    )
    return alike and (not harm.reading.is_finite or one.number == other.number != "du")


def _has_own_sufferer(scene: Scene, prior: Harm, harm: Harm) -> bool:
    """«شخصا واحدا على الأقل قتل وجرح ستة آخرون», «امرأة قتلت وأصيب 12»: who stands before the first verb suffers it, and others the second.

    Of «مسلحا قتل وجرح ستة» they did both: the verbs agree, and nobody else is told of.
    """
    if not (prior.reading.is_finite and harm.reading.is_finite) or prior.reading.conjunction:
        return False
    if prior.reading.sense.number != "sg":
        return False
    k = prior.at - 1
    while k > 0 and scene.forms[k] in _BEHIND_ONE:
        k -= 1
    who = scene.mention_over.get(k)
    if who is None or who.number != "sg" or who.preposition or "victim" not in who.tags:
        return False
    passive = harm.reading.sense.shape.startswith("passive")
    behind = scene.forms[harm.at + 1 : harm.at + _OTHERS_REACH]
    return passive or prior.reading.sense.gender != harm.reading.sense.gender or not _OTHERS.isdisjoint(behind)


def _told_apart(scene: Scene, prior: Harm, harm: Harm) -> bool:
    """Indefinite plurals without a count («قتلى وجرحى») are two figures; «عدد قتلى وجرحى الحرس» is one toll."""
    if "harm" not in harm.reading.lexeme.tags or harm.reading.definite:
        return False
    if prior.at and scene.forms[prior.at - 1] in TOLLS:
        return False
    first = harm.at - 1
    return not any(first - 3 <= end <= first for _, end, _ in scene.quantity_ranges.near(first - 3, first))
