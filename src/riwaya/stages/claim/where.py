"""Where a claim's happening took place, chosen among the places that its words name."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model.place import PlaceMention
from riwaya.model.timex import DATES_WHAT_FOLLOWS
from riwaya.stages.claim.happening import Happening
from riwaya.stages.claim.scene import Scene

_PRECISE = ("town", "facility", "locality", "unknown", "district", "region", "country-part", "area", "country")
_SMALL = frozenset({"town", "facility", "locality", "district"})
_WAYS = frozenset({"from", "toward"})
_WIDE = frozenset({"country", "country-part", "area"})
_LOCAL = frozenset(
    "محافظ حاكم والي شرطه مستشفي مستشفيات سكان اهالي اهال شهود شاهد مصادر مصدر ناشطون ناشطين ناشط طبيب اطباء مسعفون عمده بلديه "
    "رييس مدير قايد مزارعون قرويون نازحون وجهاء زعيم مسوول مسءول مسوولون مراسل مندوب طواري امن مديريه نايب عضو".split()
)
"""People and offices that speak of what happens where they are."""
_HAPPENED = frozenset("وقع وقعت حصل حصلت حدث حدثت جري جرت دارت تدور وقوع شهدت".split())
_BEFORE_PLACE = 6
_NARROW = 50
"""Kilometres up to which an area is no wider than a district."""
_THEN = frozenset({"بعد", "وبعد", "قبل", "وقبل", "قبيل", "عقب", "منذ", "عشيه", "غداه"})
_AFTER_WHAT = frozenset(
    "تمهيدا استعدادا سعيا الساعين الساعيه الساعيين الساعي يسعي تسعي يسعون يخططون يستعدون الراميه".split()
)
_PAST_REACH = 5
_THEN_REACH = 6
"""Tokens from such a word to the noun of what came then («قبل يوم واحد من بدء مؤتمر»)."""


def find_place(scene: Scene, happening: Happening, start: int, end: int) -> PlaceMention | None:
    """Give the place in the words of a claim, tokens ``[start, end)``; None where they name none.

    Places something is in come before places that somebody comes from or that it only lies beside, then the more
    precise, then the nearer to the happening.

    Source: annotation guideline, field ``place``.
    """
    act = happening.head.act is not None
    near = scene.place_ranges.near(start, end)
    inside = [(a, p) for a, _, p in near if start <= a < end and (act or a not in scene.telling)]
    if not inside:
        return None
    inside = _own(scene, happening, inside)
    if not inside:
        return None
    taken = _taken(scene, happening, inside)
    best = min(
        range(len(inside)),
        key=lambda n: (inside[n][0] != taken, *_rank(scene, happening, *inside[n]), _distance(inside[n][0], happening)),
    )
    while best and inside[best - 1][1].contained_by_next:
        best -= 1
    return inside[best][1]


def _own(scene: Scene, happening: Happening, inside: list[tuple[int, PlaceMention]]) -> list[tuple[int, PlaceMention]]:
    """Leave out the places of what went before («بعد يوم من السيطرة على كذا»), unless there are no others; of a meeting always («قبل القمة في …»)."""
    head = happening.head.index + happening.head.size
    after = next((k for k in range(head, inside[-1][0]) if _opens_past(scene, k)), None)
    own = [row for row in inside if after is None or row[0] < after]
    met = after is not None and (_opens_meeting(scene, after) or _is_counted_from(scene, after))
    return own if met else own or inside


def _is_counted_from(scene: Scene, at: int) -> bool:
    """«وقع الهجوم بعد ثلاثة أعوام على تفجير في كذا»: say whether a time counts from another deed, of which the place behind is."""
    return any(a <= at < b and time.value.endswith(DATES_WHAT_FOLLOWS) for a, b, time in scene.time_ranges.near(at, at))


def _taken(scene: Scene, happening: Happening, inside: list[tuple[int, PlaceMention]]) -> int | None:
    """Give the first token of the place that is seized («استعادوا السيطرة على محافظة كذا، …»); None where none is."""
    if happening.head.lexeme.subtype != "seize":
        return None
    reach = range(happening.head.index + 1, inside[-1][0])
    onto = next((k for k in reach if scene.forms[k] == "علي"), None)
    return onto + 1 if onto is not None and any(first == onto + 1 for first, _ in inside) else None


def _opens_meeting(scene: Scene, at: int) -> bool:
    """«قبل يوم واحد من بدء مؤتمر», «منذ توقيع الاتفاق»: what is held at a place of its own."""
    return scene.forms[at] in _THEN and any(
        scene.phrase("ceremonies", k) for k in range(at + 1, min(at + _THEN_REACH, len(scene.forms)))
    )


def _opens_past(scene: Scene, at: int) -> bool:
    """Say whether another happening is told from ``at`` on: what went before, or what somebody is after («الساعين للسيطرة على …»)."""
    form = scene.forms[at]
    if form in _AFTER_WHAT:
        return any(r.preposition == "ل" for k in (at + 1, at + 2) if k < len(scene.forms) for r in scene.readings[k])
    if form not in _THEN:
        return False
    if _is_counted_from(scene, at):
        return True
    behind = range(at + 1, min(at + _PAST_REACH, len(scene.forms)))
    return any(r.lexeme.table == "events" for k in behind for r in scene.readings[k]) or _opens_meeting(scene, at)


def find_teller_place(scene: Scene, happening: Happening) -> PlaceMention | None:
    """Give the place of those who tell, where they tell of their own place; None else.

    «قال سكان في بلدة كذا إن طائرة …», «حاكم كذا حيث وقع الهجوم»: a fallback for claims whose words name no place.
    """
    for frame in reversed(scene.frames_around[happening.head.index]):
        rows = [
            (a, b, p) for a, b, p in scene.place_ranges.near(frame.first, frame.last)
            if frame.first <= a <= frame.last
        ]  # fmt: skip
        for a, b, place in reversed(rows):
            if _is_scene(scene, frame.first, a, b) and place.place.precision not in _WIDE:
                return place
    return None


def _is_scene(scene: Scene, first: int, start: int, end: int) -> bool:
    after: Sequence[str] = scene.forms[end : end + 3]
    if "حيث" in after and not _HAPPENED.isdisjoint(scene.forms[end : end + 5]):
        return True
    before = scene.forms[max(first, start - _BEFORE_PLACE) : start]
    return any(form in _LOCAL or form.removeprefix("و") in _LOCAL or form[1:] in _LOCAL for form in before)


def _distance(at: int, happening: Happening) -> int:
    """How far a place is from the word that names the happening; what stands before it counts as twice as far."""
    behind = at - happening.head.index
    return behind if behind > 0 else -2 * behind


def _rank(scene: Scene, happening: Happening, at: int, mention: PlaceMention) -> tuple[int, int]:
    """Say how far a place is from being where it happened, then how wide it is.

    Who moves is where they go («وصلت تعزيزات من كذا إلى كذا»), first where they go before all («نحو كذا باتجاه كذا»); who flees is
    where they left.
    """
    place = mention.place
    kind = happening.head.lexeme.type
    known = place.precision == "area" and place.id is not None and place.radius_km is not None
    narrow = known and (place.radius_km or 0) <= _NARROW  # a strait, a wood; a border is none
    precision = "district" if narrow else place.precision
    wide = _PRECISE.index(precision) if precision in _PRECISE else len(_PRECISE)
    relation = "from" if place.relation == "in" and _is_base(scene, at) else place.relation
    if relation in _WAYS:
        farther = kind == "MOBILIZE" and relation == "from"
        return (2 if farther else 1), (0 if relation == "toward" else wide)
    return int(relation.endswith("-of") and place.precision in _SMALL), wide


def _is_base(scene: Scene, at: int) -> bool:
    """«شنت القوات من مواقعها في كذا هجوما»: say whether a place is only where the doers have their own."""
    forms = scene.forms
    return at > 2 and forms[at - 1] == "في" and forms[at - 3] == "من" and forms[at - 2].endswith(("ها", "هم", "ه"))
