"""Who a noun of happening tells did it, and to whom: what it is of, who helped it on, between whom it was."""

from __future__ import annotations

from riwaya.model.mention import Mention
from riwaya.stages.claim.bare import find_bare_phrase
from riwaya.stages.claim.cast import Cast
from riwaya.stages.claim.claimants import find_believed_nation, find_nation
from riwaya.stages.claim.doers import find_helper_subject
from riwaya.stages.claim.fallen import find_fallen
from riwaya.stages.claim.holders import find_whole
from riwaya.stages.claim.joined import find_joined, first_of_run
from riwaya.stages.claim.own import DEATHS, dies, find_opening
from riwaya.stages.claim.partners import find_between, find_owner
from riwaya.stages.claim.scene import PREPOSITIONS, RELATIVES
from riwaya.stages.claim.senders import find_sender
from riwaya.stages.claim.trigger import ARMED_KINDS, UNDOING, Trigger, is_armed

_AMONG = frozenset("صفوف اوساط من بين في علي الاقل بينهم بينها منهم غالبيتهم معظمهم اغلبهم جميعهم كلهم".split())
_DONE = frozenset("تم تمت يتم تتم جري جرت يجري تجري".split())
_DONE_TO = frozenset({"repel", "expel", "pursue", "arrest", "free", "clash", "attack"})
_CARRIED_OUT = frozenset("قام قامت قاما قامتا يقوم تقوم".split())
_ADDRESSED = frozenset({"THREATEN", "REQUEST"})
_TWO_SIDED = frozenset({"clash", "negotiate", "meet", "agree"})
_THEIRS = frozenset({"ه", "ها", "هم", "هما"})
_STATE = frozenset({"government", "ministry", "state-body"})
_HARM_REACH, _LED_REACH = 6, 6
_MEETING = frozenset({"ar.events.مواجهة", "ar.events.قتال", "ar.events.حرب"})
"""Nouns of fighting that in the singular are of whom somebody fights («مواجهة التنظيم»)."""


def read_noun(cast: Cast, trigger: Trigger) -> None:
    """Add whom a noun of happening tells of to the cast; a statement tells of who opens it.

    Source: subjective and objective genitive of the maṣdar (Ryding 2005, ch. 5).
    """
    lexeme = trigger.lexeme
    if lexeme.table == "statement":
        _by_opening(cast, trigger)
    if lexeme.subtype == "seize" and trigger.index and cast.scene.forms[trigger.index - 1] == "تحت":
        _by_hold(cast, trigger)
        return
    suffers = trigger.reading.sense.shape == "passive"
    if suffers and (found := cast.scene.mention_over.get(trigger.index)) is not None:
        cast.add_target(found)
        return
    if suffers or "harm" in lexeme.tags:  # «المصابين منهم 40 جنديا»
        _harm_noun(cast, trigger)
        return
    if _between(cast, trigger) or _fell_or_did(cast, trigger):
        return
    after = cast.words.genitives(trigger)
    if not after:
        _nationality(cast, trigger)
    if (sender := find_sender(cast.scene, cast.words, trigger)) is not None:
        cast.add_agent(sender)
    elif not _by_pronoun(cast, trigger):
        _by_frame(cast, trigger, after)
    _nationality(cast, trigger)


def _fell_or_did(cast: Cast, trigger: Trigger) -> bool:
    """«وقع الرتل في كمين», «قامت بتدميرها الميليشيات»: the subject of the verb before the noun is told."""
    if (fallen := find_fallen(cast.scene, trigger.index)) is not None:
        cast.add_target(fallen)
        return True
    did = _did(cast, trigger)
    cast.add_agent(did, told=True)
    return did is not None


def _by_hold(cast: Cast, trigger: Trigger) -> None:
    """«باتت تحت سيطرة الحرس»: who holds it took it; beside another deed they are nobody."""
    if trigger.index == cast.happening.head.index:
        for holder in cast.words.genitives(trigger)[:1]:
            cast.add_agent(holder)


def _did(cast: Cast, trigger: Trigger) -> Mention | None:
    """«قامت بتدميرها الميليشيات», «قام بقصفه الطيران»: behind «قام» the pronoun is the object, and who did it follows."""
    scene, reading = cast.scene, trigger.reading
    if reading.preposition != "ب" or reading.pronoun not in _THEIRS or not trigger.index:
        return None
    if scene.forms[trigger.index - 1].lstrip("وف") not in _CARRIED_OUT:
        return None
    mention = scene.mention_from.get(trigger.index + trigger.size)
    return mention if mention is not None and not (mention.preposition or mention.conjunction) else None


def _by_opening(cast: Cast, trigger: Trigger) -> None:
    """Who opens a statement did what it tells, or died."""
    opening = find_opening(cast.scene, cast.words, trigger, cast.start)
    if opening is not None and dies(cast.scene, trigger.index):
        cast.add_target(opening)
    elif opening is not None:
        cast.add_agent(opening, told=True)


def _by_frame(cast: Cast, trigger: Trigger, after: list[Mention]) -> None:
    """Give the phrases that a noun of happening is of the roles its entry tells."""
    lexeme, reading = trigger.lexeme, trigger.reading
    if reading.sense.shape == "masdar" and lexeme.object == "target":
        _masdar(cast, trigger, after)
    elif lexeme.subject == "agent" or lexeme.object == "agent":
        doers = [m for m in after[:1] if "thing" not in m.tags]
        if after and lexeme.subtype == "enter" and (helped := _helped(cast, trigger)) is not None:
            cast.add_agent(helped)  # «تمكنت القوات من دخول القاعدة»
            cast.add_target(after[0])
            return
        if after and _is_aimed_at(cast, trigger, after[0]):
            cast.add_target(after[0])
            doers = []
        for mention in doers:
            cast.add_agent(mention)
        if not doers:
            _helper_subject(cast, trigger)
    elif lexeme.object == "target":
        for mention in after[:1]:
            cast.add_target(mention)
        _helper_subject(cast, trigger)
    elif "with-ala" in lexeme.tags:
        _helper_subject(cast, trigger)
    elif lexeme.subject == "target":
        for mention in after[:1]:
            cast.add_target(mention)


def _helped(cast: Cast, trigger: Trigger) -> Mention | None:
    return find_helper_subject(cast.scene, cast.words, trigger.index)


def _is_aimed_at(cast: Cast, trigger: Trigger, mention: Mention) -> bool:
    """«نصبت كمينا للمسلحين», «الضربات التركية لقواعد …», «التصدي للمسلحين», «مواجهة المسلحين»: whom it meets.

    «ل» tells the doer only where no other words do.
    """
    if mention.preposition == "ل":
        if _strikes_on(cast, trigger, mention):
            return False
        said = trigger.lexeme.type in _ADDRESSED and not trigger.reading.definite  # «إنذارا للمسلحين»
        if said or cast.scene.forms[trigger.index - 1].endswith("نصب"):  # «نصب كمين لرتل»
            return True
        masdar = (
            trigger.reading.sense.shape == "masdar" and trigger.reading.definite and trigger.lexeme.type != "CONSULT"
        )
        by_others = bool(cast.agents) and not _is_own_attack(cast, trigger, mention)
        return masdar or by_others or find_nation(cast.scene, trigger, mention.first) is not None
    meets = (
        trigger.lexeme.id in _MEETING and trigger.reading.sense.number == "sg" and mention.first == trigger.index + 1
    )
    return meets and not trigger.reading.definite and is_armed(mention.tags, mention.actor.kind)


def _strikes_on(cast: Cast, trigger: Trigger, mention: Mention) -> bool:
    """«قصف للجيش على البلدة», «غارات للتحالف الذي تقوده دولة على مواقع»: who «ل» leads to strikes where «على» leads to what is struck."""
    scene = cast.scene
    if mention.preposition != "ل" or trigger.reading.definite or mention.first != trigger.index + trigger.size:
        return False
    if not is_armed(mention.tags, mention.actor.kind) and mention.actor.kind not in _STATE:
        return False
    at = mention.last + 1
    if scene.forms[at : at + 1] and scene.forms[at] in RELATIVES:
        at = next(
            (k for k in range(at, min(cast.end, at + _LED_REACH)) if scene.forms[k] in ("،", ".", "؛", "علي")), at
        )
    return at < cast.end and scene.forms[at] == "علي"


def _is_own_attack(cast: Cast, trigger: Trigger, mention: Mention) -> bool:
    """«والآخر في هجوم للمسلحين»: an indefinite attack of somebody armed in which people fell is theirs, whoever else did harm."""
    triggers = cast.happening.triggers
    if any(t.lexeme.subtype in UNDOING for t in triggers) or not any(t.is_harm for t in triggers):
        return False
    attack = trigger.lexeme.subtype == "attack" and not trigger.is_verb and not trigger.reading.definite
    return attack and is_armed(mention.tags, mention.actor.kind) and "thing" not in mention.tags


def _by_pronoun(cast: Cast, trigger: Trigger) -> bool:
    """«قصفها قرية», «اعتقالها العمدة», «قبضها على …»: with an object behind it, the pronoun on a maṣdar is the doer's.

    Source: the maṣdar with the force of its verb (Ryding 2005, ch. 5).
    """
    if trigger.lexeme.object != "target" or trigger.reading.pronoun not in _THEIRS:
        return False
    at = trigger.index + trigger.size
    obj = cast.scene.mention_from.get(at)
    led = at < cast.end and cast.scene.forms[at] in ("علي", "ل")
    if not led and (obj is None or obj.preposition not in ("", "ل")):
        return False
    cast.add_target(obj)
    if not cast.agents and (owner := find_owner(cast.scene, trigger, cast.start)) is not None:
        cast.add_agent(first_of_run(cast.scene, owner))
    elif not cast.agents and cast.chain and cast.chain[-1].source.kind in ARMED_KINDS | _STATE:
        cast.add_speaker()
    return True


def _is_counted(cast: Cast, trigger: Trigger, mention: Mention) -> bool:
    """«محاصرة 300 مسلح»: those who are counted right behind a maṣdar had it done to them."""
    at = trigger.index + trigger.size
    return at < mention.first and at in cast.scene.counted


def _masdar(cast: Cast, trigger: Trigger, after: list[Mention]) -> None:
    """«قتل الجيش ثلاثة»: two phrases are doer and object; one alone is the object where the word harms."""
    if after and _strikes_on(cast, trigger, after[0]):
        cast.add_agent(after[0])
        return
    if (suffers := _led_object(cast, trigger, after)) is not None:
        cast.add_agent(after[0], told=True)
        cast.add_target(suffers)
        return
    helped = find_helper_subject(cast.scene, cast.words, trigger.index)
    given = trigger.lexeme.type == "AID"  # «تسليح المتمردين»
    harmful = trigger.lexeme.measure is not None or helped is not None or given
    if len(after) > 1 and (not harmful or (helped is None and _kills_counted(cast, trigger, after))):
        cast.add_agent(after[0], told=harmful)
        cast.add_target(after[1])
    elif (
        after
        and not harmful
        and not _is_counted(cast, trigger, after[0])
        and (_is_doer(cast, trigger, after[0]) or _has_object(cast, after[0]))
    ):
        cast.add_agent(after[0])
        cast.add_bare_target(after[0].last + 1)
        if trigger.lexeme.type == "ASSAULT":
            _object_by_lam(cast, after[0])
    elif after:
        cast.add_target(after[0])
        _helper_subject(cast, trigger)
    else:
        if not (trigger.reading.pronoun or trigger.reading.definite):
            cast.add_bare_target(trigger.index + trigger.size, genitive=True)
        _helper_subject(cast, trigger)


def _led_object(cast: Cast, trigger: Trigger, after: list[Mention]) -> Mention | None:
    """«اعتقال الشرطة لقائد الكتيبة», «احتجاز القوات للمحتجين»: whom «ل» leads to behind a definite doer; None elsewhere.

    Source: the maṣdar with subject and object (Ryding 2005, ch. 5).
    """
    if not after or trigger.lexeme.measure is None or cast.scene.forms[trigger.index].lstrip("بو") in DEATHS:
        return None
    doer, behind = after[0], cast.scene.mention_from.get(after[0].last + 1)
    acts = doer.definite and not doer.preposition and is_armed(doer.tags, doer.actor.kind)
    if not acts or doer.first > trigger.index + 2:
        return None
    if behind is None or behind.preposition != "ل" or behind.conjunction:
        return None
    return behind if behind.tags.isdisjoint({"thing", "name"}) else None


def _kills_counted(cast: Cast, trigger: Trigger, after: list[Mention]) -> bool:
    """«تصفية القوات ستة مسلحين»: who is counted behind a definite doer is the object; a death («مقتل») has no doer."""
    doer, obj = after[:2]
    if cast.scene.forms[trigger.index].lstrip("بو") in DEATHS or not doer.definite or doer.first != trigger.index + 1:
        return False
    counted = range(doer.last + 1, obj.first)
    return bool(counted) and all(k in cast.scene.counted or k in cast.scene.hedging for k in counted)


def _object_by_lam(cast: Cast, doer: Mention) -> None:
    """«قصف الطيران للمحطة», «قصف القوات والحرس لوحدة الكهرباء»: «ل» brings in the object behind the doers."""
    scene = cast.scene
    while (more := find_joined(scene, doer, cast.end)) is not None:
        doer = more
    at = doer.last + 1
    if at >= cast.end or not scene.forms[at].startswith("ل"):
        return
    mention = scene.mention_from.get(at)
    if mention is not None:
        if mention.preposition == "ل":
            cast.add_target(mention)
    elif (phrase := find_bare_phrase(scene, at, cast.end, led=True)) is not None:
        cast.take(cast.targets, phrase)


def _is_doer(cast: Cast, trigger: Trigger, mention: Mention) -> bool:
    """«قصف الجيش» is its doing; «طرد المسلحين», «تم قصف الجيش», «الاستهداف للعناصر» are done to them."""
    if (
        (mention.preposition == "ل" and trigger.reading.definite)
        or trigger.lexeme.subtype in _DONE_TO
        or _is_done(cast, trigger.index)
    ):
        return False
    return is_armed(mention.tags, mention.actor.kind) and cast.can_do(mention, True)


def _has_object(cast: Cast, mention: Mention) -> bool:
    """«استهداف القوات دارا للتوليد»: an object behind the doer, though no list knows it."""
    at = mention.last + 1
    behind = cast.scene.mention_from.get(at)
    acts = "civilian" not in mention.tags and ("thing" not in mention.tags or "force" in mention.tags)
    if behind is not None:
        return behind.preposition == "ل" and acts and not behind.conjunction
    led = at < cast.end and cast.scene.forms[at].startswith("لل")  # «استهداف القوات للمحطة»
    return find_bare_phrase(cast.scene, at, cast.end, led=led and acts) is not None


def _is_done(cast: Cast, at: int) -> bool:
    """«تم طرد …», «جرى اعتقال …», «يجري قصف …»: a verb that makes the noun passive."""
    return at > 0 and cast.scene.forms[at - 1].lstrip("وف") in _DONE


def _helper_subject(cast: Cast, trigger: Trigger) -> None:
    """«تمكنت القوات من استعادة»: the doer is the subject of the verb before."""
    if cast.agents:
        return
    helped = find_helper_subject(cast.scene, cast.words, trigger.index)
    if helped is not None and (nation := find_believed_nation(cast.scene, helped, trigger.index)) is not None:
        cast.take(cast.agents, nation)
        return
    if helped is not None:
        cast.add_agent(helped)
        return
    if trigger.lexeme.measure == "killed" or any(t.is_harm for t in cast.happening.triggers):
        return
    for mention in reversed(list(cast.scene.mentions_in(cast.start, trigger.index))):
        if mention.preposition or mention.first in cast.targets:
            continue
        if mention.first and cast.scene.forms[mention.first - 1] in PREPOSITIONS:
            continue
        if trigger.reading.pronoun == "هم" and "body" in mention.tags:
            continue  # «وصفت الوزارة غاراتهم»: others' deeds
        if is_armed(mention.tags, mention.actor.kind) or mention.tags & {"body", "name"}:
            cast.add_agent(first_of_run(cast.scene, mention))
        return


def _harm_noun(cast: Cast, trigger: Trigger) -> None:
    """«قتلى من الجيش», «جرحى في صفوف المدنيين», «القتلى المدنيون»: whose the victims are."""
    scene = cast.scene
    for k in range(trigger.index + 1, min(trigger.index + _HARM_REACH, cast.end)):
        mention = scene.mention_from.get(k)
        if mention is not None:
            cast.add_target(mention)
            return
        if scene.phrase("by_agent", k):  # «عشرون قتيلا على يد الجيش»
            return
        if scene.forms[k] not in _AMONG and scene.readings[k]:
            return
        if scene.forms[k] in ".،" or scene.forms[k] in PREPOSITIONS - _AMONG:
            return


def _between(cast: Cast, trigger: Trigger) -> bool:
    scene = cast.scene
    first, other = find_between(scene, trigger, cast.end)
    if not (first and other) and trigger.lexeme.subtype in _TWO_SIDED:
        first, other = find_between(scene, trigger, scene.annotation.sentences[scene.sentence_of[trigger.index]][1])
    talks = trigger.lexeme.type in ("CONSULT", "AGREE", "COOPERATE")
    mediates = trigger.lexeme.subtype == "mediate"  # «وساطة بين الجيش والقبائل»: somebody else's
    for mention in first:
        mention = find_whole(scene, mention)
        if mediates:
            cast.add_one_target(mention)
        else:  # «رجال المقاومة» fight, «الجارين» need not
            cast.add_one_agent(mention, told=mention.last > mention.first)
    for mention in other:
        if talks and not mediates:
            cast.add_one_agent(mention)
        else:
            cast.add_one_target(mention)
    if other and (mediates or not first):
        _helper_subject(cast, trigger)
    return bool(first or other)


def _nationality(cast: Cast, trigger: Trigger) -> None:
    if not cast.agents and (nation := find_nation(cast.scene, trigger, cast.end)) is not None:
        cast.take(cast.agents, nation)
