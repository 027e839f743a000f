"""Who does it, where the word of happening has no subject of its own: helpers, doers told by a phrase, pronouns."""

from __future__ import annotations

from riwaya.lang.describe import has_verb_shape
from riwaya.model.mention import Mention
from riwaya.stages.claim.arguments import Arguments, is_own_kin
from riwaya.stages.claim.scene import PREPOSITIONS, RELATIVES, Scene
from riwaya.stages.claim.trigger import Trigger, is_armed

_HELPERS = frozenset(
    f"ar.verbs.{verb}"
    for verb in "نجح تمكن حاول قام استطاع بدأ أنهى استأنف واصل كثف سعى أقدم عمد شرع عاود أعاد تولى فشل شارك ساهم أسهم قاد أجرى انتهى استكمل أكمل باشر قدم وفر".split()
) | frozenset(
    "ar.speech.جدد ar.speech.رد ar.speech.تابع ar.events.أحكم ar.events.بسط ar.events.ألقى ar.events.فرض ar.events.شن ar.events.نفذ ar.events.خاض ar.events.تبادل ar.events.أرسل".split()
)
_OVERSEES = frozenset("اشرف اشرفت يشرف تشرف اشرفوا يشرفون".split())
_ASCRIBED = frozenset("نسبته نسبتها نسبه نسبها ينسبه تنسبه عزته عزتها عزاه".split())
_ASCRIBED_REACH, _TO = 7, frozenset({"الي"})
_NEAR_HOUR = (("بعد",), ("قبل",), ("قبيل",), ("عند",))
_HOURS = frozenset("منتصف ظهر فجر مساء صباح ليل عصر".split())
_TAKES_PART = "ar.events.شارك"
_LEADS = frozenset("يقود تقود قاد".split())
_HELPING_NOUNS = frozenset(
    "نجاح محاوله محاولات تمكن قيام قدره فشل اقدام بدء مواصله محاولته محاولتها محاولتهم نجاحها نجاحه نجاحهم قيامها قيامه تمكنها تمكنه تمكنهم".split()
)
_HANDS, _HANDS_REACH = frozenset("يد ايدي قبضه".split()), 10
_SETTING = PREPOSITIONS | frozenset("قبيل بعيد لحظه فور حين يوم".split())
_THEIRS, _OWN_REACH = frozenset({"ه", "ها", "هم"}), 8
_LATTER, _LATTER_REACH = (("الاخير",), ("الاخيره",), ("الاخيرون",)), 6
_REACH, _DOER_REACH, _SHOOTER_REACH = 26, 6, 10
_SHARED_REACH = 16
_AMOUNTS = frozenset("عدد من بعض احد احدي مجموعه عشرات ميات".split())
_WHEN = frozenset("عندما حينما حين بعدما قبلما لما".split())
_BEFORE_THAT = frozenset("بعد قبل الي منذ".split())
"""Before «أن» they open a clause of time."""
_STRIKES = frozenset({"bombard", "strike", "attack", "raid", "bombing", "shoot"})


def find_helper(scene: Scene, at: int) -> int | None:
    """Give the verb or noun that helps the noun of happening at ``at`` («تمكنت القوات من قتل …»); None for none."""
    first, _ = scene.annotation.sentences[scene.sentence_of[at]]
    joined = scene.forms[at][0] == "و"
    floor = max(first, at - _REACH)
    believed: set[int] = set()
    for p in scene.phrases_in("believed", floor, at):
        believed.update(range(p, p + scene.phrase("believed", p)))
    for k in range(at - 1, floor - 1, -1):
        if k in believed:  # «شنت طائرات يعتقد أنها روسية غارات»
            continue
        if scene.forms[k] in ".؛:" or scene.is_that(k):
            return None
        if k in scene.mention_over or k in scene.set_in:  # «فجر أمس»
            continue
        if scene.forms[k] in _HELPING_NOUNS:
            return k
        if scene.forms[k] in _OVERSEES and scene.forms[at - 1] == "علي":
            return k  # «أشرف القيادي على هجمات»
        found = scene.readings[k][:2]
        if found and "light" in found[0].lexeme.tags and found[0].sense.shape == "masdar":
            continue  # «نجحت في نصب كمين»
        if found and found[0].is_finite:
            return k if any(r.lexeme.id in _HELPERS for r in found) else None
        if found and found[0].lexeme.table == "events":
            if not joined:
                return None
            joined = bool(found[0].conjunction)
    return None


def find_helper_subject(scene: Scene, words: Arguments, at: int) -> Mention | None:
    """Give who is the subject of the helper of the noun at ``at``; None where there is no helper or it has none."""
    k = find_helper(scene, at)
    if k is None:
        return None
    return find_subject(scene, words, k, at)


def find_own_doer(scene: Scene, words: Arguments, trigger: Trigger) -> Mention | None:
    """Give the subject of the verb whose object is a deed of theirs («صعدت القوات هجماتها»); None where the pronoun does not agree with it."""
    pronoun = trigger.reading.pronoun
    if pronoun in _THEIRS and (whose := _of_relative(scene, words, trigger)) is not None:
        return whose
    if pronoun not in _THEIRS or trigger.reading.preposition or trigger.reading.conjunction:
        return None
    behind = _before_relative(scene, trigger.index)
    behind -= behind > 0 and scene.forms[behind - 1] == "عن"  # «أعربت فرنسا عن دعمها»
    for k in range(behind - 1, max(0, behind - _OWN_REACH) - 1, -1):
        if scene.forms[k] in ".،؛:" or scene.is_that(k) or scene.forms[k] in _SETTING:
            return None
        if k in scene.mention_over or not scene.is_finite(k):
            continue
        subject = find_subject(scene, words, k, trigger.index)
        if subject is None or subject.tags & {"civilian", "document", "media"}:
            return None
        gender = scene.readings[k][0].sense.gender
        if pronoun == "هم":
            return subject if subject.number == "pl" and gender == "m" else None
        return subject if gender == ("f" if pronoun == "ها" else "m") else None
    return None


def _before_relative(scene: Scene, at: int) -> int:
    """«واصلت الحركة، التي تخوض معارك مع الجيش، تقدمها»: the comma that opens a relative clause between commas; ``at`` itself for none."""
    if at < 1 or scene.forms[at - 1] not in "،,":
        return at
    opening = next((k for k in range(at - 2, max(0, at - _SHARED_REACH), -1) if scene.forms[k] in "،,.؛"), None)
    return opening if opening is not None and scene.forms[opening + 1] in RELATIVES else at


def _of_relative(scene: Scene, words: Arguments, trigger: Trigger) -> Mention | None:
    """«الحركة التي أدى تمردها إلى …», «الحركة التي … والتي أدى تمردها»: whom the relative pronoun takes up.

    Source: the resumptive pronoun of relative clauses (Ryding 2005, ch. 14).
    """
    at = trigger.index - 2
    if at < 1 or not scene.is_finite(trigger.index - 1) or scene.forms[at] not in RELATIVES:
        return None
    relative = scene.forms[at]
    if relative[0] == "و":  # the first of the two stands behind whom both describe
        first, _ = scene.annotation.sentences[scene.sentence_of[at]]
        earlier = scene.words_in(frozenset({relative[1:]}), first, at)
        if not earlier:
            return None
        at = earlier[-1]
    mention = scene.mention_over.get(at - 1)
    return mention if mention is not None and is_armed(mention.tags, mention.actor.kind) else None


def find_subject(scene: Scene, words: Arguments, verb: int, stop: int) -> Mention | None:
    """Give the subject of the word at ``verb``: the phrase after it, before ``stop``, else the one before it."""
    if (leading := _leads(scene, words, verb)) is not None:
        return leading
    if scene.forms[verb + 1 : verb + 2] in _LATTER:  # «سيطر عليها التنظيم، وتمكن الأخير من …»
        return next((m for m in reversed(scene.mentions_in(0, verb)[-_LATTER_REACH:]) if _acts(m)), None)
    for k in range(_behind_hour(scene, verb + 1), stop):
        mention = scene.mention_from.get(k)
        if mention is not None:
            if mention.preposition or mention.conjunction or is_own_kin(scene, mention):
                break
            return mention
        if k in scene.timed or (k + 1 in scene.timed and scene.forms[k] in PREPOSITIONS):  # «تعرضت مساء أمس قرية لقصف»
            continue
        if scene.forms[k] in PREPOSITIONS or scene.forms[k] in "،.؛:" or scene.is_finite(k) or scene.is_that(k):
            break
    found = scene.readings[verb][:1]
    if found and found[0].conjunction:
        return None
    return words.subject_before(verb)


def _acts(mention: Mention) -> bool:
    return is_armed(mention.tags, mention.actor.kind) and "thing" not in mention.tags


def _behind_hour(scene: Scene, at: int) -> int:
    """«تعرضت بعد منتصف الليل قرية لقصف»: the token behind an hour of the day that no date is told of; ``at`` itself for none."""
    if scene.forms[at : at + 1] not in _NEAR_HOUR or not _HOURS.intersection(scene.forms[at + 1 : at + 2]):
        return at
    return at + 3 if any(form.startswith("ال") for form in scene.forms[at + 2 : at + 3]) else at + 2


def find_taking_part(scene: Scene, verb: Trigger) -> Mention | None:
    """Give who stands right behind the deed they take part in, however many («شارك في الهجوم عشرات المسلحين»); None for none."""
    k = verb.index + 1
    if verb.lexeme.id != _TAKES_PART or scene.forms[k : k + 1] != ("في",) or not scene.readings[k + 1].uncounted_event:
        return None
    k += 2
    while k < len(scene.forms) and k not in scene.mention_from and (k in scene.counted or k in scene.hedging):
        k += 1
    mention = scene.mention_from.get(k)
    return mention if mention is not None and not (mention.preposition or mention.conjunction) else None


def _leads(scene: Scene, words: Arguments, verb: int) -> Mention | None:
    """«قوات الأمن دخلت الجامعة واشتبكت …»: the subject right before its verb; the phrase behind is its object."""
    adjacent = scene.mention_over.get(verb - 1) if verb else None
    found = scene.readings[verb][:1]
    if adjacent is None or adjacent.last != verb - 1 or not found or not found[0].is_verb or found[0].conjunction:
        return None
    return words.subject_before(verb) if scene.is_finite(verb) else None


def find_told_doers(scene: Scene, start: int, end: int) -> list[Mention]:
    """Give the doers that phrases name: «من قبل …», «على يد …», «برصاص …», «نفذته أمس …»; in text order."""
    found: list[Mention] = []
    answered = scene.phrases_in("answering", start, end)
    for k in scene.phrases_in("by_agent", start, min([end, *answered[:1]])):
        if scene.forms[k] == "من" and k and _is_described(scene, k - 1):
            continue
        if (
            k
            and scene.forms[k] in ("علي", "من")
            and scene.is_finite(k - 1)
            and scene.readings[k - 1][0].lexeme.table == "verbs"
        ):
            continue  # «الذين تدربوا على أيدي …»
        written = scene.tokens[k].span.of(scene.annotation.document.text)
        if written.endswith("ة") and not written.startswith("ب"):  # «قادة» are no «قاده»; «بواسطة» is itself
            continue
        if _is_led_band(scene, k):
            continue
        size = scene.phrase("by_agent", k)
        verb = scene.forms[k + size - 1].endswith(("ه", "ها", "هما", "هم"))  # «نفذته», «قام به»
        behind = k + size if verb else _past_amount(scene, k + size, end)
        for step in range(behind, min(end, behind + (_DOER_REACH if verb else 1))):
            mention = scene.mention_from.get(step)
            if mention is not None and not mention.preposition:
                found.append(mention)
            if mention is not None or scene.forms[step] in "،.؛:" or scene.is_finite(step):
                break
    return found + _ascribed(scene, start, end)


def _ascribed(scene: Scene, start: int, end: int) -> list[Mention]:
    """«هجوم نسبته السلطات إلى المتمردين»: whom somebody says a deed was of."""
    found: list[Mention] = []
    for k in scene.words_in(_ASCRIBED, start, end):
        for at in scene.words_in(_TO, k + 1, min(end, k + _ASCRIBED_REACH)):
            mention = scene.mention_from.get(at + 1)
            if mention is not None and not mention.preposition:
                found.append(mention)
            break
    return found


def _is_led_band(scene: Scene, k: int) -> bool:
    """«التحالف الذي تقوده دولة», «قوة يقودها ضابط»: who leads those who act, or drives what is hit, does not act."""
    if scene.forms[k].rstrip("اه").rstrip("ت") not in _LEADS or not k:
        return False
    at = k - 1 - (scene.forms[k - 1] in RELATIVES)
    led = scene.mention_over.get(at - (scene.forms[at] in "،,"))
    if led is None or is_armed(led.tags, led.actor.kind):
        return led is not None
    return "thing" in led.tags and scene.forms[led.first - 1] == "علي"  # «أطلقوا النار على سيارة يقودها طبيب»


def _past_amount(scene: Scene, at: int, end: int) -> int:
    """«من قبل أكثر من مئة مقاتل», «على يد عدد من المسلحين»: the token behind how many they are."""
    while at < end and at not in scene.mention_from:
        if not (at in scene.counted or at in scene.hedging or scene.forms[at] in _AMOUNTS):
            break
        at += 1
    return at


def find_taker(scene: Scene, at: int, end: int) -> Mention | None:
    """Give into whose hands something fell («سقوط البلدة في أيدي المسلحين»); None where nobody's hands are told of."""
    for k in scene.words_in(_HANDS, at + 1, min(end, at + _HANDS_REACH)):
        parted = any(scene.is_finite(j) or scene.forms[j] in RELATIVES for j in range(at + 1, k))
        if scene.forms[k - 1] == "في" and not parted:
            mention = scene.mention_from.get(k + 1)
            return mention if mention is not None and not mention.preposition else None
    return None


def _is_described(scene: Scene, k: int) -> bool:
    """«القائد المعين من قبل الحركة», «المعترف بها من قبل …»: a definite participle, whose doer does not do the deed."""
    if scene.forms[k] in ("بها", "به", "بهم") and k:
        k -= 1
    whose = k - 1 in scene.mention_over or scene.forms[k - 1].startswith("ال")  # «إغلاق جميع المعابر من قبل …»
    return (
        k > 0 and whose and scene.forms[k].startswith("الم") and not scene.readings[k] and k not in scene.mention_from
    )


def find_shooter(scene: Scene, trigger: Trigger, end: int) -> Mention | None:
    """Give from whom a strike comes («قصف من الطيران», «غارة بصواريخ من قوات …»); None where «من» counts or tells a place."""
    if trigger.is_verb or trigger.lexeme.subtype not in _STRIKES:
        return None
    for k in range(trigger.index + trigger.size, min(end, trigger.index + _SHOOTER_REACH)):
        if scene.is_finite(k) or scene.is_that(k) or scene.forms[k] in "،.؛:" or scene.readings[k].uncounted_event:
            return None
        if scene.forms[k] != "من" or k - 1 in scene.counted:
            continue
        mention = scene.mention_from.get(k + 1)
        if mention is not None and is_armed(mention.tags, mention.actor.kind):
            return mention
    return None


def find_shared_subject(scene: Scene, words: Arguments, trigger: Trigger) -> Mention | None:
    """Give the subject that a verb joined by «و» shares with the verb before it («تدخل الطيران وقصف …»); None for none.

    Source: coordination of verbs in written Arabic (Ryding 2005, ch. 18).
    """
    sense = trigger.reading.sense
    if trigger.reading.conjunction not in ("و", "ف") or sense.person == 1:
        return None
    first, _ = scene.annotation.sentences[scene.sentence_of[trigger.index]]
    for k in range(trigger.index - 1, max(first, trigger.index - _SHARED_REACH) - 1, -1):
        if scene.forms[k] in ".؛:" or scene.is_that(k) or k in scene.telling:
            return None
        if k in scene.mention_over:
            continue
        if not (scene.is_finite(k) or _opens_with_verb(scene, k)):
            unknown = not scene.readings[k] and has_verb_shape(scene.forms[k])  # «تعرفت الشرطة على المهاجم وأطلقت …»
            if not unknown:
                continue
            if scene.forms[k].endswith("ت") != (sense.gender == "f"):
                return None
        elif scene.readings[k][0].sense.gender != sense.gender or scene.readings[k][0].sense.shape.startswith(
            "passive"
        ):
            return None
        subject = find_subject(scene, words, k, trigger.index)
        fits = subject is not None and not subject.tags & {"civilian"} and "thing" not in subject.tags
        return subject if fits else None
    return None


def _opens_with_verb(scene: Scene, k: int) -> bool:
    """«سيطرت القوات على الجبل، وطردت …»: a word likeliest a verb, its subject right behind it."""
    subject = scene.mention_from.get(k + 1)
    verb = scene.readings[k][:1]
    return bool(verb) and verb[0].is_finite and subject is not None and not (subject.preposition or subject.conjunction)


def find_topic(scene: Scene, words: Arguments, trigger: Trigger) -> Mention | None:
    """Give the subject of the clause that a subordinate verb without one belongs to («كان فلان في بيته عندما أصيب»); None for none.

    Only one person or thing is taken up by a verb in the singular, several by one in the plural.
    """
    at, sense = trigger.index - 1, trigger.reading.sense
    if trigger.reading.conjunction or trigger.reading.pronoun or at < 1:
        return None
    if scene.forms[at] == "ان" and scene.forms[at - 1] in _BEFORE_THAT:
        at -= 1
    elif scene.forms[at] not in _WHEN:
        return None
    mention = words.subject_before(at)
    if mention is None or sense.number not in ("sg", "pl") or (sense.number == "sg") != (mention.number == "sg"):
        return None
    return mention


def find_sentence_subject(scene: Scene, words: Arguments, trigger: Trigger) -> Mention | None:
    """Give the armed subject of the sentence for a plural verb without one («المهاجمين استخدموا …، ثم فجروها»); None for others."""
    if trigger.reading.sense.number != "pl" or not scene.forms[trigger.index].endswith(("وا", "ون", "ها", "ه")):
        return None
    first, _ = scene.annotation.sentences[scene.sentence_of[trigger.index]]
    around = scene.frames_around[trigger.index]
    first = max([first, *(f.start for f in around)])
    for mention in scene.mentions_in(first, trigger.index):
        if mention.preposition or words.is_led(mention.first):
            continue
        if mention.number == "pl" and is_armed(mention.tags, mention.actor.kind) and "thing" not in mention.tags:
            return mention
    return None
