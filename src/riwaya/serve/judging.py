"""What people judge through the desk: one place for the forms and for the API."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from riwaya.errors import EntryUnknown, ItemGone, JudgementConflict, JudgementUnguarded
from riwaya.ledger.judgements import Judgement
from riwaya.ledger.store import Ledger
from riwaya.model.proposal import Proposal
from riwaya.people.records import Visitor
from riwaya.serve.read.aliases import AliasLine, read_alias
from riwaya.serve.read.claims import ClaimPage, read_claim
from riwaya.serve.read.document import document_etag, read_document


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
    claim: ClaimPage | None
    """As it holds now, with the state on which to judge again; None where an actor was named, or no claim added."""
    alias: AliasLine | None = None
    """Whom the wording is taken for now, where an actor was named."""
    document: str | None = None
    """Id of the document, where a claim was added."""
    etag: str = ""
    """The state on which to judge again."""


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
        raise Contested(error.message, Conflict(yours=yours, theirs=now.judgement, claim=now, etag=now.etag)) from error
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A judgement on a wording, and whom it is taken for now."""

    judgement: Judgement
    alias: AliasLine


def name_actor(
    ledger: Ledger, visitor: Visitor, wording: str, actor: str | None, *, why: str, seen: str | None
) -> Named:
    """Take a wording for a registered actor, or take that back (None), on the state that was looked at.

    Raises:
        Contested: Somebody else named it first.
        JudgementUnguarded: No state is given.
        JudgementInvalid: There is no reason, nobody registered has the id, or it says nothing new.
    """
    if seen is None:
        raise JudgementUnguarded("The judgement does not say which state of the wording it is about.")
    try:
        made = ledger.name_actor(wording, actor, who=visitor.name, why=why, seen=state_of(seen))
    except JudgementConflict as error:
        now = read_alias(ledger, wording)
        yours = Yours(kind="alias", why=why, settings={"wording": wording, "actor": actor or ""})
        conflict = Conflict(yours=yours, theirs=now.judgement, claim=None, alias=now, etag=now.etag)
        raise Contested(error.message, conflict) from error
    return Named(judgement=made, alias=read_alias(ledger, wording))


def add_claim(
    ledger: Ledger, visitor: Visitor, document: str, proposal: Proposal, *, why: str, seen: str | None
) -> Judged:
    """Add a claim that was missed, on the state of the document that was looked at.

    Raises:
        Contested: Somebody else added a claim first, or the page was read anew.
        JudgementUnguarded: No state is given.
        JudgementInvalid: There is no reason, or the words do not bear the claim out.
        EntryUnknown: There is no such document.
    """
    if seen is None:
        raise JudgementUnguarded("The judgement does not say which state of the document it is about.")
    try:
        made = ledger.add_claim(document, proposal, who=visitor.name, why=why, seen=state_of(seen))
    except JudgementConflict as error:
        told: Any = error.context.get("theirs") or {}
        mine = (one for one in read_document(ledger, document).claims if one.judgement is not None)
        theirs = next((one for one in mine if one.judgement and one.judgement.id == told.get("id")), None)
        yours = Yours(kind="add", why=why, settings=_say_proposal(proposal))
        etag = document_etag(ledger, document)
        conflict = Conflict(
            yours=yours, theirs=theirs.judgement if theirs else None, claim=theirs, document=document, etag=etag
        )
        raise Contested(error.message, conflict) from error
    return Judged(judgement=made, claim=read_claim(ledger, made.subject), event=None)


def _say_proposal(proposal: Proposal) -> dict[str, str]:
    said = {"words": proposal.quote.text, "trigger": proposal.trigger.text, "type": proposal.type}
    said |= {f"source.{at}": link.source.name for at, link in enumerate(proposal.chain, 1)}
    return said | {f"figure.{at}": one.quote.text for at, one in enumerate(proposal.figures, 1)}


def _checked(states: Mapping[str, str | None]) -> dict[str, str]:
    return {name: state for name, state in states.items() if state is not None}


def state_of(tag: str) -> str | None:
    """Give the state in an entity tag; None for ``*``, which is any state."""
    bare = tag.strip().removeprefix("W/").strip('"')
    return None if bare == "*" else bare
