"""What people judge through the desk: one place for the forms and for the API."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from riwaya.errors import EntryUnknown, ItemGone, JudgementConflict, JudgementUnguarded
from riwaya.ledger.judgements import Judgement
from riwaya.ledger.store import Ledger
from riwaya.people.records import Visitor
from riwaya.serve.read.claims import ClaimPage, read_claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A judgement that was kept, and the claim as it holds now."""

    judgement: Judgement
    claim: ClaimPage | None
    """None for a merge or a split."""
    event: str | None = None
    """Of a merge, the event that came of it; of a split, the one that has the claims that were not parted off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Yours:
    """The judgement that was not kept."""

    kind: str
    why: str
    settings: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Somebody else judged first: both versions, to choose from."""

    yours: Yours
    theirs: Judgement | None
    """What came between; None where the page was read anew, or a judgement taken back."""
    claim: ClaimPage
    """As it holds now, with the state on which to judge again."""


class Contested(JudgementConflict):
    """A conflict, with both versions at hand."""

    def __init__(self, message: str, conflict: Conflict) -> None:
        """Keep both."""
        super().__init__(message, conflict=conflict)
        self.conflict = conflict


def judge(
    ledger: Ledger,
    visitor: Visitor,
    name: str,
    kind: str,
    *,
    why: str,
    settings: Mapping[str, str] | None = None,
    seen: str | None,
) -> Judged:
    """Judge a claim on the state that was looked at.

    Raises:
        Contested: Somebody else judged first.
        JudgementUnguarded: No state is given.
        JudgementInvalid: There is no reason, or the correction cannot be.
        EntryUnknown: There is no such claim.
    """
    if seen is None:
        raise JudgementUnguarded("The judgement does not say which state of the claim it is about.")
    try:
        made = ledger.judge(name, kind, who=visitor.name, why=why, settings=settings, seen=state_of(seen))
    except JudgementConflict as error:
        now = read_claim(ledger, name)
        yours = Yours(kind=kind, why=why, settings=dict(settings or {}))
        raise Contested(error.message, Conflict(yours=yours, theirs=now.judgement, claim=now)) from error
    return Judged(judgement=made, claim=read_claim(ledger, name))


def merge(ledger: Ledger, visitor: Visitor, events: Sequence[str], *, why: str, seen: Mapping[str, str]) -> Judged:
    """Say that events are one happening, each on the state that was looked at.

    Raises:
        JudgementConflict: One of them is not what was looked at.
        JudgementUnguarded: A state is missing.
    """
    states = {name: state_of(tag) for name, tag in seen.items()}
    if not set(events) <= states.keys():
        raise JudgementUnguarded("The judgement does not say which state of each event it is about.")
    try:
        first = ledger.event(events[0]).claims[0].claim.id if events else ""
        made = ledger.merge(*events, who=visitor.name, why=why, seen=_checked(states))
    except EntryUnknown as error:
        raise ItemGone(error.message) from error
    return Judged(judgement=made, claim=None, event=ledger.event(first).id)


def split(ledger: Ledger, visitor: Visitor, event: str, claims: Sequence[str], *, why: str, seen: str | None) -> Judged:
    """Say that some claims of an event speak of another happening, on the state that was looked at.

    Raises:
        JudgementConflict: The event is not what was looked at.
        JudgementUnguarded: No state is given.
    """
    if seen is None:
        raise JudgementUnguarded("The judgement does not say which state of the event it is about.")
    states = _checked({event: state_of(seen)})
    try:
        inside = [one.claim.id for one in ledger.event(event).claims]
        made = ledger.split(event, claims, who=visitor.name, why=why, seen=states)
    except EntryUnknown as error:
        raise ItemGone(error.message) from error
    return Judged(judgement=made, claim=None, event=ledger.event(next(one for one in inside if one not in claims)).id)


def _checked(states: Mapping[str, str | None]) -> dict[str, str]:
    return {name: state for name, state in states.items() if state is not None}


def state_of(tag: str) -> str | None:
    """Give the state in an entity tag; None for ``*``, which is any state."""
    bare = tag.strip().removeprefix("W/").strip('"')
    return None if bare == "*" else bare
