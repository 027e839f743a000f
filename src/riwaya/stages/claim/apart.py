"""What parts two happenings of one sentence: another place or time, another noun's clause, the same word once more."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model.mention import Mention
from riwaya.stages.claim.clauses import opens_clause
from riwaya.stages.claim.raised import find_raised
from riwaya.stages.claim.scene import RELATIVES, Scene
from riwaya.stages.claim.sentences import find_crime, is_sentence_of_death
from riwaya.stages.claim.trigger import VIOLENT, Trigger

TOLLS = frozenset({"killed", "wounded", "killed_or_wounded"})
PLUS = frozenset("بالاضافه اضافه فضلا جانب علاوه".split())
_AUXILIARY = frozenset("قد لم كان كانت كانوا".split())
_FAR_CAUSE, _STRETCH_REACH, _BESIDE_REACH = 24, 6, 7
_AFTER, _BACK = frozenset({"بعد", "عقب", "قبل"}), frozenset({"من", "علي"})
_HOURS = frozenset({"ساعه", "ساعات", "دقيقه", "دقايق"})
_DETERMINERS = frozenset("سلسله موجه حمله عده تنفيذ شن وقوع".split())
_WAVES = frozenset("سلسله موجه حمله موجات".split())
_WITHIN = frozenset({"ضمن", "اطار"})
_SOME = frozenset((some,) for some in "معظمهم بعضهم غالبيتهم اغلبهم نصفهم اكثرهم".split())
_DOING = frozenset("قيام قيامه قيامها قيامهم".split())
_WHILE = frozenset("اثناء خلال لدي عند".split())
_SOMEBODY = frozenset({"الجهه", "الجهات"})
"""«لم تعرف الجهة التي أطلقت القذائف»: who did what was told."""
_AND_IN = frozenset({"وفي"})
_AND_WORD_OF = frozenset({"وانباء", "ومعلومات", "وتقارير"})
_WORD_OF = _AND_WORD_OF | {"انباء", "معلومات", "تقارير"}
_HEARD_REACH = 4
_HOLDING = frozenset({"abduct", "hostage"})


def are_told_apart(scene: Scene, triggers: Sequence[Trigger], new: Trigger) -> bool:
    """Say whether the words part a trigger from those of a happening told before it in its sentence.

    Source: annotation guideline, «Two happenings in one sentence are two claims».
    """
    prev = triggers[-1]
    return (
        _is_elsewhere(scene, prev, new)
        or find_parting(scene, triggers, new) is not None
        or _is_of_another(scene, prev, new)
        or are_taken_too(scene, triggers, new)
        or _comes_later(scene, prev, new)
        or _is_heard_of(scene, prev, new)
        or _takes_ground(prev, new)
        or _are_held_too(triggers, new)
        or _goes_on_alone(scene, prev, new)
        or _is_told_anew(scene, triggers, new)
    )


def _are_held_too(triggers: Sequence[Trigger], new: Trigger) -> bool:
    """«خطفوا تاجرا وأعدموه», «قتلوا حارسين، وخطفوا ثالثا»: to take somebody away and to kill are two deeds, each told by its verb."""
    if not new.is_verb or new.reading.conjunction != "و":
        return False
    before = [t.lexeme for t in triggers if t.is_verb and not t.is_light]
    if new.lexeme.subtype in _HOLDING:
        return any(lexeme.type == "ASSAULT" for lexeme in before)
    held = bool(before) and all(lexeme.subtype in _HOLDING for lexeme in before)
    return held and new.lexeme.type == "ASSAULT" and not new.is_light


def _goes_on_alone(scene: Scene, prev: Trigger, new: Trigger) -> bool:
    """«في البلدة التي اشتدت فيها المعارك، سيطرت القوات», «بعد ساعات من المعارك، استعادت القوات»: the main verb has a subject of its own."""
    if (
        not new.is_verb
        or new.reading.conjunction
        or new.is_harm
        or new.is_result
        or scene.forms[new.index - 1] not in "،,"
    ):
        return False
    subject = scene.mention_from.get(new.index + 1)
    if subject is None or subject.preposition or "thing" in subject.tags:
        return False
    relative = range(max(0, prev.index - _STRETCH_REACH), prev.index)
    told = [k for k in relative if scene.forms[k] in RELATIVES or scene.forms[k].lstrip("وف") in _AFTER]
    return bool(told) and not any(form in "،,.؛" for form in scene.forms[told[-1] : prev.index])


def are_taken_too(scene: Scene, triggers: Sequence[Trigger], new: Trigger) -> bool:
    """«مقتل 20 مسلحا واعتقال 14 آخرين»: who is arrested beside those who died is told as a happening of its own."""
    if _is_taken_at_end(scene, triggers, new):
        return True
    if new.lexeme.measure != "arrested" or not _is_added(scene, new):
        return False
    return any(t.lexeme.measure in TOLLS for t in triggers)


def _is_taken_at_end(scene: Scene, triggers: Sequence[Trigger], new: Trigger) -> bool:
    """«انتهت المواجهات بدحرهم من البلدة وأسر 11 منهم»: who is counted as taken beside a fight that hurt nobody."""
    taken = new.lexeme.measure in ("captured", "arrested") and new.reading.conjunction == "و"
    if not taken or new.index + 1 not in scene.counted or any(t.is_harm for t in triggers):
        return False
    noun = any(r.sense.shape == "masdar" for r in scene.readings[new.index])
    return noun and triggers[-1].lexeme.subtype in ("repel", "seize") and not triggers[-1].is_verb


def _is_added(scene: Scene, new: Trigger) -> bool:
    """«واعتقال», «وإلقاء القبض», «إضافة إلى اعتقال»."""
    before = scene.forms[max(0, new.index - 3) : new.index]
    return new.reading.conjunction == "و" or any(f in PLUS or f[1:] in PLUS or f == "والقاء" for f in before)


def find_parting(scene: Scene, triggers: Sequence[Trigger], new: Trigger) -> int | None:
    """Give the token at which the words begin that set a trigger apart from a happening before it; None for no such words.

    «… بعد يوم من هجوم», «… ضمن موجة هجمات», «… سقط معظمهم في غارة», «… إضافة إلى مقتل مسلح في غارة», «… أثناء قيام وحدة باعتقال فلان».
    """
    prev = triggers[-1]
    raised = find_raised(scene, triggers, new)
    if raised is not None:
        return raised
    if new.is_verb and (beside := _others_beside(scene, triggers, new)) is not None:
        return beside
    if new.is_verb:
        return _in_part(scene, triggers, new) or _after_that(scene, triggers, new)
    if is_sentence_of_death(triggers[0].lexeme) or is_sentence_of_death(prev.lexeme):
        return find_crime(scene, prev.index + prev.size, new.index)
    if new.is_harm:
        return _one_more(scene, triggers, new) or _done_meanwhile(scene, prev, new) or came_before(scene, prev, new)
    return came_before(scene, prev, new) or _of_wave(scene, prev, new)


def has_own_cause(scene: Scene, harm: Trigger, reach: int = 12, *, shared: bool = False) -> bool:
    """«بينما قتل 29 في استهداف …»: say whether a harm has an attack of its own in its clause.

    Args:
        scene: The document.
        harm: The word of harm.
        reach: Tokens behind it in which the attack may stand.
        shared: Whether a harm joined to it («قتل سبعة وأصيب عشرون في …») may have it too.
    """
    for k in range(harm.index + 1, min(harm.index + reach, len(scene.forms))):
        joined = shared and scene.readings[k].joined_verb and scene.readings[k][0].lexeme.measure in TOLLS
        if scene.forms[k] in ".،؛" or (opens_clause(scene, k) and not joined):
            return False
        deeds = (r.lexeme for r in scene.readings[k][:1] if r.lexeme.table == "events" and not r.is_verb)
        if any(deed.type in VIOLENT and not deed.measure for deed in deeds):
            return True
    return False


def came_before(scene: Scene, prev: Trigger, new: Trigger) -> int | None:
    """«بعد شهرين على هجوم», «بعد يوم من غارتين»: what lies a stretch of time back is a happening of its own."""
    if new.reading.conjunction:
        return None
    at = new.index - 1
    while at > prev.index and (scene.forms[at] in _DETERMINERS or at in scene.counted or scene.forms[at] in '«"('):
        at -= 1
    if scene.forms[at] not in _BACK:
        return None
    times = scene.time_ranges.near(max(prev.index, at - _STRETCH_REACH), at)
    after = (a for a, end, _ in times if a > prev.index and end == at and scene.forms[a].lstrip("و") in _AFTER)
    return next(after, None) or _part_of_hour(scene, prev.index, at)


def _part_of_hour(scene: Scene, start: int, at: int) -> int | None:
    """«بعد ربع ساعة من مقتل …», «بعد نصف ساعة على تفجير»: the word by which a part of an hour before ``at`` is led."""
    if scene.forms[at - 1] not in _HOURS:
        return None
    behind = range(at - 2, max(start, at - _STRETCH_REACH), -1)
    return next((k for k in behind if scene.forms[k].lstrip("و") in _AFTER), None)


def _of_wave(scene: Scene, prev: Trigger, new: Trigger) -> int | None:
    """«قتل حارسان في تفجير، ضمن موجة هجمات»: the wave that a blow is part of is told beside it."""
    wave = next((k for k in range(new.index - 1, new.index - 3, -1) if scene.forms[k] in _WAVES), None)
    if wave is None or wave - 1 <= prev.index or scene.forms[wave - 1] not in _WITHIN:
        return None
    return wave - 1


def _others_beside(scene: Scene, triggers: Sequence[Trigger], new: Trigger) -> int | None:
    """«قتل ستة في البلدة، بالإضافة إلى سبعة رعاة هلكوا عند السد»: others with a place of their own are told by themselves."""
    if not new.is_harm or not any(t.is_harm for t in triggers):
        return None
    first = max(triggers[-1].index + 1, new.index - _BESIDE_REACH)
    plus = next((k for k in range(first, new.index) if scene.forms[k] in PLUS or scene.forms[k][1:] in PLUS), None)
    if plus is None or scene.counted.isdisjoint(range(plus, new.index)):
        return None
    behind = scene.place_ranges.near(new.index, new.index + _BESIDE_REACH)
    before = scene.place_ranges.near(triggers[0].index, plus)
    own = any(a > new.index for a, _, _ in behind)
    return plus if own and any(a < plus for a, _, _ in before) else None


def _in_part(scene: Scene, triggers: Sequence[Trigger], new: Trigger) -> int | None:
    """«عشرات القتلى، سقط معظمهم في هجومين»: how some of those counted before died is told anew."""
    if not (new.is_harm or new.lexeme.subtype == "fall") or scene.forms[new.index + 1 : new.index + 2] not in _SOME:
        return None
    return new.index if any(t.is_harm for t in triggers) and has_own_cause(scene, new) else None


def _after_that(scene: Scene, triggers: Sequence[Trigger], new: Trigger) -> int | None:
    """«وهو التفجير الثاني، بعدما قتل أربعة وجرح ستة في انفجار»: a harm with its cause that went before another blow."""
    if not new.is_harm or any(t.is_harm or t.is_verb for t in triggers):
        return None
    before = scene.forms[new.index - 1]
    first = new.index - 1 if before == "بعدما" else new.index - 2
    if before != "بعدما" and scene.forms[max(0, first) : new.index] != ("بعد", "ان"):
        return None
    return first if has_own_cause(scene, new, _FAR_CAUSE, shared=True) else None


def _one_more(scene: Scene, triggers: Sequence[Trigger], new: Trigger) -> int | None:
    """«مقتل جندي قرب كذا، بالإضافة إلى مقتل مسلح في غارة»: the same harm once more, with a cause of its own."""
    if not any(t.lexeme is new.lexeme for t in triggers):
        return None
    before = range(max(0, new.index - 3), new.index)
    plus = next((k for k in before if scene.forms[k] in PLUS or scene.forms[k][1:] in PLUS), None)
    return plus if plus is not None and has_own_cause(scene, new) else None


def _done_meanwhile(scene: Scene, prev: Trigger, new: Trigger) -> int | None:
    """«معركة نشبت أثناء قيام وحدة باعتقال فلان»: whom somebody took while a fight broke out is told by itself."""
    if new.lexeme.type != "COERCE" or new.reading.preposition != "ب":
        return None
    doing = scene.words_in(_DOING, prev.index + prev.size, new.index)
    return doing[-1] - 1 if doing and scene.forms[doing[-1] - 1] in _WHILE else None


def _is_elsewhere(scene: Scene, prev: Trigger, new: Trigger) -> bool:
    """«…، وفي مديرية كذا نصبت …»: a place set at the head of a clause opens what happened there."""
    for k in scene.words_in(_AND_IN, prev.index + prev.size + 1, new.index):
        if scene.forms[k - 1] in "،," and opens_clause(scene, k):
            return any(k < a <= k + 2 or a == k for a, _, _ in scene.place_ranges.near(k, k + 2))
    return False


def _is_of_another(scene: Scene, prev: Trigger, new: Trigger) -> bool:
    """«يحاصرون البلدة التي تعرضت لغارات»: what a relative clause tells of somebody or something else is a happening of its own."""
    if not new.is_verb or new.is_result or new.reading.conjunction or "state-present" in new.tags:
        return False
    if prev.is_harm and (new.is_harm or new.lexeme.subtype == "fall"):  # «القتلى الذين سقطوا»
        return False
    pronoun = new.index - 1
    while pronoun > prev.index and scene.forms[pronoun] in _AUXILIARY:
        pronoun -= 1
    if scene.forms[pronoun] not in RELATIVES:
        return False
    whose = pronoun - 1
    while whose > prev.index and scene.forms[whose] in '،,»")':
        whose -= 1
    mention = scene.mention_over.get(whose)
    if mention is None or scene.forms[whose] in _SOMEBODY or _describes(prev, mention):
        return False
    return mention.first >= prev.index + prev.size


def _describes(prev: Trigger, mention: Mention) -> bool:
    """«التفجير الإرهابي الذي استهدف …»: behind a noun with its article «الإرهابي» says what kind of deed it was."""
    return prev.reading.definite and mention.definite and mention.first == prev.index + prev.size


def _takes_ground(prev: Trigger, new: Trigger) -> bool:
    """«تقدم المقاتلين وسيطرتهم على التلة»: an advance, and what was taken by it."""
    taking = new.lexeme.subtype == "seize" and not new.is_verb and new.reading.conjunction == "و"
    return taking and bool(new.reading.pronoun) and prev.lexeme.subtype == "advance"


def _is_heard_of(scene: Scene, prev: Trigger, new: Trigger) -> bool:
    """«قصفت البلدة، وأنباء عن سقوط جرحى»: what is only heard of is told by itself; losses that nobody counts are the fight's."""
    if "loss" in new.tags and prev.lexeme.type == "ASSAULT" and not prev.is_harm:
        return False
    if is_loss_heard_of(scene, prev, new):
        return False
    words = scene.words_in(_WORD_OF, prev.index + prev.size, new.index)
    return bool(words) and scene.forms[words[-1] + 1 : words[-1] + 4].count("عن") == 1


def is_loss_heard_of(scene: Scene, prev: Trigger, new: Trigger) -> bool:
    """«اشتبكوا في الريف، وأنباء عن خسائر بشرية»: losses that are heard of right behind a fight are those of the fight.

    Source: annotation guideline, «heavy or unspecified losses».
    """
    if "harm" not in new.tags or new.is_verb or scene.forms[new.index - 1] != "عن":
        return False
    said = range(max(prev.index + prev.size, new.index - _HEARD_REACH), new.index - 1)
    return any(scene.forms[k] in _AND_WORD_OF for k in said)


def _comes_later(scene: Scene, prev: Trigger, new: Trigger) -> bool:
    """«أطلق النار عليهم … قبل أن يرمي قنبلة»: what came later is a happening of its own."""
    if new.is_result:
        return False
    if new.is_harm:  # «قتلا قبل أن يقتل المسلح نفسه»
        return new.is_verb and scene.forms[max(0, new.index - 2) : new.index] == ("قبل", "ان")
    return any(scene.forms[k] == "قبل" and scene.forms[k + 1] == "ان" for k in range(prev.index + prev.size, new.index))


def _is_told_anew(scene: Scene, triggers: Sequence[Trigger], new: Trigger) -> bool:
    """«القبض على المتورطين …، ليتم القبض على عشرين»: the same word behind a comma tells of one more."""
    if new.is_verb or new.is_light or new.reading.conjunction or new.lexeme.measure in TOLLS:
        return False
    same = any(t.lexeme is new.lexeme and not t.is_verb for t in triggers)
    return same and any(scene.forms[k] in "،," for k in range(triggers[-1].index + triggers[-1].size, new.index))
