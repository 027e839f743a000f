"""What a correction may set in a claim, and the claim with it set.

A correction never changes the words, only the reading of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from riwaya.errors import JudgementInvalid
from riwaya.model.claim import EVENT_TYPES, Claim
from riwaya.model.figure import MEASURES

FIELDS = (
    "type", "subtype", "polarity", "certainty", "start", "end", "place.id", "place.name", "place.lat", "place.lon",
    "figure.N.measure", "figure.N.low", "figure.N.high", "figure.N.of", "agent.N", "target.N", "source.N",
)  # fmt: skip
"""Fields by name; N counts from 1, and an actor is given as ``id`` or ``id:name``."""

_CHOICES = {
    "type": EVENT_TYPES,
    "polarity": ("affirmed", "denied"),
    "certainty": ("stated", "hedged", "unknown"),
    "measure": MEASURES,
}


def parse(settings: Mapping[str, str], claim: Claim) -> dict[str, str | None]:
    """Check what a correction sets and give it as it is kept; an empty value unsets a field.

    Raises:
        JudgementInvalid: There is no such field, or it cannot hold that.
    """
    change = {name: value.strip() or None for name, value in sorted(settings.items())}
    if not change:
        raise JudgementInvalid("The correction sets nothing.", hint=f"Set any of {', '.join(FIELDS)}.")
    try:
        apply(claim, change)
    except (ValueError, LookupError, TypeError) as error:
        if isinstance(error, JudgementInvalid):
            raise
        raise JudgementInvalid(f"The correction cannot be made: {error}.") from error
    return change


def apply(claim: Claim, change: Mapping[str, Any]) -> Claim:
    """Give the claim with what a correction sets."""
    for name, value in change.items():
        claim = _set(claim, name, value)
    return claim


def _set(claim: Claim, name: str, value: str | None) -> Claim:
    head, _, rest = name.partition(".")
    setter = _SETTERS.get(head)
    if setter is None:
        raise JudgementInvalid(f"A claim has no field {name!r}.", hint=f"Set any of {', '.join(FIELDS)}.")
    return setter(claim, head, rest, value)


def _plain(claim: Claim, head: str, _rest: str, value: str | None) -> Claim:
    fields: dict[str, Any] = {head: _chosen(head, value)}
    return replace(claim, **fields)


def _day(claim: Claim, head: str, _rest: str, value: str | None) -> Claim:
    if claim.time is None:
        raise JudgementInvalid("The claim has no words of time that a day could rest on.")
    day = date.fromisoformat(value) if value else None
    return replace(claim, time=replace(claim.time, **{head: day}))


def _place(claim: Claim, _head: str, rest: str, value: str | None) -> Claim:
    if claim.place is None:
        raise JudgementInvalid("The claim has no words of place that a place could rest on.")
    if rest not in ("id", "name", "lat", "lon"):
        raise JudgementInvalid(f"A place has no field {rest!r}.")
    held: Any = float(value) if value and rest in ("lat", "lon") else value
    fields: dict[str, Any] = {rest: held or "" if rest == "name" else held}
    return replace(claim, place=replace(claim.place, place=replace(claim.place.place, **fields)))


def _figure(claim: Claim, _head: str, rest: str, value: str | None) -> Claim:
    at, _, name = rest.partition(".")
    figure = claim.figures[_index(at, len(claim.figures))]
    held: Any
    if name == "measure":
        held = _chosen(name, value)
    elif name in ("low", "high"):
        held = int(value) if value else None
    elif name == "of":
        held = _actor(figure.of or _nobody(claim), value)
    else:
        raise JudgementInvalid(f"A figure has no field {name!r}.")
    fields: dict[str, Any] = {name: held}
    changed = replace(figure, **fields)
    return replace(claim, figures=tuple(changed if one is figure else one for one in claim.figures))


def _party(claim: Claim, head: str, rest: str, value: str | None) -> Claim:
    field = f"{head}s"
    parties = getattr(claim, field)
    one = parties[_index(rest, len(parties))]
    changed = replace(one, actor=_actor(one.actor, value))
    fields: dict[str, Any] = {field: tuple(changed if other is one else other for other in parties)}
    return replace(claim, **fields)


def _source(claim: Claim, _head: str, rest: str, value: str | None) -> Claim:
    link = claim.chain[_index(rest, len(claim.chain))]
    changed = replace(link, source=_actor(link.source, value))
    return replace(claim, chain=tuple(changed if one is link else one for one in claim.chain))


def _actor(actor: Any, value: str | None) -> Any:
    known, _, name = (value or "").partition(":")
    return replace(actor, id=known or None, name=name or actor.name)


def _nobody(claim: Claim) -> Any:
    for one in (*claim.targets, *claim.agents):
        return one.actor
    raise JudgementInvalid("The claim names nobody whom the figure could count.")


def _index(said: str, many: int) -> int:
    number = int(said)
    if not 1 <= number <= many:
        raise JudgementInvalid(f"There is no number {number}: the claim has {many}.")
    return number - 1


def _chosen(name: str, value: str | None) -> str | None:
    choices = _CHOICES.get(name)
    if choices is not None and value not in choices:
        raise JudgementInvalid(f"{name} is one of {', '.join(choices)}.")
    return value


_SETTERS: dict[str, Callable[[Claim, str, str, str | None], Claim]] = {
    "type": _plain,
    "subtype": _plain,
    "polarity": _plain,
    "certainty": _plain,
    "start": _day,
    "end": _day,
    "place": _place,
    "figure": _figure,
    "agent": _party,
    "target": _party,
    "source": _source,
}
