"""Happenings: triggers of one clause that tell of the same thing."""

from __future__ import annotations

from riwaya.stages.claim.apart import are_told_apart, is_loss_heard_of
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.joining_harms import falls_in_it, in_new_clause, joins_harm, joins_result
from riwaya.stages.claim.matters import is_matter
from riwaya.stages.claim.outcomes import Outcome, find_outcomes
from riwaya.stages.claim.scene import RELATIVES, TEMPORAL, Scene
from riwaya.stages.claim.trigger import UNDOING, VIOLENT, Trigger, is_prepositional

MOST = frozenset("اسوا اعنف اكبر اخطر اشرس اوسع اقوي اضخم احدث اخر ثاني ثالث".split())
_CAUSE = frozenset("عندما حين حينما بعدما لدي بعد اثر جراء نتيجه عقب اثناء خلال".split())
_OPERATIONS = frozenset({"عمليات", "حوادث", "حملات"})
_ALSO = frozenset({"كذلك", "ايضا", "كما"})
_MEANWHILE = frozenset({"لدي", "اثناء", "خلال"})
_ONE_OF = frozenset("واحده واحد احد احدي".split())
_SERIES = frozenset("سلسله عده بعض اول ثاني".split())
_ANOTHER = frozenset("اخر اخري اخرين اخران ثان ثانيه مماثل مماثله".split())
_STRUCK_BY = frozenset({"attack", "destroy", "strike", "bombard", "bombing", "kill", "injure"})
_AGAINST_DEEDS = UNDOING | {"restrict", "pursue", "ban"}
"""Verbs whose object is a deed («صدت الهجوم»), which is then no subject of theirs."""
_NAMED_TOO = frozenset({"AGREE", "THREATEN", "SANCTION", "PROTEST"})
"""Kinds of deed whose verb may have its noun for its object."""
_TAKEN = frozenset({"captured", "abducted", "arrested"})
_BY_IT = (("بها",), ("به",), ("بهما",))
_SHARING = "ar.events.شارك"
_TRIED = frozenset("محاوله محاولات عمليه مخطط مخططا مخططات".split())
_REACH_CONNECTED = 30
_REACH_DESTROYED = 8
_REACH_PLAN, _REACH_MASSED, _REACH_HELPED = 6, 3, 8
_REACH_LIGHT, _REACH_SUBJECT = 12, 12


def find_happenings(scene: Scene, triggers: list[Trigger]) -> list[Happening]:
    """Group the triggers: cause and result, event and its verb, helper and helped are one happening.

    Source: annotation guideline, «What counts as a claim»: several figures of one happening are one claim, two
    happenings in a sentence are two.
    """
    outcomes = find_outcomes(scene, triggers)
    found: list[Happening] = []
    current: Happening | None = None
    for trigger in triggers:
        owner = _owner(outcomes, found, trigger)
        host = owner or _result_host(scene, found, trigger) or current
        if host is not None and (owner or _joins(scene, host, trigger)):
            host.add(trigger)
            current = host
        else:
            current = Happening(trigger)
            found.append(current)
    for outcome in outcomes:
        held = next((h for h in found if any(t.index == outcome.cause for t in h.triggers)), None)
        if held is not None:
            held.hold(outcome.until)
    return [h for h in found if h.head.owns or h.head.act is not None or not all(t.is_light for t in h.triggers)]


def _owner(outcomes: list[Outcome], found: list[Happening], trigger: Trigger) -> Happening | None:
    """The happening whose verb of result, subject or outcome the trigger is; None where it is none of them."""
    for outcome in outcomes:
        tells = outcome.told <= trigger.index <= outcome.until and not (trigger.is_verb or trigger.act)
        if tells or trigger.index in (outcome.verb, outcome.cause):
            parts = (outcome.verb, outcome.cause)
            return next((h for h in reversed(found) if any(t.index in parts for t in h.triggers)), None)
    return None


def _result_host(scene: Scene, found: list[Happening], trigger: Trigger) -> Happening | None:
    """«قصف … قرية يسيطر عليها … ما أدى إلى»: the result is the attack's, not that of the clause between."""
    if not trigger.is_result or not trigger.index:
        return None
    several = trigger.reading.conjunction == "و" and trigger.reading.sense.number == "pl"  # «… وأوقعوا إصابات»
    if scene.forms[trigger.index - 1] not in ("ما", "مما") and not several:
        return None
    sentence = scene.sentence_of[trigger.index]
    behind = [
        group for group in found
        if scene.sentence_of[group.first] == sentence
        and group.head.lexeme.type == "ASSAULT" and not (group.head.is_light or _goes_before(scene, group, found))
    ]  # fmt: skip
    alike = [group for group in behind if several and group.head.is_verb and group.head.reading.sense.number == "pl"]
    return next(reversed(alike or behind), None)


def _goes_before(scene: Scene, group: Happening, found: list[Happening]) -> bool:
    """«قصف … عقب اشتباكات …، ما أدى إلى»: what went before another happening of the sentence has no result of its own."""
    before = scene.forms[max(0, group.first - 2) : group.first]
    after = before[-1:] in (("عقب",), ("بعد",))
    meanwhile = not _MEANWHILE.isdisjoint(before)  # «اشتبكوا مع مسلحين لدى محاولتهم اقتحام …، ما أسفر عن»
    if not (after or meanwhile):
        return False
    sentence = scene.sentence_of[group.first]
    return any(one is not group and scene.sentence_of[one.first] == sentence for one in found)


def _joins(scene: Scene, group: Happening, new: Trigger) -> bool:
    prev = group.triggers[-1]
    if new.act or prev.act or scene.sentence_of[prev.index] != scene.sentence_of[new.index]:
        return False
    if is_loss_heard_of(scene, prev, new) and _same_family(group.head, new):
        return True
    if _innermost(scene, prev.index) != _innermost(scene, new.index):
        return False
    return (
        _is_planned(group, new)
        or is_matter(scene, prev, new)
        or _is_wound_of_death(scene, prev, new)
        or _tells_more(scene, group, new)
    )


def _is_planned(group: Happening, new: Trigger) -> bool:
    """«يخططون لشن هجوم»: what is planned is told with the plan."""
    near = (t for t in group.triggers[-2:] if new.index - t.index <= _REACH_PLAN)
    return not new.is_verb and any("plan" in t.tags for t in near)


def _tells_more(scene: Scene, group: Happening, new: Trigger) -> bool:
    """«قصفوا البلدة فقتلوا ستة»: say whether a trigger under the same telling tells more of a happening."""
    prev = group.triggers[-1]
    if not _same_family(group.head, new) or are_told_apart(scene, group.triggers, new):
        return False
    fate = "needs-fate" in prev.tags and scene.grammar["fate"].has(scene.forms[new.index])
    if fate or _sums_up(scene, new):
        return True
    between = list(scene.forms[prev.index + prev.size : new.index])
    harm = any(t.is_harm for t in group.triggers)
    hurt = any(t.is_harm and t.lexeme.measure not in _TAKEN for t in group.triggers)
    before = not hurt and (_is_before(scene, prev, new) or _comes_after(scene, group, new))
    if before or _is_another_happening(scene, prev, new):
        return False
    if falls_in_it(scene, new, between) and any(t.lexeme.type == "ASSAULT" for t in group.triggers):
        return True
    if new.is_result:
        return joins_result(prev, new, between)
    if new.is_harm and joins_harm(scene, group, prev, new, between):
        return True
    if harm and _joins_cause(scene, prev, new, between):
        return True
    return _joins_words(scene, group, prev, new, between)


def _is_wound_of_death(scene: Scene, prev: Trigger, new: Trigger) -> bool:
    """«توفي متأثرا بجروح أصيب بها قبل يومين»: the wound that somebody dies of."""
    wounded = new.is_verb and new.lexeme.measure == "wounded" and prev.lexeme.measure == "killed"
    return wounded and scene.forms[new.index + 1 : new.index + 2] in _BY_IT


def _comes_after(scene: Scene, group: Happening, new: Trigger) -> bool:
    """«قصف الجيش القرية بعد أن أطلق المسلحون صاروخا»: a deed that went before has a clause of its own; «وقع الهجوم بعدما فجر …» has one."""
    if not new.is_verb or new.is_light or new.is_result or new.index < 2 or group.head.reading.definite:
        return False
    return scene.forms[new.index - 1] == "بعدما" or scene.forms[new.index - 2 : new.index] == ("بعد", "ان")


def _is_another_happening(scene: Scene, prev: Trigger, new: Trigger) -> bool:
    """«أعقبته انفجارات أخرى», «كما أسفرت الاشتباكات عن …»: another of its kind, or a result with a subject of its own."""
    if new.is_result:
        return new.index > 0 and scene.forms[new.index - 1] == "كما"
    if new.is_verb and new.index > 1 and scene.forms[new.index - 1] == "فقد" and scene.forms[new.index - 2] in "،,":
        return True  # «شهدت المدينة هجمات، فقد قتل …»
    if new.is_verb or new.is_harm or (prev.is_verb and prev.index + prev.size == new.index):
        return False  # «استهدفت غارة أخرى …»: the verb's own subject
    return not _ANOTHER.isdisjoint(scene.forms[new.index + 1 : new.index + 2])


def _is_before(scene: Scene, prev: Trigger, new: Trigger) -> bool:
    """«استعادت المدينة بعد طرد المسلحين»: what went before is a happening of its own; what harmed somebody is not."""
    if new.is_verb or new.is_harm or prev.is_light:
        return False
    return scene.forms[new.index - 1] in TEMPORAL and new.index - 1 > prev.index


def _sums_up(scene: Scene, new: Trigger) -> bool:
    """«تبادلوا القصف …، في أعنف مواجهة منذ سنوات»: a superlative behind «في» says what was told."""
    at = new.index - (scene.forms[new.index - 1] in _OPERATIONS) if new.index > 1 else 0
    if new.is_verb or at < 2 or scene.forms[at - 1] not in MOST:
        return False
    before = scene.forms[max(0, at - 4) : at - 1]
    return before[-1] == "في" or (before[-1] == "من" and not _ONE_OF.isdisjoint(before) and "في" in before)


def _same_family(one: Trigger, other: Trigger) -> bool:
    """Violence joins violence; talks, flights and massing join only their own kind."""
    if one.lexeme.type in VIOLENT and other.lexeme.type in VIOLENT:
        return True
    return one.lexeme.type == other.lexeme.type or one.is_light


def _innermost(scene: Scene, at: int) -> object:
    around = scene.frames_around[at]
    return around[-1].links if around else None


def _joins_cause(scene: Scene, prev: Trigger, new: Trigger, between: list[str]) -> bool:
    if len(between) > 24 or in_new_clause(scene, new, between):
        return False
    if new.is_verb:
        caused = not _CAUSE.isdisjoint(between)
        if caused and new.is_light and _is_fight(prev):
            return False
        return caused or _is_subject_verb(scene, prev, new, between)
    return is_prepositional(scene, new)


def _is_fight(prev: Trigger) -> bool:
    """«قتل ستة في اشتباكات وقعت عندما شنت الجماعة هجوما»: the fight is named already, and what it began with is told beside it."""
    return prev.lexeme.subtype == "clash" and not prev.is_verb


def _joins_words(scene: Scene, group: Happening, prev: Trigger, new: Trigger, between: list[str]) -> bool:
    gap = len(between)
    if _destroys_it(prev, new, gap):
        return True
    if in_new_clause(scene, new, between):
        return False
    if prev.is_light and not new.is_verb and new.reading.conjunction == "و" and between and between[-1] in "،,":
        return False  # «هز انفجار مخزنا، وهجوم شنه مسلحون»
    if prev.is_light and not new.is_verb:
        shared = prev.lexeme.id == _SHARING and bool(between) and between[-1] == "في"  # «يشارك … في العملية»
        return gap <= (_REACH_CONNECTED if shared else _REACH_LIGHT)
    if new.is_light and new.is_verb:
        bound = bool(new.reading.pronoun) or (bool(between) and between[-1] in RELATIVES)
        return gap <= _REACH_LIGHT and (bound or ("undergo" not in new.tags and gap <= 2))
    if _goes_on(group, prev, new, gap):
        return True
    if _takes_up(group, prev, new):
        return gap <= _REACH_LIGHT
    if new.reading.sense.shape == "active" and not new.reading.definite and not new.reading.conjunction:
        return gap <= _REACH_LIGHT + 4
    if not prev.is_verb and new.is_verb:
        return _is_subject_verb(scene, prev, new, between)
    if not prev.is_verb and not new.is_verb:
        return _joins_nouns(prev, new, between)
    return _names_subject(scene, prev, new, gap)


def _destroys_it(prev: Trigger, new: Trigger, gap: int) -> bool:
    """«انفجرت شاحنة فدمرت المبنى», «استهدفت دبابة ودمرتها»: what a blow did to its target is no deed of its own."""
    if not new.is_verb or new.lexeme.subtype != "destroy" or prev.lexeme.type != "ASSAULT" or prev.is_harm:
        return False
    joined = new.reading.conjunction == "ف" or (new.reading.conjunction == "و" and bool(new.reading.pronoun))
    return joined and gap <= _REACH_DESTROYED


def _joins_nouns(prev: Trigger, new: Trigger, between: list[str]) -> bool:
    gap = len(between)
    if gap <= 1 and not new.reading.conjunction:
        return True
    if new.reading.conjunction and gap == 0 and prev.reading.definite == new.reading.definite:
        return True
    if new.reading.conjunction:
        return gap <= 3 and prev.lexeme.type == new.lexeme.type and not prev.is_harm
    return gap <= _REACH_SUBJECT and bool(between) and between[-1] == "في" and not new.reading.definite


def _takes_up(group: Happening, prev: Trigger, new: Trigger) -> bool:
    """«الضربات التي نفذتها أنقرة استهدفت»: the verb after the relative clause is the noun's."""
    relative = prev.is_light and bool(prev.reading.pronoun) and not group.head.is_verb
    return relative and new.is_verb and new.lexeme.object == "target" and not new.reading.conjunction


def _is_bare_deed(scene: Scene, deed: Trigger) -> bool:
    """«صدت القوات الهجوم وقتلت …», «صدوا الهجوم الثاني»: of what was undone nothing is told but that it was."""
    if not deed.reading.definite:
        return False
    at = deed.index + deed.size
    if any(form.startswith("ال") and form not in RELATIVES for form in scene.forms[at : at + 1]):
        at += 1
    behind = scene.forms[at] if at < len(scene.forms) else "."
    return behind in ".،؛" or (bool(scene.readings[at]) and scene.readings[at].joined_verb)


def _names_subject(scene: Scene, prev: Trigger, new: Trigger, gap: int) -> bool:
    """«استهدف القصف», «شنت … هجوما»: a noun of happening after its verb."""
    if prev.is_verb and gap <= 2 and prev.lexeme.subtype in UNDOING and not (new.is_verb or new.is_harm):
        tried = scene.forms[new.index - 1] in _TRIED  # «أحبطوا محاولة تسلل»
        return (
            tried or _is_bare_deed(scene, new) or (not new.reading.definite and scene.forms[new.index].endswith("ا"))
        )  # «صدوا هجوما للحركة»
    if prev.is_verb and gap == 0 and prev.lexeme.object == "target" and new.reading.definite and not new.is_verb:
        deed = not new.is_harm and "agent" in (new.lexeme.subject, new.lexeme.object)
        return deed and prev.lexeme.subtype not in _AGAINST_DEEDS
    if prev.is_verb and gap == 0 and prev.lexeme.subtype == "losses" and new.lexeme.type == "ASSAULT":
        return not (new.is_verb or new.is_harm or new.reading.preposition)  # «ألحق القصف أضرارا»
    some = gap == 1 and scene.forms[new.index - 1] in _ONE_OF | _SERIES  # «استهدفت إحدى الغارات تجمعا»
    if prev.is_verb and (gap == 0 or some) and prev.lexeme.subtype in _STRUCK_BY and not (new.is_verb or new.is_harm):
        accusative = scene.forms[new.index].endswith("ا")
        return not (accusative or prev.reading.pronoun or new.reading.preposition) and new.lexeme.type == "ASSAULT"
    if (
        prev.is_verb
        and gap <= (_REACH_HELPED if scene.phrases_in("helped_by", prev.index, new.index) else _REACH_MASSED)
        and prev.lexeme.subtype == new.lexeme.subtype == "seize"
        and (new.reading.definite or new.reading.pronoun)
    ):
        return not new.is_verb  # «استعاد الجيش السيطرة على …»
    if prev.is_verb and gap <= _REACH_MASSED and prev.lexeme.type == new.lexeme.type == "MOBILIZE" and not new.is_verb:
        return not new.reading.conjunction  # «وصلت تعزيزات», «حشدت الجماعة تعزيزات»
    if prev.is_verb and gap <= _REACH_MASSED and prev.lexeme.type == new.lexeme.type == "AID" and not new.is_verb:
        return not (new.reading.conjunction or new.reading.preposition)  # «أوصل الهلال الأحمر مساعدات»
    if prev.is_verb and not new.is_verb and prev.lexeme.type == new.lexeme.type in _NAMED_TOO:
        marches = new.lexeme.type == "PROTEST" and scene.forms[new.index - 1] == "في"  # «خرج مئات من الأهالي في مسيرة»
        near = gap <= (_REACH_LIGHT if marches or new.lexeme.type == "AGREE" else _REACH_MASSED)
        return near and not (new.reading.conjunction or new.reading.preposition)  # «وقع الطرفان اتفاقا», «تلقى تهديدات»
    if prev.is_verb and not new.is_verb and prev.lexeme.type == new.lexeme.type:
        return gap <= 10 and is_prepositional(scene, new)
    return False


def _goes_on(group: Happening, prev: Trigger, new: Trigger, gap: int) -> bool:
    """«اقتحام الجامعة والسيطرة عليها», «مقتل 20 … وتدمير مركبتين»: joined nouns under one helper or one result."""
    if new.is_verb or new.reading.conjunction != "و" or new.reading.sense.shape != "masdar":
        return False
    if any(t.is_harm for t in group.triggers) and new.lexeme.subtype == "destroy":
        return gap <= _REACH_LIGHT
    return not prev.is_verb and bool(new.reading.pronoun) and gap <= _REACH_LIGHT


def _is_subject_verb(scene: Scene, prev: Trigger, new: Trigger, between: list[str]) -> bool:
    """«غارة … استهدفت», «هجوم … الذي وقع»: the noun before is the verb's subject."""
    if new.reading.conjunction or len(between) > _REACH_SUBJECT or prev.is_verb or not _ALSO.isdisjoint(between[-1:]):
        return False
    if new.is_harm and between and between[-1] in "،," and new.index + 1 in scene.counted:
        return False  # «فيما تتواصل المواجهات، قتل ستة …»
    others = [m for m in scene.mentions_in(prev.index + 1, new.index) if m.preposition == "" and "name" in m.tags]
    relative = bool(between) and between[-1] in RELATIVES
    return relative or not any(b in "،," for b in between) or not others
