"""What an event is, when and where: the fields on which its claims agree most closely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from riwaya.model.claim import Claim
from riwaya.model.event import EventTime, ToldClaim
from riwaya.model.place import PlaceMention
from riwaya.model.timex import Timex
from riwaya.stages.cluster.kinds import kind_of

_COARSENESS = {
    "town": 0, "locality": 0, "facility": 0, "district": 1, "unknown": 2, "region": 3, "area": 4, "country-part": 4, "country": 5,
}  # fmt: skip
_COARSEST = 6
_BATTLE_DAYS = 14


def find_event_type(claims: Sequence[Claim]) -> tuple[str, str | None]:
    """Give the type that most claims have, and the subtype that says most closely what happened.

    A subtype of outcome (killed, wounded) or of any violence (attack) gives way to one that says how (ambush, bombing).
    Ties go to the claim that stands first.
    """
    type_ = _most_common(claim.type for claim in claims)
    theirs = [claim.subtype for claim in claims if claim.type == type_ and claim.subtype is not None]
    if not theirs:
        return type_, None
    for open_kinds in (("outcome", "any"), ("outcome",), ()):
        telling = [subtype for subtype in theirs if kind_of(subtype) not in open_kinds]
        if telling:
            return type_, _most_common(telling)
    return type_, None


def _most_common(values: Iterable[str]) -> str:
    return Counter(values).most_common(1)[0][0]


def resolve_time(told: Sequence[ToldClaim], subtype: str | None = None) -> EventTime | None:
    """Give the days that most claims name, the shortest and then the first where several are named as often.

    Of a battle it is the longest up to `_BATTLE_DAYS`, which the days told one by one lie in. Days that the claims name
    themselves outweigh those carried over from elsewhere in the text. None where no claim has any.
    """
    times = [one.claim.time for one in told if one.claim.time is not None and _has_days(one.claim.time)]
    named = [time for time in times if not time.inherited] or times
    if not named:
        return None
    counts = Counter((time.start, time.end) for time in named)
    sign = -1 if kind_of(subtype) == "battle" else 1

    def rank(time: Timex) -> tuple[int, bool, int, str]:
        length = _length(time)
        return -counts[time.start, time.end], length > _BATTLE_DAYS, sign * length, str(time.start or time.end)

    best = min(named, key=rank)
    return EventTime(start=best.start, end=best.end, precision=best.precision)


def _has_days(time: Timex) -> bool:
    return time.start is not None or time.end is not None


def _length(time: Timex) -> int:
    """Give the days of a stretch less one; an open one is longer than any."""
    return (time.end - time.start).days if time.start is not None and time.end is not None else 1_000_000


def resolve_place(told: Sequence[ToldClaim]) -> tuple[PlaceMention, str] | None:
    """Give the closest place that claims name, the one named most often where several are as close, and its words.

    None where no claim has a place.
    """
    mentions = [(one.claim.place, one.text) for one in told if one.claim.place is not None]
    named = [(mention, text) for mention, text in mentions if not mention.inherited] or mentions
    if not named:
        return None
    counts = Counter(_key(mention) for mention, _ in named)
    mention, text = min(
        named, key=lambda one: (_COARSENESS.get(one[0].place.precision, _COARSEST), -counts[_key(one[0])])
    )
    return mention, (mention.head or mention.span).of(text)


def _key(mention: PlaceMention) -> tuple[str | None, str]:
    return mention.place.id, mention.place.name
