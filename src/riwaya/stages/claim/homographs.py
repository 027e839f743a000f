"""Homographs: words spelt like a word of happening that are here another («الطائرة أقلت الجرحى», «سيؤدي إلى», «فقد أعلن»)."""

from __future__ import annotations

from riwaya.model.word import Reading
from riwaya.stages.claim.everyday import is_everyday, is_planted_bomb
from riwaya.stages.claim.scene import PREPOSITIONS, RELATIVES, Scene

_OCCUPIES, _WITHDRAWS, _HELP, _HOLDS = (f"ar.events.{word}" for word in ("احتل", "سحب", "مساعدة", "أحكم"))
_CONFISCATES = "ar.events.صادر"
_ISSUED_BY = ("عن", "من", "في", "امس", "اليوم", "مساء", "صباح", "يوم", "بتاريخ", "حديثا", "موخرا", "،", ",")
_SUSPENDS = frozenset({"ar.events.علق", "ar.events.علق/قتال"})
_BRINGS_OUT, _BRINGS_DOWN = "ar.events.أخرج", "ar.events.أسقط"
_CLAIMS_LIFE = "ar.events.أودى"
_STOPS, _STOPPED = "ar.events.أوقف", "ar.verbs.توقف"
_LOSES, _CAPTURES, _DIES = "ar.events.فقد", "ar.events.أسر", "ar.events.مات"
_HURT, _TAKEN_REACH, _ARRESTED = frozenset({"مصابا", "جريحا"}), 5, frozenset({"arrested", "captured"})
_FLEES = "ar.events.هرب"
_BESIDE_THEM = frozenset("مع ومع معهم ومعهم برفقه وبرفقه".split())
_LIFE_REACH, _SUBJECT_REACH, _NONE_REACH = 6, 4, 4
_DESTROYS = "ar.events.دمر"
_SONS = frozenset("بن ابن بنت".split())
_TOLD_VICTIMS = frozenset("الضحايا الشهداء القتلي المفقودين المصابين الجرحي المختطفين المعتقلين السجناء".split())
COMING = frozenset("وقوع حدوث تكرار تجدد تفاقم تدهور".split())
"""«منعت القوات وقوع إصابات»: what is kept from coming about; nothing is forbidden to anybody."""
_SUSPICIONS = frozenset("اصابع الشبهات الانظار الاتهامات".split())
"""What points to somebody, and moves nowhere («تتجه أصابع الاتهام إلى …»)."""
_TAKEN = frozenset({"victim", "civilian", "fighter"})


def is_other_word(scene: Scene, at: int, reading: Reading) -> bool:
    """Say whether ``reading`` of the word at ``at`` is not meant, by its form or by the words beside it.

    Vowels and hamzas that would tell them apart are not written, or lost in folding.
    """
    if is_taken_hurt(scene, at) or is_everyday(scene, at, reading) or is_planted_bomb(scene, at, reading):
        return True
    if reading.pronoun == "ي" and not reading.is_finite:
        return _is_relational(scene, at)
    if _is_noun_beside(scene, at, reading) or _is_attribute(scene, at, reading):
        return True
    if reading.sense.shape == "noun":
        return _is_bare_construct(scene, at, reading)
    if reading.sense.shape == "active":
        if reading.lexeme.id == _DESTROYS and reading.definite and not reading.pronoun:
            return True  # «المدمرة الأمريكية» is a ship
        return reading.lexeme.id == "ar.events.أطلق" and reading.sense.gender == "m" and _is_next(scene, at, "النار")
    if reading.is_finite and _is_next(scene, at, *_SONS):
        return True  # «فيصل بن …»
    if reading.sense.person == 1:
        if reading.sense.number == "sg" and not (scene.frames_around[at] or scene.forms[at].endswith("يت")):
            return True  # «أبدت الحركة»: nobody speaks of themselves here
        return reading.sense.shape == "past" and _has_subject(scene, at)
    if reading.sense.shape == "short-present" and not scene.negated_in(at - 1, at):
        return False
    return _is_by_company(scene, at, reading)


def is_taken_hurt(scene: Scene, k: int) -> bool:
    """«ألقي القبض على رابع مصابا», «اعتقل مسلحا جريحا»: in what state somebody was taken, and no injury that is told."""
    if scene.forms[k] not in _HURT or k - 1 in scene.counted:
        return False
    taken = (r for j in scene.happening_in(max(0, k - _TAKEN_REACH), k) for r in scene.readings[j][:1])
    return any(r.lexeme.measure in _ARRESTED for r in taken)


def _is_by_company(scene: Scene, at: int, reading: Reading) -> bool:
    lexeme = reading.lexeme.id
    if lexeme == _CLAIMS_LIFE and reading.sense.shape.endswith("present"):
        return not _claims_life(scene, at)
    if (
        lexeme == _STOPS
        and reading.sense.shape == "present"
        and any(r.lexeme.id == _STOPPED for r in scene.readings[at])
    ):
        return not any(m.tags & _TAKEN for m in scene.mentions_in(at + 2, at + 2 + _SUBJECT_REACH))
    if lexeme == _BRINGS_DOWN and reading.is_finite and at + 1 < len(scene.forms):
        return any("harm" in r.lexeme.tags for r in scene.readings[at + 1][:1])  # «لم يسقط قتلى»
    if lexeme == _FLEES and reading.sense.number == "du" and _is_next(scene, at, "من"):
        return not scene.forms[at - 1].endswith("ان")  # «نزحوا هربا من القصف»: why, not two who flee
    if lexeme == _LOSES and scene.forms[at].lstrip("وف").startswith("لتفقد"):
        return True  # «لتفقد المخيم»: to have a look at it
    if lexeme == _LOSES and scene.forms[at] == "فقد":
        return at + 1 not in scene.mention_over and at + 1 not in scene.counted
    if lexeme == _DIES and reading.sense.number == "pl" and reading.sense.gender == "f":
        return scene.forms[at].startswith("متن")  # «على متن السفينة»
    if lexeme == _CAPTURES and reading.is_finite and _written(scene, at).startswith("يا"):
        return True  # «وياسر»: whoever captures has his hamza
    if lexeme == _CONFISCATES:
        return scene.forms[at].endswith("صادر") and _is_next(scene, at, *_ISSUED_BY)  # «بيان صادر عن …»
    if lexeme == _CAPTURES:
        if reading.pronoun and at and scene.forms[at - 1] in _BESIDE_THEM:
            return True  # «غادروا مع أسرهم»: families too
        return _is_next(scene, at, *_TOLD_VICTIMS)  # «أسر الضحايا»: families
    return lexeme == "ar.events.أباد" and reading.sense.shape == "short-present"


def _do_something(scene: Scene, behind: int) -> bool:
    """«الموقوفين خطفوا تاجرا»: those who do a deed of their own right behind are only named by what was done to them."""
    found = scene.readings[behind][:1] if behind < len(scene.forms) else ()
    return any(
        r.lexeme.table == "events" and r.is_finite and not r.conjunction and r.lexeme.object == "target"
        and scene.forms[behind].endswith("وا") and scene.mention_from.get(behind + 1) is not None
        for r in found
    )  # fmt: skip


def _written(scene: Scene, at: int) -> str:
    """The word at ``at`` as it stands in the text, without a particle written onto it."""
    return scene.tokens[at].span.of(scene.text).lstrip("وف")


def _is_relational(scene: Scene, at: int) -> bool:
    """«موقع اجتماعي», «سلاح هجومي»: behind a noun «ي» makes an adjective; «بعد اعتقالي» speaks of me."""
    return not at or (scene.forms[at - 1] not in PREPOSITIONS and not any(r.is_finite for r in scene.readings[at - 1]))


def _is_attribute(scene: Scene, at: int, reading: Reading) -> bool:
    """«المدينة المحاصرة», «الأقوال المدمرة»: behind a definite noun a participle with its article only says what kind it is."""
    if not reading.definite or not at or reading.conjunction or not scene.forms[at - 1].startswith("ال"):
        return False
    form, before = scene.forms[at], scene.readings[at - 1][:1]
    if any(r.lexeme.table == "events" or r.is_finite for r in before):
        return False
    doing = reading.sense.shape == "active" and reading.lexeme.measure is None
    return doing or (reading.sense.shape == "masdar" and form.startswith("الم") and form.endswith("ه"))


def _is_noun_beside(scene: Scene, at: int, reading: Reading) -> bool:
    """«سحب الدخان», «مساعدة الوزير», «لم يصدر تعليق», «جنود الاحتلال»: nouns that their neighbours tell apart."""
    lexeme = reading.lexeme.id
    if lexeme == _OCCUPIES:
        return reading.definite and reading.sense.shape == "masdar"
    if lexeme == _WITHDRAWS and not reading.definite and at + 1 < len(scene.forms):
        return scene.grammar["smoke"].has(scene.forms[at + 1])
    if lexeme == _HELP and reading.sense.number == "sg" and not reading.definite:
        beside = scene.mention_from.get(at + 1)
        return beside is not None and "official" in beside.tags and "body" not in beside.tags
    if lexeme in _SUSPENDS and reading.sense.shape == "masdar":
        return is_comment(scene, at) and not scene.negators_in(max(0, at - _NONE_REACH), at)
    if reading.lexeme.subtype == "seize" and scene.forms[at + 1 : at + 2] == ("علي",) and at + 2 < len(scene.forms):
        return scene.grammar["situations"].has(scene.forms[at + 2])
    if reading.lexeme.subtype == "restrict" and scene.forms[at + 1 : at + 2] and scene.forms[at + 1] in COMING:
        return True
    if reading.lexeme.subtype == "restrict" and not COMING.isdisjoint(scene.forms[at + 2 : at + 4]):
        return not reading.is_finite or at + 1 in scene.mention_over
    if reading.lexeme.subtype == "move" and not _SUSPICIONS.isdisjoint(scene.forms[max(0, at - 2) : at + 3]):
        return True
    if reading.sense.shape == "passive" and reading.definite:
        return _do_something(scene, at + 1)
    if lexeme == _BRINGS_OUT:
        return reading.definite or _is_next(scene, at, "عن")  # «الإخراج والمونتاج», «إخراجهم عن الدين»
    if lexeme == _HOLDS:
        return reading.sense.shape == "masdar" and not scene.tokens[at].span.of(scene.text).lstrip(
            "وفبلك"
        ).removeprefix("ال").startswith(("إ", "ا"))  # «أحكام القانون»
    return False


def is_comment(scene: Scene, at: int) -> bool:
    """Say whether «تعليق» is what somebody says («تعليق فوري», «التعليق على النبأ»); what is suspended stands right behind.

    That none comes («لم يصدر أي تعليق») is a state.
    """
    behind = scene.forms[at + 1] if at + 1 < len(scene.forms) else "."
    suspended = scene.forms[at].endswith("تعليق") and (
        behind.startswith("ال") or behind.endswith(("ها", "ه", "هم", "ات"))
    )
    return not suspended or scene.forms[at].startswith("ال") or scene.forms[at - 1] in ("اي", "دون")


def _is_next(scene: Scene, at: int, *words: str) -> bool:
    return at + 1 < len(scene.forms) and scene.forms[at + 1] in words


def _is_bare_construct(scene: Scene, at: int, reading: Reading) -> bool:
    """«حملت الطائرة مساعدات»: a noun in «ة» is spelt with «ت» before a pronoun only."""
    sense = reading.sense
    return (sense.number, sense.gender, reading.pronoun) == ("sg", "f", "") and scene.forms[at].endswith("ت")


def _has_subject(scene: Scene, at: int) -> bool:
    """«التي أقلت الجرحى», «قوات أمننا»: who does it stands before, so nobody speaks of themselves; «لقيت» is spelt as «she» too."""
    if not at or scene.forms[at].endswith("يت"):
        return False
    before = scene.forms[at - 1]
    return before in RELATIVES or before in PREPOSITIONS or before.startswith("ال") or at - 1 in scene.mention_over or (
        before.endswith("نا") and scene.readings[at][0].conjunction != ""
    )  # fmt: skip


def _claims_life(scene: Scene, at: int) -> bool:
    """«قد يودي بحياة كثيرين», not «يؤدي إلى …»: folded, both are spelt alike."""
    for k in range(at + 1, min(at + _LIFE_REACH, len(scene.forms))):
        form = scene.forms[k]
        if form in ("الي", "ب") or form.startswith(("لل", "بحيا", "بارواح")):
            return form != "الي" and not form.startswith("لل")
        if any(r.preposition == "ب" for r in scene.readings[k][:1]) or k in scene.counted:
            return True
    return False
