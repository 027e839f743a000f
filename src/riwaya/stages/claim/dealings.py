"""Who deals with whom: talks, agreements, concessions, aid, surrender, protest, troops that come; told by prepositions that mean nobody's victim."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.model.actor import Actor, Participant
from riwaya.model.mention import Mention
from riwaya.stages.claim.bare import find_bare_phrase
from riwaya.stages.claim.cast import Cast
from riwaya.stages.claim.holders import find_whole
from riwaya.stages.claim.partners import find_behind, is_only_place
from riwaya.stages.claim.scene import PREPOSITIONS, Scene
from riwaya.stages.claim.trigger import Trigger, is_armed

_REACH, _NEAR = 12, 8
_STOPS = frozenset(".؛:")
_DEALERS = frozenset({"name", "named", "body", "official", "leader", "group", "force", "fighter", "spokesman", "title"})
_CALLS = frozenset("اتصال اتصالا اتصالات رساله رسايل رسالته برقيه علاقات علاقه علاقاتها علاقته علاقتها".split())
_WISHES = frozenset(
    "لطلب طلب لدعوه دعوه لمطالب مطالب لمطلب مطلب لنداء نداء لدعوات لطلبات لشروط شروط بطلب بمطالب بشروط".split()
)
_HOLDING = frozenset("تضم يضم تتضمن يتضمن تشمل يشمل تقل يقل قوامها قوامه من".split())
_SENT_BY = frozenset({"من"})
_CARRIED_BY = ("استاجرتها", "استاجرها", "ارسلتها", "ارسلها", "قدمتها", "قدمها", "وفرتها", "وفرها", "تتبع", "يتبع", "سيرتها", "سيرها")  # fmt: skip
_JOINING = "ar.events.انضم"
_LEFT = frozenset(
    "الباقون اخرون الاخرون الرابع الثالث الثاني الخامس السادس البقيه بقيتهم معظمهم بعضهم الاخران الاثنان".split()
)
_SUBJECTS = frozenset({"RETREAT", "PROTEST"})


def add_dealers(cast: Cast) -> None:
    """Add those whom the words around a dealing bring in to its cast, where they are not told by grammar.

    Source: annotation guideline, fields ``agents`` and ``targets``; decision 207.
    """
    head = cast.happening.head
    if head.act is not None:
        return
    kind = head.lexeme.type
    if kind == "CONSULT":
        _add_talkers(cast, head)
    elif kind in ("AGREE", "CONCEDE") and not cast.targets:
        cast.add_target(_wisher(cast.scene, head, cast.end))
    elif kind == "AID" and not cast.agents:
        _add_agents(cast, _senders(cast.scene, head, cast.end))
    elif kind == "MOBILIZE":
        _add_troops(cast, head)
    elif kind == "RETREAT" and not cast.targets:
        cast.add_target(_before_whom(cast.scene, head, cast.end))
    elif kind in ("PROTEST", "SANCTION") and not cast.targets:
        led = ("ضد",) if kind == "PROTEST" else ("مع",) if head.lexeme.subtype == "break-off" else ()
        cast.add_target(next(_led(cast.scene, head, cast.end, frozenset(led)), None))
    if kind in _SUBJECTS and not cast.agents:
        _add_unknown_subject(cast, head)


def _led(scene: Scene, head: Trigger, end: int, words: frozenset[str], reach: int = _REACH) -> Iterator[Mention]:
    """Give those whom one of the prepositions leads to behind the head, up to a stop or the next clause."""
    first = head.index + head.size
    for k in scene.words_in(words, first, min(end, first + reach)):
        if any(scene.forms[j] in _STOPS or scene.is_finite(j) or scene.is_that(j) for j in range(first, k)):
            return
        mention = find_behind(scene, k, end)
        if mention is not None and mention.tags & _DEALERS and "thing" not in mention.tags:
            yield mention


def _add_talkers(cast: Cast, head: Trigger) -> None:
    """«اجتمع الوفد مع ممثلي الحركة»: all talk; «أجرى اتصالا بنظيره»: who is called is spoken to."""
    scene, first = cast.scene, head.index
    called = any(scene.forms[k] in _CALLS for k in range(first, min(cast.end, first + _NEAR)))
    for mention in _led(scene, head, cast.end, frozenset({"مع", "الي"} if called else {"مع"})):
        if called:
            cast.add_target(mention)
        elif mention.first not in cast.targets:
            cast.add_agent(mention, told=True)
    if called and not cast.targets:
        behind = scene.mentions_in(first + 1, min(cast.end, first + _NEAR))
        cast.add_target(next((m for m in behind if m.preposition in ("ب", "ل") and m.tags & _DEALERS), None))


def _wisher(scene: Scene, head: Trigger, end: int) -> Mention | None:
    """«استجابت الحكومة لمطالب المحتجين», «قبل الجيش دعوة الرئيس»: whose wish is granted."""
    if not head.is_verb:
        return None
    for k in scene.words_in(_WISHES, head.index + 1, min(end, head.index + _NEAR)):
        mention = scene.mention_from.get(k + 1)
        return mention if mention is not None and not (mention.preposition or "thing" in mention.tags) else None
    return None


def _senders(scene: Scene, head: Trigger, end: int) -> Iterator[Mention]:
    """«وصلت مساعدات من المنظمة», «سفينة استأجرها البرنامج»: who sends or pays for aid."""
    first = head.index + head.size
    for k in range(first, min(end - 1, first + _REACH)):
        if scene.forms[k] in _STOPS:
            return
        if scene.forms[k] in _CARRIED_BY or scene.forms[k] in _SENT_BY:
            mention = scene.mention_from.get(k + 1)
            sends = mention is not None and mention.tags & {"name", "body", "force", "group"}
            if (
                mention is not None
                and sends
                and not (is_only_place(scene, mention) and scene.forms[k] not in _CARRIED_BY)
            ):
                yield mention
                return


def _add_troops(cast: Cast, head: Trigger) -> None:
    """«وصلت تعزيزات تضم مئات الجنود»: who comes; «انضم المتطوعون إلى الجيش»: whom they join."""
    scene = cast.scene
    if head.lexeme.id == _JOINING and not cast.targets:
        joined = next(_led(scene, head, cast.end, frozenset({"الي"})), None)
        cast.add_target(joined if joined is not None and is_armed(joined.tags, joined.actor.kind) else None)
    if cast.agents:
        return
    last = max(t.index for t in cast.happening.triggers)
    for k in scene.words_in(_HOLDING, head.index + 1, min(cast.end, last + _REACH)):
        mention = find_behind(scene, k, cast.end)
        armed = mention is not None and is_armed(mention.tags, mention.actor.kind) and "thing" not in mention.tags
        if mention is not None and armed and not is_only_place(scene, mention):
            cast.add_agent(find_whole(scene, mention))
            return


def _before_whom(scene: Scene, head: Trigger, end: int) -> Mention | None:
    """«استسلموا للجيش», «يتراجعون أمام القوات»: to whom or before whom somebody gives way."""
    if head.lexeme.subtype == "surrender":
        to = scene.mentions_in(head.index + 1, min(end, head.index + _NEAR))
        taker = next((m for m in to if m.preposition == "ل" or scene.forms[m.first - 1] == "الي"), None)
        if taker is not None and (is_armed(taker.tags, taker.actor.kind) or "body" in taker.tags):
            return taker
    behind = next(_led(scene, head, end, frozenset({"امام"})), None)
    return behind if behind is not None and is_armed(behind.tags, behind.actor.kind) else None


def _add_unknown_subject(cast: Cast, head: Trigger) -> None:
    """«وفر الباقون», «تظاهر آلاف السوريين»: words that no list knows behind the verb tell who did it."""
    scene, at = cast.scene, head.index + head.size
    if not head.is_verb or at >= cast.end or head.reading.sense.number != "sg" or head.reading.pronoun:
        return
    if scene.forms[at] in PREPOSITIONS and at not in scene.hedging:
        return
    if scene.forms[at] in _LEFT:
        span = scene.span(at, at + 1)
        cast.take(cast.agents, Participant(actor=Actor(id=None, name=span.of(scene.text), kind="unknown"), span=span))
    elif at in scene.counted and (phrase := find_bare_phrase(scene, at, cast.end)) is not None:
        cast.take(cast.agents, phrase)


def _add_agents(cast: Cast, senders: Iterator[Mention]) -> None:
    for mention in senders:
        cast.add_agent(mention, told=True)
