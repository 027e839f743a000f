"""Who did it, to whom: agents and targets of a happening."""

from __future__ import annotations

from functools import partial

from riwaya.model.actor import Participant
from riwaya.model.attribution import Chain
from riwaya.model.mention import Mention
from riwaya.stages.claim.addressees import find_addressee, find_blamed, find_burdened, find_menaced, find_warned
from riwaya.stages.claim.aimed import find_aimed, find_ambushed
from riwaya.stages.claim.called_upon import find_duty_bound, find_pointed, find_unknown
from riwaya.stages.claim.cast import Cast
from riwaya.stages.claim.claimants import find_claimant
from riwaya.stages.claim.condemned import find_condemned
from riwaya.stages.claim.dealings import add_dealers
from riwaya.stages.claim.doers import (
    find_helper_subject,
    find_own_doer,
    find_shooter,
    find_subject,
    find_taker,
    find_told_doers,
)
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.holders import find_keeping
from riwaya.stages.claim.joined import find_joined, first_of_run
from riwaya.stages.claim.noun_roles import read_noun
from riwaya.stages.claim.own import announces_dealing, announces_own, speaks_of_own
from riwaya.stages.claim.partners import (
    find_against,
    find_against_too,
    find_exchanger,
    find_foe,
    find_midst,
    find_owner,
    find_site,
    is_only_place,
)
from riwaya.stages.claim.pronouns import find_meant
from riwaya.stages.claim.receivers import find_aim, find_recipient, find_takers
from riwaya.stages.claim.scene import Scene
from riwaya.stages.claim.statements import REQUEST
from riwaya.stages.claim.struck import find_bare_struck
from riwaya.stages.claim.suffering import find_fired_on, find_suffering
from riwaya.stages.claim.trigger import UNDOING, Trigger
from riwaya.stages.claim.undone import find_undone_doers
from riwaya.stages.claim.verb_roles import read_verb

_SPOKEN = frozenset({"ACCUSE", "THREATEN", "REQUEST", "REJECT"})
"""Happenings that are words: whoever tells them does them."""
_TAKEN = frozenset({"captured", "abducted", "arrested"})
_GOVERNING = frozenset({"بعد", "وبعد"})
_SOME_OF = (("عدد", "من"), ("العديد", "من"), ("عناصر", "من"), ("وحدات", "من"), ("مجموعه", "من"))
_UNDERGO_REACH = 10
_SINCE = frozenset({"منذ"})
_DONE = frozenset("تم تمت يتم تتم جري جرت يجري تجري".split())
_BOTH = frozenset("الطرفين الطرفان الجانبين الجانبان للطرفين للجانبين".split())
_ON_IT = frozenset("عليه عليها عليهما عليهم".split())


def find_roles(
    scene: Scene, happening: Happening, start: int, end: int, chain: Chain
) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Give agents and targets of a happening whose words are tokens ``[start, end)``, each in text order.

    Grammar first (subject, object, «على», «من قبل», «بين … و…»), nearness never: a role that no rule fills
    stays empty. Nobody is both unless the text names them twice.

    Source: annotation guideline, fields ``agents`` and ``targets``.
    """
    cast = Cast(scene, happening, start, end, chain)
    _by_doers(cast)
    for trigger in map(partial(_as_noun, scene), happening.triggers):
        if trigger.act is not None:
            _speech_act(cast, trigger)
        elif trigger.is_verb and trigger.index != happening.head.index and _stands_apart(scene, trigger):
            continue
        elif trigger.is_verb:
            read_verb(cast, trigger)
        else:
            read_noun(cast, trigger)
    _by_phrases(cast)
    add_dealers(cast)
    if happening.head.reading is REQUEST and not cast.targets:
        cast.add_target(find_duty_bound(scene, happening.head, start, end))
    _by_speaker(cast)
    _by_helpers(cast)
    if not cast.targets and (meant := _meant(cast)) is not None:
        cast.add_one_target(meant)
    for index in set(cast.agents) & set(cast.targets):
        del cast.agents[index]
    _undo(cast)
    _without_both(cast)
    return _listed(cast.agents), _listed(cast.targets)


def _undo(cast: Cast) -> None:
    """«أحبط الجيش هجوما للمتمردين على القاعدة»: what undoes a deed is done to those who did it, not to what they aimed at."""
    undone = find_undone_doers(cast.scene, cast.words, cast.happening, cast.end)
    if not undone:
        return
    cast.targets.clear()
    for mention in undone:
        cast.add_target(mention)
    for first in cast.targets:
        cast.agents.pop(first, None)


def _without_both(cast: Cast) -> None:
    """«اشتباكات بين الجيش والمتمردين، وخسائر في صفوف الطرفين»: both sides are those who were told."""
    for roles in (cast.agents, cast.targets):
        for first in [k for k in roles if cast.scene.forms[k] in _BOTH]:
            if len(cast.agents) > (roles is cast.agents) and len(cast.targets) > (roles is cast.targets):
                del roles[first]


def _as_noun(scene: Scene, trigger: Trigger) -> Trigger:
    """«بعد قصف المحطة», «واصلت تقدمها»: behind a preposition, or with the pronoun of whoever does what nobody can be the object of, a word that is spelt like its verb is the noun."""
    sense = trigger.reading.sense
    if (sense.shape, sense.number, sense.gender) != ("past", "sg", "m") or not trigger.index:
        return trigger
    own = trigger.reading.pronoun and trigger.lexeme.object is None
    if trigger.reading.conjunction or not (own or scene.forms[trigger.index - 1] in _GOVERNING):
        return trigger
    readings = scene.readings[trigger.index]
    noun = next((r for r in readings if r.lexeme is trigger.lexeme and r.sense.shape == "masdar"), None)
    return trigger if noun is None else Trigger(index=trigger.index, size=trigger.size, reading=noun)


def _holds(scene: Scene, trigger: Trigger) -> bool:
    """«سيطرتهم على التلال التي يسيطر عليها المتمردون»: who holds what is told of did not do the deed."""
    return not _ON_IT.isdisjoint(scene.forms[trigger.index + trigger.size : trigger.index + trigger.size + 1])


def _stands_apart(scene: Scene, trigger: Trigger) -> bool:
    """«… منذ استعاد الجيش المدينة», «… التي يسيطر عليها المتمردون»: who did or holds what is told beside the deed."""
    return scene.forms[trigger.index - 1] in _SINCE or _holds(scene, trigger)


def _meant(cast: Cast) -> Mention | None:
    """Whom a pronoun on a word of harm means, where no other word tells who suffered and they are not the doer."""
    meant = (find_meant(cast.scene, trigger) for trigger in cast.happening.triggers if trigger.act is None)
    return next((m for m in meant if m is not None and m.first not in cast.agents), None)


def _listed(roles: dict[int, Participant]) -> tuple[Participant, ...]:
    """In text order, each known actor once."""
    found: dict[str | int, Participant] = {}
    for k in sorted(roles):
        found.setdefault(roles[k].actor.id or k, roles[k])
    return tuple(found.values())


def _by_speaker(cast: Cast) -> None:
    """Who helped a noun on, else who tells it as its own deed."""
    head, scene = cast.happening.head, cast.scene
    if not cast.agents and head.act is None and not head.is_verb and not head.is_harm:
        cast.add_agent(find_helper_subject(scene, cast.words, head.index))
    if cast.agents or not cast.chain:
        return
    speaker = cast.chain[-1].source
    own = announces_own(scene, cast.happening, speaker) or speaks_of_own(scene, head, speaker)
    if own or head.lexeme.type in _SPOKEN or announces_dealing(scene, head):
        cast.add_speaker()


def _speech_act(cast: Cast, trigger: Trigger) -> None:
    if trigger.act is not None and trigger.act.rule.endswith(":declared"):
        for link in trigger.act.links[-1:]:
            cast.take(cast.agents, Participant(actor=link.source, span=link.span))
        return
    cast.add_speaker()
    if trigger.act is None:
        return
    source = cast.chain[-1].span if cast.chain else None
    addressee = find_addressee(cast.scene, cast.words, trigger, cast.end, source)
    asked = addressee is not None and cast.scene.forms[addressee.first - 1] == "من"
    if addressee is not None and asked and is_only_place(cast.scene, addressee):
        cast.take(cast.targets, Participant(actor=addressee.actor, span=addressee.span))  # «طلبت من أنقرة»: no place
    else:
        cast.add_target(addressee)
    if not cast.targets and trigger.reading.pronoun:
        cast.add_target(find_pointed(cast.scene, trigger, source))
    if not cast.targets:
        cast.take_target(find_unknown(cast.scene, trigger, source, cast.end))
    if not cast.targets:
        cast.add_target(find_burdened(cast.scene, trigger, cast.end))
    if not cast.targets:
        for blamed in find_blamed(cast.scene, cast.words, trigger, cast.end):
            cast.take(cast.targets, blamed)
    if not cast.targets:
        cast.take_target(find_warned(cast.scene, trigger) or find_menaced(cast.scene, trigger, cast.end))


def _by_doers(cast: Cast) -> None:
    """«من قبل …», «على يد …», «نفذه …» name the doer, before any other rule."""
    happening = cast.happening
    if happening.triggers[0].act is not None:
        return
    undone = happening.head.lexeme.subtype in UNDOING
    for mention in find_told_doers(cast.scene, happening.first, cast.end):
        if undone:
            cast.add_target(mention)
        else:
            cast.add_agent(mention, told=True)
    if happening.head.lexeme.measure in _TAKEN:
        cast.add_agent(find_keeping(cast.scene, happening.head.index, cast.end), told=True)
    if happening.head.lexeme.subtype == "fall":
        cast.add_agent(find_taker(cast.scene, happening.head.index, cast.end), told=True)
    if not cast.agents:
        shooters = (find_shooter(cast.scene, t, cast.end) for t in happening.triggers)
        cast.add_agent(next((m for m in shooters if m is not None), None), told=True)


def _by_helpers(cast: Cast) -> None:
    """«معركة بمساندة الأهالي»: who helped in a deed did it too; «بالتعاون مع» has to stand beside the doer («اتهامه بالتعاون مع …»)."""
    scene, happening = cast.scene, cast.happening
    if happening.head.act is not None or happening.head.lexeme.type not in ("ASSAULT", "COERCE", "MOBILIZE"):
        return
    for k in scene.phrases_in("helped_by", happening.first, cast.end):
        behind = k + scene.phrase("helped_by", k)
        while scene.forms[behind : behind + 2] in _SOME_OF:  # «بمشاركة عدد من الفصائل»
            behind += 2
        mention = scene.mention_from.get(behind) if scene.forms[behind - 1] != "مع" else None
        if mention is not None and mention.first not in cast.targets:
            cast.add_agent(mention, told=True)


def _by_phrases(cast: Cast) -> None:
    """«على …», «ضد …», «مع …» name whom it is done to; «تعرض» who suffers."""
    scene, happening = cast.scene, cast.happening
    if happening.triggers[0].act is not None:
        return
    led = happening.triggers[0].reading.preposition == "ل"  # «تعرضت القرية أمس، … لقصف»
    for k in scene.happening_in(cast.start if led else happening.first, cast.end):
        if _undergoes(scene, k):
            cast.add_target(_sufferer(cast, k))
    cast.add_target(find_suffering(scene, cast.words, happening, cast.end))
    cast.add_target(find_condemned(scene, happening, cast.end))
    _by_against(cast)
    _by_goal(cast)
    if not cast.targets:
        cast.add_target(find_fired_on(scene, happening, frozenset(cast.agents)))
    _by_owners(cast)
    _claimed(cast)


def _by_owners(cast: Cast) -> None:
    """«صعدت القوات هجماتها», «هجمات لها»: whose the deed is did it, where nothing else tells who."""
    for trigger in cast.happening.triggers:
        if cast.agents or trigger.is_verb or trigger.is_harm or _is_carried(cast, trigger):
            continue
        if (doer := find_own_doer(cast.scene, cast.words, trigger)) is not None:
            cast.add_agent(doer)
        elif owner := find_owner(cast.scene, trigger, cast.start):
            cast.add_agent(first_of_run(cast.scene, owner))


def _is_carried(cast: Cast, trigger: Trigger) -> bool:
    """«جرى نقلهم إلى المستشفى», «تم إسعافه»: the pronoun is of whoever is helped."""
    done = trigger.index and cast.scene.forms[trigger.index - 1].lstrip("وف") in _DONE
    return bool(done) and trigger.lexeme.type == "AID" and bool(trigger.reading.pronoun)


def _by_against(cast: Cast) -> None:
    """«على …», «ضد …», «مع …»: against whom it was done, or with whom those who fell fought."""
    scene, happening = cast.scene, cast.happening
    fought = bool(cast.targets) or any(t.lexeme.subtype == "clash" for t in happening.triggers)
    if fought and not cast.agents and (foe := find_foe(scene, happening, cast.end)):
        cast.add_agent(foe)
    elif happening.head.lexeme.subtype in UNDOING and cast.targets:
        pass  # «تصدى لهجمات شنها المسلحون على مواقعه»
    elif target := find_against(scene, happening, cast.end):
        cast.add_target(target)
        for more in find_against_too(scene, target, cast.end):
            cast.add_target(more)
    elif not cast.targets and (other := find_exchanger(scene, happening)) is not None:
        cast.add_target(other)
    elif (struck := find_bare_struck(scene, happening, cast.end)) is not None:
        cast.take_target(struck)


def _by_goal(cast: Cast) -> None:
    """«مساعدات إلى …», «انفجار في …», «وسط …» name who gets it, what it struck, amid whom."""
    scene, happening = cast.scene, cast.happening
    if not cast.targets and (recipient := find_recipient(scene, happening, cast.end)):
        cast.add_target(recipient)
    for taker in find_takers(scene, happening, cast.end):
        cast.add_target(taker)
    if not cast.targets and (ambushed := find_ambushed(scene, happening, cast.end)) is not None:
        cast.take_target(ambushed)
    if not cast.targets:
        cast.add_target(find_aim(scene, happening, cast.end) or find_aimed(scene, happening, cast.end))
    if not cast.targets and (site := find_site(scene, happening, cast.end)):
        cast.add_one_target(site)
        if (more := find_joined(scene, site, cast.end)) is not None and "thing" in more.tags:
            cast.add_one_target(more)
    if midst := find_midst(scene, happening, cast.end, alone=not cast.targets):
        cast.add_one_target(midst)


def _claimed(cast: Cast) -> None:
    """Who claims responsibility is the doer."""
    claimant = find_claimant(cast.scene, cast.happening, cast.chain, told=bool(cast.agents))
    if claimant is None:
        return
    cast.agents.clear()
    if isinstance(claimant, Participant):
        cast.take(cast.agents, claimant)
    else:
        cast.add_one_agent(claimant)


def _undergoes(scene: Scene, k: int) -> bool:
    """«تعرض»: say whether one of the words of happening that token ``k`` may be says that somebody suffers it."""
    return any("undergo" in r.lexeme.tags and r.lexeme.table == "events" for r in scene.readings[k])


def _sufferer(cast: Cast, k: int) -> Mention | None:
    """«تعرضت القافلة لهجوم», «القافلة تعرضت لهجوم من …»: who undergoes stands right after the verb or before it."""
    return find_subject(cast.scene, cast.words, k, min(k + _UNDERGO_REACH, cast.end))
