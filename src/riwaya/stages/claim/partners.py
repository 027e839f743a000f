"""Participants that prepositions bring in: «بين … و…», «على …», «مع …», «من قبل …», «لـ»."""

from __future__ import annotations

from riwaya.model.mention import Mention
from riwaya.model.span import Span
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.scene import PREPOSITIONS, Scene
from riwaya.stages.claim.trigger import Trigger, is_armed

_SIDES = frozenset("جهه طرف جانب ناحيه".split())
_BETWEEN_REACH, _SIDE_REACH, _SITE_REACH = 22, 30, 11
_BORDERS = frozenset("الحدود حدود الواقعه الواقع الطريق الواصل المنطقه من ما الحدوديه".split())
_BETWEEN_THEM = frozenset({"بينه", "بينها", "بينهم", "بينهما"})
_BETWEEN, _WITH, _STOPS = frozenset({"بين", "مابين"}), frozenset({"مع"}), frozenset(".؛")
_AGAINST = frozenset("ضد بحق تجاه باتجاه مع علي من".split())
_AND_ON = frozenset({"وعلي", "وضد", "وبحق"})
_AGAINST_REACH = 16
_GRIPS, _CONTROL, _WRESTED_REACH = frozenset("قبضه ايدي براثن سيطره".split()), frozenset({"السيطره"}), 6
_SEIZING = frozenset({"seize", "enter", "advance", "impose", "siege"})
_WEAPONS = frozenset("مفخخه ملغومه ناسفه مفخخ ناسف ناسفا ملغوم".split())
_BOMBS = ("حزام", "ستره", "سترت", "عبوه", "عبوت", "قنبله", "قنبلت", "قنابل", "لغم", "الغام", "متفجر", "قذيفه")
_CARRIERS, _GOES_OFF = frozenset({"ar.people.سيارة", "ar.people.دراجة"}), frozenset("انفجار بانفجار وانفجار".split())
_POINTING = frozenset("هذه هذا تلك ذلك هولاء اوليك".split())
_BEFORE_WHOM = (
    frozenset(
        'قبضه ايدي ايد يد براثن سيطره عناصر « " ( بعض عدد العديد من نقطه تابعه اخر كل جميع معظم اغلب كافه احد احدي عشرات ميات سلسله مجموعه'.split()
    )
    | _POINTING
)
"""Words between «على» or «مع» and whom it is done to."""
_OTHERS = frozenset("واخرين واخرون".split())
_BLASTS = frozenset({"bombing", "destroy"})
_GO_ON = frozenset({"مع", "من"})
"""Prepositions that go on with «بالتعاون», «بإسناد»."""
_BLOWS = frozenset({"bombing", "attack", "strike", "bombard", "shoot"})
_BESIDE = frozenset("عند امام قرب بالقرب خارج بجانب قباله بمحاذاه بجوار جوار".split())
_AMID = frozenset("وسط بين".split())
_MIDST = _BESIDE | _AMID
_FIGHTS = frozenset("صدام صدامات مناوشه مناوشات عراك شجار احتكاك احتكاكات التحام تبادل قتالهم قتاله قتالها".split())
_FIGHT_REACH = 5
_EXCHANGING, _EXCHANGE_REACH = frozenset("تبادل تبادلت تبادلوا يتبادل تتبادل وتبادل وتبادلت".split()), 14
_EDGES = frozenset("من مدخل مداخل باب محيط احد احدي مجموعه عدد عشرات حشد حشود تجمع بوابه '»' '«' \"".split())
_MIDST_REACH = 12


def find_between(scene: Scene, trigger: Trigger, end: int) -> tuple[list[Mention], list[Mention]]:
    """Give the two sides of «بين أ وب»; «من جهة» parts the sides where each has several; empty lists for none.

    «بينها وبين ب» names the other side only.
    """
    first = trigger.index + 1
    for k in scene.words_in(_BETWEEN_THEM, first, min(trigger.index + _BETWEEN_REACH, end)):
        if scene.forms[k + 1 : k + 2] == ("وبين",) and not scene.words_in(_STOPS, first, k):
            one, more = _sides(scene, k + 1, end)
            return [], [*one, *more]
    for k in scene.words_in(_BETWEEN, first, min(trigger.index + _BETWEEN_REACH, end)):
        if scene.words_in(_STOPS, first, k) or any(scene.is_that(j) for j in range(first, k)):
            break
        if scene.forms[k - 1] not in _BORDERS:
            return _sides(scene, k, end)
    return [], []


def _sides(scene: Scene, at: int, end: int) -> tuple[list[Mention], list[Mention]]:
    first: list[Mention] = []
    other: list[Mention] = []
    parted = False
    marked = any(
        scene.forms[k] == "من" and scene.forms[k + 1] in _SIDES for k in range(at, min(at + _SIDE_REACH, end - 1))
    )
    k = at + 1
    while k < min(end, at + _SIDE_REACH):
        mention = scene.mention_from.get(k) if scene.forms[k] not in _SIDES else None
        if mention is not None:
            if first and scene.forms[k - 1] in ("من", "عن") and k - 2 in scene.mention_over:
                k = mention.last + 1  # «مقاتلين من الكتائب», «ممثلين عن الحكومة»
                continue
            joined = mention.conjunction == "و" or not first or scene.forms[k - 2] in _OTHERS
            joined = joined or bool(scene.phrase("beside", k - 1))  # «الجيش مدعوما بالمليشيات»
            if first and not joined and not parted:
                k = mention.last + 1
                continue
            side = other if parted or (first and not marked) else first
            side.append(mention)
            k = mention.last + 1
            continue
        if scene.forms[k] in _SIDES:
            if parted:
                break
            parted = True
        if scene.is_finite(k) or scene.forms[k] in ".؛":
            break
        if (
            scene.forms[k] in PREPOSITIONS
            and scene.forms[k] not in ("من", "بين", "عن")
            and first
            and (other or not marked)
        ):
            break
        k += 1
    return first, other


def find_against(scene: Scene, happening: Happening, end: int) -> Mention | None:
    """Give whom it is done to, by «على», «ضد», «مع» or, for what is taken away, «من»; None where no one is named."""
    head = happening.head
    seizing = head.lexeme.subtype in _SEIZING or "free" in head.tags
    reach = max(t.index for t in happening.triggers if not t.is_harm or t is happening.triggers[0]) + _AGAINST_REACH
    for k in scene.words_in(_AGAINST, happening.first + 1, min(end, reach)):
        form = scene.forms[k]
        if _begins_another(scene, happening, k) or scene.phrase("answering", k - 1):
            return None  # «أطلقوا صواريخ ردا على اغتيال القائد»
        if form == "من" and (scene.forms[k - 1] in _BEFORE_WHOM or k - 1 in scene.counted):
            continue  # «بمشاركة عدد من الفصائل»
        if (
            form == "من"
            and not (seizing and (k - happening.first > 1 or happening.head.reading.pronoun))
            and not _is_wrested(scene, happening.first, k)
        ):
            continue
        if form == "علي" and _is_of_another(scene, happening, k):
            continue  # «خطفوا مدنيين بعد استيلائهم على البلدة»
        if form == "علي" and _is_fought(happening, k):
            continue  # «اشتباكات على أطراف الحي»
        if scene.phrase("by_agent", k) or (form in _GO_ON and scene.phrase("helped_by", k - 1)):
            continue  # «على أيدي …», «بالتعاون مع …» tell who did it
        mention = find_behind(scene, k, end)
        if seizing and form == "علي" and not (mention is not None and is_post(mention) and _takes(head)):
            continue
        if mention is not None and _may_be_target(scene, mention, head, form):
            return mention
    return None


def _begins_another(scene: Scene, happening: Happening, k: int) -> bool:
    """«مقتل ستة جنود، والاستيلاء على الموقع»: another deed that «و» joins stands between, and what «على» leads to is its own."""
    own = {t.index for t in happening.triggers}
    first = max((i for i in own if i < k), default=k)
    return any(
        j not in own and r.lexeme.table == "events" and r.conjunction == "و" and r.sense.shape == "masdar"
        for j in scene.happening_in(first + 1, k) for r in scene.readings[j][:1]
    )  # fmt: skip


def _is_of_another(scene: Scene, happening: Happening, k: int) -> bool:
    """The noun right before «على» is another deed's."""
    own = {t.index for t in happening.triggers}
    return k - 1 not in own and scene.readings[k - 1].uncounted_event and k - 1 > happening.first


def _is_fought(happening: Happening, k: int) -> bool:
    last = [t for t in happening.triggers if t.index < k and not t.is_light][-1:]
    return bool(last) and last[0].lexeme.subtype == "clash" and not last[0].is_verb


def _is_wrested(scene: Scene, first: int, k: int) -> bool:
    """«لتحرير المدن من قبضة المسلحين», «لانتزاع السيطرة على الوادي من المتمردين»: from whom something is to be taken."""
    if scene.forms[k + 1 : k + 2] and scene.forms[k + 1] in _GRIPS:
        return True
    return not _CONTROL.isdisjoint(scene.forms[max(first, k - _WRESTED_REACH) : k])


def find_exchanger(scene: Scene, happening: Happening) -> Mention | None:
    """Give with whom fire was exchanged before the fire is named («تبادل الجيش مع المسلحين إطلاق النار»); None elsewhere."""
    head = happening.head
    start = max(0, head.index - _EXCHANGE_REACH)
    verb = next(iter(scene.words_in(_EXCHANGING, start, head.index)), None)
    if verb is None:
        return None
    for k in scene.words_in(_WITH, verb + 1, head.index):
        mention = find_behind(scene, k, head.index)
        return mention if mention is not None and is_armed(mention.tags, mention.actor.kind) else None
    return None


def find_against_too(scene: Scene, target: Mention, end: int) -> list[Mention]:
    """Give those whom a second «وعلى» joins («غارات على المطار وعلى منزل القائد»), in text order."""
    behind = scene.words_in(_AND_ON, target.last + 1, min(end, target.last + _SIDE_REACH))
    found = (find_behind(scene, k, end) for k in behind if not scene.words_in(_STOPS, target.last + 1, k))
    return [mention for mention in found if mention is not None and not is_only_place(scene, mention)]


def _takes(head: Trigger) -> bool:
    """«يسيطر» in the present tells how things stand: nobody loses anything."""
    return not ("state-present" in head.tags and head.reading.sense.shape == "present")


def is_post(mention: Mention) -> bool:
    """Say whether a building, vehicle or position is told, which somebody loses when it is taken; towns and areas are places."""
    return "thing" in mention.tags and not mention.tags & {"weak", "place"}


def find_foe(scene: Scene, happening: Happening, end: int) -> Mention | None:
    """Give who killed where people fell in fighting («قتل 25 جنديا … جراء اشتباكات مع قوات …»); None elsewhere."""
    harm = next((t for t in happening.triggers if t.is_harm), None)
    if harm is None or (harm is not happening.triggers[0] and happening.head.is_verb):
        return None
    for k in scene.words_in(_WITH, harm.index + 1, min(end, happening.last + 12)):
        fought = any(harm.index < t.index < k and not t.is_harm for t in happening.triggers)
        if fought or _is_in_fight(scene, harm.index, k):
            mention = find_behind(scene, k, end)
            return mention if mention is not None and _may_be_target(scene, mention, happening.head, "مع") else None
    return None


def _is_in_fight(scene: Scene, first: int, k: int) -> bool:
    """«قتل جندي في صدام مسلح مع …», «خلال تبادل نار مع …»: a fight whose word is no happening of its own."""
    return bool(scene.words_in(_FIGHTS, max(first, k - _FIGHT_REACH), k))


def find_behind(scene: Scene, k: int, end: int) -> Mention | None:
    """Give whom a preposition at ``k`` brings in, counts and words of amount passed over; None where nobody stands there."""
    step = k + 1
    while step < min(end, k + 4) and (scene.forms[step] in _BEFORE_WHOM or step in scene.counted):
        if step in scene.mention_from:
            break
        step += 1
    mention = scene.mention_from.get(step)
    pointed = mention is not None and scene.forms[step - 1] in _POINTING and "thing" in mention.tags
    return None if pointed else mention  # «القصف على تلك المواقع»: told before


def _may_be_target(scene: Scene, mention: Mention, head: Trigger, form: str) -> bool:
    if form == "مع" and head.lexeme.type == "RETREAT":
        return False
    if form == "مع" and head.lexeme.subtype == "clash" and mention.actor.kind == "government":
        return True
    if form in ("من", "مع"):
        return is_armed(mention.tags, mention.actor.kind) or "hostile" in mention.tags
    if head.lexeme.type not in ("ASSAULT", "COERCE", "THREATEN", "SANCTION") and head.lexeme.subtype != "accuse":
        return False
    if form == "علي" and "capital" in mention.tags and head.lexeme.type in ("ASSAULT", "COERCE"):
        return False  # «غارات على صنعاء»: the town
    return not is_only_place(scene, mention)


def is_only_place(scene: Scene, mention: Mention) -> bool:
    """Say whether a country or capital is named as a place here («شمال العراق»), not as an actor."""
    if not mention.tags & {"country", "capital"}:
        return False
    before = scene.forms[mention.first - 1] if mention.first else ""
    inside = any(
        a <= mention.first < b and (a < mention.first or mention.preposition == "ب")
        for a, b, _ in scene.place_ranges.near(mention.first, mention.first)
    )
    return inside or before in (
        "في",
        "من",
        "الي",
        "شمال",
        "جنوب",
        "شرق",
        "غرب",
        "وسط",
        "قرب",
        "شمالي",
        "جنوبي",
        "شرقي",
        "غربي",
    )


def find_site(scene: Scene, happening: Happening, end: int) -> Mention | None:
    """Give the building or vehicle that a blast struck («انفجار في محطة»); None for the bomb itself or none."""
    blast = next((t for t in happening.triggers if t.lexeme.subtype in _BLASTS), None)
    if blast is None:
        return None
    for mention in scene.mentions_in(blast.index + 1, min(end, blast.index + _SITE_REACH)):
        after = scene.forms[mention.head + 1 : mention.last + 2]
        if any(
            scene.is_finite(k) and scene.readings[k][0].lexeme.object == "target"
            for k in range(blast.index + 1, mention.first)
        ):
            return None
        if is_post(mention) and _WEAPONS.isdisjoint(after) and not _is_scene(scene, mention):
            return mention
    return None


def _is_scene(scene: Scene, mention: Mention) -> bool:
    """«دوي انفجار في الموقع»: where it was, not what was hit."""
    return mention.why == "ar.people.موقع" and mention.definite and scene.forms[mention.first - 1] == "في"


def find_midst(scene: Scene, happening: Happening, end: int, *, alone: bool) -> Mention | None:
    """Give amid or before what a strike came («فجر نفسه وسط طلاب», «هجوم قرب مدرسة»); None where it is told of nothing.

    ``alone``: nothing else tells what it hit, so that a building beside it may be meant.
    """
    blow = next((t for t in happening.triggers if t.lexeme.subtype in _BLOWS), None)
    if blow is None:
        return None
    first, last = blow.index + blow.size, min(end, blow.index + _MIDST_REACH)
    for k in scene.words_in(_MIDST, first, last):
        if any(scene.forms[j] in ".؛:" or scene.is_that(j) for j in range(first, k + 1)):
            return None
        if scene.phrases_in("results", first, k + 1):
            return None
        form = scene.forms[k]
        step = k + 1
        while step < end and scene.forms[step] in _EDGES and step not in scene.mention_from:
            step += 1
        mention = scene.mention_from.get(step)
        if mention is None or "area" in mention.tags or is_weapon(scene, mention):
            continue
        if is_post(mention) and alone:
            return mention
        if form in _AMID and mention.number == "pl" and "thing" not in mention.tags:
            return mention
    return None


def is_weapon(scene: Scene, mention: Mention) -> bool:
    """Say whether a thing is what strikes, not what is struck («سيارة مفخخة», «الأسلحة»)."""
    if "thing" not in mention.tags:
        return False
    described = scene.forms[mention.head + 1 : mention.last + 2]
    if mention.first == mention.last and mention.why in _CARRIERS and scene.forms[mention.first - 1] in _GOES_OFF:
        return True  # «انفجار سيارة قرب المقر»
    return mention.why == "ar.people.سلاح" or any(f in _WEAPONS or f.removeprefix("ال") in _WEAPONS for f in described)


def names_bomb(scene: Scene, span: Span) -> bool:
    """Say whether words that no list knows are what goes off («حزامه الناسف», «عبوته», «متفجرات»)."""
    first, last = scene.token_range(span)
    words = [form.removeprefix("ال") for form in scene.forms[first:last]]
    return words[0].startswith(_BOMBS) or not _WEAPONS.isdisjoint(words)


def find_owner(scene: Scene, trigger: Trigger, start: int) -> Mention | None:
    """Give whom the pronoun on a noun of happening means («هجماتهم»): the armed actor named last before it."""
    if not trigger.reading.pronoun:
        return None
    for mention in reversed(list(scene.mentions_in(start, trigger.index))):
        armed = is_armed(mention.tags, mention.actor.kind) and "thing" not in mention.tags
        feminine = scene.forms[mention.head].endswith(("ه", "ات"))
        if armed and not (feminine and trigger.reading.pronoun == "ه"):  # «القوات … هجماته»: somebody else's
            return mention
    return None
